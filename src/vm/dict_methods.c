/* dict(): its construction and methods. What a key's own __hash__ or __eq__ must decide goes
 * to a twin, and then the whole call does: doing again what was done is harmless. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

static Dict *self_dict(const Value *args) {
    return AS(Dict, args[0]);
}

static Value or_none(Value v) {
    return v == V_UNDEF ? V_NONE : v;
}

/* --- filling --------------------------------------------------------------------------- */

/* The two of one element of dict([(k, v), …]): NEEDS_PYTHON if it cannot be walked here. */
static Tri pair_of(VM *vm, Value element, uint32_t at, Value pair[2]) {
    const Value *items;
    uint32_t n;
    if (!iter_is_native(vm, element)) {
        Class *c = class_of(vm, element);
        if (is_kind(element, KIND_GENERATOR) || class_special(vm, c, SP_ITER) != V_UNDEF ||
            class_special(vm, c, SP_GETITEM) != V_UNDEF)
            return NEEDS_PYTHON;
        vm_raise(vm, T_TYPE_ERROR, "cannot convert dictionary update sequence element #%u to a sequence", at);
        return FAILED;
    }
    if (!iter_items(vm, element, &items, &n)) return FAILED;
    if (n != 2) {
        vm_raise(vm, T_VALUE_ERROR, "dictionary update sequence element #%u has length %u; 2 is required", at,
                 n);
        return FAILED;
    }
    memcpy(pair, items, 2 * sizeof *pair);
    return YES;
}

static Tri set_pairs(VM *vm, Dict *d, Value list) {
    const Value *items;
    uint32_t n;
    if (!iter_items(vm, list, &items, &n)) return FAILED;
    vm_charge(vm, n);
    for (uint32_t i = 0; i < n; i++) {
        Value pair[2];
        Tri t = pair_of(vm, items[i], i, pair);
        if (t == YES) t = dict_set(vm, d, pair[0], pair[1]);
        if (t != YES) return t;
    }
    return YES;
}

static bool has_keys(VM *vm, Value v) {
    return class_lookup(vm, class_of(vm, v), vm->names[NAME_keys]) != V_UNDEF;
}

/* Everything of a mapping or of pairs, then of keywords, into `self`. */
static Value fill(VM *vm, Value self, Value other, Value keywords) {
    Dict *d = AS(Dict, self);
    Tri t = YES;
    if (other == V_NONE) return vm_raise(vm, T_TYPE_ERROR, "'NoneType' object is not iterable");
    if (other == V_UNDEF) {
        t = YES;
    } else if (is_dict(other) && !val_overrides(vm, other, SP_ITER)) {
        vm_charge(vm, AS(Dict, other)->used / 4);
        t = dict_merge(vm, d, AS(Dict, other));
    } else if (is_kind(other, KIND_INSTANCE) || has_keys(vm, other)) {
        t = NEEDS_PYTHON;
    } else if (iter_is_native(vm, other)) {
        if (is_kind(other, KIND_ITER)) other = iter_to_list(vm, other); /* it can be walked once */
        t = other == V_ERROR ? FAILED : set_pairs(vm, d, other);
    } else {
        t = NEEDS_PYTHON;
    }
    if (t == YES && keywords != V_UNDEF) t = dict_merge(vm, d, AS(Dict, keywords));
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_DICT_UPDATE, 3, self, or_none(other), or_none(keywords));
    return t == YES ? V_NONE : V_ERROR;
}

static Value dict_construct(VM *vm, Value *args, int n) {
    (void)n;
    Class *cls = AS(Class, args[0]);
    Dict *d = heap_new(vm, cls, KIND_DICT, sizeof *d);
    d->version = vm_next_version(vm);
    if (args[1] == V_UNDEF && args[2] == V_UNDEF) return from_obj(d);
    Value v = fill(vm, from_obj(d), args[1], args[2]);
    if (v == V_TAIL) return vm_twin(vm, TWIN_DICT_FILLED, 3, from_obj(d), or_none(args[1]), or_none(args[2]));
    return v == V_ERROR ? v : from_obj(d);
}

const NativeDef dict_construct_def = {"dict", dict_construct, 1, 2, NF_KEYWORDS, NULL};

static Value dict_update(VM *vm, Value *args, int n) {
    (void)n;
    return fill(vm, args[0], args[1], args[2]);
}

static Value dict_plain_new(VM *vm, Value *args, int n) {
    (void)n;
    Dict *d = heap_new(vm, AS(Class, args[0]), KIND_DICT, sizeof *d);
    d->version = vm_next_version(vm);
    return from_obj(d);
}

