/* Simple statements, which end with their line. */
#include "lang/parser.h"

#include <string.h>

Stmt *new_stmt(Parser *p, StmtKind kind, uint32_t start) {
    Stmt *s = arena_alloc(p->arena, sizeof *s);
    s->kind = kind;
    s->span = s->head = span_from(p, start);
    return s;
}

void stmt_add(StmtList *list, Stmt *s) {
    if (list->last) list->last->next = s;
    else list->first = s;
    list->last = s;
}

/* --- expressions and assignments ---------------------------------------------------- */

static const uint8_t augmented[TOK_COUNT] = {
    [TOK_PLUS_EQ] = BIN_ADD + 1,
    [TOK_MINUS_EQ] = BIN_SUB + 1,
    [TOK_STAR_EQ] = BIN_MUL + 1,
    [TOK_SLASH_EQ] = BIN_DIV + 1,
    [TOK_DOUBLE_SLASH_EQ] = BIN_FLOORDIV + 1,
    [TOK_PERCENT_EQ] = BIN_MOD + 1,
    [TOK_POWER_EQ] = BIN_POW + 1,
    [TOK_AT_EQ] = BIN_MATMUL + 1,
    [TOK_AMPERSAND_EQ] = BIN_AND + 1,
    [TOK_PIPE_EQ] = BIN_OR + 1,
    [TOK_CARET_EQ] = BIN_XOR + 1,
    [TOK_LSHIFT_EQ] = BIN_LSHIFT + 1,
    [TOK_RSHIFT_EQ] = BIN_RSHIFT + 1,
};

/* a = b = value: all but the last are targets. */
static Stmt *parse_assignment(Parser *p, Expr *first, uint32_t start) {
    ExprList targets = {0};
    Expr *value = first;
    while (at(p, TOK_EQ)) {
        if (!check_target(p, value, TARGET_STATEMENT)) break;
        list_add(&targets, value);
        advance(p);
        value = parse_yield_or_star(p);
    }
    if (value->kind == EX_STARRED) fail(p, value->span, MSG_STARRED_ALONE, NULL, NULL);
    Stmt *s = new_stmt(p, ST_ASSIGN, start);
    s->as.assign.targets = targets.first;
    s->as.assign.value = value;
    return s;
}

/* Only one target, and neither a tuple nor a list. */
static Stmt *parse_augmented(Parser *p, Expr *target, uint32_t start) {
    BinaryOp op = (BinaryOp)(augmented[p->tok.kind] - 1);
    check_target(p, target, TARGET_AUGMENT);
    advance(p);
    Expr *value = parse_yield_or_star(p);
    if (value->kind == EX_STARRED) fail(p, value->span, MSG_STARRED_ALONE, NULL, NULL);
    Stmt *s = new_stmt(p, ST_AUG_ASSIGN, start);
    s->as.aug.target = target;
    s->as.aug.value = value;
    s->as.aug.op = op;
    return s;
}

static void check_annotated(Parser *p, Expr *target) {
    bool sequence = target->kind == EX_TUPLE || target->kind == EX_LIST;
    bool fine = target->kind == EX_NAME || target->kind == EX_ATTRIBUTE || target->kind == EX_SUBSCRIPT;
    if (sequence) fail(p, target->span, MSG_ANNOTATE_SEVERAL, NULL, NULL);
    else if (fine) check_target(p, target, TARGET_ASSIGN);
    else fail(p, target->span, MSG_ANNOTATE_TARGET, snippet(p, target->span), NULL);
}

/* Whether nothing but blanks or a comment follows on the line. */
static bool ends_line(const Parser *p, Span span) {
    const char *text = p->lexer.text + span.end;
    text += strspn(text, " \t");
    return *text == '\n' || *text == '#' || *text == '\0';
}

static Stmt *parse_annotated(Parser *p, Expr *target, uint32_t start) {
    if (ends_line(p, p->tok.span)) {
        wrong_header(p, target);
        return new_stmt(p, ST_PASS, start);
    }
    check_annotated(p, target);
    advance(p);
    Expr *annotation = parse_expression(p);
    Expr *value = NULL;
    if (accept(p, TOK_EQ)) value = parse_yield_or_star(p);
    if (value && value->kind == EX_STARRED) fail(p, value->span, MSG_STARRED_ALONE, NULL, NULL);
    Stmt *s = new_stmt(p, ST_ANN_ASSIGN, start);
    s->as.ann.target = target;
    s->as.ann.annotation = annotation;
    s->as.ann.value = value;
    s->as.ann.simple = target->kind == EX_NAME && !target->parenthesized;
    return s;
}

