/* "Did you mean: 'x'?": the name that CPython 3.11 would propose at the end of the message of
 * an uncaught NameError or AttributeError. */
#ifndef TOQUE_VM_SUGGEST_H
#define TOQUE_VM_SUGGEST_H

#include "vm/vm.h"

/* NULL if there is nothing near enough. */
Str *suggest_for(VM *vm, Exception *e);

#endif
