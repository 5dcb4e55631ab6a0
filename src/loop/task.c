/* Tasks: a coroutine that a loop drives, turn by turn. */
#include "loop/aio.h"
#include "loop/naming.h"

#include "lib/contextvars.h"

#include <stdlib.h>

/* --- making ---------------------------------------------------------------------------- */

bool is_coroutine(VM *vm, Value v) {
    if (is_kind(v, KIND_GENERATOR)) return as_obj(v)->cls != vm->types[T_ASYNC_GENERATOR];
    /* Any class that has what a coroutine has. */
    Class *c = class_of(vm, v);
    if (c == vm->types[T_ASYNC_ASEND] || c == vm->types[T_ASYNC_ATHROW]) return true;
    return is_kind(v, KIND_INSTANCE) && class_special(vm, c, SP_AWAIT) != V_UNDEF &&
           class_lookup(vm, c, vm->names[NAME_send]) != V_UNDEF &&
           class_lookup(vm, c, vm->names[NAME_throw_]) != V_UNDEF &&
           class_lookup(vm, c, vm->names[NAME_close]) != V_UNDEF;
}

static NameCode name_code(VM *vm, const Future *t) {
    return is_int(t->name) ? trace_name_number((uint32_t)as_small(t->name)) : record_str(vm, t->name);
}

static EventIndex record_made(VM *vm, Future *t) {
    Recorder *r = recorder(vm);
    Generator *g = is_kind(t->coro, KIND_GENERATOR) ? AS(Generator, t->coro) : NULL;
    t->stands = record_stand(vm, t->coro);
    t->number = trace_make_task(r->trace, record_time(vm), record_here(vm), r->task, name_code(vm, t),
                                record_coroutine_name(vm, t->coro), g ? g->made : 0);
    if (g) g->made = 0;
    bool is_ours = g && r->task == 0 && g->code && g->code->flags & CODE_LIBRARY && record_in_library(vm);
    if (is_ours) trace_library_task(r->trace, t->number);
    return t->number ? trace_task_at(r->trace, t->number)->made : 0;
}

static void enrol(VM *vm, Loop *l, Future *t) {
    t->serial = ++aio(vm)->task_count;
    t->place = l->tasks.len;
    vec_push(&l->tasks, t);
    EventIndex before = record_cause(vm);
    if (recorder(vm)) record_because(vm, record_made(vm, t));
    loop_ready(vm, l, from_obj(t), V_NONE);
    record_because(vm, before);
}

static void forget_task(Loop *l, const Future *t) {
    if (l->closed) return;
    Future *last = l->tasks.items[--l->tasks.len];
    l->tasks.items[t->place] = last;
    last->place = t->place;
}

static Value not_a_coroutine(VM *vm, Frame *f, Value v) {
    (void)f;
    if (v == V_UNDEF) return aio_twin(vm, "repr_of", 1, f->slots);
    if (v == V_ERROR) return v;
    Buf b = {0};
    str_to_utf8(AS(Str, v), &b);
    vm_raise(vm, T_TYPE_ERROR, "a coroutine was expected, got %s", buf_cstr(&b));
    buf_deinit(&b);
    return V_ERROR;
}

/* Gives a task what it runs and puts it on the rail. */
static Value fill(VM *vm, Future *t, Value coro, Value name, Value context) {
    Aio *a = aio(vm);
    if (!is_coroutine(vm, coro)) {
        t->quiet = true;
        return vm_tail_step(vm, not_a_coroutine, 1, &coro);
    }
    t->kind = FUTURE_TASK;
    t->coro = coro;
    t->context = context == V_NONE ? context_copy(vm) : context;
    t->name = name == V_NONE ? from_small((int64_t)++a->name_count) : name;
    enrol(vm, future_loop(t), t);
    return from_obj(t);
}

Value task_new(VM *vm, Class *cls, Loop *l, Value coro, Value name, Value context) {
    return fill(vm, future_blank(vm, cls, l->self), coro, name, context);
}

