#include "model/index.h"

/* --- steps ---------------------------------------------------------------------------------- */

/* The last of the first `steps` that has this in its code; NEVER: none. */
static EventIndex last_with(const ObjectIndex *o, uint32_t steps, StepCode code) {
    for (uint32_t i = steps; i > 0; i--)
        if (o->resource->codes.items[i - 1] & code) return history_at(&o->steps, i - 1);
    return NEVER;
}

/* How many are inside, and how many wait, after so many steps: from the last node before. */
void object_level(const ObjectIndex *o, uint32_t steps, uint32_t *level, uint32_t *waiters) {
    uint32_t node = steps / OBJECT_STEPS;
    *level = *waiters = 0;
    if (!o->resource || steps == 0) return;
    if (node < levels_len(o->resource->levels, 0)) {
        const ObjectNode *n = levels_node(o->resource->levels, &object_shape, 0, node);
        *level = n->level;
        *waiters = n->waiters;
    } else {
        *level = o->resource->node.level;
        *waiters = o->resource->node.waiters;
        node = levels_len(o->resource->levels, 0);
    }
    for (uint32_t i = node * OBJECT_STEPS; i < steps; i++)
        step_apply(o->resource->codes.items[i], level, waiters);
}

/* --- what has a line ------------------------------------------------------------------------------ */

/* `waiting`: in all lines but that of join. */
static void count_lines(const ObjectIndex *o, Cursor at, uint32_t waiting, ObjectMoment *out) {
    if (!o->resource) return;
    const Spans *lines = o->resource->lines;
    if (lines[LINE_PUT].begins.len) out->waiters[LINE_PUT] = spans_count(&lines[LINE_PUT], at);
    if (lines[LINE_JOIN].begins.len) out->waiters[LINE_JOIN] = spans_count(&lines[LINE_JOIN], at);
    out->waiters[LINE_MAIN] = waiting - out->waiters[LINE_PUT];
}

static void lock_moment(const Model *m, Cursor at, ObjectId id, ObjectMoment *out) {
    Holder holder;
    out->capacity = 1;
    out->permits = !out->inside;
    if (!moment_inside(m, at, id, 0, 1, &holder)) return;
    out->holder = holder.task;
    out->since = holder.got;
}

static void semaphore_moment(const Model *m, const ObjectIndex *o, uint32_t steps, ObjectMoment *out) {
    EventIndex last = last_with(o, steps, STEP_SAYS);
    out->permits = last == NEVER ? out->capacity : event_at(m, last)->b;
}

static void event_moment(const Model *m, const ObjectIndex *o, uint32_t steps, ObjectMoment *out) {
    EventIndex last = last_with(o, steps, STEP_SAYS);
    if (last == NEVER) return;
    out->set = event_kind(event_at(m, last)) == EV_EVENT_SET;
    out->since = last;
}

/* A condition is held by whoever holds its lock. */
static void condition_moment(const Model *m, Cursor at, ObjectId id, ObjectMoment *out) {
    ObjectId lock = trace_object_at(m->trace, id)->count;
    Holder holder;
    out->capacity = 0;
    if (!lock || lock >= m->objects.len || !moment_inside(m, at, lock, 0, 1, &holder)) return;
    out->holder = holder.task;
    out->since = holder.got;
}

static void barrier_moment(const Model *m, const ObjectIndex *o, uint32_t steps, ObjectMoment *out) {
    EventIndex last = last_with(o, steps, STEP_SAYS);
    out->inside = out->waiters[LINE_MAIN];
    if (last != NEVER) out->barrier = (TraceBarrier)event_at(m, last)->b;
}

/* What was left when somebody last said that an item is done, and what was put since. */
static void queue_moment(const Model *m, const ObjectIndex *o, uint32_t steps, ObjectMoment *out) {
    for (uint32_t i = steps; i > 0; i--) {
        if (o->resource->codes.items[i - 1] & STEP_SAYS) {
            out->unfinished += event_at(m, history_at(&o->steps, i - 1))->b;
            break;
        }
        out->unfinished += (o->resource->codes.items[i - 1] & STEP_IN) != 0;
    }
}

/* --- what begins and ends ---------------------------------------------------------------------------- */

static Outcome outcome_of(const TraceEvent *e) {
    switch (event_kind(e)) {
    case EV_FUTURE_FAILED: return OUTCOME_RAISED;
    case EV_FUTURE_CANCELLED: return OUTCOME_CANCELLED;
    case EV_GROUP_ENDED:
    case EV_JOB_ENDED: return (Outcome)e->b;
    default: return OUTCOME_RETURNED;
    }
}

