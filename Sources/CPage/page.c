#include "page.h"

static const unsigned char frame[] = {
#embed "data/page.html"
};

const unsigned char *alliance_page_frame(size_t *length) {
  *length = sizeof frame;
  return frame;
}

static const unsigned char style[] = {
#embed "data/page.css"
};

const unsigned char *alliance_page_style(size_t *length) {
  *length = sizeof style;
  return style;
}

// One script, in parts that depend on those before them; `main.js` sets it going.
static const unsigned char script[] = {
#embed "data/data.js"
    ,
#embed "data/fold.js"
    ,
#embed "data/view.js"
    ,
#embed "data/filters.js"
    ,
#embed "data/panel.js"
    ,
#embed "data/diagram.js"
    ,
#embed "data/search.js"
    ,
#embed "data/tables.js"
    ,
#embed "data/main.js"
};

const unsigned char *alliance_page_script(size_t *length) {
  *length = sizeof script;
  return script;
}

static const unsigned char live_script[] = {
#embed "data/live.js"
};

const unsigned char *alliance_page_live_script(size_t *length) {
  *length = sizeof live_script;
  return live_script;
}

static const unsigned char description[] = {
#embed "../../graphs/openapi.json"
};

const unsigned char *alliance_page_description(size_t *length) {
  *length = sizeof description;
  return description;
}
