/* The special methods of the built-in containers as a program can call them: list.__len__,
 * super().__getitem__(k). They do what the built-in class does, whatever a subclass overrides. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

/* --- shared by all ----------------------------------------------------------------------------- */

static Value slot_len(VM *vm, Value *args, int n) {
    (void)n;
    int64_t len;
    return kind_len(vm, args[0], &len) == YES ? int_from_i64(vm, len) : V_ERROR;
}

static Value slot_iter(VM *vm, Value *args, int n) {
    (void)n;
    return iter_of(vm, args[0]);
}

static Value slot_reversed(VM *vm, Value *args, int n) {
    (void)n;
    return iter_reversed(vm, args[0]);
}

static Value slot_contains(VM *vm, Value *args, int n) {
    (void)n;
    return kind_contains(vm, args[0], args[1]);
}

static Value slot_getitem(VM *vm, Value *args, int n) {
    (void)n;
    return kind_getitem(vm, args[0], args[1]);
}

static Value slot_setitem(VM *vm, Value *args, int n) {
    (void)n;
    return kind_setitem(vm, args[0], args[1], args[2]);
}

static Value slot_delitem(VM *vm, Value *args, int n) {
    (void)n;
    return kind_setitem(vm, args[0], args[1], V_UNDEF);
}

static Value slot_hash(VM *vm, Value *args, int n) {
    (void)n;
    uint64_t hash;
    switch (kind_hash(vm, args[0], &hash)) {
    case YES: return hash_to_value(vm, hash);
    case NEEDS_PYTHON: return vm_twin(vm, TWIN_HASH_TUPLE, 1, args[0]);
    default: return V_ERROR;
    }
}

/* --- comparisons ----------------------------------------------------------------------------------- */

#define COMPARISON(name, op)                                 \
    static Value slot_##name(VM *vm, Value *args, int n) {   \
        (void)n;                                             \
        return kind_compare(vm, CMP_##op, args[0], args[1]); \
    }
#include "vm/comparisons.def"

/* --- + and * ------------------------------------------------------------------------------------------ */

static Value slot_add(VM *vm, Value *args, int n) {
    (void)n;
    Value v = seq_binary(vm, BIN_ADD, args[0], args[1]);
    if (v != V_NOT_IMPLEMENTED) return v;
    const char *name = is_list(args[0]) ? "list" : "tuple";
    return vm_raise(vm, T_TYPE_ERROR, "can only concatenate %s (not \"%s\") to %s", name,
                    type_name(vm, args[1]), name);
}

static Value count_wanted(VM *vm, Value v) {
    return vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(vm, v));
}

static Value slot_mul(VM *vm, Value *args, int n) {
    (void)n;
    Value v = seq_binary(vm, BIN_MUL, args[0], args[1]);
    if (v != V_NOT_IMPLEMENTED) return v;
    if (is_obj(args[1]) && special_is_python(vm, class_of(vm, args[1]), SP_INDEX))
        return vm_twin(vm, TWIN_REPEAT, 2, args[0], args[1]);
    return count_wanted(vm, args[1]);
}

static Value slot_iadd(VM *vm, Value *args, int n) {
    (void)n;
    return seq_inplace(vm, BIN_ADD, args[0], args[1]);
}

static Value slot_imul(VM *vm, Value *args, int n) {
    (void)n;
    Value v = seq_inplace(vm, BIN_MUL, args[0], args[1]);
    return v == V_NOT_IMPLEMENTED ? count_wanted(vm, args[1]) : v;
}

/* --- set operators -------------------------------------------------------------------------------------- */

static Value slot_or(VM *vm, Value *args, int n) {
    (void)n;
    return seq_binary(vm, BIN_OR, args[0], args[1]);
}

static Value slot_ror(VM *vm, Value *args, int n) {
    (void)n;
    return seq_binary(vm, BIN_OR, args[1], args[0]);
}

static Value slot_and(VM *vm, Value *args, int n) {
    (void)n;
    return seq_binary(vm, BIN_AND, args[0], args[1]);
}

static Value slot_rand(VM *vm, Value *args, int n) {
    (void)n;
    return seq_binary(vm, BIN_AND, args[1], args[0]);
}

