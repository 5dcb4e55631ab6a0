/* map and filter: iterators that call a function at each step, so that Python may run between
 * the question and the answer. They are records with a __next__ in C. An error of the function
 * goes to whoever asked and does not end the iterator, as in CPython. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

enum { FUNCTION, FIRST_SOURCE }; /* slots of a map; of a filter, whose function may be None */

static Value end_of(VM *vm) {
    return vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF);
}

/* The next element of a source: at once, or by V_TAIL. */
static Value next_of(VM *vm, Value source) {
    if (!is_kind(source, KIND_ITER)) return iter_ask_next(vm, source);
    Value v = iter_step(vm, AS(Iter, source));
    return v == V_STOP ? end_of(vm) : v;
}

/* --- map ------------------------------------------------------------------------------------ */

enum { MAP_SELF, MAP_ARGS, MAP_SLOTS };

/* Gathers the arguments from sources that are not all C's, then calls. */
static Value map_step(VM *vm, Frame *f, Value result) {
    Record *map = AS(Record, f->slots[MAP_SELF]);
    List *args = AS(List, f->slots[MAP_ARGS]);
    const uint32_t wanted = map->n - FIRST_SOURCE;
    if (result == V_ERROR || f->stage == 1) return result;
    if (result != V_UNDEF) list_push(vm, args, result);
    while (args->len < wanted) {
        Value v = next_of(vm, map->slots[FIRST_SOURCE + args->len]);
        if (v == V_TAIL || v == V_ERROR) return v;
        list_push(vm, args, v);
    }
    f->stage = 1; /* what comes next is the function's answer */
    return vm_tail(vm, map->slots[FUNCTION], (int)wanted, args->items);
}

static Value map_next(VM *vm, Value *args, int n) {
    (void)n;
    Record *map = AS(Record, args[0]);
    if (map->n == FIRST_SOURCE + 1 && is_kind(map->slots[FIRST_SOURCE], KIND_ITER)) {
        Value v = iter_step(vm, AS(Iter, map->slots[FIRST_SOURCE]));
        if (v == V_STOP) return end_of(vm);
        return v == V_ERROR ? v : vm_tail(vm, map->slots[FUNCTION], 1, &v);
    }
    return vm_tail_step(vm, map_step, MAP_SLOTS, (Value[]){args[0], list_new(vm, map->n - FIRST_SOURCE)});
}

/* --- filter ----------------------------------------------------------------------------------- */

enum { MOST_REFUSED = 4096 }; /* elements, before the interpreter has its turn */
enum { FILTER_SELF, FILTER_ELEMENT, FILTER_SLOTS };
enum { ASK_SOURCE, HAVE_ELEMENT, HAVE_ANSWER, HAVE_TRUTH }; /* stages: what `result` is */

/* Whether the element is to be kept, by what the function said of it. */
static Value judge(VM *vm, Frame *f, Value answer) {
    switch (val_truth(vm, answer)) {
    case YES: return f->slots[FILTER_ELEMENT];
    case NO: return V_UNDEF;
    case NEEDS_PYTHON: f->stage = HAVE_TRUTH; return vm_twin(vm, TWIN_TRUTH, 1, answer);
    default: return V_ERROR;
    }
}

static Value filter_step(VM *vm, Frame *f, Value result) {
    Record *filter = AS(Record, f->slots[FILTER_SELF]);
    Value function = filter->slots[FUNCTION];
    if (result == V_ERROR) return result;
    for (int refused = 0;;) {
        Value v = V_UNDEF;
        switch (f->stage) {
        case ASK_SOURCE:
            f->stage = HAVE_ELEMENT;
            result = next_of(vm, filter->slots[FIRST_SOURCE]);
            if (result == V_ERROR || result == V_TAIL) return result;
            continue;
        case HAVE_ELEMENT:
            f->slots[FILTER_ELEMENT] = result;
            f->stage = HAVE_ANSWER;
            if (function != V_NONE) return vm_tail(vm, function, 1, &result);
            continue;
        case HAVE_ANSWER: v = judge(vm, f, result); break;
        default: v = result == V_TRUE ? f->slots[FILTER_ELEMENT] : V_UNDEF; break;
        }
        if (v != V_UNDEF) return v;
        f->stage = ASK_SOURCE;
        vm_charge(vm, 1);
        if (++refused == MOST_REFUSED) return vm_twin(vm, TWIN_PAUSE, 1, V_NONE);
    }
}

