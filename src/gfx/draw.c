#include "gfx/draw.h"

#include "gfx/font.h"

#include <assert.h>

enum { CURVE_POINTS = 24 };

void draw_begin(DrawList *d, Fonts *fonts, int32_t width, int32_t height, float scale) {
    d->fonts = fonts;
    buf_clear(&d->bytes);
    d->saved.len = 0;
    d->now = (DrawState){.clip = {0, 0, width, height}, .scale = scale, .opacity = 1};
    d->width = width;
    d->height = height;
    d->count = 0;
}

void draw_deinit(DrawList *d) {
    buf_deinit(&d->bytes);
    vec_deinit(&d->saved);
}

static Point place(const DrawList *d, Point p) {
    return (Point){d->now.dx + p.x * d->now.scale, d->now.dy + p.y * d->now.scale};
}

/* Points of a path may come from a calculation that went far: they stay finite. */
static Point place_safely(const DrawList *d, Point p) {
    p = place(d, p);
    return (Point){fminf(fmaxf(p.x, -GFX_FAR), GFX_FAR), fminf(fmaxf(p.y, -GFX_FAR), GFX_FAR)};
}

Rect draw_placed(const DrawList *d, Rect r) {
    Point at = place(d, (Point){r.x, r.y});
    return (Rect){at.x, at.y, r.w * d->now.scale, r.h * d->now.scale};
}

Point draw_unplaced(const DrawList *d, Point pixel) {
    return (Point){(pixel.x - d->now.dx) / d->now.scale, (pixel.y - d->now.dy) / d->now.scale};
}

static Color shade(const DrawList *d, Color c) {
    return d->now.opacity >= 1 ? c : color_fade(c, d->now.opacity);
}

static Paint shade_paint(const DrawList *d, Paint p) {
    p.color = shade(d, p.color);
    p.ground = shade(d, p.ground);
    p.size *= d->now.scale;
    p.pitch *= d->now.scale;
    return p;
}

static void save(DrawList *d) {
    vec_push(&d->saved, d->now);
}

void draw_push_clip(DrawList *d, Rect r) {
    save(d);
    r = draw_placed(d, r);
    Box whole = {gfx_whole(roundf(r.x)), gfx_whole(roundf(r.y)), gfx_whole(roundf(r.x + r.w)),
                 gfx_whole(roundf(r.y + r.h))};
    d->now.clip = box_cut(d->now.clip, whole);
}

void draw_push_place(DrawList *d, float dx, float dy, float scale) {
    save(d);
    Point at = place(d, (Point){dx, dy});
    d->now.dx = at.x;
    d->now.dy = at.y;
    d->now.scale *= scale;
}

void draw_push_opacity(DrawList *d, float opacity) {
    save(d);
    d->now.opacity *= opacity;
}

void draw_pop(DrawList *d) {
    assert(d->saved.len > 0);
    d->now = d->saved.items[--d->saved.len];
}

Rect draw_snap(const DrawList *d, Rect r) {
    Rect p = draw_placed(d, r);
    float x0 = roundf(p.x), y0 = roundf(p.y), x1 = roundf(p.x + p.w), y1 = roundf(p.y + p.h);
    float s = d->now.scale;
    return (Rect){(x0 - d->now.dx) / s, (y0 - d->now.dy) / s, (x1 - x0) / s, (y1 - y0) / s};
}

/* Room for a command whose shape touches `around`, or NULL if none of it is visible. What stands
 * behind the struct is zeroed to the next multiple of 8, so that equal commands have equal bytes. */
static void *append(DrawList *d, DrawKind kind, Rect around, size_t size, size_t behind) {
    Box box = box_cut(box_of(around), d->now.clip);
    if (box_empty(box) || d->now.opacity <= 0) return NULL;
    size_t whole = (size + behind + 7) & ~(size_t)7;
    buf_reserve(&d->bytes, whole);
    DrawHead *head = (DrawHead *)(void *)(d->bytes.data + d->bytes.len);
    memset(head, 0, whole);
    d->bytes.len += whole;
    d->count++;
    *head = (DrawHead){(uint32_t)kind, (uint32_t)whole, box};
    return head;
}

