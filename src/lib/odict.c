/* Methods of collections.OrderedDict, a class of collections.py: its order is that of any dict
 * here, so they only move entries. */
#include "lib/collections.h"
#include "lib/lib.h"
#include "vm/containers.h"

#include <math.h>

static CollectionsState *state(VM *vm) {
    return vm_state(vm, STATE_COLLECTIONS, sizeof(CollectionsState));
}

static Value twin(VM *vm, const char *name, int n, const Value *args) {
    return lib_twin(vm, "_library_twins", name, n, args);
}

/* Puts an entry that is not in the dict any more before all others. */
static void prepend(VM *vm, Dict *d, DictEntry first) {
    DictEntry *rest = mem_alloc((d->used + 1) * sizeof *rest);
    uint32_t n = 0, i = 0;
    for (DictEntry *e; (e = dict_next(d, &i));) rest[n++] = *e;
    dict_clear(vm, d);
    dict_append(vm, d, first.key, first.hash, first.value);
    for (i = 0; i < n; i++) dict_append(vm, d, rest[i].key, rest[i].hash, rest[i].value);
    mem_free(rest);
    vm_charge(vm, n);
}

/* move_to_end(key, last=True) */
static Value move_to_end(VM *vm, Value *args, int n) {
    (void)n;
    Dict *d = AS(Dict, args[0]);
    Tri last = args[2] == V_UNDEF ? YES : val_truth(vm, args[2]);
    uint64_t hash;
    Tri t = last == NEEDS_PYTHON ? last : val_hash(vm, args[1], &hash);
    Value value;
    if (t == YES) t = dict_remove_hash(vm, d, args[1], hash, &value);
    if (t == FAILED) return V_ERROR;
    if (t == NEEDS_PYTHON)
        return twin(vm, "odict_move", 3, (Value[]){args[0], args[1], last == NO ? V_FALSE : V_TRUE});
    if (t == NO) return dict_key_error(vm, args[1]);
    if (last == YES) dict_append(vm, d, args[1], hash, value);
    else prepend(vm, d, (DictEntry){hash, args[1], value});
    return V_NONE;
}

/* _move(key, value, last): the same for a key that is not in the dict, when Python had to find it.
 * Its hash is known from the last entry, where Python has put it. */
static Value move_first(VM *vm, Value *args, int n) {
    (void)n;
    Dict *d = AS(Dict, args[0]);
    uint32_t last = d->filled;
    while (last > 0 && d->entries[last - 1].key == V_UNDEF) last--;
    if (last == 0) return V_NONE;
    DictEntry e = d->entries[last - 1];
    dict_delete_entry(vm, d, &d->entries[last - 1]);
    prepend(vm, d, e);
    return V_NONE;
}

/* Taking from the front leaves deleted entries there, which are passed over each time: they go
 * when they have become many. */
static DictEntry *first_entry(VM *vm, Dict *d) {
    uint32_t at = 0;
    DictEntry *e = dict_next(d, &at);
    if (at < 32 + (uint32_t)sqrt(2.0 * d->used)) return e;
    dict_tidy(vm, d);
    at = 0;
    return dict_next(d, &at);
}

static Value popitem(VM *vm, Value *args, int n) {
    (void)n;
    Dict *d = AS(Dict, args[0]);
    if (d->used == 0) return vm_raise_value(vm, T_KEY_ERROR, str_from(vm, "dictionary is empty"));
    Tri last = args[1] == V_UNDEF ? YES : val_truth(vm, args[1]);
    Value pair[2];
    if (last == YES) {
        dict_pop_last(vm, d, &pair[0], &pair[1]);
    } else {
        DictEntry *e = first_entry(vm, d);
        pair[0] = e->key;
        pair[1] = e->value;
        dict_delete_entry(vm, d, e);
    }
    return tuple_from(vm, pair, 2);
}

static Value view(VM *vm, Value d, ViewKind which) {
    Value v = view_new(vm, AS(Dict, d), which);
    as_obj(v)->cls = state(vm)->odict_views[which];
    return v;
}

static Value keys(VM *vm, Value *args, int n) {
    (void)n;
    return view(vm, args[0], VIEW_KEYS);
}
static Value values(VM *vm, Value *args, int n) {
    (void)n;
    return view(vm, args[0], VIEW_VALUES);
}
static Value items(VM *vm, Value *args, int n) {
    (void)n;
    return view(vm, args[0], VIEW_ITEMS);
}

static const NativeDef methods[] = {
    {"move_to_end", move_to_end, 2, 3, NF_SELF, "self, key, last"},
    {"_move_first", move_first, 1, 1, NF_SELF, NULL},
    {"popitem", popitem, 1, 2, NF_SELF, "self, last"},
    {"keys", keys, 1, 1, NF_SELF, NULL},
    {"values", values, 1, 1, NF_SELF, NULL},
    {"items", items, 1, 1, NF_SELF, NULL},
    {0},
};

void lib_odict_setup(VM *vm, ModuleObj *m) {
    static const struct {
        const char *name;
        TypeId base;
    } views[] = {
        [VIEW_KEYS] = {"odict_keys", T_DICT_KEYS},
        [VIEW_VALUES] = {"odict_values", T_DICT_VALUES},
        [VIEW_ITEMS] = {"odict_items", T_DICT_ITEMS},
    };
    for (int i = 0; i < 3; i++)
        state(vm)->odict_views[i] = class_define(vm, "builtins", views[i].name, class_get(vm, views[i].base),
                                                 KIND_DICT_VIEW, NULL, NULL);
    Dict *d = AS(Dict, dict_new(vm));
    for (const NativeDef *def = methods; def->name; def++)
        dict_set_str(vm, d, str_intern(vm, def->name, strlen(def->name)),
                     native_new(vm, def, V_UNDEF, class_get(vm, T_DICT)));
    module_set(vm, m, "odict_methods", from_obj(d));
}
