/* The side tables of a record, and how equal things get one number. Inside of the room. */
#ifndef TOQUE_TRACE_TABLES_H
#define TOQUE_TRACE_TABLES_H

#include "base/mem.h"
#include "base/vec.h"
#include "trace/notes.h"
#include "trace/trace.h"

/* From a hash to the numbers of what has it. Zeroed memory is an empty one. */
typedef struct Index {
    struct IndexSlot {
        uint32_t hash, id; /* id 0: free */
    } * slots;             /* owned */
    uint32_t room, used;
} Index;

typedef struct Text {
    const char *bytes; /* terminated; in the arena */
    uint32_t len;
} Text;

/* The first of each list is the one that stands for none. */
struct TraceTables {
    Arena arena;
    VEC(Text) texts;
    VEC(TraceSpot) spots;
    VEC(TracePlace) places;
    VEC(TraceObject) objects;
    VEC(TraceTask) tasks;
    VEC(Note) notes; /* the first is number 1 */
    Index text_index, spot_index, place_index;
    uint32_t numbers[OBJECT_KINDS]; /* how many of each kind there are */
};

TraceTables *tables_new(void);
void tables_free(TraceTables *tables);
size_t tables_memory(const TraceTables *tables);

#endif
