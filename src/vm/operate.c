#include "vm/operate.h"

#include "vm/containers.h"
#include "vm/text.h"

/* Whether an operand may have operators that C does not know by its kind: an instance, an
 * object of a module in C, a class (int | None), or a subclass of a built-in class. */
static bool has_own(Value v) {
    if (!is_obj(v)) return false;
    const Obj *o = as_obj(v);
    return o->kind == KIND_INSTANCE || o->kind == KIND_RECORD || o->kind == KIND_CLASS ||
           o->kind == KIND_GENERATOR || !(o->cls->flags & CLASS_BUILTIN);
}

/* The method for an operator, unless it is the one that obj_binary and kind_compare stand for. */
static Value own_method(VM *vm, Value v, Special sp) {
    if (!has_own(v)) return V_UNDEF;
    Value f = class_special(vm, as_obj(v)->cls, sp);
    if (f == V_UNDEF || f == V_NONE || !is_kind(f, KIND_NATIVE)) return f;
    const Class *owner = AS(Native, f)->owner;
    return owner && (owner->kind == KIND_RECORD || owner->kind == KIND_CLASS) ? f : V_UNDEF;
}

static Value call_method(VM *vm, Value f, Value self, int n, const Value *args) {
    Value a[4] = {self};
    for (int i = 0; i < n; i++) a[i + 1] = args[i];
    if (LIKELY(is_kind(f, KIND_FUNCTION) || is_kind(f, KIND_NATIVE))) return vm_call(vm, f, n + 1, a, NULL);
    if (f == V_NONE) return vm_raise(vm, T_TYPE_ERROR, "'NoneType' object is not callable");
    Value bound = attr_bind(vm, f, self, class_of(vm, self));
    if (bound == V_ERROR) return bound;
    if (bound == V_TAIL)
        return vm_raise(vm, T_TYPE_ERROR,
                        "special methods behind a descriptor of Python's are not supported");
    return vm_call(vm, bound, n, args, NULL);
}

static Value tail(VM *vm, Value v) {
    return UNLIKELY(v == V_TAIL) ? vm_run_tail(vm) : v;
}

/* A subclass on the right goes first, if it brings its own reflected method. */
static bool right_first(VM *vm, Value a, Value b, Special forward, Special reflected) {
    Class *ca = class_of(vm, a), *cb = class_of(vm, b);
    if (ca == cb || !has_own(b) || !class_derives(cb, ca)) return false;
    (void)forward;
    return class_special(vm, cb, reflected) != class_special(vm, ca, reflected);
}

/* --- binary operators ---------------------------------------------------------------------- */

enum { IN_PLACE, FIRST, SECOND, BUILT_IN };

/* Whether the built-in operator of `a` knows `b` by its layout, so that it answers before a
 * reflected method of b's class is looked for. Joining and repeating sequences comes after. */
static bool knows_by_kind(BinaryOp op, Value a, Value b) {
    if (op == BIN_MOD && (is_str(a) || is_bytes(a))) return true;
    if (float_is(a)) return float_is(b) || int_is(b);
    if (int_is(a)) return int_is(b);
    if (is_dict(a)) return is_dict(b);
    return is_kind(a, KIND_SET) && is_kind(b, KIND_SET);
}

static Value binary_from(VM *vm, Frame *caller, BinaryOp op, bool in_place, int stage, Value a, Value b) {
    Special forward = (Special)(SP_ADD + op), reflected = (Special)(SP_RADD + op);
    bool swapped = right_first(vm, a, b, forward, reflected);
    for (; stage < BUILT_IN; stage++) {
        Value f, self = a, other = b;
        if (stage == IN_PLACE) {
            f = in_place ? own_method(vm, a, (Special)(SP_IADD + op)) : V_UNDEF;
        } else if ((stage == FIRST) != swapped) {
            f = own_method(vm, a, forward);
        } else {
            f = class_of(vm, a) == class_of(vm, b) ? V_UNDEF : own_method(vm, b, reflected);
            if (f != V_UNDEF && !swapped && knows_by_kind(op, a, b)) continue;
            self = b;
            other = a;
        }
        if (f == V_UNDEF) continue;
        Value v = call_method(vm, f, self, 1, &other);
        if (v == V_FRAME) {
            vm_then(vm, caller, THEN_BINARY, a, b);
            Frame *top = vm->frame;
            while (top->back != caller) top = top->back;
            top->op = (uint8_t)op;
            top->stage = (uint8_t)(stage + 1);
            top->in_place = in_place;
            return v;
        }
        if (v != V_NOT_IMPLEMENTED) return v;
    }
    return tail(vm, in_place ? obj_inplace(vm, op, a, b) : obj_binary(vm, op, a, b));
}

