#include "vm/fiber.h"

#include "vm/vm_internal.h"

#include <stdlib.h>

static FiberState *state_of(VM *vm, Fiber *f) {
    return f ? &f->state : &vm->main_fiber;
}

static FiberState taken(const VM *vm) {
    return (FiberState){vm->frame, vm->stack, vm->depth, vm->c_depth, vm->current_context};
}

static void put(VM *vm, const FiberState *s) {
    vm->frame = s->frame;
    vm->stack = s->stack;
    vm->depth = s->depth;
    vm->c_depth = s->c_depth;
    vm->current_context = s->context;
}

Fiber *fiber_new(VM *vm, NativeStep step, int n, const Value *slots) {
    FiberState was = taken(vm);
    Fiber *f = mem_zalloc(sizeof *f);
    put(vm, &(FiberState){.context = V_NONE});
    Frame *frame = frame_push_native(vm, step, (uint32_t)n);
    memcpy(frame->slots, slots, (size_t)n * sizeof(Value));
    f->state = taken(vm);
    put(vm, &was);
    vec_push(&vm->fibers, f);
    return f;
}

void fiber_free(VM *vm, Fiber *f) {
    for (uint32_t i = 0; i < vm->fibers.len; i++)
        if (vm->fibers.items[i] == f) vm->fibers.items[i] = vm->fibers.items[--vm->fibers.len];
    stack_free(f->state.stack);
    mem_free(f);
}

void fiber_switch(VM *vm, Fiber *to) {
    *state_of(vm, vm->fiber) = taken(vm);
    put(vm, state_of(vm, to));
    vm->fiber = to;
}

Fiber *fiber_running(VM *vm) {
    return vm->fiber;
}

void fibers_mark(VM *vm) {
    for (uint32_t i = 0; i <= vm->fibers.len; i++) {
        Fiber *f = i < vm->fibers.len ? vm->fibers.items[i] : NULL;
        if (f == vm->fiber) continue; /* its state is the machine's own */
        heap_mark_frames(vm, state_of(vm, f)->frame);
        heap_mark(vm, state_of(vm, f)->context);
    }
}

void fibers_free(VM *vm) {
    /* The running stack is the machine's; the others are their own. */
    if (vm->fiber) stack_free(vm->main_fiber.stack);
    for (uint32_t i = 0; i < vm->fibers.len; i++) {
        if (vm->fibers.items[i] != vm->fiber) stack_free(vm->fibers.items[i]->state.stack);
        mem_free(vm->fibers.items[i]);
    }
    vec_deinit(&vm->fibers);
}
