/* Dicts: entries in the order of insertion, and beside them a table of positions that is
 * searched by hash. A dict of at most five keys has no table: its entries are read through.
 *
 * Sizes follow CPython's, so that a program which changes a dict while it walks over it sees
 * the same keys: `room` new keys may come, then live entries are moved together. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

#define DICT_DUMMY 0xFFFFFFFFu

enum { MIN_SIZE = 8, PERTURB_SHIFT = 5 };

/* --- searching ----------------------------------------------------------------------- */

typedef struct Search {
    uint64_t perturb;
    uint32_t slot; /* of the table; or of the entries, where there is no table */
} Search;

static inline Search search_begin(const Dict *d, uint64_t hash) {
    return (Search){hash, d->index ? (uint32_t)hash & (d->index_size - 1) : 0};
}

/* The next entry with that hash, or NULL. */
static inline DictEntry *search_next(Dict *d, uint64_t hash, Search *s) {
    if (!d->index) {
        while (s->slot < d->filled) {
            DictEntry *e = &d->entries[s->slot++];
            if (e->hash == hash && e->key != V_UNDEF) return e;
        }
        return NULL;
    }
    const uint32_t mask = d->index_size - 1;
    for (;;) {
        uint32_t at = d->index[s->slot];
        if (at == 0) return NULL;
        s->perturb >>= PERTURB_SHIFT;
        s->slot = (s->slot * 5 + (uint32_t)s->perturb + 1) & mask;
        if (at == DICT_DUMMY) continue;
        DictEntry *e = &d->entries[at - 1];
        if (e->hash == hash) return e;
    }
}

static inline bool same_str(Value entry, Value key) {
    return entry == key || (is_str(entry) && str_equal(AS(Str, entry), AS(Str, key)));
}

static DictEntry *find_str(Dict *d, Str *key) {
    uint64_t hash = key->hash ? key->hash : str_hash(key);
    Value k = from_obj(key);
    Search s = search_begin(d, hash);
    for (DictEntry *e; (e = search_next(d, hash, &s));)
        if (same_str(e->key, k)) return e;
    return NULL;
}

static Tri find_hash(VM *vm, Dict *d, Value key, uint64_t hash, DictEntry **out) {
    Search s = search_begin(d, hash);
    for (DictEntry *e; (e = search_next(d, hash, &s));) {
        Tri t = e->key == key ? YES : val_equal(vm, e->key, key);
        if (t == NO) continue;
        *out = e;
        return t;
    }
    return NO;
}

/* Hashes of the two commonest keys without a call. */
static inline bool quick_hash(VM *vm, Value key, uint64_t *hash) {
    if (is_int(key)) {
        int64_t i = as_small(key);
        *hash = (uint64_t)(i == -1 ? -2 : i);
        return true;
    }
    if (is_str(key) && as_obj(key)->cls == vm->types[T_STR]) {
        Str *s = AS(Str, key);
        *hash = s->hash ? s->hash : str_hash(s);
        return true;
    }
    return false;
}

static inline Tri key_hash(VM *vm, Value key, uint64_t *hash) {
    return quick_hash(vm, key, hash) ? YES : val_hash(vm, key, hash);
}

DictEntry *dict_probe(Dict *d, uint64_t hash, uint32_t n) {
    Search s = search_begin(d, hash);
    DictEntry *e;
    while ((e = search_next(d, hash, &s)) && n-- > 0) continue;
    return e;
}

/* --- growing ------------------------------------------------------------------------- */

static void place(Dict *d, uint64_t hash, uint32_t position) {
    const uint32_t mask = d->index_size - 1;
    uint64_t perturb = hash;
    uint32_t slot = (uint32_t)hash & mask;
    while (d->index[slot] != 0 && d->index[slot] != DICT_DUMMY) {
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + (uint32_t)perturb + 1) & mask;
    }
    d->index[slot] = position + 1;
}

/* Moves the live entries together. */
static void compact(Dict *d) {
    if (d->filled == d->used) return;
    uint32_t to = 0;
    for (uint32_t from = 0; from < d->filled; from++)
        if (d->entries[from].key != V_UNDEF) d->entries[to++] = d->entries[from];
    d->filled = to;
}

static void rebuild_index(VM *vm, Dict *d, uint32_t size) {
    const uint32_t slots = size > MIN_SIZE ? size : 0;
    if (slots != d->index_size) {
        d->index = heap_array(vm, d->index, d->index_size * sizeof *d->index, slots * sizeof *d->index);
        d->index_size = slots;
    }
    if (!slots) return;
    memset(d->index, 0, slots * sizeof *d->index);
    for (uint32_t i = 0; i < d->filled; i++) place(d, d->entries[i].hash, i);
}

/* Gives it a table of `size` positions, two thirds of which may be used. */
static void resize(VM *vm, Dict *d, uint32_t size) {
    const uint32_t cap = (uint32_t)((uint64_t)size * 2 / 3);
    compact(d);
    d->entries = heap_array(vm, d->entries, d->cap * sizeof *d->entries, cap * sizeof *d->entries);
    d->cap = cap;
    rebuild_index(vm, d, size);
    d->room = cap - d->used;
    d->version = vm_next_version(vm);
}

