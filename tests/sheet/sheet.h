/* A specimen of all that the window is made of, on one sheet of 1920×1080: drawn by gfx_sheet for
 * people, by a unit test, and by the bench of a frame. */
#ifndef TOQUE_TESTS_SHEET_H
#define TOQUE_TESTS_SHEET_H

#include "ui/field.h"
#include "ui/scroll.h"
#include "view/theme.h"

enum { SHEET_WIDTH = 1920, SHEET_HEIGHT = 1080 };

typedef struct Sheet {
    Ui ui;
    Theme theme;
    Field field;
    ListState list;
    int step, tab, speed;
    float split;
    bool on;
    int presses; /* of the button "Next" */
} Sheet;

void sheet_init(Sheet *s, ThemeChoice choice);
void sheet_deinit(Sheet *s);
void sheet_draw(Sheet *s, DrawList *d, const Input *input, double now);

#endif
