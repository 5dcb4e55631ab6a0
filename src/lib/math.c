/* The module math. Functions of one or two reals are a table over the C library with CPython's
 * errors; those on ints use GMP; gamma, hypot and fsum are in real.c. */
#include "lib/lib.h"
#include "lib/real.h"
#include "vm/num.h"
#include "vm/num_fast.h"

#include <math.h>

static const double pi = 3.141592653589793238462643383279502884197;

/* --- arguments -------------------------------------------------------------------------------- */

static Value domain_error(VM *vm) {
    return vm_raise(vm, T_VALUE_ERROR, "math domain error");
}

static Value range_error(VM *vm) {
    return vm_raise(vm, T_OVERFLOW_ERROR, "math range error");
}

/* Asks Python to convert the arguments and to call the function again. */
static Value again(VM *vm, Twin twin, const char *name, int n, const Value *args) {
    return vm_twin(vm, twin, 2, str_from(vm, name), tuple_from(vm, args, (uint32_t)n));
}

static bool has_python_float(VM *vm, Value v) {
    if (!is_obj(v) || is_bigint(v) || float_is(v)) return false;
    Class *c = class_of(vm, v);
    return special_is_python(vm, c, SP_FLOAT) || (!int_is(v) && special_is_python(vm, c, SP_INDEX));
}

/* `n` reals; NEEDS_PYTHON if an object of the program is to say its value. */
static Tri doubles(VM *vm, const Value *args, int n, double *out) {
    for (int i = 0; i < n; i++) {
        if (is_fast_number(args[i])) {
            out[i] = fast_double(args[i]);
            continue;
        }
        if (has_python_float(vm, args[i])) return NEEDS_PYTHON;
        if (!num_to_double(vm, args[i], &out[i])) return FAILED;
    }
    return YES;
}

/* An int of any size, plain. */
static Tri int_arg(VM *vm, Value v, Value *out) {
    int64_t unused;
    if (!int_is(v)) return index_arg(vm, v, true, &unused) == NEEDS_PYTHON ? NEEDS_PYTHON : FAILED;
    *out = num_plain(v);
    return YES;
}

static Value refused(VM *vm, Tri why, Twin twin, const char *name, int n, const Value *args) {
    return why == NEEDS_PYTHON ? again(vm, twin, name, n, args) : V_ERROR;
}

/* --- functions of one real ---------------------------------------------------------------------- */

/* What an infinite result of a finite argument is: an overflow, outside the domain, or welcome. */
typedef enum Infinite { OVERFLOWS, POLE, WELCOME } Infinite;

static Value of_one(VM *vm, const char *name, double (*f)(double), Infinite infinite, Value *args) {
    double x;
    if (is_fast_number(args[0])) {
        x = fast_double(args[0]);
    } else {
        Tri ok = doubles(vm, args, 1, &x);
        if (ok != YES) return refused(vm, ok, TWIN_MATH_FLOAT, name, 1, args);
    }
    double r = f(x);
    if (isnan(r) && !isnan(x)) return domain_error(vm);
    if (isinf(r) && isfinite(x) && infinite != WELCOME) {
        return infinite == OVERFLOWS ? range_error(vm) : domain_error(vm);
    }
    return from_float(r);
}

static double to_degrees(double x) {
    return x * (180.0 / pi);
}
static double to_radians(double x) {
    return x * (pi / 180.0);
}

/* ulp() of the greatest double is finite; of infinity it is infinity. */
static double ulp_of(double x) {
    x = fabs(x);
    if (!isfinite(x)) return x;
    double up = nextafter(x, INFINITY);
    return isinf(up) ? x - nextafter(x, -INFINITY) : up - x;
}

#define REAL_FUNCTIONS(F)                                                                                 \
    F(acos, acos, POLE)                                                                                   \
    F(acosh, acosh, POLE)                                                                                 \
    F(asin, asin, POLE)                                                                                   \
    F(asinh, asinh, POLE) F(atan, atan, POLE) F(atanh, atanh, POLE) F(cbrt, cbrt, POLE) F(cos, cos, POLE) \
        F(cosh, cosh, OVERFLOWS) F(erf, erf, POLE) F(erfc, erfc, POLE) F(exp, exp, OVERFLOWS)             \
            F(exp2, exp2, OVERFLOWS) F(expm1, expm1, OVERFLOWS) F(fabs, fabs, POLE) F(log1p, log1p, POLE) \
                F(sin, sin, POLE) F(sinh, sinh, OVERFLOWS) F(sqrt, sqrt, POLE) F(tan, tan, POLE)          \
                    F(tanh, tanh, POLE) F(degrees, to_degrees, WELCOME) F(radians, to_radians, WELCOME)   \
                        F(ulp, ulp_of, WELCOME)

