/* Attributes: looked up as object.__getattribute__ and type.__getattribute__ do, and the
 * inline caches of the instructions that use them. */
#include "vm/vm_internal.h"

/* --- descriptors ------------------------------------------------------------------------ */

static bool is_getter(Value v) {
    return is_kind(v, KIND_NATIVE) && (AS(Native, v)->def->flags & NF_GETTER);
}

static bool is_data_descriptor(VM *vm, Value v) {
    if (!is_obj(v)) return false;
    switch ((Kind)as_obj(v)->kind) {
    case KIND_PROPERTY: return true;
    case KIND_NATIVE: return is_getter(v);
    case KIND_INSTANCE:
    case KIND_RECORD:
        return class_special(vm, as_obj(v)->cls, SP_SET) != V_UNDEF ||
               class_special(vm, as_obj(v)->cls, SP_DELETE) != V_UNDEF;
    default: return false;
    }
}

static Value bind_native(VM *vm, Native *n, Value object, Class *cls) {
    if (n->def->flags & NF_STATIC || n->self != V_UNDEF || !n->owner) return from_obj(n);
    if (n->def->flags & NF_CLASS) return native_new(vm, n->def, from_obj(cls), n->owner);
    if (object == V_UNDEF) return from_obj(n);
    if (n->def->flags & NF_GETTER) return n->def->fn(vm, &object, 1);
    if (n->def->flags & NF_PYTHON) return method_new(vm, from_obj(n), object);
    return native_new(vm, n->def, object, n->owner);
}

/* "property 'x' of 'A' object has no setter", with the class as it is qualified. */
static Value property_lacks(VM *vm, Property *p, Value object, const char *what) {
    Buf b = {0};
    buf_adds(&b, "property ");
    if (is_str(p->name)) {
        Tri t = val_repr(vm, p->name, &b);
        buf_addc(&b, ' ');
        (void)t;
    }
    buf_adds(&b, "of '");
    str_to_utf8(AS(Str, class_of(vm, object)->qualname), &b);
    Value e = vm_raise(vm, T_ATTRIBUTE_ERROR, "%s' object has no %s", buf_cstr(&b), what);
    buf_deinit(&b);
    return e;
}

static Value bind_property(VM *vm, Property *p, Value object) {
    if (object == V_UNDEF) return from_obj(p);
    if (p->getter != V_NONE) return vm_tail(vm, p->getter, 1, &object);
    return property_lacks(vm, p, object, "getter");
}

/* What `object.name` gives when `v` was found on its class; object is V_UNDEF when the
 * attribute is asked of the class `cls` itself. */
Value attr_bind(VM *vm, Value v, Value object, Class *cls) {
    if (!is_obj(v)) return v;
    switch ((Kind)as_obj(v)->kind) {
    case KIND_FUNCTION: return object == V_UNDEF ? v : method_new(vm, v, object);
    case KIND_NATIVE: return bind_native(vm, AS(Native, v), object, cls);
    case KIND_PROPERTY:
        if (as_obj(v)->cls == vm->types[T_PROPERTY]) return bind_property(vm, AS(Property, v), object);
        break;
    case KIND_WRAPPED: {
        Value f = AS(Wrapped, v)->function;
        if (class_derives(as_obj(v)->cls, vm->types[T_STATICMETHOD])) return f;
        if (is_kind(f, KIND_FUNCTION) || is_kind(f, KIND_NATIVE)) return method_new(vm, f, from_obj(cls));
        return attr_bind(vm, f, from_obj(cls), cls);
    }
    case KIND_INSTANCE:
    case KIND_RECORD: break;
    default: return v;
    }
    Value get = class_special(vm, as_obj(v)->cls, SP_GET);
    if (get == V_UNDEF) return v;
    Value args[] = {v, object == V_UNDEF ? V_NONE : object, from_obj(cls)};
    return vm_tail(vm, get, 3, args);
}

