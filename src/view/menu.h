/* The menu: a small list over the window, under what opened it. Heads, lines between groups, marks at
 * what is switched on, keys at the right. */
#ifndef TOQUE_VIEW_MENU_H
#define TOQUE_VIEW_MENU_H

#include "view/palette.h"

typedef struct MenuItem {
    const char *name;
    const char *keys; /* NULL: none */
    const char *icon; /* a sprite; NULL: none */
    bool on;          /* has a check mark */
    bool off;         /* cannot be chosen now */
    bool head;        /* only the title of those that follow */
    bool rule;        /* a line before it */
} MenuItem;

typedef struct MenuShow {
    Lang lang;
    const MenuItem *items;
    uint32_t count;
} MenuShow;

/* Its own state; zeroed memory is closed. */
typedef struct Menu {
    Scroll scroll;
    uint32_t chosen; /* + 1 */
} Menu;

void menu_open(Menu *m, Ui *ui);
/* The number of what was chosen, CHOICE_OPEN, or CHOICE_CLOSED. `under`: what opened it. */
int32_t menu(Ui *ui, const Theme *t, Menu *m, const MenuShow *show, Rect under, Rect window);

#endif
