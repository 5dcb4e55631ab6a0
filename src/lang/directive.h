/* Reads the directives of a source: comments that begin with `#:`.
 *
 *     #: NAME[.LANGUAGE] VALUE [| LANGUAGE: TEXT]...
 *
 * One alone on its line is about the next line that holds code, one behind code is about that
 * line; `#: |` goes on with the directive above. What is wrong is a warning: the program runs
 * all the same. */
#ifndef TOQUE_LANG_DIRECTIVE_H
#define TOQUE_LANG_DIRECTIVE_H

#include "base/diag.h"
#include "base/directive.h"

typedef struct Directive {
    DirectiveKind kind;
    Span span;                          /* of its name and value */
    uint32_t line;                      /* where it stands */
    uint32_t code_line;                 /* the line of code that it is about; 0: the file */
    uint32_t first, last;               /* the lines of the statement there */
    const char *function;               /* defined there: "Kitchen.cook"; or NULL */
    const char *own;                    /* TEXT: for all languages that have none; or NULL */
    const char *texts[LANG_COUNT];      /* or NULL */
    const char *words[DIRECTIVE_WORDS]; /* names, strings, an address; or NULL */
    DirectiveChoice dishes[DIRECTIVE_DISHES];
    uint32_t dish_count;
    DirectiveChoice choice;
    ExpectKind expect;
    Compare compare;
    int64_t number, slack; /* of times: nanoseconds */
} Directive;

typedef struct Directives {
    VEC(Directive) list; /* in the order of the text */
    Arena arena;
} Directives;

void directives_read(Directives *d, const Source *source, Diags *diags);
void directives_deinit(Directives *d);

/* In that language, or the file's own, or any; NULL if it has no text. */
const char *directive_text(const Directive *d, Lang lang);
const Directive *directives_find(const Directives *d, DirectiveKind kind); /* the first; or NULL */
/* Seconds that the address takes to answer, in nanoseconds; -1: nothing is said of it. */
int64_t directives_latency(const Directives *d, const char *url);

/* --- for the files of this reader only --- */

typedef struct DirectiveReader {
    Directives *out;
    const Source *source;
    Diags *diags;
    const char *text;                  /* of the source */
    uint32_t at, end;                  /* what is left of the value */
    bool wrong;                        /* told: this directive is not taken */
    uint32_t last_of[DIRECTIVE_KINDS]; /* its place in the list, from 1 */
} DirectiveReader;

bool directive_wrong(DirectiveReader *r, Span span, MsgId msg, const char *a, const char *b);
void directive_blanks(DirectiveReader *r);
/* The word that begins here, up to a blank; empty at the end. */
Span directive_word(DirectiveReader *r);
const char *directive_copy(DirectiveReader *r, Span span);
Span directive_rest(const DirectiveReader *r); /* what is left; one character if nothing is */
void directive_read_expect(DirectiveReader *r, Directive *d);
bool directive_duration(DirectiveReader *r, int64_t *ns); /* "3.6", "500 ms", "1 min" */
void directive_did_you_mean(DirectiveReader *r, Span span, MsgId msg, const char *word,
                            const char *const *known, size_t count);

#endif