/* --- reading ---------------------------------------------------------------------------- */

static Value own_attr(VM *vm, Value object, Str *name) {
    if (!is_obj(object)) return V_UNDEF;
    Obj *o = as_obj(object);
    if (o->kind == KIND_INSTANCE) return instance_get((Instance *)o, name);
    Dict *d = obj_attrs(vm, o, false);
    return d ? dict_get_str(d, name) : V_UNDEF;
}

/* object.__getattribute__; V_UNDEF if there is no such attribute. */
static Value plain_find(VM *vm, Value object, Class *cls, Str *name) {
    Value found = class_lookup(vm, cls, name);
    if (found != V_UNDEF && is_data_descriptor(vm, found)) return attr_bind(vm, found, object, cls);
    Value own = own_attr(vm, object, name);
    if (own != V_UNDEF) return own;
    return found != V_UNDEF ? attr_bind(vm, found, object, cls) : V_UNDEF;
}

/* V_UNDEF if it is absent. */
static Value get_of_class(VM *vm, Class *c, Str *name) {
    Class *meta = c->obj.cls;
    Value of_meta = class_lookup(vm, meta, name);
    if (of_meta != V_UNDEF && is_data_descriptor(vm, of_meta))
        return attr_bind(vm, of_meta, from_obj(c), meta);
    Value found = class_lookup(vm, c, name);
    if (found != V_UNDEF) return attr_bind(vm, found, V_UNDEF, c);
    return of_meta != V_UNDEF ? attr_bind(vm, of_meta, from_obj(c), meta) : V_UNDEF;
}

static Value super_get(VM *vm, Super *s, Str *name) {
    Class *start = s->start;
    Tuple *mro = start->mro;
    uint32_t i = 0;
    while (i < mro->len && AS(Class, mro->items[i]) != s->after) i++;
    if (name != vm->names[NAME_class_])
        for (i++; i < mro->len; i++) {
            Value v = dict_get_str(AS(Class, mro->items[i])->attrs, name);
            if (v == V_UNDEF) continue;
            bool of_class = is_class(s->self) && AS(Class, s->self) == start;
            return attr_bind(vm, v, of_class ? V_UNDEF : s->self, start);
        }
    return plain_find(vm, from_obj(s), s->obj.cls, name);
}

static Value module_get(VM *vm, ModuleObj *m, Str *name) {
    Value v = dict_get_str(m->attrs, name);
    if (v != V_UNDEF) return v;
    Value hook = dict_get_str(m->attrs, vm->special_names[SP_GETATTR]);
    if (hook != V_UNDEF) {
        Value arg = from_obj(name);
        return vm_tail(vm, hook, 1, &arg);
    }
    return plain_find(vm, from_obj(m), m->obj.cls, name);
}

static Value find_default(VM *vm, Value object, Class *cls, Str *name) {
    if (is_obj(object)) switch ((Kind)as_obj(object)->kind) {
        case KIND_CLASS: return get_of_class(vm, AS(Class, object), name);
        case KIND_SUPER: return super_get(vm, AS(Super, object), name);
        case KIND_MODULE: return module_get(vm, AS(ModuleObj, object), name);
        default: break;
        }
    return plain_find(vm, object, cls, name);
}

Value attr_get_default(VM *vm, Value object, Str *name) {
    Value v = find_default(vm, object, class_of(vm, object), name);
    return v == V_UNDEF ? vm_no_attribute(vm, object, name) : v;
}

static Value get_in_python(VM *vm, Value object, Str *name) {
    Value args[] = {object, from_obj(name)};
    return vm_twin_args(vm, TWIN_GETATTRIBUTE, 2, args);
}

/* What a class with __getattr__ gives when the ordinary way led to `v`: an AttributeError
 * that a property raises counts too, so whatever runs Python is done over in Python. */
