/* What the files of asyncio share: futures, tasks, handles and loops.
 *
 * The rules are asyncio's own: a loop runs what is on its rail when a round begins, one
 * after the other; whatever wakes somebody puts a ticket at the rail's end. Nothing here
 * calls Python: a turn or a callback is asked for with a tail call, and the loop's own frame
 * (loop_run.c) goes on when it has ended. */
#ifndef TOQUE_LOOP_AIO_H
#define TOQUE_LOOP_AIO_H

#include "loop/record.h"
#include "loop/timers.h"
#include "vm/vm_internal.h"

/* --- futures and tasks --------------------------------------------------------------- */

typedef enum FutureState { FUTURE_PENDING, FUTURE_CANCELLED, FUTURE_FINISHED } FutureState;
typedef enum FutureKind { FUTURE_PLAIN, FUTURE_TASK, FUTURE_GATHERING } FutureKind;
/* Of the timer that will end a future, whether or not that is done already. One that has rung has a ticket
 * on the rail; it can be dropped then as well. */
typedef enum TimerState { TIMER_NONE, TIMER_SET, TIMER_RUNG, TIMER_DROPPED } TimerState;

typedef struct Future {
    RECORD_FIELDS;
    Value loop;
    Value result;    /* of one that failed: the traceback that the exception came with */
    Value exception; /* or None */
    /* Who is told when it is done: None, one, or a List of such: a future (a ticket for it is
     * put on the rail), a loop, or a tuple (function, context). */
    Value callbacks;
    Value cancel_message;
    Value cancelled_error; /* the CancelledError that a task ended with */
    Value coro;            /* task */
    Value name;            /* task: str, or a small int n for "Task-n" */
    Value context;         /* task */
    Value waiting;         /* task: the future that it waits for; in a line: for what; or None */
    Value children;        /* gathering: the list of futures */
    Value made;            /* in debug mode: where, see debug_stack; or None */
    /* No values: */
    FutureState state;
    FutureKind kind;
    TimerState timing;
    bool blocking; /* it was yielded by `await` and is to be waited for */
    bool unheard;  /* its exception was asked for by nobody yet */
    bool watched;  /* the collector tells when it dies */
    bool quiet;    /* a task: no word if it dies pending */
    bool outlives; /* a task: somebody held it when the program ended */
    bool lost;     /* a task that died pending: the record has done with it */
    bool sleeps;   /* its timer is of nobody's interest when the wait for it has been given up */
    bool must_cancel;
    bool cancel_requested;  /* gathering */
    bool return_exceptions; /* gathering */
    uint32_t cancels;       /* task: cancelling() */
    uint32_t missing;       /* gathering: children that are not done */
    uint32_t place;         /* task: in Loop.tasks */
    uint64_t serial;        /* task: in the order of making */
    /* For the record; 0 where it knows nothing of it: */
    uint32_t number;   /* a TaskId, or an ObjectId */
    EventIndex reason; /* who awaits it waits for what that event says; task: what woke it */
    EventIndex timer;  /* that will end it */
    EventIndex asked;  /* task: by which it is to be cancelled */
    PlaceId stands;    /* task: when it is not at the board */
} Future;

enum { FUTURE_VALUES = 12 };

extern const Payload future_payload, handle_payload; /* which tell the records apart */

static inline bool is_future(Value v) {
    return is_kind(v, KIND_RECORD) && AS(Record, v)->of == &future_payload;
}
static inline Future *as_future(Value v) {
    return AS(Future, v);
}
static inline bool is_task(Value v) {
    return is_future(v) && as_future(v)->kind == FUTURE_TASK;
}

typedef struct Loop Loop;
typedef struct Cook Cook;

Future *future_new(VM *vm, Loop *l);
Future *future_blank(VM *vm, Class *cls, Value loop);
Future *future_told(VM *vm, Future *f); /* made by the program: the record tells of it */
/* What an argument `loop` says: None or not given mean the one that runs. A loop, V_ERROR, or
 * V_TAIL: Python knows the default one. */
Value aio_loop_argument(VM *vm, Value given);
/* Each gives V_NONE, or V_ERROR (InvalidStateError). */
Value future_set_result(VM *vm, Future *f, Value v);
Value future_set_exception(VM *vm, Future *f, Value exc);
/* The value, or V_ERROR with what it failed with. */
Value future_result(VM *vm, Future *f);
/* What it failed with, to be raised: with the traceback that it came with for the first who
 * asks, with none for those after, as CPython's. */
