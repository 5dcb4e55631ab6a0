#include "vm/tether.h"

#include "vm/containers.h"
#include "vm/drop.h"
#include "vm/holders.h"

/* Of more than FOLLOWED_MAX at a time, those that came last are left to the collector. Searches may go
 * through so many objects, and so many more for each instruction that ran; what is left is the collector's
 * too, until that has grown. */
enum { FOLLOWED_MAX = 256, SEARCHED_MAX = 20000000, STEPS_PER_OBJECT = 4 };
/* Links of frames beside its slots. */
enum { AT_HANDLED = UINT32_MAX - 3, AT_KEPT, AT_KEPT_TOO, AT_GENERATOR };

/* --- following ----------------------------------------------------------------------------- */

void tethers_dispatch(VM *vm) {
    const Tethers *t = &vm->tethers;
    vm->dispatch = vm->dispatches[!t->live         ? DISPATCH_PLAIN
                                  : t->may_be_torn ? DISPATCH_TORN
                                                   : DISPATCH_WATCHED];
}

void tethers_tear(VM *vm) {
    vm->tethers.may_be_torn = true;
    tethers_dispatch(vm);
}

static void compact(Tethers *t) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < t->list.len; i++)
        if (t->list.items[i].object->flags & OBJ_FOLLOWED) t->list.items[kept++] = t->list.items[i];
    t->list.len = kept;
}

void tether_add(VM *vm, Obj *o) {
    Tethers *t = &vm->tethers;
    if (vm->no_collect || o->flags & OBJ_FOLLOWED) return;
    if (t->list.len == FOLLOWED_MAX) compact(t);
    if (t->list.len == FOLLOWED_MAX) return;
    t->live++;
    t->seen = true;
    o->flags |= OBJ_FOLLOWED;
    const Tether fresh = {.object = o};
    vec_push(&t->list, fresh);
    tethers_tear(vm);
}

void tether_end(VM *vm, Obj *o) {
    o->flags &= (uint8_t)~OBJ_FOLLOWED;
    vm->tethers.live--;
    tethers_tear(vm); /* of what it held */
}

void tethers_collected(VM *vm) {
    Tethers *t = &vm->tethers;
    uint8_t live = vm->heap.live_mark;
    for (uint32_t i = 0; i < t->list.len; i++) {
        Tether *one = &t->list.items[i];
        if (!(one->object->flags & OBJ_FOLLOWED)) continue;
        if (one->object->mark != live) tether_end(vm, one->object);
        for (uint32_t k = 0; k < one->n; k++)
            if (one->links[k].holder && one->links[k].holder->mark != live) one->n = 0, one->is_held = false;
    }
    compact(t);
}

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

static bool holds(VM *vm, Obj *holder, uint32_t at, const Obj *o) {
    switch ((Kind)holder->kind) {
    case KIND_LIST: return is_at(((List *)holder)->items, ((List *)holder)->len, at, o);
    case KIND_DICT: return dict_has((Dict *)holder, at, o);
    case KIND_INSTANCE: {
        const Instance *i = (Instance *)holder;
        return is_at(i->slots, i->shape ? i->shape->count : 1, at, o) || obj_refers_to(vm, holder, o);
    }
    case KIND_GENERATOR: {
        const Frame *f = ((Generator *)holder)->frame;
        return f && (frame_has(f, at, o) || obj_refers_to(vm, holder, o));
    }
    case KIND_TUPLE:
    case KIND_METHOD: return true;
    default: return obj_refers_to(vm, holder, o);
    }
}

static bool is_whole(VM *vm, const Tether *t) {
    const Obj *o = t->object;
    for (uint32_t i = 0; i < t->n; i++) {
        const Link *l = &t->links[i];
        if (l->frame) return is_running(vm, l->frame) && frame_has(l->frame, l->at, o);
        if (!holds(vm, l->holder, l->at, o)) return false;
        o = l->holder;
    }
    return t->is_held;
}

/* --- finding a chain ---------------------------------------------------------------------------- */

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

