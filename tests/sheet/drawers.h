/* The drawers, and what lies over the window, for a moment of a real run: one at a time. */
#ifndef TOQUE_TESTS_DRAWERS_H
#define TOQUE_TESTS_DRAWERS_H

#include "loop/replay.h"
#include "view/banner.h"
#include "view/keys_page.h"
#include "view/loop_panel.h"
#include "view/menu.h"
#include "view/numbers_panel.h"
#include "view/output_panel.h"
#include "view/tasks_panel.h"

typedef struct Drawers {
    Ui ui;
    Theme theme;
    Speech speech;
    Source source;
    Program *program;
    Run *run;
    Replay *replay;
    Model *model;
    Cast *cast;
    OutputText output;
    LocalsSource locals;
    Cursor at;
    TaskId selected;
    uint32_t asked; /* how often the variables were */
    LoopPanel loop;
    TasksPanel tasks;
    NumbersPanel numbers;
    OutputPanel printed;
    Palette palette;
    KeysPage keys;
    Menu menu;
    DrawerClick click; /* of the last pass */
    int32_t choice;
    BannerPress press;
} Drawers;

/* False: the program cannot be run. */
bool drawers_init(Drawers *w, const char *name, const char *text, size_t len);
void drawers_deinit(Drawers *w);
/* What: "loop", "tasks", "numbers", "output", "palette", "keys", "menu", "banner". Goes to what was
 * clicked. */
void drawers_draw(Drawers *w, DrawList *d, const char *what, Rect r, const Input *input, double now);

#endif
