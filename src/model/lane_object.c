#include "model/lane.h"

/* An object: entries are its steps, each with how it is until the next. */

static const ObjectIndex *object_of(const LaneWalk *w) {
    return object_index(w->m, w->id);
}

static EventIndex event(const LaneWalk *w, uint32_t entry) {
    return history_at(&object_of(w)->steps, entry);
}

static double position(LaneWalk *w, uint32_t entry) {
    return lane_point(w, history_at(&object_of(w)->steps, entry)).position;
}

static bool is_kind(const LaneWalk *w, ObjectKind kind) {
    return trace_object_at(w->m->trace, w->id)->kind == kind;
}

static LaneObjectState state_of(uint32_t level, uint32_t waiters) {
    if (waiters) return LANE_CONTENDED;
    return level ? LANE_IN_USE : LANE_FREE;
}

/* How it is for a while. In a barrier are those who wait there. */
static void add(LaneWalk *w, const LanePoint *begin, const LanePoint *end, uint32_t level, uint32_t waiters,
                TaskId holder) {
    if (is_kind(w, OBJECT_BARRIER)) level = waiters;
    LaneSpan span = {
        .state = (uint8_t)state_of(level, waiters),
        .task = holder,
        .level = level,
        .level_max = level,
        .waiters = waiters,
        .waiters_max = waiters,
    };
    lane_add_one(w, &span, begin, end, 0);
}

/* Who has a lock after so many steps: who came in last. */
static TaskId holder_after(const LaneWalk *w, uint32_t steps) {
    const ObjectIndex *o = object_of(w);
    if (!is_kind(w, OBJECT_LOCK)) return 0;
    for (uint32_t i = steps; i > 0; i--) {
        if (o->resource->codes.items[i - 1] & STEP_OUT) return 0;
        if (o->resource->codes.items[i - 1] & STEP_IN)
            return event_at(w->m, history_at(&o->steps, i - 1))->task;
    }
    return 0;
}

/* Steps lie all over the record: those that come soon are asked for already. */
enum { SOON = 12 };

static void fetch(const LaneWalk *w, uint32_t step) {
    const ObjectIndex *o = object_of(w);
    if (step < o->steps.len) __builtin_prefetch(event_at(w->m, history_at(&o->steps, step)));
}

/* Steps that change nothing that is drawn are passed over. */
static void draw(LaneWalk *w, uint32_t first, uint32_t after) {
    const ObjectIndex *o = object_of(w);
    bool lock = is_kind(w, OBJECT_LOCK);
    uint32_t level, waiters;
    object_level(o, first, &level, &waiters);
    TaskId holder = holder_after(w, first);
    for (uint32_t i = first; i < first + SOON; i++) fetch(w, i);
    LanePoint begin = lane_point(w, history_at(&o->steps, first));
    for (uint32_t i = first; i < after; i++) {
        StepCode code = o->resource->codes.items[i];
        fetch(w, i + SOON);
        if (i > first && code & ~STEP_SAYS) {
            LanePoint end = lane_point(w, history_at(&o->steps, i));
            add(w, &begin, &end, level, waiters, holder);
            begin = end;
            if (lane_is_past(w, begin.position)) return;
        }
        step_apply(code, &level, &waiters);
        if (lock && code & STEP_IN) holder = event_at(w->m, history_at(&o->steps, i))->task;
        if (level == 0) holder = 0;
    }
    LanePoint end = lane_point(w, after < o->steps.len ? history_at(&o->steps, after) : NEVER);
    add(w, &begin, &end, level, waiters, holder);
}

static void fold(LaneWalk *w, const void *node, LaneSpan span, uint64_t until, uint32_t entries) {
    const ObjectNode *n = node;
    SpanSums sums = {.state = LANE_FREE};
    float idle = (float)(until - n->head.start) - n->in_use - n->contended;
    sums.times[LANE_FREE] = idle > 0 ? idle : 0;
    sums.times[LANE_IN_USE] = n->in_use;
    sums.times[LANE_CONTENDED] = n->contended;
    span.folded = entries;
    span.level = n->level;
    span.level_max = n->level_max;
    span.waiters = n->waiters;
    span.waiters_max = n->waiters_max;
    span.state = lane_most(&sums);
    lane_add(w, &span, &sums);
}

static const LaneShape shape = {&object_shape, OBJECT_STEPS, 16, fold, draw, position, event};

static void add_state(LaneWalk *w, EventIndex begin, EventIndex end, LaneObjectState state) {
    if (begin == end) return;
    LanePoint from = lane_point(w, begin), to = lane_point(w, end);
    LaneSpan span = {.state = (uint8_t)state};
    lane_add_one(w, &span, &from, &to, 0);
}

/* What only begins and ends. */
static void draw_life(LaneWalk *w, const ObjectIndex *o, EventIndex made) {
    EventIndex begun = is_kind(w, OBJECT_FUTURE) ? made : o->begun ? o->begun : NEVER;
    EventIndex open = begun < o->ended ? begun : o->ended;
    add_state(w, made, open, LANE_FREE);
    add_state(w, open, o->ended, LANE_IN_USE);
    if (o->ended != NEVER) add_state(w, o->ended, NEVER, LANE_OVER);
}

void lane_of_object(LaneWalk *w) {
    const ObjectIndex *o = object_of(w);
    EventIndex made = trace_object_at(w->m->trace, w->id)->made;
    if (!o->resource || is_kind(w, OBJECT_AS_COMPLETED)) {
        draw_life(w, o, made);
        return;
    }
    w->shape = &shape;
    w->levels = o->resource->levels;
    w->entries = o->steps.len;
    LanePoint from = lane_point(w, made), to = lane_point(w, o->steps.len ? history_at(&o->steps, 0) : NEVER);
    add(w, &from, &to, 0, 0, 0);
    if (o->steps.len) lane_walk(w);
}
