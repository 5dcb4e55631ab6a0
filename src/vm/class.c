/* Classes: the built-in ones, C3 order, lookup along it, and the cache of special methods. */
#include "vm/vm_internal.h"

static const struct {
    const char *name;
    TypeId base;
    Kind kind;
    uint32_t flags;
} BUILTINS[TYPE_COUNT] = {
#define TYPE(id, name, base, kind, flags) [T_##id] = {name, T_##base, KIND_##kind, flags},
#include "vm/types.def"
#undef TYPE
};

static const char *const SPECIAL_NAMES[SPECIAL_COUNT] = {
#define SPECIAL(id, name) [SP_##id] = name,
#include "vm/specials.def"
#undef SPECIAL
};

Class *class_of(VM *vm, Value v) {
    if (is_obj(v)) return as_obj(v)->cls;
    if (is_int(v)) return vm->types[T_INT];
    if (is_float(v)) return vm->types[T_FLOAT];
    switch (v) {
    case V_TRUE:
    case V_FALSE: return vm->types[T_BOOL];
    case V_NONE: return vm->types[T_NONE];
    case V_ELLIPSIS: return vm->types[T_ELLIPSIS];
    case V_NOT_IMPLEMENTED: return vm->types[T_NOT_IMPLEMENTED];
    default: return vm->types[T_OBJECT];
    }
}

Class *class_get(VM *vm, TypeId id) {
    return vm->types[id];
}

bool is_exact(VM *vm, Value v, TypeId id) {
    return class_of(vm, v) == vm->types[id];
}

bool class_derives(const Class *c, const Class *base) {
    if (c == base) return true;
    for (uint32_t i = 1; i < c->mro->len; i++)
        if (AS(Class, c->mro->items[i]) == base) return true;
    return false;
}

bool is_a(VM *vm, Value v, TypeId id) {
    return class_derives(class_of(vm, v), vm->types[id]);
}

const char *class_name(const Class *c) {
    return c->utf8_name;
}

const char *type_name(VM *vm, Value v) {
    return class_name(class_of(vm, v));
}

/* --- lookup ---------------------------------------------------------------------------- */

Value class_lookup(VM *vm, Class *c, Str *name) {
    (void)vm;
    for (uint32_t i = 0; i < c->mro->len; i++) {
        Value v = dict_get_str(AS(Class, c->mro->items[i])->attrs, name);
        if (v != V_UNDEF) return v;
    }
    return V_UNDEF;
}

Value class_special(VM *vm, Class *c, Special sp) {
    if (!c->specials) c->specials = mem_zalloc(SPECIAL_COUNT * sizeof(Value));
    Value *slot = &c->specials[sp];
    if (*slot == 0) *slot = class_lookup(vm, c, vm->special_names[sp]);
    return *slot;
}

bool special_is_python(VM *vm, Class *c, Special sp) {
    Value f = class_special(vm, c, sp);
    if (f == V_UNDEF || f == V_NONE) return false;
    return !is_kind(f, KIND_NATIVE);
}

/* Everything that is known of the class and of those below it may be wrong now. */
void class_forget_specials(VM *vm, Class *c) {
    c->version = vm_next_version(vm);
    if (c->specials) memset(c->specials, 0, SPECIAL_COUNT * sizeof(Value));
    bool plain = true;
    Value f = class_special(vm, c, SP_GETATTRIBUTE);
    if (f != V_UNDEF && !is_kind(f, KIND_NATIVE)) plain = false;
    c->flags = plain ? c->flags | CLASS_PLAIN_GETATTR : c->flags & ~(uint32_t)CLASS_PLAIN_GETATTR;
    if (class_special(vm, c, SP_DEL) != V_UNDEF) c->flags |= CLASS_HAS_DEL;
    for (uint32_t i = 0; i < c->subclasses.len; i++) class_forget_specials(vm, c->subclasses.items[i]);
}

