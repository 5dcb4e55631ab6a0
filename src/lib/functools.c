/* _functools: partial, the wrapper of lru_cache, cmp_to_key's keys, reduce. */
#include "lib/lib.h"
#include "vm/containers.h"
#include "vm/frame.h"

/* --- partial ------------------------------------------------------------------------------ */

enum { FUNC, ARGS, KEYWORDS, PARTIAL_SLOTS };

static const NativeDef partial_construct;

static bool is_partial(VM *vm, Value v) {
    return is_kind(v, KIND_RECORD) && class_of(vm, v)->construct == &partial_construct;
}

Value lib_partial_of(VM *vm, Value v, const Tuple **args) {
    if (!is_partial(vm, v)) return V_UNDEF;
    *args = AS(Tuple, AS(Record, v)->slots[ARGS]);
    return AS(Record, v)->slots[FUNC];
}

static Value joined(VM *vm, Value first, const Value *more, int n) {
    const Tuple *t = AS(Tuple, first);
    Value out = tuple_new(vm, t->len + (uint32_t)n);
    memcpy(AS(Tuple, out)->items, t->items, t->len * sizeof(Value));
    if (n > 0) memcpy(AS(Tuple, out)->items + t->len, more, (size_t)n * sizeof(Value));
    return out;
}

/* Keywords are named by str, so merging needs nobody's help. */
static Value merged(VM *vm, Value first, Value second) {
    Value out = dict_copy(vm, AS(Dict, first));
    if (second == V_UNDEF) return out;
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(AS(Dict, second), &i));)
        dict_set_str(vm, AS(Dict, out), AS(Str, e->key), e->value);
    return out;
}

static bool is_callable(VM *vm, Value v) {
    if (is_kind(v, KIND_FUNCTION) || is_kind(v, KIND_NATIVE) || is_kind(v, KIND_METHOD) || is_class(v))
        return true;
    Value f = class_special(vm, class_of(vm, v), SP_CALL);
    return f != V_UNDEF && f != V_NONE;
}

static Value partial_new(VM *vm, Value *args, int n) {
    if (n < 2) return vm_raise(vm, T_TYPE_ERROR, "type 'partial' takes at least one argument");
    if (!is_callable(vm, args[1])) return vm_raise(vm, T_TYPE_ERROR, "the first argument must be callable");
    Record *p = AS(Record, record_new(vm, AS(Class, args[0]), PARTIAL_SLOTS));
    Value inner = args[1];
    p->slots[FUNC] = inner;
    p->slots[ARGS] = tuple_new(vm, 0);
    p->slots[KEYWORDS] = dict_new(vm);
    /* A partial of a plain partial is one with the arguments of both. */
    if (is_partial(vm, inner) && !obj_attrs(vm, as_obj(inner), false))
        memcpy(p->slots, AS(Record, inner)->slots, PARTIAL_SLOTS * sizeof(Value));
    p->slots[ARGS] = joined(vm, p->slots[ARGS], args + 2, n - 2);
    p->slots[KEYWORDS] = merged(vm, p->slots[KEYWORDS], args[n]);
    return from_obj(p);
}

/* The values of the keywords go behind the other arguments. */
static Value tail_with(VM *vm, Value f, const Tuple *given, Dict *keywords) {
    Value args = joined(vm, from_obj(given), NULL, 0), names = tuple_new(vm, keywords->used);
    Value values = list_new(vm, keywords->used);
    uint32_t i = 0, n = 0;
    for (DictEntry *e; (e = dict_next(keywords, &i));) {
        AS(Tuple, names)->items[n++] = e->key;
        list_push(vm, AS(List, values), e->value);
    }
    args = joined(vm, args, AS(List, values)->items, (int)n);
    return vm_tail_keywords(vm, f, (int)AS(Tuple, args)->len, AS(Tuple, args)->items, AS(Tuple, names));
}

