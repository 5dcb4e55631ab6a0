/* Pixels in memory, and laying colour on runs of them. All drawing ends here, with and without a
 * window, so what a test or `toque shot` draws is what the window shows. A pixel is 0xXXRRGGBB:
 * a picture is opaque. */
#ifndef TOQUE_GFX_CANVAS_H
#define TOQUE_GFX_CANVAS_H

#include "gfx/geom.h"

#include <stddef.h>

typedef struct Canvas {
    uint32_t *pixels; /* not owned */
    int32_t width, height;
    int32_t pitch; /* pixels from one row to the next */
    Box clip;      /* inside the canvas; nothing outside of it is touched */
} Canvas;

static inline uint32_t *canvas_row(const Canvas *c, int32_t y) {
    return c->pixels + (ptrdiff_t)y * c->pitch;
}

/* `weight` of s over d, 0 to 256. Two channels are calculated at once. */
static inline uint32_t pixel_mix(uint32_t d, uint32_t s, uint32_t weight) {
    uint32_t rb = d & 0xFF00FF, g = d & 0x00FF00;
    rb += (((s & 0xFF00FF) - rb) * weight) >> 8;
    g += (((s & 0x00FF00) - g) * weight) >> 8;
    return (rb & 0xFF00FF) | (g & 0x00FF00);
}
static inline uint32_t weight_of(uint32_t alpha) { /* 0…255 to 0…256 */
    return alpha + (alpha >> 7);
}

/* Colour on the pixels [x0, x1) of row y, all covered by `cover` (0…255). Clips. */
void canvas_span(const Canvas *c, int32_t y, int32_t x0, int32_t x1, Color color, uint32_t cover);
/* The same, with a cover for each pixel. */
void canvas_mask(const Canvas *c, int32_t y, int32_t x, int32_t count, Color color, const uint8_t *cover);

#endif