static uint32_t size_for(uint64_t at_least) {
    uint64_t size = MIN_SIZE;
    while (size < at_least) size <<= 1;
    return (uint32_t)(size < DICT_DUMMY ? size : 1u << 31);
}

void dict_tidy(VM *vm, Dict *d) {
    if (d->filled > d->used) resize(vm, d, d->index_size ? d->index_size : MIN_SIZE);
}

void dict_append(VM *vm, Dict *d, Value key, uint64_t hash, Value value) {
    if (d->room == 0) resize(vm, d, size_for((uint64_t)d->used * 3));
    const uint32_t position = d->filled++;
    d->entries[position] = (DictEntry){hash, key, value};
    if (d->index) place(d, hash, position);
    d->used++;
    d->room--;
    d->version = vm_next_version(vm);
}

/* --- removing ------------------------------------------------------------------------ */

static void unplace(Dict *d, uint64_t hash, uint32_t position) {
    const uint32_t mask = d->index_size - 1;
    uint64_t perturb = hash;
    uint32_t slot = (uint32_t)hash & mask;
    while (d->index[slot] != position + 1) {
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + (uint32_t)perturb + 1) & mask;
    }
    d->index[slot] = DICT_DUMMY;
}

void dict_delete_entry(VM *vm, Dict *d, DictEntry *e) {
    if (d->index) unplace(d, e->hash, (uint32_t)(e - d->entries));
    e->key = V_UNDEF;
    e->value = V_UNDEF;
    d->used--;
    d->version = vm_next_version(vm);
}

void dict_pop_last(VM *vm, Dict *d, Value *key, Value *value) {
    uint32_t last = d->filled - 1;
    while (d->entries[last].key == V_UNDEF) last--;
    *key = d->entries[last].key;
    *value = d->entries[last].value;
    dict_delete_entry(vm, d, &d->entries[last]);
    d->filled = last;
}

void dict_clear(VM *vm, Dict *d) {
    heap_array(vm, d->entries, d->cap * sizeof *d->entries, 0);
    heap_array(vm, d->index, d->index_size * sizeof *d->index, 0);
    d->entries = NULL;
    d->index = NULL;
    d->index_size = d->used = d->filled = d->cap = d->room = 0;
    d->version = vm_next_version(vm);
}

/* --- the whole dict ------------------------------------------------------------------ */

Value dict_new(VM *vm) {
    Dict *d = heap_new(vm, vm->types[T_DICT], KIND_DICT, sizeof *d);
    d->version = vm_next_version(vm);
    return from_obj(d);
}

static void clone(VM *vm, Dict *to, const Dict *from) {
    to->entries = heap_array(vm, NULL, 0, from->cap * sizeof *to->entries);
    memcpy(to->entries, from->entries, from->filled * sizeof *to->entries);
    to->cap = from->cap;
    to->index_size = from->index_size;
    if (from->index) {
        to->index = heap_array(vm, NULL, 0, from->index_size * sizeof *to->index);
        memcpy(to->index, from->index, from->index_size * sizeof *to->index);
    }
    to->used = from->used;
    to->filled = from->filled;
    to->room = from->room;
}

/* As CPython: a dict with few gaps is copied as it lies. */
Value dict_copy(VM *vm, Dict *d) {
    Dict *copy = AS(Dict, dict_new(vm));
    if (d->used == 0) return from_obj(copy);
    if (d->used >= d->filled * 2 / 3) {
        clone(vm, copy, d);
        return from_obj(copy);
    }
    resize(vm, copy, size_for(((uint64_t)d->used * 3 + 1) / 2));
    for (uint32_t i = 0; i < d->filled; i++) {
        const DictEntry *e = &d->entries[i];
        if (e->key != V_UNDEF) dict_append(vm, copy, e->key, e->hash, e->value);
    }
    return from_obj(copy);
}

DictEntry *dict_next(Dict *d, uint32_t *i) {
    while (*i < d->filled) {
        DictEntry *e = &d->entries[(*i)++];
        if (e->key != V_UNDEF) return e;
    }
    return NULL;
}

Tri dict_merge(VM *vm, Dict *d, Dict *other) {
    if (d == other || other->used == 0) return YES;
    if (d->used == 0) {
        if (d->cap) dict_clear(vm, d);
        Dict *copy = AS(Dict, dict_copy(vm, other));
        /* The copy is nobody's: its arrays change hands. */
        d->entries = copy->entries;
        d->index = copy->index;
        d->index_size = copy->index_size;
        d->cap = copy->cap;
        d->used = copy->used;
        d->filled = copy->filled;
        d->room = copy->room;
        copy->entries = NULL;
        copy->index = NULL;
        copy->index_size = copy->cap = copy->used = copy->filled = copy->room = 0;
        d->version = vm_next_version(vm);
        return YES;
    }
    if (d->room < other->used) resize(vm, d, size_for((((uint64_t)d->used + other->used) * 3 + 1) / 2));
    for (uint32_t i = 0; i < other->filled; i++) {
        const DictEntry e = other->entries[i];
        if (e.key == V_UNDEF) continue;
        Tri t = dict_set_hash(vm, d, e.key, e.hash, e.value);
        if (t != YES) return t;
    }
    return YES;
}

