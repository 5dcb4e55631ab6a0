#include "vm/tether.h"

#include "vm/containers.h"
#include "vm/drop.h"
#include "vm/holders.h"

/* Of more than FOLLOWED_MAX at a time, those that came last are left to the collector. Searches may go
 * through so many objects, and so many more for each instruction that ran; what is left is the collector's
 * too, until that has grown. */
enum { FOLLOWED_MAX = 256, SEARCHED_MAX = 20000000, STEPS_PER_OBJECT = 4 };

/* --- following ----------------------------------------------------------------------------- */

void tethers_dispatch(VM *vm) {
    const Tethers *t = &vm->tethers;
    bool waits = vm->to_finalize.len > 0 || (t->live && t->may_be_torn);
    vm->dispatch = vm->dispatches[waits ? DISPATCH_TORN : t->live ? DISPATCH_WATCHED : DISPATCH_PLAIN];
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

/* --- the dead ------------------------------------------------------------------------------------- */

/* What a generator's frame has on its stack. */
static bool is_on_stack(const Obj *holder, uint32_t at) {
    const Code *code = holder && holder->kind == KIND_GENERATOR ? ((const Generator *)holder)->code : NULL;
    return code && at >= code->slot_count && at - code->slot_count < code->max_stack;
}

/* In which order CPython ends what went with one holder: of a frame and a dict from the front, of a list and a
 * tuple from the back; of a generator's frame first the stack, the top of it first, then the locals. */
static bool link_ends_before(const Link *a, const Link *b) {
    const Obj *holder = a->holder;
    bool a_on_stack = is_on_stack(holder, a->at);
    if (a_on_stack != is_on_stack(holder, b->at)) return a_on_stack;
    bool backwards = a_on_stack || (holder && (holder->kind == KIND_LIST || holder->kind == KIND_TUPLE));
    return backwards ? a->at > b->at : a->at < b->at;
}

/* The nearest holder of both decides. */
static bool ends_before(const Tether *a, const Tether *b) {
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++)
            if (a->links[i].frame == b->links[k].frame && a->links[i].holder == b->links[k].holder)
                return link_ends_before(&a->links[i], &b->links[k]);
    return false;
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
    tethers_dispatch(vm);
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
        t->is_held = (t->is_held && tether_is_whole(vm, t)) || tether_fasten_nearby(vm, t);
        if (t->is_held) continue;
        t->object->flags |= OBJ_WANTED;
        n++;
    }
    return n;
}

static bool may_search(const VM *vm) {
    return vm->tethers.searched < SEARCHED_MAX + vm->steps / STEPS_PER_OBJECT;
}

static Tether *tether_of(Tethers *t, const Obj *o) {
    for (uint32_t i = 0; i < t->list.len; i++)
        if (t->list.items[i].object == o) return &t->list.items[i];
    return NULL;
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
        tether_fasten(&s, tether_of(t, search_object(&s, s.found.items[i])), s.found.items[i]);
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
    for (const Value *v = f->slots; v < f->sp; v++)
        if (*v != vm->error) hold(vm, *v); /* it keeps that for C's sake: CPython's frame does not */
}

/* What its locals are when it ends is held from then on: until then it holds them itself. (A list ends from
 * the back, a frame from the front: they are held the other way round.) */
static void hold_frame(VM *vm, Frame *f) {
    if (!f->traced) f->left = AS(List, list_new(vm, 0));
    f->traced = true;
    hold(vm, from_obj(f->left));
}

void frame_traced_ends(VM *vm, Frame *f) {
    f->traced = false;
    for (uint32_t i = f->code->slot_count; i-- > 0;)
        if (may_hold(f->slots[i])) list_push(vm, f->left, f->slots[i]);
}

void tethers_unwind(VM *vm, Frame *f, const Value *end, const Value *sp, bool is_last) {
    tethers_tear(vm);
    while (sp-- > end)
        if (is_kind(*sp, KIND_GENERATOR) && is_walked_by_comprehension(f, sp)) hold(vm, *sp);
    if (!is_last) hold_frame(vm, f);
    for (uint32_t i = f->code->slot_count; is_last && i-- > 0;) hold(vm, f->slots[i]);
}
