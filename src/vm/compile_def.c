/* Functions, lambdas and classes: a code of their own, and what makes an object of it. */
#include "vm/compile.h"

#include <string.h>

/* MAKE_FUNCTION's flags; unit_end_function adds that of the closure. */
enum { WITH_DEFAULTS = 1, WITH_KEYWORD_DEFAULTS = 2, WITH_ANNOTATIONS = 4 };

/* The name as it is written: `__x` in a class is bound as `_A__x` but is called __x. */
static const char *written_name(Compiler *c, Name name, Span span) {
    const char *text = c->module->source->text + span.start;
    uint32_t len = span.end - span.start;
    if (name[0] != '_' || len < 3 || memcmp(text, "__", 2) != 0) return name;
    return arena_strndup(&c->arena, text, len);
}

/* --- parameters -------------------------------------------------------------------- */

static uint32_t compile_default_values(Compiler *c, const Param *p) {
    uint32_t n = 0;
    for (; p && !c->failed; p = p->next) {
        if (!p->default_value) continue;
        compile_expr(c, p->default_value);
        n++;
    }
    return n;
}

static uint32_t compile_keyword_defaults(Compiler *c, const Param *p) {
    uint32_t n = 0;
    for (; p && !c->failed; p = p->next) {
        if (!p->default_value) continue;
        load_name_str(c, p->name);
        compile_expr(c, p->default_value);
        n++;
    }
    return n;
}

static uint32_t compile_defaults(Compiler *c, const Params *p) {
    uint32_t flags = 0;
    uint32_t n = compile_default_values(c, p->positional_only);
    n += compile_default_values(c, p->positional);
    if (n) {
        flags |= WITH_DEFAULTS;
        if (!fold_tuple(c, n)) emit(c, OP_BUILD_TUPLE, n);
    }
    n = compile_keyword_defaults(c, p->keyword_only);
    if (n) {
        flags |= WITH_KEYWORD_DEFAULTS;
        emit(c, OP_BUILD_MAP, n);
    }
    return flags;
}

void compile_annotation(Compiler *c, const Expr *e) {
    if (c->future_annotations) {
        load_str(c, c->module->source->text + e->span.start, e->span.end - e->span.start);
    } else if (e->kind == EX_STARRED) {
        compile_expr(c, e->as.pair.left);
        emit(c, OP_UNPACK_SEQUENCE, 1);
    } else {
        compile_expr(c, e);
    }
}

static uint32_t annotate(Compiler *c, Name name, const Expr *annotation) {
    if (!annotation) return 0;
    load_name_str(c, name);
    compile_annotation(c, annotation);
    return 1;
}

static uint32_t annotate_params(Compiler *c, const Param *p) {
    uint32_t n = 0;
    for (; p && !c->failed; p = p->next) n += annotate(c, p->name, p->annotation);
    return n;
}

/* In CPython's order, which puts the positional-only ones second. */
static uint32_t compile_annotations(Compiler *c, const Params *p, const Expr *returns) {
    uint32_t n = annotate_params(c, p->positional);
    n += annotate_params(c, p->positional_only);
    n += annotate_params(c, p->star);
    n += annotate_params(c, p->keyword_only);
    n += annotate_params(c, p->double_star);
    n += annotate(c, "return", returns);
    if (n) emit(c, OP_BUILD_MAP, n);
    return n ? WITH_ANNOTATIONS : 0;
}

static uint32_t param_count(const Param *p) {
    uint32_t n = 0;
    for (; p; p = p->next) n++;
    return n;
}

static void set_params(Compiler *c, Code *code, const Params *p) {
    uint32_t only = param_count(p->positional_only), positional = only + param_count(p->positional);
    uint32_t keyword = param_count(p->keyword_only);
    uint32_t all = positional + keyword + (p->star != NULL) + (p->double_star != NULL);
    if (all > UINT16_MAX) compile_error(c, c->loc, MSG_CODE_TOO_LARGE);
    code->positional_only = (uint16_t)only;
    code->positional = (uint16_t)positional;
    code->keyword_only = (uint16_t)keyword;
    code->param_count = (uint16_t)all;
    if (p->star) code->flags |= CODE_VARARGS;
    if (p->double_star) code->flags |= CODE_VARKEYWORDS;
}

/* --- functions --------------------------------------------------------------------- */

static void compile_decorators(Compiler *c, const Expr *list) {
    compile_exprs(c, list);
}