static void fasten(Search *s, Tether *t, uint32_t seen) {
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

/* Most are held by what runs, or by what that holds: these are asked before all that lives is searched. */
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

static bool fasten_nearby(VM *vm, Tether *t, const Obj *o) {
    uint32_t asked = 0;
    for (Frame *f = vm->frame; f && asked < NEAR_FRAMES && t->n + 3 < LINKS_MAX; f = f->back, asked++) {
        if (!fasten_to_frame(vm, t, f, o)) continue;
        if (!f->gen) return true;
        o = &f->gen->obj;
    }
    return t->n < LINKS_MAX && fasten_to_task(vm, t, o);
}

static uint32_t whole_links(VM *vm, const Tether *t) {
    const Obj *o = t->object;
    uint32_t n = 0;
    for (; n < t->n && !t->links[n].frame; o = t->links[n++].holder)
        if (!holds(vm, t->links[n].holder, t->links[n].at, o)) break;
    return n;
}

/* What is whole of the chain is kept, as much of it as possible. (Where nobody is found it stays as it was: it
 * tells what died with what.) */
static bool fasten_anew(VM *vm, Tether *t) {
    Tether anew = *t;
    for (uint32_t whole = whole_links(vm, t) + 1; whole-- > 0;) {
        anew.n = whole;
        if (!fasten_nearby(vm, &anew, whole ? t->links[whole - 1].holder : t->object)) continue;
        t->object->flags |= OBJ_IN_TETHER;
        *t = anew;
        return true;
    }
    return false;
}

static Tether *tether_of(Tethers *t, const Obj *o) {
    for (uint32_t i = 0; i < t->list.len; i++)
        if (t->list.items[i].object == o) return &t->list.items[i];
    return NULL;
}

/* --- the dead ------------------------------------------------------------------------------------- */

/* In which order CPython ends those that went with one holder: a frame and a dict from the front, a list
 * and a tuple from the back. */
static bool ends_before(const Tether *a, const Tether *b) {
    if (!a->n || !b->n || a->links[0].frame != b->links[0].frame || a->links[0].holder != b->links[0].holder)
        return false;
    const Obj *holder = a->links[0].holder;
    bool backwards = holder && (holder->kind == KIND_LIST || holder->kind == KIND_TUPLE);
    return backwards ? a->links[0].at > b->links[0].at : a->links[0].at < b->links[0].at;
}

typedef struct Dead {
    Tether *items[FOLLOWED_MAX];
    uint32_t n;
} Dead;

static void insert(Dead *d, Tether *t) {
    uint32_t at = d->n++;
    for (; at > 0 && ends_before(t, d->items[at - 1]); at--) d->items[at] = d->items[at - 1];
    d->items[at] = t;
}

static void forget_finalizable(VM *vm, const Obj *o) {
    for (uint32_t i = vm->finalizable.len; i-- > 0;)
        if (vm->finalizable.items[i] == o) {
            vm->finalizable.items[i] = vm->finalizable.items[--vm->finalizable.len];
            return;
        }
}

void obj_bury(VM *vm, Obj *o) {
    forget_finalizable(vm, o);
    vec_push(&vm->to_finalize, from_obj(o));
}

/* Those that nobody would see dying are none of those that others have to wait for. */
static void gather_dead(VM *vm, Dead *wanted) {
    for (uint32_t i = 0; i < vm->tethers.list.len; i++) {
        Tether *t = &vm->tethers.list.items[i];
        if (!(t->object->flags & OBJ_WANTED)) continue;
        if (obj_dies_loudly(vm, t->object)) {
            insert(wanted, t);
            continue;
        }
        t->object->flags &= (uint8_t)~OBJ_WANTED;
        tether_end(vm, t->object);
    }
}

static bool is_adopted(const Obj *o) {
    return o->kind == KIND_GENERATOR && ((const Generator *)o)->adopter != V_UNDEF;
}

/* What is queued last comes first: the frame of its last turn then lies below those of the others, and
 * ends after them. Where it is the loop that closes it there is no frame. */
static void bury_in_order(VM *vm, const Dead *d) {
    for (uint32_t i = 0; i < d->n; i++) tether_end(vm, d->items[i]->object);
    for (uint32_t i = 0; i < d->n; i++)
        if (!is_adopted(d->items[i]->object)) obj_bury(vm, d->items[i]->object);
    for (uint32_t i = d->n; i-- > 0;)
        if (is_adopted(d->items[i]->object)) obj_bury(vm, d->items[i]->object);
}

static void bury_dead(VM *vm, Search *s) {
    Dead dead = {.n = 0}, freed = {.n = 0};
    gather_dead(vm, &dead);
    for (uint32_t i = 0; i < dead.n; i++) {
        Fate fate = search_fate(s, dead.items[i]->object);
        if (fate == FATE_FREED) freed.items[freed.n++] = dead.items[i];
        else if (fate == FATE_WAITS) tethers_tear(vm);
        else tether_end(vm, dead.items[i]->object); /* the collector's */
    }
    for (uint32_t i = 0; i < dead.n; i++) dead.items[i]->object->flags &= (uint8_t)~OBJ_WANTED;
    bury_in_order(vm, &freed);
}

/* --- all of them -------------------------------------------------------------------------------------- */

/* What the last calls from C have left behind holds nothing. */
static void forget_calls(VM *vm) {
    vm->tail.args.len = 0;
    vm->tail.callable = vm->tail.sent = vm->passed = V_NONE;
    vm->tail.gen = NULL;
}

static uint32_t want_torn(VM *vm) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < vm->tethers.list.len; i++) {
        Tether *t = &vm->tethers.list.items[i];
        t->is_held = (t->is_held && is_whole(vm, t)) || fasten_anew(vm, t);
        if (t->is_held) continue;
        t->object->flags |= OBJ_WANTED;
        n++;
    }
    return n;
}

