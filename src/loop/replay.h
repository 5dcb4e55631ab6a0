/* A run that is run again to a given event, to see what the record does not hold: since a run
 * repeats exactly, what is seen is what was there. Forwards it goes on from where it is. */
#ifndef TOQUE_LOOP_REPLAY_H
#define TOQUE_LOOP_REPLAY_H

#include "loop/engine.h"

typedef struct Replay Replay;

/* With the options of the run that is run again; what it writes goes nowhere. The program must
 * outlive it. Never NULL. */
Replay *replay_new(const Program *p, const RunOptions *options);
void replay_free(Replay *r);

/* To the end of the instruction that this event was recorded in. False if the run has ended, or ends
 * before: then nothing can be seen. */
bool replay_to(Replay *r, EventIndex event);
void replay_locals(Replay *r, TaskId task, const LocalsTeller *teller);

#endif
