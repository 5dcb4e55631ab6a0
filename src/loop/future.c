/* Futures: a value that comes later, and who is told of it. */
#include "loop/primitives.h"

#include "lib/contextvars.h"
#include "vm/generator.h"

/* An exception that nobody asked for; a task that will never be done. */
static bool dies_loudly(const Obj *o) {
    const Future *f = (const Future *)o;
    return f->unheard || (f->kind == FUTURE_TASK && f->state == FUTURE_PENDING && !f->quiet);
}

/* A task that waits holds itself, through what it waits for. */
static bool stands_alone(const Obj *o) {
    const Future *f = (const Future *)o;
    return f->kind == FUTURE_TASK && f->state == FUTURE_PENDING && f->loop != V_NONE &&
           !as_loop(f->loop)->closed;
}

const Payload future_payload = {.dies_loudly = dies_loudly, .stands_alone = stands_alone};

/* --- making ------------------------------------------------------------------------------ */

Future *future_blank(VM *vm, Class *cls, Value loop) {
    Future *f = record_sized(vm, cls, FUTURE_VALUES, sizeof *f);
    f->of = &future_payload;
    f->loop = loop;
    if (loop != V_NONE) f->made = debug_stack(vm, as_loop(loop));
    return f;
}

Future *future_new(VM *vm, Loop *l) {
    return future_blank(vm, aio(vm)->future, l->self);
}

Future *future_told(VM *vm, Future *f) {
    f->number = record_made_here(vm, OBJECT_FUTURE, 0);
    return f;
}

Value aio_loop_argument(VM *vm, Value given) {
    if (given != V_UNDEF && given != V_NONE) {
        if (is_loop(vm, given)) return given;
        return vm_raise(vm, T_TYPE_ERROR, "loop must be an event loop, not %s", type_name(vm, given));
    }
    Loop *running = aio_running(vm);
    return running ? running->self : aio_twin(vm, "default_loop", 0, NULL);
}

/* The default loop comes from Python; then the object is made as it was asked for. */
static Value construct_with_loop(VM *vm, Frame *fr, Value v) {
    if (v == V_UNDEF) return aio_twin(vm, "default_loop", 0, NULL);
    if (v != V_ERROR) v = aio_loop_argument(vm, v);
    return v == V_ERROR ? v : from_obj(future_told(vm, future_blank(vm, AS(Class, fr->slots[0]), v)));
}

static Value construct(VM *vm, Value *a, int n) {
    (void)n;
    if (primitive_has_own_init(vm, AS(Class, a[0])))
        return from_obj(future_blank(vm, AS(Class, a[0]), V_NONE));
    Value loop = aio_loop_argument(vm, a[1]);
    if (loop == V_TAIL) return vm_tail_step(vm, construct_with_loop, 1, a);
    return loop == V_ERROR ? loop : from_obj(future_told(vm, future_blank(vm, AS(Class, a[0]), loop)));
}

/* __init__ of a subclass's, or called by hand. */
static Value init_with_loop(VM *vm, Frame *fr, Value v) {
    if (v == V_UNDEF) v = aio_loop_argument(vm, fr->slots[1]);
    if (v == V_ERROR || v == V_TAIL) return v;
    as_future(fr->slots[0])->loop = v;
    return V_NONE;
}

static Value init(VM *vm, Value *a, int n) {
    (void)n;
    return vm_tail_step(vm, init_with_loop, 2, a);
}

static bool is_made(VM *vm, const Future *f) {
    if (f->loop != V_NONE) return true;
    vm_raise(vm, T_RUNTIME_ERROR, "%s object is not initialized.",
             f->kind == FUTURE_TASK ? "Task" : "Future");
    return false;
}

/* --- who is told --------------------------------------------------------------------------- */

static Value call_with(VM *vm, Future *f, Value function, Value context) {
    Value self = from_obj(f);
    return handle_new(vm, future_loop(f), function, tuple_from(vm, &self, 1), context);
}

static void tell_now(VM *vm, Future *f, Value who) {
    Loop *l = future_loop(f);
    if (is_tuple(who)) {
        const Tuple *t = AS(Tuple, who);
        loop_ready(vm, l, call_with(vm, f, t->items[0], t->items[1]), V_NONE);
    } else if (is_future(who) && as_future(who)->kind == FUTURE_PLAIN) {
        loop_ready(vm, l, who, V_NONE);
    } else {
        loop_ready(vm, l, who, from_obj(f));
    }
}

