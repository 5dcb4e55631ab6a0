/* Pass one: what each scope binds and uses, in the order in which CPython visits the tree
 * (a name that is used before its `global` is an error). resolve.c decides afterwards. */
#include "lang/future.h"
#include "lang/scope_table.h"
#include "lang/walk.h"

#include <string.h>

typedef struct Builder {
    Module *module;
    Names *names;
    Diags *diags;
    bool whole;
    ScopeTable *current, *first, *last;
    Name class_name;           /* for private names */
    int loops;                 /* around this place in this scope */
    int star_handlers;         /* `except*` blocks around this place, within the innermost loop */
    int all_star_handlers;     /* and within the function */
    const Stmt *return_value;  /* the function's first return with a value */
    const Stmt *after_futures; /* the first statement that is no future import */
    bool futures_over;
    bool in_target;  /* a `for` target of a comprehension */
    int in_iterable; /* the iterable of a comprehension */
} Builder;

static void visit_expr(void *context, Expr *e);
static void visit_stmt(void *context, Stmt *s);

static void visit_block(Builder *b, Stmt *s) {
    for (; s; s = s->next) visit_stmt(b, s);
}

static void error(Builder *b, Span span, MsgId msg, const char *arg) {
    diag_error(b->diags, span, msg, arg, NULL);
}

static void error_hint(Builder *b, Span span, MsgId msg, const char *arg, MsgId hint) {
    Diag *diag = diag_error(b->diags, span, msg, arg, NULL);
    diag_hint(b->diags, diag, hint, arg, NULL);
}

/* --- scopes -------------------------------------------------------------------------- */

static Scope *current(const Builder *b) {
    return &b->current->scope;
}

static bool is_comprehension(const Scope *s) {
    return s->kind == SCOPE_COMPREHENSION || s->kind == SCOPE_GENERATOR;
}

typedef struct Saved {
    ScopeTable *current;
    Name class_name;
    int loops, star_handlers, all_star_handlers;
    const Stmt *return_value;
} Saved;

/* Loops and handlers do not reach into another scope, but the iterable of a comprehension
 * reaches into the lambdas that stand in it. */
static Saved enter(Builder *b, ScopeKind kind, Name name, Stmt *stmt) {
    Saved saved = {b->current,       b->class_name,        b->loops,
                   b->star_handlers, b->all_star_handlers, b->return_value};
    ScopeTable *t = arena_alloc(&b->module->arena, sizeof *t);
    Scope *s = &t->scope;
    s->kind = kind;
    s->parent = b->current ? current(b) : NULL;
    s->host = kind == SCOPE_COMPREHENSION ? s->parent->host : s;
    s->name = name;
    s->class_name = b->class_name;
    s->stmt = stmt;
    if (b->last) b->last->next = t;
    else b->first = t;
    b->last = b->current = t;
    b->loops = b->star_handlers = b->all_star_handlers = 0;
    b->return_value = NULL;
    return saved;
}

static void leave(Builder *b, Saved saved) {
    b->current = saved.current;
    b->class_name = saved.class_name;
    b->loops = saved.loops;
    b->star_handlers = saved.star_handlers;
    b->all_star_handlers = saved.all_star_handlers;
    b->return_value = saved.return_value;
}

/* --- names --------------------------------------------------------------------------- */

/* In place, so that the compiler need not know of it. Doing it twice changes nothing. */
static Name mangle(Builder *b, Name *name) {
    *name = names_mangle(b->names, b->class_name, *name);
    return *name;
}

static void use(Builder *b, Name *name, Span span) {
    mangle(b, name);
    table_mark(b->current, *name, MARK_USED, span);
    /* super() without arguments needs the class that the method is in. */
    if (current(b)->kind == SCOPE_CLASS || current(b)->kind == SCOPE_MODULE) return;
    if (strcmp(*name, "super") == 0) {
        table_mark(b->current, names_add(b->names, "__class__"), MARK_USED, span);
    }
}

/* Bound in another way than by an import: then it need not be that module. */
static void mark_bound(ScopeTable *t, Name name, unsigned marks, Span span) {
    table_mark(t, name, marks, span)->module = NULL;
}

