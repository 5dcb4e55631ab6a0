#include "model/lanes.h"

#include "model/lane.h"

/* A node that is no wider than that is one span. */
static const double FOLDED_PIXELS = 4;
/* Two neighbours that together are no wider than that become one. */
static const double THIN_PIXELS = 0.5;

/* --- spans -------------------------------------------------------------------------------- */

LanePoint lane_point(LaneWalk *w, EventIndex i) {
    EventIndex event = i == NEVER ? model_end(w->m) : i;
    uint64_t time = time_at(w->m, event);
    double turns = 0;
    if (w->window->axis.per_turn != 0) {
        w->near = turn_near(w->m, event, w->near);
        turns = turns_before(w->m, event, w->near);
    }
    return (LanePoint){i, time, lane_position_of(w, time, turns)};
}

static void add_sums(SpanSums *into, const SpanSums *more) {
    for (uint32_t s = 0; s < SPAN_STATES; s++) into->times[s] += more->times[s];
    if (more->longest < into->longest) return;
    into->longest = more->longest;
    into->state = more->state;
    into->task = more->task;
    into->reason = more->reason;
}

uint8_t lane_most(const SpanSums *sums) {
    uint8_t most = sums->state;
    for (uint8_t s = 0; s < SPAN_STATES; s++)
        if (sums->times[s] > sums->times[most]) most = s;
    return most;
}

/* Who it was, and why, if that is known of the state that took the most. */
static void describe(LaneSpan *span, const SpanSums *sums) {
    bool known = sums->state == span->state;
    span->task = known ? sums->task : 0;
    span->object = known ? sums->reason : 0; /* see settle */
}

/* The last span with another one after it, whose times are in the sums already, as one. */
static void stretch(LaneWalk *w, LaneSpan *last, const LaneSpan *span, uint8_t state) {
    last->to = span->to;
    last->end = span->end;
    last->folded += span->folded;
    if (span->level_max > last->level_max) last->level_max = span->level_max;
    if (span->waiters_max > last->waiters_max) last->waiters_max = span->waiters_max;
    last->state = state;
    describe(last, &w->sums);
}

/* What the task of the last span waits for is looked up when nothing more can be added to it. */
static void settle(LaneWalk *w) {
    if (!w->waits || w->out->len == w->first) return;
    LaneSpan *span = &vec_last(w->out);
    EventIndex reason = span->object;
    span->object = 0;
    if (span->state != TASK_WAITING || !reason) return;
    Wait wait = moment_wait(w->m, reason);
    span->wait = (uint8_t)wait.kind;
    span->object = wait.object;
    span->task = wait.task;
}

/* What nodes say of where they begin is not exact within a turn. */
static void touch(const LaneSpan *last, LaneSpan *span) {
    span->from = last->to;
    if (span->to < span->from) span->to = span->from;
}

/* False: it is not in sight. Else `last` is the one that it is to be folded into, or NULL. */
static bool meets(LaneWalk *w, LaneSpan *span, LaneSpan **last) {
    *last = NULL;
    if (span->to < w->window->from || lane_is_past(w, span->from)) return false;
    if (w->out->len == w->first) return true;
    LaneSpan *before = &vec_last(w->out);
    touch(before, span);
    if (span->to - before->from < THIN_PIXELS * w->pixel) *last = before;
    return true;
}

void lane_add(LaneWalk *w, LaneSpan *span, const SpanSums *sums) {
    LaneSpan *last;
    if (!meets(w, span, &last)) return;
    if (last) {
        add_sums(&w->sums, sums);
        stretch(w, last, span, lane_most(&w->sums));
        return;
    }
    settle(w);
    describe(span, sums);
    vec_push(w->out, *span);
    w->sums = *sums;
}

/* There are very many of these: of the sums only what changes is looked at. */
static void fold_one(LaneWalk *w, LaneSpan *last, const LaneSpan *span, float length, EventIndex reason) {
    SpanSums *sums = &w->sums;
    sums->times[span->state] += length;
    if (length >= sums->longest) {
        sums->longest = length;
        sums->state = span->state;
        sums->task = span->task;
        sums->reason = reason;
    }
    bool most = sums->times[span->state] > sums->times[last->state];
    stretch(w, last, span, most ? span->state : last->state);
}

