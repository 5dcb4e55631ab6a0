/* Floats: text and back, rounding, hexadecimal, arithmetic. All of it is exact, that is
 * rounded once, as CPython's is. */
#include "vm/num.h"
#include "vm/vm_internal.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Powers of ten that are exact as doubles. */
static const double exact_tens[] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};
enum { EXACT_TENS = sizeof exact_tens / sizeof *exact_tens };

/* --- shortest digits --------------------------------------------------------------------
 *
 * Raffaele Giulietti's Schubfach: scale the float and the two borders of what reads back as it by
 * the power of ten that leaves one or two candidates, with 128 bits and the rest kept as a
 * sticky bit; take the shorter candidate if there is one inside, else the nearer. */

typedef struct Power {
    uint64_t high, low;
} Power;

enum { POWERS_FIRST = -292 };

static const Power powers[] = {
#define POWER(high, low) {high, low},
#include "vm/powers.def"
#undef POWER
};

typedef struct Decimal {
    uint64_t digits;
    int exponent;
} Decimal;

/* floor(log2(10 ** e)), for the exponents of doubles. */
static int log2_of_ten(int e) {
    return (e * 1741647) >> 19;
}

/* The top word of power * c, its last bit set if anything was cut off. */
static uint64_t scale_to_odd(Power power, uint64_t c) {
    __extension__ typedef unsigned __int128 Product;
    Product low = (Product)power.low * c;
    Product high = (Product)power.high * c + (uint64_t)(low >> 64);
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

/* `c` * 2**q; `lopsided`: the float below is nearer than the one above (a power of two). */
static Decimal shortest(uint64_t c, int q, bool lopsided) {
    uint64_t open = c & 1; /* an odd float does not own its borders */
    int k = (q * 1262611 - (lopsided ? 524031 : 0)) >> 22;
    int shift = q + log2_of_ten(-k) + 1;
    Power power = powers[-k - POWERS_FIRST];
    uint64_t middle = scale_to_odd(power, 4 * c << shift);
    uint64_t lower = scale_to_odd(power, (4 * c - 2 + lopsided) << shift) + open;
    uint64_t upper = scale_to_odd(power, (4 * c + 2) << shift) - open;
    uint64_t s = middle / 4;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
        if (down != up) return (Decimal){tens + up, k + 1};
    }
    bool down = lower <= 4 * s, up = 4 * s + 4 <= upper;
    if (down != up) return (Decimal){s + up, k};
    uint64_t half = 4 * s + 2;
    return (Decimal){s + (middle > half || (middle == half && (s & 1))), k};
}

/* Of a finite double above 0. */
static Decimal decimal_of(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint64_t fraction = bits & (((uint64_t)1 << 52) - 1);
    int exponent = (int)(bits >> 52 & 0x7FF);
    if (exponent == 0) return shortest(fraction, -1074, false);
    uint64_t c = fraction | (uint64_t)1 << 52;
    int q = exponent - 1075;
    if (q <= 0 && q > -53 && (c & (((uint64_t)1 << -q) - 1)) == 0) return (Decimal){c >> -q, 0};
    return shortest(c, q, fraction == 0 && exponent > 1);
}

static Decimal without_zeros(Decimal d) {
    while (d.digits % 100000000 == 0) d.digits /= 100000000, d.exponent += 8;
    while (d.digits % 10 == 0) d.digits /= 10, d.exponent++;
    return d;
}

static int write_digits(uint64_t n, char *out) {
    static const char pairs[] =
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
        "505152535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697989"
        "9";
    char text[24];
    char *p = text + sizeof text;
    while (n >= 100) {
        p -= 2;
        memcpy(p, pairs + n % 100 * 2, 2);
        n /= 100;
    }
    if (n >= 10) {
        p -= 2;
        memcpy(p, pairs + n * 2, 2);
    } else {
        *--p = (char)('0' + n);
    }
    int count = (int)(text + sizeof text - p);
    memcpy(out, p, (size_t)count);
    return count;
}

