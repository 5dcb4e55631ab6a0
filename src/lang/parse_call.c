/* Calls, subscripts and attributes: what follows an atom. */
#include "lang/parser.h"

enum { FEW = 8 }; /* so many names are compared one by one */

typedef struct Arguments {
    ExprList positional;
    Keyword *first, *last; /* keywords */
    uint32_t keyword_count;
    NameSet names; /* of the keywords, once they are more than a few */
    bool has_double_star;
} Arguments;

static void add_keyword(Parser *p, Arguments *args, Name name, Expr *value, uint32_t start) {
    Keyword *k = arena_alloc(p->arena, sizeof *k);
    k->name = name;
    k->value = value;
    k->span = span_from(p, start);
    if (args->last) args->last->next = k;
    else args->first = k;
    args->last = k;
    args->keyword_count++;
    if (!name) args->has_double_star = true;
}

static bool is_repeated(Arguments *args, Name name) {
    if (args->keyword_count > FEW) return !nameset_add(&args->names, name);
    bool found = false;
    for (const Keyword *k = args->first; k; k = k->next) found |= k->name == name;
    if (args->keyword_count < FEW) return found;
    for (const Keyword *k = args->first; k; k = k->next) {
        if (k->name) nameset_add(&args->names, k->name);
    }
    return found | !nameset_add(&args->names, name);
}

/* After `expression =`. */
static void parse_keyword(Parser *p, Arguments *args, Expr *left) {
    Span span = span_join(left->span, p->tok.span);
    if (left->kind != EX_NAME || left->parenthesized) {
        Diag *diag = fail(p, span, MSG_KEYWORD_EXPRESSION, snippet(p, left->span), NULL);
        fail_hint(p, diag, MSG_HINT_COMPARE_EQUAL, NULL, NULL);
        return;
    }
    if (is_repeated(args, left->as.name)) fail(p, left->span, MSG_KEYWORD_REPEATED, left->as.name, NULL);
    check_binding(p, left->as.name, left->span);
    advance(p);
    Expr *value = parse_expression(p);
    if (at_clause(p)) {
        Diag *diag = fail(p, span, MSG_KEYWORD_CLAUSE, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_KEYWORD_CLAUSE, left->as.name, NULL);
    }
    add_keyword(p, args, left->as.name, value, left->span.start);
}

static void parse_star_argument(Parser *p, Arguments *args, uint32_t start) {
    Expr *value = parse_expression(p);
    Expr *e = new_expr(p, EX_STARRED, span_from(p, start));
    e->as.pair.left = value;
    if (args->has_double_star) fail(p, e->span, MSG_STAR_AFTER_DOUBLE, NULL, NULL);
    list_add(&args->positional, e);
}

/* *args may follow keywords, a plain argument may not. */
static void check_order(Parser *p, const Arguments *args, const Expr *e) {
    if (!args->first) return;
    MsgId msg = args->has_double_star ? MSG_POSITIONAL_AFTER_DOUBLE : MSG_POSITIONAL_AFTER_KEYWORD;
    fail(p, e->span, msg, snippet(p, e->span), NULL);
}

/* `f(x for x in y)`: the call's brackets are the generator's, if it is alone. */
static Expr *parse_generator(Parser *p, Expr *element, const Arguments *args, bool allowed, uint32_t open) {
    if (element->kind == EX_STARRED) {
        fail(p, element->span, MSG_COMP_UNPACKING, NULL, NULL);
        return element;
    }
    Expr *e = new_expr(p, EX_GENERATOR, element->span);
    e->as.comp.element = element;
    e->as.comp.clauses = parse_clauses(p);
    e->span = span_from(p, element->span.start);
    bool alone = allowed && args->positional.count == 0 && !args->first && at(p, TOK_RPAR);
    if (!alone && !p->panic) {
        Diag *diag = fail(p, e->span, MSG_GENERATOR_PARENS, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_GENERATOR_PARENS, snippet(p, e->span), NULL);
    }
    e->span.start = open;
    e->span.end = p->tok.span.end;
    return e;
}

