/* A loop's run: rounds of what is ready, as a frame in C that the machine can leave and enter
 * between any two turns. */
#include "loop/aio.h"
#include "loop/cook.h"
#include "loop/run.h"

#include "lib/contextvars.h"
#include "vm/drop.h"

enum { SLOT_LOOP, SLOT_FUTURE, SLOT_IS_NEW, RUN_SLOTS };
enum { FRESH, LET_IN, STARTED, GOING }; /* stages */
enum { PAUSE_AFTER = 200 };             /* tickets that needed no Python */

void loop_stop(Loop *l) {
    l->stopping = true;
}

/* --- tickets, as the record tells of them -------------------------------------------------- */

/* Who is woken now, and why: a task or a callback of the program; what is ours alone hands the
 * cause on. */
static EventIndex record_ready(VM *vm, Value what) {
    EventIndex cause = record_cause(vm);
    if (is_task(what)) {
        Future *t = as_future(what);
        if (t->state != FUTURE_PENDING || t->lost) return cause; /* it was ended by force */
        t->reason = cause;
        return record_about(vm, EV_READY, t->number, t->stands, cause, 0);
    }
    if (!is_handle(what) || AS(Handle, what)->library || AS(Handle, what)->cancelled) return cause;
    Handle *h = AS(Handle, what);
    h->ready = record(vm, EV_CALLBACK_READY, cause, record_function_name(vm, h->callback));
    return h->ready;
}

void loop_ready(VM *vm, Loop *l, Value what, Value with) {
    rail_push(vm, &l->rail, (Ticket){what, with, recorder(vm) ? record_ready(vm, what) : 0});
    if (UNLIKELY(l->runner != NULL)) crew_look(vm, l->runner);
}

void loop_ready_first(VM *vm, Loop *l, Value what, Value with) {
    rail_push_first(vm, &l->rail, (Ticket){what, with, recorder(vm) ? record_ready(vm, what) : 0});
    l->todo++;
}

/* Where it is kept which timer is set for somebody; NULL: nowhere. */
static EventIndex *timer_of(Value what) {
    if (is_future(what)) return &as_future(what)->timer;
    return is_handle(what) ? &AS(Handle, what)->timer : &AS(Cook, what)->timer;
}

EventIndex loop_timer(VM *vm, Loop *l, double when, Value what, Value with) {
    EventIndex set = record_wide(vm, EV_TIMER_SET, loop_ticks(when));
    EventIndex *kept = timer_of(what);
    if (kept) *kept = set;
    if (is_future(what)) as_future(what)->timing = TIMER_SET;
    timers_add(vm, &l->timers, when, (Ticket){what, with, set});
    return set;
}

/* One that was dropped a moment ago is silent; of a cook who was called meanwhile it is void. */
static void ring(VM *vm, Loop *l, Ticket t) {
    if (is_cook(vm, t.what) && !ticket_is_wanted(&t)) return;
    EventIndex *kept = timer_of(t.what);
    if (recorder(vm) && (!kept || *kept)) record_because(vm, record(vm, EV_TIMER_FIRED, t.cause, 0));
    if (kept) *kept = 0;
    if (is_future(t.what) && ticket_is_wanted(&t)) as_future(t.what)->timing = TIMER_RUNG;
    loop_ready(vm, l, t.what, t.with);
}

static bool ends_the_loop(VM *vm, Value exc) {
    const Class *c = as_obj(exc)->cls;
    return class_derives(c, vm->types[T_SYSTEM_EXIT]) || class_derives(c, vm->types[T_KEYBOARD_INTERRUPT]);
}

/* --- running one ticket ------------------------------------------------------------------- */

/* What runs next runs in this context until settle() leaves it. */
static bool enter(VM *vm, Loop *l, Running what, Value who, Value context) {
    l->runs = what;
    l->now_running = who;
    l->context = context;
    if (context_enter(vm, context, &l->outer_context)) return true;
    l->context = V_NONE;
    return false;
}

static void leave(VM *vm, Loop *l) {
    if (l->context != V_NONE) context_leave(vm, l->context, l->outer_context);
    l->runs = RUNS_NOTHING;
    l->now_running = V_NONE; /* which is held by nobody for having run */
    l->thrown = V_NONE;
    l->context = l->outer_context = V_NONE;
}