static Rect grow(Rect r, float by) {
    return rect_inset((Rect){r.x, r.y, r.w, r.h}, -by, -by);
}

static Rect bounds(const Point *points, uint32_t count) {
    float x0 = points[0].x, y0 = points[0].y, x1 = x0, y1 = y0;
    for (uint32_t i = 1; i < count; i++) {
        x0 = fminf(x0, points[i].x), x1 = fmaxf(x1, points[i].x);
        y0 = fminf(y0, points[i].y), y1 = fmaxf(y1, points[i].y);
    }
    return (Rect){x0, y0, x1 - x0, y1 - y0};
}

static bool invisible(Paint p) {
    return color_alpha(p.color) == 0 && color_alpha(p.ground) == 0;
}

static void add_round(DrawList *d, DrawKind kind, DrawRound round) {
    if (round.rect.w <= 0 || round.rect.h <= 0) return;
    if (invisible(round.fill) && (round.border_width <= 0 || color_alpha(round.border) == 0)) return;
    Rect rect = draw_placed(d, round.rect);
    DrawRound *c = append(d, kind, rect, sizeof *c, 0);
    if (!c) return;
    c->rect = rect;
    c->radius = fminf(round.radius * d->now.scale, fminf(rect.w, rect.h) / 2);
    c->border_width = round.border_width * d->now.scale;
    c->fill = shade_paint(d, round.fill);
    c->border = shade(d, round.border);
}

void draw_rect(DrawList *d, Rect r, Color fill) {
    draw_round(d, r, 0, fill);
}

void draw_round(DrawList *d, Rect r, float radius, Color fill) {
    add_round(d, DRAW_ROUND, (DrawRound){.rect = r, .radius = radius, .fill = paint_plain(fill)});
}

void draw_frame(DrawList *d, Rect r, float radius, Paint fill, float border_width, Color border) {
    add_round(d, DRAW_ROUND,
              (DrawRound){
                  .rect = r, .radius = radius, .fill = fill, .border_width = border_width, .border = border});
}

void draw_disc(DrawList *d, Point middle, float radius, Color fill) {
    draw_round(d, rect_around(middle, radius), radius, fill);
}

void draw_ring(DrawList *d, Point middle, float radius, float width, Color color) {
    float outer = radius + width / 2;
    draw_frame(d, rect_around(middle, outer), outer, paint_plain(0), width, color);
}

void draw_corners(DrawList *d, Rect r, float radius, Color color) {
    add_round(d, DRAW_CORNERS, (DrawRound){.rect = r, .radius = radius, .fill = paint_plain(color)});
}

void draw_arc(DrawList *d, Point middle, float radius, float from, float sweep, ArcStyle style) {
    if (sweep <= 0 || radius <= 0 || style.width <= 0 || color_alpha(style.color) == 0) return;
    float s = d->now.scale, reach = radius + style.width / 2;
    DrawArc *c = append(d, DRAW_ARC, draw_placed(d, grow(rect_around(middle, reach), 1)), sizeof *c, 0);
    if (!c) return;
    c->middle = place(d, middle);
    c->radius = radius * s;
    c->width = style.width * s;
    c->from = from;
    c->sweep = fminf(sweep, 2 * GFX_PI);
    c->color = shade(d, style.color);
    c->round_ends = style.round_ends;
}

void draw_polyline(DrawList *d, const Point *points, uint32_t count, LineStyle style) {
    if (count < 2 || style.width <= 0 || color_alpha(style.color) == 0) return;
    Rect around = draw_placed(d, grow(bounds(points, count), style.width + 1));
    DrawLine *c = append(d, DRAW_LINE, around, sizeof *c, count * sizeof(Point));
    if (!c) return;
    float s = d->now.scale;
    c->width = style.width * s;
    c->dash = style.dash * s;
    c->gap = style.gap * s;
    c->color = shade(d, style.color);
    c->closed = style.closed;
    c->round_ends = style.round_ends;
    c->count = count;
    Point *to = (Point *)(c + 1);
    for (uint32_t i = 0; i < count; i++) to[i] = place_safely(d, points[i]);
}

