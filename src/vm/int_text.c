/* Ints to text and back. */
#include "vm/num.h"

#include <stdlib.h>

/* The limit on decimal conversions, which a program may move (sys.set_int_max_str_digits). */
typedef struct DigitLimit {
    bool is_set;
    uint32_t digits;
} DigitLimit;

static const char exceeds[] = "Exceeds the limit (%u digits) for integer string conversion";
static const char remedy[] = "use sys.set_int_max_str_digits() to increase the limit";

uint32_t int_max_digits(VM *vm) {
    const DigitLimit *limit = vm_state(vm, STATE_NUMBERS, sizeof *limit);
    return limit->is_set ? limit->digits : INT_DIGITS_DEFAULT;
}

void int_set_max_digits(VM *vm, uint32_t digits) {
    DigitLimit *limit = vm_state(vm, STATE_NUMBERS, sizeof *limit);
    limit->is_set = true;
    limit->digits = digits;
}

/* --- to text -------------------------------------------------------------------------- */

static void small_to_text(int64_t i, unsigned base, Buf *out) {
    static const char digit[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    char text[64];
    char *p = text + sizeof text;
    uint64_t rest = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
    if (base == 10) {
        do *--p = (char)('0' + rest % 10);
        while (rest /= 10);
    } else {
        do *--p = digit[rest % base];
        while (rest /= base);
    }
    if (i < 0) *--p = '-';
    buf_add(out, p, (size_t)(text + sizeof text - p));
}

void int_to_text(Value v, int base, Buf *out) {
    int64_t small;
    v = num_plain(v);
    if (int_fits_i64(v, &small)) {
        small_to_text(small, (unsigned)base, out);
        return;
    }
    mpz_srcptr z = AS(BigInt, v)->z;
    buf_reserve(out, mpz_sizeinbase(z, base) + 2);
    mpz_get_str(out->data + out->len, base, z);
    out->len += strlen(out->data + out->len);
}

bool int_to_decimal(VM *vm, Value v, Buf *out) {
    v = num_plain(v);
    uint32_t limit = int_max_digits(vm);
    if (is_int(v) || limit == 0) {
        int_charge(vm, int_bits(v) * 4);
        int_to_text(v, 10, out);
        return true;
    }
    size_t start = out->len;
    /* A digit has more than 3 bits: what is far over the limit need not be converted. */
    if (int_bits(v) / 4 <= limit) {
        int_to_text(v, 10, out);
        if (out->len - start - (out->data[start] == '-') <= limit) return true;
        out->len = start;
    }
    Buf message = {0};
    buf_printf(&message, exceeds, limit);
    vm_raise(vm, T_VALUE_ERROR, "%s; %s", buf_cstr(&message), remedy);
    buf_deinit(&message);
    return false;
}

/* --- from text ------------------------------------------------------------------------ */

static int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 36;
}

/* The base that a prefix like 0x stands for, or 0. */
static int prefix_base(const char *p, const char *end) {
    if (end - p < 2 || p[0] != '0') return 0;
    switch (p[1]) {
    case 'x':
    case 'X': return 16;
    case 'o':
    case 'O': return 8;
    case 'b':
    case 'B': return 2;
    default: return 0;
    }
}

/* Copies the digits at `p` without their underscores; NULL if an underscore is misplaced,
 * else the place behind the last one. */
static const char *collect_digits(const char *p, const char *end, int base, Buf *digits) {
    char last = '\0';
    for (; p < end && (*p == '_' || digit_value(*p) < base); p++) {
        if (*p != '_') buf_addc(digits, *p);
        else if (last == '_' || last == '\0') return NULL;
        last = *p;
    }
    return last == '_' ? NULL : p;
}

