/* Lists: making, growing, items and slices, methods (sorting is sort.c). */
#include "vm/containers.h"
#include "vm/vm_internal.h"

static List *self_list(const Value *args) {
    return AS(List, args[0]);
}

/* --- making and growing ---------------------------------------------------------------- */

static void set_cap(VM *vm, List *l, uint32_t cap) {
    l->items = heap_array(vm, l->items, l->cap * sizeof(Value), cap * sizeof(Value));
    l->cap = cap;
}

/* Room for `len` items, by half as much again, so that appending is linear in all. */
void list_reserve(VM *vm, List *l, size_t len) {
    if (len <= l->cap) return;
    size_t cap = (size_t)l->cap + (l->cap >> 1) + 4;
    if (cap < len) cap = len;
    if (cap > UINT32_MAX) cap = UINT32_MAX;
    set_cap(vm, l, (uint32_t)cap);
}

static List *make(VM *vm, Class *cls, uint32_t cap) {
    List *l = heap_new(vm, cls, KIND_LIST, sizeof *l);
    if (cap) set_cap(vm, l, cap);
    return l;
}

Value list_new(VM *vm, uint32_t cap) {
    return from_obj(make(vm, vm->types[T_LIST], cap));
}

void list_push(VM *vm, List *list, Value v) {
    if (UNLIKELY(list->len == list->cap)) list_reserve(vm, list, (size_t)list->len + 1);
    list->items[list->len++] = v;
}

Value list_from(VM *vm, const Value *items, uint32_t n) {
    List *l = make(vm, vm->types[T_LIST], n);
    if (n) memcpy(l->items, items, n * sizeof *items);
    l->len = n;
    return from_obj(l);
}

/* `items` may lie in the list itself. */
void list_extend_items(VM *vm, List *l, const Value *items, uint32_t n) {
    if (n == 0) return;
    size_t offset =
        l->len && items >= l->items && items < l->items + l->len ? (size_t)(items - l->items) : SIZE_MAX;
    list_reserve(vm, l, (size_t)l->len + n);
    if (offset != SIZE_MAX) items = l->items + offset;
    memmove(l->items + l->len, items, n * sizeof *items);
    l->len += n;
}

/* Through an iterator, since what it walks may be the list that grows. */
static Value extend_stepwise(VM *vm, List *l, Value iterable) {
    Value it = iter_of(vm, iterable);
    if (it == V_ERROR) return it;
    for (Value v; (v = iter_step(vm, AS(Iter, it))) != V_STOP;) {
        if (v == V_ERROR) return v;
        list_push(vm, l, v);
        vm_charge(vm, 1);
    }
    return V_NONE;
}

Value list_extend(VM *vm, List *l, Value iterable) {
    if (!iter_is_native(vm, iterable)) {
        Class *c = class_of(vm, iterable);
        if (!is_kind(iterable, KIND_GENERATOR) && class_special(vm, c, SP_ITER) == V_UNDEF &&
            class_special(vm, c, SP_GETITEM) == V_UNDEF)
            return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", class_name(c));
        return vm_twin(vm, TWIN_LIST_EXTEND, 2, from_obj(l), iterable);
    }
    if (is_kind(iterable, KIND_ITER)) return extend_stepwise(vm, l, iterable);
    const Value *items;
    uint32_t n;
    if (!iter_items(vm, iterable, &items, &n)) return V_ERROR;
    list_extend_items(vm, l, items, n);
    vm_charge(vm, n / 8);
    return V_NONE;
}

static Value list_construct(VM *vm, Value *args, int n) {
    (void)n;
    List *l = make(vm, AS(Class, args[0]), 0);
    if (args[1] == V_UNDEF) return from_obj(l);
    Value v = list_extend(vm, l, args[1]);
    return v == V_NONE ? from_obj(l) : v;
}

const NativeDef list_construct_def = {"list", list_construct, 1, 2, NF_LIST1, NULL};

static Value list_plain_new(VM *vm, Value *args, int n) {
    (void)n;
    return from_obj(make(vm, AS(Class, args[0]), 0));
}

