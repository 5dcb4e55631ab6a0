#include "model/numbers.h"

#include "model/index.h"

/* --- tasks and the chef: event by event ------------------------------------------------------ */

typedef struct Reckoning {
    const Model *m;
    Numbers *n;
    struct TaskNow {
        Doing doing;
        Nanoseconds since;
    } * tasks; /* owned */
    ChefDoing chef;
    Nanoseconds time; /* of the event before */
    uint32_t live, ready;
} Reckoning;

static void add_time(TaskNumbers *t, Doing doing, Nanoseconds length) {
    switch (doing.state) {
    case TASK_RUNNING: t->running += length; break;
    case TASK_READY: t->ready += length; break;
    case TASK_WAITING:
        t->waiting += length;
        t->waits[doing.wait] += length;
        break;
    default: break;
    }
}

static void count_live(Reckoning *r, TaskId id, TaskState before, TaskState after) {
    Numbers *n = r->n;
    r->ready = r->ready + (after == TASK_READY) - (before == TASK_READY);
    if (r->ready > n->most_ready) n->most_ready = r->ready;
    if (trace_task_at(r->m->trace, id)->library) return;
    r->live = r->live + task_state_live(after) - task_state_live(before);
    if (r->live > n->most_tasks) n->most_tasks = r->live;
}

static void task_event(Reckoning *r, EventIndex i, const TraceEvent *e) {
    struct TaskNow *now = &r->tasks[e->task];
    TaskNumbers *t = &r->n->of_task[e->task];
    EventKind kind = event_kind(e);
    Doing before = now->doing, after = doing_after(r->m, i, e, before);
    if (kind == EV_TURN_BEGUN) t->turns++;
    if (kind == EV_TASK_MADE) t->made = e->time;
    if (after.state == before.state && after.wait == before.wait) return;
    add_time(t, before, e->time - now->since);
    count_live(r, e->task, before.state, after.state);
    *now = (struct TaskNow){after, e->time};
    t->state = after.state;
    if (!task_state_live(after.state)) t->ended = e->time;
}

/* The time since the event before, by what the chef did then. */
static void chef_event(Reckoning *r, const TraceEvent *e) {
    Numbers *n = r->n;
    Nanoseconds length = e->time - r->time;
    switch (r->chef.state) {
    case CHEF_TURN:
    case CHEF_CALLBACK: n->busy += length; break;
    case CHEF_BLOCKED:
        n->blocked += length;
        n->of_task[r->chef.task].blocking += length; /* task 0: nobody's */
        break;
    case CHEF_IDLE: n->idle += length; break;
    default: n->other += length;
    }
    chef_after(&r->chef, e);
    r->time = e->time;
}

static void walk(Reckoning *r, Cursor until) {
    for (EventIndex i = 0; i <= until; i++) {
        const TraceEvent *e = event_at(r->m, i);
        chef_event(r, e);
        if (e->task) task_event(r, i, e);
        r->n->turns += event_kind(e) == EV_TURN_BEGUN;
        r->n->rounds += event_kind(e) == EV_ROUND;
    }
    for (TaskId id = 1; id <= r->n->tasks; id++) {
        TaskNumbers *t = &r->n->of_task[id];
        add_time(t, r->tasks[id].doing, r->time - r->tasks[id].since);
        if (task_state_live(t->state)) t->ended = r->time;
    }
}

/* --- objects: step by step ---------------------------------------------------------------------- */

typedef struct Stretch { /* how an object is for a while */
    uint32_t level, waiters;
    Nanoseconds length;
} Stretch;

static void add_stretch(ObjectNumbers *n, ObjectKind kind, uint32_t capacity, Stretch s, double *area) {
    LineNumbers *line = &n->line;
    if (s.waiters > line->most_waiters) line->most_waiters = s.waiters;
    if (s.level > line->most_inside) line->most_inside = s.level;
    if (s.level) line->held += s.length;
    if (kind != OBJECT_QUEUE && kind != OBJECT_LIFO_QUEUE && kind != OBJECT_PRIORITY_QUEUE) return;
    QueueNumbers *q = &n->queue;
    *area += (double)s.level * (double)s.length;
    if (s.level > q->most) q->most = s.level;
    bool full = capacity && s.level >= capacity;
    if (full) q->full += s.length;
    if (full && s.waiters) q->full_blocked += s.length; /* who waits at a full queue waits to put */
    if (s.level == 0) q->empty += s.length;
    if (s.level == 0 && s.waiters) q->empty_blocked += s.length;
}

