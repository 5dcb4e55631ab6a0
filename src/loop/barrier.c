/* Barrier: nobody goes on until all are there.
 *
 * States: filling; draining, from the moment that the last one comes until all have left;
 * resetting, until those who waited have left with an error; broken, until a reset. Who comes
 * while it drains or resets waits before the door. Every change of state is made with the lock of
 * a condition of its own, and told through it. */
#include "loop/primitives.h"

typedef enum BarrierState { FILLING, DRAINING, RESETTING, BROKEN } BarrierState;

_Static_assert((int)FILLING == (int)BARRIER_FILLING && (int)BROKEN == (int)BARRIER_BROKEN,
               "as in the record");

static const char *const state_names[] = {"filling", "draining", "resetting", "broken"};

typedef struct Barrier {
    RECORD_FIELDS;
    Value condition;
    Value parties; /* a number of any kind, as it was given */
    BarrierState state;
    uint32_t count; /* tasks inside */
    ObjectId number;
} Barrier;

enum { BARRIER_VALUES = 2 };

ObjectId barrier_number(Value barrier) {
    return AS(Barrier, barrier)->number;
}

static Barrier *self_of(const Value *a) {
    return AS(Barrier, a[0]);
}

static Condition *condition_of(const Barrier *b) {
    return AS(Condition, b->condition);
}

static Lock *lock_of(VM *vm, const Barrier *b) {
    return condition_lock(vm, condition_of(b));
}

/* --- waiting ----------------------------------------------------------------------------------- */

enum { SELF, PLACE, INDEX, WANTED, FIRST_WAIT, SLOTS = FIRST_WAIT + WAIT_SLOTS };
enum { FRESH, TAKING_LOCK, BEFORE_DOOR, INSIDE };

/* In the record whoever waits for the door, the lock or the others waits for the barrier. */
static void record_waits(VM *vm, Frame *f, const Barrier *b, Value place) {
    if (!recorder(vm) || !b->number || place == V_NONE) return;
    if (f->slots[WANTED] == V_NONE)
        f->slots[WANTED] = from_small(record_of(vm, EV_WANTED, b->number, b->count));
    as_future(place)->reason = (EventIndex)as_small(f->slots[WANTED]);
}

static Value record_over(VM *vm, const Frame *f, const Barrier *b, Value v) {
    if (v == V_TAIL || v == V_YIELD || !b->number) return v;
    if (v != V_ERROR) record_of(vm, EV_GOT, b->number, 0);
    else if (f->slots[WANTED] != V_NONE) record_of(vm, EV_LEFT, b->number, 0);
    return v;
}

/* Whoever waited is woken, because of that. */
static Value become(VM *vm, Barrier *b, BarrierState state) {
    EventIndex before = record_cause(vm);
    if (b->state != state) {
        EventIndex is = record_of(vm, EV_BARRIER_IS, b->number, state);
        if (is) record_because(vm, is);
    }
    b->state = state;
    Value v = condition_notify_all(vm, condition_of(b));
    record_because(vm, before);
    return v;
}

static Value broken(VM *vm, const char *message) {
    return aio_raise(vm, aio(vm)->broken_barrier_error, message);
}

/* `v`, unless the lock was lost on the way. */
static Value unlocked(VM *vm, const Barrier *b, Value v) {
    return lock_release(vm, lock_of(vm, b)) == V_ERROR ? V_ERROR : v;
}

/* The last one to leave opens the door again. */
static Value leave(VM *vm, Barrier *b, Value v) {
    if (--b->count == 0) {
        bool opens = b->state == RESETTING || b->state == DRAINING;
        if (become(vm, b, opens ? FILLING : b->state) == V_ERROR) v = V_ERROR;
    }
    return unlocked(vm, b, v);
}

/* Inside and awake: V_YIELD and its like while the barrier is still filling. */
static Value inside(VM *vm, Frame *f, Barrier *b) {
    if (b->state == FILLING) {
        f->stage = INSIDE;
        Value v = condition_want(vm, condition_of(b), &f->slots[FIRST_WAIT]);
        record_waits(vm, f, b, f->slots[FIRST_WAIT + WAIT_PLACE]);
        return v == V_ERROR ? leave(vm, b, v) : v;
    }
    if (b->state == DRAINING) return leave(vm, b, f->slots[INDEX]);
    return leave(vm, b, broken(vm, "Abort or reset of barrier"));
}