void draw_line(DrawList *d, Point a, Point b, float width, Color color) {
    draw_polyline(d, (Point[]){a, b}, 2, (LineStyle){.width = width, .color = color});
}

static float cubic(float a, float b, float c, float e, float t) {
    float u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * e;
}

void draw_curve(DrawList *d, Point from, Point control1, Point control2, Point to, LineStyle style) {
    Point points[CURVE_POINTS + 1];
    for (int i = 0; i <= CURVE_POINTS; i++) {
        float t = (float)i / CURVE_POINTS;
        points[i] = (Point){cubic(from.x, control1.x, control2.x, to.x, t),
                            cubic(from.y, control1.y, control2.y, to.y, t)};
    }
    draw_polyline(d, points, CURVE_POINTS + 1, style);
}

void draw_polygon(DrawList *d, const Point *points, uint32_t count, Paint fill) {
    if (count < 3 || invisible(fill)) return;
    Rect around = draw_placed(d, bounds(points, count));
    DrawPolygon *c = append(d, DRAW_POLYGON, around, sizeof *c, count * sizeof(Point));
    if (!c) return;
    c->rect = around;
    c->fill = shade_paint(d, fill);
    c->count = count;
    Point *to = (Point *)(c + 1);
    for (uint32_t i = 0; i < count; i++) to[i] = place_safely(d, points[i]);
}

/* Without fonts to measure with, a text's box is as wide as it can be. */
#define WIDEST 1.4f

static float reach_of(const DrawList *d, FaceId face, float size, const char *s, size_t len) {
    return d->fonts ? font_width(d->fonts, face, size, s, len) : (float)len * WIDEST * size;
}

void draw_text(DrawList *d, FaceId face, float size, Point at, Color color, const char *s, size_t len) {
    if (len == 0 || size <= 0 || color_alpha(color) == 0) return;
    Rect around = {at.x - size / 4, at.y - 1.1f * size, reach_of(d, face, size, s, len) + size / 2,
                   1.45f * size};
    DrawText *c = append(d, DRAW_TEXT, draw_placed(d, around), sizeof *c, len);
    if (!c) return;
    c->at = place(d, at);
    c->size = size * d->now.scale;
    c->face = (uint32_t)face;
    c->color = shade(d, color);
    c->len = (uint32_t)len;
    memcpy(c + 1, s, len);
}

void draw_sprite_turned(DrawList *d, const char *name, Rect r, float angle, Color tint) {
    if (r.w <= 0 || r.h <= 0 || color_alpha(tint) == 0) return;
    /* Turned, a corner reaches half the diagonal. */
    float more = angle == 0 ? 0 : (sqrtf(r.w * r.w + r.h * r.h) - fminf(r.w, r.h)) / 2;
    DrawSprite *c = append(d, DRAW_SPRITE, draw_placed(d, grow(r, more)), sizeof *c, 0);
    if (!c) return;
    c->rect = draw_placed(d, r);
    c->angle = angle;
    c->tint = shade(d, tint);
    size_t n = strlen(name);
    assert(n < SPRITE_NAME_MAX);
    memcpy(c->name, name, n);
}

void draw_sprite(DrawList *d, const char *name, Rect r, Color tint) {
    draw_sprite_turned(d, name, r, 0, tint);
}

const DrawHead *draw_next(const DrawList *d, const DrawHead *at) {
    const char *p = at ? (const char *)at + at->size : d->bytes.data;
    return p && p < d->bytes.data + d->bytes.len ? (const DrawHead *)(const void *)p : NULL;
}

uint64_t draw_hash(const void *bytes, size_t len, uint64_t seed) {
    const char *p = bytes;
    uint64_t h = seed ^ len * 0x9E3779B97F4A7C15u;
    for (; len >= 8; p += 8, len -= 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        h = (h ^ word) * 0xFF51AFD7ED558CCDu;
        h ^= h >> 32;
    }
    return h;
}

bool draw_same(const DrawList *a, const DrawList *b) {
    return a->width == b->width && a->height == b->height && a->bytes.len == b->bytes.len &&
           (a->bytes.len == 0 || memcmp(a->bytes.data, b->bytes.data, a->bytes.len) == 0);
}
