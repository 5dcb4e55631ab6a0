/* What all rules use: tokens, errors and going on after them, depth, nodes. */
#include "lang/parser.h"

#include <string.h>

/* --- errors ------------------------------------------------------------------------- */

/* Where the line begins that the current token opens; 0 if it does not open one. */
static uint32_t resume_point(const Parser *p) {
    if (!p->tok.first) return 0;
    uint32_t at = p->tok.span.start;
    while (at > 0 && p->lexer.text[at - 1] != '\n') at--;
    return at;
}

/* From here to recover() every rule sees TOK_STOP, which none of them wants, and so runs
 * out; and nothing more is told. A token that opens or closes a block is kept, as the
 * blocks must stay balanced. */
static void stop_line(Parser *p) {
    p->panic = true;
    p->resume.line = resume_point(p);
    bool keep = p->tok.kind == TOK_INDENT || p->tok.kind == TOK_DEDENT;
    p->held = keep ? p->tok : (Token){.kind = TOK_END};
    p->tok.kind = TOK_STOP;
}

Diag *fail(Parser *p, Span span, MsgId msg, const char *arg0, const char *arg1) {
    if (p->panic) return NULL;
    Diag *diag = diag_error(p->diags, span, msg, arg0, arg1, NULL);
    p->resume.at_next_line = msg == MSG_STRING_OPEN || msg == MSG_STRING_ENDED;
    stop_line(p);
    return diag;
}

bool fail_quietly(Parser *p) {
    if (!p->panic) stop_line(p);
    return true;
}

Diag *complain(Parser *p, Span span, MsgId msg, const char *arg0, const char *arg1) {
    if (p->panic) return NULL;
    return diag_error(p->diags, span, msg, arg0, arg1, NULL);
}

void fail_hint(Parser *p, Diag *diag, MsgId msg, const char *arg0, const char *arg1) {
    if (diag && msg != MSG_NONE) diag_hint(p->diags, diag, msg, arg0, arg1, NULL);
}

/* The lexer keeps what is wrong until the parser comes to that token. */
static void lexer_failed(Parser *p) {
    const LexError *error = &p->lexer.error;
    Diag *diag = fail(p, error->span, error->msg, error->args[0], error->args[1]);
    if (!diag) return;
    fail_hint(p, diag, error->hint, error->args[0], error->args[1]);
    if (error->also.end > error->also.start) diag_also(diag, error->also);
}

void recover(Parser *p) {
    /* A file with so many errors is not worth reading on. */
    if (p->diags->dropped) lexer_stop(&p->lexer);
    else lexer_recover(&p->lexer, p->resume);
    p->panic = false;
    p->recovered = true;
    p->tok.kind = TOK_NEWLINE;
    if (p->held.kind != TOK_END) {
        p->tok = p->held;
        return;
    }
    advance(p);
    accept(p, TOK_NEWLINE); /* of a last line without its end */
}

const char *snippet(Parser *p, Span span) {
    enum { SHOWN = 40 };
    const char *text = p->lexer.text + span.start;
    uint32_t len = span.end - span.start;
    const char *line_end = memchr(text, '\n', len);
    uint32_t shown = line_end ? (uint32_t)(line_end - text) : len;
    if (shown > SHOWN) {
        shown = SHOWN;
        while (shown > 0 && ((unsigned char)text[shown] & 0xC0) == 0x80) shown--;
    }
    char *copy = arena_alloc(p->arena, shown + sizeof "…");
    memcpy(copy, text, shown);
    if (shown < len) memcpy(copy + shown, "…", sizeof "…");
    return copy;
}

/* --- tokens ------------------------------------------------------------------------- */

void advance(Parser *p) {
    if (p->panic) return;
    p->prev = p->tok;
    if (p->tok.kind > TOK_STOP) p->last_end = p->tok.span.end;
    p->tok = lexer_next(&p->lexer);
    if (p->tok.kind == TOK_ERROR) lexer_failed(p);
}

bool at(const Parser *p, TokenKind kind) {
    return p->tok.kind == kind;
}

bool accept(Parser *p, TokenKind kind) {
    if (p->tok.kind != kind) return false;
    advance(p);
    return true;
}

bool expect(Parser *p, TokenKind kind) {
    if (accept(p, kind)) return true;
    unexpected(p, kind);
    return false;
}

Name expect_name(Parser *p, Span *span) {
    if (span) *span = p->tok.span;
    Span s = p->tok.span;
    if (!at(p, TOK_NAME)) {
        unexpected(p, TOK_NAME);
        return names_add(p->names, "_");
    }
    advance(p);
    return names_intern(p->names, p->lexer.text + s.start, s.end - s.start);
}

bool kind_starts_expression(TokenKind kind) {
    static const bool starts[TOK_COUNT] = {
        [TOK_NAME] = true,    [TOK_NUMBER] = true, [TOK_STRING] = true,   [TOK_LPAR] = true,
        [TOK_LSQUARE] = true, [TOK_LBRACE] = true, [TOK_ELLIPSIS] = true, [TOK_PLUS] = true,
        [TOK_MINUS] = true,   [TOK_TILDE] = true,  [KW_NOT] = true,       [KW_LAMBDA] = true,
        [KW_AWAIT] = true,    [KW_NONE] = true,    [KW_TRUE] = true,      [KW_FALSE] = true,
    };
    return starts[kind];
}

/* Not * and yield, which may begin some expressions only. */
bool starts_expression(const Parser *p) {
    return kind_starts_expression(p->tok.kind);
}

uint32_t line_of(const Parser *p, uint32_t offset) {
    return source_line_of(p->source, offset);
}

/* --- depth -------------------------------------------------------------------------- */

static bool too_deep(Parser *p) {
    fail(p, p->tok.span, MSG_TOO_DEEP, NULL, NULL);
    return false;
}

bool enter(Parser *p) {
    p->depth++;
    return p->depth < MAX_NESTING || too_deep(p);
}

void leave(Parser *p) {
    p->depth--;
}

bool taller(Parser *p) {
    p->tall++;
    return p->tall < MAX_HEIGHT || too_deep(p);
}

/* --- nodes -------------------------------------------------------------------------- */

/* Line ends and dedents are no part of any node. */
Span span_from(const Parser *p, uint32_t start) {
    return (Span){start, p->last_end > start ? p->last_end : start};
}

Span span_join(Span a, Span b) {
    return (Span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

Expr *new_expr(Parser *p, ExprKind kind, Span span) {
    Expr *e = arena_alloc(p->arena, sizeof *e);
    e->kind = kind;
    e->span = span;
    return e;
}

Expr *new_name(Parser *p, Name name, Span span) {
    Expr *e = new_expr(p, EX_NAME, span);
    e->as.name = name;
    return e;
}

Expr *new_list(Parser *p, ExprKind kind, Span span, ExprList list) {
    Expr *e = new_expr(p, kind, span);
    e->as.list.items = list.first;
    e->as.list.count = list.count;
    return e;
}

void list_add(ExprList *list, Expr *e) {
    if (list->last) list->last->next = e;
    else list->first = e;
    list->last = e;
    list->count++;
}
