/* collections.deque: a ring in the memory of a list. Slots of the record: the list, whose length
 * is a power of two (free places hold None), where the first element is, how many there are, the
 * greatest length or None, and a number that changes whenever the length does. */
#include "lib/collections.h"
#include "lib/lib.h"
#include "vm/containers.h"

enum { RING, HEAD, COUNT, MAXLEN, CHANGES, SLOTS, FIRST_ROOM = 8 };

static Record *self_of(const Value *args) {
    return AS(Record, args[0]);
}
static int64_t count_of(const Record *d) {
    return as_small(d->slots[COUNT]);
}

static Value *place(const Record *d, int64_t i) {
    List *ring = AS(List, d->slots[RING]);
    return &ring->items[(as_small(d->slots[HEAD]) + i) & ((int64_t)ring->len - 1)];
}

static void set_count(Record *d, int64_t count) {
    d->slots[COUNT] = from_small(count);
    d->slots[CHANGES] = from_small((as_small(d->slots[CHANGES]) + 1) & INT32_MAX);
}

static void make_deque_class(VM *vm);

static bool is_full(const Record *d) {
    return d->slots[MAXLEN] != V_NONE && count_of(d) >= as_small(d->slots[MAXLEN]);
}

static bool is_deque(VM *vm, Value v) {
    return is_kind(v, KIND_RECORD) && class_derives(class_of(vm, v), lib_deque_class(vm));
}

Class *lib_deque_class(VM *vm) {
    const CollectionsState *s = vm_state(vm, STATE_COLLECTIONS, sizeof *s);
    if (s->deque) return s->deque;
    make_deque_class(vm);
    lib_collections_keep(vm);
    return s->deque;
}

/* Room for one more: the elements move to the front of a ring twice as large. */
static void grow(VM *vm, Record *d) {
    List *ring = AS(List, d->slots[RING]);
    uint32_t count = (uint32_t)count_of(d), size = ring->len ? ring->len * 2 : FIRST_ROOM;
    List *wide = AS(List, list_new(vm, size));
    for (uint32_t i = 0; i < count; i++) wide->items[i] = *place(d, i);
    for (uint32_t i = count; i < size; i++) wide->items[i] = V_NONE;
    wide->len = size;
    d->slots[RING] = from_obj(wide);
    d->slots[HEAD] = from_small(0);
}

static Value take_left(Record *d) {
    Value *at = place(d, 0), v = *at;
    *at = V_NONE;
    uint32_t size = AS(List, d->slots[RING])->len;
    d->slots[HEAD] = from_small((as_small(d->slots[HEAD]) + 1) & ((int64_t)size - 1));
    set_count(d, count_of(d) - 1);
    return v;
}

static Value take_right(Record *d) {
    Value *at = place(d, count_of(d) - 1), v = *at;
    *at = V_NONE;
    set_count(d, count_of(d) - 1);
    return v;
}

static void put_right(VM *vm, Record *d, Value v) {
    if (d->slots[MAXLEN] == from_small(0)) return;
    if (is_full(d)) take_left(d);
    if (count_of(d) == AS(List, d->slots[RING])->len) grow(vm, d);
    *place(d, count_of(d)) = v;
    set_count(d, count_of(d) + 1);
}

static void put_left(VM *vm, Record *d, Value v) {
    if (d->slots[MAXLEN] == from_small(0)) return;
    if (is_full(d)) take_right(d);
    if (count_of(d) == AS(List, d->slots[RING])->len) grow(vm, d);
    int64_t size = AS(List, d->slots[RING])->len;
    d->slots[HEAD] = from_small((as_small(d->slots[HEAD]) - 1) & (size - 1));
    *place(d, 0) = v;
    set_count(d, count_of(d) + 1);
}

static void empty(VM *vm, Record *d) {
    d->slots[RING] = list_new(vm, 0);
    d->slots[HEAD] = from_small(0);
    set_count(d, 0);
}

static Record *blank(VM *vm, Class *cls) {
    Record *d = AS(Record, record_new(vm, cls, SLOTS));
    d->slots[CHANGES] = from_small(0);
    empty(vm, d);
    return d;
}

static Value as_list(VM *vm, const Record *d) {
    uint32_t n = (uint32_t)count_of(d);
    List *l = AS(List, list_new(vm, n));
    for (uint32_t i = 0; i < n; i++) l->items[i] = *place(d, i);
    l->len = n;
    return from_obj(l);
}

