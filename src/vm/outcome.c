#include "vm/outcome.h"

#include "vm/generator.h"

Outcome outcome_raised(VM *vm, const Frame *f, Value *v) {
    if (f->then == THEN_NEXT && vm_error_is(vm, T_STOP_ITERATION)) {
        vm->error = V_UNDEF;
        return OUT_LOOP_END;
    }
    if (f->then == THEN_SENT && vm_error_is(vm, T_STOP_ITERATION)) {
        *v = AS(Exception, vm->error)->extra[0];
        if (*v == V_UNDEF) *v = V_NONE;
        vm->error = V_UNDEF;
        return OUT_SENT;
    }
    return OUT_ERROR;
}

static void say_what_raised(VM *vm, const Generator *g) {
    bool is_async = g->obj.cls == vm->types[T_ASYNC_GENERATOR];
    const char *which = vm_error_is(vm, T_STOP_ITERATION)                     ? "StopIteration"
                        : is_async && vm_error_is(vm, T_STOP_ASYNC_ITERATION) ? "StopAsyncIteration"
                                                                              : NULL;
    if (!which) return;
    Value cause = vm->error;
    vm->error = V_UNDEF;
    vm_raise(vm, T_RUNTIME_ERROR, "%s raised %s", generator_kind(vm, g), which);
    Exception *e = AS(Exception, vm->error);
    e->cause = e->context = cause;
    e->suppress_context = true;
}

Outcome outcome_generator_raised(VM *vm, const Generator *g, Then then, Value *v) {
    bool closing = then == THEN_CLOSE || then == THEN_ASYNC_CLOSE_SEND || then == THEN_ASYNC_CLOSE_RESUME;
    if (closing && vm_error_is(vm, T_GENERATOR_EXIT)) {
        vm->error = V_UNDEF;
        *v = V_NONE;
        if (then == THEN_CLOSE) return OUT_VALUE;
        if (then == THEN_ASYNC_CLOSE_SEND) return OUT_SENT;
        vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF);
        return OUT_ERROR;
    }
    say_what_raised(vm, g);
    return OUT_ERROR;
}

Outcome outcome_generator_returned(VM *vm, Then then, Value *v) {
    switch (then) {
    case THEN_FOR: return OUT_LOOP_END;
    case THEN_SEND: return OUT_SENT;
    case THEN_TURN: *v = vm_return_stop(vm, *v); return OUT_VALUE;
    case THEN_CLOSE: *v = V_NONE; return OUT_VALUE;
    case THEN_ASYNC_CLOSE_SEND: *v = V_NONE; return OUT_SENT;
    case THEN_ASYNC_CLOSE_RESUME: vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF); return OUT_ERROR;
    case THEN_ASYNC_SEND:
    case THEN_ASYNC_RESUME: vm_raise(vm, T_STOP_ASYNC_ITERATION, "%s", ""); return OUT_ERROR;
    default: vm_raise_value(vm, T_STOP_ITERATION, *v == V_NONE ? V_UNDEF : *v); return OUT_ERROR;
    }
}

Outcome outcome_generator_yielded(VM *vm, const Generator *g, Then then, Value *v, bool is_async) {
    if (then == THEN_CLOSE) {
        vm_raise(vm, T_RUNTIME_ERROR, "%s ignored GeneratorExit", generator_kind(vm, g));
        return OUT_ERROR;
    }
    if (!is_async) return OUT_VALUE;
    if (then == THEN_ASYNC_CLOSE_SEND || then == THEN_ASYNC_CLOSE_RESUME) {
        vm_raise(vm, T_RUNTIME_ERROR, "async generator ignored GeneratorExit");
        return OUT_ERROR;
    }
    if (then == THEN_ASYNC_SEND) return OUT_SENT;
    vm_raise_value(vm, T_STOP_ITERATION, *v);
    return OUT_ERROR;
}