static void count_step(ObjectNumbers *n, const TraceEvent *e) {
    EventKind kind = event_kind(e);
    n->line.taken += kind == EV_GOT;
    n->queue.put += kind == EV_PUT;
    n->queue.taken += kind == EV_TAKEN;
}

static void walk_steps(const Model *m, Cursor until, ObjectId id, ObjectNumbers *n) {
    const TraceObject *made = trace_object_at(m->trace, id);
    const ObjectIndex *o = object_index(m, id);
    Nanoseconds time = time_at(m, made->made), end = time_at(m, until), begun = time;
    Stretch s = {0};
    double area = 0;
    for (uint32_t i = 0; i < o->steps.len && history_at(&o->steps, i) <= until; i++) {
        const TraceEvent *e = event_at(m, history_at(&o->steps, i));
        s.length = e->time - time;
        time = e->time;
        add_stretch(n, made->kind, made->count, s, &area);
        step_apply(o->resource->codes.items[i], &s.level, &s.waiters);
        count_step(n, e);
    }
    s.length = end - time;
    add_stretch(n, made->kind, made->count, s, &area);
    if (end > begun) n->queue.mean_length = area / (double)(end - begun);
}

static uint32_t add_waits(const Model *m, Cursor until, const Spans *s, LineNumbers *n) {
    uint32_t begun = history_upto(&s->begins, until);
    for (uint32_t i = 0; i < begun; i++) {
        EventIndex end = spans_end(s, i) < until ? spans_end(s, i) : until;
        Nanoseconds wait = time_at(m, end) - time_at(m, spans_begin(s, i));
        n->wait += wait;
        if (wait > n->longest_wait) n->longest_wait = wait;
    }
    n->waited_for += begun;
    return begun;
}

static void object_numbers(const Model *m, Cursor until, ObjectId id, ObjectNumbers *n) {
    const Resource *r = object_index(m, id)->resource;
    if (!r || trace_object_at(m->trace, id)->made > until) return;
    walk_steps(m, until, id, n);
    n->queue.waited_to_take = add_waits(m, until, &r->lines[LINE_GET], &n->line);
    n->queue.waited_to_put = add_waits(m, until, &r->lines[LINE_PUT], &n->line);
}

/* --- one after the other --------------------------------------------------------------------------- */

static Nanoseconds time_of_jobs(const Model *m, Cursor until) {
    Nanoseconds total = 0;
    uint32_t sent = history_upto(&m->jobs.begins, until);
    for (uint32_t i = 0; i < sent; i++) {
        const ObjectIndex *o = object_index(m, event_at(m, spans_begin(&m->jobs, i))->a);
        EventIndex end = spans_end(&m->jobs, i) < until ? spans_end(&m->jobs, i) : until;
        for (uint32_t k = 0; k < o->steps.len && history_at(&o->steps, k) <= end; k++)
            if (event_kind(event_at(m, history_at(&o->steps, k))) == EV_JOB_BEGUN) {
                total += time_at(m, end) - time_at(m, history_at(&o->steps, k));
                break;
            }
    }
    return total;
}

static Nanoseconds one_by_one(const Model *m, Cursor until, const Numbers *n) {
    Nanoseconds total = n->busy + n->blocked + n->other + time_of_jobs(m, until);
    for (TaskId id = 1; id <= n->tasks; id++)
        total += n->of_task[id].waits[WAIT_SLEEP] + n->of_task[id].waits[WAIT_REQUEST];
    return total;
}

/* --- all ---------------------------------------------------------------------------------------------- */

Numbers *numbers_new(const Model *m, Cursor until) {
    Numbers *n = mem_zalloc(sizeof *n);
    n->tasks = m->tasks.len - 1;
    n->objects = m->objects.len - 1;
    n->of_task = mem_zalloc(m->tasks.len * sizeof *n->of_task);
    n->of_object = mem_zalloc(m->objects.len * sizeof *n->of_object);
    if (m->next == 0) return n;
    Reckoning r = {.m = m, .n = n, .tasks = mem_zalloc(m->tasks.len * sizeof *r.tasks)};
    walk(&r, until);
    mem_free(r.tasks);
    n->length = time_at(m, until);
    for (ObjectId id = 1; id <= n->objects; id++) object_numbers(m, until, id, &n->of_object[id]);
    n->one_by_one = one_by_one(m, until, n);
    return n;
}

void numbers_free(Numbers *n) {
    if (!n) return;
    mem_free(n->of_task);
    mem_free(n->of_object);
    mem_free(n);
}
