#include "vm/chain.h"

#include "vm/containers.h"
#include "vm/holders.h"

/* Links of frames beside its slots. */
enum { AT_HANDLED = UINT32_MAX - 3, AT_KEPT, AT_KEPT_TOO, AT_GENERATOR };

/* --- is a chain whole? ----------------------------------------------------------------------- */

static bool is_at(const Value *v, uint32_t n, uint32_t at, const Obj *o) {
    return at < n && v[at] == from_obj(o);
}

static bool frame_has(const Frame *f, uint32_t at, const Obj *o) {
    switch (at) {
    case AT_HANDLED: return f->handled == from_obj(o);
    case AT_KEPT: return frame_keeps(f) && f->keep[0] == from_obj(o);
    case AT_KEPT_TOO: return frame_keeps(f) && f->keep[1] == from_obj(o);
    case AT_GENERATOR: return (const void *)f->gen == o;
    default: return is_at(f->slots, (uint32_t)(f->sp - f->slots), at, o);
    }
}

static bool is_running(VM *vm, const Frame *f) {
    for (const Frame *one = vm->frame; one; one = one->back)
        if (one == f) return true;
    return false;
}

static bool dict_has(const Dict *d, uint32_t at, const Obj *o) {
    return at < d->filled && d->entries[at].key != V_UNDEF &&
           (d->entries[at].value == from_obj(o) || d->entries[at].key == from_obj(o));
}

static uint32_t find_value(const Value *v, uint32_t n, const Obj *o) {
    for (uint32_t i = 0; i < n; i++)
        if (v[i] == from_obj(o)) return i;
    return 0;
}

static uint32_t find_in_frame(const Frame *f, const Obj *o) {
    for (uint32_t at = AT_HANDLED; at != 0; at++)
        if (frame_has(f, at, o)) return at;
    return find_value(f->slots, (uint32_t)(f->sp - f->slots), o);
}

/* Of a generator's frame the place may be another by now. */
static bool holds(VM *vm, Link *l, const Obj *o) {
    Obj *holder = l->holder;
    uint32_t at = l->at;
    switch ((Kind)holder->kind) {
    case KIND_LIST: return is_at(((List *)holder)->items, ((List *)holder)->len, at, o);
    case KIND_DICT: return dict_has((Dict *)holder, at, o);
    case KIND_INSTANCE: {
        const Instance *i = (Instance *)holder;
        return is_at(i->slots, i->shape ? i->shape->count : 1, at, o) || obj_refers_to(vm, holder, o);
    }
    case KIND_GENERATOR: {
        const Frame *f = ((Generator *)holder)->frame;
        if (f && !frame_has(f, at, o)) l->at = find_in_frame(f, o);
        return f && (frame_has(f, l->at, o) || obj_refers_to(vm, holder, o));
    }
    case KIND_TUPLE:
    case KIND_METHOD: return true;
    default: return obj_refers_to(vm, holder, o);
    }
}

bool tether_is_whole(VM *vm, Tether *t) {
    const Obj *o = t->object;
    for (uint32_t i = 0; i < t->n; i++) {
        Link *l = &t->links[i];
        if (l->frame) return is_running(vm, l->frame) && frame_has(l->frame, l->at, o);
        if (!holds(vm, l, o)) return false;
        o = l->holder;
    }
    return t->is_held;
}

/* --- finding a chain ---------------------------------------------------------------------------- */

static uint32_t find_in(const Obj *holder, const Obj *o) {
    switch ((Kind)holder->kind) {
    case KIND_LIST: return find_value(((const List *)holder)->items, ((const List *)holder)->len, o);
    case KIND_TUPLE: return find_value(((const Tuple *)holder)->items, ((const Tuple *)holder)->len, o);
    case KIND_INSTANCE: {
        const Instance *i = (const Instance *)holder;
        return find_value(i->slots, i->shape ? i->shape->count : 1, o);
    }
    case KIND_DICT: {
        const Dict *d = (const Dict *)holder;
        uint32_t at = 0;
        while (at < d->filled && !dict_has(d, at, o)) at++;
        return at;
    }
    case KIND_GENERATOR: return find_in_frame(((const Generator *)holder)->frame, o);
    default: return 0;
    }
}

static bool stands_alone(const Obj *o) {
    if (o->kind != KIND_RECORD) return false;
    const Record *r = (const Record *)o;
    return r->of && r->of->stands_alone && r->of->stands_alone(o);
}

/* Roots of which one may be believed that they hold what they hold; others are only passing. */
static bool is_lasting(const Obj *o) {
    return o->kind == KIND_MODULE || o->kind == KIND_CLASS || o->kind == KIND_DICT ||
           o->kind == KIND_RECORD || o->kind == KIND_FUNCTION;
}

