/* Generators, coroutines and async generators. One that is resumed becomes the running frame,
 * with `then` saying what its yield or return means to whoever resumed it (frame.h). */
#include "vm/generator.h"

/* Remembers where it is made. */
static void note_maker(VM *vm, Generator *g) {
    const Frame *by = vm->frame;
    while (by && !by->code) by = by->back;
    if (!by) return;
    g->made_in = by->code;
    g->made_at = by->ip > by->code->words ? (uint32_t)(by->ip - by->code->words) - 1 : 0;
}

/* Somebody may have to tidy up behind a new one. */
static void enlist(VM *vm, Generator *g) {
    g->adopter = V_UNDEF;
    vec_push(&vm->finalizable, &g->obj);
}

void generator_named(VM *vm, Generator *g) {
    g->name = g->frame->function->name;
    g->qualname = g->frame->function->qualname;
    note_maker(vm, g);
}

Generator *generator_new(VM *vm, Frame *f) {
    uint32_t flags = f->code->flags;
    TypeId type = !(flags & CODE_COROUTINE) ? T_GENERATOR
                  : flags & CODE_GENERATOR  ? T_ASYNC_GENERATOR
                                            : T_COROUTINE;
    Generator *g = heap_new(vm, vm->types[type], KIND_GENERATOR, sizeof *g);
    g->frame = f;
    f->gen = g;
    g->code = f->code;
    generator_named(vm, g);
    enlist(vm, g);
    return g;
}

/* --- those that serve again --------------------------------------------------------------- */

/* Where they wait: those of one function alike, as their frames are; those in C by the size of these.
 * NULL: such great ones do not. They are forgotten at each collection, which frees them. */
static Generator **spares_like(VM *vm, const Generator *g) {
    if (g->code) return &g->code->spare;
    uint32_t class = g->frame->size / SPARE_STEP;
    return class < SPARE_CLASSES ? &vm->spare_coroutines[class] : NULL;
}

void generator_retire(VM *vm, Generator *g) {
    if (UNLIKELY(g->frame->traced)) frame_traced_ends(vm, g->frame);
    Generator **spares = g->awaited_only && !g->obj.flags ? spares_like(vm, g) : NULL;
    if (!spares) {
        generator_end(vm, g);
        return;
    }
    g->state = GEN_CLOSED;
    g->frame->sp = g->frame->slots; /* it holds nothing any more */
    g->next = *spares;
    *spares = g;
}

Generator *generator_again(Generator **spares) {
    Generator *g = *spares;
    if (!g) return NULL;
    *spares = g->next;
    g->state = GEN_CREATED;
    frame_renew(g->frame);
    return g;
}

/* One that is awaited on the spot is no news, nor what the library makes for itself, nor the
 * program's own body, which nobody calls. */
void generator_told(VM *vm, Generator *g) {
    const Frame *caller = vm->frame;
    if (g->obj.cls != vm->types[T_COROUTINE] || !caller || !caller->code ||
        caller->code->flags & CODE_LIBRARY)
        return;
    if (OP_OF(*caller->ip) == OP_GET_AWAITABLE) return;
    g->made = vm->host.watch->coroutine_made(vm, g);
}

static Generator *coroutine_fresh(VM *vm, size_t slots) {
    Frame *f = frame_new(vm, slots);
    Generator *g = heap_new(vm, vm->types[T_COROUTINE], KIND_GENERATOR, sizeof *g);
    g->frame = f;
    f->gen = g;
    enlist(vm, g);
    return g;
}

