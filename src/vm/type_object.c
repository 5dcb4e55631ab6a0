/* object and type: the methods that every object and every class has, and how a class
 * statement becomes a class. */
#include "vm/vm_internal.h"

#include <stdlib.h>

/* --- object --------------------------------------------------------------------------------- */

static Value object_construct(VM *vm, Value *a, int n) {
    Class *c = AS(Class, a[0]);
    if (c->kind != KIND_INSTANCE) {
        if (!c->construct) return vm_raise(vm, T_TYPE_ERROR, "cannot create '%s' instances", class_name(c));
        return vm_raise(vm, T_TYPE_ERROR, "object.__new__(%s) is not safe, use %s.__new__()", class_name(c),
                        class_name(vm->types[c->builtin]));
    }
    bool extra = n > 1 || (a[n] != V_UNDEF && AS(Dict, a[n])->used);
    Value make = class_special(vm, c, SP_NEW), init = class_special(vm, c, SP_INIT);
    if (extra && make != V_UNDEF && !is_kind(make, KIND_NATIVE))
        return vm_raise(vm, T_TYPE_ERROR,
                        "object.__new__() takes exactly one argument (the type to instantiate)");
    if (extra && (init == V_UNDEF || is_kind(init, KIND_NATIVE)))
        return vm_raise(vm, T_TYPE_ERROR, "%s() takes no arguments", class_name(c));
    if (c->flags & CLASS_ABSTRACT)
        return vm_twin(vm, TWIN_ABSTRACT, 2, a[0], class_lookup(vm, c, vm->names[NAME_abstractmethods]));
    return from_obj(instance_new(vm, c));
}

static Value object_new(VM *vm, Value *a, int n) {
    if (!is_class(a[0]))
        return vm_raise(vm, T_TYPE_ERROR, "object.__new__(X): X is not a type object (%s)",
                        type_name(vm, a[0]));
    return object_construct(vm, a, n);
}

static Value object_init(VM *vm, Value *a, int n) {
    if (n == 1) return V_NONE;
    Class *c = class_of(vm, a[0]);
    Value init = class_special(vm, c, SP_INIT), make = class_special(vm, c, SP_NEW);
    if (!is_kind(init, KIND_NATIVE))
        return vm_raise(vm, T_TYPE_ERROR,
                        "object.__init__() takes exactly one argument (the instance to initialize)");
    if (make == V_UNDEF || is_kind(make, KIND_NATIVE))
        return vm_raise(vm, T_TYPE_ERROR,
                        "%s.__init__() takes exactly one argument (the instance to initialize)",
                        class_name(c));
    return V_NONE;
}

static Value object_eq(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return a[0] == a[1] ? V_TRUE : V_NOT_IMPLEMENTED;
}

static Value ne_step(VM *vm, Frame *f, Value v) {
    if (v == V_UNDEF) {
        Value eq = class_special(vm, class_of(vm, f->slots[0]), SP_EQ);
        return vm_tail(vm, eq, 2, f->slots);
    }
    if (v == V_ERROR || v == V_NOT_IMPLEMENTED) return v;
    Tri t = val_truth(vm, v);
    return t == FAILED ? V_ERROR : from_bool(t == NO);
}

static Value object_ne(VM *vm, Value *a, int n) {
    (void)n;
    return vm_tail_step(vm, ne_step, 2, a);
}

static Value not_ordered(VM *vm, Value *a, int n) {
    (void)vm;
    (void)a;
    (void)n;
    return V_NOT_IMPLEMENTED;
}

static Value object_hash(VM *vm, Value *a, int n) {
    (void)n;
    return is_obj(a[0]) ? from_small((int64_t)obj_identity(vm, as_obj(a[0])))
                        : from_small((int64_t)(a[0] & 0xFFFFFF));
}

/* <module.Class object at 0x…>, ignoring any __repr__. */
static Value object_repr(VM *vm, Value *a, int n) {
    (void)n;
    Class *c = class_of(vm, a[0]);
    Buf b = {0};
    buf_addc(&b, '<');
    Value module = class_lookup(vm, c, vm->names[NAME_module]);
    if (module == V_UNDEF) module = c->module;
    if (is_str(module) && !str_is(AS(Str, module), "builtins")) {
        str_to_utf8(AS(Str, module), &b);
        buf_addc(&b, '.');
    }
    str_to_utf8(AS(Str, c->qualname), &b);
    buf_printf(&b, " object at 0x%012llx>", (unsigned long long)obj_id(vm, a[0]));
    Value s = str_new(vm, b.data, b.len);
    buf_deinit(&b);
    return s;
}

