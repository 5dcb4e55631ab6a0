/* Semaphore: a number of permits. BoundedSemaphore: one that counts who gives too many back.
 *
 * A release hands its permit to the first who waits: it is taken off the value at once, so that
 * nobody can come between. Who is cancelled with a permit in hand gives it to the next. Somebody
 * who comes while others wait stands behind them, even if a permit is free. */
#include "loop/primitives.h"

typedef struct Semaphore {
    RECORD_FIELDS;
    Value loop;
    Value value; /* a number of any kind, as it was given */
    Value bound; /* BoundedSemaphore */
    Line line;
} Semaphore;

enum { SEMAPHORE_VALUES = 3 };

static Semaphore *self_of(const Value *a) {
    return AS(Semaphore, a[0]);
}

/* --- counting ------------------------------------------------------------------------------- */

static bool count(VM *vm, Semaphore *s, int by) {
    if (is_int(s->value)) {
        s->value = int_from_i64(vm, as_small(s->value) + by);
        return true;
    }
    Value v = obj_binary(vm, BIN_ADD, s->value, from_small(by));
    if (v == V_ERROR) return false;
    s->value = v;
    return true;
}

static bool is_zero(VM *vm, const Semaphore *s) {
    return is_int(s->value) ? s->value == from_small(0) : val_equal(vm, s->value, from_small(0)) == YES;
}

static bool is_positive(VM *vm, const Semaphore *s) {
    if (is_int(s->value)) return as_small(s->value) > 0;
    return val_compare(vm, CMP_GT, s->value, from_small(0)) == YES;
}

/* --- taking and giving ------------------------------------------------------------------------ */

static bool is_locked(VM *vm, const Semaphore *s) {
    return is_zero(vm, s) || !line_all_cancelled(&s->line);
}

static void hand_over(VM *vm, Semaphore *s) {
    Place *p = line_to_wake(&s->line);
    if (!p) return;
    count(vm, s, -1);
    line_hand(vm, p, V_TRUE);
}

static Value take(VM *vm, Semaphore *s) {
    if (!count(vm, s, -1)) return V_ERROR;
    record_of(vm, EV_GOT, s->line.number, record_count(s->value));
    return V_TRUE;
}

static Value want(VM *vm, Semaphore *s, Value *place) {
    if (!is_locked(vm, s)) return take(vm, s);
    Value p = line_join(vm, &s->line, from_obj(s), &s->loop);
    if (p == V_ERROR || p == V_TAIL) return p;
    *place = p;
    line_told(vm, p, EV_WANTED, s->line.len);
    return future_wait(vm, as_future(p));
}

static Value woken(VM *vm, Semaphore *s, Value place, Value v) {
    if (place == V_NONE) return v;
    record_of(vm, v == V_ERROR ? EV_LEFT : EV_GOT, s->line.number, v == V_ERROR ? 0 : record_count(s->value));
    line_leave(as_place(place));
    if (v != V_ERROR) v = future_waited(vm, as_future(place));
    if (v != V_ERROR) {
        if (is_positive(vm, s)) hand_over(vm, s);
        return V_TRUE;
    }
    if (is_cancelled_error(vm, vm->error) && as_future(place)->state != FUTURE_CANCELLED) {
        count(vm, s, 1);
        hand_over(vm, s);
    }
    return V_ERROR;
}

static Value give(VM *vm, Semaphore *s) {
    if (s->bound != V_NONE && val_compare(vm, CMP_GE, s->value, s->bound) == YES)
        return vm_raise(vm, T_VALUE_ERROR, "BoundedSemaphore released too many times");
    if (!count(vm, s, 1)) return V_ERROR;
    record_of(vm, EV_RELEASED, s->line.number, record_count(s->value));
    hand_over(vm, s);
    return V_NONE;
}

/* --- coroutines --------------------------------------------------------------------------------- */

enum { SELF, PLACE, RESULT, SLOTS };
enum { FRESH, WAITING };

