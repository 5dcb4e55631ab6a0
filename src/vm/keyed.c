/* Dicts and sets with a key that Python must hash or compare: a frame in C asks for the hash,
 * then for each entry with that hash whether it is equal, and then does the operation. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

enum { OPERATION, CONTAINER, KEY, EXTRA, HASH, PLACE, CANDIDATE, SLOTS };
enum { WANT_HASH, WANT_EQUAL, WANT_TRUTH }; /* stages: what the result is */

/* --- what dicts and sets have in common ------------------------------------------------------ */

typedef struct Found { /* an entry of one or the other; both NULL if there is none */
    DictEntry *in_dict;
    SetEntry *in_set;
} Found;

static Found probe(Value container, uint64_t hash, uint32_t n) {
    Found f = {NULL, NULL};
    if (is_dict(container)) f.in_dict = dict_probe(AS(Dict, container), hash, n);
    else f.in_set = set_probe(AS(Set, container), hash, n);
    return f;
}

static Value key_of(Found f) {
    return f.in_dict ? f.in_dict->key : f.in_set ? f.in_set->key : V_UNDEF;
}

/* --- the operations, once it is known whether the key is there ---------------------------------- */

static Value dict_result(VM *vm, const Value *s, DictEntry *e, uint64_t hash) {
    Dict *d = AS(Dict, s[CONTAINER]);
    Value old = e ? e->value : V_UNDEF;
    switch ((Keyed)as_small(s[OPERATION])) {
    case KEYED_GETITEM: return e ? old : dict_missing(vm, s[CONTAINER], s[KEY]);
    case KEYED_GET: return e ? old : s[EXTRA];
    case KEYED_SETITEM:
        if (e) e->value = s[EXTRA];
        else dict_append(vm, d, s[KEY], hash, s[EXTRA]);
        return V_NONE;
    case KEYED_SETDEFAULT:
        if (e) return old;
        dict_append(vm, d, s[KEY], hash, s[EXTRA]);
        return s[EXTRA];
    case KEYED_DELITEM:
        if (!e) return dict_key_error(vm, s[KEY]);
        dict_delete_entry(vm, d, e);
        return V_NONE;
    case KEYED_POP:
        if (!e) return s[EXTRA] == V_UNDEF ? dict_key_error(vm, s[KEY]) : s[EXTRA];
        dict_delete_entry(vm, d, e);
        return old;
    default: return from_bool(e != NULL);
    }
}

/* KEYED_REMOVE has the key as the program gave it in EXTRA. */
static Value set_result(VM *vm, const Value *s, SetEntry *e, uint64_t hash) {
    Set *set = AS(Set, s[CONTAINER]);
    switch ((Keyed)as_small(s[OPERATION])) {
    case KEYED_ADD:
        if (!e) set_insert(vm, set, s[KEY], hash);
        return V_NONE;
    case KEYED_REMOVE:
        if (!e) return vm_raise_value(vm, T_KEY_ERROR, s[EXTRA]);
        set_drop(set, e);
        return V_NONE;
    case KEYED_DISCARD:
        if (e) set_drop(set, e);
        return V_NONE;
    default: return from_bool(e != NULL);
    }
}

static Value finish(VM *vm, const Value *s, Found found, uint64_t hash) {
    if (is_dict(s[CONTAINER])) return dict_result(vm, s, found.in_dict, hash);
    return set_result(vm, s, found.in_set, hash);
}

/* --- the search --------------------------------------------------------------------------------- */

/* The class's own __hash__ at once where there is one. */
static Value ask_hash(VM *vm, Value key) {
    Value f = class_special(vm, class_of(vm, key), SP_HASH);
    return is_kind(f, KIND_FUNCTION) ? vm_tail(vm, f, 1, &key) : obj_hash(vm, key);
}

/* Asks whether two keys are equal: the class's own __eq__ at once where that decides. */
static Value ask_equal(VM *vm, Value a, Value b) {
    Class *c = class_of(vm, a);
    Value eq = class_special(vm, c, SP_EQ);
    if (c == class_of(vm, b) && is_kind(eq, KIND_FUNCTION)) return vm_tail(vm, eq, 2, (Value[]){a, b});
    return vm_twin(vm, TWIN_EQUAL, 2, a, b);
}

/* From the PLACE-th entry with the hash on, up to where Python is needed again. */
static Value search(VM *vm, Frame *f) {
    Value *s = f->slots;
    uint64_t hash = 0;
    hash_from_value(s[HASH], &hash);
    for (uint32_t n = (uint32_t)as_small(s[PLACE]);; n++) {
        Found found = probe(s[CONTAINER], hash, n);
        Value there = key_of(found);
        Tri t = there == V_UNDEF || there == s[KEY] ? YES : val_equal(vm, there, s[KEY]);
        if (t == YES) return finish(vm, s, found, hash);
        if (t == FAILED) return V_ERROR;
        if (t == NO) continue;
        s[PLACE] = from_small(n);
        s[CANDIDATE] = there;
        f->stage = WANT_EQUAL;
        return ask_equal(vm, there, s[KEY]);
    }
}

/* The candidate is equal. If the program's __eq__ has changed the container, all begins anew. */
static Value take(VM *vm, Frame *f) {
    Value *s = f->slots;
    uint64_t hash = 0;
    hash_from_value(s[HASH], &hash);
    Found found = probe(s[CONTAINER], hash, (uint32_t)as_small(s[PLACE]));
    if (key_of(found) == s[CANDIDATE]) return finish(vm, s, found, hash);
    s[PLACE] = from_small(0);
    return search(vm, f);
}

static Value step(VM *vm, Frame *f, Value result) {
    Value *s = f->slots;
    if (result == V_UNDEF) {
        f->stage = WANT_HASH;
        result = ask_hash(vm, s[KEY]);
        if (result == V_TAIL) return result;
    }
    if (result == V_ERROR) return result;
    if (f->stage == WANT_HASH) {
        if (!int_is(result)) return vm_raise(vm, T_TYPE_ERROR, "__hash__ method should return an integer");
        s[HASH] = result;
        return search(vm, f);
    }
    if (result == V_NOT_IMPLEMENTED && f->stage == WANT_EQUAL) {
        f->stage = WANT_TRUTH;
        return vm_twin(vm, TWIN_EQUAL, 2, s[CANDIDATE], s[KEY]);
    }
    switch (val_truth(vm, result)) {
    case YES: return take(vm, f);
    case NO: s[PLACE] = from_small(as_small(s[PLACE]) + 1); return search(vm, f);
    case NEEDS_PYTHON: f->stage = WANT_TRUTH; return vm_twin(vm, TWIN_TRUTH, 1, result);
    default: return V_ERROR;
    }
}

Value keyed(VM *vm, Keyed operation, Value container, Value key, Value extra) {
    Value slots[SLOTS] = {from_small(operation), container, key, extra, V_NONE, from_small(0), V_NONE};
    return vm_tail_step(vm, step, SLOTS, slots);
}

/* For a set: another set as key stands for the frozenset that is equal to it. */
Value keyed_lookup(VM *vm, Keyed operation, Value set, Value key) {
    Value given = key;
    if (set_is(key) && as_obj(key)->cls->builtin == T_SET && !val_overrides(vm, key, SP_HASH))
        key = set_copy(vm, AS(Set, key), vm->types[T_FROZENSET]);
    return keyed(vm, operation, set, key, given);
}
