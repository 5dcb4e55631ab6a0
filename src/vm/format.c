/* The mini-language of format specs, for str, int and float. */
#include "vm/format.h"
#include "vm/num.h"
#include "vm/unicode.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* A format spec, taken apart: [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
typedef struct Spec {
    uint32_t fill;
    char align; /* < > ^ = */
    char sign;  /* + - blank, or 0 */
    char group; /* , or _ or 0 */
    bool alternate;
    bool no_minus_zero;
    int64_t width, precision; /* -1: not given */
    uint32_t type;            /* 0: not given */
    uint8_t group_size;
} Spec;

__extension__ typedef unsigned __int128 UWide;

/* --- reading a spec --------------------------------------------------------------------------- */

typedef struct Reader {
    VM *vm;
    const Str *spec;
    uint32_t at;
} Reader;

static uint32_t peek(const Reader *r) {
    return r->at < r->spec->len ? str_at(r->spec, r->at) : 0;
}

static bool take(Reader *r, uint32_t c) {
    if (peek(r) != c || r->at >= r->spec->len) return false;
    r->at++;
    return true;
}

static bool is_among(const char *set, uint32_t c) {
    return c > 0 && c < 0x80 && strchr(set, (int)c);
}

static bool is_align(uint32_t c) {
    return is_among("<>=^", c);
}

/* -1 stays where there are no digits. */
static bool read_number(Reader *r, int64_t *out) {
    int digit;
    while (r->at < r->spec->len && (digit = uni_decimal(peek(r))) >= 0) {
        int64_t so_far = *out < 0 ? 0 : *out;
        if (so_far > (INT64_MAX - digit) / 10) {
            vm_raise(r->vm, T_VALUE_ERROR, "Too many decimal digits in format string");
            return false;
        }
        *out = so_far * 10 + digit;
        r->at++;
    }
    return true;
}

static void read_align(Reader *r, Spec *s, bool *fill_given, bool *align_given) {
    if (r->at + 1 < r->spec->len && is_align(str_at(r->spec, r->at + 1))) {
        s->fill = peek(r);
        s->align = (char)str_at(r->spec, r->at + 1);
        *fill_given = *align_given = true;
        r->at += 2;
    } else if (is_align(peek(r))) {
        s->align = (char)peek(r);
        *align_given = true;
        r->at++;
    }
}

static bool both_groups(VM *vm) {
    vm_raise(vm, T_VALUE_ERROR, "Cannot specify both ',' and '_'.");
    return false;
}

static bool read_group(Reader *r, Spec *s) {
    if (take(r, ',')) s->group = ',';
    if (peek(r) == '_') {
        if (s->group) return both_groups(r->vm);
        r->at++;
        s->group = '_';
    }
    if (peek(r) == ',' && s->group == '_') return both_groups(r->vm);
    return true;
}

static bool check_group(VM *vm, Spec *s) {
    static const char by_three[] = "defgEG%F", by_four[] = "boxX";
    s->group_size = 3;
    if (!s->group || s->type == 0) return true;
    if (is_among(by_three, s->type)) return true;
    s->group_size = 4;
    if (s->group == '_' && is_among(by_four, s->type)) return true;
    if (s->type > 32 && s->type < 128)
        vm_raise(vm, T_VALUE_ERROR, "Cannot specify '%c' with '%c'.", s->group, (char)s->type);
    else vm_raise(vm, T_VALUE_ERROR, "Cannot specify '%c' with '\\x%x'.", s->group, (unsigned)s->type);
    return false;
}

static bool too_much(Reader *r, Value v) {
    Buf *b = text_borrow(r->vm);
    buf_adds(b, "Invalid format specifier '");
    str_to_utf8(r->spec, b);
    buf_printf(b, "' for object of type '%s'", type_name(r->vm, v));
    vm_raise_value(r->vm, T_VALUE_ERROR, text_take(r->vm, b));
    return false;
}

