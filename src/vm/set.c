/* Sets and frozensets: the table, and set algebra.
 *
 * A program sees the order in which a set iterates, so the table works exactly as CPython's:
 * the same probing (a run of neighbours, then a jump), the same sizes, the same dummies, and
 * in each operation the same order of insertion. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

enum { MIN_SIZE = 8, LINEAR_PROBES = 9, PERTURB_SHIFT = 5, BIG = 50000 };

#define FREE V_UNDEF
#define DUMMY V_STOP
#define DUMMY_HASH UINT64_MAX /* no key has it */

/* --- the table ------------------------------------------------------------------------- */

static SetEntry *new_table(VM *vm, size_t size) {
    SetEntry *table = heap_array(vm, NULL, 0, size * sizeof *table);
    for (size_t i = 0; i < size; i++) table[i] = (SetEntry){0, FREE};
    return table;
}

static void free_table(VM *vm, SetEntry *table, size_t size) {
    heap_array(vm, table, size * sizeof *table, 0);
}

Value set_make(VM *vm, Class *cls) {
    Set *s = heap_new(vm, cls, KIND_SET, sizeof *s);
    s->mask = MIN_SIZE - 1;
    s->table = new_table(vm, MIN_SIZE);
    return from_obj(s);
}

Value set_new(VM *vm, bool frozen) {
    return set_make(vm, vm->types[frozen ? T_FROZENSET : T_SET]);
}

bool set_is(Value v) {
    return is_kind(v, KIND_SET);
}

/* The first free entry for a hash, in a table without dummies and without that key. */
static void insert_clean(SetEntry *table, uint32_t mask, Value key, uint64_t hash) {
    uint64_t perturb = hash;
    uint32_t i = (uint32_t)hash & mask;
    for (;;) {
        uint32_t last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
        for (uint32_t at = i; at <= last; at++)
            if (table[at].key == FREE) {
                table[at] = (SetEntry){hash, key};
                return;
            }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + (uint32_t)perturb) & mask;
    }
}

/* A table with more than `more_than` entries, without dummies. */
static void resize(VM *vm, Set *s, uint64_t more_than) {
    uint64_t size = MIN_SIZE;
    while (size <= more_than) size <<= 1;
    SetEntry *old = s->table;
    uint32_t old_mask = s->mask;
    s->table = new_table(vm, size);
    s->mask = (uint32_t)size - 1;
    for (uint32_t i = 0; i <= old_mask; i++)
        if (old[i].key != FREE && old[i].key != DUMMY)
            insert_clean(s->table, s->mask, old[i].key, old[i].hash);
    s->filled = s->used;
    free_table(vm, old, (size_t)old_mask + 1);
}

static void grow(VM *vm, Set *s) {
    resize(vm, s, s->used > BIG ? (uint64_t)s->used * 2 : (uint64_t)s->used * 4);
}

/* --- searching ------------------------------------------------------------------------- */

/* YES and the entry; or NO and the entry where the key would go: a dummy if the search met one. */
static inline Tri find(VM *vm, Set *s, Value key, uint64_t hash, SetEntry **out) {
    const uint32_t mask = s->mask;
    uint64_t perturb = hash;
    uint32_t i = (uint32_t)hash & mask;
    SetEntry *dummy = NULL;
    for (;;) {
        SetEntry *e = &s->table[i], *last = i + LINEAR_PROBES <= mask ? e + LINEAR_PROBES : e;
        for (; e <= last; e++) {
            if (e->key == FREE) {
                *out = dummy ? dummy : e;
                return NO;
            }
            if (e->key == DUMMY) dummy = e;
            if (e->hash != hash) continue;
            Tri t = e->key == key ? YES : val_equal(vm, e->key, key);
            if (t == NO) continue;
            *out = e;
            return t;
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + (uint32_t)perturb) & mask;
    }
}

Tri set_find_hash(VM *vm, Set *s, Value key, uint64_t hash, SetEntry **out) {
    return find(vm, s, key, hash, out);
}

