#include "gfx/shape.h"

enum { CHUNK = 256 };

/* A rounded rectangle as its middle and half its sides: symmetric, so one corner tells all. */
typedef struct Rounded {
    float x, y;   /* middle */
    float hw, hh; /* half its sides */
    float r;
} Rounded;

static Rounded rounded(Rect r, float radius) {
    float hw = gfx_max(0, r.w / 2), hh = gfx_max(0, r.h / 2);
    return (Rounded){r.x + r.w / 2, r.y + r.h / 2, hw, hh, gfx_max(0, gfx_min(radius, gfx_min(hw, hh)))};
}

/* How much of the pixel about d lies between -half and half: thin shapes stay thin. */
static float overlap(float d, float half) {
    return gfx_max(0, gfx_min(d + 0.5f, half) - gfx_max(d - 0.5f, -half));
}

/* The part of the pixel whose middle is dx, dy (not negative) from the shape's that it covers. */
static float cover_at(const Rounded *s, float dx, float dy) {
    float qx = dx - (s->hw - s->r), qy = dy - (s->hh - s->r);
    if (qx > 0 && qy > 0) return gfx_clamp01(0.5f + s->r - sqrtf(qx * qx + qy * qy));
    return overlap(dx, s->hw) * overlap(dy, s->hh); /* beside a straight edge, both axes apart */
}

static uint32_t cover_byte(float part) {
    return (uint32_t)(part * 255 + 0.5f);
}

/* How a row cuts a shape: it touches [x0, x1), and [in0, in1) of that has one cover. */
typedef struct Cut {
    int32_t x0, x1, in0, in1;
    float cover;
} Cut;

static int32_t low(float v) {
    return gfx_whole(floorf(v));
}
static int32_t high(float v) {
    return gfx_whole(ceilf(v));
}

/* Half the width of a circle of radius r at height q above its middle. */
static float chord(float r, float q) {
    return r > q ? sqrtf(r * r - q * q) : 0;
}

static Cut cut(const Rounded *s, int32_t y) {
    float dy = fabsf((float)y + 0.5f - s->y), q = dy - (s->hh - s->r), flat = s->hw - s->r;
    if (dy >= s->hh + 0.5f) return (Cut){0};
    float out = s->hw, in = s->hw - 0.5f;
    if (q > 0) {
        out = flat + chord(s->r + 0.5f, q);
        /* Above the inmost circle's top only the straight part has one cover, if any. */
        in = s->r - 0.5f > q ? flat + chord(s->r - 0.5f, q) - 0.5f : flat;
    }
    Cut c = {low(s->x - out - 0.5f), high(s->x + out + 0.5f), high(s->x - in), low(s->x + in), 0};
    if (c.in0 > c.in1) c.in0 = c.in1 = low(s->x);
    c.cover = cover_at(s, 0, dy);
    return c;
}

static void row_part(const Ink *ink, const Rounded *s, const Rounded *hole, int32_t y, int32_t x0,
                     int32_t x1) {
    Box clip = ink->canvas->clip;
    if (x0 < clip.x0) x0 = clip.x0;
    if (x1 > clip.x1) x1 = clip.x1;
    uint8_t cover[CHUNK];
    float dy = fabsf((float)y + 0.5f - s->y);
    for (; x0 < x1; x0 += CHUNK) {
        int32_t n = x1 - x0 < CHUNK ? x1 - x0 : CHUNK;
        for (int32_t i = 0; i < n; i++) {
            float dx = fabsf((float)(x0 + i) + 0.5f - s->x);
            float part = cover_at(s, dx, dy) - (hole ? cover_at(hole, dx, dy) : 0);
            cover[i] = (uint8_t)cover_byte(gfx_clamp01(part));
        }
        ink_mask(ink, y, x0, n, cover);
    }
}

typedef struct Rows {
    int32_t y0, y1;
} Rows;

static Rows rows_of(const Ink *ink, const Rounded *s) {
    Rows rows = {low(s->y - s->hh), high(s->y + s->hh)};
    if (rows.y0 < ink->canvas->clip.y0) rows.y0 = ink->canvas->clip.y0;
    if (rows.y1 > ink->canvas->clip.y1) rows.y1 = ink->canvas->clip.y1;
    return rows;
}

void shape_round(const Ink *ink, Rect r, float radius) {
    Rounded s = rounded(r, radius);
    Rows rows = rows_of(ink, &s);
    for (int32_t y = rows.y0; y < rows.y1; y++) {
        Cut c = cut(&s, y);
        row_part(ink, &s, NULL, y, c.x0, c.in0);
        ink_span(ink, y, c.in0, c.in1, cover_byte(c.cover));
        row_part(ink, &s, NULL, y, c.in1, c.x1);
    }
}

