/* Atoms: names, numbers, and what stands in brackets. */
#include "lang/parser.h"

#include <stdlib.h>
#include <string.h>

/* --- numbers ------------------------------------------------------------------------ */

static Expr *new_int(Parser *p, Span span, const char *text, size_t len) {
    /* CPython refuses longer ones too: turning them into binary takes quadratic time. */
    enum { MAX_DIGITS = 4300 };
    bool decimal = len < 2 || text[0] != '0' || (text[1] >= '0' && text[1] <= '9');
    if (decimal && len > MAX_DIGITS) {
        Diag *diag = complain(p, span, MSG_NUMBER_TOO_LONG, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_NUMBER_TOO_LONG, NULL, NULL);
    }
    /* 000 is 0. */
    if (decimal && text[0] == '0') len = 1;
    Expr *e = new_expr(p, EX_INT, span);
    e->as.text = names_intern(p->names, text, len);
    return e;
}

static Expr *parse_number(Parser *p) {
    enum { SHORT = 64 };
    Span span = p->tok.span;
    char buffer[SHORT];
    uint32_t size = span.end - span.start;
    char *text = size < SHORT ? buffer : mem_alloc(size + 1);
    size_t len = 0;
    for (uint32_t i = span.start; i < span.end; i++) {
        if (p->lexer.text[i] != '_') text[len++] = p->lexer.text[i];
    }
    text[len] = '\0';
    advance(p);
    Expr *e;
    bool prefixed = text[0] == '0' && strchr("xXoObB", text[1]) && text[1];
    if (prefixed || strspn(text, "0123456789") == len) {
        e = new_int(p, span, text, len);
    } else {
        char last = text[len - 1];
        if (last == 'j' || last == 'J') complain(p, span, MSG_SUBSET_IMAGINARY, NULL, NULL);
        e = new_expr(p, EX_FLOAT, span);
        e->as.number = strtod(text, NULL);
    }
    if (text != buffer) mem_free(text);
    return e;
}

/* --- comprehensions ----------------------------------------------------------------- */

bool at_clause(const Parser *p) {
    return at(p, KW_FOR) || at(p, KW_ASYNC);
}

static void parse_conditions(Parser *p, Clause *clause) {
    ExprList list = {0};
    while (accept(p, KW_IF)) list_add(&list, parse_disjunction(p));
    clause->conditions = list.first;
}

Clause *parse_clauses(Parser *p) {
    Clause *first = NULL, **tail = &first;
    while (at_clause(p)) {
        Clause *clause = arena_alloc(p->arena, sizeof *clause);
        uint32_t start = p->tok.span.start;
        clause->is_async = accept(p, KW_ASYNC);
        expect(p, KW_FOR);
        clause->target = parse_targets(p);
        expect(p, KW_IN);
        clause->iter = parse_disjunction(p);
        parse_conditions(p, clause);
        clause->span = span_from(p, start);
        *tail = clause;
        tail = &clause->next;
    }
    return first;
}

/* Its span is set by the brackets around it, which are part of it. */
static Expr *parse_comprehension(Parser *p, ExprKind kind, Expr *element, Expr *value) {
    if (element->kind == EX_STARRED) {
        fail(p, element->span, MSG_COMP_UNPACKING, NULL, NULL);
        return element; /* there are no clauses behind an error */
    }
    Expr *e = new_expr(p, kind, element->span);
    e->as.comp.element = element;
    e->as.comp.value = value;
    e->as.comp.clauses = parse_clauses(p);
    return e;
}

/* --- displays ----------------------------------------------------------------------- */

/* Between an element and the end of a display: a comma may be the last thing in it. */
static bool next_element(Parser *p, TokenKind end) {
    if (!accept(p, TOK_COMMA)) return false;
    return !at(p, end) && !p->panic;
}

static void parse_elements(Parser *p, ExprList *list, TokenKind end) {
    while (next_element(p, end)) list_add(list, parse_starred_or_named(p));
}

/* A display's span is known only at its closing bracket. */
static Expr *close(Parser *p, Expr *e, TokenKind end, uint32_t start) {
    expect(p, end);
    e->span = span_from(p, start);
    return e;
}

/* A comprehension over several elements without brackets of their own: [a, b for …]. */
static void unbracketed_element(Parser *p, const ExprList *list) {
    if (!at_clause(p) || p->panic || bracket_left_open(p, TOK_END)) return;
    Span span = {list->first->span.start, p->prev.span.end};
    Diag *diag = fail(p, span, MSG_COMP_TUPLE, NULL, NULL);
    fail_hint(p, diag, MSG_HINT_COMP_TUPLE, snippet(p, span), NULL);
}

static Expr *parse_list(Parser *p) {
    uint32_t start = p->tok.span.start;
    ExprList list = {0};
    advance(p);
    if (!at(p, TOK_RSQUARE)) {
        Expr *first = parse_starred_or_named(p);
        if (at_clause(p)) {
            return close(p, parse_comprehension(p, EX_LISTCOMP, first, NULL), TOK_RSQUARE, start);
        }
        list_add(&list, first);
        parse_elements(p, &list, TOK_RSQUARE);
        unbracketed_element(p, &list);
    }
    return close(p, new_list(p, EX_LIST, p->tok.span, list), TOK_RSQUARE, start);
}

