/* Loops, with and try. Each pushes a block; a break, continue or return that leaves it does
 * on its way out what the block needs: a finally's body is compiled again there. */
#include "vm/compile.h"

#include <assert.h>
#include <string.h>

static void push_block(Compiler *c, Block block) {
    Unit *u = c->unit;
    if (u->block_count >= MAX_BLOCKS) {
        compile_error(c, c->loc, MSG_TOO_MANY_BLOCKS);
        return;
    }
    u->blocks[u->block_count++] = block;
}

static void pop_block(Compiler *c) {
    if (!c->failed) c->unit->block_count--;
}

static void jump_unplaced(Compiler *c, Label target) {
    c->loc = NO_SPAN;
    emit_jump(c, OP_JUMP, target);
}

/* --- pieces ------------------------------------------------------------------------- */

static void call_exit_with_nones(Compiler *c) {
    for (int i = 0; i < 3; i++) load_none(c);
    emit(c, OP_CALL, 3);
}

static void await_exit(Compiler *c) {
    emit(c, OP_GET_AWAITABLE, AWAIT_AEXIT);
    emit_send(c);
}

/* `except … as name` unbinds the name at its end. */
static void forget(Compiler *c, Name name) {
    load_none(c);
    name_store(c, name);
    name_delete(c, name);
}

static void drop_below(Compiler *c, bool keep) {
    if (keep) emit(c, OP_SWAP, 2);
    emit0(c, OP_POP);
}

/* --- the way out -------------------------------------------------------------------- */

static void unwind_finally(Compiler *c, const Block *b, bool keep) {
    region_end(c);
    if (keep) push_block(c, (Block){.kind = BLOCK_VALUE});
    compile_stmts(c, b->finally);
    if (keep) pop_block(c);
    c->loc = NO_SPAN;
}

static void unwind_with(Compiler *c, const Block *b, bool keep) {
    c->loc = b->span;
    region_end(c);
    if (keep) emit(c, OP_SWAP, 2);
    call_exit_with_nones(c);
    if (b->kind == BLOCK_ASYNC_WITH) await_exit(c);
    emit0(c, OP_POP);
    c->loc = NO_SPAN;
}

static void unwind_handler(Compiler *c, const Block *b, bool keep) {
    if (b->name) region_end(c);
    region_end(c);
    if (keep) emit(c, OP_SWAP, 2);
    emit0(c, OP_POP_EXCEPT);
    if (b->name) forget(c, b->name);
}

static void unwind_in_finally(Compiler *c, bool keep) {
    drop_below(c, keep); /* the exception that was to go on */
    region_end(c);
    if (keep) emit(c, OP_SWAP, 2);
    emit0(c, OP_POP_EXCEPT);
}

static void unwind_block(Compiler *c, const Block *b, bool keep) {
    switch (b->kind) {
    case BLOCK_FOR:
    case BLOCK_VALUE: drop_below(c, keep); break;
    case BLOCK_TRY: region_end(c); break;
    case BLOCK_FINALLY: unwind_finally(c, b, keep); break;
    case BLOCK_IN_FINALLY: unwind_in_finally(c, keep); break;
    case BLOCK_WITH:
    case BLOCK_ASYNC_WITH: unwind_with(c, b, keep); break;
    case BLOCK_HANDLER: unwind_handler(c, b, keep); break;
    case BLOCK_WHILE:
    case BLOCK_HANDLERS:
    case BLOCK_GROUP: break;
    }
}

/* What is to be put back when the way out is written: the text goes on inside. */
typedef struct Inside {
    Block blocks[MAX_BLOCKS];
    uint32_t block_count, region;
} Inside;

static Inside remember(const Compiler *c) {
    Inside in;
    memcpy(in.blocks, c->unit->blocks, sizeof in.blocks);
    in.block_count = c->unit->block_count;
    in.region = c->unit->region;
    return in;
}

