/* Operators, from the loosest (lambda, if … else) to the tightest (await, **). */
#include "lang/parser.h"

#include <string.h>

/* --- operators ---------------------------------------------------------------------- */

typedef struct Binary {
    uint8_t strength; /* 0: not a binary operator */
    BinaryOp op;
} Binary;

/* How tightly each binds; all of these group from the left. */
static const Binary binaries[TOK_COUNT] = {
    [TOK_PIPE] = {1, BIN_OR},       [TOK_CARET] = {2, BIN_XOR},
    [TOK_AMPERSAND] = {3, BIN_AND}, [TOK_LSHIFT] = {4, BIN_LSHIFT},
    [TOK_RSHIFT] = {4, BIN_RSHIFT}, [TOK_PLUS] = {5, BIN_ADD},
    [TOK_MINUS] = {5, BIN_SUB},     [TOK_STAR] = {6, BIN_MUL},
    [TOK_SLASH] = {6, BIN_DIV},     [TOK_DOUBLE_SLASH] = {6, BIN_FLOORDIV},
    [TOK_PERCENT] = {6, BIN_MOD},   [TOK_AT] = {6, BIN_MATMUL},
};

static Expr *parse_unary(Parser *p);

/* await x, then **, which binds its left side tighter than a sign does and its right less. */
static Expr *parse_power(Parser *p) {
    uint32_t start = p->tok.span.start;
    Expr *left;
    if (accept(p, KW_AWAIT)) {
        Expr *operand = parse_primary(p);
        left = new_expr(p, EX_AWAIT, span_from(p, start));
        left->as.pair.left = operand;
    } else {
        left = parse_primary(p);
    }
    if (!accept(p, TOK_POWER)) return left;
    Expr *right = parse_unary(p);
    Expr *e = new_expr(p, EX_BINARY, span_from(p, start));
    e->as.binary.op = BIN_POW;
    e->as.binary.left = left;
    e->as.binary.right = right;
    return e;
}

static Expr *new_unary(Parser *p, UnaryOp op, uint32_t start, Expr *operand) {
    Expr *e = new_expr(p, EX_UNARY, span_from(p, start));
    e->as.unary.op = op;
    e->as.unary.operand = operand;
    return e;
}

static Expr *parse_unary(Parser *p) {
    uint32_t start = p->tok.span.start;
    UnaryOp op = at(p, TOK_MINUS) ? UN_NEG : at(p, TOK_PLUS) ? UN_POS : UN_INVERT;
    if (!enter(p)) {
        leave(p);
        return new_expr(p, EX_NONE_LIT, p->tok.span);
    }
    Expr *e;
    if (accept(p, TOK_MINUS) || accept(p, TOK_PLUS) || accept(p, TOK_TILDE)) {
        Expr *operand = parse_unary(p);
        e = new_unary(p, op, start, operand);
    } else {
        e = parse_power(p);
    }
    leave(p);
    return e;
}

/* Operands joined by operators of at least that strength. A loop, not a rule for each
 * strength: the C stack would be ten times deeper in every bracket. */
static Expr *parse_binary(Parser *p, int strength) {
    uint32_t start = p->tok.span.start;
    uint32_t outer = p->tall;
    p->tall = 0;
    Expr *left = parse_unary(p);
    for (;;) {
        Binary binary = binaries[p->tok.kind];
        if (binary.strength == 0 || binary.strength < strength || !taller(p)) break;
        advance(p);
        Expr *right = parse_binary(p, binary.strength + 1);
        Expr *e = new_expr(p, EX_BINARY, span_from(p, start));
        e->as.binary.op = binary.op;
        e->as.binary.left = left;
        e->as.binary.right = right;
        left = e;
    }
    if (p->tall < outer) p->tall = outer;
    return left;
}

Expr *parse_bit_or(Parser *p) {
    return parse_binary(p, 1);
}

/* --- comparisons and logic ---------------------------------------------------------- */

