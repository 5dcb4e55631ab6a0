/* A Python value in 64 bits. A float is itself; everything else hides in the unused space
 * of negative quiet NaNs:
 *
 *   0xFFFB  pointer to an object (48 bits)
 *   0xFFFA  a singleton: None, True, False, …, and markers that no program sees
 *   0xFFFF  an int of 48 bits; greater ints are BigInt objects, and never otherwise
 *
 * The int tag is all ones, so that one AND tells whether two values are both small ints. */
#ifndef TOQUE_VM_VALUE_H
#define TOQUE_VM_VALUE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef uint64_t Value;
typedef struct Obj Obj;

#define TAG_SPECIAL 0xFFFA000000000000u
#define TAG_OBJ 0xFFFB000000000000u
#define TAG_INT 0xFFFF000000000000u
#define FIRST_TAG 0xFFF9000000000000u /* everything below is a float */
#define PAYLOAD 0x0000FFFFFFFFFFFFu

#define V_UNDEF (TAG_SPECIAL | 0) /* unbound; an argument that was not given */
#define V_NONE (TAG_SPECIAL | 1)
#define V_FALSE (TAG_SPECIAL | 2)
#define V_TRUE (TAG_SPECIAL | 3)
#define V_ELLIPSIS (TAG_SPECIAL | 4)
#define V_NOT_IMPLEMENTED (TAG_SPECIAL | 5)
/* Results of C functions, never stored. */
#define V_ERROR (TAG_SPECIAL | 8)  /* vm->error holds the exception */
#define V_TAIL (TAG_SPECIAL | 9)   /* vm->tail says what is to run to get the result */
#define V_STOP (TAG_SPECIAL | 10)  /* an iterator has ended */
#define V_YIELD (TAG_SPECIAL | 12) /* a coroutine in C waits: vm_yield */

#define INT_SMALL_MAX ((int64_t)0x7FFFFFFFFFFF)
#define INT_SMALL_MIN (-INT_SMALL_MAX - 1)

static inline bool is_float(Value v) {
    return v < FIRST_TAG;
}
static inline bool is_int(Value v) {
    return v >= TAG_INT;
} /* a small int; not a bool */
static inline bool both_int(Value a, Value b) {
    return (a & b) >= TAG_INT;
}
static inline bool is_obj(Value v) {
    return (v & ~PAYLOAD) == TAG_OBJ;
}
static inline bool is_bool(Value v) {
    return (v | 1) == V_TRUE;
}
static inline bool is_none(Value v) {
    return v == V_NONE;
}

static inline Value from_float(double d) {
    Value v;
    memcpy(&v, &d, sizeof v);
    /* A NaN with a payload could look like a tag: every NaN is stored as the same one. */
    return d != d ? 0x7FF8000000000000u : v;
}
static inline double as_float(Value v) {
    double d;
    memcpy(&d, &v, sizeof d);
    return d;
}
static inline bool fits_small(int64_t i) {
    return i >= INT_SMALL_MIN && i <= INT_SMALL_MAX;
}
static inline Value from_small(int64_t i) {
    return TAG_INT | ((uint64_t)i & PAYLOAD);
}
static inline int64_t as_small(Value v) {
    return (int64_t)(v << 16) >> 16;
}
static inline Value from_bool(bool b) {
    return b ? V_TRUE : V_FALSE;
}
static inline Value from_obj(const void *o) {
    return TAG_OBJ | (uint64_t)(uintptr_t)o;
}
static inline Obj *as_obj(Value v) {
    return (Obj *)(uintptr_t)(v & PAYLOAD);
}

#endif
