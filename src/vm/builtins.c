/* Built-in functions about objects, attributes, classes and names. */
#include "vm/vm_internal.h"

static Str *attr_name(VM *vm, Value v) {
    if (is_str(v)) return str_intern_value(vm, AS(Str, v));
    vm_raise(vm, T_TYPE_ERROR, "attribute name must be string, not '%s'", type_name(vm, v));
    return NULL;
}

/* The default is for an AttributeError alone; when Python is asked, a frame in C waits for it. */
static Value getattr_step(VM *vm, Frame *f, Value v) {
    if (v == V_UNDEF) return attr_get(vm, f->slots[0], AS(Str, f->slots[1]));
    if (v != V_ERROR || f->slots[2] == V_UNDEF || !vm_error_is(vm, T_ATTRIBUTE_ERROR)) return v;
    vm_clear_error(vm);
    return f->slots[2];
}

static Value do_getattr(VM *vm, Value *a, int n) {
    (void)n;
    Str *name = attr_name(vm, a[1]);
    if (!name) return V_ERROR;
    Value v = attr_get(vm, a[0], name);
    if (LIKELY(v != V_ERROR && v != V_TAIL)) return v;
    if (v == V_ERROR) {
        if (a[2] == V_UNDEF || !vm_error_is(vm, T_ATTRIBUTE_ERROR)) return v;
        vm_clear_error(vm);
        return a[2];
    }
    Value slots[] = {a[0], from_obj(name), a[2]};
    return vm_tail_step(vm, getattr_step, 3, slots);
}

static Value hasattr_step(VM *vm, Frame *f, Value v) {
    if (v == V_UNDEF) {
        v = attr_get(vm, f->slots[0], AS(Str, f->slots[1]));
        if (v == V_TAIL) return v;
    }
    if (v != V_ERROR) return V_TRUE;
    if (!vm_error_is(vm, T_ATTRIBUTE_ERROR)) return V_ERROR;
    vm_clear_error(vm);
    return V_FALSE;
}

static Value do_hasattr(VM *vm, Value *a, int n) {
    (void)n;
    Str *name = attr_name(vm, a[1]);
    if (!name) return V_ERROR;
    Value slots[] = {a[0], from_obj(name)};
    return vm_tail_step(vm, hasattr_step, 2, slots);
}

static Value do_setattr(VM *vm, Value *a, int n) {
    (void)n;
    Str *name = attr_name(vm, a[1]);
    return name ? attr_set(vm, a[0], name, a[2]) : V_ERROR;
}

static Value do_delattr(VM *vm, Value *a, int n) {
    (void)n;
    Str *name = attr_name(vm, a[1]);
    return name ? attr_delete(vm, a[0], name) : V_ERROR;
}

static Value do_callable(VM *vm, Value *a, int n) {
    (void)n;
    if (!is_obj(a[0])) return V_FALSE;
    switch ((Kind)as_obj(a[0])->kind) {
    case KIND_FUNCTION:
    case KIND_NATIVE:
    case KIND_METHOD:
    case KIND_CLASS: return V_TRUE;
    default: return from_bool(class_special(vm, as_obj(a[0])->cls, SP_CALL) != V_UNDEF);
    }
}

static Value do_id(VM *vm, Value *a, int n) {
    (void)n;
    return int_from_u64(vm, obj_id(vm, a[0]));
}

/* Where classes alone decide: YES, NO, or NEEDS_PYTHON for hooks, unions and wrong arguments. */
static Tri derives(VM *vm, Class *c, Value from, Special hook) {
    if (is_class(from)) {
        Class *meta = as_obj(from)->cls;
        if (hook == SP_INSTANCECHECK && from == from_obj(c)) return YES;
        if (special_is_python(vm, meta, hook)) return NEEDS_PYTHON;
        if (class_derives(c, AS(Class, from))) return YES;
        return meta == vm->types[T_TYPE] ? NO : NEEDS_PYTHON;
    }
    if (!is_tuple(from)) return NEEDS_PYTHON;
    Tuple *t = AS(Tuple, from);
    for (uint32_t i = 0; i < t->len; i++) {
        Tri r = derives(vm, c, t->items[i], hook);
        if (r != NO) return r;
    }
    return NO;
}

static Value do_isinstance(VM *vm, Value *a, int n) {
    (void)n;
    Tri t = derives(vm, class_of(vm, a[0]), a[1], SP_INSTANCECHECK);
    return t == NEEDS_PYTHON ? vm_twin_args(vm, TWIN_ISINSTANCE, 2, a) : from_bool(t == YES);
}

static Value do_issubclass(VM *vm, Value *a, int n) {
    (void)n;
    if (!is_class(a[0])) return vm_raise(vm, T_TYPE_ERROR, "issubclass() arg 1 must be a class");
    Tri t = derives(vm, AS(Class, a[0]), a[1], SP_SUBCLASSCHECK);
    return t == NEEDS_PYTHON ? vm_twin_args(vm, TWIN_ISSUBCLASS, 2, a) : from_bool(t == YES);
}

static Frame *program_frame(VM *vm) {
    return vm->frame;
}

static Value do_globals(VM *vm, Value *a, int n) {
    (void)a;
    (void)n;
    return from_obj(program_frame(vm)->globals);
}

