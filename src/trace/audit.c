#include "trace/audit.h"

#include "base/mem.h"
#include "base/vec.h"

typedef enum State { NEW, READY, RUNNING, PAUSED, WAITING, DONE, STATES } State;

/* PAUSED is between two places: a turn has ended without waiting, and the READY that must
 * follow in the same round has not been read yet. */
static const char *const state_names[STATES] = {
    [NEW] = "new",       [READY] = "ready",     [RUNNING] = "at the board",
    [PAUSED] = "paused", [WAITING] = "waiting", [DONE] = "done",
};

typedef struct Task {
    State state;
    ObjectId line; /* where it waits: of a lock, a queue, … */
    bool finished; /* its TASK_DONE was read, the end of its turn not yet */
} Task;

struct Audit {
    const Trace *trace;
    EventIndex next;
    uint64_t time;
    TaskId running;
    TaskId meanwhile; /* whose turn goes on when a second cook lets the chef go on */
    VEC(Task) tasks;
    VEC(TaskId) holders; /* by object; only of locks. HELD_OUTSIDE: by no task */
    uint32_t counts[STATES];
    bool broken;
};

static const TaskId HELD_OUTSIDE = UINT32_MAX;

/* What is wrong with the event that is being read; NULL if nothing is. */
typedef const char *Wrong;

static Task *task_at(Audit *a, TaskId id) {
    return id && id < a->tasks.len ? &a->tasks.items[id] : NULL;
}

static void move(Audit *a, Task *task, State state) {
    a->counts[task->state]--;
    a->counts[state]++;
    task->state = state;
}

/* --- tasks ---------------------------------------------------------------------------- */

static Wrong task_made(Audit *a, TaskId id) {
    if (id != a->tasks.len) return "a task's number is not the next one";
    vec_push(&a->tasks, ((Task){NEW, 0, false}));
    a->counts[NEW]++;
    return NULL;
}

static Wrong ready(Audit *a, Task *task, const TraceEvent *e) {
    if (task->state != NEW && task->state != PAUSED && task->state != WAITING)
        return "a task gets ready that is in another place";
    if (e->a >= a->next) return "a cause comes after what it caused";
    move(a, task, READY);
    return NULL;
}

static Wrong turn_begun(Audit *a, Task *task, const TraceEvent *e) {
    if (a->running) return "two tasks are at the board";
    if (task->state != READY) return "a task comes to the board that is not ready";
    if (e->a >= a->next) return "a cause comes after what it caused";
    move(a, task, RUNNING);
    a->running = e->task;
    return NULL;
}

static Wrong turn_ended(Audit *a, Task *task, const TraceEvent *e) {
    if (a->running != e->task) return "a turn ends that has not begun";
    bool stays = e->a == TURN_WAITS || e->a == TURN_YIELDS;
    if (!task->finished && !stays) return "a turn's end does not fit the task's";
    if (e->a == TURN_WAITS && (e->b == 0 || e->b >= a->next)) return "nothing says what a task waits for";
    if (!stays && task->line) return "a task is done while it stands in a line";
    move(a, task, task->finished ? DONE : e->a == TURN_WAITS ? WAITING : PAUSED);
    a->running = 0;
    return NULL;
}

/* In its turn, as a rule; a program can also end another task by force. */
static Wrong task_done(Audit *a, Task *task, const TraceEvent *e) {
    if (task->finished) return "a task is done twice";
    task->finished = true;
    if (a->running != e->task) move(a, task, DONE);
    return NULL;
}

static Wrong task_lost(Audit *a, Task *task) {
    if (task->state == DONE) return "a task is lost that is done";
    move(a, task, DONE);
    return NULL;
}

static Wrong about_task(Audit *a, EventKind kind, const TraceEvent *e) {
    Task *task = task_at(a, e->task);
    if (!task) return "there is no such task";
    switch (kind) {
    case EV_READY: return ready(a, task, e);
    case EV_TURN_BEGUN: return turn_begun(a, task, e);
    case EV_TURN_ENDED: return turn_ended(a, task, e);
    case EV_TASK_DONE: return task_done(a, task, e);
    default: return task_lost(a, task);
    }
}

/* --- lines and holders ------------------------------------------------------------------ */

static Wrong enter_line(Audit *a, const TraceEvent *e) {
    Task *task = task_at(a, e->task);
    if (!task) return NULL;
    if (task->line) return "a task stands in two lines";
    task->line = e->a;
    return NULL;
}