static Value run_callback(VM *vm, Loop *l, Handle *h) {
    if (h->cancelled) return V_NONE;
    if (!h->library) record_because(vm, record(vm, EV_CALLBACK_BEGUN, h->ready, 0));
    debug_begins(vm, l, from_obj(h));
    if (!enter(vm, l, RUNS_CALLBACK, from_obj(h), h->context)) return V_ERROR;
    const Tuple *args = AS(Tuple, h->args);
    return vm_tail(vm, h->callback, (int)args->len, args->items);
}

static void begin_turn(VM *vm, const Future *task) {
    Recorder *r = recorder(vm);
    r->task = task->number;
    r->cause = record_about(vm, EV_TURN_BEGUN, task->number, task->stands, r->cause, 0);
}

static Value run_turn(VM *vm, Loop *l, Future *task, Value with) {
    if (task->state != FUTURE_PENDING) { /* somebody has set its result by force */
        l->runs = RUNS_REPORT;
        l->now_running = from_obj(task);
        return aio_twin(vm, "already_done", 1, (Value[]){from_obj(task)});
    }
    if (!run_begins_turn(vm)) return V_NONE;
    debug_begins(vm, l, from_obj(task));
    if (!enter(vm, l, RUNS_TURN, from_obj(task), task->context)) return V_ERROR;
    if (recorder(vm)) begin_turn(vm, task);
    return task_turn(vm, task, with);
}

/* The future that the run was for is done. Its error counts as read, whoever hears of it: the next run
 * of the loop says so of one that has ended a run before. */
static void run_is_over(VM *vm, Loop *l, Future *f) {
    f->unheard = false;
    if (f->exception == V_NONE || !ends_the_loop(vm, f->exception)) loop_stop(l);
}

static Value run_ticket(VM *vm, Loop *l, Ticket t) {
    vm_charge(vm, 1);
    record_because(vm, t.cause);
    if (t.what == l->self) {
        run_is_over(vm, l, as_future(t.with));
        return V_NONE;
    }
    if (is_handle(t.what)) return run_callback(vm, l, AS(Handle, t.what));
    if (!is_future(t.what)) return cook_turn(vm, AS(Cook, t.what), t.with);
    Future *f = as_future(t.what);
    switch (f->kind) {
    case FUTURE_TASK: return run_turn(vm, l, f, t.with);
    case FUTURE_GATHERING: gathering_child_done(vm, f, as_future(t.with)); return V_NONE;
    case FUTURE_PLAIN: break;
    }
    if (f->state == FUTURE_PENDING && f->timing != TIMER_DROPPED) future_set_result(vm, f, t.with);
    return V_NONE;
}

/* What ran has ended with `v`. V_NONE, V_TAIL if something has to be said first, V_ERROR if
 * the loop ends with it. */
static Value settle(VM *vm, Loop *l, Value v) {
    Running ran = l->runs;
    Value who = l->now_running;
    leave(vm, l);
    switch (ran) {
    case RUNS_TURN: {
        Value went = task_went(vm, as_future(who), v);
        if (went != V_TAIL) return went;
        l->runs = RUNS_COMPLAINT;
        l->now_running = who;
        return V_TAIL;
    }
    case RUNS_CALLBACK: {
        if (!AS(Handle, who)->library) record(vm, EV_CALLBACK_ENDED, AS(Handle, who)->ready, 0);
        AS(Handle, who)->ready = 0;
        if (v != V_ERROR) return V_NONE;
        if (ends_the_loop(vm, vm->error)) return v;
        Value args[] = {l->self, who, vm->error};
        vm->error = V_UNDEF;
        l->runs = RUNS_REPORT;
        return aio_twin(vm, "callback_failed", 3, args);
    }
    case RUNS_COMPLAINT: /* what it yielded cannot be waited for: it is told so */
        if (v != V_ERROR && v != V_NONE) loop_ready(vm, l, who, v);
        return v == V_ERROR ? v : V_NONE;
    case RUNS_REPORT:
        if (v != V_ERROR || ends_the_loop(vm, vm->error)) return v == V_ERROR ? v : V_NONE;
        vm->error = V_UNDEF;
        return V_NONE;
    case RUNS_NOTHING: break;
    }
    return V_NONE;
}

/* --- rounds --------------------------------------------------------------------------------- */

