#include "model/index.h"

/* --- what a task waits for ------------------------------------------------------------------ */

static const WaitKind wait_of_object[OBJECT_KINDS] = {
    [OBJECT_FUTURE] = WAIT_FUTURE,       [OBJECT_LOCK] = WAIT_LOCK,
    [OBJECT_EVENT] = WAIT_EVENT,         [OBJECT_CONDITION] = WAIT_CONDITION,
    [OBJECT_SEMAPHORE] = WAIT_SEMAPHORE, [OBJECT_BOUNDED_SEMAPHORE] = WAIT_SEMAPHORE,
    [OBJECT_BARRIER] = WAIT_BARRIER,     [OBJECT_QUEUE] = WAIT_GET,
    [OBJECT_LIFO_QUEUE] = WAIT_GET,      [OBJECT_PRIORITY_QUEUE] = WAIT_GET,
    [OBJECT_GATHER] = WAIT_GROUP,        [OBJECT_WAIT] = WAIT_GROUP,
    [OBJECT_WAIT_FOR] = WAIT_GROUP,      [OBJECT_SHIELD] = WAIT_GROUP,
    [OBJECT_AS_COMPLETED] = WAIT_GROUP,  [OBJECT_TASK_GROUP] = WAIT_GROUP,
    [OBJECT_TIMEOUT] = WAIT_GROUP,       [OBJECT_JOB] = WAIT_JOB,
    [OBJECT_REQUEST] = WAIT_REQUEST,     [OBJECT_LOOP] = WAIT_FUTURE,
};

static WaitKind kind_by_object(const Model *m, const TraceEvent *e) {
    ObjectId object = event_object(e);
    WaitKind kind = object ? wait_of_object[trace_object_at(m->trace, object)->kind] : WAIT_FUTURE;
    if (kind != WAIT_GET) return kind;
    if (event_kind(e) == EV_PUT_WANTED) return WAIT_PUT;
    return event_kind(e) == EV_JOIN_WANTED ? WAIT_JOIN : WAIT_GET;
}

/* The answer to a request comes at a timer that was told of just before. */
static EventIndex request_timer(const Model *m, ObjectId request, EventIndex before) {
    const ObjectIndex *o = object_index(m, request);
    for (uint32_t i = o->steps.len; i > 0; i--) {
        const TraceEvent *e = event_at(m, history_at(&o->steps, i - 1));
        if (history_at(&o->steps, i - 1) <= before && event_kind(e) == EV_REQUEST_SENT) return e->b;
    }
    return 0;
}

static Wait with_timer(const Model *m, Wait wait, EventIndex timer) {
    wait.timer = timer;
    wait.until = timer ? event_wide(event_at(m, timer)) : 0;
    return wait;
}

Wait moment_wait(const Model *m, EventIndex event) {
    const TraceEvent *e = event_at(m, event);
    Wait wait = {.event = event};
    switch (event_kind(e)) {
    case EV_SLEEPS: wait.kind = WAIT_SLEEP; return with_timer(m, wait, e->a);
    case EV_AWAITS_TASK:
        wait.kind = WAIT_TASK;
        wait.task = e->a;
        return wait;
    default: break;
    }
    wait.kind = kind_by_object(m, e);
    wait.object = event_object(e);
    return wait.kind == WAIT_REQUEST ? with_timer(m, wait, request_timer(m, wait.object, event)) : wait;
}

/* --- how a task is ------------------------------------------------------------------------------ */

/* `turns`: how many of its turns have begun. */
typedef struct Standing {
    TaskState state;
    EventIndex since;
    uint32_t turns;
} Standing;

static EventIndex next_ready(const Model *m, const TaskIndex *task, uint32_t turns) {
    if (turns == task->turns.len) return task->ready ? task->ready : NEVER;
    EventIndex begun = history_at(&m->begun, history_at(&task->turns, turns)), ready = event_at(m, begun)->a;
    return ready ? ready : begun; /* it was not told that it was ready */
}

static Standing after_its_end(const Model *m, const TaskIndex *task, EventIndex ended, uint32_t turns) {
    EventIndex since = ended != NEVER && ended > task->done ? ended : task->done;
    return (Standing){state_of_end(event_at(m, task->done)), since, turns};
}

