#include "vm/anchors.h"

#include "lang/lexer.h"

/* How tightly each binary operator binds; 0: not one. */
static const uint8_t precedence[TOK_COUNT] = {
    [TOK_PIPE] = 1,    [TOK_CARET] = 2,        [TOK_AMPERSAND] = 3, [TOK_LSHIFT] = 4, [TOK_RSHIFT] = 4,
    [TOK_PLUS] = 5,    [TOK_MINUS] = 5,        [TOK_STAR] = 6,      [TOK_SLASH] = 6,  [TOK_AT] = 6,
    [TOK_PERCENT] = 6, [TOK_DOUBLE_SLASH] = 6, [TOK_POWER] = 7,
};

/* Outside brackets, each of these makes the whole something else than an operation or a
 * subscript. */
static const bool looser[TOK_COUNT] = {
    [TOK_COMMA] = true, [TOK_COLON] = true, [TOK_SEMICOLON] = true, [TOK_WALRUS] = true, [TOK_EQ] = true,
    [TOK_LT] = true,    [TOK_LE] = true,    [TOK_EQEQ] = true,      [TOK_NE] = true,     [TOK_GT] = true,
    [TOK_GE] = true,    [TOK_ERROR] = true, [TOK_STOP] = true,      [KW_IF] = true,      [KW_ELSE] = true,
    [KW_IN] = true,     [KW_IS] = true,     [KW_OR] = true,         [KW_AND] = true,     [KW_NOT] = true,
    [KW_FOR] = true,    [KW_LAMBDA] = true, [KW_YIELD] = true,      [KW_FROM] = true,    [KW_RAISE] = true,
    [KW_ASSERT] = true,
};

static bool opens(TokenKind k) {
    return k == TOK_LPAR || k == TOK_LSQUARE || k == TOK_LBRACE;
}
static bool closes(TokenKind k) {
    return k == TOK_RPAR || k == TOK_RSQUARE || k == TOK_RBRACE;
}
static bool ends_line(TokenKind k) {
    return k == TOK_END || k == TOK_NEWLINE || k == TOK_ERROR;
}

static bool is_prefix(TokenKind k) {
    return k == TOK_PLUS || k == TOK_MINUS || k == TOK_TILDE || k == KW_AWAIT;
}

/* What a walk over the tokens outside brackets tells. */
typedef struct Outline {
    TokenKind first, last;
    Span op; /* of the operator that is applied last; empty if there is none */
    uint8_t op_level;
    Span opened; /* the last bracket that was opened outside brackets */
    bool opened_first;
} Outline;

static bool outline(const char *text, uint32_t len, Outline *o) {
    Lexer lexer;
    lexer_init(&lexer, text, 0, len, NULL);
    int depth = 0;
    bool wants_operand = true;
    *o = (Outline){.first = TOK_END};
    for (Token t = lexer_next(&lexer); !ends_line(t.kind); t = lexer_next(&lexer)) {
        bool is_first = o->first == TOK_END;
        if (is_first) o->first = t.kind;
        o->last = t.kind;
        if (closes(t.kind)) depth--;
        if (depth == 0 && looser[t.kind]) return false;
        if (depth == 0 && opens(t.kind)) {
            o->opened = t.span;
            o->opened_first = is_first;
        }
        uint8_t level = precedence[t.kind];
        /* Of equal operators the last one is applied last, except for powers. */
        if (depth == 0 && level && !wants_operand &&
            (!o->op_level || level < o->op_level || (level == o->op_level && t.kind != TOK_POWER))) {
            o->op = t.span;
            o->op_level = level;
        }
        if (opens(t.kind)) depth++;
        wants_operand = level || is_prefix(t.kind) || opens(t.kind);
    }
    return o->first != TOK_END && depth == 0;
}

/* Whether the text from `at` on is one expression in parentheses (which CPython's tree does
 * not count as part of it), and not a tuple or a generator. */
static bool is_parenthesized(const char *text, uint32_t at, uint32_t len) {
    Lexer lexer;
    lexer_init(&lexer, text, at, len, NULL);
    Token t = lexer_next(&lexer);
    if (t.kind != TOK_LPAR) return false;
    int depth = 1;
    bool empty = true;
    for (t = lexer_next(&lexer); !ends_line(t.kind); t = lexer_next(&lexer)) {
        if (depth == 0) return false;
        if (depth == 1 && (t.kind == TOK_COMMA || t.kind == KW_FOR)) return false;
        if (opens(t.kind)) depth++;
        if (closes(t.kind)) depth--;
        if (depth > 0) empty = false;
    }
    return depth == 0 && !empty;
}

bool anchors_find(const char *expression, size_t len, uint32_t *left, uint32_t *right) {
    Outline o;
    if (len > UINT32_MAX / 2 || !outline(expression, (uint32_t)len, &o)) return false;
    if (o.op_level) {
        /* -a ** b is a negation. */
        bool negated = o.op_level == precedence[TOK_POWER] && is_prefix(o.first) && o.first != KW_AWAIT;
        if (negated) return false;
        *left = o.op.start;
        *right = o.op.end;
        /* CPython takes any character that touches the operator and is not yet of the right
         * operand for the second half of an operator: 1 +(2). */
        if (*right - *left == 1 && expression[*right] == '(' &&
            is_parenthesized(expression, *right, (uint32_t)len))
            ++*right;
        return true;
    }
    if (is_prefix(o.first) || o.last != TOK_RSQUARE || o.opened_first) return false;
    *left = o.opened.start;
    *right = (uint32_t)len;
    return true;
}
