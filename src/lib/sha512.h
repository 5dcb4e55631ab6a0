/* SHA-512 (FIPS 180-4), for random.seed() of a text. */
#ifndef TOQUE_LIB_SHA512_H
#define TOQUE_LIB_SHA512_H

#include <stddef.h>

enum { SHA512_SIZE = 64 };

void sha512(const void *data, size_t len, unsigned char digest[SHA512_SIZE]);

#endif