static void come_back(Compiler *c, const Inside *in) {
    Unit *u = c->unit;
    memcpy(u->blocks, in->blocks, sizeof in->blocks);
    u->block_count = in->block_count;
    u->region = in->region;
    u->barrier = u->ins.len;
}

/* Leaves all blocks, or those inside the innermost loop; false if there is none. */
static bool unwind(Compiler *c, bool keep, bool to_loop, Block *loop) {
    Unit *u = c->unit;
    while (u->block_count > 0 && !c->failed) {
        Block b = u->blocks[u->block_count - 1];
        assert(b.kind != BLOCK_GROUP); /* the parser refuses it */
        if (to_loop && (b.kind == BLOCK_WHILE || b.kind == BLOCK_FOR)) {
            *loop = b;
            return true;
        }
        u->block_count--;
        unwind_block(c, &b, keep);
    }
    return !to_loop;
}

void compile_break(Compiler *c) {
    Inside in = remember(c);
    Block loop;
    emit0(c, OP_NOP);
    if (!unwind(c, false, true, &loop)) return;
    unwind_block(c, &loop, false);
    emit_jump(c, OP_JUMP, loop.end);
    come_back(c, &in);
}

void compile_continue(Compiler *c) {
    Inside in = remember(c);
    Block loop;
    emit0(c, OP_NOP);
    if (!unwind(c, false, true, &loop)) return;
    emit_jump(c, OP_JUMP, loop.again);
    come_back(c, &in);
}

static bool on_one_line(const Compiler *c, const Stmt *s, const Expr *value) {
    const Source *source = c->module->source;
    return source_line_of(source, s->span.start) == source_line_of(source, value->span.start);
}

/* Where the statement left off, not at its own place in the source. */
static void compile_constant(Compiler *c, const Expr *e) {
    uint32_t from = c->unit->ins.len;
    compile_expr(c, e);
    for (uint32_t i = from; i < c->unit->ins.len; i++) c->unit->ins.items[i].span = c->loc;
}

/* A constant is loaded at the end; any other value waits on the stack meanwhile. */
void compile_return(Compiler *c, const Stmt *s) {
    Inside in = remember(c);
    const Expr *value = s->as.expr;
    bool keep = value && !is_constant(value);
    if (keep) compile_expr(c, value);
    if (value && !keep) {
        c->loc = value->span;
        emit0(c, OP_NOP);
    }
    if (!value || !on_one_line(c, s, value)) {
        c->loc = s->span;
        emit0(c, OP_NOP);
    }
    unwind(c, keep, false, NULL);
    if (!value) load_none(c);
    else if (!keep) compile_constant(c, value);
    emit0(c, OP_RETURN_VALUE);
    come_back(c, &in);
}

/* --- loops -------------------------------------------------------------------------- */

void compile_while(Compiler *c, const Stmt *s) {
    Label end = label_new(c), after = label_new(c);
    bool forever = literal_truth(s->as.branch.cond) == 1;
    if (forever) emit0(c, OP_NOP);
    Label again = label_here(c);
    push_block(c, (Block){.kind = BLOCK_WHILE, .again = again, .end = end});
    if (!forever) compile_jump_if(c, s->as.branch.cond, after, false);
    compile_stmts(c, s->as.branch.body);
    c->loc = forever ? s->as.branch.cond->span : NO_SPAN;
    emit_jump(c, OP_JUMP, again);
    pop_block(c);
    label_bind(c, after);
    compile_stmts(c, s->as.branch.orelse);
    label_bind(c, end);
}

static void compile_plain_for(Compiler *c, const Stmt *s) {
    Label end = label_new(c), after = label_new(c);
    compile_iterable(c, s->as.loop.iter);
    emit0(c, OP_GET_ITER);
    Label again = label_here(c);
    push_block(c, (Block){.kind = BLOCK_FOR, .again = again, .end = end});
    emit_jump(c, OP_FOR_ITER, after);
    compile_store(c, s->as.loop.target);
    compile_stmts(c, s->as.loop.body);
    jump_unplaced(c, again);
    label_bind(c, after);
    pop_block(c);
    compile_stmts(c, s->as.loop.orelse);
    label_bind(c, end);
}

