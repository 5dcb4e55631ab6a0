/* The % operator of str and bytes. As in str_format.c, C goes as far as it can, and the twin
 * begins again where a value needs Python. */
#include "vm/format.h"
#include "vm/num.h"

#include <math.h>

/* One conversion: %(key)-08.3f */
typedef struct Conversion {
    bool has_key;
    uint32_t key_start, key_end;
    bool left, plus, blank, alternate, zero;
    bool width_star, precision_star;
    int64_t width, precision; /* -1: not given */
    uint32_t type;
    uint32_t at; /* of the type, for messages */
} Conversion;

typedef struct Percent {
    VM *vm;
    Text format;
    uint32_t at;
    Value args;
    bool is_map;
    /* As in CPython: a lone argument is counted from -2, and -1 means that it was used. */
    int64_t count, used;
    Buf *out; /* UTF-8, or the bytes */
} Percent;

static Tri wrong(Percent *p, TypeId type, const char *message) {
    vm_raise(p->vm, type, "%s", message);
    return FAILED;
}

/* --- reading -------------------------------------------------------------------------------------- */

static bool more(const Percent *p) {
    return p->at < p->format.len;
}

static uint32_t peek(const Percent *p) {
    return more(p) ? text_at(&p->format, p->at) : 0;
}

static bool take(Percent *p, uint32_t c) {
    if (!more(p) || peek(p) != c) return false;
    p->at++;
    return true;
}

/* Behind "%(": parentheses inside count. */
static Tri read_key(Percent *p, Conversion *c) {
    c->has_key = true;
    c->key_start = p->at;
    for (int open = 1; more(p);) {
        uint32_t ch = text_at(&p->format, p->at++);
        if (ch == '(') open++;
        if (ch == ')' && --open == 0) {
            c->key_end = p->at - 1;
            return YES;
        }
    }
    return wrong(p, T_VALUE_ERROR, "incomplete format key");
}

static Tri read_digits(Percent *p, int64_t most, const char *message, int64_t *out) {
    for (uint32_t ch; (ch = peek(p)) >= '0' && ch <= '9'; p->at++) {
        int64_t so_far = *out < 0 ? 0 : *out;
        if (so_far > (most - (int64_t)(ch - '0')) / 10) return wrong(p, T_VALUE_ERROR, message);
        *out = so_far * 10 + (ch - '0');
    }
    return YES;
}

static void read_flags(Percent *p, Conversion *c) {
    for (;; p->at++) {
        switch (peek(p)) {
        case '-': c->left = true; continue;
        case '+': c->plus = true; continue;
        case ' ': c->blank = true; continue;
        case '#': c->alternate = true; continue;
        case '0': c->zero = true; continue;
        default: return;
        }
    }
}

/* What stands behind the key. */
static Tri read_conversion(Percent *p, Conversion *c) {
    c->width = c->precision = -1;
    read_flags(p, c);
    c->width_star = take(p, '*');
    if (!c->width_star && read_digits(p, INT64_MAX, "width too big", &c->width) == FAILED) return FAILED;
    if (take(p, '.')) {
        c->precision_star = take(p, '*');
        c->precision = 0;
        if (!c->precision_star && read_digits(p, INT32_MAX, "precision too big", &c->precision) == FAILED)
            return FAILED;
    }
    if (peek(p) == 'h' || peek(p) == 'l' || peek(p) == 'L') p->at++;
    if (!more(p)) return wrong(p, T_VALUE_ERROR, "incomplete format");
    c->at = p->at;
    c->type = text_at(&p->format, p->at++);
    return YES;
}

/* --- arguments --------------------------------------------------------------------------------------- */

static Value next_argument(Percent *p) {
    if (p->used >= p->count) return vm_raise(p->vm, T_TYPE_ERROR, "not enough arguments for format string");
    int64_t i = p->used++;
    return p->count < 0 ? p->args : AS(Tuple, p->args)->items[i];
}

