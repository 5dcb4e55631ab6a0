#include "model/spans.h"

static const uint32_t sizes[SPAN_SIZES] = {SPAN_BLOCK, SPAN_BLOCK *SPAN_BLOCK};

void spans_deinit(Spans *s) {
    history_deinit(&s->begins);
    ends_deinit(&s->ends);
    for (uint32_t k = 0; k < SPAN_SIZES; k++) vec_deinit(&s->blocks[k]);
}

size_t spans_memory(const Spans *s) {
    size_t total = history_memory(&s->begins) + ends_memory(&s->ends);
    for (uint32_t k = 0; k < SPAN_SIZES; k++) total += s->blocks[k].cap * sizeof *s->blocks[k].items;
    return total;
}

uint32_t spans_open(Spans *s, EventIndex begin) {
    uint32_t i = s->begins.len;
    for (uint32_t k = 0; k < SPAN_SIZES; k++) {
        if (i % sizes[k] == 0) vec_push(&s->blocks[k], (SpanBlock){0});
        s->blocks[k].items[i / sizes[k]].open++;
    }
    history_add(&s->begins, begin);
    ends_add(&s->ends);
    return i;
}

/* Events come in order: this end is the last one of its blocks. */
void spans_close(Spans *s, uint32_t i, EventIndex end) {
    if (spans_end(s, i) != NEVER) return;
    ends_set(&s->ends, &s->begins, i, end);
    for (uint32_t k = 0; k < SPAN_SIZES; k++) {
        SpanBlock *block = &s->blocks[k].items[i / sizes[k]];
        block->open--;
        block->last_end = end;
    }
}

uint32_t spans_find(const Spans *s, EventIndex begin) {
    uint32_t after = history_upto_late(&s->begins, begin);
    return after > 0 && spans_begin(s, after - 1) == begin ? after - 1 : NEVER;
}

static bool is_over(const Spans *s, uint32_t size, uint32_t i, Cursor at) {
    const SpanBlock *block = &s->blocks[size].items[i / sizes[size]];
    return block->open == 0 && block->last_end <= at;
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
    uint32_t begun = history_upto(&s->begins, at);
    for (i = spans_skip(s, at, i); i < begun; i = spans_skip(s, at, i + 1))
        if (spans_end(s, i) > at) return i;
    return NEVER;
}

uint32_t spans_count(const Spans *s, Cursor at) {
    uint32_t n = 0;
    for (uint32_t i = spans_next(s, at, 0); i != NEVER; i = spans_next(s, at, i + 1)) n++;
    return n;
}
