#ifndef ALLIANCE_RESOURCES_H
#define ALLIANCE_RESOURCES_H
#include <stddef.h>

// Read-only data embedded in the binary: each blob's first byte and its length in bytes.

// The gazetteer of states and the gazetteer of groups, as UTF-8 text in the same format.
const unsigned char *alliance_states(size_t *length);
const unsigned char *alliance_groups(size_t *length);

// The classes of words that extraction tells apart, as UTF-8 text.
const unsigned char *alliance_words(size_t *length);

// The predicates that express relations, with examples, as UTF-8 text.
const unsigned char *alliance_frames(size_t *length);

// The model of English that tags, parses and finds names.
const unsigned char *alliance_language_model(size_t *length);

// The weights that decide which relations are kept.
const unsigned char *alliance_relation_scorer(size_t *length);

#endif
