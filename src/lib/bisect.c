/* bisect. Lists and tuples whose elements C can compare are searched here; other sequences, and
 * searches by a key, by Python. */
#include "lib/lib.h"
#include "vm/containers.h"

enum { A, X, LO, HI, KEY, ARGS };

/* The place, or NEEDS_PYTHON before anything has changed. `right`: behind what is equal. */
static Tri search(VM *vm, const Value *args, bool right, int64_t *place) {
    if (args[KEY] != V_UNDEF && args[KEY] != V_NONE) return NEEDS_PYTHON;
    if (!is_list(args[A]) && !is_tuple(args[A])) return NEEDS_PYTHON;
    if (!(as_obj(args[A])->cls->flags & CLASS_BUILTIN)) return NEEDS_PYTHON;
    const Value *items;
    uint32_t len;
    seq_items(args[A], &items, &len);
    int64_t lo = 0, hi = len;
    Tri t = YES;
    if (args[LO] != V_UNDEF) t = index_arg(vm, args[LO], false, &lo);
    if (t == YES && args[HI] != V_UNDEF && args[HI] != V_NONE) t = index_arg(vm, args[HI], false, &hi);
    if (t != YES) return t;
    if (lo < 0) return vm_raise(vm, T_VALUE_ERROR, "lo must be non-negative"), FAILED;
    if (hi > len) return NEEDS_PYTHON; /* which fails on the missing element */
    while (lo < hi) {
        int64_t mid = lo + (hi - lo) / 2;
        t = right ? val_compare(vm, CMP_LT, args[X], items[mid])
                  : val_compare(vm, CMP_LT, items[mid], args[X]);
        if (t == FAILED || t == NEEDS_PYTHON) return t;
        if ((t == YES) == right) hi = mid;
        else lo = mid + 1;
    }
    *place = lo;
    return YES;
}

static Value twin(VM *vm, const char *name, const Value *args) {
    Value a[ARGS];
    for (int i = 0; i < ARGS; i++) a[i] = args[i] != V_UNDEF ? args[i] : i == LO ? from_small(0) : V_NONE;
    return lib_twin(vm, "_library_twins", name, ARGS, a);
}

static Value bisect(VM *vm, Value *args, bool right, const char *name) {
    int64_t place;
    Tri t = search(vm, args, right, &place);
    if (t == NEEDS_PYTHON) return twin(vm, name, args);
    return t == YES ? int_from_i64(vm, place) : V_ERROR;
}

static Value insort(VM *vm, Value *args, bool right, const char *name) {
    int64_t place;
    if (!is_list(args[A])) return twin(vm, name, args);
    Tri t = search(vm, args, right, &place);
    if (t == NEEDS_PYTHON) return twin(vm, name, args);
    if (t == FAILED) return V_ERROR;
    List *l = AS(List, args[A]);
    list_push(vm, l, args[X]);
    memmove(l->items + place + 1, l->items + place, (size_t)(l->len - 1 - place) * sizeof(Value));
    l->items[place] = args[X];
    return V_NONE;
}

static Value bisect_right(VM *vm, Value *args, int n) {
    (void)n;
    return bisect(vm, args, true, "bisect_right");
}
static Value bisect_left(VM *vm, Value *args, int n) {
    (void)n;
    return bisect(vm, args, false, "bisect_left");
}
static Value insort_right(VM *vm, Value *args, int n) {
    (void)n;
    return insort(vm, args, true, "insort_right");
}
static Value insort_left(VM *vm, Value *args, int n) {
    (void)n;
    return insort(vm, args, false, "insort_left");
}

static const char params[] = "a, x, lo, hi, *, key";

static const NativeDef functions[] = {
    {"bisect_right", bisect_right, 2, ARGS, 0, params},
    {"bisect_left", bisect_left, 2, ARGS, 0, params},
    {"insort_right", insort_right, 2, ARGS, 0, params},
    {"insort_left", insort_left, 2, ARGS, 0, params},
    {0},
};

static void init(VM *vm, ModuleObj *m) {
    module_set(vm, m, "bisect", dict_get_str(m->attrs, str_intern(vm, "bisect_right", 12)));
    module_set(vm, m, "insort", dict_get_str(m->attrs, str_intern(vm, "insort_right", 12)));
}

const ModuleDef bisect_module = {.name = "bisect", .functions = functions, .init = init};
