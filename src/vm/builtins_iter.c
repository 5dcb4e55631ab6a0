/* The built-in functions over iterables, and the classes zip, enumerate and reversed. What C can walk alone is done here; a generator or a class of the program is
 * walked by a twin, one element at a time, since its code runs between two steps. */
#include "vm/containers.h"
#include "vm/num.h"
#include "vm/num_fast.h"
#include "vm/vm_internal.h"

static Value len_function(VM *vm, Value *args, int n) {
    (void)n;
    return obj_len(vm, args[0]);
}

static Value hash_function(VM *vm, Value *args, int n) {
    (void)n;
    return obj_hash(vm, args[0]);
}

/* --- iter and next ------------------------------------------------------------------------------ */

static bool is_callable(VM *vm, Value v) {
    if (!is_obj(v)) return false;
    Kind k = (Kind)as_obj(v)->kind;
    if (k == KIND_FUNCTION || k == KIND_NATIVE || k == KIND_METHOD || k == KIND_CLASS) return true;
    return class_special(vm, as_obj(v)->cls, SP_CALL) != V_UNDEF;
}

static Value iter_function(VM *vm, Value *args, int n) {
    if (n == 1) return obj_iter(vm, args[0]);
    if (!is_callable(vm, args[0])) return vm_raise(vm, T_TYPE_ERROR, "iter(v, w): v must be callable");
    return vm_twin(vm, TWIN_ITER_CALLABLE, 2, args[0], args[1]);
}

static Value ended(VM *vm, Value otherwise) {
    return otherwise == V_UNDEF ? vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF) : otherwise;
}

Value iter_ask_next(VM *vm, Value it) {
    if (is_kind(it, KIND_GENERATOR) && class_special(vm, class_of(vm, it), SP_NEXT) != V_UNDEF)
        return vm_tail_resume(vm, AS(Generator, it), V_NONE, false, THEN_RESUME);
    Value f = class_special(vm, class_of(vm, it), SP_NEXT);
    if (f == V_UNDEF || f == V_NONE)
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not an iterator", type_name(vm, it));
    if (is_kind(f, KIND_FUNCTION) || is_kind(f, KIND_NATIVE)) return vm_tail(vm, f, 1, &it);
    f = attr_bind(vm, f, it, class_of(vm, it));
    return f == V_ERROR || f == V_TAIL ? f : vm_tail(vm, f, 0, NULL);
}

/* A frame in C that waits for a __next__: its end is the default. */
static Value next_or_default(VM *vm, Frame *f, Value result) {
    if (result == V_UNDEF) return iter_ask_next(vm, f->slots[0]);
    if (result != V_ERROR || !vm_error_is(vm, T_STOP_ITERATION)) return result;
    vm_clear_error(vm);
    return f->slots[1];
}

static Value next_function(VM *vm, Value *args, int n) {
    (void)n;
    if (is_kind(args[0], KIND_ITER)) {
        Value v = iter_step(vm, AS(Iter, args[0]));
        return v == V_STOP ? ended(vm, args[1]) : v;
    }
    if (args[1] == V_UNDEF || !iter_is_iterator(vm, args[0])) return iter_ask_next(vm, args[0]);
    return vm_tail_step(vm, next_or_default, 2, args);
}

/* --- sum ---------------------------------------------------------------------------------------- */

/* Adds what is a number while it can be done without calls: how many elements it took. */
static uint32_t sum_quickly(VM *vm, const Value *items, uint32_t n, Value *total) {
    uint32_t i = 0;
    Value sum = *total;
    int64_t whole, next;
    if (n > 0 && is_int(items[0]) && int_is(sum) && int_fits_i64(num_plain(sum), &whole)) {
        for (; i < n && is_int(items[i]); i++, whole = next)
            if (__builtin_add_overflow(whole, as_small(items[i]), &next)) break;
        if (i > 0) sum = int_from_i64(vm, whole);
    }
    if (i < n && is_fast_number(sum) && is_float(items[i])) {
        double d = fast_double(sum);
        while (i < n && is_fast_number(items[i])) d += fast_double(items[i++]);
        sum = from_float(d);
    }
    *total = sum;
    return i;
}

