/* Generators, coroutines and async generators: how they are resumed. */
#ifndef TOQUE_VM_GENERATOR_H
#define TOQUE_VM_GENERATOR_H

#include "vm/vm_internal.h"

/* SEND: `it` gets `v`. A value (yielded), V_FRAME, or V_ERROR; StopIteration is its end. */
Value generator_send(VM *vm, Frame *caller, Value it, Value v);
/* What await and async for drive: a coroutine, or the iterator of __await__. */
Value get_awaitable(VM *vm, Value v, uint32_t where);
/* Whether it is inside of `await` or `yield from`. */
bool generator_delegates(const Generator *g);
/* The generator that it is waiting in, if it is one: NULL at the end of the chain. */
const Generator *generator_inner(VM *vm, const Generator *g);

#endif
