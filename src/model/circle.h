/* A circle in which tasks wait: each for what the next one has, or for its end. No one of them can ever go
 * on, unless somebody gives up. */
#ifndef TOQUE_MODEL_CIRCLE_H
#define TOQUE_MODEL_CIRCLE_H

#include "model/moment.h"

/* One who waits; for the next one in the list, the last one for the first. */
typedef struct CircleStep {
    TaskId task;
    Wait wait;
} CircleStep;

enum { CIRCLE_MOST = 16 }; /* longer ones are not looked for: nobody could follow them */

/* How many are in it; 0: there is none at that cursor. */
uint32_t circle_find(const Model *m, Cursor at, CircleStep out[CIRCLE_MOST]);

#endif