/* `v` is what is formatted, for messages. */
static bool parse(VM *vm, const Str *spec, char default_align, uint32_t default_type, Value v, Spec *s) {
    Reader r = {vm, spec, 0};
    bool fill_given = false, align_given = false;
    *s = (Spec){.fill = ' ', .align = default_align, .width = -1, .precision = -1, .type = default_type};
    read_align(&r, s, &fill_given, &align_given);
    uint32_t c = peek(&r);
    if (c == '+' || c == '-' || c == ' ') {
        s->sign = (char)c;
        r.at++;
    }
    s->no_minus_zero = take(&r, 'z');
    s->alternate = take(&r, '#');
    if (!fill_given && take(&r, '0')) {
        s->fill = '0';
        if (!align_given && default_align == '>') s->align = '=';
    }
    if (!read_number(&r, &s->width) || !read_group(&r, s)) return false;
    if (take(&r, '.')) {
        if (!read_number(&r, &s->precision)) return false;
        if (s->precision < 0) {
            vm_raise(vm, T_VALUE_ERROR, "Format specifier missing precision");
            return false;
        }
    }
    if (spec->len - r.at > 1) return too_much(&r, v);
    if (r.at < spec->len) s->type = peek(&r);
    return check_group(vm, s);
}

static Value unknown_type(VM *vm, const Spec *s, Value v) {
    if (s->type > 32 && s->type < 128)
        return vm_raise(vm, T_VALUE_ERROR, "Unknown format code '%c' for object of type '%s'", (char)s->type,
                        type_name(vm, v));
    return vm_raise(vm, T_VALUE_ERROR, "Unknown format code '\\x%x' for object of type '%s'",
                    (unsigned)s->type, type_name(vm, v));
}

/* --- str ------------------------------------------------------------------------------------------ */

static Value not_for_str(VM *vm, const char *what) {
    return vm_raise(vm, T_VALUE_ERROR, "%s not allowed in string format specifier", what);
}

Value format_str(VM *vm, Str *str, Str *spec) {
    if (spec->len == 0) return obj_str(vm, from_obj(str));
    Spec s;
    if (!parse(vm, spec, '<', 's', from_obj(str), &s)) return V_ERROR;
    if (s.type != 's') return unknown_type(vm, &s, from_obj(str));
    if (s.sign) return not_for_str(vm, s.sign == ' ' ? "Space" : "Sign");
    if (s.no_minus_zero) return not_for_str(vm, "Negative zero coercion (z)");
    if (s.alternate) return not_for_str(vm, "Alternate form (#)");
    if (s.align == '=') return not_for_str(vm, "'=' alignment");
    Text t = text_of(from_obj(str));
    if (s.precision >= 0 && s.precision < t.len) {
        Value cut = str_sub(vm, str, 0, (uint32_t)s.precision);
        if (s.width <= s.precision) return cut;
        t = text_of(cut);
    }
    size_t all = s.width > t.len ? (size_t)s.width - t.len : 0;
    if (all == 0) return text_sub(vm, &t, 0, t.len);
    size_t left = s.align == '<' ? 0 : s.align == '>' ? all : all / 2;
    uint8_t width = s.fill > 0xFFFF ? 4 : s.fill > 0xFF ? 2 : 1;
    TextOut out = text_begin(vm, false, t.len + all, t.width > width ? t.width : width);
    if (out.result == V_ERROR) return V_ERROR;
    text_fill(&out, s.fill, left);
    text_put(&out, &t, 0, t.len);
    text_fill(&out, s.fill, all - left);
    return text_end(&out);
}

/* --- numbers: padding and grouping ------------------------------------------------------------------ */

static void fill(Buf *out, uint32_t point, size_t n) {
    if (point < 0x80) buf_pad(out, (char)point, n);
    else
        for (; n > 0; n--) buf_add_utf8(out, point);
}

/* The digits with zeros before them up to `least` characters, separators included. */
/* A number in text, in pieces that padding and grouping go between. All of it is ASCII. */
typedef struct Number {
    char sign; /* or 0 */
    const char *prefix;
    const char *digits; /* those that are grouped */
    size_t digit_count;
    const char *rest; /* from the decimal point on */
    size_t rest_len;
} Number;

static void put_grouped(const Number *n, const Spec *s, size_t least, Buf *out) {
    size_t digits = n->digit_count, group = s->group_size;
    if (!s->group) {
        if (digits < least) buf_pad(out, '0', least - digits);
        buf_add(out, n->digits, digits);
        return;
    }
    size_t whole = digits;
    while (whole + (whole - 1) / group < least) {
        /* Whole groups at once, or a width of millions would take long. */
        size_t missing = least - (whole + (whole - 1) / group), step = missing / (group + 1) * group;
        whole += step ? step : 1;
    }
    for (size_t left = whole; left > 0; left--) {
        buf_addc(out, left > digits ? '0' : n->digits[digits - left]);
        if (left > 1 && (left - 1) % group == 0) buf_addc(out, s->group);
    }
}

