/* property, staticmethod, classmethod and super. */
#include "vm/vm_internal.h"

/* --- property ---------------------------------------------------------------------------- */

static Value doc_of(Value getter) {
    return is_kind(getter, KIND_FUNCTION) ? AS(Function, getter)->doc : V_NONE;
}

static Value given(Value v) {
    return v == V_UNDEF ? V_NONE : v;
}

static Value property_new(VM *vm, Class *cls, Value getter, Value setter, Value deleter, Value doc) {
    Property *p = heap_new(vm, cls, KIND_PROPERTY, sizeof *p);
    p->getter = getter;
    p->setter = setter;
    p->deleter = deleter;
    p->doc_of_getter = doc == V_NONE;
    p->doc = doc != V_NONE ? doc : doc_of(getter);
    p->name = V_NONE;
    return from_obj(p);
}

static Value property_construct(VM *vm, Value *a, int n) {
    (void)n;
    return property_new(vm, AS(Class, a[0]), given(a[1]), given(a[2]), given(a[3]), given(a[4]));
}

static const NativeDef property_construct_def = {"property", property_construct,     1, 5,
                                                 0,          "fget, fset, fdel, doc"};

static Value copy_with(VM *vm, Property *p, Value getter, Value setter, Value deleter) {
    Value v = property_new(vm, p->obj.cls, getter, setter, deleter, p->doc_of_getter ? V_NONE : p->doc);
    AS(Property, v)->name = p->name;
    return v;
}

static Value property_getter(VM *vm, Value *a, int n) {
    (void)n;
    Property *p = AS(Property, a[0]);
    return copy_with(vm, p, a[1], p->setter, p->deleter);
}

static Value property_setter(VM *vm, Value *a, int n) {
    (void)n;
    Property *p = AS(Property, a[0]);
    return copy_with(vm, p, p->getter, a[1], p->deleter);
}

static Value property_deleter(VM *vm, Value *a, int n) {
    (void)n;
    Property *p = AS(Property, a[0]);
    return copy_with(vm, p, p->getter, p->setter, a[1]);
}

static Value property_get(VM *vm, Value *a, int n) {
    (void)n;
    Property *p = AS(Property, a[0]);
    if (a[1] == V_NONE) return a[0];
    if (p->getter == V_NONE) return vm_raise(vm, T_ATTRIBUTE_ERROR, "property has no getter");
    return vm_tail(vm, p->getter, 1, &a[1]);
}

static Value property_set(VM *vm, Value *a, int n) {
    (void)n;
    Property *p = AS(Property, a[0]);
    if (p->setter == V_NONE) return vm_raise(vm, T_ATTRIBUTE_ERROR, "property has no setter");
    return vm_tail(vm, p->setter, 2, &a[1]);
}

static Value property_delete(VM *vm, Value *a, int n) {
    (void)n;
    Property *p = AS(Property, a[0]);
    if (p->deleter == V_NONE) return vm_raise(vm, T_ATTRIBUTE_ERROR, "property has no deleter");
    return vm_tail(vm, p->deleter, 1, &a[1]);
}

static Value property_set_name(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    AS(Property, a[0])->name = a[2];
    return V_NONE;
}

static Value property_make(VM *vm, Value *a, int n) {
    for (int i = n; i < 5; i++) a[i] = V_UNDEF;
    return property_construct(vm, a, n);
}

static Value get_fget(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return AS(Property, a[0])->getter;
}
static Value get_fset(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return AS(Property, a[0])->setter;
}
static Value get_fdel(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return AS(Property, a[0])->deleter;
}
static Value property_doc(VM *vm, Value *a, int n) {
    (void)vm;
    if (n < 2) return AS(Property, a[0])->doc;
    AS(Property, a[0])->doc = a[1];
    return V_NONE;
}
static Value property_abstract(VM *vm, Value *a, int n) {
    (void)n;
    const Property *p = AS(Property, a[0]);
    const Value functions[] = {p->getter, p->setter, p->deleter};
    for (int i = 0; i < 3; i++) {
        if (!is_kind(functions[i], KIND_FUNCTION)) continue;
        Dict *d = obj_attrs(vm, as_obj(functions[i]), false);
        if (d && dict_get_str(d, vm->names[NAME_isabstract]) == V_TRUE) return V_TRUE;
    }
    return V_FALSE;
}