static Value acquire_step(VM *vm, Frame *f, Value v) {
    Semaphore *s = AS(Semaphore, f->slots[SELF]);
    bool fresh = f->stage == FRESH;
    f->stage = WAITING;
    v = fresh ? want(vm, s, &f->slots[PLACE]) : woken(vm, s, f->slots[PLACE], v);
    return v == V_TRUE ? f->slots[RESULT] : v;
}

static Value acquire_as(VM *vm, CoroutineId id, Value self, Value result) {
    Semaphore *s = AS(Semaphore, self);
    if (is_int(s->value) && vm_is_awaited(vm) && !is_locked(vm, s)) {
        take(vm, s);
        return primitive_at_once(vm, result);
    }
    return primitive_coroutine(vm, id, acquire_step, SLOTS, (Value[]){self, V_NONE, result});
}

static Value acquire(VM *vm, Value *a, int n) {
    (void)n;
    if (primitive_overrides(vm, a[0], "locked")) return aio_twin(vm, "semaphore_acquire", 1, a);
    return acquire_as(vm, COROUTINE_SEMAPHORE_ACQUIRE, a[0], V_TRUE);
}

static Value enter(VM *vm, Value *a, int n) {
    (void)n;
    if (primitive_overrides(vm, a[0], "acquire") || primitive_overrides(vm, a[0], "locked"))
        return aio_twin(vm, "enter", 1, a);
    return acquire_as(vm, COROUTINE_ENTER, a[0], V_NONE);
}

static Value exit_step(VM *vm, Frame *f, Value v) {
    (void)v;
    return give(vm, AS(Semaphore, f->slots[SELF]));
}

static Value leave(VM *vm, Value *a, int n) {
    (void)n;
    if (primitive_overrides(vm, a[0], "release")) return aio_twin(vm, "leave", 1, a);
    if (self_of(a)->bound == V_NONE && vm_is_awaited(vm))
        return give(vm, self_of(a)) == V_ERROR ? V_ERROR : primitive_at_once(vm, V_NONE);
    return primitive_coroutine(vm, COROUTINE_EXIT, exit_step, 1, a);
}

/* For the twin of acquire, which has asked locked(): to wait, or to take. Slots: self, place. */
static Value stand_step(VM *vm, Frame *f, Value v) {
    Semaphore *s = AS(Semaphore, f->slots[0]);
    if (f->stage++ > 0) return woken(vm, s, f->slots[1], v);
    Value p = line_join(vm, &s->line, f->slots[0], &s->loop);
    if (p == V_ERROR || p == V_TAIL) return p;
    f->slots[1] = p;
    line_told(vm, p, EV_WANTED, s->line.len);
    return future_wait(vm, as_future(p));
}

static Value stand(VM *vm, Value *a, int n) {
    (void)n;
    return primitive_coroutine(vm, COROUTINE_SEMAPHORE_ACQUIRE, stand_step, 2, (Value[]){a[0], V_NONE});
}

/* --- methods -------------------------------------------------------------------------------------- */

static Value fill(VM *vm, Semaphore *s, Value value) {
    if (value == V_UNDEF) value = from_small(1);
    Tri negative = val_compare(vm, CMP_LT, value, from_small(0));
    if (negative == NEEDS_PYTHON)
        return vm_raise(vm, T_TYPE_ERROR, "'<' not supported between instances of '%s' and 'int'",
                        type_name(vm, value));
    if (negative == FAILED) return V_ERROR;
    if (negative == YES) return vm_raise(vm, T_VALUE_ERROR, "Semaphore initial value must be >= 0");
    s->value = value;
    if (class_derives(s->obj.cls, aio(vm)->bounded_semaphore)) s->bound = value;
    return V_NONE;
}

static void record_made(VM *vm, Semaphore *s) {
    ObjectKind kind = s->bound == V_NONE ? OBJECT_SEMAPHORE : OBJECT_BOUNDED_SEMAPHORE;
    s->line.number = record_made_here(vm, kind, record_count(s->value));
}

static Value construct(VM *vm, Value *a, int n) {
    (void)n;
    Semaphore *s = record_sized(vm, AS(Class, a[0]), SEMAPHORE_VALUES, sizeof *s);
    s->payload = &s->line;
    s->of = &one_line;
    if (fill(vm, s, a[1]) == V_ERROR) return V_ERROR;
    if (!primitive_has_own_init(vm, s->obj.cls)) record_made(vm, s);
    return from_obj(s);
}

