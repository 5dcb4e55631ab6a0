#include "lib/digest.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { BLOCK = 64, LENGTH_SIZE = 8, MOST_WORDS = 8 };

typedef void (*Mix)(uint32_t *state, const uint32_t w[16]);

typedef struct Algorithm {
    Mix mix;
    bool big_endian;
    uint32_t start[MOST_WORDS];
} Algorithm;

static uint32_t left(uint32_t x, int n) {
    return x << n | x >> (32 - n);
}
static uint32_t right(uint32_t x, int n) {
    return x >> n | x << (32 - n);
}

/* --- MD5 --------------------------------------------------------------------------- */

/* The integer parts of 2**32 * abs(sin(i + 1)). */
static const uint32_t sines[64] = {
    0xD76AA478, 0xE8C7B756, 0x242070DB, 0xC1BDCEEE, 0xF57C0FAF, 0x4787C62A, 0xA8304613, 0xFD469501,
    0x698098D8, 0x8B44F7AF, 0xFFFF5BB1, 0x895CD7BE, 0x6B901122, 0xFD987193, 0xA679438E, 0x49B40821,
    0xF61E2562, 0xC040B340, 0x265E5A51, 0xE9B6C7AA, 0xD62F105D, 0x02441453, 0xD8A1E681, 0xE7D3FBC8,
    0x21E1CDE6, 0xC33707D6, 0xF4D50D87, 0x455A14ED, 0xA9E3E905, 0xFCEFA3F8, 0x676F02D9, 0x8D2A4C8A,
    0xFFFA3942, 0x8771F681, 0x6D9D6122, 0xFDE5380C, 0xA4BEEA44, 0x4BDECFA9, 0xF6BB4B60, 0xBEBFBC70,
    0x289B7EC6, 0xEAA127FA, 0xD4EF3085, 0x04881D05, 0xD9D4D039, 0xE6DB99E5, 0x1FA27CF8, 0xC4AC5665,
    0xF4292244, 0x432AFF97, 0xAB9423A7, 0xFC93A039, 0x655B59C3, 0x8F0CCC92, 0xFFEFF47D, 0x85845DD1,
    0x6FA87E4F, 0xFE2CE6E0, 0xA3014314, 0x4E0811A1, 0xF7537E82, 0xBD3AF235, 0x2AD7D2BB, 0xEB86D391,
};

static void mix_md5(uint32_t *state, const uint32_t w[16]) {
    static const int turns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    for (int i = 0; i < 64; i++) {
        int round = i / 16;
        uint32_t f = round == 0   ? (b & c) | (~b & d)
                     : round == 1 ? (d & b) | (~d & c)
                     : round == 2 ? b ^ c ^ d
                                  : c ^ (b | ~d);
        int word = round == 0   ? i
                   : round == 1 ? (5 * i + 1) % 16
                   : round == 2 ? (3 * i + 5) % 16
                                : 7 * i % 16;
        uint32_t next = b + left(a + f + sines[i] + w[word], turns[round][i % 4]);
        a = d, d = c, c = b, b = next;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
}

/* --- SHA-1 ------------------------------------------------------------------------- */

static void mix_sha1(uint32_t *state, const uint32_t words[16]) {
    static const uint32_t constants[4] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
    uint32_t w[80];
    memcpy(w, words, 16 * sizeof *w);
    for (int i = 16; i < 80; i++) w[i] = left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    for (int i = 0; i < 80; i++) {
        int round = i / 20;
        uint32_t f = round == 0 ? (b & c) | (~b & d) : round == 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
        uint32_t next = left(a, 5) + f + e + constants[round] + w[i];
        e = d, d = c, c = left(b, 30), b = a, a = next;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
}

/* --- SHA-256 ----------------------------------------------------------------------- */

/* The fractional parts of the cube roots of the first 64 primes. */
static const uint32_t roots[64] = {
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
    0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
    0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
    0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
    0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
    0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
    0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
    0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
};

static void mix_sha256(uint32_t *state, const uint32_t words[16]) {
    uint32_t w[64], v[8];
    memcpy(w, words, 16 * sizeof *w);
    for (int i = 16; i < 64; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (right(a, 7) ^ right(a, 18) ^ a >> 3) + w[i - 7] +
               (right(b, 17) ^ right(b, 19) ^ b >> 10);
    }
    memcpy(v, state, sizeof v);
    for (int i = 0; i < 64; i++) {
        uint32_t a = v[0], e = v[4];
        uint32_t t1 =
            v[7] + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & v[5]) ^ (~e & v[6])) + roots[i] + w[i];
        uint32_t t2 = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) state[i] += v[i];
}

/* --- all --------------------------------------------------------------------------- */

static const Algorithm md5 = {mix_md5, false, {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476}};
static const Algorithm sha1 = {mix_sha1, true, {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0}};
static const Algorithm sha224 = {
    mix_sha256,
    true,
    {0xC1059ED8, 0x367CD507, 0x3070DD17, 0xF70E5939, 0xFFC00B31, 0x68581511, 0x64F98FA7, 0xBEFA4FA4}};
static const Algorithm sha256 = {
    mix_sha256,
    true,
    {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19}};

/* Which byte of a word stands i-th. */
static int shift_of(const Algorithm *a, int i) {
    return 8 * (a->big_endian ? 3 - i : i);
}

static void mix_block(const Algorithm *a, uint32_t *state, const unsigned char *block) {
    uint32_t w[16] = {0};
    for (int i = 0; i < BLOCK; i++) w[i / 4] |= (uint32_t)block[i] << shift_of(a, i % 4);
    a->mix(state, w);
}

static void digest_with(const Algorithm *a, const void *data, size_t len, unsigned char *digest, int size) {
    const unsigned char *p = data;
    uint32_t state[MOST_WORDS];
    memcpy(state, a->start, sizeof state);
    size_t rest = len;
    for (; rest >= BLOCK; rest -= BLOCK, p += BLOCK) mix_block(a, state, p);
    unsigned char last[2 * BLOCK] = {0};
    memcpy(last, p, rest);
    last[rest] = 0x80;
    size_t end = rest + 1 + LENGTH_SIZE <= BLOCK ? BLOCK : 2 * BLOCK;
    uint64_t bits = (uint64_t)len << 3;
    for (int i = 0; i < LENGTH_SIZE; i++) {
        int shift = 8 * (a->big_endian ? LENGTH_SIZE - 1 - i : i);
        last[end - LENGTH_SIZE + (size_t)i] = (unsigned char)(bits >> shift);
    }
    mix_block(a, state, last);
    if (end > BLOCK) mix_block(a, state, last + BLOCK);
    for (int i = 0; i < size; i++) digest[i] = (unsigned char)(state[i / 4] >> shift_of(a, i % 4));
}

void digest_md5(const void *data, size_t len, unsigned char *digest) {
    digest_with(&md5, data, len, digest, MD5_SIZE);
}
void digest_sha1(const void *data, size_t len, unsigned char *digest) {
    digest_with(&sha1, data, len, digest, SHA1_SIZE);
}
void digest_sha224(const void *data, size_t len, unsigned char *digest) {
    digest_with(&sha224, data, len, digest, SHA224_SIZE);
}
void digest_sha256(const void *data, size_t len, unsigned char *digest) {
    digest_with(&sha256, data, len, digest, SHA256_SIZE);
}
