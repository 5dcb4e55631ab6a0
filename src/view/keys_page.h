/* The page of keys: every command with its keys, by groups, in as many columns as fit, over the
 * window; and what the bars of the timeline mean. Any click closes it, and so does Esc. */
#ifndef TOQUE_VIEW_KEYS_PAGE_H
#define TOQUE_VIEW_KEYS_PAGE_H

#include "view/palette.h"

typedef struct KeysGroup {
    const char *title;
    const PaletteItem *items; /* those without keys are left out */
    uint32_t count;
} KeysGroup;

typedef struct KeysShow {
    Lang lang;
    const KeysGroup *groups;
    uint32_t count;
} KeysShow;

/* Its own state; zeroed memory is at the top. */
typedef struct KeysPage {
    Scroll scroll;
} KeysPage;

void keys_page_open(KeysPage *p, Ui *ui);
/* False: it is to be closed. */
bool keys_page(Ui *ui, const Theme *t, KeysPage *p, const KeysShow *show, Rect window);

#endif
