#include "gfx/pencil.h"

#include "gfx/polygon.h"
#include "gfx/shape.h"

#include <stdio.h>

void pencil_init(Pencil *p, const char *assets) {
    *p = (Pencil){0};
    char path[1024];
    snprintf(path, sizeof path, "%s/fonts", assets);
    p->fonts = fonts_new(path, &p->lacks);
    snprintf(path, sizeof path, "%s/sprites", assets);
    p->sprites = sprites_new(path, &p->lacks);
}

void pencil_deinit(Pencil *p) {
    fonts_free(p->fonts);
    sprites_free(p->sprites);
    *p = (Pencil){0};
}

typedef void Painter(Pencil *p, const Canvas *c, const DrawHead *head);

static void paint_ROUND(Pencil *p, const Canvas *c, const DrawHead *head) {
    (void)p;
    const DrawRound *d = (const DrawRound *)head;
    float edge = color_alpha(d->border) ? d->border_width : 0;
    Ink fill = {c, d->fill, rect_inset(d->rect, edge, edge)}, border = {c, paint_plain(d->border), d->rect};
    bool filled = color_alpha(d->fill.color) || color_alpha(d->fill.ground);
    if (edge <= 0) {
        shape_round(&fill, d->rect, d->radius);
        return;
    }
    /* Beneath an opaque filling the border is laid a pixel further in, so nothing shows between. */
    float under = filled && ink_opaque(&fill) ? 1 : 0;
    shape_frame(&border, d->rect, d->radius, edge + under);
    if (filled) shape_round(&fill, fill.frame, d->radius - edge);
}

static void paint_CORNERS(Pencil *p, const Canvas *c, const DrawHead *head) {
    (void)p;
    const DrawRound *d = (const DrawRound *)head;
    shape_corners(&(Ink){c, d->fill, d->rect}, d->rect, d->radius);
}

static void paint_ARC(Pencil *p, const Canvas *c, const DrawHead *head) {
    (void)p;
    const DrawArc *d = (const DrawArc *)head;
    shape_arc(&(Ink){.canvas = c, .paint = paint_plain(d->color)}, d);
}

static void paint_LINE(Pencil *p, const Canvas *c, const DrawHead *head) {
    (void)p;
    const DrawLine *d = (const DrawLine *)head;
    polygon_stroke(&(Ink){.canvas = c, .paint = paint_plain(d->color)}, d, (const Point *)(d + 1));
}

static void paint_POLYGON(Pencil *p, const Canvas *c, const DrawHead *head) {
    (void)p;
    const DrawPolygon *d = (const DrawPolygon *)head;
    polygon_fill(&(Ink){c, d->fill, d->rect}, (const Point *)(d + 1), d->count);
}

static void paint_TEXT(Pencil *p, const Canvas *c, const DrawHead *head) {
    const DrawText *d = (const DrawText *)head;
    font_paint(p->fonts, c, (FaceId)d->face, d->size, d->at, d->color, (const char *)(d + 1), d->len);
}

static void paint_SPRITE(Pencil *p, const Canvas *c, const DrawHead *head) {
    const DrawSprite *d = (const DrawSprite *)head;
    sprite_paint(p->sprites, c, &(SpriteUse){d->name, d->rect, d->angle, d->tint});
}

static Painter *const painters[DRAW_KIND_COUNT] = {
#define DRAW_KIND(id, name, type) [DRAW_##id] = paint_##id,
#include "gfx/draw_kinds.def"
#undef DRAW_KIND
};

void pencil_draw(Pencil *p, const Canvas *c, const DrawList *list) {
    Canvas part = *c;
    for (const DrawHead *at = draw_next(list, NULL); at; at = draw_next(list, at)) {
        part.clip = box_cut(c->clip, at->box);
        if (!box_empty(part.clip)) painters[at->kind](p, &part, at);
    }
}