static Value dict_fromkeys(VM *vm, Value *args, int n) {
    (void)n;
    Value value = or_none(args[2]);
    if (AS(Class, args[0]) != vm->types[T_DICT] || !iter_is_native(vm, args[1]))
        return vm_twin(vm, TWIN_DICT_FROMKEYS, 3, args[0], args[1], value);
    Value list = is_kind(args[1], KIND_ITER) ? iter_to_list(vm, args[1]) : args[1];
    const Value *items;
    uint32_t count;
    if (list == V_ERROR || !iter_items(vm, list, &items, &count)) return V_ERROR;
    Dict *d = AS(Dict, dict_new(vm));
    vm_charge(vm, count);
    for (uint32_t i = 0; i < count; i++) {
        Tri t = dict_set(vm, d, items[i], value);
        if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_DICT_FROMKEYS, 3, args[0], list, value);
        if (t == FAILED) return V_ERROR;
    }
    return from_obj(d);
}

/* --- by key ---------------------------------------------------------------------------- */

static Value dict_get(VM *vm, Value *args, int n) {
    (void)n;
    Value v;
    switch (dict_find(vm, self_dict(args), args[1], &v)) {
    case YES: return v;
    case NO: return or_none(args[2]);
    case NEEDS_PYTHON: return keyed(vm, KEYED_GET, args[0], args[1], or_none(args[2]));
    default: return V_ERROR;
    }
}

static Value dict_setdefault(VM *vm, Value *args, int n) {
    (void)n;
    Value v, value = or_none(args[2]);
    Tri t = dict_find(vm, self_dict(args), args[1], &v);
    if (t == YES) return v;
    if (t == NO) t = dict_set(vm, self_dict(args), args[1], value);
    if (t == NEEDS_PYTHON) return keyed(vm, KEYED_SETDEFAULT, args[0], args[1], value);
    return t == YES ? value : V_ERROR;
}

static Value dict_pop(VM *vm, Value *args, int n) {
    (void)n;
    Value v;
    Dict *d = self_dict(args);
    Tri t = d->used == 0 && args[2] == V_UNDEF ? NO : dict_remove(vm, d, args[1], &v);
    switch (t) {
    case YES: return v;
    case NO: return args[2] == V_UNDEF ? dict_key_error(vm, args[1]) : args[2];
    case NEEDS_PYTHON: return keyed(vm, KEYED_POP, args[0], args[1], args[2]);
    default: return V_ERROR;
    }
}

static Value dict_popitem(VM *vm, Value *args, int n) {
    (void)n;
    Dict *d = self_dict(args);
    if (d->used == 0) return vm_raise_value(vm, T_KEY_ERROR, str_from(vm, "popitem(): dictionary is empty"));
    Value pair[2];
    dict_pop_last(vm, d, &pair[0], &pair[1]);
    return tuple_from(vm, pair, 2);
}

/* --- the whole ------------------------------------------------------------------------- */

static Value dict_clear_method(VM *vm, Value *args, int n) {
    (void)n;
    dict_clear(vm, self_dict(args));
    return V_NONE;
}

static Value dict_copy_method(VM *vm, Value *args, int n) {
    (void)n;
    vm_charge(vm, self_dict(args)->used / 4);
    return dict_copy(vm, self_dict(args));
}

static Value dict_keys(VM *vm, Value *args, int n) {
    (void)n;
    return view_new(vm, self_dict(args), VIEW_KEYS);
}

static Value dict_values(VM *vm, Value *args, int n) {
    (void)n;
    return view_new(vm, self_dict(args), VIEW_VALUES);
}

static Value dict_items(VM *vm, Value *args, int n) {
    (void)n;
    return view_new(vm, self_dict(args), VIEW_ITEMS);
}

const NativeDef dict_methods[] = {
    {"__new__", dict_plain_new, 1, -1, NF_STATIC, NULL},
    {"__init__", dict_update, 1, 2, NF_SELF | NF_SLOT | NF_KEYWORDS, NULL},
    {"clear", dict_clear_method, 1, 1, NF_SELF, NULL},
    {"copy", dict_copy_method, 1, 1, NF_SELF, NULL},
    {"fromkeys", dict_fromkeys, 2, 3, NF_CLASS, NULL},
    {"get", dict_get, 2, 3, NF_SELF, NULL},
    {"items", dict_items, 1, 1, NF_SELF, NULL},
    {"keys", dict_keys, 1, 1, NF_SELF, NULL},
    {"pop", dict_pop, 2, 3, NF_SELF, NULL},
    {"popitem", dict_popitem, 1, 1, NF_SELF, NULL},
    {"setdefault", dict_setdefault, 2, 3, NF_SELF, NULL},
    {"update", dict_update, 1, 2, NF_SELF | NF_KEYWORDS, NULL},
    {"values", dict_values, 1, 1, NF_SELF, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};