Value future_failure(Future *f);
/* Its CancelledError, with the message. */
Value future_cancelled_error(VM *vm, Future *f);
bool future_cancel_plain(VM *vm, Future *f, Value message);
/* cancel() of any kind of future: true if it will be cancelled. */
bool future_cancel(VM *vm, Future *f, Value message);
/* The same, and its error: `*failed`, false at first, where too many wait for each other. */
bool cancel_down(VM *vm, Future *f, Value message, bool *failed);
/* `who` as in Future.callbacks; at once on the rail if it is done. */
void future_tell(VM *vm, Future *f, Value who);
/* `await f` in a coroutine in C: `return future_wait(vm, f)`; when the step goes on without an
 * error, future_waited gives the result. */
Value future_wait(VM *vm, Future *f);
Value future_waited(VM *vm, Future *f);
uint32_t future_untell(VM *vm, Future *f, Value who); /* how many there were */
void future_drop_timer(VM *vm, Future *f);

bool is_coroutine(VM *vm, Value v); /* what a task can drive */
Value task_new(VM *vm, Class *cls, Loop *l, Value coro, Value name, Value context);
/* One turn: V_FRAME or V_TAIL, or what became of it at once: then task_went. */
Value task_turn(VM *vm, Future *task, Value with);
/* Its coroutine has yielded a value, returned (V_STOP) or failed (V_ERROR). V_NONE, V_ERROR if
 * the loop itself is to end with it, V_TAIL for a word that only Python can say. */
Value task_went(VM *vm, Future *task, Value result);
Value task_name(VM *vm, const Future *task);
void gathering_child_done(VM *vm, Future *outer, Future *child);
bool gathering_cancel(VM *vm, Future *outer, Value message, bool *failed);

/* --- handles ---------------------------------------------------------------------------- */

typedef struct Handle {
    RECORD_FIELDS;
    Value callback; /* None when cancelled */
    Value args;     /* tuple; None when cancelled */
    Value context;
    Value loop;
    Value when; /* a timer's: float; None */
    Value made; /* in debug mode: where, see debug_stack; or None */
    bool cancelled;
    bool scheduled;   /* it is among the timers */
    bool library;     /* an affair of ours that the record does not tell of */
    EventIndex timer; /* that it waits for */
    EventIndex ready; /* that it is on the rail */
} Handle;

enum { HANDLE_VALUES = 6 };

static inline bool is_handle(Value v) {
    return AS(Record, v)->of == &handle_payload;
}

Value handle_new(VM *vm, Loop *l, Value callback, Value args, Value context);
Value timer_handle_new(VM *vm, Loop *l, double when, Value callback, Value args, Value context);
bool ticket_is_wanted(const Ticket *t); /* nobody has cancelled it */

/* --- loops ------------------------------------------------------------------------------- */

typedef enum Running {
    RUNS_NOTHING,
    RUNS_TURN,
    RUNS_CALLBACK,
    RUNS_COMPLAINT, /* an error is being made for a task that yielded nonsense */
    RUNS_REPORT,    /* the exception handler */
} Running;

struct Loop {
    Value self; /* its record */
    Value exception_handler, task_factory, executor;
    Rail rail;
    Timers timers;
    uint32_t todo; /* tickets left in this round */
    bool running, stopping, closed, debug;
    bool asyncgens_closed, executor_closed;
    Running runs;
    Value now_running;            /* the task, or the handle */
    Value context, outer_context; /* in which it runs; what is to be put back after it */
    Value timed;                  /* debug mode: the task or handle that runs, since `began` */
    double began;
    Value thrown;        /* into the task: as in CPython it lives as long as the turn */
    VEC(Future *) tasks; /* not done */
    VEC(Cook *) cooks;   /* whose work is not delivered */
    Cook *runner;        /* it runs in his thread; NULL: in the chef's */
    Future *suspect;     /* has just failed, and nobody waits for it */
    uint32_t searches;   /* for holders of such */
    uint64_t round;
    uint32_t since_pause;
    ObjectId number; /* in the record */
};

bool is_loop(VM *vm, Value v);
static inline Loop *as_loop(Value v) {
    return AS(Record, v)->payload;
}
static inline Loop *future_loop(const Future *f) {
    return as_loop(f->loop);
}

