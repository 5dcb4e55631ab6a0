/* Condition: tasks wait, without the lock, until another task says that something has changed.
 *
 * Waiting gives the lock away, stands in the condition's own line, and then takes the lock again,
 * behind those who wait for it. That last part cannot be cancelled: a cancellation that comes then
 * is kept until the lock is held. A lock of the program's own class is Python's affair: those of
 * our methods that ask it have a twin there. */
#include "loop/primitives.h"

enum { CONDITION_VALUES = 3 };

static Condition *self_of(const Value *a) {
    return AS(Condition, a[0]);
}

Condition *condition_new(VM *vm, Class *cls, Value lock) {
    Condition *c = record_sized(vm, cls, CONDITION_VALUES, sizeof *c);
    c->lock = lock == V_NONE ? from_obj(lock_new(vm, aio(vm)->lock)) : lock;
    c->payload = &c->line;
    c->of = &one_line;
    return c;
}

Lock *condition_lock(VM *vm, const Condition *c) {
    if (is_plain_lock(vm, c->lock)) return AS(Lock, c->lock);
    if (!class_derives(class_of(vm, c->lock), aio(vm)->lock)) return NULL;
    if (primitive_overrides(vm, c->lock, "acquire") || primitive_overrides(vm, c->lock, "release") ||
        primitive_overrides(vm, c->lock, "locked"))
        return NULL;
    return AS(Lock, c->lock);
}

/* --- waiting ------------------------------------------------------------------------------- */

enum { IN_LINE, TAKING_LOCK };

static void keep_error(VM *vm, Value *slots) {
    slots[WAIT_ERROR] = vm->error;
    vm->error = V_UNDEF;
}

/* The lock is held again: what the waiting has come to. */
static Value over(VM *vm, const Value *slots) {
    Value error = slots[WAIT_ERROR];
    if (slots[WAIT_CANCELLED] == V_TRUE) {
        vm_raise_object(vm, error_new(vm, aio(vm)->cancelled_error, 0, NULL));
        if (error != V_NONE) AS(Exception, vm->error)->context = error;
        return V_ERROR;
    }
    if (error == V_NONE) return V_TRUE;
    vm->error = error;
    return V_ERROR;
}

/* Tries for the lock until it has it, or must wait, or fails otherwise than by cancellation. */
static Value retake(VM *vm, Condition *c, Value *slots, Value got) {
    while (got == V_ERROR && is_cancelled_error(vm, vm->error)) {
        vm->error = V_UNDEF;
        slots[WAIT_CANCELLED] = V_TRUE;
        slots[WAIT_PLACE] = V_NONE;
        got = lock_want(vm, condition_lock(vm, c), &slots[WAIT_PLACE]);
    }
    return got == V_TRUE ? over(vm, slots) : got;
}

static Value out_of_line(VM *vm, Condition *c, Value *slots, Value v) {
    Value place = slots[WAIT_PLACE];
    if (place != V_NONE) {
        record_of(vm, v == V_ERROR ? EV_LEFT : EV_GOT, c->line.number, 0);
        line_leave(as_place(place));
        if (v != V_ERROR) v = future_waited(vm, as_future(place));
    }
    if (v == V_ERROR) keep_error(vm, slots);
    slots[WAIT_STAGE] = from_small(TAKING_LOCK);
    slots[WAIT_PLACE] = V_NONE;
    return retake(vm, c, slots, lock_want(vm, condition_lock(vm, c), &slots[WAIT_PLACE]));
}

Value condition_want(VM *vm, Condition *c, Value *slots) {
    Lock *lock = condition_lock(vm, c);
    slots[WAIT_STAGE] = from_small(TAKING_LOCK);
    slots[WAIT_PLACE] = slots[WAIT_ERROR] = slots[WAIT_CANCELLED] = V_NONE;
    if (!lock->locked) return vm_raise(vm, T_RUNTIME_ERROR, "cannot wait on un-acquired lock");
    lock_release(vm, lock);
    slots[WAIT_STAGE] = from_small(IN_LINE);
    Value p = line_join(vm, &c->line, from_obj(c), &c->loop);
    if (p == V_TAIL) return p;
    if (p == V_ERROR) return out_of_line(vm, c, slots, p);
    slots[WAIT_PLACE] = p;
    line_told(vm, p, EV_WANTED, c->line.len);
    return future_wait(vm, as_future(p));
}

