#include "gfx/ink.h"

#include <string.h>

enum { CHUNK = 256 };

static float clamp01(float v) {
    return v < 0 ? 0 : v > 1 ? 1 : v;
}

/* Distance of v to the nearest multiple of pitch. */
static float to_nearest(float v, float pitch) {
    float t = v / pitch;
    return fabsf(t - roundf(t)) * pitch;
}

/* Each pattern: how much of the pixel whose middle is (x, y), seen from the frame, is marked. */
static float hatch(const Paint *p, float x, float y) {
    const float slant = 0.70710678f; /* the pitch is measured across the stripes */
    return clamp01(0.5f + p->size / 2 - to_nearest((x + y) * slant, p->pitch));
}

static float bars(const Paint *p, float x, float y) {
    (void)y;
    return clamp01(0.5f + p->size / 2 - to_nearest(x - p->pitch / 2, p->pitch));
}

static float dots(const Paint *p, float x, float y) {
    float dx = to_nearest(x - p->pitch / 2, p->pitch);
    return clamp01(0.5f + p->size - sqrtf(dx * dx + y * y));
}

static float dash_dot(const Paint *p, float x, float y) {
    float dash = 1.2f * p->size; /* half of its length between its round ends */
    float dx = to_nearest(x - p->pitch / 2, 2 * p->pitch);
    float along = fmaxf(0, dx - dash);
    float dot = to_nearest(x - 1.5f * p->pitch, 2 * p->pitch);
    return clamp01(0.5f + p->size - sqrtf(fminf(along * along, dot * dot) + y * y));
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
    float t = ((float)y + 0.5f - ink->frame.y) / fmaxf(1, ink->frame.h);
    return color_mix(ink->paint.ground, ink->paint.color, t);
}

static bool patterned(const Ink *ink) {
    return ink->paint.kind > PAINT_PLAIN && ink->paint.kind < PAINT_GRADIENT && ink->paint.pitch > 0;
}

static Color ground_at(const Ink *ink, int32_t y) {
    if (ink->paint.kind == PAINT_GRADIENT) return gradient_at(ink, y);
    return patterned(ink) ? ink->paint.ground : ink->paint.color;
}

void ink_mask(const Ink *ink, int32_t y, int32_t x, int32_t count, const uint8_t *cover) {
    canvas_mask(ink->canvas, y, x, count, ground_at(ink, y), cover);
    if (!patterned(ink)) return;
    uint8_t marks[CHUNK];
    for (int32_t at = 0; at < count; at += CHUNK) {
        int32_t n = count - at < CHUNK ? count - at : CHUNK;
        mark(ink, y, x + at, n, cover + at, marks);
        canvas_mask(ink->canvas, y, x + at, n, ink->paint.color, marks);
    }
}

void ink_span(const Ink *ink, int32_t y, int32_t x0, int32_t x1, uint32_t cover) {
    if (!patterned(ink)) {
        canvas_span(ink->canvas, y, x0, x1, ground_at(ink, y), cover);
        return;
    }
    Box clip = ink->canvas->clip;
    if (x0 < clip.x0) x0 = clip.x0;
    if (x1 > clip.x1) x1 = clip.x1;
    if (y < clip.y0 || y >= clip.y1) return;
    uint8_t even[CHUNK];
    memset(even, (int)cover, sizeof even);
    for (int32_t x = x0; x < x1; x += CHUNK) ink_mask(ink, y, x, x1 - x < CHUNK ? x1 - x : CHUNK, even);
}

bool ink_opaque(const Ink *ink) {
    uint32_t a = color_alpha(ink->paint.color), b = color_alpha(ink->paint.ground);
    if (ink->paint.kind == PAINT_GRADIENT) return a == 255 && b == 255;
    return patterned(ink) ? b == 255 : a == 255;
}