/* A name is what str() makes of it. */
static Value named(VM *vm, Frame *f, Value v) {
    if (v == V_UNDEF) return vm_tail(vm, from_obj(vm->types[T_STR]), 1, &f->slots[2]);
    if (v == V_ERROR) return v;
    return fill(vm, as_future(f->slots[0]), f->slots[1], v, f->slots[3]);
}

static Value begin(VM *vm, Value task, Value coro, Value name, Value context) {
    if (name == V_UNDEF) name = V_NONE;
    if (context == V_UNDEF) context = V_NONE;
    if (name == V_NONE || is_exact(vm, name, T_STR)) return fill(vm, as_future(task), coro, name, context);
    return vm_tail_step(vm, named, 4, (Value[]){task, coro, name, context});
}

static Value construct_later(VM *vm, Frame *f, Value v) {
    if (v == V_ERROR) return v;
    if (f->stage++ == 0) return aio_twin(vm, "default_loop", 0, NULL);
    if (f->stage > 2) return v;
    v = aio_loop_argument(vm, v);
    if (v == V_ERROR) return v;
    Future *t = future_blank(vm, AS(Class, f->slots[0]), v);
    t->kind = FUTURE_TASK;
    return begin(vm, from_obj(t), f->slots[1], f->slots[3], f->slots[4]);
}

/* Task(coro, *, loop, name, context): without coro for a subclass, whose __init__ gives it. */
static Value construct(VM *vm, Value *a, int n) {
    (void)n;
    if (a[1] == V_UNDEF) {
        Future *t = future_blank(vm, AS(Class, a[0]), V_NONE);
        t->kind = FUTURE_TASK;
        t->quiet = true;
        return from_obj(t);
    }
    Value loop = aio_loop_argument(vm, a[2]);
    if (loop == V_ERROR) return loop;
    if (loop == V_TAIL) return vm_tail_step(vm, construct_later, 5, a);
    Future *t = future_blank(vm, AS(Class, a[0]), loop);
    t->kind = FUTURE_TASK;
    return begin(vm, from_obj(t), a[1], a[3], a[4]);
}

static Value init_went(VM *vm, Frame *f, Value v) {
    if (v == V_ERROR) return v;
    Future *t = as_future(f->slots[0]);
    if (f->stage == 0 && v == V_UNDEF) {
        Value loop = aio_loop_argument(vm, f->slots[2]);
        if (loop == V_ERROR || loop == V_TAIL) return loop;
        v = loop;
    }
    if (f->stage++ == 0) {
        t->loop = v;
        t->quiet = false;
        Value made = begin(vm, f->slots[0], f->slots[1], f->slots[3], f->slots[4]);
        if (made == V_ERROR || made == V_TAIL) return made;
    }
    return V_NONE;
}

static Value init(VM *vm, Value *a, int n) {
    (void)n;
    return vm_tail_step(vm, init_went, 5, a);
}

/* --- a turn ---------------------------------------------------------------------------------- */

/* That what it waited for was cancelled is raised first, as in CPython: what the program was
 * handling when it began to run the loop is its context then (asyncio.run tidies up with the error
 * of main in its hands). */
static Value raised(VM *vm, Value exc) {
    vm_raise_object(vm, exc);
    vm->error = V_UNDEF;
    return exc;
}

/* Of those that are of another class (a gather's, the program's) CPython calls result(), which raises. */
static bool is_plain(VM *vm, const Future *f) {
    return f->obj.cls == aio(vm)->future || f->obj.cls == aio(vm)->task;
}

/* What is to be thrown into the coroutine, or V_UNDEF: what it waited for failed, or it is
 * to be cancelled. */
static Value thrown(VM *vm, Future *t, Value with) {
    Value exc = V_UNDEF;
    if (is_future(with)) {
        Future *f = as_future(with);
        if (f->state == FUTURE_CANCELLED) exc = raised(vm, future_cancelled_error(vm, f));
        else if (f->exception != V_NONE)
            exc = is_plain(vm, f) ? future_failure(f) : raised(vm, future_failure(f));
    } else if (with != V_NONE) {
        exc = with;
    }
    if (!t->must_cancel) return exc;
    t->must_cancel = false;
    if (exc != V_UNDEF && class_derives(as_obj(exc)->cls, aio(vm)->cancelled_error)) return exc;
    return future_cancelled_error(vm, t);
}

