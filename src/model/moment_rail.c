#include "model/index.h"

/* Who is ready: the tasks whose next turn begins later, in the order of these turns; then those that
 * have none in the record; last who has just let others go first. The callbacks come between
 * them, by when they got ready. */

typedef struct RailWalk {
    const Model *m;
    Cursor at;
    TurnId turn;       /* the next to look at */
    uint32_t waiting;  /* then these: where on the rail at the record's end */
    uint32_t callback; /* the next */
    TurnId yielded;    /* or 0 */
} RailWalk;

static TurnId turn_that_yields(const Model *m, Cursor at, TurnId turn) {
    if (!turn || turn_end(m, turn) > at) return 0;
    const TraceEvent *e = event_at(m, turn_end(m, turn));
    if (e->a != TURN_YIELDS) return 0;
    TaskMoment task = moment_task(m, at, e->task);
    return task.state == TASK_READY && task.since == turn_end(m, turn) ? turn : 0;
}

static RailWalk walk_begin(const Model *m, Cursor at) {
    TurnId turn = model_turn_at(m, at);
    return (RailWalk){
        m, at, turn + 1, m->rail.first, spans_next(&m->callbacks, at, 0), turn_that_yields(m, at, turn)};
}

/* Turns are looked at by blocks, as one that got ready early may run late: in another loop. */
static RailEntry next_turn(RailWalk *w) {
    const Model *m = w->m;
    for (; w->turn < m->begun.len; w->turn++) {
        if (w->turn % SPAN_BLOCK == 0 && m->readied.items[w->turn / SPAN_BLOCK] > w->at) {
            w->turn += SPAN_BLOCK - 1;
            continue;
        }
        const TraceEvent *e = event_at(m, history_at(&m->begun, w->turn));
        if (e->a && e->a <= w->at) return (RailEntry){e->task, e->a};
    }
    for (; w->waiting < m->rail.tasks.len; w->waiting++) {
        TaskId id = m->rail.tasks.items[w->waiting];
        const TaskIndex *task = task_index(m, id);
        if (id && task->ready <= w->at && task->done > w->at) return (RailEntry){id, task->ready};
    }
    return (RailEntry){0};
}

static RailEntry next_yielded(RailWalk *w) {
    if (!w->yielded) return (RailEntry){0};
    EventIndex ended = turn_end(w->m, w->yielded);
    w->yielded = 0;
    return (RailEntry){event_at(w->m, ended)->task, ended};
}

/* Since 0: that was the last. */
static RailEntry walk_next(RailWalk *w) {
    RailEntry task = next_turn(w);
    EventIndex called = w->callback == NEVER ? NEVER : spans_begin(&w->m->callbacks, w->callback);
    if (called != NEVER && (!task.task || called < task.since)) {
        w->callback = spans_next(&w->m->callbacks, w->at, w->callback + 1);
        return (RailEntry){0, called};
    }
    if (!task.task) return next_yielded(w);
    if (w->turn < w->m->begun.len) w->turn++;
    else w->waiting++;
    return task;
}

uint32_t moment_rail(const Model *m, Cursor at, uint32_t first, uint32_t count, RailEntry *out) {
    RailWalk w = walk_begin(m, at);
    uint32_t n = 0;
    while (n < count) {
        RailEntry entry = walk_next(&w);
        if (!entry.since) break;
        if (first > 0) first--;
        else out[n++] = entry;
    }
    return n;
}

uint32_t rail_tasks(const Model *m, Cursor at, uint32_t first, uint32_t count, TaskId *out) {
    RailWalk w = walk_begin(m, at);
    uint32_t n = 0;
    while (n < count) {
        RailEntry entry = walk_next(&w);
        if (!entry.since) break;
        if (!entry.task) continue;
        if (first > 0) first--;
        else out[n++] = entry.task;
    }
    return n;
}