void class_set(VM *vm, Class *c, Str *name, Value v) {
    if (name == vm->names[NAME_module]) c->module = v;
    dict_set_str(vm, c->attrs, name, v);
    class_forget_specials(vm, c);
}

/* --- C3 -------------------------------------------------------------------------------- */

typedef struct Line { /* one of the lists that are merged */
    const Value *items;
    uint32_t len, next;
} Line;

static bool in_a_tail(const Line *lines, uint32_t n, Value cls) {
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = lines[i].next + 1; j < lines[i].len; j++)
            if (lines[i].items[j] == cls) return true;
    return false;
}

static Value no_order(VM *vm, const Line *lines, uint32_t n) {
    Buf names = {0};
    VEC(Value) seen = {0};
    for (uint32_t i = 0; i < n; i++) {
        if (lines[i].next >= lines[i].len) continue;
        Value head = lines[i].items[lines[i].next];
        bool again = false;
        for (uint32_t j = 0; j < seen.len; j++) again = again || seen.items[j] == head;
        if (again) continue;
        vec_push(&seen, head);
        if (names.len) buf_adds(&names, ", ");
        buf_adds(&names, class_name(AS(Class, head)));
    }
    Value e =
        vm_raise(vm, T_TYPE_ERROR, "Cannot create a consistent method resolution\norder (MRO) for bases %s",
                 buf_cstr(&names));
    vec_deinit(&seen);
    buf_deinit(&names);
    return e;
}

/* Takes, again and again, the first head that stands in no tail. */
static bool merge(VM *vm, Line *lines, uint32_t n, Value *out, uint32_t *count) {
    for (;;) {
        Value pick = V_UNDEF;
        bool left = false;
        for (uint32_t i = 0; i < n && pick == V_UNDEF; i++) {
            if (lines[i].next >= lines[i].len) continue;
            left = true;
            Value head = lines[i].items[lines[i].next];
            if (!in_a_tail(lines, n, head)) pick = head;
        }
        if (!left) return true;
        if (pick == V_UNDEF) return no_order(vm, lines, n), false;
        out[(*count)++] = pick;
        for (uint32_t i = 0; i < n; i++)
            if (lines[i].next < lines[i].len && lines[i].items[lines[i].next] == pick) lines[i].next++;
    }
}

static Tuple *make_mro(VM *vm, Class *c) {
    uint32_t n = c->bases->len, most = 1;
    Line *lines = mem_zalloc((n + 1) * sizeof *lines);
    for (uint32_t i = 0; i < n; i++) {
        Tuple *mro = AS(Class, c->bases->items[i])->mro;
        lines[i] = (Line){mro->items, mro->len, 0};
        most += mro->len;
    }
    lines[n] = (Line){c->bases->items, n, 0};
    Value *out = mem_alloc(most * sizeof *out);
    uint32_t count = 0;
    out[count++] = from_obj(c);
    bool ok = merge(vm, lines, n + 1, out, &count);
    Tuple *mro = ok ? AS(Tuple, tuple_from(vm, out, count)) : NULL;
    mem_free(out);
    mem_free(lines);
    return mro;
}

/* --- making ---------------------------------------------------------------------------- */

static Class *blank(VM *vm, Class *meta, Kind kind) {
    Class *c = heap_new(vm, meta, KIND_CLASS, sizeof *c);
    c->kind = kind;
    c->slots = c->maker = V_UNDEF;
    c->module = V_NONE;
    c->name = c->qualname = V_NONE;
    return c;
}

static void set_name(Class *c, Str *name) {
    Buf b = {0};
    c->name = c->qualname = from_obj(name);
    str_to_utf8(name, &b);
    c->utf8_name = mem_strndup(buf_cstr(&b), b.len);
    buf_deinit(&b);
}

