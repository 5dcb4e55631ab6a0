/* Comprehensions, which run in the frame that they stand in, and generator expressions,
 * which are codes of their own. Both are a nest of loops around one element. */
#include "vm/compile.h"

#include <string.h>

/* One clause while the element is compiled. */
typedef struct Level {
    Label again, skip, done;
    bool loops; /* `for x in [y]` doesn't */
    bool is_async;
} Level;

static const Expr *single_item(const Expr *iter) {
    bool display = iter->kind == EX_LIST || iter->kind == EX_TUPLE;
    const Expr *item = display ? iter->as.list.items : NULL;
    return item && !item->next && item->kind != EX_STARRED ? item : NULL;
}

/* Leaves the iterator, or for `in [y]` just y. */
static void open_iterable(Compiler *c, const Clause *clause, Level *level) {
    const Expr *single = clause->is_async ? NULL : single_item(clause->iter);
    if (single) {
        compile_expr(c, single);
        level->loops = false;
        return;
    }
    if (clause->is_async) compile_expr(c, clause->iter);
    else compile_iterable(c, clause->iter);
    emit0(c, clause->is_async ? OP_GET_AITER : OP_GET_ITER);
}

static void open_async(Compiler *c, const Level *level) {
    region_begin(c, level->done, 0);
    emit0(c, OP_GET_ANEXT);
    emit(c, OP_GET_AWAITABLE, AWAIT_ANEXT);
    emit_send(c);
    region_end(c);
}

static Level open_clause(Compiler *c, const Clause *clause, bool first) {
    Level level = {.loops = true, .is_async = clause->is_async};
    if (!first) open_iterable(c, clause, &level);
    level.skip = label_new(c);
    level.done = label_new(c);
    level.again = label_here(c);
    if (clause->is_async) open_async(c, &level);
    else if (level.loops) emit_jump(c, OP_FOR_ITER, level.done);
    compile_store(c, clause->target);
    for (const Expr *e = clause->conditions; e && !c->failed; e = e->next)
        compile_jump_if(c, e, level.skip, false);
    return level;
}

static void close_clause(Compiler *c, const Level *level) {
    label_bind(c, level->skip);
    if (level->loops) emit_jump(c, OP_JUMP, level->again);
    label_bind(c, level->done);
    if (level->is_async) emit0(c, OP_END_ASYNC_FOR);
}

static void compile_element(Compiler *c, const Expr *e, uint32_t loops) {
    compile_expr(c, e->as.comp.element);
    switch (e->kind) {
    case EX_LISTCOMP: emit(c, OP_LIST_APPEND, loops + 1); break;
    case EX_SETCOMP: emit(c, OP_SET_ADD, loops + 1); break;
    case EX_DICTCOMP:
        compile_expr(c, e->as.comp.value);
        emit(c, OP_MAP_ADD, loops + 1);
        break;
    default: c->unit->element = emit(c, OP_YIELD_VALUE, 0); emit0(c, OP_POP);
    }
}

/* The iterator of the first clause is on the stack. */
static void compile_clauses(Compiler *c, const Expr *e) {
    VEC(Level) levels = {0};
    uint32_t loops = 0;
    for (const Clause *clause = e->as.comp.clauses; clause && !c->failed; clause = clause->next) {
        Level level = open_clause(c, clause, clause == e->as.comp.clauses);
        loops += level.loops;
        vec_push(&levels, level);
    }
    compile_element(c, e, loops);
    while (levels.len) close_clause(c, &levels.items[--levels.len]);
    vec_deinit(&levels);
}

static void compile_outermost(Compiler *c, const Expr *e) {
    const Clause *first = e->as.comp.clauses;
    if (first->is_async) compile_expr(c, first->iter);
    else compile_iterable(c, first->iter);
    emit0(c, first->is_async ? OP_GET_AITER : OP_GET_ITER);
}

static void begin_result(Compiler *c, const Expr *e) {
    OpCode op = e->kind == EX_LISTCOMP ? OP_BUILD_LIST : e->kind == EX_SETCOMP ? OP_BUILD_SET : OP_BUILD_MAP;
    emit(c, op, 0);
    emit(c, OP_SWAP, 2);
}

void compile_comprehension(Compiler *c, const Expr *e) {
    const Scope *scope = e->as.comp.scope;
    compile_outermost(c, e);
    uint32_t at = c->unit->inlines.len;
    InlineFrame frame = {
        .start = label_here(c),
        .name = str_intern(c->vm, scope->name, strlen(scope->name)),
        .span = e->span,
        .line = source_line_of(c->module->source, e->span.start),
    };
    vec_push(&c->unit->inlines, frame);
    env_push_comprehension(c, scope);
    begin_result(c, e);
    compile_clauses(c, e);
    c->unit->inlines.items[at].end = label_here(c);
    c->loc = e->span;
    env_pop_comprehension(c);
}

void compile_generator(Compiler *c, const Expr *e) {
    const char *qualname = compile_qualname(c, NULL, e->as.comp.scope->name);
    Unit *u = unit_begin(c, e->as.comp.scope, e->as.comp.scope->name, e->span.start);
    u->code->positional = 1;
    u->code->param_count = 1;
    unit_set_names(c, qualname, NULL);
    c->loc = e->span;
    emit(c, OP_LOAD_FAST, 0);
    compile_clauses(c, e);
    compile_return_none(c);
    unit_end_function(c, 0);
    compile_outermost(c, e);
    emit(c, OP_CALL, 1);
}
