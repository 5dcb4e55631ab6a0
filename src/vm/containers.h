/* Containers: what their files share, and what the interpreter asks beyond vm.h.
 *
 * Each protocol (length, items, membership, comparison, hash, iteration) has two layers. The
 * kind_* functions do what the built-in class does and ignore what a subclass overrides: they
 * are what list.__getitem__ and its like run. The val_* and obj_* functions of vm.h ask for
 * overrides first. */
#ifndef TOQUE_VM_CONTAINERS_H
#define TOQUE_VM_CONTAINERS_H

#include "vm/vm.h"

/* --- protocols by kind (protocol.c, compare.c) ---------------------------------------- */

/* Whether the class of `v` has a method of Python's in the place of the built-in one. */
bool val_overrides(VM *vm, Value v, Special sp);

bool kind_has_len(Value v);
Tri kind_len(VM *vm, Value v, int64_t *out);
Value kind_getitem(VM *vm, Value o, Value i);          /* V_NOT_IMPLEMENTED: it has no items */
Value kind_setitem(VM *vm, Value o, Value i, Value v); /* v V_UNDEF: delete; likewise */
Value kind_contains(VM *vm, Value container, Value v); /* likewise */
/* True, False, V_NOT_IMPLEMENTED where the built-in classes do not compare, V_ERROR, V_TAIL. */
Value kind_compare(VM *vm, CompareOp op, Value a, Value b);
Tri kind_hash(VM *vm, Value v, uint64_t *out);

/* `in`, hash() and len(); where Python is needed they ask for it (V_TAIL). */
Value obj_contains(VM *vm, Value container, Value v);
Value obj_hash(VM *vm, Value v);
Value obj_len(VM *vm, Value v);

/* A hash as hash() returns it, and back. */
Value hash_to_value(VM *vm, uint64_t hash);
bool hash_from_value(Value v, uint64_t *out);

/* --- indices and slices (slice.c) ------------------------------------------------------ */

typedef struct SliceSpan { /* of a sequence with a known length */
    int64_t start, stop, step, count;
} SliceSpan;

Tri slice_span(VM *vm, Value slice, int64_t len, SliceSpan *out);
/* An index for o[i]: YES and *out as it was given (negative too); TypeError with `what`
 * ("list indices must be integers or slices"); IndexError if it is too great. */
Tri slice_index(VM *vm, Value i, const char *what, int64_t *out);
/* start and stop of index() and its like: clamped to [0, len]. V_UNDEF: the default. */
Tri slice_limit(VM *vm, Value v, int64_t len, int64_t absent, int64_t *out);

/* --- iteration (iter.c) ---------------------------------------------------------------- */

/* The elements of a native iterable, those of a list or tuple in place: valid until it changes. */
bool iter_items(VM *vm, Value iterable, const Value **items, uint32_t *n);
Iter *iter_make(VM *vm, TypeId type, IterKind which, Value source);
/* Whether each element is a pair that nobody sees as one in `for k, v in …`; its two parts:
 * YES, NO at the end, FAILED. */
static inline bool iter_is_paired(const Iter *it) {
    if (it->done) return false;
    return it->which == ITER_ENUMERATE || it->which == ITER_ITEMS ||
           (it->which == ITER_ZIP && AS(Tuple, it->source)->len == 2);
}
Tri iter_step_pair(VM *vm, Iter *it, Value pair[2]);
Value iter_reversed(VM *vm, Value v);   /* by kind; V_NOT_IMPLEMENTED if it has none */
bool iter_is_iterable(VM *vm, Value v); /* what iter() does not refuse at once */
bool iter_is_iterator(VM *vm, Value v); /* it has a __next__ */
Value iter_ask_next(VM *vm, Value it);  /* next() of what is no Iter: V_TAIL or V_ERROR */
/* A twin's generator under the name of a class (map, zip …): for the core library. */
Value iter_name_generator(VM *vm, Value *args, int n);

/* --- lists and tuples ------------------------------------------------------------------ */

void list_reserve(VM *vm, List *l, size_t len);
void list_extend_items(VM *vm, List *l, const Value *items, uint32_t n);
Value list_extend(VM *vm, List *l, Value iterable); /* V_NONE, V_ERROR or V_TAIL */
Value list_getitem(VM *vm, List *l, Value i);
Value list_setitem(VM *vm, List *l, Value i, Value v);
Value tuple_getitem(VM *vm, Tuple *t, Value i);
/* Elements of a list or tuple; their index() and count(). */
void seq_items(Value v, const Value **items, uint32_t *n);
Value seq_index(VM *vm, Value *args, int n);
Value seq_count(VM *vm, Value *args, int n);
uint64_t tuple_hash_of(const uint64_t *hashes, size_t n);
Value sort_list(VM *vm, Value *args, int n); /* list.sort */
Value sort_sorted(VM *vm, Value *args, int n);

/* --- keys that need Python (keyed.c): each is a V_TAIL whose result is the operation's ------- */

typedef enum Keyed {
    KEYED_CONTAINS, /* of dicts and sets */
    KEYED_GETITEM,
    KEYED_GET,
    KEYED_SETITEM,
    KEYED_SETDEFAULT,
    KEYED_DELITEM,
    KEYED_POP, /* of dicts */
    KEYED_ADD,
    KEYED_REMOVE,
    KEYED_DISCARD, /* of sets */
} Keyed;

