/* Instances: attributes in slots, told apart by shape; and the attributes that a program
 * hangs on objects of built-in kinds, kept in one table beside the heap. */
#include "vm/vm_internal.h"

enum {
    SHAPE_LIMIT = 64,  /* attributes; past this an instance keeps a dict */
    STEP_LIMIT = 128,  /* different next attributes: it is used as a dict */
    INLINE_LIMIT = 24, /* slots in the object itself */
    TABLE_FROM = 6,    /* names from which a shape keeps a hash table */
};

/* --- shapes ---------------------------------------------------------------------------- */

static uint32_t name_slot(const Str *name, uint32_t size) {
    return (uint32_t)(((uintptr_t)name >> 4) * 2654435761u) & (size - 1);
}

static void build_table(Shape *s) {
    uint32_t size = 16;
    while (size < s->count * 2) size *= 2;
    s->table = mem_zalloc(size * sizeof *s->table);
    s->names = mem_alloc(s->count * sizeof *s->names);
    s->table_size = size;
    for (const Shape *p = s; p->name; p = p->parent) {
        uint32_t at = name_slot(p->name, size);
        while (s->table[at]) at = (at + 1) & (size - 1);
        s->table[at] = p->count;
        s->names[p->count - 1] = p->name;
    }
}

/* The slot of a name, or -1. Names are interned: comparing pointers is enough. */
int shape_find(const Shape *s, const Str *name) {
    if (s->count < TABLE_FROM) {
        for (; s->name; s = s->parent)
            if (s->name == name) return (int)s->count - 1;
        return -1;
    }
    if (!s->table) build_table((Shape *)(uintptr_t)s);
    for (uint32_t at = name_slot(name, s->table_size); s->table[at]; at = (at + 1) & (s->table_size - 1))
        if (s->names[s->table[at] - 1] == name) return (int)s->table[at] - 1;
    return -1;
}

/* The shape with one attribute more, or NULL when it is time for a dict. */
static Shape *shape_step(VM *vm, Shape *s, Str *name) {
    (void)vm;
    for (uint32_t i = 0; i < s->next.len; i++)
        if (s->next.items[i]->name == name) return s->next.items[i];
    if (s->count >= SHAPE_LIMIT || s->next.len >= STEP_LIMIT) return NULL;
    Shape *n = mem_zalloc(sizeof *n);
    n->parent = s;
    n->cls = s->cls;
    n->name = name;
    n->count = s->count + 1;
    vec_push(&s->next, n);
    return n;
}

/* --- instances ------------------------------------------------------------------------- */

Instance *instance_new(VM *vm, Class *cls) {
    uint32_t cap = cls->slot_hint;
    Instance *i = heap_new(vm, cls, cls->kind, sizeof *i + cap * sizeof(Value));
    if (UNLIKELY(!cls->root)) {
        cls->root = mem_zalloc(sizeof *cls->root);
        cls->root->cls = cls;
    }
    i->shape = cls->root;
    i->slots = i->inline_slots;
    i->cap = i->inline_cap = cap;
    if (UNLIKELY(cls->flags & CLASS_HAS_DEL)) {
        vec_push(&vm->finalizable, &i->obj);
        tether_add(vm, &i->obj);
    }
    return i;
}

static Dict *own_dict(const Instance *i) {
    return AS(Dict, i->slots[0]);
}

Value instance_get(Instance *i, Str *name) {
    if (UNLIKELY(!i->shape)) return dict_get_str(own_dict(i), name);
    int at = shape_find(i->shape, name);
    return at < 0 ? V_UNDEF : i->slots[at];
}

static void grow(VM *vm, Instance *i) {
    uint32_t cap = i->cap < 4 ? 8 : i->cap * 2;
    bool was_inline = i->slots == i->inline_slots;
    Value *slots = heap_array(vm, was_inline ? NULL : i->slots, was_inline ? 0 : i->cap * sizeof(Value),
                              cap * sizeof(Value));
    if (was_inline) memcpy(slots, i->inline_slots, i->cap * sizeof(Value));
    i->slots = slots;
    i->cap = cap;
    Class *c = i->obj.cls;
    if (cap > c->slot_hint && cap <= INLINE_LIMIT) c->slot_hint = cap;
}

static void fill_dict(VM *vm, Dict *d, const Shape *s, const Value *slots) {
    VEC(const Shape *) path = {0};
    for (; s->name; s = s->parent) vec_push(&path, s);
    while (path.len > 0) {
        const Shape *p = path.items[--path.len];
        dict_set_str(vm, d, p->name, slots[p->count - 1]);
    }
    vec_deinit(&path);
}