Value coroutine_new(VM *vm, Str *name, Str *qualname, NativeStep step, int n, const Value *slots) {
    size_t class = frame_class((size_t)n);
    Generator *g = class < SPARE_CLASSES ? generator_again(&vm->spare_coroutines[class]) : NULL;
    if (!g) g = coroutine_fresh(vm, (size_t)n);
    g->awaited_only = vm_is_awaited(vm);
    Frame *f = g->frame;
    f->step = step;
    for (int i = 0; i < n; i++) f->slots[i] = slots[i];
    f->sp = f->slots + n;
    g->name = from_obj(name);
    g->qualname = from_obj(qualname);
    note_maker(vm, g);
    if (UNLIKELY(vm->host.watch) && !g->awaited_only) generator_told(vm, g);
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

const char *generator_kind(VM *vm, const Generator *g) {
    if (g->obj.cls == vm->types[T_COROUTINE]) return "coroutine";
    return g->obj.cls == vm->types[T_ASYNC_GENERATOR] ? "async generator" : "generator";
}

static const Generator *behind(VM *vm, Value in) {
    if (is_kind(in, KIND_RECORD)) {
        if (as_obj(in)->cls->await_step) return NULL; /* a future, or its like */
        if (!is_async_step(vm, in) && as_obj(in)->cls != vm->types[T_COROUTINE_WRAPPER]) return NULL;
        in = AS(Record, in)->slots[STEP_GEN]; /* the first of a wrapper likewise */
    }
    return is_kind(in, KIND_GENERATOR) ? AS(Generator, in) : NULL;
}

const Generator *generator_inner(VM *vm, const Generator *g) {
    return generator_delegates(g) ? behind(vm, g->frame->sp[-1]) : NULL;
}

/* What is sent lies above the iterator then. */
const Generator *generator_resumed_next(VM *vm, const Frame *f) {
    if (!f->gen || !f->code || f->ip < f->code->words + 2) return NULL;
    bool woken = OP_OF(f->ip[-1]) == OP_YIELD_VALUE && OP_OF(f->ip[-2]) == OP_SEND;
    if (!woken && OP_OF(f->ip[0]) != OP_SEND) return NULL;
    const Generator *g = behind(vm, f->sp[-2]);
    return g && g->state == GEN_SUSPENDED ? g : NULL;
}

void generator_end(VM *vm, Generator *g) {
    tether_over(vm, &g->obj);
    Frame *f = g->frame;
    g->frame = NULL;
    g->state = GEN_CLOSED;
    if (UNLIKELY(f->traced)) frame_traced_ends(vm, f);
    frame_free(vm, f);
}

/* --- resuming ------------------------------------------------------------------------------ */

static Value resume_closed(VM *vm, Generator *g, Value sent, bool is_throw, Then then) {
    if (then == THEN_CLOSE) return V_NONE;
    if (g->obj.cls == vm->types[T_COROUTINE])
        return vm_raise(vm, T_RUNTIME_ERROR, "cannot reuse already awaited coroutine");
    if (is_throw) {
        error_set(vm, sent);
        return V_ERROR;
    }
    if (then == THEN_FOR || then == THEN_TURN) return vm_return_stop(vm, V_NONE);
    if (then >= THEN_ASYNC_SEND) return vm_raise(vm, T_STOP_ASYNC_ITERATION, "%s", "");
    return vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF);
}

/* An exception thrown into a generator that waits in `yield from` goes to what it waits for. */
static Value throw_into(VM *vm, Frame *f, Value exc);

static Value enter(VM *vm, Generator *g, Then then) {
    Frame *f = g->frame;
    if (vm->depth >= vm->depth_limit) { /* that ends it, as an error in its code would */
        generator_end(vm, g);
        return vm_raise(vm, T_RECURSION_ERROR, "maximum recursion depth exceeded");
    }
    vm->depth++;
    f->back = vm->frame;
    f->then = (uint8_t)then;
    f->redo = f->thrown = false;
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
    bool was_thrown = f->thrown;
    leave_step(vm, g);
    if (v == V_YIELD) {
        g->state = GEN_SUSPENDED;
        if (then != THEN_CLOSE) return vm->passed;
        return vm_raise(vm, T_RUNTIME_ERROR, "coroutine ignored GeneratorExit");
    }
    if (then == THEN_SEND && v != V_ERROR) generator_retire(vm, g);
    else generator_end(vm, g);
    if (then == THEN_CLOSE) {
        if (v != V_ERROR) return V_NONE;
        if (!vm_error_is(vm, T_GENERATOR_EXIT)) return v;
        vm->error = V_UNDEF;
        return V_NONE;
    }
    if (v == V_ERROR) {
        if (was_thrown) error_thrown_in(vm, vm->frame);
        return v;
    }
    if (then == THEN_TURN || then == THEN_SEND || then == THEN_FOR) return vm_return_stop(vm, v);
    return vm_raise_value(vm, T_STOP_ITERATION, v == V_NONE ? V_UNDEF : v);
}

/* The arguments of a throw() that were handed on to where it ends: what is wrong with them is
 * found there. */