/* Of a class of the program: its own send() or throw(), whose end is a StopIteration. */
static Value foreign_turn(VM *vm, Frame *f, Value v) {
    if (v == V_UNDEF) {
        bool is_throw = f->slots[1] != V_UNDEF;
        Value method = attr_get(vm, f->slots[0], vm->names[is_throw ? NAME_throw_ : NAME_send]);
        if (method == V_ERROR || method == V_TAIL) return V_ERROR;
        Value arg = is_throw ? f->slots[1] : V_NONE;
        return vm_tail(vm, method, 1, &arg);
    }
    if (v != V_ERROR || !vm_error_is(vm, T_STOP_ITERATION)) return v;
    Value result = AS(Exception, vm->error)->extra[0];
    vm->error = V_UNDEF;
    return vm_return_stop(vm, result == V_UNDEF ? V_NONE : result);
}

static void record_thrown(VM *vm, Future *t, Value exc) {
    if (!recorder(vm) || exc == V_UNDEF || !class_derives(as_obj(exc)->cls, aio(vm)->cancelled_error)) return;
    record_about(vm, EV_CANCEL_DELIVERED, t->number, t->stands, t->asked ? t->asked : t->reason, 0);
    t->asked = 0;
}

Value task_turn(VM *vm, Future *t, Value with) {
    Value exc = thrown(vm, t, with);
    record_thrown(vm, t, exc);
    future_loop(t)->thrown = exc;
    t->waiting = V_NONE;
    if (is_kind(t->coro, KIND_GENERATOR))
        return vm_resume(vm, AS(Generator, t->coro), exc == V_UNDEF ? V_NONE : exc, exc != V_UNDEF,
                         THEN_TURN);
    return vm_tail_step(vm, foreign_turn, 2, (Value[]){t->coro, exc});
}

/* What is woken because the turn has ended is woken by that event. */
static void end_turn(VM *vm, Future *t, TurnEnd how, EventIndex reason) {
    Recorder *r = recorder(vm);
    if (!r) return;
    if (r->unnamed_count) naming_record(vm, t);
    t->stands = how == TURN_WAITS || how == TURN_YIELDS ? record_stand(vm, t->coro) : 0;
    r->task = 0;
    r->cause = record_about(vm, EV_TURN_ENDED, t->number, t->stands, how, reason);
}

static EventIndex reason_to_wait(VM *vm, const Future *t, Future *f) {
    if (f->kind == FUTURE_PLAIN && f->reason) return f->reason;
    PlaceId place = record_stand(vm, t->coro);
    if (f->kind == FUTURE_TASK) return record_about(vm, EV_AWAITS_TASK, t->number, place, f->number, 0);
    if (!f->number) f->number = record_object(vm, OBJECT_FUTURE, 0); /* the library's */
    return record_about(vm, EV_AWAITS, t->number, place, f->number, 0);
}

static void finish(VM *vm, Future *t) {
    (void)vm;
    forget_task(future_loop(t), t);
}

static TurnEnd turn_end_of(const Future *t) {
    if (t->state == FUTURE_CANCELLED) return TURN_CANCELLED;
    return t->exception == V_NONE ? TURN_RETURNS : TURN_RAISES;
}

static Value task_failed(VM *vm, Future *t) {
    Value exc = vm->error;
    vm->error = V_UNDEF;
    finish(vm, t);
    if (class_derives(as_obj(exc)->cls, aio(vm)->cancelled_error)) {
        t->cancelled_error = exc;
        future_cancel_plain(vm, t, V_NONE);
        return V_NONE;
    }
    if (t->callbacks == V_NONE) future_loop(t)->suspect = t;
    future_set_exception(vm, t, exc);
    /* These end the loop as well. */
    if (class_derives(as_obj(exc)->cls, vm->types[T_SYSTEM_EXIT]) ||
        class_derives(as_obj(exc)->cls, vm->types[T_KEYBOARD_INTERRUPT]))
        return vm_raise_object(vm, exc);
    return V_NONE;
}

