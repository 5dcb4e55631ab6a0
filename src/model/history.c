#include "model/history.h"

#include "base/vec.h"

#include <string.h>

enum { HINT_BITS = 7, HINT_ENTRIES = 1 << HINT_BITS };

struct PackedHistory {
    uint16_t *lows;       /* owned */
    uint16_t *hints;      /* of each HINT_ENTRIES the upper half of the first; owned */
    VEC(uint32_t) firsts; /* for each upper half: the first entry that has it, or a higher one */
};

/* --- growing ------------------------------------------------------------------------------- */

/* By a half at first, then by less: what lies free must not count for much. */
static uint32_t next_cap(uint32_t cap) {
    if (cap == 0) return 2 * HISTORY_FEW;
    if (cap < 64) return cap + cap / 2;
    return cap + cap / (cap < HISTORY_MANY ? 4 : 16);
}

static uint32_t hints_for(uint32_t cap) {
    return (cap >> HINT_BITS) + 1;
}

static void packed_reserve(PackedHistory *p, uint32_t cap) {
    p->lows = mem_realloc(p->lows, cap * sizeof *p->lows);
    p->hints = mem_realloc(p->hints, hints_for(cap) * sizeof *p->hints);
}

static void packed_add(PackedHistory *p, uint32_t i, uint32_t x) {
    uint32_t high = x >> 16;
    while (p->firsts.len <= high) vec_push(&p->firsts, i);
    if (i % HINT_ENTRIES == 0) p->hints[i >> HINT_BITS] = (uint16_t)high;
    p->lows[i] = (uint16_t)x;
}

static void pack(History *h, uint32_t cap) {
    PackedHistory *p = mem_zalloc(sizeof *p);
    packed_reserve(p, cap);
    for (uint32_t i = 0; i < h->len; i++) packed_add(p, i, h->many[i]);
    mem_free(h->many);
    h->packed = p;
}

static void grow(History *h) {
    uint32_t cap = next_cap(h->cap);
    if (h->cap > HISTORY_MANY) {
        packed_reserve(h->packed, cap);
    } else if (cap > HISTORY_MANY) {
        pack(h, cap);
    } else {
        uint32_t *many = mem_realloc(h->cap ? h->many : NULL, cap * sizeof *many);
        if (!h->cap) memcpy(many, h->few, sizeof h->few);
        h->many = many;
    }
    h->cap = cap;
}

void history_add(History *h, uint32_t x) {
    if (h->len == (h->cap ? h->cap : HISTORY_FEW)) grow(h);
    if (h->cap > HISTORY_MANY) packed_add(h->packed, h->len, x);
    else (h->cap ? h->many : h->few)[h->len] = x;
    h->len++;
}

void history_deinit(History *h) {
    if (h->cap > HISTORY_MANY) {
        mem_free(h->packed->lows);
        mem_free(h->packed->hints);
        vec_deinit(&h->packed->firsts);
    }
    if (h->cap) mem_free(h->many);
    *h = (History){0};
}

size_t history_memory(const History *h) {
    if (h->cap <= HISTORY_MANY) return h->cap * sizeof *h->many;
    const PackedHistory *p = h->packed;
    return sizeof *p + h->cap * sizeof *p->lows + hints_for(h->cap) * sizeof *p->hints +
           p->firsts.cap * sizeof *p->firsts.items;
}

/* --- reading ------------------------------------------------------------------------------- */

uint32_t history_packed_at(const History *h, uint32_t i) {
    const PackedHistory *p = h->packed;
    uint32_t high = p->hints[i >> HINT_BITS];
    while (high + 1 < p->firsts.len && p->firsts.items[high + 1] <= i) high++;
    return high << 16 | p->lows[i];
}

void history_packed_fetch(const History *h, uint32_t i) {
    __builtin_prefetch(&h->packed->lows[i]);
}

/* Only those with the same upper half need to be looked at. */
static uint32_t packed_upto(const History *h, uint32_t limit) {
    const PackedHistory *p = h->packed;
    uint32_t half = limit >> 16;
    if (half >= p->firsts.len) return h->len;
    uint32_t low = p->firsts.items[half],
             high = half + 1 < p->firsts.len ? p->firsts.items[half + 1] : h->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (p->lows[middle] <= (uint16_t)limit) low = middle + 1;
        else high = middle;
    }
    return low;
}

static uint32_t search(const uint32_t *items, uint32_t low, uint32_t high, uint32_t limit) {
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (items[middle] <= limit) low = middle + 1;
        else high = middle;
    }
    return low;
}

uint32_t history_upto(const History *h, uint32_t limit) {
    if (h->cap > HISTORY_MANY) return packed_upto(h, limit);
    return search(h->cap ? h->many : h->few, 0, h->len, limit);
}

uint32_t history_upto_late(const History *h, uint32_t limit) {
    uint32_t i = h->len;
    for (uint32_t looks = 0; i > 0 && looks < 8; i--, looks++)
        if (history_at(h, i - 1) <= limit) return i;
    return history_upto(h, limit);
}
