/* Generators, coroutines and async generators. One that is resumed becomes the running frame,
 * with `then` saying what its yield or return means to whoever resumed it (frame.h). */
#include "vm/generator.h"

/* What async_generator.asend() and its like return: an awaitable that resumes the generator. */
enum { STEP_GEN, STEP_KIND, STEP_SENT, STEP_STATE, STEP_SLOTS };
enum { STEP_SEND, STEP_THROW, STEP_CLOSE };
enum { STEP_FRESH, STEP_GOING, STEP_OVER };

/* Remembers where a new one was made, and that somebody may have to tidy up behind it. */
static void enlist(VM *vm, Generator *g) {
    const Frame *by = vm->frame;
    while (by && !by->code) by = by->back;
    if (by) {
        g->made_in = by->code;
        g->made_at = by->ip > by->code->words ? (uint32_t)(by->ip - by->code->words) - 1 : 0;
    }
    vec_push(&vm->finalizable, &g->obj);
}

Generator *generator_new(VM *vm, Frame *f) {
    Function *fn = f->function;
    uint32_t flags = f->code->flags;
    TypeId type = !(flags & CODE_COROUTINE) ? T_GENERATOR
                  : flags & CODE_GENERATOR  ? T_ASYNC_GENERATOR
                                            : T_COROUTINE;
    Generator *g = heap_new(vm, vm->types[type], KIND_GENERATOR, sizeof *g);
    g->frame = f;
    f->gen = g;
    g->code = f->code;
    g->name = fn->name;
    g->qualname = fn->qualname;
    enlist(vm, g);
    return g;
}

Value coroutine_new(VM *vm, Str *name, Str *qualname, NativeStep step, int n, const Value *slots) {
    Frame *f = frame_new(vm, (uint32_t)n);
    f->step = step;
    memcpy(f->slots, slots, (size_t)n * sizeof(Value));
    f->sp = f->slots + n;
    Generator *g = heap_new(vm, vm->types[T_COROUTINE], KIND_GENERATOR, sizeof *g);
    g->frame = f;
    f->gen = g;
    g->name = from_obj(name);
    g->qualname = from_obj(qualname);
    enlist(vm, g);
    return from_obj(g);
}

bool vm_is_awaited(VM *vm) {
    const Frame *f = vm->frame;
    return f->code && OP_OF(*f->ip) == OP_GET_AWAITABLE;
}

Value vm_yield(VM *vm, Value v) {
    vm->passed = v;
    return V_YIELD;
}

Value vm_returned(VM *vm) {
    Value v = vm->passed;
    vm->passed = V_NONE; /* it must not seem to be held here */
    return v;
}

Value vm_return_stop(VM *vm, Value v) {
    vm->passed = v;
    return V_STOP;
}

static const char *kind_name(VM *vm, const Generator *g) {
    if (g->obj.cls == vm->types[T_COROUTINE]) return "coroutine";
    return g->obj.cls == vm->types[T_ASYNC_GENERATOR] ? "asynchronous generator" : "generator";
}

/* Where `await` or `yield from` waits, the iterator is on top of the stack and the last
 * words were SEND and YIELD_VALUE. */
bool generator_delegates(const Generator *g) {
    const Frame *f = g->frame;
    if (!f || !f->code || g->state != GEN_SUSPENDED || f->ip < f->code->words + 2) return false;
    return OP_OF(f->ip[-1]) == OP_YIELD_VALUE && OP_OF(f->ip[-2]) == OP_SEND;
}

const Generator *generator_inner(VM *vm, const Generator *g) {
    if (!generator_delegates(g)) return NULL;
    Value in = g->frame->sp[-1];
    if (is_kind(in, KIND_RECORD)) {
        const Class *c = as_obj(in)->cls;
        if (c != vm->types[T_ASYNC_STEP] && c != vm->types[T_COROUTINE_WRAPPER]) return NULL;
        in = AS(Record, in)->slots[STEP_GEN]; /* the first of a wrapper likewise */
    }
    return is_kind(in, KIND_GENERATOR) ? AS(Generator, in) : NULL;
}

