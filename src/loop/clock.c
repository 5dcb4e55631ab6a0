#include "loop/clock.h"

void clock_sleep(Clock *c, Ticks length) {
    if (length > 0) c->slept = clock_add(c->slept, length);
}
