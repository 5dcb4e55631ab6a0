/* Handles: a callback that waits on the rail or for its time, and can still be cancelled. */
#include "loop/cook.h"

const Payload handle_payload = {0};

static Handle *handle_of(const Value *a) {
    return AS(Handle, a[0]);
}

/* A function of the library, or a method of it. */
static bool is_ours(Value callback) {
    if (is_kind(callback, KIND_METHOD)) callback = AS(Method, callback)->function;
    return is_kind(callback, KIND_FUNCTION) && AS(Function, callback)->code->flags & CODE_LIBRARY;
}

static Value make(VM *vm, Class *cls, Loop *l, Value callback, Value args, Value context) {
    Handle *h = record_sized(vm, cls, HANDLE_VALUES, sizeof *h);
    h->of = &handle_payload;
    h->callback = callback;
    h->args = args;
    h->context = context;
    h->loop = l->self;
    h->made = debug_stack(vm, l);
    h->library = recorder(vm) && is_ours(callback);
    return from_obj(h);
}

Value handle_new(VM *vm, Loop *l, Value callback, Value args, Value context) {
    return make(vm, aio(vm)->handle, l, callback, args, context);
}

Value timer_handle_new(VM *vm, Loop *l, double when, Value callback, Value args, Value context) {
    Value h = make(vm, aio(vm)->timer_handle, l, callback, args, context);
    AS(Handle, h)->when = from_float(when);
    return h;
}

bool ticket_is_wanted(const Ticket *t) {
    if (is_future(t->what)) return as_future(t->what)->timing == TIMER_SET;
    if (is_handle(t->what)) return !AS(Handle, t->what)->cancelled;
    return t->with == from_small(AS(Cook, t->what)->wait);
}

/* One that has run can be cancelled as well, to no effect. */
static void record_cancelled(VM *vm, Handle *h) {
    if (h->timer) record(vm, EV_TIMER_DROPPED, h->timer, 0);
    else if (h->ready) record(vm, EV_CALLBACK_DROPPED, h->ready, 0);
    h->timer = h->ready = 0;
}

static Value cancel(VM *vm, Value *a, int n) {
    (void)n;
    Handle *h = handle_of(a);
    if (!h->cancelled) record_cancelled(vm, h);
    if (h->scheduled && !h->cancelled) timers_cancelled(&as_loop(h->loop)->timers);
    h->cancelled = true;
    h->callback = h->args = V_NONE;
    return V_NONE;
}

static Value cancelled(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(handle_of(a)->cancelled);
}

static Value get_context(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return handle_of(a)->context;
}

static Value get_callback(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return handle_of(a)->callback;
}

static Value get_args(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return handle_of(a)->args;
}

static Value source(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return handle_of(a)->made;
}

static Value when(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return handle_of(a)->when;
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    return aio_twin(vm, "handle_repr", 1, a);
}

static const NativeDef methods[] = {
    {"cancel", cancel, 1, 1, NF_SELF, NULL},
    {"cancelled", cancelled, 1, 1, NF_SELF, NULL},
    {"get_context", get_context, 1, 1, NF_SELF, NULL},
    {"_callback", get_callback, 1, 1, NF_GETTER, NULL},
    {"_args", get_args, 1, 1, NF_GETTER, NULL},
    {"_cancelled", cancelled, 1, 1, NF_GETTER, NULL},
    {"_source_traceback", source, 1, 1, NF_GETTER, NULL},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {0},
};

/* Timers compare by their deadlines. */
static Value compare(VM *vm, Value *a, CompareOp op) {
    if (class_of(vm, a[1]) != aio(vm)->timer_handle) return V_NOT_IMPLEMENTED;
    Tri t = val_compare(vm, op, handle_of(a)->when, AS(Handle, a[1])->when);
    return from_bool(t == YES);
}

static bool same(VM *vm, const Handle *a, const Handle *b) {
    return a->cancelled == b->cancelled && val_equal(vm, a->when, b->when) == YES &&
           val_equal(vm, a->callback, b->callback) == YES && val_equal(vm, a->args, b->args) == YES;
}

static Value eq(VM *vm, Value *a, int n) {
    (void)n;
    if (class_of(vm, a[1]) != aio(vm)->timer_handle) return V_NOT_IMPLEMENTED;
    return from_bool(same(vm, handle_of(a), AS(Handle, a[1])));
}

static Value or_same(VM *vm, Value *a, Value v) {
    return v == V_FALSE ? eq(vm, a, 2) : v;
}

static Value le(VM *vm, Value *a, int n) {
    (void)n;
    return or_same(vm, a, compare(vm, a, CMP_LT));
}

static Value ge(VM *vm, Value *a, int n) {
    (void)n;
    return or_same(vm, a, compare(vm, a, CMP_GT));
}

static Value lt(VM *vm, Value *a, int n) {
    (void)n;
    return compare(vm, a, CMP_LT);
}

static Value gt(VM *vm, Value *a, int n) {
    (void)n;
    return compare(vm, a, CMP_GT);
}

static const NativeDef timer_methods[] = {
    {"when", when, 1, 1, NF_SELF, NULL}, {"_when", when, 1, 1, NF_GETTER, NULL},
    {"__lt__", lt, 2, 2, NF_SLOT, NULL}, {"__gt__", gt, 2, 2, NF_SLOT, NULL},
    {"__le__", le, 2, 2, NF_SLOT, NULL}, {"__ge__", ge, 2, 2, NF_SLOT, NULL},
    {"__eq__", eq, 2, 2, NF_SLOT, NULL}, {0},
};

void handles_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    a->handle = aio_class(vm, "asyncio.events", "Handle", class_get(vm, T_OBJECT), NULL, methods);
    a->timer_handle = aio_class(vm, "asyncio.events", "TimerHandle", a->handle, NULL, timer_methods);
    module_set(vm, m, "Handle", from_obj(a->handle));
    module_set(vm, m, "TimerHandle", from_obj(a->timer_handle));
}
