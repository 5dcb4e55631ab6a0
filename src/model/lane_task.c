#include "model/lane.h"

/* A task: entries are its turns, each with what follows it until the next. */

static const TaskIndex *task_of(const LaneWalk *w) {
    return task_index(w->m, w->id);
}

static TurnId turn_of(const LaneWalk *w, uint32_t entry) {
    return history_at(&task_of(w)->turns, entry);
}

static EventIndex event(const LaneWalk *w, uint32_t entry) {
    return history_at(&w->m->begun, turn_of(w, entry));
}

static double position(LaneWalk *w, uint32_t entry) {
    TurnId turn = turn_of(w, entry);
    return lane_position_of(w, time_at(w->m, event(w, entry)), turn - 1);
}

/* Where a turn begins or ends lies so many turns from the start. */
static LanePoint point_of_turn(LaneWalk *w, EventIndex i, TurnId turns) {
    if (i == NEVER) return lane_point(w, i);
    uint64_t time = time_at(w->m, i);
    w->near = turns;
    return (LanePoint){i, time, lane_position_of(w, time, turns)};
}

static void add(LaneWalk *w, TaskState state, const LanePoint *begin, const LanePoint *end,
                EventIndex reason) {
    if (begin->event == end->event) return;
    LaneSpan span = {.state = (uint8_t)state};
    lane_add_one(w, &span, begin, end, reason);
}

/* A task may be ended by force, wherever it is. */
static void add_upto(LaneWalk *w, TaskState state, const LanePoint *begin, const LanePoint *end,
                     EventIndex reason) {
    EventIndex done = task_of(w)->done;
    if (done >= end->event) {
        add(w, state, begin, end, reason);
        return;
    }
    LanePoint over = lane_point(w, done);
    add(w, state, begin, &over, reason);
}

/* From when it gets ready to its next turn. A turn of which the record says no more than that it
 * begins was not ready before. */
static void add_ready(LaneWalk *w, EventIndex ready, const LanePoint *next) {
    if (!ready || ready >= next->event) return;
    LanePoint since = lane_point(w, ready);
    add_upto(w, TASK_READY, &since, next, 0);
}

/* What comes after the end of a turn, up to the next one. */
static void draw_pause(LaneWalk *w, const LanePoint *ended, EventIndex ready, const LanePoint *next) {
    const TraceEvent *e = event_at(w->m, ended->event);
    EventIndex done = task_of(w)->done;
    if (done <= ended->event) return;
    if (e->a != TURN_WAITS) {
        add_upto(w, TASK_READY, ended, next, 0);
        return;
    }
    LanePoint until = ready ? lane_point(w, ready) : *next;
    add_upto(w, TASK_WAITING, ended, &until, e->b);
    if (ready && done > ready && ready < next->event) add_upto(w, TASK_READY, &until, next, 0);
}

static LanePoint turn_begins(LaneWalk *w, uint32_t entry) {
    if (entry >= task_of(w)->turns.len) return lane_point(w, NEVER);
    TurnId turn = turn_of(w, entry);
    return point_of_turn(w, history_at(&w->m->begun, turn), turn - 1);
}

/* Returns where the next one begins. */
static LanePoint draw_turn(LaneWalk *w, uint32_t entry, const LanePoint *begun) {
    TurnId turn = turn_of(w, entry);
    LanePoint ended = point_of_turn(w, turn_end(w->m, turn), turn);
    LanePoint next = turn_begins(w, entry + 1);
    add(w, TASK_RUNNING, begun, &ended, 0);
    if (ended.event == NEVER) return next;
    EventIndex ready = next.event == NEVER ? task_of(w)->ready : event_at(w->m, next.event)->a;
    draw_pause(w, &ended, ready, &next);
    return next;
}

/* What turns name lies all over the record. So it is asked for all at once before it is looked at,
 * and that of the next node as well: where its turns are, then their events; then the READYs. */
static void fetch(const LaneWalk *w, uint32_t first) {
    const Model *m = w->m;
    for (uint32_t i = first + 2 * TASK_TURNS; i < first + 3 * TASK_TURNS && i < w->entries; i++) {
        history_fetch(&m->begun, turn_of(w, i));
        ends_fetch(&m->ended, turn_of(w, i));
    }
    for (uint32_t i = first; i < first + 2 * TASK_TURNS && i < w->entries; i++) {
        EventIndex ended = turn_end(m, turn_of(w, i));
        __builtin_prefetch(event_at(m, event(w, i)));
        if (ended != NEVER) __builtin_prefetch(event_at(m, ended));
    }
    for (uint32_t i = first + 1; i <= first + TASK_TURNS && i < w->entries; i++)
        __builtin_prefetch(event_at(m, event_at(m, event(w, i))->a));
}

static void draw(LaneWalk *w, uint32_t first, uint32_t after) {
    fetch(w, first);
    LanePoint begun = turn_begins(w, first);
    for (uint32_t i = first; i < after && !lane_is_past(w, begun.position); i++)
        begun = draw_turn(w, i, &begun);
}

static void fold(LaneWalk *w, const void *node, LaneSpan span, uint64_t until, uint32_t entries) {
    const TaskNode *n = node;
    SpanSums sums = {.state = TASK_RUNNING};
    float waiting = (float)(until - n->head.start) - n->running - n->ready;
    sums.times[TASK_RUNNING] = n->running;
    sums.times[TASK_READY] = n->ready;
    sums.times[TASK_WAITING] = waiting > 0 ? waiting : 0;
    span.folded = 3 * entries;
    span.state = n->ready > n->running ? TASK_READY : TASK_RUNNING;
    if (waiting > sums.times[span.state]) span.state = TASK_WAITING;
    sums.state = span.state;
    lane_add(w, &span, &sums);
}

static const LaneShape shape = {&task_shape, TASK_TURNS, 14, fold, draw, position, event};

void lane_of_task(LaneWalk *w) {
    const TaskIndex *task = task_of(w);
    w->shape = &shape;
    w->levels = levels_of_task(w->m, w->id);
    w->entries = task->turns.len;
    LanePoint made = lane_point(w, trace_task_at(w->m->trace, w->id)->made), begun = turn_begins(w, 0);
    EventIndex ready = begun.event == NEVER ? task->ready : event_at(w->m, begun.event)->a;
    LanePoint until = ready ? lane_point(w, ready) : begun;
    add_upto(w, TASK_CREATED, &made, &until, 0);
    if (task->done > until.event) add_ready(w, ready, &begun);
    lane_walk(w);
}
