/* The palette: a card over the window with a field and a list, from which one thing is chosen by
 * typing some letters of its name. Of commands, of tasks, of files: whoever opens it says which. */
#ifndef TOQUE_VIEW_PALETTE_H
#define TOQUE_VIEW_PALETTE_H

#include "base/msg.h"
#include "ui/field.h"
#include "ui/scroll.h"
#include "view/theme.h"

typedef struct PaletteItem {
    const char *name;
    const char *keys; /* as in keys.h: "Ctrl+Shift+p F1"; NULL: none */
    bool off;         /* it cannot be chosen now */
} PaletteItem;

typedef struct PaletteShow {
    Lang lang;
    const char *hint; /* in the empty field; NULL: the one for commands */
    const PaletteItem *items;
    uint32_t count;
    /* A picture before a name, in r; NULL: there are none. */
    void (*picture)(void *ctx, Ui *ui, uint32_t index, Rect r);
    void *ctx;
} PaletteShow;

/* An item that fits what is typed. */
typedef struct PaletteHit {
    uint32_t item;
    int32_t score;
} PaletteHit;

/* Its own state; zeroed memory is closed. */
typedef struct Palette {
    Field field;
    ListState list;
    VEC(PaletteHit) hits;     /* the best first */
    bool stale;               /* hits are not those of the field */
    const PaletteItem *items; /* of which they are */
    uint32_t count;
} Palette;

/* What palette and menu return beside the number of what was chosen. */
enum { CHOICE_OPEN = -1, CHOICE_CLOSED = -2 };

void palette_open(Palette *p, Ui *ui, const char *text); /* the keyboard is its own from now on */
int32_t palette(Ui *ui, const Theme *t, Palette *p, const PaletteShow *show, Rect window);
void palette_deinit(Palette *p);

/* How well what is typed fits a name, its letters in that order; 0: it does not. Case and accents
 * do not matter. */
int32_t palette_score(const char *typed, const char *name);

#endif
