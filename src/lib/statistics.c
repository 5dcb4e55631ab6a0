/* Exact sums for statistics.py: of ints and floats, and of their squares, as fractions. A float
 * is a whole multiple of 2**-1074, so sums of such multiples are sums of ints. */
#include "lib/lib.h"
#include "vm/num.h"

#include <math.h>

enum { UNIT = 1074 };

typedef struct Sums {
    mpz_t ints, floats;               /* floats: in units of 2**-UNIT */
    mpz_t int_squares, float_squares; /* float_squares: in units of 2**-(2 * UNIT) */
    mpz_t scratch;
    bool any_float;
} Sums;

static void sums_init(Sums *s) {
    mpz_inits(s->ints, s->floats, s->int_squares, s->float_squares, s->scratch, NULL);
    s->any_float = false;
}

static void sums_deinit(Sums *s) {
    mpz_clears(s->ints, s->floats, s->int_squares, s->float_squares, s->scratch, NULL);
}

static void add_int(Sums *s, Value v) {
    IntView room;
    mpz_srcptr z = int_view(v, &room);
    mpz_add(s->ints, s->ints, z);
    mpz_addmul(s->int_squares, z, z);
}

/* Adds significand * 2**shift. */
static void add_shifted(Sums *s, mpz_t sum, unsigned long significand, int shift, bool negative) {
    mpz_set_ui(s->scratch, significand);
    mpz_mul_2exp(s->scratch, s->scratch, (mp_bitcnt_t)shift);
    if (negative) mpz_sub(sum, sum, s->scratch);
    else mpz_add(sum, sum, s->scratch);
}

static void add_float(Sums *s, double d) {
    s->any_float = true;
    if (d == 0) return;
    int exponent;
    unsigned long significand = (unsigned long)ldexp(frexp(fabs(d), &exponent), 53);
    int shift = exponent - 53 + UNIT;
    if (shift < 0) significand >>= -shift, shift = 0; /* subnormal: these bits are zeros */
    add_shifted(s, s->floats, significand, shift, d < 0);
    mpz_set_ui(s->scratch, significand);
    mpz_mul(s->scratch, s->scratch, s->scratch);
    mpz_mul_2exp(s->scratch, s->scratch, (mp_bitcnt_t)shift * 2);
    mpz_add(s->float_squares, s->float_squares, s->scratch);
}

/* False if there is anything but ints, bools and finite floats. */
static bool add_all(Sums *s, const Value *items, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        Value v = items[i];
        if (is_float(v)) {
            if (!isfinite(as_float(v))) return false;
            add_float(s, as_float(v));
        } else if (is_int(v) || is_bool(v) || is_bigint(v)) {
            add_int(s, num_plain(v));
        } else {
            return false;
        }
    }
    return true;
}

/* whole + part / 2**unit in lowest terms. */
static void ratio(VM *vm, mpz_t whole, mpz_t part, unsigned long unit, Value *out) {
    mpz_mul_2exp(whole, whole, unit);
    mpz_add(whole, whole, part);
    unsigned long zeros = mpz_sgn(whole) ? mpz_scan1(whole, 0) : unit;
    if (zeros > unit) zeros = unit;
    mpz_tdiv_q_2exp(whole, whole, zeros);
    mpz_set_ui(part, 0);
    mpz_setbit(part, unit - zeros);
    out[0] = int_from_mpz(vm, whole);
    out[1] = int_from_mpz(vm, part);
}

/* exact_sums(list): (any float, sum's numerator and denominator, the same of the squares), or None
 * if the list holds other things than ints and finite floats. */
static Value exact_sums(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_list(args[0])) return V_NONE;
    Sums sums;
    Value out[5];
    sums_init(&sums);
    vm_charge(vm, (uint64_t)AS(List, args[0])->len * 2);
    bool ok = add_all(&sums, AS(List, args[0])->items, AS(List, args[0])->len);
    if (ok) {
        out[0] = from_bool(sums.any_float);
        ratio(vm, sums.ints, sums.floats, UNIT, &out[1]);
        ratio(vm, sums.int_squares, sums.float_squares, 2 * UNIT, &out[3]);
    }
    sums_deinit(&sums);
    return ok ? tuple_from(vm, out, 5) : V_NONE;
}

static const NativeDef functions[] = {
    {"exact_sums", exact_sums, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef statistics_module = {.name = "_statistics", .functions = functions, .internal = true};
