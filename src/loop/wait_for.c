/* wait_for: a future with a deadline. What it waits on is a future of its own, which the
 * timer, the end of the awaited one or a cancellation releases. */
#include "loop/aio.h"

enum { TARGET, TIMEOUT, FUTURE, WAITER, TIMED, NUMBER, SLOTS };
enum {
    FRESH,
    TIMEOUT_READ, /* float(timeout) was Python's */
    MADE,         /* so was making a task of it */
    WAITING,
    ENDING, /* its time is over and it was cancelled: it must end before we do */
    LEAVING /* the same because we are cancelled ourselves */
};

static ObjectId number_of(const Frame *f) {
    return (ObjectId)as_small(f->slots[NUMBER]);
}

static Value waiter_new(VM *vm, Frame *f) {
    Future *waiter = future_new(vm, future_loop(as_future(f->slots[FUTURE])));
    f->slots[WAITER] = from_obj(waiter);
    waiter->reason = record(vm, EV_AWAITS, number_of(f), 0);
    return f->slots[WAITER];
}

/* Cancels what is awaited and waits until it has ended, whatever it then does. */
static Value cancel_and_wait(VM *vm, Frame *f, int stage) {
    Future *target = as_future(f->slots[FUTURE]);
    Value waiter = waiter_new(vm, f);
    f->stage = (uint8_t)stage;
    future_tell(vm, target, waiter);
    future_cancel(vm, target, V_NONE);
    return future_wait(vm, as_future(waiter));
}

/* Its result; that it was cancelled means here that its time was over. */
static Value result_or_timeout(VM *vm, Frame *f, Future *target) {
    Value v = future_result(vm, target);
    if (v != V_ERROR || !class_derives(as_obj(vm->error)->cls, aio(vm)->cancelled_error)) return v;
    Value cause = vm->error;
    vm->error = V_UNDEF;
    Value timeout = error_new(vm, vm->types[T_TIMEOUT_ERROR], 0, NULL);
    AS(Exception, timeout)->cause = cause;
    AS(Exception, timeout)->suppress_context = true;
    f->handled = cause;
    return vm_raise_object(vm, timeout);
}

static void record_begun(VM *vm, Frame *f) {
    ObjectId number = record_object(vm, OBJECT_WAIT_FOR, 0);
    f->slots[NUMBER] = from_small(number);
    record(vm, EV_GROUP_BEGUN, number, 1);
    record_child(vm, number, as_future(f->slots[FUTURE]));
    if (f->slots[WAITER] != V_NONE) record(vm, EV_TIMEOUT_ARMED, number, as_future(f->slots[WAITER])->timer);
}

static Value begin(VM *vm, Frame *f, double timeout) {
    Future *target = as_future(f->slots[FUTURE]);
    if (timeout <= 0) {
        if (target->state != FUTURE_PENDING) return future_result(vm, target);
        return cancel_and_wait(vm, f, ENDING);
    }
    future_tell(vm, target, f->slots[WAITER]);
    as_future(f->slots[WAITER])->reason = record(vm, EV_AWAITS, number_of(f), 0);
    f->stage = WAITING;
    return future_wait(vm, as_future(f->slots[WAITER]));
}

/* The timer is set before the awaited coroutine becomes a task. */
static Value arm(VM *vm, Frame *f, double timeout) {
    Loop *l = aio_need_loop(vm);
    if (!l) return V_ERROR;
    if (timeout > 0) {
        Future *waiter = future_new(vm, l);
        f->slots[WAITER] = f->slots[TIMED] = from_obj(waiter);
        loop_timer(vm, l, loop_time(vm) + timeout, from_obj(waiter), V_NONE);
    }
    f->stage = MADE;
    return aio_ensure_future(vm, f->slots[TARGET], l);
}

static Value read_timeout(VM *vm, Frame *f, Value given) {
    double timeout;
    if (!int_is(given) && !float_is(given)) {
        if (f->stage == TIMEOUT_READ || class_special(vm, class_of(vm, given), SP_FLOAT) == V_UNDEF)
            return vm_raise(vm, T_TYPE_ERROR, "'<=' not supported between instances of '%s' and 'int'",
                            type_name(vm, given));
        f->stage = TIMEOUT_READ;
        return vm_tail(vm, from_obj(vm->types[T_FLOAT]), 1, &given);
    }
    if (!num_to_double(vm, given, &timeout)) return V_ERROR;
    f->slots[TIMEOUT] = from_float(timeout);
    return arm(vm, f, timeout);
}

