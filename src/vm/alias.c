/* list[int] and int | None: types.GenericAlias and types.UnionType. Annotations are made of
 * them, and they are compared, printed, called and subclassed, but never looked into by C. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

enum { ORIGIN, ARGS, PARAMS, STARRED, ALIAS_SLOTS };
enum { UNION_ARGS = ARGS, UNION_PARAMS = PARAMS, UNION_SLOTS = STARRED };

static bool is_alias(VM *vm, Value v) {
    return is_kind(v, KIND_RECORD) && class_derives(class_of(vm, v), vm->types[T_GENERIC_ALIAS]);
}

static bool is_union(VM *vm, Value v) {
    return is_exact(vm, v, T_UNION);
}

static Tuple *part(Value v, int slot) {
    return AS(Tuple, AS(Record, v)->slots[slot]);
}

/* --- type variables ----------------------------------------------------------------------- */

static void add_param(VM *vm, List *params, Value v) {
    for (uint32_t i = 0; i < params->len; i++)
        if (params->items[i] == v) return;
    list_push(vm, params, v);
}

/* What an argument leaves open: itself, if it is a type variable, or what it has in its turn. */
static void add_params_of(VM *vm, List *params, Value arg) {
    if (!is_obj(arg) || is_class(arg)) return;
    Value inner = V_UNDEF;
    if (is_alias(vm, arg) || is_union(vm, arg)) {
        inner = AS(Record, arg)->slots[PARAMS];
    } else if (is_kind(arg, KIND_INSTANCE)) {
        if (class_lookup(vm, class_of(vm, arg), str_intern(vm, "__typing_subst__", 16)) != V_UNDEF) {
            add_param(vm, params, arg);
            return;
        }
        inner = instance_get(AS(Instance, arg), str_intern(vm, "__parameters__", 14));
    }
    if (!is_tuple(inner)) return;
    const Tuple *t = AS(Tuple, inner);
    for (uint32_t i = 0; i < t->len; i++) add_param(vm, params, t->items[i]);
}

static Value params_of(VM *vm, const Tuple *args) {
    List *params = AS(List, list_new(vm, 0));
    for (uint32_t i = 0; i < args->len; i++) add_params_of(vm, params, args->items[i]);
    return tuple_from(vm, params->items, params->len);
}

/* --- making ---------------------------------------------------------------------------------- */

static Value alias_make(VM *vm, Class *cls, Value origin, Value args) {
    if (!is_tuple(args)) args = tuple_from(vm, &args, 1);
    Value v = record_new(vm, cls, ALIAS_SLOTS);
    Record *a = AS(Record, v);
    a->slots[ORIGIN] = origin;
    a->slots[ARGS] = args;
    a->slots[PARAMS] = params_of(vm, AS(Tuple, args));
    a->slots[STARRED] = V_FALSE;
    return v;
}

static Value alias_construct(VM *vm, Value *args, int n) {
    (void)n;
    return alias_make(vm, AS(Class, args[0]), args[1], args[2]);
}

/* C[item] of a built-in class. */
static Value class_getitem(VM *vm, Value *args, int n) {
    (void)n;
    return alias_make(vm, vm->types[T_GENERIC_ALIAS], args[0], args[1]);
}

static const NativeDef getitem_methods[] = {{"__class_getitem__", class_getitem, 2, 2, NF_CLASS, NULL}, {0}};

void class_add_getitem(VM *vm, Class *c) {
    class_add_methods(vm, c, getitem_methods);
}

/* --- repr --------------------------------------------------------------------------------------- */

static void put_class(Class *c, Buf *out) {
    if (is_str(c->module) && !str_is(AS(Str, c->module), "builtins")) {
        str_to_utf8(AS(Str, c->module), out);
        buf_addc(out, '.');
    }
    str_to_utf8(AS(Str, c->qualname), out);
}

/* Classes by their bare names. Objects of Python's classes are left to a twin. */
static Tri put_item(VM *vm, Value v, Buf *out) {
    if (v == V_ELLIPSIS) return buf_adds(out, "..."), YES;
    if (is_class(v)) return put_class(AS(Class, v), out), YES;
    if (is_kind(v, KIND_FUNCTION)) return NEEDS_PYTHON;
    return val_repr(vm, v, out);
}

static Tri put_items(VM *vm, const Tuple *items, const char *between, Buf *out) {
    for (uint32_t i = 0; i < items->len; i++) {
        if (i > 0) buf_adds(out, between);
        bool none = items->items[i] == from_obj(vm->types[T_NONE]) && between[1] == '|';
        Tri t = put_item(vm, none ? V_NONE : items->items[i], out);
        if (t != YES) return t;
    }
    return YES;
}

