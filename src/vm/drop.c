/* What dies when nobody holds it any more. CPython counts references and ends an object at once; here
 * the collector would find it later. So where a program can see the difference (a generator inside of
 * a try, an open async generator, an object with __del__), whoever lets go of one looks for other
 * holders. */
#include "vm/drop.h"

#include "vm/containers.h"

/* Whether it is inside of something that wants to be tidied up. */
bool generator_has_cleanup(const Generator *g) {
    if (!g->frame || g->state == GEN_CLOSED || g->state == GEN_RUNNING) return false;
    if (g->state == GEN_CREATED || !g->frame->code) return false;
    return code_handler(g->frame->code, g->frame->ip) != NULL;
}

bool generator_dies_loudly(VM *vm, const Generator *g) {
    if (g->obj.cls == vm->types[T_COROUTINE] && g->state == GEN_CREATED) return true;
    if (g->obj.cls == vm->types[T_ASYNC_GENERATOR] && g->adopter != V_UNDEF)
        return (g->state == GEN_SUSPENDED || g->state == GEN_CREATED) && !g->closing;
    return generator_has_cleanup(g);
}

static void forget_finalizable(VM *vm, const Obj *o) {
    for (uint32_t i = 0; i < vm->finalizable.len; i++)
        if (vm->finalizable.items[i] == o) {
            vm->finalizable.items[i] = vm->finalizable.items[--vm->finalizable.len];
            return;
        }
}

bool obj_dies_loudly(VM *vm, const Obj *o) {
    if (o->kind == KIND_GENERATOR) return generator_dies_loudly(vm, (const Generator *)o);
    if (o->kind != KIND_RECORD) return o->cls->flags & CLASS_HAS_DEL;
    const Record *r = (const Record *)o;
    return r->of && r->of->dies_loudly && r->of->dies_loudly(o);
}

/* What the last calls from C have left behind holds nothing. */
static void forget_calls(VM *vm) {
    vm->tail.args.len = 0;
    vm->tail.callable = vm->tail.sent = vm->passed = V_NONE;
    vm->tail.gen = NULL;
}

bool finalize_dropped(VM *vm, Value v) {
    Obj *o = as_obj(v);
    if (!obj_dies_loudly(vm, o)) return false;
    forget_calls(vm);
    if (heap_is_reachable(vm, o)) return false;
    forget_finalizable(vm, o);
    vec_push(&vm->to_finalize, v);
    return true;
}

/* The same for async generators that only a local of a function held which now returns, or its
 * stack: those are noted before its frame is gone and dropped behind it. */
static bool is_open_asyncgen(VM *vm, Value v) {
    return is_kind(v, KIND_GENERATOR) && AS(Generator, v)->adopter != V_UNDEF &&
           generator_dies_loudly(vm, AS(Generator, v));
}

void drop_note_locals(VM *vm, const Frame *f) {
    for (uint32_t i = 0; f->code && i < f->code->slot_count; i++)
        if (is_open_asyncgen(vm, f->slots[i])) vec_push(&vm->noted, f->slots[i]);
}

static void drop_unheld(VM *vm) {
    heap_find_unheld(vm);
    for (uint32_t i = 0; i < vm->noted.len; i++) {
        Value v = vm->noted.items[i];
        if (!is_open_asyncgen(vm, v)) continue;
        forget_finalizable(vm, as_obj(v));
        vm->host.asyncgen_dropped(vm, v);
    }
    vm->noted.len = 0;
}

void drop_noted(VM *vm, Value result) {
    forget_calls(vm);
    vm->passed = result; /* which the search has to see */
    drop_unheld(vm);
    vm->passed = V_NONE;
}

/* Those that an error leaves behind: its traceback goes on holding what the locals of a frame held. */
static void hold_asyncgen(VM *vm, Value v) {
    if (!is_kind(v, KIND_GENERATOR) || AS(Generator, v)->adopter == V_UNDEF) return;
    Value traceback = AS(Exception, vm->error)->traceback;
    bool is_open = generator_dies_loudly(vm, AS(Generator, v));
    if (!is_kind(traceback, KIND_TRACEBACK)) {
        if (is_open) vec_push(&vm->noted, v);
        return;
    }
    Traceback *t = AS(Traceback, traceback);
    if (t->held == V_NONE) t->held = list_new(vm, 1);
    list_push(vm, AS(List, t->held), v);
    if (is_open) vec_push(&vm->doubted, as_obj(v));
}

/* What a comprehension walks is a local of the frame that it has in CPython, and stands here above
 * the container that is built. */
static bool is_walked_by_comprehension(Frame *f, const Value *v) {
    uint32_t word = (uint32_t)(f->ip - f->code->words) - 1;
    bool builds = v > frame_stack(f) && (is_list(v[-1]) || is_dict(v[-1]) || is_kind(v[-1], KIND_SET));
    for (uint32_t i = 0; builds && i < f->code->inline_count; i++)
        if (word >= f->code->inlines[i].start && word < f->code->inlines[i].end) return true;
    return false;
}

/* The stack of `f` is cut to `end`; without a handler for the error the frame ends. */
void drop_leave_stack(VM *vm, Frame *f, const Value *end, const Value *sp, bool is_last) {
    while (sp-- > end) {
        if (!is_kind(*sp, KIND_GENERATOR)) continue;
        if (is_walked_by_comprehension(f, sp)) hold_asyncgen(vm, *sp);
        else if (is_open_asyncgen(vm, *sp)) vec_push(&vm->noted, *sp);
    }
    for (uint32_t i = 0; is_last && i < f->code->slot_count; i++) hold_asyncgen(vm, f->slots[i]);
}

/* An error is gone that may have been the last to hold one. Beyond a certain work it is left to the
 * collector to find out. */
void vm_settle_doubts(VM *vm) {
    const uint64_t most = (uint64_t)512 << 20;
    if (vm->doubt_work > most) {
        vm->doubted.len = 0;
        return;
    }
    forget_calls(vm);
    drop_unheld(vm);
    vm->doubt_work += vm->heap.live;
}
