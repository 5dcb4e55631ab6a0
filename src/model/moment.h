/* The state of everything at a cursor. Nothing is copied out of the record but what is asked for:
 * each question finds its own answer, whatever the length of the run and the number of tasks. */
#ifndef TOQUE_MODEL_MOMENT_H
#define TOQUE_MODEL_MOMENT_H

#include "model/model.h"

typedef enum TaskState {
#define STATE(id, name) TASK_##id,
#include "model/states.def"
    TASK_STATES
} TaskState;

typedef enum WaitKind {
#define WAIT(id, name) WAIT_##id,
#include "model/states.def"
    WAIT_KINDS
} WaitKind;

typedef enum ChefState {
#define CHEF(id, name) CHEF_##id,
#include "model/states.def"
    CHEF_STATES
} ChefState;

typedef enum TimerUse { /* what a timer is for */
                        TIMER_UNKNOWN,
                        TIMER_SLEEP,
                        TIMER_CALLBACK,
                        TIMER_TIMEOUT,
                        TIMER_REQUEST,
                        TIMER_JOB,
                        TIMER_USES
} TimerUse;

const char *task_state_name(TaskState s); /* "waiting", as in states.def; for JSON and tests */
const char *wait_kind_name(WaitKind w);
const char *chef_state_name(ChefState c);

static inline bool task_state_live(TaskState s) { /* made and not over */
    return s >= TASK_CREATED && s <= TASK_WAITING;
}

/* --- how many ------------------------------------------------------------------------- */

typedef struct MomentCounts {
    uint32_t states[TASK_STATES]; /* tasks; of TASK_ABSENT none */
    uint32_t waits[WAIT_KINDS];   /* the waiting ones, by what they wait for */
    uint32_t callbacks;           /* on the rail, beside the ready tasks */
    uint32_t timers;              /* that are set */
    uint32_t jobs;                /* sent to other cooks and not over */
    uint32_t outputs;             /* pieces of output so far */
    uint32_t rounds;
} MomentCounts;

MomentCounts moment_counts(const Model *m, Cursor at); /* 10 µs or so */

/* --- the chef --------------------------------------------------------------------------- */

typedef struct ChefMoment {
    ChefState state;
    TaskId task;      /* at the board; 0: none */
    EventIndex since; /* TURN_BEGUN, CALLBACK_BEGUN, BLOCK_BEGUN, IDLE, or the end of what was before */
    PlaceId place;    /* of what runs, as far as is known: the running source line; 0: unknown */
    uint64_t until;   /* of BLOCKED and IDLE: when it is to end; else 0 */
} ChefMoment;

ChefMoment moment_chef(const Model *m, Cursor at);

/* --- tasks ------------------------------------------------------------------------------ */

/* What a task waits for. */
typedef struct Wait {
    WaitKind kind;
    EventIndex event; /* SLEEPS, AWAITS, WANTED, …: what the end of its turn names */
    ObjectId object;  /* the lock, queue, group, future, job, request; 0: none */
    TaskId task;      /* of WAIT_TASK */
    EventIndex timer; /* of WAIT_SLEEP and WAIT_REQUEST; else 0 */
    uint64_t until;   /* when that timer is due */
} Wait;

typedef struct TaskMoment {
    TaskState state;
    EventIndex since; /* by which it came into this state */
    PlaceId place;    /* where it stands: its chain of awaits. 0: unknown, or over */
    Wait wait;        /* of TASK_WAITING; else WAIT_NONE */
    bool cancelling;  /* its cancelling was asked for and not delivered yet */
} TaskMoment;

TaskState moment_task_state(const Model *m, Cursor at, TaskId task);
TaskMoment moment_task(const Model *m, Cursor at, TaskId task);

/* What an event that ends a turn's text names says: of SLEEPS, AWAITS, WANTED, … */
Wait moment_wait(const Model *m, EventIndex event);

TaskId moment_maker(const Model *m, TaskId task);               /* 0: code outside of all tasks */
TurnId moment_turns_of(const Model *m, Cursor at, TaskId task); /* how many it has begun */
/* The end of its life: TASK_DONE or TASK_LOST; NEVER if that is not in the record. */
EventIndex moment_task_end(const Model *m, TaskId task);

uint32_t moment_tasks_made(const Model *m, Cursor at); /* they are numbers 1 to that */
/* Tasks that are not over, by number. */
uint32_t moment_live(const Model *m, Cursor at, uint32_t first, uint32_t count, TaskId *out);
/* Those in one state; by number, or, if they are ready, as on the rail, or, if over, the last first. */
uint32_t moment_tasks(const Model *m, Cursor at, TaskState state, uint32_t first, uint32_t count,
                      TaskId *out);

/* Who waits for a task: by itself, or as a child of a group. */
typedef struct Awaiter {
    TaskId task;      /* 0: nobody awaits the group (or what it is for) just now */
    ObjectId group;   /* through which; 0: none, by itself */
    EventIndex since; /* AWAITS_TASK, or GROUP_TASK */
} Awaiter;

uint32_t moment_awaiters(const Model *m, Cursor at, TaskId task, uint32_t first, uint32_t count,
                         Awaiter *out);

/* --- the rail and the timers ----------------------------------------------------------------- */

