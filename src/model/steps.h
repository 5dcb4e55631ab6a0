/* Where the cursor goes: steps of four sizes, both ways, and searches. All answer a cursor after
 * (or before) `at`, or NEVER if there is none. */
#ifndef TOQUE_MODEL_STEPS_H
#define TOQUE_MODEL_STEPS_H

#include "model/model.h"

typedef enum Step { STEP_EVENT, STEP_LINE, STEP_TURN, STEP_ROUND, STEPS } Step;
typedef enum Way { WAY_FORTH, WAY_BACK } Way;

typedef enum Trouble { /* what a class should look at */
                       TROUBLE_NONE,
                       TROUBLE_CONTENTION, /* somebody must wait for a lock or a semaphore */
                       TROUBLE_FULL,       /* somebody must wait to put */
                       TROUBLE_EMPTY,      /* somebody must wait to take */
                       TROUBLE_CANCELLATION,
                       TROUBLE_EXCEPTION, /* raised, or seen by nobody */
                       TROUBLE_BLOCKED,
                       TROUBLE_UNAWAITED, /* a coroutine that nobody awaited, a task destroyed while it waits */
                       TROUBLE_DEADLOCK,
} Trouble;

/* TURN: to where a turn begins. ROUND: to where a round begins. LINE: to where another line of the
 * program runs, or another task does. The start and the end of the run are always stops. */
Cursor step_by(const Model *m, Cursor at, Step size, Way way);

Cursor step_to_turn_of(const Model *m, Cursor at, TaskId task, Way way); /* where a turn of it begins */
Cursor step_to_line(const Model *m, Cursor at, uint32_t line, Way way);  /* where that line begins to run */
Cursor step_to_output(const Model *m, Cursor at, Way way);
Cursor step_to_trouble(const Model *m, Cursor at, Way way);

Trouble step_trouble(const Model *m, EventIndex event); /* what trouble that event is, if any */

/* The line of the program that runs at a cursor, and by which task; 0: none is known. */
uint32_t step_line_at(const Model *m, Cursor at);

#endif