/* The n-th entry with that hash, or the one where a key with it would go. */
static SetEntry *walk(Set *s, uint64_t hash, uint32_t n) {
    const uint32_t mask = s->mask;
    uint64_t perturb = hash;
    uint32_t i = (uint32_t)hash & mask;
    SetEntry *dummy = NULL;
    for (;;) {
        SetEntry *e = &s->table[i], *last = i + LINEAR_PROBES <= mask ? e + LINEAR_PROBES : e;
        for (; e <= last; e++) {
            if (e->key == FREE) return dummy ? dummy : e;
            if (e->key == DUMMY) dummy = e;
            else if (e->hash == hash && n-- == 0) return e;
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + (uint32_t)perturb) & mask;
    }
}

SetEntry *set_probe(Set *s, uint64_t hash, uint32_t n) {
    SetEntry *e = walk(s, hash, n);
    return e->key == FREE || e->key == DUMMY ? NULL : e;
}

/* --- one key ----------------------------------------------------------------------------- */

static inline void fill_entry(VM *vm, Set *s, SetEntry *e, Value key, uint64_t hash) {
    bool fresh = e->key == FREE;
    *e = (SetEntry){hash, key};
    s->used++;
    if (!fresh) return;
    s->filled++;
    if ((uint64_t)s->filled * 5 >= (uint64_t)s->mask * 3) grow(vm, s);
}

void set_insert(VM *vm, Set *s, Value key, uint64_t hash) {
    fill_entry(vm, s, walk(s, hash, UINT32_MAX), key, hash);
}

void set_drop(Set *s, SetEntry *e) {
    *e = (SetEntry){DUMMY_HASH, DUMMY};
    s->used--;
}

static inline Tri key_hash(VM *vm, Value key, uint64_t *hash) {
    if (is_int(key)) {
        int64_t i = as_small(key);
        *hash = (uint64_t)(i == -1 ? -2 : i);
        return YES;
    }
    if (is_str(key) && as_obj(key)->cls == vm->types[T_STR]) {
        *hash = str_hash(AS(Str, key));
        return YES;
    }
    return val_hash(vm, key, hash);
}

static Tri add_hash(VM *vm, Set *s, Value key, uint64_t hash) {
    SetEntry *e;
    Tri t = find(vm, s, key, hash, &e);
    if (t != NO) return t;
    fill_entry(vm, s, e, key, hash);
    return YES;
}

Tri set_add(VM *vm, Set *s, Value key) {
    uint64_t hash;
    Tri t = key_hash(vm, key, &hash);
    return t == YES ? add_hash(vm, s, key, hash) : t;
}

/* A set, which has no hash, is looked for as the frozenset that is equal to it. */
static Tri lookup_hash(VM *vm, Value key, uint64_t *hash) {
    if (set_is(key) && AS(Set, key)->obj.cls->builtin == T_SET && !val_overrides(vm, key, SP_HASH)) {
        *hash = set_hash(AS(Set, key));
        return YES;
    }
    return key_hash(vm, key, hash);
}

Tri set_contains(VM *vm, Set *s, Value key) {
    uint64_t hash;
    SetEntry *e;
    Tri t = lookup_hash(vm, key, &hash);
    return t == YES ? find(vm, s, key, hash, &e) : t;
}

static Tri discard_hash(VM *vm, Set *s, Value key, uint64_t hash) {
    SetEntry *e;
    Tri t = find(vm, s, key, hash, &e);
    if (t == YES) set_drop(s, e);
    return t;
}

Tri set_discard(VM *vm, Set *s, Value key) {
    uint64_t hash;
    Tri t = lookup_hash(vm, key, &hash);
    return t == YES ? discard_hash(vm, s, key, hash) : t;
}

Value set_store(VM *vm, Set *s, Value key) {
    switch (set_add(vm, s, key)) {
    case YES: return V_NONE;
    case NEEDS_PYTHON: return keyed(vm, KEYED_ADD, from_obj(s), key, V_UNDEF);
    default: return V_ERROR;
    }
}

SetEntry *set_next(Set *s, uint32_t *i) {
    while (*i <= s->mask) {
        SetEntry *e = &s->table[(*i)++];
        if (e->key != FREE && e->key != DUMMY) return e;
    }
    return NULL;
}