static void close_created(VM *vm, Generator *g) {
    if (g->hooks_done) vm->open_asyncgens--;
    Frame *f = g->frame;
    g->frame = NULL;
    g->state = GEN_CLOSED;
    frame_free(vm, f);
}

/* --- resuming ------------------------------------------------------------------------------ */

static Value resume_closed(VM *vm, Generator *g, Value sent, bool is_throw, Then then) {
    if (then == THEN_CLOSE) return V_NONE;
    if (g->obj.cls == vm->types[T_COROUTINE] && !(is_throw && then == THEN_CLOSE))
        return vm_raise(vm, T_RUNTIME_ERROR, "cannot reuse already awaited coroutine");
    if (is_throw) return vm_raise_object(vm, sent);
    if (then == THEN_FOR || then == THEN_TURN) return vm_return_stop(vm, V_NONE);
    if (then >= THEN_ASYNC_SEND) return vm_raise(vm, T_STOP_ASYNC_ITERATION, "%s", "");
    return vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF);
}

/* An exception thrown into a generator that waits in `yield from` goes to what it waits for. */
static Value throw_into(VM *vm, Generator *g, Value exc);

static Value enter(VM *vm, Generator *g, Then then) {
    Frame *f = g->frame;
    if (vm->depth >= vm->depth_limit)
        return vm_raise(vm, T_RECURSION_ERROR, "maximum recursion depth exceeded");
    vm->depth++;
    f->back = vm->frame;
    f->then = (uint8_t)then;
    f->redo = false;
    f->by_throw = false;
    f->keep[0] = f->keep[1] = V_NONE;
    vm->frame = f;
    g->state = GEN_RUNNING;
    return V_FRAME;
}

static void leave_step(VM *vm, Generator *g) {
    vm->frame = g->frame->back;
    vm->depth--;
    g->frame->back = NULL;
}

Value generator_stepped(VM *vm, Frame *f, Value v) {
    Generator *g = f->gen;
    Then then = (Then)f->then;
    bool by_throw = f->by_throw;
    leave_step(vm, g);
    if (v == V_YIELD) {
        g->state = GEN_SUSPENDED;
        if (then != THEN_CLOSE) return vm->passed;
        return vm_raise(vm, T_RUNTIME_ERROR, "coroutine ignored GeneratorExit");
    }
    close_created(vm, g);
    if (then == THEN_CLOSE) {
        if (v != V_ERROR) return V_NONE;
        if (!vm_error_is(vm, T_GENERATOR_EXIT)) return v;
        vm->error = V_UNDEF;
        return V_NONE;
    }
    if (v == V_ERROR) {
        if (by_throw) error_chain(vm);
        return v;
    }
    if (then == THEN_TURN || then == THEN_SEND || then == THEN_FOR) return vm_return_stop(vm, v);
    return vm_raise_value(vm, T_STOP_ITERATION, v);
}

static Value resume_step(VM *vm, Generator *g, Value sent, bool is_throw, bool fresh) {
    if (is_throw) {
        vm->error = sent;
        error_chain(vm);
        if (!fresh) return vm_step_result(vm, V_ERROR);
        return generator_stepped(vm, g->frame, V_ERROR);
    }
    return vm_step_result(vm, fresh ? V_UNDEF : sent);
}

Value vm_resume(VM *vm, Generator *g, Value sent, bool is_throw, Then then) {
    switch (g->state) {
    case GEN_RUNNING: return vm_raise(vm, T_VALUE_ERROR, "%s already executing", kind_name(vm, g));
    case GEN_CLOSED: return resume_closed(vm, g, sent, is_throw, then);
    case GEN_CREATED:
        if (is_throw || sent == V_NONE) break;
        return vm_raise(vm, T_TYPE_ERROR, "can't send non-None value to a just-started %s",
                        g->obj.cls == vm->types[T_ASYNC_GENERATOR] ? "async generator" : kind_name(vm, g));
    case GEN_SUSPENDED: break;
    }
    bool fresh = g->state == GEN_CREATED, delegates = generator_delegates(g);
    if (UNLIKELY(g->made)) {
        vm->host.watch->coroutine_used(vm, g);
        g->made = 0;
    }
    if (enter(vm, g, then) == V_ERROR) return V_ERROR;
    if (!g->frame->code) return resume_step(vm, g, sent, is_throw, fresh);
    if (is_throw) {
        if (delegates) return throw_into(vm, g, sent);
        vm->error = sent;
        error_chain(vm);
        return V_FRAME;
    }
    if (!fresh) *g->frame->sp++ = sent;
    return V_FRAME;
}