static Value shown(VM *vm, Buf *b, Tri t, Value v) {
    Value s = t == YES ? str_new(vm, b->data, b->len) : V_ERROR;
    buf_deinit(b);
    return t == NEEDS_PYTHON ? vm_twin(vm, TWIN_ALIAS_REPR, 1, v) : s;
}

static Value alias_repr(VM *vm, Value *args, int n) {
    (void)n;
    const Record *a = AS(Record, args[0]);
    Buf b = {0};
    if (a->slots[STARRED] == V_TRUE) buf_addc(&b, '*');
    Tri t = put_item(vm, a->slots[ORIGIN], &b);
    buf_addc(&b, '[');
    if (part(args[0], ARGS)->len == 0) buf_adds(&b, "()");
    if (t == YES) t = put_items(vm, part(args[0], ARGS), ", ", &b);
    buf_addc(&b, ']');
    return shown(vm, &b, t, args[0]);
}

static Value union_repr(VM *vm, Value *args, int n) {
    (void)n;
    Buf b = {0};
    return shown(vm, &b, put_items(vm, part(args[0], UNION_ARGS), " | ", &b), args[0]);
}

/* --- equality -------------------------------------------------------------------------------------- */

static bool same_item(VM *vm, Value a, Value b) {
    return a == b || val_equal(vm, a, b) == YES;
}

/* NO as soon as one pair differs; NEEDS_PYTHON if only Python can say it of some. */
static Tri compare_items(VM *vm, const Tuple *a, const Tuple *b) {
    if (a->len != b->len) return NO;
    Tri all = YES;
    for (uint32_t i = 0; i < a->len; i++) {
        Tri t = a->items[i] == b->items[i] ? YES : val_equal(vm, a->items[i], b->items[i]);
        if (t == NO || t == FAILED) return t;
        if (t == NEEDS_PYTHON) all = t;
    }
    return all;
}

static Value alias_eq(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_alias(vm, args[1])) return V_NOT_IMPLEMENTED;
    const Record *a = AS(Record, args[0]), *b = AS(Record, args[1]);
    if (a->slots[STARRED] != b->slots[STARRED] || !same_item(vm, a->slots[ORIGIN], b->slots[ORIGIN]))
        return V_FALSE;
    Tri t = compare_items(vm, part(args[0], ARGS), part(args[1], ARGS));
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_ALIAS_EQUAL, 2, args[0], args[1]);
    return t == FAILED ? V_ERROR : from_bool(t == YES);
}

static Value alias_hash(VM *vm, Value *args, int n) {
    (void)n;
    uint64_t origin, items;
    Tri t = val_hash(vm, AS(Record, args[0])->slots[ORIGIN], &origin);
    if (t == YES) t = val_hash(vm, AS(Record, args[0])->slots[ARGS], &items);
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_ALIAS_HASH, 1, args[0]);
    return t == YES ? hash_to_value(vm, origin ^ items) : V_ERROR;
}

static Value union_eq(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_union(vm, args[1])) return V_NOT_IMPLEMENTED;
    const Tuple *a = part(args[0], UNION_ARGS), *b = part(args[1], UNION_ARGS);
    bool same = a->len == b->len;
    for (uint32_t i = 0; i < a->len && same; i++) {
        same = false;
        for (uint32_t k = 0; k < b->len && !same; k++) {
            Tri t = val_equal(vm, a->items[i], b->items[k]);
            if (t == FAILED) return V_ERROR;
            if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_ALIAS_EQUAL, 2, args[0], args[1]);
            same = t == YES;
        }
    }
    return from_bool(same);
}

/* Does not depend on the order. */
static Value union_hash(VM *vm, Value *args, int n) {
    (void)n;
    const Tuple *t = part(args[0], UNION_ARGS);
    uint64_t hash = 1927868237u * (t->len + 1), one;
    for (uint32_t i = 0; i < t->len; i++) {
        Tri found = val_hash(vm, t->items[i], &one);
        if (found == NEEDS_PYTHON) return vm_twin(vm, TWIN_ALIAS_HASH, 1, args[0]);
        if (found != YES) return V_ERROR;
        hash ^= (one ^ (one << 16) ^ 89869747u) * 3644798167u;
    }
    return hash_to_value(vm, hash);
}

/* --- | ------------------------------------------------------------------------------------------------ */

static bool can_unite(VM *vm, Value v) {
    return v == V_NONE || is_class(v) || is_alias(vm, v) || is_union(vm, v);
}

static void add_member(VM *vm, List *members, Value v) {
    if (is_union(vm, v)) {
        const Tuple *t = part(v, UNION_ARGS);
        for (uint32_t i = 0; i < t->len; i++) add_member(vm, members, t->items[i]);
        return;
    }
    if (v == V_NONE) v = from_obj(vm->types[T_NONE]);
    for (uint32_t i = 0; i < members->len; i++)
        if (same_item(vm, members->items[i], v)) return;
    list_push(vm, members, v);
}