/* Looks on where the last pop() found one, so that popping all is linear. */
Value set_pop(VM *vm, Set *s) {
    if (s->used == 0) return vm_raise_value(vm, T_KEY_ERROR, str_from(vm, "pop from an empty set"));
    uint32_t at = s->finger & s->mask;
    while (s->table[at].key == FREE || s->table[at].key == DUMMY) at = at == s->mask ? 0 : at + 1;
    Value key = s->table[at].key;
    set_drop(s, &s->table[at]);
    s->finger = at + 1;
    return key;
}

void set_clear(VM *vm, Set *s) {
    free_table(vm, s->table, (size_t)s->mask + 1);
    s->mask = MIN_SIZE - 1;
    s->table = new_table(vm, MIN_SIZE);
    s->used = s->filled = s->finger = 0;
}

/* --- hash -------------------------------------------------------------------------------- */

static uint64_t shuffle(uint64_t h) {
    return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
}

/* Of the elements in any order. Free entries and dummies are left out. */
uint64_t set_hash(Set *s) {
    if (s->hashed) return s->hash;
    uint64_t hash = 0;
    uint32_t i = 0;
    for (SetEntry *e; (e = set_next(s, &i));) hash ^= shuffle(e->hash);
    hash ^= ((uint64_t)s->used + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    if (hash == UINT64_MAX) hash = 590923713u;
    if (s->obj.cls->builtin == T_FROZENSET) {
        s->hash = hash;
        s->hashed = true;
    }
    return hash;
}

/* --- algebra ------------------------------------------------------------------------------ */

void set_make_room(VM *vm, Set *s, uint32_t more) {
    if (((uint64_t)s->filled + more) * 5 >= (uint64_t)s->mask * 3)
        resize(vm, s, ((uint64_t)s->used + more) * 2);
}

/* Into an empty set: as the table lies, where that is possible. */
static void copy_entries(Set *s, const Set *other) {
    if (s->mask == other->mask && other->filled == other->used) {
        memcpy(s->table, other->table, ((size_t)s->mask + 1) * sizeof *s->table);
    } else {
        for (uint32_t i = 0; i <= other->mask; i++) {
            const SetEntry *e = &other->table[i];
            if (e->key != FREE && e->key != DUMMY) insert_clean(s->table, s->mask, e->key, e->hash);
        }
    }
    s->filled = s->used = other->used;
}

static Tri merge(VM *vm, Set *s, Set *other) {
    if (other == s || other->used == 0) return YES;
    set_make_room(vm, s, other->used);
    if (s->filled == 0) {
        copy_entries(s, other);
        return YES;
    }
    for (uint32_t i = 0; i <= other->mask; i++) {
        const SetEntry *e = &other->table[i];
        if (e->key == FREE || e->key == DUMMY) continue;
        Tri t = add_hash(vm, s, e->key, e->hash);
        if (t != YES) return t;
    }
    return YES;
}

static bool is_plain_dict(VM *vm, Value v) {
    return is_dict(v) && as_obj(v)->cls == vm->types[T_DICT];
}

static Tri merge_dict(VM *vm, Set *s, Dict *d) {
    set_make_room(vm, s, d->used);
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(d, &i));) {
        Tri t = add_hash(vm, s, e->key, e->hash);
        if (t != YES) return t;
    }
    return YES;
}

Tri set_update(VM *vm, Set *s, Value other) {
    if (set_is(other)) return merge(vm, s, AS(Set, other));
    if (is_plain_dict(vm, other)) return merge_dict(vm, s, AS(Dict, other));
    const Value *items;
    uint32_t n;
    if (!iter_items(vm, other, &items, &n)) return FAILED;
    vm_charge(vm, n / 2);
    for (uint32_t i = 0; i < n; i++) {
        Tri t = set_add(vm, s, items[i]);
        if (t != YES) return t;
    }
    return YES;
}

Value set_copy(VM *vm, Set *s, Class *cls) {
    Set *copy = AS(Set, set_make(vm, cls));
    vm_charge(vm, s->used / 8);
    merge(vm, copy, s);
    return from_obj(copy);
}

