/* What begins and ends: stays in a line, items in a queue, timers. Known by the event with which each
 * begins, in that order. Finds all that are open at a cursor without looking at the rest. */
#ifndef TOQUE_MODEL_SPANS_H
#define TOQUE_MODEL_SPANS_H

#include "base/vec.h"
#include "model/ends.h"

enum { SPAN_BLOCK = 64, SPAN_SIZES = 2 };

typedef struct SpanBlock {
    EventIndex last_end;
    uint32_t open; /* how many are */
} SpanBlock;

typedef struct Spans {
    History begins;
    Ends ends;
    VEC(SpanBlock) blocks[SPAN_SIZES]; /* of so many each, and of so many blocks */
} Spans;

void spans_deinit(Spans *s);
size_t spans_memory(const Spans *s);

uint32_t spans_open(Spans *s, EventIndex begin); /* its number */
void spans_close(Spans *s, uint32_t i, EventIndex end);
/* The one that began with that event; NEVER: none did. */
uint32_t spans_find(const Spans *s, EventIndex begin);

static inline EventIndex spans_begin(const Spans *s, uint32_t i) {
    return history_at(&s->begins, i);
}
static inline EventIndex spans_end(const Spans *s, uint32_t i) {
    return ends_at(&s->ends, &s->begins, i);
}
static inline bool spans_is_open(const Spans *s, uint32_t i, Cursor at) {
    return spans_begin(s, i) <= at && at < spans_end(s, i);
}

/* Number i, or, if that begins a block in which nothing is open then, what comes after that. */
uint32_t spans_skip(const Spans *s, Cursor at, uint32_t i);
/* The first from number i on that is open at a cursor; NEVER if there is none. */
uint32_t spans_next(const Spans *s, Cursor at, uint32_t i);
uint32_t spans_count(const Spans *s, Cursor at);

#endif
