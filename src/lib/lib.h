/* The library: the modules that a program can import, and what other rooms need of them.
 *
 * A module in C is one constant ModuleDef, listed in modules.def; a module in Python is a file
 * of src/pylib and needs no entry. Where a module has both, the C part is called "_name" and
 * the Python file imports it; names that begin so are not for programs. */
#ifndef TOQUE_LIB_LIB_H
#define TOQUE_LIB_LIB_H

#include "vm/run.h"

const ModuleDef *module_find(const char *name); /* NULL if there is none; internal ones too */

/* Goes on in Python: calls a function of an internal module of src/pylib (V_TAIL). */
Value lib_twin(VM *vm, const char *module, const char *function, int n, const Value *args);

/* heapq for C: NEEDS_PYTHON, before anything has changed, where an element's own `<` is Python's.
 * What is popped from must not be empty. */
/* What a functools.partial calls, and the arguments that it begins with; V_UNDEF: it is none. */
Value lib_partial_of(VM *vm, Value v, const Tuple **args);
Tri lib_heap_push(VM *vm, List *heap, Value v);
Tri lib_heap_pop(VM *vm, List *heap, Value *out);

/* The modules that programs may import, with the names in each: for the reader's checks.
 * Ended by a NULL name. Made by tools/known_modules.py; the test `known_modules` holds it true. */
extern const KnownModule known_modules[];
extern const char *const known_builtins[]; /* ended by NULL */

#endif