static Value twin(VM *vm, const char *name, int n, const Value *args) {
    return lib_twin(vm, "_library_twins", name, n, args);
}

/* --- for C ---------------------------------------------------------------------------------- */

Value lib_deque_new(VM *vm) {
    return from_obj(blank(vm, lib_deque_class(vm)));
}

uint32_t lib_deque_len(Value deque) {
    return (uint32_t)count_of(AS(Record, deque));
}

void lib_deque_append(VM *vm, Value deque, Value v) {
    put_right(vm, AS(Record, deque), v);
}

Value lib_deque_popleft(Value deque) {
    return take_left(AS(Record, deque));
}

Value lib_deque_to_list(VM *vm, Value deque) {
    return as_list(vm, AS(Record, deque));
}

/* --- making and filling ------------------------------------------------------------------- */

static Value add_all(VM *vm, Record *d, Value iterable, bool left) {
    const Value *items;
    uint32_t n;
    if (iterable == from_obj(d)) iterable = as_list(vm, d);
    if (!iter_is_native(vm, iterable))
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", type_name(vm, iterable));
    if (!iter_items(vm, iterable, &items, &n)) return V_ERROR;
    for (uint32_t i = 0; i < n; i++) {
        if (left) put_left(vm, d, items[i]);
        else put_right(vm, d, items[i]);
    }
    return V_NONE;
}

/* (self, iterable, maxlen), as __init__ has them. */
static Value fill(VM *vm, Value *args) {
    Record *d = self_of(args);
    Value maxlen = args[2] == V_UNDEF ? V_NONE : args[2];
    if (maxlen != V_NONE) {
        int64_t limit;
        if (!int_is(maxlen)) return vm_raise(vm, T_TYPE_ERROR, "an integer is required");
        if (index_arg(vm, maxlen, false, &limit) != YES) return V_ERROR;
        if (limit < 0) return vm_raise(vm, T_VALUE_ERROR, "maxlen must be non-negative");
        maxlen = from_small(limit > INT_SMALL_MAX ? INT_SMALL_MAX : limit);
    }
    d->slots[MAXLEN] = maxlen;
    if (count_of(d) > 0) empty(vm, d);
    return args[1] == V_UNDEF ? V_NONE : add_all(vm, d, args[1], false);
}

static Value construct(VM *vm, Value *args, int n) {
    (void)n;
    Record *d = blank(vm, AS(Class, args[0]));
    args[0] = from_obj(d);
    return fill(vm, args) == V_ERROR ? V_ERROR : from_obj(d);
}

/* deque.__new__ takes anything: __init__ is what fills. */
static Value new_empty(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_class(args[0])) return vm_raise(vm, T_TYPE_ERROR, "deque.__new__(X): X is not a type object");
    return from_obj(blank(vm, AS(Class, args[0])));
}

static Value init_method(VM *vm, Value *args, int n) {
    (void)n;
    return fill(vm, args);
}

static Value append(VM *vm, Value *args, int n) {
    (void)n;
    put_right(vm, self_of(args), args[1]);
    return V_NONE;
}

static Value appendleft(VM *vm, Value *args, int n) {
    (void)n;
    put_left(vm, self_of(args), args[1]);
    return V_NONE;
}

static Value pop(VM *vm, Value *args, int n) {
    (void)n;
    if (count_of(self_of(args)) == 0) return vm_raise(vm, T_INDEX_ERROR, "pop from an empty deque");
    return take_right(self_of(args));
}

static Value popleft(VM *vm, Value *args, int n) {
    (void)n;
    if (count_of(self_of(args)) == 0) return vm_raise(vm, T_INDEX_ERROR, "pop from an empty deque");
    return take_left(self_of(args));
}

static Value extend(VM *vm, Value *args, int n) {
    (void)n;
    return add_all(vm, self_of(args), args[1], false);
}

static Value extendleft(VM *vm, Value *args, int n) {
    (void)n;
    return add_all(vm, self_of(args), args[1], true);
}

static Value iadd(VM *vm, Value *args, int n) {
    (void)n;
    return add_all(vm, self_of(args), args[1], false) == V_ERROR ? V_ERROR : args[0];
}

static Value clear(VM *vm, Value *args, int n) {
    (void)n;
    empty(vm, self_of(args));
    return V_NONE;
}

