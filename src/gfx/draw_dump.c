#include "gfx/draw.h"

static const char *const names[DRAW_KIND_COUNT] = {
#define DRAW_KIND(id, name, type) [DRAW_##id] = name,
#include "gfx/draw_kinds.def"
#undef DRAW_KIND
};

static const char *const paint_names[] = {
    [PAINT_PLAIN] = "plain", [PAINT_HATCH] = "hatch",      [PAINT_BARS] = "bars",
    [PAINT_DOTS] = "dots",   [PAINT_DASHDOT] = "dash-dot", [PAINT_GRADIENT] = "gradient"};

/* One decimal, no minus before a zero, and no zero behind the point. */
static void number(Buf *out, float v) {
    long tenths = lroundf(v * 10), rest = tenths < 0 ? -tenths : tenths;
    buf_printf(out, rest % 10 ? " %s%ld.%ld" : " %s%ld", tenths < 0 ? "-" : "", rest / 10, rest % 10);
}

static void dump_rect(Buf *out, Rect r) {
    number(out, r.x);
    number(out, r.y);
    number(out, r.w);
    number(out, r.h);
}

static void dump_color(Buf *out, const char *what, Color c) {
    if (color_alpha(c) == 255) buf_printf(out, " %s #%06X", what, c & 0xFFFFFF);
    else buf_printf(out, " %s #%06X/%u", what, c & 0xFFFFFF, color_alpha(c));
}

static void dump_paint(Buf *out, const Paint *p) {
    if (color_alpha(p->color) || p->kind) dump_color(out, "fill", p->color);
    if (p->kind == PAINT_PLAIN) return;
    buf_printf(out, " %s", paint_names[p->kind]);
    dump_color(out, "on", p->ground);
    number(out, p->size);
    number(out, p->pitch);
}

static void dump_points(Buf *out, const Point *p, uint32_t count) {
    buf_adds(out, " points");
    for (uint32_t i = 0; i < count; i++) {
        number(out, p[i].x);
        number(out, p[i].y);
    }
}

static void dump_ROUND(Buf *out, const DrawRound *d) {
    dump_rect(out, d->rect);
    if (d->radius > 0) {
        buf_adds(out, " radius");
        number(out, d->radius);
    }
    dump_paint(out, &d->fill);
    if (d->border_width <= 0) return;
    dump_color(out, "border", d->border);
    number(out, d->border_width);
}

static void dump_CORNERS(Buf *out, const DrawRound *d) {
    dump_ROUND(out, d);
}

static void dump_ARC(Buf *out, const DrawArc *d) {
    number(out, d->middle.x);
    number(out, d->middle.y);
    buf_adds(out, " radius");
    number(out, d->radius);
    buf_adds(out, " width");
    number(out, d->width);
    buf_adds(out, " degrees");
    number(out, d->from * 180 / GFX_PI);
    number(out, d->sweep * 180 / GFX_PI);
    dump_color(out, "fill", d->color);
    if (d->round_ends) buf_adds(out, " round-ends");
}

static void dump_LINE(Buf *out, const DrawLine *d) {
    buf_adds(out, " width");
    number(out, d->width);
    dump_color(out, "fill", d->color);
    if (d->dash > 0) {
        buf_adds(out, " dash");
        number(out, d->dash);
        number(out, d->gap);
    }
    if (d->closed) buf_adds(out, " closed");
    if (d->round_ends) buf_adds(out, " round-ends");
    dump_points(out, (const Point *)(d + 1), d->count);
}

static void dump_POLYGON(Buf *out, const DrawPolygon *d) {
    dump_paint(out, &d->fill);
    dump_points(out, (const Point *)(d + 1), d->count);
}

static void dump_TEXT(Buf *out, const DrawText *d) {
    number(out, d->at.x);
    number(out, d->at.y);
    buf_printf(out, " %s", face_name((FaceId)d->face));
    number(out, d->size);
    dump_color(out, "fill", d->color);
    buf_printf(out, " \"%.*s\"", (int)d->len, (const char *)(d + 1));
}

static void dump_SPRITE(Buf *out, const DrawSprite *d) {
    buf_printf(out, " %s", d->name);
    dump_rect(out, d->rect);
    if (d->tint != 0xFFFFFFFFu) dump_color(out, "tint", d->tint);
    if (d->angle == 0) return;
    buf_adds(out, " turned");
    number(out, d->angle * 180 / GFX_PI);
}

static void dump_one(const DrawHead *at, Buf *out) {
    buf_adds(out, names[at->kind]);
    switch ((DrawKind)at->kind) {
#define DRAW_KIND(id, name, type)         \
    case DRAW_##id:                       \
        dump_##id(out, (const type *)at); \
        break;
#include "gfx/draw_kinds.def"
#undef DRAW_KIND
    case DRAW_KIND_COUNT: break;
    }
    buf_addc(out, '\n');
}

void draw_dump(const DrawList *d, Buf *out) {
    for (const DrawHead *at = draw_next(d, NULL); at; at = draw_next(d, at)) dump_one(at, out);
}
