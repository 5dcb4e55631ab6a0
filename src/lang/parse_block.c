/* Compound statements and their blocks. */
#include "lang/parser.h"

#include <stdio.h>
#include <string.h>

static void parse_statement(Parser *p, StmtList *list);

static bool is_word(const Parser *p, const char *word) {
    Span span = p->tok.span;
    size_t len = strlen(word);
    return at(p, TOK_NAME) && span.end - span.start == len &&
           memcmp(p->lexer.text + span.start, word, len) == 0;
}

/* --- blocks ------------------------------------------------------------------------- */

/* Whatever is wrong within, it ends where its lines do. */
static void parse_indented(Parser *p, StmtList *list) {
    advance(p); /* INDENT */
    while (!at(p, TOK_DEDENT) && !at(p, TOK_END)) parse_statement(p, list);
    accept(p, TOK_DEDENT);
    if (p->panic) recover(p);
}

static void empty_block(Parser *p, const char *word, uint32_t start) {
    char line[16];
    snprintf(line, sizeof line, "%u", line_of(p, start));
    Span span = {p->tok.span.start, p->tok.span.start};
    Diag *diag = complain(p, span, MSG_BLOCK_EMPTY, word, line);
    fail_hint(p, diag, MSG_HINT_BLOCK_EMPTY, NULL, NULL);
}

/* From the colon on. `start` is where the line begins that `word` opens. A header that
 * has an error is passed over, so that its block is still read as a block. */
static Stmt *parse_suite(Parser *p, Stmt *owner, const char *word, uint32_t start) {
    StmtList list = {0};
    bool broken = p->panic || !at(p, TOK_COLON);
    if (broken) missing_colon(p, word);
    else advance(p);
    owner->head = span_from(p, start);
    if (!broken && !p->panic && !accept(p, TOK_NEWLINE)) {
        parse_simple_line(p, &list);
        return list.first;
    }
    if (p->panic) recover(p);
    if (at(p, TOK_INDENT)) parse_indented(p, &list);
    else if (!broken) empty_block(p, word, start);
    return list.first;
}

/* --- if, while, for ----------------------------------------------------------------- */

static Stmt *parse_else(Parser *p, Stmt *owner) {
    if (!at(p, KW_ELSE)) return NULL;
    Span head = owner->head;
    uint32_t start = p->tok.span.start;
    advance(p);
    Stmt *body = parse_suite(p, owner, "else", start);
    owner->head = head;
    return body;
}

/* `else if` is told, and read as the elif that it was to be. */
static bool accept_else_if(Parser *p) {
    if (!at(p, KW_ELSE)) return false;
    Lexer ahead = p->lexer;
    ahead.diags = NULL;
    ahead.comments = NULL;
    Token next = lexer_next(&ahead);
    if (next.kind != KW_IF) return false;
    Diag *diag = complain(p, span_join(p->tok.span, next.span), MSG_ELSE_CONDITION, NULL, NULL);
    fail_hint(p, diag, MSG_HINT_WRITE, "elif", NULL);
    advance(p);
    return true;
}

/* Iterative along its elifs, of which there may be many. */
static Stmt *parse_if(Parser *p) {
    Stmt *first = NULL, **place = &first, *s = NULL;
    for (uint32_t count = 0;; count++) {
        uint32_t start = p->tok.span.start;
        TokenKind word = p->tok.kind;
        if (count == MAX_ELIFS) complain(p, p->tok.span, MSG_TOO_DEEP, NULL, NULL);
        advance(p);
        Expr *cond = parse_named(p);
        s = new_stmt(p, ST_IF, start);
        s->as.branch.cond = cond;
        s->as.branch.body = parse_suite(p, s, token_text(word), start);
        if (count < MAX_ELIFS) *place = s;
        place = &s->as.branch.orelse;
        if (!at(p, KW_ELIF) && !accept_else_if(p)) break;
    }
    s->as.branch.orelse = parse_else(p, s);
    for (Stmt *part = first; part && part->kind == ST_IF; part = part->as.branch.orelse) {
        part->span.end = p->last_end;
        if (part == s) break;
    }
    return first;
}