static Value slot_sub(VM *vm, Value *args, int n) {
    (void)n;
    return seq_binary(vm, BIN_SUB, args[0], args[1]);
}

static Value slot_rsub(VM *vm, Value *args, int n) {
    (void)n;
    return seq_binary(vm, BIN_SUB, args[1], args[0]);
}

static Value slot_xor(VM *vm, Value *args, int n) {
    (void)n;
    return seq_binary(vm, BIN_XOR, args[0], args[1]);
}

static Value slot_rxor(VM *vm, Value *args, int n) {
    (void)n;
    return seq_binary(vm, BIN_XOR, args[1], args[0]);
}

static Value slot_ior(VM *vm, Value *args, int n) {
    (void)n;
    return seq_inplace(vm, BIN_OR, args[0], args[1]);
}

static Value slot_iand(VM *vm, Value *args, int n) {
    (void)n;
    return seq_inplace(vm, BIN_AND, args[0], args[1]);
}

static Value slot_isub(VM *vm, Value *args, int n) {
    (void)n;
    return seq_inplace(vm, BIN_SUB, args[0], args[1]);
}

static Value slot_ixor(VM *vm, Value *args, int n) {
    (void)n;
    return seq_inplace(vm, BIN_XOR, args[0], args[1]);
}

/* --- tables ------------------------------------------------------------------------------------------------ */

enum { SLOT = NF_SELF | NF_SLOT };

#define EQUALITY                             \
    {"__eq__", slot_eq, 2, 2, SLOT, NULL}, { \
        "__ne__", slot_ne, 2, 2, SLOT, NULL  \
    }
#define COMPARISONS                                                                         \
    EQUALITY, {"__lt__", slot_lt, 2, 2, SLOT, NULL}, {"__le__", slot_le, 2, 2, SLOT, NULL}, \
        {"__gt__", slot_gt, 2, 2, SLOT, NULL}, {                                            \
        "__ge__", slot_ge, 2, 2, SLOT, NULL                                                 \
    }
#define COLLECTION                                                                        \
    {"__len__", slot_len, 1, 1, SLOT, NULL}, {"__iter__", slot_iter, 1, 1, SLOT, NULL}, { \
        "__contains__", slot_contains, 2, 2, SLOT, NULL                                   \
    }
#define ALGEBRA                                                                             \
    {"__or__", slot_or, 2, 2, SLOT, NULL}, {"__ror__", slot_ror, 2, 2, SLOT, NULL},         \
        {"__and__", slot_and, 2, 2, SLOT, NULL}, {"__rand__", slot_rand, 2, 2, SLOT, NULL}, \
        {"__sub__", slot_sub, 2, 2, SLOT, NULL}, {"__rsub__", slot_rsub, 2, 2, SLOT, NULL}, \
        {"__xor__", slot_xor, 2, 2, SLOT, NULL}, {                                          \
        "__rxor__", slot_rxor, 2, 2, SLOT, NULL                                             \
    }
#define JOINING                                                                         \
    {"__add__", slot_add, 2, 2, SLOT, NULL}, {"__mul__", slot_mul, 2, 2, SLOT, NULL}, { \
        "__rmul__", slot_mul, 2, 2, SLOT, NULL                                          \
    }
#define HASH \
    { "__hash__", slot_hash, 1, 1, SLOT, NULL }
#define REVERSED \
    { "__reversed__", slot_reversed, 1, 1, NF_SELF, NULL }
#define GETITEM \
    { "__getitem__", slot_getitem, 2, 2, SLOT, NULL }
#define CHANGING                                       \
    {"__setitem__", slot_setitem, 3, 3, SLOT, NULL}, { \
        "__delitem__", slot_delitem, 2, 2, SLOT, NULL  \
    }
#define END \
    { NULL, NULL, 0, 0, 0, NULL }

