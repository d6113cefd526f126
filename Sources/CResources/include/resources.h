#ifndef ALLIANCE_RESOURCES_H
#define ALLIANCE_RESOURCES_H
#include <stddef.h>

// Read-only data embedded in the binary: each blob's first byte and its length in bytes.
const unsigned char *alliance_gazetteer(size_t *length);

#endif
