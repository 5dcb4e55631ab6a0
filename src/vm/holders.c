#include "vm/holders.h"

enum { SEEN = 4 }; /* the mark; the collector's own are 1 and 2 */

Obj *search_object(const Search *s, uint32_t seen) {
    return s->vm->heap.gray.items[seen];
}

/* --- down from what runs ------------------------------------------------------------------- */

/* What was marked since the last time was found by `from`. */
static void note_new(Search *s, Origin from) {
    VM *vm = s->vm;
    while (s->origins.len < vm->heap.gray.len) {
        Obj *o = vm->heap.gray.items[s->origins.len];
        if (UNLIKELY(o->flags & OBJ_WANTED)) {
            o->flags &= (uint8_t)~OBJ_WANTED;
            s->wanted--;
            vec_push(&s->found, s->origins.len);
        }
        vec_push(&s->origins, from);
    }
}

static void mark_frame_values(VM *vm, const Frame *f) {
    for (const Value *v = f->slots; v < f->sp; v++) heap_mark(vm, *v);
    heap_mark(vm, f->handled);
    if (!frame_keeps(f)) return;
    heap_mark(vm, f->keep[0]);
    heap_mark(vm, f->keep[1]);
}

static void mark_function_near(VM *vm, Function *f) {
    heap_mark(vm, f->closure);
    heap_mark(vm, f->defaults);
    heap_mark(vm, f->keyword_defaults);
}

/* Modules and classes hold everything: they come last. */
static void mark_near(Search *s, uint32_t seen) {
    VM *vm = s->vm;
    Obj *o = search_object(s, seen);
    switch ((Kind)o->kind) {
    case KIND_MODULE:
    case KIND_CLASS: break;
    case KIND_FUNCTION: mark_function_near(vm, (Function *)o); break;
    case KIND_GENERATOR:
        if (((Generator *)o)->frame) mark_frame_values(vm, ((Generator *)o)->frame);
        break;
    default: heap_mark_children(vm, o); return;
    }
    vec_push(&s->later, seen);
}

static void go_on(Search *s, uint32_t *next) {
    for (; *next < s->origins.len && s->wanted; ++*next) {
        mark_near(s, *next);
        note_new(s, (Origin){*next, NULL});
    }
}

/* A frame of a generator is found through the generator: who holds that matters. */
static void seed(Search *s) {
    VM *vm = s->vm;
    if (vm->host.current_task) heap_mark(vm, vm->host.current_task(vm));
    note_new(s, (Origin){ORIGIN_NONE, NULL});
    for (Frame *f = vm->frame; f; f = f->back) {
        if (!f->gen) mark_frame_values(vm, f);
        note_new(s, (Origin){ORIGIN_NONE, f});
    }
    if (is_kind(vm->main_module, KIND_MODULE)) heap_mark_obj(vm, AS(ModuleObj, vm->main_module)->attrs);
    note_new(s, (Origin){ORIGIN_NONE, NULL});
}

static void go_on_later(Search *s, uint32_t *next) {
    for (; s->gone_on < s->later.len && s->wanted; s->gone_on++) {
        uint32_t seen = s->later.items[s->gone_on];
        heap_mark_children(s->vm, search_object(s, seen));
        note_new(s, (Origin){seen, NULL});
        go_on(s, next);
    }
}

static void go_everywhere(Search *s, uint32_t *next) {
    VM *vm = s->vm;
    for (Frame *f = vm->frame; f; f = f->back) {
        heap_mark_obj(vm, f->gen);
        note_new(s, (Origin){ORIGIN_NONE, f});
    }
    go_on(s, next);
    go_on_later(s, next);
    if (!s->wanted) return;
    heap_mark_roots(vm);
    note_new(s, (Origin){ORIGIN_NONE, NULL});
    go_on(s, next);
}

void search_run(Search *s, VM *vm, uint32_t wanted) {
    *s = (Search){.vm = vm, .wanted = wanted, .mark = vm->heap.live_mark};
    vm->heap.live_mark = SEEN;
    uint32_t next = 0;
    seed(s);
    go_on(s, &next);
    if (s->wanted) go_everywhere(s, &next);
    go_on_later(s, &next);
}

static void unmark(VM *vm, uint32_t from, uint8_t mark) {
    for (uint32_t i = from; i < vm->heap.gray.len; i++) vm->heap.gray.items[i]->mark = mark;
    vm->heap.gray.len = from;
}

void search_end(Search *s) {
    VM *vm = s->vm;
    unmark(vm, 0, s->mark);
    vm->heap.live_mark = s->mark;
    vec_deinit(&s->origins);
    vec_deinit(&s->found);
    vec_deinit(&s->later);
}

bool obj_refers_to(VM *vm, Obj *holder, const Obj *child) {
    uint8_t mark = vm->heap.live_mark;
    vm->heap.live_mark = SEEN;
    heap_mark_children(vm, holder);
    bool refers = child->mark == SEEN;
    unmark(vm, 0, mark);
    vm->heap.live_mark = mark;
    return refers;
}

/* --- up through what is dead ------------------------------------------------------------------ */

enum { RING_MAX = 64 }; /* beyond so many holders it counts as freed */

typedef struct Holders {
    Search *search;
    Obj *all[RING_MAX];    /* the first is the object itself */
    uint64_t of[RING_MAX]; /* a bit for each that holds this one */
    uint32_t n;
    bool grew;
} Holders;

static uint32_t place_of(Holders *h, Obj *o) {
    for (uint32_t i = 0; i < h->n; i++)
        if (h->all[i] == o) return i;
    if (h->n == RING_MAX) return RING_MAX;
    h->all[h->n] = o;
    h->of[h->n] = 0;
    h->grew = true;
    return h->n++;
}

/* What `o`, which is dead, refers to among those that are known. (A generator's frame knows whose it is.) */
static void look_at(void *data, Obj *o) {
    Holders *h = data;
    VM *vm = h->search->vm;
    if (o->mark == SEEN) return;
    uint32_t from = vm->heap.gray.len, known = h->n;
    heap_mark_children(vm, o);
    for (uint32_t i = 0; i < known; i++) {
        if (h->all[i]->mark != SEEN || (h->all[i] == o && o->kind == KIND_GENERATOR)) continue;
        uint32_t place = place_of(h, o);
        if (place < RING_MAX) h->of[i] |= (uint64_t)1 << place;
    }
    unmark(vm, from, h->search->mark);
}

/* Takes away, again and again, whom nobody holds: what is left is a ring, and what hangs on it. */
static bool has_ring(const Holders *h) {
    uint64_t left = h->n == RING_MAX ? UINT64_MAX : ((uint64_t)1 << h->n) - 1;
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 0; i < h->n; i++) {
            uint64_t bit = (uint64_t)1 << i;
            if (!(left & bit) || h->of[i] & left) continue;
            left &= ~bit;
            changed = true;
        }
    }
    return left != 0;
}

Fate search_fate(Search *s, Obj *o) {
    Holders h = {.search = s, .all = {o}, .n = 1, .grew = true};
    while (h.grew) {
        h.grew = false;
        heap_each(s->vm, look_at, &h);
    }
    if (h.n < RING_MAX && has_ring(&h)) return FATE_IN_A_RING;
    for (uint32_t i = 1; i < h.n; i++)
        if (h.all[i]->flags & OBJ_WANTED) return FATE_WAITS;
    return FATE_FREED;
}
