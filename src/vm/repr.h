/* repr() and str() by kind of object. What asks for overrides first is val_repr and its
 * relatives in vm.h. */
#ifndef TOQUE_VM_REPR_H
#define TOQUE_VM_REPR_H

#include "vm/text.h"

/* quote.c: text as a literal. `ascii`: escape everything beyond. */
void quote_str(const Str *s, bool ascii, Buf *out);
void quote_bytes(const Bytes *b, Buf *out);

/* repr_object.c: all but containers. */
Tri repr_simple(VM *vm, Value v, Buf *out);
size_t small_digits(int64_t i, char digits[20]); /* at the end of them; how many */
void put_address(VM *vm, Value v, Buf *out);
void repr_default(VM *vm, Value v, Buf *out); /* <A object at 0x…> */
Tri exception_str(VM *vm, Value e, Buf *out);

/* repr.c */
void repr_setup(VM *vm); /* __repr__, __str__ and __format__ of the built-in classes */

#endif