static Stmt *parse_expression_statement(Parser *p) {
    uint32_t start = p->tok.span.start;
    Expr *e = parse_yield_or_star(p);
    if (at(p, TOK_EQ)) return parse_assignment(p, e, start);
    if (augmented[p->tok.kind]) return parse_augmented(p, e, start);
    if (at(p, TOK_COLON)) return parse_annotated(p, e, start);
    if (e->kind == EX_STARRED) fail(p, e->span, MSG_STARRED_ALONE, NULL, NULL);
    Stmt *s = new_stmt(p, ST_EXPR, start);
    s->as.expr = e;
    return s;
}

/* --- one word and what it takes ----------------------------------------------------- */

static Stmt *parse_word(Parser *p, StmtKind kind) {
    uint32_t start = p->tok.span.start;
    advance(p);
    return new_stmt(p, kind, start);
}

static Stmt *parse_return(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    Expr *value = NULL;
    if (starts_expression(p) || at(p, TOK_STAR)) value = parse_star_expressions(p);
    if (value && value->kind == EX_STARRED) fail(p, value->span, MSG_STARRED_ALONE, NULL, NULL);
    Stmt *s = new_stmt(p, ST_RETURN, start);
    s->as.expr = value;
    return s;
}

static Stmt *parse_raise(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    Expr *exc = NULL, *cause = NULL;
    if (starts_expression(p)) {
        exc = parse_expression(p);
        if (accept(p, KW_FROM)) cause = parse_expression(p);
        if (at(p, TOK_COMMA)) {
            Diag *diag = fail(p, p->tok.span, MSG_RAISE_COMMA, NULL, NULL);
            fail_hint(p, diag, MSG_HINT_RAISE_COMMA, snippet(p, exc->span), NULL);
        }
    }
    Stmt *s = new_stmt(p, ST_RAISE, start);
    s->as.raise.exc = exc;
    s->as.raise.cause = cause;
    return s;
}

static Stmt *parse_assert(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    Expr *test = parse_expression(p);
    Expr *message = accept(p, TOK_COMMA) ? parse_expression(p) : NULL;
    Stmt *s = new_stmt(p, ST_ASSERT, start);
    s->as.assertion.test = test;
    s->as.assertion.message = message;
    return s;
}

static Stmt *parse_delete(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    ExprList targets = {0};
    do {
        if (targets.count > 0 && !starts_expression(p)) break;
        Expr *e = at(p, TOK_STAR) ? parse_starred_or_named(p) : parse_bit_or(p);
        check_target(p, e, TARGET_DELETE);
        list_add(&targets, e);
    } while (accept(p, TOK_COMMA));
    Stmt *s = new_stmt(p, ST_DELETE, start);
    s->as.targets = targets.first;
    return s;
}

static Stmt *parse_scope_names(Parser *p, StmtKind kind) {
    uint32_t start = p->tok.span.start;
    VEC(Name) names = {0};
    do {
        advance(p);
        vec_push(&names, expect_name(p, NULL));
    } while (at(p, TOK_COMMA));
    Stmt *s = new_stmt(p, kind, start);
    s->as.names.count = names.len;
    s->as.names.names = arena_alloc(p->arena, names.len * sizeof(Name));
    memcpy(s->as.names.names, names.items, names.len * sizeof(Name));
    vec_deinit(&names);
    return s;
}

/* --- imports ------------------------------------------------------------------------ */

static Name parse_dotted_name(Parser *p) {
    Name name = expect_name(p, NULL);
    if (!at(p, TOK_DOT)) return name;
    Buf text = {0};
    buf_adds(&text, name);
    while (accept(p, TOK_DOT)) {
        buf_addc(&text, '.');
        buf_adds(&text, expect_name(p, NULL));
    }
    name = names_intern(p->names, text.data, text.len);
    buf_deinit(&text);
    return name;
}

