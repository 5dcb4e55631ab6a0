/* Event loops as a program sees them. */
#include "loop/aio.h"
#include "loop/cook.h"
#include "loop/loop_modules.h"
#include "loop/primitives.h"

#include "lib/contextvars.h"
#include "lib/moment.h"

#include <math.h>
#include <stdlib.h>

#define NS 1e9

static Loop *self_of(const Value *a) {
    return as_loop(a[0]);
}

/* --- time ------------------------------------------------------------------------------- */

/* The clock moves whenever it is read, as a real one does: no two sleepers have one deadline. */
double loop_time(VM *vm) {
    vm_charge(vm, 1);
    const Host *host = vm_host(vm);
    return (double)(CLOCK_SECONDS * (int64_t)NS + host->now_ns(host->data, vm)) / NS;
}

Ticks loop_ticks(double when) {
    double ns = (when - CLOCK_SECONDS) * NS;
    if (!(ns < 9.2e18)) return INT64_MAX;
    return ns <= 0 ? 0 : llround(ns);
}

/* --- making ------------------------------------------------------------------------------- */

static void mark(VM *vm, void *payload) {
    const Loop *l = payload;
    const Value own[] = {l->self,          l->exception_handler, l->task_factory, l->executor, l->now_running,
                         l->outer_context, l->context,           l->thrown,       l->timed};
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) heap_mark(vm, own[i]);
    rail_mark(vm, &l->rail);
    timers_mark(vm, &l->timers);
    for (uint32_t i = 0; i < l->cooks.len; i++) heap_mark(vm, from_obj(l->cooks.items[i]));
    for (uint32_t i = 0; i < l->tasks.len; i++) heap_mark(vm, from_obj(l->tasks.items[i]));
}

static void free_loop(void *payload) {
    Loop *l = payload;
    rail_deinit(&l->rail);
    timers_deinit(&l->timers);
    vec_deinit(&l->tasks);
    vec_deinit(&l->cooks);
    mem_free(l);
}

static const Payload loop_payload = {.free = free_loop, .mark = mark};

static Value construct(VM *vm, Value *a, int n) {
    (void)n;
    Value v = record_new(vm, AS(Class, a[0]), 0);
    Loop *l = mem_zalloc(sizeof *l);
    l->self = v;
    l->exception_handler = l->task_factory = l->executor = V_NONE;
    l->now_running = l->outer_context = l->context = l->thrown = l->timed = V_NONE;
    AS(Record, v)->payload = l;
    AS(Record, v)->of = &loop_payload;
    aio(vm)->loops_made++;
    l->number = record_object(vm, OBJECT_LOOP, 0);
    return module_is_loaded(vm, "logging") ? aio_twin(vm, "log_selector", 1, &v) : v;
}

/* --- running --------------------------------------------------------------------------------- */

static Value run_until_complete(VM *vm, Value *a, int n) {
    (void)n;
    return loop_run_until_complete(vm, self_of(a), a[1]);
}

static Value run_forever(VM *vm, Value *a, int n) {
    (void)n;
    return loop_run_forever(vm, self_of(a));
}

static Value stop(VM *vm, Value *a, int n) {
    (void)n;
    record(vm, EV_LOOP_STOP_ASKED, self_of(a)->number, 0);
    loop_stop(self_of(a));
    return V_NONE;
}

static Value close_loop(VM *vm, Value *a, int n) {
    (void)n;
    Loop *l = self_of(a);
    if (l->running) return vm_raise(vm, T_RUNTIME_ERROR, "Cannot close a running event loop");
    if (!l->closed) {
        record(vm, EV_LOOP_CLOSED, l->number, 0);
        aio(vm)->loops_closed++;
    }
    l->closed = true;
    l->rail.len = 0;
    l->timers.len = 0;
    l->executor = V_NONE;
    /* From now on nobody holds the tasks that are left but the program. */
    for (uint32_t i = 0; i < l->tasks.len; i++)
        if (!l->tasks.items[i]->watched) vec_push(&vm->finalizable, &l->tasks.items[i]->obj);
    l->tasks.len = 0;
    return V_NONE;
}

