#include "model/index.h"

/* --- what a task does --------------------------------------------------------------------- */

TaskState state_of_end(const TraceEvent *e) {
    static const TaskState states[] = {
        [OUTCOME_RETURNED] = TASK_DONE,
        [OUTCOME_RAISED] = TASK_FAILED,
        [OUTCOME_CANCELLED] = TASK_CANCELLED,
        [OUTCOME_EXPIRED] = TASK_CANCELLED,
    };
    return event_kind(e) == EV_TASK_LOST ? TASK_LOST : states[e->a];
}

static Doing after_turn(const Model *m, EventIndex i, const TraceEvent *e) {
    EventIndex done = task_index(m, e->task)->done;
    if (done <= i) return (Doing){state_of_end(event_at(m, done)), WAIT_NONE};
    if (e->a == TURN_WAITS) return (Doing){TASK_WAITING, moment_wait(m, e->b).kind};
    return (Doing){TASK_READY, WAIT_NONE}; /* its READY comes next */
}

Doing doing_after(const Model *m, EventIndex i, const TraceEvent *e, Doing before) {
    switch (event_kind(e)) {
    case EV_TASK_MADE: return (Doing){TASK_CREATED, WAIT_NONE};
    case EV_READY: return (Doing){TASK_READY, WAIT_NONE};
    case EV_TURN_BEGUN: return (Doing){TASK_RUNNING, WAIT_NONE};
    case EV_TURN_ENDED: return after_turn(m, i, e);
    case EV_TASK_LOST:
    case EV_TASK_DONE: /* in its own turn it is not over before the turn is */
        return before.state == TASK_RUNNING ? before : (Doing){state_of_end(e), WAIT_NONE};
    default: return before;
    }
}

/* --- the levels of its turns ---------------------------------------------------------------- */

static void merge_task(void *node, const void *four) {
    TaskNode *into = node;
    const TaskNode *from = four;
    for (int i = 1; i < LEVEL_FAN; i++) {
        into->running += from[i].running;
        into->ready += from[i].ready;
    }
}

const LevelShape task_shape = {sizeof(TaskNode), merge_task};

/* How long four turns were, and how long they were waited for: the three after the first, and the
 * one that comes next. */
static TaskNode node_of(const Model *m, const TaskIndex *task, uint32_t first) {
    TurnId turn = history_at(&task->turns, first);
    EventIndex begun = history_at(&m->begun, turn);
    TaskNode node = {.head = {time_at(m, begun), turn - 1, begun}};
    for (uint32_t i = first; i < first + TASK_TURNS; i++) {
        const TraceEvent *next = event_at(m, history_at(&m->begun, history_at(&task->turns, i + 1)));
        turn = history_at(&task->turns, i);
        node.running += (float)(time_at(m, turn_end(m, turn)) - time_at(m, history_at(&m->begun, turn)));
        node.ready += (float)(next->time - time_at(m, next->a));
    }
    return node;
}

static Levels **own_levels(Model *m, TaskId id) {
    uint32_t *which = map_put(&m->levels_of, id);
    if (!*which) {
        vec_push(&m->levels, NULL);
        *which = m->levels.len;
    }
    return &m->levels.items[*which - 1];
}

/* A node is whole when the turn after its last begins. */
static void add_nodes(Model *m, TaskId id, const TaskIndex *task) {
    uint32_t whole = task->turns.len - 1;
    if (whole < TASK_FEW || whole % TASK_TURNS) return;
    Levels **levels = own_levels(m, id);
    for (uint32_t done = levels_len(*levels, 0); done < whole / TASK_TURNS; done++) {
        TaskNode node = node_of(m, task, done * TASK_TURNS);
        levels_add(levels, &task_shape, &node);
    }
}

/* --- its events --------------------------------------------------------------------------------- */

static void task_made(Model *m, const TraceEvent *e) {
    uint32_t *ordinal = map_put(&m->functions, trace_task_at(m->trace, e->task)->function + 1);
    vec_push_tight(&m->tasks, ((TaskIndex){.done = NEVER, .ordinal = ++*ordinal, .line_kind = LINES}));
}