/* The shortest digits that read back as the finite `d` > 0; the value is 0.DIGITS times
 * ten to the power *point. Returns how many there are. */
enum { FLOAT_DIGITS_MAX = 17 };
static int shortest_digits(double d, char digits[FLOAT_DIGITS_MAX + 1], int *point) {
    Decimal decimal = without_zeros(decimal_of(d));
    int count = write_digits(decimal.digits, digits);
    digits[count] = '\0';
    *point = count + decimal.exponent;
    return count;
}

/* --- repr --------------------------------------------------------------------------------- */

static void exponent_repr(const char *digits, int count, int exponent, Buf *out) {
    buf_addc(out, digits[0]);
    if (count > 1) {
        buf_addc(out, '.');
        buf_add(out, digits + 1, (size_t)count - 1);
    }
    buf_addc(out, 'e');
    buf_addc(out, exponent < 0 ? '-' : '+');
    int size = exponent < 0 ? -exponent : exponent;
    if (size < 10) buf_addc(out, '0');
    char text[8];
    buf_add(out, text, (size_t)write_digits((uint64_t)size, text));
}

static void plain_repr(const char *digits, int count, int point, Buf *out) {
    if (point <= 0) {
        buf_add(out, "0.", 2);
        buf_pad(out, '0', (size_t)-point);
        buf_add(out, digits, (size_t)count);
    } else if (point >= count) {
        buf_add(out, digits, (size_t)count);
        buf_pad(out, '0', (size_t)(point - count));
        buf_add(out, ".0", 2);
    } else {
        buf_add(out, digits, (size_t)point);
        buf_addc(out, '.');
        buf_add(out, digits + point, (size_t)(count - point));
    }
}

void float_repr(double d, Buf *out) {
    if (isnan(d)) {
        buf_add(out, "nan", 3);
        return;
    }
    buf_reserve(out, 32);
    if (signbit(d)) buf_addc(out, '-');
    d = fabs(d);
    if (isinf(d)) {
        buf_add(out, "inf", 3);
    } else if (d == 0) {
        buf_add(out, "0.0", 3);
    } else {
        char digits[FLOAT_DIGITS_MAX + 1];
        int point, count = shortest_digits(d, digits, &point);
        if (point > 16 || point < -3) exponent_repr(digits, count, point - 1, out);
        else plain_repr(digits, count, point, out);
    }
}

/* --- from text ------------------------------------------------------------------------------ */

/* Digits with single underscores between them; NULL if one is misplaced. */
static const char *copy_digits(const char *p, const char *end, Buf *out) {
    bool after_digit = false;
    for (; p < end; p++) {
        if (*p == '_') {
            if (!after_digit || p + 1 == end || !isdigit((unsigned char)p[1])) return NULL;
            after_digit = false;
        } else if (isdigit((unsigned char)*p)) {
            buf_addc(out, *p);
            after_digit = true;
        } else {
            break;
        }
    }
    return p;
}

static bool is_word(const char *p, const char *end, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(end - p) != len) return false;
    for (size_t i = 0; i < len; i++) {
        if (tolower((unsigned char)p[i]) != word[i]) return false;
    }
    return true;
}

static bool parse_word(const char *p, const char *end, double *out) {
    if (is_word(p, end, "nan")) return *out = NAN, true;
    if (is_word(p, end, "inf") || is_word(p, end, "infinity")) return *out = INFINITY, true;
    return false;
}

/* Checks [p, end) against the grammar and leaves in `clean` what strtod shall read. */
static bool clean_number(const char *p, const char *end, Buf *clean) {
    p = copy_digits(p, end, clean);
    if (!p) return false;
    bool any = clean->len > 0;
    if (p < end && *p == '.') {
        buf_addc(clean, '.');
        size_t before = clean->len;
        p = copy_digits(p + 1, end, clean);
        if (!p) return false;
        any |= clean->len > before;
    }
    if (!any) return false;
    if (p < end && (*p == 'e' || *p == 'E')) {
        buf_addc(clean, 'e');
        p++;
        if (p < end && (*p == '+' || *p == '-')) buf_addc(clean, *p++);
        size_t before = clean->len;
        p = copy_digits(p, end, clean);
        if (!p || clean->len == before) return false;
    }
    return p == end;
}