static Stmt *parse_while(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    Expr *cond = parse_named(p);
    Stmt *s = new_stmt(p, ST_WHILE, start);
    s->as.branch.cond = cond;
    s->as.branch.body = parse_suite(p, s, "while", start);
    s->as.branch.orelse = parse_else(p, s);
    return s;
}

static void expect_in(Parser *p) {
    if (p->panic || accept(p, KW_IN)) return;
    Diag *diag = fail(p, p->tok.span, MSG_FOR_IN, snippet(p, p->tok.span), NULL);
    fail_hint(p, diag, MSG_HINT_FOR_IN, NULL, NULL);
}

static Stmt *parse_for(Parser *p, uint32_t start, bool is_async) {
    advance(p);
    Expr *target = parse_targets(p);
    expect_in(p);
    Expr *iter = parse_star_expressions(p);
    if (iter->kind == EX_STARRED) fail(p, iter->span, MSG_STARRED_ALONE, NULL, NULL);
    Stmt *s = new_stmt(p, ST_FOR, start);
    s->as.loop.target = target;
    s->as.loop.iter = iter;
    s->as.loop.is_async = is_async;
    s->as.loop.body = parse_suite(p, s, "for", start);
    s->as.loop.orelse = parse_else(p, s);
    return s;
}

/* --- with --------------------------------------------------------------------------- */

/* At `with (`: whether the brackets hold the items rather than open an expression. They
 * do if `:` follows them and each thing in them could be an item. */
static bool brackets_hold_items(const Parser *p) {
    static const bool never[TOK_COUNT] = {
        [TOK_WALRUS] = true,
        [KW_FOR] = true,
        [KW_ASYNC] = true,
        [KW_YIELD] = true,
    };
    Lexer ahead = p->lexer;
    ahead.diags = NULL;
    ahead.comments = NULL;
    int depth = ahead.depth;
    bool first = true, empty = true;
    for (;;) {
        Token tok = lexer_next(&ahead);
        if (tok.kind == TOK_END || tok.kind == TOK_ERROR) return false;
        if (ahead.depth < depth) break;
        empty = false;
        if (ahead.depth > depth) continue;
        if (never[tok.kind] || (first && tok.kind == TOK_STAR)) return false;
        first = tok.kind == TOK_COMMA;
    }
    return !empty && lexer_next(&ahead).kind == TOK_COLON;
}

static WithItem *parse_with_item(Parser *p) {
    WithItem *item = arena_alloc(p->arena, sizeof *item);
    item->context = parse_expression(p);
    if (!accept(p, KW_AS)) return item;
    item->target = at(p, TOK_STAR) ? parse_starred_or_named(p) : parse_primary(p);
    check_target(p, item->target, TARGET_ASSIGN);
    return item;
}

static Stmt *parse_with(Parser *p, uint32_t start, bool is_async) {
    advance(p);
    bool brackets = at(p, TOK_LPAR) && brackets_hold_items(p);
    if (brackets) advance(p);
    WithItem *first = NULL, **tail = &first;
    do {
        if (brackets && at(p, TOK_RPAR)) break;
        *tail = parse_with_item(p);
        tail = &(*tail)->next;
    } while (accept(p, TOK_COMMA));
    if (brackets) expect(p, TOK_RPAR);
    Stmt *s = new_stmt(p, ST_WITH, start);
    s->as.with.items = first;
    s->as.with.is_async = is_async;
    s->as.with.body = parse_suite(p, s, "with", start);
    return s;
}

/* --- try ---------------------------------------------------------------------------- */

