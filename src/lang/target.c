/* What can be assigned to, and how to say that something cannot. */
#include "lang/parser.h"

#include <string.h>

/* Why an expression is no target. */
static const MsgId reasons[] = {
    [EX_NONE_LIT] = MSG_ASSIGN_CONSTANT,
    [EX_TRUE] = MSG_ASSIGN_CONSTANT,
    [EX_FALSE] = MSG_ASSIGN_CONSTANT,
    [EX_ELLIPSIS] = MSG_ASSIGN_CONSTANT,
    [EX_INT] = MSG_ASSIGN_LITERAL,
    [EX_FLOAT] = MSG_ASSIGN_LITERAL,
    [EX_STR] = MSG_ASSIGN_LITERAL,
    [EX_BYTES] = MSG_ASSIGN_LITERAL,
    [EX_FSTRING] = MSG_ASSIGN_FSTRING,
    [EX_FORMATTED] = MSG_ASSIGN_FSTRING,
    [EX_CALL] = MSG_ASSIGN_CALL,
    [EX_SET] = MSG_ASSIGN_SET,
    [EX_DICT] = MSG_ASSIGN_DICT,
    [EX_PAIR] = MSG_ASSIGN_DICT,
    [EX_UNARY] = MSG_ASSIGN_EXPRESSION,
    [EX_BINARY] = MSG_ASSIGN_EXPRESSION,
    [EX_AND] = MSG_ASSIGN_EXPRESSION,
    [EX_OR] = MSG_ASSIGN_EXPRESSION,
    [EX_COMPARE] = MSG_ASSIGN_COMPARISON,
    [EX_IF] = MSG_ASSIGN_CONDITIONAL,
    [EX_LAMBDA] = MSG_ASSIGN_LAMBDA,
    [EX_LISTCOMP] = MSG_ASSIGN_COMPREHENSION,
    [EX_SETCOMP] = MSG_ASSIGN_COMPREHENSION,
    [EX_DICTCOMP] = MSG_ASSIGN_COMPREHENSION,
    [EX_GENERATOR] = MSG_ASSIGN_GENERATOR,
    [EX_AWAIT] = MSG_ASSIGN_AWAIT,
    [EX_YIELD] = MSG_ASSIGN_YIELD,
    [EX_YIELD_FROM] = MSG_ASSIGN_YIELD,
    [EX_WALRUS] = MSG_ASSIGN_WALRUS,
    [EX_SLICE] = MSG_ASSIGN_EXPRESSION,
};

bool check_binding(Parser *p, Name name, Span span) {
    if (strcmp(name, "__debug__") != 0) return true;
    fail(p, span, MSG_ASSIGN_CONSTANT, name, NULL);
    return false;
}

static bool is_sequence(const Expr *e) {
    return e->kind == EX_TUPLE || e->kind == EX_LIST;
}

/* A comparison is only suggested where `=` stands in a statement of its own. */
static void refuse(Parser *p, const Expr *e, TargetUse use) {
    const char *text = snippet(p, e->span);
    if (use == TARGET_DELETE) {
        fail(p, e->span, MSG_DELETE_TARGET, text, NULL);
        return;
    }
    if (use == TARGET_AUGMENT) {
        fail(p, e->span, MSG_AUGMENT_TARGET, text, NULL);
        return;
    }
    MsgId msg = reasons[e->kind] ? reasons[e->kind] : MSG_ASSIGN_EXPRESSION;
    Diag *diag = fail(p, e->span, msg, text, NULL);
    if (use == TARGET_STATEMENT) fail_hint(p, diag, MSG_HINT_COMPARE_EQUAL, NULL, NULL);
}

/* Each of a tuple's targets is a target; one may take the rest. */
static bool check_items(Parser *p, Expr *list, TargetUse use) {
    bool starred = false;
    for (Expr *item = list->as.list.items; item; item = item->next) {
        if (item->kind == EX_STARRED && use != TARGET_DELETE) {
            if (starred) {
                fail(p, item->span, MSG_STARRED_TWICE, NULL, NULL);
                return false;
            }
            starred = true;
            if (!check_target(p, item->as.pair.left, TARGET_ASSIGN)) return false;
        } else if (!check_target(p, item, use == TARGET_STATEMENT ? TARGET_ASSIGN : use)) {
            return false;
        }
    }
    return true;
}

bool check_target(Parser *p, Expr *e, TargetUse use) {
    if (p->panic) return false;
    if (e->kind == EX_NAME) return check_binding(p, e->as.name, e->span);
    if (e->kind == EX_ATTRIBUTE) return check_binding(p, e->as.attribute.name, e->as.attribute.name_span);
    if (e->kind == EX_SUBSCRIPT) return true;
    if (is_sequence(e) && use != TARGET_AUGMENT) {
        bool fine = enter(p) && check_items(p, e, use);
        leave(p);
        return fine;
    }
    if (e->kind == EX_STARRED && use != TARGET_DELETE) {
        fail(p, e->span, MSG_STARRED_TARGET, NULL, NULL);
        return false;
    }
    refuse(p, e, use);
    return false;
}