static Value object_str(VM *vm, Value *a, int n) {
    (void)n;
    return obj_repr(vm, a[0]);
}

static Value object_format(VM *vm, Value *a, int n) {
    (void)n;
    if (!is_str(a[1]))
        return vm_raise(vm, T_TYPE_ERROR, "__format__() argument must be str, not %s", type_name(vm, a[1]));
    if (AS(Str, a[1])->len > 0)
        return vm_raise(vm, T_TYPE_ERROR, "unsupported format string passed to %s.__format__",
                        type_name(vm, a[0]));
    return obj_str(vm, a[0]);
}

static bool is_name(VM *vm, Value v) {
    if (is_str(v)) return true;
    vm_raise(vm, T_TYPE_ERROR, "attribute name must be string, not '%s'", type_name(vm, v));
    return false;
}

static Value object_getattribute(VM *vm, Value *a, int n) {
    (void)n;
    return is_name(vm, a[1]) ? attr_get_default(vm, a[0], str_intern_value(vm, AS(Str, a[1]))) : V_ERROR;
}

static Value object_setattr(VM *vm, Value *a, int n) {
    (void)n;
    return is_name(vm, a[1]) ? attr_set_builtin(vm, a[0], str_intern_value(vm, AS(Str, a[1])), a[2])
                             : V_ERROR;
}

static Value object_delattr(VM *vm, Value *a, int n) {
    (void)n;
    return is_name(vm, a[1]) ? attr_set_builtin(vm, a[0], str_intern_value(vm, AS(Str, a[1])), V_UNDEF)
                             : V_ERROR;
}

static Value object_class(VM *vm, Value *a, int n) {
    if (n < 2) return from_obj(class_of(vm, a[0]));
    if (!is_class(a[1]))
        return vm_raise(vm, T_TYPE_ERROR, "__class__ must be set to a class, not '%s' object",
                        type_name(vm, a[1]));
    if (!is_kind(a[0], KIND_INSTANCE) || AS(Class, a[1])->kind != KIND_INSTANCE ||
        AS(Class, a[1])->flags & CLASS_BUILTIN)
        return vm_raise(vm, T_TYPE_ERROR,
                        "__class__ assignment only supported for mutable types or ModuleType subclasses");
    /* The shapes belong to the class: the attributes move to a dict. */
    instance_dict(vm, AS(Instance, a[0]));
    as_obj(a[0])->cls = AS(Class, a[1]);
    return V_NONE;
}

static Value object_dict(VM *vm, Value *a, int n) {
    Class *c = class_of(vm, a[0]);
    bool has = is_obj(a[0]) && (!(c->flags & CLASS_BUILTIN) || is_kind(a[0], KIND_EXCEPTION) ||
                                is_kind(a[0], KIND_MODULE) || c->flags & CLASS_OPEN);
    if (!has || c->slots != V_UNDEF) return vm_no_attribute(vm, a[0], vm->names[NAME_dict]);
    if (n < 2) return from_obj(obj_attrs(vm, as_obj(a[0]), true));
    if (!is_dict(a[1]))
        return vm_raise(vm, T_TYPE_ERROR, "__dict__ must be set to a dictionary, not a '%s'",
                        type_name(vm, a[1]));
    if (is_kind(a[0], KIND_INSTANCE)) {
        instance_dict(vm, AS(Instance, a[0]));
        AS(Instance, a[0])->slots[0] = a[1];
        return V_NONE;
    }
    Dict *d = obj_attrs(vm, as_obj(a[0]), true);
    dict_clear(vm, d);
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(AS(Dict, a[1]), &i));)
        if (is_str(e->key)) dict_set_str(vm, d, str_intern_value(vm, AS(Str, e->key)), e->value);
    return V_NONE;
}

