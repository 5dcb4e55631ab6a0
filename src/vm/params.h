/* The parameters of a function in C, by the names in its NativeDef: "self, item, /, key=None". */
#ifndef TOQUE_VM_PARAMS_H
#define TOQUE_VM_PARAMS_H

#include "vm/vm_internal.h"

/* A walk over the names: begins with `at` only. */
typedef struct ParamWalk {
    const char *at;
    int index;
    bool by_name;
    const char *name;
    size_t len;
} ParamWalk;

bool params_next(ParamWalk *w);                  /* false at the end; self and cls are passed over */
bool params_positional_only(const char *params); /* some of them */
/* How many are positional, with self: those before "*". */
int params_positional(const NativeDef *d);
/* The place of a keyword among the arguments, or -1. `base` arguments (self) have no name. */
int params_find(const NativeDef *d, const Str *name, int base);

static inline bool native_takes_self(const Native *n) {
    return n->self != V_UNDEF || (n->owner && !(n->def->flags & NF_STATIC));
}

#endif
