/* Ranges: small ones in machine words, others with ints of any size. */
#include "vm/containers.h"
#include "vm/num.h"
#include "vm/vm_internal.h"

static bool all_small(const Range *r) {
    return is_int(r->start) && is_int(r->stop) && is_int(r->step) && is_int(r->length);
}

/* --- making ---------------------------------------------------------------------------- */

static int64_t small_length(int64_t start, int64_t stop, int64_t step) {
    if (step > 0) return start < stop ? (stop - start - 1) / step + 1 : 0;
    return start > stop ? (start - stop - 1) / -step + 1 : 0;
}

static Value big_length(VM *vm, Value start, Value stop, Value step) {
    bool up = int_sign(step) > 0;
    Value low = up ? start : stop, high = up ? stop : start;
    if (int_compare(low, high) >= 0) return from_small(0);
    Value width = up ? step : int_binary(vm, BIN_SUB, from_small(0), step);
    Value span = int_binary(vm, BIN_SUB, int_binary(vm, BIN_SUB, high, low), from_small(1));
    return int_binary(vm, BIN_ADD, int_binary(vm, BIN_FLOORDIV, span, width), from_small(1));
}

/* Of plain ints; step is not 0. */
static Value range_make(VM *vm, Value start, Value stop, Value step) {
    Range *r = heap_new(vm, vm->types[T_RANGE], KIND_RANGE, sizeof *r);
    r->start = start;
    r->stop = stop;
    r->step = step;
    if (is_int(start) && is_int(stop) && is_int(step))
        r->length = int_from_i64(vm, small_length(as_small(start), as_small(stop), as_small(step)));
    else r->length = big_length(vm, start, stop, step);
    return from_obj(r);
}

static Value range_of_ints(VM *vm, int64_t start, int64_t stop, int64_t step) {
    return range_make(vm, int_from_i64(vm, start), int_from_i64(vm, stop), int_from_i64(vm, step));
}

static Value range_construct(VM *vm, Value *args, int n) {
    Value given[3] = {from_small(0), from_small(0), from_small(1)};
    if (n == 2) given[1] = args[1];
    else memcpy(given, args + 1, (size_t)(n - 1) * sizeof(Value));
    for (int i = 0; i < 3; i++) {
        if (is_int(given[i])) continue;
        if (int_is(given[i])) {
            given[i] = num_plain(given[i]);
            continue;
        }
        if (is_obj(given[i]) && special_is_python(vm, class_of(vm, given[i]), SP_INDEX))
            return vm_twin(vm, TWIN_RANGE, 3, given[0], given[1], given[2]);
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer",
                        type_name(vm, given[i]));
    }
    if (given[2] == from_small(0)) return vm_raise(vm, T_VALUE_ERROR, "range() arg 3 must not be zero");
    return range_make(vm, given[0], given[1], given[2]);
}

const NativeDef range_construct_def = {"range", range_construct, 2, 4, 0, NULL};

/* --- items ----------------------------------------------------------------------------- */

/* The i-th; a small range has small products, since its ends are small. */
static Value item(VM *vm, const Range *r, Value i) {
    if (all_small(r)) return from_small(as_small(r->start) + as_small(i) * as_small(r->step));
    return int_binary(vm, BIN_ADD, r->start, int_binary(vm, BIN_MUL, i, r->step));
}

static Value slice_of(VM *vm, Range *r, Value slice) {
    const Slice *given = AS(Slice, slice);
    SliceSpan s;
    if (!all_small(r) || is_bigint(given->step))
        return vm_twin(vm, TWIN_RANGE_SLICE, 4, from_obj(r), given->start, given->stop, given->step);
    Tri t = slice_span(vm, slice, as_small(r->length), &s);
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_GETITEM_AT, 2, from_obj(r), slice);
    if (t != YES) return V_ERROR;
    int64_t step;
    if (__builtin_mul_overflow(as_small(r->step), s.step, &step))
        return vm_twin(vm, TWIN_RANGE_SLICE, 4, from_obj(r), given->start, given->stop, given->step);
    int64_t start = as_small(r->start) + s.start * as_small(r->step);
    int64_t stop = as_small(r->start) + s.stop * as_small(r->step);
    return range_of_ints(vm, start, stop, step);
}

Value range_getitem(VM *vm, Range *r, Value i) {
    if (is_kind(i, KIND_SLICE)) return slice_of(vm, r, i);
    if (!int_is(i)) {
        if (is_obj(i) && special_is_python(vm, class_of(vm, i), SP_INDEX))
            return vm_twin(vm, TWIN_GETITEM_AT, 2, from_obj(r), i);
        return vm_raise(vm, T_TYPE_ERROR, "range indices must be integers or slices, not %s",
                        type_name(vm, i));
    }
    Value at = num_plain(i);
    if (int_sign(at) < 0) at = int_binary(vm, BIN_ADD, at, r->length);
    if (int_sign(at) < 0 || int_compare(at, r->length) >= 0)
        return vm_raise(vm, T_INDEX_ERROR, "range object index out of range");
    return item(vm, r, at);
}

/* The place of a plain int in the range, or V_UNDEF. */
static Value place_of(VM *vm, Range *r, Value v) {
    if (all_small(r) && is_int(v)) {
        int64_t step = as_small(r->step), from = as_small(v) - as_small(r->start);
        int64_t at = from / step;
        return from % step == 0 && at >= 0 && at < as_small(r->length) ? from_small(at) : V_UNDEF;
    }
    Value from = int_binary(vm, BIN_SUB, v, r->start);
    if (int_sign(int_binary(vm, BIN_MOD, from, r->step)) != 0) return V_UNDEF;
    Value at = int_binary(vm, BIN_FLOORDIV, from, r->step);
    return int_sign(at) >= 0 && int_compare(at, r->length) < 0 ? at : V_UNDEF;
}