/* In the order of causes; most come soon after theirs, near the end of the list. */
static void add_late(Model *m, EventIndex cause, EventIndex ready) {
    vec_push_tight(&m->late, ((LateReady){cause, ready}));
    uint32_t at = m->late.len - 1;
    for (; at > 0 && m->late.items[at - 1].cause > cause; at--) m->late.items[at] = m->late.items[at - 1];
    m->late.items[at] = (LateReady){cause, ready};
}

/* Because of something in a turn that is over. What a timer wakes is found from the timer, and who
 * has let others go first has woken nobody. */
static bool is_late(const Model *m, const TraceEvent *e) {
    if (e->a == 0 || turns_begun(m) == 0) return false;
    EventIndex first = m->running ? history_last(&m->begun) : turn_end(m, turns_begun(m));
    if (m->running ? e->a >= first : e->a > first) return false;
    const TraceEvent *cause = event_at(m, e->a);
    if (event_kind(cause) == EV_TURN_ENDED && cause->task == e->task) return false;
    return event_kind(cause) != EV_TIMER_FIRED;
}

static void ready(Model *m, EventIndex i, const TraceEvent *e, TaskIndex *task) {
    if (is_late(m, e)) add_late(m, e->a, i);
    task->ready = i;
    ready_join(&m->rail, e->task);
}

static void turn_begun(Model *m, EventIndex i, const TraceEvent *e, TaskIndex *task) {
    history_add(&task->turns, m->begun.len);
    if (m->begun.len % SPAN_BLOCK == 0 || m->readied.len == 0) vec_push_tight(&m->readied, e->a);
    else if (e->a < vec_last(&m->readied)) vec_last(&m->readied) = e->a;
    history_add(&m->begun, i);
    ends_add(&m->ended);
    add_nodes(m, e->task, task);
    if (task->ready) ready_leave(&m->rail, e->task);
    task->ready = 0;
    m->running = e->task;
}

static void turn_ended(Model *m, EventIndex i) {
    ends_set(&m->ended, &m->begun, turns_begun(m), i);
    m->running = 0;
}

static void task_over(Model *m, EventIndex i, const TraceEvent *e, TaskIndex *task) {
    if (task->done != NEVER) return;
    task->done = i;
    history_add(&m->over[state_of_end(e)], i);
}

static TaskIndex *task_of(Model *m, TaskId id) {
    return id && id < m->tasks.len ? &m->tasks.items[id] : NULL;
}

/* What is told of another task than the event's own. */
static void note_awaited(Model *m, EventIndex i, TaskId id) {
    TaskIndex *task = task_of(m, id);
    if (task) chains_add(&m->chains, &task->awaited, i);
}

void index_task_event(Model *m, EventIndex i, const TraceEvent *e) {
    EventKind kind = event_kind(e);
    if (kind == EV_TASK_MADE) task_made(m, e);
    if (kind == EV_GROUP_TASK) note_awaited(m, i, e->b);
    TaskIndex *task = task_of(m, e->task);
    if (!task) return;
    switch (kind) {
    case EV_TASK_MADE: break;
    case EV_READY: ready(m, i, e, task); break;
    case EV_TURN_BEGUN: turn_begun(m, i, e, task); break;
    case EV_TURN_ENDED: turn_ended(m, i); break;
    case EV_TASK_DONE:
    case EV_TASK_LOST: task_over(m, i, e, task); break;
    case EV_CANCEL_ASKED:
    case EV_CANCEL_DELIVERED: chains_add(&m->chains, map_put(&m->cancels, e->task), i); break;
    case EV_TASK_NAMED: *map_put(&m->task_names, e->task) = e->a; break;
    case EV_AWAITS_TASK: note_awaited(m, i, e->a); return;
    default: return;
    }
    Doing before = {task->state, task->wait}, after = doing_after(m, i, e, before);
    count_task(&m->counts, before, after);
    task->state = (uint8_t)after.state;
    task->wait = (uint8_t)after.wait;
}
