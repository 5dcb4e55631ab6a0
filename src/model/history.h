/* The life of one thing: numbers (of events, of turns) that only grow, appended as they come, found by
 * binary search. Two of them need no memory of their own, as most things live short lives.
 * Zeroed memory is an empty one. */
#ifndef TOQUE_MODEL_HISTORY_H
#define TOQUE_MODEL_HISTORY_H

#include "base/mem.h"

enum { HISTORY_FEW = 2 };

typedef struct History {
    uint32_t len, cap; /* cap 0: the few */
    union {
        uint32_t few[HISTORY_FEW];
        uint32_t *many; /* owned */
    };
} History;

void history_grow(History *h);
void history_deinit(History *h);
size_t history_memory(const History *h); /* beside the struct itself */

static inline const uint32_t *history_items(const History *h) {
    return h->cap ? h->many : h->few;
}
static inline uint32_t history_at(const History *h, uint32_t i) {
    return history_items(h)[i];
}
static inline void history_set(History *h, uint32_t i, uint32_t x) {
    (h->cap ? h->many : h->few)[i] = x;
}
static inline void history_add(History *h, uint32_t x) {
    if (h->len == (h->cap ? h->cap : HISTORY_FEW)) history_grow(h);
    history_set(h, h->len++, x);
}
static inline uint32_t history_last(const History *h) {
    return history_at(h, h->len - 1);
}

/* How many of them are `limit` or less: of growing numbers, the index of the first above it. */
uint32_t history_upto(const History *h, uint32_t limit);
/* The same, faster if the answer is near the end. */
uint32_t history_upto_late(const History *h, uint32_t limit);

#endif
