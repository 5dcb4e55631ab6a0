/* _copy: what copy.py wants to know of an object, and the deep copy of plain data. */
#include "lib/lib.h"
#include "vm/containers.h"

/* --- attributes ----------------------------------------------------------------------------- */

static Dict *instance_attributes(VM *vm, Instance *o) {
    if (!o->shape) return AS(Dict, dict_copy(vm, AS(Dict, o->slots[0])));
    Dict *d = AS(Dict, dict_new(vm));
    const Shape **path = mem_alloc((o->shape->count + 1) * sizeof *path);
    for (const Shape *s = o->shape; s->name; s = s->parent) path[s->count - 1] = s;
    for (uint32_t i = 0; i < o->shape->count; i++)
        if (o->slots[i] != V_UNDEF) dict_set_str(vm, d, path[i]->name, o->slots[i]);
    mem_free(path);
    return d;
}

/* attributes(object): a new dict of what it holds. */
static Value attributes(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_obj(args[0])) return dict_new(vm);
    if (is_kind(args[0], KIND_INSTANCE)) return from_obj(instance_attributes(vm, AS(Instance, args[0])));
    Dict *d = is_class(args[0]) ? NULL : obj_attrs(vm, as_obj(args[0]), false);
    return d ? dict_copy(vm, d) : dict_new(vm);
}

/* set_attributes(object, dict): without asking __setattr__. */
static Value set_attributes(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_dict(args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not a mapping", type_name(vm, args[1]));
    Dict *from = AS(Dict, args[1]);
    uint32_t i = 0;
    if (is_kind(args[0], KIND_INSTANCE)) {
        for (DictEntry *e; (e = dict_next(from, &i));)
            instance_set(vm, AS(Instance, args[0]), str_intern_value(vm, AS(Str, e->key)), e->value);
        return V_NONE;
    }
    Dict *to = is_obj(args[0]) ? obj_attrs(vm, as_obj(args[0]), true) : NULL;
    for (DictEntry *e; to && (e = dict_next(from, &i));) dict_set_str(vm, to, AS(Str, e->key), e->value);
    return V_NONE;
}

/* layout(object): which of the built-in classes it is made like. */
static Value layout(VM *vm, Value *args, int n) {
    (void)n;
    static const char *const names[KIND_COUNT] = {
        [KIND_INSTANCE] = "instance", [KIND_STR] = "str",
        [KIND_BYTES] = "bytes",       [KIND_LIST] = "list",
        [KIND_TUPLE] = "tuple",       [KIND_DICT] = "dict",
        [KIND_SET] = "set",           [KIND_EXCEPTION] = "exception",
    };
    const char *name = "other";
    if (int_is(args[0])) name = "int";
    else if (float_is(args[0])) name = "float";
    else if (is_obj(args[0]) && names[as_obj(args[0])->kind]) name = names[as_obj(args[0])->kind];
    return str_from(vm, name);
}

/* --- plain data --------------------------------------------------------------------------------- */

/* From containers to their copies: by identity, open-addressed. */
typedef struct Seen {
    const Obj **keys;
    Value *values;
    uint32_t size, used;
} Seen;

static uint32_t seen_place(const Seen *s, const Obj *o) {
    uint32_t i = (uint32_t)(((uintptr_t)o >> 4) * 2654435761u) & (s->size - 1);
    while (s->keys[i] && s->keys[i] != o) i = (i + 1) & (s->size - 1);
    return i;
}

static void seen_add(Seen *s, const Obj *o, Value copy) {
    if (s->used * 2 >= s->size) {
        Seen wide = {.size = s->size ? s->size * 2 : 64};
        wide.keys = mem_zalloc(wide.size * sizeof *wide.keys);
        wide.values = mem_alloc(wide.size * sizeof *wide.values);
        for (uint32_t i = 0; i < s->size; i++)
            if (s->keys[i]) {
                uint32_t at = seen_place(&wide, s->keys[i]);
                wide.keys[at] = s->keys[i];
                wide.values[at] = s->values[i];
            }
        wide.used = s->used;
        mem_free(s->keys);
        mem_free(s->values);
        *s = wide;
    }
    uint32_t at = seen_place(s, o);
    s->used += !s->keys[at];
    s->keys[at] = o;
    s->values[at] = copy;
}

static bool is_atomic(VM *vm, Value v) {
    if (!is_obj(v)) return true;
    const Obj *o = as_obj(v);
    switch ((Kind)o->kind) {
    case KIND_STR:
    case KIND_BYTES:
    case KIND_BIGINT: return o->cls == class_get(vm, o->cls->builtin);
    case KIND_FUNCTION:
    case KIND_RANGE: return true;
    default: return false;
    }
}

static Tri copy_value(VM *vm, Seen *seen, Value v, Value *out);

static Tri copy_list(VM *vm, Seen *seen, List *from, Value *out) {
    List *to = AS(List, list_new(vm, from->len));
    *out = from_obj(to);
    seen_add(seen, &from->obj, *out);
    for (uint32_t i = 0; i < from->len; i++) {
        Value v;
        Tri t = copy_value(vm, seen, from->items[i], &v);
        if (t != YES) return t;
        list_push(vm, to, v);
    }
    return YES;
}

/* A tuple of what is its own copy is its own copy too. */
static Tri copy_tuple(VM *vm, Seen *seen, Tuple *from, Value *out) {
    Value to = tuple_new(vm, from->len);
    bool same = true;
    for (uint32_t i = 0; i < from->len; i++) {
        Tri t = copy_value(vm, seen, from->items[i], &AS(Tuple, to)->items[i]);
        if (t != YES) return t;
        same = same && AS(Tuple, to)->items[i] == from->items[i];
    }
    /* An element may have led back here. */
    if (seen->size && seen->keys[seen_place(seen, &from->obj)]) return NEEDS_PYTHON;
    *out = same ? from_obj(from) : to;
    if (!same) seen_add(seen, &from->obj, to);
    return YES;
}

static Tri copy_dict(VM *vm, Seen *seen, Dict *from, Value *out) {
    *out = dict_new(vm);
    seen_add(seen, &from->obj, *out);
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(from, &i));) {
        Value v;
        if (!is_atomic(vm, e->key)) return NEEDS_PYTHON;
        Tri t = copy_value(vm, seen, e->value, &v);
        if (t != YES) return t;
        dict_append(vm, AS(Dict, *out), e->key, e->hash, v);
    }
    return YES;
}