static Ticks now(VM *vm) {
    const Host *host = vm_host(vm);
    return host->now_ns(host->data, vm);
}

/* With nothing ready the clock jumps to the next timer, rounded up to a millisecond as the
 * system's own waiting is. A loop in the thread of a cook waits as he does: V_TAIL. V_ERROR: the chef
 * has no timer, nothing can ever happen again. */
static Value idle(VM *vm, const Loop *l) {
    enum { MILLISECOND = 1000000 };
    if (l->timers.len == 0) return aio(vm)->cook ? cook_idle(vm, NULL) : V_ERROR;
    Ticks wait = loop_ticks(l->timers.items[0].when) - now(vm);
    if (wait <= 0) return V_NONE;
    Ticks rounded =
        wait > INT64_MAX - MILLISECOND ? wait : (wait + MILLISECOND - 1) / MILLISECOND * MILLISECOND;
    if (aio(vm)->cook) return cook_idle(vm, &rounded);
    record_wide(vm, EV_IDLE, rounded);
    run_clock_moves(vm, rounded);
    return V_NONE;
}

static uint32_t pending(const Loop *l) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < l->tasks.len; i++) n += l->tasks.items[i]->state == FUTURE_PENDING;
    return n;
}

/* Nobody is at the board now: each task that is not done is on the rail, or waits. */
static void check_round(VM *vm, const Loop *l) {
    uint32_t ready = 0;
    if (!recorder(vm) || !recorder(vm)->audit) return;
    record_check(vm);
    for (uint32_t i = 0; i < l->rail.len; i++) {
        Value what = l->rail.items[(l->rail.first + i) & (l->rail.cap - 1)].what;
        if (is_task(what) && as_future(what)->state == FUTURE_PENDING) ready++;
    }
    uint32_t live = l->tasks.len;
    if (live != audit_live(recorder(vm)->audit)) live = pending(l); /* some were ended by force */
    record_check_round(vm, ready, live, aio(vm)->loops_made == 1);
}

static Value begin_round(VM *vm, Loop *l) {
    const double resolution = 1e-9;
    timers_tidy(&l->timers);
    Value waits = l->rail.len == 0 && !l->stopping ? idle(vm, l) : V_NONE;
    if (waits != V_NONE) return waits;
    if (l->timers.len == 0) {
        now(vm); /* as CPython does: a reading may move the clock */
    } else {
        double end = loop_time(vm) + resolution;
        while (l->timers.len > 0 && l->timers.items[0].when < end) {
            Ticket ticket = timers_pop(&l->timers);
            if (is_handle(ticket.what)) AS(Handle, ticket.what)->scheduled = false;
            ring(vm, l, ticket);
        }
    }
    l->todo = l->rail.len;
    l->round++;
    record(vm, EV_ROUND, (uint32_t)l->round, l->todo);
    check_round(vm, l);
    return V_NONE;
}

/* --- the frame -------------------------------------------------------------------------------- */

/* The run ends: V_ERROR if an error ends it. */
static Value end_run(VM *vm, Frame *f, Loop *l, Value v) {
    Value future = f->slots[SLOT_FUTURE];
    if (!l->runner) record(vm, EV_LOOP_STOPS, l->number, 0);
    l->running = l->stopping = false;
    l->runner = NULL;
    l->todo = 0;
    aio(vm)->running = V_NONE;
    if (future == V_NONE) return v;
    Future *main = as_future(future);
    future_untell(vm, main, l->self);
    if (v == V_ERROR) {
        if (f->slots[SLOT_IS_NEW] == V_TRUE && main->state == FUTURE_FINISHED) main->unheard = false;
        return v;
    }
    if (main->state == FUTURE_PENDING)
        return vm_raise(vm, T_RUNTIME_ERROR, "Event loop stopped before Future completed.");
    return future_result(vm, main);
}

/* A task failed, nobody waits for it and nobody holds it: that is said at once, as CPython does, for
 * the first ones; later the collector finds them. */
static bool is_forgotten(VM *vm, Loop *l) {
    enum { SEARCHES = 50 };
    Value task = from_obj(l->suspect);
    l->suspect = NULL;
    if (l->searches >= SEARCHES || !as_future(task)->unheard) return false;
    l->searches++;
    return finalize_dropped(vm, task);
}