static char sign_shown(const Number *n, const Spec *s) {
    if (n->sign) return n->sign;
    return s->sign == '+' || s->sign == ' ' ? s->sign : 0;
}

static bool format_number(VM *vm, const Number *n, const Spec *s, Buf *out) {
    char sign = sign_shown(n, s);
    size_t fixed = (sign != 0) + strlen(n->prefix) + n->rest_len, width = s->width > 0 ? (size_t)s->width : 0;
    if (width > 0xFFFF && !heap_can_hold(vm, width)) return false;
    bool zeros = s->fill == '0' && s->align == '=' && n->digit_count > 0;
    size_t digits = n->digit_count + (s->group && n->digit_count ? (n->digit_count - 1) / s->group_size : 0);
    size_t all = !zeros && width > fixed + digits ? width - fixed - digits : 0;
    size_t left = s->align == '>' ? all : s->align == '^' ? all / 2 : 0;
    fill(out, s->fill, left);
    if (sign) buf_addc(out, sign);
    buf_adds(out, n->prefix);
    if (s->align == '=') fill(out, s->fill, all);
    if (n->digit_count) put_grouped(n, s, zeros && width > fixed ? width - fixed : 0, out);
    buf_add(out, n->rest, n->rest_len);
    if (s->align != '=') fill(out, s->fill, all - left);
    return true;
}

/* --- int ------------------------------------------------------------------------------------------------ */

static Value format_char(VM *vm, Value v, const Spec *s) {
    if (s->sign) return vm_raise(vm, T_VALUE_ERROR, "Sign not allowed with integer format specifier 'c'");
    if (s->alternate)
        return vm_raise(vm, T_VALUE_ERROR,
                        "Alternate form (#) not allowed with integer format specifier 'c'");
    int64_t c;
    if (!int_fits_i64(num_plain(v), &c))
        return vm_raise(vm, T_OVERFLOW_ERROR, "Python int too large to convert to C long");
    if (c < 0 || c > 0x10FFFF) return vm_raise(vm, T_OVERFLOW_ERROR, "%%c arg not in range(0x110000)");
    Buf *out = text_borrow(vm), *text = text_borrow(vm);
    buf_add_utf8(text, (uint32_t)c);
    /* One character, however many bytes: padded as such. */
    size_t all = s->width > 1 ? (size_t)s->width - 1 : 0, left = s->align == '<'   ? 0
                                                                 : s->align == '^' ? all / 2
                                                                                   : all;
    bool room = all < 0xFFFF || heap_can_hold(vm, all);
    if (room) {
        fill(out, s->fill, left);
        buf_add(out, text->data, text->len);
        fill(out, s->fill, all - left);
    }
    text_return(vm, text);
    Value r = text_take(vm, out);
    return room ? r : V_ERROR;
}

static const struct {
    char type;
    int base;
    const char *prefix;
} int_types[] = {{'d', 10, ""},  {'n', 10, ""},   {'b', 2, "0b"},
                 {'o', 8, "0o"}, {'x', 16, "0x"}, {'X', 16, "0X"}};

static Value format_digits(VM *vm, Value v, const Spec *s, size_t which) {
    Buf *digits = text_borrow(vm), *out = text_borrow(vm);
    bool fine = true;
    if (int_types[which].base == 10) fine = int_to_decimal(vm, v, digits);
    else int_to_text(v, int_types[which].base, digits);
    if (fine) {
        bool negative = digits->data[0] == '-';
        if (s->type == 'X')
            for (size_t i = 0; i < digits->len; i++)
                if (digits->data[i] >= 'a' && digits->data[i] <= 'f') digits->data[i] -= 'a' - 'A';
        Number n = {.sign = negative ? '-' : 0,
                    .prefix = s->alternate ? int_types[which].prefix : "",
                    .digits = digits->data + negative,
                    .digit_count = digits->len - negative,
                    .rest = ""};
        fine = format_number(vm, &n, s, out);
    }
    Value r = fine ? str_new(vm, out->data, out->len) : V_ERROR;
    text_return(vm, out);
    text_return(vm, digits);
    return r;
}