static Tri star(Percent *p, int64_t *out) {
    Value v = next_argument(p);
    if (v == V_ERROR) return FAILED;
    if (!int_is(v)) return wrong(p, T_TYPE_ERROR, "* wants int");
    if (int_fits_i64(num_plain(v), out)) return YES;
    return wrong(p, T_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
}

static Tri stars(Percent *p, Conversion *c) {
    if (c->width_star) {
        if (star(p, &c->width) == FAILED) return FAILED;
        if (c->width < 0) {
            c->left = true;
            c->width = c->width == INT64_MIN ? INT64_MAX : -c->width;
        }
    }
    if (!c->precision_star) return YES;
    if (star(p, &c->precision) == FAILED) return FAILED;
    if (c->precision > INT32_MAX)
        return wrong(p, T_OVERFLOW_ERROR, "Python int too large to convert to C int");
    if (c->precision < 0) c->precision = 0;
    return YES;
}

static Tri look_up(Percent *p, const Conversion *c) {
    Value v = obj_getitem(p->vm, p->args, text_sub(p->vm, &p->format, c->key_start, c->key_end));
    if (v == V_ERROR) return FAILED;
    if (v == V_TAIL) return NEEDS_PYTHON;
    p->args = v;
    p->count = -1;
    p->used = -2;
    return YES;
}

/* --- writing ------------------------------------------------------------------------------------------- */

/* Sign, prefix and digits, padded. `fill` is '0' or a blank. */
static Tri put_number(Percent *p, const Conversion *c, char sign, const char *prefix, const Buf *digits,
                      char fill) {
    if (!sign && c->plus) sign = '+';
    if (!sign && c->blank) sign = ' ';
    size_t len = (sign != 0) + strlen(prefix) + digits->len;
    size_t pad = c->width > 0 && (size_t)c->width > len ? (size_t)c->width - len : 0;
    if (pad > 0xFFFF && !heap_can_hold(p->vm, pad)) return FAILED;
    if (!c->left && fill == ' ') buf_pad(p->out, ' ', pad);
    if (sign) buf_addc(p->out, sign);
    buf_adds(p->out, prefix);
    if (!c->left && fill == '0') buf_pad(p->out, '0', pad);
    buf_add(p->out, digits->data, digits->len);
    if (c->left) buf_pad(p->out, ' ', pad);
    return YES;
}

static Tri put_padded(Percent *p, const Conversion *c, const Text *t) {
    uint32_t len = t->len;
    if (c->precision >= 0 && c->precision < len) len = (uint32_t)c->precision;
    size_t pad = c->width > len ? (size_t)c->width - len : 0;
    if (pad > 0xFFFF && !heap_can_hold(p->vm, pad)) return FAILED;
    if (!c->left) buf_pad(p->out, ' ', pad);
    if (t->is_bytes) buf_add(p->out, t->data, len);
    else str_part_to_utf8(AS(Str, t->owner), 0, len, p->out);
    if (c->left) buf_pad(p->out, ' ', pad);
    return YES;
}

static Tri put_result(Percent *p, const Conversion *c, Value s) {
    if (s == V_ERROR) return FAILED;
    if (s == V_TAIL) return NEEDS_PYTHON;
    Text t = text_of(s);
    return put_padded(p, c, &t);
}

static Tri put_text(Percent *p, const Conversion *c, Value v) {
    bool plain = c->width <= 0 && c->precision < 0;
    switch (c->type) {
    case 's': return plain ? val_str(p->vm, v, p->out) : put_result(p, c, obj_str(p->vm, v));
    case 'r': return plain ? val_repr(p->vm, v, p->out) : put_result(p, c, obj_repr(p->vm, v));
    default: return put_result(p, c, obj_ascii(p->vm, v));
    }
}

/* %s and %b of bytes. */
static Tri put_bytes(Percent *p, const Conversion *c, Value v) {
    if (is_bytes(v)) {
        Text t = text_of(v);
        return put_padded(p, c, &t);
    }
    if (class_special(p->vm, class_of(p->vm, v), SP_BYTES) != V_UNDEF) return NEEDS_PYTHON;
    vm_raise(p->vm, T_TYPE_ERROR,
             "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'",
             type_name(p->vm, v));
    return FAILED;
}

static Tri wrong_number(Percent *p, const Conversion *c, Value v, bool only_int) {
    vm_raise(p->vm, T_TYPE_ERROR,
             only_int ? "%%%c format: an integer is required, not %s"
                      : "%%%c format: a real number is required, not %s",
             (char)c->type, type_name(p->vm, v));
    return FAILED;
}

static bool has_special(Percent *p, Value v, Special sp) {
    return class_special(p->vm, class_of(p->vm, v), sp) != V_UNDEF;
}

/* The int that a conversion to an int shows. */
static Tri integer(Percent *p, const Conversion *c, Value v, Value *out) {
    bool only_int = c->type == 'x' || c->type == 'X' || c->type == 'o';
    *out = num_plain(v);
    if (int_is(v)) return YES;
    if (float_is(v) && !only_int) {
        *out = int_from_double(p->vm, as_float(num_plain(v)));
        return *out == V_ERROR ? FAILED : YES;
    }
    bool asks = has_special(p, v, SP_INDEX) || (!only_int && has_special(p, v, SP_INT));
    return asks && !float_is(v) ? NEEDS_PYTHON : wrong_number(p, c, v, only_int);
}

static Tri put_integer(Percent *p, const Conversion *c, Value v) {
    bool hex = c->type == 'x' || c->type == 'X', octal = c->type == 'o';
    Value i;
    Tri t = integer(p, c, v, &i);
    if (t != YES) return t;
    Buf *text = text_borrow(p->vm), *digits = text_borrow(p->vm);
    if (hex || octal) int_to_text(i, hex ? 16 : 8, text);
    else if (!int_to_decimal(p->vm, i, text)) t = FAILED;
    if (t == YES) {
        bool negative = text->data[0] == '-';
        size_t n = text->len - negative, least = c->precision > 0 ? (size_t)c->precision : 0;
        if (least > n && (least < 0xFFFF || heap_can_hold(p->vm, least))) buf_pad(digits, '0', least - n);
        buf_add(digits, text->data + negative, n);
        if (c->type == 'X')
            for (size_t k = 0; k < digits->len; k++)
                if (digits->data[k] >= 'a') digits->data[k] -= 'a' - 'A';
        const char *prefix = !c->alternate ? "" : octal ? "0o" : !hex ? "" : c->type == 'X' ? "0X" : "0x";
        t = put_number(p, c, negative ? '-' : 0, prefix, digits, c->zero ? '0' : ' ');
    }
    text_return(p->vm, digits);
    text_return(p->vm, text);
    return t;
}

static Tri put_float(Percent *p, const Conversion *c, Value v) {
    double d;
    if (!int_is(v) && !float_is(v) && (has_special(p, v, SP_FLOAT) || has_special(p, v, SP_INDEX)))
        return NEEDS_PYTHON;
    if (!int_is(v) && !float_is(v)) {
        vm_raise(p->vm, T_TYPE_ERROR,
                 p->format.is_bytes ? "float argument required, not %s" : "must be real number, not %s",
                 type_name(p->vm, v));
        return FAILED;
    }
    if (!num_to_double(p->vm, v, &d)) return FAILED;
    if (c->precision > 0xFFFF && !heap_can_hold(p->vm, (size_t)c->precision)) return FAILED;
    Buf *digits = text_borrow(p->vm);
    format_double(d, (char)c->type, c->precision < 0 ? 6 : (int)c->precision, c->alternate, false, digits);
    Tri t = put_number(p, c, signbit(d) && !isnan(d) ? '-' : 0, "", digits, c->zero ? '0' : ' ');
    text_return(p->vm, digits);
    return t;
}

static Tri put_char(Percent *p, const Conversion *c, Value v) {
    bool bytes = p->format.is_bytes;
    if (bytes ? is_bytes(v) : is_str(v)) {
        Text t = text_of(v);
        Conversion whole = *c;
        whole.precision = -1;
        if (t.len == 1) return put_padded(p, &whole, &t);
    } else if (int_is(v)) {
        int64_t i;
        if (!int_clamped(v, &i) || i < 0 || i > (bytes ? 255 : 0x10FFFF))
            return wrong(p, T_OVERFLOW_ERROR,
                         bytes ? "%c arg not in range(256)" : "%c arg not in range(0x110000)");
        unsigned char byte = (unsigned char)i;
        Value one = bytes ? bytes_new(p->vm, &byte, 1) : str_char(p->vm, (uint32_t)i);
        Text t = text_of(one);
        Conversion whole = *c;
        whole.precision = -1;
        return put_padded(p, &whole, &t);
    } else if (has_special(p, v, SP_INDEX)) {
        return NEEDS_PYTHON;
    }
    return wrong(p, T_TYPE_ERROR,
                 bytes ? "%c requires an integer in range(256) or a single byte" : "%c requires int or char");
}

static Tri unsupported(Percent *p, const Conversion *c) {
    vm_raise(p->vm, T_VALUE_ERROR, "unsupported format character '%c' (0x%x) at index %u",
             c->type > 31 && c->type < 127 ? (char)c->type : '?', (unsigned)c->type, c->at);
    return FAILED;
}

static Tri put_value(Percent *p, const Conversion *c, Value v) {
    switch (c->type) {
    case 's': return p->format.is_bytes ? put_bytes(p, c, v) : put_text(p, c, v);
    case 'b': return p->format.is_bytes ? put_bytes(p, c, v) : unsupported(p, c);
    case 'a': return put_text(p, c, v);
    case 'r': {
        Conversion ascii = *c;
        if (p->format.is_bytes) ascii.type = 'a';
        return put_text(p, &ascii, v);
    }
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': return put_integer(p, c, v);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': return put_float(p, c, v);
    case 'c': return put_char(p, c, v);
    default: return unsupported(p, c);
    }
}

static Tri put_conversion(Percent *p) {
    Conversion c = {0};
    if (take(p, '%')) {
        buf_addc(p->out, '%');
        return YES;
    }
    if (take(p, '(')) {
        if (!p->is_map) return wrong(p, T_TYPE_ERROR, "format requires a mapping");
        Value args = p->args;
        Tri t = read_key(p, &c);
        if (t == YES) t = look_up(p, &c);
        if (t == YES) t = read_conversion(p, &c);
        if (t == YES) t = stars(p, &c);
        if (t == YES) t = put_value(p, &c, next_argument(p));
        p->args = args;
        return t;
    }
    Tri t = read_conversion(p, &c);
    if (t == YES) t = stars(p, &c);
    if (t != YES) return t;
    Value v = next_argument(p);
    return v == V_ERROR ? FAILED : put_value(p, &c, v);
}

static const Text percent_sign = {.data = (const unsigned char *)"%", .len = 1, .width = 1};

/* Text up to the next "%", which is skipped; false at the end. */
static bool skip_literal(Percent *p, uint32_t *start, uint32_t *end) {
    int64_t hit = search_first(&p->format, &percent_sign, p->at, p->format.len);
    *start = p->at;
    *end = hit < 0 ? p->format.len : (uint32_t)hit;
    p->at = hit < 0 ? *end : *end + 1;
    return hit >= 0;
}

static Tri put_all(Percent *p) {
    uint32_t start, end;
    bool found;
    do {
        found = skip_literal(p, &start, &end);
        if (p->format.is_bytes) buf_add(p->out, p->format.data + start, end - start);
        else str_part_to_utf8(AS(Str, p->format.owner), start, end, p->out);
        if (found) {
            Tri t = put_conversion(p);
            if (t != YES) return t;
        }
    } while (found);
    if (p->used >= p->count || p->is_map) return YES;
    return wrong(p, T_TYPE_ERROR,
                 p->format.is_bytes ? "not all arguments converted during bytes formatting"
                                    : "not all arguments converted during string formatting");
}

static bool is_mapping(VM *vm, const Text *format, Value v) {
    if (is_tuple(v) || is_str(v) || (format->is_bytes && is_bytes(v))) return false;
    return is_dict(v) || class_special(vm, class_of(vm, v), SP_GETITEM) != V_UNDEF;
}

Value format_percent(VM *vm, Value format, Value args) {
    Percent p = {.vm = vm, .format = text_of(format), .args = args, .count = -1, .used = -2};
    if (is_tuple(args)) {
        p.count = AS(Tuple, args)->len;
        p.used = 0;
    }
    p.is_map = is_mapping(vm, &p.format, args);
    p.out = text_borrow(vm);
    Tri t = put_all(&p);
    Value v = V_ERROR;
    bool same = !p.format.is_bytes && search_first(&p.format, &percent_sign, 0, p.format.len) == NOT_FOUND;
    if (t == YES && same) v = format;
    else if (t == YES && p.format.is_bytes) v = bytes_new(vm, p.out->data, p.out->len);
    else if (t == YES) v = str_new(vm, p.out->data, p.out->len);
    text_return(vm, p.out);
    return t == NEEDS_PYTHON ? vm_twin(vm, TWIN_STR_PERCENT, 2, format, args) : v;
}

/* --- for the twin ---------------------------------------------------------------------------------------- */

/* (format, position) -> (literal, key or None, flags, width, precision, type, next position); type is None at
 * the end and "%%" for a doubled sign; a width or precision is None or an int or "*". */
static Value percent_piece(VM *vm, Value *args, int n) {
    (void)n;
    Percent p = {.vm = vm, .format = text_of(args[0]), .at = (uint32_t)as_small(args[1])};
    Conversion c = {.width = -1, .precision = -1};
    uint32_t start, end;
    bool found = skip_literal(&p, &start, &end), doubled = found && take(&p, '%');
    if (found && !doubled && take(&p, '(') && read_key(&p, &c) == FAILED) return V_ERROR;
    if (found && !doubled && read_conversion(&p, &c) == FAILED) return V_ERROR;
    char flags[8];
    int k = 0;
    const bool set[] = {c.left, c.plus, c.blank, c.alternate, c.zero};
    for (int i = 0; i < 5; i++)
        if (set[i]) flags[k++] = "-+ #0"[i];
    Value star_sign = str_char(vm, '*');
    Value parts[] = {
        text_sub(vm, &p.format, start, end),
        c.has_key ? text_sub(vm, &p.format, c.key_start, c.key_end) : V_NONE,
        str_new(vm, flags, (size_t)k),
        c.width_star  ? star_sign
        : c.width < 0 ? V_NONE
                      : int_from_i64(vm, c.width),
        c.precision_star  ? star_sign
        : c.precision < 0 ? V_NONE
                          : from_small(c.precision),
        doubled ? str_new(vm, "%%", 2)
        : found ? str_char(vm, c.type)
                : V_NONE,
        from_small(p.at),
    };
    return tuple_from(vm, parts, sizeof parts / sizeof parts[0]);
}

const NativeDef percent_core[] = {
    {"_percent_piece", percent_piece, 2, 2, 0, NULL},
    {0},
};