static void apply_decorators(Compiler *c, const Expr *list) {
    VEC(const Expr *) all = {0};
    for (; list; list = list->next) vec_push(&all, list);
    Span saved = c->loc;
    while (all.len) {
        c->loc = all.items[--all.len]->span;
        emit(c, OP_CALL, 1);
    }
    c->loc = saved;
    vec_deinit(&all);
}

static void set_docstring(Compiler *c, Code *code, const Stmt *body) {
    const Expr *doc = compile_docstring(body);
    if (doc) code->docstring = str_new(c->vm, doc->as.str.bytes, doc->as.str.len);
}

static uint32_t first_offset(const Expr *decorators, Span name_line) {
    return decorators ? decorators->span.start : name_line.start;
}

static void compile_function_body(Compiler *c, const Stmt *s, const char *shown, uint32_t flags) {
    const Expr *decorators = s->as.function.decorators;
    const char *qualname = compile_qualname(c, s->as.function.name, shown);
    Unit *u = unit_begin(c, s->as.function.scope, shown, first_offset(decorators, s->as.function.name_span));
    set_params(c, u->code, s->as.function.params);
    set_docstring(c, u->code, s->as.function.body);
    unit_set_names(c, qualname, s->as.function.params);
    const Stmt *body = s->as.function.body;
    compile_stmts(c, compile_docstring(body) ? body->next : body);
    compile_return_none(c);
    unit_end_function(c, flags);
}

void compile_function(Compiler *c, const Stmt *s) {
    const char *shown = written_name(c, s->as.function.name, s->as.function.name_span);
    compile_decorators(c, s->as.function.decorators);
    uint32_t flags = compile_defaults(c, s->as.function.params);
    flags |= compile_annotations(c, s->as.function.params, s->as.function.returns);
    compile_function_body(c, s, shown, flags);
    apply_decorators(c, s->as.function.decorators);
    name_store(c, s->as.function.name);
}

void compile_lambda(Compiler *c, const Expr *e) {
    const Params *params = e->as.lambda.params;
    const Scope *scope = e->as.lambda.scope;
    uint32_t flags = compile_defaults(c, params);
    const char *qualname = compile_qualname(c, NULL, scope->name);
    Unit *u = unit_begin(c, scope, scope->name, e->span.start);
    set_params(c, u->code, params);
    unit_set_names(c, qualname, params);
    c->loc = e->as.lambda.body->span;
    compile_expr(c, e->as.lambda.body);
    emit0(c, OP_RETURN_VALUE);
    unit_end_function(c, flags);
}

/* --- classes ----------------------------------------------------------------------- */

static void end_class_body(Compiler *c) {
    c->loc = NO_SPAN;
    if (c->unit->class_cell == NO_SLOT) {
        compile_return_none(c);
        return;
    }
    emit(c, OP_LOAD_CLOSURE, c->unit->class_cell);
    emit0(c, OP_DUP);
    name_global(c, OP_STORE_NAME, "__classcell__");
    emit0(c, OP_RETURN_VALUE);
}

static void compile_class_body(Compiler *c, const Stmt *s, const char *shown) {
    const char *qualname = compile_qualname(c, s->as.class_.name, shown);
    const Stmt *body = s->as.class_.body;
    unit_begin(c, s->as.class_.scope, shown, first_offset(s->as.class_.decorators, s->as.class_.name_span));
    unit_set_names(c, qualname, NULL);
    name_global(c, OP_LOAD_NAME, "__name__");
    name_global(c, OP_STORE_NAME, "__module__");
    load_str(c, qualname, strlen(qualname));
    name_global(c, OP_STORE_NAME, "__qualname__");
    c->unit->annotations = emit(c, OP_SETUP, 0);
    const Expr *doc = compile_docstring(body);
    if (doc) {
        c->loc = doc->span;
        load_literal(c, doc);
        name_global(c, OP_STORE_NAME, "__doc__");
        body = body->next;
    }
    compile_stmts(c, body);
    end_class_body(c);
    unit_end_function(c, 0);
}

void compile_class(Compiler *c, const Stmt *s) {
    const char *shown = written_name(c, s->as.class_.name, s->as.class_.name_span);
    compile_decorators(c, s->as.class_.decorators);
    emit0(c, OP_LOAD_BUILD_CLASS);
    compile_class_body(c, s, shown);
    load_str(c, shown, strlen(shown));
    compile_arguments(c, 2, s->as.class_.bases, s->as.class_.keywords);
    apply_decorators(c, s->as.class_.decorators);
    name_store(c, s->as.class_.name);
}
