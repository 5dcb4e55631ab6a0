#include "judge.h"

#include "base/vec.h"

#include <inttypes.h>
#include <stdlib.h>

typedef struct Entry {
    TaskId task;
    EventIndex event;
} Entry;
typedef VEC(Entry) Entries;

typedef struct JudgedTask {
    TaskMoment now;
    EventIndex done; /* 0: not */
    TaskId maker;
    uint32_t turns;
    bool in_line;
    Entries awaited;
    VEC(ObjectId) groups;
} JudgedTask;

typedef struct JudgedObject {
    ObjectMoment now;
    Entries lines[LINES], inside, children;
    bool begun, taken;
    EventIndex timer;
} JudgedObject;

struct Judge {
    const Trace *t;
    EventIndex next;
    VEC(JudgedTask) tasks;
    VEC(JudgedObject) objects;
    Entries rail, timers, jobs;
    TaskId running;
    PlaceId place;
    uint32_t turn, loops;
    bool in_loop, in_callback;
    ChefMoment chef;
    uint32_t outputs, rounds;
    EventIndex output;
};

/* --- lists ------------------------------------------------------------------------------------ */

static void push(Entries *list, TaskId task, EventIndex event) {
    vec_push(list, ((Entry){task, event}));
}

static void remove_at(Entries *list, uint32_t at) {
    for (list->len--; at < list->len; at++) list->items[at] = list->items[at + 1];
}

static bool remove_task(Entries *list, TaskId task) {
    for (uint32_t i = 0; i < list->len; i++)
        if (list->items[i].task == task) return remove_at(list, i), true;
    return false;
}

static bool remove_event(Entries *list, EventIndex event) {
    for (uint32_t i = 0; i < list->len; i++)
        if (list->items[i].event == event) return remove_at(list, i), true;
    return false;
}

static const TraceEvent *at(const Judge *j, EventIndex i) {
    return trace_at(j->t, i);
}

/* --- tasks -------------------------------------------------------------------------------------- */

static void come_to(Judge *j, JudgedTask *task, TaskState state, PlaceId place) {
    bool cancelling = task->now.cancelling;
    task->now = (TaskMoment){.state = state, .since = j->next, .place = place, .cancelling = cancelling};
}

static TaskState end_state(const TraceEvent *done) {
    if (event_kind(done) == EV_TASK_LOST) return TASK_LOST;
    if (done->a == OUTCOME_RETURNED) return TASK_DONE;
    return done->a == OUTCOME_RAISED ? TASK_FAILED : TASK_CANCELLED;
}

static void end_task(Judge *j, TaskId id) {
    JudgedTask *task = &j->tasks.items[id];
    come_to(j, task, end_state(at(j, task->done)), 0);
    task->now.cancelling = false;
    remove_task(&j->rail, id);
}

static WaitKind wait_kind(const Judge *j, const TraceEvent *e) {
    EventKind kind = event_kind(e);
    if (kind == EV_SLEEPS) return WAIT_SLEEP;
    if (kind == EV_AWAITS_TASK) return WAIT_TASK;
    switch (j->objects.items[e->a].now.kind) {
    case OBJECT_FUTURE: return WAIT_FUTURE;
    case OBJECT_LOCK: return WAIT_LOCK;
    case OBJECT_EVENT: return WAIT_EVENT;
    case OBJECT_CONDITION: return WAIT_CONDITION;
    case OBJECT_SEMAPHORE:
    case OBJECT_BOUNDED_SEMAPHORE: return WAIT_SEMAPHORE;
    case OBJECT_BARRIER: return WAIT_BARRIER;
    case OBJECT_JOB: return WAIT_JOB;
    case OBJECT_REQUEST: return WAIT_REQUEST;
    case OBJECT_QUEUE:
    case OBJECT_LIFO_QUEUE:
    case OBJECT_PRIORITY_QUEUE:
        return kind == EV_PUT_WANTED ? WAIT_PUT : kind == EV_JOIN_WANTED ? WAIT_JOIN : WAIT_GET;
    default: return WAIT_GROUP;
    }
}

