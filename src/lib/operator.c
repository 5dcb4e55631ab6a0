/* _operator: the operators as functions, and the getters that sorting and mapping like. */
#include "lib/lib.h"
#include "vm/containers.h"

static Value twin(VM *vm, const char *name, int n, const Value *args) {
    return lib_twin(vm, "_operator_twins", name, n, args);
}

/* --- operators -------------------------------------------------------------------------------- */

/* Objects of Python's classes may have their own ideas. */
static bool has_own(Value v) {
    return is_obj(v) && !(as_obj(v)->cls->flags & CLASS_BUILTIN);
}

static Value binary(VM *vm, BinaryOp op, const Value *args) {
    if (!has_own(args[0]) && !has_own(args[1])) return obj_binary(vm, op, args[0], args[1]);
    return twin(vm, "binary", 3, (Value[]){from_small((int)op), args[0], args[1]});
}

static Value in_place(VM *vm, BinaryOp op, const Value *args) {
    if (!has_own(args[0]) && !has_own(args[1])) return obj_inplace(vm, op, args[0], args[1]);
    return twin(vm, "in_place", 3, (Value[]){from_small((int)op), args[0], args[1]});
}

#define BINARY(name, op)                                       \
    static Value name(VM *vm, Value *args, int n) {            \
        (void)n;                                               \
        return binary(vm, op, args);                           \
    }                                                          \
    static Value in_place_##name(VM *vm, Value *args, int n) { \
        (void)n;                                               \
        return in_place(vm, op, args);                         \
    }

BINARY(add, BIN_ADD)
BINARY(sub, BIN_SUB)
BINARY(mul, BIN_MUL)
BINARY(truediv, BIN_DIV)
BINARY(floordiv, BIN_FLOORDIV)
BINARY(mod, BIN_MOD)
BINARY(power, BIN_POW)
BINARY(matmul, BIN_MATMUL)
BINARY(and_, BIN_AND)
BINARY(or_, BIN_OR)
BINARY(xor_, BIN_XOR)
BINARY(lshift, BIN_LSHIFT)
BINARY(rshift, BIN_RSHIFT)

static Value compare(VM *vm, CompareOp op, Value *args) {
    Tri t = val_compare(vm, op, args[0], args[1]);
    if (t == NEEDS_PYTHON) return twin(vm, "compare", 3, (Value[]){from_small((int)op), args[0], args[1]});
    return t == FAILED ? V_ERROR : from_bool(t == YES);
}

