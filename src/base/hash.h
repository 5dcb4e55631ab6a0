/* SipHash-1-3 with a zero key, which is what CPython 3.11 computes for str and bytes
 * under PYTHONHASHSEED=0: sets of strings then iterate in the same order here. */
#ifndef TOQUE_BASE_HASH_H
#define TOQUE_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

uint64_t hash_sip13(const void *bytes, size_t len);

#endif