static Value get_with_hook(VM *vm, Value object, Str *name, Value v, Value hook) {
    if (v == V_TAIL) return get_in_python(vm, object, name);
    if (v == V_ERROR && vm_error_is(vm, T_ATTRIBUTE_ERROR)) vm_clear_error(vm);
    else if (v != V_UNDEF) return v;
    Value args[] = {object, from_obj(name)};
    return vm_tail(vm, hook, 2, args);
}

Value attr_get(VM *vm, Value object, Str *name) {
    Class *cls = class_of(vm, object);
    if (UNLIKELY(!(cls->flags & CLASS_PLAIN_GETATTR))) return get_in_python(vm, object, name);
    Value v = find_default(vm, object, cls, name);
    if (LIKELY(v != V_UNDEF && v != V_TAIL && v != V_ERROR)) return v;
    Value hook = class_special(vm, cls, SP_GETATTR);
    if (hook != V_UNDEF) return get_with_hook(vm, object, name, v, hook);
    return v == V_UNDEF ? vm_no_attribute(vm, object, name) : v;
}

/* --- writing ---------------------------------------------------------------------------- */

static Value set_by_descriptor(VM *vm, Value found, Value object, Str *name, Value v) {
    if (is_kind(found, KIND_PROPERTY) && as_obj(found)->cls == vm->types[T_PROPERTY]) {
        Property *p = AS(Property, found);
        Value f = v == V_UNDEF ? p->deleter : p->setter;
        if (f == V_NONE) return property_lacks(vm, p, object, v == V_UNDEF ? "deleter" : "setter");
        Value args[] = {object, v};
        return vm_tail(vm, f, v == V_UNDEF ? 1 : 2, args);
    }
    if (is_getter(found)) {
        const NativeDef *def = AS(Native, found)->def;
        Value args[] = {object, v};
        if (def->max >= 2) return def->fn(vm, args, 2);
        if (def->params) return vm_raise(vm, T_ATTRIBUTE_ERROR, "%s", def->params);
        Buf b = {0};
        str_to_utf8(name, &b);
        Value e = vm_raise(vm, T_ATTRIBUTE_ERROR, "attribute '%s' of '%s' objects is not writable",
                           buf_cstr(&b), class_name(AS(Native, found)->owner));
        buf_deinit(&b);
        return e;
    }
    Class *c = as_obj(found)->cls;
    Value f = class_special(vm, c, v == V_UNDEF ? SP_DELETE : SP_SET);
    if (f == V_UNDEF) {
        Str *what = vm->special_names[v == V_UNDEF ? SP_DELETE : SP_SET];
        return vm_raise(vm, T_ATTRIBUTE_ERROR, "%s", (const char *)what->data);
    }
    Value args[] = {found, object, v};
    return vm_tail(vm, f, v == V_UNDEF ? 2 : 3, args);
}

static bool slots_allow(Class *c, Str *name) {
    if (c->slots == V_UNDEF) return true;
    Tuple *t = AS(Tuple, c->slots);
    for (uint32_t i = 0; i < t->len; i++)
        if (is_str(t->items[i]) && str_equal(AS(Str, t->items[i]), name)) return true;
    return false;
}

static Value cannot_set(VM *vm, Value object, Str *name, Value found) {
    Buf b = {0};
    str_to_utf8(name, &b);
    Value e = found == V_UNDEF ? vm_no_attribute(vm, object, name)
                               : vm_raise(vm, T_ATTRIBUTE_ERROR, "'%s' object attribute '%s' is read-only",
                                          type_name(vm, object), buf_cstr(&b));
    buf_deinit(&b);
    return e;
}

/* Whether a program may hang attributes on an object of this built-in kind. */
static bool takes_attrs(Value object) {
    if (!is_obj(object)) return false;
    Obj *o = as_obj(object);
    switch ((Kind)o->kind) {
    case KIND_EXCEPTION:
    case KIND_FUNCTION:
    case KIND_MODULE: return true;
    case KIND_SUPER:
    case KIND_NATIVE:
    case KIND_METHOD: return false;
    default: return !(o->cls->flags & CLASS_BUILTIN) || o->cls->flags & CLASS_OPEN;
    }
}

