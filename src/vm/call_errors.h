/* The TypeErrors of calls with wrong arguments: all return V_ERROR, but where it is said. */
#ifndef TOQUE_VM_CALL_ERRORS_H
#define TOQUE_VM_CALL_ERRORS_H

#include "vm/vm_internal.h"

static inline uint32_t function_defaults(const Function *f) {
    return f->defaults == V_NONE ? 0 : AS(Tuple, f->defaults)->len;
}

/* `kind`: "positional" or "keyword-only". */
Value call_error_missing(VM *vm, Function *f, const Value *names, uint32_t n, const char *kind);
Value call_error_too_many(VM *vm, Function *f, uint32_t given, const Value *slots);
Value call_error_keyword(VM *vm, Function *f, const char *format, Value name); /* %s() … '%s' */
Value call_error_positional_only(VM *vm, Function *f, Tuple *keywords);

/* `given` counts self. */
Value native_error_count(VM *vm, const Native *f, int given);
Value native_error_too_few(VM *vm, const Native *f, int given); /* nothing is given by name */
Value native_error_keyword(VM *vm, const Native *f, Str *name);
/* `at`: where it was given by position. */
Value native_error_twice(VM *vm, const Native *f, Str *name, int at);
/* What the arguments `a` lack; V_NONE if nothing. */
Value native_error_missing(VM *vm, const Native *f, const Value *a, int base);

#endif
