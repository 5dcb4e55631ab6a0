#include "loop/clock.h"

static Ticks add(Ticks a, Ticks b) {
    return a > INT64_MAX - b ? INT64_MAX : a + b;
}

Ticks clock_at(const Clock *c, uint64_t steps) {
    Ticks worked = steps > INT64_MAX / STEP_COST ? INT64_MAX : (Ticks)steps * STEP_COST;
    return add(worked, c->slept);
}

void clock_sleep(Clock *c, Ticks length) {
    if (length > 0) c->slept = add(c->slept, length);
}