void future_tell(VM *vm, Future *f, Value who) {
    if (f->state != FUTURE_PENDING) tell_now(vm, f, who);
    else if (f->callbacks == V_NONE) f->callbacks = who;
    else if (is_list(f->callbacks)) list_push(vm, AS(List, f->callbacks), who);
    else f->callbacks = list_from(vm, (Value[]){f->callbacks, who}, 2);
}

static void tell_all(VM *vm, Future *f) {
    Value who = f->callbacks;
    f->callbacks = V_NONE;
    if (who == V_NONE) return;
    if (!is_list(who)) {
        tell_now(vm, f, who);
        return;
    }
    const List *l = AS(List, who);
    for (uint32_t i = 0; i < l->len; i++) tell_now(vm, f, l->items[i]);
}

/* Those who are told are woken because of `cause`. */
static void tell_because(VM *vm, Future *f, EventIndex cause) {
    EventIndex before = record_because(vm, cause);
    tell_all(vm, f);
    record_because(vm, before);
}

uint32_t future_untell(VM *vm, Future *f, Value who) {
    (void)vm;
    if (f->callbacks == who) {
        f->callbacks = V_NONE;
        return 1;
    }
    if (!is_list(f->callbacks)) return 0;
    List *l = AS(List, f->callbacks);
    uint32_t kept = 0, was = l->len;
    for (uint32_t i = 0; i < was; i++)
        if (l->items[i] != who) l->items[kept++] = l->items[i];
    l->len = kept;
    return was - kept;
}

void future_drop_timer(VM *vm, Future *f) {
    if (f->timing == TIMER_SET) timers_cancelled(&future_loop(f)->timers);
    if (f->timer) record(vm, EV_TIMER_DROPPED, f->timer, 0);
    if (f->timing != TIMER_NONE) f->timing = TIMER_DROPPED;
    f->timer = 0;
}

/* --- ends ------------------------------------------------------------------------------------ */

/* What the record says of the end of a future that is not a task: a cause for who is told. Of
 * those that are ours alone, and of what stands for a group or a job, whatever made us end it is
 * the cause. */
static EventIndex record_future_end(VM *vm, const Future *f, Outcome how, Value v) {
    static const EventKind kinds[] = {
        [OUTCOME_RETURNED] = EV_FUTURE_DONE,
        [OUTCOME_RAISED] = EV_FUTURE_FAILED,
        [OUTCOME_CANCELLED] = EV_FUTURE_CANCELLED,
    };
    ObjectKind kind = trace_object_at(recorder(vm)->trace, f->number)->kind;
    if (kind == OBJECT_FUTURE || (kind == OBJECT_JOB && how == OUTCOME_CANCELLED)) {
        uint32_t text = how == OUTCOME_RAISED ? record_exception(vm, v) : record_value(vm, v);
        return record(vm, kinds[how], f->number, text);
    }
    if (kind != OBJECT_NONE && kind != OBJECT_JOB) record(vm, EV_GROUP_ENDED, f->number, how);
    return record_cause(vm);
}

static EventIndex record_end(VM *vm, Future *f, Outcome how, Value v) {
    if (!recorder(vm)) return 0;
    if (f->kind != FUTURE_TASK) return record_future_end(vm, f, how, v);
    uint32_t text = how == OUTCOME_RAISED ? record_exception(vm, v) : record_value(vm, v);
    return record_about(vm, EV_TASK_DONE, f->number, 0, how, text);
}

static Value already_done(VM *vm, Future *f) {
    (void)f;
    return aio_raise(vm, aio(vm)->invalid_state_error, "invalid state");
}

Value future_set_result(VM *vm, Future *f, Value v) {
    if (f->state != FUTURE_PENDING) return already_done(vm, f);
    f->result = v;
    f->state = FUTURE_FINISHED;
    tell_because(vm, f, record_end(vm, f, OUTCOME_RETURNED, v));
    return V_NONE;
}