static Value rotate(VM *vm, Value *args, int n) {
    Record *d = self_of(args);
    int64_t by = 1, count = count_of(d);
    if (n > 1) {
        Tri t = index_arg(vm, args[1], false, &by);
        if (t == FAILED) return V_ERROR;
        if (t == NEEDS_PYTHON)
            return vm_twin(vm, TWIN_WITH_INDEX, 2, native_new(vm, NULL, V_UNDEF, NULL), V_NONE);
    }
    if (count < 2) return V_NONE;
    by %= count;
    if (by < 0) by += count;
    if (by > count / 2) {
        for (by = count - by; by > 0; by--) {
            Value v = take_left(d);
            *place(d, count - 1) = v;
            set_count(d, count);
        }
        return V_NONE;
    }
    for (; by > 0; by--) put_left(vm, d, take_right(d));
    return V_NONE;
}

static Value reverse(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    Record *d = self_of(args);
    for (int64_t i = 0, j = count_of(d) - 1; i < j; i++, j--) {
        Value v = *place(d, i);
        *place(d, i) = *place(d, j);
        *place(d, j) = v;
    }
    return V_NONE;
}

static Value copy_as(VM *vm, const Record *d, Class *cls) {
    Record *c = blank(vm, cls);
    c->slots[MAXLEN] = d->slots[MAXLEN];
    for (int64_t i = 0; i < count_of(d); i++) put_right(vm, c, *place(d, i));
    return from_obj(c);
}

/* A subclass is asked to make the copy itself. */
static Value copy(VM *vm, Value *args, int n) {
    (void)n;
    Record *d = self_of(args);
    if (d->obj.cls == lib_deque_class(vm)) return copy_as(vm, d, d->obj.cls);
    Value a[] = {args[0], d->slots[MAXLEN]};
    return vm_tail(vm, from_obj(d->obj.cls), a[1] == V_NONE ? 1 : 2, a);
}

/* --- elements -------------------------------------------------------------------------------- */

/* The place of an index; false, with an error, if there is none. */
static bool index_of(VM *vm, const Record *d, Value index, int64_t *out) {
    if (!int_is(index)) {
        vm_raise(vm, T_TYPE_ERROR, "sequence index must be integer, not '%s'", type_name(vm, index));
        return false;
    }
    bool inside = int_clamped(index, out);
    if (*out < 0) *out += count_of(d);
    if (inside && *out >= 0 && *out < count_of(d)) return true;
    vm_raise(vm, T_INDEX_ERROR, "deque index out of range");
    return false;
}

static Value getitem(VM *vm, Value *args, int n) {
    (void)n;
    int64_t i;
    return index_of(vm, self_of(args), args[1], &i) ? *place(self_of(args), i) : V_ERROR;
}

static Value setitem(VM *vm, Value *args, int n) {
    (void)n;
    int64_t i;
    if (!index_of(vm, self_of(args), args[1], &i)) return V_ERROR;
    *place(self_of(args), i) = args[2];
    return V_NONE;
}

static void remove_at(Record *d, int64_t i) {
    for (; i + 1 < count_of(d); i++) *place(d, i) = *place(d, i + 1);
    take_right(d);
}

static Value delitem(VM *vm, Value *args, int n) {
    (void)n;
    int64_t i;
    if (!index_of(vm, self_of(args), args[1], &i)) return V_ERROR;
    remove_at(self_of(args), i);
    return V_NONE;
}

static Value insert(VM *vm, Value *args, int n) {
    (void)n;
    Record *d = self_of(args);
    int64_t i, count = count_of(d);
    if (is_full(d)) return vm_raise(vm, T_INDEX_ERROR, "deque already at its maximum size");
    if (index_arg(vm, args[1], true, &i) == FAILED) return V_ERROR;
    if (i < 0) i += count;
    if (i < 0) i = 0;
    if (i > count) i = count;
    put_right(vm, d, args[2]);
    for (int64_t k = count; k > i; k--) *place(d, k) = *place(d, k - 1);
    *place(d, i) = args[2];
    return V_NONE;
}

/* The first of [start, stop) that is equal: YES and *at. */
static Tri find(VM *vm, const Record *d, Value v, int64_t start, int64_t stop, int64_t *at) {
    for (int64_t i = start; i < stop; i++) {
        Tri t = val_equal(vm, *place(d, i), v);
        if (t == NO) continue;
        *at = i;
        return t;
    }
    return NO;
}

