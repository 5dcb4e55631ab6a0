/* The one place besides dump.c that knows where all children are; dump.c has text of its own between
 * them. */
#include "lang/walk.h"

void walk_expr(const Walker *w, Expr *e) {
    if (e) w->expr(w->context, e);
}

void walk_list(const Walker *w, Expr *e) {
    for (; e; e = e->next) w->expr(w->context, e);
}

void walk_block(const Walker *w, Stmt *s) {
    for (; s; s = s->next) w->stmt(w->context, s);
}

static void walk_keywords(const Walker *w, const Keyword *k) {
    for (; k; k = k->next) walk_expr(w, k->value);
}

static void walk_param(const Walker *w, const Param *p) {
    for (; p; p = p->next) {
        walk_expr(w, p->annotation);
        walk_expr(w, p->default_value);
    }
}

void walk_params(const Walker *w, const Params *ps) {
    walk_param(w, ps->positional_only);
    walk_param(w, ps->positional);
    walk_param(w, ps->keyword_only);
    walk_param(w, ps->star);
    walk_param(w, ps->double_star);
}

static void walk_pattern(const Walker *w, Pattern *pat) {
    walk_expr(w, pat->value);
    walk_list(w, pat->keys);
    if (pat->inner) walk_pattern(w, pat->inner);
    for (Pattern *item = pat->items; item; item = item->next) walk_pattern(w, item);
}

static void walk_comprehension(const Walker *w, Expr *e) {
    for (Clause *c = e->as.comp.clauses; c; c = c->next) {
        walk_expr(w, c->target);
        walk_expr(w, c->iter);
        walk_list(w, c->conditions);
    }
    walk_expr(w, e->as.comp.element);
    walk_expr(w, e->as.comp.value);
}

void walk_expr_children(const Walker *w, Expr *e) {
    switch (e->kind) {
    case EX_NONE_LIT:
    case EX_TRUE:
    case EX_FALSE:
    case EX_ELLIPSIS:
    case EX_INT:
    case EX_FLOAT:
    case EX_STR:
    case EX_BYTES:
    case EX_NAME: break;
    case EX_FORMATTED:
        walk_expr(w, e->as.formatted.value);
        walk_expr(w, e->as.formatted.spec);
        break;
    case EX_ATTRIBUTE: walk_expr(w, e->as.attribute.object); break;
    case EX_SUBSCRIPT:
    case EX_PAIR:
    case EX_STARRED:
    case EX_AWAIT:
    case EX_YIELD:
    case EX_YIELD_FROM:
        walk_expr(w, e->as.pair.left);
        walk_expr(w, e->as.pair.right);
        break;
    case EX_SLICE:
        walk_expr(w, e->as.slice.lower);
        walk_expr(w, e->as.slice.upper);
        walk_expr(w, e->as.slice.step);
        break;
    case EX_CALL:
        walk_expr(w, e->as.call.callee);
        walk_list(w, e->as.call.args);
        walk_keywords(w, e->as.call.keywords);
        break;
    case EX_FSTRING:
    case EX_TUPLE:
    case EX_LIST:
    case EX_SET:
    case EX_DICT:
    case EX_AND:
    case EX_OR: walk_list(w, e->as.list.items); break;
    case EX_UNARY: walk_expr(w, e->as.unary.operand); break;
    case EX_BINARY:
        walk_expr(w, e->as.binary.left);
        walk_expr(w, e->as.binary.right);
        break;
    case EX_COMPARE:
        walk_expr(w, e->as.compare.left);
        walk_list(w, e->as.compare.rest);
        break;
    case EX_IF:
        walk_expr(w, e->as.cond.cond);
        walk_expr(w, e->as.cond.then);
        walk_expr(w, e->as.cond.otherwise);
        break;
    case EX_LAMBDA:
        walk_params(w, e->as.lambda.params);
        walk_expr(w, e->as.lambda.body);
        break;
    case EX_LISTCOMP:
    case EX_SETCOMP:
    case EX_DICTCOMP:
    case EX_GENERATOR: walk_comprehension(w, e); break;
    case EX_WALRUS: walk_expr(w, e->as.walrus.value); break;
    }
}

static void walk_try(const Walker *w, Stmt *s) {
    walk_block(w, s->as.try_.body);
    for (Handler *h = s->as.try_.handlers; h; h = h->next) {
        walk_expr(w, h->type);
        walk_block(w, h->body);
    }
    walk_block(w, s->as.try_.orelse);
    walk_block(w, s->as.try_.finally);
}

static void walk_with(const Walker *w, Stmt *s) {
    for (WithItem *item = s->as.with.items; item; item = item->next) {
        walk_expr(w, item->context);
        walk_expr(w, item->target);
    }
    walk_block(w, s->as.with.body);
}

static void walk_match(const Walker *w, Stmt *s) {
    walk_expr(w, s->as.match.subject);
    for (MatchCase *c = s->as.match.cases; c; c = c->next) {
        walk_pattern(w, c->pattern);
        walk_expr(w, c->guard);
        walk_block(w, c->body);
    }
}

void walk_stmt_children(const Walker *w, Stmt *s) {
    switch (s->kind) {
    case ST_PASS:
    case ST_BREAK:
    case ST_CONTINUE:
    case ST_GLOBAL:
    case ST_NONLOCAL:
    case ST_IMPORT:
    case ST_IMPORT_FROM: break;
    case ST_EXPR:
    case ST_RETURN: walk_expr(w, s->as.expr); break;
    case ST_ASSIGN:
        walk_list(w, s->as.assign.targets);
        walk_expr(w, s->as.assign.value);
        break;
    case ST_AUG_ASSIGN:
        walk_expr(w, s->as.aug.target);
        walk_expr(w, s->as.aug.value);
        break;
    case ST_ANN_ASSIGN:
        walk_expr(w, s->as.ann.target);
        walk_expr(w, s->as.ann.annotation);
        walk_expr(w, s->as.ann.value);
        break;
    case ST_RAISE:
        walk_expr(w, s->as.raise.exc);
        walk_expr(w, s->as.raise.cause);
        break;
    case ST_ASSERT:
        walk_expr(w, s->as.assertion.test);
        walk_expr(w, s->as.assertion.message);
        break;
    case ST_DELETE: walk_list(w, s->as.targets); break;
    case ST_IF:
    case ST_WHILE:
        walk_expr(w, s->as.branch.cond);
        walk_block(w, s->as.branch.body);
        walk_block(w, s->as.branch.orelse);
        break;
    case ST_FOR:
        walk_expr(w, s->as.loop.target);
        walk_expr(w, s->as.loop.iter);
        walk_block(w, s->as.loop.body);
        walk_block(w, s->as.loop.orelse);
        break;
    case ST_WITH: walk_with(w, s); break;
    case ST_TRY: walk_try(w, s); break;
    case ST_MATCH: walk_match(w, s); break;
    case ST_FUNCTION:
        walk_list(w, s->as.function.decorators);
        walk_params(w, s->as.function.params);
        walk_expr(w, s->as.function.returns);
        walk_block(w, s->as.function.body);
        break;
    case ST_CLASS:
        walk_list(w, s->as.class_.decorators);
        walk_list(w, s->as.class_.bases);
        walk_keywords(w, s->as.class_.keywords);
        walk_block(w, s->as.class_.body);
        break;
    }
}
