/* What the author of a program calls an object: the variable, attribute or element that holds it. */
#ifndef TOQUE_LOOP_NAMING_H
#define TOQUE_LOOP_NAMING_H

#include "loop/aio.h"

/* Appends "fork", "table.fork" or "forks[2]"; false if no such name was found. `tasks`: in whose
 * frames to look as well. */
bool naming_of(VM *vm, const Loop *tasks, Value object, Buf *out);
/* The same, where only the task that made the object is asked (or None, for code outside). */
bool naming_by(VM *vm, Value maker, Value object, Buf *out);
/* "Task-2 (philosopher)", or the name that the program gave it. */
void naming_of_task(VM *vm, const Future *task, Buf *out);
/* Appends file and line of the innermost line of the program at which the task stands; false if it
 * stands at none. */
bool naming_of_place(const Future *task, Buf *out);

#endif
