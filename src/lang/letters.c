#include "lang/letters.h"

typedef struct Range {
    uint32_t first, last;
} Range;

static const Range starts[] = {
#define START(a, b) {a, b},
#include "lang/letters.def"
#undef START
};

static const Range follows[] = {
#define FOLLOW(a, b) {a, b},
#include "lang/letters.def"
#undef FOLLOW
};

static const Range folded[] = {
#define FOLDED(a, b) {a, b},
#include "lang/letters.def"
#undef FOLDED
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* What people paste, and what they meant. */
static const Stray strays[] = {
    {0x00A0, MSG_STRAY_SPACE, MSG_HINT_STRAY_SPACE, NULL},
    {0x202F, MSG_STRAY_SPACE, MSG_HINT_STRAY_SPACE, NULL},
    {0x2003, MSG_STRAY_SPACE, MSG_HINT_STRAY_SPACE, NULL},
    {0x2009, MSG_STRAY_SPACE, MSG_HINT_STRAY_SPACE, NULL},
    {0x3000, MSG_STRAY_SPACE, MSG_HINT_STRAY_SPACE, NULL},
    {0x00AD, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE, NULL},
    {0x200B, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE, NULL},
    {0x200C, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE, NULL},
    {0x200D, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE, NULL},
    {0x200E, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE, NULL},
    {0x200F, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE, NULL},
    {0x2028, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE, NULL},
    {0x2060, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE, NULL},
    {0xFEFF, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE, NULL},
    {0x201C, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "\""},
    {0x201D, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "\""},
    {0x201E, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "\""},
    {0x00AB, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "\""},
    {0x00BB, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "\""},
    {0x2018, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "'"},
    {0x2019, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "'"},
    {0x201A, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "'"},
    {0x2032, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "'"},
    {0x2033, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "\""},
    {0x00B4, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "'"},
    {0x0060, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE, "'"},
    {0x2010, MSG_STRAY_DASH, MSG_HINT_STRAY_TYPE, "-"},
    {0x2011, MSG_STRAY_DASH, MSG_HINT_STRAY_TYPE, "-"},
    {0x2013, MSG_STRAY_DASH, MSG_HINT_STRAY_TYPE, "-"},
    {0x2014, MSG_STRAY_DASH, MSG_HINT_STRAY_TYPE, "-"},
    {0x2212, MSG_STRAY_DASH, MSG_HINT_STRAY_TYPE, "-"},
    {0x00D7, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "*"},
    {0x22C5, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "*"},
    {0x00F7, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "/"},
    {0x2215, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "/"},
    {0x2260, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "!="},
    {0x2264, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "<="},
    {0x2265, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, ">="},
    {0x2190, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "="},
    {0x2192, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "->"},
    {0x2026, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "..."},
    {0x00B2, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "**2"},
    {0x00B3, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "**3"},
    {0xFF08, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "("},
    {0xFF09, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, ")"},
    {0xFF0C, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, ","},
    {0xFF1A, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, ":"},
    {0xFF1D, MSG_STRAY_SIGN, MSG_HINT_STRAY_TYPE, "="},
    {'!', MSG_STRAY_SIGN, MSG_HINT_STRAY_NOT, NULL},
    {'?', MSG_STRAY_SIGN, MSG_HINT_STRAY_QUESTION, NULL},
    {'$', MSG_STRAY_SIGN, MSG_HINT_STRAY_DOLLAR, NULL},
    {'\0', MSG_STRAY_NUL, MSG_HINT_STRAY_INVISIBLE, NULL},
};

static const Stray some_control = {0, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE, NULL};
static const Stray some_sign = {0, MSG_STRAY_SIGN, MSG_HINT_STRAY_IN_STRING, NULL};

static bool in_ranges(const Range *ranges, size_t count, uint32_t c) {
    size_t lo = 0, hi = count;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (c < ranges[mid].first) hi = mid;
        else if (c > ranges[mid].last) lo = mid + 1;
        else return true;
    }
    return false;
}

bool letter_starts_name(uint32_t c) {
    return in_ranges(starts, COUNT(starts), c);
}

bool letter_follows_in_name(uint32_t c) {
    return in_ranges(starts, COUNT(starts), c) || in_ranges(follows, COUNT(follows), c);
}

bool letter_is_folded(uint32_t c) {
    return in_ranges(folded, COUNT(folded), c);
}

const Stray *stray_find(uint32_t c) {
    for (size_t i = 0; i < COUNT(strays); i++) {
        if (strays[i].character == c) return &strays[i];
    }
    return c < 0x20 || (c >= 0x7F && c < 0xA0) ? &some_control : &some_sign;
}
