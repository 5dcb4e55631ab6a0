/* Ints of any size: making them, looking at them, and their arithmetic.
 *
 * A result is computed into a BigInt that the heap owns already (int_big) and becomes small
 * in int_settle. So nothing leaks when the heap ends the run in the middle. */
#include "vm/num.h"
#include "vm/num_fast.h"
#include "vm/vm_internal.h"

#include <math.h>

enum {
    LIMB_BITS = 64,
    CHARGED_LIMBS = 64, /* below this an operation is as cheap as an instruction */
    LIMBS_PER_INSTRUCTION = 16,
};

_Static_assert(GMP_NUMB_BITS == LIMB_BITS, "limbs of 64 bits");

/* --- making ------------------------------------------------------------------------- */

BigInt *int_big(VM *vm) {
    BigInt *b = heap_new(vm, vm->types[T_INT], KIND_BIGINT, sizeof *b);
    mpz_init(b->z);
    return b;
}

static bool limb_fits(mp_limb_t limb, bool negative, int64_t max) {
    return limb <= (uint64_t)max + negative;
}

static int64_t limb_signed(mp_limb_t limb, bool negative) {
    return negative ? (int64_t)(0 - limb) : (int64_t)limb;
}

/* Two limbs lie in the object itself: GMP reads them there (as what mpz_roinit_n makes, with an
 * allocation of 0, so that there is nothing to free) and the common int of 64 or 100 bits
 * costs one allocation. */
typedef struct InlineBig {
    BigInt big;
    mp_limb_t limbs[2];
} InlineBig;

static Value from_magnitude(VM *vm, UWide magnitude, bool negative) {
    mp_limb_t low = (mp_limb_t)magnitude, high = (mp_limb_t)(magnitude >> LIMB_BITS);
    if (high == 0 && limb_fits(low, negative, INT_SMALL_MAX)) return from_small(limb_signed(low, negative));
    InlineBig *b = heap_new(vm, vm->types[T_INT], KIND_BIGINT, sizeof *b);
    b->limbs[0] = low;
    b->limbs[1] = high;
    b->big.z->_mp_d = b->limbs;
    b->big.z->_mp_size = (negative ? -1 : 1) * (high ? 2 : 1);
    return from_obj(b);
}

Value int_settle(VM *vm, BigInt *b) {
    size_t size = mpz_size(b->z);
    if (size <= 2) {
        UWide magnitude = (UWide)mpz_getlimbn(b->z, 1) << LIMB_BITS | mpz_getlimbn(b->z, 0);
        bool negative = mpz_sgn(b->z) < 0;
        /* The heap takes back what a BigInt holds when it sweeps: this one holds nothing. */
        mpz_clear(b->z);
        mpz_init(b->z);
        return from_magnitude(vm, magnitude, negative);
    }
    if ((size_t)b->z->_mp_alloc > size * 2 + 8) mpz_realloc2(b->z, size * LIMB_BITS);
    heap_charge(vm, (size_t)b->z->_mp_alloc * sizeof(mp_limb_t));
    return from_obj(b);
}

static Value from_wide(VM *vm, Wide i) {
    if (i >= INT_SMALL_MIN && i <= INT_SMALL_MAX) return from_small((int64_t)i);
    return from_magnitude(vm, i < 0 ? 0 - (UWide)i : (UWide)i, i < 0);
}

Value int_from_i64(VM *vm, int64_t i) {
    return fits_small(i) ? from_small(i) : from_wide(vm, i);
}

Value int_from_u64(VM *vm, uint64_t i) {
    return i <= (uint64_t)INT_SMALL_MAX ? from_small((int64_t)i) : from_wide(vm, (Wide)i);
}

Value int_from_mpz(VM *vm, const mpz_t z) {
    if (mpz_size(z) <= 2) {
        UWide magnitude = (UWide)mpz_getlimbn(z, 1) << LIMB_BITS | mpz_getlimbn(z, 0);
        return from_magnitude(vm, magnitude, mpz_sgn(z) < 0);
    }
    BigInt *b = int_big(vm);
    mpz_set(b->z, z);
    return int_settle(vm, b);
}