#define F(name, function, infinite)                         \
    static Value math_##name(VM *vm, Value *args, int n) {  \
        (void)n;                                            \
        return of_one(vm, #name, function, infinite, args); \
    }
REAL_FUNCTIONS(F)
#undef F

static Value by_gamma(VM *vm, const char *name, double (*f)(double, RealError *), Value *args) {
    double x;
    RealError error = REAL_OK;
    Tri ok = doubles(vm, args, 1, &x);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_FLOAT, name, 1, args);
    double r = f(x, &error);
    if (error == REAL_DOMAIN) return domain_error(vm);
    return error == REAL_RANGE ? range_error(vm) : from_float(r);
}

static Value math_gamma(VM *vm, Value *args, int n) {
    (void)n;
    return by_gamma(vm, "gamma", real_gamma, args);
}

static Value math_lgamma(VM *vm, Value *args, int n) {
    (void)n;
    return by_gamma(vm, "lgamma", real_lgamma, args);
}

static Value classified(VM *vm, const char *name, Value *args, bool (*test)(double)) {
    double x;
    Tri ok = doubles(vm, args, 1, &x);
    return ok == YES ? from_bool(test(x)) : refused(vm, ok, TWIN_MATH_FLOAT, name, 1, args);
}

static bool is_finite(double x) {
    return isfinite(x);
}
static bool is_infinite(double x) {
    return isinf(x);
}
static bool is_nan(double x) {
    return isnan(x);
}

static Value math_isfinite(VM *vm, Value *args, int n) {
    (void)n;
    return classified(vm, "isfinite", args, is_finite);
}

static Value math_isinf(VM *vm, Value *args, int n) {
    (void)n;
    return classified(vm, "isinf", args, is_infinite);
}

static Value math_isnan(VM *vm, Value *args, int n) {
    (void)n;
    return classified(vm, "isnan", args, is_nan);
}

static Value math_frexp(VM *vm, Value *args, int n) {
    (void)n;
    double x;
    int exponent = 0;
    Tri ok = doubles(vm, args, 1, &x);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_FLOAT, "frexp", 1, args);
    double fraction = isfinite(x) ? frexp(x, &exponent) : x;
    Value pair[] = {from_float(fraction), from_small(exponent)};
    return tuple_from(vm, pair, 2);
}

static Value math_modf(VM *vm, Value *args, int n) {
    (void)n;
    double x, whole;
    Tri ok = doubles(vm, args, 1, &x);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_FLOAT, "modf", 1, args);
    double fraction = modf(x, &whole);
    Value pair[] = {from_float(fraction), from_float(whole)};
    return tuple_from(vm, pair, 2);
}

/* --- logarithms ----------------------------------------------------------------------------------- */

/* Of an int too great for a double: log(fraction) + exponent * log(2). */
static Tri log_of(VM *vm, Value v, double (*log_function)(double), double *out) {
    double x;
    if (int_is(v)) {
        Value plain = num_plain(v);
        if (int_sign(plain) <= 0) return domain_error(vm), FAILED;
        if (int_as_double(plain, &x)) {
            *out = log_function(x);
        } else {
            int64_t exponent;
            double fraction = int_as_fraction(plain, &exponent);
            *out = log_function(fraction) + log_function(2.0) * (double)exponent;
        }
        return YES;
    }
    Tri ok = doubles(vm, &v, 1, &x);
    if (ok != YES) return ok;
    if (x <= 0) return domain_error(vm), FAILED;
    *out = log_function(x);
    return YES;
}

static Value math_log(VM *vm, Value *args, int n) {
    double top, bottom;
    int given = n;
    if (n < 1 || n > 2) return vm_raise(vm, T_TYPE_ERROR, "math.log requires 1 to 2 arguments");
    Tri ok = log_of(vm, args[0], log, &top);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_FLOAT, "log", given, args);
    if (given == 1) return from_float(top);
    ok = log_of(vm, args[1], log, &bottom);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_FLOAT, "log", given, args);
    return float_binary(vm, BIN_DIV, top, bottom);
}