/* The ordinary short number: up to 15 digits and no exponent make an exact int and an exact
 * power of ten, and one division rounds correctly. */
static bool parse_short(const char *p, const char *end, double *out) {
    uint64_t digits = 0;
    int count = 0, places = -1;
    if (end - p > 16) return false;
    for (; p < end; p++) {
        if (*p == '.' && places < 0) {
            places = 0;
        } else if (isdigit((unsigned char)*p)) {
            digits = digits * 10 + (uint64_t)(*p - '0');
            count++;
            places += places >= 0;
        } else {
            return false;
        }
    }
    if (count == 0 || count > 15) return false;
    *out = places > 0 ? (double)digits / exact_tens[places] : (double)digits;
    return true;
}

bool float_parse(const char *text, size_t len, double *out) {
    const char *p = text, *end = text + len;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    bool ok = parse_short(p, end, out) || parse_word(p, end, out);
    if (!ok) {
        Buf clean = {0};
        ok = clean_number(p, end, &clean);
        if (ok) *out = strtod(buf_cstr(&clean), NULL);
        buf_deinit(&clean);
    }
    if (ok && negative) *out = -*out;
    return ok;
}

/* --- rounding ------------------------------------------------------------------------------- */

/* To `digits` places, when arithmetic on doubles can tell for certain: x * 10**digits is off
 * by less than half of its last bit, which matters only next to a half. */
static bool round_quickly(double x, int64_t digits, double *out) {
    if (digits < 0 || digits >= EXACT_TENS) return false;
    double scaled = fabs(x) * exact_tens[digits];
    if (!(scaled < 0x1p52)) return false;
    double nearest = floor(scaled + 0.5);
    double distance = fabs(scaled - nearest);
    if (fabs(distance - 0.5) <= scaled * 0x1p-51 + 0x1p-1000) return false;
    *out = copysign(nearest / exact_tens[digits], x);
    return true;
}

static double round_by_text(double x, int places) {
    char text[700]; /* 309 digits, the point, 323 places */
    snprintf(text, sizeof text, "%.*f", places, x);
    return strtod(text, NULL);
}

/* To tens, hundreds …: the int part decides, but for a fraction just above the half. */
static bool round_to_tens(VM *vm, double x, int64_t digits, double *out) {
    double whole = trunc(fabs(x));
    Value v = int_from_double(vm, whole), unit = int_binary(vm, BIN_POW, from_small(10), from_small(-digits));
    Value q, r;
    if (unit == V_ERROR || !int_divmod(vm, v, unit, &q, &r)) return false;
    int half = int_compare(int_binary(vm, BIN_ADD, r, r), unit);
    bool odd = int_binary(vm, BIN_AND, q, from_small(1)) == from_small(1);
    if (half > 0 || (half == 0 && (odd || whole != fabs(x)))) q = int_binary(vm, BIN_ADD, q, from_small(1));
    if (!int_as_double(int_binary(vm, BIN_MUL, q, unit), out)) *out = INFINITY;
    *out = copysign(*out, x);
    return true;
}

Value float_round(VM *vm, double d, int64_t digits) {
    /* Beyond these no double has a digit to lose, or none to keep. */
    const int64_t most = 323, least = -308;
    double rounded;
    if (!isfinite(d) || d == 0 || digits > most) return from_float(d);
    if (digits < least) return from_float(0.0 * d);
    if (!round_quickly(d, digits, &rounded)) {
        if (digits >= 0) rounded = round_by_text(d, (int)digits);
        else if (!round_to_tens(vm, d, digits, &rounded)) return V_ERROR;
    }
    if (isinf(rounded)) return vm_raise(vm, T_OVERFLOW_ERROR, "rounded value too large to represent");
    return from_float(rounded);
}