static void compile_async_for(Compiler *c, const Stmt *s) {
    Label end = label_new(c), stop = label_new(c);
    compile_expr(c, s->as.loop.iter);
    emit0(c, OP_GET_AITER);
    Label again = label_here(c);
    push_block(c, (Block){.kind = BLOCK_FOR, .again = again, .end = end});
    region_begin(c, stop, 0);
    emit0(c, OP_GET_ANEXT);
    emit(c, OP_GET_AWAITABLE, AWAIT_ANEXT);
    emit_send(c);
    region_end(c);
    compile_store(c, s->as.loop.target);
    compile_stmts(c, s->as.loop.body);
    jump_unplaced(c, again);
    pop_block(c);
    c->loc = s->as.loop.iter->span; /* what fails in __anext__ is shown there */
    label_bind(c, stop);
    emit0(c, OP_END_ASYNC_FOR);
    compile_stmts(c, s->as.loop.orelse);
    label_bind(c, end);
}

void compile_for(Compiler *c, const Stmt *s) {
    if (s->as.loop.is_async) compile_async_for(c, s);
    else compile_plain_for(c, s);
}

/* --- with --------------------------------------------------------------------------- */

/* exit exc: asks exit whether the exception is to be forgotten. */
static void compile_with_failed(Compiler *c, bool is_async) {
    Label failed = label_new(c), forgiven = label_new(c);
    region_begin(c, failed, 0);
    emit0(c, OP_PUSH_EXC_INFO);
    emit0(c, OP_WITH_EXCEPT_START);
    if (is_async) await_exit(c);
    emit_jump(c, OP_POP_JUMP_IF_TRUE, forgiven);
    emit0(c, OP_RERAISE);
    region_end(c);
    Span loc = c->loc;
    c->loc = NO_SPAN;
    label_bind(c, failed);
    emit_pop_except_and_reraise(c);
    c->loc = loc;
    label_bind(c, forgiven);
    emit0(c, OP_POP);
    emit(c, OP_POP_EXCEPT, 1);
    emit0(c, OP_POP);
}

static void enter_with(Compiler *c, bool is_async) {
    emit0(c, is_async ? OP_BEFORE_ASYNC_WITH : OP_BEFORE_WITH);
    if (!is_async) return;
    emit(c, OP_GET_AWAITABLE, AWAIT_AENTER);
    emit_send(c);
}

static void compile_with_item(Compiler *c, const Stmt *s, const WithItem *item) {
    bool is_async = s->as.with.is_async;
    Label failed = label_new(c), end = label_new(c);
    compile_expr(c, item->context);
    enter_with(c, is_async);
    region_begin(c, failed, 1);
    push_block(c, (Block){.kind = is_async ? BLOCK_ASYNC_WITH : BLOCK_WITH, .span = s->span});
    if (item->target) compile_store(c, item->target);
    else emit0(c, OP_POP);
    if (!item->next) compile_stmts(c, s->as.with.body);
    else if (!c->failed) compile_with_item(c, s, item->next);
    region_end(c);
    pop_block(c);
    c->loc = s->span;
    call_exit_with_nones(c);
    if (is_async) await_exit(c);
    emit0(c, OP_POP);
    emit_jump(c, OP_JUMP, end);
    label_bind(c, failed);
    compile_with_failed(c, is_async);
    label_bind(c, end);
}

void compile_with(Compiler *c, const Stmt *s) {
    compile_with_item(c, s, s->as.with.items);
}

/* --- except ------------------------------------------------------------------------- */