static Value math_log2(VM *vm, Value *args, int n) {
    (void)n;
    double r;
    Tri ok = log_of(vm, args[0], log2, &r);
    return ok == YES ? from_float(r) : refused(vm, ok, TWIN_MATH_FLOAT, "log2", 1, args);
}

static Value math_log10(VM *vm, Value *args, int n) {
    (void)n;
    double r;
    Tri ok = log_of(vm, args[0], log10, &r);
    return ok == YES ? from_float(r) : refused(vm, ok, TWIN_MATH_FLOAT, "log10", 1, args);
}

/* --- functions of two reals ------------------------------------------------------------------------- */

static Value math_atan2(VM *vm, Value *args, int n) {
    (void)n;
    double x[2];
    Tri ok = doubles(vm, args, 2, x);
    return ok == YES ? from_float(atan2(x[0], x[1])) : refused(vm, ok, TWIN_MATH_FLOAT, "atan2", 2, args);
}

static Value math_copysign(VM *vm, Value *args, int n) {
    (void)n;
    double x[2];
    Tri ok = doubles(vm, args, 2, x);
    return ok == YES ? from_float(copysign(x[0], x[1]))
                     : refused(vm, ok, TWIN_MATH_FLOAT, "copysign", 2, args);
}

static Value math_nextafter(VM *vm, Value *args, int n) {
    (void)n;
    double x[2];
    Tri ok = doubles(vm, args, 2, x);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_FLOAT, "nextafter", 2, args);
    return from_float(x[0] == x[1] ? x[1] : nextafter(x[0], x[1]));
}

/* fmod and remainder: NaN from anything but a NaN is outside the domain. */
static Value of_two(VM *vm, const char *name, double (*f)(double, double), Value *args) {
    double x[2];
    Tri ok = doubles(vm, args, 2, x);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_FLOAT, name, 2, args);
    double r = f(x[0], x[1]);
    if (isnan(r) && !isnan(x[0]) && !isnan(x[1])) return domain_error(vm);
    return from_float(r);
}

static Value math_fmod(VM *vm, Value *args, int n) {
    (void)n;
    return of_two(vm, "fmod", fmod, args);
}

static Value math_remainder(VM *vm, Value *args, int n) {
    (void)n;
    return of_two(vm, "remainder", remainder, args);
}

static Value math_pow(VM *vm, Value *args, int n) {
    (void)n;
    double x[2];
    Tri ok = doubles(vm, args, 2, x);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_FLOAT, "pow", 2, args);
    double r = pow(x[0], x[1]);
    if (isfinite(x[0]) && isfinite(x[1])) {
        if (isnan(r) || (isinf(r) && x[0] == 0)) return domain_error(vm);
        if (isinf(r)) return range_error(vm);
    }
    return from_float(r);
}

static Value math_ldexp(VM *vm, Value *args, int n) {
    (void)n;
    double x;
    int64_t exponent;
    if (has_python_float(vm, args[0])) return again(vm, TWIN_MATH_FLOAT, "ldexp", 2, args);
    if (!num_to_double(vm, args[0], &x)) return V_ERROR;
    if (!int_clamped(args[1], &exponent)) {
        return vm_raise(vm, T_TYPE_ERROR, "Expected an int as second argument to ldexp.");
    }
    if (exponent > 5000) exponent = 5000;
    if (exponent < -5000) exponent = -5000;
    double r = ldexp(x, (int)exponent);
    return isinf(r) && isfinite(x) ? range_error(vm) : from_float(r);
}

static Value math_isclose(VM *vm, Value *args, int n) {
    (void)n;
    double x[2], relative = 1e-9, absolute = 0.0;
    Tri ok = doubles(vm, args, 2, x);
    if (ok == NEEDS_PYTHON) {
        Value r = args[2] == V_UNDEF ? from_float(relative) : args[2];
        return vm_twin(vm, TWIN_MATH_ISCLOSE, 4, args[0], args[1], r,
                       args[3] == V_UNDEF ? from_small(0) : args[3]);
    }
    if (ok != YES) return V_ERROR;
    if (args[2] != V_UNDEF && !num_to_double(vm, args[2], &relative)) return V_ERROR;
    if (args[3] != V_UNDEF && !num_to_double(vm, args[3], &absolute)) return V_ERROR;
    if (relative < 0 || absolute < 0) return vm_raise(vm, T_VALUE_ERROR, "tolerances must be non-negative");
    if (x[0] == x[1]) return V_TRUE;
    if (isinf(x[0]) || isinf(x[1])) return V_FALSE;
    double difference = fabs(x[1] - x[0]);
    return from_bool(difference <= fabs(relative * x[1]) || difference <= fabs(relative * x[0]) ||
                     difference <= absolute);
}