/* --- the end of the program ------------------------------------------------------------------ */

/* From now on only what it holds itself keeps a task alive. */
static void abandon(void *data, Obj *o) {
    VM *vm = data;
    if (o->kind != KIND_RECORD || ((Record *)o)->of != &loop_payload) return;
    Loop *l = ((Record *)o)->payload;
    if (l->closed || l->running) return;
    for (uint32_t i = 0; i < l->tasks.len; i++) {
        Future *f = l->tasks.items[i];
        if (!f->watched) vec_push(&vm->finalizable, &f->obj);
        f->watched = true;
    }
    aio(vm)->abandoned += l->tasks.len;
    l->tasks.len = 0;
}

static Value global_of(VM *vm, const char *module, const char *name) {
    Value m = dict_get_str(vm->modules, str_intern(vm, module, strlen(module)));
    if (!is_kind(m, KIND_MODULE)) return V_UNDEF;
    return dict_get_str(AS(ModuleObj, m)->attrs, str_intern(vm, name, strlen(name)));
}

/* The loop that the policy holds. */
static Value current_loop(VM *vm) {
    Value policy = global_of(vm, "asyncio.events", "_policy");
    if (!is_kind(policy, KIND_INSTANCE)) return V_UNDEF;
    Dict *own = obj_attrs(vm, as_obj(policy), false);
    return own ? dict_get_str(own, str_intern(vm, "_loop", 5)) : V_UNDEF;
}

/* What still waits for a timer of a loop that is held dies with the loop, and that is not seen if it is
 * the one that the policy holds to the very end. */
static void spare_held(VM *vm) {
    Value current = current_loop(vm);
    for (uint32_t i = 0; i < vm->finalizable.len; i++) {
        Value v = from_obj(vm->finalizable.items[i]);
        if (!is_task(v)) continue;
        as_future(v)->outlives = true;
        if (as_future(v)->loop == current) as_future(v)->quiet = true;
    }
}

/* CPython collects what is garbage when the program has ended, and lets go of the rest then. */
void loops_abandon(VM *vm) {
    Aio *a = aio(vm);
    if (a->loops_closed < a->loops_made) heap_each(vm, abandon, vm);
    if (!a->abandoned) return;
    heap_collect(vm);
    spare_held(vm);
}

static Value is_running(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(self_of(a)->running);
}

static Value is_closed(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(self_of(a)->closed);
}

static Value time_of(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    return from_float(loop_time(vm));
}

static bool is_callable(VM *vm, Value v) {
    return is_kind(v, KIND_FUNCTION) || is_kind(v, KIND_NATIVE) || is_kind(v, KIND_METHOD) || is_class(v) ||
           class_special(vm, class_of(vm, v), SP_CALL) != V_UNDEF;
}

/* --- callbacks ---------------------------------------------------------------------------------- */

/* call_soon(callback, *args, context=None) and its like: `first` is where the callback stands. */
typedef struct Call {
    Value callback, args, context;
} Call;

static bool read_call(VM *vm, const char *name, const Value *a, int n, int first, Call *out) {
    Value context = V_NONE;
    if (a[n] != V_UNDEF) {
        Dict *d = AS(Dict, a[n]);
        Value given = dict_get_str(d, str_intern(vm, "context", 7));
        if (given == V_UNDEF || d->used > 1) {
            uint32_t i = 0;
            for (DictEntry *e; (e = dict_next(d, &i));)
                if (!str_is(AS(Str, e->key), "context")) {
                    Buf b = {0};
                    str_to_utf8(AS(Str, e->key), &b);
                    vm_raise(vm, T_TYPE_ERROR, "BaseEventLoop.%s() got an unexpected keyword argument '%s'",
                             name, buf_cstr(&b));
                    buf_deinit(&b);
                    return false;
                }
        }
        context = given;
    }
    if (n <= first) {
        vm_raise(vm, T_TYPE_ERROR, "BaseEventLoop.%s() missing %d required positional argument%s: %s", name,
                 first + 1 - n, n < first ? "s" : "",
                 n < first
                     ? (strcmp(name, "call_at") == 0 ? "'when' and 'callback'" : "'delay' and 'callback'")
                     : "'callback'");
        return false;
    }
    out->callback = a[first];
    out->args = tuple_from(vm, a + first + 1, (uint32_t)(n - first - 1));
    out->context = context == V_NONE ? context_copy(vm) : context;
    return true;
}

