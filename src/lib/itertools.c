/* itertools. Where all that is to be walked is C's to walk, the iterators are C as well; else a
 * generator of _itertools_twins does the work under the name of the class here. */
#include "lib/lib.h"
#include "vm/containers.h"

static Value twin(VM *vm, const char *name, int n, const Value *args) {
    return lib_twin(vm, "_itertools_twins", name, n, args);
}

static Iter *make(VM *vm, Value cls, Value (*next)(VM *, Iter *)) {
    Iter *it = heap_new(vm, AS(Class, cls), KIND_ITER, sizeof *it);
    it->which = ITER_NATIVE;
    it->source = it->inner = V_NONE;
    it->next = next;
    return it;
}

static Value finish(Iter *it) {
    it->done = true;
    it->source = it->inner = V_NONE;
    return V_STOP;
}

/* The iterators over `n` native iterables, or V_UNDEF if one is not. */
static Value native_iters(VM *vm, const Value *iterables, int n) {
    for (int i = 0; i < n; i++)
        if (!iter_is_native(vm, iterables[i])) return V_UNDEF;
    Value out = tuple_new(vm, (uint32_t)n);
    for (int i = 0; i < n; i++) AS(Tuple, out)->items[i] = iter_of(vm, iterables[i]);
    return out;
}

/* --- count, repeat ------------------------------------------------------------------------ */

static Value count_small(VM *vm, Iter *it) {
    Value v = int_from_i64(vm, it->position);
    it->position += it->step;
    if (it->position > INT_SMALL_MAX || it->position < INT_SMALL_MIN) {
        it->source = int_from_i64(vm, it->position);
        it->inner = int_from_i64(vm, it->step);
    }
    return v;
}

/* Numbers of any size and sort: `source` comes next, `inner` is the step. */
static Value count_step(VM *vm, Iter *it) {
    if (it->source == V_NONE) return count_small(vm, it);
    Value v = it->source;
    it->source = obj_binary(vm, BIN_ADD, v, it->inner);
    return it->source == V_ERROR ? V_ERROR : v;
}

static bool is_number(Value v) {
    return is_int(v) || is_float(v) || is_bigint(v) || is_bool(v);
}

static Value count_new(VM *vm, Value *args, int n) {
    (void)n;
    Value start = args[1] == V_UNDEF ? from_small(0) : args[1];
    Value step = args[2] == V_UNDEF ? from_small(1) : args[2];
    if (!is_number(start) || !is_number(step)) return twin(vm, "count", 3, (Value[]){args[0], start, step});
    if (is_bool(start)) start = from_small(start == V_TRUE);
    Iter *it = make(vm, args[0], count_step);
    if (both_int(start, step)) {
        it->position = as_small(start);
        it->step = as_small(step);
    } else {
        it->source = start;
        it->inner = step;
    }
    return from_obj(it);
}

static Value count_repr(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_kind(args[0], KIND_ITER)) return str_from(vm, "count(...)");
    const Iter *it = AS(Iter, args[0]);
    Value start = it->source, step = it->inner;
    if (start == V_NONE) {
        start = int_from_i64(vm, it->position);
        step = int_from_i64(vm, it->step);
    }
    Buf b = {0};
    buf_adds(&b, "count(");
    val_repr(vm, start, &b);
    if (step != from_small(1)) {
        buf_adds(&b, ", ");
        val_repr(vm, step, &b);
    }
    buf_addc(&b, ')');
    Value v = str_new(vm, b.data, b.len);
    buf_deinit(&b);
    return v;
}

static const NativeDef count_methods[] = {{"__repr__", count_repr, 1, 1, NF_SLOT, NULL}, {0}};

static Value repeat_step(VM *vm, Iter *it) {
    (void)vm;
    if (it->position == 0) return V_STOP;
    if (it->position > 0) it->position--;
    return it->source;
}

static Value repeat_new(VM *vm, Value *args, int n) {
    (void)n;
    int64_t times = -1;
    if (args[2] != V_UNDEF) {
        Tri t = index_arg(vm, args[2], false, &times);
        if (t == FAILED) return V_ERROR;
        if (t == NEEDS_PYTHON) return twin(vm, "repeat", 3, args);
        if (times < 0) times = 0;
    }
    Iter *it = make(vm, args[0], repeat_step);
    it->source = args[1];
    it->position = times;
    return from_obj(it);
}

