/* The way from one scene to the next: dishes that change their place travel there, who goes into a
 * stack or comes out of it does as well, rings empty and the clock turns. */
#ifndef TOQUE_VIEW_KITCHEN_MOVE_H
#define TOQUE_VIEW_KITCHEN_MOVE_H

#include "view/scene.h"

typedef struct PlateMove {
    TaskId task;
    Dish from, to;        /* their middles; of a ticket, its paper's */
    bool ticket;          /* it stays one all the way */
    bool ghost;           /* it has no plate of its own where it goes */
    bool arc;             /* else straight on: a line moves up */
    double start, length; /* milliseconds */
} PlateMove;

/* Zeroed memory rests. */
typedef struct KitchenMove {
    VEC(PlateMove) moves;
    uint64_t time_from; /* of the clock */
    double clock_start, clock_length;
} KitchenMove;

/* Begins what leads from one scene to another. `joined`: what is under way goes on from where it is now;
 * else all of it ends where it was to go. */
void move_begin(KitchenMove *move, const Model *m, const Scene *from, const Scene *to, double now,
                bool joined);
void move_stop(KitchenMove *move);
bool move_runs(const KitchenMove *move, double now);
/* The scene on its way: `to` as it is shown now. */
void move_show(const KitchenMove *move, const Scene *to, double now, Scene *out);
/* The scene at another time than its own: clocks and rings go on. */
void move_time(Scene *s, uint64_t time);
void move_deinit(KitchenMove *move);

#endif