Value loop_step(VM *vm, Frame *f, Value v) {
    Loop *l = as_loop(f->slots[SLOT_LOOP]);
    if (f->stage == FRESH) {
        f->stage = LET_IN;
        l->running = true;
        l->runner = aio(vm)->cook;
        aio(vm)->running = l->self;
        if (!l->runner) crew_follow(vm, l);
        /* What runs in the thread of a cook is his doing: the chef is in his own loop, or in none. */
        if (!l->runner) record(vm, EV_LOOP_RUNS, l->number, 0);
        return vm_pause(vm); /* from here on no C function stands between the interpreter and us */
    }
    if (f->stage == LET_IN) {
        f->stage = STARTED;
        if (l->runner) { /* so that no turn of his begins within one of the chef's */
            record(vm, EV_JOB_STANDS, l->runner->number, 0);
            crew_ready(vm, l->runner);
            cook_rests(vm, l->runner);
            return vm_pause(vm);
        }
    }
    for (;;) {
        if (l->runs != RUNS_NOTHING && v != V_UNDEF) {
            v = settle(vm, l, v);
            if (v == V_TAIL) return v;
            if (v == V_ERROR) return end_run(vm, f, l, v);
            if (UNLIKELY(l->timed != V_NONE) && debug_ends(vm, l) == V_TAIL) {
                l->runs = RUNS_REPORT;
                return V_TAIL;
            }
        }
        if (l->suspect && is_forgotten(vm, l)) return vm_pause(vm);
        if (UNLIKELY(vm->tethers.live)) { /* what was let go of in C */
            tethers_check(vm);
            if (vm->to_finalize.len) return vm_pause(vm);
        }
        if (vm->stop) return vm_pause(vm);
        if (l->todo == 0) {
            if (l->stopping && f->stage == GOING) return end_run(vm, f, l, V_NONE);
            f->stage = GOING;
            Value waits = begin_round(vm, l);
            if (waits == V_ERROR) goto deadlock;
            if (waits != V_NONE) return waits;
            if (vm->stop) return vm_pause(vm);
            if (l->todo == 0) continue;
        }
        if (++l->since_pause >= PAUSE_AFTER) {
            l->since_pause = 0;
            return vm_pause(vm);
        }
        l->todo--;
        v = run_ticket(vm, l, rail_pop(&l->rail));
        if (v == V_TAIL || v == V_FRAME) return v;
    }
deadlock:
    run_deadlocked(vm);
    return vm_pause(vm);
}

uint32_t run_waiting(VM *vm) {
    const Loop *l = aio_running(vm);
    return l ? l->tasks.len : 0;
}

static bool may_run(VM *vm, const Loop *l) {
    const char *problem = l->closed    ? "Event loop is closed"
                          : l->running ? "This event loop is already running"
                          : aio(vm)->running != V_NONE
                              ? "Cannot run the event loop while another loop is running"
                              : NULL;
    if (problem) vm_raise(vm, T_RUNTIME_ERROR, "%s", problem);
    return !problem;
}

Value loop_run_forever(VM *vm, Loop *l) {
    if (!may_run(vm, l)) return V_ERROR;
    return vm_tail_step(vm, loop_step, RUN_SLOTS, (Value[]){l->self, V_NONE, V_FALSE});
}

/* Slots: loop, what to run. */
static Value run_for(VM *vm, Frame *f, Value v) {
    enum { ASKED, MADE, RAN };
    Loop *l = as_loop(f->slots[0]);
    if (v == V_ERROR || f->stage == RAN) return v;
    if (f->stage == ASKED) {
        if (!may_run(vm, l)) return V_ERROR;
        f->stage = MADE;
        v = aio_ensure_future(vm, f->slots[1], l);
        if (v == V_TAIL || v == V_ERROR) return v;
    }
    bool is_new = v != f->slots[1];
    if (is_new) as_future(v)->quiet = true;
    future_tell(vm, as_future(v), l->self);
    f->stage = RAN;
    return vm_tail_step(vm, loop_step, RUN_SLOTS, (Value[]){l->self, v, from_bool(is_new)});
}

Value loop_run_until_complete(VM *vm, Loop *l, Value what) {
    return vm_tail_step(vm, run_for, 2, (Value[]){l->self, what});
}