static Value list_init(VM *vm, Value *args, int n) {
    (void)n;
    List *l = self_list(args);
    if (args[1] != V_UNDEF && is_list(args[1]) && AS(List, args[1]) == l)
        args[1] = list_from(vm, l->items, l->len);
    l->len = 0;
    return args[1] == V_UNDEF ? V_NONE : list_extend(vm, l, args[1]);
}

/* --- items ----------------------------------------------------------------------------- */

static Value slice_of(VM *vm, List *l, Value slice) {
    SliceSpan s;
    Tri t = slice_span(vm, slice, l->len, &s);
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_GETITEM_AT, 2, from_obj(l), slice);
    if (t != YES) return V_ERROR;
    if (s.count == 0) return list_new(vm, 0);
    if (s.step == 1) return list_from(vm, l->items + s.start, (uint32_t)s.count);
    List *out = AS(List, list_new(vm, (uint32_t)s.count));
    for (int64_t i = 0, at = s.start; i < s.count; i++, at += s.step) out->items[i] = l->items[at];
    out->len = (uint32_t)s.count;
    return from_obj(out);
}

Value list_getitem(VM *vm, List *l, Value i) {
    int64_t at;
    if (is_kind(i, KIND_SLICE)) return slice_of(vm, l, i);
    Tri t = slice_index(vm, i, "list indices must be integers or slices", &at);
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_GETITEM_AT, 2, from_obj(l), i);
    if (t != YES) return V_ERROR;
    if (at < 0) at += l->len;
    if (at < 0 || at >= l->len) return vm_raise(vm, T_INDEX_ERROR, "list index out of range");
    return l->items[at];
}

/* Replaces items [start, stop) by n others, which do not lie in the list. */
static void splice(VM *vm, List *l, size_t start, size_t stop, const Value *items, size_t n) {
    size_t tail = l->len - stop, len = start + n + tail;
    list_reserve(vm, l, len);
    if (tail) memmove(l->items + start + n, l->items + stop, tail * sizeof(Value));
    if (n) memcpy(l->items + start, items, n * sizeof(Value));
    l->len = (uint32_t)len;
}

static void delete_steps(List *l, SliceSpan s) {
    if (s.count == 0) return;
    if (s.step < 0) {
        s.start += s.step * (s.count - 1);
        s.step = -s.step;
    }
    int64_t to = s.start, next = s.start, left = s.count;
    for (int64_t from = s.start; from < l->len; from++) {
        if (left > 0 && from == next) {
            next += s.step;
            left--;
        } else {
            l->items[to++] = l->items[from];
        }
    }
    l->len = (uint32_t)to;
}

static Value assign_steps(VM *vm, List *l, const SliceSpan *s, const Value *items, uint32_t n) {
    if (n != s->count)
        return vm_raise(vm, T_VALUE_ERROR,
                        "attempt to assign sequence of size %u to extended slice of size %lld", n,
                        (long long)s->count);
    for (int64_t i = 0, at = s->start; i < s->count; i++, at += s->step) l->items[at] = items[i];
    return V_NONE;
}

