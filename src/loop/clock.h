/* The virtual clock of a run. It moves by a fixed cost for every instruction and by what
 * the program sleeps; nothing else moves it, so that a run repeats exactly. */
#ifndef TOQUE_LOOP_CLOCK_H
#define TOQUE_LOOP_CLOCK_H

#include <stdint.h>

typedef int64_t Ticks; /* nanoseconds of virtual time, from the start of the run */

enum { STEP_COST = 50 }; /* ticks that one instruction takes */

typedef struct Clock {
    Ticks slept;
} Clock;

Ticks clock_at(const Clock *c, uint64_t steps); /* after that many instructions */
void clock_sleep(Clock *c, Ticks length);       /* stops at the end of time, in 292 years */

#endif