Value int_from_double(VM *vm, double d) {
    if (isnan(d)) return vm_raise(vm, T_VALUE_ERROR, "cannot convert float NaN to integer");
    if (isinf(d)) return vm_raise(vm, T_OVERFLOW_ERROR, "cannot convert float infinity to integer");
    if (fabs(d) < 0x1p62) return int_from_i64(vm, (int64_t)d);
    BigInt *b = int_big(vm);
    mpz_set_d(b->z, d);
    return int_settle(vm, b);
}

/* --- looking ------------------------------------------------------------------------ */

mpz_srcptr int_view(Value plain, IntView *room) {
    if (!is_int(plain)) return AS(BigInt, plain)->z;
    int64_t i = as_small(plain);
    room->limb = (mp_limb_t)(i < 0 ? -i : i);
    return mpz_roinit_n(room->z, &room->limb, i < 0 ? -1 : 1);
}

void int_to_mpz(Value v, mpz_t out) {
    IntView room;
    mpz_set(out, int_view(num_plain(v), &room));
}

bool int_fits_i64(Value plain, int64_t *out) {
    if (is_int(plain)) {
        *out = as_small(plain);
        return true;
    }
    mpz_srcptr z = AS(BigInt, plain)->z;
    if (mpz_size(z) > 1) return false;
    mp_limb_t limb = mpz_getlimbn(z, 0);
    if (!limb_fits(limb, mpz_sgn(z) < 0, INT64_MAX)) return false;
    *out = limb_signed(limb, mpz_sgn(z) < 0);
    return true;
}

bool int_is(Value v) {
    if (is_int(v) || is_bool(v)) return true;
    if (is_kind(v, KIND_BOXED)) v = AS(Boxed, v)->inner;
    return is_int(v) || is_bigint(v);
}

bool int_clamped(Value v, int64_t *out) {
    if (!int_is(v)) return false;
    Value plain = num_plain(v);
    if (!int_fits_i64(plain, out)) *out = int_sign(plain) < 0 ? INT64_MIN : INT64_MAX;
    return true;
}

int int_sign(Value plain) {
    if (!is_int(plain)) return mpz_sgn(AS(BigInt, plain)->z);
    int64_t i = as_small(plain);
    return (i > 0) - (i < 0);
}

size_t int_bits(Value plain) {
    if (!is_int(plain)) return mpz_sizeinbase(AS(BigInt, plain)->z, 2);
    int64_t i = as_small(plain);
    return i == 0 ? 0 : LIMB_BITS - (size_t)__builtin_clzll((unsigned long long)(i < 0 ? -i : i));
}

int int_compare(Value a, Value b) {
    if (both_int(a, b)) return int_less(a, b) ? -1 : a != b;
    IntView room_a, room_b;
    int c = mpz_cmp(int_view(a, &room_a), int_view(b, &room_b));
    return (c > 0) - (c < 0);
}

/* CPython's: the number modulo 2**61 - 1, with its sign, and -2 for -1. */
uint64_t int_hash(Value v) {
    const uint64_t modulus = ((uint64_t)1 << 61) - 1;
    if (is_int(v)) return v == from_small(-1) ? (uint64_t)-2 : (uint64_t)as_small(v);
    mpz_srcptr z = AS(BigInt, v)->z;
    uint64_t hash = 0;
    for (size_t i = mpz_size(z); i-- > 0;) {
        /* 2**64 is 8 here. */
        uint64_t limb = mpz_getlimbn(z, (mp_size_t)i);
        uint64_t high = (hash << 3 & modulus) | hash >> 58;
        hash = high + (limb & modulus) + (limb >> 61);
        while (hash >= modulus) hash -= modulus;
    }
    if (mpz_sgn(z) < 0) hash = 0 - hash;
    return hash == (uint64_t)-1 ? (uint64_t)-2 : hash;
}

/* The top 64 bits of a magnitude, the last of them set if anything below it is ("sticky"), so
 * that rounding these to a double is rounding the whole. */
static uint64_t top_bits(mpz_srcptr z, size_t bits) {
    size_t drop = bits - LIMB_BITS;
    size_t limb = drop / LIMB_BITS, shift = drop % LIMB_BITS;
    uint64_t top = mpz_getlimbn(z, (mp_size_t)limb) >> shift;
    if (shift) top |= mpz_getlimbn(z, (mp_size_t)limb + 1) << (LIMB_BITS - shift);
    return top | (mpz_scan1(z, 0) < drop);
}

