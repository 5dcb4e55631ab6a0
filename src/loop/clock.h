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

static inline Ticks clock_add(Ticks a, Ticks b) {
    return a > INT64_MAX - b ? INT64_MAX : a + b;
}

/* After that many instructions. */
static inline Ticks clock_at(const Clock *c, uint64_t steps) {
    return clock_add(steps > INT64_MAX / STEP_COST ? INT64_MAX : (Ticks)steps * STEP_COST, c->slept);
}

void clock_sleep(Clock *c, Ticks length); /* stops at the end of time, in 292 years */

#endif
