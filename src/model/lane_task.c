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

static double position(const LaneWalk *w, uint32_t entry) {
    TurnId turn = turn_of(w, entry);
    return lane_position_of(w, time_at(w->m, event(w, entry)), turn - 1);
}

/* An event with where it lies. */
typedef struct Point {
    EventIndex event;
    uint64_t time;
    double position;
} Point;

/* Of an event between turns; NEVER: the end. */
static Point point(const LaneWalk *w, EventIndex i) {
    EventIndex event = i == NEVER ? model_end(w->m) : i;
    uint64_t time = time_at(w->m, event);
    bool by_time = w->window->axis.per_turn == 0;
    return (Point){i, time, by_time ? lane_position_of(w, time, 0) : lane_position(w, event)};
}

/* Where a turn begins or ends lies so many turns from the start. */
static Point point_of_turn(const LaneWalk *w, EventIndex i, TurnId turns) {
    if (i == NEVER) return point(w, i);
    uint64_t time = time_at(w->m, i);
    return (Point){i, time, lane_position_of(w, time, turns)};
}

static void add(LaneWalk *w, TaskState state, Point begin, Point end, EventIndex reason) {
    if (begin.event == end.event) return;
    LaneSpan span = {
        .from = begin.position,
        .to = end.position,
        .begin = begin.event,
        .end = end.event,
        .state = (uint8_t)state,
    };
    lane_add_one(w, span, end.time - begin.time, reason);
}

/* A task may be ended by force, wherever it is. */
static Point or_done(const LaneWalk *w, Point p) {
    EventIndex done = task_of(w)->done;
    return done < p.event ? point(w, done) : p;
}

/* From when it gets ready to its next turn. A turn of which the record says no more than that it
 * begins was not ready before. */
static void add_ready(LaneWalk *w, EventIndex ready, Point next) {
    if (ready && ready < next.event) add(w, TASK_READY, point(w, ready), or_done(w, next), 0);
}

/* What comes after the end of a turn, up to the next one. */
static void draw_pause(LaneWalk *w, Point ended, EventIndex ready, Point next) {
    const TraceEvent *e = event_at(w->m, ended.event);
    EventIndex done = task_of(w)->done;
    if (done <= ended.event) return;
    if (e->a != TURN_WAITS) {
        add(w, TASK_READY, ended, or_done(w, next), 0);
        return;
    }
    Point until = ready ? point(w, ready) : next;
    add(w, TASK_WAITING, ended, or_done(w, until), e->b);
    if (ready && done > ready && ready < next.event) add(w, TASK_READY, until, or_done(w, next), 0);
}

static Point turn_begins(const LaneWalk *w, uint32_t entry) {
    if (entry >= task_of(w)->turns.len) return point(w, NEVER);
    TurnId turn = turn_of(w, entry);
    return point_of_turn(w, history_at(&w->m->begun, turn), turn - 1);
}

/* Returns where the next one begins. */
static Point draw_turn(LaneWalk *w, uint32_t entry, Point begun) {
    TurnId turn = turn_of(w, entry);
    Point ended = point_of_turn(w, history_at(&w->m->ended, turn), turn), next = turn_begins(w, entry + 1);
    add(w, TASK_RUNNING, begun, ended, 0);
    if (ended.event == NEVER) return next;
    EventIndex ready = next.event == NEVER ? task_of(w)->ready : event_at(w->m, next.event)->a;
    draw_pause(w, ended, ready, next);
    return next;
}

/* What turns name lies all over the record. So while one node is drawn, what the next one needs is
 * asked for already: where its turns are, then their events, then the READYs that these name. */
static void fetch(const LaneWalk *w, uint32_t first) {
    const Model *m = w->m;
    const EventIndex *begun = history_items(&m->begun), *ended = history_items(&m->ended);
    for (uint32_t i = first + 2 * TASK_TURNS; i < first + 3 * TASK_TURNS && i < w->entries; i++) {
        __builtin_prefetch(&begun[turn_of(w, i)]);
        __builtin_prefetch(&ended[turn_of(w, i)]);
    }
    for (uint32_t i = first + TASK_TURNS; i < first + 2 * TASK_TURNS && i + 1 < w->entries; i++) {
        __builtin_prefetch(event_at(m, begun[turn_of(w, i)]));
        __builtin_prefetch(event_at(m, ended[turn_of(w, i)]));
    }
    for (uint32_t i = first + 1; i <= first + TASK_TURNS && i < w->entries; i++)
        __builtin_prefetch(event_at(m, event_at(m, begun[turn_of(w, i)])->a));
}

static void draw(LaneWalk *w, uint32_t first, uint32_t after) {
    fetch(w, first);
    Point begun = turn_begins(w, first);
    for (uint32_t i = first; i < after && !lane_is_past(w, begun.position); i++)
        begun = draw_turn(w, i, begun);
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
    w->levels = task->levels;
    w->entries = task->turns.len;
    Point made = point(w, trace_task_at(w->m->trace, w->id)->made), begun = turn_begins(w, 0);
    EventIndex ready = begun.event == NEVER ? task->ready : event_at(w->m, begun.event)->a;
    Point until = ready ? point(w, ready) : begun;
    add(w, TASK_CREATED, made, or_done(w, until), 0);
    if (task->done > until.event) add_ready(w, ready, begun);
    lane_walk(w);
}
