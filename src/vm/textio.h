/* Text files: standard output and error, and io.StringIO. There are no others. */
#ifndef TOQUE_VM_TEXTIO_H
#define TOQUE_VM_TEXTIO_H

#include "vm/text.h"

/* sys.stdout (1) and sys.stderr (2): always the same objects. */
Value textio_stream(VM *vm, int stream);
Class *textio_wrapper_class(VM *vm); /* io.TextIOWrapper */
Class *textio_string_class(VM *vm);  /* io.StringIO */

Value textio_print(VM *vm, Value *args, int n); /* print() */
void textio_setup(VM *vm);
Value textio_write_lines(VM *vm, Value *args, NativeFn write); /* file, iterable */

/* string_io.c */
bool string_io_is_open(VM *vm, Value file);      /* or ValueError */
Value string_io_put(VM *vm, Value file, Str *s); /* how many characters were given */
extern const NativeDef string_io_construct, string_io_methods[];

#endif
