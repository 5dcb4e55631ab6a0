#include "model/index.h"

/* --- which object an event is about --------------------------------------------------------- */

/* Of most kinds the first field says it, in the record's own list. GROUP_FUTURE has a second one, which
 * learns nothing by it. */
ObjectId event_object(const TraceEvent *e) {
    return event_field(event_kind(e), 0) == FIELD_OBJECT ? e->a : 0;
}

static Resource *resource_of(ObjectIndex *o) {
    if (!o->resource) o->resource = mem_zalloc(sizeof *o->resource);
    return o->resource;
}

/* --- its levels -------------------------------------------------------------------------------- */

static void merge_object(void *node, const void *four) {
    ObjectNode *into = node;
    const ObjectNode *from = four;
    for (int i = 1; i < LEVEL_FAN; i++) {
        into->in_use += from[i].in_use;
        into->contended += from[i].contended;
        if (from[i].level_max > into->level_max) into->level_max = from[i].level_max;
        if (from[i].waiters_max > into->waiters_max) into->waiters_max = from[i].waiters_max;
    }
}

const LevelShape object_shape = {sizeof(ObjectNode), merge_object};

/* How it was from the step before to this one goes to the node in the making; every so many steps
 * that is done, and a new one begins with this step. */
static void level_before(Model *m, ObjectIndex *o, Resource *r, EventIndex i) {
    uint64_t time = time_at(m, i);
    float length = (float)(time - r->changed);
    if (r->waiters) r->node.contended += length;
    else if (r->level) r->node.in_use += length;
    r->changed = time;
    if (o->steps.len % OBJECT_STEPS) return;
    if (o->steps.len) levels_add(&r->levels, &object_shape, &r->node);
    r->node = (ObjectNode){
        .head = {time, m->running ? turns_begun(m) - 1 : turns_begun(m), i},
        .level = r->level,
        .waiters = r->waiters,
        .level_max = r->level,
        .waiters_max = r->waiters,
    };
}

void step_apply(StepCode code, uint32_t *level, uint32_t *waiters) {
    if (code & STEP_IN) ++*level;
    if (code & STEP_OUT) --*level;
    if (code & STEP_WAITER_JOINS) ++*waiters;
    if (code & STEP_WAITER_LEAVES) --*waiters;
}

static void level_after(Resource *r, StepCode code) {
    step_apply(code, &r->level, &r->waiters);
    if (r->level > r->node.level_max) r->node.level_max = r->level;
    if (r->waiters > r->node.waiters_max) r->node.waiters_max = r->waiters;
}

/* --- lines ---------------------------------------------------------------------------------------- */

static TaskIndex *known_task(Model *m, TaskId id) {
    return id && id < m->tasks.len ? &m->tasks.items[id] : NULL;
}

/* A task that stands in a line already (it waits anew after it was woken) keeps its place. */
static StepCode join(Model *m, EventIndex i, const TraceEvent *e, Resource *r, LineKind line) {
    TaskIndex *task = known_task(m, e->task);
    if (task && task->line_kind != LINES) return 0;
    uint32_t place = spans_open(&r->lines[line], i);
    if (task) {
        task->line = e->a;
        task->place = place;
        task->line_kind = (uint8_t)line;
    }
    return line == LINE_JOIN ? 0 : STEP_WAITER_JOINS;
}

/* What is no task and waits goes by the order of the line. */
static StepCode leave_unknown(const Model *m, EventIndex i, const TraceEvent *e, Resource *r) {
    if (e->task) return 0;
    for (uint32_t line = LINE_MAIN; line < LINES; line++) {
        Spans *s = &r->lines[line];
        uint32_t place = spans_next(s, i, 0);
        while (place != NEVER && event_at(m, spans_begin(s, place))->task)
            place = spans_next(s, i, place + 1);
        if (place == NEVER) continue;
        spans_close(s, place, i);
        return line == LINE_JOIN ? 0 : STEP_WAITER_LEAVES;
    }
    return 0;
}

static StepCode leave(Model *m, EventIndex i, const TraceEvent *e, Resource *r) {
    TaskIndex *task = known_task(m, e->task);
    if (!task || task->line_kind == LINES || task->line != e->a) return leave_unknown(m, i, e, r);
    LineKind line = (LineKind)task->line_kind;
    spans_close(&r->lines[line], task->place, i);
    task->line_kind = LINES;
    return line == LINE_JOIN ? 0 : STEP_WAITER_LEAVES;
}

