/* Expressions, except calls, comprehensions and lambdas.
 *
 * a.b(c)[d] + e leans to the left, and a program can make such a chain as long as it likes.
 * So a node whose first operand is evaluated first of all is put on the spine while we go
 * down, and finished on the way back: no recursion of C for the left side. Each `finish`
 * below finds that first operand on the stack already. */
#include "vm/compile.h"

#include <assert.h>
#include <string.h>

/* --- small helpers ---------------------------------------------------------------- */

uint32_t list_length(const Expr *list) {
    uint32_t n = 0;
    for (; list; list = list->next) n++;
    return n;
}

void compile_exprs(Compiler *c, const Expr *list) {
    for (; list && !c->failed; list = list->next) compile_expr(c, list);
}

/* In a chain over several lines, an attribute stands where its name does. */
Span compile_attribute_span(const Compiler *c, const Expr *attribute, Span whole) {
    const Source *s = c->module->source;
    Span name = attribute->as.attribute.name_span;
    if (source_line_of(s, whole.start) != source_line_of(s, name.start)) whole.start = name.start;
    return whole;
}

static bool has_star(const Expr *list) {
    for (; list; list = list->next)
        if (list->kind == EX_STARRED) return true;
    return false;
}

static bool all_constant(const Expr *list) {
    for (; list; list = list->next)
        if (!is_constant(list)) return false;
    return true;
}

/* --- operators -------------------------------------------------------------------- */

static void finish_binary(Compiler *c, const Expr *e) {
    compile_expr(c, e->as.binary.right);
    c->loc = e->span;
    if (!fold_binary(c, e->as.binary.op)) emit(c, OP_BINARY_OP, e->as.binary.op);
}

/* `not a in b` is `a not in b`, which needs no UNARY_NOT. */
static bool negated_test(const Expr * not, Expr *out, CompareOp *op) {
    const Expr *operand = not ->as.unary.operand;
    if (not ->as.unary.op != UN_NOT || operand->kind != EX_COMPARE) return false;
    static const CompareOp opposite[] = {
        [CMP_IN] = CMP_NOT_IN,
        [CMP_NOT_IN] = CMP_IN,
        [CMP_IS] = CMP_IS_NOT,
        [CMP_IS_NOT] = CMP_IS,
    };
    if (operand->as.compare.count != 1 || operand->as.compare.ops[0] < CMP_IN) return false;
    *op = opposite[operand->as.compare.ops[0]];
    *out = *operand;
    out->as.compare.ops = op;
    return true;
}

static void visit_unary(Compiler *c, const Expr *e) {
    static const OpCode ops[] = {
        [UN_NEG] = OP_UNARY_NEG,
        [UN_POS] = OP_UNARY_POS,
        [UN_INVERT] = OP_UNARY_INVERT,
        [UN_NOT] = OP_UNARY_NOT,
    };
    UnaryOp op = e->as.unary.op;
    Expr negated;
    CompareOp opposite;
    if (negated_test(e, &negated, &opposite)) {
        compile_expr(c, &negated);
        return;
    }
    compile_expr(c, e->as.unary.operand);
    if (!fold_unary(c, op)) emit0(c, ops[op]);
}

static void visit_logic(Compiler *c, const Expr *e) {
    OpCode op = e->kind == EX_AND ? OP_JUMP_IF_FALSE_OR_POP : OP_JUMP_IF_TRUE_OR_POP;
    Label end = label_new(c);
    for (const Expr *item = e->as.list.items; item && !c->failed; item = item->next) {
        compile_expr(c, item);
        if (item->next) emit_jump(c, op, end);
    }
    label_bind(c, end);
}

static void compile_compare_op(Compiler *c, CompareOp op) {
    switch (op) {
    case CMP_IN: emit(c, OP_CONTAINS_OP, 0); break;
    case CMP_NOT_IN: emit(c, OP_CONTAINS_OP, 1); break;
    case CMP_IS: emit(c, OP_IS_OP, 0); break;
    case CMP_IS_NOT: emit(c, OP_IS_OP, 1); break;
    default: emit(c, OP_COMPARE_OP, op);
    }
}

static bool is_membership(CompareOp op) {
    return op == CMP_IN || op == CMP_NOT_IN;
}

/* The right operand of the last comparison; only there CPython makes a display constant. */
static void compile_last_operand(Compiler *c, const Expr *e, CompareOp op) {
    if (is_membership(op)) compile_iterable(c, e);
    else compile_expr(c, e);
}

