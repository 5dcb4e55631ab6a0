/* What the desk's files share: where things are (desk_draw.c), each panel with what it is to show
 * (desk_panels.c), what lies over them (desk_overlays.c), and what is done on a wish (desk_act.c). */
#ifndef TOQUE_DESK_DESK_PARTS_H
#define TOQUE_DESK_DESK_PARTS_H

#include "desk/desk.h"

/* What the panels asked for in a pass. Zeroed memory but for `go`, which is NEVER. */
typedef struct DeskWish {
    ActionId action;
    Cursor go;
    TaskId task; /* to be chosen */
    ObjectId object;
    bool chose;       /* one of them, or none */
    uint32_t line;    /* run to it */
    int speed;        /* from 1; 0: none */
    int step;         /* a Step, from 1; 0: none */
    const char *open; /* a path; NULL: none */
} DeskWish;

/* A window in work. */
typedef struct Plan {
    Desk *d;
    const Model *model; /* NULL: nothing is open */
    Speech speech;
    DeskWish *wish;
    Rect window, left;
    float type; /* the scale of type */
} Plan;

static inline const char *plan_text(const Plan *p, MsgId id) {
    return msg_text(p->d->lang, id);
}
static inline void plan_choose(Plan *p, TaskId task, ObjectId object) {
    p->wish->chose = true;
    p->wish->task = task;
    p->wish->object = object;
}

float desk_scale(const DeskFrame *f); /* pixels to a unit of the design */
void desk_draw(Desk *d, Rect window, DeskWish *wish);

void desk_panel(Plan *p, PanelId id, Rect r);
void desk_why(Plan *p, Rect r);
TimelineShow desk_timeline(const Desk *d);
void desk_take_timeline(DeskWish *wish, TimelineAct act);

/* The notices at the head of what is left, which they take. */
void desk_notices(Plan *p);
void desk_overlay(Plan *p);
void desk_gallery(Plan *p);
void desk_show_overlay(Desk *d, Overlay overlay);
void desk_list_deinit(DeskList *l);

void desk_grant(Desk *d, const DeskWish *wish, double now);
void desk_retheme(Desk *d); /* after its choice has changed */

#endif
