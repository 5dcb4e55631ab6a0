/* Async generators: what their methods return are awaitables, each of which is one turn of the
 * generator. Two turns at once are refused, and so is a second use of an awaitable.
 *
 * The states follow CPython's genobject.c in every corner, even where an awaitable that fails
 * can be used again. */
#include "vm/generator.h"

static bool is_send(VM *vm, const Record *step) {
    return step->obj.cls == vm->types[T_ASYNC_ASEND];
}

static bool is_over(const Record *step) {
    return step->slots[STEP_STATE] == from_small(STEP_OVER);
}

static void set_state(Record *step, int state) {
    step->slots[STEP_STATE] = from_small(state);
}

static Value refuse_reuse(VM *vm, const Record *step) {
    return vm_raise(vm, T_RUNTIME_ERROR, "cannot reuse already awaited %s",
                    is_send(vm, step) ? "__anext__()/asend()" : "aclose()/athrow()");
}

/* --- a turn ---------------------------------------------------------------------------------- */

void async_turn_ended(Generator *g, const Value *keep, bool by_yield) {
    int64_t end = as_small(keep[1]);
    if (end & END_LEAVES_ALONE && !by_yield) return;
    g->running_async = false;
    if (end) set_state(AS(Record, keep[0]), STEP_OVER);
}

/* The generator would have ended with this error at once. aclose() is content with two. */
static Value failed_at_once(VM *vm, Then then) {
    bool closing = then == THEN_ASYNC_CLOSE_SEND || then == THEN_ASYNC_CLOSE_RESUME;
    if (!closing || !(vm_error_is(vm, T_STOP_ASYNC_ITERATION) || vm_error_is(vm, T_GENERATOR_EXIT)))
        return V_ERROR;
    vm->error = V_UNDEF;
    return vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF);
}

static Value turn(VM *vm, Record *step, Value sent, bool is_throw, bool under_send, int end) {
    Generator *g = AS(Generator, step->slots[STEP_GEN]);
    bool closes = step->slots[STEP_CLOSES] == V_TRUE;
    Then then = closes       ? under_send ? THEN_ASYNC_CLOSE_SEND : THEN_ASYNC_CLOSE_RESUME
                : under_send ? THEN_ASYNC_SEND
                             : THEN_ASYNC_RESUME;
    Value v = vm_resume(vm, g, sent, is_throw, then);
    if (LIKELY(v == V_FRAME)) {
        g->frame->keep[0] = from_obj(step);
        g->frame->keep[1] = from_small(end);
        return v;
    }
    async_turn_ended(g, (Value[]){from_obj(step), from_small(end)}, false);
    return failed_at_once(vm, then);
}

static Value send_turn(VM *vm, Record *step, Value sent, bool under_send) {
    Generator *g = AS(Generator, step->slots[STEP_GEN]);
    if (step->slots[STEP_STATE] == from_small(STEP_FRESH)) {
        if (g->running_async)
            return vm_raise(vm, T_RUNTIME_ERROR, "anext(): asynchronous generator is already running");
        if (sent == V_NONE) sent = step->slots[STEP_SENT];
        set_state(step, STEP_GOING);
    }
    g->running_async = true;
    return turn(vm, step, sent, false, under_send, END_IS_ITS_END);
}

/* The first turn of athrow() and aclose(). `exc`: what is to be thrown. */
static Value first_throw(VM *vm, Record *step, Value exc, bool under_send) {
    Generator *g = AS(Generator, step->slots[STEP_GEN]);
    set_state(step, STEP_GOING);
    g->running_async = true;
    if (step->slots[STEP_CLOSES] == V_TRUE) g->closing = true;
    return turn(vm, step, exc, true, under_send, END_IS_ITS_END);
}

/* The class of the exception is the program's: it is called first. Slots: the step. */
static Value throw_made(VM *vm, Frame *f, Value v) {
    if (f->stage == 1) return v;
    Record *step = AS(Record, f->slots[0]);
    const Value *args = AS(Tuple, step->slots[STEP_SENT])->items;
    if (v == V_UNDEF) return thrown_call(vm, args);
    f->stage = 1;
    return first_throw(vm, step, thrown_called(vm, args, v), false);
}

