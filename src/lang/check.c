#include "lang/check.h"

#include "lang/scope.h"
#include "lang/walk.h"

#include <string.h>

static void visit_expr(void *context, Expr *e);
static void visit_stmt(void *context, Stmt *s);

static Walker walker(Checker *c) {
    return (Walker){.context = c, .expr = visit_expr, .stmt = visit_stmt};
}

/* --- variables ----------------------------------------------------------------------- */

/* As the compiler will: the scope's own, an enclosing function's, the module's. */
const Symbol *check_find(const Checker *c, Name name) {
    const Symbol *here = scope_find(c->scope, name);
    bool outer = here && (here->kind == SYM_FREE || here->kind == SYM_LOCAL || here->kind == SYM_CELL);
    if (outer && here->is_bound && here->kind != SYM_FREE) return here;
    if (outer) {
        for (const Scope *s = c->scope->parent; s; s = s->parent) {
            const Symbol *symbol = s->kind == SCOPE_CLASS ? NULL : scope_find(s, name);
            if (symbol && symbol->is_bound && symbol->kind != SYM_FREE) return symbol;
        }
        return NULL;
    }
    const Symbol *global = scope_find(c->module->scope, name);
    return global && global->is_bound ? global : NULL;
}

/* --- expressions --------------------------------------------------------------------- */

static void visit_lambda(Checker *c, Expr *e) {
    Walker w = walker(c);
    walk_params(&w, e->as.lambda.params);
    const Scope *outer = c->scope;
    c->scope = e->as.lambda.scope;
    visit_expr(c, e->as.lambda.body);
    c->scope = outer;
}

/* In the same scopes as scope.c visited it. */
static void visit_comprehension(Checker *c, Expr *e) {
    Walker w = walker(c);
    const Scope *outer = c->scope;
    walk_expr(&w, e->as.comp.clauses->iter);
    c->scope = e->as.comp.scope;
    for (Clause *clause = e->as.comp.clauses; clause; clause = clause->next) {
        walk_expr(&w, clause->target);
        if (clause != e->as.comp.clauses) walk_expr(&w, clause->iter);
        walk_list(&w, clause->conditions);
    }
    walk_expr(&w, e->as.comp.element);
    walk_expr(&w, e->as.comp.value);
    c->scope = outer;
}

static void visit_expr(void *context, Expr *e) {
    Checker *c = context;
    Walker w = walker(c);
    check_expr_slips(c, e);
    switch (e->kind) {
    case EX_NAME: check_name(c, e); break;
    case EX_LAMBDA: visit_lambda(c, e); break;
    case EX_LISTCOMP:
    case EX_SETCOMP:
    case EX_DICTCOMP:
    case EX_GENERATOR: visit_comprehension(c, e); break;
    case EX_ATTRIBUTE:
        check_attribute(c, e);
        check_loop_method(c, e);
        walk_expr_children(&w, e);
        break;
    default: walk_expr_children(&w, e); break;
    }
}

/* --- statements ---------------------------------------------------------------------- */

static void visit_function(Checker *c, Stmt *s) {
    Walker w = walker(c);
    walk_list(&w, s->as.function.decorators);
    walk_params(&w, s->as.function.params);
    walk_expr(&w, s->as.function.returns);
    const Scope *outer = c->scope;
    c->scope = s->as.function.scope;
    walk_block(&w, s->as.function.body);
    c->scope = outer;
}

static void visit_class(Checker *c, Stmt *s) {
    Walker w = walker(c);
    walk_list(&w, s->as.class_.decorators);
    walk_list(&w, s->as.class_.bases);
    for (Keyword *k = s->as.class_.keywords; k; k = k->next) walk_expr(&w, k->value);
    const Scope *outer = c->scope;
    c->scope = s->as.class_.scope;
    walk_block(&w, s->as.class_.body);
    c->scope = outer;
}

/* A handler may be there for the very NameError that a name would give. */
static void visit_try(Checker *c, Stmt *s) {
    Walker w = walker(c);
    c->guarded++;
    walk_block(&w, s->as.try_.body);
    c->guarded--;
    for (Handler *h = s->as.try_.handlers; h; h = h->next) {
        walk_expr(&w, h->type);
        walk_block(&w, h->body);
    }
    walk_block(&w, s->as.try_.orelse);
    walk_block(&w, s->as.try_.finally);
}

