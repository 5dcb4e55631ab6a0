/* Tethers: by what an object hangs on the program, of which the program would see that it dies.
 *
 * CPython counts references: a generator inside of a try, an open async generator or an object with
 * __del__ ends at the instruction that lets go of it. Here nobody counts. Instead each such object is
 * followed: one chain of holders is known, from a frame that runs, a task or a root down to it. As long
 * as the chain is whole the object lives. Whoever is about to touch a link of a chain says so; then the
 * chains are looked at, and for one that is torn another is looked for. Without any, the object has died.
 *
 * All of it costs only while such an object lives: then the interpreter looks at what an instruction will let
 * go of before it does it (interp.c, `watched`), and after one that let go of a link at the chains (`torn`). */
#ifndef TOQUE_VM_TETHER_H
#define TOQUE_VM_TETHER_H

#include "vm/chain.h"

typedef struct Tethers {
    VEC(Tether) list;  /* some of them over */
    uint32_t live;     /* of them, not over */
    bool may_be_torn;  /* a link was touched */
    bool seen;         /* there was one: it may be held still when it is over */
    uint64_t searched; /* objects, in all searches */
} Tethers;

/* Which code the interpreter runs for an instruction: its own, or what looks first. */
typedef enum Dispatch { DISPATCH_PLAIN, DISPATCH_WATCHED, DISPATCH_TORN, DISPATCH_COUNT } Dispatch;

void tethers_dispatch(VM *vm);   /* chooses */
void tethers_tear(VM *vm);       /* a link was touched, or may have been */
void tether_add(VM *vm, Obj *o); /* from now on it is followed */
void tether_end(VM *vm, Obj *o); /* nobody would see any more that it dies */
static inline void tether_over(VM *vm, Obj *o) {
    if (o->flags & OBJ_FOLLOWED) tether_end(vm, o);
}

/* Looks for those that have died: they are queued for their last turn (VM.to_finalize). */
void tethers_check(VM *vm);
/* The same where a generator's frame has ended, and `result` goes on to whoever resumed it. */
void tethers_frame_ended(VM *vm, Value result);
/* The collector has marked what lives: chains over what is dead are forgotten. */
void tethers_collected(VM *vm);
/* An error ends the frame `f`, or cuts its stack to `end`: what CPython's traceback would go on holding,
 * which has the whole frame, is held. */
void tethers_unwind(VM *vm, Frame *f, const Value *end, const Value *sp, bool is_last);
void tethers_step_failed(VM *vm, const Frame *f); /* a frame in C */
void frame_traced_ends(VM *vm, Frame *f); /* one that has caught an error, of which a traceback tells */
/* Whether somebody holds it: a search through what lives. */
bool obj_is_held(VM *vm, Obj *o);
/* Moves those to the front that CPython would not have freed by now; how many there are. */
uint32_t objs_unfreed(VM *vm, Value *objects, uint32_t n);

#endif
