/* What the author of a program calls an object: the variable, attribute or element that holds it. */
#ifndef TOQUE_LOOP_NAMING_H
#define TOQUE_LOOP_NAMING_H

#include "loop/aio.h"

/* Appends "fork", "table.fork" or "forks[2]"; false if no such name was found. `tasks`: in whose
 * frames to look as well. */
bool naming_of(VM *vm, const Loop *tasks, Value object, Buf *out);
/* What the call that a function stands at is stored in at once: "knife" of `knife = Lock()` and of
 * `self.knife = Lock()`; NULL if it goes elsewhere. */
const Str *naming_stored_as(const Frame *f);
/* Tells the record what holds the objects that were made since the last turn's end: variables of
 * the module, or of the task whose turn ends. */
void naming_record(VM *vm, const Future *task);
/* "Task-2 (philosopher)", or the name that the program gave it. */
void naming_of_task(VM *vm, const Future *task, Buf *out);
/* Appends file and line of the innermost line of the program at which the task stands; false if it
 * stands at none. */
bool naming_of_place(VM *vm, const Future *task, Buf *out);

#endif