/* Consumes a comparison operator. `not` behind an operand can only be `not in`. */
static bool comparison_op(Parser *p, CompareOp *op) {
    static const uint8_t ops[TOK_COUNT] = {
        [TOK_LT] = CMP_LT + 1, [TOK_LE] = CMP_LE + 1, [TOK_EQEQ] = CMP_EQ + 1,
        [TOK_NE] = CMP_NE + 1, [TOK_GT] = CMP_GT + 1, [TOK_GE] = CMP_GE + 1,
        [KW_IN] = CMP_IN + 1,  [KW_IS] = CMP_IS + 1,  [KW_NOT] = CMP_NOT_IN + 1,
    };
    TokenKind kind = p->tok.kind;
    if (!ops[kind]) return false;
    *op = (CompareOp)(ops[kind] - 1);
    advance(p);
    if (kind == KW_NOT) expect(p, KW_IN);
    if (kind == KW_IS && accept(p, KW_NOT)) *op = CMP_IS_NOT;
    return true;
}

static Expr *parse_comparison(Parser *p) {
    uint32_t start = p->tok.span.start;
    Expr *left = parse_bit_or(p);
    VEC(CompareOp) ops = {0};
    ExprList rest = {0};
    CompareOp op;
    while (comparison_op(p, &op)) {
        vec_push(&ops, op);
        list_add(&rest, parse_bit_or(p));
    }
    if (rest.count == 0) return left;
    Expr *e = new_expr(p, EX_COMPARE, span_from(p, start));
    e->as.compare.left = left;
    e->as.compare.rest = rest.first;
    e->as.compare.count = rest.count;
    e->as.compare.ops = arena_alloc(p->arena, rest.count * sizeof(CompareOp));
    memcpy(e->as.compare.ops, ops.items, rest.count * sizeof(CompareOp));
    vec_deinit(&ops);
    return e;
}

static Expr *parse_inversion(Parser *p) {
    if (!at(p, KW_NOT)) return parse_comparison(p);
    uint32_t start = p->tok.span.start;
    advance(p);
    Expr *operand = enter(p) ? parse_inversion(p) : new_expr(p, EX_NONE_LIT, p->tok.span);
    leave(p);
    return new_unary(p, UN_NOT, start, operand);
}

/* `and` and `or` are flat lists, however long. */
static Expr *parse_logic(Parser *p, TokenKind word, ExprKind kind, Expr *(*operand)(Parser *)) {
    uint32_t start = p->tok.span.start;
    Expr *first = operand(p);
    if (!at(p, word)) return first;
    ExprList list = {0};
    list_add(&list, first);
    while (accept(p, word)) list_add(&list, operand(p));
    return new_list(p, kind, span_from(p, start), list);
}

static Expr *parse_conjunction(Parser *p) {
    return parse_logic(p, KW_AND, EX_AND, parse_inversion);
}

Expr *parse_disjunction(Parser *p) {
    return parse_logic(p, KW_OR, EX_OR, parse_conjunction);
}

/* --- expressions -------------------------------------------------------------------- */

/* Its parameters end at the colon, so they have no annotations. */
static Expr *parse_lambda(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    Params *params = parse_params(p, TOK_COLON, false);
    expect(p, TOK_COLON);
    Expr *body = parse_expression(p);
    Expr *e = new_expr(p, EX_LAMBDA, span_from(p, start));
    e->as.lambda.params = params;
    e->as.lambda.body = body;
    return e;
}

static Expr *parse_conditional(Parser *p) {
    uint32_t start = p->tok.span.start;
    Expr *then = parse_disjunction(p);
    if (!at(p, KW_IF)) return then;
    advance(p);
    Expr *cond = parse_disjunction(p);
    if (!at(p, KW_ELSE) && !bracket_left_open(p, TOK_END)) {
        Diag *diag = fail(p, span_from(p, start), MSG_IF_WITHOUT_ELSE, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_IF_WITHOUT_ELSE, NULL, NULL);
    }
    accept(p, KW_ELSE);
    Expr *otherwise = parse_expression(p);
    Expr *e = new_expr(p, EX_IF, span_from(p, start));
    e->as.cond.cond = cond;
    e->as.cond.then = then;
    e->as.cond.otherwise = otherwise;
    return e;
}

