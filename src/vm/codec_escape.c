/* unicode_escape and raw_unicode_escape: text as it stands in a literal. */
#include "vm/codec_job.h"

static void put_number(Buf *out, uint32_t c) {
    buf_printf(out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}

static bool encode(Job *j) {
    for (uint32_t i = 0; i < j->in.len; i++) {
        uint32_t c = text_at(&j->in, i);
        switch (c) {
        case '\t': buf_adds(j->out, "\\t"); break;
        case '\n': buf_adds(j->out, "\\n"); break;
        case '\r': buf_adds(j->out, "\\r"); break;
        case '\\': buf_adds(j->out, "\\\\"); break;
        default:
            if (c >= ' ' && c < 0x7F) buf_addc(j->out, (char)c);
            else put_number(j->out, c);
        }
    }
    return true;
}

static bool encode_raw(Job *j) {
    for (uint32_t i = 0; i < j->in.len; i++) {
        uint32_t c = text_at(&j->in, i);
        if (c < 0x100) buf_addc(j->out, (char)c);
        else put_number(j->out, c);
    }
    return true;
}

/* --- decoding -------------------------------------------------------------------------------- */

static int digit_of(unsigned char c, int base) {
    int digit = c >= '0' && c <= '9'                     ? c - '0'
                : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                         : 99;
    return digit < base ? digit : -1;
}

/* \xXX, \uXXXX, \UXXXXXXXX: reads the digits behind the letter at *i. */
static bool put_hex(Job *j, uint32_t start, uint32_t *i, uint32_t digits, const char *reason) {
    uint32_t c = 0, at = *i + 1, end = at + digits;
    for (; at < end; at++) {
        int digit = at < j->in.len ? digit_of(j->in.data[at], 16) : -1;
        if (digit < 0) return codec_cannot_decode(j, start, at, reason, i);
        c = c << 4 | (uint32_t)digit;
    }
    if (c > 0x10FFFF) return codec_cannot_decode(j, start, end, "illegal Unicode character", i);
    buf_add_utf8(j->out, c);
    *i = end;
    return true;
}

static bool put_unicode(Job *j, uint32_t start, uint32_t *i) {
    bool longer = j->in.data[*i] == 'U';
    return put_hex(j, start, i, longer ? 8 : 4,
                   longer ? "truncated \\UXXXXXXXX escape" : "truncated \\uXXXX escape");
}

static void put_octal(Job *j, uint32_t *i) {
    uint32_t c = 0, end = *i + 3;
    for (; *i < end && *i < j->in.len && digit_of(j->in.data[*i], 8) >= 0; (*i)++)
        c = c << 3 | (uint32_t)digit_of(j->in.data[*i], 8);
    buf_add_utf8(j->out, c);
}

/* Behind the backslash at `start`. */
static bool put_escaped(Job *j, uint32_t start, uint32_t *i) {
    static const char named[] = "\\\\''\"\"b\bf\ft\tn\nr\rv\va\a";
    unsigned char c = j->in.data[*i];
    if (c == 'x') return put_hex(j, start, i, 2, "truncated \\xXX escape");
    if (c == 'u' || c == 'U') return put_unicode(j, start, i);
    if (c == 'N') return codec_cannot_decode(j, start, *i + 1, "malformed \\N character escape", i);
    if (digit_of(c, 8) >= 0) return put_octal(j, i), true;
    (*i)++;
    if (c == '\n') return true;
    for (const char *p = named; *p; p += 2)
        if ((unsigned char)*p == c) return buf_addc(j->out, p[1]), true;
    buf_addc(j->out, '\\');
    buf_add_utf8(j->out, c);
    return true;
}

static bool decode(Job *j) {
    for (uint32_t i = 0; i < j->in.len;) {
        uint32_t start = i++;
        unsigned char c = j->in.data[start];
        if (c != '\\') {
            buf_add_utf8(j->out, c);
        } else if (i == j->in.len) {
            if (!codec_cannot_decode(j, start, i, "\\ at end of string", &i)) return false;
        } else if (!put_escaped(j, start, &i)) {
            return false;
        }
    }
    return true;
}

/* Here only \u and \U mean something, behind a backslash that no other one precedes. */
static bool decode_raw(Job *j) {
    for (uint32_t i = 0; i < j->in.len;) {
        uint32_t start = i++;
        buf_add_utf8(j->out, j->in.data[start]);
        if (j->in.data[start] != '\\' || i == j->in.len) continue;
        if (j->in.data[i] != 'u' && j->in.data[i] != 'U') {
            buf_add_utf8(j->out, j->in.data[i++]);
            continue;
        }
        j->out->len--;
        if (!put_unicode(j, start, &i)) return false;
    }
    return true;
}

const Codec codec_unicode_escape = {"unicodeescape", encode, decode};
const Codec codec_raw_unicode_escape = {"rawunicodeescape", encode_raw, decode_raw};
