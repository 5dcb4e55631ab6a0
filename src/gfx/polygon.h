/* Filled polygons and stroked lines: the exact area that the outline covers of each pixel, row by
 * row, so that a large and mostly empty shape costs only what it touches. */
#ifndef TOQUE_GFX_POLYGON_H
#define TOQUE_GFX_POLYGON_H

#include "gfx/ink.h"

void polygon_fill(const Ink *ink, const Point *points, uint32_t count);
void polygon_stroke(const Ink *ink, const DrawLine *line, const Point *points);

#endif
