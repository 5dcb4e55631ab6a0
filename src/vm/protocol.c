/* The protocols beside comparison and iteration: truth, length, membership, items, and
 * calling a special method that is in C. */
#include "vm/containers.h"
#include "vm/num.h"
#include "vm/str_methods.h"
#include "vm/vm_internal.h"

/* --- special methods in C ------------------------------------------------------------------ */

Tri special_call(VM *vm, Value self, Special sp, int n, const Value *args, Value *out) {
    enum { MOST = 8 };
    Value f = class_special(vm, class_of(vm, self), sp);
    if (f == V_UNDEF || f == V_NONE) return NO;
    if (!is_kind(f, KIND_NATIVE)) return NEEDS_PYTHON;
    const NativeDef *d = AS(Native, f)->def;
    bool odd = d->flags & (NF_KEYWORDS | NF_LIST0 | NF_LIST1 | NF_LIST2 | NF_LIST_ALL | NF_STATIC | NF_CLASS);
    if (odd || d->max > MOST || n + 1 > MOST || n + 1 < d->min || (d->max >= 0 && n + 1 > d->max))
        return NEEDS_PYTHON;
    Value a[MOST];
    a[0] = self;
    for (int i = 1; i < MOST; i++) a[i] = i <= n ? args[i - 1] : V_UNDEF;
    *out = d->fn(vm, a, n + 1);
    return YES;
}

static bool is_record(Value v) {
    return is_kind(v, KIND_RECORD);
}

static bool has_special(VM *vm, Value v, Special sp) {
    Value f = class_special(vm, class_of(vm, v), sp);
    return f != V_UNDEF && f != V_NONE;
}

/* --- length ---------------------------------------------------------------------------------- */

bool kind_has_len(Value v) {
    if (!is_obj(v)) return false;
    switch ((Kind)as_obj(v)->kind) {
    case KIND_STR:
    case KIND_BYTES:
    case KIND_LIST:
    case KIND_TUPLE:
    case KIND_DICT:
    case KIND_SET:
    case KIND_RANGE:
    case KIND_DICT_VIEW: return true;
    default: return false;
    }
}

