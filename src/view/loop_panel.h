/* The loop drawer: what asyncio's loop has at hand. The handles of this round, those done, the one
 * now and those to come; the ready queue in order with why each is ready; the heap of timers with
 * who waits for each; and what other cooks (threads) do meanwhile. */
#ifndef TOQUE_VIEW_LOOP_PANEL_H
#define TOQUE_VIEW_LOOP_PANEL_H

#include "model/round.h"
#include "view/drawer.h"

typedef struct LoopShow {
    const Speech *speech; /* with the model */
    const Cast *cast;
    Cursor at;
    TaskId selected; /* 0: none */
} LoopShow;

enum { LOOP_PAGE = 64 }; /* rows that are asked for at once */

/* The rows around those in sight: asking for each by itself would walk the list each time. */
typedef struct LoopRail {
    uint32_t first, count;
    RailEntry rows[LOOP_PAGE];
} LoopRail;

typedef struct LoopTimers {
    uint32_t first, count;
    TimerMoment rows[LOOP_PAGE];
} LoopTimers;

/* Its own state; zeroed memory is a good start. */
typedef struct LoopPanel {
    SectionList left, right;
    RoundHandles round; /* kept until the cursor is in another round */
    LoopRail rail;      /* kept until the cursor is elsewhere, as the next */
    LoopTimers timers;
    const Model *model; /* of which they are; not owned */
    Cursor at, end;
} LoopPanel;

/* task: its row was clicked; cursor: the time at which it got ready, or at which a handle ran. */
DrawerClick loop_panel(Ui *ui, const Theme *t, LoopPanel *panel, const LoopShow *show, Rect r);
void loop_panel_deinit(LoopPanel *panel);

#endif