static Value go_in(VM *vm, Frame *f, Barrier *b) {
    f->slots[INDEX] = from_small(b->count++);
    if (val_equal(vm, from_small(b->count), b->parties) != YES) return inside(vm, f, b);
    Value told = become(vm, b, DRAINING);
    return leave(vm, b, told == V_ERROR ? told : f->slots[INDEX]);
}

/* Before the door, with the lock. */
static Value arrive(VM *vm, Frame *f, Barrier *b) {
    if (b->state == DRAINING || b->state == RESETTING) {
        f->stage = BEFORE_DOOR;
        Value v = condition_want(vm, condition_of(b), &f->slots[FIRST_WAIT]);
        record_waits(vm, f, b, f->slots[FIRST_WAIT + WAIT_PLACE]);
        return v == V_ERROR ? unlocked(vm, b, v) : v;
    }
    if (b->state == BROKEN) return unlocked(vm, b, broken(vm, "Barrier aborted"));
    return go_in(vm, f, b);
}

static Value go_on(VM *vm, Frame *f, Barrier *b, Value v) {
    switch (f->stage) {
    case FRESH:
        f->stage = TAKING_LOCK;
        v = lock_want(vm, lock_of(vm, b), &f->slots[PLACE]);
        record_waits(vm, f, b, f->slots[PLACE]);
        return v == V_TRUE ? arrive(vm, f, b) : v;
    case TAKING_LOCK:
        v = lock_woken(vm, lock_of(vm, b), f->slots[PLACE], v);
        return v == V_TRUE ? arrive(vm, f, b) : v;
    case BEFORE_DOOR:
        v = condition_woken(vm, condition_of(b), &f->slots[FIRST_WAIT], v);
        if (v == V_ERROR) return unlocked(vm, b, v);
        return v == V_TRUE ? arrive(vm, f, b) : v;
    default:
        v = condition_woken(vm, condition_of(b), &f->slots[FIRST_WAIT], v);
        if (v == V_ERROR) return leave(vm, b, v);
        return v == V_TRUE ? inside(vm, f, b) : v;
    }
}

static Value wait_step(VM *vm, Frame *f, Value v) {
    Barrier *b = AS(Barrier, f->slots[SELF]);
    return record_over(vm, f, b, go_on(vm, f, b, v));
}

static Value wait_as(VM *vm, CoroutineId id, Value self) {
    Value slots[SLOTS] = {self};
    for (int i = 1; i < SLOTS; i++) slots[i] = V_NONE;
    return primitive_coroutine(vm, id, wait_step, SLOTS, slots);
}

static Value wait(VM *vm, Value *a, int n) {
    (void)n;
    return wait_as(vm, COROUTINE_BARRIER_WAIT, a[0]);
}

static Value enter(VM *vm, Value *a, int n) {
    (void)n;
    if (primitive_overrides(vm, a[0], "wait")) return aio_twin(vm, "barrier_enter", 1, a);
    return wait_as(vm, COROUTINE_BARRIER_ENTER, a[0]);
}

static Value exit_step(VM *vm, Frame *f, Value v) {
    (void)vm, (void)f, (void)v;
    return V_NONE;
}

static Value exit_method(VM *vm, Value *a, int n) {
    (void)n;
    return primitive_coroutine(vm, COROUTINE_BARRIER_EXIT, exit_step, 1, a);
}

/* --- reset and abort ----------------------------------------------------------------------------- */

static Value change(VM *vm, Frame *f, Value v, bool is_reset) {
    Barrier *b = AS(Barrier, f->slots[SELF]);
    Lock *lock = lock_of(vm, b);
    bool fresh = f->stage == FRESH;
    f->stage = TAKING_LOCK;
    v = fresh ? lock_want(vm, lock, &f->slots[PLACE]) : lock_woken(vm, lock, f->slots[PLACE], v);
    if (v != V_TRUE) return v;
    return unlocked(vm, b, become(vm, b, !is_reset ? BROKEN : b->count > 0 ? RESETTING : FILLING));
}

static Value reset_step(VM *vm, Frame *f, Value v) {
    return change(vm, f, v, true);
}

static Value abort_step(VM *vm, Frame *f, Value v) {
    return change(vm, f, v, false);
}

static Value reset(VM *vm, Value *a, int n) {
    (void)n;
    return primitive_coroutine(vm, COROUTINE_BARRIER_RESET, reset_step, 2, (Value[]){a[0], V_NONE});
}