/* Out of the line, if it stood there: who finds a lock free has never waited. */
static Wrong leave_line(Audit *a, const TraceEvent *e, bool must) {
    Task *task = task_at(a, e->task);
    if (!task) return NULL;
    if (task->line != e->a && (must || task->line)) return "a task leaves a line where it does not stand";
    task->line = 0;
    return NULL;
}

static TaskId *holder_of(Audit *a, ObjectId lock) {
    while (a->holders.len <= lock) vec_push(&a->holders, 0);
    return &a->holders.items[lock];
}

static bool is_lock(const Audit *a, ObjectId id) {
    return trace_object_at(a->trace, id)->kind == OBJECT_LOCK;
}

static Wrong got(Audit *a, const TraceEvent *e) {
    if (is_lock(a, e->a)) {
        TaskId *holder = holder_of(a, e->a);
        if (*holder) return "a lock has two holders";
        *holder = e->task ? e->task : HELD_OUTSIDE;
    }
    return leave_line(a, e, false);
}

static Wrong released(Audit *a, const TraceEvent *e) {
    if (!is_lock(a, e->a)) return NULL;
    TaskId *holder = holder_of(a, e->a);
    if (!*holder) return "a lock is released that nobody holds";
    *holder = 0;
    return NULL;
}

/* --- the whole -------------------------------------------------------------------------- */

/* When a round begins, the loop rests, or all is over, nobody may be between two places. */
static Wrong between_rounds(const Audit *a) {
    if (a->running) return "a task is at the board between two rounds";
    if (a->counts[PAUSED]) return "a task is in no place";
    return NULL;
}

/* What a second cook does is done at a board of his own. */
static Wrong cook_works(Audit *a) {
    a->meanwhile = a->running;
    a->running = 0;
    return NULL;
}

static Wrong cook_rests(Audit *a) {
    if (a->running) return "a second cook rests with a task at the board";
    a->running = a->meanwhile;
    a->meanwhile = 0;
    return NULL;
}

static Wrong read_event(Audit *a, const TraceEvent *e) {
    if (e->time < a->time) return "time goes back";
    a->time = e->time;
    EventKind kind = event_kind(e);
    switch (kind) {
    case EV_TASK_MADE: return task_made(a, e->task);
    case EV_READY:
    case EV_TURN_BEGUN:
    case EV_TURN_ENDED:
    case EV_TASK_DONE:
    case EV_TASK_LOST: return about_task(a, kind, e);
    case EV_WANTED:
    case EV_PUT_WANTED:
    case EV_GET_WANTED:
    case EV_JOIN_WANTED: return enter_line(a, e);
    case EV_GOT: return got(a, e);
    case EV_PUT:
    case EV_TAKEN: return leave_line(a, e, false);
    case EV_LEFT: return leave_line(a, e, true);
    case EV_RELEASED: return released(a, e);
    case EV_JOB_BEGUN:
    case EV_JOB_GOES_ON: return cook_works(a);
    case EV_JOB_WAITS:
    case EV_JOB_STANDS:
    case EV_JOB_ENDED: return cook_rests(a);
    case EV_ROUND:
    case EV_IDLE: return between_rounds(a);
    default: return NULL;
    }
}

static void report(const Audit *a, Wrong wrong, TaskId about, Buf *breach) {
    const Task *task = about && about < a->tasks.len ? &a->tasks.items[about] : NULL;
    buf_printf(breach, "%s", wrong);
    if (task) buf_printf(breach, " (it was %s)", state_names[task->state]);
    buf_adds(breach, ":\n");
    trace_dump_event(a->trace, a->next, breach);
}

Audit *audit_new(const Trace *t) {
    Audit *a = mem_zalloc(sizeof *a);
    a->trace = t;
    vec_push(&a->tasks, (Task){0});
    return a;
}

void audit_free(Audit *a) {
    if (!a) return;
    vec_deinit(&a->tasks);
    vec_deinit(&a->holders);
    mem_free(a);
}

bool audit_read(Audit *a, Buf *breach) {
    if (a->trace->full) return !a->broken; /* what was dropped cannot be judged */
    for (; !a->broken && a->next < trace_count(a->trace); a->next++) {
        const TraceEvent *e = trace_at(a->trace, a->next);
        Wrong wrong = read_event(a, e);
        if (!wrong) continue;
        report(a, wrong, e->task, breach);
        a->broken = true;
        break;
    }
    return !a->broken;
}

uint32_t audit_ready(const Audit *a) {
    return a->counts[READY];
}

uint32_t audit_live(const Audit *a) {
    return a->tasks.len - 1 - a->counts[DONE];
}
