#include "model/levels.h"

#include "base/mem.h"

#include <string.h>

struct Levels {
    uint32_t count;
    struct Level {
        unsigned char *nodes; /* owned */
        uint32_t len, cap;
    } levels[];
};

static struct Level *level_at(Levels **levels, uint32_t level) {
    uint32_t count = levels_count(*levels);
    if (level == count) {
        *levels = mem_realloc(*levels, sizeof **levels + (count + 1) * sizeof(struct Level));
        (*levels)->count = count + 1;
        (*levels)->levels[count] = (struct Level){0};
    }
    return &(*levels)->levels[level];
}

static void *append(struct Level *l, uint32_t size, const void *node) {
    if (l->len == l->cap) {
        l->cap = l->cap < 4 ? l->cap + 1 : l->cap + l->cap / (l->cap < 64 ? 4 : 16);
        l->nodes = mem_realloc(l->nodes, (size_t)l->cap * size);
    }
    return memcpy(l->nodes + (size_t)l->len++ * size, node, size);
}

/* Every fourth node of a level makes one of the next. */
void levels_add(Levels **levels, const LevelShape *shape, const void *node) {
    struct Level *l = level_at(levels, 0);
    append(l, shape->size, node);
    for (uint32_t level = 1; l->len % LEVEL_FAN == 0; level++) {
        uint32_t first = l->len - LEVEL_FAN;
        struct Level *above = level_at(levels, level);
        l = &(*levels)->levels[level - 1];
        const unsigned char *four = l->nodes + (size_t)first * shape->size;
        shape->merge(append(above, shape->size, four), four);
        l = above;
    }
}

void levels_free(Levels *levels) {
    for (uint32_t i = 0; i < levels_count(levels); i++) mem_free(levels->levels[i].nodes);
    mem_free(levels);
}

size_t levels_memory(const Levels *levels, const LevelShape *shape) {
    if (!levels) return 0;
    size_t total = sizeof *levels + levels->count * sizeof(struct Level);
    for (uint32_t i = 0; i < levels->count; i++) total += (size_t)levels->levels[i].cap * shape->size;
    return total;
}

uint32_t levels_count(const Levels *levels) {
    return levels ? levels->count : 0;
}

uint32_t levels_len(const Levels *levels, uint32_t level) {
    return level < levels_count(levels) ? levels->levels[level].len : 0;
}

const void *levels_node(const Levels *levels, const LevelShape *shape, uint32_t level, uint32_t i) {
    return levels->levels[level].nodes + (size_t)i * shape->size;
}