static Tri range_len(VM *vm, const Range *r, int64_t *out) {
    if (int_fits_i64(r->length, out)) return YES;
    vm_raise(vm, T_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
    return FAILED;
}

Tri kind_len(VM *vm, Value v, int64_t *out) {
    if (!is_obj(v)) return NO;
    switch ((Kind)as_obj(v)->kind) {
    case KIND_STR: *out = AS(Str, v)->len; return YES;
    case KIND_BYTES: *out = AS(Bytes, v)->len; return YES;
    case KIND_LIST: *out = AS(List, v)->len; return YES;
    case KIND_TUPLE: *out = AS(Tuple, v)->len; return YES;
    case KIND_DICT: *out = AS(Dict, v)->used; return YES;
    case KIND_SET: *out = AS(Set, v)->used; return YES;
    case KIND_DICT_VIEW: *out = AS(DictView, v)->dict->used; return YES;
    case KIND_RANGE: return range_len(vm, AS(Range, v), out);
    default: return NO;
    }
}

/* What a __len__ returned as a length. */
static Tri length_of_result(VM *vm, Value v, int64_t *out) {
    if (!int_is(v)) {
        if (is_obj(v) && special_is_python(vm, class_of(vm, v), SP_INDEX)) return NEEDS_PYTHON;
        vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(vm, v));
        return FAILED;
    }
    if (int_sign(num_plain(v)) < 0) {
        vm_raise(vm, T_VALUE_ERROR, "__len__() should return >= 0");
        return FAILED;
    }
    if (int_fits_i64(num_plain(v), out)) return YES;
    vm_raise(vm, T_OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer");
    return FAILED;
}

static Tri no_len(VM *vm, Value v) {
    vm_raise(vm, T_TYPE_ERROR, "object of type '%s' has no len()", type_name(vm, v));
    return FAILED;
}

Tri val_len(VM *vm, Value v, int64_t *out) {
    if (val_overrides(vm, v, SP_LEN)) return NEEDS_PYTHON;
    if (kind_has_len(v)) return kind_len(vm, v, out);
    if (!is_obj(v)) return no_len(vm, v);
    Value result;
    switch (special_call(vm, v, SP_LEN, 0, NULL, &result)) {
    case YES: break;
    case NEEDS_PYTHON: return NEEDS_PYTHON;
    case FAILED: return FAILED;
    default: return no_len(vm, v);
    }
    return result == V_ERROR ? FAILED : result == V_TAIL ? NEEDS_PYTHON : length_of_result(vm, result, out);
}

/* A frame in C around a Python __len__. */
static Value check_len(VM *vm, Frame *f, Value result) {
    if (result == V_UNDEF) return vm_tail(vm, f->slots[0], 1, &f->slots[1]);
    int64_t n;
    if (result == V_ERROR) return result;
    switch (length_of_result(vm, result, &n)) {
    case YES: return int_from_i64(vm, n);
    case NEEDS_PYTHON: return vm_twin(vm, TWIN_LEN_INDEX, 1, result);
    default: return V_ERROR;
    }
}

/* The function behind a special method, to be called with self; or bound, with none. */
static Value special_function(VM *vm, Value self, Special sp, bool *bound) {
    Value f = class_special(vm, class_of(vm, self), sp);
    *bound = !is_kind(f, KIND_FUNCTION) && !is_kind(f, KIND_NATIVE);
    return *bound ? attr_bind(vm, f, self, class_of(vm, self)) : f;
}

/* Asks for a special method of Python's. */
static Value ask_special(VM *vm, Value self, Special sp, int n, const Value *args) {
    Value a[4] = {self};
    bool bound;
    Value f = special_function(vm, self, sp, &bound);
    if (f == V_ERROR || f == V_TAIL) return f;
    memcpy(a + 1, args, (size_t)n * sizeof *args);
    return bound ? vm_tail(vm, f, n, args) : vm_tail(vm, f, n + 1, a);
}

/* Has a frame in C call a special method and look at what it returns. */
static Value step_special(VM *vm, Value self, Special sp, NativeStep step) {
    bool bound;
    Value f = special_function(vm, self, sp, &bound);
    if (f == V_ERROR || f == V_TAIL) return f;
    if (bound) return vm_tail(vm, f, 0, NULL);
    return vm_tail_step(vm, step, 2, (Value[]){f, self});
}

Value obj_len(VM *vm, Value v) {
    int64_t n;
    switch (val_len(vm, v, &n)) {
    case YES: return int_from_i64(vm, n);
    case NEEDS_PYTHON: return step_special(vm, v, SP_LEN, check_len);
    default: return V_ERROR;
    }
}

/* --- hash ---------------------------------------------------------------------------------------- */

static Value check_hash(VM *vm, Frame *f, Value result) {
    if (result == V_UNDEF) return vm_tail(vm, f->slots[0], 1, &f->slots[1]);
    uint64_t hash;
    if (result == V_ERROR) return result;
    if (hash_from_value(result, &hash)) return hash_to_value(vm, hash);
    return vm_raise(vm, T_TYPE_ERROR, "__hash__ method should return an integer");
}

Value obj_hash(VM *vm, Value v) {
    uint64_t hash;
    switch (val_hash(vm, v, &hash)) {
    case YES: return hash_to_value(vm, hash);
    case NEEDS_PYTHON:
        if (is_tuple(v) && !val_overrides(vm, v, SP_HASH)) return vm_twin(vm, TWIN_HASH_TUPLE, 1, v);
        if (is_kind(v, KIND_METHOD)) return vm_twin(vm, TWIN_HASH_METHOD, 1, v);
        return step_special(vm, v, SP_HASH, check_hash);
    default: return V_ERROR;
    }
}

/* --- truth ----------------------------------------------------------------------------------------- */

static Tri truth_by_method(VM *vm, Value v) {
    Value result;
    int64_t n;
    Tri t = special_call(vm, v, SP_BOOL, 0, NULL, &result);
    if (t == YES)
        return result == V_TRUE ? YES : result == V_FALSE ? NO : result == V_ERROR ? FAILED : NEEDS_PYTHON;
    if (t != NO) return t;
    if (!has_special(vm, v, SP_LEN)) return YES;
    t = val_len(vm, v, &n);
    return t == YES ? (n != 0 ? YES : NO) : t;
}

/* A class of the program says None: it has none, and using it is an error. */
static bool is_barred(VM *vm, Value v, Special sp) {
    return !(as_obj(v)->cls->flags & CLASS_BUILTIN) && class_special(vm, as_obj(v)->cls, sp) == V_NONE;
}

Tri val_truth(VM *vm, Value v) {
    if (is_bool(v)) return v == V_TRUE ? YES : NO;
    if (is_int(v)) return as_small(v) != 0 ? YES : NO;
    if (is_float(v)) return as_float(v) != 0.0 ? YES : NO;
    if (v == V_NONE) return NO;
    if (!is_obj(v)) return YES;
    if (val_overrides(vm, v, SP_BOOL) || is_barred(vm, v, SP_BOOL)) return NEEDS_PYTHON;
    if (num_is(v)) return num_truth(num_plain(v)) ? YES : NO;
    if (val_overrides(vm, v, SP_LEN) || is_barred(vm, v, SP_LEN)) return NEEDS_PYTHON;
    int64_t n;
    Kind kind = (Kind)as_obj(v)->kind;
    if (kind == KIND_RANGE) return int_sign(AS(Range, v)->length) != 0 ? YES : NO;
    if (kind_has_len(v)) return kind_len(vm, v, &n) == YES && n != 0 ? YES : NO;
    if (kind == KIND_RECORD || kind == KIND_CLASS) return truth_by_method(vm, v);
    return YES;
}

/* --- membership ---------------------------------------------------------------------------------------- */

static Tri in_items(VM *vm, Value container, Value v) {
    const Value *items;
    uint32_t n;
    seq_items(container, &items, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (items[i] == v) return YES;
        if (both_int(items[i], v)) continue;
        Tri t = val_equal(vm, items[i], v);
        if (t != NO) return t;
        if (i % 256 == 255) vm_charge(vm, 64);
    }
    return NO;
}

/* What C can say of membership in a container of one of its kinds. */
static Tri in_kind(VM *vm, Value container, Value v) {
    Value ignored;
    switch ((Kind)as_obj(container)->kind) {
    case KIND_LIST:
    case KIND_TUPLE: return in_items(vm, container, v);
    case KIND_DICT: return dict_find(vm, AS(Dict, container), v, &ignored);
    case KIND_SET: return set_contains(vm, AS(Set, container), v);
    case KIND_RANGE: return range_contains(vm, AS(Range, container), v);
    default: return view_contains(vm, AS(DictView, container), v);
    }
}

static bool holds_elements(Value v) {
    return kind_has_len(v) && !is_str(v) && !is_kind(v, KIND_BYTES);
}

static Value text_has(VM *vm, Value container, Value v) {
    Value args[] = {container, v};
    return text_contains(vm, args, 2);
}

static Value python_contains(VM *vm, Value container, Value v) {
    if (is_kind(container, KIND_DICT_VIEW) && AS(DictView, container)->which == VIEW_KEYS)
        container = from_obj(AS(DictView, container)->dict);
    if (is_dict(container)) return keyed(vm, KEYED_CONTAINS, container, v, V_UNDEF);
    if (set_is(container)) return keyed_lookup(vm, KEYED_CONTAINS, container, v);
    return vm_twin(vm, TWIN_KIND_CONTAINS, 2, container, v);
}

Value kind_contains(VM *vm, Value container, Value v) {
    if (is_str(container) || is_kind(container, KIND_BYTES)) return text_has(vm, container, v);
    if (!holds_elements(container)) return V_NOT_IMPLEMENTED;
    Tri t = in_kind(vm, container, v);
    if (t == NEEDS_PYTHON) return python_contains(vm, container, v);
    return t == FAILED ? V_ERROR : from_bool(t == YES);
}

static Value no_container(VM *vm, Value container) {
    return vm_raise(vm, T_TYPE_ERROR, "argument of type '%s' is not iterable", type_name(vm, container));
}

Value obj_contains(VM *vm, Value container, Value v) {
    if (val_overrides(vm, container, SP_CONTAINS)) return ask_special(vm, container, SP_CONTAINS, 1, &v);
    Value answer = kind_contains(vm, container, v);
    if (answer != V_NOT_IMPLEMENTED) return answer;
    if (!is_obj(container)) return no_container(vm, container);
    Class *c = class_of(vm, container);
    if (is_record(container) || is_class(container)) {
        Tri t = special_call(vm, container, SP_CONTAINS, 1, &v, &answer);
        if (t == YES) return answer;
        if (t == FAILED) return V_ERROR;
        if (t == NEEDS_PYTHON) return ask_special(vm, container, SP_CONTAINS, 1, &v);
    }
    if (class_special(vm, c, SP_CONTAINS) == V_NONE)
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not a container", class_name(c));
    bool walks = is_kind(container, KIND_GENERATOR)
                     ? class_special(vm, c, SP_NEXT) != V_UNDEF
                     : has_special(vm, container, SP_ITER) ||
                           (has_special(vm, container, SP_GETITEM) && !is_class(container));
    return walks ? vm_twin(vm, TWIN_CONTAINS, 2, container, v) : no_container(vm, container);
}

/* --- items -------------------------------------------------------------------------------------------- */

Value kind_getitem(VM *vm, Value o, Value i) {
    if (!is_obj(o)) return V_NOT_IMPLEMENTED;
    switch ((Kind)as_obj(o)->kind) {
    case KIND_LIST: return list_getitem(vm, AS(List, o), i);
    case KIND_TUPLE: return tuple_getitem(vm, AS(Tuple, o), i);
    case KIND_DICT: return dict_getitem(vm, o, i);
    case KIND_STR:
    case KIND_BYTES: return text_getitem(vm, o, i);
    case KIND_RANGE: return range_getitem(vm, AS(Range, o), i);
    default: return V_NOT_IMPLEMENTED;
    }
}

Value kind_setitem(VM *vm, Value o, Value i, Value v) {
    if (is_list(o)) return list_setitem(vm, AS(List, o), i, v);
    if (is_dict(o)) return dict_setitem(vm, o, i, v);
    return V_NOT_IMPLEMENTED;
}

/* C[int]: the metaclass's __getitem__ is tried by the caller, then this. */
static Value class_item(VM *vm, Value o, Value i) {
    Value f = class_special(vm, AS(Class, o), SP_CLASS_GETITEM);
    if (f == V_UNDEF)
        return vm_raise(vm, T_TYPE_ERROR, "type '%s' is not subscriptable", class_name(AS(Class, o)));
    bool wrapped = is_kind(f, KIND_WRAPPED);
    if (wrapped) f = AS(Wrapped, f)->function;
    if (wrapped || is_kind(f, KIND_FUNCTION)) return vm_tail(vm, f, 2, (Value[]){o, i});
    f = attr_bind(vm, f, V_UNDEF, AS(Class, o));
    return f == V_ERROR || f == V_TAIL ? f : vm_tail(vm, f, 1, &i);
}

/* A special method of any class: V_NOT_IMPLEMENTED if there is none. */
static Value by_special(VM *vm, Value self, Special sp, int n, const Value *args) {
    Value f = class_special(vm, class_of(vm, self), sp), out;
    if (f == V_UNDEF || f == V_NONE) return V_NOT_IMPLEMENTED;
    if (special_call(vm, self, sp, n, args, &out) == YES) return out;
    return ask_special(vm, self, sp, n, args);
}

Value obj_getitem(VM *vm, Value o, Value i) {
    if (val_overrides(vm, o, SP_GETITEM)) return ask_special(vm, o, SP_GETITEM, 1, &i);
    Value v = kind_getitem(vm, o, i);
    if (v == V_NOT_IMPLEMENTED) v = by_special(vm, o, SP_GETITEM, 1, &i);
    if (v != V_NOT_IMPLEMENTED) return v;
    if (is_class(o)) return class_item(vm, o, i);
    return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not subscriptable", type_name(vm, o));
}

Value obj_setitem(VM *vm, Value o, Value i, Value v) {
    Value args[] = {i, v};
    if (val_overrides(vm, o, SP_SETITEM)) return ask_special(vm, o, SP_SETITEM, 2, args);
    Value done = kind_setitem(vm, o, i, v);
    if (done == V_NOT_IMPLEMENTED) done = by_special(vm, o, SP_SETITEM, 2, args);
    if (done != V_NOT_IMPLEMENTED) return done;
    return vm_raise(vm, T_TYPE_ERROR, "'%s' object does not support item assignment", type_name(vm, o));
}

Value obj_delitem(VM *vm, Value o, Value i) {
    if (val_overrides(vm, o, SP_DELITEM)) return ask_special(vm, o, SP_DELITEM, 1, &i);
    Value done = kind_setitem(vm, o, i, V_UNDEF);
    if (done == V_NOT_IMPLEMENTED) done = by_special(vm, o, SP_DELITEM, 1, &i);
    if (done != V_NOT_IMPLEMENTED) return done;
    bool sequence = kind_has_len(o) && !set_is(o) && !is_kind(o, KIND_DICT_VIEW);
    const char *verb = sequence && int_is(i) ? "doesn't" : "does not";
    return vm_raise(vm, T_TYPE_ERROR, "'%s' object %s support item deletion", type_name(vm, o), verb);
}