static void begin_wait(Judge *j, JudgedTask *task, EventIndex why) {
    const TraceEvent *e = at(j, why);
    Wait *w = &task->now.wait;
    w->event = why;
    w->kind = wait_kind(j, e);
    if (w->kind == WAIT_TASK) w->task = e->a;
    else if (w->kind == WAIT_SLEEP) w->timer = e->a;
    else w->object = e->a;
    if (w->kind == WAIT_REQUEST) w->timer = j->objects.items[e->a].timer;
    if (w->timer) w->until = event_wide(at(j, w->timer));
}

static void turn_ended(Judge *j, const TraceEvent *e) {
    JudgedTask *task = &j->tasks.items[e->task];
    j->running = 0;
    if (task->done) {
        end_task(j, e->task);
    } else if (e->a == TURN_WAITS) {
        come_to(j, task, TASK_WAITING, event_place(e));
        begin_wait(j, task, e->b);
    } else {
        come_to(j, task, TASK_READY, event_place(e));
        push(&j->rail, e->task, j->next);
    }
}

static void task_event(Judge *j, const TraceEvent *e) {
    JudgedTask *task = &j->tasks.items[e->task];
    switch (event_kind(e)) {
    case EV_READY:
        remove_task(&j->rail, e->task);
        come_to(j, task, TASK_READY, event_place(e));
        push(&j->rail, e->task, j->next);
        break;
    case EV_TURN_BEGUN:
        remove_task(&j->rail, e->task);
        come_to(j, task, TASK_RUNNING, event_place(e));
        j->running = e->task;
        j->turn++;
        task->turns++;
        break;
    case EV_TURN_ENDED: turn_ended(j, e); break;
    case EV_TASK_DONE:
    case EV_TASK_LOST:
        if (!task->done) task->done = j->next;
        if (j->running != e->task) end_task(j, e->task);
        break;
    case EV_CANCEL_ASKED: task->now.cancelling = true; break;
    case EV_CANCEL_DELIVERED: task->now.cancelling = false; break;
    case EV_AWAITS_TASK: push(&j->tasks.items[e->a].awaited, e->task, j->next); break;
    default: break;
    }
}

static void task_made(Judge *j, const TraceEvent *e) {
    JudgedTask task = {.maker = e->a};
    come_to(j, &task, TASK_CREATED, 0);
    vec_push(&j->tasks, task);
}

/* --- objects -------------------------------------------------------------------------------------- */

static void object_made(Judge *j, const TraceEvent *e) {
    JudgedObject o = {.now = {.kind = trace_object_at(j->t, e->a)->kind, .exists = true, .capacity = e->b}};
    o.now.owner = e->task;
    o.now.ended = NEVER;
    o.now.open = o.now.kind == OBJECT_FUTURE;
    o.now.permits = o.now.kind == OBJECT_LOCK ? 1 : 0;
    if (o.now.kind == OBJECT_SEMAPHORE || o.now.kind == OBJECT_BOUNDED_SEMAPHORE) o.now.permits = e->b;
    vec_push(&j->objects, o);
}

static void join(Judge *j, JudgedObject *o, LineKind line, TaskId task) {
    if (task && j->tasks.items[task].in_line) return;
    if (task) j->tasks.items[task].in_line = true;
    push(&o->lines[line], task, j->next);
}

static void leave(Judge *j, JudgedObject *o, TaskId task) {
    for (uint32_t line = 0; line < LINES; line++)
        if (remove_task(&o->lines[line], task)) {
            if (task) j->tasks.items[task].in_line = false;
            return;
        }
}

static void get_in(Judge *j, JudgedObject *o, const TraceEvent *e) {
    ObjectKind kind = o->now.kind;
    leave(j, o, e->task);
    if (kind != OBJECT_LOCK && kind != OBJECT_SEMAPHORE && kind != OBJECT_BOUNDED_SEMAPHORE) return;
    push(&o->inside, e->task, j->next);
    o->now.permits = kind == OBJECT_LOCK ? 0 : e->b;
}