/* As CPython: only for a plain int or bool is the place computed; any other value is
 * compared with each element in turn. */
static bool is_plain_int(Value v) {
    return int_is(v) && !is_kind(v, KIND_BOXED);
}

static Value search(VM *vm, Range *r, Value v) {
    if (is_float(v)) {
        double d = as_float(v);
        if (d != d || d - d != 0) return V_UNDEF;
        Value whole = int_from_double(vm, d);
        return num_equal(whole, v) ? place_of(vm, r, whole) : V_UNDEF;
    }
    return V_UNDEF;
}

Tri range_contains(VM *vm, Range *r, Value v) {
    if (is_plain_int(v)) return place_of(vm, r, num_plain(v)) != V_UNDEF ? YES : NO;
    if (val_overrides(vm, v, SP_EQ)) return NEEDS_PYTHON;
    if (is_kind(v, KIND_BOXED)) return place_of(vm, r, num_plain(v)) != V_UNDEF ? YES : NO;
    return search(vm, r, v) != V_UNDEF ? YES : NO;
}

static Value range_index(VM *vm, Value *args, int n) {
    (void)n;
    Range *r = AS(Range, args[0]);
    if (val_overrides(vm, args[1], SP_EQ)) return vm_twin(vm, TWIN_RANGE_INDEX, 2, args[0], args[1]);
    Value at = int_is(args[1]) ? place_of(vm, r, num_plain(args[1])) : search(vm, r, args[1]);
    if (at != V_UNDEF) return at;
    if (!is_plain_int(args[1])) return vm_raise(vm, T_VALUE_ERROR, "sequence.index(x): x not in sequence");
    Buf text = {0};
    int_to_text(num_plain(args[1]), 10, &text);
    if (is_bool(args[1])) {
        buf_clear(&text);
        buf_adds(&text, args[1] == V_TRUE ? "True" : "False");
    }
    Value e = vm_raise(vm, T_VALUE_ERROR, "%s is not in range", buf_cstr(&text));
    buf_deinit(&text);
    return e;
}

static Value range_count(VM *vm, Value *args, int n) {
    (void)n;
    switch (range_contains(vm, AS(Range, args[0]), args[1])) {
    case YES: return from_small(1);
    case NO: return from_small(0);
    case NEEDS_PYTHON: return vm_twin(vm, TWIN_RANGE_COUNT, 2, args[0], args[1]);
    default: return V_ERROR;
    }
}

/* --- comparison ------------------------------------------------------------------------ */

/* Ranges are equal as sequences. */
bool range_equal(Range *a, Range *b) {
    if (int_compare(a->length, b->length) != 0) return false;
    if (int_sign(a->length) == 0) return true;
    if (int_compare(a->start, b->start) != 0) return false;
    return a->length == from_small(1) || int_compare(a->step, b->step) == 0;
}

Tri range_hash(VM *vm, Range *r, uint64_t *out) {
    uint64_t none, parts[3];
    if (val_hash(vm, V_NONE, &none) != YES) return FAILED;
    parts[0] = int_hash(r->length);
    parts[1] = int_sign(r->length) == 0 ? none : int_hash(r->start);
    parts[2] = int_compare(r->length, from_small(1)) <= 0 ? none : int_hash(r->step);
    *out = tuple_hash_of(parts, 3);
    return YES;
}

/* --- iteration ------------------------------------------------------------------------- */

static Value iter_from(VM *vm, Range *r, bool reversed) {
    if (all_small(r)) {
        Iter *it = iter_make(vm, T_RANGE_ITERATOR, ITER_RANGE, from_obj(r));
        it->step = as_small(r->step);
        it->position = as_small(r->start);
        it->end = it->position + as_small(r->length) * it->step; /* behind the last */
        if (reversed) {
            int64_t first = it->position;
            it->position = it->end - it->step;
            it->end = first - it->step;
            it->step = -it->step;
        }
        return from_obj(it);
    }
    Iter *it = iter_make(vm, T_LONG_RANGE_ITERATOR, ITER_BIG_RANGE, V_NONE);
    Value last = item(vm, r, int_binary(vm, BIN_SUB, r->length, from_small(1)));
    Value items[3] = {reversed ? last : r->start, r->length, r->step};
    if (reversed) items[2] = int_binary(vm, BIN_SUB, from_small(0), r->step);
    it->source = tuple_from(vm, items, 3); /* next, how many are left, step */
    return from_obj(it);
}

Value range_iter(VM *vm, Range *r) {
    return iter_from(vm, r, false);
}

Value range_reversed(VM *vm, Range *r) {
    return iter_from(vm, r, true);
}

/* --- the class ------------------------------------------------------------------------- */

static Value range_start(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Range, args[0])->start;
}

static Value range_stop(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Range, args[0])->stop;
}

static Value range_step(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Range, args[0])->step;
}

const NativeDef range_methods[] = {
    {"__new__", range_construct, 2, 4, NF_STATIC, NULL},
    {"count", range_count, 2, 2, NF_SELF, NULL},
    {"index", range_index, 2, 2, NF_SELF, NULL},
    {"start", range_start, 1, 1, NF_GETTER, NULL},
    {"stop", range_stop, 1, 1, NF_GETTER, NULL},
    {"step", range_step, 1, 1, NF_GETTER, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};
