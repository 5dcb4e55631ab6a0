/* What a task or an object is called in a sentence: as the author knows it, by a directive of
 * the author's if there is one. */
#ifndef TOQUE_MODEL_CALLED_H
#define TOQUE_MODEL_CALLED_H

#include "model/words.h"
#include "trace/notes.h"

void called_task(const Speech *s, TaskId task, Buf *out);       /* "cook 2" */
void called_object(const Speech *s, ObjectId object, Buf *out); /* "the lock knife" */

/* "its menu": what a group is called of whose task the sentence speaks. False: it is no such thing. */
bool called_own(const Speech *s, ObjectId object, TaskId owner, Buf *out);

/* The author's note of a kind about the line at which an event happened; NULL: none. */
const Note *called_note(const Model *m, DirectiveKind kind, EventIndex at);
/* Its text; "" if there is none. */
const char *called_text(const Speech *s, DirectiveKind kind, EventIndex at);
/* The line of the program where an event happened, innermost; 0: none is known. */
uint32_t called_line(const Model *m, EventIndex at);

#endif
