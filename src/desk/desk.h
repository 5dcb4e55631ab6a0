/* The desk: everything that the window shows, without a window. Input goes in, a draw list comes
 * out; the same desk is behind the real window (live.c), `toque shot` (shot.c) and the tests. */
#ifndef TOQUE_DESK_DESK_H
#define TOQUE_DESK_DESK_H

#include "base/mem.h"
#include "desk/actions.h"
#include "desk/library.h"
#include "desk/places.h"
#include "desk/player.h"
#include "desk/preferences.h"
#include "desk/session.h"
#include "model/words.h"
#include "view/code_panel.h"
#include "view/keys_page.h"
#include "view/kitchen_panel.h"
#include "view/loop_panel.h"
#include "view/menu.h"
#include "view/numbers_panel.h"
#include "view/output_panel.h"
#include "view/palette.h"
#include "view/strip.h"
#include "view/tasks_panel.h"
#include "view/timeline.h"
#include "view/transport.h"
#include "view/why_panel.h"

typedef enum PanelId {
    PANEL_NONE,
    PANEL_CODE,
    PANEL_KITCHEN,
    PANEL_TIMELINE,
    PANEL_OUTPUT, /* the drawers, in the order of DrawerId */
    PANEL_LOOP,
    PANEL_TASKS,
    PANEL_NUMBERS,
} PanelId;

typedef enum Overlay { OVERLAY_NONE, OVERLAY_MENU, OVERLAY_PALETTE, OVERLAY_FIND, OVERLAY_KEYS } Overlay;

/* What the palette, the menu, or the page of keys lists; made when one of them is opened. Zeroed
 * memory is none. */
typedef struct DeskList {
    Arena arena; /* the texts */
    VEC(PaletteItem) items;
    VEC(MenuItem) entries;
    VEC(uint32_t) ids; /* ActionId or TaskId of each */
} DeskList;

#define DESK_RADIUS 16.0f /* of panels */

typedef struct Desk {
    ThemeChoice choice;
    Theme theme;
    Lang lang;
    Vocabulary vocabulary;
    RunOptions options; /* of the runs of what is opened */
    Session *session;   /* owned; NULL: the gallery is shown */
    Player player;
    Step step;
    TaskId task; /* that is chosen; 0: none */
    ObjectId object;
    uint32_t line;        /* of the code, that was run to last */
    const Places *places; /* not owned */
    Library *library;     /* owned; NULL: the gallery was not shown yet */
    Preferences prefs;    /* as they are to be remembered */
    /* How the window is arranged. */
    PanelId full;     /* fills the window */
    PanelId tab;      /* where code, kitchen and timeline share a panel: the one that is in front */
    uint32_t drawers; /* bit 1 << DrawerId: it is open */
    Overlay overlay;
    bool scanned; /* the library has looked for files since the gallery was opened */
    bool folded;  /* the groups of the timeline */
    bool blank, fullscreen, over;
    Buf notice;   /* what is said in the window; empty: nothing */
    bool refused; /* it says why a file was not opened */
    /* The panels' own states. */
    Ui ui;
    CodePanel code;
    CodeMarks marks;
    KitchenPanel kitchen;
    OutputPanel output;
    TimelinePanel timeline;
    LoopPanel loop;
    TasksPanel tasks;
    NumbersPanel numbers;
    Strip strip;
    Menu menu;
    Palette palette;
    KeysPage keys;
    GalleryPanel gallery;
    DeskList list; /* in the overlay */
    Sentence why;
    bool swallow; /* the key that went down was used: what it types is not a command */
} Desk;

typedef struct DeskFrame {
    DrawList *list;
    Fonts *fonts;
    int32_t width, height; /* pixels */
    double now;            /* milliseconds */
} DeskFrame;

/* As preferences, which it takes over, have it. `lang` is the system's, or what the command line asks
 * for: then no preference counts. `places` must outlive it. */
void desk_init(Desk *d, const Places *places, Preferences *prefs, Lang lang);
void desk_deinit(Desk *d);

/* False: it cannot be opened; what was open stays, and the reason is shown. */
bool desk_open(Desk *d, const char *path);
void desk_close(Desk *d); /* to the gallery */

/* Takes one input and draws. What it asked for is done; to see that, draw again with a tick. */
void desk_pass(Desk *d, const Input *in, const DeskFrame *frame);
void desk_do(Desk *d, ActionId action, double now);

bool desk_can(const Desk *d, ActionId action); /* it can be done now */

/* Simulates ahead a little; false: there is nothing to do. */
bool desk_work(Desk *d);
/* When the next pass is due though nothing came, in milliseconds of its clock; 0: never. */
double desk_wake(const Desk *d);

#endif
