/* Text to tokens, one at a time, as CPython's tokenizer cuts them: a stack of indents, a
 * stack of open brackets, logical lines. A lexer is a plain value: copying one is how the
 * parser looks ahead. The editor colours text with it too. */
#ifndef TOQUE_LANG_LEXER_H
#define TOQUE_LANG_LEXER_H

#include "base/diag.h"

#include <stdbool.h>

/* As in CPython, so that a file is refused here where python3 refuses it. */
enum { MAX_INDENTS = 100, MAX_BRACKETS = 200 };

typedef enum TokenKind {
#define TOKEN(name, text) TOK_##name,
#define KEYWORD(name, text) KW_##name,
#include "lang/tokens.def"
#undef KEYWORD
#undef TOKEN
    TOK_COUNT
} TokenKind;

typedef struct Token {
    TokenKind kind;
    bool first; /* of its line of text */
    Span span;
} Token;

/* Why the last token is TOK_ERROR. Only the parser tells it, when it gets there: an
 * earlier error of the same line is the better one. */
typedef struct LexError {
    MsgId msg, hint;
    Span span, also;
    char args[2][32];
} LexError;

typedef struct Comments {
    VEC(Span) list;
} Comments;

typedef struct Lexer {
    const char *text;
    uint32_t at, end;
    Diags *diags;       /* wrong indentation is told here; NULL: silent, when looking ahead */
    Comments *comments; /* NULL, or where comments are collected */

    struct {
        uint32_t column, tab_column;
    } indents[MAX_INDENTS];          /* two readings of tabs */
    int indent;                      /* the top of that stack */
    int dedents;                     /* still to be handed out */
    uint32_t brackets[MAX_BRACKETS]; /* where each open one stands */
    int depth;
    bool line_start; /* the next token opens a logical line */
    bool inside;     /* within {…} of an f-string: a line end is only a space */
    bool tabs_told;
    LexError error;
} Lexer;

void lexer_init(Lexer *lx, const char *text, uint32_t start, uint32_t end, Diags *diags);
Token lexer_next(Lexer *lx);

/* Whether the open bracket number `depth` (from 1) is closed later, before a line that
 * begins with a word that no bracket can hold. */
bool lexer_closes(const Lexer *lx, int depth);
/* Where reading goes on after an error within brackets. */
typedef struct Resume {
    bool at_next_line; /* the line's brackets tell nothing: a string in it is wrong */
    uint32_t line;     /* if they stay open: the start of this line, or 0: of a likely one */
} Resume;

/* After an error: moves to the end of the logical line, so that the next token is
 * TOK_NEWLINE, an indent, a dedent, the end, or the first token of another line. */
void lexer_recover(Lexer *lx, Resume resume);
void lexer_stop(Lexer *lx); /* reads no further: only dedents and the end follow */

const char *token_text(TokenKind kind);
bool token_is_keyword(TokenKind kind);

#endif
