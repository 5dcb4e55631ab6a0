/* The parameters of a def or a lambda. */
#include "lang/parser.h"

typedef struct ParamReader {
    Params *params;
    Param **tail; /* where the next plain one goes */
    int *count;
    bool annotated;   /* a def: annotations may stand here */
    bool has_default; /* a positional one had a default */
    bool slash, star;
} ParamReader;

static Param *parse_param(Parser *p, const ParamReader *r, bool starred) {
    Param *param = arena_alloc(p->arena, sizeof *param);
    Span span;
    if (at(p, TOK_LPAR) && !p->panic) {
        Diag *diag = fail(p, p->tok.span, MSG_PARAM_TUPLE, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_PARAM_TUPLE, NULL, NULL);
    }
    param->name = expect_name(p, &span);
    if (!p->panic) check_binding(p, param->name, span);
    if (r->annotated && accept(p, TOK_COLON)) {
        /* *args: *Ts is Python 3.11's own addition. */
        param->annotation = starred ? parse_starred_or_named(p) : parse_expression(p);
    }
    param->span = span_from(p, span.start);
    return param;
}

static void parse_default(Parser *p, ParamReader *r, Param *param) {
    if (accept(p, TOK_EQ)) {
        if (at(p, TOK_COMMA) || at(p, TOK_RPAR) || at(p, TOK_COLON)) {
            fail(p, p->prev.span, MSG_PARAM_NO_VALUE, param->name, NULL);
        }
        param->default_value = parse_expression(p);
        if (!r->star) r->has_default = true;
    } else if (r->has_default && !r->star) {
        Diag *diag = fail(p, param->span, MSG_PARAM_DEFAULT_ORDER, param->name, NULL);
        fail_hint(p, diag, MSG_HINT_PARAM_DEFAULT_ORDER, param->name, NULL);
    }
}

static void add_plain(Parser *p, ParamReader *r) {
    Param *param = parse_param(p, r, false);
    parse_default(p, r, param);
    *r->tail = param;
    r->tail = &param->next;
    ++*r->count;
}

/* What was read so far was positional-only. */
static void add_slash(Parser *p, ParamReader *r) {
    Params *ps = r->params;
    if (r->slash || r->star || !ps->positional) {
        MsgId msg = r->slash  ? MSG_PARAM_SLASH_TWICE
                    : r->star ? MSG_PARAM_SLASH_AFTER_STAR
                              : MSG_PARAM_SLASH_FIRST;
        fail(p, p->tok.span, msg, NULL, NULL);
        return;
    }
    advance(p);
    r->slash = true;
    ps->positional_only = ps->positional;
    ps->positional_only_count = ps->positional_count;
    ps->positional = NULL;
    ps->positional_count = 0;
    r->tail = &ps->positional;
}

static void add_star(Parser *p, ParamReader *r, TokenKind end) {
    Params *ps = r->params;
    Span span = p->tok.span;
    if (r->star) {
        fail(p, span, MSG_PARAM_STAR_TWICE, NULL, NULL);
        return;
    }
    advance(p);
    r->star = true;
    r->tail = &ps->keyword_only;
    r->count = &ps->keyword_only_count;
    if (at(p, TOK_NAME)) {
        ps->star = parse_param(p, r, true);
        if (at(p, TOK_EQ)) fail(p, p->tok.span, MSG_PARAM_STAR_DEFAULT, ps->star->name, NULL);
        return;
    }
    if (!at(p, TOK_COMMA) && !at(p, end)) unexpected(p, end);
}

static void add_double_star(Parser *p, ParamReader *r, TokenKind end) {
    advance(p);
    Param *param = parse_param(p, r, false);
    r->params->double_star = param;
    if (at(p, TOK_EQ)) fail(p, p->tok.span, MSG_PARAM_STAR_DEFAULT, param->name, NULL);
    accept(p, TOK_COMMA);
    bool more = at(p, TOK_NAME) || at(p, TOK_STAR) || at(p, TOK_POWER) || at(p, TOK_SLASH);
    if (more && !at(p, end)) {
        fail(p, p->tok.span, MSG_PARAM_AFTER_DOUBLE, param->name, NULL);
    }
}

Params *parse_params(Parser *p, TokenKind end, bool annotated) {
    Params *ps = arena_alloc(p->arena, sizeof *ps);
    ParamReader r = {
        .params = ps, .tail = &ps->positional, .count = &ps->positional_count, .annotated = annotated};
    Span bare = {0, 0}; /* a `*` that names nothing yet */
    while (!at(p, end) && !p->panic) {
        if (at(p, TOK_POWER)) {
            add_double_star(p, &r, end);
            break;
        }
        Span span = p->tok.span;
        if (at(p, TOK_STAR)) {
            add_star(p, &r, end);
            if (!ps->star) bare = span;
        } else if (at(p, TOK_SLASH)) {
            add_slash(p, &r);
        } else {
            add_plain(p, &r);
        }
        if (!accept(p, TOK_COMMA)) break;
    }
    if (bare.end && !ps->keyword_only && !p->panic) {
        fail(p, bare, MSG_PARAM_STAR_ALONE, NULL, NULL);
    }
    return ps;
}
