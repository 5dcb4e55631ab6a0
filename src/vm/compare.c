/* Comparison, equality and hash of values, as far as C can tell. */
#include "base/hash.h"
#include "vm/containers.h"
#include "vm/num.h"
#include "vm/str_class.h"
#include "vm/vm_internal.h"

static const CompareOp MIRRORED[] = {[CMP_LT] = CMP_GT, [CMP_LE] = CMP_GE, [CMP_EQ] = CMP_EQ,
                                     [CMP_NE] = CMP_NE, [CMP_GT] = CMP_LT, [CMP_GE] = CMP_LE};
static const char *const SYMBOLS[] = {"<", "<=", "==", "!=", ">", ">="};

/* NO and YES change places. */
static Tri negated(Tri t) {
    return t == YES ? NO : t == NO ? YES : t;
}

static bool holds(CompareOp op, int order) {
    switch (op) {
    case CMP_LT: return order < 0;
    case CMP_LE: return order <= 0;
    case CMP_EQ: return order == 0;
    case CMP_NE: return order != 0;
    case CMP_GT: return order > 0;
    default: return order >= 0;
    }
}

bool val_overrides(VM *vm, Value v, Special sp) {
    return is_obj(v) && !(as_obj(v)->cls->flags & CLASS_BUILTIN) && special_is_python(vm, as_obj(v)->cls, sp);
}

/* --- sequences ---------------------------------------------------------------------------- */

static Tri same_items(VM *vm, const Value *a, const Value *b, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (a[i] == b[i]) continue;
        if (both_int(a[i], b[i])) return NO;
        Tri t = val_equal(vm, a[i], b[i]);
        if (t != YES) return t;
    }
    return YES;
}

/* By the first pair that differs; by length if there is none. */
static Tri order_items(VM *vm, CompareOp op, Value a, Value b) {
    const Value *x, *y;
    uint32_t nx, ny;
    seq_items(a, &x, &nx);
    seq_items(b, &y, &ny);
    for (uint32_t i = 0; i < nx && i < ny; i++) {
        if (x[i] == y[i]) continue;
        Tri t = val_equal(vm, x[i], y[i]);
        if (t == YES) continue;
        return t == NO ? val_compare(vm, op, x[i], y[i]) : t;
    }
    return holds(op, nx < ny ? -1 : nx > ny) ? YES : NO;
}

static Tri compare_seq(VM *vm, CompareOp op, Value a, Value b) {
    const Value *x, *y;
    uint32_t nx, ny;
    seq_items(a, &x, &nx);
    seq_items(b, &y, &ny);
    bool equality = op == CMP_EQ || op == CMP_NE;
    if (equality && nx != ny) return op == CMP_EQ ? NO : YES;
    if (!vm_enter_c(vm, "in comparison")) return FAILED;
    Tri t = equality ? same_items(vm, x, y, nx) : order_items(vm, op, a, b);
    vm_leave_c(vm);
    return op == CMP_NE ? negated(t) : t;
}

/* --- other kinds ---------------------------------------------------------------------------- */

static int order_bytes(const Bytes *a, const Bytes *b) {
    int order = memcmp(a->data, b->data, a->len < b->len ? a->len : b->len);
    return order ? order : a->len < b->len ? -1 : a->len > b->len;
}

static Tri compare_slices(VM *vm, CompareOp op, Value a, Value b) {
    Value x = tuple_from(vm, &AS(Slice, a)->start, 3), y = tuple_from(vm, &AS(Slice, b)->start, 3);
    return compare_seq(vm, op, x, y);
}

static Tri same_method(VM *vm, const Method *a, const Method *b) {
    return a->self == b->self ? val_equal(vm, a->function, b->function) : NO;
}

static bool same_native(const Native *a, const Native *b) {
    return a->def == b->def && a->self == b->self && a->owner == b->owner;
}

