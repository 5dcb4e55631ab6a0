/* Calls: f(a, b), o.m(a, k=b), f(*a, **b). */
#include "vm/compile.h"

enum { MAX_ON_STACK = 255 }; /* arguments; more are gathered in a list and a dict */

static bool has_unpacking(const Expr *args, const Keyword *keywords) {
    for (; args; args = args->next)
        if (args->kind == EX_STARRED) return true;
    for (; keywords; keywords = keywords->next)
        if (!keywords->name) return true;
    return false;
}

static uint32_t keyword_count(const Keyword *k) {
    uint32_t n = 0;
    for (; k; k = k->next) n++;
    return n;
}

static bool fits_stack(uint32_t pushed, const Expr *args, const Keyword *keywords) {
    if (has_unpacking(args, keywords)) return false;
    return pushed + list_length(args) + keyword_count(keywords) <= MAX_ON_STACK;
}

bool is_method_call(const Expr *e) {
    return e->as.call.callee->kind == EX_ATTRIBUTE && fits_stack(0, e->as.call.args, e->as.call.keywords);
}

/* --- on the stack ------------------------------------------------------------------ */

static void compile_keyword_values(Compiler *c, const Keyword *keywords) {
    for (; keywords && !c->failed; keywords = keywords->next) compile_expr(c, keywords->value);
}

static void load_keyword_names(Compiler *c, const Keyword *keywords) {
    uint32_t n = 0;
    for (; keywords; keywords = keywords->next, n++) load_name_str(c, keywords->name);
    fold_tuple(c, n);
}

/* All but the call itself; returns how many arguments there are. */
static uint32_t stack_arguments(Compiler *c, const Expr *args, const Keyword *keywords) {
    compile_exprs(c, args);
    compile_keyword_values(c, keywords);
    if (keywords) load_keyword_names(c, keywords);
    return list_length(args) + keyword_count(keywords);
}

/* --- gathered ---------------------------------------------------------------------- */

static void compile_positional(Compiler *c, uint32_t pushed, const Expr *args) {
    static const Display display = {OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND};
    if (pushed == 0 && args && !args->next && args->kind == EX_STARRED) {
        compile_expr(c, args->as.pair.left);
        emit0(c, OP_STAR_ARGS);
        return;
    }
    compile_display(c, args, pushed, display, true);
}

/* f(a=1, **b, c=2): one dict; a repeated keyword is found when the parts are merged. */
static void compile_keywords(Compiler *c, const Keyword *k) {
    bool have = false;
    while (k && !c->failed) {
        uint32_t n = 0;
        for (; k && k->name && n < FEW / 2; k = k->next, n++) {
            load_name_str(c, k->name);
            compile_expr(c, k->value);
        }
        if (n > 0 || !have) emit(c, OP_BUILD_MAP, n);
        if (n > 0 && have) emit(c, OP_DICT_MERGE, 1);
        have = true;
        if (!k || k->name) continue;
        compile_expr(c, k->value);
        emit(c, OP_DICT_MERGE, 1);
        k = k->next;
    }
}

static void call_gathered(Compiler *c, uint32_t pushed, const Expr *args, const Keyword *keywords) {
    compile_positional(c, pushed, args);
    if (keywords) compile_keywords(c, keywords);
    emit(c, OP_CALL_EX, keywords ? 1 : 0);
}

void compile_arguments(Compiler *c, uint32_t pushed, const Expr *args, const Keyword *keywords) {
    if (!fits_stack(pushed, args, keywords)) {
        call_gathered(c, pushed, args, keywords);
        return;
    }
    uint32_t n = pushed + stack_arguments(c, args, keywords);
    emit(c, keywords ? OP_CALL_KW : OP_CALL, n);
}

static void call_method(Compiler *c, const Expr *e) {
    uint32_t n = stack_arguments(c, e->as.call.args, e->as.call.keywords);
    c->loc = compile_attribute_span(c, e->as.call.callee, e->span);
    emit(c, e->as.call.keywords ? OP_CALL_METHOD_KW : OP_CALL_METHOD, n);
}

void compile_call(Compiler *c, const Expr *e) {
    if (is_method_call(e)) call_method(c, e);
    else compile_arguments(c, 0, e->as.call.args, e->as.call.keywords);
}