Value future_set_exception(VM *vm, Future *f, Value exc) {
    if (f->state != FUTURE_PENDING) return already_done(vm, f);
    f->exception = exc;
    f->result = AS(Exception, exc)->traceback;
    f->state = FUTURE_FINISHED;
    f->unheard = true;
    if (!f->watched) vec_push(&vm->finalizable, &f->obj);
    f->watched = true;
    tell_because(vm, f, record_end(vm, f, OUTCOME_RAISED, exc));
    return V_NONE;
}

bool future_cancel_plain(VM *vm, Future *f, Value message) {
    f->unheard = false;
    if (f->state != FUTURE_PENDING) return false;
    f->state = FUTURE_CANCELLED;
    f->cancel_message = message;
    tell_because(vm, f, record_end(vm, f, OUTCOME_CANCELLED, V_NONE));
    return true;
}

Value future_cancelled_error(VM *vm, Future *f) {
    if (f->cancelled_error != V_NONE) {
        Value e = f->cancelled_error;
        f->cancelled_error = V_NONE;
        return e;
    }
    Class *c = aio(vm)->cancelled_error;
    return f->cancel_message == V_NONE ? error_new(vm, c, 0, NULL) : error_new(vm, c, 1, &f->cancel_message);
}

Value future_failure(Future *f) {
    f->unheard = false;
    AS(Exception, f->exception)->traceback = f->result;
    f->result = V_NONE;
    return f->exception;
}

Value future_result(VM *vm, Future *f) {
    switch (f->state) {
    case FUTURE_PENDING: return aio_raise(vm, aio(vm)->invalid_state_error, "Result is not set.");
    case FUTURE_CANCELLED: return vm_raise_object(vm, future_cancelled_error(vm, f));
    case FUTURE_FINISHED: break;
    }
    f->unheard = false;
    if (f->exception == V_NONE) return f->result;
    return vm_raise_object(vm, future_failure(f));
}

/* --- methods ----------------------------------------------------------------------------------- */

static Value result(VM *vm, Value *a, int n) {
    (void)n;
    return is_made(vm, as_future(a[0])) ? future_result(vm, as_future(a[0])) : V_ERROR;
}

static Value exception(VM *vm, Value *a, int n) {
    (void)n;
    Future *f = as_future(a[0]);
    if (f->state == FUTURE_CANCELLED) return vm_raise_object(vm, future_cancelled_error(vm, f));
    if (f->state == FUTURE_PENDING)
        return aio_raise(vm, aio(vm)->invalid_state_error, "Exception is not set.");
    f->unheard = false;
    return f->exception;
}

/* Who is to be told is told by the loop, which must be open for that. */
static bool can_tell(VM *vm, const Future *f) {
    if (!future_loop(f)->closed) return true;
    vm_raise(vm, T_RUNTIME_ERROR, "Event loop is closed");
    return false;
}

static Value set_result(VM *vm, Value *a, int n) {
    (void)n;
    Future *f = as_future(a[0]);
    if (!is_made(vm, f)) return V_ERROR;
    bool tells = f->callbacks != V_NONE;
    Value v = future_set_result(vm, f, a[1]);
    return v == V_ERROR || !tells || can_tell(vm, f) ? v : V_ERROR;
}

static Value set_made(VM *vm, Value future, Value exc) {
    if (!is_kind(exc, KIND_EXCEPTION)) return vm_raise(vm, T_TYPE_ERROR, "invalid exception object");
    if (is_a(vm, exc, T_STOP_ITERATION))
        return vm_raise(vm, T_TYPE_ERROR,
                        "StopIteration interacts badly with generators and cannot be raised into a Future");
    return future_set_exception(vm, as_future(future), exc);
}

static Value set_class(VM *vm, Frame *f, Value v) {
    if (v == V_UNDEF) return vm_tail(vm, f->slots[1], 0, NULL);
    return v == V_ERROR ? v : set_made(vm, f->slots[0], v);
}

static Value set_exception(VM *vm, Value *a, int n) {
    (void)n;
    if (!is_made(vm, as_future(a[0]))) return V_ERROR;
    if (as_future(a[0])->state != FUTURE_PENDING) return already_done(vm, as_future(a[0]));
    if (is_class(a[1])) return vm_tail_step(vm, set_class, 2, a);
    return set_made(vm, a[0], a[1]);
}

static Value done(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(as_future(a[0])->state != FUTURE_PENDING);
}

static Value cancelled(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(as_future(a[0])->state == FUTURE_CANCELLED);
}

