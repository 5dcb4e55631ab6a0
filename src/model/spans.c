#include "model/spans.h"

void spans_deinit(Spans *s) {
    history_deinit(&s->begins);
    history_deinit(&s->ends);
    history_deinit(&s->last_ends);
    history_deinit(&s->opens);
}

size_t spans_memory(const Spans *s) {
    return history_memory(&s->begins) + history_memory(&s->ends) + history_memory(&s->last_ends) +
           history_memory(&s->opens);
}

uint32_t spans_open(Spans *s, EventIndex begin) {
    uint32_t i = s->begins.len, block = i / SPAN_BLOCK;
    if (block == s->opens.len) {
        history_add(&s->opens, 0);
        history_add(&s->last_ends, 0);
    }
    history_add(&s->begins, begin);
    history_add(&s->ends, NEVER);
    history_set(&s->opens, block, history_at(&s->opens, block) + 1);
    return i;
}

void spans_close(Spans *s, uint32_t i, EventIndex end) {
    uint32_t block = i / SPAN_BLOCK;
    if (spans_end(s, i) != NEVER) return;
    history_set(&s->ends, i, end);
    history_set(&s->opens, block, history_at(&s->opens, block) - 1);
    history_set(&s->last_ends, block, end); /* events come in order: it is the last one */
}

uint32_t spans_find(const Spans *s, EventIndex begin) {
    uint32_t after = history_upto_late(&s->begins, begin);
    return after > 0 && spans_begin(s, after - 1) == begin ? after - 1 : NEVER;
}

static bool block_is_over(const Spans *s, uint32_t block, Cursor at) {
    return history_at(&s->opens, block) == 0 && history_at(&s->last_ends, block) <= at;
}

uint32_t spans_next(const Spans *s, Cursor at, uint32_t i) {
    while (i < s->begins.len && spans_begin(s, i) <= at) {
        if (i % SPAN_BLOCK == 0 && block_is_over(s, i / SPAN_BLOCK, at)) i += SPAN_BLOCK;
        else if (spans_end(s, i) > at) return i;
        else i++;
    }
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