static Value repeat_repr(VM *vm, Value *args, int n) {
    (void)n;
    const Iter *it = AS(Iter, args[0]);
    Buf b = {0};
    buf_adds(&b, "repeat(");
    Tri t = val_repr(vm, it->source, &b);
    if (it->position >= 0) buf_printf(&b, ", %lld", (long long)it->position);
    buf_addc(&b, ')');
    Value v = t == YES ? str_new(vm, b.data, b.len) : V_ERROR;
    buf_deinit(&b);
    if (t != NEEDS_PYTHON) return v;
    return twin(vm, "repeat_repr", 2, (Value[]){it->source, from_small(it->position)});
}

static Value repeat_hint(VM *vm, Value *args, int n) {
    (void)n;
    int64_t left = AS(Iter, args[0])->position;
    return left >= 0 ? int_from_i64(vm, left) : vm_raise(vm, T_TYPE_ERROR, "len() of unsized object");
}

static const NativeDef repeat_methods[] = {
    {"__repr__", repeat_repr, 1, 1, NF_SLOT, NULL},
    {"__length_hint__", repeat_hint, 1, 1, NF_SELF, NULL},
    {0},
};

/* --- chain ----------------------------------------------------------------------------------- */

/* `source` is an iterator of iterables, `inner` the iterator of the present one. */
static Value chain_step(VM *vm, Iter *it) {
    for (;;) {
        if (it->inner != V_NONE) {
            Value v = iter_step(vm, AS(Iter, it->inner));
            if (v != V_STOP) return v;
        }
        Value next = iter_step(vm, AS(Iter, it->source));
        if (next == V_STOP) return finish(it);
        if (next == V_ERROR) return next;
        if (!iter_is_native(vm, next))
            return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", type_name(vm, next));
        it->inner = iter_of(vm, next);
        if (it->inner == V_ERROR) return V_ERROR;
    }
}

static Value chain_over(VM *vm, Value cls, Value iterables) {
    const Value *items;
    uint32_t n;
    seq_items(iterables, &items, &n);
    for (uint32_t i = 0; i < n; i++)
        if (!iter_is_native(vm, items[i])) return twin(vm, "chain", 2, (Value[]){cls, iterables});
    Iter *it = make(vm, cls, chain_step);
    it->source = iter_of(vm, iterables);
    return from_obj(it);
}

static Value chain_new(VM *vm, Value *args, int n) {
    return chain_over(vm, args[0], tuple_from(vm, args + 1, (uint32_t)n - 1));
}

static Value chain_from_iterable(VM *vm, Value *args, int n) {
    (void)n;
    if (is_list(args[1]) || is_tuple(args[1])) return chain_over(vm, args[0], args[1]);
    return twin(vm, "chain", 2, args);
}

static const NativeDef chain_methods[] = {
    {"from_iterable", chain_from_iterable, 2, 2, NF_CLASS, NULL},
    {0},
};

/* --- islice, cycle, pairwise ------------------------------------------------------------------ */

enum { NO_END = -1 };

/* `position` elements were taken, number `inner` is the next to be given out. */
static Value islice_step(VM *vm, Iter *it) {
    Iter *source = AS(Iter, it->source);
    int64_t next = as_small(it->inner);
    Value v;
    for (; it->position < next; it->position++)
        if ((v = iter_step(vm, source)) == V_STOP || v == V_ERROR) return v == V_STOP ? finish(it) : v;
    if (it->end != NO_END && it->position >= it->end) return finish(it);
    v = iter_step(vm, source);
    if (v == V_STOP || v == V_ERROR) return v == V_STOP ? finish(it) : v;
    it->position++;
    next = it->step > INT_SMALL_MAX - next ? INT_SMALL_MAX : next + it->step;
    if (it->end != NO_END && next > it->end) next = it->end;
    it->inner = from_small(next);
    return v;
}

