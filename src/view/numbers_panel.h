/* The numbers drawer: what the run comes to. How busy the chef is; how long it takes against the same
 * work one after the other; for each task how long it ran, was ready and waited; locks and queues.
 * The numbers are reckoned when the drawer is opened and when the record has doubled or ended, never
 * for a frame. */
#ifndef TOQUE_VIEW_NUMBERS_PANEL_H
#define TOQUE_VIEW_NUMBERS_PANEL_H

#include "model/numbers.h"
#include "view/drawer.h"

typedef struct NumbersShow {
    const Speech *speech; /* with the model */
    const Cast *cast;
    TaskId selected; /* 0: none */
} NumbersShow;

/* Its own state; zeroed memory is a good start. */
typedef struct NumbersPanel {
    SectionList list;
    Numbers *numbers;   /* owned; NULL: not reckoned yet */
    const Model *model; /* of which */
    Cursor until;
    VEC(TaskId) tasks;   /* that have a row */
    VEC(ObjectId) lines; /* locks, semaphores, … */
    VEC(ObjectId) queues;
    Nanoseconds longest; /* of all times in the tables of locks and queues */
} NumbersPanel;

/* task: its row was clicked. */
DrawerClick numbers_panel(Ui *ui, const Theme *t, NumbersPanel *panel, const NumbersShow *show, Rect r);
/* Another run is shown. */
void numbers_panel_forget(NumbersPanel *panel);
void numbers_panel_deinit(NumbersPanel *panel);

#endif