static Value contains(VM *vm, Value *args, int n) {
    (void)n;
    int64_t at;
    Tri t = find(vm, self_of(args), args[1], 0, count_of(self_of(args)), &at);
    return t == NEEDS_PYTHON ? twin(vm, "deque_contains", 2, args)
           : t == FAILED     ? V_ERROR
                             : from_bool(t == YES);
}

static Value count(VM *vm, Value *args, int n) {
    (void)n;
    const Record *d = self_of(args);
    int64_t found = 0;
    for (int64_t i = 0; i < count_of(d); i++) {
        Tri t = val_equal(vm, *place(d, i), args[1]);
        if (t == FAILED) return V_ERROR;
        if (t == NEEDS_PYTHON) return twin(vm, "deque_count", 2, args);
        found += t == YES;
    }
    return from_small(found);
}

static Value not_in_deque(VM *vm, Value v) {
    Buf b = {0};
    Tri t = val_repr(vm, v, &b);
    if (t == YES) vm_raise(vm, T_VALUE_ERROR, "%s is not in deque", buf_cstr(&b));
    buf_deinit(&b);
    return t == NEEDS_PYTHON ? V_TAIL : V_ERROR;
}

static Value index_method(VM *vm, Value *args, int n) {
    const Record *d = self_of(args);
    int64_t size = count_of(d), start = 0, stop = size, at;
    if (n > 2 && slice_limit(vm, args[2], size, 0, &start) != YES) return V_ERROR;
    if (n > 3 && slice_limit(vm, args[3], size, size, &stop) != YES) return V_ERROR;
    Tri t = find(vm, d, args[1], start, stop, &at);
    if (t == YES) return from_small(at);
    if (t == FAILED || (t == NO && not_in_deque(vm, args[1]) == V_ERROR)) return V_ERROR;
    Value a[] = {args[0], args[1], from_small(start), from_small(stop)};
    return twin(vm, "deque_index", 4, a);
}

static Value remove_method(VM *vm, Value *args, int n) {
    (void)n;
    Record *d = self_of(args);
    int64_t at;
    Tri t = find(vm, d, args[1], 0, count_of(d), &at);
    if (t == YES) {
        remove_at(d, at);
        return V_NONE;
    }
    if (t == FAILED || (t == NO && not_in_deque(vm, args[1]) == V_ERROR)) return V_ERROR;
    return twin(vm, "deque_remove", 2, args);
}

/* --- protocols --------------------------------------------------------------------------------- */

static Value len(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_small(count_of(self_of(args)));
}

static Value maxlen(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return self_of(args)->slots[MAXLEN];
}

static Value iter_forward(VM *vm, Iter *it) {
    const Record *d = AS(Record, it->source);
    if (it->expected != (uint32_t)as_small(d->slots[CHANGES])) {
        it->end = 0;
        return vm_raise(vm, T_RUNTIME_ERROR, "deque mutated during iteration");
    }
    if (it->position >= count_of(d)) return V_STOP;
    return *place(d, it->position++);
}

static Value iter_back(VM *vm, Iter *it) {
    const Record *d = AS(Record, it->source);
    if (it->expected != (uint32_t)as_small(d->slots[CHANGES]))
        return vm_raise(vm, T_RUNTIME_ERROR, "deque mutated during iteration");
    if (it->position >= count_of(d)) return V_STOP;
    return *place(d, count_of(d) - 1 - it->position++);
}

static Value iter_hint(VM *vm, Value *args, int n) {
    (void)n;
    const Iter *it = AS(Iter, args[0]);
    return int_from_i64(vm, count_of(AS(Record, it->source)) - it->position);
}

static const NativeDef hint_method[] = {{"__length_hint__", iter_hint, 1, 1, NF_SELF, NULL}, {0}};

static Value make_iter(VM *vm, Value deque, Class *cls, Value (*next)(VM *, Iter *)) {
    Iter *it = heap_new(vm, cls, KIND_ITER, sizeof *it);
    it->which = ITER_NATIVE;
    it->source = deque;
    it->inner = V_NONE;
    it->next = next;
    it->expected = (uint32_t)as_small(AS(Record, deque)->slots[CHANGES]);
    return from_obj(it);
}

static CollectionsState *state(VM *vm) {
    return vm_state(vm, STATE_COLLECTIONS, sizeof(CollectionsState));
}