static Value set_default(VM *vm, Value object, Str *name, Value v) {
    Class *cls = class_of(vm, object);
    Value found = class_lookup(vm, cls, name);
    if (found != V_UNDEF && is_data_descriptor(vm, found))
        return set_by_descriptor(vm, found, object, name, v);
    if (is_kind(object, KIND_INSTANCE) && !(cls->flags & CLASS_BUILTIN && !(cls->flags & CLASS_OPEN))) {
        if (!slots_allow(cls, name)) return cannot_set(vm, object, name, found);
        Instance *i = AS(Instance, object);
        if (v != V_UNDEF) return instance_set(vm, i, name, v), V_NONE;
        return instance_delete(vm, i, name) ? V_NONE : vm_no_attribute(vm, object, name);
    }
    if (!takes_attrs(object) || !slots_allow(cls, name)) return cannot_set(vm, object, name, found);
    Dict *d = obj_attrs(vm, as_obj(object), v != V_UNDEF);
    if (v != V_UNDEF) return dict_set_str(vm, d, name, v), V_NONE;
    if (d && dict_remove_str(vm, d, name)) return V_NONE;
    return vm_no_attribute(vm, object, name);
}

static Value class_attr_set(VM *vm, Class *c, Str *name, Value v) {
    Value of_meta = class_lookup(vm, c->obj.cls, name);
    if (of_meta != V_UNDEF && is_data_descriptor(vm, of_meta))
        return set_by_descriptor(vm, of_meta, from_obj(c), name, v);
    if (c->flags & CLASS_BUILTIN && !(c->flags & CLASS_OPEN)) {
        Buf b = {0};
        str_to_utf8(name, &b);
        Value e = vm_raise(vm, T_TYPE_ERROR, "cannot set '%s' attribute of immutable type '%s'", buf_cstr(&b),
                           class_name(c));
        buf_deinit(&b);
        return e;
    }
    if (v != V_UNDEF) return class_set(vm, c, name, v), V_NONE;
    if (!dict_remove_str(vm, c->attrs, name)) return vm_no_attribute(vm, from_obj(c), name);
    class_forget_specials(vm, c);
    return V_NONE;
}

static Value set_or_delete(VM *vm, Value object, Str *name, Value v) {
    Class *cls = class_of(vm, object);
    Special hook = v == V_UNDEF ? SP_DELATTR : SP_SETATTR;
    if (UNLIKELY(special_is_python(vm, cls, hook))) {
        Value args[] = {object, from_obj(name), v};
        return vm_tail(vm, class_special(vm, cls, hook), v == V_UNDEF ? 2 : 3, args);
    }
    if (is_class(object)) return class_attr_set(vm, AS(Class, object), name, v);
    return set_default(vm, object, name, v);
}

Value attr_set(VM *vm, Value object, Str *name, Value v) {
    return set_or_delete(vm, object, name, v);
}

Value attr_delete(VM *vm, Value object, Str *name) {
    return set_or_delete(vm, object, name, V_UNDEF);
}

/* object.__setattr__ and type.__setattr__, for super().__setattr__(…). */
Value attr_set_builtin(VM *vm, Value object, Str *name, Value v) {
    if (is_class(object)) return class_attr_set(vm, AS(Class, object), name, v);
    return set_default(vm, object, name, v);
}

/* --- inline caches ---------------------------------------------------------------------- */

static void remember(Site *s, const void *key, uint32_t version, uint8_t kind, uint32_t index, Value v) {
    s->key = key;
    s->version = version;
    s->kind = kind;
    s->index = index;
    s->value = v;
}

/* What object itself says of its class; objects of one shape are of one class. */
static bool is_plain_class_getter(VM *vm, const Site *s, Value found) {
    return s->name == vm->names[NAME_class_] && is_kind(found, KIND_NATIVE) &&
           AS(Native, found)->owner == vm->types[T_OBJECT];
}