static Value number_of(VM *vm, const Buf *digits, int base, bool negative) {
    if (digits->len <= 12) {
        int64_t i = 0;
        for (size_t k = 0; k < digits->len; k++) i = i * base + digit_value(digits->data[k]);
        return int_from_i64(vm, negative ? -i : i);
    }
    int_charge(vm, digits->len / 16);
    BigInt *b = int_big(vm);
    mpz_set_str(b->z, digits->data, base);
    if (negative) mpz_neg(b->z, b->z);
    return int_settle(vm, b);
}

/* `digits` is room for the digits alone. */
static Value parse(VM *vm, const char *p, const char *end, int base, Buf *digits) {
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    int prefix = prefix_base(p, end);
    bool decimal_literal = base == 0 && prefix == 0;
    if (base == 0) base = prefix ? prefix : 10;
    if (prefix == base) {
        p += 2;
        if (p < end && *p == '_') p++;
    }
    bool leading_zero = p < end && *p == '0';
    p = collect_digits(p, end, base, digits);
    if (!p || digits->len == 0) return V_UNDEF;
    uint32_t limit = int_max_digits(vm);
    if (limit && digits->len > limit && (base & (base - 1)) != 0) {
        Buf message = {0};
        buf_printf(&message, exceeds, limit);
        vm_raise(vm, T_VALUE_ERROR, "%s: value has %zu digits; %s", buf_cstr(&message), digits->len, remedy);
        buf_deinit(&message);
        return V_ERROR;
    }
    if (p != end) return V_UNDEF;
    buf_cstr(digits);
    Value v = number_of(vm, digits, base, negative);
    return decimal_literal && leading_zero && v != from_small(0) ? V_UNDEF : v;
}

Value int_from_text(VM *vm, const char *text, size_t len, int base) {
    Buf digits = {0};
    if (len == 0) text = ""; /* an empty buffer has no text at all */
    Value v = parse(vm, text, text + len, base, &digits);
    buf_deinit(&digits);
    return v;
}

Value int_parse(VM *vm, const char *text) {
    return int_from_text(vm, text, strlen(text), 0);
}

/* --- text of any script ---------------------------------------------------------------- */

/* The zeros of the scripts' decimal digits beyond ASCII; the nine others follow each. */
static const uint32_t zeros[] = {
    0x660,   0x6F0,   0x7C0,   0x966,   0x9E6,   0xA66,   0xAE6,   0xB66,   0xBE6,   0xC66,   0xCE6,
    0xD66,   0xDE6,   0xE50,   0xED0,   0xF20,   0x1040,  0x1090,  0x17E0,  0x1810,  0x1946,  0x19D0,
    0x1A80,  0x1A90,  0x1B50,  0x1BB0,  0x1C40,  0x1C50,  0xA620,  0xA8D0,  0xA900,  0xA9D0,  0xA9F0,
    0xAA50,  0xABF0,  0xFF10,  0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450,
    0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0,
    0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
};

static bool is_blank(uint32_t c) {
    return c == ' ' || (c >= 9 && c <= 13);
}

static bool is_space(uint32_t c) {
    if (c < 128) return is_blank(c) || (c >= 28 && c <= 31);
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

static char ascii_of(uint32_t c) {
    if (is_space(c)) return ' ';
    if (c < 128) return (char)c;
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++) {
        if (c >= zeros[i] && c < zeros[i] + 10) return (char)('0' + (c - zeros[i]));
    }
    return '?';
}

void num_ascii(const Str *s, Buf *out) {
    /* CPython takes an ASCII string as it is, and C's white space is less than Unicode's. */
    bool (*is_stripped)(uint32_t) = s->ascii ? is_blank : is_space;
    uint32_t start = 0, end = s->len;
    while (start < end && is_stripped(str_at(s, start))) start++;
    while (end > start && is_stripped(str_at(s, end - 1))) end--;
    buf_reserve(out, end - start);
    if (s->ascii) {
        buf_add(out, s->data + start, end - start);
        return;
    }
    for (uint32_t i = start; i < end; i++) buf_addc(out, ascii_of(str_at(s, i)));
}
