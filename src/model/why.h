/* Why: one or two sentences for every event and every state, made of the record alone, so that
 * they cannot say what did not happen. */
#ifndef TOQUE_MODEL_WHY_H
#define TOQUE_MODEL_WHY_H

#include "model/moment.h"
#include "model/words.h"

/* What happens at an event, and why. Every kind has a sentence. */
void why_event(const Speech *s, EventIndex event, Sentence *out);
/* Why a READY came about, as a clause: "its timer rang at 1.200 s". Nothing where nobody knows. */
void why_cause(const Speech *s, EventIndex ready, Sentence *out);
/* What a task does at a cursor; if it waits: for what, and what must happen first. */
void why_task(const Speech *s, Cursor at, TaskId task, Sentence *out);
/* What the chef does, and why nothing runs if nothing does. */
void why_chef(const Speech *s, Cursor at, Sentence *out);

#endif
