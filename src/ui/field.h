/* A line of text to type in: caret, selection, clipboard, words. */
#ifndef TOQUE_UI_FIELD_H
#define TOQUE_UI_FIELD_H

#include "ui/ui.h"

/* Zeroed memory is an empty one. Places are byte offsets, at characters' borders. */
typedef struct Field {
    Buf text;
    size_t caret, anchor; /* what is between them is selected */
    float shift;          /* how far the text is moved left */
    double blink;         /* when the caret was last moved */
} Field;

typedef struct FieldLook {
    const char *hint; /* shown while it is empty */
    const char *icon; /* before the text; NULL: none */
    const char *key;  /* a keycap at its end while it has no focus; NULL: none */
} FieldLook;

enum { FIELD_MOST = 1000 }; /* bytes: more is not a line that somebody types */

typedef struct FieldChange {
    bool changed, entered; /* Enter was pressed */
} FieldChange;

FieldChange ui_field(Ui *ui, UiId id, Field *f, Rect r, FieldLook look);
void field_set(Field *f, const char *text);
void field_deinit(Field *f);

#endif
