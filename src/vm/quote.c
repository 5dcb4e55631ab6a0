/* Text as the literal that makes it. */
#include "vm/repr.h"
#include "vm/unicode.h"

/* Apostrophes, unless there are some inside and no quotation marks. */
static char mark_for(const Text *t) {
    bool single = false;
    for (uint32_t i = 0; i < t->len; i++) {
        uint32_t c = text_at(t, i);
        if (c == '"') return '\'';
        single |= c == '\'';
    }
    return single ? '"' : '\'';
}

static void escape(uint32_t c, Buf *out) {
    switch (c) {
    case '\n': buf_adds(out, "\\n"); break;
    case '\r': buf_adds(out, "\\r"); break;
    case '\t': buf_adds(out, "\\t"); break;
    default: buf_printf(out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }
}

static void quote(const Text *t, bool ascii, Buf *out) {
    char mark = mark_for(t);
    buf_reserve(out, (size_t)t->len + 2);
    buf_addc(out, mark);
    for (uint32_t i = 0; i < t->len; i++) {
        uint32_t c = text_at(t, i);
        if (c == (uint32_t)mark || c == '\\') {
            buf_addc(out, '\\');
            buf_addc(out, (char)c);
        } else if (c >= ' ' && c < 0x7F) {
            buf_addc(out, (char)c);
        } else if (c < 0x80 || ascii || !uni_is_printable(c)) {
            escape(c, out);
        } else {
            buf_add_utf8(out, c);
        }
    }
    buf_addc(out, mark);
}

void quote_str(const Str *s, bool ascii, Buf *out) {
    Text t = text_of(from_obj(s));
    quote(&t, ascii, out);
}

void quote_bytes(const Bytes *b, Buf *out) {
    Text t = text_of(from_obj(b));
    buf_addc(out, 'b');
    quote(&t, true, out);
}