static void parse_handler_type(Parser *p, Handler *handler) {
    handler->type = parse_expression(p);
    if (at(p, TOK_COMMA)) {
        Span span = span_join(handler->type->span, p->tok.span);
        Diag *diag = fail(p, span, MSG_EXCEPT_PARENS, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_EXCEPT_PARENS, NULL, NULL);
    }
    if (!accept(p, KW_AS)) return;
    Span span;
    handler->name = expect_name(p, &span);
    if (!p->panic) check_binding(p, handler->name, span);
}

static Handler *parse_handler(Parser *p, Stmt *s, bool first) {
    Handler *handler = arena_alloc(p->arena, sizeof *handler);
    uint32_t start = p->tok.span.start;
    Stmt head = {0};
    advance(p);
    bool star = accept(p, TOK_STAR);
    if (first) s->as.try_.is_star = star;
    else if (star != s->as.try_.is_star) fail(p, p->prev.span, MSG_EXCEPT_MIXED, NULL, NULL);
    if (star && at(p, TOK_COLON)) fail(p, p->prev.span, MSG_EXCEPT_STAR_BARE, NULL, NULL);
    if (!at(p, TOK_COLON) && !at(p, TOK_NEWLINE)) parse_handler_type(p, handler);
    handler->body = parse_suite(p, &head, "except", start);
    handler->span = head.head;
    return handler;
}

/* A bare except before others would hide them. */
static void parse_handlers(Parser *p, Stmt *s) {
    Handler **tail = &s->as.try_.handlers;
    const Handler *bare = NULL;
    while (at(p, KW_EXCEPT)) {
        bool first = tail == &s->as.try_.handlers;
        *tail = parse_handler(p, s, first);
        if (bare) complain(p, bare->span, MSG_EXCEPT_BARE_LAST, NULL, NULL);
        bare = (*tail)->type ? NULL : *tail;
        tail = &(*tail)->next;
    }
}

static Stmt *parse_try(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    Stmt *s = new_stmt(p, ST_TRY, start);
    s->as.try_.body = parse_suite(p, s, "try", start);
    Span head = s->head;
    parse_handlers(p, s);
    s->as.try_.orelse = parse_else(p, s);
    bool finally = at(p, KW_FINALLY);
    if (finally) {
        uint32_t place = p->tok.span.start;
        advance(p);
        s->as.try_.finally = parse_suite(p, s, "finally", place);
    }
    /* `catch` will be told on its own. */
    if (!finally && !s->as.try_.handlers && !is_word(p, "catch")) {
        Diag *diag = complain(p, head, MSG_TRY_ALONE, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_TRY_ALONE, NULL, NULL);
    }
    s->head = head;
    return s;
}

/* --- match -------------------------------------------------------------------------- */

/* A block that begins with `case` tells a match whose colon was forgotten. */
static bool cases_follow(Lexer *ahead) {
    if (lexer_next(ahead).kind != TOK_INDENT) return false;
    Token tok = lexer_next(ahead);
    return tok.kind == TOK_NAME && tok.span.end - tok.span.start == 4 &&
           memcmp(ahead->text + tok.span.start, "case", 4) == 0;
}

/* `match` is a name unless its line is a header: a subject follows and the line ends
 * with a colon, which no line of an expression does. */
static bool at_match(const Parser *p) {
    if (!is_word(p, "match")) return false;
    Lexer ahead = p->lexer;
    ahead.diags = NULL;
    ahead.comments = NULL;
    Token first = lexer_next(&ahead);
    if (!kind_starts_expression(first.kind) && first.kind != TOK_STAR) return false;
    Token last = first;
    for (Token tok = first; tok.kind != TOK_NEWLINE && tok.kind != TOK_END; tok = lexer_next(&ahead)) {
        if (tok.kind == TOK_ERROR) return false;
        last = tok;
    }
    return last.kind == TOK_COLON || cases_follow(&ahead);
}

