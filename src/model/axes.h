/* Where things lie on the timeline. A position grows with virtual time and with the turns, in a
 * mixture that is the axis: all of one, all of the other, or true time in which each turn
 * takes a little room of its own, so that it can be seen. Positions never go back as events go on. */
#ifndef TOQUE_MODEL_AXES_H
#define TOQUE_MODEL_AXES_H

#include "model/model.h"

typedef struct Axis {
    double per_second; /* room of a second */
    double per_turn;   /* room of a turn, beside its time */
} Axis;

static const Axis AXIS_CLOCK = {1, 0}; /* positions are seconds */
static const Axis AXIS_TURNS = {0, 1}; /* positions are turns: number n lies from n - 1 to n */
/* Seconds, and each turn is that much wider: never thinner than that. */
static inline Axis axis_kitchen(double turn_width) {
    return (Axis){1, turn_width};
}

double axis_position(const Model *m, Axis axis, Cursor at);
/* The last cursor at that position or before it; 0 if none is. */
Cursor axis_cursor(const Model *m, Axis axis, double position);
/* The virtual time at a position, in nanoseconds, also between two events. */
uint64_t axis_time(const Model *m, Axis axis, double position);
double axis_of_time(const Model *m, Axis axis, uint64_t time);
double axis_length(const Model *m, Axis axis); /* the position of the end */

#endif