/* What stands in ( ), behind the opening one; `{…}` of an f-string is read the same way. */
Expr *parse_group(Parser *p, uint32_t start, TokenKind end) {
    ExprList list = {0};
    if (at(p, end)) return close(p, new_list(p, EX_TUPLE, p->tok.span, list), end, start);
    bool yields = at(p, KW_YIELD);
    Expr *first = yields ? parse_yield_or_star(p) : parse_starred_or_named(p);
    if (at_clause(p) && !yields) {
        return close(p, parse_comprehension(p, EX_GENERATOR, first, NULL), end, start);
    }
    if (yields || !at(p, TOK_COMMA)) {
        if (first->kind == EX_STARRED) fail(p, first->span, MSG_STARRED_ALONE, NULL, NULL);
        expect(p, end);
        first->parenthesized = true;
        return first;
    }
    list_add(&list, first);
    parse_elements(p, &list, end);
    unbracketed_element(p, &list);
    return close(p, new_list(p, EX_TUPLE, p->tok.span, list), end, start);
}

static Expr *parse_parens(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    return parse_group(p, start, TOK_RPAR);
}

/* One `key: value` or `**mapping` of a dict. */
static Expr *parse_pair(Parser *p) {
    uint32_t start = p->tok.span.start;
    Expr *key = NULL, *value;
    if (accept(p, TOK_POWER)) {
        value = parse_bit_or(p);
    } else {
        key = parse_expression(p);
        if (!at(p, TOK_COLON) && (at(p, TOK_COMMA) || at(p, TOK_RBRACE))) {
            fail(p, key->span, MSG_DICT_COLON, snippet(p, key->span), NULL);
        }
        expect(p, TOK_COLON);
        if (at(p, TOK_COMMA) || at(p, TOK_RBRACE)) {
            fail(p, p->prev.span, MSG_DICT_VALUE, snippet(p, key->span), NULL);
        }
        value = parse_expression(p);
    }
    Expr *e = new_expr(p, EX_PAIR, span_from(p, start));
    e->as.pair.left = key;
    e->as.pair.right = value;
    return e;
}

static Expr *parse_dict(Parser *p, Expr *first, uint32_t start) {
    if (at_clause(p)) {
        if (!first->as.pair.left) {
            fail(p, first->span, MSG_COMP_UNPACKING, NULL, NULL);
            return first->as.pair.right;
        }
        Expr *comp = parse_comprehension(p, EX_DICTCOMP, first->as.pair.left, first->as.pair.right);
        return close(p, comp, TOK_RBRACE, start);
    }
    ExprList list = {0};
    list_add(&list, first);
    while (next_element(p, TOK_RBRACE)) list_add(&list, parse_pair(p));
    return close(p, new_list(p, EX_DICT, p->tok.span, list), TOK_RBRACE, start);
}

/* A dict or a set: what stands behind the first element tells which. */
static Expr *parse_braces(Parser *p) {
    uint32_t start = p->tok.span.start;
    ExprList list = {0};
    advance(p);
    if (at(p, TOK_RBRACE)) return close(p, new_list(p, EX_DICT, p->tok.span, list), TOK_RBRACE, start);
    if (at(p, TOK_POWER)) return parse_dict(p, parse_pair(p), start);
    Expr *first = parse_starred_or_named(p);
    if (at(p, TOK_COLON) && first->kind != EX_STARRED) {
        advance(p);
        if (at(p, TOK_COMMA) || at(p, TOK_RBRACE)) {
            fail(p, p->prev.span, MSG_DICT_VALUE, snippet(p, first->span), NULL);
        }
        Expr *value = parse_expression(p);
        Expr *pair = new_expr(p, EX_PAIR, span_from(p, first->span.start));
        pair->as.pair.left = first;
        pair->as.pair.right = value;
        return parse_dict(p, pair, start);
    }
    if (at_clause(p)) {
        return close(p, parse_comprehension(p, EX_SETCOMP, first, NULL), TOK_RBRACE, start);
    }
    list_add(&list, first);
    parse_elements(p, &list, TOK_RBRACE);
    unbracketed_element(p, &list);
    return close(p, new_list(p, EX_SET, p->tok.span, list), TOK_RBRACE, start);
}

/* --- atoms -------------------------------------------------------------------------- */

static Expr *parse_constant(Parser *p, ExprKind kind) {
    Expr *e = new_expr(p, kind, p->tok.span);
    advance(p);
    return e;
}

Expr *parse_atom(Parser *p) {
    Span span = p->tok.span;
    switch (p->tok.kind) {
    case TOK_NAME: {
        Name name = expect_name(p, NULL);
        return new_name(p, name, span);
    }
    case TOK_NUMBER: return parse_number(p);
    case TOK_STRING: return parse_strings(p);
    case TOK_LPAR: return parse_parens(p);
    case TOK_LSQUARE: return parse_list(p);
    case TOK_LBRACE: return parse_braces(p);
    case TOK_ELLIPSIS: return parse_constant(p, EX_ELLIPSIS);
    case KW_NONE: return parse_constant(p, EX_NONE_LIT);
    case KW_TRUE: return parse_constant(p, EX_TRUE);
    case KW_FALSE: return parse_constant(p, EX_FALSE);
    default: unexpected(p, TOK_END); return new_expr(p, EX_NONE_LIT, span);
    }
}
