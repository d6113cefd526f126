#include "resources.h"

static const unsigned char states[] = {
#embed "data/states.txt"
};

static const unsigned char groups[] = {
#embed "data/groups.txt"
};

const unsigned char *alliance_states(size_t *length) {
  *length = sizeof states;
  return states;
}

const unsigned char *alliance_groups(size_t *length) {
  *length = sizeof groups;
  return groups;
}

static const unsigned char words[] = {
#embed "data/words.txt"
};

const unsigned char *alliance_words(size_t *length) {
  *length = sizeof words;
  return words;
}

static const unsigned char frames[] = {
#embed "data/frames.txt"
};

const unsigned char *alliance_frames(size_t *length) {
  *length = sizeof frames;
  return frames;
}

static const unsigned char language_model[] = {
#embed "data/english.model"
};

const unsigned char *alliance_language_model(size_t *length) {
  *length = sizeof language_model;
  return language_model;
}

static const unsigned char relation_scorer[] = {
#embed "data/relations.scorer"
};

const unsigned char *alliance_relation_scorer(size_t *length) {
  *length = sizeof relation_scorer;
  return relation_scorer;
}
