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

typedef struct Texts {
    Arena arena;
    VEC(Text) list;
    Index index;
    uint32_t first; /* the number of list[0]: those before are forgotten */
} Texts;

/* Objects and tasks lie in pages, which are forgotten one by one when nothing in them can be spoken
 * of any more. */
enum { TABLE_BITS = 10, TABLE_PAGE = 1 << TABLE_BITS };

typedef struct TablePage {
    void *rows;    /* owned; NULL: forgotten */
    uint32_t open; /* objects whose end the record itself will tell */
    bool kept;     /* somebody in it lives */
} TablePage;

typedef struct Table {
    VEC(TablePage) pages;
    uint32_t len;   /* with the one that stands for none */
    uint32_t swept; /* len at the last forgetting */
} Table;

/* The first of each list is the one that stands for none. */
struct TraceTables {
    Texts texts, passing;
    VEC(TraceSpot) spots;
    VEC(TracePlace) places;
    Table objects, tasks;
    VEC(Note) notes; /* the first is number 1 */
    Index spot_index, place_index;
    uint32_t numbers[OBJECT_KINDS]; /* how many of each kind there are */
};

TraceTables *tables_new(void);
void tables_free(TraceTables *tables);
size_t tables_memory(const TraceTables *tables);
void tables_forget_event(TraceTables *tables, const TraceEvent *e);
void tables_forget_texts(TraceTables *tables);

#endif