static Value task_returned(VM *vm, Future *t) {
    Value v = vm_returned(vm);
    finish(vm, t);
    if (t->must_cancel) { /* asked just before it returned */
        t->must_cancel = false;
        future_cancel_plain(vm, t, t->cancel_message);
        return V_NONE;
    }
    return future_set_result(vm, t, v);
}

/* Waits for what it has yielded. */
static Value task_waits(VM *vm, Future *t, Future *f) {
    f->blocking = false;
    if (recorder(vm)) end_turn(vm, t, TURN_WAITS, reason_to_wait(vm, t, f));
    future_tell(vm, f, from_obj(t));
    t->waiting = from_obj(f);
    if (t->must_cancel && future_cancel(vm, f, t->cancel_message)) t->must_cancel = false;
    return V_NONE;
}

/* A class of the program whose own add_done_callback is to hear of everyone who waits. */
static bool hears_waiters(VM *vm, const Future *f) {
    if (f->obj.cls->flags & CLASS_BUILTIN) return false;
    Value method = class_lookup(vm, f->obj.cls, str_intern(vm, "add_done_callback", 17));
    return !is_kind(method, KIND_NATIVE);
}

/* The callback that such a one gets: the task's turn is the next thing that happens. */
static Value wakeup(VM *vm, Value *a, int n) {
    (void)n;
    Loop *l = future_loop(as_future(a[0]));
    loop_ready_first(vm, l, a[0], a[1]);
    return V_NONE;
}

Value task_went(VM *vm, Future *t, Value v) {
    if (v == V_STOP || v == V_ERROR) {
        v = v == V_STOP ? task_returned(vm, t) : task_failed(vm, t);
        end_turn(vm, t, turn_end_of(t), 0);
        return v;
    }
    if (v == V_NONE) {
        end_turn(vm, t, TURN_YIELDS, 0);
        loop_ready(vm, future_loop(t), from_obj(t), V_NONE);
        return V_NONE;
    }
    if (is_future(v) && v != from_obj(t)) {
        Future *f = as_future(v);
        if (f->blocking && f->loop == t->loop && UNLIKELY(hears_waiters(vm, f))) {
            f->blocking = false;
            t->waiting = v;
            if (recorder(vm)) end_turn(vm, t, TURN_WAITS, reason_to_wait(vm, t, f));
            return aio_twin(vm, "wait_by_callback", 2, (Value[]){from_obj(t), v});
        }
        if (f->blocking && f->loop == t->loop) return task_waits(vm, t, f);
    }
    end_turn(vm, t, TURN_YIELDS, 0);
    return aio_twin(vm, "bad_yield", 2, (Value[]){from_obj(t), v});
}

/* --- cancelling ------------------------------------------------------------------------------- */

static void record_asked(VM *vm, Future *t, Value message) {
    Recorder *r = recorder(vm);
    if (!r) return;
    t->asked =
        record_about(vm, EV_CANCEL_ASKED, t->number, record_here(vm), r->task, record_str(vm, message));
    r->cause = t->asked;
}

/* Down the chain of those who wait for each other: a task of a task of … Tasks that wait for each other
 * in a circle end as in CPython, with a RecursionError, which is `*failed`. */
static bool task_cancel(VM *vm, Future *t, Value message, bool *failed) {
    t->unheard = false;
    if (t->state != FUTURE_PENDING) return false;
    record_asked(vm, t, message);
    t->cancels++;
    if (t->waiting != V_NONE && cancel_down(vm, as_future(t->waiting), message, failed)) return true;
    if (*failed) return false;
    t->must_cancel = true;
    t->cancel_message = message;
    return true;
}

