/* What whoever resumed a frame sees when it yields, returns or raises; `then` says what it was
 * resumed for. */
#ifndef TOQUE_VM_OUTCOME_H
#define TOQUE_VM_OUTCOME_H

#include "vm/vm_internal.h"

typedef enum Outcome {
    OUT_ERROR,    /* an exception is pending */
    OUT_VALUE,    /* *v is what its instruction gives */
    OUT_LOOP_END, /* its FOR_ITER has no more */
    OUT_SENT,     /* its SEND is done, with *v */
} Outcome;

/* A frame that is no generator's ends with the pending exception. */
Outcome outcome_raised(VM *vm, const Frame *f, Value *v);
Outcome outcome_generator_raised(VM *vm, const Generator *g, Then then, Value *v);
/* *v is what it returns. */
Outcome outcome_generator_returned(VM *vm, Then then, Value *v);
/* *v is what it yields; `is_async`: as an async generator's own value, not on the way of an await. */
Outcome outcome_generator_yielded(VM *vm, const Generator *g, Then then, Value *v, bool is_async);

#endif
