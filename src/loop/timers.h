/* The timers of a loop: a heap by deadline; of two with the same, the one set first is first. */
#ifndef TOQUE_LOOP_TIMERS_H
#define TOQUE_LOOP_TIMERS_H

#include "loop/clock.h"
#include "loop/rail.h"

typedef struct Timer {
    Ticks due;
    uint64_t number; /* in the order of setting */
    Ticket ticket;   /* for the rail, when it rings */
} Timer;

typedef struct Timers {
    Timer *items; /* a binary heap; owned */
    uint32_t len, cap;
    uint32_t keep; /* so many were left by the last clearing out */
    uint64_t count;
} Timers;

void timers_add(VM *vm, Timers *t, Ticks due, Ticket ticket);
/* The first whose ticket is still wanted, or NULL. What nobody wants is dropped on the way. */
const Timer *timers_first(Timers *t);
Ticket timers_pop(Timers *t); /* there must be one */
void timers_mark(VM *vm, const Timers *t);
void timers_deinit(Timers *t);

#endif