static Value begin_throw(VM *vm, Record *step, bool under_send) {
    Value exc = step->slots[STEP_CLOSES] == V_TRUE
                    ? error_new(vm, vm->types[T_GENERATOR_EXIT], 0, NULL)
                    : thrown_exception(vm, AS(Tuple, step->slots[STEP_SENT])->items);
    if (exc == V_TAIL) return vm_tail_step(vm, throw_made, 1, (Value[]){from_obj(step)});
    if (exc != V_ERROR) return first_throw(vm, step, exc, under_send);
    set_state(step, STEP_OVER);
    return exc;
}

static Value throw_turn(VM *vm, Record *step, Value sent, bool under_send) {
    Generator *g = AS(Generator, step->slots[STEP_GEN]);
    bool closes = step->slots[STEP_CLOSES] == V_TRUE;
    if (g->state == GEN_CLOSED) {
        set_state(step, STEP_OVER);
        return vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF);
    }
    if (step->slots[STEP_STATE] == from_small(STEP_GOING)) {
        return turn(vm, step, sent, false, under_send, closes ? END_IS_ITS_END : 0);
    }
    if (g->running_async) {
        set_state(step, STEP_OVER);
        return vm_raise(vm, T_RUNTIME_ERROR, "%s(): asynchronous generator is already running",
                        closes ? "aclose" : "athrow");
    }
    if (g->closing) {
        set_state(step, STEP_OVER);
        return vm_raise(vm, T_STOP_ASYNC_ITERATION, "%s", "");
    }
    if (sent != V_NONE)
        return vm_raise(vm, T_RUNTIME_ERROR, "can't send non-None value to a just-started coroutine");
    return begin_throw(vm, step, under_send);
}

/* May be V_TAIL: then the result comes as by hand. */
static Value step_turn(VM *vm, Record *step, Value sent, bool under_send) {
    if (UNLIKELY(is_over(step))) return refuse_reuse(vm, step);
    return LIKELY(is_send(vm, step)) ? send_turn(vm, step, sent, under_send)
                                     : throw_turn(vm, step, sent, under_send);
}

Value async_step_send(VM *vm, Frame *caller, Record *step, Value sent) {
    Value v = step_turn(vm, step, sent, true);
    if (v != V_TAIL) return v;
    v = vm_run_tail(vm);
    if (v == V_FRAME) vm_then(vm, caller, THEN_SENT, V_NONE, V_NONE);
    return v;
}

static int end_of_throw(VM *vm, const Record *step) {
    if (is_send(vm, step)) return END_IS_ITS_END;
    return step->slots[STEP_CLOSES] == V_TRUE ? END_LEAVES_ALONE : 0;
}

/* Arguments of throw() that are wrong count as a turn that failed. */
static Value failed_throw(VM *vm, Record *step) {
    async_turn_ended(AS(Generator, step->slots[STEP_GEN]),
                     (Value[]){from_obj(step), from_small(end_of_throw(vm, step))}, false);
    return V_ERROR;
}

Value async_step_throw(VM *vm, Record *step, Value exc, bool under_send) {
    if (is_over(step)) return refuse_reuse(vm, step);
    if (is_tuple(exc) && !generator_delegates(AS(Generator, step->slots[STEP_GEN]))) {
        exc = thrown_at_last(vm, exc);
        if (exc == V_ERROR) return failed_throw(vm, step);
    }
    return turn(vm, step, exc, true, under_send, end_of_throw(vm, step));
}

/* --- the awaitables, driven by hand ------------------------------------------------------------- */

/* No SEND stands below that could take what the generator's frame ends with: a frame in C does.
 * Slots: the step, what is sent or thrown, whether it is thrown. */
static Value by_hand(VM *vm, Frame *f, Value v) {
    if (f->stage == 1) return v;
    f->stage = 1;
    Record *step = AS(Record, f->slots[0]);
    if (f->slots[2] == V_TRUE) return async_step_throw(vm, step, f->slots[1], false);
    return step_turn(vm, step, f->slots[1], false);
}

static Value step_send(VM *vm, Value *a, int n) {
    Value slots[] = {a[0], n > 1 ? a[1] : V_NONE, V_FALSE};
    return vm_tail_step(vm, by_hand, 3, slots);
}