/* The running frame is the generator's, waiting in SEND for the iterator on top of its stack.
 * `v` is what throwing into that iterator gave at once. */
static Value thrown(VM *vm, Frame *f, Value v) {
    if (v == V_FRAME) return v;
    if (v == V_STOP) {
        f->sp[-1] = vm_returned(vm);
        f->ip = f->code->words + ARG_OF(f->ip[-1]);
        return V_FRAME;
    }
    if (v != V_ERROR) { /* it yielded on: YIELD_VALUE hands that up */
        *f->sp++ = v;
        return V_FRAME;
    }
    if (!vm_error_is(vm, T_STOP_ITERATION)) { /* it fails here */
        error_chain(vm);
        f->sp--;
        f->ip++;
        return V_FRAME;
    }
    Value result = AS(Exception, vm->error)->extra[0];
    vm->error = V_UNDEF;
    f->sp[-1] = result == V_UNDEF ? V_NONE : result;
    f->ip = f->code->words + ARG_OF(f->ip[-1]);
    return V_FRAME;
}

static Value step_resume(VM *vm, Record *step, Value sent, bool is_throw, bool under_send);

/* GeneratorExit closes what the generator waits for, and is then raised in itself. Slots: the
 * inner iterator, the exception. */
static Value close_inner(VM *vm, Frame *f, Value result) {
    if (result == V_ERROR) return result;
    if (result != V_UNDEF) return vm_raise_object(vm, f->slots[1]);
    Value it = f->slots[0];
    if (is_kind(it, KIND_GENERATOR))
        return vm_tail_resume(vm, AS(Generator, it), f->slots[1], true, THEN_CLOSE);
    Value close = class_lookup(vm, class_of(vm, it), vm->names[NAME_close]);
    return close == V_UNDEF ? vm_raise_object(vm, f->slots[1]) : vm_tail(vm, close, 1, &it);
}

static Value throw_into(VM *vm, Generator *g, Value exc) {
    Frame *f = g->frame;
    Value it = f->sp[-1];
    if (class_derives(as_obj(exc)->cls, vm->types[T_GENERATOR_EXIT])) {
        Frame *closing = frame_push_native(vm, close_inner, 2);
        if (!closing) return V_FRAME;
        closing->slots[0] = it;
        closing->slots[1] = exc;
        vm_step_result(vm, V_UNDEF);
        return V_FRAME; /* with the error set, if it came at once */
    }
    f->ip--; /* as if SEND had just been done */
    if (is_kind(it, KIND_GENERATOR) && as_obj(it)->cls != vm->types[T_ASYNC_GENERATOR]) {
        Value v = vm_resume(vm, AS(Generator, it), exc, true, THEN_SEND);
        if (v == V_FRAME) AS(Generator, it)->frame->by_throw = true;
        return thrown(vm, f, v);
    }
    if (is_kind(it, KIND_RECORD) && as_obj(it)->cls == vm->types[T_ASYNC_STEP])
        return thrown(vm, f, step_resume(vm, AS(Record, it), exc, true, true));
    Value method = class_lookup(vm, class_of(vm, it), vm->names[NAME_throw_]);
    if (method == V_UNDEF) { /* nobody there to take it */
        vm_raise_object(vm, exc);
        f->ip++;
        return V_FRAME;
    }
    Value args[] = {it, exc};
    Value v = vm_call(vm, method, 2, args, NULL);
    if (v == V_FRAME) vm_then(vm, f, THEN_SENT, V_NONE, V_NONE);
    return thrown(vm, f, v);
}