static Standing standing(const Model *m, Cursor at, TaskId id, TurnId turn) {
    const TaskIndex *task = task_index(m, id);
    EventIndex made = trace_task_at(m->trace, id)->made, ended = NEVER;
    if (made > at) return (Standing){TASK_ABSENT, made, 0};
    uint32_t turns = history_upto(&task->turns, turn);
    if (turns) {
        TurnId last = history_at(&task->turns, turns - 1);
        ended = turn_end(m, last);
        if (ended > at) return (Standing){TASK_RUNNING, history_at(&m->begun, last), turns};
    }
    if (task->done <= at) return after_its_end(m, task, ended, turns);
    EventIndex ready = next_ready(m, task, turns);
    if (ready <= at) return (Standing){TASK_READY, ready, turns};
    if (turns == 0) return (Standing){TASK_CREATED, made, 0};
    bool waits = event_at(m, ended)->a == TURN_WAITS;
    return (Standing){waits ? TASK_WAITING : TASK_READY, ended, turns};
}

static bool known(const Model *m, TaskId id) {
    return id && id < m->tasks.len;
}

TaskState moment_task_state(const Model *m, Cursor at, TaskId id) {
    return known(m, id) ? standing(m, at, id, model_turn_at(m, at)).state : TASK_ABSENT;
}

/* The last event of its turn that says where it is. */
static PlaceId place_in_turn(const Model *m, Cursor at, TaskId id, EventIndex begun) {
    for (EventIndex i = at; i > begun; i--) {
        const TraceEvent *e = event_at(m, i);
        if (event_place(e) && event_line(m, e) &&
            (e->task == id || event_kind(e) == EV_TASK_MADE || event_kind(e) == EV_CANCEL_ASKED))
            return event_place(e);
    }
    return event_place(event_at(m, begun));
}

static PlaceId place_of(const Model *m, Cursor at, TaskId id, Standing s) {
    if (s.state == TASK_RUNNING) return place_in_turn(m, at, id, s.since);
    if (s.state == TASK_READY || s.state == TASK_WAITING) return event_place(event_at(m, s.since));
    return 0;
}

static bool is_cancelling(const Model *m, Cursor at, TaskId id) {
    Link last = chains_at(&m->chains, map_get(&m->cancels, id), at);
    return last && event_kind(event_at(m, chains_event(&m->chains, last))) == EV_CANCEL_ASKED;
}

TaskMoment moment_task(const Model *m, Cursor at, TaskId id) {
    if (!known(m, id)) return (TaskMoment){.state = TASK_ABSENT};
    Standing s = standing(m, at, id, model_turn_at(m, at));
    TaskMoment moment = {.state = s.state, .since = s.since, .place = place_of(m, at, id, s)};
    if (s.state == TASK_WAITING) moment.wait = moment_wait(m, event_at(m, s.since)->b);
    moment.cancelling = task_state_live(s.state) && is_cancelling(m, at, id);
    return moment;
}

TaskId moment_maker(const Model *m, TaskId id) {
    return known(m, id) ? event_at(m, trace_task_at(m->trace, id)->made)->a : 0;
}

TurnId moment_turns_of(const Model *m, Cursor at, TaskId id) {
    return known(m, id) ? history_upto(&task_index(m, id)->turns, model_turn_at(m, at)) : 0;
}

EventIndex moment_task_end(const Model *m, TaskId id) {
    return known(m, id) ? task_index(m, id)->done : NEVER;
}

/* --- who awaits it -------------------------------------------------------------------------------- */

/* Who waits for a group, or for what is made of it: the first who does. */
static TaskId awaiter_of_group(const Model *m, Cursor at, ObjectId group, TurnId turn) {
    const ObjectIndex *o = object_index(m, group);
    for (uint32_t i = o->awaited; i < o->steps.len && history_at(&o->steps, i) <= at; i++) {
        const TraceEvent *e = event_at(m, history_at(&o->steps, i));
        EventKind kind = event_kind(e);
        if (!e->task || (kind != EV_AWAITS && kind != EV_GET_WANTED)) continue;
        Standing s = standing(m, at, e->task, turn);
        if (s.state == TASK_WAITING && event_at(m, s.since)->b == history_at(&o->steps, i)) return e->task;
    }
    return 0;
}

/* False: that is over. */
static bool awaits_still(const Model *m, Cursor at, EventIndex event, TurnId turn, Awaiter *out) {
    const TraceEvent *e = event_at(m, event);
    if (event_kind(e) == EV_GROUP_TASK) {
        if (object_index(m, e->a)->ended <= at) return false;
        *out = (Awaiter){awaiter_of_group(m, at, e->a, turn), e->a, event};
        return true;
    }
    Standing s = standing(m, at, e->task, turn);
    if (s.state != TASK_WAITING || event_at(m, s.since)->b != event) return false;
    *out = (Awaiter){e->task, 0, event};
    return true;
}