static Value iter_method(VM *vm, Value *args, int n) {
    (void)n;
    return make_iter(vm, args[0], state(vm)->deque_iterator, iter_forward);
}

static Value reversed_method(VM *vm, Value *args, int n) {
    (void)n;
    return make_iter(vm, args[0], state(vm)->deque_reverse_iterator, iter_back);
}

/* type(iter(d))(d) */
static Value iterator_new(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_deque(vm, args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "expected a deque, got %s", type_name(vm, args[1]));
    return make_iter(vm, args[1], AS(Class, args[0]),
                     AS(Class, args[0]) == state(vm)->deque_iterator ? iter_forward : iter_back);
}

static const NativeDef iterator_construct = {"_deque_iterator", iterator_new, 2, 2, 0, NULL};

static Value repr(VM *vm, Value *args, int n) {
    (void)n;
    const Record *d = self_of(args);
    if (repr_enter(vm, args[0])) return str_from(vm, "[...]");
    Buf b = {0};
    str_to_utf8(AS(Str, d->obj.cls->name), &b);
    buf_addc(&b, '(');
    Tri t = val_repr(vm, as_list(vm, d), &b);
    repr_leave(vm, args[0]);
    if (d->slots[MAXLEN] != V_NONE) buf_printf(&b, ", maxlen=%lld", (long long)as_small(d->slots[MAXLEN]));
    buf_addc(&b, ')');
    Value v = t == YES ? str_new(vm, b.data, b.len) : V_ERROR;
    buf_deinit(&b);
    return t == NEEDS_PYTHON ? twin(vm, "deque_repr", 1, args) : v;
}

static Value compare(VM *vm, Value *args, CompareOp op) {
    if (!is_deque(vm, args[1])) return V_NOT_IMPLEMENTED;
    const Record *a = self_of(args), *b = AS(Record, args[1]);
    if ((op == CMP_EQ || op == CMP_NE) && count_of(a) != count_of(b)) return from_bool(op == CMP_NE);
    if (a == b) return from_bool(op == CMP_EQ || op == CMP_LE || op == CMP_GE);
    Value lists[] = {as_list(vm, a), as_list(vm, b)};
    Value v = kind_compare(vm, op, lists[0], lists[1]);
    return v;
}