void shape_frame(const Ink *ink, Rect r, float radius, float width) {
    Rounded s = rounded(r, radius);
    Rounded hole = rounded(rect_inset(r, width, width), radius - width);
    if (hole.hw <= 0 || hole.hh <= 0) {
        shape_round(ink, r, radius);
        return;
    }
    Rows rows = rows_of(ink, &s);
    for (int32_t y = rows.y0; y < rows.y1; y++) {
        Cut c = cut(&s, y), in = cut(&hole, y);
        if (in.in1 > in.in0) { /* what the hole leaves of the row; its middle is even */
            row_part(ink, &s, &hole, y, c.x0, in.in0);
            ink_span(ink, y, in.in0, in.in1, cover_byte(gfx_clamp01(c.cover - in.cover)));
            row_part(ink, &s, &hole, y, in.in1, c.x1);
        } else {
            row_part(ink, &s, &hole, y, c.x0, c.in0);
            if (in.x1 > in.x0) row_part(ink, &s, &hole, y, c.in0, c.in1);
            else ink_span(ink, y, c.in0, c.in1, cover_byte(c.cover));
            row_part(ink, &s, &hole, y, c.in1, c.x1);
        }
    }
}

/* The outside of a corner: from the rectangle's edge to where the row is fully covered. */
static void outside(const Ink *ink, const Rounded *s, int32_t y, int32_t x0, int32_t x1) {
    float dy = fabsf((float)y + 0.5f - s->y);
    for (int32_t x = x0; x < x1; x++) {
        float part = cover_at(s, fabsf((float)x + 0.5f - s->x), dy);
        if (part < 1) ink_span(ink, y, x, x + 1, cover_byte(1 - part));
    }
}

void shape_corners(const Ink *ink, Rect r, float radius) {
    Rounded s = rounded(r, radius);
    int32_t reach = high(s.r) + 1;
    int32_t x0 = low(r.x), x1 = high(r.x + r.w), y0 = low(r.y), y1 = high(r.y + r.h);
    for (int32_t y = y0; y < y1; y++) {
        if (y >= y0 + reach && y < y1 - reach) continue;
        outside(ink, &s, y, x0, x0 + reach);
        outside(ink, &s, y, x1 - reach, x1);
    }
}

/* An arc seen from its middle, its start turned to 12 o'clock. */
typedef struct Sector {
    Point from, to; /* directions of its two ends */
    float radius, half;
    bool whole, reflex, round_ends;
} Sector;

static Point direction(float angle) {
    return (Point){sinf(angle), -cosf(angle)};
}

static Sector sector(const DrawArc *arc) {
    return (Sector){direction(arc->from), direction(arc->from + arc->sweep), arc->radius,
                    arc->width / 2,       arc->sweep >= 2 * GFX_PI - 1e-4f,  arc->sweep > GFX_PI,
                    arc->round_ends != 0};
}

/* How far (x, y) lies inside of the two rays from the middle: below zero is outside. */
static float between(const Sector *s, float x, float y) {
    float after = s->from.x * y - s->from.y * x, before = s->to.y * x - s->to.x * y;
    return s->reflex ? gfx_max(after, before) : gfx_min(after, before);
}

static float cap(const Sector *s, Point end, float x, float y) {
    float dx = x - end.x * s->radius, dy = y - end.y * s->radius;
    return s->half - sqrtf(dx * dx + dy * dy);
}

static float arc_cover(const Sector *s, float x, float y) {
    float inside = s->half - fabsf(sqrtf(x * x + y * y) - s->radius);
    if (s->whole) return gfx_clamp01(0.5f + inside);
    float part = gfx_clamp01(0.5f + inside) * gfx_clamp01(0.5f + between(s, x, y));
    if (!s->round_ends) return part;
    float ends = gfx_max(cap(s, s->from, x, y), cap(s, s->to, x, y));
    return gfx_max(part, gfx_clamp01(0.5f + ends));
}

static void arc_part(const Ink *ink, const Sector *s, Point middle, int32_t y, int32_t x0, int32_t x1) {
    Box clip = ink->canvas->clip;
    if (x0 < clip.x0) x0 = clip.x0;
    if (x1 > clip.x1) x1 = clip.x1;
    uint8_t cover[CHUNK];
    for (; x0 < x1; x0 += CHUNK) {
        int32_t n = x1 - x0 < CHUNK ? x1 - x0 : CHUNK;
        for (int32_t i = 0; i < n; i++) {
            float dx = (float)(x0 + i) + 0.5f - middle.x, dy = (float)y + 0.5f - middle.y;
            cover[i] = (uint8_t)cover_byte(arc_cover(s, dx, dy));
        }
        ink_mask(ink, y, x0, n, cover);
    }
}

void shape_arc(const Ink *ink, const DrawArc *arc) {
    Sector s = sector(arc);
    Point m = arc->middle;
    float outer = s.radius + s.half + 1, inner = s.radius - s.half - 1;
    Box clip = ink->canvas->clip;
    int32_t y0 = low(m.y - outer), y1 = high(m.y + outer);
    for (int32_t y = y0 < clip.y0 ? clip.y0 : y0; y < (y1 < clip.y1 ? y1 : clip.y1); y++) {
        float dy = fabsf((float)y + 0.5f - m.y), far = chord(outer, dy), near = chord(gfx_max(0, inner), dy);
        int32_t x0 = low(m.x - far), x1 = high(m.x + far);
        arc_part(ink, &s, m, y, x0, near > 1 ? high(m.x - near) : x1);
        if (near > 1) arc_part(ink, &s, m, y, low(m.x + near), x1);
    }
}