static Value partial_call(VM *vm, Value *args, int n) {
    enum { FEW = 16 };
    const Record *p = AS(Record, args[0]);
    const Tuple *bound = AS(Tuple, p->slots[ARGS]);
    if (args[n] == V_UNDEF && AS(Dict, p->slots[KEYWORDS])->used == 0 && bound->len + (uint32_t)n <= FEW) {
        Value all[FEW];
        memcpy(all, bound->items, bound->len * sizeof(Value));
        memcpy(all + bound->len, args + 1, (size_t)(n - 1) * sizeof(Value));
        return vm_tail(vm, p->slots[FUNC], (int)bound->len + n - 1, all);
    }
    Value all = joined(vm, p->slots[ARGS], args + 1, n - 1);
    return tail_with(vm, p->slots[FUNC], AS(Tuple, all), AS(Dict, merged(vm, p->slots[KEYWORDS], args[n])));
}

static Value partial_func(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Record, args[0])->slots[FUNC];
}
static Value partial_args(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Record, args[0])->slots[ARGS];
}
static Value partial_keywords(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Record, args[0])->slots[KEYWORDS];
}

static Value partial_repr(VM *vm, Value *args, int n) {
    return lib_twin(vm, "_library_twins", "partial_repr", n, args);
}

static Value partial_reduce(VM *vm, Value *args, int n) {
    return lib_twin(vm, "_library_twins", "partial_reduce", n, args);
}

static const NativeDef partial_construct = {"partial", partial_new, 1, -1, NF_KEYWORDS, NULL};
static const NativeDef partial_methods[] = {
    {"__reduce__", partial_reduce, 1, 1, NF_SELF, NULL},
    {"__call__", partial_call, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
    {"func", partial_func, 1, 1, NF_GETTER, "readonly attribute"},
    {"args", partial_args, 1, 1, NF_GETTER, "readonly attribute"},
    {"keywords", partial_keywords, 1, 1, NF_GETTER, "readonly attribute"},
    {"__repr__", partial_repr, 1, 1, NF_SLOT, NULL},
    {0},
};

/* --- lru_cache -------------------------------------------------------------------------------
 * An unbounded cache maps keys to results. A bounded one maps them to nodes of a ring: lists of
 * [newer, older, key, result] around the root, from the least recently used on. */

enum { L_FUNC, L_MAXSIZE, L_TYPED, L_CACHE, L_ROOT, L_HITS, L_MISSES, L_INFO, L_MISS, L_SLOTS };
enum { PREV, NEXT, KEY, RESULT };

static Value lru_new(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_callable(vm, args[1])) return vm_raise(vm, T_TYPE_ERROR, "the first argument must be callable");
    Record *w = AS(Record, record_new(vm, AS(Class, args[0]), L_SLOTS));
    w->slots[L_FUNC] = args[1];
    w->slots[L_MAXSIZE] = args[2];
    w->slots[L_TYPED] = args[3];
    w->slots[L_INFO] = args[4];
    w->slots[L_MISS] = args[5];
    w->slots[L_CACHE] = dict_new(vm);
    w->slots[L_HITS] = w->slots[L_MISSES] = from_small(0);
    Value root = list_from(vm, (Value[]){V_NONE, V_NONE, V_NONE, V_NONE}, 4);
    AS(List, root)->items[PREV] = AS(List, root)->items[NEXT] = root;
    w->slots[L_ROOT] = root;
    return from_obj(w);
}

static void count(Record *w, int which) {
    w->slots[which] = from_small(as_small(w->slots[which]) + 1);
}

