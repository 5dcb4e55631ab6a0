/* The methods that str and bytes share, for the tables in str_class.c and bytes.c. */
#ifndef TOQUE_VM_STR_METHODS_H
#define TOQUE_VM_STR_METHODS_H

#include "vm/text.h"

/* str_find.c */
Value text_find(VM *vm, Value *args, int n);
Value text_rfind(VM *vm, Value *args, int n);
Value text_index(VM *vm, Value *args, int n);
Value text_rindex(VM *vm, Value *args, int n);
Value text_count(VM *vm, Value *args, int n);
Value text_startswith(VM *vm, Value *args, int n);
Value text_endswith(VM *vm, Value *args, int n);
Value text_removeprefix(VM *vm, Value *args, int n);
Value text_removesuffix(VM *vm, Value *args, int n);
Value text_contains(VM *vm, Value *args, int n); /* __contains__ */

/* str_split.c */
Value text_split(VM *vm, Value *args, int n);
Value text_rsplit(VM *vm, Value *args, int n);
Value text_splitlines(VM *vm, Value *args, int n);
Value text_partition(VM *vm, Value *args, int n);
Value text_rpartition(VM *vm, Value *args, int n);
Value text_strip(VM *vm, Value *args, int n);
Value text_lstrip(VM *vm, Value *args, int n);
Value text_rstrip(VM *vm, Value *args, int n);

/* str_edit.c */
Value text_join(VM *vm, Value *args, int n);
Value text_replace(VM *vm, Value *args, int n);
Value text_center(VM *vm, Value *args, int n);
Value text_ljust(VM *vm, Value *args, int n);
Value text_rjust(VM *vm, Value *args, int n);
Value text_zfill(VM *vm, Value *args, int n);
Value text_expandtabs(VM *vm, Value *args, int n);
Value text_repeat(VM *vm, Value text, Value times); /* text * times */
Value text_getitem(VM *vm, Value text, Value index);

/* str_case.c, str_translate.c */
extern const NativeDef text_case_methods[], str_case_methods[], str_translate_methods[];

#endif