/* Whether the instances have more than an exception's own fields: such a base decides. */
static bool has_more_fields(VM *vm, const Class *c) {
    static const TypeId with_more[] = {
        T_OS_ERROR,       T_SYNTAX_ERROR, T_UNICODE_ERROR,       T_IMPORT_ERROR,
        T_STOP_ITERATION, T_SYSTEM_EXIT,  T_BASE_EXCEPTION_GROUP};
    for (size_t i = 0; i < sizeof with_more / sizeof *with_more; i++)
        if (class_derives(c, vm->types[with_more[i]])) return true;
    return false;
}

/* The layout comes from the base whose instances are more than plain ones. */
static Class *solid_base(VM *vm, Tuple *bases) {
    Class *best = vm->types[T_OBJECT];
    for (uint32_t i = 0; i < bases->len; i++) {
        Class *b = AS(Class, bases->items[i]);
        if (b->kind == KIND_INSTANCE) continue;
        if (best->kind == KIND_INSTANCE || class_derives(b, vm->types[best->builtin])) {
            best = b;
        } else if (b->kind == KIND_EXCEPTION && !has_more_fields(vm, b)) {
            continue;
        } else if (best->kind == KIND_EXCEPTION && !has_more_fields(vm, best)) {
            best = b;
        } else if (!class_derives(vm->types[best->builtin], vm->types[b->builtin])) {
            vm_raise(vm, T_TYPE_ERROR, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return best;
}

Class *class_make(VM *vm, Class *meta, Str *name, Tuple *bases, Dict *attrs) {
    for (uint32_t i = 0; i < bases->len; i++) {
        Class *b = AS(Class, bases->items[i]);
        if (b->flags & CLASS_SUBCLASSABLE) continue;
        vm_raise(vm, T_TYPE_ERROR, "type '%s' is not an acceptable base type", class_name(b));
        return NULL;
    }
    Class *solid = solid_base(vm, bases);
    if (!solid) return NULL;
    Class *c = blank(vm, meta, solid->kind);
    c->builtin = solid->builtin;
    c->construct = solid->construct;
    c->await_step = solid->await_step;
    c->await_given_up = solid->await_given_up;
    c->flags = CLASS_SUBCLASSABLE;
    set_name(c, name);
    c->bases = bases;
    c->attrs = attrs;
    c->mro = make_mro(vm, c);
    if (!c->mro) return NULL;
    c->slot_hint = 4;
    for (uint32_t i = 0; i < bases->len; i++) {
        Class *b = AS(Class, bases->items[i]);
        vec_push(&b->subclasses, c);
        if (b->slot_hint > c->slot_hint) c->slot_hint = b->slot_hint;
    }
    class_forget_specials(vm, c);
    return c;
}

static void forget_subclass(Class *base, const Class *c) {
    for (uint32_t i = 0; i < base->subclasses.len; i++) {
        if (base->subclasses.items[i] != c) continue;
        memmove(&base->subclasses.items[i], &base->subclasses.items[i + 1],
                (base->subclasses.len - i - 1) * sizeof(Class *));
        base->subclasses.len--;
        return;
    }
}

static void free_shapes(Shape *s) {
    if (!s) return;
    for (uint32_t i = 0; i < s->next.len; i++) free_shapes(s->next.items[i]);
    vec_deinit(&s->next);
    mem_free(s->table);
    mem_free(s->names);
    mem_free(s);
}

void class_unlink(VM *vm, Class *c) {
    for (uint32_t i = 0; c->bases && i < c->bases->len; i++) {
        Class *b = AS(Class, c->bases->items[i]);
        if (b->obj.mark == vm->heap.live_mark) forget_subclass(b, c);
    }
}

void class_release(Class *c) {
    free_shapes(c->root);
    vec_deinit(&c->subclasses);
    mem_free(c->specials);
    mem_free(c->utf8_name);
}

/* --- classes in C ---------------------------------------------------------------------- */

void class_add_value(VM *vm, Class *c, const char *name, Value v) {
    dict_set_str(vm, c->attrs, str_intern(vm, name, strlen(name)), v);
}

void class_add_methods(VM *vm, Class *c, const NativeDef *methods) {
    for (const NativeDef *d = methods; d->name; d++)
        class_add_value(vm, c, d->name, native_new(vm, d, V_UNDEF, c));
    class_forget_specials(vm, c);
}

Class *class_define(VM *vm, const char *module, const char *name, Class *base, Kind kind,
                    const NativeDef *construct, const NativeDef *methods) {
    Value b = from_obj(base);
    Tuple *bases = AS(Tuple, tuple_from(vm, &b, 1));
    uint32_t was = base->flags;
    base->flags |= CLASS_SUBCLASSABLE; /* ours may derive from anything */
    Class *c =
        class_make(vm, vm->types[T_TYPE], str_intern(vm, name, strlen(name)), bases, AS(Dict, dict_new(vm)));
    base->flags = was;
    c->kind = kind;
    c->module = from_obj(str_intern(vm, module, strlen(module)));
    c->flags = (c->flags & CLASS_PLAIN_GETATTR) | CLASS_BUILTIN | CLASS_SUBCLASSABLE;
    if (strcmp(module, "builtins") != 0 && kind != KIND_EXCEPTION) {
        Buf full = {0};
        buf_printf(&full, "%s.%s", module, name);
        mem_free(c->utf8_name);
        c->utf8_name = mem_strndup(full.data, full.len);
        buf_deinit(&full);
    }
    if (construct) c->construct = construct;
    class_add_value(vm, c, "__module__", c->module);
    if (methods) class_add_methods(vm, c, methods);
    for (const NativeDef *d = methods; d && d->name; d++)
        if (strcmp(d->name, "__repr__") == 0) c->flags |= CLASS_OWN_REPR;
    return c;
}

/* The first classes have no names or dicts to be made with: they get them in three rounds. */
void classes_setup(VM *vm) {
    for (int i = 0; i < TYPE_COUNT; i++) {
        Class *c = blank(vm, vm->types[T_TYPE], BUILTINS[i].kind);
        c->builtin = (TypeId)i;
        c->flags = BUILTINS[i].flags | CLASS_BUILTIN | CLASS_PLAIN_GETATTR;
        c->slot_hint = 4;
        vm->types[i] = c;
    }
    vm->types[T_OBJECT]->obj.cls = vm->types[T_TYPE]->obj.cls = vm->types[T_TYPE];
    Str *module = str_intern(vm, "builtins", 8);
    for (int i = 0; i < TYPE_COUNT; i++) {
        Class *c = vm->types[i];
        c->attrs = AS(Dict, dict_new(vm));
        c->module = from_obj(module);
        const char *name = BUILTINS[i].name;
        const char *dot = strrchr(name, '.');
        if (dot) {
            c->module = from_obj(str_intern(vm, name, (size_t)(dot - name)));
            name = dot + 1;
        }
        set_name(c, str_intern(vm, name, strlen(name)));
        Value self = from_obj(c), base = from_obj(vm->types[BUILTINS[i].base]);
        Value both[] = {base, from_obj(vm->types[T_EXCEPTION])};
        c->bases = AS(Tuple, tuple_from(vm, both, i == T_OBJECT ? 0 : i == T_EXCEPTION_GROUP ? 2 : 1));
        c->mro = i == T_OBJECT ? AS(Tuple, tuple_from(vm, &self, 1)) : make_mro(vm, c);
        for (uint32_t j = 0; j < c->bases->len; j++) vec_push(&AS(Class, c->bases->items[j])->subclasses, c);
        c->version = vm_next_version(vm);
    }
    for (int i = 0; i < SPECIAL_COUNT; i++)
        vm->special_names[i] = str_intern(vm, SPECIAL_NAMES[i], strlen(SPECIAL_NAMES[i]));
}
