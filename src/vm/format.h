/* Formatting: the mini-language of format specs, str.format, and the % operator. */
#ifndef TOQUE_VM_FORMAT_H
#define TOQUE_VM_FORMAT_H

#include "vm/text.h"

/* What values of built-in classes do with a spec: str, or V_ERROR. They ignore overrides. */
Value format_str(VM *vm, Str *s, Str *spec);
Value format_int(VM *vm, Value v, Str *spec);
Value format_float(VM *vm, Value v, Str *spec);
/* By kind, as above: V_NOT_IMPLEMENTED if it is neither of the three. */
Value format_by_kind(VM *vm, Value v, Str *spec);

/* The digits of `d` without its sign, as printf's e, f, g (E F G) and 'r', repr's, write them.
 * `dot`: something must follow the decimal point unless there is an exponent. */
void format_double(double d, char type, int precision, bool alternate, bool dot, Buf *out);

/* str.format(*args, **kwargs), kwargs a dict or V_UNDEF; str.format_map(mapping). */
Value format_fields(VM *vm, Value format, const Value *args, int n, Value kwargs);
Value format_fields_map(VM *vm, Value format, Value mapping);

/* format % args, for str and bytes. */
Value format_percent(VM *vm, Value format, Value args);

/* Helpers of core_text.py; _string gives the first two to the module string. */
extern const NativeDef format_core[], percent_core[];

#endif