double int_as_fraction(Value plain, int64_t *exponent) {
    size_t bits = int_bits(plain);
    int e;
    double d;
    if (bits < LIMB_BITS) {
        int64_t i = 0;
        int_fits_i64(plain, &i);
        d = frexp((double)i, &e);
        *exponent = e;
        return d;
    }
    mpz_srcptr z = AS(BigInt, plain)->z;
    d = frexp((double)top_bits(z, bits), &e);
    *exponent = (int64_t)(bits - LIMB_BITS) + e;
    return mpz_sgn(z) < 0 ? -d : d;
}

bool int_as_double(Value plain, double *out) {
    if (is_int(plain)) {
        *out = (double)as_small(plain);
        return true;
    }
    int64_t exponent;
    double fraction = int_as_fraction(plain, &exponent);
    if (exponent > 1024) return false;
    *out = ldexp(fraction, (int)exponent);
    return isfinite(*out);
}

/* --- work and room ------------------------------------------------------------------- */

void int_charge(VM *vm, size_t limbs) {
    if (limbs > CHARGED_LIMBS) vm_charge(vm, limbs / LIMBS_PER_INSTRUCTION);
}

static size_t limbs_of(Value v) {
    return is_int(v) ? 1 : mpz_size(AS(BigInt, v)->z);
}

static size_t log2_ceil(size_t n) {
    size_t log = 1;
    while (n >> log) log++;
    return log;
}

/* About what GMP spends on a product: schoolbook, then better than that, then FFT. */
static size_t product_work(size_t a, size_t b) {
    size_t small = a < b ? a : b, great = a < b ? b : a;
    size_t per_limb = small < 32 ? small : 8 * log2_ceil(small);
    return great > SIZE_MAX / per_limb / 2 ? SIZE_MAX / 2 : great * per_limb;
}

/* Room for a result of so many limbs; small ones are not worth asking for. */
static bool room_for(VM *vm, size_t limbs) {
    return limbs < 4096 || heap_can_hold(vm, limbs > SIZE_MAX / 16 ? SIZE_MAX / 2 : limbs * 8);
}

/* --- arithmetic ---------------------------------------------------------------------- */

typedef void (*MpzBinary)(mpz_ptr, mpz_srcptr, mpz_srcptr);

static Value by_gmp(VM *vm, MpzBinary f, Value a, Value b) {
    IntView room_a, room_b;
    BigInt *result = int_big(vm);
    f(result->z, int_view(a, &room_a), int_view(b, &room_b));
    return int_settle(vm, result);
}

/* Most ints that are not small have two limbs at most: these need no GMP. */
static bool fits_wide(Value v, Wide *out) {
    if (is_int(v)) {
        *out = as_small(v);
        return true;
    }
    const __mpz_struct *z = AS(BigInt, v)->z;
    int size = z->_mp_size < 0 ? -z->_mp_size : z->_mp_size;
    if (size > 2 || (size == 2 && z->_mp_d[1] >> (LIMB_BITS - 1))) return false;
    Wide magnitude = (Wide)((size == 2 ? (UWide)z->_mp_d[1] << LIMB_BITS : 0) | z->_mp_d[0]);
    *out = z->_mp_size < 0 ? -magnitude : magnitude;
    return true;
}

static bool both_wide(Value a, Value b, Wide *x, Wide *y) {
    return fits_wide(a, x) && fits_wide(b, y);
}

static Value add(VM *vm, Value a, Value b) {
    Wide x, y, sum;
    if (both_wide(a, b, &x, &y) && !__builtin_add_overflow(x, y, &sum)) return from_wide(vm, sum);
    int_charge(vm, limbs_of(a) + limbs_of(b));
    return by_gmp(vm, mpz_add, a, b);
}

static Value subtract(VM *vm, Value a, Value b) {
    Wide x, y, difference;
    if (both_wide(a, b, &x, &y) && !__builtin_sub_overflow(x, y, &difference)) {
        return from_wide(vm, difference);
    }
    int_charge(vm, limbs_of(a) + limbs_of(b));
    return by_gmp(vm, mpz_sub, a, b);
}

static bool one_limb(Value v, mp_limb_t *limb, bool *negative) {
    if (is_int(v)) {
        int64_t i = as_small(v);
        *negative = i < 0;
        *limb = (mp_limb_t)(i < 0 ? -i : i);
        return true;
    }
    const __mpz_struct *z = AS(BigInt, v)->z;
    *negative = z->_mp_size < 0;
    *limb = z->_mp_d[0];
    return z->_mp_size == 1 || z->_mp_size == -1;
}

