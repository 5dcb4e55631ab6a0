/* From a unit's instructions to the words of its code: jumps are threaded as CPython's
 * optimizer does it (which also decides how often a __bool__ is asked), what nothing
 * reaches is dropped, and the depth of the stack is followed along every way. */
#include "vm/compile.h"

#include <assert.h>
#include <string.h>

/* `return <constant>` in one: what a jump to such an exit is replaced by. Two words. */
#define OP_RETURN_CONST ((OpCode)(OP_COUNT + 1))

enum { THREAD_STEPS = 64 }; /* a chain of jumps may be a circle */

static uint32_t target_of(const Unit *u, const Ins *jump) {
    return u->labels.items[jump->arg];
}

static bool is_jump(const Ins *ins) {
    return ins->op < OP_COUNT && op_jumps((OpCode)ins->op);
}

static bool falls_on(const Ins *ins) {
    return ins->op != OP_RETURN_CONST && (ins->op == OP_SETUP || op_falls_on((OpCode)ins->op));
}

/* --- threading -------------------------------------------------------------------- */

/* Instructions stand near each other: mostly it is the line that was asked for last. */
static uint32_t line_of(Compiler *c, Span span) {
    if (has_no_span(span)) return 0;
    const Source *s = c->module->source;
    uint32_t last = c->last_line;
    bool is_last = last > 0 && s->line_starts.items[last - 1] <= span.start &&
                   (last == s->line_starts.len || span.start < s->line_starts.items[last]);
    if (!is_last) c->last_line = source_line_of(s, span.start);
    return c->last_line;
}

static bool same_line(Compiler *c, const Ins *a, const Ins *b) {
    return line_of(c, a->span) == line_of(c, b->span);
}

/* An `and` or `or` whose value is tested by the jump that it lands on. CPython asks a
 * value's truth a second time unless both stand on one line, and so do we. */
static bool thread_keeping(Compiler *c, uint32_t at) {
    Unit *u = c->unit;
    bool when = u->ins.items[at].op == OP_JUMP_IF_TRUE_OR_POP;
    uint32_t to = target_of(u, &u->ins.items[at]);
    Ins *jump = &u->ins.items[at], *next = &u->ins.items[to];
    OpCode popping = when ? OP_POP_JUMP_IF_TRUE : OP_POP_JUMP_IF_FALSE;
    OpCode other = when ? OP_POP_JUMP_IF_FALSE : OP_POP_JUMP_IF_TRUE;
    OpCode other_keeping = when ? OP_JUMP_IF_FALSE_OR_POP : OP_JUMP_IF_TRUE_OR_POP;
    if (next->op == OP_JUMP && target_of(u, next) > at) {
        jump->arg = next->arg;
        return true;
    }
    if (!same_line(c, jump, next)) return false;
    if (next->op == jump->op || next->op == popping) {
        jump->op = next->op;
        jump->arg = next->arg;
        return true;
    }
    if (next->op == other || next->op == other_keeping) {
        vec_push(&u->labels, to + 1);
        jump->op = (uint8_t)popping;
        jump->arg = u->labels.len - 1;
        return true;
    }
    return false;
}

/* A jump that has a line of its own is not passed over: a debugger shows it. */
static bool thread_once(Compiler *c, uint32_t at) {
    Unit *u = c->unit;
    Ins *jump = &u->ins.items[at], *next = &u->ins.items[target_of(u, jump)];
    if (next->op == OP_JUMP && !has_no_span(next->span) && !same_line(c, jump, next)) return false;
    switch (jump->op) {
    case OP_JUMP_IF_FALSE_OR_POP:
    case OP_JUMP_IF_TRUE_OR_POP: return thread_keeping(c, at);
    case OP_JUMP:
        if (next->op != OP_JUMP || next->arg == jump->arg) return false;
        break;
    case OP_POP_JUMP_IF_FALSE:
    case OP_POP_JUMP_IF_TRUE:
    case OP_POP_JUMP_IF_NONE:
    case OP_POP_JUMP_IF_NOT_NONE:
        if (next->op != OP_JUMP || target_of(u, next) <= at) return false; /* only JUMP goes back */
        break;
    default: return false;
    }
    jump->arg = next->arg;
    return true;
}

