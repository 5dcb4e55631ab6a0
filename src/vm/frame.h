/* Frames: the state of one running function, in values and never on C's stack.
 *
 * The frame of a call lies on the VM's frame stack, that of a generator on the heap with its
 * generator. `then` says what becomes of the value that the frame returns (or yields): the
 * C code that asked for the call is long gone by then. A frame without code is one of ours
 * in C: whenever the call that it asked for ends, its step runs again. */
#ifndef TOQUE_VM_FRAME_H
#define TOQUE_VM_FRAME_H

#include "vm/object.h"

typedef enum Then {
    THEN_PUSH,     /* the value is the result of the call: push it in the caller */
    THEN_DROP,     /* nobody wants it (a finaliser) */
    THEN_INIT,     /* __init__: must be None; push keep[0], the new object */
    THEN_BINARY,   /* an operator: NotImplemented asks the other operand */
    THEN_COMPARE,  /* the same for a comparison */
    THEN_TRUTH,    /* __bool__ or __len__: push True or False */
    THEN_NOT,      /* the same, negated */
    THEN_CONTAINS, /* __contains__: push its truth, negated if keep[0] is true */
    THEN_NEXT,     /* __next__ in a for: StopIteration ends the loop */
    THEN_SENT,     /* __next__, send or throw of an iterator under SEND */
    THEN_AITER,    /* __aiter__: must have __anext__ */
    THEN_UNDER,    /* push it, and keep[0] above it */
    THEN_REDO,     /* push it (with redo) */
    /* Of a generator's frame, by who resumed it: */
    THEN_FOR,              /* FOR_ITER: a yield is the next value, a return ends the loop */
    THEN_SEND,             /* SEND: a yield goes on up, a return is the result */
    THEN_RESUME,           /* next(), send(), throw(): a return is StopIteration */
    THEN_TURN,             /* a frame in C: a return is V_STOP, its value vm_returned */
    THEN_CLOSE,            /* close(): a yield is an error */
    THEN_ASYNC_SEND,       /* an async generator's step under SEND */
    THEN_ASYNC_RESUME,     /* the same by hand */
    THEN_ASYNC_CLOSE_SEND, /* aclose() under SEND */
    THEN_ASYNC_CLOSE_RESUME,
} Then;

/* Continues a frame of C with the result of the call that it asked for (V_ERROR: vm->error is
 * set and may be handled). It returns a value (the frame's own result), V_ERROR, or what
 * vm_tail returned, to ask for a further call. State is kept in slots. */
typedef Value (*NativeStep)(VM *vm, Frame *frame, Value result);
/* Asks for a frame of C (V_TAIL). Its first step gets V_UNDEF. */
Value vm_tail_step(VM *vm, NativeStep step, int n, const Value *slots);

/* A step that has worked for long without Python returns this: the collector and the budget get
 * their chance, then the step goes on with V_UNDEF. */
Value vm_pause(VM *vm);

/* A coroutine written in C. Its step is like that of a frame in C, but it may also wait:
 * `return vm_yield(vm, v)` hands v to whoever drives it, and the step goes on with what is sent
 * (V_ERROR: vm->error was thrown). A value that it returns is the coroutine's result. */
Value coroutine_new(VM *vm, Str *name, Str *qualname, NativeStep step, int n, const Value *slots);
Value vm_yield(VM *vm, Value v);
/* The call that runs now stands under `await` (or `async with`): nobody else will see its result.
 * What needs no waiting then needs no coroutine either. */
bool vm_is_awaited(VM *vm);
/* With V_STOP from a coroutine or another awaitable: what it returned. */
Value vm_returned(VM *vm);
Value vm_return_stop(VM *vm, Value v); /* V_STOP with that value */

struct Frame {
    Frame *back;
    Code *code;         /* NULL in a frame of C */
    const uint32_t *ip; /* the next word; in the running frame: saved when it is left */
    Value *sp;          /* likewise: behind the top of the stack */
    Dict *globals;
    Dict *names; /* a class body's namespace, or NULL */
    Function *function;
    Generator *gen; /* whose frame this is, or NULL */
    NativeStep step;
    Value handled; /* the exception that this frame is handling, or V_NONE */
    Value keep[2]; /* for `then`; valid unless THEN_PUSH */
    List *left;    /* valid if `traced` */
    uint8_t then;
    uint8_t op;    /* for `then`: BinaryOp or CompareOp */
    uint8_t stage; /* how many ways were tried; state of a frame of C */
    bool in_place;
    bool redo;     /* with `then`: the caller's instruction is then done again */
    bool unpacked; /* this frame's next instruction finds on the stack what Python unpacked */
    bool decided;  /* likewise the truth of the value below */
    bool thrown;   /* it runs because something was thrown into it from the generator below */
    bool on_heap;  /* a generator's: not on the frame stack */
    bool traced;   /* a traceback will hold what its locals are in the end, as `left` */
    uint32_t size; /* bytes of the whole */
    Value slots[]; /* Code.slot_count locals, then the stack */
};

static inline Value *frame_stack(Frame *f) {
    return f->slots + f->code->slot_count;
}

#endif
