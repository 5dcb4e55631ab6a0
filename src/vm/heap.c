/* Cells of one size share pages of 64 KB; a page threads its free cells into the list of its
 * size. Marking flips between two values, so that nothing has to be unmarked. */
#include "vm/heap.h"
#include "vm/drop.h"

#include <stdlib.h>

enum { KIND_FREE = 0xFF, FIRST_COLLECT = 4 * 1024 * 1024 };

struct Page {
    Page *next;
    uint32_t cell_size, count;
};

typedef struct FreeCell {
    Obj obj; /* kind is KIND_FREE */
    struct FreeCell *next;
} FreeCell;

static char *page_cells(Page *p) {
    return (char *)p + ((sizeof *p + 15) & ~(size_t)15);
}

/* --- allocation --------------------------------------------------------------------- */

/* Past the hard cap there is no way back into the C code that asked: the run ends here. */
static void count(VM *vm, size_t size) {
    vm->heap.bytes += size;
    if (UNLIKELY(vm->heap.bytes > vm->heap.hard_cap)) longjmp(vm->out_of_memory, 1);
}

static void add_page(VM *vm, uint32_t index) {
    Page *p = slabs_take(&vm->heap.slabs, PAGE_SIZE);
    if (!p) longjmp(vm->out_of_memory, 1);
    p->cell_size = index * CELL_STEP;
    p->next = vm->heap.pages;
    vm->heap.pages = p;
    char *cell = page_cells(p), *end = (char *)p + PAGE_SIZE;
    FreeCell *list = vm->heap.free[index];
    p->count = (uint32_t)((size_t)(end - cell) / p->cell_size);
    for (uint32_t i = p->count; i-- > 0;) {
        FreeCell *f = (FreeCell *)(void *)(cell + (size_t)i * p->cell_size);
        f->obj.kind = KIND_FREE;
        f->next = list;
        list = f;
    }
    vm->heap.free[index] = list;
}

static void *new_large(VM *vm, size_t size) {
    count(vm, size);
    Obj *o = calloc(1, size);
    if (!o) longjmp(vm->out_of_memory, 1);
    const Large large = {o, size};
    vec_push(&vm->heap.large, large);
    o->flags = OBJ_LARGE;
    return o;
}

void *heap_new(VM *vm, Class *cls, Kind kind, size_t size) {
    Obj *o;
    uint32_t index = (uint32_t)((size + CELL_STEP - 1) / CELL_STEP);
    if (LIKELY(index < CELL_CLASSES)) {
        if (UNLIKELY(!vm->heap.free[index])) add_page(vm, index);
        FreeCell *f = vm->heap.free[index];
        vm->heap.free[index] = f->next;
        count(vm, (size_t)index * CELL_STEP);
        memset(f, 0, (size_t)index * CELL_STEP);
        o = &f->obj;
    } else {
        o = new_large(vm, size);
    }
    o->cls = cls;
    o->kind = (uint8_t)kind;
    o->mark = vm->heap.live_mark;
    o->cell = (uint8_t)index;
    return o;
}

/* Small arrays come and go quickly, and their size is known when they go: each size has a list of
 * free ones. The builds for tests take each from the system, so that a sanitizer sees its ends. */
#ifdef TOQUE_AUDIT
enum { SMALL = 0 };
#else
enum { SMALL = (SMALL_CLASSES - 1) * CELL_STEP };
#endif

static size_t small_class(size_t size) {
    return (size + CELL_STEP - 1) / CELL_STEP;
}

static void *array_new(VM *vm, size_t size) {
    void *p;
    if (size > SMALL) p = malloc(size);
    else {
        size_t class = small_class(size);
        p = vm->heap.small[class];
        if (LIKELY(p)) memcpy(&vm->heap.small[class], p, sizeof(void *));
        else p = slabs_take(&vm->heap.slabs, class * CELL_STEP);
    }
    if (!p) longjmp(vm->out_of_memory, 1);
    return p;
}

static void array_free(VM *vm, void *p, size_t size) {
    if (size > SMALL) {
        free(p);
        return;
    }
    memcpy(p, &vm->heap.small[small_class(size)], sizeof(void *));
    vm->heap.small[small_class(size)] = p;
}