static Value multiply(VM *vm, Value a, Value b) {
    mp_limb_t x, y;
    bool x_negative, y_negative;
    if (one_limb(a, &x, &x_negative) && one_limb(b, &y, &y_negative)) {
        return from_magnitude(vm, (UWide)x * y, x && y && x_negative != y_negative);
    }
    size_t na = limbs_of(a), nb = limbs_of(b);
    if (!room_for(vm, na + nb)) return V_ERROR;
    if (na + nb > CHARGED_LIMBS) int_charge(vm, product_work(na, nb));
    return by_gmp(vm, mpz_mul, a, b);
}

static Value zero_division(VM *vm, BinaryOp op) {
    return vm_raise(vm, T_ZERO_DIVISION_ERROR,
                    op == BIN_MOD ? "integer modulo by zero" : "integer division or modulo by zero");
}

static void charge_division(VM *vm, Value a, Value b) {
    size_t na = limbs_of(a), nb = limbs_of(b);
    if (na + nb > CHARGED_LIMBS) int_charge(vm, na + (na > nb ? 2 * product_work(na - nb, nb) : 0));
}

/* Quotient rounded down and remainder; a division of 64 bits where that will do. */
static Wide divide_wide(Wide x, Wide y, Wide *remainder) {
    Wide q, r;
    if (y > 0 && (y & (y - 1)) == 0) {
        *remainder = x & (y - 1);
        uint64_t low = (uint64_t)y;
        int shift = low ? __builtin_ctzll(low) : LIMB_BITS + __builtin_ctzll((uint64_t)(y >> LIMB_BITS));
        return x >> shift;
    }
    if ((int64_t)x == x && (int64_t)y == y && y != -1) {
        q = (int64_t)x / (int64_t)y;
        r = (int64_t)x % (int64_t)y;
    } else {
        q = x / y;
        r = x % y;
    }
    bool down = r != 0 && (r < 0) != (y < 0);
    *remainder = down ? r + y : r;
    return q - down;
}

static Value floor_divide(VM *vm, Value a, Value b) {
    Wide x, y, rest;
    if (b == from_small(0)) return zero_division(vm, BIN_FLOORDIV);
    if (both_wide(a, b, &x, &y)) return from_wide(vm, divide_wide(x, y, &rest));
    charge_division(vm, a, b);
    return by_gmp(vm, mpz_fdiv_q, a, b);
}

static Value modulo(VM *vm, Value a, Value b) {
    Wide x, y, rest;
    if (b == from_small(0)) return zero_division(vm, BIN_MOD);
    if (both_wide(a, b, &x, &y)) {
        divide_wide(x, y, &rest);
        return from_wide(vm, rest);
    }
    charge_division(vm, a, b);
    if (is_int(b) && as_small(b) > 0) {
        return from_small((int64_t)mpz_fdiv_ui(AS(BigInt, a)->z, (unsigned long)as_small(b)));
    }
    return by_gmp(vm, mpz_fdiv_r, a, b);
}

bool int_divmod(VM *vm, Value a, Value b, Value *quotient, Value *remainder) {
    Wide x, y, rest;
    if (b == from_small(0)) return zero_division(vm, BIN_FLOORDIV), false;
    if (both_wide(a, b, &x, &y)) {
        *quotient = from_wide(vm, divide_wide(x, y, &rest));
        *remainder = from_wide(vm, rest);
        return true;
    }
    charge_division(vm, a, b);
    IntView room_a, room_b;
    BigInt *q = int_big(vm), *r = int_big(vm);
    mpz_fdiv_qr(q->z, r->z, int_view(a, &room_a), int_view(b, &room_b));
    *quotient = int_settle(vm, q);
    *remainder = int_settle(vm, r);
    return true;
}

/* --- true division --------------------------------------------------------------------- */

/* a / b for magnitudes of any size, rounded once: a quotient of at least 55 bits whose last
 * bit is sticky goes through one rounding to 53 bits, or fewer if the result is subnormal. */