/* --- many reals ---------------------------------------------------------------------------------------- */

static Value math_hypot(VM *vm, Value *args, int n) {
    enum { ROOM = 8 };
    double room[ROOM], *x = n <= ROOM ? room : mem_alloc((size_t)n * sizeof *x);
    Tri ok = doubles(vm, args, n, x);
    Value r = V_ERROR;
    if (ok == YES) {
        for (int i = 0; i < n; i++) x[i] = fabs(x[i]);
        r = from_float(real_norm((size_t)n, x));
    }
    if (x != room) mem_free(x);
    return ok == YES ? r : refused(vm, ok, TWIN_MATH_FLOAT, "hypot", n, args);
}

/* The elements of a list or tuple, of any other native iterable by way of a list. */
static const Value *elements(VM *vm, Value *iterable, uint32_t *n) {
    if (!is_list(*iterable) && !is_tuple(*iterable)) *iterable = iter_to_list(vm, *iterable);
    if (*iterable == V_ERROR) return NULL;
    *n = is_list(*iterable) ? AS(List, *iterable)->len : AS(Tuple, *iterable)->len;
    return is_list(*iterable) ? AS(List, *iterable)->items : AS(Tuple, *iterable)->items;
}

static Value math_dist(VM *vm, Value *args, int n) {
    (void)n;
    uint32_t np = 0, nq = 0;
    const Value *p = elements(vm, &args[0], &np);
    const Value *q = p || np == 0 ? elements(vm, &args[1], &nq) : NULL;
    if (args[0] == V_ERROR || args[1] == V_ERROR) return V_ERROR;
    if (np != nq) return vm_raise(vm, T_VALUE_ERROR, "both points must have the same number of dimensions");
    double *x = mem_alloc((size_t)np * 2 * sizeof *x + 1);
    Tri ok = doubles(vm, p, (int)np, x);
    if (ok == YES) ok = doubles(vm, q, (int)np, x + np);
    Value r = V_ERROR;
    if (ok == YES) {
        for (uint32_t i = 0; i < np; i++) x[i] = fabs(x[i] - x[np + i]);
        r = from_float(real_norm(np, x));
    } else if (ok == NEEDS_PYTHON) {
        r = vm_twin(vm, TWIN_MATH_DIST, 2, args[0], args[1]);
    }
    mem_free(x);
    return r;
}

static Value sum_error(VM *vm, SumError error) {
    if (error == SUM_OVERFLOW) return vm_raise(vm, T_OVERFLOW_ERROR, "intermediate overflow in fsum");
    return vm_raise(vm, T_VALUE_ERROR, "-inf + inf in fsum");
}

static Value sum_of(VM *vm, const Value *items, uint32_t n, RealSum *sum, Value source) {
    double x;
    for (uint32_t i = 0; i < n; i++) {
        Tri ok = doubles(vm, &items[i], 1, &x);
        if (ok == NEEDS_PYTHON) return vm_twin(vm, TWIN_MATH_FSUM, 1, source);
        if (ok != YES) return V_ERROR;
        SumError error = real_sum_add(sum, x);
        if (error != SUM_OK) return sum_error(vm, error);
    }
    SumError error = real_sum_get(sum, &x);
    return error == SUM_OK ? from_float(x) : sum_error(vm, error);
}

static Value math_fsum(VM *vm, Value *args, int n) {
    (void)n;
    uint32_t count = 0;
    const Value *items = elements(vm, &args[0], &count);
    if (args[0] == V_ERROR) return V_ERROR;
    RealSum sum = {0};
    vm_charge(vm, count);
    Value r = sum_of(vm, items, count, &sum, args[0]);
    real_sum_deinit(&sum);
    return r;
}

