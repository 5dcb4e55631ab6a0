#include "model/lane.h"

/* A task: entries are its turns, each with what follows it until the next. */

static const TaskIndex *task_of(const LaneWalk *w) {
    return task_index(w->m, w->id);
}

static TurnId turn_of(const LaneWalk *w, uint32_t entry) {
    return history_at(&task_of(w)->turns, entry);
}

static double position(const LaneWalk *w, uint32_t entry) {
    TurnId turn = turn_of(w, entry);
    return lane_position_of(w, time_at(w->m, history_at(&w->m->begun, turn)), turn - 1);
}

static void add(LaneWalk *w, TaskState state, EventIndex begin, EventIndex end, EventIndex reason) {
    if (begin == end) return;
    LaneSpan span = {
        .from = lane_position(w, begin),
        .to = lane_position(w, end),
        .begin = begin,
        .end = end,
        .state = (uint8_t)state,
    };
    lane_add_one(w, span, reason);
}

static EventIndex sooner(EventIndex a, EventIndex b) {
    return a < b ? a : b;
}

/* From when it gets ready to `begun`. A turn of which the record says no more than that it begins
 * was not ready before. */
static void add_ready(LaneWalk *w, EventIndex ready, EventIndex begun) {
    if (ready && ready < begun) add(w, TASK_READY, ready, sooner(begun, task_of(w)->done), 0);
}

/* What comes after the end of a turn: `begun` is when the next begins, or NEVER. */
static void draw_pause(LaneWalk *w, EventIndex ended, EventIndex ready, EventIndex begun) {
    const TraceEvent *e = event_at(w->m, ended);
    EventIndex done = task_of(w)->done;
    if (done <= ended) return;
    if (e->a != TURN_WAITS) {
        add(w, TASK_READY, ended, sooner(begun, done), 0);
        return;
    }
    EventIndex until = ready ? ready : begun;
    add(w, TASK_WAITING, ended, sooner(until, done), e->b);
    if (done > until) add_ready(w, ready, begun);
}

static void draw_turn(LaneWalk *w, uint32_t entry) {
    const TaskIndex *task = task_of(w);
    TurnId turn = turn_of(w, entry);
    EventIndex begun = history_at(&w->m->begun, turn), ended = history_at(&w->m->ended, turn);
    add(w, TASK_RUNNING, begun, ended, 0);
    if (ended == NEVER) return;
    if (entry + 1 == task->turns.len) {
        draw_pause(w, ended, task->ready, NEVER);
    } else {
        EventIndex next = history_at(&w->m->begun, turn_of(w, entry + 1));
        draw_pause(w, ended, event_at(w->m, next)->a, next);
    }
}

static void draw(LaneWalk *w, uint32_t first, uint32_t after) {
    for (uint32_t i = first; i < after; i++) {
        if (lane_is_past(w, position(w, i))) return;
        draw_turn(w, i);
    }
}

static void fold(LaneWalk *w, const void *node, double from, double to, uint32_t first, uint32_t after) {
    const TaskNode *n = node;
    SpanSums sums = {0};
    uint64_t end =
        after < w->entries ? time_at(w->m, history_at(&w->m->begun, turn_of(w, after))) : n->head.start;
    float length = (float)(end - n->head.start), waiting = length - n->running - n->ready;
    sums.times[TASK_RUNNING] = n->running;
    sums.times[TASK_READY] = n->ready;
    sums.times[TASK_WAITING] = waiting > 0 ? waiting : 0;
    LaneSpan span = {
        .from = from,
        .to = to,
        .begin = history_at(&w->m->begun, turn_of(w, first)),
        .end = history_at(&w->m->begun, turn_of(w, after)),
        .folded = 3 * (after - first),
    };
    span.state = TASK_RUNNING;
    if (n->ready > sums.times[span.state]) span.state = TASK_READY;
    if (waiting > sums.times[span.state]) span.state = TASK_WAITING;
    lane_add(w, span, &sums);
}

static const LaneShape shape = {&task_shape, TASK_TURNS, fold, draw, position};

void lane_of_task(LaneWalk *w) {
    const TaskIndex *task = task_of(w);
    w->shape = &shape;
    w->levels = task->levels;
    w->entries = task->turns.len;
    EventIndex made = trace_task_at(w->m->trace, w->id)->made, begun = NEVER, ready = task->ready;
    if (task->turns.len) {
        begun = history_at(&w->m->begun, turn_of(w, 0));
        ready = event_at(w->m, begun)->a;
    }
    EventIndex until = ready ? ready : begun;
    add(w, TASK_CREATED, made, sooner(until, task->done), 0);
    if (task->done > until) add_ready(w, ready, begun);
    lane_walk(w);
}
