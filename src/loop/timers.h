/* The timers of a loop: a heap by deadline, with the steps of CPython's heapq, so that those with
 * the same deadline ring in the order in which they ring there. */
#ifndef TOQUE_LOOP_TIMERS_H
#define TOQUE_LOOP_TIMERS_H

#include "loop/rail.h"

typedef struct Timer {
    double when;   /* on the loop's clock, in seconds */
    Ticket ticket; /* for the rail, when it rings */
} Timer;

typedef struct Timers {
    Timer *items; /* owned */
    uint32_t len, cap;
    uint32_t cancelled; /* of them, about */
} Timers;

void timers_add(VM *vm, Timers *t, double when, Ticket ticket);
void timers_cancelled(Timers *t); /* one of them is not wanted any more */
/* Drops what is not wanted: at the front, or, where most are such, everywhere. */
void timers_tidy(Timers *t);
Ticket timers_pop(Timers *t); /* the first; there must be one */
void timers_mark(VM *vm, const Timers *t);
void timers_deinit(Timers *t);

#endif
