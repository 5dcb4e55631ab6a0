/* Arithmetic on small ints and floats, inline: what the interpreter does itself before it
 * asks num_binary. Every function that can leave the small ints says false then and has
 * written nothing. The operands must be small ints (both_int). */
#ifndef TOQUE_VM_NUM_FAST_H
#define TOQUE_VM_NUM_FAST_H

#include "vm/value.h"

/* A small int shifted to the top of a word: overflow of 64 bits is then overflow of 48. */
static inline int64_t int_shifted(Value v) {
    return (int64_t)(v << 16);
}
static inline Value int_unshifted(int64_t i) {
    return TAG_INT | (uint64_t)i >> 16;
}

static inline bool int_add(Value a, Value b, Value *out) {
    int64_t sum;
    if (__builtin_add_overflow(int_shifted(a), int_shifted(b), &sum)) return false;
    *out = int_unshifted(sum);
    return true;
}

static inline bool int_sub(Value a, Value b, Value *out) {
    int64_t difference;
    if (__builtin_sub_overflow(int_shifted(a), int_shifted(b), &difference)) return false;
    *out = int_unshifted(difference);
    return true;
}

static inline bool int_mul(Value a, Value b, Value *out) {
    int64_t product;
    if (__builtin_mul_overflow(as_small(a), int_shifted(b), &product)) return false;
    *out = int_unshifted(product);
    return true;
}

/* The quotient rounded down, as Python's; the divisor is not zero. */
static inline int64_t floor_quotient(int64_t a, int64_t b) {
    int64_t q = a / b;
    return q - (a % b != 0 && (a ^ b) < 0);
}

/* The remainder with the sign of the divisor. */
static inline int64_t floor_remainder(int64_t a, int64_t b) {
    int64_t r = a % b;
    return r != 0 && (r ^ b) < 0 ? r + b : r;
}

static inline bool int_floordiv(Value a, Value b, Value *out) {
    if (as_small(b) == 0) return false;
    int64_t q = floor_quotient(as_small(a), as_small(b));
    if (!fits_small(q)) return false;
    *out = from_small(q);
    return true;
}

static inline bool int_mod(Value a, Value b, Value *out) {
    if (as_small(b) == 0) return false;
    *out = from_small(floor_remainder(as_small(a), as_small(b)));
    return true;
}

/* Both are exact as doubles, so that one division rounds correctly. */
static inline bool int_div(Value a, Value b, Value *out) {
    if (as_small(b) == 0) return false;
    *out = from_float((double)as_small(a) / (double)as_small(b));
    return true;
}

static inline Value int_and(Value a, Value b) {
    return a & b;
}
static inline Value int_or(Value a, Value b) {
    return a | b;
}
static inline Value int_xor(Value a, Value b) {
    return (a ^ b) | TAG_INT;
}

static inline bool int_lshift(Value a, Value b, Value *out) {
    int64_t value = as_small(a), count = as_small(b);
    if (count < 0 || count > 46) return false;
    int64_t shifted = (int64_t)((uint64_t)value << count);
    if (!fits_small(shifted) || shifted >> count != value) return false;
    *out = from_small(shifted);
    return true;
}

static inline bool int_rshift(Value a, Value b, Value *out) {
    int64_t count = as_small(b);
    if (count < 0) return false;
    *out = from_small(as_small(a) >> (count > 63 ? 63 : count));
    return true;
}

static inline bool int_less(Value a, Value b) {
    return int_shifted(a) < int_shifted(b);
}

/* A float or a small int as a double: for mixed operands. */
static inline bool is_fast_number(Value v) {
    return is_float(v) || is_int(v);
}
static inline double fast_double(Value v) {
    return is_float(v) ? as_float(v) : (double)as_small(v);
}

#endif