Value generator_send(VM *vm, Frame *caller, Value it, Value v) {
    if (LIKELY(is_kind(it, KIND_GENERATOR))) {
        Generator *g = AS(Generator, it);
        Value r = vm_resume(vm, g, v, false, THEN_SEND);
        return r;
    }
    if (is_kind(it, KIND_RECORD) && as_obj(it)->cls->await_step)
        return as_obj(it)->cls->await_step(vm, it, v);
    if (is_kind(it, KIND_ITER) && v == V_NONE) {
        Value x = iter_step(vm, AS(Iter, it));
        return x == V_STOP ? vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF) : x;
    }
    Class *c = class_of(vm, it);
    Value f = v == V_NONE ? class_special(vm, c, SP_NEXT) : class_lookup(vm, c, vm->names[NAME_send]);
    if (f == V_UNDEF && v != V_NONE) return vm_no_attribute(vm, it, vm->names[NAME_send]);
    if (f == V_UNDEF) return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not an iterator", class_name(c));
    Value args[] = {it, v};
    Value r = vm_call(vm, f, v == V_NONE ? 1 : 2, args, NULL);
    if (r == V_STOP) return vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF);
    if (r == V_FRAME) vm_then(vm, caller, THEN_SENT, V_NONE, V_NONE);
    return r;
}

static Value check_await_result(VM *vm, Frame *f, Value v) {
    (void)f;
    if (v == V_UNDEF) {
        Value self = f->slots[0];
        return vm_tail(vm, class_special(vm, class_of(vm, self), SP_AWAIT), 1, &self);
    }
    if (v == V_ERROR) return v;
    if (is_kind(v, KIND_GENERATOR) && as_obj(v)->cls == vm->types[T_COROUTINE])
        return vm_raise(vm, T_TYPE_ERROR, "__await__() returned a coroutine");
    if (is_kind(v, KIND_GENERATOR) || is_kind(v, KIND_ITER) ||
        class_special(vm, class_of(vm, v), SP_NEXT) != V_UNDEF)
        return v;
    return vm_raise(vm, T_TYPE_ERROR, "__await__() returned non-iterator of type '%s'", type_name(vm, v));
}

Value get_awaitable(VM *vm, Value v, uint32_t where) {
    Class *c = class_of(vm, v);
    if (c == vm->types[T_ASYNC_STEP] || c == vm->types[T_COROUTINE]) return v;
    Value f = class_special(vm, c, SP_AWAIT);
    if (f == V_UNDEF) {
        if (where == 1 || where == 2)
            return vm_raise(vm, T_TYPE_ERROR,
                            "'async with' received an object from %s that does not implement __await__: %s",
                            where == 1 ? "__aenter__" : "__aexit__", class_name(c));
        if (where == 3)
            return vm_raise(vm, T_TYPE_ERROR, "'async for' received an invalid object from __anext__: %s",
                            class_name(c));
        return vm_raise(vm, T_TYPE_ERROR, "object %s can't be used in 'await' expression", class_name(c));
    }
    if (is_kind(f, KIND_NATIVE)) return c->await_step ? v : vm_call(vm, f, 1, &v, NULL);
    vm_tail_step(vm, check_await_result, 1, &v);
    return vm_run_tail(vm);
}

/* --- methods of generators and coroutines ------------------------------------------------------ */

static Value gen_next(VM *vm, Value *a, int n) {
    (void)n;
    return vm_tail_resume(vm, AS(Generator, a[0]), V_NONE, false, THEN_RESUME);
}

static Value gen_send(VM *vm, Value *a, int n) {
    (void)n;
    return vm_tail_resume(vm, AS(Generator, a[0]), a[1], false, THEN_RESUME);
}