static const NativeDef property_methods[] = {
    {"__new__", property_make, 1, 5, NF_STATIC, NULL},
    {"getter", property_getter, 2, 2, NF_SELF, NULL},
    {"setter", property_setter, 2, 2, NF_SELF, NULL},
    {"deleter", property_deleter, 2, 2, NF_SELF, NULL},
    {"__get__", property_get, 2, 3, NF_SLOT, NULL},
    {"__set__", property_set, 3, 3, NF_SLOT, NULL},
    {"__delete__", property_delete, 2, 2, NF_SLOT, NULL},
    {"__set_name__", property_set_name, 3, 3, NF_SELF, NULL},
    {"fget", get_fget, 1, 1, NF_GETTER, NULL},
    {"fset", get_fset, 1, 1, NF_GETTER, NULL},
    {"fdel", get_fdel, 1, 1, NF_GETTER, NULL},
    {"__doc__", property_doc, 1, 2, NF_GETTER, NULL},
    {"__isabstractmethod__", property_abstract, 1, 1, NF_GETTER, NULL},
    {0},
};

/* --- staticmethod, classmethod ------------------------------------------------------------- */

static Value wrapped_construct(VM *vm, Value *a, int n) {
    (void)n;
    Wrapped *w = heap_new(vm, AS(Class, a[0]), KIND_WRAPPED, sizeof *w);
    w->function = a[1];
    return from_obj(w);
}

static const NativeDef static_construct_def = {"staticmethod", wrapped_construct, 2, 2, 0, NULL};
static const NativeDef class_construct_def = {"classmethod", wrapped_construct, 2, 2, 0, NULL};

static Value wrapped_function(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return AS(Wrapped, a[0])->function;
}

static Value wrapped_get(VM *vm, Value *a, int n) {
    Value cls = n > 2 && a[2] != V_UNDEF && a[2] != V_NONE ? a[2] : from_obj(class_of(vm, a[1]));
    return attr_bind(vm, a[0], a[1] == V_NONE ? V_UNDEF : a[1], AS(Class, cls));
}

static Value static_call(VM *vm, Value *a, int n) {
    Dict *d = a[n] == V_UNDEF ? NULL : AS(Dict, a[n]);
    return call_spread(vm, AS(Wrapped, a[0])->function, tuple_from(vm, a + 1, (uint32_t)n - 1),
                       d ? from_obj(d) : V_UNDEF);
}

/* What the function says of itself, the wrapper says too. */
static Value wrapped_attr(VM *vm, Value self, CommonName name) {
    return attr_get(vm, AS(Wrapped, self)->function, vm->names[name]);
}
static Value wrapped_name(VM *vm, Value *a, int n) {
    (void)n;
    return wrapped_attr(vm, a[0], NAME_name);
}
static Value wrapped_qualname(VM *vm, Value *a, int n) {
    (void)n;
    return wrapped_attr(vm, a[0], NAME_qualname);
}
static Value wrapped_doc(VM *vm, Value *a, int n) {
    (void)n;
    return wrapped_attr(vm, a[0], NAME_doc);
}
static Value wrapped_annotations(VM *vm, Value *a, int n) {
    (void)n;
    return wrapped_attr(vm, a[0], NAME_annotations);
}
static Value wrapped_abstract(VM *vm, Value *a, int n) {
    (void)n;
    Value f = AS(Wrapped, a[0])->function;
    Dict *d = is_kind(f, KIND_FUNCTION) ? obj_attrs(vm, as_obj(f), false) : NULL;
    return from_bool(d && dict_get_str(d, vm->names[NAME_isabstract]) == V_TRUE);
}