/* Whether adding it may run the program's own code. */
static bool adds_itself(Value v) {
    return is_obj(v) && (!(as_obj(v)->cls->flags & CLASS_BUILTIN) || as_obj(v)->kind == KIND_RECORD);
}

static Value sum_items(VM *vm, Value list, Value start) {
    const Value *items;
    uint32_t n;
    if (!iter_items(vm, list, &items, &n)) return V_ERROR;
    vm_charge(vm, n / 4);
    Value total = start;
    for (uint32_t i = 0; i < n;) {
        if (adds_itself(total)) return vm_twin(vm, TWIN_SUM, 2, list, start);
        i += sum_quickly(vm, items + i, n - i, &total);
        if (i == n) break;
        if (adds_itself(total) || adds_itself(items[i])) return vm_twin(vm, TWIN_SUM, 2, list, start);
        total = obj_binary(vm, BIN_ADD, total, items[i++]);
        if (total == V_ERROR) return total;
        if (total == V_TAIL) return vm_twin(vm, TWIN_SUM, 2, list, start);
    }
    return total;
}

/* --- without end ---------------------------------------------------------------------------------- */

enum { PIECE = 1 << 12 }; /* elements of an iterator that are taken before the interpreter has its turn */
enum { PIECES_OF, PIECE_LIST, START, PIECES_SLOTS }; /* START: of a sum; the default of an extreme */
enum { BEGIN, WORKED, PAUSED };                      /* stages: what `result` is */

/* A list and the like is there as a whole. An iterator may go on for ever or give more than fits:
 * it is taken piece by piece, and a run can be stopped between two of them. */
static bool goes_by_pieces(Value v) {
    if (is_kind(v, KIND_ITER)) return true;
    if (!is_kind(v, KIND_RANGE)) return false;
    Value length = AS(Range, v)->length;
    return !is_int(length) || as_small(length) > PIECE;
}

static Value by_pieces(VM *vm, NativeStep step, Value iterable, Value start) {
    Value slots[PIECES_SLOTS] = {iter_of(vm, iterable), list_new(vm, PIECE + 1), start};
    return vm_tail_step(vm, step, PIECES_SLOTS, slots);
}

/* The next elements behind those that are in the list, which has room for them: how many, or -1. */
static int add_piece(VM *vm, const Frame *f) {
    List *list = AS(List, f->slots[PIECE_LIST]);
    Iter *it = AS(Iter, f->slots[PIECES_OF]);
    int n = 0;
    if (it->which == ITER_RANGE && !it->done) {
        for (; n < PIECE && it->position != it->end; it->position += it->step, n++)
            list->items[list->len++] = from_small(it->position);
        return n;
    }
    for (Value v; n < PIECE && (v = iter_step(vm, it)) != V_STOP; n++) {
        if (v == V_ERROR) return -1;
        list->items[list->len++] = v;
    }
    return n;
}

/* Lets the interpreter look around; `v` comes back. */
static Value pause(VM *vm, Frame *f, Value v) {
    f->stage = PAUSED;
    return vm_twin(vm, TWIN_PAUSE, 1, v);
}

static Value sum_step(VM *vm, Frame *f, Value result) {
    if (result == V_ERROR) return result;
    if (f->stage == WORKED) return pause(vm, f, result);
    Value total = f->stage == BEGIN ? f->slots[START] : result;
    AS(List, f->slots[PIECE_LIST])->len = 0;
    int n = add_piece(vm, f);
    if (n < 0) return V_ERROR;
    if (n == 0) return total;
    total = sum_items(vm, f->slots[PIECE_LIST], total);
    f->stage = WORKED;
    return total == V_ERROR || total == V_TAIL ? total : pause(vm, f, total);
}

static Value sum_function(VM *vm, Value *args, int n) {
    (void)n;
    Value start = args[1] == V_UNDEF ? from_small(0) : args[1];
    if (is_str(start))
        return vm_raise(vm, T_TYPE_ERROR, "sum() can't sum strings [use ''.join(seq) instead]");
    if (is_kind(start, KIND_BYTES))
        return vm_raise(vm, T_TYPE_ERROR, "sum() can't sum bytes [use b''.join(seq) instead]");
    if (!iter_is_native(vm, args[0])) return vm_twin(vm, TWIN_SUM, 2, args[0], start);
    if (goes_by_pieces(args[0])) return by_pieces(vm, sum_step, args[0], start);
    Value list = is_list(args[0]) || is_tuple(args[0]) ? args[0] : iter_to_list(vm, args[0]);
    return list == V_ERROR ? list : sum_items(vm, list, start);
}