/* One int or str is its own key; anything else is a tuple. A mark parts what is given by name. */
static Value make_key(VM *vm, const Record *w, const Value *args, int n, Value keywords) {
    bool typed = val_truth(vm, w->slots[L_TYPED]) == YES;
    if (n == 1 && keywords == V_UNDEF && !typed &&
        (is_int(args[0]) || is_exact(vm, args[0], T_STR) || is_exact(vm, args[0], T_INT)))
        return args[0];
    Value key = list_new(vm, (uint32_t)n);
    for (int i = 0; i < n; i++) list_push(vm, AS(List, key), args[i]);
    Value values = list_new(vm, 0);
    uint32_t i = 0;
    if (keywords != V_UNDEF) {
        list_push(vm, AS(List, key), from_obj(w->obj.cls));
        for (DictEntry *e; (e = dict_next(AS(Dict, keywords), &i));) {
            list_push(vm, AS(List, key), e->key);
            list_push(vm, AS(List, key), e->value);
            list_push(vm, AS(List, values), e->value);
        }
    }
    if (typed) {
        for (int k = 0; k < n; k++) list_push(vm, AS(List, key), from_obj(class_of(vm, args[k])));
        for (uint32_t k = 0; k < AS(List, values)->len; k++)
            list_push(vm, AS(List, key), from_obj(class_of(vm, AS(List, values)->items[k])));
    }
    return tuple_from(vm, AS(List, key)->items, AS(List, key)->len);
}

static void link_newest(const Record *w, Value node) {
    Value root = w->slots[L_ROOT], last = AS(List, root)->items[PREV];
    AS(List, node)->items[PREV] = last;
    AS(List, node)->items[NEXT] = root;
    AS(List, last)->items[NEXT] = AS(List, root)->items[PREV] = node;
}

static void unlink_node(Value node) {
    Value prev = AS(List, node)->items[PREV], next = AS(List, node)->items[NEXT];
    AS(List, prev)->items[NEXT] = next;
    AS(List, next)->items[PREV] = prev;
}

static Value hit(Record *w, Value found) {
    count(w, L_HITS);
    if (w->slots[L_MAXSIZE] == V_NONE) return found;
    unlink_node(found);
    link_newest(w, found);
    return AS(List, found)->items[RESULT];
}

static Value lru_call(VM *vm, Value *args, int n) {
    Record *w = AS(Record, args[0]);
    Value keywords = args[n], found;
    if (w->slots[L_MAXSIZE] == from_small(0)) {
        count(w, L_MISSES);
        Value given = tuple_from(vm, args + 1, (uint32_t)n - 1);
        if (keywords == V_UNDEF) return vm_tail(vm, w->slots[L_FUNC], n - 1, args + 1);
        return tail_with(vm, w->slots[L_FUNC], AS(Tuple, given), AS(Dict, keywords));
    }
    Value key = make_key(vm, w, args + 1, n - 1, keywords);
    Tri t = dict_find(vm, AS(Dict, w->slots[L_CACHE]), key, &found);
    if (t == YES) return hit(w, found);
    if (t == FAILED) return V_ERROR;
    if (t == NO) count(w, L_MISSES);
    Value a[] = {args[0], key, tuple_from(vm, args + 1, (uint32_t)n - 1),
                 keywords == V_UNDEF ? dict_new(vm) : keywords, from_bool(t == NEEDS_PYTHON)};
    return vm_tail(vm, w->slots[L_MISS], 5, a);
}

/* _parts(): (function, maxsize, cache, root), for the miss in Python. */
static Value lru_parts(VM *vm, Value *args, int n) {
    (void)n;
    const Record *w = AS(Record, args[0]);
    Value parts[] = {w->slots[L_FUNC], w->slots[L_MAXSIZE], w->slots[L_CACHE], w->slots[L_ROOT]};
    return tuple_from(vm, parts, 4);
}

/* _found(entry of the cache), _missed(): what lru_call does when it needs no Python to find out. */
static Value lru_found(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return hit(AS(Record, args[0]), args[1]);
}

static Value lru_missed(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    count(AS(Record, args[0]), L_MISSES);
    return V_NONE;
}

static Value lru_info(VM *vm, Value *args, int n) {
    (void)n;
    const Record *w = AS(Record, args[0]);
    Value a[] = {w->slots[L_HITS], w->slots[L_MISSES], w->slots[L_MAXSIZE],
                 from_small(AS(Dict, w->slots[L_CACHE])->used)};
    return vm_tail(vm, w->slots[L_INFO], 4, a);
}

