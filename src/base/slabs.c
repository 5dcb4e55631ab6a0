#define _DEFAULT_SOURCE /* madvise */

#include "base/slabs.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/mman.h>

/* The first one is small, as most runs are; each new one is as large as all before. */
enum { FIRST = 256 * 1024, GREATEST = 2 * 1024 * 1024, ALIGN = 16 };

struct Slab {
    struct Slab *next;
    size_t size;
};

/* A great page of the system, where it has such. */
static struct Slab *great_slab(void) {
    struct Slab *slab = aligned_alloc(GREATEST, GREATEST);
#ifdef MADV_HUGEPAGE
    if (slab) (void)madvise(slab, GREATEST, MADV_HUGEPAGE); /* a wish: it may be refused */
#endif
    return slab;
}

static bool add_slab(Slabs *s) {
    size_t size = s->total < FIRST ? FIRST : s->total < GREATEST ? s->total : GREATEST;
    struct Slab *slab = size == GREATEST ? great_slab() : malloc(size);
    if (!slab) return false;
    slab->next = s->newest;
    slab->size = size;
    s->newest = slab;
    s->next = (char *)slab + ALIGN;
    s->left = size - ALIGN;
    s->total += size;
    return true;
}

void *slabs_take(Slabs *s, size_t size) {
    assert(size <= SLAB_MOST);
    size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (size > s->left && !add_slab(s)) return NULL;
    void *piece = s->next;
    s->next += size;
    s->left -= size;
    return piece;
}

void slabs_deinit(Slabs *s) {
    for (struct Slab *slab = s->newest; slab;) {
        struct Slab *next = slab->next;
        free(slab);
        slab = next;
    }
    *s = (Slabs){0};
}