static void bind(Builder *b, Name *name, Span span, unsigned marks) {
    mangle(b, name);
    if (b->in_target) {
        uint8_t known;
        if (table_find(b->current, *name, &known) && (known & (MARK_GLOBAL | MARK_NONLOCAL))) {
            error(b, span, MSG_WALRUS_ITERATION, *name);
        }
        marks |= MARK_ITERATION;
    }
    mark_bound(b->current, *name, marks, span);
}

static void add_param(Builder *b, Param *param) {
    if (!param) return;
    uint32_t start = param->span.start;
    Span span = {start, start + (uint32_t)strlen(param->name)};
    mangle(b, &param->name);
    uint8_t known;
    if (table_find(b->current, param->name, &known) && (known & MARK_PARAM)) {
        error(b, span, MSG_PARAM_TWICE, param->name);
    }
    table_mark(b->current, param->name, MARK_PARAM | MARK_LOCAL, span);
}

/* In the order of CPython's slots: *args and **kwargs come last. */
static void add_params(Builder *b, Params *ps) {
    for (Param *p = ps->positional_only; p; p = p->next) add_param(b, p);
    for (Param *p = ps->positional; p; p = p->next) add_param(b, p);
    for (Param *p = ps->keyword_only; p; p = p->next) add_param(b, p);
    add_param(b, ps->star);
    add_param(b, ps->double_star);
}

/* --- async, yield, return: what a scope must be for them ----------------------------- */

static bool is_async_def(const Scope *s) {
    return s->kind == SCOPE_FUNCTION && s->is_coroutine;
}

/* `await` and `async for` make a module a coroutine, and a generator expression an async
 * generator; a comprehension hands the demand on to the scope that it runs in. */
static void demand_async(Builder *b, Span span, MsgId msg) {
    Scope *s = current(b);
    for (; s->kind == SCOPE_COMPREHENSION; s = s->parent) s->is_coroutine = true;
    if (s->kind == SCOPE_MODULE || s->kind == SCOPE_GENERATOR) {
        s->is_coroutine = true;
    } else if (s->kind == SCOPE_CLASS) {
        error(b, span, MSG_AWAIT_IN_CLASS, NULL);
    } else if (s->kind == SCOPE_LAMBDA) {
        error(b, span, MSG_AWAIT_IN_LAMBDA, NULL);
    } else if (!is_async_def(s)) {
        Diag *diag = diag_error(b->diags, span, msg, s->name, NULL);
        diag_hint(b->diags, diag, MSG_HINT_ASYNC_DEF, s->name, NULL);
        if (s->stmt) diag_also(diag, s->stmt->as.function.name_span);
    }
}

/* `yield` makes its function a generator, also where that is an error later on. */
static void check_yield(Builder *b, const Expr *e) {
    Scope *s = current(b);
    if (is_comprehension(s)) error(b, e->span, MSG_YIELD_IN_COMPREHENSION, NULL);
    else if (s->kind == SCOPE_MODULE || s->kind == SCOPE_CLASS) error(b, e->span, MSG_YIELD_OUTSIDE, NULL);
    else s->is_generator = true;
    if (e->kind == EX_YIELD_FROM && is_async_def(s)) {
        error_hint(b, e->span, MSG_YIELD_FROM_ASYNC, NULL, MSG_HINT_YIELD_FROM_ASYNC);
    }
}

static void visit_return(Builder *b, Stmt *s) {
    if (current(b)->kind != SCOPE_FUNCTION) {
        error(b, s->span, MSG_RETURN_OUTSIDE, NULL);
    } else if (b->all_star_handlers > 0) {
        error(b, s->span, MSG_EXCEPT_STAR_JUMP, "return");
    }
    if (s->as.expr && !b->return_value) b->return_value = s;
    visit_expr(b, s->as.expr);
}

/* An except* block cannot be left by a jump: several may have to run. */
static void visit_jump(Builder *b, const Stmt *s) {
    const char *word = s->kind == ST_BREAK ? "break" : "continue";
    if (b->star_handlers > 0) error(b, s->span, MSG_EXCEPT_STAR_JUMP, word);
    else if (b->loops == 0) error(b, s->span, MSG_JUMP_OUTSIDE, word);
}

/* --- targets and patterns ------------------------------------------------------------ */

