/* What is wrong with the user's text, with its place. The reader goes on after one, so
 * that a file's errors are reported together. */
#ifndef TOQUE_BASE_DIAG_H
#define TOQUE_BASE_DIAG_H

#include "base/msg.h"
#include "base/source.h"

enum { DIAG_ARGS = 4, DIAG_LIMIT = 50 };

typedef struct DiagText {
    MsgId msg;                   /* MSG_NONE: absent */
    const char *args[DIAG_ARGS]; /* in the arena of the list */
    int nargs;
} DiagText;

typedef enum DiagLevel { DIAG_ERROR, DIAG_WARNING } DiagLevel;

typedef struct Diag {
    DiagLevel level;
    Span span;
    Span also;     /* a second place ("it was opened here"); empty if there is none */
    DiagText text; /* what is wrong */
    DiagText hint; /* what to do or to write instead */
} Diag;

typedef struct Diags {
    VEC(Diag) list;
    Arena arena;
    uint32_t errors;
    uint32_t dropped; /* beyond DIAG_LIMIT */
} Diags;

/* The arguments are C strings, ended by NULL; they are copied. Never returns NULL. */
Diag *diag_error(Diags *d, Span span, MsgId msg, ...);
Diag *diag_warning(Diags *d, Span span, MsgId msg, ...);
void diag_hint(Diags *d, Diag *diag, MsgId msg, ...);
void diag_also(Diag *diag, Span span);

void diags_sort(Diags *d); /* by place */
void diags_print(const Diags *d, const Source *source, Lang lang, Buf *out);
void diags_deinit(Diags *d);

/* The candidate nearest to `word` by spelling, near enough to be meant, or NULL. */
const char *nearest_word(const char *word, const char *const *candidates, size_t count);

#endif