bool cancel_down(VM *vm, Future *f, Value message, bool *failed) {
    EventIndex before = record_cause(vm);
    bool done = false;
    if (*failed || !vm_enter_c(vm, "while calling a Python object")) {
        *failed = true;
        return false;
    }
    switch (f->kind) {
    case FUTURE_TASK:
        done = task_cancel(vm, f, message, failed);
        record_because(vm, before);
        break;
    case FUTURE_GATHERING: done = gathering_cancel(vm, f, message, failed); break;
    case FUTURE_PLAIN: done = future_cancel_plain(vm, f, message); break;
    }
    vm_leave_c(vm);
    return done;
}

bool future_cancel(VM *vm, Future *f, Value message) {
    bool failed = false, done = cancel_down(vm, f, message, &failed);
    if (failed) vm->error = V_NONE;
    return done;
}

/* --- methods ----------------------------------------------------------------------------------- */

Value task_name(VM *vm, const Future *t) {
    return is_int(t->name) ? str_format(vm, "Task-%lld", (long long)as_small(t->name)) : t->name;
}

static Value get_name(VM *vm, Value *a, int n) {
    (void)n;
    return task_name(vm, as_future(a[0]));
}

/* Where a task stands, at the board or not. */
static PlaceId record_where(VM *vm, const Future *t) {
    if (!recorder(vm)) return 0;
    return recorder(vm)->task == t->number ? record_here(vm) : t->stands;
}

static void rename_task(VM *vm, Future *t, Value name) {
    t->name = name;
    record_about(vm, EV_TASK_NAMED, t->number, record_where(vm, t), record_str(vm, name), 0);
}

static Value rename_with(VM *vm, Frame *f, Value v) {
    if (v == V_UNDEF) return vm_tail(vm, from_obj(vm->types[T_STR]), 1, &f->slots[1]);
    if (v == V_ERROR) return v;
    rename_task(vm, as_future(f->slots[0]), v);
    return V_NONE;
}

static Value set_name(VM *vm, Value *a, int n) {
    (void)n;
    if (!is_exact(vm, a[1], T_STR)) return vm_tail_step(vm, rename_with, 2, a);
    rename_task(vm, as_future(a[0]), a[1]);
    return V_NONE;
}

static Value get_coro(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return as_future(a[0])->coro;
}

static Value get_context(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return as_future(a[0])->context;
}

static Value get_waiting(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return as_future(a[0])->waiting;
}

static Value get_must_cancel(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(as_future(a[0])->must_cancel);
}

static Value log_destroy_pending(VM *vm, Value *a, int n) {
    Future *t = as_future(a[0]);
    if (n < 2) return from_bool(!t->quiet);
    t->quiet = val_truth(vm, a[1]) != YES;
    return V_NONE;
}

static Value cancel_delivered(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    as_future(a[0])->must_cancel = false;
    return V_NONE;
}

static Value cancelling(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_small(as_future(a[0])->cancels);
}

static Value uncancel(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    Future *t = as_future(a[0]);
    if (t->cancels > 0) {
        t->cancels--;
        record_about(vm, EV_UNCANCELLED, t->number, record_where(vm, t), t->cancels, 0);
    }
    return from_small(t->cancels);
}

static Value refuse_result(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    return vm_raise(vm, T_RUNTIME_ERROR, "Task does not support set_result operation");
}

static Value refuse_exception(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    return vm_raise(vm, T_RUNTIME_ERROR, "Task does not support set_exception operation");
}

static Value get_stack(VM *vm, Value *a, int n) {
    (void)n;
    Value args[] = {a[0], a[1] == V_UNDEF ? V_NONE : a[1]};
    return aio_twin(vm, "task_stack", 2, args);
}

static Value print_stack(VM *vm, Value *a, int n) {
    (void)n;
    Value args[] = {a[0], a[1] == V_UNDEF ? V_NONE : a[1], a[2] == V_UNDEF ? V_NONE : a[2]};
    return aio_twin(vm, "task_print_stack", 3, args);
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    return aio_twin(vm, "task_repr", 1, a);
}