static Value do_locals(VM *vm, Value *a, int n) {
    (void)a;
    (void)n;
    const Frame *f = program_frame(vm);
    if (f->names) return from_obj(f->names);
    if (f->code->flags & CODE_MODULE) return from_obj(f->globals);
    Value d = dict_new(vm);
    for (uint32_t i = 0; i < f->code->slot_count; i++) {
        Value v = f->slots[i];
        bool free = i >= f->code->free_start;
        if (is_kind(v, KIND_CELL)) v = AS(Cell, v)->value;
        if (v == V_UNDEF || (free && str_is(f->code->slot_names[i], "__class__"))) continue;
        dict_set_str(vm, AS(Dict, d), f->code->slot_names[i], v);
    }
    return d;
}

static Value do_vars(VM *vm, Value *a, int n) {
    if (n == 0 || a[0] == V_UNDEF) return do_locals(vm, a, 0);
    Value v = attr_get(vm, a[0], vm->names[NAME_dict]);
    if (v != V_ERROR || !vm_error_is(vm, T_ATTRIBUTE_ERROR)) return v;
    vm_clear_error(vm);
    return vm_raise(vm, T_TYPE_ERROR, "vars() argument must have __dict__ attribute");
}

static Value do_dir(VM *vm, Value *a, int n) {
    if (n > 0 && a[0] != V_UNDEF) {
        Value hook = class_special(vm, class_of(vm, a[0]), SP_DIR);
        if (hook != V_UNDEF && !is_kind(hook, KIND_NATIVE)) return vm_twin(vm, TWIN_DIR_HOOK, 2, a[0], hook);
        if (is_kind(a[0], KIND_MODULE)) {
            hook = dict_get_str(AS(ModuleObj, a[0])->attrs, vm->special_names[SP_DIR]);
            if (hook != V_UNDEF) return vm_twin(vm, TWIN_DIR_OF_MODULE, 1, hook);
        }
        return vm_twin(vm, TWIN_DIR, 1, a[0]);
    }
    return vm_twin(vm, TWIN_SORTED_KEYS, 1, do_locals(vm, a, 0));
}

/* What site adds to the built-in names. */
static Value do_exit(VM *vm, Value *a, int n) {
    return vm_raise_value(vm, T_SYSTEM_EXIT, n > 0 && a[0] != V_UNDEF ? a[0] : V_NONE);
}

static const NativeDef functions[] = {
    {"exit", do_exit, 0, 1, 0, "code"},
    {"quit", do_exit, 0, 1, 0, "code"},
    {"getattr", do_getattr, 2, 3, 0, NULL},
    {"hasattr", do_hasattr, 2, 2, 0, NULL},
    {"setattr", do_setattr, 3, 3, 0, NULL},
    {"delattr", do_delattr, 2, 2, 0, NULL},
    {"callable", do_callable, 1, 1, 0, NULL},
    {"id", do_id, 1, 1, 0, NULL},
    {"isinstance", do_isinstance, 2, 2, 0, NULL},
    {"issubclass", do_issubclass, 2, 2, 0, NULL},
    {"globals", do_globals, 0, 0, 0, NULL},
    {"locals", do_locals, 0, 0, 0, NULL},
    {"vars", do_vars, 0, 1, 0, NULL},
    {"dir", do_dir, 0, 1, 0, NULL},
    {0},
};

/* --- what src/pylib/core_objects.py needs ------------------------------------------------------- */

static Value own_dict(VM *vm, Value *a, int n) {
    (void)n;
    if (is_class(a[0])) return from_obj(AS(Class, a[0])->attrs);
    Dict *d = is_obj(a[0]) ? obj_attrs(vm, as_obj(a[0]), false) : NULL;
    return d ? from_obj(d) : V_NONE;
}

static Value special_of(VM *vm, Value *a, int n) {
    (void)n;
    Value v = class_lookup(vm, class_of(vm, a[0]), AS(Str, a[1]));
    return v == V_UNDEF ? V_NONE : v;
}

static Value derives_plainly(VM *vm, Value *a, int n) {
    (void)n;
    return from_bool(is_class(a[1]) && class_derives(class_of(vm, a[0]), AS(Class, a[1])));
}

static Value write_error(VM *vm, Value *a, int n) {
    (void)n;
    Buf b = {0};
    str_to_utf8(AS(Str, a[0]), &b);
    vm->host.write(vm->host.data, 2, b.data, b.len);
    buf_deinit(&b);
    return V_NONE;
}

static const NativeDef core_functions[] = {{"_own_dict", own_dict, 1, 1, 0, NULL},
                                           {"_special", special_of, 2, 2, 0, NULL},
                                           {"_derives", derives_plainly, 2, 2, 0, NULL},
                                           {"_write_error", write_error, 1, 1, 0, NULL},
                                           {0}};

void objects_setup(VM *vm) {
    types_setup(vm);
    proxy_setup(vm);
    descriptors_setup(vm);
    functions_setup(vm);
    generators_setup(vm);
    vm_add_builtins(vm, functions);
    vm_add_core(vm, core_functions);
    vm_add_builtin_value(vm, "Ellipsis", V_ELLIPSIS);
    vm_add_builtin_value(vm, "NotImplemented", V_NOT_IMPLEMENTED);
    vm_add_builtin_value(vm, "__debug__", V_TRUE);
}