/* In debug mode a loop looks at what it is given to call. */
static bool is_callback(VM *vm, const Loop *l, const char *name, Value v) {
    if (!l->debug) return true;
    bool coroutine =
        is_coroutine(vm, v) || (is_kind(v, KIND_FUNCTION) && AS(Function, v)->code->flags & CODE_COROUTINE);
    if (coroutine) return vm_raise(vm, T_TYPE_ERROR, "coroutines cannot be used with %s()", name), false;
    if (is_callable(vm, v)) return true;
    Buf b = {0};
    val_repr(vm, v, &b);
    vm_raise(vm, T_TYPE_ERROR, "a callable object was expected by %s(), got %s", name, buf_cstr(&b));
    buf_deinit(&b);
    return false;
}

static bool is_open(VM *vm, const Loop *l) {
    if (l->closed) vm_raise(vm, T_RUNTIME_ERROR, "Event loop is closed");
    return !l->closed;
}

static Value call_soon(VM *vm, Value *a, int n) {
    Loop *l = self_of(a);
    Call c;
    if (!read_call(vm, "call_soon", a, n, 1, &c) || !is_open(vm, l)) return V_ERROR;
    if (!is_callback(vm, l, "call_soon", c.callback)) return V_ERROR;
    Value h = handle_new(vm, l, c.callback, c.args, c.context);
    loop_ready(vm, l, h, V_NONE);
    return h;
}

static Value call_time(VM *vm, Loop *l, double when, const Call *c) {
    Value h = timer_handle_new(vm, l, when, c->callback, c->args, c->context);
    AS(Handle, h)->scheduled = true;
    loop_timer(vm, l, when, h, V_NONE);
    Handle *handle = AS(Handle, h);
    if (!handle->library) record(vm, EV_CALLBACK_LATER, handle->timer, record_function_name(vm, c->callback));
    return h;
}

/* A number, or what float() makes of another object: V_TAIL. */
static Value seconds(VM *vm, Value v, const char *none, double *out) {
    if (v == V_NONE) return vm_raise(vm, T_TYPE_ERROR, "%s", none);
    if (int_is(v) || float_is(v)) return num_to_double(vm, v, out) ? V_NONE : V_ERROR;
    Class *c = class_of(vm, v);
    if (class_special(vm, c, SP_RADD) == V_UNDEF && class_special(vm, c, SP_FLOAT) == V_UNDEF)
        return vm_raise(vm, T_TYPE_ERROR, "unsupported operand type(s) for +: 'float' and '%s'",
                        type_name(vm, v));
    return V_TAIL;
}

static Value in_python(VM *vm, const char *function, Value *a, int n) {
    Value args[] = {a[0], tuple_from(vm, a + 1, (uint32_t)n - 1), a[n] == V_UNDEF ? dict_new(vm) : a[n]};
    return aio_twin(vm, function, 3, args);
}

static Value call_timed(VM *vm, Value *a, int n, const char *name, const char *no_none, bool from_now) {
    Loop *l = self_of(a);
    Call c;
    double when = 0;
    if (!read_call(vm, name, a, n, 2, &c)) return V_ERROR;
    Value t = seconds(vm, a[1], no_none, &when);
    if (t == V_TAIL) return in_python(vm, name, a, n);
    if (t == V_ERROR || !is_open(vm, l)) return V_ERROR;
    if (!is_callback(vm, l, "call_at", c.callback)) return V_ERROR;
    return call_time(vm, l, from_now ? loop_time(vm) + when : when, &c);
}

static Value call_later(VM *vm, Value *a, int n) {
    return call_timed(vm, a, n, "call_later", "delay must not be None", true);
}

static Value call_at(VM *vm, Value *a, int n) {
    return call_timed(vm, a, n, "call_at", "when cannot be None", false);
}

/* --- futures and tasks ----------------------------------------------------------------------------- */

