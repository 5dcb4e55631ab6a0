/* match. A pattern finds its subject on the top of the stack and takes it off. What it
 * captures waits further down, under what is still to be looked at (on_top), and is stored
 * only when all has matched. A failure jumps to where just that much is popped. */
#include "vm/compile.h"

#include <string.h>

typedef struct Matching {
    VEC(Label) fail_pop; /* [n]: go there to pop n values and try the next case */
    VEC(Name) stores;    /* captures, in the order of the stack, deepest last */
    uint32_t on_top;
    bool may_always_match; /* nothing would come after it in vain */
} Matching;

static void compile_pattern(Compiler *c, const Pattern *p, Matching *m);

static bool is_wildcard(const Pattern *p) {
    return p->kind == PAT_CAPTURE && !p->name;
}

static bool is_star_wildcard(const Pattern *p) {
    return p->kind == PAT_STAR && !p->name;
}

static void need_fail_pop(Compiler *c, Matching *m, uint32_t n) {
    while (m->fail_pop.len <= n) vec_push(&m->fail_pop, label_new(c));
}

static void jump_to_fail(Compiler *c, Matching *m, OpCode op) {
    uint32_t pops = m->on_top + m->stores.len;
    need_fail_pop(c, m, pops);
    emit_jump(c, op, m->fail_pop.items[pops]);
}

static void bind_fail(Compiler *c, Matching *m) {
    while (m->fail_pop.len > 1) {
        label_bind(c, m->fail_pop.items[--m->fail_pop.len]);
        emit0(c, OP_POP);
    }
    if (m->fail_pop.len) label_bind(c, m->fail_pop.items[--m->fail_pop.len]);
}

/* Moves the top under the n - 1 values below it. */
static void sink(Compiler *c, uint32_t n) {
    for (; n > 1; n--) emit(c, OP_SWAP, n);
}

static uint32_t find_store(const Matching *m, Name name) {
    uint32_t i = 0;
    while (i < m->stores.len && m->stores.items[i] != name) i++;
    return i;
}

static void add_store(Compiler *c, Matching *m, const Pattern *p, Name name) {
    if (find_store(m, name) < m->stores.len) compile_error_name(c, p->span, MSG_PATTERN_NAME_TWICE, name);
    vec_push(&m->stores, name);
}

static void capture(Compiler *c, Matching *m, const Pattern *p, Name name) {
    if (!name) {
        emit0(c, OP_POP);
        return;
    }
    sink(c, m->on_top + m->stores.len + 1);
    add_store(c, m, p, name);
}

static void compile_subpattern(Compiler *c, const Pattern *p, Matching *m) {
    bool saved = m->may_always_match;
    m->may_always_match = true;
    compile_pattern(c, p, m);
    m->may_always_match = saved;
}

/* --- the simple ones ---------------------------------------------------------------- */

static void match_value(Compiler *c, const Pattern *p, Matching *m) {
    compile_expr(c, p->value);
    emit(c, OP_COMPARE_OP, CMP_EQ);
    jump_to_fail(c, m, OP_POP_JUMP_IF_FALSE);
}

static void match_singleton(Compiler *c, const Pattern *p, Matching *m) {
    if (p->value->kind == EX_NONE_LIT) {
        jump_to_fail(c, m, OP_POP_JUMP_IF_NOT_NONE);
        return;
    }
    compile_expr(c, p->value);
    emit(c, OP_IS_OP, 0);
    jump_to_fail(c, m, OP_POP_JUMP_IF_FALSE);
}

static void match_capture(Compiler *c, const Pattern *p, Matching *m) {
    MsgId useless = p->name ? MSG_PATTERN_CAPTURE_NOT_LAST : MSG_PATTERN_WILDCARD_NOT_LAST;
    if (!m->may_always_match) compile_error_name(c, p->span, useless, p->name);
    capture(c, m, p, p->name);
}

static void match_as(Compiler *c, const Pattern *p, Matching *m) {
    m->on_top++;
    emit0(c, OP_DUP);
    compile_pattern(c, p->inner, m);
    m->on_top--;
    capture(c, m, p, p->name);
}

static void match_star(Compiler *c, const Pattern *p, Matching *m) {
    capture(c, m, p, p->name);
}

/* --- sequences ---------------------------------------------------------------------- */

typedef struct Sequence {
    uint32_t star; /* where; size if there is none */
    bool only_wildcards, star_is_wildcard;
} Sequence;

static Sequence look_at(const Pattern *p) {
    Sequence s = {.star = p->count, .only_wildcards = true};
    uint32_t i = 0;
    for (const Pattern *item = p->items; item; item = item->next, i++) {
        if (item->kind == PAT_STAR) {
            s.star = i;
            s.star_is_wildcard = is_star_wildcard(item);
        }
        s.only_wildcards = s.only_wildcards && (is_wildcard(item) || is_star_wildcard(item));
    }
    return s;
}