/* Whether the built-in classes of these two have an opinion on the comparison. */
static bool comparable(CompareOp op, Value a, Value b) {
    if (num_is(a)) return num_is(b);
    if (!is_obj(a) || !is_obj(b)) return false;
    Kind ka = (Kind)as_obj(a)->kind, kb = (Kind)as_obj(b)->kind;
    if (ka == KIND_DICT_VIEW || kb == KIND_DICT_VIEW) return view_comparable(a, b);
    if (ka != kb) return false;
    switch (ka) {
    case KIND_STR:
    case KIND_BYTES:
    case KIND_LIST:
    case KIND_TUPLE:
    case KIND_SLICE:
    case KIND_SET: return true;
    case KIND_DICT:
    case KIND_RANGE:
    case KIND_METHOD: return op == CMP_EQ || op == CMP_NE;
    case KIND_NATIVE: return (op == CMP_EQ || op == CMP_NE) && AS(Native, a)->self != V_UNDEF;
    default: return false;
    }
}

static Tri tri(bool b) {
    return b ? YES : NO;
}

static Tri compare_same(VM *vm, CompareOp op, Value a, Value b) {
    Tri equal;
    if (num_is(a)) return tri(num_compare(op, num_plain(a), num_plain(b)));
    if (is_kind(a, KIND_DICT_VIEW) || is_kind(b, KIND_DICT_VIEW)) return view_compare(vm, op, a, b);
    switch ((Kind)as_obj(a)->kind) {
    case KIND_STR:
        if (op == CMP_EQ || op == CMP_NE) return tri(str_equal(AS(Str, a), AS(Str, b)) == (op == CMP_EQ));
        return tri(holds(op, str_compare(AS(Str, a), AS(Str, b))));
    case KIND_BYTES: return tri(holds(op, order_bytes(AS(Bytes, a), AS(Bytes, b))));
    case KIND_LIST:
    case KIND_TUPLE: return compare_seq(vm, op, a, b);
    case KIND_SLICE: return compare_slices(vm, op, a, b);
    case KIND_SET: return set_compare(vm, op, AS(Set, a), AS(Set, b));
    case KIND_DICT: equal = dict_equal(vm, AS(Dict, a), AS(Dict, b)); break;
    case KIND_RANGE: equal = tri(range_equal(AS(Range, a), AS(Range, b))); break;
    case KIND_METHOD: equal = same_method(vm, AS(Method, a), AS(Method, b)); break;
    default: equal = tri(same_native(AS(Native, a), AS(Native, b))); break;
    }
    return op == CMP_NE ? negated(equal) : equal;
}

static Value compare_twin(VM *vm, CompareOp op, Value a, Value b) {
    Value number = from_small(op);
    if (is_kind(a, KIND_DICT_VIEW) || is_kind(b, KIND_DICT_VIEW))
        return vm_twin(vm, TWIN_VIEW_COMPARE, 3, number, a, b);
    if (is_dict(a)) return vm_twin(vm, TWIN_DICT_COMPARE, 3, number, a, b);
    if (set_is(a)) return vm_twin(vm, TWIN_SET_COMPARE, 3, number, a, b);
    if (is_kind(a, KIND_SLICE)) {
        a = tuple_from(vm, &AS(Slice, a)->start, 3);
        b = tuple_from(vm, &AS(Slice, b)->start, 3);
    }
    return vm_twin(vm, TWIN_SEQ_COMPARE, 3, number, a, b);
}

Value kind_compare(VM *vm, CompareOp op, Value a, Value b) {
    if (!comparable(op, a, b)) return V_NOT_IMPLEMENTED;
    Tri t = compare_same(vm, op, a, b);
    if (t == NEEDS_PYTHON) return compare_twin(vm, op, a, b);
    return t == FAILED ? V_ERROR : from_bool(t == YES);
}

/* --- any two values --------------------------------------------------------------------------- */

static Tri tri_of(Value v) {
    switch (v) {
    case V_TRUE: return YES;
    case V_FALSE: return NO;
    case V_ERROR: return FAILED;
    default: return NEEDS_PYTHON;
    }
}

/* Whether a class may bring a comparison in C that is not by kind: those of modules in C. */
static bool has_methods(Value v) {
    return is_obj(v) && (as_obj(v)->kind == KIND_RECORD || as_obj(v)->kind == KIND_CLASS);
}