static void get_out(JudgedObject *o, const TraceEvent *e) {
    uint32_t i = o->inside.len;
    while (i > 0 && o->inside.items[i - 1].task != e->task) i--;
    if (o->inside.len) remove_at(&o->inside, i ? i - 1 : 0);
    o->now.permits = o->now.kind == OBJECT_LOCK ? 1 : e->b;
}

static void group_begins(Judge *j, JudgedObject *o, const TraceEvent *e) {
    o->now.open = o->begun = true;
    if (e->task) vec_push(&j->tasks.items[e->task].groups, e->a);
}

static void ends(Judge *j, JudgedObject *o, Outcome outcome) {
    if (o->now.over) return;
    o->now.over = true;
    o->now.open = false;
    o->now.outcome = outcome;
    o->now.ended = j->next;
    o->now.set = o->now.kind == OBJECT_FUTURE && outcome == OUTCOME_RETURNED;
}

static void job_ends(Judge *j, const TraceEvent *e, JudgedObject *o, Outcome outcome) {
    for (uint32_t i = 0; i < j->jobs.len; i++)
        if (j->jobs.items[i].task == e->a) remove_at(&j->jobs, i);
    ends(j, o, outcome);
}

static void life_event(Judge *j, JudgedObject *o, const TraceEvent *e) {
    bool job = o->now.kind == OBJECT_JOB;
    switch (event_kind(e)) {
    case EV_GROUP_BEGUN: group_begins(j, o, e); break;
    case EV_REQUEST_BEGUN: o->now.open = true; break;
    case EV_JOB_SUBMITTED:
        o->now.open = true;
        push(&j->jobs, e->a, j->next);
        break;
    case EV_JOB_BEGUN: o->taken = true; break;
    case EV_GROUP_ENDED: ends(j, o, (Outcome)e->b); break;
    case EV_JOB_ENDED: job_ends(j, e, o, (Outcome)e->b); break;
    case EV_REQUEST_ENDED:
    case EV_FUTURE_DONE: ends(j, o, OUTCOME_RETURNED); break;
    case EV_FUTURE_FAILED: ends(j, o, OUTCOME_RAISED); break;
    case EV_FUTURE_CANCELLED:
        if (!job) ends(j, o, OUTCOME_CANCELLED);
        else if (!o->taken) job_ends(j, e, o, OUTCOME_CANCELLED);
        break;
    case EV_TIMEOUT_ARMED:
    case EV_TIMEOUT_MOVED:
    case EV_REQUEST_SENT:
    case EV_JOB_WAITS: o->timer = e->b; break;
    case EV_GROUP_TASK:
        push(&o->children, e->b, 0);
        push(&j->tasks.items[e->b].awaited, 0, j->next);
        break;
    case EV_GROUP_FUTURE: push(&o->children, 0, e->b); break;
    default: break;
    }
}

static void line_event(Judge *j, JudgedObject *o, const TraceEvent *e) {
    switch (event_kind(e)) {
    case EV_WANTED:
    case EV_GET_WANTED: join(j, o, LINE_MAIN, e->task); break;
    case EV_PUT_WANTED: join(j, o, LINE_PUT, e->task); break;
    case EV_JOIN_WANTED: join(j, o, LINE_JOIN, e->task); break;
    case EV_LEFT: leave(j, o, e->task); break;
    case EV_GOT: get_in(j, o, e); break;
    case EV_RELEASED: get_out(o, e); break;
    case EV_PUT:
        leave(j, o, e->task);
        push(&o->inside, e->task, j->next);
        o->now.unfinished++;
        break;
    case EV_TAKEN:
        leave(j, o, e->task);
        remove_event(&o->inside, e->b);
        break;
    case EV_ITEM_DONE: o->now.unfinished = e->b; break;
    case EV_EVENT_SET: o->now.set = true; break;
    case EV_EVENT_CLEARED: o->now.set = false; break;
    case EV_BARRIER_IS: o->now.barrier = (TraceBarrier)e->b; break;
    default: break;
    }
}

/* --- the rest --------------------------------------------------------------------------------------- */

