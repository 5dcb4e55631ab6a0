/* The kitchen as a panel: the scene of the cursor, and the way there from the scene before. Dishes
 * travel, going back they travel back; who is in a hurry loses nothing, since a move that still
 * runs ends where it was to go when the next one begins. */
#ifndef TOQUE_VIEW_KITCHEN_PANEL_H
#define TOQUE_VIEW_KITCHEN_PANEL_H

#include "ui/ui.h"
#include "view/kitchen.h"
#include "view/kitchen_move.h"

/* Something that can be chosen, and where it is. */
typedef struct KitchenSpot {
    Rect at;
    TaskId task; /* or */
    ObjectId object;
} KitchenSpot;

/* Zeroed memory shows nothing yet. */
typedef struct KitchenPanel {
    Scene scene, before, shown; /* of the cursor, of the cursor before, and between the two */
    KitchenMove move;
    const Model *model; /* of the scene */
    Cursor at, end;
    VEC(KitchenSpot) spots;
    KitchenSpot walked; /* at which the keyboard is */
} KitchenPanel;

/* What was clicked, or chosen with the keyboard. */
typedef struct KitchenAct {
    TaskId task;     /* or */
    ObjectId object; /* of a thing; both 0 with `chosen`: a click beside all of them */
    bool chosen;
    TaskId hover; /* the mouse is over it */
} KitchenAct;

KitchenAct kitchen_panel(Ui *ui, KitchenPanel *panel, const Showing *show, const Cast *cast, Cursor at,
                         Rect r);
void kitchen_panel_deinit(KitchenPanel *panel);

#endif