static bool may_search(const VM *vm) {
    return vm->tethers.searched < SEARCHED_MAX + vm->steps / STEPS_PER_OBJECT;
}

static void check(VM *vm, Value passed) {
    Tethers *t = &vm->tethers;
    if (!may_search(vm)) return;
    t->may_be_torn = false;
    tethers_dispatch(vm);
    forget_calls(vm);
    vm->passed = passed;
    compact(t);
    uint32_t wanted = want_torn(vm);
    if (!wanted) return;
    Search s;
    search_run(&s, vm, wanted);
    t->searched += s.origins.len;
    for (uint32_t i = 0; i < s.found.len; i++)
        fasten(&s, tether_of(t, search_object(&s, s.found.items[i])), s.found.items[i]);
    if (s.wanted) bury_dead(vm, &s);
    search_end(&s);
}

void tethers_check(VM *vm) {
    check(vm, V_NONE);
}

/* Those that a loop closes are told it before it hears of the end of the task. */
void tethers_frame_ended(VM *vm, Value result) {
    if (!vm->tethers.may_be_torn || vm->no_collect) return;
    uint32_t kept = 0, before = vm->to_finalize.len;
    check(vm, result);
    vm->passed = V_NONE;
    for (uint32_t i = vm->to_finalize.len; i-- > before;)
        if (is_adopted(as_obj(vm->to_finalize.items[i])))
            vm->host.asyncgen_dropped(vm, vm->to_finalize.items[i]);
    for (uint32_t i = kept = before; i < vm->to_finalize.len; i++)
        if (!is_adopted(as_obj(vm->to_finalize.items[i])))
            vm->to_finalize.items[kept++] = vm->to_finalize.items[i];
    vm->to_finalize.len = kept;
}

bool obj_is_held(VM *vm, Obj *o) {
    forget_calls(vm);
    o->flags |= OBJ_WANTED;
    Search s;
    search_run(&s, vm, 1);
    bool is_held = s.wanted == 0;
    o->flags &= (uint8_t)~OBJ_WANTED;
    search_end(&s);
    return is_held;
}

uint32_t objs_unfreed(VM *vm, Value *objects, uint32_t n) {
    forget_calls(vm);
    for (uint32_t i = 0; i < n; i++) as_obj(objects[i])->flags |= OBJ_WANTED;
    Search s;
    search_run(&s, vm, n);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        Obj *o = as_obj(objects[i]);
        bool is_dead = o->flags & OBJ_WANTED;
        o->flags &= (uint8_t)~OBJ_WANTED;
        if (is_dead && search_fate(&s, o) != FATE_IN_A_RING) continue;
        objects[kept++] = from_obj(o);
    }
    search_end(&s);
    return kept;
}

/* --- who touches a link ----------------------------------------------------------------------------------- */