static Value object_doc(VM *vm, Value *a, int n) {
    (void)vm;
    (void)a;
    (void)n;
    return V_NONE;
}

static Value nothing(VM *vm, Value *a, int n) {
    (void)vm;
    (void)a;
    (void)n;
    return V_NONE;
}

static Value no_subclass_hook(VM *vm, Value *a, int n) {
    (void)vm;
    (void)a;
    (void)n;
    return V_NOT_IMPLEMENTED;
}

static Value object_sizeof(VM *vm, Value *a, int n) {
    (void)vm;
    (void)a;
    (void)n;
    return from_small(48);
}

static Value object_dir(VM *vm, Value *a, int n) {
    (void)n;
    return vm_twin(vm, TWIN_DIR, 1, a[0]);
}

static Value init_subclass(VM *vm, Value *a, int n) {
    if (n == 1 && (a[1] == V_UNDEF || AS(Dict, a[1])->used == 0)) return V_NONE;
    return vm_raise(vm, T_TYPE_ERROR, "%s.__init_subclass__() takes no keyword arguments",
                    class_name(AS(Class, a[0])));
}

static const NativeDef object_methods[] = {
    {"__new__", object_new, 1, -1, NF_STATIC | NF_KEYWORDS, NULL},
    {"__init__", object_init, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
    {"__eq__", object_eq, 2, 2, NF_SLOT, NULL},
    {"__ne__", object_ne, 2, 2, NF_SLOT, NULL},
    {"__lt__", not_ordered, 2, 2, NF_SLOT, NULL},
    {"__le__", not_ordered, 2, 2, NF_SLOT, NULL},
    {"__gt__", not_ordered, 2, 2, NF_SLOT, NULL},
    {"__ge__", not_ordered, 2, 2, NF_SLOT, NULL},
    {"__hash__", object_hash, 1, 1, NF_SLOT, NULL},
    {"__repr__", object_repr, 1, 1, NF_SLOT, NULL},
    {"__str__", object_str, 1, 1, NF_SLOT, NULL},
    {"__format__", object_format, 2, 2, NF_SLOT, NULL},
    {"__getattribute__", object_getattribute, 2, 2, NF_SLOT, NULL},
    {"__setattr__", object_setattr, 3, 3, NF_SLOT, NULL},
    {"__delattr__", object_delattr, 2, 2, NF_SLOT, NULL},
    {"__dir__", object_dir, 1, 1, NF_SELF, NULL},
    {"__sizeof__", object_sizeof, 1, 1, NF_SELF, NULL},
    {"__class__", object_class, 1, 2, NF_GETTER, NULL},
    {"__dict__", object_dict, 1, 2, NF_GETTER, NULL},
    {"__doc__", object_doc, 1, 1, NF_SELF, NULL},
    {"__init_subclass__", init_subclass, 1, 1, NF_CLASS | NF_KEYWORDS, NULL},
    {"__subclasshook__", no_subclass_hook, 1, 2, NF_CLASS, NULL},
    {0},
};

/* --- type: making a class --------------------------------------------------------------------- */

/* A private name of a class: __x is _Class__x. */
static Value mangled(VM *vm, const Class *c, Str *name) {
    Buf b = {0};
    str_to_utf8(name, &b);
    Value v = from_obj(name);
    bool private = b.len > 2 && !memcmp(b.data, "__", 2) && memcmp(b.data + b.len - 2, "__", 2) != 0;
    if (private) {
        const char *of = class_name(c);
        while (*of == '_') of++;
        v = *of ? str_format(vm, "_%s%s", of, buf_cstr(&b)) : v;
    }
    buf_deinit(&b);
    return v;
}

/* __slots__: names that instances may have, with those of the bases; V_UNDEF if any base, or
 * this class, gives instances a __dict__. */
static bool take_slots(VM *vm, Class *c, Dict *attrs) {
    Value own = dict_get_str(attrs, vm->names[NAME_slots]);
    if (own == V_UNDEF) return true;
    Value names = list_new(vm, 4);
    if (is_str(own)) {
        list_push(vm, AS(List, names), own);
    } else if (iter_is_native(vm, own)) {
        Value all = iter_to_list(vm, own);
        const Value *items = is_tuple(all) ? AS(Tuple, all)->items : AS(List, all)->items;
        uint32_t n = is_tuple(all) ? AS(Tuple, all)->len : AS(List, all)->len;
        for (uint32_t i = 0; i < n; i++) list_push(vm, AS(List, names), items[i]);
    } else {
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", type_name(vm, own)), false;
    }
    for (uint32_t i = 0; i < AS(List, names)->len; i++) {
        Value name = AS(List, names)->items[i];
        if (is_str(name)) name = AS(List, names)->items[i] = mangled(vm, c, AS(Str, name));
        if (!is_str(name))
            return vm_raise(vm, T_TYPE_ERROR, "__slots__ items must be strings, not '%s'",
                            type_name(vm, name)),
                   false;
        if (str_is(AS(Str, name), "__dict__")) return true;
        if (dict_get_str(attrs, AS(Str, name)) != V_UNDEF) {
            Buf b = {0};
            str_to_utf8(AS(Str, name), &b);
            vm_raise(vm, T_VALUE_ERROR, "'%s' in __slots__ conflicts with class variable", buf_cstr(&b));
            buf_deinit(&b);
            return false;
        }
    }
    for (uint32_t i = 0; i < c->bases->len; i++) {
        Class *b = AS(Class, c->bases->items[i]);
        if (b->flags & CLASS_BUILTIN) continue;
        if (b->slots == V_UNDEF) return true;
        for (uint32_t k = 0; k < AS(Tuple, b->slots)->len; k++)
            list_push(vm, AS(List, names), AS(Tuple, b->slots)->items[k]);
    }
    c->slots = tuple_from(vm, AS(List, names)->items, AS(List, names)->len);
    return true;
}

/* Functions with these names are class methods or static methods without saying so. */
static void wrap_implicit(VM *vm, Dict *attrs, Str *name, TypeId type) {
    DictEntry *e = dict_entry_str(attrs, name);
    if (!e || !is_kind(e->value, KIND_FUNCTION)) return;
    Wrapped *w = heap_new(vm, vm->types[type], KIND_WRAPPED, sizeof *w);
    w->function = e->value;
    e->value = from_obj(w);
}

static void default_attr(VM *vm, Dict *attrs, CommonName name, Value v) {
    if (!dict_entry_str(attrs, vm->names[name])) dict_set_str(vm, attrs, vm->names[name], v);
}

static bool bases_are_classes(VM *vm, Tuple *bases) {
    for (uint32_t i = 0; i < bases->len; i++) {
        if (!is_class(bases->items[i])) {
            vm_raise(vm, T_TYPE_ERROR, "bases must be types");
            return false;
        }
        for (uint32_t j = 0; j < i; j++)
            if (bases->items[j] == bases->items[i]) {
                vm_raise(vm, T_TYPE_ERROR, "duplicate base class %s", class_name(AS(Class, bases->items[i])));
                return false;
            }
    }
    return true;
}

static Class *winner_meta(VM *vm, Class *meta, Tuple *bases) {
    for (uint32_t i = 0; i < bases->len; i++) {
        Class *m = as_obj(bases->items[i])->cls;
        if (class_derives(meta, m)) continue;
        if (class_derives(m, meta)) {
            meta = m;
            continue;
        }
        vm_raise(vm, T_TYPE_ERROR,
                 "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                 "subclass of the metaclasses of all its bases");
        return NULL;
    }
    return meta;
}

/* Whether anything is to be told of the new class: __set_name__, __init_subclass__. */
static bool has_listeners(VM *vm, Class *c, Value keywords) {
    if (keywords != V_UNDEF && AS(Dict, keywords)->used) return true;
    for (uint32_t i = 1; i < c->mro->len; i++) {
        Class *base = AS(Class, c->mro->items[i]);
        if (base != vm->types[T_OBJECT] &&
            dict_get_str(base->attrs, vm->special_names[SP_INIT_SUBCLASS]) != V_UNDEF)
            return true;
    }
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(c->attrs, &i));)
        if (is_obj(e->value) && class_special(vm, as_obj(e->value)->cls, SP_SET_NAME) != V_UNDEF) return true;
    return false;
}