uint32_t moment_awaiters(const Model *m, Cursor at, TaskId id, uint32_t first, uint32_t count, Awaiter *out) {
    if (!known(m, id)) return 0;
    TurnId turn = model_turn_at(m, at);
    uint32_t n = 0;
    Link link = chains_at(&m->chains, task_index(m, id)->awaited, at);
    for (; link && n < count; link = chains_before(&m->chains, link)) {
        Awaiter awaiter;
        if (!awaits_still(m, at, chains_event(&m->chains, link), turn, &awaiter)) continue;
        if (first > 0) first--;
        else out[n++] = awaiter;
    }
    return n;
}

/* --- all of them ------------------------------------------------------------------------------------ */

uint32_t moment_tasks_made(const Model *m, Cursor at) {
    uint32_t low = 1, high = m->tasks.len; /* the first that is made later */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (trace_task_at(m->trace, middle)->made <= at) low = middle + 1;
        else high = middle;
    }
    return low - 1;
}

/* One that is done in its own turn is not over before that turn is. */
static bool is_live(const Model *m, Cursor at, TaskId id, TaskId running) {
    return task_index(m, id)->done > at || id == running;
}

uint32_t moment_live(const Model *m, Cursor at, uint32_t first, uint32_t count, TaskId *out) {
    uint32_t made = moment_tasks_made(m, at), n = 0;
    TurnId turn = model_running_at(m, at);
    TaskId running = turn ? model_turn(m, turn).task : 0;
    for (TaskId id = 1; id <= made && n < count; id++) {
        if (!is_live(m, at, id, running)) continue;
        if (first > 0) first--;
        else out[n++] = id;
    }
    return n;
}

static uint32_t those_over(const Model *m, Cursor at, TaskState state, uint32_t first, uint32_t count,
                           TaskId *out) {
    uint32_t n = 0, upto = history_upto(&m->over[state], at);
    TurnId turn = model_running_at(m, at);
    TaskId running = turn ? model_turn(m, turn).task : 0;
    for (uint32_t i = upto; i > 0 && n < count; i--) {
        TaskId id = event_at(m, history_at(&m->over[state], i - 1))->task;
        if (id == running) continue;
        if (first > 0) first--;
        else out[n++] = id;
    }
    return n;
}

static uint32_t live_ones(const Model *m, Cursor at, TaskState state, uint32_t first, uint32_t count,
                          TaskId *out) {
    uint32_t left = moment_counts(m, at).states[state], n = 0;
    uint32_t made = left ? moment_tasks_made(m, at) : 0;
    TurnId turn = model_turn_at(m, at);
    for (TaskId id = 1; id <= made && left > 0 && n < count; id++) {
        if (task_index(m, id)->done <= at || standing(m, at, id, turn).state != state) continue;
        left--;
        if (first > 0) first--;
        else out[n++] = id;
    }
    return n;
}

uint32_t moment_tasks(const Model *m, Cursor at, TaskState state, uint32_t first, uint32_t count,
                      TaskId *out) {
    if (state == TASK_READY) return rail_tasks(m, at, first, count, out);
    if (state > TASK_WAITING) return those_over(m, at, state, first, count, out);
    if (state != TASK_RUNNING) return live_ones(m, at, state, first, count, out);
    TurnId turn = model_running_at(m, at);
    if (!turn || first > 0 || count == 0) return 0;
    *out = model_turn(m, turn).task;
    return 1;
}

/* --- how many ---------------------------------------------------------------------------------------- */

static Doing doing_before(const Model *m, EventIndex i, const TraceEvent *e) {
    switch (event_kind(e)) {
    case EV_TURN_BEGUN: return (Doing){TASK_READY, WAIT_NONE};
    case EV_TURN_ENDED: return (Doing){TASK_RUNNING, WAIT_NONE};
    case EV_READY:
    case EV_TASK_DONE:
    case EV_TASK_LOST: break;
    default: return (Doing){TASK_ABSENT, WAIT_NONE};
    }
    Standing s = standing(m, i - 1, e->task, model_turn_at(m, i - 1));
    bool waits = s.state == TASK_WAITING;
    return (Doing){s.state, waits ? moment_wait(m, event_at(m, s.since)->b).kind : WAIT_NONE};
}

MomentCounts moment_counts(const Model *m, Cursor at) {
    uint32_t mark = mark_of(at);
    MomentCounts counts = m->marks.items[mark].counts;
    for (EventIndex i = mark << MARK_BITS; i <= at; i++) {
        const TraceEvent *e = event_at(m, i);
        count_event(m, &counts, i, e);
        if (!e->task) continue;
        Doing before = doing_before(m, i, e);
        count_task(&counts, before, doing_after(m, i, e, before));
    }
    return counts;
}