/* Whether an operator of Python's may have a say in a product. */
static bool is_foreign(VM *vm, Value v) {
    return is_obj(v) && !(class_of(vm, v)->flags & CLASS_BUILTIN);
}

/* Charges for a product with a number and asks for its room. */
static bool may_grow(VM *vm, const BigInt *product, Value by) {
    size_t limbs = mpz_size(product->z) + int_bits(by) / 64 + 1;
    int_charge(vm, limbs);
    return limbs < 4096 || heap_can_hold(vm, limbs * sizeof(mp_limb_t));
}

static bool is_plain_int(Value v) {
    return is_int(v) || is_bool(v) || is_bigint(v);
}

/* The ints that stand first, as one number that grows in its place (nothing is collected
 * meanwhile). Says how many they were. */
static Value product_of_ints(VM *vm, Value start, const Value *items, uint32_t n, uint32_t *count) {
    IntView room;
    BigInt *product = int_big(vm);
    mpz_set(product->z, int_view(num_plain(start), &room));
    for (*count = 0; *count < n && is_plain_int(items[*count]); ++*count) {
        Value v = num_plain(items[*count]);
        if (!may_grow(vm, product, v)) return V_ERROR;
        mpz_mul(product->z, product->z, int_view(v, &room));
    }
    return int_settle(vm, product);
}

static Value math_prod(VM *vm, Value *args, int n) {
    (void)n;
    uint32_t count = 0, done = 0;
    Value product = args[1] == V_UNDEF ? from_small(1) : args[1];
    const Value *items = elements(vm, &args[0], &count);
    if (args[0] == V_ERROR) return V_ERROR;
    bool foreign = is_foreign(vm, product);
    for (uint32_t i = 0; i < count && !foreign; i++) foreign = is_foreign(vm, items[i]);
    if (foreign) return vm_twin(vm, TWIN_MATH_PROD, 2, args[0], product);
    vm_charge(vm, count);
    if (is_plain_int(product)) product = product_of_ints(vm, product, items, count, &done);
    for (uint32_t i = done; i < count && product != V_ERROR; i++) {
        product = obj_binary(vm, BIN_MUL, product, items[i]);
    }
    return product;
}

/* --- to ints --------------------------------------------------------------------------------------------- */

static Value rounded(VM *vm, Value v, const char *name, Special sp, double (*f)(double)) {
    Value out;
    if (is_float(v)) return int_from_double(vm, f(as_float(v)));
    if (is_int(v)) return v;
    if (is_bool(v) || is_bigint(v)) return num_plain(v);
    switch (special_call(vm, v, sp, 0, NULL, &out)) {
    case YES: return out;
    case FAILED: return V_ERROR;
    case NEEDS_PYTHON: return vm_twin(vm, TWIN_MATH_ROUNDED, 2, v, str_from(vm, name));
    case NO: break;
    }
    if (sp == SP_TRUNC) {
        return vm_raise(vm, T_TYPE_ERROR, "type %s doesn't define __trunc__ method", type_name(vm, v));
    }
    double x;
    Tri ok = doubles(vm, &v, 1, &x);
    if (ok == YES) return int_from_double(vm, f(x));
    return refused(vm, ok, TWIN_MATH_FLOAT, name, 1, &v);
}

static Value math_floor(VM *vm, Value *args, int n) {
    (void)n;
    return rounded(vm, args[0], "floor", SP_FLOOR, floor);
}

static Value math_ceil(VM *vm, Value *args, int n) {
    (void)n;
    return rounded(vm, args[0], "ceil", SP_CEIL, ceil);
}

static Value math_trunc(VM *vm, Value *args, int n) {
    (void)n;
    return rounded(vm, args[0], "trunc", SP_TRUNC, trunc);
}

/* --- ints -------------------------------------------------------------------------------------------------- */

static Value math_gcd(VM *vm, Value *args, int n) {
    Value result = from_small(0), v;
    for (int i = 0; i < n; i++) {
        Tri ok = int_arg(vm, args[i], &v);
        if (ok != YES) return refused(vm, ok, TWIN_MATH_INDEX, "gcd", n, args);
        result = int_gcd(vm, result, v);
    }
    return result;
}

