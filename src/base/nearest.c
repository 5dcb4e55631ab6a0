/* Which of some words was meant. The measure is that of CPython's suggestions, so that a
 * NameError suggests the same name there and here. */
#include "base/diag.h"

#include <string.h>

enum {
    MOVE = 2, /* a letter more, less or another one */
    CASE = 1, /* the same letter in the other case */
    LONGEST = 40,
    MOST_CANDIDATES = 750,
};

static unsigned lower(unsigned char c) {
    return c >= 'A' && c <= 'Z' ? c + 32u : c;
}

static unsigned replacing(char a, char b) {
    if (a == b) return 0;
    return lower((unsigned char)a) == lower((unsigned char)b) ? CASE : MOVE;
}

/* The cost of turning one word into the other; above `limit`, any number above it. */
static unsigned distance(const char *a, size_t na, const char *b, size_t nb, unsigned limit) {
    unsigned row[LONGEST + 1], worst = limit + 1;
    while (na && nb && *a == *b) a++, b++, na--, nb--;
    while (na && nb && a[na - 1] == b[nb - 1]) na--, nb--;
    if (na > LONGEST || nb > LONGEST) return worst;
    for (size_t j = 0; j <= nb; j++) row[j] = (unsigned)j * MOVE;
    for (size_t i = 0; i < na; i++) {
        unsigned diagonal = row[0], least;
        least = row[0] = (unsigned)(i + 1) * MOVE;
        for (size_t j = 0; j < nb; j++) {
            unsigned best = diagonal + replacing(a[i], b[j]);
            if (row[j] + MOVE < best) best = row[j] + MOVE;
            if (row[j + 1] + MOVE < best) best = row[j + 1] + MOVE;
            diagonal = row[j + 1];
            row[j + 1] = best;
            if (best < least) least = best;
        }
        if (least > limit) return worst;
    }
    return row[nb];
}

const char *nearest_word(const char *word, const char *const *candidates, size_t count) {
    const char *nearest = NULL;
    size_t n = strlen(word);
    unsigned beaten = ~0u;
    if (count > MOST_CANDIDATES) return NULL;
    for (size_t i = 0; i < count && beaten > 0; i++) {
        size_t m = strlen(candidates[i]);
        if (strcmp(word, candidates[i]) == 0 || n + m > 1000) continue;
        unsigned limit = (unsigned)(n + m + 3) * MOVE / 6;
        if (limit >= beaten) limit = beaten - 1;
        unsigned d = distance(word, n, candidates[i], m, limit);
        if (d > limit) continue;
        nearest = candidates[i];
        beaten = d;
    }
    return nearest;
}
