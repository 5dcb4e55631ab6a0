#include "vm/touch.h"

#include "vm/vm_internal.h"

const uint8_t tether_touches[OP_COUNT] = {
    [OP_NOP] = TOUCH_NOTHING,
    [OP_REACH] = TOUCH_NOTHING,
    [OP_DUP] = TOUCH_NOTHING,
    [OP_DUP2] = TOUCH_NOTHING,
    [OP_COPY] = TOUCH_NOTHING,
    [OP_SWAP] = TOUCH_NOTHING,
    [OP_ROT3] = TOUCH_NOTHING,
    [OP_ROT4] = TOUCH_NOTHING,
    [OP_LOAD_CONST] = TOUCH_NOTHING,
    [OP_LOAD_FAST] = TOUCH_NOTHING,
    [OP_LOAD_CLOSURE] = TOUCH_NOTHING,
    [OP_LOAD_DEREF] = TOUCH_NOTHING,
    [OP_LOAD_GLOBAL] = TOUCH_NOTHING,
    [OP_LOAD_NAME] = TOUCH_NOTHING,
    [OP_JUMP] = TOUCH_NOTHING,
    [OP_JUMP_BACK] = TOUCH_NOTHING,
    [OP_GET_ANEXT] = TOUCH_NOTHING,
    [OP_SEND] = TOUCH_NOTHING,
    [OP_LOAD_FAST_LOAD_FAST] = TOUCH_NOTHING,
    [OP_LOAD_FAST_LOAD_CONST] = TOUCH_NOTHING,
    [OP_LOAD_FAST_LOAD_ATTR] = TOUCH_NOTHING,
    [OP_BINARY_OP] = TOUCH_TWO,
    [OP_INPLACE_OP] = TOUCH_TWO,
    [OP_COMPARE_OP] = TOUCH_TWO,
    [OP_COMPARE_JUMP_FALSE] = TOUCH_TWO,
    [OP_COMPARE_JUMP_TRUE] = TOUCH_TWO,
    [OP_CONTAINS_OP] = TOUCH_TWO,
    [OP_IS_OP] = TOUCH_TWO,
    [OP_LOAD_SUBSCR] = TOUCH_TWO,
    [OP_STORE_ATTR] = TOUCH_TWO,
    [OP_DELETE_SUBSCR] = TOUCH_TWO,
    [OP_POP] = TOUCH_ONE,
    [OP_LOAD_ATTR] = TOUCH_ONE,
    [OP_LOAD_METHOD] = TOUCH_ONE,
    [OP_POP_JUMP_IF_FALSE] = TOUCH_ONE,
    [OP_POP_JUMP_IF_TRUE] = TOUCH_ONE,
    [OP_POP_JUMP_IF_NONE] = TOUCH_ONE,
    [OP_POP_JUMP_IF_NOT_NONE] = TOUCH_ONE,
    [OP_GET_ITER] = TOUCH_ONE,
    [OP_FOR_ITER] = TOUCH_ONE,
    [OP_GET_AWAITABLE] = TOUCH_ONE,
    [OP_POP_EXCEPT] = TOUCH_HANDLED,
    [OP_STORE_FAST] = TOUCH_SLOT,
    [OP_MAKE_CELL] = TOUCH_SLOT,
    [OP_DELETE_FAST] = TOUCH_SLOT,
    [OP_CLEAR_FAST] = TOUCH_SLOT,
    [OP_STORE_DEREF] = TOUCH_CELL,
    [OP_DELETE_DEREF] = TOUCH_CELL,
    [OP_STORE_FAST_LOAD_FAST] = TOUCH_SLOT,
    [OP_STORE_FAST_STORE_FAST] = TOUCH_TWO_SLOTS,
    [OP_FOR_ITER_STORE_FAST] = TOUCH_TOP_AND_SLOT,
    [OP_STORE_GLOBAL] = TOUCH_GLOBALS,
    [OP_DELETE_GLOBAL] = TOUCH_GLOBALS,
    [OP_STORE_NAME] = TOUCH_NAMES,
    [OP_DELETE_NAME] = TOUCH_NAMES,
    [OP_BUILD_TUPLE] = TOUCH_ARGUMENTS,
    [OP_BUILD_LIST] = TOUCH_ARGUMENTS,
    [OP_BUILD_SET] = TOUCH_ARGUMENTS,
    [OP_BUILD_MAP] = TOUCH_PAIRS,
    [OP_CALL] = TOUCH_ARGUMENTS,
    [OP_CALL_METHOD] = TOUCH_ARGUMENTS,
    [OP_CALL_KW] = TOUCH_ARGUMENTS,
    [OP_CALL_METHOD_KW] = TOUCH_ARGUMENTS,
    [OP_YIELD_VALUE] = TOUCH_STEP,
    [OP_ASYNC_YIELD] = TOUCH_STEP,
    [OP_RETURN_VALUE] = TOUCH_FRAME,
    [OP_RETURN_GENERATOR] = TOUCH_FRAME, /* it goes on on the heap */
};

static bool is_link_among(const Value *v, const Value *end) {
    for (; v < end; v++)
        if (tether_has_link(*v)) return true;
    return false;
}

static bool is_link_on_top(const Frame *f, uint32_t n) {
    const Value *bottom = f->slots + f->code->slot_count;
    return is_link_among((size_t)(f->sp - bottom) > n ? f->sp - n : bottom, f->sp);
}

static bool dict_is_link(const Dict *d) {
    return d && d->obj.flags & OBJ_IN_TETHER;
}

static bool step_is_link(const Frame *f) {
    return f->then != THEN_PUSH && (tether_has_link(f->keep[0]) || tether_has_link(f->keep[1]));
}

/* In which slot they are says in which order they end: chains that have moved are fastened anew. */
static bool frame_ends(VM *vm, const Frame *f) {
    if (!is_link_among(f->slots, f->sp) && !tether_has_link(f->handled) && !step_is_link(f)) return false;
    tethers_check(vm);
    return true;
}

bool tethers_touched(VM *vm, const Frame *f) {
    uint32_t word = *f->ip;
    switch ((Touch)tether_touches[OP_OF(word)]) {
    case TOUCH_NOTHING: return false;
    case TOUCH_ONE: return tether_has_link(f->sp[-1]);
    case TOUCH_TWO: return is_link_on_top(f, 2);
    case TOUCH_THREE: return is_link_on_top(f, 3);
    case TOUCH_SLOT: return tether_has_link(f->slots[ARG_OF(word)]);
    case TOUCH_TWO_SLOTS:
        return tether_has_link(f->slots[ARG_OF(word)]) || tether_has_link(f->slots[ARG_OF(f->ip[1])]);
    case TOUCH_TOP_AND_SLOT: return tether_has_link(f->sp[-1]) || tether_has_link(f->slots[ARG_OF(f->ip[1])]);
    case TOUCH_CELL: return tether_has_link(f->slots[ARG_OF(word)]) || is_link_on_top(f, 1);
    case TOUCH_GLOBALS: return dict_is_link(f->globals) || is_link_on_top(f, 1);
    case TOUCH_NAMES: return dict_is_link(f->names ? f->names : f->globals) || is_link_on_top(f, 1);
    case TOUCH_ARGUMENTS: return is_link_on_top(f, ARG_OF(word) + 3);
    case TOUCH_PAIRS: return is_link_on_top(f, 2 * ARG_OF(word));
    case TOUCH_HANDLED: return tether_has_link(f->handled) || is_link_on_top(f, 1);
    case TOUCH_STEP: return step_is_link(f);
    case TOUCH_FRAME: return frame_ends(vm, f);
    }
    return true;
}
