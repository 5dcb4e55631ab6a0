/* Tuples. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

static Tuple *make(VM *vm, Class *cls, uint32_t n) {
    Tuple *t = heap_new(vm, cls, KIND_TUPLE, sizeof *t + n * sizeof(Value));
    t->len = n;
    return t;
}

static bool is_the_empty(VM *vm, uint32_t n) {
    return n == 0 && vm->empty_tuple;
}

Value tuple_new(VM *vm, uint32_t n) {
    if (is_the_empty(vm, n)) return from_obj(vm->empty_tuple);
    Tuple *t = make(vm, vm->types[T_TUPLE], n);
    for (uint32_t i = 0; i < n; i++) t->items[i] = V_NONE;
    return from_obj(t);
}

Value tuple_from(VM *vm, const Value *items, uint32_t n) {
    if (is_the_empty(vm, n)) return from_obj(vm->empty_tuple);
    Tuple *t = make(vm, vm->types[T_TUPLE], n);
    if (n) memcpy(t->items, items, n * sizeof *items);
    return from_obj(t);
}

static Value tuple_construct(VM *vm, Value *args, int n) {
    (void)n;
    Class *cls = AS(Class, args[0]);
    bool exact = cls == vm->types[T_TUPLE];
    const Value *items = NULL;
    uint32_t count = 0;
    if (exact && args[1] != V_UNDEF && is_exact(vm, args[1], T_TUPLE)) return args[1];
    if (args[1] != V_UNDEF && !iter_items(vm, args[1], &items, &count)) return V_ERROR;
    vm_charge(vm, count / 8);
    if (exact) return tuple_from(vm, items, count);
    Tuple *t = make(vm, cls, count);
    if (count) memcpy(t->items, items, count * sizeof *items);
    return from_obj(t);
}

const NativeDef tuple_construct_def = {"tuple", tuple_construct, 1, 2, NF_LIST1, NULL};

static Value slice_of(VM *vm, Tuple *t, Value slice) {
    SliceSpan s;
    Tri found = slice_span(vm, slice, t->len, &s);
    if (found == NEEDS_PYTHON) return vm_twin(vm, TWIN_GETITEM_AT, 2, from_obj(t), slice);
    if (found != YES) return V_ERROR;
    if (s.step == 1 && s.count == t->len && t->obj.cls == vm->types[T_TUPLE]) return from_obj(t);
    if (s.step == 1) return tuple_from(vm, t->items + s.start, (uint32_t)s.count);
    Value out = tuple_new(vm, (uint32_t)s.count);
    for (int64_t i = 0, at = s.start; i < s.count; i++, at += s.step) AS(Tuple, out)->items[i] = t->items[at];
    return out;
}

Value tuple_getitem(VM *vm, Tuple *t, Value i) {
    int64_t at;
    if (is_kind(i, KIND_SLICE)) return slice_of(vm, t, i);
    Tri found = slice_index(vm, i, "tuple indices must be integers or slices", &at);
    if (found == NEEDS_PYTHON) return vm_twin(vm, TWIN_GETITEM_AT, 2, from_obj(t), i);
    if (found != YES) return V_ERROR;
    if (at < 0) at += t->len;
    if (at < 0 || at >= t->len) return vm_raise(vm, T_INDEX_ERROR, "tuple index out of range");
    return t->items[at];
}

/* CPython's mixing (a part of xxHash), so that sets of tuples iterate in its order. */
uint64_t tuple_hash_of(const uint64_t *hashes, size_t n) {
    const uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u,
                   prime5 = 2870177450012600261u;
    uint64_t acc = prime5;
    for (size_t i = 0; i < n; i++) {
        acc += hashes[i] * prime2;
        acc = acc << 31 | acc >> 33;
        acc *= prime1;
    }
    acc += n ^ (prime5 ^ 3527539u);
    return acc == UINT64_MAX ? 1546275796u : acc;
}

static Value tuple_getnewargs(VM *vm, Value *args, int n) {
    (void)n;
    Value plain = tuple_from(vm, AS(Tuple, args[0])->items, AS(Tuple, args[0])->len);
    return tuple_from(vm, &plain, 1);
}

const NativeDef tuple_methods[] = {
    {"__new__", tuple_construct, 1, 2, NF_STATIC | NF_LIST1, NULL},
    {"__getnewargs__", tuple_getnewargs, 1, 1, NF_SELF, NULL},
    {"count", seq_count, 2, 2, NF_SELF, NULL},
    {"index", seq_index, 2, 4, NF_SELF, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};
