#include "lib/twister.h"

enum { N = TWISTER_WORDS, M = 397 };

static uint32_t twist(uint32_t upper, uint32_t lower) {
    uint32_t y = (upper & 0x80000000u) | (lower & 0x7FFFFFFFu);
    return y >> 1 ^ ((y & 1) ? 0x9908B0DFu : 0);
}

void twister_refill(Twister *t) {
    uint32_t *w = t->words;
    for (int i = 0; i < N - M; i++) w[i] = w[i + M] ^ twist(w[i], w[i + 1]);
    for (int i = N - M; i < N - 1; i++) w[i] = w[i + M - N] ^ twist(w[i], w[i + 1]);
    w[N - 1] = w[M - 1] ^ twist(w[N - 1], w[0]);
    t->next = 0;
}

static void seed_with_word(Twister *t, uint32_t seed) {
    t->words[0] = seed;
    for (uint32_t i = 1; i < N; i++) {
        uint32_t before = t->words[i - 1];
        t->words[i] = 1812433253u * (before ^ before >> 30) + i;
    }
}

/* The index runs over 1 … N - 1; word 0 takes over the last one's value at each wrap. */
static uint32_t advance(Twister *t, uint32_t i) {
    if (++i < N) return i;
    t->words[0] = t->words[N - 1];
    return 1;
}

void twister_seed(Twister *t, const uint32_t *key, size_t n) {
    uint32_t *w = t->words, i = 1;
    seed_with_word(t, 19650218u);
    size_t rounds = n > N ? n : N;
    for (size_t k = 0, j = 0; k < rounds; k++) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        i = advance(t, i);
        if (++j == n) j = 0;
    }
    for (int k = 0; k < N - 1; k++) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1566083941u) - i;
        i = advance(t, i);
    }
    w[0] = 0x80000000u;
    t->next = N;
}
