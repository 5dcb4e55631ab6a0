/* The uncommon cases of instructions: operators of the program's own classes, truth, what
 * becomes of a frame's result. All return a value, V_ERROR, or V_FRAME (Python runs first; what
 * then becomes of its result has been said). `caller` is the running frame, already saved. */
#ifndef TOQUE_VM_OPERATE_H
#define TOQUE_VM_OPERATE_H

#include "vm/vm_internal.h"

Value operate_binary(VM *vm, Frame *caller, BinaryOp op, bool in_place, Value a, Value b);
Value operate_compare(VM *vm, Frame *caller, CompareOp op, Value a, Value b);
Value operate_unary(VM *vm, Frame *caller, UnaryOp op, Value a);
/* True or False; `negate`: not. */
Value operate_truth(VM *vm, Frame *caller, Value v, bool negate);
Value operate_contains(VM *vm, Frame *caller, Value container, Value v, bool negate);
Value operate_getitem(VM *vm, Value o, Value i);
Value operate_setitem(VM *vm, Value o, Value i, Value v); /* v V_UNDEF: delete */
/* __aiter__ and __anext__ of `async for`. */
Value operate_aiter(VM *vm, Frame *caller, Value o);
Value operate_anext(VM *vm, Value o);
Value operate_iter(VM *vm, Value o);
Value operate_format(VM *vm, Value v, uint32_t how, Value spec);

/* The pieces of an f-string, all str, put together. */
Value operate_join(VM *vm, const Value *pieces, uint32_t n);
bool operate_iterable(VM *vm, Value v);
Value operate_star_error(VM *vm, Value callable, Value v); /* f(*3) */

/* For match: a sequence or mapping by its class, which collections.abc marks. */
bool operate_is_sequence(VM *vm, Value v);
bool operate_is_mapping(VM *vm, Value v);
/* A tuple of what was found, or None. */
Value operate_match_keys(VM *vm, Value subject, Value keys);
Value operate_match_class(VM *vm, Value subject, Value cls, uint32_t positional, Tuple *names);
/* f(**v) with an ordinary dict whose keys are new: done. False: Python is to see to it. */
bool operate_merge_names(VM *vm, Dict *into, Value v);

/* A frame has returned `v` to `caller`, which wanted it for `then`: the value that the caller
 * gets, V_ERROR, or V_FRAME. */
Value operate_then(VM *vm, Frame *caller, const Frame *ended, Value v);

/* Elements for UNPACK_SEQUENCE and UNPACK_EX; false on an error. */
Value operate_unpack(VM *vm, Value v, uint32_t n, Value *out);
/* All elements as a new list of at least before + after. */
Value operate_unpack_starred(VM *vm, Value v, uint32_t before, uint32_t after);

#endif
