/* The Mersenne Twister MT19937, as CPython's random uses it: the same seed, the same numbers. */
#ifndef TOQUE_LIB_TWISTER_H
#define TOQUE_LIB_TWISTER_H

#include <stddef.h>
#include <stdint.h>

enum { TWISTER_WORDS = 624 };

typedef struct Twister {
    uint32_t words[TWISTER_WORDS];
    uint32_t next; /* TWISTER_WORDS: all are used */
} Twister;

void twister_seed(Twister *t, const uint32_t *key, size_t n); /* n > 0 */
void twister_refill(Twister *t);

static inline uint32_t twister_word(Twister *t) {
    if (t->next >= TWISTER_WORDS) twister_refill(t);
    uint32_t y = t->words[t->next++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9D2C5680u;
    y ^= y << 15 & 0xEFC60000u;
    return y ^ y >> 18;
}

/* In [0, 1), of 53 bits. */
static inline double twister_double(Twister *t) {
    uint32_t high = twister_word(t) >> 5, low = twister_word(t) >> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

/* `bits` from 1 to 64, drawn as getrandbits does. */
static inline uint64_t twister_bits(Twister *t, int bits) {
    if (bits <= 32) return twister_word(t) >> (32 - bits);
    uint64_t low = twister_word(t);
    return low | (uint64_t)(twister_word(t) >> (64 - bits)) << 32;
}

/* In [0, n), n > 0: draws until the bits are below n. */
static inline uint64_t twister_below(Twister *t, uint64_t n) {
    int bits = 64 - __builtin_clzll((unsigned long long)n);
    uint64_t r;
    do r = twister_bits(t, bits);
    while (r >= n);
    return r;
}

#endif
