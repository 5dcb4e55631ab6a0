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

#include "vm/frame.h"

/* One step of a chain: the place in a holder that holds the next. Without a frame and a holder the chain
 * hangs on a root. */
typedef struct Link {
    Frame *frame; /* a running one, of no generator; or NULL */
    Obj *holder;
    uint32_t at; /* where: of a frame or a container; of others not known */
} Link;

enum { LINKS_MAX = 12 };

typedef struct Tether {
    Obj *object;
    uint32_t n;   /* links that are known, the object's own holder first; what is above is believed */
    bool is_held; /* the chain was whole when it was last looked at */
    Link links[LINKS_MAX];
} Tether;

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

/* Where an instruction finds what it lets go of. */
typedef enum Touch {
    TOUCH_THREE, /* on the top of the stack */
    TOUCH_TWO,
    TOUCH_ONE,
    TOUCH_NOTHING,
    TOUCH_SLOT,
    TOUCH_TWO_SLOTS,
    TOUCH_TOP_AND_SLOT, /* the next word's */
    TOUCH_GLOBALS,
    TOUCH_NAMES,
    TOUCH_ARGUMENTS,
    TOUCH_STEP, /* the awaitable that the generator runs for */
    TOUCH_FRAME,
} Touch;

extern const uint8_t tether_touches[OP_COUNT];
static inline bool tether_has_link(Value v) {
    return is_obj(v) && as_obj(v)->flags & (OBJ_IN_TETHER | OBJ_FOLLOWED);
}

/* The most common ones at once: false where more has to be looked at. */
static inline bool tether_is_clear(uint32_t word, const Value *slots, const Value *sp) {
    switch (tether_touches[OP_OF(word)]) {
    case TOUCH_NOTHING: return true;
    case TOUCH_ONE: return !tether_has_link(sp[-1]);
    case TOUCH_TWO: return !tether_has_link(sp[-1]) && !tether_has_link(sp[-2]);
    case TOUCH_SLOT: return !tether_has_link(slots[ARG_OF(word)]);
    default: return false;
    }
}

/* Whether the next instruction of `f` may let go of a link; everything of the frame is saved. */
bool tethers_touched(VM *vm, const Frame *f);
/* Looks for those that have died: they are queued for their last turn (VM.to_finalize). */
void tethers_check(VM *vm);
/* The same where a generator's frame has ended, and `result` goes on to whoever resumed it. */
void tethers_frame_ended(VM *vm, Value result);
/* The collector has marked what lives: chains over what is dead are forgotten. */
void tethers_collected(VM *vm);
/* An error ends the frame `f`, or cuts its stack to `end`: what CPython's traceback would go on holding,
 * which has the whole frame, is held. */
void tethers_unwind(VM *vm, const Frame *f, const Value *end, const Value *sp, bool is_last);
void tethers_step_failed(VM *vm, const Frame *f); /* a frame in C */
/* Whether somebody holds it: a search through what lives. */
bool obj_is_held(VM *vm, Obj *o);
/* Moves those to the front that CPython would not have freed by now; how many there are. */
uint32_t objs_unfreed(VM *vm, Value *objects, uint32_t n);

#endif
