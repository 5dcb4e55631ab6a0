/* Tuples whose items have names too: time.struct_time, sys.version_info and the like. */
#ifndef TOQUE_LIB_STRUCTSEQ_H
#define TOQUE_LIB_STRUCTSEQ_H

#include "vm/vm.h"

/* Makes of a subclass of tuple one of these; `fields` ends with NULL. Programs may make
 * instances from one sequence if `constructible`. */
void structseq_fill(VM *vm, Class *cls, const char *const *fields, bool constructible);
/* The same for a new class. */
Class *structseq_class(VM *vm, const char *module, const char *name, const char *const *fields);
Value structseq_new(VM *vm, Class *cls, const Value *items, uint32_t n);

#endif
