/* What the drawers share: what a click in one asks for, and a list of several sections, each with its
 * head and its rows, of which only those in sight are drawn. Everything scales with the type. */
#ifndef TOQUE_VIEW_DRAWER_H
#define TOQUE_VIEW_DRAWER_H

#include "model/words.h"
#include "ui/scroll.h"
#include "view/cast.h"
#include "view/dish.h"

/* What was asked for; most of it is nothing. */
typedef struct DrawerClick {
    TaskId task;   /* to be selected; 0: none */
    Cursor cursor; /* to go to; NEVER: nowhere */
    uint32_t line; /* of the source, to be shown; 0: none */
} DrawerClick;

static inline DrawerClick drawer_nothing(void) {
    return (DrawerClick){.cursor = NEVER};
}

/* One part of such a list. `draw` is called for the rows in sight. */
typedef struct Section {
    const char *title; /* NULL: it has no head */
    const char *said;  /* behind the title; NULL: nothing */
    const char *empty; /* in the place of rows; NULL: without rows, the section is left out */
    uint32_t count;
    float row;  /* height of a row */
    bool plain; /* rows that cannot be chosen */
    void (*draw)(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen);
    void *ctx;
} Section;

/* Zeroed memory is at the top; no row is chosen. */
typedef struct SectionList {
    Scroll scroll;
    uint32_t chosen; /* among the rows of all sections, + 1 */
} SectionList;

typedef struct SectionRow {
    uint32_t section, row;
} SectionRow;

/* True when a row was taken: clicked, or Enter. */
bool section_list(Ui *ui, const Theme *t, UiId id, SectionList *list, const Section *sections, uint32_t count,
                  Rect view, SectionRow *taken);

/* --- pieces of rows --------------------------------------------------------------------- */

float drawer_scale(const Theme *t);    /* of the type, against that of the pictures */
TextStyle drawer_text(const Theme *t); /* of rows */
TextStyle drawer_small(const Theme *t);

/* A short word in ink on its own ground, as the flag of who is next; cut off from r's left end. */
void drawer_flag(Ui *ui, const Theme *t, const char *s, Rect *r);
float drawer_flag_width(const Ui *ui, const Theme *t, const char *s);
/* The task's small dish at the left end, then its name; what is left of r stays. Of a task of the
 * library only the name. */
void drawer_task(Ui *ui, const Theme *t, const Speech *speech, const Cast *cast, TaskId task, LookId look,
                 float left, Rect *r);
float drawer_task_width(const Ui *ui, const Theme *t, const Speech *speech, TaskId task);
/* A name in r; where it is too long its number stays: "fet…-31". */
void drawer_name(Ui *ui, TextStyle style, const char *name, TextAlign align, Rect r);
/* Text at the left (right) end of r, cut off from it, no wider than `most`. */
void drawer_word(Ui *ui, TextStyle style, const char *s, float most, Rect *r);
void drawer_word_right(Ui *ui, TextStyle style, const char *s, float most, Rect *r);
/* A glyph and some words in a pill of the task's pale hue, at the right end of r. */
void drawer_chip(Ui *ui, const Theme *t, LookId look, HueId hue, const char *s, Rect *r);
/* A clock time in cells as wide as "0", at the right end of r; as a link if it leads somewhere. */
void drawer_clock(Ui *ui, const Theme *t, Lang lang, uint64_t time, Rect *r);

#endif