/* One of the numbers of islice: false, with an error, if it cannot be one. */
static bool islice_limit(VM *vm, Value v, int64_t absent, int64_t least, const char *message, int64_t *out) {
    *out = absent;
    if (v == V_UNDEF || v == V_NONE) return true;
    if (int_is(v) && !is_bigint(num_plain(v)) && int_clamped(v, out) && *out >= least) return true;
    vm_raise(vm, T_VALUE_ERROR, "%s", message);
    return false;
}

static bool islice_limits(VM *vm, const Value *args, int n, int64_t *start, int64_t *stop, int64_t *step) {
    static const char stop_message[] =
        "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
                      index_message[] =
                          "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
                      step_message[] = "Step for islice() must be a positive integer or None.";
    *start = 0;
    *step = 1;
    if (n == 3) return islice_limit(vm, args[2], NO_END, 0, stop_message, stop);
    return islice_limit(vm, args[3], NO_END, 0, stop_message, stop) &&
           islice_limit(vm, args[2], 0, 0, index_message, start) &&
           islice_limit(vm, args[4], 1, 1, step_message, step);
}

/* An object with __index__; or so great a number that walking there is to be interrupted. */
static bool islice_needs_python(VM *vm, Value v) {
    enum { FAR = 1 << 20 };
    int64_t i;
    if (v == V_NONE) return false;
    if (int_is(v)) return int_clamped(v, &i) && i > FAR;
    return is_obj(v) && class_special(vm, class_of(vm, v), SP_INDEX) != V_UNDEF;
}

static Value islice_new(VM *vm, Value *args, int n) {
    bool python = !iter_is_native(vm, args[1]);
    for (int i = 2; i < n; i++) python = python || islice_needs_python(vm, args[i]);
    int64_t start, stop, step;
    if (!python || n < 3) {
        if (!islice_limits(vm, args, n, &start, &stop, &step)) return V_ERROR;
        Iter *it = make(vm, args[0], islice_step);
        it->source = iter_of(vm, args[1]);
        if (it->source == V_ERROR) return V_ERROR;
        it->inner = from_small(start);
        it->end = stop;
        it->step = step;
        return from_obj(it);
    }
    bool one = n == 3;
    Value a[] = {
        args[0],       args[1], one ? V_NONE : args[2], one ? args[2] : args[3], n > 4 ? args[4] : V_NONE,
        from_bool(one)};
    return twin(vm, "islice", 6, a);
}

/* First through `source`, keeping the elements in `inner`; then over these for ever. */
static Value cycle_step(VM *vm, Iter *it) {
    List *saved = AS(List, it->inner);
    if (it->source != V_NONE) {
        Value v = iter_step(vm, AS(Iter, it->source));
        if (v != V_STOP) {
            if (v != V_ERROR) list_push(vm, saved, v);
            return v;
        }
        it->source = V_NONE;
    }
    if (saved->len == 0) return V_STOP;
    if (it->position == saved->len) it->position = 0;
    return saved->items[it->position++];
}

static Value cycle_new(VM *vm, Value *args, int n) {
    (void)n;
    if (!iter_is_native(vm, args[1])) return twin(vm, "cycle", 2, args);
    Iter *it = make(vm, args[0], cycle_step);
    it->source = iter_of(vm, args[1]);
    it->inner = list_new(vm, 0);
    return from_obj(it);
}

static Value pairwise_step(VM *vm, Iter *it) {
    if (it->inner == V_UNDEF) it->inner = iter_step(vm, AS(Iter, it->source));
    if (it->inner == V_STOP) return finish(it);
    if (it->inner == V_ERROR) {
        it->inner = V_UNDEF;
        return V_ERROR;
    }
    Value v = iter_step(vm, AS(Iter, it->source));
    if (v == V_STOP) return finish(it);
    if (v == V_ERROR) return v;
    Value pair = tuple_from(vm, (Value[]){it->inner, v}, 2);
    it->inner = v;
    return pair;
}

static Value pairwise_new(VM *vm, Value *args, int n) {
    (void)n;
    if (!iter_is_native(vm, args[1])) return twin(vm, "pairwise", 2, args);
    Iter *it = make(vm, args[0], pairwise_step);
    it->source = iter_of(vm, args[1]);
    it->inner = V_UNDEF;
    return from_obj(it);
}