static MatchCase *parse_case(Parser *p) {
    MatchCase *c = arena_alloc(p->arena, sizeof *c);
    uint32_t start = p->tok.span.start;
    Stmt head = {0};
    advance(p);
    c->pattern = parse_patterns(p);
    if (accept(p, KW_IF)) c->guard = parse_named(p);
    c->body = parse_suite(p, &head, "case", start);
    c->span = head.head;
    return c;
}

static Expr *parse_subject(Parser *p) {
    uint32_t start = p->tok.span.start;
    Expr *first = parse_starred_or_named(p);
    if (!at(p, TOK_COMMA)) {
        if (first->kind == EX_STARRED) fail(p, first->span, MSG_STARRED_ALONE, NULL, NULL);
        return first;
    }
    ExprList list = {0};
    list_add(&list, first);
    while (accept(p, TOK_COMMA) && !at(p, TOK_COLON)) list_add(&list, parse_starred_or_named(p));
    return new_list(p, EX_TUPLE, span_from(p, start), list);
}

static void parse_cases(Parser *p, Stmt *s) {
    MatchCase **tail = &s->as.match.cases;
    advance(p); /* INDENT */
    while (!at(p, TOK_DEDENT) && !at(p, TOK_END)) {
        if (is_word(p, "case")) {
            *tail = parse_case(p);
            tail = &(*tail)->next;
        } else {
            StmtList ignored = {0};
            bool other = at(p, KW_ELSE) || is_word(p, "default");
            Diag *diag = fail(p, p->tok.span, MSG_CASE_EXPECTED, NULL, NULL);
            if (other) fail_hint(p, diag, MSG_HINT_WRITE, "case _:", NULL);
            recover(p);
            if (at(p, TOK_INDENT)) parse_indented(p, &ignored);
        }
    }
    accept(p, TOK_DEDENT);
    if (p->panic) recover(p);
}

static Stmt *finish_match(Parser *p, Stmt *s, uint32_t start) {
    if (at(p, TOK_INDENT)) parse_cases(p, s);
    else empty_block(p, "match", start);
    return s;
}

static Stmt *parse_match(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    Expr *subject = parse_subject(p);
    Stmt *s = new_stmt(p, ST_MATCH, start);
    s->as.match.subject = subject;
    if (!p->panic && !accept(p, TOK_COLON)) {
        missing_colon(p, "match");
        if (!p->panic) return finish_match(p, s, start);
    }
    s->head = span_from(p, start);
    end_line(p);
    return finish_match(p, s, start);
}

/* --- def and class ------------------------------------------------------------------ */

static Expr *parse_decorators(Parser *p) {
    ExprList list = {0};
    while (accept(p, TOK_AT)) {
        list_add(&list, parse_named(p));
        end_line(p);
    }
    return list.first;
}

static Stmt *parse_def(Parser *p, Expr *decorators, uint32_t start, bool is_async) {
    advance(p);
    Span name_span;
    Name name = expect_name(p, &name_span);
    if (!p->panic) check_binding(p, name, name_span);
    if (at(p, TOK_COLON) || at(p, TOK_NEWLINE)) {
        Diag *diag = fail(p, name_span, MSG_DEF_PARENS, name, NULL);
        fail_hint(p, diag, MSG_HINT_DEF_PARENS, name, NULL);
    }
    expect(p, TOK_LPAR);
    Params *params = parse_params(p, TOK_RPAR, true);
    expect(p, TOK_RPAR);
    Expr *returns = accept(p, TOK_ARROW) ? parse_expression(p) : NULL;
    Stmt *s = new_stmt(p, ST_FUNCTION, start);
    s->as.function.name = name;
    s->as.function.name_span = name_span;
    s->as.function.params = params;
    s->as.function.returns = returns;
    s->as.function.decorators = decorators;
    s->as.function.is_async = is_async;
    s->as.function.body = parse_suite(p, s, "def", start);
    return s;
}

