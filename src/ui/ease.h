/* Motion: how a value travels in a given time. Time is passed in, in milliseconds; nothing here
 * reads a clock, so a test moves it as it likes. */
#ifndef TOQUE_UI_EASE_H
#define TOQUE_UI_EASE_H

#include <stdbool.h>

typedef enum Ease { EASE_LINEAR, EASE_OUT_QUAD, EASE_OUT_CUBIC, EASE_IN_OUT_CUBIC } Ease;

float ease(Ease how, float t); /* 0 to 1 becomes 0 to 1 */

/* Zeroed memory rests at 0. */
typedef struct Tween {
    float from, to;
    double start, length;
    Ease how;
} Tween;

void tween_set(Tween *t, float value);
/* From wherever it is now. The same target again changes nothing. */
void tween_go(Tween *t, double now, float to, double length, Ease how);
float tween_at(const Tween *t, double now);
bool tween_moves(const Tween *t, double now);

#endif
