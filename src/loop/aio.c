/* The module _asyncio: its state, and what belongs to no class. */
#include "loop/cook.h"
#include "loop/loop_modules.h"

#include "lib/lib.h"

/* --- state --------------------------------------------------------------------------- */

static void mark(VM *vm, void *payload) {
    Aio *a = payload;
    a->spare_rest = a->spare_at_once = V_NONE;
    for (uint32_t i = 0; i < a->crew.len; i++) heap_mark(vm, from_obj(a->crew.items[i]));
    heap_mark(vm, a->running);
#define CLASS(member) heap_mark(vm, from_obj(a->member));
#include "loop/classes.def"
#undef CLASS
}

static void free_state(void *payload) {
    Aio *a = payload;
    vec_deinit(&a->crew);
    mem_free(a);
}

static const Payload aio_payload = {.free = free_state, .mark = mark};

bool aio_is_there(VM *vm) {
    return *vm_state_root(vm, STATE_LOOP) != V_NONE;
}

static void make_state(VM *vm) {
    Value v = record_new(vm, class_get(vm, T_OBJECT), 0);
    Aio *a = mem_zalloc(sizeof *a);
    a->running = V_NONE;
#define CLASS(member) a->member = class_get(vm, T_OBJECT);
#include "loop/classes.def"
#undef CLASS
    AS(Record, v)->payload = a;
    AS(Record, v)->of = &aio_payload;
    *vm_state_root(vm, STATE_LOOP) = v;
}

bool is_loop(VM *vm, Value v) {
    return class_derives(class_of(vm, v), aio(vm)->loop) && AS(Record, v)->payload;
}

Loop *aio_running(VM *vm) {
    Value running = aio(vm)->running;
    return running == V_NONE ? NULL : as_loop(running);
}

Loop *aio_need_loop(VM *vm) {
    Loop *l = aio_running(vm);
    if (!l) vm_raise(vm, T_RUNTIME_ERROR, "no running event loop");
    return l;
}

Value aio_current_task(VM *vm) {
    const Loop *l = aio_running(vm);
    return l && l->runs == RUNS_TURN ? l->now_running : V_NONE;
}

/* --- for the other files ------------------------------------------------------------------ */

Value aio_raise(VM *vm, Class *cls, const char *message) {
    Value text = str_from(vm, message);
    return vm_raise_object(vm, error_new(vm, cls, *message ? 1 : 0, &text));
}

Class *aio_class(VM *vm, const char *module, const char *name, Class *base, const NativeDef *construct,
                 const NativeDef *methods) {
    Class *c = class_define(vm, module, name, base, KIND_RECORD, construct, methods);
    mem_free(c->utf8_name);
    c->utf8_name = mem_strndup(name, strlen(name));
    c->flags |= CLASS_OPEN;
    return c;
}

Value aio_twin(VM *vm, const char *function, int n, const Value *args) {
    return lib_twin(vm, "_loop_twins", function, n, args);
}

void aio_functions(VM *vm, ModuleObj *m, const NativeDef *functions) {
    for (const NativeDef *f = functions; f->name; f++) {
        Value v = native_new(vm, f, V_UNDEF, NULL);
        AS(Native, v)->module = m->name;
        module_set(vm, m, f->name, v);
    }
}

Value aio_ensure_future(VM *vm, Value v, Loop *l) {
    if (is_future(v)) {
        if (!l || as_future(v)->loop == l->self) return v;
        return vm_raise(vm, T_VALUE_ERROR,
                        "The future belongs to a different loop than the one specified as the loop argument");
    }
    bool plain = is_kind(v, KIND_GENERATOR) && as_obj(v)->cls != vm->types[T_ASYNC_GENERATOR];
    if (plain && l && l->task_factory == V_NONE) return loop_create_task(vm, l, v, V_NONE, V_NONE);
    return aio_twin(vm, "ensure_future", 2, (Value[]){v, l ? l->self : V_NONE});
}

/* --- functions ------------------------------------------------------------------------------- */

static Value get_running_loop(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    Loop *l = aio_need_loop(vm);
    return l ? l->self : V_ERROR;
}

static Value running_or_none(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    return aio(vm)->running;
}

static Value set_running_loop(VM *vm, Value *a, int n) {
    (void)n;
    if (a[0] != V_NONE && !is_loop(vm, a[0]))
        return vm_raise(vm, T_TYPE_ERROR, "loop must be an event loop, not %s", type_name(vm, a[0]));
    aio(vm)->running = a[0];
    return V_NONE;
}