static Value filter_next(VM *vm, Value *args, int n) {
    (void)n;
    return vm_tail_step(vm, filter_step, FILTER_SLOTS, (Value[]){args[0], V_NONE});
}

/* --- making ------------------------------------------------------------------------------------ */

/* A record of that class with the function and an iterator over each iterable; NULL and an error,
 * or NULL without one where an iterator must be asked of Python. */
static Record *make(VM *vm, TypeId type, Value function, const Value *iterables, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (!iter_is_iterable(vm, iterables[i]))
            return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", type_name(vm, iterables[i])),
                   NULL;
    Record *r = AS(Record, record_new(vm, vm->types[type], n + FIRST_SOURCE));
    r->slots[FUNCTION] = function;
    for (uint32_t i = 0; i < n; i++) {
        Value it = iterables[i];
        if (!is_kind(it, KIND_GENERATOR)) it = iter_is_native(vm, it) ? iter_of(vm, it) : V_TAIL;
        if (it == V_TAIL || it == V_ERROR) return NULL;
        r->slots[FIRST_SOURCE + i] = it;
    }
    return r;
}

static Value map_construct(VM *vm, Value *args, int n) {
    if (n < 3) return vm_raise(vm, T_TYPE_ERROR, "map() must have at least two arguments.");
    Record *r = make(vm, T_MAP, args[1], args + 2, (uint32_t)n - 2);
    if (r) return from_obj(r);
    return vm->error != V_UNDEF ? V_ERROR : vm_twin_args(vm, TWIN_MAP, n - 1, args + 1);
}

static Value filter_construct(VM *vm, Value *args, int n) {
    (void)n;
    if (args[1] == from_obj(vm->types[T_BOOL])) args[1] = V_NONE;
    Record *r = make(vm, T_FILTER, args[1], args + 2, 1);
    if (r) return from_obj(r);
    return vm->error != V_UNDEF ? V_ERROR : vm_twin_args(vm, TWIN_FILTER, 2, args + 1);
}

/* _record_of("map" or "filter", function, iterators): for the twins, which have asked Python
 * for the iterators. */
Value map_of_iterators(VM *vm, Value *args, int n) {
    TypeId type = str_is(AS(Str, args[0]), "map") ? T_MAP : T_FILTER;
    (void)n;
    const List *iterators = AS(List, args[2]);
    Record *r = AS(Record, record_new(vm, vm->types[type], iterators->len + FIRST_SOURCE));
    r->slots[FUNCTION] = args[1];
    memcpy(r->slots + FIRST_SOURCE, iterators->items, iterators->len * sizeof(Value));
    return from_obj(r);
}

static Value self_iter(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return args[0];
}

static const NativeDef map_def = {"map", map_construct, 1, -1, 0, NULL};
static const NativeDef filter_def = {"filter", filter_construct, 3, 3, 0, NULL};

static const NativeDef map_methods[] = {
    {"__iter__", self_iter, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"__next__", map_next, 1, 1, NF_SELF | NF_SLOT, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativeDef filter_methods[] = {
    {"__iter__", self_iter, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"__next__", filter_next, 1, 1, NF_SELF | NF_SLOT, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

void map_setup(VM *vm) {
    vm->types[T_MAP]->construct = &map_def;
    vm->types[T_FILTER]->construct = &filter_def;
    class_add_methods(vm, vm->types[T_MAP], map_methods);
    class_add_methods(vm, vm->types[T_FILTER], filter_methods);
}