static Value init(VM *vm, Value *a, int n) {
    (void)n;
    if (fill(vm, self_of(a), a[1]) == V_ERROR) return V_ERROR;
    if (!self_of(a)->line.number) record_made(vm, self_of(a));
    return V_NONE;
}

static Value release(VM *vm, Value *a, int n) {
    (void)n;
    return give(vm, self_of(a));
}

static Value locked(VM *vm, Value *a, int n) {
    (void)n;
    return from_bool(is_locked(vm, self_of(a)));
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    const Semaphore *s = self_of(a);
    if (primitive_overrides(vm, a[0], "locked")) return aio_twin(vm, "semaphore_repr", 1, a);
    if (is_locked(vm, s)) return primitive_repr(vm, a[0], "locked", &s->line);
    Buf b = {0};
    buf_adds(&b, "unlocked, value:");
    Tri t = val_str(vm, s->value, &b);
    Value v = t == FAILED ? V_ERROR : primitive_repr(vm, a[0], buf_cstr(&b), &s->line);
    buf_deinit(&b);
    return v;
}

static Value repr_as(VM *vm, Value *a, int n) {
    (void)n;
    Buf b = {0};
    str_to_utf8(AS(Str, a[1]), &b);
    Value v = primitive_repr(vm, a[0], buf_cstr(&b), &self_of(a)->line);
    buf_deinit(&b);
    return v;
}

static Value get_value(VM *vm, Value *a, int n) {
    (void)vm;
    if (n < 2) return self_of(a)->value;
    self_of(a)->value = a[1];
    return V_NONE;
}

static Value get_bound(VM *vm, Value *a, int n) {
    (void)vm;
    if (n < 2) return self_of(a)->bound;
    self_of(a)->bound = a[1];
    return V_NONE;
}

static Value get_waiters(VM *vm, Value *a, int n) {
    (void)n;
    const Line *l = &self_of(a)->line;
    return l->used ? line_as_deque(vm, l) : V_NONE;
}

static const NativeDef methods[] = {
    {"__init__", init, 1, 2, NF_SLOT | NF_PYTHON, "self, value"},
    {"acquire", acquire, 1, 1, NF_ASYNC_METHOD, "self"},
    {"release", release, 1, 1, NF_PLAIN_METHOD, "self"},
    {"locked", locked, 1, 1, NF_PLAIN_METHOD, "self"},
    {"__aenter__", enter, 1, 1, NF_ASYNC_METHOD, "self"},
    {"__aexit__", leave, 4, 4, NF_ASYNC_METHOD, "self, exc_type, exc, tb"},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {"_stand", stand, 1, 1, NF_PLAIN_METHOD, "self"},
    {"_repr_as", repr_as, 2, 2, NF_PLAIN_METHOD, "self"},
    {"_value", get_value, 1, 2, NF_GETTER, NULL},
    {"_waiters", get_waiters, 1, 1, NF_GETTER, NULL},
    {"_loop", primitive_loop, 1, 2, NF_GETTER, NULL},
    {0},
};

static const NativeDef bounded_methods[] = {
    {"_bound_value", get_bound, 1, 2, NF_GETTER, NULL},
    {0},
};

static const NativeDef semaphore_construct = {"Semaphore", construct, 1, 2, NF_PYTHON, "cls, value"};
static const NativeDef bounded_construct = {"BoundedSemaphore", construct, 1, 2, NF_PYTHON, "cls, value"};

void semaphore_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    a->semaphore =
        aio_class(vm, "asyncio.locks", "Semaphore", class_get(vm, T_OBJECT), &semaphore_construct, methods);
    a->bounded_semaphore =
        aio_class(vm, "asyncio.locks", "BoundedSemaphore", a->semaphore, &bounded_construct, bounded_methods);
    module_set(vm, m, "Semaphore", from_obj(a->semaphore));
    module_set(vm, m, "BoundedSemaphore", from_obj(a->bounded_semaphore));
}