static bool take_identity(VM *vm, Class *c, Dict *attrs) {
    Value q = dict_get_str(attrs, vm->names[NAME_qualname]);
    if (is_str(q)) c->qualname = q;
    dict_remove_str(vm, attrs, vm->names[NAME_qualname]);
    Value cell = dict_get_str(attrs, vm->names[NAME_classcell]);
    if (cell != V_UNDEF && !is_kind(cell, KIND_CELL)) {
        vm_raise(vm, T_TYPE_ERROR, "type.__new__(): __classcell__ must be a nonlocal cell, not <class '%s'>",
                 type_name(vm, cell));
        return false;
    }
    if (cell != V_UNDEF) AS(Cell, cell)->value = from_obj(c);
    dict_remove_str(vm, attrs, vm->names[NAME_classcell]);
    Value module = dict_get_str(attrs, vm->names[NAME_module]);
    if (module == V_UNDEF && vm->frame && vm->frame->globals) {
        module = dict_get_str(vm->frame->globals, vm->names[NAME_name]);
        if (module != V_UNDEF) dict_set_str(vm, attrs, vm->names[NAME_module], module);
    }
    if (module != V_UNDEF) c->module = module;
    return true;
}

/* type.__new__(metaclass, name, bases, namespace, **keywords). */
static Value type_new(VM *vm, Value *a, int n) {
    Value keywords = a[n];
    if (n == 2 && a[0] == from_obj(vm->types[T_TYPE])) return from_obj(class_of(vm, a[1]));
    if (n != 4) return vm_raise(vm, T_TYPE_ERROR, "type() takes 1 or 3 arguments");
    if (!is_str(a[1]))
        return vm_raise(vm, T_TYPE_ERROR, "type.__new__() argument 1 must be str, not %s",
                        type_name(vm, a[1]));
    if (!is_tuple(a[2]))
        return vm_raise(vm, T_TYPE_ERROR, "type.__new__() argument 2 must be tuple, not %s",
                        type_name(vm, a[2]));
    if (!is_dict(a[3]))
        return vm_raise(vm, T_TYPE_ERROR, "type.__new__() argument 3 must be dict, not %s",
                        type_name(vm, a[3]));
    Tuple *bases = AS(Tuple, a[2]);
    if (!bases_are_classes(vm, bases)) return V_ERROR;
    if (bases->len == 0) {
        Value object = from_obj(vm->types[T_OBJECT]);
        bases = AS(Tuple, tuple_from(vm, &object, 1));
    }
    Class *meta = winner_meta(vm, AS(Class, a[0]), bases);
    if (!meta) return V_ERROR;
    Dict *attrs = AS(Dict, dict_new(vm));
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(AS(Dict, a[3]), &i));)
        if (is_str(e->key)) dict_set_str(vm, attrs, str_intern_value(vm, AS(Str, e->key)), e->value);
    wrap_implicit(vm, attrs, vm->special_names[SP_NEW], T_STATICMETHOD);
    wrap_implicit(vm, attrs, vm->special_names[SP_INIT_SUBCLASS], T_CLASSMETHOD);
    wrap_implicit(vm, attrs, vm->special_names[SP_CLASS_GETITEM], T_CLASSMETHOD);
    if (dict_entry_str(attrs, vm->special_names[SP_EQ]) && !dict_entry_str(attrs, vm->special_names[SP_HASH]))
        dict_set_str(vm, attrs, vm->special_names[SP_HASH], V_NONE);
    Class *c = class_make(vm, meta, AS(Str, a[1]), bases, attrs);
    if (!c) return V_ERROR;
    if (!take_identity(vm, c, attrs) || !take_slots(vm, c, attrs)) return V_ERROR;
    default_attr(vm, attrs, NAME_doc, V_NONE);
    if (!has_listeners(vm, c, keywords)) return from_obj(c);
    return vm_twin(vm, TWIN_FINISH_CLASS, 2, from_obj(c), keywords == V_UNDEF ? dict_new(vm) : keywords);
}