static Value create_future(VM *vm, Value *a, int n) {
    (void)n;
    return from_obj(future_told(vm, future_new(vm, self_of(a))));
}

Value loop_create_task(VM *vm, Loop *l, Value coro, Value name, Value context) {
    if (!is_open(vm, l)) return V_ERROR;
    if (l->task_factory == V_NONE && (name == V_NONE || is_exact(vm, name, T_STR)))
        return task_new(vm, aio(vm)->task, l, coro, name, context);
    Value args[] = {l->self, l->task_factory, coro, name, context};
    return aio_twin(vm, "create_task", 5, args);
}

static Value or_none(Value v) {
    return v == V_UNDEF ? V_NONE : v;
}

static Value create_task(VM *vm, Value *a, int n) {
    (void)n;
    return loop_create_task(vm, self_of(a), a[1], or_none(a[2]), or_none(a[3]));
}

/* --- settings ------------------------------------------------------------------------------------------ */

#define SETTING(get, set, member, message)                                                    \
    static Value get(VM *vm, Value *a, int n) {                                               \
        (void)vm, (void)n;                                                                    \
        return self_of(a)->member;                                                            \
    }                                                                                         \
    static Value set(VM *vm, Value *a, int n) {                                               \
        (void)n;                                                                              \
        if (a[1] != V_NONE && !is_callable(vm, a[1])) return aio_twin(vm, message, 1, a + 1); \
        self_of(a)->member = a[1];                                                            \
        return V_NONE;                                                                        \
    }
SETTING(get_exception_handler, set_exception_handler, exception_handler, "bad_exception_handler")
SETTING(get_task_factory, set_task_factory, task_factory, "bad_task_factory")
#undef SETTING

static Value get_executor(VM *vm, Value *a, int n) {
    (void)vm;
    if (n < 2) return self_of(a)->executor;
    self_of(a)->executor = a[1];
    return V_NONE;
}

static Value get_debug(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(self_of(a)->debug);
}

static Value set_debug(VM *vm, Value *a, int n) {
    (void)n;
    self_of(a)->debug = val_truth(vm, a[1]) == YES;
    return V_NONE;
}

/* --- what the library in Python says ---------------------------------------------------------------------- */

static Value call_exception_handler(VM *vm, Value *a, int n) {
    return aio_twin(vm, "call_exception_handler", n, a);
}

static Value default_exception_handler(VM *vm, Value *a, int n) {
    return aio_twin(vm, "default_exception_handler", n, a);
}

static Value shutdown_asyncgens(VM *vm, Value *a, int n) {
    return aio_twin(vm, "shutdown_asyncgens", n, a);
}

/* run_in_executor(executor, function, *args) */
static Value run_in_executor(VM *vm, Value *a, int n) {
    Loop *l = self_of(a);
    if (!is_open(vm, l) || !is_callback(vm, l, "run_in_executor", a[2])) return V_ERROR;
    if (a[1] != V_NONE) return aio_twin(vm, "bad_executor", 1, a + 1);
    if (l->executor_closed) return vm_raise(vm, T_RUNTIME_ERROR, "Executor shutdown has been called");
    return cook_begin(vm, l, a[2], tuple_from(vm, a + 3, (uint32_t)n - 3));
}

/* There is no class of executors yet that a program could make one of. */
static Value set_executor(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    return vm_raise(vm, T_TYPE_ERROR, "executor must be ThreadPoolExecutor instance");
}

/* The futures of what is not done yet. */
static Value executor_futures(VM *vm, Value *a, int n) {
    (void)n;
    Loop *l = self_of(a);
    Value list = list_new(vm, 0);
    l->executor_closed = true;
    for (uint32_t i = 0; i < l->cooks.len; i++) list_push(vm, AS(List, list), l->cooks.items[i]->over);
    return list;
}

static Value shutdown_executor(VM *vm, Value *a, int n) {
    return aio_twin(vm, "shutdown_default_executor", n, a);
}

