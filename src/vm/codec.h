/* Encodings: str to bytes and back, with CPython's errors. */
#ifndef TOQUE_VM_CODEC_H
#define TOQUE_VM_CODEC_H

#include "vm/text.h"

/* `encoding` and `errors` are str, or V_UNDEF for UTF-8 and strict. bytes or V_ERROR. */
Value codec_encode(VM *vm, Str *s, Value encoding, Value errors);
/* str or V_ERROR; `source`: the bytes as an object, for the exception. */
Value codec_decode(VM *vm, Value source, Value encoding, Value errors);

/* Whether encoding and errors are names at all: str without NUL, or not given. */
bool codec_check_names(VM *vm, const char *function, Value encoding, Value errors);

#endif