static Value format_as_float(VM *vm, double d, const Spec *s);

Value format_int(VM *vm, Value v, Str *spec) {
    if (spec->len == 0) return obj_str(vm, v);
    Spec s;
    if (!parse(vm, spec, '>', 'd', v, &s)) return V_ERROR;
    if (is_among("eEfFgG%", s.type)) {
        double d;
        return num_to_double(vm, v, &d) ? format_as_float(vm, d, &s) : V_ERROR;
    }
    size_t which = 0, count = sizeof int_types / sizeof int_types[0];
    while (which < count && (uint32_t)int_types[which].type != s.type) which++;
    if (which == count && s.type != 'c') return unknown_type(vm, &s, v);
    if (s.no_minus_zero)
        return vm_raise(vm, T_VALUE_ERROR,
                        "Negative zero coercion (z) not allowed in integer format specifier");
    if (s.precision >= 0)
        return vm_raise(vm, T_VALUE_ERROR, "Precision not allowed in integer format specifier");
    return s.type == 'c' ? format_char(vm, v, &s) : format_digits(vm, num_plain(v), &s, which);
}

/* --- float ------------------------------------------------------------------------------------------------- */

/* Significant digits and the exponent that printf's %e finds, which rounds exactly. */
static int exact_digits(double d, int count, Buf *digits) {
    buf_printf(digits, "%.*e", count - 1, d);
    char *e = memchr(buf_cstr(digits), 'e', digits->len);
    int exponent = 0;
    sscanf(e + 1, "%d", &exponent);
    digits->len = (size_t)(e - digits->data);
    if (count > 1) {
        memmove(digits->data + 1, digits->data + 2, digits->len - 2);
        digits->len--;
    }
    return exponent;
}

/* %g: the shorter of two ways, without zeros at the end unless they are asked for. */
static void put_general(double d, int precision, bool alternate, bool dot, Buf *out) {
    Buf digits = {0};
    if (precision == 0) precision = 1;
    int exponent = exact_digits(d, precision, &digits);
    size_t n = digits.len;
    if (!alternate)
        while (n > 1 && digits.data[n - 1] == '0') n--;
    if (exponent < -4 || exponent >= precision - (dot ? 1 : 0)) {
        buf_addc(out, digits.data[0]);
        if (n > 1 || alternate) buf_addc(out, '.');
        buf_add(out, digits.data + 1, n - 1);
        buf_printf(out, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
    } else if (exponent < 0) {
        buf_adds(out, "0.");
        buf_pad(out, '0', (size_t)(-exponent - 1));
        buf_add(out, digits.data, n);
    } else {
        size_t whole = (size_t)exponent + 1;
        buf_add(out, digits.data, whole < n ? whole : n);
        if (whole > n) buf_pad(out, '0', whole - n);
        if (whole < n || alternate || dot) buf_addc(out, '.');
        if (whole < n) buf_add(out, digits.data + whole, n - whole);
        else if (dot) buf_addc(out, '0');
    }
    buf_deinit(&digits);
}

static void put_repr(double d, bool alternate, Buf *out) {
    size_t start = out->len;
    float_repr(d, out);
    if (!alternate || memchr(out->data + start, '.', out->len - start)) return;
    char *e = memchr(out->data + start, 'e', out->len - start);
    size_t at = e ? (size_t)(e - out->data) : out->len;
    buf_addc(out, '.');
    memmove(out->data + at + 1, out->data + at, out->len - at - 1);
    out->data[at] = '.';
}

/* %.Nf exactly in 128 bits, where that is enough: the digits of d * 10**N, rounded half to even. */
static bool put_fixed(double d, int precision, bool alternate, Buf *out) {
    enum { PRECISION_MOST = 15 };
    static const uint64_t tens[PRECISION_MOST + 1] = {
        1,
        10,
        100,
        1000,
        10000,
        100000,
        1000000,
        10000000,
        100000000,
        1000000000,
        10000000000,
        100000000000,
        1000000000000,
        10000000000000,
        100000000000000,
        1000000000000000,
    };
    if (precision > PRECISION_MOST || !(d < 9e15)) return false;
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(d, &exponent), 53);
    int shift = 53 - exponent; /* d is mantissa / 2**shift, and shift >= 0 */
    UWide product = (UWide)mantissa * tens[precision], whole = 0, half, rest;
    if (shift < 128) {
        whole = product >> shift;
        rest = product - (whole << shift);
        half = shift ? (UWide)1 << (shift - 1) : 0;
        if (shift && (rest > half || (rest == half && whole & 1))) whole++;
    }
    if (whole > UINT64_MAX) return false;
    char digits[24];
    size_t n = sizeof digits, least = sizeof digits - (size_t)precision - 1;
    for (uint64_t left = (uint64_t)whole; left || n > least; left /= 10)
        digits[--n] = (char)('0' + left % 10);
    size_t tail = sizeof digits - (size_t)precision;
    buf_add(out, digits + n, tail - n);
    if (precision || alternate) buf_addc(out, '.');
    buf_add(out, digits + tail, (size_t)precision);
    return true;
}

