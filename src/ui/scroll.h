/* A view on something taller than its rectangle, and lists of rows in it. The wheel, the bar and
 * the keys move it; it glides. */
#ifndef TOQUE_UI_SCROLL_H
#define TOQUE_UI_SCROLL_H

#include "ui/ui.h"

/* Zeroed memory is at the top. */
typedef struct Scroll {
    Tween at;      /* the content's offset */
    float grabbed; /* where in the bar's knob the mouse took it */
} Scroll;

typedef struct ScrollView {
    Rect view;
    float content; /* its height */
    float step;    /* one line */
    bool keys;     /* the arrow and page keys are for it when it has the focus */
} ScrollView;

/* Clips to the view and returns how far the content is moved up. Draw it, then ui_scroll_end. */
float ui_scroll_begin(Ui *ui, UiId id, Scroll *s, ScrollView v);
void ui_scroll_end(Ui *ui, UiId id, Scroll *s, ScrollView v);
/* Shows [top, top + height) of the content, moving no more than needed. */
void scroll_reveal(Scroll *s, const Ui *ui, ScrollView v, float top, float height);
void scroll_to(Scroll *s, const Ui *ui, ScrollView v, float offset);

/* A list: one chosen row; only the rows in sight are drawn. */
typedef struct UiList {
    Rect view;
    float row;
    uint32_t count;
    void (*draw)(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen);
    void *ctx;
} UiList;

typedef struct ListState {
    Scroll scroll;
    uint32_t chosen; /* no row: UINT32_MAX */
} ListState;

/* True when a row was taken: clicked, or Enter. */
bool ui_list(Ui *ui, UiId id, ListState *state, UiList list);

#endif
