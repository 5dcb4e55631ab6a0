/* What dies when nobody holds it any more, where a program can see at which moment. Whoever lets go of
 * such an object looks through the heap for other holders; async generators that a frame lets go of are
 * noted first, and looked for when the frame is gone. */
#ifndef TOQUE_VM_DROP_H
#define TOQUE_VM_DROP_H

#include "vm/generator.h"

bool generator_has_cleanup(const Generator *g); /* it is inside of what wants to be tidied up */
/* Whether somebody would see that it dies: what it has to tidy up, or that it was never awaited. */
bool generator_dies_loudly(VM *vm, const Generator *g);
bool obj_dies_loudly(VM *vm, const Obj *o); /* the same for any object */

/* Ends what nobody holds any more (a search through the whole heap): true if it was so, and its last
 * turn comes at the next call or pause. */
bool finalize_dropped(VM *vm, Value v);
void vm_settle_doubts(VM *vm); /* when `doubted` has any, and somebody may have let go of them */

/* Async generators that only a local of the function held which now returns. */
void drop_note_locals(VM *vm, const Frame *f);
/* An error cuts the stack of `f` to `end`; without a handler for it the frame ends. */
void drop_leave_stack(VM *vm, Frame *f, const Value *end, const Value *sp, bool is_last);
/* The frame is gone; `result` goes on to its caller. */
void drop_noted(VM *vm, Value result);
static inline void drop_what_was_noted(VM *vm, Value result) {
    if (UNLIKELY(vm->noted.len)) drop_noted(vm, result);
}

#endif