static void compile_handler_named(Compiler *c, const Handler *h, Label end) {
    Label failed = label_new(c);
    name_store(c, h->name);
    region_begin(c, failed, 0);
    push_block(c, (Block){.kind = BLOCK_HANDLER, .name = h->name});
    compile_stmts(c, h->body);
    pop_block(c);
    region_end(c);
    uint32_t region = c->unit->region;
    region_end(c);
    c->loc = NO_SPAN;
    emit0(c, OP_POP_EXCEPT);
    forget(c, h->name);
    emit_jump(c, OP_JUMP, end);
    c->unit->region = region;
    label_bind(c, failed);
    forget(c, h->name);
    emit0(c, OP_RERAISE);
}

static void compile_handler_plain(Compiler *c, const Handler *h, Label end) {
    emit0(c, OP_POP);
    push_block(c, (Block){.kind = BLOCK_HANDLER});
    compile_stmts(c, h->body);
    pop_block(c);
    uint32_t region = c->unit->region;
    region_end(c);
    c->loc = NO_SPAN;
    emit0(c, OP_POP_EXCEPT);
    emit_jump(c, OP_JUMP, end);
    c->unit->region = region;
}

/* All of it, where the tree has its head only: as CPython's, for the carets. */
static Span handler_span(const Handler *h) {
    const Stmt *last = h->body;
    while (last && last->next) last = last->next;
    return (Span){h->span.start, last ? last->span.end : h->span.end};
}

static void compile_handler(Compiler *c, const Handler *h, Label end) {
    Label next = label_new(c);
    c->loc = handler_span(h);
    if (h->type) {
        compile_expr(c, h->type);
        emit0(c, OP_CHECK_EXC_MATCH);
        emit_jump(c, OP_POP_JUMP_IF_FALSE, next);
    }
    if (h->name) compile_handler_named(c, h, end);
    else compile_handler_plain(c, h, end);
    label_bind(c, next);
}

static void compile_try_body(Compiler *c, const Stmt *s, Label failed) {
    region_begin(c, failed, 0);
    push_block(c, (Block){.kind = BLOCK_TRY});
    compile_stmts(c, s->as.try_.body);
    pop_block(c);
    region_end(c);
    compile_stmts(c, s->as.try_.orelse);
}

static void finish_handlers(Compiler *c, Label cleanup) {
    region_end(c);
    c->loc = NO_SPAN;
    label_bind(c, cleanup);
    emit_pop_except_and_reraise(c);
}

static void compile_try_except(Compiler *c, const Stmt *s) {
    Label failed = label_new(c), cleanup = label_new(c), end = label_new(c);
    compile_try_body(c, s, failed);
    jump_unplaced(c, end);
    label_bind(c, failed);
    push_block(c, (Block){.kind = BLOCK_HANDLERS});
    region_begin(c, cleanup, 0);
    emit0(c, OP_PUSH_EXC_INFO);
    for (const Handler *h = s->as.try_.handlers; h && !c->failed; h = h->next) compile_handler(c, h, end);
    c->loc = NO_SPAN;
    emit0(c, OP_RERAISE);
    pop_block(c);
    finish_handlers(c, cleanup);
    label_bind(c, end);
}

/* --- except* ------------------------------------------------------------------------ */

/* prev group list rest exc: the body of an except* failed; its exception joins the list. */
static void compile_star_failed(Compiler *c, const Handler *h) {
    if (h->name) forget(c, h->name);
    emit(c, OP_LIST_APPEND, 2);
}

