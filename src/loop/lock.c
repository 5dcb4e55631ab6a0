/* Lock: one task at a time.
 *
 * States: unlocked; locked; and, between a release and the turn of the one that it woke, unlocked
 * with somebody in the line. Who comes in that moment does not overtake: a lock is taken at once
 * only if nobody in the line is still to have it. The one who was woken takes the lock in its own
 * turn; if it was cancelled meanwhile, it wakes the next instead. */
#include "loop/primitives.h"

enum { LOCK_VALUES = 2 };

static Lock *self_of(const Value *a) {
    return AS(Lock, a[0]);
}

Lock *lock_new(VM *vm, Class *cls) {
    Lock *l = record_sized(vm, cls, LOCK_VALUES, sizeof *l);
    l->payload = &l->line;
    l->of = &one_line;
    return l;
}

bool is_plain_lock(VM *vm, Value v) {
    return is_kind(v, KIND_RECORD) && as_obj(v)->cls == aio(vm)->lock && !(as_obj(v)->flags & OBJ_HAS_ATTRS);
}

/* --- taking and giving -------------------------------------------------------------------- */

static Value take(VM *vm, Lock *l) {
    l->locked = true;
    l->holder = aio_current_task(vm);
    record_of(vm, EV_GOT, l->line.number, 0);
    return V_TRUE;
}

/* Only the very first: if it is done, it will come and take the lock. */
static void wake_first(VM *vm, Lock *l) {
    Place *p = l->line.first;
    if (p && p->future.state == FUTURE_PENDING) line_hand(vm, p, V_TRUE);
}

static bool is_free(const Lock *l) {
    return !l->locked && line_all_cancelled(&l->line);
}

Value lock_want(VM *vm, Lock *l, Value *place) {
    if (is_free(l)) return take(vm, l);
    Value p = line_join(vm, &l->line, from_obj(l), &l->loop);
    if (p == V_ERROR || p == V_TAIL) return p;
    *place = p;
    line_told(vm, p, EV_WANTED, l->line.len);
    return future_wait(vm, as_future(p));
}

Value lock_woken(VM *vm, Lock *l, Value place, Value v) {
    if (place == V_NONE) return v; /* it could not even stand in the line */
    if (v == V_ERROR) line_told_left(vm, as_place(place));
    line_leave(as_place(place));
    if (v != V_ERROR) v = future_waited(vm, as_future(place));
    if (v != V_ERROR) return take(vm, l);
    if (is_cancelled_error(vm, vm->error) && !l->locked) wake_first(vm, l);
    return V_ERROR;
}

Value lock_release(VM *vm, Lock *l) {
    if (!l->locked) return vm_raise(vm, T_RUNTIME_ERROR, "Lock is not acquired.");
    l->locked = false;
    l->holder = V_NONE;
    record_of(vm, EV_RELEASED, l->line.number, 0);
    wake_first(vm, l);
    return V_NONE;
}

/* --- coroutines ------------------------------------------------------------------------------ */

enum { SELF, PLACE, RESULT, SLOTS };
enum { FRESH, WAITING };

static Value acquire_step(VM *vm, Frame *f, Value v) {
    Lock *l = AS(Lock, f->slots[SELF]);
    bool fresh = f->stage == FRESH;
    f->stage = WAITING;
    v = fresh ? lock_want(vm, l, &f->slots[PLACE]) : lock_woken(vm, l, f->slots[PLACE], v);
    return v == V_TRUE ? f->slots[RESULT] : v;
}

static Value acquire_as(VM *vm, CoroutineId id, Value lock, Value result) {
    Lock *l = AS(Lock, lock);
    if (is_free(l) && vm_is_awaited(vm)) {
        take(vm, l);
        return primitive_at_once(vm, result);
    }
    return primitive_coroutine(vm, id, acquire_step, SLOTS, (Value[]){lock, V_NONE, result});
}

Value lock_acquire(VM *vm, Value lock) {
    return acquire_as(vm, COROUTINE_LOCK_ACQUIRE, lock, V_TRUE);
}

Value lock_enter(VM *vm, Value lock) {
    return acquire_as(vm, COROUTINE_ENTER, lock, V_NONE);
}

static Value exit_step(VM *vm, Frame *f, Value v) {
    (void)v;
    return lock_release(vm, AS(Lock, f->slots[SELF]));
}

Value lock_leave(VM *vm, Value lock) {
    Lock *l = AS(Lock, lock);
    if (l->locked && vm_is_awaited(vm)) {
        lock_release(vm, l);
        return primitive_at_once(vm, V_NONE);
    }
    return primitive_coroutine(vm, COROUTINE_EXIT, exit_step, 1, &lock);
}

/* --- methods ---------------------------------------------------------------------------------- */

static Value construct(VM *vm, Value *a, int n) {
    (void)n;
    Lock *l = lock_new(vm, AS(Class, a[0]));
    l->line.number = record_made_here(vm, OBJECT_LOCK, 0);
    return from_obj(l);
}

static Value init(VM *vm, Value *a, int n) {
    (void)vm, (void)a, (void)n;
    return V_NONE;
}

static Value acquire(VM *vm, Value *a, int n) {
    (void)n;
    return lock_acquire(vm, a[0]);
}

static Value enter(VM *vm, Value *a, int n) {
    (void)n;
    return primitive_overrides(vm, a[0], "acquire") ? aio_twin(vm, "enter", 1, a) : lock_enter(vm, a[0]);
}

static Value leave(VM *vm, Value *a, int n) {
    (void)n;
    return primitive_overrides(vm, a[0], "release") ? aio_twin(vm, "leave", 1, a) : lock_leave(vm, a[0]);
}

static Value release(VM *vm, Value *a, int n) {
    (void)n;
    return lock_release(vm, self_of(a));
}

static Value locked(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(self_of(a)->locked);
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    const Lock *l = self_of(a);
    return primitive_repr(vm, a[0], l->locked ? "locked" : "unlocked", &l->line);
}

static Value get_locked(VM *vm, Value *a, int n) {
    if (n < 2) return from_bool(self_of(a)->locked);
    self_of(a)->locked = val_truth(vm, a[1]) == YES;
    return V_NONE;
}

static Value get_waiters(VM *vm, Value *a, int n) {
    (void)n;
    const Line *l = &self_of(a)->line;
    return l->used ? line_as_deque(vm, l) : V_NONE;
}

static const NativeDef methods[] = {
    {"__init__", init, 1, 1, NF_SLOT | NF_PYTHON, "self"},
    {"acquire", acquire, 1, 1, NF_ASYNC_METHOD, "self"},
    {"release", release, 1, 1, NF_PLAIN_METHOD, "self"},
    {"locked", locked, 1, 1, NF_PLAIN_METHOD, "self"},
    {"__aenter__", enter, 1, 1, NF_ASYNC_METHOD, "self"},
    {"__aexit__", leave, 4, 4, NF_ASYNC_METHOD, "self, exc_type, exc, tb"},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {"_locked", get_locked, 1, 2, NF_GETTER, NULL},
    {"_waiters", get_waiters, 1, 1, NF_GETTER, NULL},
    {"_loop", primitive_loop, 1, 2, NF_GETTER, NULL},
    {0},
};

static const NativeDef lock_construct = {"Lock", construct, 1, 1, NF_PYTHON, "cls"};

void lock_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    a->lock = aio_class(vm, "asyncio.locks", "Lock", class_get(vm, T_OBJECT), &lock_construct, methods);
    module_set(vm, m, "Lock", from_obj(a->lock));
}
