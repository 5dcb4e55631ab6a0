/* The virtual clock of a run. It moves by a fixed cost for every instruction and by what
 * the program sleeps; nothing else moves it, so that a run repeats exactly. Where a run is compared
 * with another machine's, whose instructions are others, it can move at each reading instead. */
#ifndef TOQUE_LOOP_CLOCK_H
#define TOQUE_LOOP_CLOCK_H

#include <stdint.h>

typedef int64_t Ticks; /* nanoseconds of virtual time, from the start of the run */

/* Ticks that one instruction takes, or else one reading. */
enum { STEP_COST = 50, READING_COST = 1000 };

typedef struct Clock {
    Ticks slept;                      /* and read */
    uint32_t step_cost, reading_cost; /* one of them is 0 */
} Clock;

static inline Ticks clock_add(Ticks a, Ticks b) {
    Ticks sum;
    return __builtin_add_overflow(a, b, &sum) ? INT64_MAX : sum;
}

/* After that many instructions. */
static inline Ticks clock_at(const Clock *c, uint64_t steps) {
    Ticks worked;
    if (__builtin_mul_overflow(steps, c->step_cost, &worked)) return INT64_MAX;
    return clock_add(worked, c->slept);
}

void clock_sleep(Clock *c, Ticks length); /* stops at the end of time, in 292 years */

#endif