static void visit_target(Builder *b, Expr *e) {
    switch (e->kind) {
    case EX_NAME: bind(b, &e->as.name, e->span, MARK_LOCAL); break;
    case EX_STARRED: visit_target(b, e->as.pair.left); break;
    case EX_TUPLE:
    case EX_LIST:
        for (Expr *item = e->as.list.items; item; item = item->next) visit_target(b, item);
        break;
    default: {
        /* x[i] and x.a use their names, also as targets of a comprehension. */
        bool in_target = b->in_target;
        b->in_target = false;
        visit_expr(b, e);
        b->in_target = in_target;
    }
    }
}

static void visit_pattern(Builder *b, Pattern *pat) {
    if (pat->name) bind(b, &pat->name, pat->span, MARK_LOCAL);
    if (pat->value) visit_expr(b, pat->value);
    for (Expr *key = pat->keys; key; key = key->next) visit_expr(b, key);
    if (pat->inner) visit_pattern(b, pat->inner);
    for (Pattern *item = pat->items; item; item = item->next) visit_pattern(b, item);
}

/* --- comprehensions ------------------------------------------------------------------ */

static void visit_iterable(Builder *b, Expr *iter) {
    b->in_iterable++;
    visit_expr(b, iter);
    b->in_iterable--;
}

/* The outermost iterable has been visited in the scope around the comprehension. */
static void visit_clause(Builder *b, Clause *clause, bool outermost) {
    if (clause->is_async) demand_async(b, clause->span, MSG_ASYNC_COMPREHENSION);
    b->in_target = true;
    visit_target(b, clause->target);
    b->in_target = false;
    if (!outermost) visit_iterable(b, clause->iter);
    for (Expr *e = clause->conditions; e; e = e->next) visit_expr(b, e);
}

static void visit_comprehension(Builder *b, Expr *e) {
    static const char *const titles[] = {
        [EX_LISTCOMP] = "<listcomp>",
        [EX_SETCOMP] = "<setcomp>",
        [EX_DICTCOMP] = "<dictcomp>",
        [EX_GENERATOR] = "<genexpr>",
    };
    Clause *first = e->as.comp.clauses;
    visit_iterable(b, first->iter);
    bool generator = e->kind == EX_GENERATOR;
    Saved saved = enter(b, generator ? SCOPE_GENERATOR : SCOPE_COMPREHENSION,
                        names_add(b->names, titles[e->kind]), NULL);
    e->as.comp.scope = current(b);
    current(b)->is_generator = generator;
    for (Clause *clause = first; clause; clause = clause->next) visit_clause(b, clause, clause == first);
    visit_expr(b, e->as.comp.value);
    visit_expr(b, e->as.comp.element);
    leave(b, saved);
}

/* `:=` in a comprehension binds in the function around it. */
static void bind_outside(Builder *b, Expr *e) {
    Name name = mangle(b, &e->as.walrus.name);
    Span span = e->as.walrus.name_span;
    Scope *s = current(b);
    for (; is_comprehension(s); s = s->parent) {
        uint8_t known;
        if (table_find(table_of(s), name, &known) && (known & MARK_ITERATION)) {
            error(b, span, MSG_WALRUS_ITERATION, name);
            return;
        }
    }
    if (s->kind == SCOPE_CLASS) {
        error(b, e->span, MSG_WALRUS_IN_CLASS, NULL);
        return;
    }
    uint8_t known;
    table_find(table_of(s), name, &known);
    bool global = s->kind == SCOPE_MODULE || (known & MARK_GLOBAL);
    mark_bound(table_of(s), name, MARK_LOCAL, span);
    table_mark(b->current, name, (global ? MARK_GLOBAL : MARK_NONLOCAL) | MARK_LOCAL, span);
}

/* The value first: it may use the name that it is given to. */
static void visit_walrus(Builder *b, Expr *e) {
    if (b->in_iterable > 0) error(b, e->span, MSG_WALRUS_IN_ITERABLE, NULL);
    visit_expr(b, e->as.walrus.value);
    if (is_comprehension(current(b))) bind_outside(b, e);
    else bind(b, &e->as.walrus.name, e->as.walrus.name_span, MARK_LOCAL);
}

/* --- expressions --------------------------------------------------------------------- */

static void visit_list(Builder *b, Expr *e) {
    for (; e; e = e->next) visit_expr(b, e);
}

static void visit_keywords(Builder *b, Keyword *k) {
    for (; k; k = k->next) visit_expr(b, k->value);
}

