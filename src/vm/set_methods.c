/* set() and frozenset(): their construction and methods. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

static Set *self_set(const Value *args) {
    return AS(Set, args[0]);
}

/* The method done by its twin, with the other arguments in a tuple. */
static Value by_twin(VM *vm, const char *method, Value self, const Value *others, int n) {
    return vm_twin(vm, TWIN_SET_METHOD, 3, from_obj(str_intern(vm, method, strlen(method))), self,
                   tuple_from(vm, others, (uint32_t)n));
}

/* Sets and dicts are taken as they are, whatever their __iter__ says; what can be walked only
 * once is made a list, so that a twin can begin anew. */
static Tri prepare(VM *vm, Value *others, int n) {
    for (int i = 0; i < n; i++) {
        if (set_is(others[i])) continue;
        if (!iter_is_native(vm, others[i])) {
            Class *c = class_of(vm, others[i]);
            if (is_kind(others[i], KIND_GENERATOR) || class_special(vm, c, SP_ITER) != V_UNDEF ||
                class_special(vm, c, SP_GETITEM) != V_UNDEF)
                return NEEDS_PYTHON;
            vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", class_name(c));
            return FAILED;
        }
        if (!is_kind(others[i], KIND_ITER)) continue;
        others[i] = iter_to_list(vm, others[i]);
        if (others[i] == V_ERROR) return FAILED;
    }
    return YES;
}

/* --- making ------------------------------------------------------------------------------ */

static Value fill(VM *vm, Value self, Value iterable) {
    Tri t = prepare(vm, &iterable, 1);
    if (t == YES) t = set_update(vm, AS(Set, self), iterable);
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_SET_FILLED, 2, self, iterable);
    return t == YES ? self : V_ERROR;
}

Value set_extend(VM *vm, Set *s, Value iterable) {
    Value v = fill(vm, from_obj(s), iterable);
    return v == V_TAIL || v == V_ERROR ? v : V_NONE;
}

static Value set_construct(VM *vm, Value *args, int n) {
    (void)n;
    Value s = set_make(vm, AS(Class, args[0]));
    return args[1] == V_UNDEF ? s : fill(vm, s, args[1]);
}

const NativeDef set_construct_def = {"set", set_construct, 1, 2, 0, NULL};

static Value frozenset_construct(VM *vm, Value *args, int n) {
    (void)n;
    Class *exact = vm->types[T_FROZENSET];
    if (AS(Class, args[0]) == exact && args[1] != V_UNDEF && class_of(vm, args[1]) == exact) return args[1];
    return set_construct(vm, args, n);
}

const NativeDef frozenset_construct_def = {"frozenset", frozenset_construct, 1, 2, 0, NULL};

static Value set_plain_new(VM *vm, Value *args, int n) {
    (void)n;
    return set_make(vm, AS(Class, args[0]));
}

static Value set_init(VM *vm, Value *args, int n) {
    (void)n;
    Set *s = self_set(args);
    if (args[1] == V_UNDEF || args[1] == args[0]) {
        if (args[1] == V_UNDEF && s->used) set_clear(vm, s);
        return V_NONE;
    }
    set_clear(vm, s);
    Value v = fill(vm, args[0], args[1]);
    return v == args[0] ? V_NONE : v;
}

/* --- one element --------------------------------------------------------------------------- */

static Value set_add_method(VM *vm, Value *args, int n) {
    (void)n;
    return set_store(vm, self_set(args), args[1]);
}

static Value set_discard_method(VM *vm, Value *args, int n) {
    (void)n;
    switch (set_discard(vm, self_set(args), args[1])) {
    case NEEDS_PYTHON: return keyed_lookup(vm, KEYED_DISCARD, args[0], args[1]);
    case FAILED: return V_ERROR;
    default: return V_NONE;
    }
}

static Value set_remove(VM *vm, Value *args, int n) {
    (void)n;
    switch (set_discard(vm, self_set(args), args[1])) {
    case YES: return V_NONE;
    case NO: return vm_raise_value(vm, T_KEY_ERROR, args[1]);
    case NEEDS_PYTHON: return keyed_lookup(vm, KEYED_REMOVE, args[0], args[1]);
    default: return V_ERROR;
    }
}

static Value set_pop_method(VM *vm, Value *args, int n) {
    (void)n;
    return set_pop(vm, self_set(args));
}

static Value set_clear_method(VM *vm, Value *args, int n) {
    (void)n;
    set_clear(vm, self_set(args));
    return V_NONE;
}

/* --- algebra ------------------------------------------------------------------------------- */

/* A plain frozenset is its own copy. */
static Value copy_of(VM *vm, Set *s) {
    if (s->obj.cls == vm->types[T_FROZENSET]) return from_obj(s);
    return set_copy(vm, s, vm->types[s->obj.cls->builtin == T_FROZENSET ? T_FROZENSET : T_SET]);
}

static Value set_copy_method(VM *vm, Value *args, int n) {
    (void)n;
    return copy_of(vm, self_set(args));
}