/* --- zip_longest, accumulate ------------------------------------------------------------------- */

/* `source` holds the iterators, None for one that has ended; `position` counts the others. */
static Value zip_longest_step(VM *vm, Iter *it) {
    Tuple *sources = AS(Tuple, it->source);
    if (it->position == 0) return V_STOP;
    Value out = tuple_new(vm, sources->len);
    for (uint32_t i = 0; i < sources->len; i++) {
        Value v = sources->items[i] == V_NONE ? V_STOP : iter_step(vm, AS(Iter, sources->items[i]));
        if (v == V_ERROR) return v;
        if (v == V_STOP) {
            if (sources->items[i] != V_NONE && --it->position == 0) return finish(it);
            sources->items[i] = V_NONE;
            v = it->inner;
        }
        AS(Tuple, out)->items[i] = v;
    }
    return out;
}

static Value zip_longest_new(VM *vm, Value *args, int n) {
    Value fill = V_NONE, keywords = args[n];
    if (keywords != V_UNDEF) {
        Dict *d = AS(Dict, keywords);
        fill = dict_get_str(d, str_intern(vm, "fillvalue", 9));
        if (fill == V_UNDEF || d->used > 1)
            return vm_raise(vm, T_TYPE_ERROR, "zip_longest() got an unexpected keyword argument");
    }
    Value sources = native_iters(vm, args + 1, n - 1);
    if (sources == V_UNDEF) {
        Value a[] = {args[0], fill, tuple_from(vm, args + 1, (uint32_t)n - 1)};
        return twin(vm, "zip_longest", 3, a);
    }
    Iter *it = make(vm, args[0], zip_longest_step);
    it->source = sources;
    it->inner = fill;
    it->position = n - 1;
    return from_obj(it);
}

/* Sums of numbers: `inner` is what has been reached, V_UNDEF before the first element. */
static Value accumulate_step(VM *vm, Iter *it) {
    if (it->strict) { /* an initial value comes out as it is */
        it->strict = false;
        return it->inner;
    }
    Value v = iter_step(vm, AS(Iter, it->source));
    if (v == V_STOP || v == V_ERROR) return v;
    Value sum = it->inner == V_UNDEF ? v : obj_binary(vm, BIN_ADD, it->inner, v);
    if (sum == V_TAIL) return vm_raise(vm, T_RUNTIME_ERROR, "the list changed during accumulate()");
    if (sum != V_ERROR) it->inner = sum;
    return sum;
}

static bool all_numbers(Value sequence) {
    if (is_kind(sequence, KIND_RANGE)) return true;
    if (!is_list(sequence) && !is_tuple(sequence)) return false;
    const Value *items;
    uint32_t n;
    seq_items(sequence, &items, &n);
    for (uint32_t i = 0; i < n; i++)
        if (!is_number(items[i])) return false;
    return true;
}

static Value accumulate_new(VM *vm, Value *args, int n) {
    (void)n;
    Value initial = args[3] == V_UNDEF ? V_NONE : args[3], function = args[2] == V_UNDEF ? V_NONE : args[2];
    if (function != V_NONE || !iter_is_native(vm, args[1]) || !all_numbers(args[1]) ||
        (initial != V_NONE && !is_number(initial)))
        return twin(vm, "accumulate", 4, (Value[]){args[0], args[1], function, initial});
    Iter *it = make(vm, args[0], accumulate_step);
    it->source = iter_of(vm, args[1]);
    it->strict = initial != V_NONE;
    it->inner = it->strict ? initial : V_UNDEF;
    return from_obj(it);
}

/* --- combinations and the like -------------------------------------------------------------------
 * `source` is the pool, a tuple; `inner` a tuple of small ints: the indices of what was given out
 * last. `position` is 0 before the first. */

static Value *indices(Iter *it) {
    return AS(Tuple, it->inner)->items;
}

static Value picked(VM *vm, Iter *it, uint32_t r) {
    const Value *pool = AS(Tuple, it->source)->items;
    Value out = tuple_new(vm, r);
    for (uint32_t i = 0; i < r; i++) AS(Tuple, out)->items[i] = pool[as_small(indices(it)[i])];
    return out;
}