static void *array_resize(VM *vm, void *old, size_t old_size, size_t size) {
    if (old_size > SMALL && size > SMALL) {
        void *p = realloc(old, size);
        if (!p) longjmp(vm->out_of_memory, 1);
        return p;
    }
    if (old_size <= SMALL && size <= SMALL && small_class(size) == small_class(old_size)) return old;
    void *p = array_new(vm, size);
    memcpy(p, old, old_size < size ? old_size : size);
    array_free(vm, old, old_size);
    return p;
}

void *heap_array(VM *vm, void *old, size_t old_size, size_t size) {
    if (size > old_size) count(vm, size - old_size);
    else vm->heap.bytes -= old_size - size;
    if (size == 0) {
        if (old_size) array_free(vm, old, old_size);
        return NULL;
    }
    return old_size ? array_resize(vm, old, old_size, size) : array_new(vm, size);
}

void heap_charge(VM *vm, size_t more) {
    count(vm, more);
}

bool heap_can_hold(VM *vm, size_t size) {
    const size_t absurd = (size_t)1 << 40; /* CPython too would refuse */
    if (size >= absurd) {
        vm_raise(vm, T_MEMORY_ERROR, "%s", "");
        return false;
    }
    if (vm->heap.cap && vm->heap.live + size > vm->heap.cap) longjmp(vm->out_of_memory, 1);
    return true;
}

/* --- what hangs on an object --------------------------------------------------------- */

static size_t bigint_size(const BigInt *b) {
    return (size_t)b->z->_mp_alloc * sizeof(mp_limb_t);
}

static void release_str(VM *vm, Str *s) {
    if (s->data == s->store.inline_data) return;
    StrBuffer *b = s->store.buffer;
    if (--b->refs == 0) heap_array(vm, b, sizeof *b + b->cap, 0);
}

static void release_instance(VM *vm, Instance *i) {
    if (i->slots != i->inline_slots) heap_array(vm, i->slots, i->cap * sizeof(Value), 0);
}

static void release(VM *vm, Obj *o) {
    switch ((Kind)o->kind) {
    case KIND_STR: release_str(vm, (Str *)o); break;
    case KIND_INSTANCE: release_instance(vm, (Instance *)o); break;
    case KIND_BIGINT: {
        BigInt *b = (BigInt *)o;
        vm->heap.bytes -= bigint_size(b);
        mpz_clear(b->z);
        break;
    }
    case KIND_LIST: {
        List *l = (List *)o;
        heap_array(vm, l->items, l->cap * sizeof(Value), 0);
        break;
    }
    case KIND_DICT: {
        Dict *d = (Dict *)o;
        heap_array(vm, d->entries, d->cap * sizeof(DictEntry), 0);
        heap_array(vm, d->index, d->index_size * sizeof(uint32_t), 0);
        break;
    }
    case KIND_SET: {
        Set *s = (Set *)o;
        if (s->table) heap_array(vm, s->table, ((size_t)s->mask + 1) * sizeof(SetEntry), 0);
        break;
    }
    case KIND_GENERATOR: {
        Generator *g = (Generator *)o;
        if (g->frame) frame_free(vm, g->frame);
        break;
    }
    case KIND_CLASS: class_release((Class *)o); break;
    case KIND_RECORD: {
        Record *r = (Record *)o;
        if (r->of && r->of->free) r->of->free(r->payload);
        break;
    }
    default: break;
    }
    if (o->flags & OBJ_HAS_ATTRS) obj_attrs_drop(vm, o);
}

/* --- marking ------------------------------------------------------------------------- */

const Payload plain_payload = {.free = mem_free};

static void mark_new(VM *vm, Obj *o) {
    o->mark = vm->heap.live_mark;
    vec_push(&vm->heap.gray, o);
}

static inline void mark_obj(VM *vm, Obj *o) {
    if (o && o->mark != vm->heap.live_mark) mark_new(vm, o);
}

void heap_mark_obj(VM *vm, void *o) {
    mark_obj(vm, o);
}

void heap_mark(VM *vm, Value v) {
    if (is_obj(v)) mark_obj(vm, as_obj(v));
}

static void mark_values(VM *vm, const Value *v, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (is_obj(v[i])) mark_obj(vm, as_obj(v[i]));
}

static void mark_frame(VM *vm, Frame *f) {
    heap_mark_obj(vm, f->globals);
    heap_mark_obj(vm, f->names);
    heap_mark_obj(vm, f->function);
    heap_mark_obj(vm, f->gen);
    heap_mark(vm, f->handled);
    if (frame_keeps(f)) mark_values(vm, f->keep, 2);
    if (f->traced) heap_mark_obj(vm, f->left);
    mark_values(vm, f->slots, (size_t)(f->sp - f->slots));
}

