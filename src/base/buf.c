#include "base/buf.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

void buf_reserve(Buf *b, size_t more) {
    size_t need = b->len + more;
    if (need <= b->cap) return;
    size_t cap = b->cap ? b->cap * 2 : 64;
    if (cap < need) cap = need;
    b->data = mem_realloc(b->data, cap);
    b->cap = cap;
}

void buf_adds(Buf *b, const char *s) {
    buf_add(b, s, strlen(s));
}

void buf_pad(Buf *b, char c, size_t n) {
    if (n == 0) return;
    buf_reserve(b, n);
    memset(b->data + b->len, c, n);
    b->len += n;
}

void buf_add_utf8(Buf *b, uint32_t code_point) {
    buf_reserve(b, UTF8_MAX);
    b->len += utf8_encode(code_point, b->data + b->len);
}

void buf_vprintf(Buf *b, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n > 0) {
        buf_reserve(b, (size_t)n + 1);
        vsnprintf(b->data + b->len, (size_t)n + 1, format, again);
        b->len += (size_t)n;
    }
    va_end(again);
}

void buf_printf(Buf *b, const char *format, ...) {
    va_list args;
    va_start(args, format);
    buf_vprintf(b, format, args);
    va_end(args);
}

char *buf_cstr(Buf *b) {
    buf_reserve(b, 1);
    b->data[b->len] = '\0';
    return b->data;
}

void buf_clear(Buf *b) {
    b->len = 0;
}

void buf_deinit(Buf *b) {
    mem_free(b->data);
    *b = (Buf){0};
}