static void thread_jumps(Compiler *c) {
    Unit *u = c->unit;
    for (uint32_t i = 0; i < u->ins.len; i++) {
        for (int step = 0; step < THREAD_STEPS && is_jump(&u->ins.items[i]); step++)
            if (!thread_once(c, i)) break;
    }
}

/* --- exits ------------------------------------------------------------------------ */

static bool is_exit(const Unit *u, uint32_t at) {
    return u->ins.items[at].op == OP_LOAD_CONST && u->ins.items[at + 1].op == OP_RETURN_VALUE;
}

/* The return at a body's end has the line of whatever came before it, so whoever jumps to
 * it gets one of its own: else a debugger would show a line that did not run. */
static void copy_exit(Compiler *c, uint32_t at) {
    Unit *u = c->unit;
    Ins *jump = &u->ins.items[at], *exit = &u->ins.items[target_of(u, jump)];
    Ins copy = {.op = OP_RETURN_CONST, .arg = exit->arg, .region = jump->region, .span = exit->span};
    bool unplaced = has_no_span(exit->span);
    if (unplaced) copy.span = jump->span;
    if (jump->op == OP_JUMP) {
        *jump = copy;
    } else if (unplaced) {
        copy.region = exit->region;
        vec_push(&u->labels, u->ins.len);
        jump->arg = u->labels.len - 1;
        vec_push(&u->ins, copy);
    }
}

static void copy_exits(Compiler *c) {
    Unit *u = c->unit;
    uint32_t n = u->ins.len;
    for (uint32_t i = 0; i < n; i++)
        if (is_jump(&u->ins.items[i]) && is_exit(u, target_of(u, &u->ins.items[i]))) copy_exit(c, i);
}

/* --- depth ------------------------------------------------------------------------ */

typedef struct Flow {
    Unit *unit;
    int32_t *depth; /* before each instruction; -1: not reached */
    VEC(uint32_t) todo;
    int32_t deepest;
} Flow;

static void reach(Flow *f, uint32_t at, int32_t depth) {
    assert(depth >= 0);
    assert(f->depth[at] < 0 || f->depth[at] == depth);
    if (f->depth[at] >= 0) return;
    f->depth[at] = depth;
    if (depth > f->deepest) f->deepest = depth;
    vec_push(&f->todo, at);
}

static uint32_t handler_of(const Unit *u, uint32_t region) {
    return u->labels.items[u->regions.items[region].target];
}

/* A run may be stopped where it jumps back, but not at these. */
static bool cannot_fail(const Unit *u, uint32_t at) {
    const Ins *ins = &u->ins.items[at];
    return ins->op == OP_NOP || ins->op == OP_RETURN_CONST || (ins->op == OP_JUMP && target_of(u, ins) > at);
}

/* A region of nothing else needs no handler. */
static void reach_handler(Flow *f, uint32_t at) {
    const Ins *ins = &f->unit->ins.items[at];
    if (ins->region == 0 || cannot_fail(f->unit, at)) return;
    const Region *r = &f->unit->regions.items[ins->region];
    reach(f, handler_of(f->unit, ins->region), (int32_t)r->depth + 1);
}

/* What a word leaves on the stack, if the next follows. */
static int32_t follow(Flow *f, uint32_t at) {
    Unit *u = f->unit;
    const Ins *ins = &u->ins.items[at];
    int32_t depth = f->depth[at];
    if (ins->op == OP_SETUP) {
        Region *r = &u->regions.items[ins->arg];
        r->depth = (uint32_t)depth - r->pops;
        return depth;
    }
    reach_handler(f, at);
    if (ins->op == OP_RETURN_CONST) {
        if (depth + 1 > f->deepest) f->deepest = depth + 1;
        return depth;
    }
    OpCode op = (OpCode)ins->op;
    if (is_jump(ins)) reach(f, target_of(u, ins), depth + op_effect(op, ins->arg, true));
    return depth + op_effect(op, ins->arg, false);
}

static void measure(Flow *f) {
    reach(f, 0, 0);
    while (f->todo.len) {
        uint32_t at = f->todo.items[--f->todo.len];
        int32_t after = follow(f, at);
        if (falls_on(&f->unit->ins.items[at])) reach(f, at + 1, after);
    }
    vec_deinit(&f->todo);
}

