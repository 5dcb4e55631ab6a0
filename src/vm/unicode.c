#include "vm/unicode.h"

#include <stddef.h>

/* Code points that behave alike share a record; two stages of tables lead to it. */
typedef struct PointRecord {
    int32_t delta[4]; /* by CaseMapping */
    uint16_t flags;
    uint8_t digit;
} PointRecord;

/* A mapping to several code points; ordered by code point and mapping. */
typedef struct SpecialCase {
    uint32_t from;
    uint8_t how, n;
    uint16_t to[CASE_MOST];
} SpecialCase;

#include "vm/unicode_tables.inc"

static const PointRecord *record_of(uint32_t c) {
    if (c > 0x10FFFF) return &records[0];
    uint32_t block = first_stage[c >> UNICODE_SHIFT];
    return &records[second_stage[(block << UNICODE_SHIFT) + (c & ((1u << UNICODE_SHIFT) - 1))]];
}

static bool has(uint32_t c, unsigned flag) {
    return record_of(c)->flags & flag;
}

bool uni_is_alpha(uint32_t c) {
    return has(c, IS_ALPHA);
}
bool uni_is_decimal(uint32_t c) {
    return has(c, IS_DECIMAL);
}
bool uni_is_digit(uint32_t c) {
    return has(c, IS_DIGIT);
}
bool uni_is_numeric(uint32_t c) {
    return has(c, IS_NUMERIC);
}
bool uni_is_lower(uint32_t c) {
    return has(c, IS_LOWER);
}
bool uni_is_upper(uint32_t c) {
    return has(c, IS_UPPER);
}
bool uni_is_title(uint32_t c) {
    return has(c, IS_TITLE);
}
bool uni_is_space(uint32_t c) {
    return has(c, IS_SPACE);
}
bool uni_is_line_break(uint32_t c) {
    return has(c, IS_LINE_BREAK);
}
bool uni_is_printable(uint32_t c) {
    return has(c, IS_PRINTABLE);
}
bool uni_is_id_start(uint32_t c) {
    return has(c, IS_ID_START);
}
bool uni_is_id_continue(uint32_t c) {
    return has(c, IS_ID_CONTINUE);
}
bool uni_is_cased(uint32_t c) {
    return has(c, IS_CASED);
}
bool uni_is_case_ignored(uint32_t c) {
    return has(c, IS_IGNORED);
}

int uni_decimal(uint32_t c) {
    const PointRecord *r = record_of(c);
    return r->flags & IS_DECIMAL ? r->digit : -1;
}

static const SpecialCase *find_special(CaseMapping how, uint32_t c) {
    size_t low = 0, high = sizeof specials / sizeof specials[0];
    while (low < high) {
        size_t mid = (low + high) / 2;
        const SpecialCase *s = &specials[mid];
        if (s->from == c && s->how == how) return s;
        if (s->from < c || (s->from == c && s->how < how)) low = mid + 1;
        else high = mid;
    }
    return NULL;
}

int uni_map(CaseMapping how, uint32_t c, uint32_t out[CASE_MOST]) {
    const PointRecord *r = record_of(c);
    const SpecialCase *s = r->flags & IS_SPECIAL ? find_special(how, c) : NULL;
    if (!s) {
        out[0] = (uint32_t)((int32_t)c + r->delta[how]);
        return 1;
    }
    for (int i = 0; i < s->n; i++) out[i] = s->to[i];
    return s->n;
}