Value loop_run_forever(VM *vm, Loop *l); /* V_TAIL or V_ERROR, both */
Value loop_run_until_complete(VM *vm, Loop *l, Value what);
void loop_stop(Loop *l);
double loop_time(VM *vm);
Ticks loop_ticks(double when);
void loop_ready(VM *vm, Loop *l, Value what, Value with);
void loop_ready_first(VM *vm, Loop *l, Value what, Value with); /* before all others, in this round */
/* Sets a timer. The event is kept in Future.timer or Handle.timer until it rings. */
EventIndex loop_timer(VM *vm, Loop *l, double when, Value what, Value with);
void loops_abandon(VM *vm); /* the program has ended: what waits in loops that are open dies */
Value loop_step(VM *vm, Frame *f, Value v);
static inline bool loop_is_its_frame(const Frame *f) { /* below which there is no turn and no callback */
    return f->step == loop_step;
}
Value loop_create_task(VM *vm, Loop *l, Value coro, Value name, Value context); /* may be V_TAIL */
/* Calls the loop's exception handler with {"message": …, **more}: V_TAIL. `more` is a list of
 * names and values. */
Value loop_report(VM *vm, Loop *l, const char *message, int n, const char *const *names, const Value *values);

/* --- debug mode --------------------------------------------------------------------------- */

/* The program's functions at work, the innermost last: a list of (file, line, function); None when
 * the loop is not in debug mode. */
Value debug_stack(VM *vm, const Loop *l);
/* A turn or a callback begins; and has ended: V_TAIL if it was slow, which is said. */
void debug_begins(VM *vm, Loop *l, Value who);
Value debug_ends(VM *vm, Loop *l);

/* --- the module ---------------------------------------------------------------------------- */

enum { AIO_NAMES = 16 };

typedef struct AioName {
    Str *name, *qualname;
} AioName;

typedef struct Aio {
#define CLASS(member) Class *member;
#include "loop/classes.def"
#undef CLASS
    Cook *cook;       /* who works now, when it is not the chef */
    VEC(Cook *) crew; /* who are not done */
    uint64_t cook_turns;
    bool called;                                  /* the chef, who stands until then */
    Value running;                                /* the loop that runs now, or None */
    uint64_t task_count;                          /* made so far */
    uint32_t loops_made, loops_closed, abandoned; /* abandoned: tasks, when the program has ended */
    uint64_t name_count;                          /* Task-n */
    Str *sleep_name, *wait_for_name;
    Class *deque;             /* of the items of a queue; collections keeps it */
    Value spare_rest;         /* of a sleep(0) that is over: None, or for the next; see sleep.c */
    Value spare_at_once;      /* the same of what primitive_at_once gave */
    AioName names[AIO_NAMES]; /* of coroutines, by CoroutineId */
} Aio;

static inline Aio *aio(VM *vm) {
    return AS(Record, vm->state_roots[STATE_LOOP])->payload;
}
bool aio_is_there(VM *vm); /* it has been imported */
Loop *aio_running(VM *vm); /* NULL if none */
/* The running loop; NULL and RuntimeError if there is none. */
Loop *aio_need_loop(VM *vm);
Value aio_current_task(VM *vm);                           /* whose turn it is; or None */
Value aio_raise(VM *vm, Class *cls, const char *message); /* V_ERROR; message may be "" */
/* A class that CPython wrote in Python: messages name it without its module. */
Class *aio_class(VM *vm, const char *module, const char *name, Class *base, const NativeDef *construct,
                 const NativeDef *methods);
/* Does the job in Python: a function of src/pylib/_loop_twins.py (V_TAIL). */
Value aio_twin(VM *vm, const char *function, int n, const Value *args);

void aio_functions(VM *vm, ModuleObj *m, const NativeDef *functions);
void futures_setup(VM *vm, ModuleObj *m);
void tasks_setup(VM *vm, ModuleObj *m);
void gather_setup(VM *vm, ModuleObj *m);
void cooks_setup(VM *vm, ModuleObj *m);
void handles_setup(VM *vm, ModuleObj *m);
void loops_setup(VM *vm, ModuleObj *m);
void sleep_setup(VM *vm, ModuleObj *m);
void wait_for_setup(VM *vm, ModuleObj *m);
void primitives_setup(VM *vm);
void lock_setup(VM *vm, ModuleObj *m);
void event_setup(VM *vm, ModuleObj *m);
void condition_setup(VM *vm, ModuleObj *m);
void semaphore_setup(VM *vm, ModuleObj *m);
void barrier_setup(VM *vm, ModuleObj *m);
void queue_setup(VM *vm, ModuleObj *m);

/* For the record: what made the task at the board ready, or the callback. */
EventIndex record_woken(VM *vm);
/* In the record: what a gather or its like waits for. */
void record_child(VM *vm, ObjectId group, Future *child);

/* ensure_future: V_NONE and *out, V_ERROR, or V_TAIL (whose result is the future). */
Value aio_ensure_future(VM *vm, Value v, Loop *l);

#endif