static Alias *parse_alias(Parser *p, bool dotted) {
    Alias *alias = arena_alloc(p->arena, sizeof *alias);
    uint32_t start = p->tok.span.start;
    alias->name = dotted ? parse_dotted_name(p) : expect_name(p, NULL);
    Span span = span_from(p, start);
    if (accept(p, KW_AS)) alias->as = expect_name(p, &span);
    if (!p->panic && (alias->as || !strchr(alias->name, '.'))) {
        check_binding(p, alias->as ? alias->as : alias->name, span);
    }
    alias->span = span_from(p, start);
    return alias;
}

static Stmt *parse_import(Parser *p) {
    uint32_t start = p->tok.span.start;
    Alias *first = NULL, **tail = &first;
    do {
        advance(p);
        *tail = parse_alias(p, true);
        tail = &(*tail)->next;
    } while (at(p, TOK_COMMA));
    Stmt *s = new_stmt(p, ST_IMPORT, start);
    s->as.aliases = first;
    return s;
}

static Alias *parse_star_alias(Parser *p) {
    Alias *alias = arena_alloc(p->arena, sizeof *alias);
    alias->name = names_add(p->names, "*");
    alias->span = p->tok.span;
    advance(p);
    return alias;
}

static Alias *parse_from_names(Parser *p) {
    if (at(p, TOK_STAR)) return parse_star_alias(p);
    bool brackets = accept(p, TOK_LPAR);
    Alias *first = NULL, **tail = &first;
    do {
        if (brackets && first && at(p, TOK_RPAR)) break;
        if (!brackets && first && at(p, TOK_NEWLINE)) {
            fail(p, p->prev.span, MSG_IMPORT_TRAILING_COMMA, NULL, NULL);
        }
        *tail = parse_alias(p, false);
        tail = &(*tail)->next;
    } while (accept(p, TOK_COMMA));
    if (brackets) expect(p, TOK_RPAR);
    return first;
}

/* Three dots are one token to the lexer, but three levels here. */
static Stmt *parse_from(Parser *p) {
    uint32_t start = p->tok.span.start;
    int level = 0;
    advance(p);
    for (;; advance(p)) {
        if (at(p, TOK_DOT)) level++;
        else if (at(p, TOK_ELLIPSIS)) level += 3;
        else break;
    }
    Name module = NULL;
    uint32_t module_start = p->tok.span.start;
    if (level == 0 || !at(p, KW_IMPORT)) module = parse_dotted_name(p);
    Span module_span = span_from(p, module_start);
    expect(p, KW_IMPORT);
    Alias *aliases = parse_from_names(p);
    Stmt *s = new_stmt(p, ST_IMPORT_FROM, start);
    s->as.from.module = module;
    s->as.from.module_span = module_span;
    s->as.from.level = level;
    s->as.from.aliases = aliases;
    return s;
}

/* --- lines -------------------------------------------------------------------------- */

static Stmt *parse_simple(Parser *p) {
    p->statement = p->tok.span.start;
    switch (p->tok.kind) {
    case KW_PASS: return parse_word(p, ST_PASS);
    case KW_BREAK: return parse_word(p, ST_BREAK);
    case KW_CONTINUE: return parse_word(p, ST_CONTINUE);
    case KW_RETURN: return parse_return(p);
    case KW_RAISE: return parse_raise(p);
    case KW_ASSERT: return parse_assert(p);
    case KW_DEL: return parse_delete(p);
    case KW_GLOBAL: return parse_scope_names(p, ST_GLOBAL);
    case KW_NONLOCAL: return parse_scope_names(p, ST_NONLOCAL);
    case KW_IMPORT: return parse_import(p);
    case KW_FROM: return parse_from(p);
    default: return parse_expression_statement(p);
    }
}

/* What follows a whole statement on its line belongs to none. */
void end_line(Parser *p) {
    if (!p->panic && !accept(p, TOK_NEWLINE) && !at(p, TOK_END)) unexpected(p, TOK_NEWLINE);
    if (p->panic) recover(p);
}

void parse_simple_line(Parser *p, StmtList *list) {
    do {
        if (at(p, TOK_NEWLINE)) break;
        Stmt *s = parse_simple(p);
        if (!p->panic) stmt_add(list, s); /* half a statement would only lead to more errors */
    } while (accept(p, TOK_SEMICOLON));
    end_line(p);
}