static Value combinations_step(VM *vm, Iter *it) {
    int64_t n = AS(Tuple, it->source)->len, r = it->step;
    if (it->position++ == 0) return r > n ? finish(it) : picked(vm, it, (uint32_t)r);
    Value *index = indices(it);
    int64_t i = r - 1;
    while (i >= 0 && as_small(index[i]) == i + n - r) i--;
    if (i < 0) return finish(it);
    int64_t value = as_small(index[i]) + 1;
    for (; i < r; i++) index[i] = from_small(value++);
    return picked(vm, it, (uint32_t)r);
}

static Value with_replacement_step(VM *vm, Iter *it) {
    int64_t n = AS(Tuple, it->source)->len, r = it->step;
    if (it->position++ == 0) return n == 0 && r > 0 ? finish(it) : picked(vm, it, (uint32_t)r);
    Value *index = indices(it);
    int64_t i = r - 1;
    while (i >= 0 && as_small(index[i]) == n - 1) i--;
    if (i < 0) return finish(it);
    Value value = from_small(as_small(index[i]) + 1);
    for (; i < r; i++) index[i] = value;
    return picked(vm, it, (uint32_t)r);
}

/* The indices are all n of them, followed by the r counters of how often each place may turn. */
static Value permutations_step(VM *vm, Iter *it) {
    int64_t n = AS(Tuple, it->source)->len, r = it->step;
    if (it->position++ == 0) return r > n ? finish(it) : picked(vm, it, (uint32_t)r);
    Value *index = indices(it), *cycles = index + n;
    for (int64_t i = r - 1; i >= 0; i--) {
        int64_t left = as_small(cycles[i]) - 1;
        if (left == 0) {
            Value first = index[i];
            memmove(index + i, index + i + 1, (size_t)(n - i - 1) * sizeof *index);
            index[n - 1] = first;
            cycles[i] = from_small(n - i);
            continue;
        }
        cycles[i] = from_small(left);
        Value swapped = index[i];
        index[i] = index[n - left];
        index[n - left] = swapped;
        return picked(vm, it, (uint32_t)r);
    }
    return finish(it);
}

/* `source` is a tuple of pools. */
static Value product_step(VM *vm, Iter *it) {
    const Tuple *pools = AS(Tuple, it->source);
    Value *index = indices(it);
    uint32_t r = pools->len, i = r;
    if (it->position++ == 0) {
        for (uint32_t k = 0; k < r; k++)
            if (AS(Tuple, pools->items[k])->len == 0) return finish(it);
    } else {
        for (; i > 0; i--) {
            int64_t next = as_small(index[i - 1]) + 1;
            bool more = next < AS(Tuple, pools->items[i - 1])->len;
            index[i - 1] = from_small(more ? next : 0);
            if (more) break;
        }
        if (i == 0) return finish(it);
    }
    Value out = tuple_new(vm, r);
    for (uint32_t k = 0; k < r; k++)
        AS(Tuple, out)->items[k] = AS(Tuple, pools->items[k])->items[as_small(index[k])];
    return out;
}

static Value pool_of(VM *vm, Value iterable) {
    const Value *items;
    uint32_t n;
    if (!iter_items(vm, iterable, &items, &n)) return V_ERROR;
    return tuple_from(vm, items, n);
}

static Value zeros(VM *vm, int64_t n) {
    if (!heap_can_hold(vm, (size_t)n * sizeof(Value))) return V_ERROR;
    Value t = tuple_new(vm, (uint32_t)n);
    for (int64_t i = 0; i < n; i++) AS(Tuple, t)->items[i] = from_small(0);
    return t;
}

/* What the three share: the pool and r, which must not be negative. */
static Iter *picking(VM *vm, Value *args, int64_t r, Value (*next)(VM *, Iter *)) {
    Value pool = pool_of(vm, args[1]);
    if (pool == V_ERROR) return NULL;
    if (r < 0) {
        vm_raise(vm, T_VALUE_ERROR, "r must be non-negative");
        return NULL;
    }
    Iter *it = make(vm, args[0], next);
    it->source = pool;
    it->step = r;
    return it;
}

