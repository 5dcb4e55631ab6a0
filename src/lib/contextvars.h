/* The context of contextvars. There is always a current one; whoever runs code for somebody else
 * (a task's turn, a callback) puts that one's context in its place and the old one back. */
#ifndef TOQUE_LIB_CONTEXTVARS_H
#define TOQUE_LIB_CONTEXTVARS_H

#include "vm/vm.h"

Value context_copy(VM *vm); /* copy_context(): cheap, what it holds is shared until one of them changes */
/* Makes another one current and returns what was. False if code runs in that context already:
 * RuntimeError, as Context.run() has it. */
bool context_enter(VM *vm, Value context, Value *previous);
void context_leave(VM *vm, Value context, Value previous);

#endif