/* throw(exc), throw(class), throw(class, value, traceback). */
static Value make_thrown(VM *vm, Value type, Value value) {
    if (is_kind(type, KIND_EXCEPTION)) return type;
    if (!is_class(type) || !class_derives(AS(Class, type), vm->types[T_BASE_EXCEPTION]))
        return vm_raise(vm, T_TYPE_ERROR,
                        "exceptions must be classes or instances deriving from BaseException, not %s",
                        type_name(vm, type));
    if (is_kind(value, KIND_EXCEPTION)) return value;
    Class *c = AS(Class, type);
    Value init = class_special(vm, c, SP_INIT), make = class_special(vm, c, SP_NEW);
    if (!is_kind(init, KIND_NATIVE) || !is_kind(make, KIND_NATIVE)) return V_TAIL;
    bool none = value == V_UNDEF || value == V_NONE;
    if (!none && is_tuple(value))
        return error_new(vm, c, (int)AS(Tuple, value)->len, AS(Tuple, value)->items);
    return error_new(vm, c, none ? 0 : 1, &value);
}

static Value throw_step(VM *vm, Frame *f, Value v) {
    if (f->stage == 1) return v; /* what the generator then did */
    if (v == V_UNDEF) {
        Value value = f->slots[2];
        bool none = value == V_UNDEF || value == V_NONE;
        return vm_tail(vm, f->slots[1], none ? 0 : 1, &value);
    }
    if (v == V_ERROR) return v;
    if (!is_kind(v, KIND_EXCEPTION))
        return vm_raise(vm, T_TYPE_ERROR,
                        "calling %s should have returned an instance of BaseException, not %s",
                        class_name(AS(Class, f->slots[1])), type_name(vm, v));
    f->stage = 1;
    return vm_tail_resume(vm, AS(Generator, f->slots[0]), v, true, THEN_RESUME);
}

static Value gen_throw(VM *vm, Value *a, int n) {
    (void)n;
    Value exc = make_thrown(vm, a[1], a[2]);
    if (exc == V_ERROR) return exc;
    if (exc == V_TAIL) return vm_tail_step(vm, throw_step, 3, a);
    return vm_tail_resume(vm, AS(Generator, a[0]), exc, true, THEN_RESUME);
}

static Value gen_close(VM *vm, Value *a, int n) {
    (void)n;
    Generator *g = AS(Generator, a[0]);
    g->awaited = true;
    if (g->state == GEN_CREATED) close_created(vm, g);
    if (g->state == GEN_CLOSED) return V_NONE;
    return vm_tail_resume(vm, g, error_new(vm, vm->types[T_GENERATOR_EXIT], 0, NULL), true, THEN_CLOSE);
}

static Value itself(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return a[0];
}

static Value gen_name(VM *vm, Value *a, int n) {
    Generator *g = AS(Generator, a[0]);
    if (n < 2) return g->name;
    if (!is_str(a[1])) return vm_raise(vm, T_TYPE_ERROR, "__name__ must be set to a string object");
    g->name = a[1];
    return V_NONE;
}

static Value gen_qualname(VM *vm, Value *a, int n) {
    Generator *g = AS(Generator, a[0]);
    if (n < 2) return g->qualname;
    if (!is_str(a[1])) return vm_raise(vm, T_TYPE_ERROR, "__qualname__ must be set to a string object");
    g->qualname = a[1];
    return V_NONE;
}

static Value gen_running(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_bool(AS(Generator, a[0])->state == GEN_RUNNING);
}

static Value gen_suspended(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_bool(AS(Generator, a[0])->state == GEN_SUSPENDED);
}

static Value gen_delegate(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    const Generator *g = AS(Generator, a[0]);
    return generator_delegates(g) ? g->frame->sp[-1] : V_NONE;
}

static Value gen_frame(VM *vm, Value *a, int n) {
    (void)n;
    const Generator *g = AS(Generator, a[0]);
    if (!g->frame) return V_NONE;
    Value r = record_new(vm, vm->types[T_FRAME], 1);
    AS(Record, r)->slots[0] = a[0];
    return r;
}

static Value gen_code(VM *vm, Value *a, int n) {
    (void)n;
    const Generator *g = AS(Generator, a[0]);
    return g->code ? code_value(vm, g->code) : V_NONE;
}