Value operate_binary(VM *vm, Frame *caller, BinaryOp op, bool in_place, Value a, Value b) {
    if (LIKELY(!has_own(a) && !has_own(b)))
        return tail(vm, in_place ? obj_inplace(vm, op, a, b) : obj_binary(vm, op, a, b));
    return binary_from(vm, caller, op, in_place, IN_PLACE, a, b);
}

/* --- comparison ------------------------------------------------------------------------------ */

static const CompareOp MIRRORED[] = {[CMP_LT] = CMP_GT, [CMP_LE] = CMP_GE, [CMP_EQ] = CMP_EQ,
                                     [CMP_NE] = CMP_NE, [CMP_GT] = CMP_LT, [CMP_GE] = CMP_LE};
static const char *const SYMBOLS[] = {"<", "<=", "==", "!=", ">", ">="};

static Value built_in_compare(VM *vm, CompareOp op, Value a, Value b) {
    Value v = tail(vm, kind_compare(vm, op, a, b));
    if (v != V_NOT_IMPLEMENTED) return v;
    if (op == CMP_EQ) return from_bool(a == b);
    if (op == CMP_NE) return from_bool(a != b);
    return vm_raise(vm, T_TYPE_ERROR, "'%s' not supported between instances of '%s' and '%s'", SYMBOLS[op],
                    type_name(vm, a), type_name(vm, b));
}

/* The method of `v` for a comparison. object.__ne__ is __eq__ negated. */
static Value compare_method(VM *vm, Value v, CompareOp op, bool *negate) {
    *negate = false;
    Value f = own_method(vm, v, (Special)(SP_LT + op));
    if (f != V_UNDEF || op != CMP_NE) return f;
    *negate = true;
    return own_method(vm, v, SP_EQ);
}

static Value compare_from(VM *vm, Frame *caller, CompareOp op, int stage, Value a, Value b) {
    Special forward = (Special)(SP_LT + op), reflected = (Special)(SP_LT + MIRRORED[op]);
    bool swapped = right_first(vm, a, b, forward, op == CMP_NE ? SP_EQ : reflected);
    for (; stage < BUILT_IN; stage++) {
        bool on_left = (stage == FIRST) != swapped, negate;
        Value self = on_left ? a : b, other = on_left ? b : a;
        Value f = compare_method(vm, self, on_left ? op : MIRRORED[op], &negate);
        if (f == V_UNDEF) continue;
        Value v = call_method(vm, f, self, 1, &other);
        if (v == V_FRAME) {
            vm_then(vm, caller, THEN_COMPARE, a, b);
            Frame *top = vm->frame;
            while (top->back != caller) top = top->back;
            top->op = (uint8_t)op;
            top->stage = (uint8_t)(stage + 1);
            top->in_place = negate;
            return v;
        }
        if (v == V_NOT_IMPLEMENTED) continue;
        return negate && is_bool(v) ? from_bool(v == V_FALSE) : v;
    }
    return built_in_compare(vm, op, a, b);
}

Value operate_compare(VM *vm, Frame *caller, CompareOp op, Value a, Value b) {
    if (LIKELY(!has_own(a) && !has_own(b))) return built_in_compare(vm, op, a, b);
    return compare_from(vm, caller, op, FIRST, a, b);
}

/* --- truth ------------------------------------------------------------------------------------ */

static Value truth_of_result(VM *vm, Value v, bool negate, bool from_len) {
    if (is_bool(v)) return from_bool((v == V_TRUE) != negate);
    if (!from_len)
        return vm_raise(vm, T_TYPE_ERROR, "__bool__ should return bool, returned %s", type_name(vm, v));
    int64_t n;
    if (!int_clamped(v, &n))
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer",
                        type_name(vm, v));
    if (n < 0) return vm_raise(vm, T_VALUE_ERROR, "__len__() should return >= 0");
    return from_bool((n != 0) != negate);
}

