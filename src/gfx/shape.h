/* Shapes to pixels: each covers the pixels of the ink's canvas with a smooth edge of one pixel,
 * from the distance to its outline. */
#ifndef TOQUE_GFX_SHAPE_H
#define TOQUE_GFX_SHAPE_H

#include "gfx/ink.h"

void shape_round(const Ink *ink, Rect r, float radius);
/* The ring between r and r inset by `width`. */
void shape_frame(const Ink *ink, Rect r, float radius, float width);
void shape_corners(const Ink *ink, Rect r, float radius);
void shape_arc(const Ink *ink, const DrawArc *arc);

#endif
