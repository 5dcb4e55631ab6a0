/* What stands behind `case`. */
#include "lang/parser.h"

#include <string.h>

typedef struct PatternList {
    Pattern *first, *last;
    uint32_t count;
} PatternList;

static Pattern *parse_as_pattern(Parser *p);

static Pattern *new_pattern(Parser *p, PatternKind kind, uint32_t start) {
    Pattern *pat = arena_alloc(p->arena, sizeof *pat);
    pat->kind = kind;
    pat->span = span_from(p, start);
    return pat;
}

static void add(PatternList *list, Pattern *pat) {
    if (list->last) list->last->next = pat;
    else list->first = pat;
    list->last = pat;
    list->count++;
}

static Pattern *with_items(Pattern *pat, PatternList list) {
    pat->items = list.first;
    pat->count = list.count;
    return pat;
}

/* A name that captures; `_` gives NULL. */
static Name capture_name(Parser *p) {
    Span span;
    Name name = expect_name(p, &span);
    if (!p->panic) check_binding(p, name, span);
    return strcmp(name, "_") == 0 ? NULL : name;
}

/* --- values ------------------------------------------------------------------------- */

/* 1, -1, and the complex 1+2j, which is refused as any imaginary number is. */
static Expr *parse_signed_number(Parser *p) {
    uint32_t start = p->tok.span.start;
    bool negative = accept(p, TOK_MINUS);
    if (!at(p, TOK_NUMBER)) unexpected(p, TOK_NUMBER);
    Expr *number = parse_atom(p);
    Expr *e = number;
    if (negative) {
        e = new_expr(p, EX_UNARY, span_from(p, start));
        e->as.unary.op = UN_NEG;
        e->as.unary.operand = number;
    }
    if (at(p, TOK_PLUS) || at(p, TOK_MINUS)) {
        BinaryOp op = at(p, TOK_PLUS) ? BIN_ADD : BIN_SUB;
        advance(p);
        if (!at(p, TOK_NUMBER)) unexpected(p, TOK_NUMBER);
        /* Only 1+2j is a number; anything else would be a computation. */
        Expr *right = parse_atom(p);
        if (right->kind == EX_INT) fail(p, span_from(p, start), MSG_PATTERN_COMPUTED, NULL, NULL);
        Expr *sum = new_expr(p, EX_BINARY, span_from(p, start));
        sum->as.binary.op = op;
        sum->as.binary.left = e;
        sum->as.binary.right = right;
        e = sum;
    }
    return e;
}

static Expr *parse_dotted(Parser *p, Expr *e, uint32_t start) {
    while (accept(p, TOK_DOT)) {
        if (!taller(p)) break;
        Span span;
        Name name = expect_name(p, &span);
        Expr *attribute = new_expr(p, EX_ATTRIBUTE, span_from(p, start));
        attribute->as.attribute.object = e;
        attribute->as.attribute.name = name;
        attribute->as.attribute.name_span = span;
        e = attribute;
    }
    return e;
}

static Pattern *value_pattern(Parser *p, PatternKind kind, Expr *value) {
    Pattern *pat = new_pattern(p, kind, value->span.start);
    pat->value = value;
    return pat;
}

static Pattern *parse_literal(Parser *p) {
    Expr *value = parse_strings(p);
    if (value->kind == EX_FSTRING) fail(p, value->span, MSG_PATTERN_FSTRING, NULL, NULL);
    return value_pattern(p, PAT_VALUE, value);
}

/* --- sequences ---------------------------------------------------------------------- */

static Pattern *parse_star_pattern(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    Name name = capture_name(p);
    Pattern *pat = new_pattern(p, PAT_STAR, start);
    pat->name = name;
    return pat;
}

static Pattern *parse_maybe_star(Parser *p) {
    return at(p, TOK_STAR) ? parse_star_pattern(p) : parse_as_pattern(p);
}

static void check_stars(Parser *p, const PatternList *list) {
    bool seen = false;
    for (const Pattern *pat = list->first; pat; pat = pat->next) {
        if (pat->kind != PAT_STAR) continue;
        if (seen) fail(p, pat->span, MSG_PATTERN_STARS, NULL, NULL);
        seen = true;
    }
}