Value operate_truth(VM *vm, Frame *caller, Value v, bool negate) {
    if (has_own(v) && class_special(vm, as_obj(v)->cls, SP_BOOL) == V_NONE)
        return call_method(vm, V_NONE, v, 0, NULL);
    Tri t = val_truth(vm, v);
    if (t == YES || t == NO) return from_bool((t == YES) != negate);
    if (t == FAILED) return V_ERROR;
    Class *c = class_of(vm, v);
    Value f = class_special(vm, c, SP_BOOL);
    bool from_len = f == V_UNDEF || (is_kind(f, KIND_NATIVE) && special_is_python(vm, c, SP_LEN));
    if (from_len) f = class_special(vm, c, SP_LEN);
    Value r = call_method(vm, f, v, 0, NULL);
    if (r == V_ERROR) return r;
    if (r != V_FRAME) return truth_of_result(vm, r, negate, from_len);
    vm_then(vm, caller, negate ? THEN_NOT : THEN_TRUTH, from_bool(from_len), V_NONE);
    return r;
}

/* --- items, membership, iteration ---------------------------------------------------------------- */

/* The method that a class of the program has for a special name, if any. */
static Value python_method(VM *vm, Value v, Special sp) {
    if (!has_own(v)) return V_UNDEF;
    Value f = class_special(vm, as_obj(v)->cls, sp);
    return f == V_UNDEF || f == V_NONE || is_kind(f, KIND_NATIVE) ? V_UNDEF : f;
}

Value operate_contains(VM *vm, Frame *caller, Value container, Value v, bool negate) {
    Value f = python_method(vm, container, SP_CONTAINS), r;
    if (f != V_UNDEF) r = call_method(vm, f, container, 1, &v);
    else r = tail(vm, obj_contains(vm, container, v));
    if (r == V_FRAME) {
        vm_then(vm, caller, THEN_CONTAINS, from_bool(negate), V_NONE);
        return r;
    }
    return r == V_ERROR ? r : operate_truth(vm, caller, r, negate);
}

/* C[...] of a class: its metaclass, or __class_getitem__. */
static Value class_getitem(VM *vm, Value o, Value i) {
    Class *c = AS(Class, o);
    Value f = class_special(vm, c->obj.cls, SP_GETITEM);
    if (f != V_UNDEF) return call_method(vm, f, o, 1, &i);
    f = class_special(vm, c, SP_CLASS_GETITEM);
    if (f == V_UNDEF) return vm_raise(vm, T_TYPE_ERROR, "type '%s' is not subscriptable", class_name(c));
    /* __class_getitem__ is a class method without saying so. */
    bool wrapped = is_kind(f, KIND_WRAPPED);
    if (wrapped) f = AS(Wrapped, f)->function;
    if (wrapped || is_kind(f, KIND_FUNCTION)) return vm_call(vm, f, 2, (Value[]){o, i}, NULL);
    Value bound = attr_bind(vm, f, V_UNDEF, c);
    return bound == V_ERROR ? bound : vm_call(vm, bound, 1, &i, NULL);
}

Value operate_getitem(VM *vm, Value o, Value i) {
    if (is_class(o)) return class_getitem(vm, o, i);
    Value f = python_method(vm, o, SP_GETITEM);
    if (f != V_UNDEF) return call_method(vm, f, o, 1, &i);
    return tail(vm, obj_getitem(vm, o, i));
}

Value operate_setitem(VM *vm, Value o, Value i, Value v) {
    Value f = python_method(vm, o, v == V_UNDEF ? SP_DELITEM : SP_SETITEM);
    Value args[] = {i, v};
    if (f != V_UNDEF) return call_method(vm, f, o, v == V_UNDEF ? 1 : 2, args);
    return tail(vm, v == V_UNDEF ? obj_delitem(vm, o, i) : obj_setitem(vm, o, i, v));
}

Value operate_iter(VM *vm, Value o) {
    if (is_kind(o, KIND_GENERATOR) && as_obj(o)->cls != vm->types[T_COROUTINE] &&
        as_obj(o)->cls != vm->types[T_ASYNC_GENERATOR])
        return o;
    return tail(vm, obj_iter(vm, o));
}