static const NativeDef type_construct_def = {"type", type_new, 1, -1, NF_KEYWORDS, NULL};

/* For the twin build_class: runs a class body in a namespace. */
static Value run_class_body(VM *vm, Value *a, int n) {
    (void)n;
    Value v = vm_call(vm, a[0], 0, NULL, NULL);
    if (v == V_FRAME) vm->frame->names = AS(Dict, a[1]);
    return v;
}

/* --- type: attributes of classes ------------------------------------------------------------------ */

static Value type_call(VM *vm, Value *a, int n) {
    Dict *d = a[n] == V_UNDEF ? NULL : AS(Dict, a[n]);
    if (!d || d->used == 0) return vm_construct(vm, AS(Class, a[0]), n - 1, a + 1, NULL);
    Value all = list_from(vm, a + 1, (uint32_t)n - 1);
    Tuple *names = AS(Tuple, tuple_new(vm, d->used));
    uint32_t i = 0, k = 0;
    for (DictEntry *e; (e = dict_next(d, &i)); k++) {
        names->items[k] = e->key;
        list_push(vm, AS(List, all), e->value);
    }
    return vm_construct(vm, AS(Class, a[0]), (int)AS(List, all)->len, AS(List, all)->items, names);
}

static Value class_get_name(VM *vm, Value *a, int n) {
    Class *c = AS(Class, a[0]);
    if (n < 2) return c->name;
    if (c->flags & CLASS_BUILTIN)
        return vm_raise(vm, T_TYPE_ERROR, "cannot set '__name__' attribute of immutable type '%s'",
                        class_name(c));
    if (!is_str(a[1]))
        return vm_raise(vm, T_TYPE_ERROR, "can only assign string to %s.__name__, not '%s'", class_name(c),
                        type_name(vm, a[1]));
    c->name = a[1];
    return V_NONE;
}

