#include "vm/codec.h"
#include "vm/codec_job.h"
#include "vm/vm_internal.h"

#include <ctype.h>

static const char *const handler_names[] = {
    [ON_STRICT] = "strict",         [ON_IGNORE] = "ignore",
    [ON_REPLACE] = "replace",       [ON_BACKSLASH] = "backslashreplace",
    [ON_XML] = "xmlcharrefreplace", [ON_ESCAPE] = "surrogateescape",
    [ON_PASS] = "surrogatepass",
};

static bool is_surrogate(uint32_t c) {
    return c >= 0xD800 && c <= 0xDFFF;
}

/* --- errors -------------------------------------------------------------------------------- */

static bool fail(Job *j, TypeId type, uint32_t start, uint32_t end, const char *reason) {
    Value args[5] = {str_from(j->vm, j->name), j->source, from_small(start), from_small(end),
                     str_from(j->vm, reason)};
    Value e = error_new(j->vm, class_get(j->vm, type), 5, args);
    if (e != V_ERROR) vm_raise_object(j->vm, e);
    return false;
}

static bool no_handler(Job *j) {
    Buf *name = text_borrow(j->vm);
    str_to_utf8(AS(Str, j->handler), name);
    vm_raise(j->vm, T_LOOKUP_ERROR, "unknown error handler name '%s'", buf_cstr(name));
    text_return(j->vm, name);
    return false;
}

/* Puts the code points as the encoding has them; they are ASCII, so that this is easy. */
static void put_ascii(Job *j, const char *text) {
    Value v = str_from(j->vm, text);
    Job ascii = *j;
    ascii.in = text_of(v);
    j->codec->encode(&ascii);
}

