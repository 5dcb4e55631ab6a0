/* What the desk's files share: what it draws (desk_draw.c), and what is done on a wish (desk_act.c). */
#ifndef TOQUE_DESK_DESK_PARTS_H
#define TOQUE_DESK_DESK_PARTS_H

#include "desk/desk.h"

/* What the panels asked for in a pass. Zeroed memory but for `go`, which is NEVER. */
typedef struct DeskWish {
    ActionId action;
    Cursor go;
    TaskId task; /* to be chosen */
    ObjectId object;
    bool chose;    /* one of them, or none */
    uint32_t line; /* run to it */
    int speed;     /* from 1; 0: none */
    int step;      /* a Step, from 1; 0: none */
} DeskWish;

float desk_scale(const DeskFrame *f); /* pixels to a unit of the design */
void desk_draw(Desk *d, Rect window, DeskWish *wish);
void desk_grant(Desk *d, const DeskWish *wish, double now);
void desk_retheme(Desk *d); /* after its choice has changed */

#endif
