/* The parser's inside: what its files share. A rule of the grammar is a function; it never
 * returns NULL where the grammar demands something, so that after an error (see fail) all
 * rules simply run out, and reading goes on at the next logical line. */
#ifndef TOQUE_LANG_PARSER_H
#define TOQUE_LANG_PARSER_H

#include "lang/lang.h"
#include "lang/lexer.h"
#include "lang/names.h"

/* Trees are walked by recursion, here and in the compiler: these keep the C stack safe.
 * CPython gives up at comparable depths. */
enum {
    MAX_NESTING = 500, /* rules within rules while parsing; a bracket takes two */
    MAX_HEIGHT = 2000, /* of a tree that loops build: a.b.b.b…, 1 + 1 + 1… */
    MAX_ELIFS = 1000,  /* of one `if`: each is nested in the `else` of the one before */
};

typedef struct Parser {
    Lexer lexer;
    Token tok;         /* not consumed yet */
    Token prev;        /* consumed last */
    uint32_t last_end; /* of the last one that is text, not a line end or a dedent */
    Arena *arena;
    Names *names;
    Diags *diags;
    const Source *source;
    const LangOptions *options;
    bool panic;         /* an error was told: TOK_STOP is all that the rules see */
    bool recovered;     /* the last line was wrong, so an indent now is no surprise */
    bool after_error;   /* the same, while the line after it is read */
    bool stray;         /* in a block whose header was wrong */
    Token held;         /* then: the INDENT or DEDENT that it was told at, else TOK_END */
    Resume resume;      /* then: where to go on if brackets are open */
    uint32_t statement; /* where the statement begins that is being read */
    int depth;          /* of rules */
    uint32_t tall;      /* how many nodes high the loops have built, see taller */
} Parser;

typedef struct ExprList {
    Expr *first, *last;
    uint32_t count;
} ExprList;

/* --- parser.c: tokens, errors, nodes --- */

void advance(Parser *p);
void recover(Parser *p); /* after panic: on to the next line's first token */
bool at(const Parser *p, TokenKind kind);
bool accept(Parser *p, TokenKind kind);
/* Like accept, but anything else is an error. */
bool expect(Parser *p, TokenKind kind);
Name expect_name(Parser *p, Span *span);
bool kind_starts_expression(TokenKind kind);
bool starts_expression(const Parser *p);
uint32_t line_of(const Parser *p, uint32_t offset);

/* Tells an error and stops this logical line. NULL if one was told for it already. */
Diag *fail(Parser *p, Span span, MsgId msg, const char *arg0, const char *arg1);
void fail_hint(Parser *p, Diag *diag, MsgId msg, const char *arg0, const char *arg1);
bool fail_quietly(Parser *p); /* it was told already; true */
/* Tells an error after which the tree is still worth going on with. */
Diag *complain(Parser *p, Span span, MsgId msg, const char *arg0, const char *arg1);
/* The current token does not fit: finds out why as well as it can (mistakes.c). Wanted was
 * that token, or TOK_END: an expression, or TOK_NEWLINE: nothing more in this line. */
void unexpected(Parser *p, TokenKind wanted);
/* Tells the innermost open bracket if nothing closes it; `wanted` does not matter. */
bool bracket_left_open(Parser *p, TokenKind wanted);
/* At a missing `:`. */
void missing_colon(Parser *p, const char *word);
/* `something:` with nothing behind: a header that is none. */
void wrong_header(Parser *p, const Expr *e);
/* A short copy of the text, for a message. */
const char *snippet(Parser *p, Span span);

/* Around every rule that can contain itself: false, with an error, when too deep. */
bool enter(Parser *p);
void leave(Parser *p);
/* In a loop that puts node over node: false, with an error, when too high. `tall` is the
 * height by such loops alone, as MAX_NESTING bounds the others. */
bool taller(Parser *p);

Span span_from(const Parser *p, uint32_t start); /* up to the last consumed token */
Span span_join(Span a, Span b);
Expr *new_expr(Parser *p, ExprKind kind, Span span);
Expr *new_name(Parser *p, Name name, Span span);
Expr *new_list(Parser *p, ExprKind kind, Span span, ExprList list);
void list_add(ExprList *list, Expr *e);

/* --- parse_expr.c --- */

Expr *parse_expression(Parser *p);
Expr *parse_named(Parser *p); /* with := */
Expr *parse_starred_or_named(Parser *p);
Expr *parse_star_expressions(Parser *p); /* a, *b */
Expr *parse_yield_or_star(Parser *p);
Expr *parse_disjunction(Parser *p);
Expr *parse_bit_or(Parser *p);
Expr *parse_targets(Parser *p); /* of for and comprehensions */
Expr *parse_primary(Parser *p);

/* --- parse_atom.c --- */

Expr *parse_atom(Parser *p);
Expr *parse_group(Parser *p, uint32_t start, TokenKind end);
Clause *parse_clauses(Parser *p);
bool at_clause(const Parser *p);

/* --- parse_call.c --- */

/* After the opening bracket; through the closing one. */
void parse_arguments(Parser *p, Expr **args, Keyword **keywords, bool generator);

/* --- parse_params.c --- */

Params *parse_params(Parser *p, TokenKind end, bool annotated);

/* --- parse_string.c, fstring.c --- */

typedef struct Literal { /* one string token */
    const char *text;    /* the source */
    Span body;           /* without prefix and quotes */
    bool raw, bytes, format, triple;
} Literal;

Expr *parse_strings(Parser *p); /* all adjacent ones */
/* Appends the text between two places with escapes replaced. False after an error. */
bool decode_text(Parser *p, const Literal *lit, uint32_t start, uint32_t end, Buf *out);
void parse_fstring(Parser *p, const Literal *lit, Buf *pending, ExprList *parts, Span token);
void flush_text(Parser *p, Buf *pending, ExprList *parts, Span span);

/* --- target.c --- */

typedef enum TargetUse { TARGET_ASSIGN, TARGET_STATEMENT, TARGET_AUGMENT, TARGET_DELETE } TargetUse;

/* Reports what cannot be assigned to (or deleted). TARGET_STATEMENT: left of an `=`. */
bool check_target(Parser *p, Expr *e, TargetUse use);
bool check_binding(Parser *p, Name name, Span span); /* not __debug__ */

/* --- parse_pattern.c --- */

Pattern *parse_patterns(Parser *p); /* after `case` */

/* --- parse_stmt.c, parse_block.c --- */

typedef struct StmtList {
    Stmt *first, *last;
} StmtList;

Stmt *new_stmt(Parser *p, StmtKind kind, uint32_t start);
void stmt_add(StmtList *list, Stmt *s);
void end_line(Parser *p); /* NEWLINE, or recovery */
void parse_simple_line(Parser *p, StmtList *list);
Stmt *parse_module(Parser *p);

#endif
