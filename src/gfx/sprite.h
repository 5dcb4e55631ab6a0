/* The pictures of assets/sprites: SVG files drawn once at each size that is shown, and kept. The
 * white ones (state-*, ui-*, toque) take any colour by a tint. A picture that is missing is noted
 * and drawn as a crossed frame. */
#ifndef TOQUE_GFX_SPRITE_H
#define TOQUE_GFX_SPRITE_H

#include "gfx/canvas.h"
#include "gfx/lack.h"

typedef struct Sprites Sprites;

Sprites *sprites_new(const char *folder, Lacks *lacks); /* not owned: it outlives the sprites */
void sprites_free(Sprites *s);

typedef struct SpriteUse {
    const char *name;
    Rect rect;
    float angle;
    Color tint;
} SpriteUse;

void sprite_paint(Sprites *s, const Canvas *c, const SpriteUse *use);

size_t sprites_bytes(const Sprites *s);
uint64_t sprites_drawn(const Sprites *s);

#endif
