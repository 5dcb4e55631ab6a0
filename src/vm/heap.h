/* The heap of one run: objects in pages by size, marked and swept. Collecting happens only
 * where the interpreter asks for it (heap_collect at a safe point); allocating never does. */
#ifndef TOQUE_VM_HEAP_H
#define TOQUE_VM_HEAP_H

#include "vm/object.h"

#include <stddef.h>

/* A zeroed object of `size` bytes with its header filled in. Ends the run (longjmp to the
 * interpreter's limit) when the memory cap is passed; so does heap_array. */
void *heap_new(VM *vm, Class *cls, Kind kind, size_t size);

/* Memory that hangs on an object, counted against the cap. `old` and `old_size` as for realloc;
 * size 0 frees. Not zeroed. */
void *heap_array(VM *vm, void *old, size_t old_size, size_t size);

extern const Payload plain_payload; /* taken with mem_alloc, holding no values */
void heap_mark(VM *vm, Value v);    /* for Payload.mark alone */
void heap_each(VM *vm, void (*each)(void *data, Obj *o), void *data); /* those that are dead as well */

void heap_collect(VM *vm); /* where nothing is known to C alone */

/* Counts memory that a library (GMP) holds for an object. */
void heap_charge(VM *vm, size_t more);

/* Asks for room before a single great allocation, e.g. 'x' * 10**9: raises MemoryError and
 * returns false when the cap could never hold it. */
bool heap_can_hold(VM *vm, size_t size);

#endif
