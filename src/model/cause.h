/* Why a turn came about, and what came of it. */
#ifndef TOQUE_MODEL_CAUSE_H
#define TOQUE_MODEL_CAUSE_H

#include "model/model.h"

/* The event that an event is due to; 0: the start of the program. Of TURN_BEGUN its READY, of READY
 * what it names, of TIMER_FIRED its TIMER_SET, of CALLBACK_BEGUN its CALLBACK_READY; of what
 * happens in a turn or a callback, the beginning of that. Always before `event`, so that the chain ends. */
EventIndex cause_of(const Model *m, EventIndex event);

/* A step of the chain of turns. */
typedef struct Cause {
    EventIndex ready; /* the READY of the turn */
    EventIndex
        event; /* what made it ready: TIMER_FIRED, RELEASED, TASK_MADE, TURN_ENDED (it let others go first), … */
    EventIndex set; /* of a timer: by which it was set; else 0 */
    TaskId by;      /* whose doing that was; 0: no task's */
    TurnId turn;    /* in which turn that was; 0: in none, the chain ends (or goes on by cause_of) */
} Cause;

Cause cause_of_turn(const Model *m, TurnId turn);

/* The READYs of others (and of its own sleep) that a turn brought about, in order. */
uint32_t cause_woken(const Model *m, TurnId turn, uint32_t first, uint32_t count, EventIndex *out);
/* The turn that a READY led to; 0: none in the record. */
TurnId cause_turn_of_ready(const Model *m, EventIndex ready);

#endif