/* --- who is inside ----------------------------------------------------------------------------------- */

static StepCode enter(EventIndex i, Resource *r) {
    vec_push(&r->open, spans_open(&r->inside, i));
    return STEP_IN | STEP_SAYS;
}

/* A semaphore may be given back by another than who got it: then the one who has it longest goes. */
static StepCode go_out(const Model *m, EventIndex i, const TraceEvent *e, Resource *r) {
    if (r->open.len == 0) return STEP_SAYS;
    uint32_t at = r->open.len;
    while (at > 0 && event_at(m, spans_begin(&r->inside, r->open.items[at - 1]))->task != e->task) at--;
    at = at ? at - 1 : 0;
    spans_close(&r->inside, r->open.items[at], i);
    for (r->open.len--; at < r->open.len; at++) r->open.items[at] = r->open.items[at + 1];
    return STEP_OUT | STEP_SAYS;
}

static bool has_holders(ObjectKind kind) {
    return kind == OBJECT_LOCK || kind == OBJECT_SEMAPHORE || kind == OBJECT_BOUNDED_SEMAPHORE;
}

static StepCode got(Model *m, EventIndex i, const TraceEvent *e, Resource *r) {
    StepCode left = leave(m, i, e, r);
    return has_holders(trace_object_at(m->trace, e->a)->kind) ? left | enter(i, r) : left;
}

static StepCode put(Model *m, EventIndex i, const TraceEvent *e, Resource *r) {
    StepCode left = leave(m, i, e, r);
    spans_open(&r->inside, i);
    return left | STEP_IN;
}

static StepCode taken(Model *m, EventIndex i, const TraceEvent *e, Resource *r) {
    StepCode left = leave(m, i, e, r);
    uint32_t item = e->b ? spans_find(&r->inside, e->b) : NEVER;
    if (item == NEVER || spans_end(&r->inside, item) != NEVER) return left;
    spans_close(&r->inside, item, i);
    return left | STEP_OUT;
}

/* --- what happens to it -------------------------------------------------------------------------------- */

static StepCode resource_event(Model *m, EventIndex i, const TraceEvent *e, Resource *r) {
    switch (event_kind(e)) {
    case EV_WANTED:
    case EV_GET_WANTED: return join(m, i, e, r, LINE_MAIN);
    case EV_PUT_WANTED: return join(m, i, e, r, LINE_PUT);
    case EV_JOIN_WANTED: return join(m, i, e, r, LINE_JOIN);
    case EV_LEFT: return leave(m, i, e, r);
    case EV_GOT: return got(m, i, e, r);
    case EV_RELEASED: return go_out(m, i, e, r);
    case EV_PUT: return put(m, i, e, r);
    case EV_TAKEN: return taken(m, i, e, r);
    case EV_EVENT_SET: return STEP_SAYS | (r->level ? 0 : STEP_IN);
    case EV_EVENT_CLEARED: return STEP_SAYS | (r->level ? STEP_OUT : 0);
    case EV_ITEM_DONE:
    case EV_BARRIER_IS: return STEP_SAYS;
    default: return 0;
    }
}

/* A group of a task is inside of what that task has open already. */
static void group_begins(Model *m, EventIndex i, const TraceEvent *e, ObjectIndex *o) {
    o->begun = i;
    TaskIndex *task = known_task(m, e->task);
    if (!task) return;
    ObjectId outer = task->groups ? event_at(m, chains_event(&m->chains, task->groups))->a : 0;
    while (outer && object_index(m, outer)->ended != NEVER) outer = object_index(m, outer)->outer;
    o->outer = outer;
    chains_add(&m->chains, &task->groups, i);
}

static void job_begins(Model *m, EventIndex i, ObjectIndex *o) {
    o->begun = i;
    spans_open(&m->jobs, i);
}

static void job_ends(Model *m, EventIndex i, ObjectIndex *o) {
    uint32_t job = o->begun ? spans_find(&m->jobs, o->begun) : NEVER;
    if (job != NEVER) spans_close(&m->jobs, job, i);
    if (o->ended == NEVER) o->ended = i;
}