Value thrown_at_last(VM *vm, Value exc) {
    return is_tuple(exc) ? thrown_exception(vm, AS(Tuple, exc)->items) : exc;
}

static Value resume_step(VM *vm, Generator *g, Value sent, bool is_throw, bool fresh) {
    if (is_throw) {
        error_set(vm, sent);
        if (!fresh) {
            error_thrown_in(vm, g->frame);
            return vm_step_result(vm, V_ERROR);
        }
        return generator_stepped(vm, g->frame, V_ERROR);
    }
    return vm_step_result(vm, fresh ? V_UNDEF : sent);
}

Value vm_resume(VM *vm, Generator *g, Value sent, bool is_throw, Then then) {
    if (LIKELY(!is_throw && generator_enter(vm, g, sent, then))) return V_FRAME;
    switch (g->state) {
    case GEN_RUNNING: return vm_raise(vm, T_VALUE_ERROR, "%s already executing", generator_kind(vm, g));
    case GEN_CLOSED: return resume_closed(vm, g, sent, is_throw, then);
    case GEN_CREATED:
        if (is_throw || sent == V_NONE) break;
        return vm_raise(vm, T_TYPE_ERROR, "can't send non-None value to a just-started %s",
                        generator_kind(vm, g));
    case GEN_SUSPENDED: break;
    }
    bool fresh = g->state == GEN_CREATED, delegates = generator_delegates(g);
    if (UNLIKELY(is_throw && !delegates)) {
        sent = thrown_at_last(vm, sent);
        if (sent == V_ERROR) return sent;
    }
    if (UNLIKELY(g->made)) {
        vm->host.watch->coroutine_used(vm, g);
        g->made = 0;
    }
    if (enter(vm, g, then) == V_ERROR) return V_ERROR;
    if (!g->frame->code) return resume_step(vm, g, sent, is_throw, fresh);
    if (is_throw) {
        if (delegates) return throw_into(vm, g->frame, sent);
        error_set(vm, sent);
        error_thrown_in(vm, g->frame);
        return V_FRAME;
    }
    if (!fresh) *g->frame->sp++ = sent;
    return V_FRAME;
}

static Value fails_here(VM *vm, Frame *f) {
    error_thrown_in(vm, f);
    f->sp--;
    f->ip++; /* behind YIELD_VALUE */
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
    if (!vm_error_is(vm, T_STOP_ITERATION)) return fails_here(vm, f);
    Value result = AS(Exception, vm->error)->extra[0];
    vm->error = V_UNDEF;
    f->sp[-1] = result == V_UNDEF ? V_NONE : result;
    f->ip = f->code->words + ARG_OF(f->ip[-1]);
    return V_FRAME;
}

/* The frame above `f` that runs because of a throw: if it fails, the error comes into `f` as
 * one that was thrown there. */
static void mark_thrown(VM *vm, const Frame *f) {
    Frame *above = vm->frame;
    while (above->back != f) above = above->back;
    above->thrown = true;
}

/* A method of what a generator waits for, or V_UNDEF. */
static Value method_of(VM *vm, Value it, CommonName name) {
    if (!is_kind(it, KIND_INSTANCE)) {
        Value f = class_lookup(vm, class_of(vm, it), vm->names[name]);
        return f == V_UNDEF ? f : attr_bind(vm, f, it, class_of(vm, it));
    }
    Value error = vm->error, f = attr_get(vm, it, vm->names[name]);
    if (f != V_ERROR && f != V_TAIL) return f;
    vm->error = error;
    return V_UNDEF;
}

/* GeneratorExit closes what the generator waits for, and is then raised in itself. Slots: the
 * inner iterator, the exception. */
static Value close_inner(VM *vm, Frame *f, Value result) {
    if (result == V_ERROR) return result;
    Value it = f->slots[0];
    if (result == V_UNDEF && is_kind(it, KIND_GENERATOR)) return generator_close(vm, AS(Generator, it));
    Value close = result == V_UNDEF ? method_of(vm, it, NAME_close) : V_UNDEF;
    if (close != V_UNDEF) return vm_tail(vm, close, 0, NULL);
    error_set(vm, f->slots[1]);
    return V_ERROR;
}

