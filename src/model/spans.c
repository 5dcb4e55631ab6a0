#include "model/spans.h"

static const uint32_t sizes[SPAN_SIZES] = {SPAN_BLOCK, SPAN_BLOCK *SPAN_BLOCK};

void spans_deinit(Spans *s) {
    history_deinit(&s->begins);
    history_deinit(&s->ends);
    for (uint32_t k = 0; k < SPAN_SIZES; k++) {
        history_deinit(&s->blocks[k].last_ends);
        history_deinit(&s->blocks[k].opens);
    }
}

size_t spans_memory(const Spans *s) {
    size_t total = history_memory(&s->begins) + history_memory(&s->ends);
    for (uint32_t k = 0; k < SPAN_SIZES; k++)
        total += history_memory(&s->blocks[k].last_ends) + history_memory(&s->blocks[k].opens);
    return total;
}

static void count_open(History *opens, uint32_t block, uint32_t by) {
    history_set(opens, block, history_at(opens, block) + by);
}

uint32_t spans_open(Spans *s, EventIndex begin) {
    uint32_t i = s->begins.len;
    for (uint32_t k = 0; k < SPAN_SIZES; k++) {
        if (i / sizes[k] == s->blocks[k].opens.len) {
            history_add(&s->blocks[k].opens, 0);
            history_add(&s->blocks[k].last_ends, 0);
        }
        count_open(&s->blocks[k].opens, i / sizes[k], 1);
    }
    history_add(&s->begins, begin);
    history_add(&s->ends, NEVER);
    return i;
}

/* Events come in order: this end is the last one of its blocks. */
void spans_close(Spans *s, uint32_t i, EventIndex end) {
    if (spans_end(s, i) != NEVER) return;
    history_set(&s->ends, i, end);
    for (uint32_t k = 0; k < SPAN_SIZES; k++) {
        count_open(&s->blocks[k].opens, i / sizes[k], UINT32_MAX);
        history_set(&s->blocks[k].last_ends, i / sizes[k], end);
    }
}

uint32_t spans_find(const Spans *s, EventIndex begin) {
    uint32_t after = history_upto_late(&s->begins, begin);
    return after > 0 && spans_begin(s, after - 1) == begin ? after - 1 : NEVER;
}

static bool is_over(const Spans *s, uint32_t size, uint32_t i, Cursor at) {
    uint32_t block = i / sizes[size];
    return history_at(&s->blocks[size].opens, block) == 0 &&
           history_at(&s->blocks[size].last_ends, block) <= at;
}

uint32_t spans_skip(const Spans *s, Cursor at, uint32_t i) {
    while (i < s->begins.len && i % SPAN_BLOCK == 0) {
        if (i % sizes[1] == 0 && is_over(s, 1, i, at)) i += sizes[1];
        else if (is_over(s, 0, i, at)) i += SPAN_BLOCK;
        else break;
    }
    return i;
}

uint32_t spans_next(const Spans *s, Cursor at, uint32_t i) {
    const EventIndex *begins = history_items(&s->begins), *ends = history_items(&s->ends);
    for (i = spans_skip(s, at, i); i < s->begins.len && begins[i] <= at; i = spans_skip(s, at, i + 1))
        if (ends[i] > at) return i;
    return NEVER;
}

uint32_t spans_count(const Spans *s, Cursor at) {
    uint32_t n = 0;
    for (uint32_t i = spans_next(s, at, 0); i != NEVER; i = spans_next(s, at, i + 1)) n++;
    return n;
}

uint32_t spans_at(const Spans *s, Cursor at, uint32_t first, uint32_t count, uint32_t *out) {
    uint32_t n = 0;
    for (uint32_t i = spans_next(s, at, 0); i != NEVER && n < count; i = spans_next(s, at, i + 1)) {
        if (first > 0) first--;
        else out[n++] = i;
    }
    return n;
}
