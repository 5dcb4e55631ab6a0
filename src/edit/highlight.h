/* What each part of a Python text is, for colouring it: keywords, names being defined, strings,
 * numbers, comments. Parts that are plain are not listed. A text with errors is coloured as far as
 * it can be read. */
#ifndef TOQUE_EDIT_HIGHLIGHT_H
#define TOQUE_EDIT_HIGHLIGHT_H

#include "base/source.h"

typedef enum PartKind {
    PART_KEYWORD,
    PART_DEFINED, /* the name behind def and class */
    PART_STRING,
    PART_NUMBER,
    PART_COMMENT,
    PART_DIRECTIVE, /* a comment that begins with "#:" */
} PartKind;

typedef struct TextPart {
    Span span; /* of bytes in the text */
    PartKind kind;
} TextPart;

/* Zeroed memory is an empty one. */
typedef struct Highlight {
    VEC(TextPart) parts; /* in the order of the text; they do not overlap */
} Highlight;

void highlight_read(Highlight *h, const char *text, uint32_t len); /* anew */
/* The first part that ends behind a place; parts.len: there is none. */
uint32_t highlight_from(const Highlight *h, uint32_t offset);
void highlight_deinit(Highlight *h);

#endif