/* Great results grow in one place, since nothing is collected meanwhile. */
static Value math_lcm(VM *vm, Value *args, int n) {
    Value v;
    IntView room;
    BigInt *result = int_big(vm);
    mpz_set_ui(result->z, 1);
    for (int i = 0; i < n; i++) {
        Tri ok = int_arg(vm, args[i], &v);
        if (ok != YES) return refused(vm, ok, TWIN_MATH_INDEX, "lcm", n, args);
        if (!may_grow(vm, result, v)) return V_ERROR;
        mpz_lcm(result->z, result->z, int_view(v, &room));
    }
    return int_settle(vm, result);
}

static Value math_isqrt(VM *vm, Value *args, int n) {
    (void)n;
    Value v;
    Tri ok = int_arg(vm, args[0], &v);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_INDEX, "isqrt", 1, args);
    if (int_sign(v) < 0) return vm_raise(vm, T_VALUE_ERROR, "isqrt() argument must be nonnegative");
    IntView room;
    int_charge(vm, int_bits(v) / 4);
    BigInt *root = int_big(vm);
    mpz_sqrt(root->z, int_view(v, &room));
    return int_settle(vm, root);
}

static Value factorial_of(VM *vm, Value v) {
    int64_t i;
    if (int_sign(v) < 0) return vm_raise(vm, T_VALUE_ERROR, "factorial() not defined for negative values");
    if (!int_fits_i64(v, &i)) {
        return vm_raise(vm, T_OVERFLOW_ERROR, "factorial() argument should not exceed %lld",
                        (long long)INT64_MAX);
    }
    /* n! has fewer than n * log2(n) bits. */
    double bytes = (double)i * log2((double)i + 1) / 8;
    if (i > 10000 && !heap_can_hold(vm, bytes > 1e15 ? (size_t)1 << 50 : (size_t)bytes)) return V_ERROR;
    int_charge(vm, (size_t)bytes);
    BigInt *product = int_big(vm);
    mpz_fac_ui(product->z, (unsigned long)i);
    return int_settle(vm, product);
}

static Value math_factorial(VM *vm, Value *args, int n) {
    (void)n;
    Value v;
    Tri ok = int_arg(vm, args[0], &v);
    return ok == YES ? factorial_of(vm, v) : refused(vm, ok, TWIN_MATH_INDEX, "factorial", 1, args);
}

/* n * (n - 1) * … of `count` factors, by halves so that GMP multiplies likes. */
static void falling_product(mpz_t out, const mpz_t n, uint64_t count) {
    if (count <= 8) {
        mpz_t factor;
        mpz_init_set(factor, n);
        mpz_set_ui(out, 1);
        for (uint64_t i = 0; i < count; i++) {
            mpz_mul(out, out, factor);
            mpz_sub_ui(factor, factor, 1);
        }
        mpz_clear(factor);
        return;
    }
    mpz_t rest, lower;
    mpz_inits(rest, lower, NULL);
    mpz_sub_ui(rest, n, (unsigned long)(count / 2));
    falling_product(out, n, count / 2);
    falling_product(lower, rest, count - count / 2);
    mpz_mul(out, out, lower);
    mpz_clears(rest, lower, NULL);
}

/* Both arguments of comb and perm. */
static Tri chosen_args(VM *vm, Value *args, Value *n, Value *k) {
    Tri ok = int_arg(vm, args[0], n);
    if (ok == YES) ok = int_arg(vm, args[1], k);
    if (ok != YES) return ok;
    if (int_sign(*n) < 0) return vm_raise(vm, T_VALUE_ERROR, "n must be a non-negative integer"), FAILED;
    if (int_sign(*k) < 0) return vm_raise(vm, T_VALUE_ERROR, "k must be a non-negative integer"), FAILED;
    return YES;
}

/* Room and work for `count` factors as great as n. */
static bool product_is_possible(VM *vm, Value n, int64_t count) {
    double bytes = (double)int_bits(n) * (double)count / 8;
    if (bytes > 10000 && !heap_can_hold(vm, bytes > 1e15 ? (size_t)1 << 50 : (size_t)bytes)) return false;
    int_charge(vm, (size_t)bytes);
    return true;
}

