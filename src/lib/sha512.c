#include "lib/sha512.h"

#include <stdint.h>
#include <string.h>

enum { BLOCK = 128, ROUNDS = 80, LENGTH_SIZE = 16 };

/* The first 64 bits of the fractions of the cube roots of the first 80 primes … */
static const uint64_t round_keys[ROUNDS] = {
    0x428A2F98D728AE22, 0x7137449123EF65CD, 0xB5C0FBCFEC4D3B2F, 0xE9B5DBA58189DBBC, 0x3956C25BF348B538,
    0x59F111F1B605D019, 0x923F82A4AF194F9B, 0xAB1C5ED5DA6D8118, 0xD807AA98A3030242, 0x12835B0145706FBE,
    0x243185BE4EE4B28C, 0x550C7DC3D5FFB4E2, 0x72BE5D74F27B896F, 0x80DEB1FE3B1696B1, 0x9BDC06A725C71235,
    0xC19BF174CF692694, 0xE49B69C19EF14AD2, 0xEFBE4786384F25E3, 0x0FC19DC68B8CD5B5, 0x240CA1CC77AC9C65,
    0x2DE92C6F592B0275, 0x4A7484AA6EA6E483, 0x5CB0A9DCBD41FBD4, 0x76F988DA831153B5, 0x983E5152EE66DFAB,
    0xA831C66D2DB43210, 0xB00327C898FB213F, 0xBF597FC7BEEF0EE4, 0xC6E00BF33DA88FC2, 0xD5A79147930AA725,
    0x06CA6351E003826F, 0x142929670A0E6E70, 0x27B70A8546D22FFC, 0x2E1B21385C26C926, 0x4D2C6DFC5AC42AED,
    0x53380D139D95B3DF, 0x650A73548BAF63DE, 0x766A0ABB3C77B2A8, 0x81C2C92E47EDAEE6, 0x92722C851482353B,
    0xA2BFE8A14CF10364, 0xA81A664BBC423001, 0xC24B8B70D0F89791, 0xC76C51A30654BE30, 0xD192E819D6EF5218,
    0xD69906245565A910, 0xF40E35855771202A, 0x106AA07032BBD1B8, 0x19A4C116B8D2D0C8, 0x1E376C085141AB53,
    0x2748774CDF8EEB99, 0x34B0BCB5E19B48A8, 0x391C0CB3C5C95A63, 0x4ED8AA4AE3418ACB, 0x5B9CCA4F7763E373,
    0x682E6FF3D6B2B8A3, 0x748F82EE5DEFB2FC, 0x78A5636F43172F60, 0x84C87814A1F0AB72, 0x8CC702081A6439EC,
    0x90BEFFFA23631E28, 0xA4506CEBDE82BDE9, 0xBEF9A3F7B2C67915, 0xC67178F2E372532B, 0xCA273ECEEA26619C,
    0xD186B8C721C0C207, 0xEADA7DD6CDE0EB1E, 0xF57D4F7FEE6ED178, 0x06F067AA72176FBA, 0x0A637DC5A2C898A6,
    0x113F9804BEF90DAE, 0x1B710B35131C471B, 0x28DB77F523047D84, 0x32CAAB7B40C72493, 0x3C9EBE0A15C9BEBC,
    0x431D67C49C100D4C, 0x4CC5D4BECB3E42B6, 0x597F299CFC657E2A, 0x5FCB6FAB3AD6FAEC, 0x6C44198C4A475817,
};

/* … and of the square roots of the first 8. */
static const uint64_t start[8] = {
    0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
    0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179,
};

static uint64_t rotate(uint64_t x, int n) {
    return x >> n | x << (64 - n);
}

static void expand(const unsigned char *block, uint64_t w[ROUNDS]) {
    for (int i = 0; i < 16; i++) {
        w[i] = 0;
        for (int j = 0; j < 8; j++) w[i] = w[i] << 8 | block[i * 8 + j];
    }
    for (int i = 16; i < ROUNDS; i++) {
        uint64_t a = w[i - 15], b = w[i - 2];
        uint64_t s0 = rotate(a, 1) ^ rotate(a, 8) ^ a >> 7;
        uint64_t s1 = rotate(b, 19) ^ rotate(b, 61) ^ b >> 6;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
}

static void mix_block(uint64_t state[8], const unsigned char *block) {
    uint64_t w[ROUNDS], v[8];
    expand(block, w);
    memcpy(v, state, sizeof v);
    for (int i = 0; i < ROUNDS; i++) {
        uint64_t a = v[0], e = v[4];
        uint64_t s1 = rotate(e, 14) ^ rotate(e, 18) ^ rotate(e, 41);
        uint64_t choice = (e & v[5]) ^ (~e & v[6]);
        uint64_t t1 = v[7] + s1 + choice + round_keys[i] + w[i];
        uint64_t s0 = rotate(a, 28) ^ rotate(a, 34) ^ rotate(a, 39);
        uint64_t majority = (a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]);
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + s0 + majority;
    }
    for (int i = 0; i < 8; i++) state[i] += v[i];
}

/* The same, of the primes from the ninth on. */
static const uint64_t start_384[8] = {
    0xCBBB9D5DC1059ED8, 0x629A292A367CD507, 0x9159015A3070DD17, 0x152FECD8F70E5939,
    0x67332667FFC00B31, 0x8EB44A8768581511, 0xDB0C2E0D64F98FA7, 0x47B5481DBEFA4FA4,
};

static void hash_from(const uint64_t from[8], const void *data, size_t len,
                      unsigned char digest[SHA512_SIZE]) {
    const unsigned char *p = data;
    uint64_t state[8];
    memcpy(state, from, sizeof state);
    size_t left = len;
    for (; left >= BLOCK; left -= BLOCK, p += BLOCK) mix_block(state, p);
    unsigned char last[2 * BLOCK] = {0};
    if (left) memcpy(last, p, left);
    last[left] = 0x80;
    size_t size = left + 1 + LENGTH_SIZE <= BLOCK ? BLOCK : 2 * BLOCK;
    for (int i = 0; i < 8; i++) last[size - 1 - (size_t)i] = (unsigned char)((uint64_t)len << 3 >> 8 * i);
    mix_block(state, last);
    if (size > BLOCK) mix_block(state, last + BLOCK);
    for (int i = 0; i < SHA512_SIZE; i++) digest[i] = (unsigned char)(state[i / 8] >> (56 - i % 8 * 8));
}

void sha512(const void *data, size_t len, unsigned char digest[SHA512_SIZE]) {
    hash_from(start, data, len, digest);
}

void sha384(const void *data, size_t len, unsigned char digest[SHA384_SIZE]) {
    unsigned char whole[SHA512_SIZE];
    hash_from(start_384, data, len, whole);
    memcpy(digest, whole, SHA384_SIZE);
}