static void visit_defaults(Builder *b, const Params *ps) {
    for (Param *p = ps->positional_only; p; p = p->next) visit_expr(b, p->default_value);
    for (Param *p = ps->positional; p; p = p->next) visit_expr(b, p->default_value);
    for (Param *p = ps->keyword_only; p; p = p->next) visit_expr(b, p->default_value);
}

/* Defaults are computed where the function is made, not in it. */
static void visit_lambda(Builder *b, Expr *e) {
    visit_defaults(b, e->as.lambda.params);
    Saved saved = enter(b, SCOPE_LAMBDA, names_add(b->names, "<lambda>"), NULL);
    e->as.lambda.scope = current(b);
    add_params(b, e->as.lambda.params);
    visit_expr(b, e->as.lambda.body);
    leave(b, saved);
}

/* Of what binds and uses no name itself, what is in it. */
static Walker walker(Builder *b) {
    return (Walker){b, visit_expr, visit_stmt};
}

static void visit_expr(void *context, Expr *e) {
    Builder *b = context;
    Walker w = walker(b);
    if (!e) return;
    switch (e->kind) {
    case EX_NAME: use(b, &e->as.name, e->span); return;
    case EX_LAMBDA: visit_lambda(b, e); return;
    case EX_LISTCOMP:
    case EX_SETCOMP:
    case EX_DICTCOMP:
    case EX_GENERATOR: visit_comprehension(b, e); return;
    case EX_WALRUS: visit_walrus(b, e); return;
    case EX_ATTRIBUTE: mangle(b, &e->as.attribute.name); break;
    case EX_YIELD:
    case EX_YIELD_FROM: check_yield(b, e); break;
    case EX_AWAIT: demand_async(b, e->span, MSG_AWAIT_IN_DEF); break;
    default: break;
    }
    walk_expr_children(&w, e);
}

/* --- definitions --------------------------------------------------------------------- */

static void visit_annotation(Builder *b, Expr *e) {
    /* Kept as text by the future import: then it binds and uses nothing here. */
    if (!b->module->future_annotations) visit_expr(b, e);
}

static void visit_annotations(Builder *b, const Params *ps) {
    for (Param *p = ps->positional_only; p; p = p->next) visit_annotation(b, p->annotation);
    for (Param *p = ps->positional; p; p = p->next) visit_annotation(b, p->annotation);
    for (Param *p = ps->keyword_only; p; p = p->next) visit_annotation(b, p->annotation);
    if (ps->star) visit_annotation(b, ps->star->annotation);
    if (ps->double_star) visit_annotation(b, ps->double_star->annotation);
}

/* Only the body is in the new scope; decorators, defaults and annotations are not. */
static void visit_function(Builder *b, Stmt *s) {
    Name name = s->as.function.name;
    Params *params = s->as.function.params;
    bind(b, &s->as.function.name, s->as.function.name_span, MARK_LOCAL);
    visit_defaults(b, params);
    visit_annotations(b, params);
    visit_annotation(b, s->as.function.returns);
    visit_list(b, s->as.function.decorators);
    Saved saved = enter(b, SCOPE_FUNCTION, name, s);
    s->as.function.scope = current(b);
    current(b)->is_coroutine = s->as.function.is_async;
    add_params(b, params);
    visit_block(b, s->as.function.body);
    if (current(b)->is_generator && s->as.function.is_async && b->return_value) {
        error(b, b->return_value->span, MSG_RETURN_IN_ASYNC_GENERATOR, NULL);
    }
    leave(b, saved);
}

static void visit_class(Builder *b, Stmt *s) {
    Name name = s->as.class_.name;
    bind(b, &s->as.class_.name, s->as.class_.name_span, MARK_LOCAL);
    visit_list(b, s->as.class_.bases);
    visit_keywords(b, s->as.class_.keywords);
    visit_list(b, s->as.class_.decorators);
    Saved saved = enter(b, SCOPE_CLASS, name, s);
    b->class_name = current(b)->class_name = name;
    s->as.class_.scope = current(b);
    visit_block(b, s->as.class_.body);
    leave(b, saved);
}

/* --- simple statements --------------------------------------------------------------- */