static Value math_perm(VM *vm, Value *args, int n) {
    (void)n;
    if (args[1] == V_UNDEF || is_none(args[1])) return math_factorial(vm, args, 1);
    Value from, chosen;
    Tri ok = chosen_args(vm, args, &from, &chosen);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_INDEX, "perm", 2, args);
    if (int_compare(from, chosen) < 0) return from_small(0);
    int64_t count;
    if (!int_fits_i64(chosen, &count)) {
        return vm_raise(vm, T_OVERFLOW_ERROR, "k must not exceed %lld", (long long)INT64_MAX);
    }
    if (!product_is_possible(vm, from, count)) return V_ERROR;
    IntView room;
    BigInt *product = int_big(vm);
    falling_product(product->z, int_view(from, &room), (uint64_t)count);
    return int_settle(vm, product);
}

static Value math_comb(VM *vm, Value *args, int n) {
    (void)n;
    Value from, chosen;
    Tri ok = chosen_args(vm, args, &from, &chosen);
    if (ok != YES) return refused(vm, ok, TWIN_MATH_INDEX, "comb", 2, args);
    if (int_compare(from, chosen) < 0) return from_small(0);
    Value others = int_binary(vm, BIN_SUB, from, chosen);
    if (int_compare(others, chosen) < 0) chosen = others;
    int64_t count;
    if (!int_fits_i64(chosen, &count)) {
        return vm_raise(vm, T_OVERFLOW_ERROR, "min(n - k, k) must not exceed %lld", (long long)INT64_MAX);
    }
    if (!product_is_possible(vm, from, count)) return V_ERROR;
    IntView room;
    BigInt *result = int_big(vm);
    mpz_bin_ui(result->z, int_view(from, &room), (unsigned long)count);
    return int_settle(vm, result);
}

/* --- the module ---------------------------------------------------------------------------------------------- */

static const NativeDef functions[] = {
#define F(name, function, infinite) {#name, math_##name, 1, 1, 0, NULL},
    REAL_FUNCTIONS(F)
#undef F
        {"atan2", math_atan2, 2, 2, 0, NULL},
    {"ceil", math_ceil, 1, 1, 0, NULL},
    {"comb", math_comb, 2, 2, 0, NULL},
    {"copysign", math_copysign, 2, 2, 0, NULL},
    {"dist", math_dist, 2, 2, NF_LIST0 | NF_LIST1, NULL},
    {"factorial", math_factorial, 1, 1, 0, NULL},
    {"floor", math_floor, 1, 1, 0, NULL},
    {"fmod", math_fmod, 2, 2, 0, NULL},
    {"frexp", math_frexp, 1, 1, 0, NULL},
    {"fsum", math_fsum, 1, 1, NF_LIST0, NULL},
    {"gamma", math_gamma, 1, 1, 0, NULL},
    {"gcd", math_gcd, 0, -1, 0, NULL},
    {"hypot", math_hypot, 0, -1, 0, NULL},
    {"isclose", math_isclose, 2, 4, 0, "a, b, *, rel_tol, abs_tol"},
    {"isfinite", math_isfinite, 1, 1, 0, NULL},
    {"isinf", math_isinf, 1, 1, 0, NULL},
    {"isnan", math_isnan, 1, 1, 0, NULL},
    {"isqrt", math_isqrt, 1, 1, 0, NULL},
    {"lcm", math_lcm, 0, -1, 0, NULL},
    {"ldexp", math_ldexp, 2, 2, 0, NULL},
    {"lgamma", math_lgamma, 1, 1, 0, NULL},
    {"log", math_log, 0, -1, 0, NULL},
    {"log10", math_log10, 1, 1, 0, NULL},
    {"log2", math_log2, 1, 1, 0, NULL},
    {"modf", math_modf, 1, 1, 0, NULL},
    {"nextafter", math_nextafter, 2, 2, 0, NULL},
    {"perm", math_perm, 1, 2, 0, NULL},
    {"pow", math_pow, 2, 2, 0, NULL},
    {"prod", math_prod, 1, 2, NF_LIST0, "iterable, /, *, start"},
    {"remainder", math_remainder, 2, 2, 0, NULL},
    {"trunc", math_trunc, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static void init(VM *vm, ModuleObj *m) {
    module_set(vm, m, "pi", from_float(pi));
    module_set(vm, m, "e", from_float(2.718281828459045235360287471352662498));
    module_set(vm, m, "tau", from_float(2 * pi));
    module_set(vm, m, "inf", from_float(INFINITY));
    module_set(vm, m, "nan", from_float(NAN));
}

const ModuleDef math_module = {.name = "math", .functions = functions, .init = init};
