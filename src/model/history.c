#include "model/history.h"

#include <string.h>

/* By a half at first, then by less: what lies free must not count for much. */
static uint32_t next_cap(uint32_t cap) {
    if (cap == 0) return 2 * HISTORY_FEW;
    if (cap < 64) return cap + cap / 2;
    return cap + cap / (cap < 1 << 10 ? 4 : 16);
}

void history_grow(History *h) {
    uint32_t cap = next_cap(h->cap);
    uint32_t *many = mem_realloc(h->cap ? h->many : NULL, cap * sizeof *many);
    if (!h->cap) memcpy(many, h->few, sizeof h->few);
    h->many = many;
    h->cap = cap;
}

void history_deinit(History *h) {
    if (h->cap) mem_free(h->many);
    *h = (History){0};
}

size_t history_memory(const History *h) {
    return h->cap * sizeof *h->many;
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
    return search(history_items(h), 0, h->len, limit);
}

uint32_t history_upto_late(const History *h, uint32_t limit) {
    const uint32_t *items = history_items(h);
    uint32_t high = h->len, step = 1;
    while (high > 0 && items[high - 1] > limit) {
        high = high > step ? high - step : 0;
        step *= 2;
    }
    uint32_t above = high + step < h->len ? high + step : h->len;
    return search(items, high, above, limit);
}
