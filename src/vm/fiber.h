/* Fibers: further stacks of frames in one machine, of which one runs at a time. A step of a frame
 * in C may switch, and only when the interpreter has called it (that is, not in its first step):
 * it then returns vm_pause. */
#ifndef TOQUE_VM_FIBER_H
#define TOQUE_VM_FIBER_H

#include "vm/frame.h"

typedef struct Fiber Fiber;

/* Begins with a frame in C, whose first step is taken at the first switch. It must never end:
 * its last step switches away, and whoever finds it done frees it. */
Fiber *fiber_new(VM *vm, NativeStep step, int n, const Value *slots);
void fiber_free(VM *vm, Fiber *f);    /* not the running one */
void fiber_switch(VM *vm, Fiber *to); /* NULL: the main one */
Fiber *fiber_running(VM *vm);         /* NULL: the main one */

#endif