static double divide_exactly(mpz_srcptr a, mpz_srcptr b, bool *overflow) {
    enum { WANTED = 66 };
    int64_t shift = (int64_t)mpz_sizeinbase(b, 2) - (int64_t)mpz_sizeinbase(a, 2) + WANTED;
    /* The result is at least 2 ** (-shift + WANTED - 2): hopeless ones need no division. */
    if (WANTED - shift > 1026) return *overflow = true, 0.0;
    if (WANTED - shift < -1080) return 0.0;
    mpz_t q, r, scaled;
    mpz_inits(q, r, scaled, NULL);
    if (shift >= 0) {
        mpz_mul_2exp(scaled, a, (mp_bitcnt_t)shift);
        mpz_tdiv_qr(q, r, scaled, b);
    } else {
        mpz_mul_2exp(scaled, b, (mp_bitcnt_t)-shift);
        mpz_tdiv_qr(q, r, a, scaled);
    }
    /* Cut to the bits that the result can hold, with one more and a sticky one to round by. */
    int64_t bits = (int64_t)mpz_sizeinbase(q, 2), exponent = bits - shift;
    int64_t keep = exponent < -1021 ? 53 - (-1021 - exponent) : 53;
    bool sticky = mpz_sgn(r) != 0;
    double d = 0.0;
    if (keep >= 0) {
        mp_bitcnt_t drop = (mp_bitcnt_t)(bits - keep - 2);
        sticky = sticky || mpz_scan1(q, 0) < drop;
        mpz_tdiv_q_2exp(q, q, drop);
        uint64_t top = mpz_getlimbn(q, 0) | sticky;
        uint64_t rounded = (top >> 2) + ((top & 3) > 2 || (top & 7) == 6);
        d = ldexp((double)rounded, (int)(exponent - keep));
    }
    mpz_clears(q, r, scaled, NULL);
    *overflow = isinf(d);
    return d;
}

static Value true_divide(VM *vm, Value a, Value b) {
    if (b == from_small(0)) return vm_raise(vm, T_ZERO_DIVISION_ERROR, "division by zero");
    const int64_t exact = (int64_t)1 << 53;
    int64_t x, y;
    if (int_fits_i64(a, &x) && int_fits_i64(b, &y) && x <= exact && x >= -exact && y <= exact &&
        y >= -exact) {
        return from_float((double)x / (double)y);
    }
    charge_division(vm, a, b);
    if (a == from_small(0)) return from_float(int_sign(b) < 0 ? -0.0 : 0.0);
    IntView room_a, room_b;
    mpz_t top, bottom;
    mpz_srcptr za = int_view(a, &room_a), zb = int_view(b, &room_b);
    mpz_roinit_n(top, mpz_limbs_read(za), (mp_size_t)mpz_size(za));
    mpz_roinit_n(bottom, mpz_limbs_read(zb), (mp_size_t)mpz_size(zb));
    bool overflow = false;
    double d = divide_exactly(top, bottom, &overflow);
    if (overflow) return vm_raise(vm, T_OVERFLOW_ERROR, "integer division result too large for a float");
    return from_float((int_sign(a) < 0) != (int_sign(b) < 0) ? -d : d);
}

/* --- powers ------------------------------------------------------------------------------ */

static Value power_of_floats(VM *vm, Value a, Value b) {
    double x, y;
    if (!int_as_double(a, &x) || !int_as_double(b, &y)) {
        return vm_raise(vm, T_OVERFLOW_ERROR, "int too large to convert to float");
    }
    return float_binary(vm, BIN_POW, x, y);
}

/* By squaring within 64 bits; false as soon as it leaves them. */
static bool power_fits(int64_t base, uint64_t exponent, int64_t *out) {
    int64_t result = 1;
    for (;;) {
        if (exponent & 1 && __builtin_mul_overflow(result, base, &result)) return false;
        exponent >>= 1;
        if (!exponent) break;
        if (__builtin_mul_overflow(base, base, &base)) return false;
    }
    *out = result;
    return true;
}

static Value power(VM *vm, Value a, Value b) {
    if (int_sign(b) < 0) return power_of_floats(vm, a, b);
    int64_t base, exponent, result;
    bool small = int_fits_i64(a, &base);
    if (small && base >= -1 && base <= 1) {
        IntView room;
        bool odd = mpz_odd_p(int_view(b, &room));
        if (base == -1) return from_small(odd ? -1 : 1);
        return from_small(base == 1 || int_sign(b) == 0);
    }
    if (!int_fits_i64(b, &exponent)) exponent = INT64_MAX;
    if (base == 2 && small && exponent < 2 * LIMB_BITS)
        return from_magnitude(vm, (UWide)1 << exponent, false);
    if (small && power_fits(base, (uint64_t)exponent, &result)) return int_from_i64(vm, result);
    size_t bits = int_bits(a), total;
    if (__builtin_mul_overflow(bits, (size_t)exponent, &total)) total = SIZE_MAX / 2;
    if (!room_for(vm, total / LIMB_BITS + 1)) return V_ERROR;
    int_charge(vm, product_work(total / LIMB_BITS + 1, total / LIMB_BITS + 1));
    IntView room;
    BigInt *big = int_big(vm);
    mpz_pow_ui(big->z, int_view(a, &room), (unsigned long)exponent);
    return int_settle(vm, big);
}

