/* UTF-8, strictly: no overlong forms, nothing above U+10FFFF. Surrogates are encoded
 * (a Python str may hold a lone one) but refused when text is checked. */
#ifndef TOQUE_BASE_UTF8_H
#define TOQUE_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

enum { UTF8_MAX = 4 };

/* Writes 1 to 4 bytes and returns how many. */
size_t utf8_encode(uint32_t code_point, char *out);

/* Reads one code point at *p (< end) and moves *p behind it. At a byte that begins no
 * valid sequence it returns -1 and moves by one. */
int32_t utf8_next(const char **p, const char *end);

/* The offset of the first invalid byte, or `len` if there is none. */
size_t utf8_check(const char *s, size_t len);

/* How many code points there are in valid UTF-8. */
size_t utf8_count(const char *s, size_t len);

/* Columns of a terminal: 2 for wide East Asian and emoji, 0 for combining marks. */
int utf8_width(uint32_t code_point);

#endif
