/* Statements, except those that open a block that must be left in order (compile_block.c). */
#include "vm/compile.h"

#include <string.h>

static void visit_expr(Compiler *c, const Stmt *s) {
    if (is_literal(s->as.expr)) {
        emit0(c, OP_NOP);
        return;
    }
    compile_expr(c, s->as.expr);
    c->loc = NO_SPAN;
    emit0(c, OP_POP);
}

static void visit_assign(Compiler *c, const Stmt *s) {
    compile_expr(c, s->as.assign.value);
    for (const Expr *target = s->as.assign.targets; target && !c->failed; target = target->next) {
        if (target->next) emit0(c, OP_DUP);
        compile_store(c, target);
    }
}

static void visit_raise(Compiler *c, const Stmt *s) {
    uint32_t n = 0;
    if (s->as.raise.exc) {
        compile_expr(c, s->as.raise.exc);
        n++;
    }
    if (s->as.raise.cause) {
        compile_expr(c, s->as.raise.cause);
        n++;
    }
    emit(c, OP_RAISE, n);
}

static void visit_assert(Compiler *c, const Stmt *s) {
    Label end = label_new(c);
    compile_jump_if(c, s->as.assertion.test, end, true);
    emit0(c, OP_LOAD_ASSERTION_ERROR);
    if (s->as.assertion.message) {
        compile_expr(c, s->as.assertion.message);
        emit(c, OP_CALL, 1);
    }
    emit(c, OP_RAISE, 1);
    label_bind(c, end);
}

static void visit_delete(Compiler *c, const Stmt *s) {
    for (const Expr *e = s->as.targets; e && !c->failed; e = e->next) compile_delete(c, e);
}

static void visit_pass(Compiler *c, const Stmt *s) {
    (void)s;
    emit0(c, OP_NOP);
}

static void visit_nothing(Compiler *c, const Stmt *s) {
    (void)c;
    (void)s;
}

static void visit_break(Compiler *c, const Stmt *s) {
    (void)s;
    compile_break(c);
}

static void visit_continue(Compiler *c, const Stmt *s) {
    (void)s;
    compile_continue(c);
}

/* --- annotations -------------------------------------------------------------------- */

static bool has_namespace(const Compiler *c) {
    return c->unit->scope->kind == SCOPE_MODULE || c->unit->scope->kind == SCOPE_CLASS;
}

static void store_annotation(Compiler *c, const Stmt *s) {
    Unit *u = c->unit;
    compile_annotation(c, s->as.ann.annotation);
    name_global(c, u->scope->kind == SCOPE_CLASS ? OP_LOAD_NAME : OP_LOAD_GLOBAL, "__annotations__");
    load_name_str(c, s->as.ann.target->as.name);
    emit0(c, OP_STORE_SUBSCR);
}

static void evaluate(Compiler *c, const Expr *e) {
    compile_expr(c, e);
    emit0(c, OP_POP);
}

/* Without a value, the target's parts are evaluated all the same. */
static void evaluate_target(Compiler *c, const Expr *target) {
    if (target->kind == EX_ATTRIBUTE) evaluate(c, target->as.attribute.object);
    if (target->kind != EX_SUBSCRIPT) return;
    evaluate(c, target->as.pair.left);
    evaluate(c, target->as.pair.right);
}

static void visit_annotated(Compiler *c, const Stmt *s) {
    Unit *u = c->unit;
    if (!c->failed && has_namespace(c)) u->ins.items[u->annotations].op = OP_SETUP_ANNOTATIONS;
    if (s->as.ann.value) {
        compile_expr(c, s->as.ann.value);
        compile_store(c, s->as.ann.target);
    } else {
        evaluate_target(c, s->as.ann.target);
    }
    if (!has_namespace(c)) return;
    if (s->as.ann.simple) store_annotation(c, s);
    else if (!c->future_annotations) evaluate(c, s->as.ann.annotation);
}

/* --- imports ------------------------------------------------------------------------ */

/* `import a.b` binds a: the symbol has that name. */
static Name first_part(Compiler *c, Name dotted) {
    size_t len = strcspn(dotted, ".");
    return dotted[len] ? name_known(c, dotted, len) : dotted;
}