static void put_escape(Job *j, uint32_t c) {
    Buf *b = text_borrow(j->vm);
    if (j->on_error == ON_XML) buf_printf(b, "&#%u;", c);
    else buf_printf(b, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    put_ascii(j, buf_cstr(b));
    text_return(j->vm, b);
}

bool codec_cannot_encode(Job *j, uint32_t start, uint32_t end, const char *reason) {
    if (j->on_error == ON_UNKNOWN) return no_handler(j);
    for (uint32_t i = start; i < end; i++) {
        uint32_t c = text_at(&j->in, i);
        switch (j->on_error) {
        case ON_IGNORE: break;
        case ON_REPLACE: put_ascii(j, "?"); break;
        case ON_BACKSLASH:
        case ON_XML: put_escape(j, c); break;
        case ON_ESCAPE:
            if (c < 0xDC80 || c > 0xDCFF) return fail(j, T_UNICODE_ENCODE_ERROR, i, end, reason);
            buf_addc(j->out, (char)(c - 0xDC00));
            break;
        case ON_PASS:
            if (!is_surrogate(c) || j->name[0] != 'u') return fail(j, T_UNICODE_ENCODE_ERROR, i, end, reason);
            buf_add_utf8(j->out, c);
            break;
        default: return fail(j, T_UNICODE_ENCODE_ERROR, start, end, reason);
        }
    }
    return true;
}

bool codec_cannot_decode(Job *j, uint32_t start, uint32_t end, const char *reason, uint32_t *next) {
    *next = end;
    switch (j->on_error) {
    case ON_UNKNOWN: return no_handler(j);
    case ON_IGNORE: return true;
    case ON_REPLACE: buf_add_utf8(j->out, REPLACEMENT); return true;
    case ON_BACKSLASH:
        for (uint32_t i = start; i < end; i++) buf_printf(j->out, "\\x%02x", j->in.data[i]);
        return true;
    case ON_ESCAPE: {
        uint32_t i = start;
        for (; i < end && j->in.data[i] >= 0x80; i++) buf_add_utf8(j->out, 0xDC00u + j->in.data[i]);
        if (i == start) break;
        *next = i;
        return true;
    }
    default: break;
    }
    return fail(j, T_UNICODE_DECODE_ERROR, start, end, reason);
}

/* --- UTF-8 ----------------------------------------------------------------------------------- */

static bool encode_utf8(Job *j) {
    for (uint32_t i = 0; i < j->in.len;) {
        uint32_t c = text_at(&j->in, i), end = i + 1;
        if (!is_surrogate(c)) {
            buf_add_utf8(j->out, c);
        } else {
            while (end < j->in.len && is_surrogate(text_at(&j->in, end))) end++;
            if (!codec_cannot_encode(j, i, end, "surrogates not allowed")) return false;
        }
        i = end;
    }
    return true;
}

static bool encode_utf8_sig(Job *j) {
    buf_add_utf8(j->out, BOM);
    return encode_utf8(j);
}

static bool follows(unsigned char c) {
    return (c & 0xC0) == 0x80;
}

/* How long the sequence at p is; 0 if it is bad, and then *bad bytes of it (0: it is cut off). */
static uint32_t sequence(const unsigned char *p, uint32_t left, uint32_t *bad) {
    unsigned char c = *p;
    *bad = 1;
    if (c < 0x80) return 1;
    if (c < 0xC2 || c > 0xF4) return 0;
    uint32_t n = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    if (left > 1) {
        bool low = p[1] < (n == 3 ? 0xA0 : 0x90);
        if (!follows(p[1]) || (low && (c == 0xE0 || c == 0xF0)) || (!low && (c == 0xED || c == 0xF4)))
            return 0;
    }
    for (uint32_t i = 2; i < n && i < left; i++) {
        *bad = i;
        if (!follows(p[i])) return 0;
    }
    if (left < n) {
        *bad = 0;
        return 0;
    }
    return n;
}

static bool passes_surrogate(const Job *j, uint32_t i) {
    const unsigned char *p = j->in.data + i;
    return j->on_error == ON_PASS && j->in.len - i >= 3 && p[0] == 0xED && p[1] >= 0xA0 && follows(p[1]) &&
           follows(p[2]);
}

static bool decode_utf8_from(Job *j, uint32_t i) {
    while (i < j->in.len) {
        uint32_t run = i;
        while (run < j->in.len && j->in.data[run] < 0x80) run++;
        buf_add(j->out, j->in.data + i, run - i);
        i = run;
        if (i == j->in.len) break;
        uint32_t bad, n = sequence(j->in.data + i, j->in.len - i, &bad);
        if (n == 0 && passes_surrogate(j, i)) n = 3;
        if (n > 0) {
            buf_add(j->out, j->in.data + i, n);
            i += n;
            continue;
        }
        unsigned char c = j->in.data[i];
        const char *reason = bad == 0               ? "unexpected end of data"
                             : c < 0xC2 || c > 0xF4 ? "invalid start byte"
                                                    : "invalid continuation byte";
        if (!codec_cannot_decode(j, i, bad ? i + bad : j->in.len, reason, &i)) return false;
    }
    return true;
}

static bool decode_utf8(Job *j) {
    return decode_utf8_from(j, 0);
}

static bool decode_utf8_sig(Job *j) {
    bool marked = j->in.len >= 3 && memcmp(j->in.data, "\xEF\xBB\xBF", 3) == 0;
    return decode_utf8_from(j, marked ? 3 : 0);
}

/* --- one byte each ------------------------------------------------------------------------------ */

static bool encode_below(Job *j, uint32_t limit, const char *reason) {
    for (uint32_t i = 0; i < j->in.len;) {
        uint32_t end = i;
        while (end < j->in.len && text_at(&j->in, end) < limit)
            buf_addc(j->out, (char)text_at(&j->in, end++));
        i = end;
        while (end < j->in.len && text_at(&j->in, end) >= limit) end++;
        if (end > i && !codec_cannot_encode(j, i, end, reason)) return false;
        i = end;
    }
    return true;
}

static bool encode_ascii(Job *j) {
    return encode_below(j, 0x80, "ordinal not in range(128)");
}

static bool encode_latin(Job *j) {
    return encode_below(j, 0x100, "ordinal not in range(256)");
}

static bool decode_ascii(Job *j) {
    for (uint32_t i = 0; i < j->in.len;) {
        if (j->in.data[i] < 0x80) buf_addc(j->out, (char)j->in.data[i++]);
        else if (!codec_cannot_decode(j, i, i + 1, "ordinal not in range(128)", &i)) return false;
    }
    return true;
}

static bool decode_latin(Job *j) {
    for (uint32_t i = 0; i < j->in.len; i++) buf_add_utf8(j->out, j->in.data[i]);
    return true;
}

/* --- UTF-16 and UTF-32 --------------------------------------------------------------------------- */

static void put_unit(Buf *out, uint32_t unit, int bytes, bool big) {
    for (int i = 0; i < bytes; i++) buf_addc(out, (char)(unit >> 8 * (big ? bytes - 1 - i : i)));
}

static uint32_t unit_at(const Job *j, uint32_t i, uint32_t bytes, bool big) {
    uint32_t unit = 0;
    for (uint32_t k = 0; k < bytes; k++) unit |= (uint32_t)j->in.data[i + k] << 8 * (big ? bytes - 1 - k : k);
    return unit;
}

static bool encode_units(Job *j, int bytes, bool big) {
    for (uint32_t i = 0; i < j->in.len; i++) {
        uint32_t c = text_at(&j->in, i);
        if (is_surrogate(c) && j->on_error != ON_PASS) {
            if (!codec_cannot_encode(j, i, i + 1, "surrogates not allowed")) return false;
        } else if (bytes == 4 || c < 0x10000) {
            put_unit(j->out, c, bytes, big);
        } else {
            put_unit(j->out, 0xD800 + ((c - 0x10000) >> 10), 2, big);
            put_unit(j->out, 0xDC00 + ((c - 0x10000) & 0x3FF), 2, big);
        }
    }
    return true;
}

static bool decode_16(Job *j, uint32_t i, bool big) {
    j->name = big ? "utf-16-be" : "utf-16-le";
    while (i < j->in.len) {
        uint32_t left = j->in.len - i;
        uint32_t c = left >= 2 ? unit_at(j, i, 2, big) : 0;
        if (left < 2) {
            if (!codec_cannot_decode(j, i, j->in.len, "truncated data", &i)) return false;
        } else if (!is_surrogate(c)) {
            buf_add_utf8(j->out, c);
            i += 2;
        } else if (c >= 0xDC00) {
            if (!codec_cannot_decode(j, i, i + 2, "illegal encoding", &i)) return false;
        } else if (left < 4) {
            if (!codec_cannot_decode(j, i, j->in.len, "unexpected end of data", &i)) return false;
        } else {
            uint32_t low = unit_at(j, i + 2, 2, big);
            bool fine = low >= 0xDC00 && low <= 0xDFFF;
            if (!fine && !codec_cannot_decode(j, i, i + 2, "illegal UTF-16 surrogate", &i)) return false;
            if (!fine) continue;
            buf_add_utf8(j->out, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
            i += 4;
        }
    }
    return true;
}

static bool decode_32(Job *j, uint32_t i, bool big) {
    j->name = big ? "utf-32-be" : "utf-32-le";
    while (i < j->in.len) {
        uint32_t left = j->in.len - i, c = left >= 4 ? unit_at(j, i, 4, big) : 0;
        const char *reason = left < 4          ? "truncated data"
                             : is_surrogate(c) ? "code point in surrogate code point range(0xd800, 0xe000)"
                             : c > 0x10FFFF    ? "code point not in range(0x110000)"
                                               : NULL;
        if (reason) {
            if (!codec_cannot_decode(j, i, left < 4 ? j->in.len : i + 4, reason, &i)) return false;
            continue;
        }
        buf_add_utf8(j->out, c);
        i += 4;
    }
    return true;
}

static bool encode_16le(Job *j) {
    return encode_units(j, 2, false);
}
static bool encode_16be(Job *j) {
    return encode_units(j, 2, true);
}
static bool encode_32le(Job *j) {
    return encode_units(j, 4, false);
}
static bool encode_32be(Job *j) {
    return encode_units(j, 4, true);
}
static bool decode_16le(Job *j) {
    return decode_16(j, 0, false);
}
static bool decode_16be(Job *j) {
    return decode_16(j, 0, true);
}
static bool decode_32le(Job *j) {
    return decode_32(j, 0, false);
}
static bool decode_32be(Job *j) {
    return decode_32(j, 0, true);
}

static bool encode_16_marked(Job *j) {
    if (j->out->len == 0) put_unit(j->out, BOM, 2, false);
    return encode_units(j, 2, false);
}

static bool encode_32_marked(Job *j) {
    if (j->out->len == 0) put_unit(j->out, BOM, 4, false);
    return encode_units(j, 4, false);
}

static bool decode_16_marked(Job *j) {
    bool big = j->in.len >= 2 && unit_at(j, 0, 2, true) == BOM;
    bool little = j->in.len >= 2 && unit_at(j, 0, 2, false) == BOM;
    return decode_16(j, big || little ? 2 : 0, big);
}

static bool decode_32_marked(Job *j) {
    bool big = j->in.len >= 4 && unit_at(j, 0, 4, true) == BOM;
    bool little = j->in.len >= 4 && unit_at(j, 0, 4, false) == BOM;
    return decode_32(j, big || little ? 4 : 0, big);
}

/* --- by name -------------------------------------------------------------------------------------- */

static const Codec utf8 = {"utf-8", encode_utf8, decode_utf8};
static const Codec utf8_sig = {"utf-8", encode_utf8_sig, decode_utf8_sig};
static const Codec ascii = {"ascii", encode_ascii, decode_ascii};
static const Codec latin = {"latin-1", encode_latin, decode_latin};
static const Codec utf16 = {"utf-16", encode_16_marked, decode_16_marked};
static const Codec utf16_le = {"utf-16-le", encode_16le, decode_16le};
static const Codec utf16_be = {"utf-16-be", encode_16be, decode_16be};
static const Codec utf32 = {"utf-32", encode_32_marked, decode_32_marked};
static const Codec utf32_le = {"utf-32-le", encode_32le, decode_32le};
static const Codec utf32_be = {"utf-32-be", encode_32be, decode_32be};

/* Names in lower case with "_" for what is neither letter nor digit. */
static const struct {
    const char *name;
    const Codec *codec;
} codecs[] = {
    {"utf_8", &utf8},
    {"utf8", &utf8},
    {"u8", &utf8},
    {"utf", &utf8},
    {"cp65001", &utf8},
    {"utf_8_sig", &utf8_sig},
    {"ascii", &ascii},
    {"us_ascii", &ascii},
    {"646", &ascii},
    {"latin_1", &latin},
    {"latin1", &latin},
    {"latin", &latin},
    {"l1", &latin},
    {"iso_8859_1", &latin},
    {"iso8859_1", &latin},
    {"iso8859", &latin},
    {"8859", &latin},
    {"cp819", &latin},
    {"utf_16", &utf16},
    {"utf16", &utf16},
    {"u16", &utf16},
    {"utf_16_le", &utf16_le},
    {"utf_16le", &utf16_le},
    {"utf_16_be", &utf16_be},
    {"utf_16be", &utf16_be},
    {"utf_32", &utf32},
    {"utf32", &utf32},
    {"u32", &utf32},
    {"utf_32_le", &utf32_le},
    {"utf_32le", &utf32_le},
    {"utf_32_be", &utf32_be},
    {"utf_32be", &utf32_be},
    {"unicode_escape", &codec_unicode_escape},
    {"raw_unicode_escape", &codec_raw_unicode_escape},
};

static const Codec *find_codec(VM *vm, Value encoding, int *charmap) {
    if (encoding == V_UNDEF) return &utf8;
    Buf *given = text_borrow(vm), *name = text_borrow(vm);
    str_to_utf8(AS(Str, encoding), given);
    for (size_t i = 0; i < given->len; i++) {
        unsigned char c = (unsigned char)given->data[i];
        if (isalnum(c)) buf_addc(name, (char)tolower(c));
        else if (name->len && name->data[name->len - 1] != '_') buf_addc(name, '_');
    }
    const Codec *found = NULL;
    for (size_t i = 0; i < sizeof codecs / sizeof codecs[0] && !found; i++)
        if (strcmp(codecs[i].name, buf_cstr(name)) == 0) found = codecs[i].codec;
    *charmap = found ? -1 : codec_find_charmap(buf_cstr(name));
    if (*charmap >= 0) found = &codec_charmap;
    if (!found) vm_raise(vm, T_LOOKUP_ERROR, "unknown encoding: %s", buf_cstr(given));
    text_return(vm, name);
    text_return(vm, given);
    return found;
}

static OnError find_handler(Value errors) {
    if (errors == V_UNDEF) return ON_STRICT;
    for (OnError e = ON_STRICT; e < ON_UNKNOWN; e++)
        if (str_is(AS(Str, errors), handler_names[e])) return e;
    return ON_UNKNOWN;
}

Value codec_encode(VM *vm, Str *s, Value encoding, Value errors) {
    int charmap = -1;
    const Codec *codec = find_codec(vm, encoding, &charmap);
    if (!codec) return V_ERROR;
    if (s->ascii && (codec == &utf8 || codec == &ascii || codec == &latin))
        return bytes_new(vm, s->data, s->len);
    Job j = {vm,     codec,       from_obj(s), text_of(from_obj(s)), text_borrow(vm), find_handler(errors),
             errors, codec->name, charmap};
    Value v = codec->encode(&j) ? bytes_new(vm, j.out->data, j.out->len) : V_ERROR;
    text_return(vm, j.out);
    return v;
}

Value codec_decode(VM *vm, Value source, Value encoding, Value errors) {
    int charmap = -1;
    const Codec *codec = find_codec(vm, encoding, &charmap);
    if (!codec) return V_ERROR;
    const Bytes *b = AS(Bytes, source);
    bool plain;
    points_width(b->data, 1, b->len, &plain);
    if (plain && (codec == &utf8 || codec == &ascii))
        return str_from_ascii(vm, (const char *)b->data, b->len);
    if (codec == &latin) return str_from_latin(vm, b->data, b->len);
    Job j = {vm,     codec,       source, text_of(source), text_borrow(vm), find_handler(errors),
             errors, codec->name, charmap};
    Value v = codec->decode(&j) ? str_new(vm, j.out->data, j.out->len) : V_ERROR;
    text_return(vm, j.out);
    return v;
}

static bool check_name(VM *vm, const char *function, const char *argument, Value v) {
    if (v == V_UNDEF) return true;
    if (!is_str(v)) {
        vm_raise(vm, T_TYPE_ERROR, "%s() argument '%s' must be str, not %s", function, argument,
                 is_none(v) ? "None" : type_name(vm, v));
        return false;
    }
    Value bytes = codec_encode(vm, AS(Str, v), V_UNDEF, V_UNDEF);
    if (bytes == V_ERROR) return false;
    if (!memchr(AS(Bytes, bytes)->data, 0, AS(Bytes, bytes)->len)) return true;
    vm_raise(vm, T_VALUE_ERROR, "embedded null character");
    return false;
}

bool codec_check_names(VM *vm, const char *function, Value encoding, Value errors) {
    return check_name(vm, function, "encoding", encoding) && check_name(vm, function, "errors", errors);
}