static Value not_assignable(VM *vm, int64_t step) {
    return vm_raise(vm, T_TYPE_ERROR,
                    step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice");
}

/* The index has an __index__ of Python's. */
static Value item_twin(VM *vm, List *l, Value i, Value v) {
    if (v == V_UNDEF) return vm_twin(vm, TWIN_DELITEM_AT, 2, from_obj(l), i);
    return vm_twin(vm, TWIN_SETITEM_AT, 3, from_obj(l), i, v);
}

static Value assign_slice(VM *vm, List *l, Value slice, Value v) {
    SliceSpan s;
    Tri t = slice_span(vm, slice, l->len, &s);
    if (t == NEEDS_PYTHON) return item_twin(vm, l, slice, v);
    if (t != YES) return V_ERROR;
    vm_charge(vm, l->len / 32);
    if (v == V_UNDEF) {
        if (s.step == 1) splice(vm, l, (size_t)s.start, (size_t)(s.start + s.count), NULL, 0);
        else delete_steps(l, s);
        return V_NONE;
    }
    if (!iter_is_native(vm, v)) {
        if (!is_kind(v, KIND_GENERATOR) && class_special(vm, class_of(vm, v), SP_ITER) == V_UNDEF &&
            class_special(vm, class_of(vm, v), SP_GETITEM) == V_UNDEF)
            return not_assignable(vm, s.step);
        return vm_twin(vm, TWIN_SETITEM_LISTED, 3, from_obj(l), slice, v);
    }
    if (is_list(v) && AS(List, v) == l) v = list_from(vm, l->items, l->len);
    const Value *items;
    uint32_t n;
    if (!iter_items(vm, v, &items, &n)) return V_ERROR;
    if (s.step != 1) return assign_steps(vm, l, &s, items, n);
    splice(vm, l, (size_t)s.start, (size_t)(s.start + s.count), items, n);
    return V_NONE;
}

/* l[i] = v, or del l[i] where v is V_UNDEF. */
Value list_setitem(VM *vm, List *l, Value i, Value v) {
    int64_t at;
    if (is_kind(i, KIND_SLICE)) return assign_slice(vm, l, i, v);
    Tri t = slice_index(vm, i, "list indices must be integers or slices", &at);
    if (t == NEEDS_PYTHON) return item_twin(vm, l, i, v);
    if (t != YES) return V_ERROR;
    if (at < 0) at += l->len;
    if (at < 0 || at >= l->len) return vm_raise(vm, T_INDEX_ERROR, "list assignment index out of range");
    if (v != V_UNDEF) l->items[at] = v;
    else splice(vm, l, (size_t)at, (size_t)at + 1, NULL, 0);
    return V_NONE;
}

/* --- methods --------------------------------------------------------------------------- */

static Value list_append(VM *vm, Value *args, int n) {
    (void)n;
    list_push(vm, self_list(args), args[1]);
    return V_NONE;
}

static Value list_extend_method(VM *vm, Value *args, int n) {
    (void)n;
    return list_extend(vm, self_list(args), args[1]);
}

static Value list_insert(VM *vm, Value *args, int n) {
    (void)n;
    List *l = self_list(args);
    int64_t at;
    Tri t = index_arg(vm, args[1], false, &at);
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_LIST_INSERT, 3, args[0], args[1], args[2]);
    if (t != YES) return V_ERROR;
    if (at < 0) at = at + l->len < 0 ? 0 : at + l->len;
    if (at > l->len) at = l->len;
    splice(vm, l, (size_t)at, (size_t)at, &args[2], 1);
    vm_charge(vm, (l->len - (uint64_t)at) / 32);
    return V_NONE;
}

static Value list_pop(VM *vm, Value *args, int n) {
    (void)n;
    List *l = self_list(args);
    int64_t at = -1;
    if (args[1] != V_UNDEF) {
        Tri t = index_arg(vm, args[1], false, &at);
        if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_LIST_POP, 2, args[0], args[1]);
        if (t != YES) return V_ERROR;
    }
    if (l->len == 0) return vm_raise(vm, T_INDEX_ERROR, "pop from empty list");
    if (at < 0) at += l->len;
    if (at < 0 || at >= l->len) return vm_raise(vm, T_INDEX_ERROR, "pop index out of range");
    Value v = l->items[at];
    vm_charge(vm, (l->len - (uint64_t)at) / 32);
    memmove(l->items + at, l->items + at + 1, (size_t)(l->len - at - 1) * sizeof(Value));
    l->len--;
    return v;
}

static Value list_clear(VM *vm, Value *args, int n) {
    (void)n;
    List *l = self_list(args);
    l->len = 0;
    set_cap(vm, l, 0);
    return V_NONE;
}

static Value list_copy(VM *vm, Value *args, int n) {
    (void)n;
    return list_from(vm, self_list(args)->items, self_list(args)->len);
}

static Value list_reverse(VM *vm, Value *args, int n) {
    (void)n;
    List *l = self_list(args);
    for (uint32_t i = 0; i < l->len / 2; i++) {
        Value v = l->items[i];
        l->items[i] = l->items[l->len - 1 - i];
        l->items[l->len - 1 - i] = v;
    }
    vm_charge(vm, l->len / 8);
    return V_NONE;
}

