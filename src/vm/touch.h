/* What an instruction lets go of, as far as that may be a link of a chain (tether.h). */
#ifndef TOQUE_VM_TOUCH_H
#define TOQUE_VM_TOUCH_H

#include "vm/frame.h"

/* Where an instruction finds what it lets go of. */
typedef enum Touch {
    TOUCH_THREE, /* on the top of the stack */
    TOUCH_TWO,
    TOUCH_ONE,
    TOUCH_NOTHING,
    TOUCH_SLOT,
    TOUCH_TWO_SLOTS,
    TOUCH_TOP_AND_SLOT, /* the next word's */
    TOUCH_CELL,         /* and what goes into it, which it holds from then on; the next two likewise */
    TOUCH_GLOBALS,
    TOUCH_NAMES,
    TOUCH_ARGUMENTS,
    TOUCH_PAIRS,
    TOUCH_HANDLED, /* the exception that the frame handles */
    TOUCH_STEP,    /* the awaitable that the generator runs for */
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

#endif