static const NativeDef generator_methods[] = {
    {"__iter__", itself, 1, 1, NF_SLOT, NULL},
    {"__next__", gen_next, 1, 1, NF_SLOT, NULL},
    {"send", gen_send, 2, 2, NF_SELF, NULL},
    {"throw", gen_throw, 2, 4, NF_SELF, NULL},
    {"close", gen_close, 1, 1, NF_SELF, NULL},
    {"__name__", gen_name, 1, 2, NF_GETTER, NULL},
    {"__qualname__", gen_qualname, 1, 2, NF_GETTER, NULL},
    {"gi_running", gen_running, 1, 1, NF_GETTER, NULL},
    {"gi_suspended", gen_suspended, 1, 1, NF_GETTER, NULL},
    {"gi_yieldfrom", gen_delegate, 1, 1, NF_GETTER, NULL},
    {"gi_frame", gen_frame, 1, 1, NF_GETTER, NULL},
    {"gi_code", gen_code, 1, 1, NF_GETTER, NULL},
    {0},
};

/* What coro.__await__() gives: an iterator, which the coroutine itself is not. */
static Value coroutine_wrap(VM *vm, Value *a, int n) {
    (void)n;
    Value v = record_new(vm, vm->types[T_COROUTINE_WRAPPER], 1);
    AS(Record, v)->slots[0] = a[0];
    return v;
}

static Value wrapped_next(VM *vm, Value *a, int n) {
    return gen_next(vm, AS(Record, a[0])->slots, n);
}

static Value wrapped_send(VM *vm, Value *a, int n) {
    Value args[] = {AS(Record, a[0])->slots[0], a[1]};
    return gen_send(vm, args, n);
}

static Value wrapped_throw(VM *vm, Value *a, int n) {
    Value args[] = {AS(Record, a[0])->slots[0], a[1], a[2], a[3]};
    return gen_throw(vm, args, n);
}

static Value wrapped_close(VM *vm, Value *a, int n) {
    return gen_close(vm, AS(Record, a[0])->slots, n);
}

static const NativeDef wrapper_methods[] = {
    {"__iter__", itself, 1, 1, NF_SLOT, NULL},     {"__next__", wrapped_next, 1, 1, NF_SLOT, NULL},
    {"send", wrapped_send, 2, 2, NF_SELF, NULL},   {"throw", wrapped_throw, 2, 4, NF_SELF, NULL},
    {"close", wrapped_close, 1, 1, NF_SELF, NULL}, {0},
};

static const NativeDef coroutine_methods[] = {
    {"__await__", coroutine_wrap, 1, 1, NF_SLOT, NULL},
    {"send", gen_send, 2, 2, NF_SELF, NULL},
    {"throw", gen_throw, 2, 4, NF_SELF, NULL},
    {"close", gen_close, 1, 1, NF_SELF, NULL},
    {"__name__", gen_name, 1, 2, NF_GETTER, NULL},
    {"__qualname__", gen_qualname, 1, 2, NF_GETTER, NULL},
    {"cr_running", gen_running, 1, 1, NF_GETTER, NULL},
    {"cr_suspended", gen_suspended, 1, 1, NF_GETTER, NULL},
    {"cr_await", gen_delegate, 1, 1, NF_GETTER, NULL},
    {"cr_frame", gen_frame, 1, 1, NF_GETTER, NULL},
    {"cr_code", gen_code, 1, 1, NF_GETTER, NULL},
    {0},
};

/* --- async generators ------------------------------------------------------------------------------ */

static Value step_new(VM *vm, Value gen, int kind, Value sent) {
    Value v = record_new(vm, vm->types[T_ASYNC_STEP], STEP_SLOTS);
    Record *r = AS(Record, v);
    r->slots[STEP_GEN] = gen;
    r->slots[STEP_KIND] = from_small(kind);
    r->slots[STEP_SENT] = sent;
    r->slots[STEP_STATE] = from_small(STEP_FRESH);
    return v;
}