static void other_event(Judge *j, const TraceEvent *e) {
    switch (event_kind(e)) {
    case EV_TIMER_SET: push(&j->timers, 0, j->next); break;
    case EV_TIMER_FIRED:
    case EV_TIMER_DROPPED: remove_event(&j->timers, e->a); break;
    case EV_CALLBACK_READY: push(&j->rail, 0, j->next); break;
    case EV_CALLBACK_BEGUN: j->in_callback = true; /* fall through */
    case EV_CALLBACK_DROPPED: remove_event(&j->rail, e->a); break;
    case EV_CALLBACK_ENDED: j->in_callback = false; break;
    case EV_LOOP_RUNS: j->in_loop = true; break;
    case EV_LOOP_STOPS: j->in_loop = false; break;
    case EV_ROUND: j->rounds++; break;
    case EV_OUTPUT:
        j->outputs++;
        j->output = j->next;
        break;
    default: break;
    }
}

static ChefState chef_state(const Judge *j, const TraceEvent *e) {
    if (event_kind(e) == EV_RUN_ENDED) return CHEF_OVER;
    if (event_kind(e) == EV_IDLE) return CHEF_IDLE;
    if (event_kind(e) == EV_BLOCK_BEGUN) return CHEF_BLOCKED;
    if (j->running) return CHEF_TURN;
    if (j->in_callback) return CHEF_CALLBACK;
    return j->in_loop ? CHEF_LOOP : CHEF_OUTSIDE;
}

static void look_at_chef(Judge *j, const TraceEvent *e) {
    ChefState before = j->chef.state;
    TaskId was = j->chef.task;
    j->chef.state = chef_state(j, e);
    j->chef.task = j->running;
    j->chef.until = j->chef.state == CHEF_IDLE || j->chef.state == CHEF_BLOCKED ? e->time + event_wide(e) : 0;
    bool same = (before == j->chef.state || before == CHEF_BLOCKED || j->chef.state == CHEF_BLOCKED) &&
                was == j->chef.task && event_kind(e) != EV_TURN_BEGUN;
    bool says = event_place(e) && event_kind(e) != EV_READY && event_kind(e) != EV_TASK_LOST;
    bool own = e->task == j->running || event_kind(e) == EV_TASK_MADE || event_kind(e) == EV_CANCEL_ASKED;
    if (j->running && says && own) j->tasks.items[j->running].now.place = event_place(e);
    if (!same) j->place = 0;
    if (says) j->place = event_place(e);
}

static bool of_object(const TraceEvent *e) {
    return event_field(event_kind(e), 0) == FIELD_OBJECT && e->a;
}

void judge_read(Judge *j) {
    const TraceEvent *e = at(j, j->next);
    if (event_kind(e) == EV_TASK_MADE) task_made(j, e);
    else if (event_kind(e) == EV_MADE) object_made(j, e);
    else if (e->task) task_event(j, e);
    if (of_object(e) && event_kind(e) != EV_MADE && event_kind(e) != EV_NAMED) {
        line_event(j, &j->objects.items[e->a], e);
        life_event(j, &j->objects.items[e->a], e);
    }
    other_event(j, e);
    look_at_chef(j, e);
    j->next++;
}

/* --- writing ------------------------------------------------------------------------------------------ */

static TaskId who_awaits(const Judge *j, ObjectId group) {
    for (TaskId id = 1; id < j->tasks.len; id++) {
        const TaskMoment *t = &j->tasks.items[id].now;
        if (t->state == TASK_WAITING && t->wait.object == group) return id;
    }
    return 0;
}

static void write_awaited(const Judge *j, const JudgedTask *task, Buf *out) {
    for (uint32_t i = task->awaited.len; i > 0; i--) {
        Entry a = task->awaited.items[i - 1];
        const TraceEvent *e = at(j, a.event);
        if (event_kind(e) == EV_GROUP_TASK) {
            if (!j->objects.items[e->a].now.over)
                buf_printf(out, "  awaited T%u O%u since %u\n", who_awaits(j, e->a), e->a, a.event);
        } else if (j->tasks.items[a.task].now.state == TASK_WAITING &&
                   j->tasks.items[a.task].now.wait.event == a.event) {
            buf_printf(out, "  awaited T%u O0 since %u\n", a.task, a.event);
        }
    }
}