static void visit_import(Compiler *c, const Stmt *s) {
    for (const Alias *a = s->as.aliases; a && !c->failed; a = a->next) {
        name_global(c, a->as ? OP_IMPORT_NAME : OP_IMPORT_TOP, a->name);
        name_store(c, a->as ? a->as : first_part(c, a->name));
    }
}

/* A relative import keeps its dots: "..pkg". */
static Name dotted(Compiler *c, Name module, int level) {
    size_t len = module ? strlen(module) : 0;
    char *text = arena_alloc(&c->arena, (size_t)level + len + 1);
    memset(text, '.', (size_t)level);
    if (module) memcpy(text + level, module, len);
    return text;
}

static bool is_future(const Stmt *s) {
    return s->as.from.level == 0 && s->as.from.module && strcmp(s->as.from.module, "__future__") == 0;
}

static void visit_import_from(Compiler *c, const Stmt *s) {
    if (is_future(s)) return; /* the compiler itself has heeded it */
    Name module = s->as.from.level ? dotted(c, s->as.from.module, s->as.from.level) : s->as.from.module;
    name_global(c, OP_IMPORT_NAME, module);
    const Alias *a = s->as.from.aliases;
    if (a && strcmp(a->name, "*") == 0) {
        emit0(c, OP_IMPORT_STAR);
        return;
    }
    for (; a && !c->failed; a = a->next) {
        name_global(c, OP_IMPORT_FROM, a->name);
        name_store(c, a->as ? a->as : a->name);
    }
    emit0(c, OP_POP);
}

/* --- if ------------------------------------------------------------------------------ */

/* A chain of elif is a list, however the tree writes it. */
static void visit_if(Compiler *c, const Stmt *s) {
    Label end = label_new(c);
    for (;;) {
        const Stmt *orelse = s->as.branch.orelse;
        Label next = orelse ? label_new(c) : end;
        c->loc = s->span;
        compile_jump_if(c, s->as.branch.cond, next, false);
        compile_stmts(c, s->as.branch.body);
        if (!orelse || c->failed) break;
        c->loc = NO_SPAN;
        emit_jump(c, OP_JUMP, end);
        label_bind(c, next);
        s = orelse;
        if (orelse->kind != ST_IF || orelse->next) {
            compile_stmts(c, orelse);
            break;
        }
    }
    label_bind(c, end);
}

/* --- the walk ------------------------------------------------------------------------ */

typedef void Visit(Compiler *c, const Stmt *s);

static Visit *const visits[] = {
    [ST_EXPR] = visit_expr,
    [ST_ASSIGN] = visit_assign,
    [ST_AUG_ASSIGN] = compile_augmented,
    [ST_ANN_ASSIGN] = visit_annotated,
    [ST_RETURN] = compile_return,
    [ST_RAISE] = visit_raise,
    [ST_ASSERT] = visit_assert,
    [ST_DELETE] = visit_delete,
    [ST_PASS] = visit_pass,
    [ST_BREAK] = visit_break,
    [ST_CONTINUE] = visit_continue,
    [ST_GLOBAL] = visit_nothing,
    [ST_NONLOCAL] = visit_nothing,
    [ST_IMPORT] = visit_import,
    [ST_IMPORT_FROM] = visit_import_from,
    [ST_IF] = visit_if,
    [ST_WHILE] = compile_while,
    [ST_FOR] = compile_for,
    [ST_WITH] = compile_with,
    [ST_TRY] = compile_try,
    [ST_MATCH] = compile_match,
    [ST_FUNCTION] = compile_function,
    [ST_CLASS] = compile_class,
};

static bool is_watched(const Compiler *c, const Stmt *s) {
    uint32_t low = 0, high = c->module->watched_count;
    if (high == 0) return false;
    uint32_t line = source_line_of(c->module->source, s->span.start);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (c->module->watched[middle] < line) low = middle + 1;
        else high = middle;
    }
    return low < c->module->watched_count && c->module->watched[low] == line;
}

void compile_stmts(Compiler *c, const Stmt *s) {
    if (!compile_enter(c)) return;
    for (; s && !c->failed; s = s->next) {
        c->loc = s->span;
        if (is_watched(c, s)) emit0(c, OP_REACH);
        visits[s->kind](c, s);
    }
    compile_leave(c);
}