static Value class_get_qualname(VM *vm, Value *a, int n) {
    Class *c = AS(Class, a[0]);
    if (n < 2) return c->qualname;
    if (!is_str(a[1]))
        return vm_raise(vm, T_TYPE_ERROR, "can only assign string to %s.__qualname__, not '%s'",
                        class_name(c), type_name(vm, a[1]));
    c->qualname = a[1];
    return V_NONE;
}

static Value class_get_module(VM *vm, Value *a, int n) {
    Class *c = AS(Class, a[0]);
    if (n > 1) return class_set(vm, c, vm->names[NAME_module], c->module = a[1]), V_NONE;
    Value own = dict_get_str(c->attrs, vm->names[NAME_module]);
    return own == V_UNDEF ? c->module : own;
}

static Value class_get_doc(VM *vm, Value *a, int n) {
    Class *c = AS(Class, a[0]);
    if (n > 1) return class_set(vm, c, vm->names[NAME_doc], a[1]), V_NONE;
    Value own = dict_get_str(c->attrs, vm->names[NAME_doc]);
    return own == V_UNDEF || is_kind(own, KIND_NATIVE) ? V_NONE : attr_bind(vm, own, V_UNDEF, c);
}

static Value class_get_bases(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_obj(AS(Class, a[0])->bases);
}

static Value class_get_base(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    Tuple *bases = AS(Class, a[0])->bases;
    return bases->len ? bases->items[0] : V_NONE;
}

static Value class_get_mro(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_obj(AS(Class, a[0])->mro);
}

static Value class_mro(VM *vm, Value *a, int n) {
    (void)n;
    Tuple *mro = AS(Class, a[0])->mro;
    return list_from(vm, mro->items, mro->len);
}

static Value class_subclasses(VM *vm, Value *a, int n) {
    (void)n;
    Class *c = AS(Class, a[0]);
    Value l = list_new(vm, c->subclasses.len);
    for (uint32_t i = 0; i < c->subclasses.len; i++)
        list_push(vm, AS(List, l), from_obj(c->subclasses.items[i]));
    return l;
}

static Value class_dict(VM *vm, Value *a, int n) {
    (void)n;
    Value proxy = record_new(vm, vm->types[T_MAPPING_PROXY], 1);
    AS(Record, proxy)->slots[0] = from_obj(AS(Class, a[0])->attrs);
    return proxy;
}

static Value class_annotations(VM *vm, Value *a, int n) {
    Class *c = AS(Class, a[0]);
    if (n > 1) return class_set(vm, c, vm->names[NAME_annotations], a[1]), V_NONE;
    Value own = dict_get_str(c->attrs, vm->names[NAME_annotations]);
    if (own != V_UNDEF) return own;
    own = dict_new(vm);
    if (!(c->flags & CLASS_BUILTIN)) dict_set_str(vm, c->attrs, vm->names[NAME_annotations], own);
    return own;
}

