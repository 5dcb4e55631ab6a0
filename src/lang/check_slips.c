/* What is valid but hardly meant: warnings, where CPython warns too. */
#include "lang/check.h"

static bool is_literal(const Expr *e) {
    return e->kind == EX_INT || e->kind == EX_FLOAT || e->kind == EX_STR || e->kind == EX_BYTES;
}

/* x is 1: whether two equal numbers are one object is up to the interpreter. */
static void warn_identity(Checker *c, const Expr *e) {
    const Expr *left = e->as.compare.left, *right = e->as.compare.rest;
    for (uint32_t i = 0; i < e->as.compare.count; i++, left = right, right = right->next) {
        CompareOp op = e->as.compare.ops[i];
        if (op != CMP_IS && op != CMP_IS_NOT) continue;
        if (!is_literal(left) && !is_literal(right)) continue;
        Span span = {left->span.start, right->span.end};
        const char *word = op == CMP_IS ? "is" : "is not";
        Diag *diag = diag_warning(c->diags, span, MSG_WARN_IDENTITY, word, NULL);
        diag_hint(c->diags, diag, MSG_HINT_WRITE, op == CMP_IS ? "==" : "!=", NULL);
    }
}

static bool is_display(const Expr *e) {
    return is_literal(e) || e->kind == EX_TUPLE || e->kind == EX_LIST || e->kind == EX_DICT ||
           e->kind == EX_SET || e->kind == EX_FSTRING || e->kind == EX_LISTCOMP || e->kind == EX_NONE_LIT ||
           e->kind == EX_TRUE || e->kind == EX_FALSE;
}

/* [(1, 2) (3, 4)]: a comma was forgotten, and it became a call. */
static void warn_call(Checker *c, const Expr *e) {
    const Expr *callee = e->as.call.callee;
    if (!is_display(callee)) return;
    Diag *diag = diag_warning(c->diags, callee->span, MSG_WARN_CALL, NULL);
    diag_hint(c->diags, diag, MSG_HINT_WARN_COMMA, NULL);
}

/* [[1, 2] [3, 4]]: the same, as an index that no list takes. */
static void warn_index(Checker *c, const Expr *e) {
    const Expr *object = e->as.pair.left, *index = e->as.pair.right;
    bool sequence = object->kind == EX_LIST || object->kind == EX_TUPLE || object->kind == EX_STR;
    bool wrong = index->kind == EX_TUPLE || index->kind == EX_STR || index->kind == EX_LIST;
    if (!sequence || !wrong) return;
    Diag *diag = diag_warning(c->diags, object->span, MSG_WARN_INDEX, NULL);
    diag_hint(c->diags, diag, MSG_HINT_WARN_COMMA, NULL);
}

void check_expr_slips(Checker *c, const Expr *e) {
    if (e->kind == EX_COMPARE) warn_identity(c, e);
    else if (e->kind == EX_CALL) warn_call(c, e);
    else if (e->kind == EX_SUBSCRIPT) warn_index(c, e);
}

/* assert (x > 0, "message"): a tuple with something in it is always true. */
void check_stmt_slips(Checker *c, const Stmt *s) {
    if (s->kind != ST_ASSERT) return;
    const Expr *test = s->as.assertion.test;
    if (test->kind != EX_TUPLE || test->as.list.count == 0) return;
    Diag *diag = diag_warning(c->diags, test->span, MSG_WARN_ASSERT, NULL);
    diag_hint(c->diags, diag, MSG_HINT_WARN_ASSERT, NULL);
}