/* All but the last comparison of a < b < c: keeps each middle operand for the next one,
 * and goes to `cleanup` with it. Returns the last operand. */
static const Expr *compile_chain(Compiler *c, const Expr *e, OpCode jump, Label cleanup) {
    const Expr *right = e->as.compare.rest;
    compile_expr(c, e->as.compare.left);
    for (uint32_t i = 0; right->next && !c->failed; i++, right = right->next) {
        compile_expr(c, right);
        emit0(c, OP_DUP);
        emit0(c, OP_ROT3);
        compile_compare_op(c, e->as.compare.ops[i]);
        emit_jump(c, jump, cleanup);
    }
    return right;
}

static CompareOp last_op(const Expr *e) {
    return e->as.compare.ops[e->as.compare.count - 1];
}

static void visit_compare(Compiler *c, const Expr *e) {
    Label cleanup = label_new(c), end = label_new(c);
    const Expr *last = compile_chain(c, e, OP_JUMP_IF_FALSE_OR_POP, cleanup);
    compile_last_operand(c, last, last_op(e));
    compile_compare_op(c, last_op(e));
    if (e->as.compare.count == 1) return;
    Span loc = c->loc;
    c->loc = NO_SPAN;
    emit_jump(c, OP_JUMP, end);
    c->loc = loc;
    label_bind(c, cleanup);
    emit(c, OP_SWAP, 2);
    emit0(c, OP_POP);
    label_bind(c, end);
}

static void visit_if(Compiler *c, const Expr *e) {
    Label otherwise = label_new(c), end = label_new(c);
    compile_jump_if(c, e->as.cond.cond, otherwise, false);
    compile_expr(c, e->as.cond.then);
    Span loc = c->loc;
    c->loc = NO_SPAN;
    emit_jump(c, OP_JUMP, end);
    c->loc = loc;
    label_bind(c, otherwise);
    compile_expr(c, e->as.cond.otherwise);
    label_bind(c, end);
}

static void visit_walrus(Compiler *c, const Expr *e) {
    compile_expr(c, e->as.walrus.value);
    emit0(c, OP_DUP);
    c->loc = e->as.walrus.name_span;
    name_store(c, e->as.walrus.name);
}

/* --- conditions ------------------------------------------------------------------- */

static void jump_if_logic(Compiler *c, const Expr *e, Label target, bool when) {
    bool is_or = e->kind == EX_OR;
    Label after = is_or == when ? target : label_new(c);
    const Expr *item = e->as.list.items;
    for (; item->next && !c->failed; item = item->next) compile_jump_if(c, item, after, is_or);
    compile_jump_if(c, item, target, when);
    if (after != target) label_bind(c, after);
}

static void jump_if_cond(Compiler *c, const Expr *e, Label target, bool when) {
    Label otherwise = label_new(c), end = label_new(c);
    compile_jump_if(c, e->as.cond.cond, otherwise, false);
    compile_jump_if(c, e->as.cond.then, target, when);
    c->loc = NO_SPAN;
    emit_jump(c, OP_JUMP, end);
    c->loc = e->span;
    label_bind(c, otherwise);
    compile_jump_if(c, e->as.cond.otherwise, target, when);
    label_bind(c, end);
}

static OpCode pop_jump(bool when) {
    return when ? OP_POP_JUMP_IF_TRUE : OP_POP_JUMP_IF_FALSE;
}

static void jump_if_chain(Compiler *c, const Expr *e, Label target, bool when) {
    Label cleanup = label_new(c), end = label_new(c);
    const Expr *last = compile_chain(c, e, OP_POP_JUMP_IF_FALSE, cleanup);
    compile_last_operand(c, last, last_op(e));
    compile_compare_op(c, last_op(e));
    emit_jump(c, pop_jump(when), target);
    c->loc = NO_SPAN;
    emit_jump(c, OP_JUMP, end);
    c->loc = e->span;
    label_bind(c, cleanup);
    emit0(c, OP_POP);
    if (!when) {
        c->loc = NO_SPAN;
        emit_jump(c, OP_JUMP, target);
        c->loc = e->span;
    }
    label_bind(c, end);
}

