/* Tells the variables of tasks by running the program again (model/locals.h). What was seen is kept, and
 * who goes back sees more than he asked for: so the answers follow a key that is held down. */
#ifndef TOQUE_APP_LOCALS_REPLAY_H
#define TOQUE_APP_LOCALS_REPLAY_H

#include "loop/engine.h"
#include "model/locals.h"

typedef struct LocalsReplay LocalsReplay;

/* The program must outlive it; the options are those of the run that was recorded. Never NULL. */
LocalsReplay *locals_replay_new(const Program *p, const RunOptions *options);
void locals_replay_free(LocalsReplay *r);

LocalsSource locals_replay_source(LocalsReplay *r);

/* How often it had to run again from the start. */
uint32_t locals_replay_restarts(const LocalsReplay *r);

#endif