static Value list_remove(VM *vm, Value *args, int n) {
    (void)n;
    List *l = self_list(args);
    for (uint32_t i = 0; i < l->len; i++) {
        Tri t = val_equal(vm, l->items[i], args[1]);
        if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_LIST_REMOVE, 2, args[0], args[1]);
        if (t == FAILED) return V_ERROR;
        if (t == NO) continue;
        vm_charge(vm, i / 4 + (l->len - i) / 32);
        splice(vm, l, i, i + 1, NULL, 0);
        return V_NONE;
    }
    return vm_raise(vm, T_VALUE_ERROR, "list.remove(x): x not in list");
}

/* --- index and count, of lists and tuples ------------------------------------------------ */

void seq_items(Value v, const Value **items, uint32_t *n) {
    if (is_list(v)) {
        *items = AS(List, v)->items;
        *n = AS(List, v)->len;
    } else {
        *items = AS(Tuple, v)->items;
        *n = AS(Tuple, v)->len;
    }
}

static Value not_found(VM *vm, Value self, Value v) {
    if (!is_list(self)) return vm_raise(vm, T_VALUE_ERROR, "tuple.index(x): x not in tuple");
    Buf text = {0};
    Value e;
    switch (val_repr(vm, v, &text)) {
    case YES: e = vm_raise(vm, T_VALUE_ERROR, "%s is not in list", buf_cstr(&text)); break;
    case NEEDS_PYTHON: e = vm_twin(vm, TWIN_NOT_IN_LIST, 1, v); break;
    default: e = V_ERROR; break;
    }
    buf_deinit(&text);
    return e;
}

Value seq_index(VM *vm, Value *args, int n) {
    (void)n;
    const Value *items;
    uint32_t len;
    seq_items(args[0], &items, &len);
    int64_t start, stop;
    Tri a = slice_limit(vm, args[2], len, 0, &start),
        b = a == YES ? slice_limit(vm, args[3], len, len, &stop) : a;
    if (b == FAILED) return V_ERROR;
    Value limits[2] = {args[2] == V_UNDEF ? from_small(0) : args[2],
                       args[3] == V_UNDEF ? from_small(len) : args[3]};
    if (b == NEEDS_PYTHON) return vm_twin(vm, TWIN_SEQ_INDEX, 4, args[0], args[1], limits[0], limits[1]);
    for (int64_t i = start; i < stop; i++) {
        Tri t = val_equal(vm, items[i], args[1]);
        if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_SEQ_INDEX, 4, args[0], args[1], limits[0], limits[1]);
        if (t == FAILED) return V_ERROR;
        if (t == NO) continue;
        vm_charge(vm, (uint64_t)(i - start) / 4);
        return from_small(i);
    }
    return not_found(vm, args[0], args[1]);
}

Value seq_count(VM *vm, Value *args, int n) {
    (void)n;
    const Value *items;
    uint32_t len, count = 0;
    seq_items(args[0], &items, &len);
    vm_charge(vm, len / 4);
    for (uint32_t i = 0; i < len; i++) {
        Tri t = val_equal(vm, items[i], args[1]);
        if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_SEQ_COUNT, 2, args[0], args[1]);
        if (t == FAILED) return V_ERROR;
        count += t == YES;
    }
    return from_small(count);
}

const NativeDef list_methods[] = {
    {"__new__", list_plain_new, 1, -1, NF_STATIC, NULL},
    {"__init__", list_init, 1, 2, NF_SELF | NF_SLOT | NF_LIST1, NULL},
    {"append", list_append, 2, 2, NF_SELF, NULL},
    {"clear", list_clear, 1, 1, NF_SELF, NULL},
    {"copy", list_copy, 1, 1, NF_SELF, NULL},
    {"count", seq_count, 2, 2, NF_SELF, NULL},
    {"extend", list_extend_method, 2, 2, NF_SELF, NULL},
    {"index", seq_index, 2, 4, NF_SELF, NULL},
    {"insert", list_insert, 3, 3, NF_SELF, NULL},
    {"pop", list_pop, 1, 2, NF_SELF, NULL},
    {"remove", list_remove, 2, 2, NF_SELF, NULL},
    {"reverse", list_reverse, 1, 1, NF_SELF, NULL},
    {"sort", sort_list, 1, -1, NF_SELF | NF_KEYWORDS, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};
