#include "gfx/ink.h"

#include <string.h>

enum { CHUNK = 256 };

/* Distance of v to the nearest multiple of pitch. */
static float to_nearest(float v, float pitch) {
    float t = v / pitch, whole = (float)(int32_t)(t + (t < 0 ? -0.5f : 0.5f));
    return fabsf(t - whole) * pitch;
}

/* Each pattern: how much of the pixel whose middle is (x, y), seen from the frame, is marked. */
static float hatch(const Paint *p, float x, float y) {
    const float slant = 0.70710678f; /* the pitch is measured across the stripes */
    return gfx_clamp01(0.5f + p->size / 2 - to_nearest((x + y) * slant, p->pitch));
}

static float bars(const Paint *p, float x, float y) {
    (void)y;
    return gfx_clamp01(0.5f + p->size / 2 - to_nearest(x - p->pitch / 2, p->pitch));
}

static float dots(const Paint *p, float x, float y) {
    float dx = to_nearest(x - p->pitch / 2, p->pitch);
    return gfx_clamp01(0.5f + p->size - sqrtf(dx * dx + y * y));
}

static float dash_dot(const Paint *p, float x, float y) {
    float dash = 1.2f * p->size; /* half of its length between its round ends */
    float dx = to_nearest(x - p->pitch / 2, 2 * p->pitch);
    float along = gfx_max(0, dx - dash);
    float dot = to_nearest(x - 1.5f * p->pitch, 2 * p->pitch);
    return gfx_clamp01(0.5f + p->size - sqrtf(gfx_min(along * along, dot * dot) + y * y));
}

typedef float Pattern(const Paint *p, float x, float y);

static Pattern *const patterns[] = {
    [PAINT_HATCH] = hatch, [PAINT_BARS] = bars, [PAINT_DOTS] = dots, [PAINT_DASHDOT] = dash_dot};

/* The marks' cover of some pixels of a row, times the shape's own. */
static void mark(const Ink *ink, int32_t y, int32_t x, int32_t count, const uint8_t *cover, uint8_t *out) {
    const Paint *p = &ink->paint;
    Pattern *pattern = patterns[p->kind];
    /* Hatching starts at the frame's top; rows of dots are centred in it. */
    float top = p->kind == PAINT_HATCH ? ink->frame.y : ink->frame.y + ink->frame.h / 2;
    float py = (float)y + 0.5f - top, px = (float)x + 0.5f - ink->frame.x;
    for (int32_t i = 0; i < count; i++)
        out[i] = (uint8_t)(pattern(p, px + (float)i, py) * (float)cover[i] + 0.5f);
}

static Color gradient_at(const Ink *ink, int32_t y) {
    float t = ((float)y + 0.5f - ink->frame.y) / gfx_max(1, ink->frame.h);
    return color_mix(ink->paint.ground, ink->paint.color, t);
}

static bool patterned(const Ink *ink) {
    return ink->paint.kind > PAINT_PLAIN && ink->paint.kind < PAINT_GRADIENT && ink->paint.pitch > 0;
}

static Color ground_at(const Ink *ink, int32_t y) {
    if (ink->paint.kind == PAINT_GRADIENT) return gradient_at(ink, y);
    return patterned(ink) ? ink->paint.ground : ink->paint.color;
}

static void lay_marks(const Ink *ink, int32_t y, int32_t x, int32_t count, const uint8_t *cover) {
    uint8_t marks[CHUNK];
    mark(ink, y, x, count, cover, marks);
    canvas_mask(ink->canvas, y, x, count, ink->paint.color, marks);
}

static int32_t chunk(int32_t left) {
    return left < CHUNK ? left : CHUNK;
}

void ink_mask(const Ink *ink, int32_t y, int32_t x, int32_t count, const uint8_t *cover) {
    canvas_mask(ink->canvas, y, x, count, ground_at(ink, y), cover);
    for (int32_t at = 0; patterned(ink) && at < count; at += CHUNK)
        lay_marks(ink, y, x + at, chunk(count - at), cover + at);
}

void ink_span(const Ink *ink, int32_t y, int32_t x0, int32_t x1, uint32_t cover) {
    canvas_span(ink->canvas, y, x0, x1, ground_at(ink, y), cover);
    Box clip = ink->canvas->clip;
    if (!patterned(ink) || y < clip.y0 || y >= clip.y1) return;
    if (x0 < clip.x0) x0 = clip.x0;
    if (x1 > clip.x1) x1 = clip.x1;
    uint8_t even[CHUNK];
    memset(even, (int)cover, sizeof even);
    for (; x0 < x1; x0 += CHUNK) lay_marks(ink, y, x0, chunk(x1 - x0), even);
}

bool ink_opaque(const Ink *ink) {
    uint32_t a = color_alpha(ink->paint.color), b = color_alpha(ink->paint.ground);
    if (ink->paint.kind == PAINT_GRADIENT) return a == 255 && b == 255;
    return patterned(ink) ? b == 255 : a == 255;
}