/* A declaration holds for the whole scope, so it must come before any use in it. */
static void visit_declaration(Builder *b, Stmt *s) {
    bool global = s->kind == ST_GLOBAL;
    const char *word = global ? "global" : "nonlocal";
    for (uint32_t i = 0; i < s->as.names.count; i++) {
        Name name = mangle(b, &s->as.names.names[i]);
        uint8_t known;
        table_find(b->current, name, &known);
        MsgId msg = MSG_NONE;
        if (known & MARK_PARAM) msg = MSG_DECLARED_PARAM;
        else if (known & MARK_USED) msg = MSG_DECLARED_AFTER_USE;
        else if (known & MARK_ANNOTATED) msg = MSG_DECLARED_ANNOTATED;
        else if (known & MARK_LOCAL) msg = MSG_DECLARED_AFTER_ASSIGN;
        else if (known & (global ? MARK_NONLOCAL : MARK_GLOBAL)) msg = MSG_DECLARED_BOTH;
        else if (!global && current(b)->kind == SCOPE_MODULE) msg = MSG_NONLOCAL_MODULE;
        if (msg) {
            Diag *diag = diag_error(b->diags, s->span, msg, name, word, NULL);
            bool late = msg == MSG_DECLARED_AFTER_USE || msg == MSG_DECLARED_AFTER_ASSIGN;
            if (late) diag_hint(b->diags, diag, MSG_HINT_DECLARED_FIRST, name, word, NULL);
        } else table_mark(b->current, name, global ? MARK_GLOBAL : MARK_NONLOCAL, s->span);
    }
}

/* `x: int` makes x local even without a value; `(x): int` does not. */
static void visit_annotated(Builder *b, Stmt *s) {
    Expr *target = s->as.ann.target;
    if (target->kind == EX_NAME) {
        uint8_t known;
        Name name = mangle(b, &target->as.name);
        table_find(b->current, name, &known);
        bool declared = known & (MARK_GLOBAL | MARK_NONLOCAL);
        if (declared && s->as.ann.simple && current(b)->kind != SCOPE_MODULE) {
            diag_error(b->diags, s->span, MSG_DECLARED_ANNOTATED, name,
                       known & MARK_GLOBAL ? "global" : "nonlocal", NULL);
        } else if (s->as.ann.simple) {
            bind(b, &target->as.name, target->span, MARK_ANNOTATED | MARK_LOCAL);
        } else if (s->as.ann.value) {
            bind(b, &target->as.name, target->span, MARK_LOCAL);
        }
    } else {
        visit_target(b, target);
    }
    visit_annotation(b, s->as.ann.annotation);
    visit_expr(b, s->as.ann.value);
}

/* Remembers the module as long as nothing else is bound to the name. */
static void bind_module(Builder *b, Name *name, Name module, Span span) {
    const Symbol *known = table_find(b->current, mangle(b, name), NULL);
    bool first = !known || !known->is_bound || known->module == module;
    bind(b, name, span, MARK_LOCAL);
    if (first) table_find(b->current, *name, NULL)->module = module;
}

/* `import a.b` binds a; `import a.b as c` binds c to a.b. */
static void visit_alias(Builder *b, Alias *alias, bool from) {
    if (strcmp(alias->name, "*") == 0) {
        current(b)->has_star_import = true;
        if (current(b)->kind != SCOPE_MODULE) error(b, alias->span, MSG_IMPORT_STAR_INSIDE, NULL);
        return;
    }
    if (alias->as) {
        if (from) bind(b, &alias->as, alias->span, MARK_LOCAL);
        else bind_module(b, &alias->as, alias->name, alias->span);
        return;
    }
    const char *dot = from ? NULL : strchr(alias->name, '.');
    Name name = dot ? names_intern(b->names, alias->name, (size_t)(dot - alias->name)) : alias->name;
    Name plain = name;
    if (from) bind(b, &name, alias->span, MARK_LOCAL);
    else bind_module(b, &name, plain, alias->span);
    /* What is imported keeps its name; only the variable is private. */
    if (name != plain && !dot) alias->as = name;
}

/* --- compound statements ------------------------------------------------------------- */

static void visit_loop_body(Builder *b, Stmt *body) {
    int star_handlers = b->star_handlers;
    b->star_handlers = 0;
    b->loops++;
    visit_block(b, body);
    b->loops--;
    b->star_handlers = star_handlers;
}