static const NativeDef list_slots[] = {
    COLLECTION,
    COMPARISONS,
    GETITEM,
    CHANGING,
    JOINING,
    REVERSED,
    {"__iadd__", slot_iadd, 2, 2, SLOT, NULL},
    {"__imul__", slot_imul, 2, 2, SLOT, NULL},
    END,
};
static const NativeDef tuple_slots[] = {COLLECTION, COMPARISONS, GETITEM, JOINING, HASH, END};
static const NativeDef dict_slots[] = {
    COLLECTION,
    EQUALITY,
    GETITEM,
    CHANGING,
    REVERSED,
    {"__or__", slot_or, 2, 2, SLOT, NULL},
    {"__ror__", slot_ror, 2, 2, SLOT, NULL},
    {"__ior__", slot_ior, 2, 2, SLOT, NULL},
    END,
};
static const NativeDef set_slots[] = {
    COLLECTION,
    COMPARISONS,
    ALGEBRA,
    {"__ior__", slot_ior, 2, 2, SLOT, NULL},
    {"__iand__", slot_iand, 2, 2, SLOT, NULL},
    {"__isub__", slot_isub, 2, 2, SLOT, NULL},
    {"__ixor__", slot_ixor, 2, 2, SLOT, NULL},
    END,
};
static const NativeDef frozenset_slots[] = {COLLECTION, COMPARISONS, ALGEBRA, HASH, END};
static const NativeDef range_slots[] = {COLLECTION, EQUALITY, GETITEM, HASH, REVERSED, END};
static const NativeDef slice_slots[] = {COMPARISONS, END};
static const NativeDef set_view_slots[] = {COLLECTION, COMPARISONS, ALGEBRA, REVERSED, END};
static const NativeDef values_slots[] = {
    {"__len__", slot_len, 1, 1, SLOT, NULL},
    {"__iter__", slot_iter, 1, 1, SLOT, NULL},
    REVERSED,
    END,
};

/* Each class: how it is made, its methods, its special methods, whether it has no hash. */
static const struct {
    TypeId type;
    const NativeDef *construct, *methods, *slots;
    bool unhashable;
} CLASSES[] = {
    {T_LIST, &list_construct_def, list_methods, list_slots, true},
    {T_TUPLE, &tuple_construct_def, tuple_methods, tuple_slots, false},
    {T_DICT, &dict_construct_def, dict_methods, dict_slots, true},
    {T_SET, &set_construct_def, set_methods, set_slots, true},
    {T_FROZENSET, &frozenset_construct_def, frozenset_methods, frozenset_slots, false},
    {T_RANGE, &range_construct_def, range_methods, range_slots, false},
    {T_SLICE, &slice_construct_def, slice_methods, slice_slots, true},
    {T_DICT_KEYS, NULL, view_keys_methods, set_view_slots, true},
    {T_DICT_VALUES, NULL, view_values_methods, values_slots, false},
    {T_DICT_ITEMS, NULL, view_items_methods, set_view_slots, true},
};

static const TypeId ITERATORS[] = {
    T_ZIP,
    T_ENUMERATE,
    T_REVERSED,
    T_LIST_ITERATOR,
    T_LIST_REVERSE_ITERATOR,
    T_TUPLE_ITERATOR,
    T_STR_ITERATOR,
    T_STR_ASCII_ITERATOR,
    T_BYTES_ITERATOR,
    T_RANGE_ITERATOR,
    T_LONG_RANGE_ITERATOR,
    T_SET_ITERATOR,
    T_DICT_KEYITERATOR,
    T_DICT_VALUEITERATOR,
    T_DICT_ITEMITERATOR,
    T_DICT_REVERSEKEYITERATOR,
    T_DICT_REVERSEVALUEITERATOR,
    T_DICT_REVERSEITEMITERATOR,
    T_SEQUENCE_ITERATOR,
    T_CALLABLE_ITERATOR,
};

void containers_setup(VM *vm) {
    Str *hash = str_intern(vm, "__hash__", 8);
    for (size_t i = 0; i < sizeof CLASSES / sizeof *CLASSES; i++) {
        Class *c = vm->types[CLASSES[i].type];
        c->construct = CLASSES[i].construct;
        class_add_methods(vm, c, CLASSES[i].methods);
        class_add_methods(vm, c, CLASSES[i].slots);
        if (CLASSES[i].unhashable) class_set(vm, c, hash, V_NONE);
    }
    for (size_t i = 0; i < sizeof ITERATORS / sizeof *ITERATORS; i++)
        class_add_methods(vm, vm->types[ITERATORS[i]], iter_methods);
    iteration_setup(vm);
}