/* --- ratio and hexadecimal -------------------------------------------------------------------- */

Value float_ratio(VM *vm, double d) {
    if (isinf(d)) return vm_raise(vm, T_OVERFLOW_ERROR, "cannot convert Infinity to integer ratio");
    if (isnan(d)) return vm_raise(vm, T_VALUE_ERROR, "cannot convert NaN to integer ratio");
    int exponent;
    double fraction = frexp(d, &exponent);
    while (fraction != floor(fraction)) fraction *= 2, exponent--;
    Value top = int_from_double(vm, fraction), bottom = from_small(1);
    Value shift = from_small(exponent < 0 ? -exponent : exponent);
    if (exponent > 0) top = int_binary(vm, BIN_LSHIFT, top, shift);
    else bottom = int_binary(vm, BIN_LSHIFT, bottom, shift);
    Value pair[] = {top, bottom};
    return tuple_from(vm, pair, 2);
}

void float_to_hex(double d, Buf *out) {
    if (!isfinite(d)) {
        float_repr(d, out);
        return;
    }
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint64_t fraction = bits & (((uint64_t)1 << 52) - 1);
    int exponent = (int)(bits >> 52 & 0x7FF);
    if (signbit(d)) buf_addc(out, '-');
    if (d == 0) {
        buf_adds(out, "0x0.0p+0");
    } else {
        int normal = exponent != 0;
        buf_printf(out, "0x%d.%013llxp%+d", normal, (unsigned long long)fraction,
                   normal ? exponent - 1023 : -1022);
    }
}

static const char *skip_hex(const char *p, const char *end) {
    while (p < end && isxdigit((unsigned char)*p)) p++;
    return p;
}

/* [0x]digits[.digits][p[sign]digits], to the end. */
static bool is_hex_float(const char *p, const char *end) {
    const char *whole = skip_hex(p, end), *rest = whole;
    bool any = whole > p;
    if (rest < end && *rest == '.') {
        p = rest + 1;
        rest = skip_hex(p, end);
        any |= rest > p;
    }
    if (!any) return false;
    if (rest < end && (*rest == 'p' || *rest == 'P')) {
        rest++;
        if (rest < end && (*rest == '+' || *rest == '-')) rest++;
        p = rest;
        while (rest < end && isdigit((unsigned char)*rest)) rest++;
        if (rest == p) return false;
    }
    return rest == end;
}

Value float_from_hex(VM *vm, const char *text, size_t len) {
    if (len == 0) text = ""; /* an empty buffer has no text at all */
    const char *p = text, *end = text + len;
    while (p < end && isspace((unsigned char)*p)) p++;
    while (end > p && isspace((unsigned char)end[-1])) end--;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    double d;
    if (!parse_word(p, end, &d)) {
        if (end - p >= 2 && p[0] == '0' && (p[1] == 'x' || p[1] == 'X')) p += 2;
        if (!is_hex_float(p, end)) {
            return vm_raise(vm, T_VALUE_ERROR, "invalid hexadecimal floating-point string");
        }
        Buf clean = {0};
        buf_adds(&clean, "0x");
        buf_add(&clean, p, (size_t)(end - p));
        d = strtod(buf_cstr(&clean), NULL);
        buf_deinit(&clean);
        if (isinf(d)) {
            return vm_raise(vm, T_OVERFLOW_ERROR, "hexadecimal value too large to represent as a float");
        }
    }
    return from_float(negative ? -d : d);
}

/* --- arithmetic ---------------------------------------------------------------------------------- */

static double float_modulo(double a, double b) {
    double r = fmod(a, b);
    if (r == 0) return copysign(0.0, b);
    return (b < 0) != (r < 0) ? r + b : r;
}