static Value cancel(VM *vm, Value *a, int n) {
    (void)n;
    bool failed = false, done = cancel_down(vm, as_future(a[0]), a[1] == V_UNDEF ? V_NONE : a[1], &failed);
    return failed ? V_ERROR : from_bool(done);
}

static Value add_done_callback(VM *vm, Value *a, int n) {
    (void)n;
    if (!is_made(vm, as_future(a[0]))) return V_ERROR;
    if (as_future(a[0])->state != FUTURE_PENDING && !can_tell(vm, as_future(a[0]))) return V_ERROR;
    Value context = a[2] == V_UNDEF || a[2] == V_NONE ? context_copy(vm) : a[2];
    future_tell(vm, as_future(a[0]), tuple_from(vm, (Value[]){a[1], context}, 2));
    return V_NONE;
}

/* Callbacks are compared with ==, but for those of ours, which a program cannot name. */
static Value remove_done_callback(VM *vm, Value *a, int n) {
    (void)n;
    Future *f = as_future(a[0]);
    const Value *who = &f->callbacks;
    uint32_t count = f->callbacks == V_NONE ? 0 : 1, kept = 0, removed = 0;
    if (is_list(f->callbacks)) who = AS(List, f->callbacks)->items, count = AS(List, f->callbacks)->len;
    for (uint32_t i = 0; i < count; i++)
        if (is_tuple(who[i]) && val_equal(vm, AS(Tuple, who[i])->items[0], a[1]) == NEEDS_PYTHON)
            return aio_twin(vm, "remove_done_callback", 2, a);
    Value *items = is_list(f->callbacks) ? AS(List, f->callbacks)->items : &f->callbacks;
    for (uint32_t i = 0; i < count; i++) {
        if (is_tuple(items[i]) && val_equal(vm, AS(Tuple, items[i])->items[0], a[1]) == YES) removed++;
        else items[kept++] = items[i];
    }
    if (is_list(f->callbacks)) AS(List, f->callbacks)->len = kept;
    else if (removed) f->callbacks = V_NONE;
    return from_small(removed);
}

static Value get_loop(VM *vm, Value *a, int n) {
    (void)n;
    return is_made(vm, as_future(a[0])) ? as_future(a[0])->loop : V_ERROR;
}

static Value make_cancelled_error(VM *vm, Value *a, int n) {
    (void)n;
    return future_cancelled_error(vm, as_future(a[0]));
}

/* --- what the library in Python sees of it ------------------------------------------------------ */

static Value state_name(VM *vm, Value *a, int n) {
    (void)n;
    static const char *const names[] = {"PENDING", "CANCELLED", "FINISHED"};
    return from_obj(str_intern(vm, names[as_future(a[0])->state], strlen(names[as_future(a[0])->state])));
}

#define FIELD(function, member)                      \
    static Value function(VM *vm, Value *a, int n) { \
        (void)vm, (void)n;                           \
        return as_future(a[0])->member;              \
    }
FIELD(get_plain_result, result)
FIELD(get_exception, exception)
#undef FIELD

static Value get_result(VM *vm, Value *a, int n) {
    return as_future(a[0])->exception == V_NONE ? get_plain_result(vm, a, n) : V_NONE;
}

static Value get_callbacks(VM *vm, Value *a, int n) {
    (void)n;
    const Future *f = as_future(a[0]);
    if (f->callbacks == V_NONE || !is_list(f->callbacks))
        return list_from(vm, &f->callbacks, f->callbacks != V_NONE);
    return list_from(vm, AS(List, f->callbacks)->items, AS(List, f->callbacks)->len);
}

static Value cancel_message(VM *vm, Value *a, int n) {
    (void)vm;
    if (n < 2) return as_future(a[0])->cancel_message;
    as_future(a[0])->cancel_message = a[1];
    return V_NONE;
}

static Value get_source(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return as_future(a[0])->made;
}

static Value set_callbacks(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    as_future(a[0])->callbacks = a[1];
    return V_NONE;
}

static Value blocking(VM *vm, Value *a, int n) {
    Future *f = as_future(a[0]);
    if (n < 2) return from_bool(f->blocking);
    f->blocking = val_truth(vm, a[1]) == YES;
    return V_NONE;
}

