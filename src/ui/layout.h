/* Cutting a rectangle into parts: each call takes a piece off and leaves the rest. */
#ifndef TOQUE_UI_LAYOUT_H
#define TOQUE_UI_LAYOUT_H

#include "gfx/geom.h"

static inline Rect cut_left(Rect *r, float w) {
    w = gfx_min(w, r->w);
    Rect part = {r->x, r->y, w, r->h};
    r->x += w;
    r->w -= w;
    return part;
}
static inline Rect cut_right(Rect *r, float w) {
    w = gfx_min(w, r->w);
    r->w -= w;
    return (Rect){r->x + r->w, r->y, w, r->h};
}
static inline Rect cut_top(Rect *r, float h) {
    h = gfx_min(h, r->h);
    Rect part = {r->x, r->y, r->w, h};
    r->y += h;
    r->h -= h;
    return part;
}
static inline Rect cut_bottom(Rect *r, float h) {
    h = gfx_min(h, r->h);
    r->h -= h;
    return (Rect){r->x, r->y + r->h, r->w, h};
}
/* A rectangle of this size in the middle of another. */
static inline Rect rect_centred(Rect in, float w, float h) {
    return (Rect){in.x + (in.w - w) / 2, in.y + (in.h - h) / 2, w, h};
}
/* The i-th of n equal columns (rows) with gaps between them. */
static inline Rect rect_column(Rect r, int i, int n, float gap) {
    float w = (r.w - gap * (float)(n - 1)) / (float)n;
    return (Rect){r.x + (w + gap) * (float)i, r.y, w, r.h};
}
static inline Rect rect_row(Rect r, int i, int n, float gap) {
    float h = (r.h - gap * (float)(n - 1)) / (float)n;
    return (Rect){r.x, r.y + (h + gap) * (float)i, r.w, h};
}

#endif