static Value unite(VM *vm, Value *args, int n) {
    (void)n;
    if (!can_unite(vm, args[0]) || !can_unite(vm, args[1])) return V_NOT_IMPLEMENTED;
    List *members = AS(List, list_new(vm, 2));
    add_member(vm, members, args[0]);
    add_member(vm, members, args[1]);
    if (members->len == 1) return members->items[0];
    Value v = record_new(vm, vm->types[T_UNION], UNION_SLOTS);
    AS(Record, v)->slots[UNION_ARGS] = tuple_from(vm, members->items, members->len);
    AS(Record, v)->slots[UNION_PARAMS] = params_of(vm, part(v, UNION_ARGS));
    return v;
}

static Value unite_reflected(VM *vm, Value *args, int n) {
    Value turned[] = {args[1], args[0]};
    return unite(vm, turned, n);
}

/* --- isinstance, issubclass ------------------------------------------------------------------------- */

static Value refuse_check(VM *vm, const char *function) {
    return vm_raise(vm, T_TYPE_ERROR, "%s() argument 2 cannot be a parameterized generic", function);
}

static Value alias_instancecheck(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return refuse_check(vm, "isinstance");
}

static Value alias_subclasscheck(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return refuse_check(vm, "issubclass");
}

/* As with a tuple of its members. Those before a generic one may have answered already. */
static Value union_check(VM *vm, Value *args, Twin twin, const char *function) {
    const Tuple *t = part(args[0], UNION_ARGS);
    for (uint32_t i = 0; i < t->len; i++)
        if (is_alias(vm, t->items[i])) {
            bool python = false, found = false;
            for (uint32_t k = 0; k < i && !found; k++) {
                Class *c = AS(Class, t->items[k]);
                python = python || c->obj.cls != vm->types[T_TYPE];
                found = twin == TWIN_ISINSTANCE ? class_derives(class_of(vm, args[1]), c)
                                                : is_class(args[1]) && class_derives(AS(Class, args[1]), c);
            }
            return found && !python ? V_TRUE : refuse_check(vm, function);
        }
    return vm_twin(vm, twin, 2, args[1], from_obj(t));
}

static Value union_instancecheck(VM *vm, Value *args, int n) {
    (void)n;
    return union_check(vm, args, TWIN_ISINSTANCE, "isinstance");
}

static Value union_subclasscheck(VM *vm, Value *args, int n) {
    (void)n;
    return union_check(vm, args, TWIN_ISSUBCLASS, "issubclass");
}

/* --- attributes and the rest -------------------------------------------------------------------------- */

static Value get_origin(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Record, args[0])->slots[ORIGIN];
}
static Value get_args(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Record, args[0])->slots[ARGS];
}
static Value get_params(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Record, args[0])->slots[PARAMS];
}
static Value get_starred(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Record, args[0])->slots[STARRED];
}

static Value from_origin(VM *vm, const Value *args, const char *name) {
    return attr_get(vm, AS(Record, args[0])->slots[ORIGIN], str_intern(vm, name, strlen(name)));
}

static Value get_module(VM *vm, Value *args, int n) {
    (void)n;
    return from_origin(vm, args, "__module__");
}
static Value get_doc(VM *vm, Value *args, int n) {
    (void)n;
    return from_origin(vm, args, "__doc__");
}

/* What an alias has not is its origin's: list[int].append. */
static Value alias_getattr(VM *vm, Value *args, int n) {
    (void)n;
    return attr_get(vm, AS(Record, args[0])->slots[ORIGIN], str_intern_value(vm, AS(Str, args[1])));
}

static Value alias_call(VM *vm, Value *args, int n) {
    Value origin = AS(Record, args[0])->slots[ORIGIN];
    bool plain = is_class(origin) && AS(Class, origin)->flags & CLASS_BUILTIN;
    if (plain && args[n] == V_UNDEF) return vm_tail(vm, origin, n - 1, args + 1);
    Value keywords = args[n] == V_UNDEF ? dict_new(vm) : args[n];
    return vm_twin(vm, TWIN_ALIAS_CALL, 3, args[0], tuple_from(vm, args + 1, (uint32_t)n - 1), keywords);
}

static Value alias_mro_entries(VM *vm, Value *args, int n) {
    (void)n;
    return tuple_from(vm, &AS(Record, args[0])->slots[ORIGIN], 1);
}