#define COMPARISON(name, op)                        \
    static Value name(VM *vm, Value *args, int n) { \
        (void)n;                                    \
        return compare(vm, args, CMP_##op);         \
    }
#include "vm/comparisons.def"

static Value add(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_deque(vm, args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "can only concatenate deque (not \"%s\") to deque",
                        type_name(vm, args[1]));
    Value v = copy_as(vm, self_of(args), self_of(args)->obj.cls);
    return add_all(vm, AS(Record, v), args[1], false) == V_ERROR ? V_ERROR : v;
}

/* Repeats what `d` holds `times` times. */
static Value repeat(VM *vm, Record *d, Value times) {
    int64_t by;
    if (!int_is(times))
        return vm_raise(vm, T_TYPE_ERROR, "can't multiply sequence by non-int of type '%s'",
                        type_name(vm, times));
    int_clamped(times, &by);
    const List *items = AS(List, as_list(vm, d));
    if (by <= 0 || items->len == 0) {
        empty(vm, d);
        return V_NONE;
    }
    int64_t limit = d->slots[MAXLEN] == V_NONE ? INT64_MAX : as_small(d->slots[MAXLEN]);
    /* What falls out again at the left need not be put in. */
    if (limit < INT64_MAX && by > limit / items->len + 2) by = limit / items->len + 2;
    if (by > UINT32_MAX / 16 / items->len || !heap_can_hold(vm, (size_t)by * items->len * sizeof(Value)))
        return vm_raise(vm, T_MEMORY_ERROR, "%s", "");
    for (int64_t k = 1; k < by; k++)
        for (uint32_t i = 0; i < items->len; i++) put_right(vm, d, items->items[i]);
    return V_NONE;
}

static Value mul(VM *vm, Value *args, int n) {
    (void)n;
    Value v = copy_as(vm, self_of(args), self_of(args)->obj.cls);
    return repeat(vm, AS(Record, v), args[1]) == V_ERROR ? V_ERROR : v;
}

static Value imul(VM *vm, Value *args, int n) {
    (void)n;
    return repeat(vm, self_of(args), args[1]) == V_ERROR ? V_ERROR : args[0];
}

/* For copy.deepcopy: (class, ((), maxlen), state, elements). */
static Value reduce(VM *vm, Value *args, int n) {
    (void)n;
    const Record *d = self_of(args);
    Value made_with = d->slots[MAXLEN] == V_NONE
                          ? tuple_new(vm, 0)
                          : tuple_from(vm, (Value[]){tuple_new(vm, 0), d->slots[MAXLEN]}, 2);
    Dict *attrs = obj_attrs(vm, &self_of(args)->obj, false);
    Value parts[] = {from_obj(d->obj.cls), made_with, attrs && attrs->used ? dict_copy(vm, attrs) : V_NONE,
                     iter_of(vm, as_list(vm, d))};
    return tuple_from(vm, parts, 4);
}

static const NativeDef methods[] = {
    {"__new__", new_empty, 1, -1, NF_STATIC | NF_KEYWORDS, NULL},
    {"__init__", init_method, 1, 3, NF_SLOT | NF_LIST1, "self, iterable, maxlen"},
    {"append", append, 2, 2, NF_SELF, NULL},
    {"appendleft", appendleft, 2, 2, NF_SELF, NULL},
    {"clear", clear, 1, 1, NF_SELF, NULL},
    {"copy", copy, 1, 1, NF_SELF, NULL},
    {"__copy__", copy, 1, 1, NF_SELF, NULL},
    {"count", count, 2, 2, NF_SELF, NULL},
    {"extend", extend, 2, 2, NF_SELF | NF_LIST1, NULL},
    {"extendleft", extendleft, 2, 2, NF_SELF | NF_LIST1, NULL},
    {"index", index_method, 2, 4, NF_SELF, NULL},
    {"insert", insert, 3, 3, NF_SELF, NULL},
    {"pop", pop, 1, 1, NF_SELF, NULL},
    {"popleft", popleft, 1, 1, NF_SELF, NULL},
    {"remove", remove_method, 2, 2, NF_SELF, NULL},
    {"reverse", reverse, 1, 1, NF_SELF, NULL},
    {"rotate", rotate, 1, 2, NF_SELF, NULL},
    {"maxlen", maxlen, 1, 1, NF_GETTER, NULL},
    {"__len__", len, 1, 1, NF_SLOT, NULL},
    {"__getitem__", getitem, 2, 2, NF_SLOT, NULL},
    {"__setitem__", setitem, 3, 3, NF_SLOT, NULL},
    {"__delitem__", delitem, 2, 2, NF_SLOT, NULL},
    {"__contains__", contains, 2, 2, NF_SLOT, NULL},
    {"__iter__", iter_method, 1, 1, NF_SLOT, NULL},
    {"__reversed__", reversed_method, 1, 1, NF_SELF, NULL},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
#define COMPARISON(name, op) {"__" #name "__", name, 2, 2, NF_SLOT, NULL},
#include "vm/comparisons.def"
    {"__add__", add, 2, 2, NF_SLOT, NULL},
    {"__iadd__", iadd, 2, 2, NF_SLOT | NF_LIST1, NULL},
    {"__mul__", mul, 2, 2, NF_SLOT, NULL},
    {"__rmul__", mul, 2, 2, NF_SLOT, NULL},
    {"__imul__", imul, 2, 2, NF_SLOT, NULL},
    {"__reduce__", reduce, 1, 1, NF_SELF, NULL},
    {0},
};

static const NativeDef deque_construct = {"deque", construct, 1, 3, NF_LIST1, "cls, iterable, maxlen"};

static void make_deque_class(VM *vm) {
    CollectionsState *s = state(vm);
    Class *object = class_get(vm, T_OBJECT);
    s->deque = class_define(vm, "collections", "deque", object, KIND_RECORD, &deque_construct, methods);
    class_add_value(vm, s->deque, "__hash__", V_NONE);
    class_add_value(vm, s->deque, "_abc_sequence", V_TRUE); /* for match */
    class_add_getitem(vm, s->deque);
    s->deque_iterator = class_define(vm, "_collections", "_deque_iterator", object, KIND_ITER,
                                     &iterator_construct, iter_methods);
    s->deque_reverse_iterator = class_define(vm, "_collections", "_deque_reverse_iterator", object, KIND_ITER,
                                             &iterator_construct, iter_methods);
    class_add_methods(vm, s->deque_iterator, hint_method);
    class_add_methods(vm, s->deque_reverse_iterator, hint_method);
}
