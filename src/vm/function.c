/* What programs can ask of functions, methods, cells, codes and frames. */
#include "vm/vm_internal.h"

Value cell_new(VM *vm, Value v) {
    Cell *c = heap_new(vm, vm->types[T_CELL], KIND_CELL, sizeof *c);
    c->value = v;
    return from_obj(c);
}

Value method_new(VM *vm, Value function, Value self) {
    Method *m = heap_new(vm, vm->types[T_METHOD], KIND_METHOD, sizeof *m);
    m->function = function;
    m->self = self;
    return from_obj(m);
}

Value native_new(VM *vm, const NativeDef *def, Value self, Class *owner) {
    TypeId type = def->flags & NF_PYTHON                                ? T_PYTHON_NATIVE
                  : !owner || self != V_UNDEF || def->flags & NF_STATIC ? T_NATIVE
                  : def->flags & NF_GETTER                              ? T_GETSET
                  : def->flags & NF_SLOT                                ? T_SLOT_WRAPPER
                                                                        : T_METHOD_DESCRIPTOR;
    Native *n = heap_new(vm, vm->types[type], KIND_NATIVE, sizeof *n);
    n->def = def;
    n->self = self;
    n->module = V_NONE;
    n->owner = owner;
    return from_obj(n);
}

void *record_sized(VM *vm, Class *cls, uint32_t n, size_t size) {
    Record *r = heap_new(vm, cls, KIND_RECORD, size);
    r->n = n;
    for (uint32_t i = 0; i < n; i++) r->slots[i] = V_NONE;
    return r;
}

Value record_new(VM *vm, Class *cls, uint32_t n) {
    return from_obj(record_sized(vm, cls, n, sizeof(Record) + n * sizeof(Value)));
}

/* --- functions ----------------------------------------------------------------------------- */

/* Each attribute that is a field: read with one argument, written with two. */
#define FIELD(function, member, check, message)                   \
    static Value function(VM *vm, Value *a, int n) {              \
        Function *f = AS(Function, a[0]);                         \
        if (n < 2) return f->member;                              \
        if (a[1] == V_UNDEF) a[1] = V_NONE;                       \
        if (!(check)) return vm_raise(vm, T_TYPE_ERROR, message); \
        f->member = a[1];                                         \
        return V_NONE;                                            \
    }

FIELD(get_name, name, is_str(a[1]), "__name__ must be set to a string object")
FIELD(get_qualname, qualname, is_str(a[1]), "__qualname__ must be set to a string object")
FIELD(get_doc, doc, true, "never")
FIELD(get_module, module, true, "never")
FIELD(get_defaults, defaults, is_tuple(a[1]) || a[1] == V_NONE, "__defaults__ must be set to a tuple object")
FIELD(get_kwdefaults, keyword_defaults, is_dict(a[1]) || a[1] == V_NONE,
      "__kwdefaults__ must be set to a dict object")
#undef FIELD

static Value get_annotations(VM *vm, Value *a, int n) {
    Function *f = AS(Function, a[0]);
    if (n > 1) return f->annotations = a[1], V_NONE;
    if (f->annotations == V_UNDEF) f->annotations = dict_new(vm);
    return f->annotations;
}

static Value get_closure(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return AS(Function, a[0])->closure;
}

static Value get_globals(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_obj(AS(Function, a[0])->globals);
}

static Value get_dict(VM *vm, Value *a, int n) {
    if (n > 1) {
        if (!is_dict(a[1]))
            return vm_raise(vm, T_TYPE_ERROR, "__dict__ must be set to a dictionary, not a '%s'",
                            type_name(vm, a[1]));
        Dict *d = obj_attrs(vm, as_obj(a[0]), true);
        uint32_t i = 0;
        dict_clear(vm, d);
        for (DictEntry *e; (e = dict_next(AS(Dict, a[1]), &i));)
            if (is_str(e->key)) dict_set_str(vm, d, str_intern_value(vm, AS(Str, e->key)), e->value);
        return V_NONE;
    }
    return from_obj(obj_attrs(vm, as_obj(a[0]), true));
}

static Value get_code(VM *vm, Value *a, int n) {
    if (n > 1) {
        if (!is_exact(vm, a[1], T_CODE))
            return vm_raise(vm, T_TYPE_ERROR, "__code__ must be set to a code object");
        AS(Function, a[0])->code = AS(Record, a[1])->payload;
        return V_NONE;
    }
    return code_value(vm, AS(Function, a[0])->code);
}

static Value function_get(VM *vm, Value *a, int n) {
    (void)n;
    return a[1] == V_NONE ? a[0] : method_new(vm, a[0], a[1]);
}

static Value any_call(VM *vm, Value *a, int n) {
    return call_spread(vm, a[0], tuple_from(vm, a + 1, (uint32_t)n - 1), a[n]);
}