/* `extra`: a value or default; V_UNDEF: none. */
Value keyed(VM *vm, Keyed operation, Value container, Value key, Value extra);
Value keyed_lookup(VM *vm, Keyed operation, Value set, Value key); /* the key may be a set itself */

/* --- dicts ----------------------------------------------------------------------------- */

/* d[key] = value with Python's help where it needs some: V_NONE, V_ERROR or V_TAIL. */
Value dict_store(VM *vm, Dict *d, Value key, Value value);
Tri dict_set_hash(VM *vm, Dict *d, Value key, uint64_t hash, Value value);
Tri dict_remove_hash(VM *vm, Dict *d, Value key, uint64_t hash, Value *old);
/* The n-th entry whose hash is that; NULL if there are no more. */
DictEntry *dict_probe(Dict *d, uint64_t hash, uint32_t n);
void dict_append(VM *vm, Dict *d, Value key, uint64_t hash, Value value); /* known to be new */
void dict_delete_entry(VM *vm, Dict *d, DictEntry *e);
void dict_tidy(VM *vm, Dict *d); /* no deleted entries among the others any more */
void dict_pop_last(VM *vm, Dict *d, Value *key, Value *value); /* used > 0 */
/* Everything of `other` into `d`. May stop halfway with NEEDS_PYTHON: doing it again is harmless. */
Tri dict_merge(VM *vm, Dict *d, Dict *other);
Value dict_getitem(VM *vm, Value d, Value key);
Value dict_setitem(VM *vm, Value d, Value key, Value v);
Value dict_missing(VM *vm, Value d, Value key); /* __missing__ of a subclass, or KeyError */
Value dict_key_error(VM *vm, Value key);
Tri dict_equal(VM *vm, Dict *a, Dict *b);

Value view_new(VM *vm, Dict *d, ViewKind which);
Tri view_contains(VM *vm, DictView *view, Value v);
bool view_comparable(Value a, Value b);
Tri view_compare(VM *vm, CompareOp op, Value a, Value b);
/* Set operators, of which one operand at least is a view of keys or items; else V_NOT_IMPLEMENTED. */
Value view_operator(VM *vm, BinaryOp op, Value a, Value b);

/* --- sets ------------------------------------------------------------------------------ */

Value set_make(VM *vm, Class *cls);
bool set_is(Value v);
Value set_store(VM *vm, Set *s, Value key);       /* V_NONE, V_ERROR or V_TAIL */
Value set_extend(VM *vm, Set *s, Value iterable); /* likewise: {*iterable} */
Tri set_find_hash(VM *vm, Set *s, Value key, uint64_t hash, SetEntry **out);
SetEntry *set_probe(Set *s, uint64_t hash, uint32_t n);
void set_insert(VM *vm, Set *s, Value key, uint64_t hash); /* known to be new */
void set_drop(Set *s, SetEntry *e);
void set_clear(VM *vm, Set *s);
Value set_copy(VM *vm, Set *s, Class *cls);
Value set_pop(VM *vm, Set *s);
uint64_t set_hash(Set *s);
/* Set algebra with CPython's order of insertion. `other` is a set, a dict or another native
 * iterable. Those with `out` make a new one; the *_update change `s`, and may have done a part
 * of it when they answer NEEDS_PYTHON. */
Tri set_update(VM *vm, Set *s, Value other);
Tri set_intersection(VM *vm, Set *s, Value other, Set **out);
Tri set_difference(VM *vm, Set *s, Value other, Set **out);
Tri set_symmetric(VM *vm, Set *s, Value other, Set **out);
Tri set_difference_update(VM *vm, Set *s, Value other);
Tri set_symmetric_update(VM *vm, Set *s, Value other);
void set_make_room(VM *vm, Set *s, uint32_t more);
void set_tidy(VM *vm, Set *s);
void set_swap(Set *a, Set *b); /* their elements */
/* a | b, a & b, a - b, a ^ b of sets; a |= b … where in_place. */
Value set_operator(VM *vm, BinaryOp op, Value a, Value b, bool in_place);
Tri set_subset(VM *vm, Set *a, Set *b);
Tri set_compare(VM *vm, CompareOp op, Set *a, Set *b);

/* --- ranges ---------------------------------------------------------------------------- */

Value range_getitem(VM *vm, Range *r, Value i);
Value range_reversed(VM *vm, Range *r);
Value range_iter(VM *vm, Range *r);
Tri range_contains(VM *vm, Range *r, Value v);
bool range_equal(Range *a, Range *b);
Tri range_hash(VM *vm, Range *r, uint64_t *out);

/* --- tables of methods, for containers_setup -------------------------------------------- */

extern const NativeDef list_methods[], tuple_methods[], dict_methods[], set_methods[], frozenset_methods[],
    range_methods[], slice_methods[], view_keys_methods[], view_values_methods[], view_items_methods[],
    iter_methods[];
extern const NativeDef list_construct_def, tuple_construct_def, dict_construct_def, set_construct_def,
    frozenset_construct_def, range_construct_def, slice_construct_def;
void iteration_setup(VM *vm); /* builtins_iter.c */
void map_setup(VM *vm);       /* map.c */
Value map_of_iterators(VM *vm, Value *args, int n);
extern const NativeDef containers_core[]; /* helpers of src/pylib/core_containers.py */

#endif
