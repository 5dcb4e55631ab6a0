/* Helpers in C of src/pylib/core_containers.py and core_iteration.py: what
 * Python cannot say of a container, and the built-in behaviour under any override. Their
 * arguments come from our own Python, so they are not checked. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

static uint64_t hash_arg(Value v) {
    uint64_t hash = 0;
    hash_from_value(v, &hash);
    return hash;
}

/* --- items by kind -------------------------------------------------------------------------- */

static Value getitem(VM *vm, Value *args, int n) {
    (void)n;
    return kind_getitem(vm, args[0], args[1]);
}

static Value setitem(VM *vm, Value *args, int n) {
    (void)n;
    return kind_setitem(vm, args[0], args[1], args[2]);
}

static Value delitem(VM *vm, Value *args, int n) {
    (void)n;
    return kind_setitem(vm, args[0], args[1], V_UNDEF);
}

/* _items(list or tuple): its elements as a plain list. */
static Value items(VM *vm, Value *args, int n) {
    (void)n;
    const Value *v;
    uint32_t count;
    seq_items(args[0], &v, &count);
    return list_from(vm, v, count);
}

static Value list_push_item(VM *vm, Value *args, int n) {
    (void)n;
    list_push(vm, AS(List, args[0]), args[1]);
    return V_NONE;
}

static Value hash_tuple(VM *vm, Value *args, int n) {
    (void)n;
    const List *l = AS(List, args[0]);
    uint64_t *hashes = mem_alloc((l->len + 1) * sizeof *hashes);
    for (uint32_t i = 0; i < l->len; i++) hashes[i] = hash_arg(l->items[i]);
    uint64_t hash = tuple_hash_of(hashes, l->len);
    mem_free(hashes);
    return hash_to_value(vm, hash);
}

/* _overrides(object, name): whether its class has a method of Python's for the special name. */
static Value overrides(VM *vm, Value *args, int n) {
    (void)n;
    Class *c = class_of(vm, args[0]);
    if (c->flags & CLASS_BUILTIN) return V_FALSE;
    Value f = class_lookup(vm, c, AS(Str, args[1]));
    return from_bool(f != V_UNDEF && f != V_NONE && !is_kind(f, KIND_NATIVE));
}

/* --- dicts -------------------------------------------------------------------------------------- */

/* _dict_probe(d, key, hash, n): the n-th entry with that hash as (its key, whether C knows it
 * to be equal, value); None if there are no more. */
static Value probe_dict(VM *vm, Value *args, int n) {
    (void)n;
    DictEntry *e = dict_probe(AS(Dict, args[0]), hash_arg(args[2]), (uint32_t)as_small(args[3]));
    if (!e) return V_NONE;
    Tri t = val_equal(vm, e->key, args[1]);
    if (t == FAILED) return V_ERROR;
    return tuple_from(vm, (Value[]){e->key, from_bool(t == YES), e->value}, 3);
}

static DictEntry *entry_of(Value dict, Value key, uint64_t hash) {
    DictEntry *e;
    for (uint32_t i = 0; (e = dict_probe(AS(Dict, dict), hash, i)); i++)
        if (e->key == key) return e;
    return NULL;
}

/* _dict_put(d, key, hash, value): in the entry with this very key, or a new one. */
static Value put_dict(VM *vm, Value *args, int n) {
    (void)n;
    uint64_t hash = hash_arg(args[2]);
    DictEntry *e = entry_of(args[0], args[1], hash);
    if (e) e->value = args[3];
    else dict_append(vm, AS(Dict, args[0]), args[1], hash, args[3]);
    return V_NONE;
}

static Value drop_dict(VM *vm, Value *args, int n) {
    (void)n;
    DictEntry *e = entry_of(args[0], args[1], hash_arg(args[2]));
    if (e) dict_delete_entry(vm, AS(Dict, args[0]), e);
    return V_NONE;
}

/* _dict_entries(d): a list of (key, hash, value). */
static Value entries_dict(VM *vm, Value *args, int n) {
    (void)n;
    Dict *d = AS(Dict, args[0]);
    Value out = list_new(vm, d->used);
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(d, &i));)
        list_push(vm, AS(List, out),
                  tuple_from(vm, (Value[]){e->key, hash_to_value(vm, e->hash), e->value}, 3));
    return out;
}

static Value missing_dict(VM *vm, Value *args, int n) {
    (void)n;
    return dict_missing(vm, args[0], args[1]);
}

static Value view_dict(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_obj(AS(DictView, args[0])->dict);
}

/* --- sets --------------------------------------------------------------------------------------- */