static Value abort_method(VM *vm, Value *a, int n) {
    (void)n;
    return primitive_coroutine(vm, COROUTINE_BARRIER_ABORT, abort_step, 2, (Value[]){a[0], V_NONE});
}

/* --- methods --------------------------------------------------------------------------------------- */

static Value fill(VM *vm, Barrier *b, Value parties) {
    Tri few = val_compare(vm, CMP_LT, parties, from_small(1));
    if (few == NEEDS_PYTHON)
        return vm_raise(vm, T_TYPE_ERROR, "'<' not supported between instances of '%s' and 'int'",
                        type_name(vm, parties));
    if (few == FAILED) return V_ERROR;
    if (few == YES) return vm_raise(vm, T_VALUE_ERROR, "parties must be > 0");
    b->parties = parties;
    if (!b->number) b->number = record_made_here(vm, OBJECT_BARRIER, record_count(parties));
    return V_NONE;
}

static Value construct(VM *vm, Value *a, int n) {
    (void)n;
    Class *cls = AS(Class, a[0]);
    Barrier *b = record_sized(vm, cls, BARRIER_VALUES, sizeof *b);
    Condition *c = condition_new(vm, aio(vm)->condition, V_NONE);
    c->owner = from_obj(b);
    b->condition = from_obj(c);
    b->parties = from_small(1);
    if (a[1] == V_UNDEF && primitive_has_own_init(vm, cls)) return from_obj(b);
    if (a[1] == V_UNDEF)
        return vm_raise(vm, T_TYPE_ERROR,
                        "Barrier.__init__() missing 1 required positional argument: 'parties'");
    return fill(vm, b, a[1]) == V_ERROR ? V_ERROR : from_obj(b);
}

static Value init(VM *vm, Value *a, int n) {
    (void)n;
    return fill(vm, self_of(a), a[1]);
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    const Barrier *b = self_of(a);
    if (b->state == BROKEN) return primitive_repr(vm, a[0], "broken", NULL);
    Buf text = {0};
    buf_printf(&text, "%s, waiters:%u/", state_names[b->state], b->state == FILLING ? b->count : 0);
    Tri t = val_str(vm, b->parties, &text);
    Value v = t == FAILED ? V_ERROR : primitive_repr(vm, a[0], buf_cstr(&text), NULL);
    buf_deinit(&text);
    return v;
}

static Value get_parties(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return self_of(a)->parties;
}

static Value get_waiting(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    const Barrier *b = self_of(a);
    return from_small(b->state == FILLING ? b->count : 0);
}

static Value get_broken(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(self_of(a)->state == BROKEN);
}

static Value get_condition(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return self_of(a)->condition;
}

static Value get_count(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_small(self_of(a)->count);
}

static Value get_state(VM *vm, Value *a, int n) {
    (void)n;
    Value name = str_from(vm, state_names[self_of(a)->state]);
    return aio_twin(vm, "barrier_state", 1, &name);
}

static const NativeDef methods[] = {
    {"__init__", init, 2, 2, NF_SLOT | NF_PYTHON, "self, parties"},
    {"wait", wait, 1, 1, NF_ASYNC_METHOD, "self"},
    {"reset", reset, 1, 1, NF_ASYNC_METHOD, "self"},
    {"abort", abort_method, 1, 1, NF_ASYNC_METHOD, "self"},
    {"__aenter__", enter, 1, 1, NF_ASYNC_METHOD, "self"},
    {"__aexit__", exit_method, 1, -1, NF_ASYNC_METHOD, "self"},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {"parties", get_parties, 1, 1, NF_GETTER, "property 'parties' of 'Barrier' object has no setter"},
    {"n_waiting", get_waiting, 1, 1, NF_GETTER, "property 'n_waiting' of 'Barrier' object has no setter"},
    {"broken", get_broken, 1, 1, NF_GETTER, "property 'broken' of 'Barrier' object has no setter"},
    {"_parties", get_parties, 1, 1, NF_GETTER, NULL},
    {"_count", get_count, 1, 1, NF_GETTER, NULL},
    {"_cond", get_condition, 1, 1, NF_GETTER, NULL},
    {"_state", get_state, 1, 1, NF_GETTER, NULL},
    {0},
};

static const NativeDef barrier_construct = {"Barrier", construct, 1, 2, NF_PYTHON, "cls, parties"};

void barrier_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    a->barrier =
        aio_class(vm, "asyncio.locks", "Barrier", class_get(vm, T_OBJECT), &barrier_construct, methods);
    module_set(vm, m, "Barrier", from_obj(a->barrier));
}
