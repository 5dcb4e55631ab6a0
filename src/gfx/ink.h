/* What a shape is filled with, row by row: a shape says which pixels it covers, the ink says what
 * colour they get. A pattern is laid in two passes, its ground and then its marks. */
#ifndef TOQUE_GFX_INK_H
#define TOQUE_GFX_INK_H

#include "gfx/canvas.h"
#include "gfx/draw.h"

typedef struct Ink {
    const Canvas *canvas;
    Paint paint;
    Rect frame; /* of the shape: where the pattern begins, or the gradient */
} Ink;

void ink_span(const Ink *ink, int32_t y, int32_t x0, int32_t x1, uint32_t cover);
void ink_mask(const Ink *ink, int32_t y, int32_t x, int32_t count, const uint8_t *cover);
/* All of the pixels will get one colour: nothing below shows through. */
bool ink_opaque(const Ink *ink);

#endif
