/* Points, rectangles and colours of the picture. Coordinates are pixels with fractions, y goes
 * down; a Box is a range of whole pixels, its ends exclusive. A colour is 0xAARRGGBB, its alpha
 * not multiplied in, so that a theme's table reads as it was designed. */
#ifndef TOQUE_GFX_GEOM_H
#define TOQUE_GFX_GEOM_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Point {
    float x, y;
} Point;

typedef struct Rect {
    float x, y, w, h;
} Rect;

typedef struct Box {
    int32_t x0, y0, x1, y1;
} Box;

typedef uint32_t Color;

#define GFX_PI 3.14159265f

/* The C library's take care of NaN, which costs a call for each pixel. */
static inline float gfx_max(float a, float b) {
    return a > b ? a : b;
}
static inline float gfx_min(float a, float b) {
    return a < b ? a : b;
}
static inline float gfx_clamp01(float v) {
    return v < 0 ? 0 : v > 1 ? 1 : v;
}

static inline Rect rect_inset(Rect r, float dx, float dy) {
    return (Rect){r.x + dx, r.y + dy, gfx_max(0, r.w - 2 * dx), gfx_max(0, r.h - 2 * dy)};
}
static inline bool rect_has(Rect r, float x, float y) {
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}
static inline Point rect_middle(Rect r) {
    return (Point){r.x + r.w / 2, r.y + r.h / 2};
}
static inline Rect rect_around(Point middle, float radius) {
    return (Rect){middle.x - radius, middle.y - radius, 2 * radius, 2 * radius};
}

/* Far outside any window, yet safe to calculate with: what a NaN or an infinity becomes too. */
enum { GFX_FAR = 1 << 20 };

static inline int32_t gfx_whole(float v) {
    if (!(v > -GFX_FAR)) return -GFX_FAR;
    return v < GFX_FAR ? (int32_t)v : GFX_FAR;
}
static inline Box box_of(Rect r) { /* all pixels that r touches */
    return (Box){gfx_whole(floorf(r.x)), gfx_whole(floorf(r.y)), gfx_whole(ceilf(r.x + r.w)),
                 gfx_whole(ceilf(r.y + r.h))};
}
static inline Box box_cut(Box a, Box b) {
    return (Box){a.x0 > b.x0 ? a.x0 : b.x0, a.y0 > b.y0 ? a.y0 : b.y0, a.x1 < b.x1 ? a.x1 : b.x1,
                 a.y1 < b.y1 ? a.y1 : b.y1};
}
static inline bool box_empty(Box b) {
    return b.x0 >= b.x1 || b.y0 >= b.y1;
}

static inline uint32_t color_alpha(Color c) {
    return c >> 24;
}
static inline Color color_fade(Color c, float opacity) {
    float a = (float)color_alpha(c) * opacity;
    uint32_t whole = a <= 0 ? 0 : a >= 255 ? 255 : (uint32_t)(a + 0.5f);
    return (c & 0xFFFFFFu) | whole << 24;
}
Color color_mix(Color a, Color b, float t); /* a at 0, b at 1 */
/* WCAG's contrast of two opaque colours, 1 to 21. */
float color_contrast(Color a, Color b);

#endif