static Value step_start(VM *vm, Record *step, Generator *g, Value sent, bool under_send) {
    int64_t kind = as_small(step->slots[STEP_KIND]);
    Then then = kind == STEP_CLOSE ? under_send ? THEN_ASYNC_CLOSE_SEND : THEN_ASYNC_CLOSE_RESUME
                : under_send       ? THEN_ASYNC_SEND
                                   : THEN_ASYNC_RESUME;
    static const char *const names[] = {"anext", "athrow", "aclose"};
    if (g->running_async)
        return vm_raise(vm, T_RUNTIME_ERROR, "%s(): asynchronous generator is already running", names[kind]);
    if (!g->hooks_done) vm->open_asyncgens++;
    g->hooks_done = true;
    if (kind == STEP_SEND) {
        if (g->state == GEN_CLOSED || g->closing) {
            step->slots[STEP_STATE] = from_small(STEP_OVER);
            return vm_raise(vm, T_STOP_ASYNC_ITERATION, "%s", "");
        }
        g->running_async = true;
        return vm_resume(vm, g, sent == V_NONE ? step->slots[STEP_SENT] : sent, false, then);
    }
    if (g->state == GEN_CLOSED || g->closing) {
        step->slots[STEP_STATE] = from_small(STEP_OVER);
        /* Of one that has ended, athrow() too just gives None. */
        return g->state == GEN_CLOSED || kind == STEP_CLOSE ? vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF)
                                                            : vm_raise(vm, T_STOP_ASYNC_ITERATION, "%s", "");
    }
    if (kind == STEP_CLOSE) {
        g->closing = true;
        if (g->state == GEN_CREATED) {
            close_created(vm, g);
            return vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF);
        }
    }
    g->running_async = true;
    return vm_resume(vm, g, step->slots[STEP_SENT], true, then);
}

