/* The operators of containers, by kind: + and * of lists and tuples, | of dicts, set algebra.
 * What an operator cannot do is for operators.c to say. */
#include "vm/containers.h"
#include "vm/num.h"
#include "vm/vm_internal.h"

/* --- + ------------------------------------------------------------------------------------ */

static bool fits(VM *vm, uint64_t n) {
    if (n > UINT32_MAX) return vm_raise(vm, T_MEMORY_ERROR, "%s", ""), false;
    return n < 4096 || heap_can_hold(vm, n * sizeof(Value));
}

static Value concat(VM *vm, Value a, Value b) {
    const Value *left, *right;
    uint32_t nl, nr;
    seq_items(a, &left, &nl);
    seq_items(b, &right, &nr);
    if (!fits(vm, (uint64_t)nl + nr)) return V_ERROR;
    vm_charge(vm, (nl + nr) / 16);
    if (is_list(a)) {
        List *out = AS(List, list_new(vm, nl + nr));
        list_extend_items(vm, out, left, nl);
        list_extend_items(vm, out, right, nr);
        return from_obj(out);
    }
    if (nr == 0 && is_exact(vm, a, T_TUPLE)) return a;
    if (nl == 0 && is_exact(vm, b, T_TUPLE)) return b;
    Value out = tuple_new(vm, nl + nr);
    if (nl) memcpy(AS(Tuple, out)->items, left, nl * sizeof *left);
    if (nr) memcpy(AS(Tuple, out)->items + nl, right, nr * sizeof *right);
    return out;
}

/* --- * ------------------------------------------------------------------------------------ */

/* How often an int asks for; 0 for less. False and an error if it is absurd. */
static bool times(VM *vm, Value count, int64_t *out) {
    if (!int_fits_i64(num_plain(count), out)) {
        if (int_sign(num_plain(count)) < 0) return *out = 0, true;
        return vm_raise(vm, T_OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer"), false;
    }
    if (*out < 0) *out = 0;
    return true;
}

static bool total_of(VM *vm, uint32_t n, Value count, int64_t *by, uint32_t *total) {
    uint64_t all;
    if (!times(vm, count, by)) return false;
    if (__builtin_mul_overflow((uint64_t)*by, (uint64_t)n, &all)) all = UINT64_MAX;
    if (!fits(vm, all)) return false;
    *total = (uint32_t)all;
    vm_charge(vm, all / 16);
    return true;
}

static void repeat_into(Value *to, const Value *items, uint32_t n, int64_t by) {
    if (n == 1) {
        for (int64_t i = 0; i < by; i++) to[i] = items[0];
        return;
    }
    for (int64_t i = 0; i < by; i++) memcpy(to + (size_t)i * n, items, n * sizeof *items);
}

static Value repeat(VM *vm, Value seq, Value count) {
    const Value *items;
    uint32_t n, total;
    int64_t by;
    seq_items(seq, &items, &n);
    if (!total_of(vm, n, count, &by, &total)) return V_ERROR;
    if (is_list(seq)) {
        List *out = AS(List, list_new(vm, total));
        if (total) repeat_into(out->items, items, n, by);
        out->len = total;
        return from_obj(out);
    }
    if (by == 1 && is_exact(vm, seq, T_TUPLE)) return seq;
    Value out = tuple_new(vm, total);
    if (total) repeat_into(AS(Tuple, out)->items, items, n, by);
    return out;
}

static Value repeat_in_place(VM *vm, List *l, Value count) {
    uint32_t n = l->len, total;
    int64_t by;
    if (!total_of(vm, n, count, &by, &total)) return V_ERROR;
    list_reserve(vm, l, total);
    for (uint32_t at = n; at < total; at += n) memcpy(l->items + at, l->items, n * sizeof(Value));
    l->len = total;
    return from_obj(l);
}

/* --- | of dicts ------------------------------------------------------------------------------ */

static Value plain_dict(VM *vm, Value v) {
    return dict_copy(vm, AS(Dict, v));
}

static Value join_dicts(VM *vm, Value a, Value b) {
    Value out = plain_dict(vm, a);
    vm_charge(vm, (AS(Dict, a)->used + AS(Dict, b)->used) / 4);
    switch (dict_merge(vm, AS(Dict, out), AS(Dict, b))) {
    case YES: return out;
    case NEEDS_PYTHON: return vm_twin(vm, TWIN_DICT_FILLED, 3, out, b, V_NONE);
    default: return V_ERROR;
    }
}

/* d |= other, where other is a mapping or pairs, as for update(). */
static Value join_in_place(VM *vm, Value d, Value other) {
    Tri t = NEEDS_PYTHON;
    if (other == V_NONE) return vm_raise(vm, T_TYPE_ERROR, "'NoneType' object is not iterable");
    if (is_dict(other) && !val_overrides(vm, other, SP_ITER))
        t = dict_merge(vm, AS(Dict, d), AS(Dict, other));
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_DICT_FILLED, 3, d, other, V_NONE);
    return t == YES ? d : V_ERROR;
}

/* --- by kind ---------------------------------------------------------------------------------- */

static bool is_seq(Value v) {
    return is_list(v) || is_tuple(v);
}

static bool is_algebra(BinaryOp op) {
    return op == BIN_OR || op == BIN_AND || op == BIN_SUB || op == BIN_XOR;
}

Value seq_binary(VM *vm, BinaryOp op, Value a, Value b) {
    if (op == BIN_ADD) {
        if ((is_list(a) && is_list(b)) || (is_tuple(a) && is_tuple(b))) return concat(vm, a, b);
    } else if (op == BIN_MUL) {
        if (is_seq(a) && int_is(b)) return repeat(vm, a, b);
        if (is_seq(b) && int_is(a)) return repeat(vm, b, a);
    } else if (is_algebra(op)) {
        if (set_is(a) && set_is(b)) return set_operator(vm, op, a, b, false);
        if (op == BIN_OR && is_dict(a) && is_dict(b)) return join_dicts(vm, a, b);
        return view_operator(vm, op, a, b);
    }
    return V_NOT_IMPLEMENTED;
}

Value seq_inplace(VM *vm, BinaryOp op, Value a, Value b) {
    if (is_list(a)) {
        if (op == BIN_MUL && int_is(b)) return repeat_in_place(vm, AS(List, a), b);
        if (op != BIN_ADD) return V_NOT_IMPLEMENTED;
        Value v = list_extend(vm, AS(List, a), b);
        if (v == V_TAIL) return vm_twin(vm, TWIN_LIST_IADD, 2, a, b);
        return v == V_ERROR ? v : a;
    }
    if (is_dict(a) && op == BIN_OR) return join_in_place(vm, a, b);
    if (set_is(a) && set_is(b) && is_algebra(op) && as_obj(a)->cls->builtin == T_SET)
        return set_operator(vm, op, a, b, true);
    return V_NOT_IMPLEMENTED;
}