static Tri copy_set(VM *vm, Set *from, Value *out) {
    uint32_t i = 0;
    for (SetEntry *e; (e = set_next(from, &i));)
        if (!is_atomic(vm, e->key)) return NEEDS_PYTHON;
    *out = set_copy(vm, from, from->obj.cls);
    return YES;
}

static Tri copy_container(VM *vm, Seen *seen, Value v, Value *out) {
    if (is_exact(vm, v, T_LIST)) return copy_list(vm, seen, AS(List, v), out);
    if (is_exact(vm, v, T_TUPLE)) return copy_tuple(vm, seen, AS(Tuple, v), out);
    if (is_exact(vm, v, T_DICT)) return copy_dict(vm, seen, AS(Dict, v), out);
    if (is_exact(vm, v, T_SET)) {
        seen_add(seen, as_obj(v), V_NONE);
        Tri t = copy_set(vm, AS(Set, v), out);
        seen_add(seen, as_obj(v), *out);
        return t;
    }
    return NEEDS_PYTHON;
}

static Tri copy_value(VM *vm, Seen *seen, Value v, Value *out) {
    *out = v;
    if (is_atomic(vm, v)) return YES;
    if (seen->size) {
        uint32_t at = seen_place(seen, as_obj(v));
        if (seen->keys[at]) {
            *out = seen->values[at];
            return YES;
        }
    }
    if (!vm_enter_c(vm, "")) {
        vm_clear_error(vm);
        return NEEDS_PYTHON; /* which goes deeper, and tells of it as CPython would */
    }
    Tri t = copy_container(vm, seen, v, out);
    vm_leave_c(vm);
    return t;
}

/* deepcopy_plain(x): the copy, or NotImplemented if there is more in it than built-in data. */
static Value deepcopy_plain(VM *vm, Value *args, int n) {
    (void)n;
    if (is_obj(args[0]) && as_obj(args[0])->kind == KIND_INSTANCE) return V_NOT_IMPLEMENTED;
    Seen seen = {0};
    Value out;
    Tri t = copy_value(vm, &seen, args[0], &out);
    vm_charge(vm, seen.used);
    mem_free(seen.keys);
    mem_free(seen.values);
    return t == YES ? out : t == FAILED ? V_ERROR : V_NOT_IMPLEMENTED;
}

static const NativeDef functions[] = {
    {"attributes", attributes, 1, 1, 0, NULL},
    {"set_attributes", set_attributes, 2, 2, 0, NULL},
    {"layout", layout, 1, 1, 0, NULL},
    {"deepcopy_plain", deepcopy_plain, 1, 1, 0, NULL},
    {0},
};

const ModuleDef copy_module = {.name = "_copy", .functions = functions, .internal = true};
