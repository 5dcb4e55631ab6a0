/* Words in a rectangle: aligned, cut with an ellipsis, wrapped. */
#ifndef TOQUE_GFX_TEXT_H
#define TOQUE_GFX_TEXT_H

#include "gfx/draw.h"
#include "gfx/font.h"

typedef struct TextStyle {
    FaceId face;
    float size;
    Color color;
} TextStyle;

typedef enum TextAlign { TEXT_LEFT, TEXT_MIDDLE, TEXT_RIGHT } TextAlign;

float text_width(const DrawList *d, TextStyle style, const char *s);
/* One line, its capitals centred in the height; cut with "…" where it is too long. Returns its width. */
float text_line(DrawList *d, TextStyle style, Rect r, TextAlign align, const char *s);
/* The baseline that centres capitals in a rectangle. */
float text_baseline(TextStyle style, Rect r);
/* Digits in cells as wide as "0", so that a running clock does not tremble. Returns the width. */
float text_clock(DrawList *d, TextStyle style, Point baseline, const char *s);
float text_clock_width(const DrawList *d, TextStyle style, const char *s);

typedef struct TextLine {
    const char *s; /* in the text that was wrapped */
    size_t len;
} TextLine;

/* Breaks at spaces, at a line's end, and within a word that is longer than a line. Returns how many
 * lines there are; only the first `most` are written. */
uint32_t text_wrap(const DrawList *d, TextStyle style, float width, const char *s, TextLine *lines,
                   uint32_t most);

#endif
