/* Slices, and the indices of sequences in general. */
#include "vm/containers.h"
#include "vm/num.h"
#include "vm/vm_internal.h"

Value slice_new(VM *vm, Value start, Value stop, Value step) {
    Slice *s = heap_new(vm, vm->types[T_SLICE], KIND_SLICE, sizeof *s);
    s->start = start;
    s->stop = stop;
    s->step = step;
    return from_obj(s);
}

/* --- indices --------------------------------------------------------------------------- */

static bool has_python_index(VM *vm, Value v) {
    return is_obj(v) && special_is_python(vm, class_of(vm, v), SP_INDEX);
}

/* An int of any size, clamped. */
static Tri clamped(VM *vm, Value v, const char *complaint, int64_t *out) {
    if (int_clamped(v, out)) return YES;
    if (has_python_index(vm, v)) return NEEDS_PYTHON;
    vm_raise(vm, T_TYPE_ERROR, "%s", complaint);
    return FAILED;
}

Tri slice_index(VM *vm, Value i, const char *what, int64_t *out) {
    if (is_int(i)) {
        *out = as_small(i);
        return YES;
    }
    if (!int_is(i)) {
        if (has_python_index(vm, i)) return NEEDS_PYTHON;
        vm_raise(vm, T_TYPE_ERROR, "%s, not %s", what, type_name(vm, i));
        return FAILED;
    }
    if (int_fits_i64(num_plain(i), out)) return YES;
    vm_raise(vm, T_INDEX_ERROR, "cannot fit '%s' into an index-sized integer", type_name(vm, i));
    return FAILED;
}

Tri slice_limit(VM *vm, Value v, int64_t len, int64_t absent, int64_t *out) {
    int64_t i = absent;
    if (v != V_UNDEF) {
        Tri t = clamped(vm, v, "slice indices must be integers or have an __index__ method", &i);
        if (t != YES) return t;
    }
    if (i < 0) i = i + len < 0 ? 0 : i + len;
    *out = i > len ? len : i;
    return YES;
}

/* --- what a slice takes of a sequence ---------------------------------------------------- */

static Tri part(VM *vm, Value v, int64_t absent, int64_t *out) {
    *out = absent;
    if (v == V_NONE) return YES;
    return clamped(vm, v, "slice indices must be integers or None or have an __index__ method", out);
}

static int64_t bound(int64_t i, int64_t len, bool down) {
    if (i < 0) i += len;
    if (i < 0) return down ? -1 : 0;
    if (i >= len) return down ? len - 1 : len;
    return i;
}

static void fit(SliceSpan *s, int64_t len) {
    bool down = s->step < 0;
    s->start = bound(s->start, len, down);
    s->stop = bound(s->stop, len, down);
    s->count = 0;
    if (down && s->stop < s->start) s->count = (s->start - s->stop - 1) / -s->step + 1;
    if (!down && s->start < s->stop) s->count = (s->stop - s->start - 1) / s->step + 1;
}

Tri slice_span(VM *vm, Value slice, int64_t len, SliceSpan *out) {
    const Slice *s = AS(Slice, slice);
    Tri t = part(vm, s->step, 1, &out->step);
    if (t != YES) return t;
    if (out->step == 0) {
        vm_raise(vm, T_VALUE_ERROR, "slice step cannot be zero");
        return FAILED;
    }
    if (out->step == INT64_MIN) out->step = -INT64_MAX;
    t = part(vm, s->start, out->step < 0 ? INT64_MAX : 0, &out->start);
    if (t == YES) t = part(vm, s->stop, out->step < 0 ? INT64_MIN : INT64_MAX, &out->stop);
    if (t == YES) fit(out, len);
    return t;
}

/* --- the class ------------------------------------------------------------------------- */

static Value slice_construct(VM *vm, Value *args, int n) {
    if (n == 2) return slice_new(vm, V_NONE, args[1], V_NONE);
    return slice_new(vm, args[1], args[2], args[3] == V_UNDEF ? V_NONE : args[3]);
}

const NativeDef slice_construct_def = {"slice", slice_construct, 2, 4, 0, NULL};

static bool small_or_none(Value v) {
    return v == V_NONE || is_int(v);
}

/* slice.indices(len): what is not small goes to Python's own arithmetic. */
static Value slice_indices(VM *vm, Value *args, int n) {
    (void)n;
    const Slice *s = AS(Slice, args[0]);
    if (!is_int(args[1]) || !small_or_none(s->start) || !small_or_none(s->stop) || !small_or_none(s->step))
        return vm_twin(vm, TWIN_SLICE_INDICES, 4, s->start, s->stop, s->step, args[1]);
    if (as_small(args[1]) < 0) return vm_raise(vm, T_VALUE_ERROR, "length should not be negative");
    SliceSpan span;
    if (slice_span(vm, args[0], as_small(args[1]), &span) != YES) return V_ERROR;
    Value out[3] = {from_small(span.start), from_small(span.stop), from_small(span.step)};
    return tuple_from(vm, out, 3);
}

static Value slice_start(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Slice, args[0])->start;
}

static Value slice_stop(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Slice, args[0])->stop;
}

static Value slice_step(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Slice, args[0])->step;
}

const NativeDef slice_methods[] = {
    {"__new__", slice_construct, 2, 4, NF_STATIC, NULL}, {"indices", slice_indices, 2, 2, NF_SELF, NULL},
    {"start", slice_start, 1, 1, NF_GETTER, NULL},       {"stop", slice_stop, 1, 1, NF_GETTER, NULL},
    {"step", slice_step, 1, 1, NF_GETTER, NULL},         {NULL, NULL, 0, 0, 0, NULL},
};
