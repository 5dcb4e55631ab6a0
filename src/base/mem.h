/* Memory of the program itself: allocation that never returns NULL, and arenas for
 * what dies together (a syntax tree, a list of diagnostics).
 *
 * What a *simulated* program allocates is counted and capped by vm/heap.h instead. */
#ifndef TOQUE_BASE_MEM_H
#define TOQUE_BASE_MEM_H

#include <stddef.h>

void *mem_alloc(size_t size);
void *mem_zalloc(size_t size);
void *mem_realloc(void *p, size_t size);
void mem_free(void *p);
char *mem_strndup(const char *s, size_t len);

typedef struct ArenaBlock ArenaBlock;

/* Zeroed memory is a valid, empty arena. */
typedef struct Arena {
    ArenaBlock *blocks; /* owned; newest first */
    char *next;
    size_t left;
    size_t total; /* bytes taken from the system */
} Arena;

void *arena_alloc(Arena *a, size_t size); /* zeroed, aligned to 8 */
char *arena_strndup(Arena *a, const char *s, size_t len);
void arena_deinit(Arena *a);

#endif