typedef struct RailEntry {
    TaskId task;      /* 0: a callback */
    EventIndex since; /* READY or CALLBACK_READY */
} RailEntry;

/* In the order in which they will come to the board. How many: counts.states[TASK_READY] + callbacks. */
uint32_t moment_rail(const Model *m, Cursor at, uint32_t first, uint32_t count, RailEntry *out);

typedef struct TimerMoment {
    EventIndex set;     /* its TIMER_SET, by which it is known */
    EventIndex purpose; /* the event that says what for; 0: none has by then */
    TimerUse use;
    TaskId task;     /* that sleeps, or that is under the timeout; 0: none */
    ObjectId object; /* the timeout, request, or job; 0: none */
    uint64_t due;    /* the time left is that less model_time */
} TimerMoment;

/* Those that are set, the first to ring first. */
uint32_t moment_timers(const Model *m, Cursor at, uint32_t first, uint32_t count, TimerMoment *out);

/* --- objects --------------------------------------------------------------------------------- */

/* The lines before an object: a queue has three. */
typedef enum LineKind { LINE_MAIN, LINE_GET = LINE_MAIN, LINE_PUT, LINE_JOIN, LINES } LineKind;

typedef struct ObjectMoment {
    ObjectKind kind;
    bool exists; /* it is made by then; else all the rest is 0 */
    /* Lock, semaphores: who is inside, permits left; queues: items; barrier: who is in its line;
     * groups: children. */
    uint32_t inside;
    uint32_t permits;    /* left: of semaphores; of a lock 1 or 0 */
    uint32_t capacity;   /* permits at first, maxsize (0: no limit), parties; of a lock 1 */
    uint32_t unfinished; /* of a queue: put, and not said to be done */
    uint32_t waiters[LINES];
    TaskId holder;        /* of a lock, and of a condition's lock; 0: nobody, or no task */
    EventIndex since;     /* of holder: its GOT; of an event: EVENT_SET or _CLEARED; of groups: begun */
    bool set;             /* of an event; of a future: it has its result */
    TraceBarrier barrier; /* of a barrier */
    bool open;            /* of a group, timeout, job, request: begun and not ended */
    bool over;            /* of a group, timeout, job, request, future: ended; then */
    Outcome outcome;
    EventIndex ended; /* and by which event; NEVER: not by then */
    EventIndex timer; /* of an open timeout or wait_for, request, waiting job: what it waits for */
    uint64_t due;     /* when that rings; 0: never */
    TaskId owner;     /* who made it */
} ObjectMoment;

ObjectMoment moment_object(const Model *m, Cursor at, ObjectId id);

typedef struct Waiter {
    TaskId task;      /* 0: something that is no task */
    EventIndex since; /* WANTED, GET_WANTED, … */
    bool called;      /* its turn has come, it is ready and still in the line */
} Waiter;

/* In the order of the line. */
uint32_t moment_waiters(const Model *m, Cursor at, ObjectId id, LineKind line, uint32_t first, uint32_t count,
                        Waiter *out);

typedef struct Holder {
    TaskId task; /* 0: no task */
    EventIndex got;
} Holder;

/* Who holds a lock, or permits of a semaphore: the longest first. */
uint32_t moment_inside(const Model *m, Cursor at, ObjectId id, uint32_t first, uint32_t count, Holder *out);

typedef struct Item {
    EventIndex put; /* by which it is known wherever it goes */
    ValueCode value;
    TaskId by; /* who put it */
} Item;

/* What is in a queue, in the order in which it was put. The next to be taken: of a lifo queue the
 * last; of a priority queue the least, which the record does not compare. */
uint32_t moment_items(const Model *m, Cursor at, ObjectId id, uint32_t first, uint32_t count, Item *out);

typedef struct Child {
    TaskId task;     /* or */
    ObjectId future; /* which is one of these */
    TaskState state; /* of a future WAITING, DONE, FAILED or CANCELLED */
} Child;

/* Of a gather, wait, wait_for, shield, as_completed, TaskGroup. */
uint32_t moment_children(const Model *m, Cursor at, ObjectId id, uint32_t first, uint32_t count, Child *out);

/* How many of them are over. In one walk: asking for them part by part would walk from the start each time. */
uint32_t moment_children_over(const Model *m, Cursor at, ObjectId id);

/* Groups and timeouts that a task has begun and that are open, the last begun first. */
uint32_t moment_open_groups(const Model *m, Cursor at, TaskId task, uint32_t first, uint32_t count,
                            ObjectId *out);

/* Objects of a kind that are made by then, in that order. */
uint32_t moment_objects_made(const Model *m, Cursor at, ObjectKind kind);
uint32_t moment_objects(const Model *m, Cursor at, ObjectKind kind, uint32_t first, uint32_t count,
                        ObjectId *out);

/* The second cooks: jobs that are sent and not over, in the order in which they were sent. */
uint32_t moment_jobs(const Model *m, Cursor at, uint32_t first, uint32_t count, ObjectId *out);

/* --- the output ---------------------------------------------------------------------------------- */

/* The OUTPUT events so far (counts.outputs of them), in order. */
uint32_t moment_outputs(const Model *m, Cursor at, uint32_t first, uint32_t count, EventIndex *out);

#endif