/* With no loop given it is the running one if there is one. */
static Value ensure_future(VM *vm, Value *a, int n) {
    (void)n;
    if (a[1] != V_UNDEF && a[1] != V_NONE) {
        if (!is_loop(vm, a[1])) return aio_twin(vm, "ensure_future", 2, a);
        return aio_ensure_future(vm, a[0], as_loop(a[1]));
    }
    return is_future(a[0]) ? a[0] : aio_ensure_future(vm, a[0], aio_running(vm));
}

/* The name is set when the task is there already: it has used up a number. */
static Value create_task(VM *vm, Value *a, int n) {
    (void)n;
    Loop *l = aio_need_loop(vm);
    if (!l) return V_ERROR;
    Value context = a[2] == V_UNDEF ? V_NONE : a[2];
    bool named = a[1] != V_UNDEF && a[1] != V_NONE;
    if (named && (l->task_factory != V_NONE || !is_exact(vm, a[1], T_STR)))
        return aio_twin(vm, "create_named_task", 4, (Value[]){l->self, a[0], a[1], context});
    Value task = loop_create_task(vm, l, a[0], V_NONE, context);
    if (named && is_future(task)) {
        as_future(task)->name = a[1];
        record_about(vm, EV_TASK_NAMED, as_future(task)->number, 0, record_str(vm, a[1]), 0);
    }
    return task;
}

static Value isfuture(VM *vm, Value *a, int n) {
    (void)n;
    if (is_future(a[0])) return V_TRUE;
    if (!is_kind(a[0], KIND_INSTANCE)) return V_FALSE;
    Value v = class_lookup(vm, class_of(vm, a[0]), str_intern(vm, "_asyncio_future_blocking", 24));
    return from_bool(v != V_UNDEF);
}

static Value iscoroutine(VM *vm, Value *a, int n) {
    (void)n;
    return from_bool(is_coroutine(vm, a[0]));
}

/* What a task leaves behind: its coroutine is closed, and an error of that is told. */
static Value end_coroutine(VM *vm, Value *a, int n) {
    (void)n;
    return vm_twin(vm, TWIN_FINALIZE, 1, a[0]);
}

static const NativeDef functions[] = {
    {"_end_coroutine", end_coroutine, 1, 1, 0, NULL},
    {"iscoroutine", iscoroutine, 1, 1, NF_PYTHON, "obj"},
    {"get_running_loop", get_running_loop, 0, 0, 0, NULL},
    {"_get_running_loop", running_or_none, 0, 0, 0, NULL},
    {"_set_running_loop", set_running_loop, 1, 1, 0, NULL},
    {"ensure_future", ensure_future, 1, 2, NF_PYTHON, "coro_or_future, *, loop"},
    {"create_task", create_task, 1, 3, NF_PYTHON, "coro, *, name, context"},
    {"isfuture", isfuture, 1, 1, NF_PYTHON, "obj"},
    {0},
};

static Class *error_class(VM *vm, ModuleObj *m, const char *module, const char *name, TypeId base) {
    Class *c = class_define(vm, module, name, class_get(vm, base), KIND_EXCEPTION, NULL, NULL);
    module_set(vm, m, name, from_obj(c));
    return c;
}

static void setup(VM *vm, ModuleObj *m) {
    make_state(vm);
    Aio *a = aio(vm);
    a->cancelled_error = error_class(vm, m, "asyncio.exceptions", "CancelledError", T_BASE_EXCEPTION);
    a->invalid_state_error = error_class(vm, m, "asyncio.exceptions", "InvalidStateError", T_EXCEPTION);
    a->broken_barrier_error = error_class(vm, m, "asyncio.exceptions", "BrokenBarrierError", T_RUNTIME_ERROR);
    a->queue_full = error_class(vm, m, "asyncio.queues", "QueueFull", T_EXCEPTION);
    a->queue_empty = error_class(vm, m, "asyncio.queues", "QueueEmpty", T_EXCEPTION);
    futures_setup(vm, m);
    tasks_setup(vm, m);
    gather_setup(vm, m);
    cooks_setup(vm, m);
    handles_setup(vm, m);
    loops_setup(vm, m);
    sleep_setup(vm, m);
    wait_for_setup(vm, m);
    primitives_setup(vm);
    lock_setup(vm, m);
    event_setup(vm, m);
    condition_setup(vm, m);
    semaphore_setup(vm, m);
    barrier_setup(vm, m);
    queue_setup(vm, m);
    aio_functions(vm, m, functions);
}

static const ModuleDef asyncio_module = {.name = "_asyncio", .init = setup, .internal = true};

const ModuleDef *loop_module_find(const char *name) {
    if (strcmp(name, asyncio_module.name) == 0) return &asyncio_module;
    if (strcmp(name, scenario_module.name) == 0) return &scenario_module;
    return strcmp(name, record_module.name) == 0 ? &record_module : module_find(name);
}