static Value throw_by_closing(VM *vm, Frame *f, Value exc) {
    Frame *closing = frame_push_native(vm, close_inner, 2);
    if (!closing) return V_FRAME;
    closing->thrown = true;
    closing->slots[0] = f->sp[-1];
    closing->slots[1] = exc;
    /* An error that comes at once is raised where YIELD_VALUE stands. */
    if (vm_step_result(vm, V_UNDEF) == V_ERROR) error_thrown_in(vm, f);
    return V_FRAME;
}

/* throw() of some other object: it gets the arguments as they were given. */
static Value throw_by_method(VM *vm, Frame *f, Value method, Value exc) {
    Tuple *given = is_tuple(exc) ? AS(Tuple, exc) : NULL;
    int n = given ? (int)given->len : 1;
    while (given && n > 1 && given->items[n - 1] == V_UNDEF) n--;
    Value v = vm_call(vm, method, n, given ? given->items : &exc, NULL);
    if (v != V_FRAME) return thrown(vm, f, v);
    vm_then(vm, f, THEN_SENT, V_NONE, V_NONE);
    mark_thrown(vm, f);
    return v;
}

static Value throw_into(VM *vm, Frame *f, Value exc) {
    Value it = f->sp[-1];
    const Class *awaited = class_of(vm, it);
    if (awaited->await_given_up) awaited->await_given_up(vm, it);
    if (!is_tuple(exc) && class_derives(as_obj(exc)->cls, vm->types[T_GENERATOR_EXIT]))
        return throw_by_closing(vm, f, exc);
    f->ip--; /* as if SEND had just been done */
    if (is_kind(it, KIND_GENERATOR) && as_obj(it)->cls != vm->types[T_ASYNC_GENERATOR]) {
        Value v = vm_resume(vm, AS(Generator, it), exc, true, THEN_SEND);
        if (v == V_FRAME) AS(Generator, it)->frame->thrown = true;
        return thrown(vm, f, v);
    }
    if (is_async_step(vm, it)) {
        Value v = async_step_throw(vm, AS(Record, it), exc, true);
        if (v == V_FRAME) mark_thrown(vm, f);
        return thrown(vm, f, v);
    }
    Value method = method_of(vm, it, NAME_throw_);
    if (method != V_UNDEF && method != V_ERROR) return throw_by_method(vm, f, method, exc);
    exc = thrown_at_last(vm, exc); /* nobody there to take it */
    if (exc != V_ERROR) error_set(vm, exc);
    return fails_here(vm, f);
}

/* A coroutine in C goes on, if nothing out of the common has to be done first. */
static inline bool can_step(const VM *vm, const Generator *g, Value v) {
    if (g->state != GEN_SUSPENDED && !(g->state == GEN_CREATED && v == V_NONE)) return false;
    return !g->made && !g->frame->code && vm->depth < vm->depth_limit;
}