static void make_upper(char *p, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (p[i] >= 'a' && p[i] <= 'z') p[i] -= 'a' - 'A';
}

void format_double(double d, char type, int precision, bool alternate, bool dot, Buf *out) {
    size_t start = out->len;
    bool upper = type == 'E' || type == 'F' || type == 'G';
    char lower = upper ? type + ('a' - 'A') : type;
    d = fabs(d);
    if (isnan(d) || isinf(d)) buf_adds(out, isnan(d) ? "nan" : "inf");
    else if (lower == 'e') buf_printf(out, alternate ? "%#.*e" : "%.*e", precision, d);
    else if (lower == 'f' && put_fixed(d, precision, alternate, out)) {
    } else if (lower == 'f') buf_printf(out, alternate ? "%#.*f" : "%.*f", precision, d);
    else if (lower == 'g') put_general(d, precision, alternate, dot, out);
    else put_repr(d, alternate, out);
    if (upper) make_upper(out->data + start, out->len - start);
}

static bool is_zero_text(const Buf *b) {
    for (size_t i = 0; i < b->len && !is_among("eE%", (unsigned char)b->data[i]); i++)
        if (b->data[i] != '0' && b->data[i] != '.') return false;
    return true;
}

static void write_float(double d, const Spec *s, Buf *text) {
    char type = s->type == 0 ? 'r' : s->type == 'n' ? 'g' : (char)s->type;
    int precision = s->precision >= 0 ? (int)s->precision : type == 'r' ? 0 : 6;
    if (type == 'r' && s->precision >= 0) type = 'g';
    if (type == '%') {
        format_double(d * 100, 'f', precision, s->alternate, false, text);
        buf_addc(text, '%');
    } else {
        format_double(d, type, precision, s->alternate, s->type == 0, text);
    }
}

static Value format_as_float(VM *vm, double d, const Spec *s) {
    if (s->precision > INT32_MAX) return vm_raise(vm, T_VALUE_ERROR, "precision too big");
    if (s->precision > 0xFFFF && !heap_can_hold(vm, (size_t)s->precision)) return V_ERROR;
    Buf *text = text_borrow(vm), *out = text_borrow(vm);
    write_float(d, s, text);
    size_t digits = 0;
    while (digits < text->len && text->data[digits] >= '0' && text->data[digits] <= '9') digits++;
    bool negative = signbit(d) && !isnan(d) && !(s->no_minus_zero && is_zero_text(text));
    Number n = {.sign = negative ? '-' : 0,
                .prefix = "",
                .digits = text->data,
                .digit_count = digits,
                .rest = text->data + digits,
                .rest_len = text->len - digits};
    Value r = format_number(vm, &n, s, out) ? str_new(vm, out->data, out->len) : V_ERROR;
    text_return(vm, out);
    text_return(vm, text);
    return r;
}

Value format_float(VM *vm, Value v, Str *spec) {
    if (spec->len == 0) return obj_str(vm, v);
    Spec s;
    if (!parse(vm, spec, '>', 0, v, &s)) return V_ERROR;
    if (s.type && !is_among("eEfFgGn%", s.type)) return unknown_type(vm, &s, v);
    return format_as_float(vm, as_float(num_plain(v)), &s);
}

Value format_by_kind(VM *vm, Value v, Str *spec) {
    if (is_str(v)) return format_str(vm, AS(Str, v), spec);
    if (int_is(v)) return format_int(vm, v, spec);
    if (float_is(v)) return format_float(vm, v, spec);
    return V_NOT_IMPLEMENTED;
}