void float_divmod(double a, double b, double *quotient, double *remainder) {
    double r = fmod(a, b);
    double q = (a - r) / b;
    if (r != 0) {
        if ((b < 0) != (r < 0)) r += b, q -= 1.0;
    } else {
        r = copysign(0.0, b);
    }
    if (q != 0) {
        double down = floor(q);
        q = q - down > 0.5 ? down + 1.0 : down;
    } else {
        q = copysign(0.0, a / b);
    }
    *quotient = q;
    *remainder = r;
}

static Value out_of_range(VM *vm) {
    Value args[] = {from_small(ERANGE), str_from(vm, "Numerical result out of range")};
    return vm_raise_object(vm, error_new(vm, class_get(vm, T_OVERFLOW_ERROR), 2, args));
}

static Value float_power(VM *vm, double a, double b) {
    if (a == 0 && b < 0) {
        return vm_raise(vm, T_ZERO_DIVISION_ERROR, "0.0 cannot be raised to a negative power");
    }
    if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b)) {
        /* CPython answers with a complex number, which the subset has not. */
        return vm_raise(vm, T_VALUE_ERROR, "negative number cannot be raised to a fractional power");
    }
    double result = pow(a, b);
    if (isinf(result) && isfinite(a) && isfinite(b)) return out_of_range(vm);
    return from_float(result);
}

static Value zero_division(VM *vm, BinaryOp op) {
    return vm_raise(vm, T_ZERO_DIVISION_ERROR, "%s",
                    op == BIN_DIV   ? "float division by zero"
                    : op == BIN_MOD ? "float modulo"
                                    : "float floor division by zero");
}

Value float_binary(VM *vm, BinaryOp op, double a, double b) {
    double quotient, remainder;
    if (b == 0 && (op == BIN_DIV || op == BIN_FLOORDIV || op == BIN_MOD)) return zero_division(vm, op);
    switch (op) {
    case BIN_ADD: return from_float(a + b);
    case BIN_SUB: return from_float(a - b);
    case BIN_MUL: return from_float(a * b);
    case BIN_DIV: return from_float(a / b);
    case BIN_MOD: return from_float(float_modulo(a, b));
    case BIN_POW: return float_power(vm, a, b);
    case BIN_FLOORDIV: float_divmod(a, b, &quotient, &remainder); return from_float(quotient);
    default: return V_NOT_IMPLEMENTED;
    }
}

/* --- hash ------------------------------------------------------------------------------------------ */

/* CPython's: the value as a fraction modulo the prime 2**61 - 1, 28 bits at a time. */
static uint64_t fraction_hash(double d) {
    enum { BITS = 61, STEP = 28 };
    const uint64_t modulus = ((uint64_t)1 << BITS) - 1;
    int e;
    double m = frexp(fabs(d), &e);
    uint64_t hash = 0;
    while (m != 0) {
        hash = (hash << STEP & modulus) | hash >> (BITS - STEP);
        m *= 1 << STEP;
        e -= STEP;
        uint64_t piece = (uint64_t)m;
        m -= (double)piece;
        hash += piece;
        if (hash >= modulus) hash -= modulus;
    }
    e = e >= 0 ? e % BITS : BITS - 1 - (-1 - e) % BITS;
    hash = (hash << e & modulus) | hash >> (BITS - e);
    if (d < 0) hash = 0 - hash;
    return hash == (uint64_t)-1 ? (uint64_t)-2 : hash;
}

uint64_t float_hash(double d) {
    const int64_t infinity = 314159;
    if (isnan(d)) return 0; /* CPython hashes its address; here all are one */
    if (isinf(d)) return (uint64_t)(d > 0 ? infinity : -infinity);
    if (fabs(d) < 0x1p60 && d == floor(d)) {
        int64_t i = (int64_t)d;
        return i == -1 ? (uint64_t)-2 : (uint64_t)i;
    }
    return fraction_hash(d);
}