/* `x is None` needs no bool. */
static bool jump_if_none(Compiler *c, const Expr *e, Label target, bool when) {
    CompareOp op = e->as.compare.ops[0];
    if ((op != CMP_IS && op != CMP_IS_NOT) || e->as.compare.rest->kind != EX_NONE_LIT) return false;
    bool none = (op == CMP_IS) == when;
    compile_expr(c, e->as.compare.left);
    emit_jump(c, none ? OP_POP_JUMP_IF_NONE : OP_POP_JUMP_IF_NOT_NONE, target);
    return true;
}

static void jump_if_literal(Compiler *c, bool truth, Label target, bool when) {
    emit0(c, OP_NOP);
    if (truth == when) emit_jump(c, OP_JUMP, target);
}

static void jump_if(Compiler *c, const Expr *e, Label target, bool when) {
    int truth = literal_truth(e);
    if (truth >= 0) {
        jump_if_literal(c, truth, target, when);
        return;
    }
    if (e->kind == EX_COMPARE) {
        c->loc = e->span;
        if (e->as.compare.count > 1) {
            jump_if_chain(c, e, target, when);
            return;
        }
        if (jump_if_none(c, e, target, when)) return;
    }
    compile_expr(c, e);
    emit_jump(c, pop_jump(when), target);
}

/* As CPython's: a comparison leaves its place to what follows, so that a failed `assert`
 * shows it. */
void compile_jump_if(Compiler *c, const Expr *e, Label target, bool when) {
    Expr negated;
    CompareOp opposite;
    while (e->kind == EX_UNARY && e->as.unary.op == UN_NOT) {
        if (negated_test(e, &negated, &opposite)) {
            e = &negated;
            break;
        }
        e = e->as.unary.operand;
        when = !when;
    }
    if (!compile_enter(c)) return;
    if (e->kind == EX_AND || e->kind == EX_OR) jump_if_logic(c, e, target, when);
    else if (e->kind == EX_IF) jump_if_cond(c, e, target, when);
    else jump_if(c, e, target, when);
    compile_leave(c);
}

/* --- attributes and subscripts ----------------------------------------------------- */

static void finish_attribute(Compiler *c, const Expr *e, const Expr *parent) {
    bool method = parent && parent->kind == EX_CALL && is_method_call(parent);
    c->loc = compile_attribute_span(c, e, e->span);
    name_global(c, method ? OP_LOAD_METHOD : OP_LOAD_ATTR, e->as.attribute.name);
}

static void finish_subscript(Compiler *c, const Expr *e) {
    compile_expr(c, e->as.pair.right);
    c->loc = e->span;
    emit0(c, OP_LOAD_SUBSCR);
}

static void compile_bound(Compiler *c, const Expr *e) {
    if (e) compile_expr(c, e);
    else load_none(c);
}

static void visit_slice(Compiler *c, const Expr *e) {
    compile_bound(c, e->as.slice.lower);
    compile_bound(c, e->as.slice.upper);
    if (e->as.slice.step) compile_expr(c, e->as.slice.step);
    emit(c, OP_BUILD_SLICE, e->as.slice.step ? 3 : 2);
}

/* --- displays ---------------------------------------------------------------------- */

static const Display list_display = {OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND};
static const Display set_display = {OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE};

/* Elements that are known now come from one constant. */
static bool constant_display(Compiler *c, const Expr *items, uint32_t pushed, Display d, bool tuple) {
    uint32_t n = list_length(items);
    if (n <= 2 || !all_constant(items)) return false;
    compile_exprs(c, items);
    bool is_set = d.add == OP_SET_ADD;
    bool folded = is_set ? fold_frozenset(c, n) : fold_tuple(c, n);
    if (folded && tuple && !pushed) return true;
    if (!folded) {
        emit(c, tuple ? OP_BUILD_TUPLE : d.build, n + pushed);
        return true;
    }
    Ins load = vec_last(&c->unit->ins);
    c->unit->ins.len--;
    emit(c, d.build, pushed);
    emit(c, OP_LOAD_CONST, load.arg);
    emit(c, d.extend, 1);
    if (tuple) emit0(c, OP_LIST_TO_TUPLE);
    return true;
}

static void growing_display(Compiler *c, const Expr *items, uint32_t pushed, Display d, bool big) {
    bool built = big;
    uint32_t before = pushed;
    if (big) emit(c, d.build, pushed);
    for (; items && !c->failed; items = items->next, before++) {
        bool starred = items->kind == EX_STARRED;
        if (starred && !built) {
            emit(c, d.build, before);
            built = true;
        }
        compile_expr(c, starred ? items->as.pair.left : items);
        if (built) emit(c, starred ? d.extend : d.add, 1);
    }
}