static void write_judged_tasks(const Judge *j, Buf *out) {
    for (TaskId id = 1; id < j->tasks.len; id++) {
        const JudgedTask *task = &j->tasks.items[id];
        write_task(out, id, &task->now, task->maker, task->turns);
        write_awaited(j, task, out);
        for (uint32_t i = task->groups.len; i > 0; i--)
            if (!j->objects.items[task->groups.items[i - 1]].now.over)
                buf_printf(out, "  open O%u\n", task->groups.items[i - 1]);
    }
}

static void count(const Judge *j, MomentCounts *c) {
    for (TaskId id = 1; id < j->tasks.len; id++) {
        const TaskMoment *t = &j->tasks.items[id].now;
        c->states[t->state]++;
        if (t->state == TASK_WAITING) c->waits[t->wait.kind]++;
    }
    for (uint32_t i = 0; i < j->rail.len; i++) c->callbacks += j->rail.items[i].task == 0;
    c->timers = j->timers.len;
    c->jobs = j->jobs.len;
    c->outputs = j->outputs;
    c->rounds = j->rounds;
}

static void write_judged_rail(const Judge *j, Buf *out) {
    RailEntry *rail = mem_alloc((j->rail.len + 1) * sizeof *rail);
    for (uint32_t i = 0; i < j->rail.len; i++)
        rail[i] = (RailEntry){j->rail.items[i].task, j->rail.items[i].event};
    write_rail(out, rail, j->rail.len, judge_has_many_loops(j));
    mem_free(rail);
}

static void write_judged_timers(const Judge *j, Buf *out) {
    Entries left = {0};
    for (uint32_t i = 0; i < j->timers.len; i++) vec_push(&left, j->timers.items[i]);
    buf_adds(out, "timers");
    while (left.len) {
        uint32_t first = 0;
        for (uint32_t i = 1; i < left.len; i++)
            if (event_wide(at(j, left.items[i].event)) < event_wide(at(j, left.items[first].event)))
                first = i;
        buf_printf(out, " #%u due %" PRIu64, left.items[first].event,
                   event_wide(at(j, left.items[first].event)));
        remove_at(&left, first);
    }
    buf_addc(out, '\n');
    vec_deinit(&left);
}

static TaskState future_state(const ObjectMoment *f) {
    if (!f->over) return TASK_WAITING;
    if (f->outcome == OUTCOME_RETURNED) return TASK_DONE;
    return f->outcome == OUTCOME_RAISED ? TASK_FAILED : TASK_CANCELLED;
}

static bool timer_is_set(const Judge *j, EventIndex timer) {
    for (uint32_t i = 0; i < j->timers.len; i++)
        if (j->timers.items[i].event == timer) return true;
    return false;
}

static ObjectMoment whole(const Judge *j, const JudgedObject *judged) {
    ObjectMoment o = judged->now;
    for (uint32_t line = 0; line < LINES; line++) o.waiters[line] = judged->lines[line].len;
    o.inside = judged->inside.len;
    if (o.kind == OBJECT_EVENT) o.inside = o.set;
    if (o.kind == OBJECT_BARRIER) o.inside = o.waiters[LINE_MAIN];
    if (judged->children.len) o.inside = judged->children.len;
    if (o.kind == OBJECT_AS_COMPLETED) o.unfinished = 0; /* its queue is nobody's */
    const JudgedObject *lock = o.kind == OBJECT_LOCK ? judged : NULL;
    if (o.kind == OBJECT_CONDITION && o.capacity) lock = &j->objects.items[o.capacity];
    if (lock && lock->inside.len) o.holder = lock->inside.items[0].task;
    if (o.open && judged->timer && timer_is_set(j, judged->timer)) {
        o.timer = judged->timer;
        o.due = event_wide(at(j, judged->timer));
    }
    return o;
}

