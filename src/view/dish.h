/* A task as it is drawn everywhere: a plate with its hue on the rim and its picture on it. The
 * rim's pattern and the badge say the state, so that no hue need be told from another. */
#ifndef TOQUE_VIEW_DISH_H
#define TOQUE_VIEW_DISH_H

#include "view/theme.h"

typedef struct Dish {
    Point at;
    float radius;
    HueId hue;
    const char *sprite;
    LookId look;
    float left;    /* of a timer, 0 to 1; below 0: there is none */
    bool no_badge; /* the place already says the state */
} Dish;

void dish_draw(DrawList *d, const Theme *t, const Dish *dish);
/* The disc with a state's glyph. */
void dish_badge(DrawList *d, const Theme *t, Point at, float radius, LookId look);

/* A name in its task's hue; its left end at `at`, which is its middle's height. Returns its width. */
typedef struct Pill {
    const char *name;
    HueId hue;
    float size;       /* of the type */
    bool in_sentence; /* a little lower */
} Pill;

float pill_width(const DrawList *d, const Pill *p);
float pill_draw(DrawList *d, const Theme *t, Point at, const Pill *p);

/* A stretch of a lane: `h` is the height of a running one, r.y its middle. */
void lane_draw(DrawList *d, const Theme *t, LookId look, HueId hue, Rect r);

#endif