static Value probe_set(VM *vm, Value *args, int n) {
    (void)n;
    if (is_dict(args[0])) return probe_dict(vm, args, n);
    SetEntry *e = set_probe(AS(Set, args[0]), hash_arg(args[2]), (uint32_t)as_small(args[3]));
    if (!e) return V_NONE;
    Tri t = val_equal(vm, e->key, args[1]);
    if (t == FAILED) return V_ERROR;
    return tuple_from(vm, (Value[]){e->key, from_bool(t == YES)}, 2);
}

static Value put_set(VM *vm, Value *args, int n) {
    (void)n;
    set_insert(vm, AS(Set, args[0]), args[1], hash_arg(args[2]));
    return V_NONE;
}

static Value drop_set(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    SetEntry *e;
    for (uint32_t i = 0; (e = set_probe(AS(Set, args[0]), hash_arg(args[2]), i)); i++) {
        if (e->key != args[1]) continue;
        set_drop(AS(Set, args[0]), e);
        break;
    }
    return V_NONE;
}

/* _set_entries(set or dict): a list of (element, hash). */
static Value entries_set(VM *vm, Value *args, int n) {
    (void)n;
    Value out = list_new(vm, 0);
    uint32_t i = 0;
    if (is_dict(args[0])) {
        for (DictEntry *e; (e = dict_next(AS(Dict, args[0]), &i));)
            list_push(vm, AS(List, out), tuple_from(vm, (Value[]){e->key, hash_to_value(vm, e->hash)}, 2));
        return out;
    }
    for (SetEntry *e; (e = set_next(AS(Set, args[0]), &i));)
        list_push(vm, AS(List, out), tuple_from(vm, (Value[]){e->key, hash_to_value(vm, e->hash)}, 2));
    return out;
}

/* _set_make(s), _set_copy(s): of class set or frozenset, whatever subclass it is of. */
static Class *plain_class(VM *vm, Value set) {
    return vm->types[as_obj(set)->cls->builtin == T_FROZENSET ? T_FROZENSET : T_SET];
}

static Value make_set(VM *vm, Value *args, int n) {
    (void)n;
    return set_make(vm, plain_class(vm, args[0]));
}

static Value copy_set(VM *vm, Value *args, int n) {
    (void)n;
    return set_copy(vm, AS(Set, args[0]), plain_class(vm, args[0]));
}

static Value room_set(VM *vm, Value *args, int n) {
    (void)n;
    set_make_room(vm, AS(Set, args[0]), (uint32_t)as_small(args[1]));
    return V_NONE;
}

static Value tidy_set(VM *vm, Value *args, int n) {
    (void)n;
    set_tidy(vm, AS(Set, args[0]));
    return V_NONE;
}

static Value swap_set(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    set_swap(AS(Set, args[0]), AS(Set, args[1]));
    return V_NONE;
}

const NativeDef containers_core[] = {
    {"_kind_getitem", getitem, 2, 2, 0, NULL},
    {"_kind_setitem", setitem, 3, 3, 0, NULL},
    {"_kind_delitem", delitem, 2, 2, 0, NULL},
    {"_items", items, 1, 1, 0, NULL},
    {"_list_push", list_push_item, 2, 2, 0, NULL},
    {"_hash_tuple", hash_tuple, 1, 1, 0, NULL},
    {"_overrides", overrides, 2, 2, 0, NULL},
    {"_name_generator", iter_name_generator, 2, 2, 0, NULL},
    {"_record_of", map_of_iterators, 3, 3, 0, NULL},
    {"_dict_probe", probe_dict, 4, 4, 0, NULL},
    {"_dict_put", put_dict, 4, 4, 0, NULL},
    {"_dict_drop", drop_dict, 3, 3, 0, NULL},
    {"_dict_entries", entries_dict, 1, 1, 0, NULL},
    {"_dict_missing", missing_dict, 2, 2, 0, NULL},
    {"_view_dict", view_dict, 1, 1, 0, NULL},
    {"_set_probe", probe_set, 4, 4, 0, NULL},
    {"_set_put", put_set, 3, 3, 0, NULL},
    {"_set_drop", drop_set, 3, 3, 0, NULL},
    {"_set_entries", entries_set, 1, 1, 0, NULL},
    {"_set_make", make_set, 1, 1, 0, NULL},
    {"_set_copy", copy_set, 1, 1, 0, NULL},
    {"_set_room", room_set, 2, 2, 0, NULL},
    {"_set_tidy", tidy_set, 1, 1, 0, NULL},
    {"_set_swap", swap_set, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};