static Value step_resume(VM *vm, Record *step, Value sent, bool is_throw, bool under_send) {
    Generator *g = AS(Generator, step->slots[STEP_GEN]);
    int64_t state = as_small(step->slots[STEP_STATE]), kind = as_small(step->slots[STEP_KIND]);
    if (state == STEP_OVER)
        return vm_raise(vm, T_RUNTIME_ERROR, "cannot reuse already awaited %s",
                        kind == STEP_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
    step->slots[STEP_STATE] = from_small(STEP_GOING);
    if (state == STEP_FRESH && !is_throw) return step_start(vm, step, g, sent, under_send);
    Then then = kind == STEP_CLOSE ? under_send ? THEN_ASYNC_CLOSE_SEND : THEN_ASYNC_CLOSE_RESUME
                : under_send       ? THEN_ASYNC_SEND
                                   : THEN_ASYNC_RESUME;
    g->running_async = true;
    return vm_resume(vm, g, sent, is_throw, then);
}

/* By hand there is no SEND below that could take V_FRAME's then: the same, through a tail. */
static Value step_by_hand(VM *vm, Frame *f, Value v) {
    if (f->stage == 1) return v;
    f->stage = 1;
    (void)v;
    Record *step = AS(Record, f->slots[0]);
    Value r = step_resume(vm, step, f->slots[1], f->slots[2] == V_TRUE, false);
    return r;
}

static Value step_send(VM *vm, Value *a, int n) {
    Value slots[] = {a[0], n > 1 ? a[1] : V_NONE, V_FALSE};
    return vm_tail_step(vm, step_by_hand, 3, slots);
}

static Value step_throw(VM *vm, Value *a, int n) {
    (void)n;
    Value exc = make_thrown(vm, a[1], a[2]);
    if (!is_obj(exc)) return V_ERROR;
    Value slots[] = {a[0], exc, V_TRUE};
    return vm_tail_step(vm, step_by_hand, 3, slots);
}

static Value step_close(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    AS(Record, a[0])->slots[STEP_STATE] = from_small(STEP_OVER);
    return V_NONE;
}

static Value agen_anext(VM *vm, Value *a, int n) {
    (void)n;
    return step_new(vm, a[0], STEP_SEND, V_NONE);
}

static Value agen_asend(VM *vm, Value *a, int n) {
    (void)n;
    return step_new(vm, a[0], STEP_SEND, a[1]);
}

static Value agen_athrow(VM *vm, Value *a, int n) {
    (void)n;
    Value exc = make_thrown(vm, a[1], a[2]);
    return is_obj(exc) ? step_new(vm, a[0], STEP_THROW, exc) : V_ERROR;
}

static Value agen_aclose(VM *vm, Value *a, int n) {
    (void)n;
    return step_new(vm, a[0], STEP_CLOSE, error_new(vm, vm->types[T_GENERATOR_EXIT], 0, NULL));
}

static const NativeDef async_generator_methods[] = {
    {"__aiter__", itself, 1, 1, NF_SLOT, NULL},
    {"__anext__", agen_anext, 1, 1, NF_SLOT, NULL},
    {"asend", agen_asend, 2, 2, NF_SELF, NULL},
    {"athrow", agen_athrow, 2, 4, NF_SELF, NULL},
    {"aclose", agen_aclose, 1, 1, NF_SELF, NULL},
    {"__name__", gen_name, 1, 2, NF_GETTER, NULL},
    {"__qualname__", gen_qualname, 1, 2, NF_GETTER, NULL},
    {"ag_running", gen_running, 1, 1, NF_GETTER, NULL},
    {"ag_await", gen_delegate, 1, 1, NF_GETTER, NULL},
    {"ag_frame", gen_frame, 1, 1, NF_GETTER, NULL},
    {"ag_code", gen_code, 1, 1, NF_GETTER, NULL},
    {0},
};

static const NativeDef async_step_methods[] = {
    {"__await__", itself, 1, 1, NF_SLOT, NULL},
    {"__iter__", itself, 1, 1, NF_SLOT, NULL},
    {"__next__", step_send, 1, 1, NF_SLOT, NULL},
    {"send", step_send, 2, 2, NF_SELF, NULL},
    {"throw", step_throw, 2, 4, NF_SELF, NULL},
    {"close", step_close, 1, 1, NF_SELF, NULL},
    {0},
};

static Value step_under_send(VM *vm, Value step, Value sent) {
    return step_resume(vm, AS(Record, step), sent, false, true);
}

/* For the last turn of a coroutine that was never awaited: whether it is one; file and line. */
static Value is_unawaited(VM *vm, Value *a, int n) {
    (void)n;
    return from_bool(is_kind(a[0], KIND_GENERATOR) && as_obj(a[0])->cls == vm->types[T_COROUTINE] &&
                     AS(Generator, a[0])->state == GEN_CREATED);
}

static Value made_at(VM *vm, Value *a, int n) {
    (void)n;
    const Generator *g = AS(Generator, a[0]);
    Value file = g->made_in ? str_from(vm, g->made_in->source->name) : str_from(vm, "sys");
    Value line = from_small(g->made_in ? g->made_in->lines[g->made_at] : 1);
    return tuple_from(vm, (Value[]){file, line}, 2);
}

static const NativeDef core_functions[] = {
    {"_is_unawaited", is_unawaited, 1, 1, 0, NULL},
    {"_made_at", made_at, 1, 1, 0, NULL},
    {0},
};

void generators_setup(VM *vm) {
    vm_add_core(vm, core_functions);
    static const TypeId plain[] = {T_GENERATOR, T_MAP, T_FILTER, T_SEQUENCE_ITERATOR, T_CALLABLE_ITERATOR};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        class_add_methods(vm, vm->types[plain[i]], generator_methods);
    class_add_methods(vm, vm->types[T_COROUTINE], coroutine_methods);
    class_add_methods(vm, vm->types[T_COROUTINE_WRAPPER], wrapper_methods);
    class_add_methods(vm, vm->types[T_ASYNC_GENERATOR], async_generator_methods);
    class_add_methods(vm, vm->types[T_ASYNC_STEP], async_step_methods);
    vm->types[T_ASYNC_STEP]->await_step = step_under_send;
}
