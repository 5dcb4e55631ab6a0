#include "model/ends.h"

#include "base/mem.h"

/* So many of them may be far before all are kept whole. */
static bool are_many(const Ends *e) {
    enum { SOME = 64, PART = 24 };
    return e->far.used > SOME && e->far.used > e->len / PART;
}

static uint32_t next_cap(uint32_t cap) {
    if (cap < 64) return cap + cap / 2 + 4;
    return cap + cap / 16;
}

static void grow(Ends *e) {
    e->cap = next_cap(e->cap);
    if (e->whole) e->whole = mem_realloc(e->whole, e->cap * sizeof *e->whole);
    else e->near = mem_realloc(e->near, e->cap * sizeof *e->near);
}

void ends_add(Ends *e) {
    if (e->len == e->cap) grow(e);
    if (e->whole) e->whole[e->len++] = NEVER;
    else e->near[e->len++] = END_OPEN;
}

static void keep_whole(Ends *e, const History *begins) {
    EventIndex *whole = mem_alloc(e->cap * sizeof *whole);
    for (uint32_t i = 0; i < e->len; i++) whole[i] = ends_at(e, begins, i);
    mem_free(e->near);
    map_deinit(&e->far);
    e->near = NULL;
    e->whole = whole;
}

void ends_set(Ends *e, const History *begins, uint32_t i, EventIndex end) {
    if (e->whole) {
        e->whole[i] = end;
        return;
    }
    uint32_t length = end - history_at(begins, i);
    e->near[i] = (uint16_t)(length < END_FAR ? length : END_FAR);
    if (length < END_FAR) return;
    *map_put(&e->far, i + 1) = end;
    if (are_many(e)) keep_whole(e, begins);
}

void ends_deinit(Ends *e) {
    mem_free(e->near);
    mem_free(e->whole);
    map_deinit(&e->far);
    *e = (Ends){0};
}

size_t ends_memory(const Ends *e) {
    return e->cap * (e->whole ? sizeof *e->whole : sizeof *e->near) + map_memory(&e->far);
}
