/* With which events things end whose beginnings are known. Most end soon: then two bytes say how many
 * events after the beginning, and a map has the few others. If these are many, all are kept whole.
 * Zeroed memory is empty. */
#ifndef TOQUE_MODEL_ENDS_H
#define TOQUE_MODEL_ENDS_H

#include "model/history.h"
#include "model/map.h"
#include "model/model.h"

enum { END_FAR = UINT16_MAX - 1, END_OPEN = UINT16_MAX };

typedef struct Ends {
    uint32_t len, cap;
    uint16_t *near;    /* owned; NULL: all are whole */
    EventIndex *whole; /* owned; NULL: they are near */
    Map far;           /* from the number + 1 */
} Ends;

void ends_deinit(Ends *e);
size_t ends_memory(const Ends *e);
void ends_add(Ends *e); /* one more, that is open */
void ends_set(Ends *e, const History *begins, uint32_t i, EventIndex end);

/* NEVER: it is open. */
static inline EventIndex ends_at(const Ends *e, const History *begins, uint32_t i) {
    if (!e->near) return e->whole[i];
    uint16_t length = e->near[i];
    if (length < END_FAR) return history_at(begins, i) + length;
    return length == END_OPEN ? NEVER : map_get(&e->far, i + 1);
}

static inline void ends_fetch(const Ends *e, uint32_t i) {
    if (e->near) __builtin_prefetch(&e->near[i]);
    else __builtin_prefetch(&e->whole[i]);
}

#endif