/* YES if they hold the same keys with equal values. */
Tri dict_equal(VM *vm, Dict *a, Dict *b) {
    if (a->used != b->used) return NO;
    if (!vm_enter_c(vm, "in comparison")) return FAILED;
    Tri result = YES;
    for (uint32_t i = 0; i < a->filled && result == YES; i++) {
        const DictEntry *e = &a->entries[i];
        if (e->key == V_UNDEF) continue;
        DictEntry *there;
        result = find_hash(vm, b, e->key, e->hash, &there);
        if (result == YES) result = val_equal(vm, e->value, there->value);
    }
    vm_leave_c(vm);
    return result;
}

/* --- by key -------------------------------------------------------------------------- */

Tri dict_find_hash(VM *vm, Dict *d, Value key, uint64_t hash, Value *out) {
    DictEntry *e;
    Tri t = find_hash(vm, d, key, hash, &e);
    if (t == YES) *out = e->value;
    return t;
}

Tri dict_find(VM *vm, Dict *d, Value key, Value *out) {
    uint64_t hash;
    Tri t = key_hash(vm, key, &hash);
    return t == YES ? dict_find_hash(vm, d, key, hash, out) : t;
}

Tri dict_set_hash(VM *vm, Dict *d, Value key, uint64_t hash, Value value) {
    DictEntry *e;
    Tri t = find_hash(vm, d, key, hash, &e);
    if (t == YES) e->value = value;
    if (t != NO) return t;
    dict_append(vm, d, key, hash, value);
    return YES;
}

Tri dict_set(VM *vm, Dict *d, Value key, Value value) {
    uint64_t hash;
    Tri t = key_hash(vm, key, &hash);
    return t == YES ? dict_set_hash(vm, d, key, hash, value) : t;
}

Tri dict_remove_hash(VM *vm, Dict *d, Value key, uint64_t hash, Value *old) {
    DictEntry *e;
    Tri t = find_hash(vm, d, key, hash, &e);
    if (t != YES) return t;
    if (old) *old = e->value;
    dict_delete_entry(vm, d, e);
    return YES;
}

Tri dict_remove(VM *vm, Dict *d, Value key, Value *old) {
    uint64_t hash;
    Tri t = key_hash(vm, key, &hash);
    return t == YES ? dict_remove_hash(vm, d, key, hash, old) : t;
}

/* --- by str -------------------------------------------------------------------------- */

DictEntry *dict_entry_str(Dict *d, Str *key) {
    return find_str(d, key);
}

Value dict_get_str(Dict *d, Str *key) {
    const DictEntry *e = find_str(d, key);
    return e ? e->value : V_UNDEF;
}

void dict_set_str(VM *vm, Dict *d, Str *key, Value value) {
    DictEntry *e = find_str(d, key);
    if (e) e->value = value;
    else dict_append(vm, d, from_obj(key), str_hash(key), value);
}

bool dict_remove_str(VM *vm, Dict *d, Str *key) {
    DictEntry *e = find_str(d, key);
    if (e) dict_delete_entry(vm, d, e);
    return e != NULL;
}

/* --- with Python's help ---------------------------------------------------------------- */

Value dict_key_error(VM *vm, Value key) {
    return vm_raise_value(vm, T_KEY_ERROR, key);
}

Value dict_store(VM *vm, Dict *d, Value key, Value value) {
    switch (dict_set(vm, d, key, value)) {
    case YES: return V_NONE;
    case NEEDS_PYTHON: return keyed(vm, KEYED_SETITEM, from_obj(d), key, value);
    default: return V_ERROR;
    }
}

/* d[key] on a missing key: a subclass may say what it is worth. */
Value dict_missing(VM *vm, Value d, Value key) {
    Class *cls = class_of(vm, d);
    if (cls != vm->types[T_DICT]) {
        Value f = class_special(vm, cls, SP_MISSING);
        if (f != V_UNDEF && f != V_NONE) return vm_tail(vm, f, 2, (Value[]){d, key});
    }
    return dict_key_error(vm, key);
}

Value dict_getitem(VM *vm, Value d, Value key) {
    Value v;
    switch (dict_find(vm, AS(Dict, d), key, &v)) {
    case YES: return v;
    case NO: return dict_missing(vm, d, key);
    case NEEDS_PYTHON: return keyed(vm, KEYED_GETITEM, d, key, V_UNDEF);
    default: return V_ERROR;
    }
}

/* d[key] = v, or del d[key] where v is V_UNDEF. */
Value dict_setitem(VM *vm, Value d, Value key, Value v) {
    if (v != V_UNDEF) return dict_store(vm, AS(Dict, d), key, v);
    switch (dict_remove(vm, AS(Dict, d), key, NULL)) {
    case YES: return V_NONE;
    case NO: return dict_key_error(vm, key);
    case NEEDS_PYTHON: return keyed(vm, KEYED_DELITEM, d, key, V_UNDEF);
    default: return V_ERROR;
    }
}