static Value lru_clear(VM *vm, Value *args, int n) {
    (void)n;
    Record *w = AS(Record, args[0]);
    List *root = AS(List, w->slots[L_ROOT]);
    root->items[PREV] = root->items[NEXT] = w->slots[L_ROOT];
    w->slots[L_HITS] = w->slots[L_MISSES] = from_small(0);
    dict_clear(vm, AS(Dict, w->slots[L_CACHE]));
    return V_NONE;
}

/* Like a function, it is its own copy. */
static Value lru_copy(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return args[0];
}

/* In a class it is a method, as a function is. */
static Value lru_get(VM *vm, Value *args, int n) {
    (void)n;
    return args[1] == V_NONE || args[1] == V_UNDEF ? args[0] : method_new(vm, args[0], args[1]);
}

static const NativeDef lru_construct = {"_lru_cache_wrapper", lru_new, 6, 6, 0, NULL};
static const NativeDef lru_methods[] = {
    {"__call__", lru_call, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
    {"__get__", lru_get, 2, 3, NF_SLOT, NULL},
    {"cache_info", lru_info, 1, 1, NF_SELF, NULL},
    {"cache_clear", lru_clear, 1, 1, NF_SELF, NULL},
    {"__copy__", lru_copy, 1, 1, NF_SELF, NULL},
    {"__deepcopy__", lru_copy, 2, 2, NF_SELF, NULL},
    {"_parts", lru_parts, 1, 1, NF_SELF, NULL},
    {"_found", lru_found, 2, 2, NF_SELF, NULL},
    {"_missed", lru_missed, 1, 1, NF_SELF, NULL},
    {0},
};

/* --- cmp_to_key ----------------------------------------------------------------------------------
 * A key holds the comparing function and its object; the function itself gives keys when called,
 * so it is such a record without an object. */

enum { K_COMPARE, K_OBJECT, K_SLOTS };

static Value key_make(VM *vm, Class *cls, Value compare, Value object) {
    Value k = record_new(vm, cls, K_SLOTS);
    AS(Record, k)->slots[K_COMPARE] = compare;
    AS(Record, k)->slots[K_OBJECT] = object;
    return k;
}

static Value key_call(VM *vm, Value *args, int n) {
    (void)n;
    return key_make(vm, class_of(vm, args[0]), AS(Record, args[0])->slots[K_COMPARE], args[1]);
}

enum { S_FUNCTION, S_LEFT, S_RIGHT, S_OP, S_COUNT };

/* The function's result is compared with 0. */
static Value key_step(VM *vm, Frame *f, Value result) {
    if (result == V_UNDEF) return vm_tail(vm, f->slots[S_FUNCTION], 2, &f->slots[S_LEFT]);
    if (result == V_ERROR || f->stage == 1) return result;
    CompareOp op = (CompareOp)as_small(f->slots[S_OP]);
    Tri t = val_compare(vm, op, result, from_small(0));
    if (t == FAILED) return V_ERROR;
    if (t != NEEDS_PYTHON) return from_bool(t == YES);
    f->stage = 1;
    return lib_twin(vm, "_library_twins", "compare_with_0", 2, (Value[]){from_small((int)op), result});
}

static Value key_compare(VM *vm, Value *args, CompareOp op) {
    if (class_of(vm, args[1]) != class_of(vm, args[0]))
        return vm_raise(vm, T_TYPE_ERROR, "other argument must be K instance");
    const Record *a = AS(Record, args[0]), *b = AS(Record, args[1]);
    if (a->slots[K_OBJECT] == V_UNDEF || b->slots[K_OBJECT] == V_UNDEF)
        return vm_raise(vm, T_ATTRIBUTE_ERROR, "object");
    Value slots[] = {a->slots[K_COMPARE], a->slots[K_OBJECT], b->slots[K_OBJECT], from_small((int)op)};
    return vm_tail_step(vm, key_step, S_COUNT, slots);
}

#define COMPARISON(name, op)                              \
    static Value key_##name(VM *vm, Value *args, int n) { \
        (void)n;                                          \
        return key_compare(vm, args, CMP_##op);           \
    }
#include "vm/comparisons.def"

static Value key_obj(VM *vm, Value *args, int n) {
    (void)n;
    Value v = AS(Record, args[0])->slots[K_OBJECT];
    return v == V_UNDEF ? vm_raise(vm, T_ATTRIBUTE_ERROR, "obj") : v;
}

static const NativeDef key_methods[] = {
    {"__call__", key_call, 2, 2, NF_SLOT, "self, obj"},
#define COMPARISON(name, op) {"__" #name "__", key_##name, 2, 2, NF_SLOT, NULL},
#include "vm/comparisons.def"
    {"obj", key_obj, 1, 1, NF_GETTER, NULL},
    {0},
};

/* cmp_to_key is bound to the class of its keys. */
static Value cmp_to_key(VM *vm, Value *args, int n) {
    (void)n;
    return key_make(vm, AS(Class, args[0]), args[1], V_UNDEF);
}

static const NativeDef cmp_to_key_def = {"cmp_to_key", cmp_to_key, 2, 2, 0, "cls, mycmp"};

/* --- reduce ----------------------------------------------------------------------------------------- */

enum { R_FUNCTION, R_ITER, R_FIRST };

static Value reduce_step(VM *vm, Frame *f, Value result) {
    Value next = result == V_ERROR ? V_ERROR : iter_step(vm, AS(Iter, f->slots[R_ITER]));
    if (next == V_ERROR) return next;
    if (next == V_STOP) return result;
    return vm_tail(vm, f->slots[R_FUNCTION], 2, (Value[]){result, next});
}

/* The frame's first step has no result to go on with: it is asked to call for the first pair. */
static Value reduce_first(VM *vm, Frame *f, Value result) {
    if (result != V_UNDEF) return reduce_step(vm, f, result);
    return reduce_step(vm, f, f->slots[R_FIRST]);
}

static Value reduce(VM *vm, Value *args, int n) {
    if (!iter_is_native(vm, args[1])) return lib_twin(vm, "_library_twins", "reduce", n, args);
    Value it = iter_of(vm, args[1]);
    if (it == V_ERROR) return it;
    Value first = n > 2 ? args[2] : iter_step(vm, AS(Iter, it));
    if (first == V_ERROR) return first;
    if (first == V_STOP)
        return vm_raise(vm, T_TYPE_ERROR, "reduce() of empty iterable with no initial value");
    return vm_tail_step(vm, reduce_first, 3, (Value[]){args[0], it, first});
}

static const NativeDef functions[] = {{"reduce", reduce, 2, 3, 0, NULL}, {0}};

static void init(VM *vm, ModuleObj *m) {
    Class *object = class_get(vm, T_OBJECT);
    Class *partial =
        class_define(vm, "functools", "partial", object, KIND_RECORD, &partial_construct, partial_methods);
    Class *lru =
        class_define(vm, "functools", lru_construct.name, object, KIND_RECORD, &lru_construct, lru_methods);
    Class *key = class_define(vm, "functools", "KeyWrapper", object, KIND_RECORD, NULL, key_methods);
    class_add_value(vm, key, "__hash__", V_NONE);
    class_add_getitem(vm, partial);
    partial->flags |= CLASS_OPEN;
    lru->flags |= CLASS_OPEN;
    module_set(vm, m, "partial", from_obj(partial));
    module_set(vm, m, lru_construct.name, from_obj(lru));
    module_set(vm, m, "cmp_to_key", native_new(vm, &cmp_to_key_def, from_obj(key), NULL));
}

const ModuleDef functools_module = {
    .name = "_functools", .functions = functions, .init = init, .internal = true};
