/* Draws a list on a canvas: what a picture needs beside the list (fonts, sprites), and what of the
 * outside was missing. One is kept as long as the window. */
#ifndef TOQUE_GFX_PENCIL_H
#define TOQUE_GFX_PENCIL_H

#include "gfx/canvas.h"
#include "gfx/draw.h"
#include "gfx/font.h"
#include "gfx/sprite.h"

typedef struct Pencil {
    Fonts *fonts;     /* owned */
    Sprites *sprites; /* owned */
    Lacks lacks;
} Pencil;

/* `assets` is the folder that holds fonts/ and sprites/. In place: the sprites point at lacks. */
void pencil_init(Pencil *p, const char *assets);
void pencil_deinit(Pencil *p);

/* Within the canvas's clip. */
void pencil_draw(Pencil *p, const Canvas *c, const DrawList *list);

#endif