/* The timer that it waits for, as long as that is set. */
static void add_timer(const Model *m, Cursor at, const ObjectIndex *o, uint32_t steps, ObjectMoment *out) {
    for (uint32_t i = steps; i > 0; i--) {
        const TraceEvent *e = event_at(m, history_at(&o->steps, i - 1));
        EventKind kind = event_kind(e);
        if (kind != EV_TIMEOUT_ARMED && kind != EV_TIMEOUT_MOVED && kind != EV_REQUEST_SENT &&
            kind != EV_JOB_WAITS)
            continue;
        uint32_t timer = e->b ? spans_find(&m->timers, e->b) : NEVER;
        if (timer == NEVER || !spans_is_open(&m->timers, timer, at)) return;
        out->timer = e->b;
        out->due = m->dues.items[timer];
        return;
    }
}

static void life_moment(const Model *m, Cursor at, const ObjectIndex *o, uint32_t steps, ObjectMoment *out) {
    out->since = o->begun <= at ? o->begun : 0;
    if (o->ended <= at) {
        out->over = true;
        out->ended = o->ended;
        out->outcome = outcome_of(event_at(m, o->ended));
        out->set = out->kind == OBJECT_FUTURE && out->outcome == OUTCOME_RETURNED;
        return;
    }
    out->open = out->kind == OBJECT_FUTURE || (o->begun && o->begun <= at);
    if (out->open) add_timer(m, at, o, steps, out);
}

static bool is_child(EventKind kind) {
    return kind == EV_GROUP_TASK || kind == EV_GROUP_FUTURE;
}

static uint32_t count_children(const Model *m, const ObjectIndex *o, uint32_t steps) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < steps; i++) n += is_child(event_kind(event_at(m, history_at(&o->steps, i))));
    return n;
}

/* --- all ------------------------------------------------------------------------------------------------ */

ObjectMoment moment_object(const Model *m, Cursor at, ObjectId id) {
    ObjectMoment out = {.ended = NEVER};
    if (!id || id >= m->objects.len) return out;
    const TraceObject *made = trace_object_at(m->trace, id);
    const ObjectIndex *o = object_index(m, id);
    out.kind = made->kind;
    if (made->made > at) return out;
    uint32_t steps = history_upto(&o->steps, at), waiters;
    out.exists = true;
    out.capacity = made->count;
    out.owner = event_at(m, made->made)->task;
    object_level(o, steps, &out.inside, &waiters);
    count_lines(o, at, waiters, &out);
    switch (made->kind) {
    case OBJECT_LOCK: lock_moment(m, at, id, &out); break;
    case OBJECT_SEMAPHORE:
    case OBJECT_BOUNDED_SEMAPHORE: semaphore_moment(m, o, steps, &out); break;
    case OBJECT_EVENT: event_moment(m, o, steps, &out); break;
    case OBJECT_CONDITION: condition_moment(m, at, id, &out); break;
    case OBJECT_BARRIER: barrier_moment(m, o, steps, &out); break;
    case OBJECT_QUEUE:
    case OBJECT_LIFO_QUEUE:
    case OBJECT_PRIORITY_QUEUE: queue_moment(m, o, steps, &out); break;
    case OBJECT_NONE:
    case OBJECT_LOOP: break;
    default: life_moment(m, at, o, steps, &out); out.inside = count_children(m, o, steps);
    }
    return out;
}

static const Resource *resource_at(const Model *m, ObjectId id) {
    return id && id < m->objects.len ? object_index(m, id)->resource : NULL;
}

uint32_t moment_waiters(const Model *m, Cursor at, ObjectId id, LineKind line, uint32_t first, uint32_t count,
                        Waiter *out) {
    const Resource *r = resource_at(m, id);
    uint32_t n = 0;
    if (!r) return 0;
    const Spans *s = &r->lines[line];
    for (uint32_t i = spans_next(s, at, 0); i != NEVER && n < count; i = spans_next(s, at, i + 1)) {
        if (first > 0) {
            first--;
            continue;
        }
        EventIndex since = spans_begin(s, i);
        TaskId task = event_at(m, since)->task;
        TaskState state = moment_task_state(m, at, task);
        bool begun = state == TASK_WAITING || state == TASK_RUNNING; /* he runs until his turn is over */
        out[n++] = (Waiter){task, since, task && !begun};
    }
    return n;
}