Value operate_unary(VM *vm, Frame *caller, UnaryOp op, Value a) {
    if (op == UN_NOT) return operate_truth(vm, caller, a, true);
    static const Special methods[] = {[UN_NEG] = SP_NEG, [UN_POS] = SP_POS, [UN_INVERT] = SP_INVERT};
    Value f = own_method(vm, a, methods[op]);
    if (f != V_UNDEF && f != V_NONE) return call_method(vm, f, a, 0, NULL);
    return tail(vm, obj_unary(vm, op, a));
}

Value operate_format(VM *vm, Value v, uint32_t how, Value spec) {
    Value args[] = {v, from_small(how), spec};
    if (how == 0) return tail(vm, obj_format(vm, v, spec));
    if (how == 1) {
        v = obj_str(vm, v);
    } else {
        v = obj_repr(vm, v);
    }
    if (v == V_ERROR) return v;
    if (v == V_TAIL || how == 3) return tail(vm, vm_twin_args(vm, TWIN_FORMAT_CONVERTED, 3, args));
    return spec == V_UNDEF ? v : tail(vm, obj_format(vm, v, spec));
}

Value operate_join(VM *vm, const Value *pieces, uint32_t n) {
    uint64_t len = 0;
    uint8_t width = 1;
    for (uint32_t i = 0; i < n; i++) {
        const Str *s = AS(Str, pieces[i]);
        len += s->len;
        if (s->width > width) width = s->width;
    }
    if (len > INT32_MAX)
        return vm_raise(vm, T_OVERFLOW_ERROR, "join() result is too long for a Python string");
    if (!heap_can_hold(vm, len * width)) return V_ERROR;
    Str *out = str_blank(vm, (uint32_t)len, width);
    unsigned char *to = str_bytes(out);
    bool ascii = true;
    for (uint32_t i = 0; i < n; i++) {
        const Str *s = AS(Str, pieces[i]);
        points_copy(to, width, s->data, s->width, s->len);
        to += (size_t)s->len * width;
        ascii = ascii && s->ascii;
    }
    out->ascii = ascii;
    return from_obj(out);
}

/* --- unpacking ---------------------------------------------------------------------------------------- */

bool operate_iterable(VM *vm, Value v) {
    if (iter_is_native(vm, v)) return true;
    Class *c = class_of(vm, v);
    /* `__iter__ = None` counts: iter() words that error. */
    return class_special(vm, c, SP_ITER) != V_UNDEF || class_special(vm, c, SP_GETITEM) != V_UNDEF;
}

Value operate_star_error(VM *vm, Value callable, Value v) {
    return tail(vm, vm_twin(vm, TWIN_STAR_ERROR, 2, callable, v));
}

/* The elements in order into out; V_NONE when done. What C cannot walk is taken one by one in
 * Python, which stops at the right place: V_FRAME then gives a tuple of n to be unpacked again. */
Value operate_unpack(VM *vm, Value v, uint32_t n, Value *out) {
    if (!iter_is_native(vm, v)) {
        if (!operate_iterable(vm, v))
            return vm_raise(vm, T_TYPE_ERROR, "cannot unpack non-iterable %s object", type_name(vm, v));
        Value args[] = {v, from_small(n)};
        return tail(vm, vm_twin_args(vm, TWIN_UNPACK, 2, args));
    }
    Value it = iter_of(vm, v);
    if (it == V_ERROR) return it;
    uint32_t got = 0;
    for (;;) {
        Value x = iter_step(vm, AS(Iter, it));
        if (x == V_ERROR) return x;
        if (x == V_STOP) break;
        if (got == n) return vm_raise(vm, T_VALUE_ERROR, "too many values to unpack (expected %u)", n);
        out[got++] = x;
    }
    if (got < n)
        return vm_raise(vm, T_VALUE_ERROR, "not enough values to unpack (expected %u, got %u)", n, got);
    return V_NONE;
}

Value operate_unpack_starred(VM *vm, Value v, uint32_t before, uint32_t after) {
    Value list = list_new(vm, before + after);
    if (list_extend(vm, AS(List, list), v) == V_ERROR) return V_ERROR;
    uint32_t len = AS(List, list)->len;
    if (len >= before + after) return list;
    return vm_raise(vm, T_VALUE_ERROR, "not enough values to unpack (expected at least %u, got %u)",
                    before + after, len);
}

