/* Generators, coroutines and async generators: how they are resumed. */
#ifndef TOQUE_VM_GENERATOR_H
#define TOQUE_VM_GENERATOR_H

#include "vm/vm_internal.h"

/* SEND: `it` gets `v`. A value (yielded), V_FRAME, or V_ERROR; StopIteration is its end. */
Value generator_send(VM *vm, Frame *caller, Value it, Value v);
/* What await and async for drive: a coroutine, or the iterator of __await__. `where` is the
 * argument of GET_AWAITABLE, an Awaited. */
Value get_awaitable(VM *vm, Value v, uint32_t where);
/* Whether it is inside of `await` or `yield from`: there the iterator is on top of the stack and
 * the last words were SEND and YIELD_VALUE. */
static inline bool generator_delegates(const Generator *g) {
    const Frame *f = g->frame;
    if (!f || !f->code || g->state != GEN_SUSPENDED || f->ip < f->code->words + 2) return false;
    return OP_OF(f->ip[-1]) == OP_YIELD_VALUE && OP_OF(f->ip[-2]) == OP_SEND;
}
/* It becomes the running frame, if nothing out of the common has to be done first. */
static inline bool generator_enter(VM *vm, Generator *g, Value sent, Then then) {
    if (g->state != GEN_SUSPENDED && !(g->state == GEN_CREATED && sent == V_NONE)) return false;
    Frame *f = g->frame;
    if (UNLIKELY(g->made || !f->code || vm->depth >= vm->depth_limit)) return false;
    if (g->state == GEN_SUSPENDED) *f->sp++ = sent;
    vm->depth++;
    f->back = vm->frame;
    f->then = (uint8_t)then;
    f->redo = f->thrown = false;
    f->keep[0] = f->keep[1] = V_NONE;
    vm->frame = f;
    g->state = GEN_RUNNING;
    return true;
}
/* The generator that it is waiting in, if it is one: NULL at the end of the chain. */
const Generator *generator_inner(VM *vm, const Generator *g);
/* Of the running frame, if it was resumed and has not resumed yet what it awaits: that; else NULL. */
const Generator *generator_resumed_next(VM *vm, const Frame *f);
const char *generator_kind(VM *vm, const Generator *g); /* "coroutine" … for messages */
/* It will never run again: its frame is given back. */
void generator_end(VM *vm, Generator *g);
/* The same for one that has returned to who awaited it, and lets go of it now. */
void generator_retire(VM *vm, Generator *g);
Generator *generator_again(Generator **spares); /* one of them, to be begun; or NULL */

Value generator_close(VM *vm, Generator *g); /* close(): may be V_TAIL */

/* The exception for the three arguments of throw() (the second and third may be absent);
 * V_ERROR if they are none; V_TAIL if Python has to make it: then thrown_call asks for that,
 * and thrown_called gives what is to be thrown for what it returned. */
Value thrown_exception(VM *vm, const Value *args);
Value thrown_at_last(VM *vm, Value exc);
Value thrown_call(VM *vm, const Value *args);
Value thrown_called(VM *vm, const Value *args, Value v);

/* The getter behind gi_yieldfrom, cr_await and ag_await. */
Value generator_delegate(VM *vm, Value *a, int n);

/* --- async generators (async_generator.c) ------------------------------------------------ */

/* The awaitable that asend(), athrow() and aclose() return: slots of its record. While the
 * generator runs for it, the frame's keep holds it and, as a small int, what the end of the
 * turn does. */
enum { STEP_GEN, STEP_SENT, STEP_STATE, STEP_CLOSES, STEP_SLOTS };
enum { STEP_FRESH, STEP_GOING, STEP_OVER };
enum {
    END_IS_ITS_END = 1,   /* of the awaitable's own use as well */
    END_LEAVES_ALONE = 2, /* unless it was by a yield, everything stays as it was */
};

static inline bool is_async_step(const VM *vm, Value v) {
    return is_obj(v) &&
           (as_obj(v)->cls == vm->types[T_ASYNC_ASEND] || as_obj(v)->cls == vm->types[T_ASYNC_ATHROW]);
}
Value async_step_next(VM *vm, Value generator); /* g.__anext__() */
Value async_step_send(VM *vm, Frame *caller, Record *step, Value sent);
Value async_step_throw(VM *vm, Record *step, Value exc, bool under_send);
/* The turn of `g` that began with this `then` and `keep` is over, by a yield or for good. */
void async_turn_ended(Generator *g, const Value *keep, bool by_yield);
void async_generators_setup(VM *vm);

#endif