static Value log_traceback(VM *vm, Value *a, int n) {
    Future *f = as_future(a[0]);
    if (n < 2) return from_bool(f->unheard);
    if (val_truth(vm, a[1]) == YES)
        return vm_raise(vm, T_VALUE_ERROR, "_log_traceback can only be set to False");
    f->unheard = false;
    return V_NONE;
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    return aio_twin(vm, "future_repr", 1, a);
}

/* The collector found it dead. */
static Value del(VM *vm, Value *a, int n) {
    (void)n;
    Future *f = as_future(a[0]);
    if (f->kind == FUTURE_TASK && f->state == FUTURE_PENDING && !f->quiet && f->loop != V_NONE) {
        f->quiet = f->lost = true;
        record_about(vm, EV_TASK_LOST, f->number, f->stands, 0, 0);
        Value args[] = {a[0], from_bool(f->outlives)};
        return aio_twin(vm, "pending_task_destroyed", 2, args);
    }
    if (!f->unheard) return V_NONE;
    f->unheard = false;
    record_about(vm, EV_LOST, f->kind == FUTURE_TASK ? f->number : 0, 0, record_exception(vm, f->exception),
                 0);
    static const char *const names[] = {"exception", "future", "source_traceback"};
    Value values[] = {f->exception, a[0], f->made};
    Buf message = {0};
    Value name = f->obj.cls->name;
    str_to_utf8(AS(Str, name), &message);
    buf_adds(&message, " exception was never retrieved");
    Value v = loop_report(vm, future_loop(f), buf_cstr(&message), f->made == V_NONE ? 2 : 3, names, values);
    buf_deinit(&message);
    return v;
}

/* --- awaiting -------------------------------------------------------------------------------------- */

static Value await_future(VM *vm, Future *f) {
    if (f->state == FUTURE_PENDING) {
        if (f->blocking) return vm_raise(vm, T_RUNTIME_ERROR, "await wasn't used with future");
        f->blocking = true;
        return from_obj(f);
    }
    Value v = future_result(vm, f);
    return v == V_ERROR ? v : vm_return_stop(vm, v);
}

Value future_wait(VM *vm, Future *f) {
    f->blocking = true;
    return vm_yield(vm, from_obj(f));
}

Value future_waited(VM *vm, Future *f) {
    if (f->state == FUTURE_PENDING) return vm_raise(vm, T_RUNTIME_ERROR, "await wasn't used with future");
    return future_result(vm, f);
}

/* Whoever sleeps has nobody else who would drop the timer. */
static void await_given_up(VM *vm, Value self) {
    Future *f = as_future(self);
    if (f->sleeps) future_drop_timer(vm, f);
    f->sleeps = false;
}

/* `await f`: the future itself stands on the stack meanwhile. */
static Value await_step(VM *vm, Value self, Value sent) {
    (void)sent;
    Future *f = as_future(self);
    if (f->state != FUTURE_PENDING) await_given_up(vm, self);
    return await_future(vm, f);
}

/* What f.__await__() gives to who drives it by hand. Slot: the future, None at the end. */
static Value iter_await_step(VM *vm, Value self, Value sent) {
    (void)sent;
    Record *it = AS(Record, self);
    if (it->slots[0] == V_NONE) return vm_return_stop(vm, V_NONE);
    Value v = await_future(vm, as_future(it->slots[0]));
    if (v == V_STOP || v == V_ERROR) it->slots[0] = V_NONE;
    return v;
}

static Value await_method(VM *vm, Value *a, int n) {
    (void)n;
    Value it = record_new(vm, aio(vm)->future_iter, 1);
    AS(Record, it)->slots[0] = a[0];
    return it;
}

static Value iter_next(VM *vm, Value *a, int n) {
    (void)n;
    Value v = iter_await_step(vm, a[0], V_NONE);
    return v == V_STOP ? vm_raise_value(vm, T_STOP_ITERATION, vm_returned(vm)) : v;
}

static Value iter_itself(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return a[0];
}

static Value iter_close(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    AS(Record, a[0])->slots[0] = V_NONE;
    return V_NONE;
}

static Value raise_thrown(VM *vm, Value exc) {
    vm->error = exc;
    return V_ERROR;
}

static Value throw_made(VM *vm, Frame *f, Value v) {
    return v == V_UNDEF ? thrown_call(vm, f->slots) : raise_thrown(vm, thrown_called(vm, f->slots, v));
}

