/* What ints and floats have in common: mixed arithmetic, comparison, hashing, and numbers as
 * arguments of functions in C. */
#include "vm/num.h"
#include "vm/num_fast.h"
#include "vm/vm_internal.h"

#include <math.h>

/* --- kinds -------------------------------------------------------------------------------- */

Value num_plain(Value v) {
    if (is_bool(v)) return from_small(v == V_TRUE);
    return is_kind(v, KIND_BOXED) ? AS(Boxed, v)->inner : v;
}

bool float_is(Value v) {
    return is_float(v) || (is_kind(v, KIND_BOXED) && is_float(AS(Boxed, v)->inner));
}

bool num_is(Value v) {
    return is_fast_number(v) || is_bool(v) || is_kind(v, KIND_BIGINT) || is_kind(v, KIND_BOXED);
}

bool num_truth(Value v) {
    v = num_plain(v);
    return is_float(v) ? as_float(v) != 0 : v != from_small(0);
}

uint64_t num_hash(Value v) {
    v = num_plain(v);
    return is_float(v) ? float_hash(as_float(v)) : int_hash(v);
}

/* --- comparison ---------------------------------------------------------------------------- */

typedef enum Order { LESS, SAME, GREATER, UNORDERED } Order;

static Order order_of_doubles(double a, double b) {
    if (a < b) return LESS;
    if (a > b) return GREATER;
    return a == b ? SAME : UNORDERED;
}

static Order order_of_sign(int sign) {
    return sign < 0 ? LESS : sign > 0 ? GREATER : SAME;
}

static Order order_of(Value a, Value b) {
    a = num_plain(a);
    b = num_plain(b);
    /* A small int is exact as a double, a BigInt may not be. */
    if (is_fast_number(a) && is_fast_number(b)) {
        if (both_int(a, b)) return order_of_sign(int_compare(a, b));
        return order_of_doubles(fast_double(a), fast_double(b));
    }
    if (is_float(a)) {
        if (isnan(as_float(a))) return UNORDERED;
        return order_of_sign(-mpz_cmp_d(AS(BigInt, b)->z, as_float(a)));
    }
    if (is_float(b)) {
        if (isnan(as_float(b))) return UNORDERED;
        return order_of_sign(mpz_cmp_d(AS(BigInt, a)->z, as_float(b)));
    }
    return order_of_sign(int_compare(a, b));
}

bool num_equal(Value a, Value b) {
    return order_of(a, b) == SAME;
}

bool num_compare(CompareOp op, Value a, Value b) {
    Order order = order_of(a, b);
    switch (op) {
    case CMP_LT: return order == LESS;
    case CMP_LE: return order == LESS || order == SAME;
    case CMP_EQ: return order == SAME;
    case CMP_NE: return order != SAME;
    case CMP_GT: return order == GREATER;
    case CMP_GE: return order == GREATER || order == SAME;
    default: return false;
    }
}

/* --- arguments ------------------------------------------------------------------------------ */

static bool plain_to_double(VM *vm, Value plain, double *out) {
    if (is_fast_number(plain)) {
        *out = fast_double(plain);
        return true;
    }
    if (int_as_double(plain, out)) return true;
    vm_raise(vm, T_OVERFLOW_ERROR, "int too large to convert to float");
    return false;
}

bool num_to_double(VM *vm, Value v, double *out) {
    if (num_is(v)) return plain_to_double(vm, num_plain(v), out);
    vm_raise(vm, T_TYPE_ERROR, "must be real number, not %s", type_name(vm, v));
    return false;
}

Tri index_arg(VM *vm, Value v, bool clamp, int64_t *out) {
    if (is_int(v)) {
        *out = as_small(v);
        return YES;
    }
    if (!int_is(v)) {
        if (is_obj(v) && special_is_python(vm, class_of(vm, v), SP_INDEX)) return NEEDS_PYTHON;
        vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(vm, v));
        return FAILED;
    }
    if (clamp) return int_clamped(v, out) ? YES : FAILED;
    if (int_fits_i64(num_plain(v), out)) return YES;
    vm_raise(vm, T_OVERFLOW_ERROR, "cannot fit '%s' into an index-sized integer", type_name(vm, v));
    return FAILED;
}

/* --- operators -------------------------------------------------------------------------------- */

static bool is_bitwise(BinaryOp op) {
    return op >= BIN_MATMUL;
}

static Value bool_binary(BinaryOp op, Value a, Value b) {
    switch (op) {
    case BIN_AND: return a & b;
    case BIN_OR: return a | b;
    default: return from_bool(a != b);
    }
}

Value num_binary(VM *vm, BinaryOp op, Value a, Value b) {
    if (both_int(a, b)) return int_binary(vm, op, a, b);
    if (!num_is(a) || !num_is(b)) return V_NOT_IMPLEMENTED;
    if (is_bool(a) && is_bool(b) && op >= BIN_AND && op <= BIN_XOR) return bool_binary(op, a, b);
    a = num_plain(a);
    b = num_plain(b);
    if (!is_float(a) && !is_float(b)) return int_binary(vm, op, a, b);
    double x, y;
    if (is_bitwise(op)) return V_NOT_IMPLEMENTED;
    if (!plain_to_double(vm, a, &x) || !plain_to_double(vm, b, &y)) return V_ERROR;
    return float_binary(vm, op, x, y);
}

Value num_divmod(VM *vm, Value a, Value b) {
    if (!num_is(a) || !num_is(b)) return V_NOT_IMPLEMENTED;
    a = num_plain(a);
    b = num_plain(b);
    Value pair[2];
    if (!is_float(a) && !is_float(b)) {
        if (!int_divmod(vm, a, b, &pair[0], &pair[1])) return V_ERROR;
        return tuple_from(vm, pair, 2);
    }
    double x, y, quotient, remainder;
    if (!plain_to_double(vm, a, &x) || !plain_to_double(vm, b, &y)) return V_ERROR;
    if (y == 0) return vm_raise(vm, T_ZERO_DIVISION_ERROR, "float divmod()");
    float_divmod(x, y, &quotient, &remainder);
    pair[0] = from_float(quotient);
    pair[1] = from_float(remainder);
    return tuple_from(vm, pair, 2);
}

Value num_pow(VM *vm, Value base, Value exponent, Value modulus) {
    if (is_none(modulus)) return num_binary(vm, BIN_POW, base, exponent);
    if (int_is(base) && int_is(exponent) && int_is(modulus)) {
        return int_pow_mod(vm, num_plain(base), num_plain(exponent), num_plain(modulus));
    }
    if (float_is(base) || float_is(exponent) || float_is(modulus)) {
        return vm_raise(vm, T_TYPE_ERROR, "pow() 3rd argument not allowed unless all arguments are integers");
    }
    return V_NOT_IMPLEMENTED;
}

static Value negated(VM *vm, Value plain) {
    if (is_float(plain)) return from_float(-as_float(plain));
    return int_binary(vm, BIN_SUB, from_small(0), plain);
}

Value num_unary(VM *vm, UnaryOp op, Value a) {
    if (!num_is(a)) return V_NOT_IMPLEMENTED;
    a = num_plain(a);
    switch (op) {
    case UN_NEG: return negated(vm, a);
    case UN_POS: return a;
    case UN_INVERT: return is_float(a) ? V_NOT_IMPLEMENTED : int_binary(vm, BIN_SUB, from_small(-1), a);
    default: return V_NOT_IMPLEMENTED;
    }
}