static const NativeDef function_methods[] = {
    {"__name__", get_name, 1, 2, NF_GETTER, NULL},
    {"__qualname__", get_qualname, 1, 2, NF_GETTER, NULL},
    {"__doc__", get_doc, 1, 2, NF_GETTER, NULL},
    {"__module__", get_module, 1, 2, NF_GETTER, NULL},
    {"__defaults__", get_defaults, 1, 2, NF_GETTER, NULL},
    {"__kwdefaults__", get_kwdefaults, 1, 2, NF_GETTER, NULL},
    {"__annotations__", get_annotations, 1, 2, NF_GETTER, NULL},
    {"__closure__", get_closure, 1, 1, NF_GETTER, NULL},
    {"__globals__", get_globals, 1, 1, NF_GETTER, NULL},
    {"__dict__", get_dict, 1, 2, NF_GETTER, NULL},
    {"__code__", get_code, 1, 2, NF_GETTER, NULL},
    {"__get__", function_get, 2, 3, NF_SLOT, NULL},
    {"__call__", any_call, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
    {0},
};

/* --- methods and functions in C --------------------------------------------------------------- */

static Value method_function(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return AS(Method, a[0])->function;
}

static Value method_self(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return AS(Method, a[0])->self;
}

/* Everything else is the function's. */
static Value method_getattr(VM *vm, Value *a, int n) {
    (void)n;
    return attr_get(vm, AS(Method, a[0])->function, AS(Str, a[1]));
}

static Value method_doc(VM *vm, Value *a, int n) {
    (void)n;
    return attr_get(vm, AS(Method, a[0])->function, vm->names[NAME_doc]);
}

static Value method_equal(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    if (!is_kind(a[1], KIND_METHOD)) return V_NOT_IMPLEMENTED;
    const Method *x = AS(Method, a[0]), *y = AS(Method, a[1]);
    return from_bool(x->function == y->function && x->self == y->self);
}

static const NativeDef method_methods[] = {
    {"__func__", method_function, 1, 1, NF_GETTER, NULL},
    {"__self__", method_self, 1, 1, NF_GETTER, NULL},
    {"__doc__", method_doc, 1, 1, NF_GETTER, NULL},
    {"__getattr__", method_getattr, 2, 2, NF_SELF, NULL},
    {"__eq__", method_equal, 2, 2, NF_SLOT, NULL},
    {"__call__", any_call, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
    {0},
};

static Value native_name(VM *vm, Value *a, int n) {
    (void)n;
    return str_from(vm, AS(Native, a[0])->def->name);
}

static Value native_qualname(VM *vm, Value *a, int n) {
    (void)n;
    const Native *f = AS(Native, a[0]);
    if (!f->owner) return str_from(vm, f->def->name);
    const char *owner = class_name(f->owner), *module_ends = strrchr(owner, '.');
    return str_format(vm, "%s.%s", module_ends ? module_ends + 1 : owner, f->def->name);
}

static Value native_self(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    Value self = AS(Native, a[0])->self;
    return self == V_UNDEF ? V_NONE : self;
}

static Value native_module(VM *vm, Value *a, int n) {
    (void)n;
    const Native *f = AS(Native, a[0]);
    if (f->owner) return V_NONE;
    return f->module == V_NONE ? str_from(vm, "builtins") : f->module;
}

static Value no_doc(VM *vm, Value *a, int n) {
    (void)vm;
    (void)a;
    (void)n;
    return V_NONE;
}

static Value native_get(VM *vm, Value *a, int n) {
    (void)n;
    return attr_bind(vm, a[0], a[1] == V_NONE ? V_UNDEF : a[1], class_of(vm, a[1]));
}

static const NativeDef native_methods[] = {
    {"__name__", native_name, 1, 1, NF_GETTER, NULL},
    {"__qualname__", native_qualname, 1, 1, NF_GETTER, NULL},
    {"__module__", native_module, 1, 1, NF_GETTER, NULL},
    {"__self__", native_self, 1, 1, NF_GETTER, NULL},
    {"__doc__", no_doc, 1, 1, NF_GETTER, NULL},
    {"__call__", any_call, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
    {0},
};

static const NativeDef native_get_methods[] = {{"__get__", native_get, 2, 3, NF_SLOT, NULL}, {0}};

/* --- cells -------------------------------------------------------------------------- */

static Value cell_contents(VM *vm, Value *a, int n) {
    Cell *c = AS(Cell, a[0]);
    if (n > 1) return c->value = a[1], V_NONE;
    return c->value == V_UNDEF ? vm_raise(vm, T_VALUE_ERROR, "Cell is empty") : c->value;
}

static const NativeDef cell_methods[] = {{"cell_contents", cell_contents, 1, 2, NF_GETTER, NULL}, {0}};

static Value method_construct(VM *vm, Value *a, int n) {
    (void)n;
    if (a[2] == V_NONE) return vm_raise(vm, T_TYPE_ERROR, "self must not be None");
    return method_new(vm, a[1], a[2]);
}

static const NativeDef method_construct_def = {"method", method_construct, 3, 3, 0, NULL};

void functions_setup(VM *vm) {
    vm->types[T_METHOD]->construct = &method_construct_def;
    class_add_methods(vm, vm->types[T_FUNCTION], function_methods);
    class_add_methods(vm, vm->types[T_METHOD], method_methods);
    static const TypeId natives[] = {T_NATIVE, T_METHOD_DESCRIPTOR, T_SLOT_WRAPPER, T_GETSET,
                                     T_PYTHON_NATIVE};
    for (int i = 0; i < 5; i++) class_add_methods(vm, vm->types[natives[i]], native_methods);
    for (int i = 1; i < 5; i++) class_add_methods(vm, vm->types[natives[i]], native_get_methods);
    class_add_methods(vm, vm->types[T_CELL], cell_methods);
    codes_setup(vm);
    frames_setup(vm);
}
