/* A growable string of bytes, for building text. Zeroed memory is an empty one. */
#ifndef TOQUE_BASE_BUF_H
#define TOQUE_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct Buf {
    char *data; /* owned; not terminated, see buf_cstr */
    size_t len;
    size_t cap;
} Buf;

void buf_reserve(Buf *b, size_t more);
void buf_adds(Buf *b, const char *s);
void buf_pad(Buf *b, char c, size_t n);
void buf_add_utf8(Buf *b, uint32_t code_point);
void buf_printf(Buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(Buf *b, const char *format, va_list args);
char *buf_cstr(Buf *b); /* terminated; valid until the next change */

static inline void buf_add(Buf *b, const void *bytes, size_t n) {
    if (n == 0) return;
    if (b->cap - b->len < n) buf_reserve(b, n);
    memcpy(b->data + b->len, bytes, n);
    b->len += n;
}

static inline void buf_addc(Buf *b, char c) {
    if (b->len == b->cap) buf_reserve(b, 1);
    b->data[b->len++] = c;
}

void buf_clear(Buf *b); /* keeps the memory */
void buf_deinit(Buf *b);

#endif
