/* The views of a dict: keys, values and items, with the set operators of keys and items. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

Value view_new(VM *vm, Dict *d, ViewKind which) {
    static const TypeId types[] = {
        [VIEW_KEYS] = T_DICT_KEYS, [VIEW_VALUES] = T_DICT_VALUES, [VIEW_ITEMS] = T_DICT_ITEMS};
    DictView *view = heap_new(vm, vm->types[types[which]], KIND_DICT_VIEW, sizeof *view);
    view->dict = d;
    view->which = which;
    return from_obj(view);
}

static Tri item_in(VM *vm, Dict *d, Value pair) {
    if (!is_tuple(pair) || AS(Tuple, pair)->len != 2) return NO;
    const Value *kv = AS(Tuple, pair)->items;
    Value there;
    Tri t = dict_find(vm, d, kv[0], &there);
    return t == YES ? val_equal(vm, there, kv[1]) : t;
}

static Tri value_in(VM *vm, Dict *d, Value v) {
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(d, &i));) {
        Tri t = val_equal(vm, e->value, v);
        if (t != NO) return t;
    }
    return NO;
}

Tri view_contains(VM *vm, DictView *view, Value v) {
    Value ignored;
    switch (view->which) {
    case VIEW_KEYS: return dict_find(vm, view->dict, v, &ignored);
    case VIEW_ITEMS: return item_in(vm, view->dict, v);
    default: return value_in(vm, view->dict, v);
    }
}

static bool is_set_view(Value v) {
    return is_kind(v, KIND_DICT_VIEW) && AS(DictView, v)->which != VIEW_VALUES;
}

static uint32_t size_of(Value v) { /* a view or a set */
    return set_is(v) ? AS(Set, v)->used : AS(DictView, v)->dict->used;
}

/* Calls with_item for each element of a view or set, in order, while it says YES. */
static Tri each(VM *vm, Value container, Tri (*with_item)(VM *vm, Value v, void *data), void *data) {
    const Value *items;
    uint32_t n;
    if (!iter_items(vm, container, &items, &n)) return FAILED;
    Tri t = YES;
    for (uint32_t i = 0; i < n && t == YES; i++) t = with_item(vm, items[i], data);
    return t;
}

/* --- comparison as sets -------------------------------------------------------------------- */

static Tri is_in(VM *vm, Value v, void *data) {
    Value container = *(Value *)data;
    if (set_is(container)) return set_contains(vm, AS(Set, container), v);
    return view_contains(vm, AS(DictView, container), v);
}

static Tri all_in(VM *vm, Value a, Value b) {
    return each(vm, a, is_in, &b);
}

/* a op b, where at least one is a view of keys or items and the other such a one or a set. */
Tri view_compare(VM *vm, CompareOp op, Value a, Value b) {
    uint32_t na = size_of(a), nb = size_of(b);
    Tri t;
    switch (op) {
    case CMP_LT: return na < nb ? all_in(vm, a, b) : NO;
    case CMP_LE: return na <= nb ? all_in(vm, a, b) : NO;
    case CMP_GT: return na > nb ? all_in(vm, b, a) : NO;
    case CMP_GE: return na >= nb ? all_in(vm, b, a) : NO;
    default:
        t = na == nb ? all_in(vm, a, b) : NO;
        if (t == FAILED || t == NEEDS_PYTHON || op == CMP_EQ) return t;
        return t == YES ? NO : YES;
    }
}

bool view_comparable(Value a, Value b) {
    return (is_set_view(a) && (is_set_view(b) || set_is(b))) || (is_set_view(b) && set_is(a));
}

/* --- operators ------------------------------------------------------------------------------ */

typedef struct Common {
    Value in;
    Set *out;
} Common;

static Tri add_if_in(VM *vm, Value v, void *data) {
    Common *c = data;
    Tri t = is_in(vm, v, &c->in);
    if (t == NO) return YES;
    return t == YES ? set_add(vm, c->out, v) : t;
}

static Tri intersect(VM *vm, Value view, Value other, Set **out) {
    if (is_exact(vm, other, T_SET) && size_of(view) <= size_of(other))
        return set_intersection(vm, AS(Set, other), view, out);
    if (is_kind(other, KIND_DICT_VIEW) && size_of(other) > size_of(view)) {
        Value swapped = view;
        view = other;
        other = swapped;
        if (!is_set_view(view)) { /* a view of values is only walked */
            swapped = view;
            view = other;
            other = swapped;
        }
    }
    Common c = {view, AS(Set, set_new(vm, false))};
    *out = c.out;
    return each(vm, other, add_if_in, &c);
}

/* A view of keys as a set: by the dict itself if it is a plain one, which is what decides
 * the size of the table. */
static Tri to_set(VM *vm, Value view, Set **out) {
    *out = AS(Set, set_new(vm, false));
    DictView *v = AS(DictView, view);
    bool plain = v->which == VIEW_KEYS && v->dict->obj.cls == vm->types[T_DICT];
    return set_update(vm, *out, plain ? from_obj(v->dict) : view);
}