static Stmt *parse_class(Parser *p, Expr *decorators) {
    uint32_t start = p->tok.span.start;
    advance(p);
    Stmt *s = new_stmt(p, ST_CLASS, start);
    s->as.class_.name = expect_name(p, &s->as.class_.name_span);
    if (!p->panic) check_binding(p, s->as.class_.name, s->as.class_.name_span);
    if (accept(p, TOK_LPAR)) {
        parse_arguments(p, &s->as.class_.bases, &s->as.class_.keywords, false);
    }
    s->as.class_.decorators = decorators;
    s->as.class_.body = parse_suite(p, s, "class", start);
    return s;
}

/* async def, async for, async with: whether they may stand here is for scope.c. */
static Stmt *parse_async(Parser *p, Expr *decorators) {
    uint32_t start = p->tok.span.start;
    advance(p);
    if (at(p, KW_DEF)) return parse_def(p, decorators, start, true);
    if (at(p, KW_FOR)) return parse_for(p, start, true);
    if (at(p, KW_WITH)) return parse_with(p, start, true);
    if (!p->panic) {
        Diag *diag = fail(p, p->prev.span, MSG_ASYNC_ALONE, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_ASYNC_ALONE, NULL, NULL);
    }
    recover(p);
    return new_stmt(p, ST_PASS, start);
}

/* As in CPython, a decorated function begins at its def. */
static Stmt *parse_decorated(Parser *p) {
    Expr *decorators = parse_decorators(p);
    if (at(p, KW_DEF)) return parse_def(p, decorators, p->tok.span.start, false);
    if (at(p, KW_CLASS)) return parse_class(p, decorators);
    if (at(p, KW_ASYNC)) return parse_async(p, decorators);
    complain(p, p->tok.span, MSG_DECORATOR_ALONE, NULL, NULL);
    p->recovered = true;
    return new_stmt(p, ST_PASS, p->tok.span.start);
}

/* --- statements --------------------------------------------------------------------- */

static Stmt *parse_compound(Parser *p) {
    switch (p->tok.kind) {
    case KW_IF: return parse_if(p);
    case KW_WHILE: return parse_while(p);
    case KW_FOR: return parse_for(p, p->tok.span.start, false);
    case KW_WITH: return parse_with(p, p->tok.span.start, false);
    case KW_TRY: return parse_try(p);
    case KW_DEF: return parse_def(p, NULL, p->tok.span.start, false);
    case KW_CLASS: return parse_class(p, NULL);
    case KW_ASYNC: return parse_async(p, NULL);
    case TOK_AT: return parse_decorated(p);
    default: return at_match(p) ? parse_match(p) : NULL;
    }
}

/* An indented block that no header opens. If the line above was wrong, it was to be that
 * header: the block is read for its own errors only, as what it was in is not known. */
static void parse_stray_block(Parser *p, StmtList *list) {
    StmtList ignored = {0};
    bool expected = p->recovered;
    if (!expected) {
        Diag *diag = complain(p, p->tok.span, MSG_INDENT_UNEXPECTED, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_INDENT_UNEXPECTED, NULL, NULL);
    }
    bool outer = p->stray;
    p->stray = expected;
    parse_indented(p, expected ? &ignored : list);
    p->stray = outer;
    p->recovered = expected;
}

static void parse_statement(Parser *p, StmtList *list) {
    if (at(p, TOK_INDENT)) {
        parse_stray_block(p, list);
        return;
    }
    if (at(p, TOK_NEWLINE) || at(p, TOK_DEDENT)) {
        advance(p);
        return;
    }
    p->after_error = p->recovered;
    p->recovered = false;
    p->statement = p->tok.span.start;
    Stmt *s = parse_compound(p);
    if (!s) {
        parse_simple_line(p, list);
        return;
    }
    stmt_add(list, s);
    s->span.end = p->last_end;
}

Stmt *parse_module(Parser *p) {
    StmtList list = {0};
    advance(p);
    while (!at(p, TOK_END) || p->panic) {
        if (p->panic) recover(p);
        else parse_statement(p, &list);
    }
    return list.first;
}