static const NativeDef wrapped_methods[] = {
    {"__func__", wrapped_function, 1, 1, NF_GETTER, NULL},
    {"__wrapped__", wrapped_function, 1, 1, NF_GETTER, NULL},
    {"__name__", wrapped_name, 1, 1, NF_GETTER, NULL},
    {"__qualname__", wrapped_qualname, 1, 1, NF_GETTER, NULL},
    {"__doc__", wrapped_doc, 1, 1, NF_GETTER, NULL},
    {"__annotations__", wrapped_annotations, 1, 1, NF_GETTER, NULL},
    {"__isabstractmethod__", wrapped_abstract, 1, 1, NF_GETTER, NULL},
    {"__get__", wrapped_get, 2, 3, NF_SLOT, NULL},
    {0},
};

static const NativeDef static_methods[] = {{"__call__", static_call, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
                                           {0}};

/* --- super ------------------------------------------------------------------------------------ */

static Value super_new(VM *vm, Class *after, Value self) {
    Class *c = class_of(vm, self), *start = c;
    if (!class_derives(c, after)) {
        if (!is_class(self) || !class_derives(AS(Class, self), after))
            return vm_raise(vm, T_TYPE_ERROR, "super(type, obj): obj must be an instance or subtype of type");
        start = AS(Class, self);
    }
    Super *s = heap_new(vm, vm->types[T_SUPER], KIND_SUPER, sizeof *s);
    s->after = after;
    s->self = self;
    s->start = start;
    return from_obj(s);
}

/* super() without arguments: the class is in the cell that the compiler made for it, the
 * object is the first argument of the running function. */
static Value super_of_frame(VM *vm) {
    const Frame *f = vm->frame;
    if (!f || !f->code || f->code->param_count == 0)
        return vm_raise(vm, T_RUNTIME_ERROR, "super(): no arguments");
    Value self = f->slots[0];
    if (is_kind(self, KIND_CELL)) self = AS(Cell, self)->value;
    if (self == V_UNDEF) return vm_raise(vm, T_RUNTIME_ERROR, "super(): arg[0] deleted");
    for (uint32_t i = f->code->free_start; i < f->code->slot_count; i++) {
        if (f->code->slot_names[i] != vm->names[NAME_class_]) continue;
        Value c = AS(Cell, f->slots[i])->value;
        if (!is_class(c)) return vm_raise(vm, T_RUNTIME_ERROR, "super(): empty __class__ cell");
        return super_new(vm, AS(Class, c), self);
    }
    return vm_raise(vm, T_RUNTIME_ERROR, "super(): __class__ cell not found");
}

static Value super_construct(VM *vm, Value *a, int n) {
    if (n == 1) return super_of_frame(vm);
    if (!is_class(a[1]))
        return vm_raise(vm, T_TYPE_ERROR, "super() argument 1 must be a type, not %s", type_name(vm, a[1]));
    if (n == 2) return vm_raise(vm, T_TYPE_ERROR, "super() with one argument is not supported");
    return super_new(vm, AS(Class, a[1]), a[2]);
}

static const NativeDef super_construct_def = {"super", super_construct, 1, 3, 0, NULL};

static Value super_self(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return AS(Super, a[0])->self;
}
static Value super_thisclass(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_obj(AS(Super, a[0])->after);
}

static const NativeDef super_methods[] = {{"__self__", super_self, 1, 1, NF_GETTER, NULL},
                                          {"__thisclass__", super_thisclass, 1, 1, NF_GETTER, NULL},
                                          {0}};

void descriptors_setup(VM *vm) {
    vm->types[T_PROPERTY]->construct = &property_construct_def;
    vm->types[T_STATICMETHOD]->construct = &static_construct_def;
    vm->types[T_CLASSMETHOD]->construct = &class_construct_def;
    vm->types[T_SUPER]->construct = &super_construct_def;
    class_add_methods(vm, vm->types[T_PROPERTY], property_methods);
    class_add_methods(vm, vm->types[T_STATICMETHOD], wrapped_methods);
    class_add_methods(vm, vm->types[T_STATICMETHOD], static_methods);
    class_add_methods(vm, vm->types[T_CLASSMETHOD], wrapped_methods);
    class_add_methods(vm, vm->types[T_SUPER], super_methods);
}