static void check_length(Compiler *c, Matching *m, CompareOp op, uint32_t n) {
    emit0(c, OP_GET_LEN);
    load_special(c, from_small(n));
    emit(c, OP_COMPARE_OP, op);
    jump_to_fail(c, m, OP_POP_JUMP_IF_FALSE);
}

/* With *_, only the elements that are wanted are fetched. */
static void match_by_index(Compiler *c, const Pattern *p, Matching *m, uint32_t star) {
    uint32_t i = 0;
    m->on_top++;
    for (const Pattern *item = p->items; item && !c->failed; item = item->next, i++) {
        if (is_wildcard(item) || i == star) continue;
        emit0(c, OP_DUP);
        if (i > star) {
            emit0(c, OP_GET_LEN);
            load_special(c, from_small(p->count - i));
            emit(c, OP_BINARY_OP, BIN_SUB);
        } else {
            load_special(c, from_small(i));
        }
        emit0(c, OP_LOAD_SUBSCR);
        compile_subpattern(c, item, m);
    }
    m->on_top--;
    emit0(c, OP_POP);
}

static void unpack(Compiler *c, const Pattern *p, uint32_t star) {
    uint32_t after = p->count - star - 1;
    if (star == p->count) {
        emit(c, OP_UNPACK_SEQUENCE, p->count);
        return;
    }
    if (star > MAX_AROUND_STAR || after > MAX_AROUND_STAR) compile_error(c, p->span, MSG_CODE_TOO_LARGE);
    emit(c, OP_UNPACK_EX, star | after << 12);
}

static void match_unpacked(Compiler *c, const Pattern *p, Matching *m, uint32_t star) {
    unpack(c, p, star);
    m->on_top += p->count;
    for (const Pattern *item = p->items; item && !c->failed; item = item->next) {
        m->on_top--;
        compile_subpattern(c, item, m);
    }
}

static void match_sequence(Compiler *c, const Pattern *p, Matching *m) {
    Sequence s = look_at(p);
    m->on_top++;
    emit0(c, OP_MATCH_SEQUENCE);
    jump_to_fail(c, m, OP_POP_JUMP_IF_FALSE);
    if (s.star == p->count) check_length(c, m, CMP_EQ, p->count);
    else if (p->count > 1) check_length(c, m, CMP_GE, p->count - 1);
    m->on_top--;
    if (s.only_wildcards) emit0(c, OP_POP);
    else if (s.star_is_wildcard) match_by_index(c, p, m, s.star);
    else match_unpacked(c, p, m, s.star);
}

/* --- mappings ----------------------------------------------------------------------- */

static void match_items(Compiler *c, const Pattern *p, Matching *m) {
    compile_exprs(c, p->keys);
    if (!fold_tuple(c, p->count)) emit(c, OP_BUILD_TUPLE, p->count);
    emit0(c, OP_MATCH_KEYS);
    m->on_top += 2; /* the keys, and the values or None */
    emit0(c, OP_DUP);
    jump_to_fail(c, m, OP_POP_JUMP_IF_NONE);
    emit(c, OP_UNPACK_SEQUENCE, p->count);
    m->on_top += p->count - 1;
    for (const Pattern *item = p->items; item && !c->failed; item = item->next) {
        m->on_top--;
        compile_subpattern(c, item, m);
    }
}

static void match_mapping(Compiler *c, const Pattern *p, Matching *m) {
    m->on_top++;
    emit0(c, OP_MATCH_MAPPING);
    jump_to_fail(c, m, OP_POP_JUMP_IF_FALSE);
    if (p->count == 0 && !p->name) {
        m->on_top--;
        emit0(c, OP_POP);
        return;
    }
    if (p->count) check_length(c, m, CMP_GE, p->count);
    match_items(c, p, m);
    m->on_top -= 2;
    if (p->name) {
        emit0(c, OP_DICT_WITHOUT_KEYS);
        capture(c, m, p, p->name);
    } else {
        emit0(c, OP_POP);
        emit0(c, OP_POP);
    }
}

/* --- classes ------------------------------------------------------------------------ */

static uint32_t load_attribute_names(Compiler *c, const Pattern *p) {
    uint32_t n = 0;
    for (const Pattern *item = p->items; item; item = item->next) {
        if (!item->keyword) continue;
        load_name_str(c, item->keyword);
        n++;
    }
    fold_tuple(c, n);
    return n;
}

static void match_class(Compiler *c, const Pattern *p, Matching *m) {
    compile_expr(c, p->value);
    uint32_t named = load_attribute_names(c, p);
    emit(c, OP_MATCH_CLASS, p->count - named);
    emit0(c, OP_DUP);
    m->on_top++; /* the attributes, or None */
    jump_to_fail(c, m, OP_POP_JUMP_IF_NONE);
    emit(c, OP_UNPACK_SEQUENCE, p->count);
    m->on_top += p->count - 1;
    for (const Pattern *item = p->items; item && !c->failed; item = item->next) {
        m->on_top--;
        if (is_wildcard(item)) emit0(c, OP_POP);
        else compile_subpattern(c, item, m);
    }
}