static Value class_abstract_methods(VM *vm, Value *a, int n) {
    Class *c = AS(Class, a[0]);
    if (n < 2) {
        Value own = dict_get_str(c->attrs, vm->names[NAME_abstractmethods]);
        return own == V_UNDEF ? vm_no_attribute(vm, a[0], vm->names[NAME_abstractmethods]) : own;
    }
    class_set(vm, c, vm->names[NAME_abstractmethods], a[1]);
    c->flags = val_truth(vm, a[1]) == YES ? c->flags | CLASS_ABSTRACT : c->flags & ~(uint32_t)CLASS_ABSTRACT;
    return V_NONE;
}

static Value type_instancecheck(VM *vm, Value *a, int n) {
    (void)n;
    return from_bool(class_derives(class_of(vm, a[1]), AS(Class, a[0])));
}

static Value type_subclasscheck(VM *vm, Value *a, int n) {
    (void)n;
    if (!is_class(a[1])) return vm_raise(vm, T_TYPE_ERROR, "issubclass() arg 1 must be a class");
    return from_bool(class_derives(AS(Class, a[1]), AS(Class, a[0])));
}

static Value type_prepare(VM *vm, Value *a, int n) {
    (void)a;
    (void)n;
    return dict_new(vm);
}

static const NativeDef type_methods[] = {
    {"__new__", type_new, 1, -1, NF_STATIC | NF_KEYWORDS, NULL},
    {"__init__", nothing, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
    {"__call__", type_call, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
    {"__prepare__", type_prepare, 1, -1, NF_CLASS | NF_KEYWORDS, NULL},
    {"__name__", class_get_name, 1, 2, NF_GETTER, NULL},
    {"__qualname__", class_get_qualname, 1, 2, NF_GETTER, NULL},
    {"__module__", class_get_module, 1, 2, NF_GETTER, NULL},
    {"__doc__", class_get_doc, 1, 2, NF_GETTER, NULL},
    {"__bases__", class_get_bases, 1, 1, NF_GETTER, NULL},
    {"__base__", class_get_base, 1, 1, NF_GETTER, NULL},
    {"__mro__", class_get_mro, 1, 1, NF_GETTER, NULL},
    {"__dict__", class_dict, 1, 1, NF_GETTER, NULL},
    {"__annotations__", class_annotations, 1, 2, NF_GETTER, NULL},
    {"__abstractmethods__", class_abstract_methods, 1, 2, NF_GETTER, NULL},
    {"mro", class_mro, 1, 1, NF_SELF, NULL},
    {"__subclasses__", class_subclasses, 1, 1, NF_SELF, NULL},
    {"__instancecheck__", type_instancecheck, 2, 2, NF_SELF, NULL},
    {"__subclasscheck__", type_subclasscheck, 2, 2, NF_SELF, NULL},
    {0},
};

static const NativeDef core_functions[] = {{"_run_class_body", run_class_body, 2, 2, 0, NULL}, {0}};

void types_setup(VM *vm) {
    vm->types[T_TYPE]->construct = &type_construct_def;
    class_add_methods(vm, vm->types[T_OBJECT], object_methods);
    class_add_value(vm, vm->types[T_OBJECT], "__doc__", V_NONE);
    class_add_methods(vm, vm->types[T_TYPE], type_methods);
    vm_add_core(vm, core_functions);
    static const TypeId visible[] = {
        T_OBJECT, T_TYPE, T_INT,       T_BOOL,  T_FLOAT, T_STR,      T_BYTES,        T_LIST,        T_TUPLE,
        T_DICT,   T_SET,  T_FROZENSET, T_RANGE, T_SLICE, T_PROPERTY, T_STATICMETHOD, T_CLASSMETHOD, T_SUPER};
    for (size_t i = 0; i < sizeof visible / sizeof visible[0]; i++)
        vm_add_builtin_value(vm, class_name(vm->types[visible[i]]), from_obj(vm->types[visible[i]]));
}