/* Slots: the step, the arguments of throw(). */
static Value throw_by_hand(VM *vm, Frame *f, Value v) {
    if (f->stage == 1) return v;
    if (v == V_UNDEF) return thrown_call(vm, f->slots + 1);
    f->stage = 1;
    return async_step_throw(vm, AS(Record, f->slots[0]), thrown_called(vm, f->slots + 1, v), false);
}

static Value step_throw(VM *vm, Value *a, int n) {
    (void)n;
    if (is_over(AS(Record, a[0]))) return refuse_reuse(vm, AS(Record, a[0]));
    Value exc = thrown_exception(vm, a + 1);
    if (exc == V_ERROR && generator_delegates(AS(Generator, AS(Record, a[0])->slots[STEP_GEN]))) {
        vm->error = V_UNDEF;
        exc = tuple_from(vm, a + 1, 3);
    }
    if (exc == V_ERROR) return failed_throw(vm, AS(Record, a[0]));
    if (exc == V_TAIL) return vm_tail_step(vm, throw_by_hand, 4, a);
    return vm_tail_step(vm, by_hand, 3, (Value[]){a[0], exc, V_TRUE});
}

static Value step_close(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    set_state(AS(Record, a[0]), STEP_OVER);
    return V_NONE;
}

static Value itself(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return a[0];
}

static const NativeDef step_methods[] = {
    {"__await__", itself, 1, 1, NF_SLOT, NULL},
    {"__iter__", itself, 1, 1, NF_SLOT, NULL},
    {"__next__", step_send, 1, 1, NF_SLOT, NULL},
    {"send", step_send, 2, 2, NF_SELF, NULL},
    {"throw", step_throw, 2, 4, NF_SELF, NULL},
    {"close", step_close, 1, 1, NF_SELF, NULL},
    {0},
};

/* --- methods of the generator ------------------------------------------------------------------- */

static Value step_new(VM *vm, Value gen, TypeId type, Value sent, bool closes) {
    Generator *g = AS(Generator, gen);
    if (!g->begun) { /* from now on its loop knows of it */
        g->begun = ++vm->begun_asyncgens;
        if (vm->host.asyncgen_begun) g->adopter = vm->host.asyncgen_begun(vm, gen);
        tether_add(vm, &g->obj);
    }
    Value v = record_new(vm, vm->types[type], STEP_SLOTS);
    Record *step = AS(Record, v);
    step->slots[STEP_GEN] = gen;
    step->slots[STEP_SENT] = sent;
    step->slots[STEP_CLOSES] = from_bool(closes);
    set_state(step, STEP_FRESH);
    return v;
}

Value async_step_next(VM *vm, Value generator) {
    return step_new(vm, generator, T_ASYNC_ASEND, V_NONE, false);
}

static Value anext(VM *vm, Value *a, int n) {
    (void)n;
    return async_step_next(vm, a[0]);
}

static Value asend(VM *vm, Value *a, int n) {
    (void)n;
    return step_new(vm, a[0], T_ASYNC_ASEND, a[1], false);
}

static Value athrow(VM *vm, Value *a, int n) {
    Value args[] = {a[1], n > 2 ? a[2] : V_NONE, n > 3 ? a[3] : V_NONE};
    return step_new(vm, a[0], T_ASYNC_ATHROW, tuple_from(vm, args, 3), false);
}

static Value aclose(VM *vm, Value *a, int n) {
    (void)n;
    return step_new(vm, a[0], T_ASYNC_ATHROW, V_NONE, true);
}

static Value is_running(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(AS(Generator, a[0])->running_async);
}

static const NativeDef methods[] = {
    {"__aiter__", itself, 1, 1, NF_SLOT, NULL},
    {"__anext__", anext, 1, 1, NF_SLOT, NULL},
    {"asend", asend, 2, 2, NF_SELF, NULL},
    {"athrow", athrow, 2, 4, NF_SELF, NULL},
    {"aclose", aclose, 1, 1, NF_SELF, NULL},
    {"ag_running", is_running, 1, 1, NF_GETTER, NULL},
    {"ag_await", generator_delegate, 1, 1, NF_GETTER, NULL},
    {0},
};

void async_generators_setup(VM *vm) {
    class_add_methods(vm, vm->types[T_ASYNC_GENERATOR], methods);
    static const TypeId steps[] = {T_ASYNC_ASEND, T_ASYNC_ATHROW};
    for (int i = 0; i < 2; i++) class_add_methods(vm, vm->types[steps[i]], step_methods);
}