static Pattern *parse_sequence(Parser *p, Pattern *first, TokenKind end, uint32_t start) {
    PatternList list = {0};
    if (first) add(&list, first);
    while (!at(p, end) && !p->panic) {
        if (list.count > 0 && (!accept(p, TOK_COMMA) || at(p, end))) break;
        add(&list, parse_maybe_star(p));
    }
    check_stars(p, &list);
    expect(p, end);
    return with_items(new_pattern(p, PAT_SEQUENCE, start), list);
}

/* (x) is x, (x,) and () are sequences. */
static Pattern *parse_group_pattern(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    if (at(p, TOK_RPAR)) return parse_sequence(p, NULL, TOK_RPAR, start);
    Pattern *first = parse_maybe_star(p);
    if (at(p, TOK_COMMA) || first->kind == PAT_STAR) {
        return parse_sequence(p, first, TOK_RPAR, start);
    }
    expect(p, TOK_RPAR);
    return first;
}

static Pattern *parse_list_pattern(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    return parse_sequence(p, NULL, TOK_RSQUARE, start);
}

/* --- mappings ----------------------------------------------------------------------- */

/* A key is a value: a literal or a dotted name. */
static Expr *parse_key(Parser *p) {
    uint32_t start = p->tok.span.start;
    switch (p->tok.kind) {
    case TOK_NUMBER:
    case TOK_MINUS: return parse_signed_number(p);
    case TOK_STRING: {
        Expr *value = parse_strings(p);
        if (value->kind == EX_FSTRING) fail(p, value->span, MSG_PATTERN_FSTRING, NULL, NULL);
        return value;
    }
    case KW_NONE:
    case KW_TRUE:
    case KW_FALSE: return parse_atom(p);
    case TOK_NAME: {
        Expr *e = parse_dotted(p, parse_atom(p), start);
        if (e->kind == EX_NAME) fail(p, e->span, MSG_PATTERN_KEY, e->as.name, NULL);
        return e;
    }
    default: unexpected(p, TOK_END); return new_expr(p, EX_NONE_LIT, p->tok.span);
    }
}

static bool same_key(const Expr *a, const Expr *b) {
    if (a->kind != b->kind) return false;
    if (a->kind == EX_INT) return a->as.text == b->as.text;
    if (a->kind == EX_STR || a->kind == EX_BYTES) {
        return a->as.str.len == b->as.str.len && memcmp(a->as.str.bytes, b->as.str.bytes, a->as.str.len) == 0;
    }
    return a->kind == EX_NONE_LIT || a->kind == EX_TRUE || a->kind == EX_FALSE;
}

/* CPython refuses equal literals; dotted names may turn out to be equal. */
static void check_key(Parser *p, const ExprList *keys, const Expr *key) {
    for (const Expr *other = keys->first; other && !p->panic; other = other->next) {
        if (same_key(other, key)) fail(p, key->span, MSG_PATTERN_KEY_TWICE, snippet(p, key->span), NULL);
    }
}

static Pattern *parse_mapping(Parser *p) {
    uint32_t start = p->tok.span.start;
    PatternList list = {0};
    ExprList keys = {0};
    Name rest = NULL;
    advance(p);
    while (!at(p, TOK_RBRACE) && !p->panic) {
        if (accept(p, TOK_POWER)) {
            Span span = p->tok.span;
            rest = capture_name(p);
            if (!rest) fail(p, span, MSG_PATTERN_REST_WILDCARD, NULL, NULL);
            accept(p, TOK_COMMA);
            break;
        }
        Expr *key = parse_key(p);
        check_key(p, &keys, key);
        list_add(&keys, key);
        expect(p, TOK_COLON);
        add(&list, parse_as_pattern(p));
        if (!accept(p, TOK_COMMA)) break;
    }
    expect(p, TOK_RBRACE);
    Pattern *pat = with_items(new_pattern(p, PAT_MAPPING, start), list);
    pat->keys = keys.first;
    pat->name = rest;
    return pat;
}

/* --- classes ------------------------------------------------------------------------ */

