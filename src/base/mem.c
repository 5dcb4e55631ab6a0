#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first block is small, since most arenas are; each new one is as large as all before. */
enum { ARENA_FIRST = 4 * 1024, ARENA_BLOCK = 32 * 1024, ALIGN = 8 };

struct ArenaBlock {
    ArenaBlock *next;
    size_t size;
};

/* The machine itself is out of memory: nothing sensible can go on from here. */
static _Noreturn void give_up(size_t size) {
    fprintf(stderr, "toque: the system refused %zu bytes of memory\n", size);
    abort();
}

void *mem_alloc(size_t size) {
    void *p = malloc(size ? size : 1);
    if (!p) give_up(size);
    return p;
}

void *mem_zalloc(size_t size) {
    void *p = calloc(1, size ? size : 1);
    if (!p) give_up(size);
    return p;
}

void *mem_realloc(void *p, size_t size) {
    void *q = realloc(p, size ? size : 1);
    if (!q) give_up(size);
    return q;
}

void mem_free(void *p) {
    free(p);
}

char *mem_strndup(const char *s, size_t len) {
    char *p = mem_alloc(len + 1);
    memcpy(p, s, len);
    p[len] = '\0';
    return p;
}

static void new_block(Arena *a, size_t at_least) {
    size_t size = a->total < ARENA_FIRST ? ARENA_FIRST : a->total < ARENA_BLOCK ? a->total : ARENA_BLOCK;
    if (size < at_least) size = at_least;
    ArenaBlock *b = mem_zalloc(sizeof *b + size);
    b->next = a->blocks;
    b->size = size;
    a->blocks = b;
    a->next = (char *)(b + 1);
    a->left = size;
    a->total += size;
}

void *arena_alloc(Arena *a, size_t size) {
    size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (size > a->left) new_block(a, size);
    void *p = a->next;
    a->next += size;
    a->left -= size;
    return p;
}

char *arena_strndup(Arena *a, const char *s, size_t len) {
    char *p = arena_alloc(a, len + 1);
    memcpy(p, s, len);
    return p;
}

void arena_deinit(Arena *a) {
    for (ArenaBlock *b = a->blocks; b;) {
        ArenaBlock *next = b->next;
        free(b);
        b = next;
    }
    *a = (Arena){0};
}