static void visit_try(Builder *b, Stmt *s) {
    int star = s->as.try_.is_star ? 1 : 0;
    visit_block(b, s->as.try_.body);
    for (Handler *h = s->as.try_.handlers; h; h = h->next) {
        visit_expr(b, h->type);
        if (h->name) bind(b, &h->name, h->span, MARK_LOCAL);
        b->star_handlers += star;
        b->all_star_handlers += star;
        visit_block(b, h->body);
        b->star_handlers -= star;
        b->all_star_handlers -= star;
    }
    visit_block(b, s->as.try_.orelse);
    visit_block(b, s->as.try_.finally);
}

static void visit_match(Builder *b, Stmt *s) {
    visit_expr(b, s->as.match.subject);
    for (MatchCase *c = s->as.match.cases; c; c = c->next) {
        visit_pattern(b, c->pattern);
        visit_expr(b, c->guard);
        visit_block(b, c->body);
    }
}

static void visit_with(Builder *b, Stmt *s) {
    if (s->as.with.is_async) demand_async(b, s->head, MSG_ASYNC_WITH_IN_DEF);
    for (WithItem *item = s->as.with.items; item; item = item->next) {
        visit_expr(b, item->context);
        if (item->target) visit_target(b, item->target);
    }
    visit_block(b, s->as.with.body);
}

static void visit_for(Builder *b, Stmt *s) {
    if (s->as.loop.is_async) demand_async(b, s->head, MSG_ASYNC_FOR_IN_DEF);
    visit_target(b, s->as.loop.target);
    visit_expr(b, s->as.loop.iter);
    visit_loop_body(b, s->as.loop.body);
    visit_block(b, s->as.loop.orelse);
}

static void visit_while(Builder *b, Stmt *s) {
    visit_expr(b, s->as.branch.cond);
    visit_loop_body(b, s->as.branch.body);
    visit_block(b, s->as.branch.orelse);
}

static void visit_stmt(void *context, Stmt *s) {
    Builder *b = context;
    Walker w = walker(b);
    if (s == b->after_futures) b->futures_over = true;
    switch (s->kind) {
    case ST_ASSIGN:
        for (Expr *t = s->as.assign.targets; t; t = t->next) visit_target(b, t);
        visit_expr(b, s->as.assign.value);
        break;
    case ST_AUG_ASSIGN:
        visit_target(b, s->as.aug.target);
        visit_expr(b, s->as.aug.value);
        break;
    case ST_ANN_ASSIGN: visit_annotated(b, s); break;
    case ST_RETURN: visit_return(b, s); break;
    case ST_DELETE:
        for (Expr *t = s->as.targets; t; t = t->next) visit_target(b, t);
        break;
    case ST_BREAK:
    case ST_CONTINUE: visit_jump(b, s); break;
    case ST_GLOBAL:
    case ST_NONLOCAL: visit_declaration(b, s); break;
    case ST_IMPORT:
        for (Alias *a = s->as.aliases; a; a = a->next) visit_alias(b, a, false);
        break;
    case ST_IMPORT_FROM:
        if (future_is_import(s) && b->futures_over) future_refuse(s, b->diags);
        for (Alias *a = s->as.from.aliases; a; a = a->next) visit_alias(b, a, true);
        break;
    case ST_WHILE: visit_while(b, s); break;
    case ST_FOR: visit_for(b, s); break;
    case ST_WITH: visit_with(b, s); break;
    case ST_TRY: visit_try(b, s); break;
    case ST_MATCH: visit_match(b, s); break;
    case ST_FUNCTION: visit_function(b, s); break;
    case ST_CLASS: visit_class(b, s); break;
    default: walk_stmt_children(&w, s); break;
    }
}

void scope_build(Module *m, Names *names, Diags *diags, bool whole) {
    Builder b = {.module = m, .names = names, .diags = diags, .whole = whole};
    Saved saved = enter(&b, SCOPE_MODULE, names_add(names, "<module>"), NULL);
    m->scope = current(&b);
    b.after_futures = future_read(m, diags);
    visit_block(&b, m->body);
    leave(&b, saved);
    scope_resolve(b.first, names, diags, whole);
    for (ScopeTable *t = b.first; t; t = t->next) table_finish(t, &m->arena);
}
