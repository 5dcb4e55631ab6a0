/* The gallery: what can be opened, as cards under their chapters, with a search. All of it works from
 * the keyboard: arrows walk in two directions, Enter opens, and who types searches. It shows what
 * it is given; where the cards come from is desk/library.h's matter. */
#ifndef TOQUE_VIEW_GALLERY_H
#define TOQUE_VIEW_GALLERY_H

#include "base/msg.h"
#include "ui/field.h"
#include "ui/scroll.h"
#include "view/thumbnail.h"

/* Nothing of it is owned. Texts may be NULL. */
typedef struct GalleryCard {
    const char *path;
    const char *title, *about;
    const char *chapter;       /* cards of one chapter follow each other */
    const char *chapter_about; /* one of them says it for all */
    const char *words;         /* what a search looks through, folded (base/fold.h) */
    int level;                 /* 1 to 3 toques; 0: nothing is said */
    uint32_t langs;            /* bit 1 << Lang: it speaks that one; 0: it does not say */
    const Thumbnail *thumb;    /* NULL: not known yet */
    bool own;                  /* the user's */
    bool solved;               /* all that it expects of itself holds */
    const char *problem;       /* it cannot be run, and this is why; else NULL */
} GalleryCard;

typedef struct GalleryShow {
    Lang lang;
    const GalleryCard *cards;
    uint32_t count;
} GalleryShow;

typedef struct GalleryPlace {
    uint32_t card;
    uint32_t row, column;
    float y; /* in the content */
} GalleryPlace;

/* Its own state; zeroed memory is at the top, with the first card chosen. */
typedef struct GalleryPanel {
    Field search;
    Scroll scroll;
    uint32_t chosen;          /* its place among the cards that are shown */
    float column;             /* where up and down go, in widths of a card */
    bool by_path;             /* the field is for a path */
    uint32_t opened;          /* a card and 1: it is to be chosen; 0: none */
    bool reveal;              /* the chosen card is to be brought into sight */
    VEC(GalleryPlace) places; /* of the cards that are shown, in their order */
} GalleryPanel;

typedef enum GalleryAction {
    GALLERY_NOTHING,
    GALLERY_OPEN, /* the card */
    GALLERY_PATH, /* the path in panel->search */
    GALLERY_LANGUAGE,
    GALLERY_THEME,
    GALLERY_HELP,
} GalleryAction;

typedef struct GalleryPress {
    GalleryAction action;
    uint32_t card;
} GalleryPress;

/* Fills r. Letters that are typed here are for the search: ask it before any command. */
GalleryPress gallery_panel(Ui *ui, const Theme *t, GalleryPanel *panel, const GalleryShow *show, Rect r);
void gallery_deinit(GalleryPanel *panel);

#endif
