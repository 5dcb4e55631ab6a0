/* Text files: standard output and error, and io.StringIO. There are no others. */
#ifndef TOQUE_VM_TEXTIO_H
#define TOQUE_VM_TEXTIO_H

#include "vm/vm.h"

/* sys.stdout (1) and sys.stderr (2): always the same objects. */
Value textio_stream(VM *vm, int stream);
Class *textio_wrapper_class(VM *vm); /* io.TextIOWrapper */
Class *textio_string_class(VM *vm);  /* io.StringIO */

Value textio_print(VM *vm, Value *args, int n); /* print() */
Value textio_input(VM *vm, Value *args, int n); /* input(): there is nothing to read */
void textio_setup(VM *vm);

#endif