#define COMPARISON(name, op)                        \
    static Value name(VM *vm, Value *args, int n) { \
        (void)n;                                    \
        return compare(vm, CMP_##op, args);         \
    }
#include "vm/comparisons.def"

static Value unary(VM *vm, UnaryOp op, const Value *args) {
    if (!has_own(args[0])) return obj_unary(vm, op, args[0]);
    return twin(vm, "unary", 2, (Value[]){from_small((int)op), args[0]});
}

static Value neg(VM *vm, Value *args, int n) {
    (void)n;
    return unary(vm, UN_NEG, args);
}
static Value pos(VM *vm, Value *args, int n) {
    (void)n;
    return unary(vm, UN_POS, args);
}
static Value invert(VM *vm, Value *args, int n) {
    (void)n;
    return unary(vm, UN_INVERT, args);
}

static Value truth(VM *vm, Value *args, int n) {
    Tri t = val_truth(vm, args[0]);
    if (t == NEEDS_PYTHON) return twin(vm, "truth", n, args);
    return t == FAILED ? V_ERROR : from_bool(t == YES);
}

static Value not_(VM *vm, Value *args, int n) {
    Tri t = val_truth(vm, args[0]);
    if (t == NEEDS_PYTHON) return twin(vm, "not_", n, args);
    return t == FAILED ? V_ERROR : from_bool(t == NO);
}

static Value is_(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_bool(args[0] == args[1]);
}
static Value is_not(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_bool(args[0] != args[1]);
}
static Value contains(VM *vm, Value *args, int n) {
    (void)n;
    return obj_contains(vm, args[0], args[1]);
}
static Value getitem(VM *vm, Value *args, int n) {
    (void)n;
    return obj_getitem(vm, args[0], args[1]);
}
static Value setitem(VM *vm, Value *args, int n) {
    (void)n;
    return obj_setitem(vm, args[0], args[1], args[2]);
}
static Value delitem(VM *vm, Value *args, int n) {
    (void)n;
    return obj_delitem(vm, args[0], args[1]);
}

static Value index_function(VM *vm, Value *args, int n) {
    if (int_is(args[0]))
        return num_plain(args[0]) == args[0] ? args[0] : obj_unary(vm, UN_POS, num_plain(args[0]));
    return twin(vm, "index", n, args);
}

/* --- itemgetter ----------------------------------------------------------------------------------- */

/* The record holds one value: the item, or a tuple of several. */
enum { ITEM, SEVERAL, GETTER_SLOTS };

static Value getter_new(VM *vm, Value cls, const Value *items, int n) {
    Record *g = AS(Record, record_new(vm, AS(Class, cls), GETTER_SLOTS));
    g->slots[SEVERAL] = from_bool(n > 1);
    g->slots[ITEM] = n > 1 ? tuple_from(vm, items, (uint32_t)n) : items[0];
    return from_obj(g);
}

static Value itemgetter_new(VM *vm, Value *args, int n) {
    if (n < 2) return vm_raise(vm, T_TYPE_ERROR, "itemgetter expected 1 argument, got 0");
    return getter_new(vm, args[0], args + 1, n - 1);
}

/* All the items of `o`; Python starts again if it is needed for one of them. */
static Value several(VM *vm, Value o, const Tuple *items, Value (*get)(VM *, Value, Value)) {
    Value out = tuple_new(vm, items->len);
    for (uint32_t i = 0; i < items->len; i++) {
        Value v = get(vm, o, items->items[i]);
        if (v == V_ERROR || v == V_TAIL) return v;
        AS(Tuple, out)->items[i] = v;
    }
    return out;
}

static Value itemgetter_call(VM *vm, Value *args, int n) {
    (void)n;
    const Record *g = AS(Record, args[0]);
    if (g->slots[SEVERAL] == V_FALSE) return obj_getitem(vm, args[1], g->slots[ITEM]);
    Value v = several(vm, args[1], AS(Tuple, g->slots[ITEM]), obj_getitem);
    return v == V_TAIL ? twin(vm, "items", 2, (Value[]){args[1], g->slots[ITEM]}) : v;
}

static Value getter_repr(VM *vm, Value *args, int n) {
    (void)n;
    const Record *g = AS(Record, args[0]);
    Value items = g->slots[SEVERAL] == V_TRUE ? g->slots[ITEM] : tuple_from(vm, &g->slots[ITEM], 1);
    return twin(vm, "getter_repr", 2, (Value[]){args[0], items});
}

/* (class, items), for copies. */
static Value getter_reduce(VM *vm, Value *args, int n) {
    (void)n;
    const Record *g = AS(Record, args[0]);
    Value items = g->slots[SEVERAL] == V_TRUE ? g->slots[ITEM] : tuple_from(vm, &g->slots[ITEM], 1);
    return tuple_from(vm, (Value[]){from_obj(g->obj.cls), items}, 2);
}

static const NativeDef itemgetter_construct = {"itemgetter", itemgetter_new, 1, -1, 0, NULL};
static const NativeDef itemgetter_methods[] = {
    {"__call__", itemgetter_call, 2, 2, NF_SLOT, NULL},
    {"__repr__", getter_repr, 1, 1, NF_SLOT, NULL},
    {"__reduce__", getter_reduce, 1, 1, NF_SELF, NULL},
    {0},
};

/* --- attrgetter --------------------------------------------------------------------------------------- */

static Value attrgetter_new(VM *vm, Value *args, int n) {
    if (n < 2) return vm_raise(vm, T_TYPE_ERROR, "attrgetter expected 1 argument, got 0");
    for (int i = 1; i < n; i++)
        if (!is_str(args[i])) return vm_raise(vm, T_TYPE_ERROR, "attribute name must be a string");
    return getter_new(vm, args[0], args + 1, n - 1);
}

static Value attribute(VM *vm, Value o, Value name) {
    const Str *s = AS(Str, name);
    uint32_t start = 0;
    for (uint32_t i = 0; i <= s->len; i++) {
        if (i < s->len && str_at(s, i) != '.') continue;
        Value part = start == 0 && i == s->len ? name : str_sub(vm, AS(Str, name), start, i);
        o = attr_get(vm, o, str_intern_value(vm, AS(Str, part)));
        if (o == V_ERROR || o == V_TAIL) return o;
        start = i + 1;
    }
    return o;
}

static Value attrgetter_call(VM *vm, Value *args, int n) {
    (void)n;
    const Record *g = AS(Record, args[0]);
    bool one = g->slots[SEVERAL] == V_FALSE;
    Value v = one ? attribute(vm, args[1], g->slots[ITEM])
                  : several(vm, args[1], AS(Tuple, g->slots[ITEM]), attribute);
    if (v != V_TAIL) return v;
    return twin(vm, one ? "attribute" : "attributes", 2, (Value[]){args[1], g->slots[ITEM]});
}

static const NativeDef attrgetter_construct = {"attrgetter", attrgetter_new, 1, -1, 0, NULL};
static const NativeDef attrgetter_methods[] = {
    {"__call__", attrgetter_call, 2, 2, NF_SLOT, NULL},
    {"__repr__", getter_repr, 1, 1, NF_SLOT, NULL},
    {"__reduce__", getter_reduce, 1, 1, NF_SELF, NULL},
    {0},
};

/* --- methodcaller --------------------------------------------------------------------------------------- */

enum { M_NAME, M_ARGS, M_KEYWORDS, M_SLOTS };

static Value methodcaller_new(VM *vm, Value *args, int n) {
    if (n < 2) return vm_raise(vm, T_TYPE_ERROR, "methodcaller needs at least one argument, the method name");
    if (!is_str(args[1])) return vm_raise(vm, T_TYPE_ERROR, "method name must be a string");
    Record *m = AS(Record, record_new(vm, AS(Class, args[0]), M_SLOTS));
    m->slots[M_NAME] = from_obj(str_intern_value(vm, AS(Str, args[1])));
    m->slots[M_ARGS] = tuple_from(vm, args + 2, (uint32_t)n - 2);
    m->slots[M_KEYWORDS] = args[n] == V_UNDEF ? dict_new(vm) : args[n];
    return from_obj(m);
}

static Value methodcaller_call(VM *vm, Value *args, int n) {
    (void)n;
    const Record *m = AS(Record, args[0]);
    const Tuple *given = AS(Tuple, m->slots[M_ARGS]);
    if (AS(Dict, m->slots[M_KEYWORDS])->used == 0) {
        Value f = attr_get(vm, args[1], AS(Str, m->slots[M_NAME]));
        if (f != V_TAIL) return f == V_ERROR ? f : vm_tail(vm, f, (int)given->len, given->items);
    }
    return twin(vm, "call_method", 4,
                (Value[]){args[1], m->slots[M_NAME], m->slots[M_ARGS], m->slots[M_KEYWORDS]});
}

static Value methodcaller_repr(VM *vm, Value *args, int n) {
    (void)n;
    const Record *m = AS(Record, args[0]);
    return twin(vm, "methodcaller_repr", 3, m->slots);
}

static const NativeDef methodcaller_construct = {"methodcaller", methodcaller_new, 1, -1, NF_KEYWORDS, NULL};
static const NativeDef methodcaller_methods[] = {
    {"__call__", methodcaller_call, 2, 2, NF_SLOT, NULL},
    {"__repr__", methodcaller_repr, 1, 1, NF_SLOT, NULL},
    {0},
};

static const NativeDef functions[] = {
    {"add", add, 2, 2, 0, NULL},
    {"sub", sub, 2, 2, 0, NULL},
    {"mul", mul, 2, 2, 0, NULL},
    {"truediv", truediv, 2, 2, 0, NULL},
    {"floordiv", floordiv, 2, 2, 0, NULL},
    {"mod", mod, 2, 2, 0, NULL},
    {"pow", power, 2, 2, 0, NULL},
    {"matmul", matmul, 2, 2, 0, NULL},
    {"and_", and_, 2, 2, 0, NULL},
    {"or_", or_, 2, 2, 0, NULL},
    {"xor", xor_, 2, 2, 0, NULL},
    {"lshift", lshift, 2, 2, 0, NULL},
    {"rshift", rshift, 2, 2, 0, NULL},
    {"iadd", in_place_add, 2, 2, 0, NULL},
    {"isub", in_place_sub, 2, 2, 0, NULL},
    {"imul", in_place_mul, 2, 2, 0, NULL},
    {"itruediv", in_place_truediv, 2, 2, 0, NULL},
    {"ifloordiv", in_place_floordiv, 2, 2, 0, NULL},
    {"imod", in_place_mod, 2, 2, 0, NULL},
    {"ipow", in_place_power, 2, 2, 0, NULL},
    {"imatmul", in_place_matmul, 2, 2, 0, NULL},
    {"iand", in_place_and_, 2, 2, 0, NULL},
    {"ior", in_place_or_, 2, 2, 0, NULL},
    {"ixor", in_place_xor_, 2, 2, 0, NULL},
    {"ilshift", in_place_lshift, 2, 2, 0, NULL},
    {"irshift", in_place_rshift, 2, 2, 0, NULL},
#define COMPARISON(name, op) {#name, name, 2, 2, 0, NULL},
#include "vm/comparisons.def"
    {"neg", neg, 1, 1, 0, NULL},
    {"pos", pos, 1, 1, 0, NULL},
    {"invert", invert, 1, 1, 0, NULL},
    {"inv", invert, 1, 1, 0, NULL},
    {"truth", truth, 1, 1, 0, NULL},
    {"not_", not_, 1, 1, 0, NULL},
    {"is_", is_, 2, 2, 0, NULL},
    {"is_not", is_not, 2, 2, 0, NULL},
    {"contains", contains, 2, 2, 0, NULL},
    {"getitem", getitem, 2, 2, 0, NULL},
    {"setitem", setitem, 3, 3, 0, NULL},
    {"delitem", delitem, 2, 2, 0, NULL},
    {"index", index_function, 1, 1, 0, NULL},
    {0},
};

static void init(VM *vm, ModuleObj *m) {
    static const struct {
        const NativeDef *construct, *methods;
    } classes[] = {
        {&itemgetter_construct, itemgetter_methods},
        {&attrgetter_construct, attrgetter_methods},
        {&methodcaller_construct, methodcaller_methods},
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        const NativeDef *d = classes[i].construct;
        Class *c = class_define(vm, "operator", d->name, class_get(vm, T_OBJECT), KIND_RECORD, d,
                                classes[i].methods);
        module_set(vm, m, d->name, from_obj(c));
    }
}

const ModuleDef operator_module = {
    .name = "_operator", .functions = functions, .init = init, .internal = true};
