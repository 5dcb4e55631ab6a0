/* What a loop tells the run that it belongs to (engine.c). */
#ifndef TOQUE_LOOP_RUN_H
#define TOQUE_LOOP_RUN_H

#include "lang/directive.h"
#include "loop/clock.h"
#include "vm/vm.h"

/* Nothing is ready, no timer is set and nobody else is at work: the run ends at the next pause. */
void run_deadlocked(VM *vm);
/* That long nobody does anything. */
void run_clock_moves(VM *vm, Ticks length);
/* A task is to have a turn. False: as many as were asked for are over, the run ends. */
bool run_begins_turn(VM *vm);

/* What the program says in its directives. */
const Directives *run_directives(VM *vm);
/* How many tasks wait in the loop that runs. */
uint32_t run_waiting(VM *vm);

#endif