/* --- places ----------------------------------------------------------------------- */

/* How the instructions are come to: by how many jumps, and the last of these. */
typedef struct Arrival {
    uint32_t jumps, from;
} Arrival;

static uint32_t next_live(const Flow *f, uint32_t at) {
    const Unit *u = f->unit;
    while (at < u->ins.len && (f->depth[at] < 0 || u->ins.items[at].op == OP_SETUP)) at++;
    return at;
}

static Arrival *arrivals(const Flow *f) {
    const Unit *u = f->unit;
    Arrival *a = mem_zalloc(((size_t)u->ins.len + 1) * sizeof *a);
    for (uint32_t i = 0; i < u->ins.len; i++) {
        if (f->depth[i] < 0 || !is_jump(&u->ins.items[i])) continue;
        Arrival *to = &a[next_live(f, target_of(u, &u->ins.items[i]))];
        to->jumps++;
        to->from = i;
    }
    return a;
}

/* Gives the instructions without a place that of the one before, as CPython does it: where
 * two ways meet there is none. */
static void spread_places(const Flow *f, const Arrival *arrived) {
    Unit *u = f->unit;
    const Ins *before = NULL; /* if it goes on here */
    for (uint32_t i = next_live(f, 0); i < u->ins.len; i = next_live(f, i + 1)) {
        Ins *ins = &u->ins.items[i];
        const Arrival *a = &arrived[i];
        if (has_no_span(ins->span)) {
            if (a->jumps == 0 && before) ins->span = before->span;
            if (a->jumps == 1 && !before && a->from < i) ins->span = u->ins.items[a->from].span;
        }
        before = falls_on(ins) ? ins : NULL;
    }
}

/* A NOP stands for a line that has no other instruction; else it is dropped. */
static bool is_idle_nop(Compiler *c, const Flow *f, const Arrival *arrived, uint32_t at, const Ins *before) {
    Ins *items = f->unit->ins.items;
    uint32_t line = line_of(c, items[at].span), next = next_live(f, at + 1);
    if (line == 0) return true;
    if (before && arrived[at].jumps == 0 && line_of(c, before->span) == line) return true;
    if (next == f->unit->ins.len) return false;
    uint32_t next_line = line_of(c, items[next].span);
    if (next_line == 0 && arrived[next].jumps == 0) items[next].span = items[at].span;
    return next_line == line || (next_line == 0 && arrived[next].jumps == 0);
}

static void drop_nops(Compiler *c, const Flow *f, const Arrival *arrived) {
    Unit *u = f->unit;
    const Ins *before = NULL;
    for (uint32_t i = next_live(f, 0); i < u->ins.len; i = next_live(f, i + 1)) {
        Ins *ins = &u->ins.items[i];
        if (ins->op == OP_NOP && is_idle_nop(c, f, arrived, i, before)) {
            *ins = (Ins){.op = (uint8_t)OP_SETUP};
            continue;
        }
        before = ins;
    }
}

/* --- writing ---------------------------------------------------------------------- */

/* Where each instruction's word will be; place[n] is how many words there are. */
static uint32_t *lay_out(const Flow *f) {
    const Unit *u = f->unit;
    uint32_t n = u->ins.len;
    uint32_t *place = mem_zalloc(((size_t)n + 1) * sizeof *place);
    /* Backwards, so that a jump knows whether anything remains between it and its target. */
    uint32_t next = n; /* the first after `i` that becomes a word */
    for (uint32_t i = n; i-- > 0;) {
        const Ins *ins = &u->ins.items[i];
        if (f->depth[i] < 0 || ins->op == OP_SETUP) continue;
        bool idle = ins->op == OP_JUMP && target_of(u, ins) > i && target_of(u, ins) <= next;
        if (idle) continue;
        place[i] = ins->op == OP_RETURN_CONST ? 2 : 1;
        next = i;
    }
    uint32_t at = 0;
    for (uint32_t i = 0; i <= n; i++) {
        uint32_t size = i < n ? place[i] : 0;
        place[i] = at;
        at += size;
    }
    return place;
}