/* --- alternatives ------------------------------------------------------------------- */

/* Moves stores[at] and all before it behind stores[to], on the stack too. */
static void reorder(Compiler *c, Matching *m, uint32_t at, uint32_t to) {
    Name *names = m->stores.items;
    for (uint32_t turn = 0; turn <= at; turn++) {
        Name first = names[0];
        memmove(names, names + 1, to * sizeof *names);
        names[to] = first;
        sink(c, to + 1);
    }
}

/* Every alternative must leave the captures in the order of the first. */
static void agree(Compiler *c, Matching *m, const Matching *first, const Pattern *p) {
    bool same = m->stores.len == first->stores.len;
    for (uint32_t i = m->stores.len; same && i-- > 0;) {
        uint32_t at = find_store(m, first->stores.items[i]);
        same = at <= i;
        if (at < i) reorder(c, m, at, i);
    }
    if (!same) compile_error(c, p->span, MSG_PATTERN_NAMES_DIFFER);
}

static void match_or(Compiler *c, const Pattern *p, Matching *m) {
    Label end = label_new(c);
    Matching first = {0};
    for (const Pattern *item = p->items; item && !c->failed; item = item->next) {
        Matching one = {.may_always_match = !item->next && m->may_always_match};
        c->loc = item->span;
        emit0(c, OP_DUP);
        compile_pattern(c, item, &one);
        if (item != p->items) agree(c, &one, &first, p);
        emit_jump(c, OP_JUMP, end);
        bind_fail(c, &one);
        vec_deinit(&one.fail_pop);
        if (item == p->items) first = one;
        else vec_deinit(&one.stores);
    }
    emit0(c, OP_POP);
    jump_to_fail(c, m, OP_JUMP);
    label_bind(c, end);
    /* Above the subject's copy lie the new captures; they sink to where captures wait. */
    uint32_t depth = first.stores.len + 1 + m->on_top + m->stores.len;
    for (uint32_t i = 0; i < first.stores.len; i++) {
        sink(c, depth);
        add_store(c, m, p, first.stores.items[i]);
    }
    emit0(c, OP_POP);
    vec_deinit(&first.stores);
}

/* --- the walk ----------------------------------------------------------------------- */

typedef void Match(Compiler *c, const Pattern *p, Matching *m);

static Match *const matches[] = {
    [PAT_VALUE] = match_value,     [PAT_SINGLETON] = match_singleton,
    [PAT_CAPTURE] = match_capture, [PAT_AS] = match_as,
    [PAT_OR] = match_or,           [PAT_SEQUENCE] = match_sequence,
    [PAT_STAR] = match_star,       [PAT_MAPPING] = match_mapping,
    [PAT_CLASS] = match_class,
};

/* Leaves its place to what follows, as CPython does. */
static void compile_pattern(Compiler *c, const Pattern *p, Matching *m) {
    if (!compile_enter(c)) return;
    c->loc = p->span;
    matches[p->kind](c, p, m);
    compile_leave(c);
}

static void store_captures(Compiler *c, const Matching *m) {
    for (uint32_t i = 0; i < m->stores.len; i++) name_store(c, m->stores.items[i]);
}

/* `keeps`: the subject is wanted again by a later case. */
static void compile_case(Compiler *c, const MatchCase *k, bool keeps, Label end) {
    Matching m = {.may_always_match = k->guard || !k->next};
    c->loc = k->pattern->span;
    if (keeps) emit0(c, OP_DUP);
    compile_pattern(c, k->pattern, &m);
    store_captures(c, &m);
    if (k->guard) {
        need_fail_pop(c, &m, 0);
        compile_jump_if(c, k->guard, m.fail_pop.items[0], false);
    }
    if (keeps) emit0(c, OP_POP);
    compile_stmts(c, k->body);
    c->loc = NO_SPAN;
    emit_jump(c, OP_JUMP, end);
    c->loc = k->pattern->span;
    bind_fail(c, &m);
    vec_deinit(&m.fail_pop);
    vec_deinit(&m.stores);
}

/* `case _:` at the end needs no test. */
static void compile_default(Compiler *c, const MatchCase *k, Label end) {
    c->loc = k->pattern->span;
    emit0(c, OP_NOP);
    if (k->guard) compile_jump_if(c, k->guard, end, false);
    compile_stmts(c, k->body);
}

static const MatchCase *last_case(const MatchCase *k) {
    while (k->next) k = k->next;
    return k;
}

void compile_match(Compiler *c, const Stmt *s) {
    Label end = label_new(c);
    const MatchCase *first = s->as.match.cases, *last = last_case(first);
    bool has_default = is_wildcard(last->pattern) && last != first;
    compile_expr(c, s->as.match.subject);
    for (const MatchCase *k = first; k && !c->failed; k = k->next) {
        if (has_default && k == last) compile_default(c, k, end);
        else compile_case(c, k, k != last && !(has_default && k->next == last), end);
    }
    label_bind(c, end);
}
