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

bool obj_refers_to(VM *vm, Obj *holder, const Obj *child) {
    uint8_t mark = vm->heap.live_mark;
    vm->heap.live_mark = SEEN;
    heap_mark_children(vm, holder);
    bool refers = child->mark == SEEN;
    unmark(vm, 0, mark);
    vm->heap.live_mark = mark;
    return refers;
}

/* --- among what is dead ------------------------------------------------------------------------ */

/* One dead object. Whom nobody holds is taken away, and what it held counts one holder less, and so on: what
 * is left then is a ring, or hangs on one. */
typedef struct Grave {
    Obj *object;
    uint32_t holders;
    bool is_freed, waits;
} Grave;

typedef struct Graves {
    Search *search;
    Grave *table; /* by address */
    size_t mask;
    VEC(Grave *) freed; /* in such an order that holders come first */
} Graves;

static Grave *grave_of(const Graves *g, const Obj *o) {
    size_t at = ((uintptr_t)o >> 4) * 0x9E3779B97F4A7C15u >> 20;
    while (g->table[at & g->mask].object && g->table[at & g->mask].object != o) at++;
    return &g->table[at & g->mask];
}

static void count(void *data, Obj *o) {
    if (o->mark != SEEN) ++*(size_t *)data;
}

static void dig(void *data, Obj *o) {
    if (o->mark != SEEN) grave_of(data, o)->object = o;
}

/* Calls `each` for what `holder` refers to among the dead. (A generator's frame knows whose it is.) */
static void each_held(Graves *g, const Grave *holder,
                      void (*each)(Graves *g, Grave *held, const Grave *holder)) {
    VM *vm = g->search->vm;
    uint32_t from = vm->heap.gray.len;
    heap_mark_children(vm, holder->object);
    for (uint32_t i = from; i < vm->heap.gray.len; i++) {
        Obj *o = vm->heap.gray.items[i];
        if (o != holder->object || o->kind != KIND_GENERATOR) each(g, grave_of(g, o), holder);
    }
    unmark(vm, from, g->search->mark);
}

static void note_holder(Graves *g, Grave *held, const Grave *holder) {
    (void)g, (void)holder;
    held->holders++;
}

static void take_holder(Graves *g, Grave *held, const Grave *holder) {
    held->waits = held->waits || holder->waits || holder->object->flags & OBJ_WANTED;
    if (--held->holders == 0) vec_push(&g->freed, held);
}

static void weigh(void *data, Obj *o) {
    if (o->mark != SEEN) each_held(data, grave_of(data, o), note_holder);
}

static void free_if_unheld(void *data, Obj *o) {
    Graves *g = data;
    if (o->mark == SEEN || grave_of(g, o)->holders) return;
    vec_push(&g->freed, grave_of(g, o));
}

static Graves *graves_new(Search *s) {
    Graves *g = mem_zalloc(sizeof *g);
    size_t dead = 0, size = 2;
    g->search = s;
    heap_each(s->vm, count, &dead);
    while (size < 2 * dead) size *= 2;
    g->table = mem_zalloc(size * sizeof *g->table);
    g->mask = size - 1;
    heap_each(s->vm, dig, g);
    heap_each(s->vm, weigh, g);
    heap_each(s->vm, free_if_unheld, g);
    for (uint32_t i = 0; i < g->freed.len; i++) {
        g->freed.items[i]->is_freed = true;
        each_held(g, g->freed.items[i], take_holder);
    }
    return g;
}

static void graves_free(Graves *g) {
    if (!g) return;
    mem_free(g->table);
    vec_deinit(&g->freed);
    mem_free(g);
}

Fate search_fate(Search *s, const Obj *o) {
    if (!s->graves) s->graves = graves_new(s);
    const Grave *grave = grave_of(s->graves, o);
    if (!grave->is_freed) return FATE_IN_A_RING;
    return grave->waits ? FATE_WAITS : FATE_FREED;
}

void search_end(Search *s) {
    VM *vm = s->vm;
    graves_free(s->graves);
    unmark(vm, 0, s->mark);
    vm->heap.live_mark = s->mark;
    vec_deinit(&s->origins);
    vec_deinit(&s->found);
    vec_deinit(&s->later);
}