static void put_word(Compiler *c, uint32_t at, OpCode op, uint32_t arg, Span span) {
    Code *code = c->unit->code;
    code->words[at] = WORD(op, arg);
    code->spans[at] = has_no_span(span) ? (Span){0, 0} : span;
    code->lines[at] = line_of(c, span);
}

static void put_ins(Compiler *c, const Ins *ins, uint32_t at, const uint32_t *place) {
    Unit *u = c->unit;
    OpCode op = (OpCode)ins->op;
    uint32_t arg = ins->arg;
    if (op == OP_RETURN_CONST) {
        put_word(c, at, OP_LOAD_CONST, arg, ins->span);
        put_word(c, at + 1, OP_RETURN_VALUE, 0, ins->span);
        return;
    }
    if (is_jump(ins)) {
        arg = place[target_of(u, ins)];
        if (op == OP_JUMP && arg <= at) op = OP_JUMP_BACK;
        assert(op == OP_JUMP_BACK || arg > at);
    }
    bool has_slot = op >= OP_LOAD_FAST && op <= OP_LOAD_CLASSDEREF;
    if (has_slot && arg >= FREE_SLOTS) arg = arg - FREE_SLOTS + u->slot_names.len;
    put_word(c, at, op, arg, ins->span);
    /* A run may be stopped there, and is to be shown at a line: the loop's first. */
    if (op == OP_JUMP_BACK && has_no_span(ins->span)) u->code->lines[at] = u->code->lines[arg];
}

/* Each word has one region, the innermost, so the entries are apart and in order. */
static void put_handled(const Flow *f, const uint32_t *place) {
    Unit *u = f->unit;
    VEC(Handled) list = {0};
    uint32_t last = 0;
    for (uint32_t i = 0; i < u->ins.len; i++) {
        uint32_t region = u->ins.items[i].region;
        if (place[i] == place[i + 1]) continue;
        uint32_t handler = region ? handler_of(u, region) : 0;
        if (region != 0 && f->depth[handler] < 0) region = 0;
        if (region != 0 && region == last) {
            vec_last(&list).end = place[i + 1];
        } else if (region != 0) {
            Handled h = {place[i], place[i + 1], place[handler], u->regions.items[region].depth};
            vec_push(&list, h);
        }
        last = region;
    }
    u->code->handled = list.items;
    u->code->handled_count = list.len;
}

static void put_inlines(Unit *u, const uint32_t *place) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < u->inlines.len; i++) {
        InlineFrame f = u->inlines.items[i];
        f.start = place[u->labels.items[f.start]];
        f.end = place[u->labels.items[f.end]];
        if (f.start < f.end) u->inlines.items[kept++] = f;
    }
    u->code->inlines = u->inlines.items;
    u->code->inline_count = kept;
    memset(&u->inlines, 0, sizeof u->inlines);
}

static void put_words(Compiler *c, const Flow *f, const uint32_t *place) {
    Unit *u = c->unit;
    Code *code = u->code;
    uint32_t n = place[u->ins.len];
    code->word_count = n;
    code->words = mem_alloc(n * sizeof *code->words);
    code->spans = mem_alloc(n * sizeof *code->spans);
    code->lines = mem_alloc(n * sizeof *code->lines);
    for (uint32_t i = 0; i < u->ins.len; i++)
        if (place[i] != place[i + 1]) put_ins(c, &u->ins.items[i], place[i], place);
    code->max_stack = (uint32_t)f->deepest;
}

bool unit_assemble(Compiler *c) {
    Unit *u = c->unit;
    thread_jumps(c);
    copy_exits(c);
    Flow f = {.unit = u, .depth = mem_alloc(u->ins.len * sizeof(int32_t))};
    memset(f.depth, -1, u->ins.len * sizeof(int32_t));
    measure(&f);
    Arrival *arrived = arrivals(&f);
    drop_nops(c, &f, arrived);
    spread_places(&f, arrived);
    mem_free(arrived);
    uint32_t *place = lay_out(&f);
    bool fits = place[u->ins.len] <= MAX_ARG;
    if (fits) {
        put_words(c, &f, place);
        put_handled(&f, place);
        put_inlines(u, place);
    }
    mem_free(place);
    mem_free(f.depth);
    return fits;
}
