#include "vm/compile.h"

#include <assert.h>

/* Code that is nothing but stores to two locals needs no exchange of their values. */
static bool store_swapped(Unit *u, OpCode op, uint32_t arg) {
    uint32_t n = u->ins.len;
    if (op != OP_STORE_FAST || n < 2 || n - 2 < u->barrier) return false;
    Ins *swap = &u->ins.items[n - 2], *store = &u->ins.items[n - 1];
    return swap->op == OP_SWAP && swap->arg == 2 && store->op == OP_STORE_FAST && store->arg != arg;
}

static void push_ins(Compiler *c, OpCode op, uint32_t arg) {
    Unit *u = c->unit;
    Ins ins = {.op = (uint8_t)op, .arg = arg, .region = u->region, .span = c->loc};
    vec_push(&u->ins, ins);
    c->all_words++;
}

uint32_t emit(Compiler *c, OpCode op, uint32_t arg) {
    Unit *u = c->unit;
    if (c->failed) return 0;
    if (arg > MAX_ARG || u->ins.len >= MAX_WORDS || c->all_words >= MAX_ALL_WORDS) {
        compile_error(c, c->loc, MSG_CODE_TOO_LARGE);
        return 0;
    }
    if (store_swapped(u, op, arg)) {
        Ins first = vec_last(&u->ins);
        u->ins.len -= 2;
        push_ins(c, op, arg);
        vec_push(&u->ins, first);
        u->barrier = u->ins.len; /* a third store has nothing to do with these */
        return u->ins.len - 1;
    }
    push_ins(c, op, arg);
    return u->ins.len - 1;
}

void emit0(Compiler *c, OpCode op) {
    emit(c, op, 0);
}

void emit_jump(Compiler *c, OpCode op, Label target) {
    emit(c, op, target);
}

Label label_new(Compiler *c) {
    vec_push(&c->unit->labels, UINT32_MAX);
    return c->unit->labels.len - 1;
}

void label_bind(Compiler *c, Label label) {
    Unit *u = c->unit;
    assert(u->labels.items[label] == UINT32_MAX);
    u->labels.items[label] = u->ins.len;
    u->barrier = u->ins.len;
}

Label label_here(Compiler *c) {
    Label label = label_new(c);
    label_bind(c, label);
    return label;
}

void emit_send(Compiler *c) {
    c->unit->awaits = true;
    load_none(c);
    Label end = label_new(c), again = label_here(c);
    emit_jump(c, OP_SEND, end);
    emit0(c, OP_YIELD_VALUE);
    emit_jump(c, OP_JUMP, again);
    label_bind(c, end);
}

void region_begin(Compiler *c, Label target, uint32_t pops) {
    Unit *u = c->unit;
    Region r = {.target = target, .outer = u->region, .pops = pops};
    vec_push(&u->regions, r);
    emit(c, OP_SETUP, u->regions.len - 1);
    u->region = u->regions.len - 1;
    u->barrier = u->ins.len;
}

void region_end(Compiler *c) {
    Unit *u = c->unit;
    assert(u->region != 0);
    u->region = u->regions.items[u->region].outer;
    u->barrier = u->ins.len;
}

/* The end of what cleans up after a handler that failed itself: prev exc. */
void emit_pop_except_and_reraise(Compiler *c) {
    emit(c, OP_SWAP, 2);
    emit0(c, OP_POP_EXCEPT);
    emit0(c, OP_RERAISE);
}
