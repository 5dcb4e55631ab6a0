/* Matching compiled regular expressions, by trying and going back, as CPython's re does. All
 * state of a match is in one stack on the heap, so that no pattern can exhaust C's. */
#ifndef TOQUE_LIB_REGEX_H
#define TOQUE_LIB_REGEX_H

#include "base/vec.h"
#include "vm/text.h"

/* The instructions. Each is a word, followed by the operands that are named. A jump holds the
 * index of its target. The same numbers stand in pylib/_regex_compile.py. */
typedef enum RegexOp {
    RX_FAIL,
    RX_MATCH,
    RX_CHAR,      /* c */
    RX_CHAR_FOLD, /* c: whatever its case */
    RX_ANY,       /* but not a line end */
    RX_ANY_ALL,
    RX_SET,        /* set */
    RX_SET_FOLD,   /* set */
    RX_AT,         /* RegexAt */
    RX_SAVE,       /* slot: the place where a group begins or ends */
    RX_SPLIT,      /* a b: a first */
    RX_JUMP,       /* a */
    RX_REPEAT,     /* least most way: the one-character instruction that follows */
    RX_LOOP_BEGIN, /* loop */
    RX_LOOP,       /* loop least most lazy end: what follows, up to a jump back here */
    RX_BACK,       /* group */
    RX_BACK_FOLD,  /* group */
    RX_LOOK,       /* negative back end */
    RX_LOOK_END,   /* negative */
    RX_ATOMIC,     /* what follows, up to … */
    RX_ATOMIC_END, /* … here, is not gone back into */
    RX_IF_GROUP,   /* group otherwise */
    RX_OP_COUNT
} RegexOp;

typedef enum RegexAt {
    AT_START, /* of the string */
    AT_LINE_START,
    AT_END,      /* of the string */
    AT_LAST_END, /* or before a line end that ends it */
    AT_LINE_END,
    AT_EDGE, /* of a word */
    AT_NO_EDGE,
    AT_EDGE_ASCII,
    AT_NO_EDGE_ASCII,
} RegexAt;

/* Kinds of characters; CLASS_NOT turns one round. */
typedef enum RegexClass {
    CLASS_DIGIT,
    CLASS_SPACE,
    CLASS_WORD,
    CLASS_DIGIT_ASCII,
    CLASS_SPACE_ASCII,
    CLASS_WORD_ASCII,
    CLASS_NOT = 8
} RegexClass;

enum { REGEX_LATIN = 256 };

typedef struct RegexSet {
    bool negated;
    uint8_t latin[REGEX_LATIN / 8]; /* which of the first characters are in it */
    VEC(uint32_t) ranges;           /* first, last, first, last … */
    VEC(uint32_t) classes;
} RegexSet;

typedef struct Regex {
    VEC(uint32_t) code;
    VEC(RegexSet) sets;
    uint32_t groups; /* with group 0 */
    uint32_t loops;
    bool ascii_case; /* only ASCII letters have another case */
    /* What every match must begin with, for a quick search. */
    bool has_first;
    RegexSet first;
} Regex;

void regex_deinit(Regex *r);
void regex_set_finish(RegexSet *s); /* when all ranges and classes are in */
/* Whether the code is whole: it came from Python. */
bool regex_is_valid(const Regex *r);

typedef enum RegexMode { REGEX_SEARCH, REGEX_PREFIX, REGEX_FULL } RegexMode;

typedef enum RegexResult { REGEX_NONE, REGEX_FOUND, REGEX_TOO_LONG } RegexResult;

typedef struct RegexMatch {
    int32_t *marks;     /* two a group, -1 where unset; owned by whoever asked for the match */
    int32_t last_group; /* that was closed last; 0: none */
} RegexMatch;

typedef struct RegexRun RegexRun;

/* A run keeps its memory from one match to the next over the same text. */
RegexRun *regex_begin(const Regex *r, const Text *text, uint32_t end);
/* From `at` on. `not_empty_at`: an empty match there does not count (-1: anywhere does). */
RegexResult regex_next(RegexRun *run, RegexMode mode, uint32_t at, int64_t not_empty_at, RegexMatch *m);
uint64_t regex_steps(const RegexRun *run);
void regex_end(RegexRun *run);

#endif