void heap_mark_frames(VM *vm, Frame *top) {
    for (Frame *f = top; f; f = f->back) mark_frame(vm, f);
}

static void mark_dict(VM *vm, Dict *d) {
    for (uint32_t i = 0; i < d->filled; i++) {
        heap_mark(vm, d->entries[i].key);
        heap_mark(vm, d->entries[i].value);
    }
}

static void mark_set(VM *vm, Set *s) {
    if (!s->table) return;
    for (uint32_t i = 0; i <= s->mask; i++) heap_mark(vm, s->table[i].key);
}

static void mark_class(VM *vm, Class *c) {
    const Value own[] = {c->name, c->qualname, c->module, c->slots, c->maker};
    mark_values(vm, own, 5);
    heap_mark_obj(vm, c->bases);
    heap_mark_obj(vm, c->mro);
    heap_mark_obj(vm, c->attrs);
}

static void mark_function(VM *vm, Function *f) {
    const Value own[] = {f->defaults, f->keyword_defaults, f->closure,    f->name, f->qualname,
                         f->doc,      f->module,           f->annotations};
    mark_values(vm, own, 8);
    heap_mark_obj(vm, f->globals);
}

static void mark_exception(VM *vm, Exception *e) {
    const Value own[] = {e->args, e->cause, e->context, e->traceback, e->kept, e->notes, e->held};
    mark_values(vm, own, 7);
    mark_values(vm, e->extra, 5);
    heap_mark_obj(vm, e->attrs);
}

void heap_mark_children(VM *vm, Obj *o) {
    heap_mark_obj(vm, o->cls);
    if (o->flags & OBJ_HAS_ATTRS) heap_mark_obj(vm, obj_attrs(vm, o, false));
    switch ((Kind)o->kind) {
    case KIND_INSTANCE: {
        Instance *i = (Instance *)o;
        mark_values(vm, i->slots, i->shape ? i->shape->count : 1);
        break;
    }
    case KIND_CLASS: mark_class(vm, (Class *)o); break;
    case KIND_BOXED: heap_mark(vm, ((Boxed *)o)->inner); break;
    case KIND_LIST: mark_values(vm, ((List *)o)->items, ((List *)o)->len); break;
    case KIND_TUPLE: mark_values(vm, ((Tuple *)o)->items, ((Tuple *)o)->len); break;
    case KIND_DICT: mark_dict(vm, (Dict *)o); break;
    case KIND_SET: mark_set(vm, (Set *)o); break;
    case KIND_RANGE: mark_values(vm, &((Range *)o)->start, 4); break;
    case KIND_SLICE: mark_values(vm, &((Slice *)o)->start, 3); break;
    case KIND_DICT_VIEW: heap_mark_obj(vm, ((DictView *)o)->dict); break;
    case KIND_ITER:
        heap_mark(vm, ((Iter *)o)->source);
        heap_mark(vm, ((Iter *)o)->inner);
        break;
    case KIND_FUNCTION: mark_function(vm, (Function *)o); break;
    case KIND_NATIVE:
        heap_mark(vm, ((Native *)o)->self);
        heap_mark(vm, ((Native *)o)->module);
        heap_mark_obj(vm, ((Native *)o)->owner);
        break;
    case KIND_METHOD: mark_values(vm, &((Method *)o)->function, 2); break;
    case KIND_CELL: heap_mark(vm, ((Cell *)o)->value); break;
    case KIND_GENERATOR: {
        Generator *g = (Generator *)o;
        mark_values(vm, &g->name, 3);
        if (g->frame) mark_frame(vm, g->frame);
        break;
    }
    case KIND_EXCEPTION: mark_exception(vm, (Exception *)o); break;
    case KIND_TRACEBACK:
        heap_mark(vm, ((Traceback *)o)->next);
        heap_mark(vm, ((Traceback *)o)->held);
        break;
    case KIND_MODULE:
        heap_mark(vm, ((ModuleObj *)o)->name);
        heap_mark_obj(vm, ((ModuleObj *)o)->attrs);
        break;
    case KIND_PROPERTY: mark_values(vm, &((Property *)o)->getter, 5); break;
    case KIND_WRAPPED: heap_mark(vm, ((Wrapped *)o)->function); break;
    case KIND_SUPER:
        heap_mark_obj(vm, ((Super *)o)->after);
        heap_mark_obj(vm, ((Super *)o)->start);
        heap_mark(vm, ((Super *)o)->self);
        break;
    case KIND_RECORD: {
        Record *r = (Record *)o;
        mark_values(vm, r->slots, r->n);
        if (r->of && r->of->mark) r->of->mark(vm, r->payload);
        break;
    }
    case KIND_STR:
    case KIND_BYTES:
    case KIND_BIGINT:
    case KIND_COUNT: break;
    }
}

