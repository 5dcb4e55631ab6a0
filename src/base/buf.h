/* A growable string of bytes, for building text. Zeroed memory is an empty one. */
#ifndef TOQUE_BASE_BUF_H
#define TOQUE_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Buf {
    char *data; /* owned; not terminated, see buf_cstr */
    size_t len;
    size_t cap;
} Buf;

void buf_reserve(Buf *b, size_t more);
void buf_add(Buf *b, const void *bytes, size_t n);
void buf_adds(Buf *b, const char *s);
void buf_addc(Buf *b, char c);
void buf_pad(Buf *b, char c, size_t n);
void buf_add_utf8(Buf *b, uint32_t code_point);
void buf_printf(Buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(Buf *b, const char *format, va_list args);
char *buf_cstr(Buf *b); /* terminated; valid until the next change */
void buf_clear(Buf *b); /* keeps the memory */
void buf_deinit(Buf *b);

#endif
