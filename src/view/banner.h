/* A quiet strip that says something about the whole: what went wrong with a file, a limit, how far
 * the simulation is. It asks nothing and stops nothing. */
#ifndef TOQUE_VIEW_BANNER_H
#define TOQUE_VIEW_BANNER_H

#include "base/msg.h"
#include "view/theme.h"

typedef enum BannerKind {
    BANNER_NEWS,    /* something to know */
    BANNER_WORKING, /* something goes on: with a bar, if it is known how far */
    BANNER_TROUBLE, /* something went wrong */
} BannerKind;

typedef struct BannerShow {
    BannerKind kind;
    Lang lang;
    const char *text;
    const char *more;   /* in a second line, quieter; NULL: nothing */
    const char *place;  /* "line 21, column 28", a link; NULL: none */
    const char *button; /* NULL: none */
    float part;         /* of BANNER_WORKING, 0 to 1; below 0: nobody knows */
    bool closes;        /* it can be put away */
} BannerShow;

typedef enum BannerPress { BANNER_NOTHING, BANNER_BUTTON, BANNER_PLACE, BANNER_CLOSE } BannerPress;

float banner_height(const Ui *ui, const Theme *t, const BannerShow *show, float width); /* that it needs */
BannerPress banner(Ui *ui, const Theme *t, const BannerShow *show, Rect r);

#endif
