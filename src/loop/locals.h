/* What the functions of a task know at this moment: their variables, which no record holds. */
#ifndef TOQUE_LOOP_LOCALS_H
#define TOQUE_LOOP_LOCALS_H

#include "trace/locals.h"
#include "trace/trace.h"
#include "vm/vm.h"

/* Between two instructions of a run that is recorded. Task 0: code outside of all tasks. Nothing
 * is told of a task that is over. */
void locals_tell(VM *vm, TaskId task, const LocalsTeller *teller);

#endif