/* The answer of one operand's own method in C; V_NOT_IMPLEMENTED if it has none. */
static Value by_method(VM *vm, CompareOp op, Value self, Value other) {
    Value out = V_NOT_IMPLEMENTED;
    if (!has_methods(self)) return out;
    Tri t = special_call(vm, self, (Special)(SP_LT + op), 1, &other, &out);
    if (t == FAILED) return V_ERROR;
    if (t == NEEDS_PYTHON) return V_TAIL;
    return t == NO ? V_NOT_IMPLEMENTED : out;
}

static bool python_compares(VM *vm, CompareOp op, Value v) {
    return val_overrides(vm, v, (Special)(SP_LT + op)) || (op == CMP_NE && val_overrides(vm, v, SP_EQ));
}

/* What the two say; V_NOT_IMPLEMENTED if nothing. */
static Value compare_any(VM *vm, CompareOp op, Value a, Value b) {
    if (comparable(op, a, b)) {
        Tri t = compare_same(vm, op, a, b);
        return t == NEEDS_PYTHON ? V_TAIL : t == FAILED ? V_ERROR : from_bool(t == YES);
    }
    Value v = by_method(vm, op, a, b);
    return v == V_NOT_IMPLEMENTED ? by_method(vm, MIRRORED[op], b, a) : v;
}

Tri val_compare(VM *vm, CompareOp op, Value a, Value b) {
    if (both_int(a, b)) return tri(holds(op, as_small(a) < as_small(b) ? -1 : as_small(a) > as_small(b)));
    if (python_compares(vm, op, a) || python_compares(vm, MIRRORED[op], b)) return NEEDS_PYTHON;
    Value v = compare_any(vm, op, a, b);
    if (v != V_NOT_IMPLEMENTED) return tri_of(v);
    if (op == CMP_EQ) return tri(a == b);
    if (op == CMP_NE) return tri(a != b);
    vm_raise(vm, T_TYPE_ERROR, "'%s' not supported between instances of '%s' and '%s'", SYMBOLS[op],
             type_name(vm, a), type_name(vm, b));
    return FAILED;
}

static bool is_plain_str(VM *vm, Value v) {
    return is_str(v) && as_obj(v)->cls == vm->types[T_STR];
}

Tri val_equal(VM *vm, Value a, Value b) {
    if (a == b) return YES;
    if (both_int(a, b)) return NO;
    if (is_plain_str(vm, a) && is_plain_str(vm, b)) return tri(str_equal(AS(Str, a), AS(Str, b)));
    if (val_overrides(vm, a, SP_EQ) || val_overrides(vm, b, SP_EQ)) return NEEDS_PYTHON;
    Value v = compare_any(vm, CMP_EQ, a, b);
    return v == V_NOT_IMPLEMENTED ? NO : tri_of(v);
}

/* --- hash ---------------------------------------------------------------------------------------- */

/* CPython's come from addresses; ours from the order of first use, so that runs repeat. */
static uint64_t identity_hash(VM *vm, Obj *o) {
    return obj_identity(vm, o);
}

static uint64_t singleton_hash(Value v) {
    return 0x5A5A0000u + (v & PAYLOAD) * 0x10001u;
}

static Tri unhashable(VM *vm, Value v) {
    vm_raise(vm, T_TYPE_ERROR, "unhashable type: '%s'", type_name(vm, v));
    return FAILED;
}

static Tri tuple_hash(VM *vm, const Tuple *t, uint64_t *out) {
    enum { FEW = 16 };
    uint64_t few[FEW], *hashes = t->len <= FEW ? few : mem_alloc(t->len * sizeof *hashes);
    Tri result = vm_enter_c(vm, "while hashing a tuple") ? YES : FAILED;
    if (result == YES) {
        for (uint32_t i = 0; i < t->len && result == YES; i++) result = val_hash(vm, t->items[i], &hashes[i]);
        vm_leave_c(vm);
    }
    if (result == YES) *out = tuple_hash_of(hashes, t->len);
    if (hashes != few) mem_free(hashes);
    return result;
}

static uint64_t self_hash(VM *vm, Value self) {
    return is_obj(self) ? identity_hash(vm, as_obj(self)) : self;
}