static void mark_interned(void *data, Str *s) {
    heap_mark_obj(data, s);
}

static void mark_code(VM *vm, Code *c) {
    c->spare = NULL;
    heap_mark_obj(vm, c->name);
    heap_mark_obj(vm, c->qualname);
    mark_values(vm, c->consts, c->const_count);
    heap_mark(vm, c->docstring);
    heap_mark(vm, c->object);
    /* An inline cache must not outlive what it knows: it forgets at each collection what the
     * marking alone would not keep. */
    for (uint32_t i = 0; i < c->site_count; i++) {
        c->sites[i].key = NULL;
        c->sites[i].value = V_UNDEF;
    }
}

void heap_mark_roots(VM *vm) {
    heap_mark_frames(vm, vm->frame);
    fibers_mark(vm);
    for (Code *c = vm->codes; c; c = c->next) mark_code(vm, c);
    for (int i = 0; i < TYPE_COUNT; i++) heap_mark_obj(vm, vm->types[i]);
    for (int i = 0; i < 256; i++) heap_mark_obj(vm, vm->chars[i]);
    for (int i = 0; i < NAME_COUNT; i++) heap_mark_obj(vm, vm->names[i]);
    for (int i = 0; i < SPECIAL_COUNT; i++) heap_mark_obj(vm, vm->special_names[i]);
    mark_values(vm, vm->twins, TWIN_COUNT);
    mark_values(vm, vm->state_roots, STATE_COUNT);
    mark_values(vm, vm->to_finalize.items, vm->to_finalize.len);
    mark_values(vm, vm->printing.items, vm->printing.len);
    /* Not vm->tail: what it asks for is begun before anything is collected. */
    const Value own[] = {vm->error,           vm->main_module, vm->build_class,
                         vm->current_context, vm->ended_with,  vm->passed};
    mark_values(vm, own, sizeof own / sizeof own[0]);
    heap_mark_obj(vm, vm->builtins);
    heap_mark_obj(vm, vm->modules);
    heap_mark_obj(vm, vm->core);
    heap_mark_obj(vm, vm->empty_tuple);
    if (vm->interns) interns_each(vm->interns, mark_interned, vm);
    memset(vm->spare_coroutines, 0, sizeof vm->spare_coroutines); /* nobody holds them: they go */
}

static void trace(VM *vm) {
    while (vm->heap.gray.len > 0) heap_mark_children(vm, vm->heap.gray.items[--vm->heap.gray.len]);
}

static void mark_all(VM *vm) {
    vm->heap.live_mark = (uint8_t)(3 - vm->heap.live_mark);
    heap_mark_roots(vm);
    trace(vm);
}

/* A generator inside a try or with, and an object with __del__, get a last turn: they are
 * kept for this time and queued. */
static void find_dead(VM *vm) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < vm->finalizable.len; i++) {
        Obj *o = vm->finalizable.items[i];
        if (o->mark == vm->heap.live_mark) vm->finalizable.items[kept++] = o;
        else if (obj_dies_loudly(vm, o)) vec_push(&vm->to_finalize, from_obj(o));
    }
    vm->finalizable.len = kept;
    tethers_collected(vm);
    mark_values(vm, vm->to_finalize.items, vm->to_finalize.len);
    trace(vm);
}

void heap_each(VM *vm, void (*each)(void *data, Obj *o), void *data) {
    for (Page *p = vm->heap.pages; p; p = p->next) {
        char *cell = page_cells(p);
        for (uint32_t i = 0; i < p->count; i++, cell += p->cell_size)
            if (((Obj *)(void *)cell)->kind != KIND_FREE) each(data, (Obj *)(void *)cell);
    }
    for (uint32_t i = 0; i < vm->heap.large.len; i++) each(data, vm->heap.large.items[i].obj);
}

/* --- sweeping ------------------------------------------------------------------------ */