static Value site_get_instance(VM *vm, Value object, Site *s) {
    Instance *i = AS(Instance, object);
    Class *cls = i->obj.cls;
    if (!(cls->flags & CLASS_PLAIN_GETATTR) || !i->shape) return attr_get(vm, object, s->name);
    Value found = class_lookup(vm, cls, s->name);
    if (found != V_UNDEF && is_data_descriptor(vm, found)) {
        if (is_plain_class_getter(vm, s, found)) {
            remember(s, i->shape, cls->version, SITE_VALUE, 0, from_obj(cls));
            return s->value;
        }
        if (as_obj(found)->cls == vm->types[T_PROPERTY] &&
            is_kind(AS(Property, found)->getter, KIND_FUNCTION) &&
            class_special(vm, cls, SP_GETATTR) == V_UNDEF)
            remember(s, i->shape, cls->version, SITE_PROPERTY, 0, AS(Property, found)->getter);
        return attr_get(vm, object, s->name);
    }
    int at = shape_find(i->shape, s->name);
    if (at >= 0) {
        remember(s, i->shape, cls->version, SITE_SLOT, (uint32_t)at, V_UNDEF);
        return i->slots[at];
    }
    Value v = found == V_UNDEF ? V_TAIL : attr_bind(vm, found, object, cls);
    if (v == V_TAIL || v == V_ERROR) return attr_get(vm, object, s->name);
    if (v == found) remember(s, i->shape, cls->version, SITE_VALUE, 0, v);
    return v;
}

static Value site_get_class(VM *vm, Value object, Site *s) {
    Class *c = AS(Class, object);
    if (s->key == c && s->version == c->version && s->kind == SITE_OF_CLASS) return s->value;
    Class *meta = c->obj.cls;
    if (!(meta->flags & CLASS_PLAIN_GETATTR)) return attr_get(vm, object, s->name);
    Value found = class_lookup(vm, c, s->name);
    if (found == V_UNDEF || class_lookup(vm, meta, s->name) != V_UNDEF) return attr_get(vm, object, s->name);
    Value v = attr_bind(vm, found, V_UNDEF, c);
    if (v == found) remember(s, c, c->version, SITE_OF_CLASS, 0, v);
    return v;
}

static Value site_get_module(VM *vm, Value object, Site *s) {
    Dict *d = AS(ModuleObj, object)->attrs;
    if (s->key == d && s->version == d->version) return d->entries[s->index].value;
    DictEntry *e = dict_entry_str(d, s->name);
    if (!e) return attr_get(vm, object, s->name);
    remember(s, d, d->version, SITE_ENTRY, (uint32_t)(e - d->entries), V_UNDEF);
    return e->value;
}

/* LOAD_ATTR, when the fast path of the interpreter (SITE_SLOT) missed. */
Value attr_site_get(VM *vm, Value object, Site *s) {
    if (!is_obj(object)) return attr_get(vm, object, s->name);
    switch ((Kind)as_obj(object)->kind) {
    case KIND_INSTANCE: {
        Instance *i = AS(Instance, object);
        if (i->shape && s->key == i->shape && s->version == i->obj.cls->version) {
            if (s->kind == SITE_SLOT) return i->slots[s->index];
            if (s->kind == SITE_VALUE) return s->value;
            if (s->kind == SITE_PROPERTY) return vm_call(vm, s->value, 1, &object, NULL);
        }
        return site_get_instance(vm, object, s);
    }
    case KIND_CLASS: return site_get_class(vm, object, s);
    case KIND_MODULE: return site_get_module(vm, object, s);
    default: return attr_get(vm, object, s->name);
    }
}

