/* A run at a glance: a few of its tasks as lanes, small enough for a card. It is found once and
 * needs the run no more. */
#ifndef TOQUE_VIEW_THUMBNAIL_H
#define TOQUE_VIEW_THUMBNAIL_H

#include "view/cast.h"

enum { THUMB_LANES = 4 };

typedef struct ThumbSpan {
    LookId look; /* of DONE, FAILED, CANCELLED only a badge, at `from` */
    HueId hue;
    uint32_t lane;
    float from, to; /* of the whole: 0 to 1 */
} ThumbSpan;

/* Zeroed memory is an empty one. */
typedef struct Thumbnail {
    VEC(ThumbSpan) spans;
    uint32_t lanes;
} Thumbnail;

/* Of what is known of the run so far. */
void thumbnail_make(Thumbnail *thumb, const Model *m, const Cast *cast);
void thumbnail_deinit(Thumbnail *thumb);
void thumbnail_draw(DrawList *d, const Theme *t, const Thumbnail *thumb, Rect r);

#endif