Expr *parse_expression(Parser *p) {
    Expr *e;
    if (!enter(p)) e = new_expr(p, EX_NONE_LIT, p->tok.span);
    else if (at(p, KW_LAMBDA)) e = parse_lambda(p);
    else e = parse_conditional(p);
    leave(p);
    return e;
}

/* The target of := has been parsed as an expression when the sign comes. */
Expr *parse_named(Parser *p) {
    Expr *e = parse_expression(p);
    if (!at(p, TOK_WALRUS)) return e;
    if (e->kind != EX_NAME || e->parenthesized) {
        Diag *diag = fail(p, e->span, MSG_WALRUS_TARGET, snippet(p, e->span), NULL);
        fail_hint(p, diag, MSG_HINT_WALRUS_TARGET, NULL, NULL);
        return e;
    }
    check_binding(p, e->as.name, e->span);
    advance(p);
    Expr *value = parse_expression(p);
    Expr *walrus = new_expr(p, EX_WALRUS, span_from(p, e->span.start));
    walrus->as.walrus.name = e->as.name;
    walrus->as.walrus.name_span = e->span;
    walrus->as.walrus.value = value;
    return walrus;
}

/* Whether a star may stand there is for the caller to say. */
static Expr *parse_starred(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    Expr *value = parse_bit_or(p);
    Expr *e = new_expr(p, EX_STARRED, span_from(p, start));
    e->as.pair.left = value;
    return e;
}

Expr *parse_starred_or_named(Parser *p) {
    return at(p, TOK_STAR) ? parse_starred(p) : parse_named(p);
}

static Expr *parse_star_expression(Parser *p) {
    return at(p, TOK_STAR) ? parse_starred(p) : parse_expression(p);
}

static bool starts_star_expression(const Parser *p) {
    return at(p, TOK_STAR) || starts_expression(p);
}

/* `a`, or a tuple `a,` or `a, *b`. */
static Expr *parse_tuple_of(Parser *p, Expr *(*element)(Parser *)) {
    uint32_t start = p->tok.span.start;
    Expr *first = element(p);
    if (!at(p, TOK_COMMA)) return first;
    ExprList list = {0};
    list_add(&list, first);
    while (accept(p, TOK_COMMA) && starts_star_expression(p)) list_add(&list, element(p));
    return new_list(p, EX_TUPLE, span_from(p, start), list);
}

Expr *parse_star_expressions(Parser *p) {
    return parse_tuple_of(p, parse_star_expression);
}

/* Without `in`, which ends the targets of a `for`. */
static Expr *parse_one_target(Parser *p) {
    return at(p, TOK_STAR) ? parse_starred(p) : parse_bit_or(p);
}

Expr *parse_targets(Parser *p) {
    Expr *e = parse_tuple_of(p, parse_one_target);
    if (!p->panic) check_target(p, e, TARGET_ASSIGN);
    return e;
}

/* Where it may stand is checked with the scopes. */
static Expr *parse_yield(Parser *p) {
    uint32_t start = p->tok.span.start;
    advance(p);
    bool from = accept(p, KW_FROM);
    Expr *value = NULL;
    if (from) value = parse_expression(p);
    else if (starts_star_expression(p)) value = parse_star_expressions(p);
    Expr *e = new_expr(p, from ? EX_YIELD_FROM : EX_YIELD, span_from(p, start));
    e->as.pair.left = value;
    return e;
}

Expr *parse_yield_or_star(Parser *p) {
    return at(p, KW_YIELD) ? parse_yield(p) : parse_star_expressions(p);
}