Value loop_report(VM *vm, Loop *l, const char *message, int n, const char *const *names,
                  const Value *values) {
    Value context = dict_new(vm);
    dict_set_str(vm, AS(Dict, context), str_intern(vm, "message", 7), str_from(vm, message));
    for (int i = 0; i < n; i++)
        dict_set_str(vm, AS(Dict, context), str_intern(vm, names[i], strlen(names[i])), values[i]);
    return aio_twin(vm, "call_exception_handler", 2, (Value[]){l->self, context});
}

/* From now on it is too late. */
static Value begins_no_asyncgens(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    self_of(a)->asyncgens_closed = true;
    return V_NONE;
}

static int by_beginning(const void *a, const void *b) {
    uint32_t x = AS(Generator, *(const Value *)a)->begun, y = AS(Generator, *(const Value *)b)->begun;
    return x < y ? -1 : x > y;
}

/* Async generators that were begun in a loop and are still there, be they exhausted. */
static Value asyncgens(VM *vm, Value *a, int n) {
    (void)n;
    Value list = list_new(vm, 0);
    for (uint32_t i = 0; i < vm->finalizable.len; i++) {
        Obj *o = vm->finalizable.items[i];
        if (o->kind != KIND_GENERATOR || o->cls != vm->types[T_ASYNC_GENERATOR]) continue;
        const Generator *g = (const Generator *)o;
        if (g->adopter == a[0]) list_push(vm, AS(List, list), from_obj(o));
    }
    List *found = AS(List, list);
    found->len = objs_unfreed(vm, found->items, found->len);
    if (found->len > 1) qsort(found->items, found->len, sizeof found->items[0], by_beginning);
    return list;
}

Value loop_asyncgen_begun(VM *vm, Value generator) {
    (void)generator;
    const Loop *l = *vm_state_root(vm, STATE_LOOP) == V_NONE ? NULL : aio_running(vm);
    return l ? l->self : V_UNDEF;
}

Value loop_current_task(VM *vm) {
    return *vm_state_root(vm, STATE_LOOP) == V_NONE ? V_NONE : aio_current_task(vm);
}

void loop_asyncgen_dropped(VM *vm, Value generator) {
    Loop *l = as_loop(AS(Generator, generator)->adopter);
    if (l->closed) return;
    Value aclose = attr_get(vm, generator, str_intern(vm, "aclose", 6));
    Value create = attr_get(vm, l->self, str_intern(vm, "create_task", 11));
    const NativeDef *def = AS(Native, aclose)->def;
    Value closing = def->fn(vm, &generator, 1);
    loop_ready(vm, l, handle_new(vm, l, create, tuple_from(vm, &closing, 1), context_copy(vm)), V_NONE);
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    const Loop *l = self_of(a);
    static const char *const truth[] = {"False", "True"};
    return str_format(vm, "<%s running=%s closed=%s debug=%s>", class_name(as_obj(a[0])->cls),
                      truth[l->running], truth[l->closed], truth[l->debug]);
}

