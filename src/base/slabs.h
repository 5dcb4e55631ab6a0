/* Memory for what grows large and goes all at once: the pages of a heap, the events of a record.
 * It is taken from the system in great blocks, which the system is asked to map as a whole and not
 * page by page: that saves a run that makes much a quarter of its time. */
#ifndef TOQUE_BASE_SLABS_H
#define TOQUE_BASE_SLABS_H

#include <stddef.h>

/* Zeroed memory is a valid, empty one. */
typedef struct Slabs {
    struct Slab *newest; /* owned */
    char *next;
    size_t left;
    size_t total; /* bytes taken from the system */
} Slabs;

enum { SLAB_MOST = 128 * 1024 }; /* a piece is not larger */

/* A piece, aligned to 16, as it comes. NULL: the system has no more. */
void *slabs_take(Slabs *s, size_t size);
void slabs_deinit(Slabs *s); /* all of it */

#endif