static bool is_marked(VM *vm, Value v, CommonName mark) {
    return is_obj(v) && class_lookup(vm, as_obj(v)->cls, vm->names[mark]) == V_TRUE;
}

bool operate_is_sequence(VM *vm, Value v) {
    if (is_str(v) || is_kind(v, KIND_BYTES)) return false;
    return is_list(v) || is_tuple(v) || is_kind(v, KIND_RANGE) || is_marked(vm, v, NAME_is_sequence);
}

bool operate_is_mapping(VM *vm, Value v) {
    return is_dict(v) || is_exact(vm, v, T_MAPPING_PROXY) || is_marked(vm, v, NAME_is_mapping);
}

Value operate_match_keys(VM *vm, Value subject, Value keys) {
    Tuple *k = AS(Tuple, keys);
    Value args[] = {subject, keys};
    if (!is_exact(vm, subject, T_DICT)) return tail(vm, vm_twin_args(vm, TWIN_MATCH_KEYS, 2, args));
    Value found = tuple_new(vm, k->len);
    for (uint32_t i = 0; i < k->len; i++) {
        Tri t = dict_find(vm, AS(Dict, subject), k->items[i], &AS(Tuple, found)->items[i]);
        if (t == NO) return V_NONE;
        if (t == FAILED) return V_ERROR;
        bool again = false; /* the same key twice is an error, which the twin words */
        for (uint32_t j = 0; j < i; j++) again = again || k->items[j] == k->items[i];
        if (t == NEEDS_PYTHON || again) return tail(vm, vm_twin_args(vm, TWIN_MATCH_KEYS, 2, args));
    }
    return found;
}

static bool matches_itself(const Class *c) {
    static const bool self[TYPE_COUNT] = {
        [T_BOOL] = true,      [T_BYTES] = true, [T_DICT] = true, [T_FLOAT] = true, [T_INT] = true,
        [T_FROZENSET] = true, [T_LIST] = true,  [T_SET] = true,  [T_STR] = true,   [T_TUPLE] = true};
    return self[c->builtin];
}

/* An attribute for a pattern: YES, NO, or NEEDS_PYTHON for what is not simply there. */
static Tri plain_attribute(VM *vm, Value subject, Value name, Value *out) {
    if (!is_kind(subject, KIND_INSTANCE) || !is_str(name)) return NEEDS_PYTHON;
    Class *c = as_obj(subject)->cls;
    Str *s = str_intern_value(vm, AS(Str, name));
    if (!(c->flags & CLASS_PLAIN_GETATTR) || class_lookup(vm, c, s) != V_UNDEF) return NEEDS_PYTHON;
    *out = instance_get(AS(Instance, subject), s);
    return *out == V_UNDEF ? NEEDS_PYTHON : YES;
}

static Value match_class_in_python(VM *vm, Value subject, Value cls, uint32_t positional, Tuple *names) {
    Value args[] = {subject, cls, from_small(positional), from_obj(names)};
    return tail(vm, vm_twin_args(vm, TWIN_MATCH_CLASS, 4, args));
}

Value operate_match_class(VM *vm, Value subject, Value cls, uint32_t positional, Tuple *names) {
    if (!is_class(cls) || as_obj(cls)->cls != vm->types[T_TYPE])
        return match_class_in_python(vm, subject, cls, positional, names);
    Class *c = AS(Class, cls);
    if (!class_derives(class_of(vm, subject), c)) return V_NONE;
    Value of = positional ? class_lookup(vm, c, vm->names[NAME_match_args]) : V_UNDEF;
    if (positional == 1 && of == V_UNDEF && names->len == 0 && matches_itself(c))
        return tuple_from(vm, &subject, 1);
    if (positional && (!is_tuple(of) || AS(Tuple, of)->len < positional || names->len))
        return match_class_in_python(vm, subject, cls, positional, names);
    Value found = tuple_new(vm, positional + names->len);
    for (uint32_t i = 0; i < positional + names->len; i++) {
        Value name = i < positional ? AS(Tuple, of)->items[i] : names->items[i - positional];
        if (plain_attribute(vm, subject, name, &AS(Tuple, found)->items[i]) != YES)
            return match_class_in_python(vm, subject, cls, positional, names);
    }
    return found;
}