void tether_fasten(Search *s, Tether *t, uint32_t seen) {
    Obj *o = t->object;
    t->n = 0;
    t->is_held = true;
    o->flags |= OBJ_IN_TETHER;
    while (t->n < LINKS_MAX) {
        Origin from = s->origins.items[seen];
        if (from.parent == ORIGIN_NONE) {
            if (from.frame) t->links[t->n++] = (Link){from.frame, NULL, find_in_frame(from.frame, o)};
            else t->is_held = stands_alone(o) || is_lasting(o);
            return;
        }
        Obj *holder = search_object(s, from.parent);
        bool had_frame = holder->kind != KIND_GENERATOR || ((Generator *)holder)->frame;
        t->links[t->n++] = (Link){NULL, holder, had_frame ? find_in(holder, o) : 0};
        holder->flags |= OBJ_IN_TETHER;
        if (stands_alone(holder)) return;
        o = holder;
        seen = from.parent;
    }
}

/* --- nearby ------------------------------------------------------------------------------------- */

enum { NEAR_FRAMES = 8, NEAR_ITEMS = 16 };

static bool has_value(const Value *v, uint32_t n, const Obj *o) {
    return n <= NEAR_ITEMS && is_at(v, n, find_value(v, n, o), o);
}

static bool has_item(const Dict *d, const Obj *o) {
    return d->filled <= NEAR_ITEMS && dict_has(d, find_in(&d->obj, o), o);
}

/* The dict of an instance whose attributes are in one; or NULL. */
static Dict *attributes_of(const Obj *o) {
    if (o->kind != KIND_INSTANCE || ((const Instance *)o)->shape) return NULL;
    return AS(Dict, ((const Instance *)o)->slots[0]);
}

static bool is_near(VM *vm, Obj *holder, const Obj *o) {
    switch ((Kind)holder->kind) {
    case KIND_INSTANCE: {
        const Instance *i = (Instance *)holder;
        return i->shape ? has_value(i->slots, i->shape->count, o) : has_item(attributes_of(holder), o);
    }
    case KIND_METHOD: return ((Method *)holder)->self == from_obj(o);
    case KIND_RECORD:
    case KIND_CELL: return obj_refers_to(vm, holder, o);
    default: return false;
    }
}

static void add_link(Tether *t, Frame *f, Obj *holder, uint32_t at) {
    if (holder) holder->flags |= OBJ_IN_TETHER;
    t->links[t->n++] = (Link){f, holder, at};
}

static void add_holder(Tether *t, Obj *holder, const Obj *o) {
    Dict *attributes = attributes_of(holder);
    if (attributes) {
        add_link(t, NULL, &attributes->obj, find_in(&attributes->obj, o));
        o = &attributes->obj;
    }
    add_link(t, NULL, holder, find_in(holder, o));
}

/* The frame holds it, or something on it does. */
static bool fasten_to_frame(VM *vm, Tether *t, Frame *f, const Obj *o) {
    uint32_t n = (uint32_t)(f->sp - f->slots), at = find_in_frame(f, o);
    for (uint32_t i = 0; i < n && !frame_has(f, at, o); i++) {
        if (!is_obj(f->slots[i]) || !is_near(vm, as_obj(f->slots[i]), o)) continue;
        add_holder(t, as_obj(f->slots[i]), o);
        o = as_obj(f->slots[i]);
        at = i;
    }
    if (!frame_has(f, at, o)) return false;
    if (f->gen) add_link(t, NULL, &f->gen->obj, at);
    else add_link(t, f, NULL, at);
    return true;
}

static bool fasten_to_task(VM *vm, Tether *t, const Obj *o) {
    Value task = vm->host.current_task ? vm->host.current_task(vm) : V_NONE;
    if (!is_obj(task) || !stands_alone(as_obj(task)) || !obj_refers_to(vm, as_obj(task), o)) return false;
    add_link(t, NULL, as_obj(task), 0);
    return true;
}

static bool hangs_nearby(VM *vm, Tether *t, const Obj *o) {
    uint32_t asked = 0;
    for (Frame *f = vm->frame; f && asked < NEAR_FRAMES && t->n + 3 < LINKS_MAX; f = f->back, asked++) {
        if (!fasten_to_frame(vm, t, f, o)) continue;
        if (!f->gen) return true;
        o = &f->gen->obj;
    }
    return t->n < LINKS_MAX && fasten_to_task(vm, t, o);
}

static uint32_t whole_links(VM *vm, Tether *t) {
    const Obj *o = t->object;
    uint32_t n = 0;
    for (; n < t->n && !t->links[n].frame; o = t->links[n++].holder)
        if (!holds(vm, &t->links[n], o)) break;
    return n;
}

bool tether_fasten_nearby(VM *vm, Tether *t) {
    Tether anew = *t;
    for (uint32_t whole = whole_links(vm, t) + 1; whole-- > 0;) {
        anew.n = whole;
        if (!hangs_nearby(vm, &anew, whole ? t->links[whole - 1].holder : t->object)) continue;
        t->object->flags |= OBJ_IN_TETHER;
        *t = anew;
        return true;
    }
    return false;
}
