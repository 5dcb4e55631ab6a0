/* The life of one thing: numbers (of events, of turns) that only grow, appended as they come, found by
 * binary search. Two of them need no memory of their own, as most things live short lives; of very
 * many only the lower half of each is kept, and where the upper half changes.
 * Zeroed memory is an empty one. */
#ifndef TOQUE_MODEL_HISTORY_H
#define TOQUE_MODEL_HISTORY_H

#include <stddef.h>
#include <stdint.h>

enum {
    HISTORY_FEW = 2,
    HISTORY_MANY = 1 << 10, /* with fewer, the table of upper halves is not worth its place */
};

typedef struct PackedHistory PackedHistory;

typedef struct History {
    uint32_t len, cap; /* cap 0: the few; above HISTORY_MANY: packed */
    union {
        uint32_t few[HISTORY_FEW];
        uint32_t *many;        /* owned */
        PackedHistory *packed; /* owned */
    };
} History;

void history_add(History *h, uint32_t x);
void history_deinit(History *h);
size_t history_memory(const History *h); /* beside the struct itself */

uint32_t history_packed_at(const History *h, uint32_t i);
void history_packed_fetch(const History *h, uint32_t i);

static inline uint32_t history_at(const History *h, uint32_t i) {
    if (h->cap > HISTORY_MANY) return history_packed_at(h, i);
    return h->cap ? h->many[i] : h->few[i];
}
static inline uint32_t history_last(const History *h) {
    return history_at(h, h->len - 1);
}
/* It will be asked for soon. */
static inline void history_fetch(const History *h, uint32_t i) {
    if (h->cap > HISTORY_MANY) history_packed_fetch(h, i);
    else if (h->cap) __builtin_prefetch(&h->many[i]);
}

/* How many of them are `limit` or less: of growing numbers, the index of the first above it. */
uint32_t history_upto(const History *h, uint32_t limit);
/* The same, faster if the answer is near the end. */
uint32_t history_upto_late(const History *h, uint32_t limit);

#endif