static Value combinations_new(VM *vm, Value *args, int n) {
    (void)n;
    int64_t r;
    Tri t = index_arg(vm, args[2], false, &r);
    if (t == FAILED) return V_ERROR;
    if (t == NEEDS_PYTHON || !iter_is_native(vm, args[1])) return twin(vm, "picking", 3, args);
    Iter *it = picking(vm, args, r, combinations_step);
    if (!it) return V_ERROR;
    int64_t size = r > AS(Tuple, it->source)->len ? 0 : r;
    it->inner = zeros(vm, size);
    for (int64_t i = 0; i < size; i++) indices(it)[i] = from_small(i);
    return from_obj(it);
}

static Value with_replacement_new(VM *vm, Value *args, int n) {
    (void)n;
    int64_t r;
    Tri t = index_arg(vm, args[2], false, &r);
    if (t == FAILED) return V_ERROR;
    if (t == NEEDS_PYTHON || !iter_is_native(vm, args[1])) return twin(vm, "picking", 3, args);
    Iter *it = picking(vm, args, r, with_replacement_step);
    if (!it) return V_ERROR;
    it->inner = zeros(vm, r);
    return it->inner == V_ERROR ? V_ERROR : from_obj(it);
}

static Value permutations_new(VM *vm, Value *args, int n) {
    (void)n;
    int64_t r = 0;
    bool all = args[2] == V_UNDEF || args[2] == V_NONE;
    if (!all && !int_is(args[2])) return vm_raise(vm, T_TYPE_ERROR, "Expected int as r");
    if (!iter_is_native(vm, args[1]))
        return twin(vm, "picking", 3, (Value[]){args[0], args[1], all ? V_NONE : args[2]});
    if (!all && index_arg(vm, args[2], false, &r) == FAILED) return V_ERROR;
    Iter *it = picking(vm, args, r, permutations_step);
    if (!it) return V_ERROR;
    int64_t count = AS(Tuple, it->source)->len;
    if (all) it->step = r = count;
    it->inner = zeros(vm, r > count ? 0 : count + r);
    if (it->inner == V_ERROR) return V_ERROR;
    for (int64_t i = 0; r <= count && i < count; i++) indices(it)[i] = from_small(i);
    for (int64_t i = 0; r <= count && i < r; i++) indices(it)[count + i] = from_small(count - i);
    return from_obj(it);
}

static Value product_new(VM *vm, Value *args, int n) {
    int64_t repeat = 1;
    if (args[n] != V_UNDEF) {
        Dict *d = AS(Dict, args[n]);
        Str *name = str_intern(vm, "repeat", 6);
        Value given = dict_get_str(d, name);
        uint32_t i = 0;
        for (DictEntry *e; (e = dict_next(d, &i));)
            if (e->key != from_obj(name))
                return vm_raise(vm, T_TYPE_ERROR, "'%s' is an invalid keyword argument for product()",
                                (const char *)AS(Str, e->key)->data);
        Tri t = index_arg(vm, given, false, &repeat);
        if (t != YES) return t == FAILED ? V_ERROR : vm_raise(vm, T_TYPE_ERROR, "an integer is required");
        if (repeat < 0) return vm_raise(vm, T_VALUE_ERROR, "repeat argument cannot be negative");
    }
    for (int i = 1; i < n; i++)
        if (!iter_is_native(vm, args[i]))
            return twin(vm, "product", 3,
                        (Value[]){args[0], from_small(repeat), tuple_from(vm, args + 1, (uint32_t)n - 1)});
    int64_t count = n - 1, total = count * repeat;
    if (repeat > INT32_MAX || total > INT32_MAX)
        return vm_raise(vm, T_OVERFLOW_ERROR, "repeat argument too large");
    Iter *it = make(vm, args[0], product_step);
    it->source = zeros(vm, total);
    it->inner = zeros(vm, total);
    if (it->source == V_ERROR || it->inner == V_ERROR) return V_ERROR;
    for (int64_t i = 0; i < total; i++) {
        Value *pool = &AS(Tuple, it->source)->items[i];
        *pool = i < count ? pool_of(vm, args[i + 1]) : AS(Tuple, it->source)->items[i - count];
        if (*pool == V_ERROR) return V_ERROR;
    }
    return from_obj(it);
}