static Value iter_throw(VM *vm, Value *a, int n) {
    (void)n;
    if (a[3] != V_UNDEF && a[3] != V_NONE && !is_kind(a[3], KIND_TRACEBACK))
        return vm_raise(vm, T_TYPE_ERROR, "throw() third argument must be a traceback");
    bool is_class_of_errors =
        is_class(a[1]) && class_derives(AS(Class, a[1]), class_get(vm, T_BASE_EXCEPTION));
    if (!is_class_of_errors && !is_kind(a[1], KIND_EXCEPTION))
        return vm_raise(vm, T_TYPE_ERROR,
                        "exceptions must be classes deriving BaseException or instances of such a class");
    Value exc = thrown_exception(vm, a + 1);
    if (exc == V_ERROR) return exc;
    AS(Record, a[0])->slots[0] = V_NONE;
    return exc == V_TAIL ? vm_tail_step(vm, throw_made, 3, a + 1) : raise_thrown(vm, exc);
}

static const NativeDef iter_methods[] = {
    {"__iter__", iter_itself, 1, 1, NF_SLOT, NULL}, {"__next__", iter_next, 1, 1, NF_SLOT, NULL},
    {"send", iter_next, 2, 2, NF_SELF, NULL},       {"throw", iter_throw, 2, 4, NF_SELF, NULL},
    {"close", iter_close, 1, 1, NF_SELF, NULL},     {0},
};

static const NativeDef future_methods[] = {
    {"__init__", init, 1, 2, NF_SLOT, "self, /, *, loop"},
    {"result", result, 1, 1, NF_SELF, NULL},
    {"exception", exception, 1, 1, NF_SELF, NULL},
    {"set_result", set_result, 2, 2, NF_SELF, "self, result, /"},
    {"set_exception", set_exception, 2, 2, NF_SELF, "self, exception, /"},
    {"done", done, 1, 1, NF_SELF, NULL},
    {"cancelled", cancelled, 1, 1, NF_SELF, NULL},
    {"cancel", cancel, 1, 2, NF_SELF, "self, msg"},
    {"add_done_callback", add_done_callback, 2, 3, NF_SELF, "self, fn, /, *, context"},
    {"remove_done_callback", remove_done_callback, 2, 2, NF_SELF, "self, fn, /"},
    {"get_loop", get_loop, 1, 1, NF_SELF, NULL},
    {"_make_cancelled_error", make_cancelled_error, 1, 1, NF_SELF, NULL},
    {"_loop", get_loop, 1, 1, NF_GETTER, NULL},
    {"_state", state_name, 1, 1, NF_GETTER, NULL},
    {"_result", get_result, 1, 1, NF_GETTER, NULL},
    {"_exception", get_exception, 1, 1, NF_GETTER, NULL},
    {"_cancel_message", cancel_message, 1, 2, NF_GETTER, NULL},
    {"_callbacks", get_callbacks, 1, 1, NF_GETTER, NULL},
    {"_source_traceback", get_source, 1, 1, NF_GETTER, NULL},
    {"_set_callbacks", set_callbacks, 2, 2, NF_SELF, NULL},
    {"_asyncio_future_blocking", blocking, 1, 2, NF_GETTER, NULL},
    {"_log_traceback", log_traceback, 1, 2, NF_GETTER, NULL},
    {"__await__", await_method, 1, 1, NF_SLOT, NULL},
    {"__iter__", await_method, 1, 1, NF_SLOT, NULL},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {"__del__", del, 1, 1, NF_SLOT, NULL},
    {0},
};

static const NativeDef future_construct = {"Future", construct, 1, 2, 0, "cls, /, *, loop"};

void futures_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    Class *object = class_get(vm, T_OBJECT);
    a->future =
        class_define(vm, "_asyncio", "Future", object, KIND_RECORD, &future_construct, future_methods);
    a->future->await_step = await_step;
    a->future->await_given_up = await_given_up;
    a->future->flags |= CLASS_OPEN;
    class_add_getitem(vm, a->future);
    a->future_iter = class_define(vm, "_asyncio", "FutureIter", object, KIND_RECORD, NULL, iter_methods);
    a->future_iter->await_step = iter_await_step;
    module_set(vm, m, "Future", from_obj(a->future));
}