static const NativeDef methods[] = {
    {"__init__", init, 2, 5, NF_SLOT, "self, coro, /, *, loop, name, context"},
    {"get_name", get_name, 1, 1, NF_SELF, NULL},
    {"set_name", set_name, 2, 2, NF_SELF, "self, value, /"},
    {"get_coro", get_coro, 1, 1, NF_SELF, NULL},
    {"get_context", get_context, 1, 1, NF_SELF, NULL},
    {"cancelling", cancelling, 1, 1, NF_SELF, NULL},
    {"uncancel", uncancel, 1, 1, NF_SELF, NULL},
    {"set_result", refuse_result, 2, 2, NF_SELF, NULL},
    {"set_exception", refuse_exception, 2, 2, NF_SELF, NULL},
    {"get_stack", get_stack, 1, 2, NF_SELF, "self, /, *, limit"},
    {"print_stack", print_stack, 1, 3, NF_SELF, "self, /, *, limit, file"},
    {"_cancel_delivered", cancel_delivered, 1, 1, NF_SELF, NULL},
    {"_wakeup", wakeup, 2, 2, NF_SELF, NULL},
    {"_coro", get_coro, 1, 1, NF_GETTER, NULL},
    {"_fut_waiter", get_waiting, 1, 1, NF_GETTER, NULL},
    {"_must_cancel", get_must_cancel, 1, 1, NF_GETTER, NULL},
    {"_log_destroy_pending", log_destroy_pending, 1, 2, NF_GETTER, NULL},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {0},
};

static const NativeDef task_construct = {"Task", construct, 1, 5, 0, "cls, coro, /, *, loop, name, context"};

/* --- functions of the module ------------------------------------------------------------------ */

static Value current_task(VM *vm, Value *a, int n) {
    (void)n;
    bool given = a[0] != V_UNDEF && a[0] != V_NONE;
    if (given && !is_loop(vm, a[0])) return V_NONE;
    const Loop *l = given ? as_loop(a[0]) : aio_need_loop(vm);
    if (!l) return V_ERROR;
    return l->runs == RUNS_TURN ? l->now_running : V_NONE;
}

static int by_serial(const void *a, const void *b) {
    uint64_t x = (*(Future *const *)a)->serial, y = (*(Future *const *)b)->serial;
    return x < y ? -1 : x > y;
}

/* A list, in the order in which they were made. */
static Value tasks_in_order(VM *vm, Value *a, int n) {
    (void)n;
    if (!is_loop(vm, a[0])) return list_new(vm, 0);
    const Loop *l = as_loop(a[0]);
    Future **sorted = mem_alloc((l->tasks.len + 1) * sizeof *sorted);
    if (l->tasks.len > 0) memcpy(sorted, l->tasks.items, l->tasks.len * sizeof *sorted);
    qsort(sorted, l->tasks.len, sizeof *sorted, by_serial);
    Value list = list_new(vm, l->tasks.len);
    for (uint32_t i = 0; i < l->tasks.len; i++) list_push(vm, AS(List, list), from_obj(sorted[i]));
    mem_free(sorted);
    return list;
}

/* Added in that order too, so that a run repeats exactly. */
static Value all_tasks(VM *vm, Value *a, int n) {
    Value loop = a[0];
    if (loop == V_UNDEF || loop == V_NONE) {
        if (!aio_need_loop(vm)) return V_ERROR;
        loop = aio(vm)->running;
    }
    Value list = tasks_in_order(vm, &loop, n), set = set_new(vm, false);
    for (uint32_t i = 0; i < AS(List, list)->len; i++) set_add(vm, AS(Set, set), AS(List, list)->items[i]);
    return set;
}

static const NativeDef functions[] = {
    {"current_task", current_task, 0, 1, NF_PYTHON, "loop"},
    {"all_tasks", all_tasks, 0, 1, NF_PYTHON, "loop"},
    {"_tasks_in_order", tasks_in_order, 1, 1, 0, NULL},
    {0},
};

void tasks_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    a->task = class_define(vm, "_asyncio", "Task", a->future, KIND_RECORD, &task_construct, methods);
    a->task->flags |= CLASS_OPEN;
    module_set(vm, m, "Task", from_obj(a->task));
    aio_functions(vm, m, functions);
}