/* --- those that call functions: always generators --------------------------------------------------- */

static Value compress_new(VM *vm, Value *args, int n) {
    return twin(vm, "compress", n, args);
}
static Value dropwhile_new(VM *vm, Value *args, int n) {
    return twin(vm, "dropwhile", n, args);
}
static Value filterfalse_new(VM *vm, Value *args, int n) {
    return twin(vm, "filterfalse", n, args);
}
static Value starmap_new(VM *vm, Value *args, int n) {
    return twin(vm, "starmap", n, args);
}
static Value takewhile_new(VM *vm, Value *args, int n) {
    return twin(vm, "takewhile", n, args);
}

static Value groupby_new(VM *vm, Value *args, int n) {
    (void)n;
    return twin(vm, "groupby", 3, (Value[]){args[0], args[1], args[2] == V_UNDEF ? V_NONE : args[2]});
}

static Value tee(VM *vm, Value *args, int n) {
    int64_t count = 2;
    if (n > 1) {
        Tri t = index_arg(vm, args[1], false, &count);
        if (t == FAILED) return V_ERROR;
    }
    if (count < 0) return vm_raise(vm, T_VALUE_ERROR, "n must be >= 0");
    return twin(vm, "tee", 2, (Value[]){args[0], int_from_i64(vm, count)});
}

/* named(class, generator): a twin's generator under the name that programs know it by. */
static Value named(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    as_obj(args[1])->cls = AS(Class, args[0]);
    return args[1];
}

static const NativeDef functions[] = {
    {"tee", tee, 1, 2, 0, NULL},
    {"_named", named, 2, 2, 0, NULL},
    {0},
};

static const struct {
    NativeDef construct;
    const NativeDef *methods;
} classes[] = {
    {{"accumulate", accumulate_new, 2, 4, 0, "cls, iterable, func, *, initial"}, NULL},
    {{"chain", chain_new, 1, -1, 0, NULL}, chain_methods},
    {{"combinations", combinations_new, 3, 3, 0, "cls, iterable, r"}, NULL},
    {{"combinations_with_replacement", with_replacement_new, 3, 3, 0, "cls, iterable, r"}, NULL},
    {{"compress", compress_new, 3, 3, 0, "cls, data, selectors"}, NULL},
    {{"count", count_new, 1, 3, 0, "cls, start, step"}, count_methods},
    {{"cycle", cycle_new, 2, 2, 0, NULL}, NULL},
    {{"dropwhile", dropwhile_new, 3, 3, 0, NULL}, NULL},
    {{"filterfalse", filterfalse_new, 3, 3, 0, NULL}, NULL},
    {{"groupby", groupby_new, 2, 3, 0, "cls, iterable, key"}, NULL},
    {{"islice", islice_new, 3, 5, 0, NULL}, NULL},
    {{"pairwise", pairwise_new, 2, 2, 0, NULL}, NULL},
    {{"permutations", permutations_new, 2, 3, 0, "cls, iterable, r"}, NULL},
    {{"product", product_new, 1, -1, NF_KEYWORDS, NULL}, NULL},
    {{"repeat", repeat_new, 2, 3, 0, "cls, object, times"}, repeat_methods},
    {{"starmap", starmap_new, 3, 3, 0, NULL}, NULL},
    {{"takewhile", takewhile_new, 3, 3, 0, NULL}, NULL},
    {{"zip_longest", zip_longest_new, 1, -1, NF_KEYWORDS, NULL}, NULL},
    {{"_grouper", NULL, 0, 0, 0, NULL}, NULL},
    {{"_tee", NULL, 0, 0, 0, NULL}, NULL},
};

static void init(VM *vm, ModuleObj *m) {
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const NativeDef *d = &classes[i].construct;
        Class *c = class_define(vm, "itertools", d->name, class_get(vm, T_OBJECT), KIND_ITER,
                                d->fn ? d : NULL, iter_methods);
        if (classes[i].methods) class_add_methods(vm, c, classes[i].methods);
        if (classes[i].methods == chain_methods) class_add_getitem(vm, c);
        module_set(vm, m, d->name, from_obj(c));
    }
}

const ModuleDef itertools_module = {.name = "itertools", .functions = functions, .init = init};