Value condition_woken(VM *vm, Condition *c, Value *slots, Value v) {
    if (slots[WAIT_STAGE] == from_small(IN_LINE)) return out_of_line(vm, c, slots, v);
    return retake(vm, c, slots, lock_woken(vm, condition_lock(vm, c), slots[WAIT_PLACE], v));
}

/* --- notifying ------------------------------------------------------------------------------- */

/* Wakes `n`, which may be a number of any kind. */
static Value wake(VM *vm, Condition *c, Value n) {
    int64_t woken = 0;
    for (Place *p = c->line.first; p; p = line_to_wake(&c->line)) {
        Tri enough = val_compare(vm, CMP_GE, from_small(woken), n);
        if (enough == NEEDS_PYTHON)
            return vm_raise(vm, T_TYPE_ERROR, "'>=' not supported between instances of 'int' and '%s'",
                            type_name(vm, n));
        if (enough == FAILED) return V_ERROR;
        if (enough == YES) break;
        if (!line_wake_first(vm, &c->line, V_FALSE)) break;
        woken++;
    }
    return V_NONE;
}

static Value ring(VM *vm, Condition *c, Value n) {
    uint32_t most = record_count(n) < c->line.len ? record_count(n) : c->line.len;
    EventIndex before = record_cause(vm), told = record_of(vm, EV_NOTIFIED, c->line.number, most);
    if (told) record_because(vm, told);
    Value v = wake(vm, c, n);
    record_because(vm, before);
    return v;
}

Value condition_notify_all(VM *vm, Condition *c) {
    const Lock *lock = condition_lock(vm, c);
    if (!lock->locked) return vm_raise(vm, T_RUNTIME_ERROR, "cannot notify on un-acquired lock");
    return ring(vm, c, from_small(c->line.len));
}

/* --- coroutines ------------------------------------------------------------------------------- */

enum { SELF, PREDICATE, RESULT, FIRST_WAIT, SLOTS = FIRST_WAIT + WAIT_SLOTS };
enum { FRESH, CALLED, JUDGED, WAITING };

static Value wait_step(VM *vm, Frame *f, Value v) {
    Condition *c = AS(Condition, f->slots[SELF]);
    if (f->stage == WAITING) return condition_woken(vm, c, &f->slots[FIRST_WAIT], v);
    f->stage = WAITING;
    return condition_want(vm, c, &f->slots[FIRST_WAIT]);
}

static Value wait_for_step(VM *vm, Frame *f, Value v) {
    Condition *c = AS(Condition, f->slots[SELF]);
    Value *slots = &f->slots[FIRST_WAIT];
    for (;;) {
        if (f->stage == WAITING) {
            v = condition_woken(vm, c, slots, v);
            if (v != V_TRUE) return v;
        }
        if (v == V_ERROR) return v;
        if (f->stage == FRESH || f->stage == WAITING) {
            f->stage = CALLED;
            return vm_tail(vm, f->slots[PREDICATE], 0, NULL);
        }
        Tri t = f->stage == JUDGED ? (Tri)(v == V_TRUE) : val_truth(vm, v);
        if (f->stage == CALLED) f->slots[RESULT] = v;
        if (t == FAILED) return V_ERROR;
        if (t == YES) return f->slots[RESULT];
        if (t == NEEDS_PYTHON) {
            f->stage = JUDGED;
            return aio_twin(vm, "truth", 1, &v);
        }
        f->stage = WAITING;
        v = condition_want(vm, c, slots);
        if (v != V_TRUE) return v;
    }
}

static const Value blank_slots[SLOTS] = {V_NONE, V_NONE, V_NONE, V_NONE, V_NONE, V_NONE, V_NONE};

static Value coroutine(VM *vm, CoroutineId id, NativeStep step, Value self, Value predicate) {
    Value slots[SLOTS];
    memcpy(slots, blank_slots, sizeof slots);
    slots[SELF] = self;
    slots[PREDICATE] = predicate;
    return primitive_coroutine(vm, id, step, SLOTS, slots);
}

