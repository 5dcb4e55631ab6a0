/* SHA-512 and SHA-384 (FIPS 180-4), for random.seed() of a text and for hashlib. */
#ifndef TOQUE_LIB_SHA512_H
#define TOQUE_LIB_SHA512_H

#include <stddef.h>

enum { SHA512_SIZE = 64, SHA384_SIZE = 48 };

void sha512(const void *data, size_t len, unsigned char digest[SHA512_SIZE]);
void sha384(const void *data, size_t len, unsigned char digest[SHA384_SIZE]);

#endif
