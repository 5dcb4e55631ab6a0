/* The bars at the window's head and foot: where in the run we are, and what moves there. They say
 * what was pressed; what that does is the app's. When type is large or the window narrow, words go
 * first, then what a key does as well. */
#ifndef TOQUE_VIEW_TRANSPORT_H
#define TOQUE_VIEW_TRANSPORT_H

#include "base/msg.h"
#include "model/steps.h"
#include "view/theme.h"

typedef enum DrawerId { DRAWER_OUTPUT, DRAWER_LOOP, DRAWER_TASKS, DRAWER_NUMBERS, DRAWER_COUNT } DrawerId;

enum { SPEEDS = 8, SPEED_NORMAL = 3 }; /* from 1/8 to 16, each twice the last */

typedef struct TransportShow {
    Lang lang;
    bool playing;
    bool at_start, at_end; /* there is nothing before, behind */
    Step step;
    int speed;        /* 0 to SPEEDS - 1 */
    uint32_t drawers; /* bit 1 << DrawerId: it is open */
} TransportShow;

typedef enum BarAction {
    BAR_NOTHING,
    BAR_FIRST,
    BAR_BACK,
    BAR_PLAY, /* or pause */
    BAR_NEXT,
    BAR_LAST,
    BAR_STEP,   /* value: a Step */
    BAR_SPEED,  /* value: its number */
    BAR_DRAWER, /* value: a DrawerId */
    BAR_MENU,
    BAR_LANGUAGE,
    BAR_THEME,
    BAR_PRESENT,
    BAR_HELP,
} BarAction;

typedef struct BarPress {
    BarAction action;
    int value;
} BarPress;

#define TRANSPORT_HEIGHT 66.0f /* both at a text scale of 1 */
#define TOP_BAR_HEIGHT 60.0f

BarPress transport_bar(Ui *ui, const Theme *t, const TransportShow *show, Rect r);

typedef struct TopShow {
    Lang lang;
    const char *title;
    uint64_t time; /* nanoseconds */
    uint32_t turn, turns;
    bool more;        /* the run goes on behind its last turn */
    const char *note; /* behind the turn; NULL: nothing */
    float clock_x;    /* where the middle of clock and turn is, if there is room: over the chef */
} TopShow;

BarPress top_bar(Ui *ui, const Theme *t, const TopShow *show, Rect r);

#endif