static Value wait(VM *vm, Value *a, int n) {
    (void)n;
    if (!condition_lock(vm, self_of(a))) return aio_twin(vm, "condition_wait", 1, a);
    return coroutine(vm, COROUTINE_CONDITION_WAIT, wait_step, a[0], V_NONE);
}

static Value wait_for(VM *vm, Value *a, int n) {
    (void)n;
    if (!condition_lock(vm, self_of(a)) || primitive_overrides(vm, a[0], "wait"))
        return aio_twin(vm, "condition_wait_for", 2, a);
    return coroutine(vm, COROUTINE_CONDITION_WAIT_FOR, wait_for_step, a[0], a[1]);
}

/* For the twin of wait: the part that is only the line. Slots: self, place. */
static Value stand_step(VM *vm, Frame *f, Value v) {
    Condition *c = AS(Condition, f->slots[0]);
    if (f->stage++ > 0) return event_woken(vm, f->slots[1], v);
    Value p = line_join(vm, &c->line, f->slots[0], &c->loop);
    if (p == V_ERROR || p == V_TAIL) return p;
    f->slots[1] = p;
    line_told(vm, p, EV_WANTED, c->line.len);
    return future_wait(vm, as_future(p));
}

static Value stand(VM *vm, Value *a, int n) {
    (void)n;
    return primitive_coroutine(vm, COROUTINE_CONDITION_WAIT, stand_step, 2, (Value[]){a[0], V_NONE});
}

/* --- the lock's methods --------------------------------------------------------------------------- */

static Value ask_lock(VM *vm, Value self, const char *method) {
    Value f = attr_get(vm, AS(Condition, self)->lock, str_intern(vm, method, strlen(method)));
    if (f == V_TAIL) return aio_twin(vm, "ask_lock", 2, (Value[]){self, str_from(vm, method)});
    return f == V_ERROR ? f : vm_tail(vm, f, 0, NULL);
}

static Value acquire(VM *vm, Value *a, int n) {
    (void)n;
    const Lock *l = condition_lock(vm, self_of(a));
    return l ? lock_acquire(vm, from_obj(l)) : ask_lock(vm, a[0], "acquire");
}

static Value release(VM *vm, Value *a, int n) {
    (void)n;
    Lock *l = condition_lock(vm, self_of(a));
    return l ? lock_release(vm, l) : ask_lock(vm, a[0], "release");
}

static Value locked(VM *vm, Value *a, int n) {
    (void)n;
    const Lock *l = condition_lock(vm, self_of(a));
    return l ? from_bool(l->locked) : ask_lock(vm, a[0], "locked");
}

static Value enter(VM *vm, Value *a, int n) {
    (void)n;
    const Lock *l = condition_lock(vm, self_of(a));
    return l ? lock_enter(vm, from_obj(l)) : aio_twin(vm, "enter", 1, a);
}

static Value leave(VM *vm, Value *a, int n) {
    (void)n;
    const Lock *l = condition_lock(vm, self_of(a));
    return l ? lock_leave(vm, from_obj(l)) : aio_twin(vm, "leave", 1, a);
}

/* --- methods -------------------------------------------------------------------------------------- */

static Value check_lock(VM *vm, Frame *f, Value v) {
    if (v == V_UNDEF) return aio_twin(vm, "check_lock", 1, &f->slots[1]);
    return v == V_ERROR ? v : f->slots[0];
}

/* `result` if the lock has what a lock needs. */
static Value with_lock(VM *vm, Condition *c, Value result) {
    if (condition_lock(vm, c)) return result;
    return vm_tail_step(vm, check_lock, 2, (Value[]){result, c->lock});
}

static void record_condition(VM *vm, Condition *c, bool own_lock) {
    Lock *l = condition_lock(vm, c);
    if (own_lock) l->line.number = record_made_here(vm, OBJECT_LOCK, 0);
    c->line.number = record_made_here(vm, OBJECT_CONDITION, l ? l->line.number : 0);
}

