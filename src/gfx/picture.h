/* A picture without a window and without a display: pixels of our own, drawn by the same code as
 * the window's, and written as a PNG. */
#ifndef TOQUE_GFX_PICTURE_H
#define TOQUE_GFX_PICTURE_H

#include "gfx/pencil.h"

typedef struct Picture {
    uint32_t *pixels; /* owned */
    int32_t width, height;
} Picture;

void picture_init(Picture *p, int32_t width, int32_t height); /* black */
void picture_deinit(Picture *p);
Canvas picture_canvas(Picture *p); /* all of it */

/* 0xRRGGBB */
uint32_t picture_pixel(const Picture *p, int32_t x, int32_t y);

/* False, and the reason in `reason` (size bytes), if the file could not be written. */
bool picture_save_png(const Picture *p, const char *path, char *reason, size_t size);

#endif