/* --- min and max ---------------------------------------------------------------------------------- */

typedef struct Extreme {
    const char *name;
    CompareOp better;
    Twin twin;
} Extreme;

static const Extreme MIN = {"min", CMP_LT, TWIN_MIN}, MAX = {"max", CMP_GT, TWIN_MAX};

static Value by_twin(VM *vm, const Extreme *what, Value iterable, Value key, Value otherwise) {
    Value rest = otherwise == V_UNDEF ? tuple_new(vm, 0) : tuple_from(vm, &otherwise, 1);
    return vm_twin(vm, what->twin, 3, iterable, key == V_UNDEF ? V_NONE : key, rest);
}

static Value best_of(VM *vm, const Extreme *what, Value list, Value otherwise) {
    const Value *items;
    uint32_t n;
    seq_items(list, &items, &n);
    if (n == 0) {
        if (otherwise != V_UNDEF) return otherwise;
        return vm_raise(vm, T_VALUE_ERROR, "%s() arg is an empty sequence", what->name);
    }
    vm_charge(vm, n / 4);
    Value best = items[0];
    for (uint32_t i = 1; i < n; i++) {
        if (both_int(items[i], best)) {
            if (int_less(items[i], best) == (what->better == CMP_LT) && items[i] != best) best = items[i];
            continue;
        }
        Tri t = val_compare(vm, what->better, items[i], best);
        if (t == NEEDS_PYTHON) return by_twin(vm, what, list, V_NONE, otherwise);
        if (t == FAILED) return V_ERROR;
        if (t == YES) best = items[i];
    }
    return best;
}

static Value best_step(VM *vm, Frame *f, Value result, const Extreme *what) {
    if (result == V_ERROR) return result;
    if (f->stage == WORKED) return pause(vm, f, result);
    Value list = f->slots[PIECE_LIST];
    AS(List, list)->len = 0;
    if (f->stage == PAUSED) list_push(vm, AS(List, list), result);
    int n = add_piece(vm, f);
    if (n < 0) return V_ERROR;
    if (n == 0 && f->stage == PAUSED) return result;
    if (n == 0) return best_of(vm, what, list, f->slots[START]);
    f->stage = WORKED;
    Value best = best_of(vm, what, list, V_UNDEF);
    return best == V_ERROR || best == V_TAIL ? best : pause(vm, f, best);
}

static Value min_step(VM *vm, Frame *f, Value result) {
    return best_step(vm, f, result, &MIN);
}

static Value max_step(VM *vm, Frame *f, Value result) {
    return best_step(vm, f, result, &MAX);
}

/* key= and default=, and nothing else. */
static bool keywords_of(VM *vm, const Extreme *what, Value keywords, Value *key, Value *otherwise) {
    *key = *otherwise = V_UNDEF;
    if (keywords == V_UNDEF) return true;
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(AS(Dict, keywords), &i));) {
        Str *name = AS(Str, e->key);
        if (str_is(name, "key")) {
            *key = e->value;
        } else if (str_is(name, "default")) {
            *otherwise = e->value;
        } else {
            Buf b = {0};
            str_to_utf8(name, &b);
            vm_raise(vm, T_TYPE_ERROR, "'%s' is an invalid keyword argument for %s()", buf_cstr(&b),
                     what->name);
            buf_deinit(&b);
            return false;
        }
    }
    return true;
}

static Value extreme(VM *vm, const Extreme *what, Value *args, int n) {
    Value key, otherwise;
    if (!keywords_of(vm, what, args[n], &key, &otherwise)) return V_ERROR;
    if (n == 0) return vm_raise(vm, T_TYPE_ERROR, "%s expected at least 1 argument, got 0", what->name);
    if (n > 1 && otherwise != V_UNDEF)
        return vm_raise(vm, T_TYPE_ERROR,
                        "Cannot specify a default for %s() with multiple positional arguments", what->name);
    Value list = n > 1 ? list_from(vm, args, (uint32_t)n) : args[0];
    if ((key != V_UNDEF && key != V_NONE) || !iter_is_native(vm, list))
        return by_twin(vm, what, list, key, otherwise);
    if (goes_by_pieces(list)) return by_pieces(vm, what == &MIN ? min_step : max_step, list, otherwise);
    if (!is_list(list) && !is_tuple(list)) list = iter_to_list(vm, list);
    return list == V_ERROR ? list : best_of(vm, what, list, otherwise);
}