/* with suppress(NameError), with pytest.raises(…), with self.assertRaises(…) */
static bool expects_errors(const Expr *e) {
    if (e->kind != EX_CALL) return false;
    const Expr *callee = e->as.call.callee;
    const char *name = callee->kind == EX_NAME        ? callee->as.name
                       : callee->kind == EX_ATTRIBUTE ? callee->as.attribute.name
                                                      : "";
    return strstr(name, "suppress") || strstr(name, "raises") || strstr(name, "Raises");
}

static void visit_with(Checker *c, Stmt *s) {
    bool guards = false;
    for (const WithItem *item = s->as.with.items; item; item = item->next) {
        guards |= expects_errors(item->context);
    }
    Walker w = walker(c);
    c->guarded += guards;
    walk_stmt_children(&w, s);
    c->guarded -= guards;
}

static void visit_annotated(Checker *c, Stmt *s) {
    Walker w = walker(c);
    walk_expr(&w, s->as.ann.target);
    /* Python does not evaluate those of local variables. */
    bool evaluated = c->scope->kind == SCOPE_MODULE || c->scope->kind == SCOPE_CLASS;
    if (evaluated && !c->module->future_annotations) walk_expr(&w, s->as.ann.annotation);
    walk_expr(&w, s->as.ann.value);
}

static void visit_stmt(void *context, Stmt *s) {
    Checker *c = context;
    Walker w = walker(c);
    check_stmt_slips(c, s);
    switch (s->kind) {
    case ST_IMPORT: check_import(c, s); break;
    case ST_IMPORT_FROM: check_import_from(c, s); break;
    case ST_FUNCTION: visit_function(c, s); break;
    case ST_CLASS: visit_class(c, s); break;
    case ST_TRY: visit_try(c, s); break;
    case ST_WITH: visit_with(c, s); break;
    case ST_ANN_ASSIGN: visit_annotated(c, s); break;
    case ST_ASSIGN:
        for (const Expr *t = s->as.assign.targets; t; t = t->next) check_patch(c, t);
        walk_stmt_children(&w, s);
        break;
    default: walk_stmt_children(&w, s); break;
    }
}

/* --- the module ---------------------------------------------------------------------- */

/* What makes names appear that no statement binds. */
static bool binds_secretly(const Names *names, const Scope *first) {
    static const char *const ways[] = {"globals", "vars", "exec", "__dict__", "__builtins__"};
    for (const Scope *s = first; s; s = scope_next(s)) {
        if (s->has_star_import) return true;
    }
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (names_find(names, ways[i])) return true;
    }
    return false;
}

/* Interned once, so that each use of a name is a look-up by address. */
static void gather(Checker *c, const Names *names) {
    for (const char *const *b = c->options->builtins; b && *b; b++) {
        Name name = names_find(names, *b);
        if (name) nameset_add(&c->builtins, name);
    }
    for (const Scope *s = c->module->scope; s; s = scope_next(s)) {
        for (uint32_t i = 0; i < s->count; i++) {
            const Symbol *symbol = &s->symbols[i];
            if (symbol->kind != SYM_GLOBAL_EXPLICIT || !symbol->is_bound) continue;
            nameset_add(&c->globals, symbol->name);
        }
    }
}

/* A program that catches a NameError somewhere may raise one anywhere, by a call: then names
 * that nothing binds are left to the run. */
static bool may_catch_name_errors(const Source *source) {
    static const char *const signs[] = {"NameError", "except:", "except Exception", "except BaseException",
                                        "assertRaises"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strstr(source->text, signs[i])) return true;
    return false;
}

void check_module(Module *m, Names *names, const LangOptions *options, Diags *diags, bool whole) {
    Checker c = {.module = m, .options = options, .diags = diags, .scope = m->scope};
    c.guarded = may_catch_name_errors(m->source);
    c.check_names = whole && options->builtins && !binds_secretly(names, m->scope);
    gather(&c, names);
    Walker w = walker(&c);
    walk_block(&w, m->body);
    check_told_attributes(&c);
    check_told_loop_methods(&c);
    nameset_deinit(&c.builtins);
    nameset_deinit(&c.globals);
    nameset_deinit(&c.told);
    nameset_deinit(&c.patched);
    vec_deinit(&c.attributes);
    vec_deinit(&c.loop_methods);
}