static void parse_argument(Parser *p, Arguments *args, bool generator, uint32_t open) {
    uint32_t start = p->tok.span.start;
    if (accept(p, TOK_POWER)) {
        Expr *value = parse_expression(p);
        add_keyword(p, args, NULL, value, start);
        return;
    }
    if (accept(p, TOK_STAR)) {
        parse_star_argument(p, args, start);
        return;
    }
    Expr *e = parse_named(p);
    if (at(p, TOK_EQ)) {
        parse_keyword(p, args, e);
        return;
    }
    if (at_clause(p)) e = parse_generator(p, e, args, generator, open);
    check_order(p, args, e);
    list_add(&args->positional, e);
}

void parse_arguments(Parser *p, Expr **positional, Keyword **keywords, bool generator) {
    Arguments args = {0};
    uint32_t open = p->prev.span.start;
    while (!at(p, TOK_RPAR) && !p->panic) {
        parse_argument(p, &args, generator, open);
        if (!accept(p, TOK_COMMA)) break;
    }
    expect(p, TOK_RPAR);
    nameset_deinit(&args.names);
    *positional = args.positional.first;
    *keywords = args.first;
}

static Expr *parse_slice(Parser *p) {
    if (at(p, TOK_STAR)) return parse_starred_or_named(p);
    uint32_t start = p->tok.span.start;
    Expr *lower = NULL, *upper = NULL, *step = NULL;
    if (!at(p, TOK_COLON)) {
        lower = parse_named(p);
        if (!at(p, TOK_COLON) || lower->kind == EX_WALRUS) return lower;
    }
    advance(p);
    if (!at(p, TOK_COLON) && !at(p, TOK_COMMA) && !at(p, TOK_RSQUARE)) upper = parse_expression(p);
    if (accept(p, TOK_COLON) && !at(p, TOK_COMMA) && !at(p, TOK_RSQUARE)) step = parse_expression(p);
    Expr *e = new_expr(p, EX_SLICE, span_from(p, start));
    e->as.slice.lower = lower;
    e->as.slice.upper = upper;
    e->as.slice.step = step;
    return e;
}

/* A lone *x makes a tuple, as a comma does. */
static Expr *parse_index(Parser *p) {
    uint32_t start = p->tok.span.start;
    Expr *first = parse_slice(p);
    if (!at(p, TOK_COMMA) && first->kind != EX_STARRED) return first;
    ExprList list = {0};
    list_add(&list, first);
    while (accept(p, TOK_COMMA) && !at(p, TOK_RSQUARE)) list_add(&list, parse_slice(p));
    return new_list(p, EX_TUPLE, span_from(p, start), list);
}

static Expr *parse_attribute(Parser *p, Expr *object, uint32_t start) {
    Span span;
    Name name = expect_name(p, &span);
    Expr *e = new_expr(p, EX_ATTRIBUTE, span_from(p, start));
    e->as.attribute.object = object;
    e->as.attribute.name = name;
    e->as.attribute.name_span = span;
    return e;
}

static Expr *parse_call(Parser *p, Expr *callee, uint32_t start) {
    Expr *e = new_expr(p, EX_CALL, callee->span);
    e->as.call.callee = callee;
    parse_arguments(p, &e->as.call.args, &e->as.call.keywords, true);
    e->span = span_from(p, start);
    return e;
}

static Expr *parse_subscript(Parser *p, Expr *object, uint32_t start) {
    Expr *index = parse_index(p);
    expect(p, TOK_RSQUARE);
    Expr *e = new_expr(p, EX_SUBSCRIPT, span_from(p, start));
    e->as.pair.left = object;
    e->as.pair.right = index;
    return e;
}

/* A loop, since a.b.c… can be as long as a line. */
Expr *parse_primary(Parser *p) {
    uint32_t start = p->tok.span.start;
    uint32_t outer = p->tall;
    p->tall = 0;
    Expr *e = parse_atom(p);
    for (;;) {
        if (!at(p, TOK_DOT) && !at(p, TOK_LPAR) && !at(p, TOK_LSQUARE)) break;
        if (!taller(p)) break;
        if (accept(p, TOK_DOT)) e = parse_attribute(p, e, start);
        else if (accept(p, TOK_LPAR)) e = parse_call(p, e, start);
        else if (accept(p, TOK_LSQUARE)) e = parse_subscript(p, e, start);
    }
    if (p->tall < outer) p->tall = outer;
    return e;
}