static Value min_function(VM *vm, Value *args, int n) {
    return extreme(vm, &MIN, args, n);
}

static Value max_function(VM *vm, Value *args, int n) {
    return extreme(vm, &MAX, args, n);
}

/* --- any and all ------------------------------------------------------------------------------------- */

/* Stops at the first element whose truth is `wanted`. What may have no end is left to the twin
 * after a while, which can be stopped anywhere. */
static Value search_truth(VM *vm, Value iterable, bool wanted) {
    if (!iter_is_native(vm, iterable)) return vm_twin(vm, wanted ? TWIN_ANY : TWIN_ALL, 1, iterable);
    Value it = iter_of(vm, iterable);
    if (it == V_ERROR) return it;
    int left = PIECE;
    for (Value v; (v = iter_step(vm, AS(Iter, it))) != V_STOP;) {
        if (v == V_ERROR) return v;
        Tri t = --left ? val_truth(vm, v) : NEEDS_PYTHON;
        if (t == NEEDS_PYTHON) return vm_twin(vm, wanted ? TWIN_ANY_FROM : TWIN_ALL_FROM, 2, v, it);
        if (t == FAILED) return V_ERROR;
        if ((t == YES) == wanted) return from_bool(wanted);
        vm_charge(vm, 1);
    }
    return from_bool(!wanted);
}

static Value any_function(VM *vm, Value *args, int n) {
    (void)n;
    return search_truth(vm, args[0], true);
}

static Value all_function(VM *vm, Value *args, int n) {
    (void)n;
    return search_truth(vm, args[0], false);
}

/* --- zip, enumerate, reversed --------------------------------------------------------------- */

static Value not_iterable(VM *vm, Value v) {
    return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", type_name(vm, v));
}

static Tri strict_flag(VM *vm, Value keywords) {
    if (keywords == V_UNDEF) return NO;
    uint32_t i = 0;
    Tri strict = NO;
    for (DictEntry *e; (e = dict_next(AS(Dict, keywords), &i));) {
        if (!str_is(AS(Str, e->key), "strict")) {
            Buf b = {0};
            str_to_utf8(AS(Str, e->key), &b);
            vm_raise(vm, T_TYPE_ERROR, "'%s' is an invalid keyword argument for zip()", buf_cstr(&b));
            buf_deinit(&b);
            return FAILED;
        }
        strict = val_truth(vm, e->value);
    }
    return strict;
}

static Value zip_construct(VM *vm, Value *args, int n) {
    Tri strict = strict_flag(vm, args[n]);
    if (strict == FAILED) return V_ERROR;
    bool native = true;
    for (int i = 1; i < n; i++) {
        if (!iter_is_iterable(vm, args[i])) return not_iterable(vm, args[i]);
        native = native && iter_is_native(vm, args[i]);
    }
    if (!native) {
        args[0] = from_bool(strict == YES);
        return vm_twin_args(vm, TWIN_ZIP, n, args);
    }
    Value sources = tuple_from(vm, args + 1, (uint32_t)n - 1);
    for (int i = 1; i < n; i++) {
        Value it = iter_of(vm, args[i]);
        if (it == V_ERROR) return it;
        AS(Tuple, sources)->items[i - 1] = it;
    }
    Iter *it = iter_make(vm, T_ZIP, ITER_ZIP, sources);
    it->strict = strict == YES;
    return from_obj(it);
}

