/* Digests of 32-bit words: MD5 (RFC 1321), SHA-1, SHA-224 and SHA-256 (FIPS 180-4). */
#ifndef TOQUE_LIB_DIGEST_H
#define TOQUE_LIB_DIGEST_H

#include <stddef.h>

enum { MD5_SIZE = 16, SHA1_SIZE = 20, SHA224_SIZE = 28, SHA256_SIZE = 32 };

void digest_md5(const void *data, size_t len, unsigned char *digest);
void digest_sha1(const void *data, size_t len, unsigned char *digest);
void digest_sha224(const void *data, size_t len, unsigned char *digest);
void digest_sha256(const void *data, size_t len, unsigned char *digest);

#endif
