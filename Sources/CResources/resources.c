#include "resources.h"

static const unsigned char gazetteer[] = {
#embed "data/gazetteer.txt"
};

const unsigned char *alliance_gazetteer(size_t *length) {
  *length = sizeof gazetteer;
  return gazetteer;
}
