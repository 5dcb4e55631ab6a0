#include "model/lanes.h"

#include "model/lane.h"

/* A node that is no wider than that is one span: its entries would be too thin. */
static const double FOLDED_PIXELS = 2;
/* Two neighbours that together are no wider than that become one. */
static const double THIN_PIXELS = 0.5;

/* --- spans -------------------------------------------------------------------------------- */

double lane_position(const LaneWalk *w, EventIndex i) {
    return axis_position(w->m, w->window->axis, i == NEVER ? model_end(w->m) : i);
}

static void add_sums(SpanSums *into, const SpanSums *more) {
    for (uint32_t s = 0; s < SPAN_STATES; s++) {
        into->times[s] += more->times[s];
        if (more->longest[s] < into->longest[s]) continue;
        into->longest[s] = more->longest[s];
        into->task[s] = more->task[s];
        into->reason[s] = more->reason[s];
    }
}

static uint8_t most_of(const SpanSums *sums) {
    uint8_t most = 0;
    for (uint8_t s = 1; s < SPAN_STATES; s++)
        if (sums->times[s] > sums->times[most]) most = s;
    return most;
}

/* The last span with another one after it, as one. */
static void fold(LaneWalk *w, LaneSpan *last, const LaneSpan *span, const SpanSums *sums) {
    add_sums(&w->sums, sums);
    last->to = span->to;
    last->end = span->end;
    last->folded += span->folded;
    if (span->level_max > last->level_max) last->level_max = span->level_max;
    if (span->waiters_max > last->waiters_max) last->waiters_max = span->waiters_max;
    uint8_t most = most_of(&w->sums);
    if (w->sums.times[most] > 0) last->state = most;
    last->task = w->sums.task[last->state];
    last->object = w->sums.reason[last->state]; /* see resolve */
}

void lane_add(LaneWalk *w, LaneSpan span, const SpanSums *sums) {
    if (span.to < w->window->from || lane_is_past(w, span.from)) return;
    bool has_last = w->out->len > w->first;
    LaneSpan *last = has_last ? &vec_last(w->out) : NULL;
    if (has_last) span.from = last->to; /* what nodes say of where they begin is not exact within a turn */
    if (span.to < span.from) span.to = span.from;
    if (has_last && span.to - last->from < THIN_PIXELS * w->pixel) {
        fold(w, last, &span, sums);
        return;
    }
    span.object = sums->reason[span.state];
    vec_push(w->out, span);
    w->sums = *sums;
}

void lane_add_one(LaneWalk *w, LaneSpan span, EventIndex reason) {
    SpanSums sums = {0};
    uint64_t end = time_at(w->m, span.end == NEVER ? model_end(w->m) : span.end);
    span.folded = 1;
    sums.times[span.state] = sums.longest[span.state] = (float)(end - time_at(w->m, span.begin));
    sums.task[span.state] = span.task;
    sums.reason[span.state] = reason;
    lane_add(w, span, &sums);
}

/* --- levels --------------------------------------------------------------------------------- */

static const NodeHead *head_at(const LaneWalk *w, uint32_t level, uint32_t i) {
    return levels_node(w->levels, w->shape->levels, level, i);
}

/* Where a node begins, or, beyond the last of its level, what comes then. */
static double start_of(const LaneWalk *w, uint32_t level, uint32_t i) {
    for (; i >= levels_len(w->levels, level); level--, i *= LEVEL_FAN) {
        if (level > 0) continue;
        uint32_t entry = i * w->shape->entries;
        return entry < w->entries ? w->shape->position(w, entry) : lane_position(w, NEVER);
    }
    const NodeHead *head = head_at(w, level, i);
    return lane_position_of(w, head->start, head->turns);
}

static uint32_t entry_of(const LaneWalk *w, uint32_t level, uint32_t i) {
    return (i << 2 * level) * w->shape->entries;
}
_Static_assert(LEVEL_FAN == 1 << 2, "a level has a fourth of the nodes of the one below");

static void visit(LaneWalk *w, uint32_t level, uint32_t i) {
    double from = start_of(w, level, i), to = start_of(w, level, i + 1);
    if (to < w->window->from || lane_is_past(w, from)) return;
    if (to - from <= FOLDED_PIXELS * w->pixel) {
        const void *node = levels_node(w->levels, w->shape->levels, level, i);
        w->shape->fold(w, node, from, to, entry_of(w, level, i), entry_of(w, level, i + 1));
    } else if (level == 0) {
        w->shape->draw(w, i * w->shape->entries, (i + 1) * w->shape->entries);
    } else {
        for (uint32_t k = 0; k < LEVEL_FAN; k++) visit(w, level - 1, i * LEVEL_FAN + k);
    }
}

/* Of each level those nodes that no node above stands for; at last the entries that have none. */
void lane_walk(LaneWalk *w) {
    for (uint32_t level = levels_count(w->levels); level > 0; level--) {
        uint32_t first = levels_len(w->levels, level) * LEVEL_FAN;
        for (uint32_t i = first; i < levels_len(w->levels, level - 1); i++) visit(w, level - 1, i);
    }
    uint32_t rest = levels_len(w->levels, 0) * w->shape->entries;
    if (rest < w->entries && !lane_is_past(w, w->shape->position(w, rest)))
        w->shape->draw(w, rest, w->entries);
}

/* --- all --------------------------------------------------------------------------------------- */

/* What a span's task waits for is only looked up for those that are left. */
static void resolve(LaneWalk *w) {
    for (uint32_t i = w->first; i < w->out->len; i++) {
        LaneSpan *span = &w->out->items[i];
        EventIndex reason = span->object;
        span->object = 0;
        if (span->state != TASK_WAITING || !reason) continue;
        Wait wait = moment_wait(w->m, reason);
        span->wait = (uint8_t)wait.kind;
        span->object = wait.object;
        span->task = wait.task;
    }
}

void lane_spans(const Model *m, Lane lane, const LaneWindow *window, LaneSpans *out) {
    if (m->next == 0 || window->width == 0) return;
    LaneWalk w = {
        .m = m,
        .window = window,
        .id = lane.id,
        .pixel = (window->to - window->from) / window->width,
        .out = out,
        .first = out->len,
    };
    switch (lane.kind) {
    case LANE_CHEF: lane_of_chef(&w); break;
    case LANE_TASK:
        if (lane.id && lane.id < m->tasks.len) lane_of_task(&w);
        resolve(&w);
        break;
    case LANE_OBJECT:
        if (lane.id && lane.id < m->objects.len) lane_of_object(&w);
        break;
    }
}