/* From now on the instance keeps a dict: somebody holds it, or deletes, or has too many. */
Dict *instance_dict(VM *vm, Instance *i) {
    if (!i->shape) return own_dict(i);
    Value d = dict_new(vm);
    fill_dict(vm, AS(Dict, d), i->shape, i->slots);
    if (i->cap == 0) grow(vm, i);
    i->shape = NULL;
    i->slots[0] = d;
    return AS(Dict, d);
}

void instance_set(VM *vm, Instance *i, Str *name, Value v) {
    if (UNLIKELY(!i->shape)) {
        dict_set_str(vm, own_dict(i), name, v);
        return;
    }
    int at = shape_find(i->shape, name);
    if (at >= 0) {
        i->slots[at] = v;
        return;
    }
    Shape *next = shape_step(vm, i->shape, name);
    if (UNLIKELY(!next)) {
        dict_set_str(vm, instance_dict(vm, i), name, v);
        return;
    }
    if (i->shape->count == i->cap) grow(vm, i);
    i->slots[i->shape->count] = v;
    i->shape = next;
}

/* False if there is no such attribute. The last that came leaves the shape that was before it. */
bool instance_delete(VM *vm, Instance *i, Str *name) {
    if (i->shape && i->shape->name == name) {
        i->shape = i->shape->parent;
        return true;
    }
    if (instance_get(i, name) == V_UNDEF) return false;
    dict_remove_str(vm, instance_dict(vm, i), name);
    return true;
}

/* --- attributes of other kinds ---------------------------------------------------------- */

struct AttrsEntry {
    Obj *owner; /* NULL: free */
    Dict *attrs;
};

static uint32_t owner_slot(const Obj *o, uint32_t size) {
    return (uint32_t)(((uintptr_t)o >> 4) * 2654435761u) & (size - 1);
}

static struct AttrsEntry *find_entry(VM *vm, const Obj *o) {
    uint32_t at = owner_slot(o, vm->attrs_size);
    while (vm->attrs[at].owner && vm->attrs[at].owner != o) at = (at + 1) & (vm->attrs_size - 1);
    return &vm->attrs[at];
}

static void grow_table(VM *vm) {
    struct AttrsEntry *old = vm->attrs;
    uint32_t old_size = vm->attrs_size;
    vm->attrs_size = old_size ? old_size * 2 : 64;
    vm->attrs = mem_zalloc(vm->attrs_size * sizeof *vm->attrs);
    for (uint32_t i = 0; i < old_size; i++)
        if (old[i].owner) *find_entry(vm, old[i].owner) = old[i];
    mem_free(old);
}

Dict *obj_attrs(VM *vm, Obj *o, bool make) {
    if (o->kind == KIND_INSTANCE) return instance_dict(vm, (Instance *)o);
    if (o->kind == KIND_EXCEPTION) {
        Exception *e = (Exception *)o;
        if (!e->attrs && make) e->attrs = AS(Dict, dict_new(vm));
        return e->attrs;
    }
    if (o->kind == KIND_MODULE) return ((ModuleObj *)o)->attrs;
    if (o->flags & OBJ_HAS_ATTRS) return find_entry(vm, o)->attrs;
    if (!make) return NULL;
    if ((vm->attrs_used + 1) * 2 > vm->attrs_size) grow_table(vm);
    struct AttrsEntry *e = find_entry(vm, o);
    e->owner = o;
    e->attrs = AS(Dict, dict_new(vm));
    vm->attrs_used++;
    o->flags |= OBJ_HAS_ATTRS;
    return e->attrs;
}

/* Linear probing without tombstones: what follows in the run moves up. */
void obj_attrs_drop(VM *vm, Obj *o) {
    struct AttrsEntry *e = find_entry(vm, o);
    uint32_t mask = vm->attrs_size - 1, hole = (uint32_t)(e - vm->attrs);
    vm->attrs[hole].owner = NULL;
    vm->attrs_used--;
    for (uint32_t i = (hole + 1) & mask; vm->attrs[i].owner; i = (i + 1) & mask) {
        uint32_t home = owner_slot(vm->attrs[i].owner, vm->attrs_size);
        if (((i - home) & mask) < ((i - hole) & mask)) continue;
        vm->attrs[hole] = vm->attrs[i];
        vm->attrs[i].owner = NULL;
        hole = i;
    }
}

/* --- identity --------------------------------------------------------------------------- */

uint64_t obj_identity(VM *vm, Obj *o) {
    if (!o->identity) o->identity = ++vm->next_identity;
    return o->identity;
}

uint64_t obj_id(VM *vm, Value v) {
    const uint64_t first = 0x7f3a5c200000u; /* where CPython's objects often lie */
    if (is_obj(v)) return first + obj_identity(vm, as_obj(v)) * 0x30;
    return (v & PAYLOAD) * 0x20 + 0x955e00;
}