/* The plain class of results: a subclass is not passed on. */
static Class *base_class(VM *vm, const Set *s) {
    return vm->types[s->obj.cls->builtin == T_FROZENSET ? T_FROZENSET : T_SET];
}

Tri set_intersection(VM *vm, Set *s, Value other, Set **out) {
    Class *cls = base_class(vm, s);
    if (set_is(other) && AS(Set, other) == s) {
        *out = AS(Set, set_copy(vm, s, cls));
        return YES;
    }
    Set *result = *out = AS(Set, set_make(vm, cls));
    SetEntry *found;
    if (!set_is(other)) {
        const Value *items;
        uint32_t n;
        if (!iter_items(vm, other, &items, &n)) return FAILED;
        vm_charge(vm, n / 2);
        for (uint32_t i = 0; i < n; i++) {
            uint64_t hash;
            Tri t = key_hash(vm, items[i], &hash);
            if (t == YES) t = find(vm, s, items[i], hash, &found);
            if (t == YES) t = add_hash(vm, result, items[i], hash);
            if (t == FAILED || t == NEEDS_PYTHON) return t;
        }
        return YES;
    }
    Set *walked = AS(Set, other), *asked = s;
    if (walked->used > s->used) {
        walked = s;
        asked = AS(Set, other);
    }
    uint32_t i = 0;
    vm_charge(vm, walked->used / 2);
    for (SetEntry *e; (e = set_next(walked, &i));) {
        Tri t = find(vm, asked, e->key, e->hash, &found);
        if (t == YES) t = add_hash(vm, result, e->key, e->hash);
        if (t == FAILED || t == NEEDS_PYTHON) return t;
    }
    return YES;
}

/* After many removals: without the dummies, if they are more than a quarter. */
void set_tidy(VM *vm, Set *s) {
    if (s->filled - s->used > s->mask / 4) grow(vm, s);
}

/* Removes from `s` what is in `other`. */
static Tri remove_all(VM *vm, Set *s, Value other) {
    if (set_is(other) && AS(Set, other) == s) {
        set_clear(vm, s);
        return YES;
    }
    if (set_is(other)) {
        Set *o = AS(Set, other);
        if ((o->used >> 3) > s->used) {
            Tri t = set_intersection(vm, s, other, &o);
            if (t != YES) return t;
        }
        uint32_t i = 0;
        for (SetEntry *e; (e = set_next(o, &i));) {
            Tri t = discard_hash(vm, s, e->key, e->hash);
            if (t == FAILED || t == NEEDS_PYTHON) return t;
        }
    } else {
        const Value *items;
        uint32_t n;
        if (!iter_items(vm, other, &items, &n)) return FAILED;
        vm_charge(vm, n / 2);
        for (uint32_t i = 0; i < n; i++) {
            uint64_t hash;
            Tri t = key_hash(vm, items[i], &hash);
            if (t == YES) t = discard_hash(vm, s, items[i], hash);
            if (t == FAILED || t == NEEDS_PYTHON) return t;
        }
    }
    set_tidy(vm, s);
    return YES;
}

Tri set_difference_update(VM *vm, Set *s, Value other) {
    return remove_all(vm, s, other);
}

static Tri in_set_or_dict(VM *vm, Value container, const SetEntry *e) {
    SetEntry *found;
    Value v;
    if (set_is(container)) return find(vm, AS(Set, container), e->key, e->hash, &found);
    return dict_find_hash(vm, AS(Dict, container), e->key, e->hash, &v);
}

Tri set_difference(VM *vm, Set *s, Value other, Set **out) {
    Class *cls = base_class(vm, s);
    uint32_t size = UINT32_MAX;
    if (set_is(other)) size = AS(Set, other)->used;
    else if (is_plain_dict(vm, other)) size = AS(Dict, other)->used;
    if (size == UINT32_MAX || (s->used >> 2) > size) {
        *out = AS(Set, set_copy(vm, s, cls));
        return remove_all(vm, *out, other);
    }
    *out = AS(Set, set_make(vm, cls));
    uint32_t i = 0;
    vm_charge(vm, s->used / 2);
    for (SetEntry *e; (e = set_next(s, &i));) {
        Tri t = in_set_or_dict(vm, other, e);
        if (t == NO) t = add_hash(vm, *out, e->key, e->hash);
        if (t == FAILED || t == NEEDS_PYTHON) return t;
    }
    return YES;
}

