/* mappingproxy: the read-only view of a mapping, most often of the attributes of a class. It
 * passes everything on: to a dict from here, to any other mapping by the twin. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

static Value inner(Value v) {
    return AS(Record, v)->slots[0];
}

static Value pass_on(VM *vm, Value *a, int n, const char *name) {
    while (n > 1 && a[n - 1] == V_UNDEF) n--;
    Value args[4] = {str_new(vm, name, strlen(name)), inner(a[0])};
    for (int i = 1; i < n && i < 3; i++) args[i + 1] = a[i];
    if (class_of(vm, args[1]) != vm->types[T_DICT]) return vm_twin_args(vm, TWIN_PROXY_CALL, n + 1, args);
    Value method = class_lookup(vm, vm->types[T_DICT], str_intern(vm, name, strlen(name)));
    return vm_call(vm, method, n, args + 1, NULL);
}
#define PASSED(name)                                     \
    static Value proxy_##name(VM *vm, Value *a, int n) { \
        return pass_on(vm, a, n, #name);                 \
    }
PASSED(__getitem__)
PASSED(__contains__)
PASSED(__len__)
PASSED(__iter__)
PASSED(get)
PASSED(keys)
PASSED(values)
PASSED(items)
PASSED(copy)
#undef PASSED

/* The mapping compares itself with the other thing, which may be a proxy that does the same. */
#define COMPARED(name)                                                                \
    static Value proxy_##name(VM *vm, Value *a, int n) {                              \
        (void)n;                                                                      \
        Value operator_name = str_new(vm, #name, strlen(#name));                      \
        return vm_twin(vm, TWIN_PROXY_OPERATOR, 3, operator_name, inner(a[0]), a[1]); \
    }
COMPARED(__eq__)
COMPARED(__ne__)
COMPARED(__lt__)
COMPARED(__le__)
COMPARED(__gt__)
COMPARED(__ge__)
#undef COMPARED

static Value unwrapped(VM *vm, Value v) {
    return is_exact(vm, v, T_MAPPING_PROXY) ? inner(v) : v;
}

static Value joined(VM *vm, Value a, Value b) {
    Value operator_name = str_new(vm, "__or__", strlen("__or__"));
    return vm_twin(vm, TWIN_PROXY_OPERATOR, 3, operator_name, unwrapped(vm, a), unwrapped(vm, b));
}

static Value proxy_or(VM *vm, Value *a, int n) {
    (void)n;
    return joined(vm, a[0], a[1]);
}

static Value proxy_ror(VM *vm, Value *a, int n) {
    (void)n;
    return joined(vm, a[1], a[0]);
}

static Value proxy_ior(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    return vm_raise(vm, T_TYPE_ERROR, "'|=' is not supported by mappingproxy; use '|' instead");
}

static Value proxy_reversed(VM *vm, Value *a, int n) {
    (void)n;
    Value v = iter_reversed(vm, inner(a[0]));
    return v == V_NOT_IMPLEMENTED ? pass_on(vm, a, n, "__reversed__") : v;
}

static Value proxy_construct(VM *vm, Value *a, int n) {
    (void)n;
    Class *c = class_of(vm, a[1]);
    bool mapping = class_special(vm, c, SP_GETITEM) != V_UNDEF && !is_list(a[1]) && !is_tuple(a[1]);
    if (!mapping)
        return vm_raise(vm, T_TYPE_ERROR, "mappingproxy() argument must be a mapping, not %s", class_name(c));
    Value proxy = record_new(vm, AS(Class, a[0]), 1);
    AS(Record, proxy)->slots[0] = a[1];
    return proxy;
}

static Value proxy_repr(VM *vm, Value *a, int n) {
    (void)n;
    Buf b = {0};
    buf_adds(&b, "mappingproxy(");
    Tri t = val_repr(vm, inner(a[0]), &b);
    buf_addc(&b, ')');
    Value v = t == YES ? str_new(vm, b.data, b.len) : V_ERROR;
    buf_deinit(&b);
    return t == NEEDS_PYTHON ? vm_twin(vm, TWIN_PROXY_REPR, 1, inner(a[0])) : v;
}

static Value proxy_str(VM *vm, Value *a, int n) {
    (void)n;
    return obj_str(vm, inner(a[0]));
}

static const NativeDef methods[] = {
    {"__getitem__", proxy___getitem__, 2, 2, NF_SLOT, NULL},
    {"__contains__", proxy___contains__, 2, 2, NF_SLOT, NULL},
    {"__len__", proxy___len__, 1, 1, NF_SLOT, NULL},
    {"__iter__", proxy___iter__, 1, 1, NF_SLOT, NULL},
    {"__reversed__", proxy_reversed, 1, 1, NF_SELF, NULL},
    {"__eq__", proxy___eq__, 2, 2, NF_SLOT, NULL},
    {"__ne__", proxy___ne__, 2, 2, NF_SLOT, NULL},
    {"__lt__", proxy___lt__, 2, 2, NF_SLOT, NULL},
    {"__le__", proxy___le__, 2, 2, NF_SLOT, NULL},
    {"__gt__", proxy___gt__, 2, 2, NF_SLOT, NULL},
    {"__ge__", proxy___ge__, 2, 2, NF_SLOT, NULL},
    {"__or__", proxy_or, 2, 2, NF_SLOT, NULL},
    {"__ror__", proxy_ror, 2, 2, NF_SLOT, NULL},
    {"__ior__", proxy_ior, 2, 2, NF_SLOT, NULL},
    {"get", proxy_get, 2, 3, NF_SELF, NULL},
    {"keys", proxy_keys, 1, 1, NF_SELF, NULL},
    {"values", proxy_values, 1, 1, NF_SELF, NULL},
    {"items", proxy_items, 1, 1, NF_SELF, NULL},
    {"copy", proxy_copy, 1, 1, NF_SELF, NULL},
    {"__repr__", proxy_repr, 1, 1, NF_SLOT, NULL},
    {"__str__", proxy_str, 1, 1, NF_SLOT, NULL},
    {0},
};

static const NativeDef construct_def = {"mappingproxy", proxy_construct, 2, 2, 0, NULL};

void proxy_setup(VM *vm) {
    Class *c = vm->types[T_MAPPING_PROXY];
    c->construct = &construct_def;
    class_add_methods(vm, c, methods);
    class_add_value(vm, c, "__hash__", V_NONE);
}