uint32_t moment_inside(const Model *m, Cursor at, ObjectId id, uint32_t first, uint32_t count, Holder *out) {
    const Resource *r = resource_at(m, id);
    uint32_t n = 0;
    if (!r) return 0;
    for (uint32_t i = spans_next(&r->inside, at, 0); i != NEVER && n < count;
         i = spans_next(&r->inside, at, i + 1)) {
        EventIndex got = spans_begin(&r->inside, i);
        if (first > 0) first--;
        else out[n++] = (Holder){event_at(m, got)->task, got};
    }
    return n;
}

uint32_t moment_items(const Model *m, Cursor at, ObjectId id, uint32_t first, uint32_t count, Item *out) {
    const Resource *r = resource_at(m, id);
    uint32_t n = 0;
    if (!r) return 0;
    for (uint32_t i = spans_next(&r->inside, at, 0); i != NEVER && n < count;
         i = spans_next(&r->inside, at, i + 1)) {
        EventIndex put = spans_begin(&r->inside, i);
        const TraceEvent *e = event_at(m, put);
        if (first > 0) first--;
        else out[n++] = (Item){put, e->b, e->task};
    }
    return n;
}

static TaskState state_of_future(const Model *m, Cursor at, ObjectId future) {
    ObjectMoment f = moment_object(m, at, future);
    if (!f.over) return TASK_WAITING;
    if (f.outcome == OUTCOME_RAISED) return TASK_FAILED;
    return f.outcome == OUTCOME_RETURNED ? TASK_DONE : TASK_CANCELLED;
}

uint32_t moment_children(const Model *m, Cursor at, ObjectId id, uint32_t first, uint32_t count, Child *out) {
    if (!id || id >= m->objects.len) return 0;
    const ObjectIndex *o = object_index(m, id);
    uint32_t steps = history_upto(&o->steps, at), n = 0;
    for (uint32_t i = 0; i < steps && n < count; i++) {
        const TraceEvent *e = event_at(m, history_at(&o->steps, i));
        if (!is_child(event_kind(e))) continue;
        if (first > 0) first--;
        else if (event_kind(e) == EV_GROUP_TASK) out[n++] = (Child){e->b, 0, moment_task_state(m, at, e->b)};
        else out[n++] = (Child){0, e->b, state_of_future(m, at, e->b)};
    }
    return n;
}

uint32_t moment_children_over(const Model *m, Cursor at, ObjectId id) {
    if (!id || id >= m->objects.len) return 0;
    const ObjectIndex *o = object_index(m, id);
    uint32_t steps = history_upto(&o->steps, at), over = 0;
    TurnId turn = model_running_at(m, at);
    TaskId running = turn ? model_turn(m, turn).task : 0; /* it is not over before its turn is */
    for (uint32_t i = 0; i < steps; i++) {
        const TraceEvent *e = event_at(m, history_at(&o->steps, i));
        if (event_kind(e) == EV_GROUP_TASK) over += e->b != running && moment_task_end(m, e->b) <= at;
        else if (is_child(event_kind(e))) over += state_of_future(m, at, e->b) >= TASK_DONE;
    }
    return over;
}

uint32_t moment_open_groups(const Model *m, Cursor at, TaskId task, uint32_t first, uint32_t count,
                            ObjectId *out) {
    if (!task || task >= m->tasks.len) return 0;
    Link link = chains_at(&m->chains, task_index(m, task)->groups, at);
    ObjectId id = link ? event_at(m, chains_event(&m->chains, link))->a : 0;
    uint32_t n = 0;
    for (; id && n < count; id = object_index(m, id)->outer) {
        if (object_index(m, id)->ended <= at) continue;
        if (first > 0) first--;
        else out[n++] = id;
    }
    return n;
}

uint32_t moment_objects_made(const Model *m, Cursor at, ObjectKind kind) {
    const History *of_kind = &m->of_kind[kind];
    uint32_t low = 0, high = of_kind->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (trace_object_at(m->trace, history_at(of_kind, middle))->made <= at) low = middle + 1;
        else high = middle;
    }
    return low;
}

uint32_t moment_objects(const Model *m, Cursor at, ObjectKind kind, uint32_t first, uint32_t count,
                        ObjectId *out) {
    uint32_t made = moment_objects_made(m, at, kind), n = 0;
    for (uint32_t i = first; i < made && n < count; i++) out[n++] = history_at(&m->of_kind[kind], i);
    return n;
}