void compile_display(Compiler *c, const Expr *items, uint32_t pushed, Display d, bool tuple) {
    uint32_t n = list_length(items);
    bool big = n + pushed > FEW;
    if (constant_display(c, items, pushed, d, tuple)) return;
    if (big || has_star(items)) {
        growing_display(c, items, pushed, d, big);
        if (tuple) emit0(c, OP_LIST_TO_TUPLE);
        return;
    }
    compile_exprs(c, items);
    if (tuple && !pushed && fold_tuple(c, n)) return;
    emit(c, tuple ? OP_BUILD_TUPLE : d.build, n + pushed);
}

static void visit_tuple(Compiler *c, const Expr *e) {
    compile_display(c, e->as.list.items, 0, list_display, true);
}

static void visit_list(Compiler *c, const Expr *e) {
    compile_display(c, e->as.list.items, 0, list_display, false);
}

static void visit_set(Compiler *c, const Expr *e) {
    compile_display(c, e->as.list.items, 0, set_display, false);
}

/* The pairs at the beginning that one BUILD_MAP takes together. */
static const Expr *first_pairs(Compiler *c, const Expr *pair) {
    uint32_t n = 0;
    for (; pair && pair->as.pair.left && n < FEW / 2 && !c->failed; pair = pair->next, n++) {
        compile_expr(c, pair->as.pair.left);
        compile_expr(c, pair->as.pair.right);
    }
    emit(c, OP_BUILD_MAP, n);
    return pair;
}

static void visit_dict(Compiler *c, const Expr *e) {
    const Expr *pair = first_pairs(c, e->as.list.items);
    for (; pair && !c->failed; pair = pair->next) {
        if (pair->as.pair.left) compile_expr(c, pair->as.pair.left);
        compile_expr(c, pair->as.pair.right);
        emit(c, pair->as.pair.left ? OP_MAP_ADD : OP_DICT_UPDATE, 1);
    }
}

void compile_iterable(Compiler *c, const Expr *e) {
    bool is_list = e->kind == EX_LIST && !has_star(e->as.list.items);
    bool is_set = e->kind == EX_SET && all_constant(e->as.list.items);
    Span saved = c->loc;
    c->loc = e->span;
    if (is_list) {
        visit_tuple(c, e);
    } else if (is_set) {
        compile_exprs(c, e->as.list.items);
        if (!fold_frozenset(c, e->as.list.count)) emit(c, OP_BUILD_SET, e->as.list.count);
    } else {
        compile_expr(c, e);
    }
    c->loc = saved;
}

/* --- f-strings --------------------------------------------------------------------- */

static void compile_fstring(Compiler *c, const Expr *e);

static uint32_t format_arg(const Expr *e) {
    char conversion = e->as.formatted.conversion;
    if (!conversion && e->as.formatted.debug && !e->as.formatted.spec) conversion = 'r';
    uint32_t arg = conversion == 's' ? 1 : conversion == 'r' ? 2 : conversion == 'a' ? 3 : 0;
    return e->as.formatted.spec ? arg | 4 : arg;
}

/* All pieces stand where the whole f-string does, as in CPython 3.11; only the expressions
 * in the braces have places of their own. */
static uint32_t compile_formatted(Compiler *c, const Expr *e) {
    const char *debug = e->as.formatted.debug;
    const Expr *spec = e->as.formatted.spec;
    if (debug) load_str(c, debug, strlen(debug));
    compile_expr(c, e->as.formatted.value);
    if (spec) compile_fstring(c, spec);
    emit(c, OP_FORMAT_VALUE, format_arg(e));
    return debug ? 2 : 1;
}

static uint32_t compile_piece(Compiler *c, const Expr *e) {
    if (e->kind == EX_FORMATTED) return compile_formatted(c, e);
    load_literal(c, e);
    return 1;
}

static void compile_fstring(Compiler *c, const Expr *e) {
    uint32_t n = 0;
    for (const Expr *item = e->as.list.items; item && !c->failed; item = item->next)
        n += compile_piece(c, item);
    if (n == 0) load_str(c, "", 0);
    else if (n > 1) emit(c, OP_BUILD_STRING, n);
}