/* `name=pattern` or `pattern`: a lone capture turns out to be a keyword at its `=`. */
static void parse_class_item(Parser *p, PatternList *list) {
    uint32_t start = p->tok.span.start;
    bool is_name = at(p, TOK_NAME);
    Pattern *item = parse_as_pattern(p);
    if (!at(p, TOK_EQ)) {
        if (list->last && list->last->keyword && !p->panic) {
            fail(p, item->span, MSG_PATTERN_ORDER, NULL, NULL);
        }
        add(list, item);
        return;
    }
    bool alone = is_name && item->kind == PAT_CAPTURE && !p->panic;
    if (!alone) {
        unexpected(p, TOK_END);
        return;
    }
    Span span = span_from(p, start);
    Name keyword = names_intern(p->names, p->lexer.text + span.start, span.end - span.start);
    for (const Pattern *other = list->first; other; other = other->next) {
        if (other->keyword == keyword) fail(p, span, MSG_PATTERN_ATTRIBUTE_TWICE, keyword, NULL);
    }
    advance(p);
    item = parse_as_pattern(p);
    item->keyword = keyword;
    add(list, item);
}

static Pattern *parse_class_pattern(Parser *p, Expr *class_, uint32_t start) {
    PatternList list = {0};
    advance(p);
    while (!at(p, TOK_RPAR) && !p->panic) {
        parse_class_item(p, &list);
        if (!accept(p, TOK_COMMA)) break;
    }
    expect(p, TOK_RPAR);
    Pattern *pat = with_items(new_pattern(p, PAT_CLASS, start), list);
    pat->value = class_;
    return pat;
}

/* A capture, a dotted value, or a class. */
static Pattern *parse_name_pattern(Parser *p) {
    uint32_t start = p->tok.span.start;
    Expr *name = parse_atom(p);
    Expr *e = parse_dotted(p, name, start);
    if (at(p, TOK_LPAR)) return parse_class_pattern(p, e, start);
    if (e != name) return value_pattern(p, PAT_VALUE, e);
    check_binding(p, name->as.name, name->span);
    Pattern *pat = new_pattern(p, PAT_CAPTURE, start);
    pat->name = strcmp(name->as.name, "_") == 0 ? NULL : name->as.name;
    return pat;
}

/* --- patterns ----------------------------------------------------------------------- */

static Pattern *parse_closed(Parser *p) {
    switch (p->tok.kind) {
    case TOK_NUMBER:
    case TOK_MINUS: return value_pattern(p, PAT_VALUE, parse_signed_number(p));
    case TOK_STRING: return parse_literal(p);
    case KW_NONE:
    case KW_TRUE:
    case KW_FALSE: return value_pattern(p, PAT_SINGLETON, parse_atom(p));
    case TOK_NAME: return parse_name_pattern(p);
    case TOK_LPAR: return parse_group_pattern(p);
    case TOK_LSQUARE: return parse_list_pattern(p);
    case TOK_LBRACE: return parse_mapping(p);
    default: unexpected(p, TOK_END); return new_pattern(p, PAT_CAPTURE, p->tok.span.start);
    }
}

static Pattern *parse_or_pattern(Parser *p) {
    uint32_t start = p->tok.span.start;
    Pattern *first = parse_closed(p);
    if (!at(p, TOK_PIPE)) return first;
    PatternList list = {0};
    add(&list, first);
    while (accept(p, TOK_PIPE)) add(&list, parse_closed(p));
    return with_items(new_pattern(p, PAT_OR, start), list);
}

static Pattern *parse_as_pattern(Parser *p) {
    uint32_t start = p->tok.span.start;
    Pattern *inner = enter(p) ? parse_or_pattern(p) : new_pattern(p, PAT_CAPTURE, start);
    leave(p);
    if (!accept(p, KW_AS)) return inner;
    Span span = p->tok.span;
    Name name = capture_name(p);
    if (!name) fail(p, span, MSG_PATTERN_AS_WILDCARD, NULL, NULL);
    if (at(p, TOK_DOT) || at(p, TOK_LPAR)) fail(p, span, MSG_PATTERN_AS_TARGET, NULL, NULL);
    Pattern *pat = new_pattern(p, PAT_AS, start);
    pat->inner = inner;
    pat->name = name;
    return pat;
}

/* `case a, *b:` is a sequence without brackets. */
Pattern *parse_patterns(Parser *p) {
    uint32_t start = p->tok.span.start;
    Pattern *first = parse_maybe_star(p);
    if (!at(p, TOK_COMMA) && first->kind != PAT_STAR) return first;
    PatternList list = {0};
    add(&list, first);
    while (accept(p, TOK_COMMA) && !at(p, TOK_COLON) && !at(p, KW_IF)) add(&list, parse_maybe_star(p));
    check_stars(p, &list);
    return with_items(new_pattern(p, PAT_SEQUENCE, start), list);
}