/* Answers for a method by what the algebra said. */
static Value answer(VM *vm, Tri t, Value result, const char *method, Value *args, int n) {
    if (t == NEEDS_PYTHON) return by_twin(vm, method, args[0], args + 1, n - 1);
    return t == FAILED ? V_ERROR : result;
}

static Value set_union(VM *vm, Value *args, int n) {
    Tri t = prepare(vm, args + 1, n - 1);
    Value result = V_NONE;
    if (t == YES) {
        Set *s = self_set(args);
        result = set_copy(vm, s, vm->types[s->obj.cls->builtin == T_FROZENSET ? T_FROZENSET : T_SET]);
    }
    for (int i = 1; i < n && t == YES; i++) t = set_update(vm, AS(Set, result), args[i]);
    return answer(vm, t, result, "union", args, n);
}

static Value set_update_method(VM *vm, Value *args, int n) {
    Tri t = prepare(vm, args + 1, n - 1);
    for (int i = 1; i < n && t == YES; i++) t = set_update(vm, self_set(args), args[i]);
    return answer(vm, t, V_NONE, "update", args, n);
}

static Tri intersect_all(VM *vm, Value *args, int n, Set **out) {
    Tri t = prepare(vm, args + 1, n - 1);
    Set *s = self_set(args);
    for (int i = 1; i < n && t == YES; i++) {
        t = set_intersection(vm, s, args[i], out);
        s = *out;
    }
    return t;
}

static Value set_intersection_method(VM *vm, Value *args, int n) {
    Set *out = NULL;
    if (n == 1) return copy_of(vm, self_set(args));
    Tri t = intersect_all(vm, args, n, &out);
    return answer(vm, t, out ? from_obj(out) : V_NONE, "intersection", args, n);
}

static Value set_intersection_update(VM *vm, Value *args, int n) {
    Set *out = NULL;
    if (n == 1) out = AS(Set, set_copy(vm, self_set(args), vm->types[T_SET]));
    Tri t = n == 1 ? YES : intersect_all(vm, args, n, &out);
    if (t == YES) set_swap(self_set(args), out);
    return answer(vm, t, V_NONE, "intersection_update", args, n);
}

static Value set_difference_method(VM *vm, Value *args, int n) {
    if (n == 1) return copy_of(vm, self_set(args));
    Set *out = NULL;
    Tri t = prepare(vm, args + 1, n - 1);
    if (t == YES) t = set_difference(vm, self_set(args), args[1], &out);
    for (int i = 2; i < n && t == YES; i++) t = set_difference_update(vm, out, args[i]);
    return answer(vm, t, out ? from_obj(out) : V_NONE, "difference", args, n);
}

static Value set_difference_update_method(VM *vm, Value *args, int n) {
    Tri t = prepare(vm, args + 1, n - 1);
    for (int i = 1; i < n && (t == YES || t == NO); i++)
        t = set_difference_update(vm, self_set(args), args[i]);
    return answer(vm, t, V_NONE, "difference_update", args, n);
}

static Value set_symmetric_method(VM *vm, Value *args, int n) {
    Set *out = NULL;
    Tri t = prepare(vm, args + 1, 1);
    if (t == YES) t = set_symmetric(vm, self_set(args), args[1], &out);
    return answer(vm, t, out ? from_obj(out) : V_NONE, "symmetric_difference", args, n);
}

static Value set_symmetric_update_method(VM *vm, Value *args, int n) {
    Tri t = prepare(vm, args + 1, 1);
    if (t == YES) t = set_symmetric_update(vm, self_set(args), args[1]);
    return answer(vm, t, V_NONE, "symmetric_difference_update", args, n);
}

/* --- questions ----------------------------------------------------------------------------- */

/* Another iterable as a set of its elements. */
static Tri as_set(VM *vm, Value *other) {
    Tri t = prepare(vm, other, 1);
    if (t != YES || set_is(*other)) return t;
    Value s = set_new(vm, false);
    t = set_update(vm, AS(Set, s), *other);
    if (t == YES) *other = s;
    return t;
}

static Value verdict(VM *vm, Tri t, const char *method, Value *args) {
    if (t == YES || t == NO) return from_bool(t == YES);
    return answer(vm, t, V_NONE, method, args, 2);
}

static Value set_issubset(VM *vm, Value *args, int n) {
    (void)n;
    Value other = args[1];
    Tri t = as_set(vm, &other);
    if (t == YES) t = set_subset(vm, self_set(args), AS(Set, other));
    return verdict(vm, t, "issubset", args);
}

/* An iterable is asked element by element, up to the first that is not there. */
static Value set_issuperset(VM *vm, Value *args, int n) {
    (void)n;
    const Value *items;
    uint32_t count;
    Tri t = prepare(vm, args + 1, 1);
    if (t != YES) return verdict(vm, t, "issuperset", args);
    if (set_is(args[1]))
        return verdict(vm, set_subset(vm, AS(Set, args[1]), self_set(args)), "issuperset", args);
    if (!iter_items(vm, args[1], &items, &count)) return V_ERROR;
    for (uint32_t i = 0; i < count && t == YES; i++) t = set_contains(vm, self_set(args), items[i]);
    return verdict(vm, t, "issuperset", args);
}