/* A job that is cancelled before a cook has begun it never will be. */
static bool job_is_taken(const Model *m, const ObjectIndex *o) {
    for (uint32_t k = 0; k < o->steps.len; k++)
        if (event_kind(event_at(m, history_at(&o->steps, k))) == EV_JOB_BEGUN) return true;
    return false;
}

static void life_event(Model *m, EventIndex i, const TraceEvent *e, ObjectIndex *o) {
    switch (event_kind(e)) {
    case EV_AWAITS:
    case EV_GET_WANTED:
        if (o->awaited == NEVER) o->awaited = o->steps.len - 1;
        break;
    case EV_GROUP_BEGUN: group_begins(m, i, e, o); break;
    case EV_JOB_SUBMITTED: job_begins(m, i, o); break;
    case EV_JOB_ENDED: job_ends(m, i, o); break;
    case EV_REQUEST_BEGUN: o->begun = i; break;
    case EV_FUTURE_CANCELLED:
        if (trace_object_at(m->trace, e->a)->kind == OBJECT_JOB) {
            if (!job_is_taken(m, o)) job_ends(m, i, o);
            break;
        } /* fall through */
    case EV_GROUP_ENDED:
    case EV_REQUEST_ENDED:
    case EV_FUTURE_DONE:
    case EV_FUTURE_FAILED:
        if (o->ended == NEVER) o->ended = i;
        break;
    default: break;
    }
}

static void made(Model *m, ObjectId id) {
    ObjectKind kind = trace_object_at(m->trace, id)->kind;
    vec_push_tight(&m->objects, ((ObjectIndex){.ended = NEVER, .awaited = NEVER}));
    history_add(&m->of_kind[kind], id);
    vec_last(&m->objects).ordinal = m->of_kind[kind].len;
}

/* The last name counts. One that others have too gets a number among them. */
static void named(Model *m, const TraceEvent *e, ObjectIndex *o) {
    o->ordinal = ++*map_put(&m->names, e->b);
}

static bool has_lines(ObjectKind kind) {
    static const bool has[OBJECT_KINDS] = {
        [OBJECT_LOCK] = true,         [OBJECT_EVENT] = true,      [OBJECT_CONDITION] = true,
        [OBJECT_SEMAPHORE] = true,    [OBJECT_BARRIER] = true,    [OBJECT_BOUNDED_SEMAPHORE] = true,
        [OBJECT_QUEUE] = true,        [OBJECT_LIFO_QUEUE] = true, [OBJECT_PRIORITY_QUEUE] = true,
        [OBJECT_AS_COMPLETED] = true, /* it has a queue inside */
    };
    return has[kind];
}

void index_object_event(Model *m, EventIndex i, const TraceEvent *e) {
    ObjectId id = event_object(e);
    if (!id) return;
    if (event_kind(e) == EV_MADE) {
        made(m, id);
        return;
    }
    ObjectIndex *o = &m->objects.items[id];
    if (event_kind(e) == EV_NAMED) {
        named(m, e, o);
        return;
    }
    if (has_lines(trace_object_at(m->trace, id)->kind)) {
        Resource *r = resource_of(o);
        level_before(m, o, r, i);
        StepCode code = resource_event(m, i, e, r);
        level_after(r, code);
        vec_push_tight(&r->codes, code);
    }
    history_add(&o->steps, i);
    life_event(m, i, e, o);
}

/* --- memory ------------------------------------------------------------------------------------------------ */

void index_free_object(ObjectIndex *o) {
    history_deinit(&o->steps);
    if (!o->resource) return;
    for (uint32_t line = 0; line < LINES; line++) spans_deinit(&o->resource->lines[line]);
    spans_deinit(&o->resource->inside);
    vec_deinit(&o->resource->open);
    vec_deinit(&o->resource->codes);
    levels_free(o->resource->levels);
    mem_free(o->resource);
}

size_t index_object_memory(const ObjectIndex *o) {
    size_t total = history_memory(&o->steps);
    const Resource *r = o->resource;
    if (!r) return total;
    total += sizeof *r + spans_memory(&r->inside) + r->open.cap * sizeof *r->open.items + r->codes.cap;
    for (uint32_t line = 0; line < LINES; line++) total += spans_memory(&r->lines[line]);
    return total + levels_memory(r->levels, &object_shape);
}
