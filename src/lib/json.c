/* Reading and writing JSON of built-in values. What needs the program's own code (default=,
 * hooks, keys that compare by an __lt__ of Python's) is left to json.py. */
#include "lib/lib.h"
#include "vm/num.h"
#include "vm/text.h"

#include <math.h>
#include <stdlib.h>

/* --- writing ----------------------------------------------------------------------- */

typedef struct Writer {
    VM *vm;
    Buf *out;
    Buf indent, item_separator, key_separator;
    bool pretty, ascii, sort_keys, skip_keys, allow_nan, check_circular;
    VEC(Obj *) open; /* containers that are being written */
} Writer;

static const char hex[] = "0123456789abcdef";

static void add_unicode_escape(Buf *out, uint32_t unit) {
    const char text[] = {'\\',          'u', hex[unit >> 12 & 15], hex[unit >> 8 & 15], hex[unit >> 4 & 15],
                         hex[unit & 15]};
    buf_add(out, text, sizeof text);
}

static char short_escape(uint32_t c) {
    switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    case '\f': return 'f';
    case '\b': return 'b';
    default: return 0;
    }
}

static void write_char(Writer *w, uint32_t c) {
    char escape = short_escape(c);
    if (escape) {
        buf_addc(w->out, '\\');
        buf_addc(w->out, escape);
    } else if (c < ' ' || (w->ascii && c > '~' && c < 0x10000)) {
        add_unicode_escape(w->out, c);
    } else if (w->ascii && c > '~') {
        add_unicode_escape(w->out, 0xD800 + ((c - 0x10000) >> 10));
        add_unicode_escape(w->out, 0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
        buf_add_utf8(w->out, c);
    }
}

static bool is_plain(unsigned char c) {
    return c >= ' ' && c < 127 && c != '"' && c != '\\';
}

static void write_str(Writer *w, const Str *s) {
    buf_addc(w->out, '"');
    if (s->ascii) {
        uint32_t start = 0;
        for (uint32_t i = 0; i < s->len; i++) {
            if (is_plain(s->data[i]) || (s->data[i] == 127 && !w->ascii)) continue;
            buf_add(w->out, s->data + start, i - start);
            write_char(w, s->data[i]);
            start = i + 1;
        }
        buf_add(w->out, s->data + start, s->len - start);
    } else {
        for (uint32_t i = 0; i < s->len; i++) write_char(w, str_at(s, i));
    }
    buf_addc(w->out, '"');
}

static Tri write_float(Writer *w, double d) {
    if (isfinite(d)) {
        float_repr(d, w->out);
        return YES;
    }
    if (!w->allow_nan) {
        if (!w->pretty) {
            vm_raise(w->vm, T_VALUE_ERROR, "Out of range float values are not JSON compliant");
            return FAILED;
        }
        Buf text = {0};
        float_repr(d, &text);
        vm_raise(w->vm, T_VALUE_ERROR, "Out of range float values are not JSON compliant: %s",
                 buf_cstr(&text));
        buf_deinit(&text);
        return FAILED;
    }
    buf_adds(w->out, isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
    return YES;
}

/* A value without parts; NO if it is none. */
static Tri write_scalar(Writer *w, Value v) {
    if (is_str(v)) {
        write_str(w, AS(Str, v));
    } else if (is_none(v) || is_bool(v)) {
        buf_adds(w->out, is_none(v) ? "null" : v == V_TRUE ? "true" : "false");
    } else if (int_is(v)) {
        return int_to_decimal(w->vm, num_plain(v), w->out) ? YES : FAILED;
    } else if (float_is(v)) {
        return write_float(w, as_float(num_plain(v)));
    } else {
        return NO;
    }
    return YES;
}

static void new_line(Writer *w, uint32_t level) {
    buf_addc(w->out, '\n');
    for (uint32_t i = 0; i < level; i++) buf_add(w->out, w->indent.data, w->indent.len);
}

static Tri enter(Writer *w, Value container) {
    for (uint32_t i = 0; w->check_circular && i < w->open.len; i++)
        if (w->open.items[i] == as_obj(container)) {
            vm_raise(w->vm, T_VALUE_ERROR, "Circular reference detected");
            return FAILED;
        }
    if (!vm_enter_c(w->vm, "while encoding a JSON object")) return FAILED;
    vec_push(&w->open, as_obj(container));
    return YES;
}

static void leave(Writer *w) {
    w->open.len--;
    vm_leave_c(w->vm);
}

static Tri write_value(Writer *w, Value v);

static void write_separator(Writer *w, bool first) {
    if (!first) buf_add(w->out, w->item_separator.data, w->item_separator.len);
    if (w->pretty) new_line(w, w->open.len);
}

static Tri write_items(Writer *w, Value v, const Value *items, uint32_t n) {
    if (n == 0) {
        buf_adds(w->out, "[]");
        return YES;
    }
    Tri done = enter(w, v);
    if (done != YES) return done;
    buf_addc(w->out, '[');
    for (uint32_t i = 0; i < n && done == YES; i++) {
        write_separator(w, i == 0);
        done = write_value(w, items[i]);
    }
    leave(w);
    if (done == YES && w->pretty) new_line(w, w->open.len);
    buf_addc(w->out, ']');
    return done;
}

/* A key as it is written, between quotes. NO: it is left out. */
static Tri write_key(Writer *w, Value key, bool first) {
    bool is_text = is_str(key), is_number = !is_text && !is_bool(key) && (int_is(key) || float_is(key));
    if (!is_text && !is_number && !is_none(key) && !is_bool(key)) {
        if (w->skip_keys) return NO;
        vm_raise(w->vm, T_TYPE_ERROR, "keys must be str, int, float, bool or None, not %s",
                 type_name(w->vm, key));
        return FAILED;
    }
    write_separator(w, first);
    if (!is_text) buf_addc(w->out, '"');
    Tri done = write_scalar(w, key);
    if (!is_text) buf_addc(w->out, '"');
    buf_add(w->out, w->key_separator.data, w->key_separator.len);
    return done;
}

static int by_key(const void *a, const void *b) {
    return str_compare(AS(Str, ((const DictEntry *)a)->key), AS(Str, ((const DictEntry *)b)->key));
}

static Tri write_entries(Writer *w, const DictEntry *entries, uint32_t n) {
    bool first = true;
    for (uint32_t i = 0; i < n; i++) {
        Tri done = write_key(w, entries[i].key, first);
        if (done == NO) continue;
        if (done == YES) done = write_value(w, entries[i].value);
        if (done != YES) return done;
        first = false;
    }
    return YES;
}

static Tri write_dict(Writer *w, Value v) {
    Dict *d = AS(Dict, v);
    if (d->used == 0) {
        buf_adds(w->out, "{}");
        return YES;
    }
    VEC(DictEntry) entries = {0};
    bool all_str = true;
    uint32_t at = 0;
    for (DictEntry *e = dict_next(d, &at); e; e = dict_next(d, &at)) {
        vec_push(&entries, *e);
        all_str = all_str && is_str(e->key);
    }
    Tri done = w->sort_keys && !all_str ? NEEDS_PYTHON : enter(w, v);
    if (done == YES) {
        if (w->sort_keys) qsort(entries.items, entries.len, sizeof(DictEntry), by_key);
        buf_addc(w->out, '{');
        done = write_entries(w, entries.items, entries.len);
        leave(w);
        if (done == YES && w->pretty) new_line(w, w->open.len);
        buf_addc(w->out, '}');
    }
    vec_deinit(&entries);
    return done;
}

static Tri write_value(Writer *w, Value v) {
    Tri done = write_scalar(w, v);
    if (done != NO) return done;
    if (is_list(v)) return write_items(w, v, AS(List, v)->items, AS(List, v)->len);
    if (is_tuple(v)) return write_items(w, v, AS(Tuple, v)->items, AS(Tuple, v)->len);
    if (!is_dict(v)) return NEEDS_PYTHON;
    /* A subclass may have other items. */
    Value items = class_lookup(w->vm, as_obj(v)->cls, str_intern(w->vm, "items", 5));
    return is_kind(items, KIND_NATIVE) ? write_dict(w, v) : NEEDS_PYTHON;
}

static void take_text(Buf *out, Value v) {
    if (is_str(v)) str_to_utf8(AS(Str, v), out);
}

/* encode(value, ensure_ascii, indent (str or None), item separator, key separator, sort_keys,
 * skipkeys, allow_nan, check_circular): a str, or None if it needs Python. */
static Value encode(VM *vm, Value *args, int n) {
    (void)n;
    Writer w = {.vm = vm,
                .out = text_borrow(vm),
                .ascii = args[1] == V_TRUE,
                .pretty = !is_none(args[2]),
                .sort_keys = args[5] == V_TRUE,
                .skip_keys = args[6] == V_TRUE,
                .allow_nan = args[7] == V_TRUE,
                .check_circular = args[8] == V_TRUE};
    take_text(&w.indent, args[2]);
    take_text(&w.item_separator, args[3]);
    take_text(&w.key_separator, args[4]);
    Tri done = write_value(&w, args[0]);
    vec_deinit(&w.open);
    buf_deinit(&w.indent);
    buf_deinit(&w.item_separator);
    buf_deinit(&w.key_separator);
    vm_charge(vm, w.out->len / 16);
    if (done == YES) return text_take(vm, w.out);
    text_return(vm, w.out);
    return done == FAILED ? V_ERROR : V_NONE;
}

/* --- reading ----------------------------------------------------------------------- */

typedef struct Reader {
    VM *vm;
    const Str *text;
    uint32_t at;
    bool strict;
    bool raw;            /* objects as tuples of pairs, numbers as bytes: json.py calls hooks on them */
    const char *message; /* what is wrong, and where; NULL: nothing, or an exception is pending */
    uint32_t where;
} Reader;

static Value wrong(Reader *r, const char *message, uint32_t where) {
    r->message = message;
    r->where = where;
    return V_ERROR;
}

static uint32_t peek(const Reader *r, uint32_t ahead) {
    return r->at + ahead < r->text->len ? str_at(r->text, r->at + ahead) : 0;
}

static bool at_end(const Reader *r) {
    return r->at >= r->text->len;
}

static void skip_blanks(Reader *r) {
    while (!at_end(r)) {
        uint32_t c = str_at(r->text, r->at);
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') break;
        r->at++;
    }
}

static bool read_word(Reader *r, const char *word) {
    uint32_t i = 0;
    for (; word[i]; i++)
        if (r->at + i >= r->text->len || str_at(r->text, r->at + i) != (unsigned char)word[i]) return false;
    r->at += i;
    return true;
}

static int hex_digit(uint32_t c) {
    if (c >= '0' && c <= '9') return (int)(c - '0');
    if (c >= 'a' && c <= 'f') return (int)(c - 'a') + 10;
    return c >= 'A' && c <= 'F' ? (int)(c - 'A') + 10 : -1;
}

/* Four hexadecimal digits `ahead`, or -1. */
static int32_t peek_unit(const Reader *r, uint32_t ahead) {
    int32_t unit = 0;
    for (uint32_t i = 0; i < 4; i++) {
        int digit = hex_digit(peek(r, ahead + i));
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/* What the escape at the reader's place (behind the backslash) stands for, or -1. */
static int32_t read_escape(Reader *r) {
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    uint32_t c = peek(r, 0);
    const char *found = c && c < 128 ? strchr(letters, (int)c) : NULL;
    if (found) {
        r->at++;
        return meanings[found - letters];
    }
    if (c != 'u') {
        wrong(r, "Invalid \\escape", r->at - 1);
        return -1;
    }
    int32_t unit = peek_unit(r, 1);
    if (unit < 0) {
        wrong(r, "Invalid \\uXXXX escape", r->at);
        return -1;
    }
    r->at += 5;
    if (unit >= 0xD800 && unit < 0xDC00 && peek(r, 0) == '\\' && peek(r, 1) == 'u') {
        int32_t low = peek_unit(r, 2);
        if (low < 0) {
            wrong(r, "Invalid \\uXXXX escape", r->at + 1);
            return -1;
        }
        if (low >= 0xDC00 && low < 0xE000) {
            r->at += 6;
            return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        }
    }
    return unit;
}

/* A string, from behind its opening quote. */
static Value read_string(Reader *r) {
    uint32_t begin = r->at - 1, start = r->at;
    Buf *out = NULL;
    for (;;) {
        if (at_end(r)) {
            wrong(r, "Unterminated string starting at", begin);
            break;
        }
        uint32_t c = str_at(r->text, r->at);
        if (c == '"') {
            uint32_t end = r->at++;
            if (!out) return str_sub(r->vm, (Str *)(uintptr_t)r->text, start, end);
            str_part_to_utf8(r->text, start, end, out);
            return text_take(r->vm, out);
        }
        if (c == '\\') {
            if (!out) out = text_borrow(r->vm);
            str_part_to_utf8(r->text, start, r->at++, out);
            if (at_end(r)) {
                wrong(r, "Unterminated string starting at", begin);
                break;
            }
            int32_t point = read_escape(r);
            if (point < 0) break;
            buf_add_utf8(out, (uint32_t)point);
            start = r->at;
            continue;
        }
        if (c < ' ' && r->strict) {
            wrong(r, "Invalid control character at", r->at);
            break;
        }
        r->at++;
    }
    if (out) text_return(r->vm, out);
    return V_ERROR;
}

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

static Value number_from(Reader *r, const char *text, size_t len, bool is_real) {
    if (r->raw) return bytes_new(r->vm, text, len);
    if (is_real) return from_float(strtod(text, NULL));
    uint32_t limit = int_max_digits(r->vm);
    size_t digits = len - (*text == '-');
    if (limit && digits > limit)
        return vm_raise(r->vm, T_VALUE_ERROR,
                        "Exceeds the limit (%u digits) for integer string conversion: value has %zu digits; "
                        "use sys.set_int_max_str_digits() to increase the limit",
                        limit, digits);
    if (*text != '-') return int_parse(r->vm, text);
    Value positive = int_parse(r->vm, text + 1);
    return positive == V_ERROR ? V_ERROR : obj_unary(r->vm, UN_NEG, positive);
}

/* A number; V_STOP if there is none, with the reader where it was. */
static Value read_number(Reader *r) {
    uint32_t end = r->at;
    uint32_t first = peek(r, 0) == '-' ? 1 : 0;
    if (!is_digit(peek(r, first))) return V_STOP;
    uint32_t n = first + 1;
    if (peek(r, first) != '0')
        while (is_digit(peek(r, n))) n++;
    bool is_real = false;
    if (peek(r, n) == '.' && is_digit(peek(r, n + 1))) {
        is_real = true;
        n += 2;
        while (is_digit(peek(r, n))) n++;
    }
    if (peek(r, n) == 'e' || peek(r, n) == 'E') {
        uint32_t e = n + 1;
        if (peek(r, e) == '+' || peek(r, e) == '-') e++;
        if (is_digit(peek(r, e))) {
            is_real = true;
            n = e;
            while (is_digit(peek(r, n))) n++;
        }
    }
    Buf *text = text_borrow(r->vm);
    str_part_to_utf8(r->text, end, end + n, text);
    r->at += n;
    Value v = number_from(r, buf_cstr(text), text->len, is_real);
    text_return(r->vm, text);
    return v;
}

static Value read_value(Reader *r);

static Value read_array(Reader *r) {
    Value list = list_new(r->vm, 0);
    skip_blanks(r);
    if (peek(r, 0) == ']' && !at_end(r)) {
        r->at++;
        return list;
    }
    for (;;) {
        Value v = read_value(r);
        if (v == V_ERROR) return V_ERROR;
        list_push(r->vm, AS(List, list), v);
        skip_blanks(r);
        uint32_t c = peek(r, 0);
        if (c == ']') break;
        if (c != ',') return wrong(r, "Expecting ',' delimiter", r->at);
        r->at++;
        skip_blanks(r);
    }
    r->at++;
    return list;
}

static Value add_pair(Reader *r, Value object, Value key, Value v) {
    if (!r->raw) {
        Str *name = AS(Str, key);
        dict_set_str(r->vm, AS(Dict, object), name, v);
        return V_NONE;
    }
    Value pair[] = {key, v};
    list_push(r->vm, AS(List, object), tuple_from(r->vm, pair, 2));
    return V_NONE;
}

/* The raw form of an object is a tuple that holds the list of its pairs. */
static Value finished(Reader *r, Value object) {
    return r->raw ? tuple_from(r->vm, &object, 1) : object;
}

static Value read_object(Reader *r) {
    Value object = r->raw ? list_new(r->vm, 0) : dict_new(r->vm);
    skip_blanks(r);
    if (peek(r, 0) == '}') {
        r->at++;
        return finished(r, object);
    }
    for (;;) {
        if (peek(r, 0) != '"') return wrong(r, "Expecting property name enclosed in double quotes", r->at);
        r->at++;
        Value key = read_string(r);
        if (key == V_ERROR) return V_ERROR;
        skip_blanks(r);
        if (peek(r, 0) != ':') return wrong(r, "Expecting ':' delimiter", r->at);
        r->at++;
        skip_blanks(r);
        Value v = read_value(r);
        if (v == V_ERROR) return V_ERROR;
        add_pair(r, object, key, v);
        skip_blanks(r);
        uint32_t c = peek(r, 0);
        if (c == '}') break;
        if (c != ',') return wrong(r, "Expecting ',' delimiter", r->at);
        r->at++;
        skip_blanks(r);
    }
    r->at++;
    return finished(r, object);
}

static Value constant(Reader *r, const char *name, double d) {
    return r->raw ? bytes_new(r->vm, name, strlen(name)) : from_float(d);
}

static Value read_nested(Reader *r, bool is_array) {
    const char *where = is_array ? "while decoding a JSON array from a unicode string"
                                 : "while decoding a JSON object from a unicode string";
    if (!vm_enter_c(r->vm, where)) return V_ERROR;
    r->at++;
    Value v = is_array ? read_array(r) : read_object(r);
    vm_leave_c(r->vm);
    return v;
}

static Value read_value(Reader *r) {
    switch (peek(r, 0)) {
    case '"': r->at++; return read_string(r);
    case '{': return read_nested(r, false);
    case '[': return read_nested(r, true);
    case 'n':
        if (read_word(r, "null")) return V_NONE;
        break;
    case 't':
        if (read_word(r, "true")) return V_TRUE;
        break;
    case 'f':
        if (read_word(r, "false")) return V_FALSE;
        break;
    case 'N':
        if (read_word(r, "NaN")) return constant(r, "NaN", (double)NAN);
        break;
    case 'I':
        if (read_word(r, "Infinity")) return constant(r, "Infinity", (double)INFINITY);
        break;
    case '-':
        if (read_word(r, "-Infinity")) return constant(r, "-Infinity", -(double)INFINITY);
        break;
    default: break;
    }
    Value v = read_number(r);
    return v == V_STOP ? wrong(r, "Expecting value", r->at) : v;
}

/* decode(text, start, strict, raw): (value, where it ends), or (message, place, None). */
static Value decode(VM *vm, Value *args, int n) {
    (void)n;
    int64_t start = 0;
    if (!is_str(args[0]) || index_arg(vm, args[1], true, &start) != YES)
        return vm_raise(vm, T_TYPE_ERROR, "first argument must be a string, not %s", type_name(vm, args[0]));
    if (start < 0) return vm_raise(vm, T_VALUE_ERROR, "idx cannot be negative");
    const Str *text = AS(Str, args[0]);
    Reader r = {.vm = vm,
                .text = text,
                .at = start > text->len ? text->len : (uint32_t)start,
                .strict = args[2] == V_TRUE,
                .raw = args[3] == V_TRUE};
    Value v = read_value(&r);
    vm_charge(vm, r.at / 16);
    if (v == V_ERROR && !r.message) return V_ERROR;
    if (v == V_ERROR) {
        const Value failure[] = {str_from(vm, r.message), from_small(r.where), V_NONE};
        return tuple_from(vm, failure, 3);
    }
    const Value result[] = {v, from_small(r.at)};
    return tuple_from(vm, result, 2);
}

static const NativeDef functions[] = {
    {"encode", encode, 9, 9, 0, NULL},
    {"decode", decode, 4, 4, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef json_module = {.name = "_json", .functions = functions, .internal = true};
