/* The chef's lane of the whole run in one strip, for the projector: who was at the board, where we are,
 * and how much is to come. */
#ifndef TOQUE_VIEW_STRIP_H
#define TOQUE_VIEW_STRIP_H

#include "model/lanes.h"
#include "ui/ui.h"
#include "view/cast.h"
#include "view/dish.h"

typedef struct StripShow {
    const Model *model;
    const Cast *cast;
    Lang lang;
    Cursor at;
    uint64_t now;       /* nanoseconds: where that is later than the cursor; or 0 */
    TurnId turn, turns; /* as they are counted for a person */
    bool more;          /* the run goes on behind what is known */
} StripShow;

/* Zeroed memory is a good start. */
typedef struct Strip {
    LaneSpans spans; /* of the last pass */
} Strip;

/* The cursor that a click or a drag asks for; NEVER: none. */
Cursor strip(Ui *ui, const Theme *t, Strip *s, const StripShow *show, Rect r);
void strip_deinit(Strip *s);

#endif