/* --- generators -------------------------------------------------------------------- */

static void visit_yield(Compiler *c, const Expr *e) {
    compile_bound(c, e->as.pair.left);
    emit0(c, c->unit->scope->is_coroutine ? OP_ASYNC_YIELD : OP_YIELD_VALUE);
}

static void visit_yield_from(Compiler *c, const Expr *e) {
    compile_expr(c, e->as.pair.left);
    emit0(c, OP_GET_YIELD_FROM_ITER);
    emit_send(c);
}

static void visit_await(Compiler *c, const Expr *e) {
    compile_expr(c, e->as.pair.left);
    emit(c, OP_GET_AWAITABLE, AWAIT_EXPRESSION);
    emit_send(c);
}

static void visit_name(Compiler *c, const Expr *e) {
    if (name_is_debug(e->as.name)) load_special(c, V_TRUE);
    else name_load(c, e->as.name);
}

static void visit_starred(Compiler *c, const Expr *e) {
    compile_expr(c, e->as.pair.left);
}

/* --- the walk ---------------------------------------------------------------------- */

typedef void Visit(Compiler *c, const Expr *e);

static Visit *const visits[] = {
    [EX_NONE_LIT] = load_literal,
    [EX_TRUE] = load_literal,
    [EX_FALSE] = load_literal,
    [EX_ELLIPSIS] = load_literal,
    [EX_INT] = load_literal,
    [EX_FLOAT] = load_literal,
    [EX_STR] = load_literal,
    [EX_BYTES] = load_literal,
    [EX_FSTRING] = compile_fstring,
    [EX_NAME] = visit_name,
    [EX_SUBSCRIPT] = finish_subscript,
    [EX_SLICE] = visit_slice,
    [EX_CALL] = compile_call,
    [EX_TUPLE] = visit_tuple,
    [EX_LIST] = visit_list,
    [EX_SET] = visit_set,
    [EX_DICT] = visit_dict,
    [EX_STARRED] = visit_starred,
    [EX_UNARY] = visit_unary,
    [EX_BINARY] = finish_binary,
    [EX_AND] = visit_logic,
    [EX_OR] = visit_logic,
    [EX_COMPARE] = visit_compare,
    [EX_IF] = visit_if,
    [EX_LAMBDA] = compile_lambda,
    [EX_LISTCOMP] = compile_comprehension,
    [EX_SETCOMP] = compile_comprehension,
    [EX_DICTCOMP] = compile_comprehension,
    [EX_GENERATOR] = compile_generator,
    [EX_AWAIT] = visit_await,
    [EX_YIELD] = visit_yield,
    [EX_YIELD_FROM] = visit_yield_from,
    [EX_WALRUS] = visit_walrus,
};

static const Expr *first_operand(const Expr *e) {
    switch (e->kind) {
    case EX_BINARY: return e->as.binary.left;
    case EX_ATTRIBUTE: return e->as.attribute.object;
    case EX_SUBSCRIPT: return e->as.pair.left;
    case EX_CALL: return e->as.call.callee;
    default: return NULL;
    }
}

void compile_expr(Compiler *c, const Expr *e) {
    if (!compile_enter(c)) return;
    Span saved = c->loc;
    uint32_t base = c->spine.len;
    for (const Expr *first; (first = first_operand(e)) != NULL; e = first) vec_push(&c->spine, e);
    c->loc = e->span;
    visits[e->kind](c, e);
    while (c->spine.len > base) {
        e = c->spine.items[--c->spine.len];
        const Expr *parent = c->spine.len > base ? c->spine.items[c->spine.len - 1] : NULL;
        c->loc = e->span;
        if (e->kind == EX_ATTRIBUTE) finish_attribute(c, e, parent);
        else visits[e->kind](c, e);
    }
    c->loc = saved;
    compile_leave(c);
}

/* --- targets ----------------------------------------------------------------------- */

static void compile_attribute_target(Compiler *c, const Expr *e, OpCode op) {
    compile_expr(c, e->as.attribute.object);
    c->loc = compile_attribute_span(c, e, e->span);
    name_global(c, op, e->as.attribute.name);
}

static void compile_subscript_target(Compiler *c, const Expr *e, OpCode op) {
    compile_expr(c, e->as.pair.left);
    compile_expr(c, e->as.pair.right);
    emit0(c, op);
}

