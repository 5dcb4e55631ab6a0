/* How long each task stays in each state: the whole run as spans, in the order of their ends. For
 * who writes all of it out; who draws a part of it asks lanes.h. */
#ifndef TOQUE_MODEL_STAYS_H
#define TOQUE_MODEL_STAYS_H

#include "model/moment.h"

typedef struct Stay {
    TaskId task;
    TaskState state;
    EventIndex from, to; /* `to` is by which it ended; the last event if the record ends before */
    EventIndex wait;     /* of TASK_WAITING: the event that says for what (moment_wait) */
} Stay;

typedef void (*StayOut)(void *data, const Stay *stay);

void stays_walk(const Model *m, StayOut out, void *data);

#endif