/* Charges for the power; more work than GMP does in about a minute is refused, for nothing could
 * stop it. */
static bool may_power(VM *vm, Value exponent, Value modulus) {
    const size_t most = (size_t)1 << 36;
    size_t n = limbs_of(modulus), bits = int_bits(exponent), work;
    if (__builtin_mul_overflow(product_work(n, n) * 2, bits, &work)) work = SIZE_MAX / 2;
    int_charge(vm, work);
    if (work > most) vm_raise(vm, T_MEMORY_ERROR, "%s", "");
    return work <= most;
}

Value int_pow_mod(VM *vm, Value base, Value exponent, Value modulus) {
    if (modulus == from_small(0)) return vm_raise(vm, T_VALUE_ERROR, "pow() 3rd argument cannot be 0");
    IntView room_b, room_e, room_m;
    mpz_srcptr b = int_view(base, &room_b), e = int_view(exponent, &room_e), m = int_view(modulus, &room_m);
    if (!may_power(vm, exponent, modulus)) return V_ERROR;
    BigInt *result = int_big(vm);
    if (mpz_sgn(e) >= 0) {
        mpz_powm(result->z, b, e, m);
    } else {
        /* GMP would end the process where there is no inverse. */
        if (mpz_cmpabs_ui(m, 1) != 0 && !mpz_invert(result->z, b, m)) {
            return vm_raise(vm, T_VALUE_ERROR, "base is not invertible for the given modulus");
        }
        BigInt *positive = int_big(vm);
        mpz_neg(positive->z, e);
        mpz_powm(result->z, result->z, positive->z, m);
    }
    /* The result takes the sign of the modulus, as % does. */
    if (mpz_sgn(m) < 0 && mpz_sgn(result->z) > 0) mpz_add(result->z, result->z, m);
    return int_settle(vm, result);
}

/* --- bits ----------------------------------------------------------------------------- */

static Value left_shift(VM *vm, Value a, Value b) {
    if (int_sign(b) < 0) return vm_raise(vm, T_VALUE_ERROR, "negative shift count");
    if (a == from_small(0)) return a;
    int64_t count;
    if (!int_fits_i64(b, &count)) return vm_raise(vm, T_OVERFLOW_ERROR, "too many digits in integer");
    Wide x;
    if (count < LIMB_BITS && limbs_of(a) == 1 && fits_wide(a, &x)) {
        return from_magnitude(vm, (UWide)(x < 0 ? -x : x) << count, x < 0);
    }
    size_t limbs = (size_t)count / LIMB_BITS + limbs_of(a) + 1;
    if (!room_for(vm, limbs)) return V_ERROR;
    int_charge(vm, limbs);
    IntView room;
    BigInt *result = int_big(vm);
    mpz_mul_2exp(result->z, int_view(a, &room), (mp_bitcnt_t)count);
    return int_settle(vm, result);
}

static Value right_shift(VM *vm, Value a, Value b) {
    if (int_sign(b) < 0) return vm_raise(vm, T_VALUE_ERROR, "negative shift count");
    int64_t count;
    if (!int_fits_i64(b, &count)) return from_small(int_sign(a) < 0 ? -1 : 0);
    Wide x;
    if (fits_wide(a, &x)) return from_wide(vm, x >> (count > 127 ? 127 : count));
    int_charge(vm, limbs_of(a));
    BigInt *result = int_big(vm);
    mpz_fdiv_q_2exp(result->z, AS(BigInt, a)->z, (mp_bitcnt_t)count);
    return int_settle(vm, result);
}

static Value bit_and(VM *vm, Value a, Value b) {
    Wide x, y;
    if (both_wide(a, b, &x, &y)) return from_wide(vm, x & y);
    int_charge(vm, limbs_of(a) + limbs_of(b));
    return by_gmp(vm, mpz_and, a, b);
}

