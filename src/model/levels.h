/* A summary of a long history, and summaries of summaries: a node stands for so many entries, four
 * nodes for one of the level above. What is far away is drawn from a level that is coarse enough. */
#ifndef TOQUE_MODEL_LEVELS_H
#define TOQUE_MODEL_LEVELS_H

#include "model/model.h"

enum { LEVEL_FAN = 4 };

/* How every node begins: where the first of its entries does. */
typedef struct NodeHead {
    uint64_t start; /* nanoseconds */
    TurnId turns;   /* that have begun before; what axes need */
    EventIndex event;
} NodeHead;

typedef struct LevelShape {
    uint32_t size;                               /* of a node */
    void (*merge)(void *node, const void *four); /* `node` is a copy of the first */
} LevelShape;

typedef struct Levels Levels; /* NULL is an empty one */

void levels_add(Levels **levels, const LevelShape *shape, const void *node);
void levels_free(Levels *levels);
size_t levels_memory(const Levels *levels, const LevelShape *shape);

uint32_t levels_count(const Levels *levels);
uint32_t levels_len(const Levels *levels, uint32_t level); /* 0: no such level */
const void *levels_node(const Levels *levels, const LevelShape *shape, uint32_t level, uint32_t i);

#endif