static Value construct(VM *vm, Value *a, int n) {
    (void)n;
    Condition *c = condition_new(vm, AS(Class, a[0]), a[1] == V_UNDEF ? V_NONE : a[1]);
    if (recorder(vm)) record_condition(vm, c, a[1] == V_UNDEF || a[1] == V_NONE);
    return with_lock(vm, c, from_obj(c));
}

static Value init(VM *vm, Value *a, int n) {
    (void)n;
    if (a[1] == V_UNDEF || a[1] == V_NONE) return V_NONE;
    self_of(a)->lock = a[1];
    return with_lock(vm, self_of(a), V_NONE);
}

static Value ring_method(VM *vm, Value *a, int n) {
    (void)n;
    return ring(vm, self_of(a), a[1]);
}

static Value notify(VM *vm, Value *a, int n) {
    (void)n;
    if (a[1] == V_UNDEF) a[1] = from_small(1);
    const Lock *lock = condition_lock(vm, self_of(a));
    if (!lock) return aio_twin(vm, "condition_notify", 2, a);
    if (!lock->locked) return vm_raise(vm, T_RUNTIME_ERROR, "cannot notify on un-acquired lock");
    return ring(vm, self_of(a), a[1]);
}

static Value notify_all(VM *vm, Value *a, int n) {
    (void)n;
    Condition *c = self_of(a);
    if (!condition_lock(vm, c) || primitive_overrides(vm, a[0], "notify"))
        return aio_twin(vm, "condition_notify_all", 2, (Value[]){a[0], from_small(c->line.len)});
    return condition_notify_all(vm, c);
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    const Condition *c = self_of(a);
    const Lock *l = condition_lock(vm, c);
    if (!l) return aio_twin(vm, "condition_repr", 1, a);
    return primitive_repr(vm, a[0], l->locked ? "locked" : "unlocked", &c->line);
}

static Value repr_as(VM *vm, Value *a, int n) {
    (void)n;
    bool is_locked = val_truth(vm, a[1]) == YES;
    return primitive_repr(vm, a[0], is_locked ? "locked" : "unlocked", &self_of(a)->line);
}

static Value get_lock(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return self_of(a)->lock;
}

static Value get_waiters(VM *vm, Value *a, int n) {
    (void)n;
    return line_as_deque(vm, &self_of(a)->line);
}

static const NativeDef methods[] = {
    {"__init__", init, 1, 2, NF_SLOT | NF_PYTHON, "self, lock"},
    {"acquire", acquire, 1, 1, NF_ASYNC_METHOD, "self"},
    {"release", release, 1, 1, NF_PLAIN_METHOD, "self"},
    {"locked", locked, 1, 1, NF_PLAIN_METHOD, "self"},
    {"wait", wait, 1, 1, NF_ASYNC_METHOD, "self"},
    {"wait_for", wait_for, 2, 2, NF_ASYNC_METHOD, "self, predicate"},
    {"notify", notify, 1, 2, NF_PLAIN_METHOD, "self, n"},
    {"notify_all", notify_all, 1, 1, NF_PLAIN_METHOD, "self"},
    {"__aenter__", enter, 1, 1, NF_ASYNC_METHOD, "self"},
    {"__aexit__", leave, 4, 4, NF_ASYNC_METHOD, "self, exc_type, exc, tb"},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {"_stand", stand, 1, 1, NF_PLAIN_METHOD, "self"},
    {"_ring", ring_method, 2, 2, NF_PLAIN_METHOD, "self"},
    {"_repr_as", repr_as, 2, 2, NF_PLAIN_METHOD, "self"},
    {"_lock", get_lock, 1, 1, NF_GETTER, NULL},
    {"_waiters", get_waiters, 1, 1, NF_GETTER, NULL},
    {"_loop", primitive_loop, 1, 2, NF_GETTER, NULL},
    {0},
};

static const NativeDef condition_construct = {"Condition", construct, 1, 2, NF_PYTHON, "cls, lock"};

void condition_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    a->condition =
        aio_class(vm, "asyncio.locks", "Condition", class_get(vm, T_OBJECT), &condition_construct, methods);
    module_set(vm, m, "Condition", from_obj(a->condition));
}