/* `a, b = b, a` needs no tuple. */
static bool swap_instead(Compiler *c, uint32_t n) {
    Unit *u = c->unit;
    if ((n != 2 && n != 3) || u->ins.len <= u->barrier) return false;
    Ins *last = &vec_last(&u->ins);
    if (last->op != OP_BUILD_TUPLE || last->arg != n) return false;
    last->op = OP_SWAP;
    return true;
}

static bool unpack_star(Compiler *c, const Expr *items, uint32_t n) {
    uint32_t i = 0, stars = 0, at = 0;
    for (const Expr *item = items; item; item = item->next, i++) {
        if (item->kind != EX_STARRED) continue;
        stars++;
        at = i;
    }
    if (stars == 0) return false;
    assert(stars == 1); /* the parser refuses more */
    uint32_t after = n - at - 1;
    if (at > MAX_AROUND_STAR || after > MAX_AROUND_STAR) compile_error(c, items->span, MSG_CODE_TOO_LARGE);
    emit(c, OP_UNPACK_EX, at | after << 12);
    return true;
}

static void store_items(Compiler *c, const Expr *e) {
    const Expr *items = e->as.list.items;
    uint32_t n = list_length(items);
    if (!unpack_star(c, items, n) && !swap_instead(c, n)) emit(c, OP_UNPACK_SEQUENCE, n);
    for (; items && !c->failed; items = items->next)
        compile_store(c, items->kind == EX_STARRED ? items->as.pair.left : items);
}

void compile_store(Compiler *c, const Expr *target) {
    if (!compile_enter(c)) return;
    Span saved = c->loc;
    c->loc = target->span;
    switch (target->kind) {
    case EX_ATTRIBUTE: compile_attribute_target(c, target, OP_STORE_ATTR); break;
    case EX_SUBSCRIPT: compile_subscript_target(c, target, OP_STORE_SUBSCR); break;
    case EX_TUPLE:
    case EX_LIST: store_items(c, target); break;
    default: name_store(c, target->as.name);
    }
    c->loc = saved;
    compile_leave(c);
}

void compile_delete(Compiler *c, const Expr *target) {
    if (!compile_enter(c)) return;
    Span saved = c->loc;
    c->loc = target->span;
    switch (target->kind) {
    case EX_ATTRIBUTE: compile_attribute_target(c, target, OP_DELETE_ATTR); break;
    case EX_SUBSCRIPT: compile_subscript_target(c, target, OP_DELETE_SUBSCR); break;
    case EX_TUPLE:
    case EX_LIST:
        for (const Expr *item = target->as.list.items; item; item = item->next) compile_delete(c, item);
        break;
    default: name_delete(c, target->as.name);
    }
    c->loc = saved;
    compile_leave(c);
}

/* --- augmented assignment ----------------------------------------------------------- */

/* Leaves what the store will need below the value. */
static void load_target(Compiler *c, const Expr *target) {
    c->loc = target->span;
    switch (target->kind) {
    case EX_ATTRIBUTE:
        compile_expr(c, target->as.attribute.object);
        emit0(c, OP_DUP);
        c->loc = compile_attribute_span(c, target, target->span);
        name_global(c, OP_LOAD_ATTR, target->as.attribute.name);
        break;
    case EX_SUBSCRIPT:
        compile_expr(c, target->as.pair.left);
        compile_expr(c, target->as.pair.right);
        emit0(c, OP_DUP2);
        emit0(c, OP_LOAD_SUBSCR);
        break;
    default: name_load(c, target->as.name);
    }
}

static void store_target(Compiler *c, const Expr *target) {
    c->loc = target->span;
    switch (target->kind) {
    case EX_ATTRIBUTE:
        c->loc = compile_attribute_span(c, target, target->span);
        emit(c, OP_SWAP, 2);
        name_global(c, OP_STORE_ATTR, target->as.attribute.name);
        break;
    case EX_SUBSCRIPT:
        emit0(c, OP_ROT3);
        emit0(c, OP_STORE_SUBSCR);
        break;
    default: name_store(c, target->as.name);
    }
}

void compile_augmented(Compiler *c, const Stmt *s) {
    load_target(c, s->as.aug.target);
    c->loc = s->span;
    compile_expr(c, s->as.aug.value);
    emit(c, OP_INPLACE_OP, s->as.aug.op);
    store_target(c, s->as.aug.target);
}