const uint8_t tether_touches[OP_COUNT] = {
    [OP_NOP] = TOUCH_NOTHING,
    [OP_REACH] = TOUCH_NOTHING,
    [OP_DUP] = TOUCH_NOTHING,
    [OP_DUP2] = TOUCH_NOTHING,
    [OP_COPY] = TOUCH_NOTHING,
    [OP_SWAP] = TOUCH_NOTHING,
    [OP_ROT3] = TOUCH_NOTHING,
    [OP_ROT4] = TOUCH_NOTHING,
    [OP_LOAD_CONST] = TOUCH_NOTHING,
    [OP_LOAD_FAST] = TOUCH_NOTHING,
    [OP_MAKE_CELL] = TOUCH_NOTHING,
    [OP_LOAD_CLOSURE] = TOUCH_NOTHING,
    [OP_LOAD_DEREF] = TOUCH_NOTHING,
    [OP_LOAD_GLOBAL] = TOUCH_NOTHING,
    [OP_LOAD_NAME] = TOUCH_NOTHING,
    [OP_JUMP] = TOUCH_NOTHING,
    [OP_JUMP_BACK] = TOUCH_NOTHING,
    [OP_GET_ANEXT] = TOUCH_NOTHING,
    [OP_SEND] = TOUCH_NOTHING,
    [OP_RETURN_GENERATOR] = TOUCH_NOTHING,
    [OP_LOAD_FAST_LOAD_FAST] = TOUCH_NOTHING,
    [OP_LOAD_FAST_LOAD_CONST] = TOUCH_NOTHING,
    [OP_LOAD_FAST_LOAD_ATTR] = TOUCH_NOTHING,
    [OP_BINARY_OP] = TOUCH_TWO,
    [OP_INPLACE_OP] = TOUCH_TWO,
    [OP_COMPARE_OP] = TOUCH_TWO,
    [OP_COMPARE_JUMP_FALSE] = TOUCH_TWO,
    [OP_COMPARE_JUMP_TRUE] = TOUCH_TWO,
    [OP_CONTAINS_OP] = TOUCH_TWO,
    [OP_IS_OP] = TOUCH_TWO,
    [OP_LOAD_SUBSCR] = TOUCH_TWO,
    [OP_STORE_ATTR] = TOUCH_TWO,
    [OP_DELETE_SUBSCR] = TOUCH_TWO,
    [OP_POP] = TOUCH_ONE,
    [OP_LOAD_ATTR] = TOUCH_ONE,
    [OP_LOAD_METHOD] = TOUCH_ONE,
    [OP_POP_JUMP_IF_FALSE] = TOUCH_ONE,
    [OP_POP_JUMP_IF_TRUE] = TOUCH_ONE,
    [OP_POP_JUMP_IF_NONE] = TOUCH_ONE,
    [OP_POP_JUMP_IF_NOT_NONE] = TOUCH_ONE,
    [OP_GET_ITER] = TOUCH_ONE,
    [OP_FOR_ITER] = TOUCH_ONE,
    [OP_GET_AWAITABLE] = TOUCH_ONE,
    [OP_POP_EXCEPT] = TOUCH_ONE,
    [OP_STORE_FAST] = TOUCH_SLOT,
    [OP_DELETE_FAST] = TOUCH_SLOT,
    [OP_CLEAR_FAST] = TOUCH_SLOT,
    [OP_STORE_DEREF] = TOUCH_SLOT, /* the cell */
    [OP_DELETE_DEREF] = TOUCH_SLOT,
    [OP_STORE_FAST_LOAD_FAST] = TOUCH_SLOT,
    [OP_STORE_FAST_STORE_FAST] = TOUCH_TWO_SLOTS,
    [OP_FOR_ITER_STORE_FAST] = TOUCH_TOP_AND_SLOT,
    [OP_STORE_GLOBAL] = TOUCH_GLOBALS,
    [OP_DELETE_GLOBAL] = TOUCH_GLOBALS,
    [OP_STORE_NAME] = TOUCH_NAMES,
    [OP_DELETE_NAME] = TOUCH_NAMES,
    [OP_CALL] = TOUCH_ARGUMENTS,
    [OP_CALL_METHOD] = TOUCH_ARGUMENTS,
    [OP_CALL_KW] = TOUCH_ARGUMENTS,
    [OP_CALL_METHOD_KW] = TOUCH_ARGUMENTS,
    [OP_YIELD_VALUE] = TOUCH_STEP,
    [OP_ASYNC_YIELD] = TOUCH_STEP,
    [OP_RETURN_VALUE] = TOUCH_FRAME,
};

static bool is_link_among(const Value *v, const Value *end) {
    for (; v < end; v++)
        if (tether_has_link(*v)) return true;
    return false;
}

