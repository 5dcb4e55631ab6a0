/* The one growable array: VEC(T) declares its type, vec_push appends.
 * Zeroed memory is an empty vector. */
#ifndef TOQUE_BASE_VEC_H
#define TOQUE_BASE_VEC_H

#include "base/mem.h"

#include <stdint.h>

#define VEC(T)        \
    struct {          \
        T *items;     \
        uint32_t len; \
        uint32_t cap; \
    }

#define vec_reserve(v, n)                                                            \
    do {                                                                             \
        if ((v)->cap < (n)) {                                                        \
            uint32_t cap_ = (v)->cap ? (v)->cap * 2 : 8;                             \
            if (cap_ < (n)) cap_ = (n);                                              \
            (v)->items = mem_realloc((v)->items, (size_t)cap_ * sizeof *(v)->items); \
            (v)->cap = cap_;                                                         \
        }                                                                            \
    } while (0)

#define vec_push(v, x)                   \
    do {                                 \
        vec_reserve((v), (v)->len + 1u); \
        (v)->items[(v)->len++] = (x);    \
    } while (0)

#define vec_last(v) ((v)->items[(v)->len - 1])

#define vec_deinit(v)         \
    do {                      \
        mem_free((v)->items); \
        (v)->items = NULL;    \
        (v)->len = 0;         \
        (v)->cap = 0;         \
    } while (0)

#endif