Value attr_site_set(VM *vm, Value object, Site *s, Value v) {
    if (!is_kind(object, KIND_INSTANCE)) return attr_set(vm, object, s->name, v);
    Instance *i = AS(Instance, object);
    Class *cls = i->obj.cls;
    if (i->shape && s->key == i->shape && s->version == cls->version) {
        if (s->kind == SITE_SLOT) return i->slots[s->index] = v, V_NONE;
        if (i->shape->count < i->cap) { /* SITE_ADD */
            i->slots[i->shape->count] = v;
            i->shape = i->shape->next.items[s->index];
            return V_NONE;
        }
    }
    if (!i->shape || cls->slots != V_UNDEF || special_is_python(vm, cls, SP_SETATTR) ||
        cls->flags & CLASS_BUILTIN)
        return attr_set(vm, object, s->name, v);
    Value found = class_lookup(vm, cls, s->name);
    if (found != V_UNDEF && is_data_descriptor(vm, found))
        return set_by_descriptor(vm, found, object, s->name, v);
    Shape *before = i->shape;
    int at = shape_find(before, s->name);
    instance_set(vm, i, s->name, v);
    if (at >= 0) {
        remember(s, before, cls->version, SITE_SLOT, (uint32_t)at, V_UNDEF);
    } else if (i->shape) {
        uint32_t index = 0;
        while (before->next.items[index] != i->shape) index++;
        remember(s, before, cls->version, SITE_ADD, index, V_UNDEF);
    }
    return V_NONE;
}

/* super().method: where it is found depends on the class of the object and on the class that
 * the search starts behind; the latter is known by its version, which no other class has. */
static bool super_method(VM *vm, Super *s, Site *site, Value *function) {
    if (is_class(s->self)) return false;
    if (site->key == s->start && site->version == s->start->version && site->kind == SITE_SUPER &&
        site->index == s->after->version) {
        *function = site->value;
        return true;
    }
    Tuple *mro = s->start->mro;
    uint32_t i = 0;
    while (i < mro->len && AS(Class, mro->items[i]) != s->after) i++;
    for (i++; i < mro->len; i++) {
        Value v = dict_get_str(AS(Class, mro->items[i])->attrs, site->name);
        if (v == V_UNDEF) continue;
        if (!is_kind(v, KIND_FUNCTION)) return false;
        site->key = s->start;
        site->version = s->start->version;
        site->kind = SITE_SUPER;
        site->index = s->after->version;
        *function = site->value = v;
        return true;
    }
    (void)vm;
    return false;
}

static bool may_hide_methods(Value object) {
    if (!is_obj(object)) return false;
    const Obj *o = as_obj(object);
    if (o->flags & OBJ_HAS_ATTRS || o->kind == KIND_CLASS || o->kind == KIND_MODULE) return true;
    return o->kind == KIND_EXCEPTION && AS(Exception, object)->attrs;
}

bool attr_site_method(VM *vm, Value object, Site *s, Value *function, Value *self) {
    *self = object;
    if (is_kind(object, KIND_SUPER)) {
        *self = AS(Super, object)->self;
        return super_method(vm, AS(Super, object), s, function);
    }
    Class *cls = class_of(vm, object);
    const void *key = cls;
    uint8_t kind = SITE_CLASS_METHOD;
    if (is_kind(object, KIND_INSTANCE)) {
        key = AS(Instance, object)->shape;
        if (!key) return false;
        kind = SITE_METHOD;
    }
    if (s->key == key && s->version == cls->version && s->kind == kind) {
        *function = s->value;
        return true;
    }
    if (!(cls->flags & CLASS_PLAIN_GETATTR) || may_hide_methods(object)) return false;
    Value found = class_lookup(vm, cls, s->name);
    if (!is_kind(found, KIND_FUNCTION) &&
        !(is_kind(found, KIND_NATIVE) && native_is_method(AS(Native, found))))
        return false;
    if (kind == SITE_METHOD && shape_find(AS(Instance, object)->shape, s->name) >= 0) return false;
    remember(s, key, cls->version, kind, 0, found);
    *function = found;
    return true;
}