static const NativeDef methods[] = {
    {"run_until_complete", run_until_complete, 2, 2, NF_PLAIN_METHOD, "self, future"},
    {"run_forever", run_forever, 1, 1, NF_PLAIN_METHOD, "self"},
    {"stop", stop, 1, 1, NF_PLAIN_METHOD, "self"},
    {"close", close_loop, 1, 1, NF_PLAIN_METHOD, "self"},
    {"is_running", is_running, 1, 1, NF_PLAIN_METHOD, "self"},
    {"is_closed", is_closed, 1, 1, NF_PLAIN_METHOD, "self"},
    {"time", time_of, 1, 1, NF_PLAIN_METHOD, "self"},
    {"call_soon", call_soon, 1, -1, NF_PLAIN_METHOD | NF_KEYWORDS, NULL},
    {"call_soon_threadsafe", call_soon, 1, -1, NF_PLAIN_METHOD | NF_KEYWORDS, NULL},
    {"call_later", call_later, 1, -1, NF_PLAIN_METHOD | NF_KEYWORDS, NULL},
    {"call_at", call_at, 1, -1, NF_PLAIN_METHOD | NF_KEYWORDS, NULL},
    {"create_future", create_future, 1, 1, NF_PLAIN_METHOD, "self"},
    {"create_task", create_task, 2, 4, NF_PLAIN_METHOD, "self, coro, *, name, context"},
    {"get_exception_handler", get_exception_handler, 1, 1, NF_PLAIN_METHOD, "self"},
    {"set_exception_handler", set_exception_handler, 2, 2, NF_PLAIN_METHOD, "self, handler"},
    {"get_task_factory", get_task_factory, 1, 1, NF_PLAIN_METHOD, "self"},
    {"set_task_factory", set_task_factory, 2, 2, NF_PLAIN_METHOD, "self, factory"},
    {"get_debug", get_debug, 1, 1, NF_PLAIN_METHOD, "self"},
    {"set_debug", set_debug, 2, 2, NF_PLAIN_METHOD, "self, enabled"},
    {"call_exception_handler", call_exception_handler, 2, 2, NF_PLAIN_METHOD, "self, context"},
    {"default_exception_handler", default_exception_handler, 2, 2, NF_PLAIN_METHOD, "self, context"},
    {"shutdown_asyncgens", shutdown_asyncgens, 1, 1, NF_PLAIN_METHOD, "self"},
    {"shutdown_default_executor", shutdown_executor, 1, 1, NF_PLAIN_METHOD, "self"},
    {"set_default_executor", set_executor, 2, 2, NF_PLAIN_METHOD, "self, executor"},
    {"_default_executor", get_executor, 1, 2, NF_GETTER, NULL},
    {"run_in_executor", run_in_executor, 3, -1, NF_SELF, NULL},
    {"_executor_futures", executor_futures, 1, 1, NF_PLAIN_METHOD, NULL},
    {"_begins_no_asyncgens", begins_no_asyncgens, 1, 1, NF_PLAIN_METHOD, NULL},
    {"_asyncgens", asyncgens, 1, 1, NF_PLAIN_METHOD, NULL},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {0},
};

/* --- the abstract class ------------------------------------------------------------------ */

static Value not_implemented(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    return vm_raise(vm, T_NOT_IMPLEMENTED_ERROR, "%s", "");
}

#define ABSTRACT(name) \
    { name, not_implemented, 1, -1, NF_SELF | NF_KEYWORDS, NULL }

static const NativeDef abstract_methods[] = {
    ABSTRACT("run_until_complete"),
    ABSTRACT("run_forever"),
    ABSTRACT("stop"),
    ABSTRACT("close"),
    ABSTRACT("is_running"),
    ABSTRACT("is_closed"),
    ABSTRACT("time"),
    ABSTRACT("call_soon"),
    ABSTRACT("call_soon_threadsafe"),
    ABSTRACT("call_later"),
    ABSTRACT("call_at"),
    ABSTRACT("create_future"),
    ABSTRACT("create_task"),
    ABSTRACT("run_in_executor"),
    ABSTRACT("set_default_executor"),
    ABSTRACT("get_exception_handler"),
    ABSTRACT("set_exception_handler"),
    ABSTRACT("default_exception_handler"),
    ABSTRACT("call_exception_handler"),
    ABSTRACT("get_task_factory"),
    ABSTRACT("set_task_factory"),
    ABSTRACT("get_debug"),
    ABSTRACT("set_debug"),
    {0},
};

static const NativeDef loop_construct = {"_UnixSelectorEventLoop", construct, 1, 1, 0, NULL};

void loops_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    Class *abstract = class_define(vm, "asyncio.events", "AbstractEventLoop", class_get(vm, T_OBJECT),
                                   KIND_INSTANCE, NULL, abstract_methods);
    abstract->flags |= CLASS_OPEN;
    Class *base = aio_class(vm, "asyncio.base_events", "BaseEventLoop", abstract, &loop_construct, methods);
    a->loop = aio_class(vm, "asyncio.unix_events", "_UnixSelectorEventLoop", base, &loop_construct, NULL);
    module_set(vm, m, "AbstractEventLoop", from_obj(abstract));
    module_set(vm, m, "BaseEventLoop", from_obj(base));
    class_add_value(vm, a->loop, "slow_callback_duration", from_float(0.1));
    module_set(vm, m, "EventLoop", from_obj(a->loop));
}