/* prev group list rest: one except*, which leaves the part that is still unmatched. */
static void compile_star_handler(Compiler *c, const Handler *h) {
    Label next = label_new(c), no_match = label_new(c), failed = label_new(c);
    c->loc = handler_span(h);
    compile_expr(c, h->type);
    emit0(c, OP_CHECK_EG_MATCH);
    emit0(c, OP_DUP);
    emit_jump(c, OP_POP_JUMP_IF_NONE, no_match);
    if (h->name) name_store(c, h->name);
    else emit0(c, OP_POP);
    region_begin(c, failed, 0);
    push_block(c, (Block){.kind = BLOCK_HANDLER, .name = h->name});
    compile_stmts(c, h->body);
    pop_block(c);
    region_end(c);
    c->loc = NO_SPAN;
    if (h->name) forget(c, h->name);
    emit_jump(c, OP_JUMP, next);
    label_bind(c, failed);
    compile_star_failed(c, h);
    emit_jump(c, OP_JUMP, next);
    label_bind(c, no_match);
    emit0(c, OP_POP);
    label_bind(c, next);
}

/* prev group list: raises what is left, or is done. */
static void finish_star(Compiler *c, Label end) {
    Label reraise = label_new(c);
    emit0(c, OP_PREP_RERAISE_STAR);
    emit0(c, OP_DUP);
    emit_jump(c, OP_POP_JUMP_IF_NOT_NONE, reraise);
    emit0(c, OP_POP);
    uint32_t region = c->unit->region;
    region_end(c);
    emit0(c, OP_POP_EXCEPT);
    emit_jump(c, OP_JUMP, end);
    label_bind(c, reraise);
    emit(c, OP_SWAP, 2);
    emit0(c, OP_POP_EXCEPT);
    emit0(c, OP_RERAISE);
    c->unit->region = region;
}

static void compile_try_star(Compiler *c, const Stmt *s) {
    Label failed = label_new(c), cleanup = label_new(c), end = label_new(c);
    compile_try_body(c, s, failed);
    jump_unplaced(c, end);
    label_bind(c, failed);
    region_begin(c, cleanup, 0);
    emit0(c, OP_PUSH_EXC_INFO);
    push_block(c, (Block){.kind = BLOCK_GROUP});
    c->loc = handler_span(s->as.try_.handlers);
    emit(c, OP_BUILD_LIST, 0);
    emit(c, OP_COPY, 2);
    for (const Handler *h = s->as.try_.handlers; h && !c->failed; h = h->next) compile_star_handler(c, h);
    emit(c, OP_LIST_APPEND, 1);
    pop_block(c);
    finish_star(c, end);
    finish_handlers(c, cleanup);
    label_bind(c, end);
}

/* --- try ---------------------------------------------------------------------------- */

static void compile_handlers(Compiler *c, const Stmt *s) {
    if (s->as.try_.is_star) compile_try_star(c, s);
    else compile_try_except(c, s);
}

static void compile_finally_failed(Compiler *c, const Stmt *s) {
    Label cleanup = label_new(c);
    push_block(c, (Block){.kind = BLOCK_IN_FINALLY});
    c->loc = NO_SPAN;
    region_begin(c, cleanup, 0);
    emit0(c, OP_PUSH_EXC_INFO);
    compile_stmts(c, s->as.try_.finally);
    pop_block(c);
    c->loc = NO_SPAN;
    emit0(c, OP_RERAISE);
    finish_handlers(c, cleanup);
}

static void compile_try_finally(Compiler *c, const Stmt *s) {
    Label failed = label_new(c), end = label_new(c);
    region_begin(c, failed, 0);
    push_block(c, (Block){.kind = BLOCK_FINALLY, .finally = s->as.try_.finally});
    if (s->as.try_.handlers) compile_handlers(c, s);
    else compile_stmts(c, s->as.try_.body);
    region_end(c);
    pop_block(c);
    compile_stmts(c, s->as.try_.finally);
    jump_unplaced(c, end);
    label_bind(c, failed);
    compile_finally_failed(c, s);
    label_bind(c, end);
}

void compile_try(Compiler *c, const Stmt *s) {
    emit0(c, OP_NOP); /* the line of `try` */
    if (s->as.try_.finally) compile_try_finally(c, s);
    else compile_handlers(c, s);
}