static Value enumerate_construct(VM *vm, Value *args, int n) {
    (void)n;
    Value start = args[2] == V_UNDEF ? from_small(0) : args[2];
    if (args[1] == V_UNDEF)
        return vm_raise(vm, T_TYPE_ERROR, "enumerate() missing required argument 'iterable'");
    if (!int_is(start)) {
        if (is_obj(start) && special_is_python(vm, class_of(vm, start), SP_INDEX))
            return vm_twin(vm, TWIN_ENUMERATE, 2, args[1], start);
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer",
                        type_name(vm, start));
    }
    start = num_plain(start);
    if (!iter_is_iterable(vm, args[1])) return not_iterable(vm, args[1]);
    if (!iter_is_native(vm, args[1]) || !is_int(start)) return vm_twin(vm, TWIN_ENUMERATE, 2, args[1], start);
    Value inner = iter_of(vm, args[1]);
    if (inner == V_ERROR) return inner;
    Iter *it = iter_make(vm, T_ENUMERATE, ITER_ENUMERATE, V_NONE);
    it->inner = inner;
    it->position = as_small(start);
    return from_obj(it);
}

static Value reversed_construct(VM *vm, Value *args, int n) {
    (void)n;
    Value v = args[1], out;
    Class *c = class_of(vm, v);
    Value f = class_special(vm, c, SP_REVERSED);
    if (f == V_NONE) return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not reversible", class_name(c));
    if (f != V_UNDEF && !is_kind(f, KIND_NATIVE)) {
        if (is_kind(f, KIND_FUNCTION)) return vm_tail(vm, f, 1, &v);
        f = attr_bind(vm, f, v, c);
        return f == V_ERROR || f == V_TAIL ? f : vm_tail(vm, f, 0, NULL);
    }
    bool plain = is_obj(v) && c->flags & CLASS_BUILTIN;
    if (plain || f != V_UNDEF) {
        out = iter_reversed(vm, v);
        if (out != V_NOT_IMPLEMENTED) return out;
        if (special_call(vm, v, SP_REVERSED, 0, NULL, &out) == YES) return out;
    }
    bool sequence = !is_dict(v) && !set_is(v) && class_special(vm, c, SP_GETITEM) != V_UNDEF &&
                    class_special(vm, c, SP_LEN) != V_UNDEF;
    if (sequence) return vm_twin(vm, TWIN_REVERSED_SEQUENCE, 1, v);
    return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not reversible", class_name(c));
}

/* --- asynchronous ------------------------------------------------------------------------------------------ */

static Value aiter_function(VM *vm, Value *args, int n) {
    return vm_twin_args(vm, TWIN_AITER, n, args);
}

static Value anext_function(VM *vm, Value *args, int n) {
    return vm_twin_args(vm, TWIN_ANEXT, n, args);
}

/* --- tables -------------------------------------------------------------------------------------------------- */

static const NativeDef functions[] = {
    {"aiter", aiter_function, 1, 1, 0, NULL},
    {"all", all_function, 1, 1, 0, NULL},
    {"anext", anext_function, 1, 2, 0, NULL},
    {"any", any_function, 1, 1, 0, NULL},
    {"hash", hash_function, 1, 1, 0, NULL},
    {"iter", iter_function, 1, 2, 0, NULL},
    {"len", len_function, 1, 1, 0, NULL},
    {"max", max_function, 0, -1, NF_KEYWORDS, NULL},
    {"min", min_function, 0, -1, NF_KEYWORDS, NULL},
    {"next", next_function, 1, 2, 0, NULL},
    {"sorted", sort_sorted, 0, -1, NF_KEYWORDS, NULL},
    {"sum", sum_function, 1, 2, 0, "iterable, /, start"},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativeDef zip_def = {"zip", zip_construct, 1, -1, NF_KEYWORDS, NULL};
static const NativeDef enumerate_def = {"enumerate", enumerate_construct, 1, 3, 0, "iterable, start"};
static const NativeDef reversed_def = {"reversed", reversed_construct, 2, 2, 0, NULL};

static const TypeId classes[] = {T_ZIP, T_MAP, T_FILTER, T_ENUMERATE, T_REVERSED};

void iteration_setup(VM *vm) {
    vm_add_builtins(vm, functions);
    vm_add_core(vm, containers_core);
    vm->types[T_ZIP]->construct = &zip_def;
    map_setup(vm);
    vm->types[T_ENUMERATE]->construct = &enumerate_def;
    vm->types[T_REVERSED]->construct = &reversed_def;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        vm_add_builtin_value(vm, class_name(vm->types[classes[i]]), from_obj(vm->types[classes[i]]));
}