static Tri flip(VM *vm, Set *s, Value key, uint64_t hash) {
    Tri t = discard_hash(vm, s, key, hash);
    return t == NO ? add_hash(vm, s, key, hash) : t;
}

static Tri flip_all(VM *vm, Set *s, Value other) {
    if (is_plain_dict(vm, other)) {
        uint32_t i = 0;
        for (DictEntry *e; (e = dict_next(AS(Dict, other), &i));) {
            Tri t = flip(vm, s, e->key, e->hash);
            if (t != YES) return t;
        }
        return YES;
    }
    Set *o;
    if (set_is(other)) {
        o = AS(Set, other);
    } else {
        o = AS(Set, set_make(vm, base_class(vm, s)));
        Tri t = set_update(vm, o, other);
        if (t != YES) return t;
    }
    uint32_t i = 0;
    vm_charge(vm, o->used / 2);
    for (SetEntry *e; (e = set_next(o, &i));) {
        Tri t = flip(vm, s, e->key, e->hash);
        if (t != YES) return t;
    }
    return YES;
}

void set_swap(Set *a, Set *b) {
    Set was = *a;
    a->table = b->table;
    a->mask = b->mask;
    a->used = b->used;
    a->filled = b->filled;
    b->table = was.table;
    b->mask = was.mask;
    b->used = was.used;
    b->filled = was.filled;
}

/* On a copy of the very table, since doing half of it twice would undo it. */
Tri set_symmetric_update(VM *vm, Set *s, Value other) {
    if (set_is(other) && AS(Set, other) == s) {
        set_clear(vm, s);
        return YES;
    }
    Set *copy = AS(Set, set_make(vm, s->obj.cls));
    free_table(vm, copy->table, MIN_SIZE);
    copy->table = heap_array(vm, NULL, 0, ((size_t)s->mask + 1) * sizeof *s->table);
    memcpy(copy->table, s->table, ((size_t)s->mask + 1) * sizeof *s->table);
    copy->mask = s->mask;
    copy->used = s->used;
    copy->filled = s->filled;
    Tri t = flip_all(vm, copy, other);
    if (t == YES) set_swap(s, copy);
    return t;
}

/* Begins with a copy of `other`, as CPython does. */
Tri set_symmetric(VM *vm, Set *s, Value other, Set **out) {
    *out = AS(Set, set_make(vm, base_class(vm, s)));
    Tri t = set_update(vm, *out, other);
    return t == YES ? flip_all(vm, *out, from_obj(s)) : t;
}

/* --- comparison ----------------------------------------------------------------------------- */

Tri set_subset(VM *vm, Set *a, Set *b) {
    if (a->used > b->used) return NO;
    uint32_t i = 0;
    SetEntry *found;
    vm_charge(vm, a->used / 2);
    for (SetEntry *e; (e = set_next(a, &i));) {
        Tri t = find(vm, b, e->key, e->hash, &found);
        if (t != YES) return t;
    }
    return YES;
}

static Tri set_equal(VM *vm, Set *a, Set *b) {
    if (a->used != b->used) return NO;
    if (a->hashed && b->hashed && a->hash != b->hash) return NO;
    return set_subset(vm, a, b);
}

Tri set_compare(VM *vm, CompareOp op, Set *a, Set *b) {
    switch (op) {
    case CMP_LE: return set_subset(vm, a, b);
    case CMP_GE: return set_subset(vm, b, a);
    case CMP_LT: return a->used < b->used ? set_subset(vm, a, b) : NO;
    case CMP_GT: return b->used < a->used ? set_subset(vm, b, a) : NO;
    default: {
        Tri t = set_equal(vm, a, b);
        return op == CMP_EQ || t == FAILED || t == NEEDS_PYTHON ? t : t == YES ? NO : YES;
    }
    }
}
