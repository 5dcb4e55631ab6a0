/* What the files of collections share. */
#ifndef TOQUE_LIB_COLLECTIONS_H
#define TOQUE_LIB_COLLECTIONS_H

#include "vm/vm.h"

typedef struct CollectionsState { /* STATE_COLLECTIONS */
    Class *deque, *deque_iterator, *deque_reverse_iterator;
    Class *odict_views[3]; /* by ViewKind */
} CollectionsState;

Class *lib_deque_class(VM *vm);
Class *lib_deque_setup(VM *vm);
void lib_odict_setup(VM *vm, ModuleObj *m);

#endif