void lane_add_one(LaneWalk *w, LaneSpan *span, const LanePoint *begin, const LanePoint *end,
                  EventIndex reason) {
    LaneSpan *last;
    float length = (float)(end->time - begin->time);
    span->from = begin->position;
    span->to = end->position;
    span->begin = begin->event;
    span->end = end->event;
    span->folded = 1;
    if (!meets(w, span, &last)) return;
    if (last) {
        fold_one(w, last, span, length, reason);
        return;
    }
    settle(w);
    w->sums = (SpanSums){.longest = length, .state = span->state, .task = span->task, .reason = reason};
    w->sums.times[span->state] = length;
    describe(span, &w->sums);
    vec_push(w->out, *span);
}

/* --- levels --------------------------------------------------------------------------------- */

static const NodeHead *head_at(const LaneWalk *w, uint32_t level, uint32_t i) {
    return levels_node(w->levels, w->shape->levels, level, i);
}

/* Where a node begins, or, beyond the last of its level, what comes then. */
static double start_of(LaneWalk *w, uint32_t level, uint32_t i) {
    for (; i >= levels_len(w->levels, level); level--, i *= LEVEL_FAN) {
        if (level > 0) continue;
        uint32_t entry = i * w->shape->entries;
        return entry < w->entries ? w->shape->position(w, entry) : lane_point(w, NEVER).position;
    }
    const NodeHead *head = head_at(w, level, i);
    return lane_position_of(w, head->start, head->turns);
}

static uint32_t entry_of(const LaneWalk *w, uint32_t level, uint32_t i) {
    return (i << 2 * level) * w->shape->entries;
}
_Static_assert(LEVEL_FAN == 1 << 2, "a level has a fourth of the nodes of the one below");

/* A node is over when the next begins; the last one of a level, when that does which no node has. */
static void fold_node(LaneWalk *w, uint32_t level, uint32_t i, double from, double to) {
    const NodeHead *head = head_at(w, level, i);
    uint32_t after = entry_of(w, level, i + 1);
    LaneSpan span = {.from = from, .to = to, .begin = head->event, .end = NEVER};
    uint64_t until = 0;
    if (i + 1 < levels_len(w->levels, level)) {
        until = head_at(w, level, i + 1)->start;
        span.end = head_at(w, level, i + 1)->event;
    } else {
        if (after < w->entries) span.end = w->shape->event(w, after);
        until = time_at(w->m, span.end == NEVER ? model_end(w->m) : span.end);
    }
    w->shape->fold(w, head, span, until, after - entry_of(w, level, i));
}

/* The finest nodes may be wider, as what is below them must be looked up in the record. Returns
 * where it ends. */
static double visit(LaneWalk *w, uint32_t level, uint32_t i, double from) {
    double to = start_of(w, level, i + 1), folded = level == 0 ? w->shape->folded_pixels : FOLDED_PIXELS;
    if (to < w->window->from || lane_is_past(w, from)) return to;
    if (to - from <= folded * w->pixel) {
        fold_node(w, level, i, from, to);
    } else if (level == 0) {
        w->shape->draw(w, i * w->shape->entries, (i + 1) * w->shape->entries);
    } else {
        for (uint32_t k = 0; k < LEVEL_FAN; k++) from = visit(w, level - 1, i * LEVEL_FAN + k, from);
    }
    return to;
}

/* Of each level those nodes that no node above stands for; at last the entries that have none. */
void lane_walk(LaneWalk *w) {
    for (uint32_t level = levels_count(w->levels); level > 0; level--) {
        uint32_t i = levels_len(w->levels, level) * LEVEL_FAN, len = levels_len(w->levels, level - 1);
        double from = i < len ? start_of(w, level - 1, i) : 0;
        for (; i < len; i++) from = visit(w, level - 1, i, from);
    }
    uint32_t rest = levels_len(w->levels, 0) * w->shape->entries;
    if (rest < w->entries && !lane_is_past(w, w->shape->position(w, rest)))
        w->shape->draw(w, rest, w->entries);
}

/* --- all --------------------------------------------------------------------------------------- */

void lane_spans(const Model *m, Lane lane, const LaneWindow *window, LaneSpans *out) {
    if (m->next == 0 || window->width == 0) return;
    LaneWalk w = {
        .m = m,
        .window = window,
        .id = lane.id,
        .pixel = (window->to - window->from) / window->width,
        .out = out,
        .first = out->len,
        .waits = lane.kind == LANE_TASK,
    };
    switch (lane.kind) {
    case LANE_CHEF: lane_of_chef(&w); break;
    case LANE_TASK:
        if (lane.id && lane.id < m->tasks.len) lane_of_task(&w);
        settle(&w);
        break;
    case LANE_OBJECT:
        if (lane.id && lane.id < m->objects.len) lane_of_object(&w);
        break;
    }
}
