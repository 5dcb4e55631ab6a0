/* The tables of class str and bytes, for text_setup. */
#ifndef TOQUE_VM_STR_CLASS_H
#define TOQUE_VM_STR_CLASS_H

#include "vm/text.h"

extern const NativeDef str_construct_def, bytes_construct_def;
extern const NativeDef text_methods[]; /* of both */
extern const NativeDef str_methods[], bytes_methods[], bytes_decode_methods[];
extern const NativeDef repr_core[]; /* helpers of core_text.py */

uint64_t bytes_hash(Bytes *b);

#endif