static void write_judged_object(const Judge *j, ObjectId id, Buf *out) {
    const JudgedObject *judged = &j->objects.items[id];
    ObjectMoment o = whole(j, judged);
    write_object(out, id, &o);
    for (uint32_t line = 0; line < LINES; line++)
        for (uint32_t i = 0; i < judged->lines[line].len; i++) {
            Entry w = judged->lines[line].items[i];
            TaskState state = judge_task_state(j, w.task);
            buf_printf(out, "  line %u T%u since %u%s\n", line, w.task, w.event,
                       state == TASK_READY ? " called" : "");
        }
    for (uint32_t i = 0; i < judged->inside.len; i++)
        buf_printf(out, "  inside T%u #%u\n", judged->inside.items[i].task, judged->inside.items[i].event);
    for (uint32_t i = 0; i < judged->children.len; i++) {
        Entry c = judged->children.items[i];
        TaskState state = c.task ? judge_task_state(j, c.task) : future_state(&j->objects.items[c.event].now);
        buf_printf(out, "  child T%u O%u %s\n", c.task, c.event, task_state_name(state));
    }
}

static void write_judged_objects(const Judge *j, Buf *out) {
    for (ObjectKind kind = OBJECT_LOOP; kind < OBJECT_KINDS; kind++)
        for (ObjectId id = 1; id < j->objects.len; id++)
            if (j->objects.items[id].now.kind == kind) write_judged_object(j, id, out);
    buf_adds(out, "jobs");
    for (uint32_t i = 0; i < j->jobs.len; i++) buf_printf(out, " O%u", j->jobs.items[i].task);
    buf_addc(out, '\n');
}

void judge_write(Judge *j, Buf *out) {
    MomentCounts c = {0};
    count(j, &c);
    write_counts(out, &c);
    PlaceId place =
        j->chef.state == CHEF_LOOP || j->chef.state == CHEF_IDLE || j->chef.state == CHEF_OVER ? 0 : j->place;
    buf_printf(out, "chef %s T%u place %u until %" PRIu64 "\n", chef_state_name(j->chef.state), j->chef.task,
               place, j->chef.until);
    buf_printf(out, "turn %u running %u round %u\n", j->turn, j->running ? j->turn : 0, j->rounds);
    write_judged_tasks(j, out);
    uint32_t live = 0;
    for (uint32_t s = TASK_CREATED; s <= TASK_WAITING; s++) live += c.states[s];
    buf_printf(out, "live %u\n", live);
    write_judged_rail(j, out);
    write_judged_timers(j, out);
    write_judged_objects(j, out);
    if (j->outputs) buf_printf(out, "output #%u\n", j->output);
}

TaskState judge_task_state(const Judge *j, TaskId task) {
    return task ? j->tasks.items[task].now.state : TASK_ABSENT;
}

bool judge_has_many_loops(const Judge *j) {
    return j->loops > 1;
}

Judge *judge_new(const Trace *t) {
    Judge *j = mem_zalloc(sizeof *j);
    j->t = t;
    vec_push(&j->tasks, (JudgedTask){0});
    vec_push(&j->objects, (JudgedObject){0});
    for (ObjectId id = 1; id <= trace_objects(t); id++)
        j->loops += trace_object_at(t, id)->kind == OBJECT_LOOP;
    return j;
}

void judge_free(Judge *j) {
    for (uint32_t i = 0; i < j->tasks.len; i++) {
        vec_deinit(&j->tasks.items[i].awaited);
        vec_deinit(&j->tasks.items[i].groups);
    }
    for (uint32_t i = 0; i < j->objects.len; i++) {
        JudgedObject *o = &j->objects.items[i];
        for (uint32_t line = 0; line < LINES; line++) vec_deinit(&o->lines[line]);
        vec_deinit(&o->inside);
        vec_deinit(&o->children);
    }
    vec_deinit(&j->tasks);
    vec_deinit(&j->objects);
    vec_deinit(&j->rail);
    vec_deinit(&j->timers);
    vec_deinit(&j->jobs);
    mem_free(j);
}