/* We are woken, or cancelled (V_ERROR) while we waited. */
static Value woken(VM *vm, Frame *f, Value v) {
    Future *target = as_future(f->slots[FUTURE]), *waiter = as_future(f->slots[WAITER]);
    if (v == V_ERROR) {
        Value error = vm->error;
        if (!class_derives(as_obj(error)->cls, aio(vm)->cancelled_error)) return v;
        vm->error = V_UNDEF;
        f->handled = error;
        if (target->state != FUTURE_PENDING) return future_result(vm, target);
        future_untell(vm, target, f->slots[WAITER]);
        return cancel_and_wait(vm, f, LEAVING);
    }
    if (future_waited(vm, waiter) == V_ERROR) return V_ERROR;
    if (target->state != FUTURE_PENDING) return future_result(vm, target);
    future_untell(vm, target, f->slots[WAITER]);
    record(vm, EV_TIMEOUT_EXPIRED, number_of(f), record_woken(vm));
    return cancel_and_wait(vm, f, ENDING);
}

static Value go_on(VM *vm, Frame *f, Value v) {
    if (f->stage == FRESH || f->stage == TIMEOUT_READ) {
        if (v == V_ERROR) return v;
        v = read_timeout(vm, f, v == V_UNDEF ? f->slots[TIMEOUT] : v);
        if (v == V_ERROR || v == V_TAIL) return v;
    }
    if (f->stage == MADE) {
        if (v == V_ERROR) return v;
        f->slots[FUTURE] = v;
        record_begun(vm, f);
        return begin(vm, f, as_float(f->slots[TIMEOUT]));
    }
    if (f->stage == WAITING) return woken(vm, f, v);
    Future *target = as_future(f->slots[FUTURE]);
    future_untell(vm, target, f->slots[WAITER]);
    if (v == V_ERROR) return v;
    if (future_waited(vm, as_future(f->slots[WAITER])) == V_ERROR) return V_ERROR;
    if (f->stage == ENDING) return result_or_timeout(vm, f, target);
    vm->error = f->handled; /* raised again, it has the context that it had */
    return V_ERROR;
}

static Outcome outcome_of(VM *vm, const Frame *f, Value v) {
    if (v != V_ERROR) return OUTCOME_RETURNED;
    const Class *c = as_obj(vm->error)->cls;
    if (class_derives(c, aio(vm)->cancelled_error)) return OUTCOME_CANCELLED;
    return f->stage == ENDING && c == vm->types[T_TIMEOUT_ERROR] ? OUTCOME_EXPIRED : OUTCOME_RAISED;
}

/* Only now: while a target that was cancelled takes its time, the timer goes on, and may ring for nobody. */
static void drop_timer(VM *vm, const Frame *f) {
    if (f->slots[TIMED] != V_NONE) future_drop_timer(vm, as_future(f->slots[TIMED]));
}

static Value step(VM *vm, Frame *f, Value v) {
    v = go_on(vm, f, v);
    if (v != V_TAIL && v != V_YIELD && f->stage >= WAITING) drop_timer(vm, f);
    if (recorder(vm) && v != V_TAIL && v != V_YIELD && number_of(f))
        record(vm, EV_GROUP_ENDED, number_of(f), outcome_of(vm, f, v));
    return v;
}

static Value wait_for(VM *vm, Value *a, int n) {
    (void)n;
    if (a[1] == V_NONE) return aio_twin(vm, "wait_for", 1, a);
    Str *name = aio(vm)->wait_for_name;
    return coroutine_new(vm, name, name, step, SLOTS,
                         (Value[]){a[0], a[1], V_NONE, V_NONE, V_NONE, from_small(0)});
}

static const NativeDef functions[] = {
    {"wait_for", wait_for, 2, 2, NF_PYTHON | NF_COROUTINE, "fut, timeout"},
    {0},
};

void wait_for_setup(VM *vm, ModuleObj *m) {
    aio(vm)->wait_for_name = str_intern(vm, "wait_for", 8);
    aio_functions(vm, m, functions);
}
