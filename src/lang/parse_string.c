/* String literals: prefixes, escapes, and the joining of adjacent ones. */
#include "lang/parser.h"

#include <string.h>

static Literal read_literal(const Parser *p, Span span) {
    const char *text = p->lexer.text;
    Literal lit = {.text = text};
    uint32_t i = span.start;
    for (; text[i] != '"' && text[i] != '\''; i++) {
        char c = (char)(text[i] | 0x20);
        lit.raw |= c == 'r';
        lit.bytes |= c == 'b';
        lit.format |= c == 'f';
    }
    lit.triple = span.end - i >= 6 && text[i + 1] == text[i] && text[i + 2] == text[i];
    uint32_t quotes = lit.triple ? 3 : 1;
    lit.body = (Span){i + quotes, span.end - quotes};
    return lit;
}

/* --- escapes ------------------------------------------------------------------------ */

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static void add_code(const Literal *lit, uint32_t c, Buf *out) {
    if (lit->bytes) buf_addc(out, (char)(unsigned char)c);
    else buf_add_utf8(out, c);
}

/* \xHH, \uHHHH, \UHHHHHHHH, at the first digit. Returns behind the last. */
static uint32_t decode_hex(Parser *p, const Literal *lit, uint32_t at, uint32_t end, int count, Buf *out) {
    uint32_t value = 0, i = at;
    for (; i < end && i - at < (uint32_t)count && hex_digit(lit->text[i]) >= 0; i++) {
        value = value << 4 | (uint32_t)hex_digit(lit->text[i]);
    }
    Span span = {at - 2, i};
    if (i - at < (uint32_t)count) {
        char digits[2] = {(char)('0' + count), '\0'};
        fail(p, span, MSG_STRING_ESCAPE_SHORT, snippet(p, span), digits);
    } else if (value > 0x10FFFF) {
        fail(p, span, MSG_STRING_ESCAPE_RANGE, snippet(p, span), NULL);
    } else {
        add_code(lit, value, out);
    }
    return i;
}

static uint32_t decode_octal(const Literal *lit, uint32_t at, uint32_t end, Buf *out) {
    uint32_t value = 0, i = at;
    for (; i < end && i - at < 3 && lit->text[i] >= '0' && lit->text[i] <= '7'; i++) {
        value = value * 8 + (uint32_t)(lit->text[i] - '0');
    }
    add_code(lit, lit->bytes ? value & 0xFF : value, out);
    return i;
}

static void refuse_named(Parser *p, Span span) {
    Diag *diag = fail(p, span, MSG_STRING_ESCAPE_NAME, NULL, NULL);
    fail_hint(p, diag, MSG_HINT_STRING_ESCAPE_NAME, NULL, NULL);
}

/* At the character behind a backslash. Returns behind the escape. */
static uint32_t decode_escape(Parser *p, const Literal *lit, uint32_t at, uint32_t end, Buf *out) {
    static const char simple[128] = {
        ['\\'] = '\\', ['\''] = '\'', ['"'] = '"',  ['a'] = '\a', ['b'] = '\b',
        ['f'] = '\f',  ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t', ['v'] = '\v',
    };
    char c = lit->text[at];
    if (c == '\n') return at + 1;
    if (c >= '0' && c <= '7') return decode_octal(lit, at, end, out);
    if ((unsigned char)c < 128 && simple[(unsigned char)c]) {
        buf_addc(out, simple[(unsigned char)c]);
        return at + 1;
    }
    if (c == 'x') return decode_hex(p, lit, at + 1, end, 2, out);
    if (!lit->bytes) {
        if (c == 'u') return decode_hex(p, lit, at + 1, end, 4, out);
        if (c == 'U') return decode_hex(p, lit, at + 1, end, 8, out);
        if (c == 'N') {
            refuse_named(p, (Span){at - 1, at + 1});
            return end;
        }
    }
    /* An unknown escape stands for itself, as in CPython. */
    buf_addc(out, '\\');
    return at;
}

bool decode_text(Parser *p, const Literal *lit, uint32_t start, uint32_t end, Buf *out) {
    uint32_t i = start;
    while (i < end && !p->panic) {
        const char *stop = lit->raw ? NULL : memchr(lit->text + i, '\\', end - i);
        uint32_t plain_end = stop ? (uint32_t)(stop - lit->text) : end;
        buf_add(out, lit->text + i, plain_end - i);
        i = plain_end;
        if (i < end) i = decode_escape(p, lit, i + 1, end, out);
    }
    return !p->panic;
}

/* --- literals ----------------------------------------------------------------------- */

static void check_bytes(Parser *p, const Literal *lit) {
    for (uint32_t i = lit->body.start; i < lit->body.end; i++) {
        if ((unsigned char)lit->text[i] < 0x80) continue;
        Span span = {i, i + 1};
        Diag *diag = fail(p, span, MSG_BYTES_NOT_ASCII, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_BYTES_NOT_ASCII, NULL, NULL);
        return;
    }
}

static Expr *new_text(Parser *p, ExprKind kind, Span span, const Buf *text) {
    Expr *e = new_expr(p, kind, span);
    e->as.str.bytes = arena_strndup(p->arena, text->data ? text->data : "", text->len);
    e->as.str.len = (uint32_t)text->len;
    return e;
}

void flush_text(Parser *p, Buf *pending, ExprList *parts, Span span) {
    if (pending->len > 0) list_add(parts, new_text(p, EX_STR, span, pending));
    buf_clear(pending);
}

Expr *parse_strings(Parser *p) {
    uint32_t start = p->tok.span.start;
    Buf text = {0};
    ExprList parts = {0};
    bool bytes = false, format = false, first = true;
    while (at(p, TOK_STRING)) {
        Span span = p->tok.span;
        Literal lit = read_literal(p, span);
        if (!first && lit.bytes != bytes) fail(p, span, MSG_BYTES_AND_TEXT, NULL, NULL);
        bytes = lit.bytes;
        format |= lit.format;
        first = false;
        if (bytes) check_bytes(p, &lit);
        if (lit.format) parse_fstring(p, &lit, &text, &parts, span);
        else decode_text(p, &lit, lit.body.start, lit.body.end, &text);
        advance(p);
    }
    Span span = span_from(p, start);
    Expr *e;
    if (format) {
        flush_text(p, &text, &parts, span);
        e = new_list(p, EX_FSTRING, span, parts);
    } else {
        e = new_text(p, bytes ? EX_BYTES : EX_STR, span, &text);
    }
    buf_deinit(&text);
    return e;
}