static Value bit_or(VM *vm, Value a, Value b) {
    Wide x, y;
    if (both_wide(a, b, &x, &y)) return from_wide(vm, x | y);
    int_charge(vm, limbs_of(a) + limbs_of(b));
    return by_gmp(vm, mpz_ior, a, b);
}

static Value bit_xor(VM *vm, Value a, Value b) {
    Wide x, y;
    if (both_wide(a, b, &x, &y)) return from_wide(vm, x ^ y);
    int_charge(vm, limbs_of(a) + limbs_of(b));
    return by_gmp(vm, mpz_xor, a, b);
}

/* --- by operator ------------------------------------------------------------------------ */

static Value small_binary(BinaryOp op, Value a, Value b, bool *done) {
    Value out = V_UNDEF;
    switch (op) {
    case BIN_ADD: *done = int_add(a, b, &out); break;
    case BIN_SUB: *done = int_sub(a, b, &out); break;
    case BIN_MUL: *done = int_mul(a, b, &out); break;
    case BIN_DIV: *done = int_div(a, b, &out); break;
    case BIN_FLOORDIV: *done = int_floordiv(a, b, &out); break;
    case BIN_MOD: *done = int_mod(a, b, &out); break;
    case BIN_AND: *done = true, out = int_and(a, b); break;
    case BIN_OR: *done = true, out = int_or(a, b); break;
    case BIN_XOR: *done = true, out = int_xor(a, b); break;
    case BIN_LSHIFT: *done = int_lshift(a, b, &out); break;
    case BIN_RSHIFT: *done = int_rshift(a, b, &out); break;
    default: *done = false; break;
    }
    return out;
}

Value int_binary(VM *vm, BinaryOp op, Value a, Value b) {
    static Value (*const by_op[BIN_COUNT])(VM *, Value, Value) = {
        [BIN_ADD] = add,         [BIN_SUB] = subtract,          [BIN_MUL] = multiply,
        [BIN_DIV] = true_divide, [BIN_FLOORDIV] = floor_divide, [BIN_MOD] = modulo,
        [BIN_POW] = power,       [BIN_AND] = bit_and,           [BIN_OR] = bit_or,
        [BIN_XOR] = bit_xor,     [BIN_LSHIFT] = left_shift,     [BIN_RSHIFT] = right_shift,
    };
    if (both_int(a, b)) {
        bool done = false;
        Value out = small_binary(op, a, b, &done);
        if (done) return out;
    }
    return by_op[op] ? by_op[op](vm, a, b) : V_NOT_IMPLEMENTED;
}

static uint64_t small_gcd(uint64_t a, uint64_t b) {
    if (a == 0 || b == 0) return a | b;
    int shift = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    while (b) {
        b >>= __builtin_ctzll(b);
        uint64_t least = a < b ? a : b;
        b = a < b ? b - a : a - b;
        a = least;
    }
    return a << shift;
}

Value int_gcd(VM *vm, Value a, Value b) {
    mp_limb_t x, y;
    bool x_negative, y_negative;
    if (one_limb(a, &x, &x_negative) && one_limb(b, &y, &y_negative))
        return int_from_u64(vm, small_gcd(x, y));
    int_charge(vm, product_work(limbs_of(a), limbs_of(b)));
    return by_gmp(vm, mpz_gcd, a, b);
}

/* --- rounding to tens --------------------------------------------------------------------- */

Value int_round(VM *vm, Value v, Value digits) {
    if (int_sign(digits) >= 0) return v;
    int64_t tens;
    /* Past its own digits a number rounds to 0: no need to raise ten to absurd powers. */
    if (!int_fits_i64(digits, &tens) || -tens > (int64_t)(int_bits(v) / 3 + 2)) return from_small(0);
    Value unit = power(vm, from_small(10), from_small(-tens));
    Value quotient, remainder;
    if (unit == V_ERROR || !int_divmod(vm, v, unit, &quotient, &remainder)) return V_ERROR;
    Value twice = add(vm, remainder, remainder);
    int half = int_compare(twice, unit);
    IntView room;
    bool odd = mpz_odd_p(int_view(quotient, &room));
    if (half > 0 || (half == 0 && odd)) quotient = add(vm, quotient, from_small(1));
    return multiply(vm, quotient, unit);
}
