#ifndef ALLIANCE_PAGE_H
#define ALLIANCE_PAGE_H
#include <stddef.h>

// The parts of the page, embedded in the binary as UTF-8 text: each one's first byte and its length in bytes.

// The frame of the page, with the places of its parts between double braces.
const unsigned char *alliance_page_frame(size_t *length);

const unsigned char *alliance_page_style(size_t *length);

// The script of every page.
const unsigned char *alliance_page_script(size_t *length);

// What the script of a page has in addition where a server answers it.
const unsigned char *alliance_page_live_script(size_t *length);

// What a server answers, in OpenAPI.
const unsigned char *alliance_page_description(size_t *length);

#endif