static bool is_link_on_top(const Frame *f, uint32_t n) {
    const Value *bottom = f->slots + f->code->slot_count;
    return is_link_among((size_t)(f->sp - bottom) > n ? f->sp - n : bottom, f->sp);
}

static bool dict_is_link(const Dict *d) {
    return d && d->obj.flags & OBJ_IN_TETHER;
}

static bool step_is_link(const Frame *f) {
    return f->then != THEN_PUSH && (tether_has_link(f->keep[0]) || tether_has_link(f->keep[1]));
}

/* In which slot they are says in which order they end: chains that have moved are fastened anew. */
static bool frame_ends(VM *vm, const Frame *f) {
    if (!is_link_among(f->slots, f->sp) && !tether_has_link(f->handled) && !step_is_link(f)) return false;
    tethers_check(vm);
    return true;
}

bool tethers_touched(VM *vm, const Frame *f) {
    uint32_t word = *f->ip;
    switch ((Touch)tether_touches[OP_OF(word)]) {
    case TOUCH_NOTHING: return false;
    case TOUCH_ONE: return tether_has_link(f->sp[-1]);
    case TOUCH_TWO: return is_link_on_top(f, 2);
    case TOUCH_THREE: return is_link_on_top(f, 3);
    case TOUCH_SLOT: return tether_has_link(f->slots[ARG_OF(word)]);
    case TOUCH_TWO_SLOTS:
        return tether_has_link(f->slots[ARG_OF(word)]) || tether_has_link(f->slots[ARG_OF(f->ip[1])]);
    case TOUCH_TOP_AND_SLOT: return tether_has_link(f->sp[-1]) || tether_has_link(f->slots[ARG_OF(f->ip[1])]);
    case TOUCH_GLOBALS: return dict_is_link(f->globals);
    case TOUCH_NAMES: return dict_is_link(f->names ? f->names : f->globals);
    case TOUCH_ARGUMENTS: return is_link_on_top(f, ARG_OF(word) + 3);
    case TOUCH_STEP: return step_is_link(f);
    case TOUCH_FRAME: return frame_ends(vm, f);
    }
    return true;
}

/* --- errors -------------------------------------------------------------------------------------------------- */

static bool may_hold(Value v) {
    if (!is_obj(v)) return false;
    const Obj *o = as_obj(v);
    return o->flags & (OBJ_IN_TETHER | OBJ_FOLLOWED) ||
           !(o->kind == KIND_STR || o->kind == KIND_BYTES || o->kind == KIND_BIGINT ||
             o->kind == KIND_CLASS || o->kind == KIND_MODULE || o->kind == KIND_NATIVE);
}

/* A frame of the library has no line in a traceback: there the error itself holds. */
static void hold(VM *vm, Value v) {
    if (!may_hold(v) || !is_kind(vm->error, KIND_EXCEPTION)) return;
    Exception *e = AS(Exception, vm->error);
    Value *held = is_kind(e->traceback, KIND_TRACEBACK) ? &AS(Traceback, e->traceback)->held : &e->held;
    if (*held == V_NONE) *held = list_new(vm, 1);
    list_push(vm, AS(List, *held), v);
}

/* What a comprehension walks is a local of the frame that it has in CPython, and stands here above
 * the container that is built. */
static bool is_walked_by_comprehension(const Frame *f, const Value *v) {
    uint32_t word = (uint32_t)(f->ip - f->code->words) - 1;
    bool builds =
        v > f->slots + f->code->slot_count && (is_list(v[-1]) || is_dict(v[-1]) || is_kind(v[-1], KIND_SET));
    for (uint32_t i = 0; builds && i < f->code->inline_count; i++)
        if (word >= f->code->inlines[i].start && word < f->code->inlines[i].end) return true;
    return false;
}

void tethers_step_failed(VM *vm, const Frame *f) {
    tethers_tear(vm);
    for (const Value *v = f->slots; v < f->sp; v++) hold(vm, *v);
}

void tethers_unwind(VM *vm, const Frame *f, const Value *end, const Value *sp, bool is_last) {
    tethers_tear(vm);
    while (sp-- > end)
        if (is_kind(*sp, KIND_GENERATOR) && is_walked_by_comprehension(f, sp)) hold(vm, *sp);
    for (uint32_t i = 0; is_last && i < f->code->slot_count; i++) hold(vm, f->slots[i]);
}
