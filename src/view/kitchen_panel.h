/* The kitchen as a panel: the scene of the cursor, and the way there from the scene before. Dishes
 * travel, going back they travel back; who is in a hurry loses nothing, since a move that still
 * runs ends where it was to go when the next one begins. */
#ifndef TOQUE_VIEW_KITCHEN_PANEL_H
#define TOQUE_VIEW_KITCHEN_PANEL_H

#include "ui/ui.h"
#include "view/kitchen.h"

/* Zeroed memory shows nothing yet. */
typedef struct KitchenPanel {
    Scene scene; /* of the cursor */
    const Model *model;
    Cursor at, end;
    TaskId walked; /* the plate at which the keyboard is; 0: none yet */
} KitchenPanel;

/* What was clicked, or chosen with the keyboard. */
typedef struct KitchenAct {
    TaskId task;     /* or */
    ObjectId object; /* of a thing; 0 with `chosen`: a click beside all of them */
    bool chosen;
} KitchenAct;

KitchenAct kitchen_panel(Ui *ui, KitchenPanel *panel, const Showing *show, const Cast *cast, Cursor at,
                         Rect r);
void kitchen_panel_deinit(KitchenPanel *panel);

#endif