static Value alias_iter(VM *vm, Value *args, int n) {
    (void)n;
    Record *a = AS(Record, args[0]);
    Value starred = alias_make(vm, a->obj.cls, a->slots[ORIGIN], a->slots[ARGS]);
    AS(Record, starred)->slots[STARRED] = V_TRUE;
    return iter_of(vm, tuple_from(vm, &starred, 1));
}

static Value subscribe(VM *vm, Value *args, int n) {
    (void)n;
    return vm_twin(vm, TWIN_ALIAS_ITEM, 2, args[0], args[1]);
}

static Value alias_reduce(VM *vm, Value *args, int n) {
    (void)n;
    Value pair = tuple_from(vm, AS(Record, args[0])->slots, 2);
    return tuple_from(vm, (Value[]){from_obj(vm->types[T_GENERIC_ALIAS]), pair}, 2);
}

static const NativeDef alias_def = {"GenericAlias", alias_construct, 3, 3, 0, NULL};

/* For a subclass whose __new__ calls this one. */
static const NativeDef alias_methods[] = {
    {"__new__", alias_construct, 3, 3, NF_STATIC, NULL},
    {"__origin__", get_origin, 1, 1, NF_GETTER, NULL},
    {"__args__", get_args, 1, 1, NF_GETTER, NULL},
    {"__parameters__", get_params, 1, 1, NF_GETTER, NULL},
    {"__unpacked__", get_starred, 1, 1, NF_GETTER, NULL},
    {"__module__", get_module, 1, 1, NF_GETTER, NULL},
    {"__doc__", get_doc, 1, 1, NF_GETTER, NULL},
    {"__getattr__", alias_getattr, 2, 2, NF_SLOT, NULL},
    {"__call__", alias_call, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
    {"__mro_entries__", alias_mro_entries, 2, 2, NF_SELF, NULL},
    {"__iter__", alias_iter, 1, 1, NF_SLOT, NULL},
    {"__getitem__", subscribe, 2, 2, NF_SLOT, NULL},
    {"__repr__", alias_repr, 1, 1, NF_SLOT, NULL},
    {"__eq__", alias_eq, 2, 2, NF_SLOT, NULL},
    {"__hash__", alias_hash, 1, 1, NF_SLOT, NULL},
    {"__or__", unite, 2, 2, NF_SLOT, NULL},
    {"__ror__", unite_reflected, 2, 2, NF_SLOT, NULL},
    {"__instancecheck__", alias_instancecheck, 2, 2, NF_SELF, NULL},
    {"__subclasscheck__", alias_subclasscheck, 2, 2, NF_SELF, NULL},
    {"__reduce__", alias_reduce, 1, 1, NF_SELF, NULL},
    {0},
};

static const NativeDef union_methods[] = {
    {"__args__", get_args, 1, 1, NF_GETTER, NULL},
    {"__parameters__", get_params, 1, 1, NF_GETTER, NULL},
    {"__getitem__", subscribe, 2, 2, NF_SLOT, NULL},
    {"__repr__", union_repr, 1, 1, NF_SLOT, NULL},
    {"__eq__", union_eq, 2, 2, NF_SLOT, NULL},
    {"__hash__", union_hash, 1, 1, NF_SLOT, NULL},
    {"__or__", unite, 2, 2, NF_SLOT, NULL},
    {"__ror__", unite_reflected, 2, 2, NF_SLOT, NULL},
    {"__instancecheck__", union_instancecheck, 2, 2, NF_SELF, NULL},
    {"__subclasscheck__", union_subclasscheck, 2, 2, NF_SELF, NULL},
    {0},
};

static const NativeDef type_methods[] = {
    {"__or__", unite, 2, 2, NF_SLOT, NULL},
    {"__ror__", unite_reflected, 2, 2, NF_SLOT, NULL},
    {0},
};

static void name_fully(Class *c, const char *name) {
    mem_free(c->utf8_name);
    c->utf8_name = mem_strndup(name, strlen(name));
}

void alias_setup(VM *vm) {
    static const TypeId generic[] = {T_LIST,         T_DICT, T_TUPLE,     T_SET,
                                     T_FROZENSET,    T_TYPE, T_ENUMERATE, T_BASE_EXCEPTION_GROUP,
                                     T_MAPPING_PROXY};
    for (size_t i = 0; i < sizeof generic / sizeof *generic; i++)
        class_add_getitem(vm, vm->types[generic[i]]);
    vm->types[T_GENERIC_ALIAS]->construct = &alias_def;
    class_add_methods(vm, vm->types[T_GENERIC_ALIAS], alias_methods);
    class_add_methods(vm, vm->types[T_UNION], union_methods);
    class_add_methods(vm, vm->types[T_TYPE], type_methods);
    name_fully(vm->types[T_GENERIC_ALIAS], "types.GenericAlias");
    name_fully(vm->types[T_UNION], "types.UnionType");
}