/* Of two views of items: a pair is common if key and value are. */
static Tri differing_items(VM *vm, Dict *a, Dict *b, Set **out) {
    *out = AS(Set, set_new(vm, false));
    Dict *rest = AS(Dict, dict_copy(vm, a));
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(b, &i));) {
        Value there;
        Tri t = dict_find_hash(vm, rest, e->key, e->hash, &there);
        if (t == YES) t = val_equal(vm, there, e->value);
        if (t == YES) t = dict_remove_hash(vm, rest, e->key, e->hash, NULL);
        else if (t == NO) t = set_add(vm, *out, tuple_from(vm, (Value[]){e->key, e->value}, 2));
        if (t != YES) return t;
    }
    return set_update(vm, *out, view_new(vm, rest, VIEW_ITEMS));
}

static Tri operate(VM *vm, BinaryOp op, Value a, Value b, Set **out) {
    Tri t;
    switch (op) {
    case BIN_AND: return is_set_view(a) ? intersect(vm, a, b, out) : intersect(vm, b, a, out);
    case BIN_XOR:
        if (is_kind(a, KIND_DICT_VIEW) && is_kind(b, KIND_DICT_VIEW) &&
            AS(DictView, a)->which == VIEW_ITEMS && AS(DictView, b)->which == VIEW_ITEMS)
            return differing_items(vm, AS(DictView, a)->dict, AS(DictView, b)->dict, out);
        break;
    default: break;
    }
    if (is_kind(a, KIND_DICT_VIEW)) {
        t = to_set(vm, a, out);
    } else {
        *out = AS(Set, set_new(vm, false));
        t = set_update(vm, *out, a);
    }
    if (t != YES) return t;
    if (op == BIN_OR) return set_update(vm, *out, b);
    return op == BIN_SUB ? set_difference_update(vm, *out, b) : set_symmetric_update(vm, *out, b);
}

/* V_NOT_IMPLEMENTED unless one of them is a view of keys or items. */
Value view_operator(VM *vm, BinaryOp op, Value a, Value b) {
    if (op != BIN_AND && op != BIN_OR && op != BIN_SUB && op != BIN_XOR) return V_NOT_IMPLEMENTED;
    if (!is_set_view(a) && !is_set_view(b)) return V_NOT_IMPLEMENTED;
    Value other = is_set_view(a) ? b : a;
    Set *out;
    Tri t = NEEDS_PYTHON;
    if (iter_is_native(vm, other)) {
        if (is_kind(a, KIND_ITER)) a = iter_to_list(vm, a);
        if (is_kind(b, KIND_ITER)) b = iter_to_list(vm, b);
        t = a == V_ERROR || b == V_ERROR ? FAILED : operate(vm, op, a, b, &out);
    } else if (!is_kind(other, KIND_GENERATOR) &&
               class_special(vm, class_of(vm, other), SP_ITER) == V_UNDEF) {
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", type_name(vm, other));
    }
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_VIEW_OPERATOR, 3, from_small(op), a, b);
    return t == FAILED ? V_ERROR : from_obj(out);
}

/* --- methods ---------------------------------------------------------------------------------- */

static Value view_isdisjoint(VM *vm, Value *args, int n) {
    (void)n;
    Value other = args[1];
    if (!iter_is_native(vm, other)) return vm_twin(vm, TWIN_VIEW_DISJOINT, 2, args[0], other);
    if (is_kind(other, KIND_ITER)) other = iter_to_list(vm, other);
    const Value *items;
    uint32_t count;
    if (other == V_ERROR || !iter_items(vm, other, &items, &count)) return V_ERROR;
    for (uint32_t i = 0; i < count; i++) {
        Tri t = view_contains(vm, AS(DictView, args[0]), items[i]);
        if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_VIEW_DISJOINT, 2, args[0], other);
        if (t != NO) return t == YES ? V_FALSE : V_ERROR;
    }
    return V_TRUE;
}

static Value view_mapping(VM *vm, Value *args, int n) {
    (void)n;
    Value proxy = record_new(vm, vm->types[T_MAPPING_PROXY], 1);
    AS(Record, proxy)->slots[0] = from_obj(AS(DictView, args[0])->dict);
    return proxy;
}

const NativeDef view_keys_methods[] = {
    {"isdisjoint", view_isdisjoint, 2, 2, NF_SELF, NULL},
    {"mapping", view_mapping, 1, 1, NF_GETTER, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const NativeDef view_values_methods[] = {
    {"mapping", view_mapping, 1, 1, NF_GETTER, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const NativeDef view_items_methods[] = {
    {"isdisjoint", view_isdisjoint, 2, 2, NF_SELF, NULL},
    {"mapping", view_mapping, 1, 1, NF_GETTER, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};