static Tri disjoint_sets(VM *vm, Set *a, Set *b) {
    Set *small = a->used <= b->used ? a : b, *great = small == a ? b : a;
    uint32_t i = 0;
    SetEntry *found;
    for (SetEntry *e; (e = set_next(small, &i));) {
        Tri t = set_find_hash(vm, great, e->key, e->hash, &found);
        if (t != NO) return t == YES ? NO : t;
    }
    return YES;
}

static Value set_isdisjoint(VM *vm, Value *args, int n) {
    (void)n;
    const Value *items;
    uint32_t count;
    Tri t = prepare(vm, args + 1, 1);
    if (t != YES) return verdict(vm, t, "isdisjoint", args);
    if (set_is(args[1]))
        return verdict(vm, disjoint_sets(vm, self_set(args), AS(Set, args[1])), "isdisjoint", args);
    if (!iter_items(vm, args[1], &items, &count)) return V_ERROR;
    for (uint32_t i = 0; i < count && t == YES; i++) {
        uint64_t hash;
        SetEntry *found;
        t = val_hash(vm, items[i], &hash);
        if (t == YES) t = set_find_hash(vm, self_set(args), items[i], hash, &found);
        if (t == YES || t == NO) t = t == YES ? NO : YES;
    }
    return verdict(vm, t, "isdisjoint", args);
}

/* --- operators ----------------------------------------------------------------------------- */

static const struct {
    const char *plain, *in_place;
} OPERATORS[BIN_COUNT] = {
    [BIN_OR] = {"union", "__ior__"},
    [BIN_AND] = {"intersection", "__iand__"},
    [BIN_SUB] = {"difference", "__isub__"},
    [BIN_XOR] = {"symmetric_difference", "__ixor__"},
};

static Tri operate_in_place(VM *vm, BinaryOp op, Set *a, Value b) {
    Set *out;
    Tri t;
    switch (op) {
    case BIN_OR: return set_update(vm, a, b);
    case BIN_SUB: return set_difference_update(vm, a, b);
    case BIN_XOR: return set_symmetric_update(vm, a, b);
    default:
        t = set_intersection(vm, a, b, &out);
        if (t == YES) set_swap(a, out);
        return t;
    }
}

static Tri operate(VM *vm, BinaryOp op, Set *a, Value b, Set **out) {
    switch (op) {
    case BIN_OR:
        *out = AS(Set, set_copy(vm, a, vm->types[a->obj.cls->builtin == T_FROZENSET ? T_FROZENSET : T_SET]));
        return set_update(vm, *out, b);
    case BIN_SUB: return set_difference(vm, a, b, out);
    case BIN_XOR: return set_symmetric(vm, a, b, out);
    default: return set_intersection(vm, a, b, out);
    }
}

Value set_operator(VM *vm, BinaryOp op, Value a, Value b, bool in_place) {
    Set *out = AS(Set, a);
    Tri t = in_place ? operate_in_place(vm, op, out, b) : operate(vm, op, AS(Set, a), b, &out);
    if (t == NEEDS_PYTHON)
        return by_twin(vm, in_place ? OPERATORS[op].in_place : OPERATORS[op].plain, a, &b, 1);
    return t == FAILED ? V_ERROR : from_obj(out);
}

#define SHARED_METHODS                                                         \
    {"copy", set_copy_method, 1, 1, NF_SELF, NULL},                            \
        {"difference", set_difference_method, 1, -1, NF_SELF, NULL},           \
        {"intersection", set_intersection_method, 1, -1, NF_SELF, NULL},       \
        {"isdisjoint", set_isdisjoint, 2, 2, NF_SELF, NULL},                   \
        {"issubset", set_issubset, 2, 2, NF_SELF, NULL},                       \
        {"issuperset", set_issuperset, 2, 2, NF_SELF, NULL},                   \
        {"symmetric_difference", set_symmetric_method, 2, 2, NF_SELF, NULL}, { \
        "union", set_union, 1, -1, NF_SELF, NULL                               \
    }

const NativeDef set_methods[] = {
    {"__new__", set_plain_new, 1, -1, NF_STATIC, NULL},
    {"__init__", set_init, 1, 2, NF_SELF | NF_SLOT, NULL},
    SHARED_METHODS,
    {"add", set_add_method, 2, 2, NF_SELF, NULL},
    {"clear", set_clear_method, 1, 1, NF_SELF, NULL},
    {"difference_update", set_difference_update_method, 1, -1, NF_SELF, NULL},
    {"discard", set_discard_method, 2, 2, NF_SELF, NULL},
    {"intersection_update", set_intersection_update, 1, -1, NF_SELF, NULL},
    {"pop", set_pop_method, 1, 1, NF_SELF, NULL},
    {"remove", set_remove, 2, 2, NF_SELF, NULL},
    {"symmetric_difference_update", set_symmetric_update_method, 2, 2, NF_SELF, NULL},
    {"update", set_update_method, 1, -1, NF_SELF, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const NativeDef frozenset_methods[] = {
    {"__new__", frozenset_construct, 1, 2, NF_STATIC, NULL},
    SHARED_METHODS,
    {NULL, NULL, 0, 0, 0, NULL},
};