static void sweep_pages(VM *vm) {
    uint8_t live = vm->heap.live_mark;
    memset(vm->heap.free, 0, sizeof vm->heap.free);
    for (Page *p = vm->heap.pages; p; p = p->next) {
        uint32_t index = p->cell_size / CELL_STEP;
        FreeCell *list = vm->heap.free[index];
        char *cell = page_cells(p);
        for (uint32_t i = 0; i < p->count; i++, cell += p->cell_size) {
            FreeCell *f = (FreeCell *)(void *)cell;
            if (f->obj.kind != KIND_FREE) {
                if (f->obj.mark == live) continue;
                release(vm, &f->obj);
                vm->heap.bytes -= p->cell_size;
                f->obj.kind = KIND_FREE;
            }
            f->next = list;
            list = f;
        }
        vm->heap.free[index] = list;
    }
}

/* Dead classes leave the lists of their bases while the tuples of bases are still whole. */
static void unlink_classes(VM *vm) {
    for (Page *p = vm->heap.pages; p; p = p->next) {
        if (p->cell_size < sizeof(Class) || p->cell_size >= sizeof(Class) + CELL_STEP) continue;
        char *cell = page_cells(p);
        for (uint32_t i = 0; i < p->count; i++, cell += p->cell_size) {
            Obj *o = (Obj *)(void *)cell;
            if (o->kind == KIND_CLASS && o->mark != vm->heap.live_mark) class_unlink(vm, (Class *)o);
        }
    }
}

static void sweep_large(VM *vm) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < vm->heap.large.len; i++) {
        Large *l = &vm->heap.large.items[i];
        if (l->obj->mark == vm->heap.live_mark) {
            vm->heap.large.items[kept++] = *l;
            continue;
        }
        vm->heap.bytes -= l->size;
        release(vm, l->obj);
        free(l->obj);
    }
    vm->heap.large.len = kept;
}

/* `before`: what there was, dead or alive. A heap that only grows is left to grow for longer. */
static void plan_next(VM *vm, size_t before) {
    enum { LITTLE = 8 }; /* as a part of it */
    Heap *h = &vm->heap;
    h->live = h->bytes;
    size_t next = before - h->live < before / LITTLE ? h->live * 4 : h->live * 2;
    if (next < FIRST_COLLECT) next = FIRST_COLLECT;
    if (h->cap && next > h->cap) next = h->live + h->live / 16 > h->cap ? h->live + h->live / 16 : h->cap;
    h->planned = next;
    if (h->next_collect) h->next_collect = next; /* what 0 says must still be heard */
}

void heap_collect(VM *vm) {
    size_t before = vm->heap.bytes;
    vm->heap.collections++;
    mark_all(vm);
    find_dead(vm);
    frames_let_go(vm);
    unlink_classes(vm);
    sweep_large(vm);
    sweep_pages(vm);
    plan_next(vm, before);
}

/* At every allocation, until that has cost as much as a test may: a program that goes on
 * allocating would take the square of its time. From then on only when the heap has grown or
 * shrunk by a part of itself, so that the collections cost a constant a byte. */
bool heap_stress_is_due(VM *vm) {
    const uint64_t work = (uint64_t)2 << 30;
    enum { PART = 16 };
    Heap *h = &vm->heap;
    if (h->bytes == h->live) return false;
    size_t change = h->bytes > h->live ? h->bytes - h->live : h->live - h->bytes;
    if (h->stress_work > work && change < h->live / PART) return false;
    h->stress_work += h->live;
    return true;
}

void heap_init(VM *vm) {
    Heap *h = &vm->heap;
    h->live_mark = 1;
    h->cap = vm->options.memory_cap;
    h->hard_cap = h->cap ? h->cap * 2 + 64u * 1024 * 1024 : SIZE_MAX;
    h->next_collect = h->planned = FIRST_COLLECT;
}

void heap_deinit(VM *vm) {
    vm->heap.live_mark = 3; /* nothing has it: everything goes */
    sweep_large(vm);
    for (Page *p = vm->heap.pages; p;) {
        Page *next = p->next;
        char *cell = page_cells(p);
        for (uint32_t i = 0; i < p->count; i++, cell += p->cell_size)
            if (((Obj *)(void *)cell)->kind != KIND_FREE) release(vm, (Obj *)(void *)cell);
        p = next;
    }
    frames_let_go(vm);
    slabs_deinit(&vm->heap.slabs);
    vec_deinit(&vm->heap.large);
    vec_deinit(&vm->heap.gray);
}
