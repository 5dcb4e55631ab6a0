/* What the files of collections share. */
#ifndef TOQUE_LIB_COLLECTIONS_H
#define TOQUE_LIB_COLLECTIONS_H

#include "vm/vm.h"

typedef struct CollectionsState { /* STATE_COLLECTIONS */
    Class *deque, *deque_iterator, *deque_reverse_iterator;
    Class *odict_views[3]; /* by ViewKind */
} CollectionsState;

Class *lib_deque_class(VM *vm); /* made at first need */
void lib_odict_setup(VM *vm, ModuleObj *m);
void lib_collections_keep(VM *vm); /* the classes stay alive that only C knows */

/* A deque in C's hands. What is popped from must not be empty. */
Value lib_deque_new(VM *vm);
uint32_t lib_deque_len(Value deque);
void lib_deque_append(VM *vm, Value deque, Value v);
Value lib_deque_popleft(Value deque);
Value lib_deque_to_list(VM *vm, Value deque);

#endif