static Tri method_hash(VM *vm, const Method *m, uint64_t *out) {
    uint64_t function;
    Tri t = val_hash(vm, m->function, &function);
    if (t != YES) return t;
    *out = self_hash(vm, m->self) ^ function;
    if (*out == UINT64_MAX) *out = UINT64_MAX - 1;
    return YES;
}

/* Each look at x.append makes a new object: those of one x and one name are equal. */
static uint64_t native_hash(VM *vm, Native *f) {
    if (f->self == V_UNDEF) return identity_hash(vm, &f->obj);
    uint64_t hash = self_hash(vm, f->self) ^ hash_sip13(f->def->name, strlen(f->def->name));
    return hash == UINT64_MAX ? UINT64_MAX - 1 : hash;
}

static Tri record_hash(VM *vm, Value v, uint64_t *out) {
    Value f = class_special(vm, as_obj(v)->cls, SP_HASH), result;
    if (f == V_NONE) return unhashable(vm, v);
    if (f == class_special(vm, vm->types[T_OBJECT], SP_HASH)) {
        *out = identity_hash(vm, as_obj(v));
        return YES;
    }
    Tri t = special_call(vm, v, SP_HASH, 0, NULL, &result);
    if (t != YES) return t == NO ? unhashable(vm, v) : t;
    if (result == V_TAIL) return NEEDS_PYTHON;
    return result != V_ERROR && hash_from_value(result, out) ? YES : FAILED;
}

Tri kind_hash(VM *vm, Value v, uint64_t *out) {
    if (num_is(v)) {
        *out = num_hash(num_plain(v));
        return YES;
    }
    if (!is_obj(v)) {
        *out = singleton_hash(v);
        return YES;
    }
    switch ((Kind)as_obj(v)->kind) {
    case KIND_STR: *out = str_hash(AS(Str, v)); return YES;
    case KIND_BYTES: *out = bytes_hash(AS(Bytes, v)); return YES;
    case KIND_TUPLE: return tuple_hash(vm, AS(Tuple, v), out);
    case KIND_SET:
        if (as_obj(v)->cls->builtin == T_SET) return unhashable(vm, v);
        *out = set_hash(AS(Set, v));
        return YES;
    case KIND_RANGE: return range_hash(vm, AS(Range, v), out);
    case KIND_METHOD: return method_hash(vm, AS(Method, v), out);
    case KIND_LIST:
    case KIND_DICT:
    case KIND_SLICE: return unhashable(vm, v);
    case KIND_DICT_VIEW:
        if (AS(DictView, v)->which != VIEW_VALUES) return unhashable(vm, v);
        *out = identity_hash(vm, as_obj(v));
        return YES;
    case KIND_NATIVE: *out = native_hash(vm, AS(Native, v)); return YES;
    case KIND_RECORD:
    case KIND_CLASS: return record_hash(vm, v, out);
    default: *out = identity_hash(vm, as_obj(v)); return YES;
    }
}

Tri val_hash(VM *vm, Value v, uint64_t *out) {
    if (is_obj(v) && !(as_obj(v)->cls->flags & CLASS_BUILTIN)) {
        Value f = class_special(vm, as_obj(v)->cls, SP_HASH);
        if (f == V_NONE) return unhashable(vm, v);
        if (f != V_UNDEF && !is_kind(f, KIND_NATIVE)) return NEEDS_PYTHON;
        /* A member of an enumeration has one of ours. */
        if (is_kind(v, KIND_INSTANCE) && f != class_special(vm, vm->types[T_OBJECT], SP_HASH))
            return record_hash(vm, v, out);
    }
    return kind_hash(vm, v, out);
}

Value hash_to_value(VM *vm, uint64_t hash) {
    return int_from_i64(vm, (int64_t)hash);
}

/* What a __hash__ returned: too great an int is folded as hash() of an int is. */
bool hash_from_value(Value v, uint64_t *out) {
    int64_t i;
    if (!int_is(v)) return false;
    v = num_plain(v);
    *out = int_fits_i64(v, &i) ? (uint64_t)i : int_hash(v);
    if (*out == UINT64_MAX) *out = UINT64_MAX - 1;
    return true;
}