bool operate_merge_names(VM *vm, Dict *into, Value v) {
    if (!is_exact(vm, v, T_DICT)) return false;
    Dict *d = AS(Dict, v);
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(d, &i));)
        if (!is_str(e->key) || dict_entry_str(into, AS(Str, e->key))) return false;
    i = 0;
    for (DictEntry *e; (e = dict_next(d, &i));) dict_set_str(vm, into, AS(Str, e->key), e->value);
    return true;
}

/* --- what becomes of a result -------------------------------------------------------------------------- */

static Value after_binary(VM *vm, Frame *caller, const Frame *f, Value v) {
    if (LIKELY(v != V_NOT_IMPLEMENTED)) return v;
    return binary_from(vm, caller, (BinaryOp)f->op, f->in_place, f->stage, f->keep[0], f->keep[1]);
}

static Value after_compare(VM *vm, Frame *caller, const Frame *f, Value v) {
    if (UNLIKELY(v == V_NOT_IMPLEMENTED))
        return compare_from(vm, caller, (CompareOp)f->op, f->stage, f->keep[0], f->keep[1]);
    return f->in_place ? operate_truth(vm, caller, v, true) : v;
}

static Value check_aiter(VM *vm, Value v) {
    if (class_special(vm, class_of(vm, v), SP_ANEXT) != V_UNDEF) return v;
    return vm_raise(vm, T_TYPE_ERROR,
                    "'async for' received an object from __aiter__ that does not implement __anext__: %s",
                    type_name(vm, v));
}

/* A special method that may be any callable, with itself alone. */
static Value call_on(VM *vm, Value f, Value self) {
    if (is_kind(f, KIND_FUNCTION) || is_kind(f, KIND_NATIVE)) return vm_call(vm, f, 1, &self, NULL);
    Value bound = tail(vm, attr_bind(vm, f, self, class_of(vm, self)));
    if (bound == V_FRAME)
        return vm_raise(vm, T_TYPE_ERROR,
                        "special methods behind a descriptor of Python's are not supported");
    return bound == V_ERROR ? bound : vm_call(vm, bound, 0, NULL, NULL);
}

Value operate_aiter(VM *vm, Frame *caller, Value o) {
    Value f = class_special(vm, class_of(vm, o), SP_AITER);
    if (f == V_UNDEF)
        return vm_raise(vm, T_TYPE_ERROR, "'async for' requires an object with __aiter__ method, got %s",
                        type_name(vm, o));
    Value v = call_on(vm, f, o);
    if (v == V_FRAME) vm_then(vm, caller, THEN_AITER, V_NONE, V_NONE);
    return v == V_FRAME || v == V_ERROR ? v : check_aiter(vm, v);
}

Value operate_anext(VM *vm, Value o) {
    Value f = class_special(vm, class_of(vm, o), SP_ANEXT);
    if (f != V_UNDEF) return call_on(vm, f, o);
    return vm_raise(vm, T_TYPE_ERROR, "'async for' requires an iterator with __anext__ method, got %s",
                    type_name(vm, o));
}

Value operate_then(VM *vm, Frame *caller, const Frame *f, Value v) {
    switch ((Then)f->then) {
    case THEN_INIT:
        if (LIKELY(v == V_NONE)) return f->keep[0];
        return vm_raise(vm, T_TYPE_ERROR, "__init__() should return None, not '%s'", type_name(vm, v));
    case THEN_BINARY: return after_binary(vm, caller, f, v);
    case THEN_COMPARE: return after_compare(vm, caller, f, v);
    case THEN_TRUTH: return truth_of_result(vm, v, false, f->keep[0] == V_TRUE);
    case THEN_NOT: return truth_of_result(vm, v, true, f->keep[0] == V_TRUE);
    case THEN_CONTAINS: return operate_truth(vm, caller, v, f->keep[0] == V_TRUE);
    case THEN_CLOSE: return V_NONE;
    case THEN_AITER: return check_aiter(vm, v);
    default: return v;
    }
}
