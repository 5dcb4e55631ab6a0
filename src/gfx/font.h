/* Text: the bundled fonts by SDL_ttf, measured and painted glyph by glyph. Every glyph of a size
 * is drawn once, at four places within a pixel, and kept; a text on the screen is only a copy of
 * masks. Widths are those of the design, not of a size's pixels, so a layout scales exactly.
 * Left to right, with kerning; a character that no font has is an empty box. */
#ifndef TOQUE_GFX_FONT_H
#define TOQUE_GFX_FONT_H

#include "gfx/canvas.h"
#include "gfx/face.h"
#include "gfx/lack.h"

typedef struct Fonts Fonts;

/* Looks for the files in `folder`. What is missing is noted and replaced by another font, at the
 * worst by boxes; never NULL. */
Fonts *fonts_new(const char *folder, Lacks *lacks);
void fonts_free(Fonts *f);

float font_width(Fonts *f, FaceId face, float size, const char *s, size_t len);
/* How many bytes of s fit into `width`, at a character's end. */
size_t font_fit(Fonts *f, FaceId face, float size, const char *s, size_t len, float width);
/* The byte at whose left edge a caret set at x stands: the nearest one. */
size_t font_caret(Fonts *f, FaceId face, float size, const char *s, size_t len, float x);

/* Height of a capital, of a size: with its middle on a line, text looks centred there. */
#define FONT_CAP 0.727f

void font_paint(Fonts *f, const Canvas *c, FaceId face, float size, Point baseline, Color color,
                const char *s, size_t len);

/* For tests and the bench: bytes of masks that are kept, and glyphs drawn so far. */
size_t fonts_bytes(const Fonts *f);
uint64_t fonts_drawn(const Fonts *f);

#endif