Value generator_send(VM *vm, Frame *caller, Value it, Value v) {
    if (LIKELY(is_kind(it, KIND_GENERATOR))) {
        Generator *g = AS(Generator, it);
        if (LIKELY(can_step(vm, g, v))) {
            if (g->state == GEN_CREATED) v = V_UNDEF;
            enter(vm, g, THEN_SEND);
            return vm_step_result(vm, v);
        }
        Value r = vm_resume(vm, g, v, false, THEN_SEND);
        return r;
    }
    if (is_kind(it, KIND_RECORD) && as_obj(it)->cls->await_step)
        return as_obj(it)->cls->await_step(vm, it, v);
    if (is_async_step(vm, it)) return async_step_send(vm, caller, AS(Record, it), v);
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

/* A generator under @types.coroutine is one that `await` drives as it is. */
static bool is_awaited_itself(VM *vm, Value v) {
    if (!is_kind(v, KIND_GENERATOR)) return false;
    const Generator *g = AS(Generator, v);
    return g->obj.cls == vm->types[T_COROUTINE] || (g->code && g->code->flags & CODE_AWAITABLE);
}

static Value check_awaited(VM *vm, Value v) {
    if (v == V_ERROR) return v;
    if (is_awaited_itself(vm, v)) return vm_raise(vm, T_TYPE_ERROR, "__await__() returned a coroutine");
    bool walks = is_kind(v, KIND_GENERATOR)
                     ? as_obj(v)->cls != vm->types[T_ASYNC_GENERATOR]
                     : is_kind(v, KIND_ITER) || class_special(vm, class_of(vm, v), SP_NEXT) != V_UNDEF;
    if (walks) return v;
    return vm_raise(vm, T_TYPE_ERROR, "__await__() returned non-iterator of type '%s'", type_name(vm, v));
}

/* Whatever was wrong with what __anext__ gave is the cause of an error that says so. */
static Value wrong_anext(VM *vm, Class *c) {
    Value cause = vm->error;
    vm->error = V_UNDEF;
    vm_raise(vm, T_TYPE_ERROR, "'async for' received an invalid object from __anext__: %s", class_name(c));
    Exception *e = AS(Exception, vm->error);
    e->cause = e->context = cause;
    e->suppress_context = true;
    return V_ERROR;
}

static Value await_step(VM *vm, Frame *f, Value v) {
    Value self = f->slots[0];
    Class *c = class_of(vm, self);
    if (v == V_UNDEF) {
        Value await = attr_bind(vm, class_special(vm, c, SP_AWAIT), self, c);
        return await == V_ERROR || await == V_TAIL ? await : vm_tail(vm, await, 0, NULL);
    }
    v = check_awaited(vm, v);
    return v == V_ERROR && f->slots[1] == from_small(AWAIT_ANEXT) ? wrong_anext(vm, c) : v;
}

static Value not_awaitable(VM *vm, Class *c, uint32_t where) {
    if (where == AWAIT_AENTER || where == AWAIT_AEXIT)
        return vm_raise(vm, T_TYPE_ERROR,
                        "'async with' received an object from %s that does not implement __await__: %s",
                        where == AWAIT_AENTER ? "__aenter__" : "__aexit__", class_name(c));
    vm_raise(vm, T_TYPE_ERROR, "object %s can't be used in 'await' expression", class_name(c));
    return where == AWAIT_ANEXT ? wrong_anext(vm, c) : V_ERROR;
}

Value get_awaitable(VM *vm, Value v, uint32_t where) {
    Class *c = class_of(vm, v);
    if (is_async_step(vm, v) || is_awaited_itself(vm, v)) return v;
    Value f = class_special(vm, c, SP_AWAIT);
    if (f == V_UNDEF || f == V_NONE) return not_awaitable(vm, c, where);
    if (is_kind(f, KIND_NATIVE)) return c->await_step ? v : vm_call(vm, f, 1, &v, NULL);
    vm_tail_step(vm, await_step, 2, (Value[]){v, from_small(where)});
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

/* --- throw(exc), throw(class), throw(class, value, traceback) --------------------------------- */

static bool is_given(Value v) {
    return v != V_UNDEF && v != V_NONE;
}

static Value with_traceback(Value exc, Value traceback) {
    if (is_given(traceback)) AS(Exception, exc)->traceback = traceback;
    return exc;
}

Value thrown_exception(VM *vm, const Value *a) {
    Value type = a[0], value = a[1], traceback = a[2];
    if (is_given(traceback) && !is_kind(traceback, KIND_TRACEBACK))
        return vm_raise(vm, T_TYPE_ERROR, "throw() third argument must be a traceback object");
    if (is_kind(type, KIND_EXCEPTION)) {
        if (is_given(value))
            return vm_raise(vm, T_TYPE_ERROR, "instance exception may not have a separate value");
        return with_traceback(type, traceback);
    }
    if (!is_class(type) || !class_derives(AS(Class, type), vm->types[T_BASE_EXCEPTION]))
        return vm_raise(vm, T_TYPE_ERROR,
                        "exceptions must be classes or instances deriving from BaseException, not %s",
                        type_name(vm, type));
    Class *c = AS(Class, type);
    if (is_kind(value, KIND_EXCEPTION) && class_derives(as_obj(value)->cls, c))
        return with_traceback(value, traceback);
    Value init = class_special(vm, c, SP_INIT), make = class_special(vm, c, SP_NEW);
    bool group = class_derives(c, vm->types[T_BASE_EXCEPTION_GROUP]);
    if (!is_kind(init, KIND_NATIVE) || !is_kind(make, KIND_NATIVE) || group) return V_TAIL;
    if (is_given(value) && is_tuple(value))
        return with_traceback(error_new(vm, c, (int)AS(Tuple, value)->len, AS(Tuple, value)->items),
                              traceback);
    return with_traceback(error_new(vm, c, is_given(value) ? 1 : 0, &value), traceback);
}

Value thrown_call(VM *vm, const Value *a) {
    if (!is_given(a[1])) return vm_tail(vm, a[0], 0, NULL);
    if (!is_tuple(a[1])) return vm_tail(vm, a[0], 1, &a[1]);
    return vm_tail(vm, a[0], (int)AS(Tuple, a[1])->len, AS(Tuple, a[1])->items);
}

Value thrown_called(VM *vm, const Value *a, Value v) {
    if (v != V_ERROR && !is_kind(v, KIND_EXCEPTION))
        v = vm_raise(vm, T_TYPE_ERROR,
                     "calling <class '%s'> should have returned an instance of BaseException, not %s",
                     class_name(AS(Class, a[0])), type_name(vm, v));
    if (v != V_ERROR) return with_traceback(v, a[2]);
    v = vm->error;
    vm->error = V_UNDEF;
    return v;
}

/* Slots: the generator, the arguments of throw(). */
static Value throw_step(VM *vm, Frame *f, Value v) {
    if (f->stage == 1) return v; /* what the generator then did */
    if (v == V_UNDEF) return thrown_call(vm, f->slots + 1);
    f->stage = 1;
    return vm_tail_resume(vm, AS(Generator, f->slots[0]), thrown_called(vm, f->slots + 1, v), true,
                          THEN_RESUME);
}

/* Whether the exception goes to an object of another kind in the end, which is to get the
 * arguments as they are. */
static bool throws_to_other(VM *vm, const Generator *g) {
    while (generator_delegates(g)) {
        Value it = g->frame->sp[-1];
        if (is_kind(it, KIND_GENERATOR)) {
            g = AS(Generator, it);
            continue;
        }
        if (is_async_step(vm, it)) return false;
        return method_of(vm, it, NAME_throw_) != V_UNDEF;
    }
    return false;
}

static bool closes(VM *vm, Value type) {
    Class *c = is_class(type) ? AS(Class, type) : class_of(vm, type);
    return class_derives(c, vm->types[T_GENERATOR_EXIT]);
}

static Value gen_throw(VM *vm, Value *a, int n) {
    Generator *g = AS(Generator, a[0]);
    if (n == 2 && is_kind(a[1], KIND_EXCEPTION)) return vm_tail_resume(vm, g, a[1], true, THEN_RESUME);
    if (!closes(vm, a[1]) && throws_to_other(vm, g))
        return vm_tail_resume(vm, g, tuple_from(vm, a + 1, 3), true, THEN_RESUME);
    Value exc = thrown_exception(vm, a + 1);
    if (exc == V_ERROR && generator_delegates(g)) {
        vm->error = V_UNDEF;
        return vm_tail_resume(vm, g, tuple_from(vm, a + 1, 3), true, THEN_RESUME);
    }
    if (exc == V_ERROR) return exc;
    if (exc == V_TAIL) return vm_tail_step(vm, throw_step, 4, a);
    return vm_tail_resume(vm, g, exc, true, THEN_RESUME);
}

/* What whoever closes it is handling: generators that only hand the closing on do not count. */
static Value handled_outside(VM *vm) {
    for (const Frame *f = vm->frame; f; f = f->back) {
        if (!f->code && f->step == close_inner) f = f->back;
        else if (f->handled != V_NONE) return f->handled;
    }
    return V_NONE;
}

Value generator_close(VM *vm, Generator *g) {
    if (g->state == GEN_CREATED) generator_end(vm, g);
    if (g->state == GEN_CLOSED) return V_NONE;
    Value exc = error_new(vm, vm->types[T_GENERATOR_EXIT], 0, NULL);
    AS(Exception, exc)->context = handled_outside(vm);
    return vm_tail_resume(vm, g, exc, true, THEN_CLOSE);
}

static Value gen_close(VM *vm, Value *a, int n) {
    (void)n;
    return generator_close(vm, AS(Generator, a[0]));
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

Value generator_delegate(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    const Generator *g = AS(Generator, a[0]);
    if (!generator_delegates(g)) return V_NONE;
    Value awaited = g->frame->sp[-1];
    if (is_kind(awaited, KIND_GENERATOR)) AS(Generator, awaited)->awaited_only = false;
    return awaited;
}

static Value gen_frame(VM *vm, Value *a, int n) {
    (void)n;
    const Generator *g = AS(Generator, a[0]);
    if (!g->frame) return V_NONE;
    return frame_object_of(vm, a[0]);
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
    {"gi_running", gen_running, 1, 1, NF_GETTER, NULL},
    {"gi_suspended", gen_suspended, 1, 1, NF_GETTER, NULL},
    {"gi_yieldfrom", generator_delegate, 1, 1, NF_GETTER, NULL},
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

/* Only on demand would CPython remember where a coroutine was made. */
static Value no_origin(VM *vm, Value *a, int n) {
    (void)vm, (void)a, (void)n;
    return V_NONE;
}

static const NativeDef coroutine_methods[] = {
    {"__await__", coroutine_wrap, 1, 1, NF_SLOT, NULL},
    {"send", gen_send, 2, 2, NF_SELF, NULL},
    {"throw", gen_throw, 2, 4, NF_SELF, NULL},
    {"close", gen_close, 1, 1, NF_SELF, NULL},
    {"cr_running", gen_running, 1, 1, NF_GETTER, NULL},
    {"cr_suspended", gen_suspended, 1, 1, NF_GETTER, NULL},
    {"cr_await", generator_delegate, 1, 1, NF_GETTER, NULL},
    {"cr_frame", gen_frame, 1, 1, NF_GETTER, NULL},
    {"cr_code", gen_code, 1, 1, NF_GETTER, NULL},
    {"cr_origin", no_origin, 1, 1, NF_GETTER, NULL},
    {0},
};

/* For the last turn of a coroutine that was never awaited: whether it is one; file and line. */
static Value is_unawaited(VM *vm, Value *a, int n) {
    (void)n;
    if (!is_kind(a[0], KIND_GENERATOR) || as_obj(a[0])->cls != vm->types[T_COROUTINE]) return V_FALSE;
    Generator *g = AS(Generator, a[0]);
    if (g->state != GEN_CREATED) return V_FALSE;
    if (g->made) vm->host.watch->coroutine_lost(vm, g);
    return V_TRUE;
}

static Value close_dead(VM *vm, Value *a, int n) {
    return is_kind(a[0], KIND_GENERATOR) ? gen_close(vm, a, n) : V_NONE;
}

static Value made_at(VM *vm, Value *a, int n) {
    (void)n;
    const Generator *g = AS(Generator, a[0]);
    Value file = g->made_in ? str_from(vm, g->made_in->source->name) : str_from(vm, "sys");
    Value line = from_small(g->made_in ? g->made_in->lines[g->made_at] : 1);
    return tuple_from(vm, (Value[]){file, line}, 2);
}

static const NativeDef core_functions[] = {
    {"_close_generator", close_dead, 1, 1, 0, NULL},
    {"_is_unawaited", is_unawaited, 1, 1, 0, NULL},
    {"_made_at", made_at, 1, 1, 0, NULL},
    {0},
};

static const NativeDef named[] = {
    {"__name__", gen_name, 1, 2, NF_GETTER, NULL},
    {"__qualname__", gen_qualname, 1, 2, NF_GETTER, NULL},
    {0},
};

static const NativeDef async_frame[] = {
    {"ag_frame", gen_frame, 1, 1, NF_GETTER, NULL},
    {"ag_code", gen_code, 1, 1, NF_GETTER, NULL},
    {0},
};

/* Iterators that are generators inside, which a program does not see. */
static const NativeDef iterator_methods[] = {
    {"__iter__", itself, 1, 1, NF_SLOT, NULL},
    {"__next__", gen_next, 1, 1, NF_SLOT, NULL},
    {0},
};

void generators_setup(VM *vm) {
    vm_add_core(vm, core_functions);
    static const struct {
        TypeId type;
        const NativeDef *methods;
    } all[] = {
        {T_GENERATOR, generator_methods},
        {T_GENERATOR, named},
        {T_COROUTINE, coroutine_methods},
        {T_COROUTINE, named},
        {T_COROUTINE_WRAPPER, wrapper_methods},
        {T_ASYNC_GENERATOR, named},
        {T_ASYNC_GENERATOR, async_frame},
        {T_MAP, iterator_methods},
        {T_FILTER, iterator_methods},
        {T_SEQUENCE_ITERATOR, iterator_methods},
        {T_CALLABLE_ITERATOR, iterator_methods},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        class_add_methods(vm, vm->types[all[i].type], all[i].methods);
    async_generators_setup(vm);
}
