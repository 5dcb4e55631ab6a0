#include "trace/tables.h"

#include <string.h>

/* --- from a hash to numbers ----------------------------------------------------------- */

static void place_in(struct IndexSlot *slots, uint32_t room, struct IndexSlot entry) {
    uint32_t i = entry.hash & (room - 1);
    while (slots[i].id) i = (i + 1) & (room - 1);
    slots[i] = entry;
}

static void index_add(Index *x, uint32_t hash, uint32_t id) {
    if (x->used * 2 >= x->room) {
        uint32_t room = x->room ? x->room * 2 : 64;
        struct IndexSlot *slots = mem_zalloc(room * sizeof *slots);
        for (uint32_t i = 0; i < x->room; i++)
            if (x->slots[i].id) place_in(slots, room, x->slots[i]);
        mem_free(x->slots);
        x->slots = slots;
        x->room = room;
    }
    place_in(x->slots, x->room, (struct IndexSlot){hash, id});
    x->used++;
}

/* The next number with that hash, from slot *at on; 0 at the end. */
static uint32_t index_next(const Index *x, uint32_t hash, uint32_t *at) {
    if (!x->room) return 0;
    for (uint32_t i = *at & (x->room - 1); x->slots[i].id; i = (i + 1) & (x->room - 1)) {
        if (x->slots[i].hash != hash) continue;
        *at = i + 1;
        return x->slots[i].id;
    }
    return 0;
}

/* The numbers are never seen by a program that could choose its texts to collide: a fast
 * mixing is enough. Eight bytes at a time, as texts are short. */
static uint32_t hash_bytes(const void *bytes, size_t len) {
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    const unsigned char *p = bytes;
    uint64_t h = len * factor;
    for (; len >= 8; len -= 8, p += 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        h = (h ^ word) * factor;
        h ^= h >> 32;
    }
    for (; len; len--, p++) h = (h ^ *p) * factor;
    return (uint32_t)(h >> 32);
}

/* --- making and freeing ---------------------------------------------------------------- */

static void *table_row(const Table *table, uint32_t id, size_t size) {
    char *rows = table->pages.items[id >> TABLE_BITS].rows;
    return rows ? rows + (id & (TABLE_PAGE - 1)) * size : NULL;
}

static void *table_add(Table *table, size_t size) {
    if ((table->len & (TABLE_PAGE - 1)) == 0)
        vec_push(&table->pages, (TablePage){.rows = mem_alloc(TABLE_PAGE * size)});
    void *row = table_row(table, table->len++, size);
    memset(row, 0, size);
    return row;
}

static size_t table_memory(const Table *table, size_t size) {
    size_t pages = 0;
    for (uint32_t i = 0; i < table->pages.len; i++) pages += table->pages.items[i].rows != NULL;
    return pages * TABLE_PAGE * size + table->pages.cap * sizeof *table->pages.items;
}

static void table_deinit(Table *table) {
    for (uint32_t i = 0; i < table->pages.len; i++) mem_free(table->pages.items[i].rows);
    vec_deinit(&table->pages);
}

static void texts_deinit(Texts *texts) {
    vec_deinit(&texts->list);
    mem_free(texts->index.slots);
    arena_deinit(&texts->arena);
}

static size_t index_memory(const Index *x) {
    return x->room * sizeof *x->slots;
}

static size_t texts_memory(const Texts *texts) {
    return texts->arena.total + texts->list.cap * sizeof *texts->list.items + index_memory(&texts->index);
}

TraceTables *tables_new(void) {
    TraceTables *s = mem_zalloc(sizeof *s);
    vec_push(&s->texts.list, ((Text){"", 0}));
    vec_push(&s->spots, (TraceSpot){0});
    vec_push(&s->places, (TracePlace){0});
    table_add(&s->objects, sizeof(TraceObject));
    table_add(&s->tasks, sizeof(TraceTask));
    return s;
}

void tables_free(TraceTables *s) {
    texts_deinit(&s->texts);
    texts_deinit(&s->passing);
    vec_deinit(&s->spots);
    vec_deinit(&s->places);
    table_deinit(&s->objects);
    table_deinit(&s->tasks);
    vec_deinit(&s->notes);
    mem_free(s->spot_index.slots);
    mem_free(s->place_index.slots);
    mem_free(s);
}

size_t tables_memory(const TraceTables *s) {
    return sizeof *s + texts_memory(&s->texts) + texts_memory(&s->passing) +
           s->spots.cap * sizeof *s->spots.items + s->places.cap * sizeof *s->places.items +
           table_memory(&s->objects, sizeof(TraceObject)) + table_memory(&s->tasks, sizeof(TraceTask)) +
           s->notes.cap * sizeof *s->notes.items + index_memory(&s->spot_index) +
           index_memory(&s->place_index);
}

/* --- texts ------------------------------------------------------------------------------ */

/* In the number of a passing text; the rest counts them, and begins again after as many. */
#define PASSING 0x40000000u
#define STRING_BITS 0x7FFFFFFFu

static uint32_t add_text(Texts *texts, const char *text, size_t len) {
    vec_push(&texts->list, ((Text){arena_strndup(&texts->arena, text, len), (uint32_t)len}));
    return texts->list.len - 1;
}

/* The index knows places in the list, from 1. */
static uint32_t find_text(Texts *texts, const char *text, size_t len) {
    uint32_t hash = hash_bytes(text, len), at = hash;
    for (uint32_t id; (id = index_next(&texts->index, hash, &at)) != 0;) {
        const Text *have = &texts->list.items[id - 1];
        if (have->len == len && memcmp(have->bytes, text, len) == 0) return id - 1;
    }
    uint32_t place = add_text(texts, text, len);
    index_add(&texts->index, hash, place + 1);
    return place;
}

static StringId passing_id(const Texts *passing, uint32_t place) {
    return PASSING | ((passing->first + place) & (PASSING - 1));
}

StringId trace_string(Trace *t, const char *text, size_t len) {
    if (!t || t->full || len == 0) return 0;
    return find_text(&t->tables->texts, text, len);
}

StringId trace_cstring(Trace *t, const char *text) {
    return trace_string(t, text, strlen(text));
}

StringId trace_passing(Trace *t, const char *text, size_t len) {
    if (!t || t->full || len == 0) return 0;
    Texts *passing = &t->tables->passing;
    return passing_id(passing, find_text(passing, text, len));
}

StringId trace_passing_once(Trace *t, const char *text, size_t len) {
    if (!t || t->full || len == 0) return 0;
    Texts *passing = &t->tables->passing;
    return passing_id(passing, add_text(passing, text, len));
}

const char *trace_text(const Trace *t, StringId id, size_t *len) {
    static const Text forgotten = {"", 0};
    const Texts *texts = id & PASSING ? &t->tables->passing : &t->tables->texts;
    uint32_t place = (id - texts->first) & (PASSING - 1);
    const Text *text = place < texts->list.len ? &texts->list.items[place] : &forgotten;
    if (len) *len = text->len;
    return text->bytes;
}

/* --- forgetting -------------------------------------------------------------------------- */

/* No event is left that could ask for a passing text. */
static void forget_texts(Texts *passing) {
    enum { ENOUGH = 64 * 1024 };
    if (passing->arena.total < ENOUGH) return;
    arena_deinit(&passing->arena);
    passing->first = (passing->first + passing->list.len) & (PASSING - 1);
    vec_deinit(&passing->list);
    mem_free(passing->index.slots);
    passing->index = (Index){0};
}

/* What is told of until its end and not beyond; who else is alive, the engine knows. */
static bool tells_its_end(ObjectKind kind) {
    switch (kind) {
    case OBJECT_TASK_GROUP:
    case OBJECT_TIMEOUT:
    case OBJECT_WAIT:
    case OBJECT_WAIT_FOR:
    case OBJECT_REQUEST:
    case OBJECT_JOB:
    case OBJECT_LOOP: /* these two do not tell it, and there are few */
    case OBJECT_BARRIER: return true;
    default: return false;
    }
}

static void object_ended(TraceTables *s, ObjectId id) {
    const TraceObject *o = table_row(&s->objects, id, sizeof *o);
    if (o && tells_its_end(o->kind)) s->objects.pages.items[id >> TABLE_BITS].open--;
}

void tables_forget_event(TraceTables *s, const TraceEvent *e) {
    switch (event_kind(e)) {
    case EV_GROUP_ENDED:
    case EV_REQUEST_ENDED:
    case EV_JOB_ENDED: object_ended(s, e->a); break;
    default: break;
    }
}

void tables_forget_texts(TraceTables *s) {
    forget_texts(&s->passing);
}

bool trace_wants_sweep(const Trace *t) {
    enum { MANY = 16 * TABLE_PAGE };
    const TraceTables *s = t->tables;
    return s->objects.len - s->objects.swept + s->tasks.len - s->tasks.swept >= MANY;
}

void trace_keep_object(Trace *t, ObjectId id) {
    t->tables->objects.pages.items[id >> TABLE_BITS].kept = true;
}

void trace_keep_task(Trace *t, TaskId id) {
    t->tables->tasks.pages.items[id >> TABLE_BITS].kept = true;
}

/* The last page is still being written, and the one before may have what is not on the heap yet. */
static void sweep(Table *table) {
    for (uint32_t i = 0; i + 2 < table->pages.len; i++) {
        TablePage *page = &table->pages.items[i];
        if (!page->kept && !page->open) {
            mem_free(page->rows);
            page->rows = NULL;
        }
        page->kept = false;
    }
    table->swept = table->len;
}

void trace_sweep(Trace *t) {
    trace_keep_object(t, 0);
    trace_keep_task(t, 0);
    sweep(&t->tables->objects);
    sweep(&t->tables->tasks);
}

/* --- places ----------------------------------------------------------------------------- */

SpotId trace_spot(Trace *t, const TraceSpot *spot) {
    if (!t || t->full) return 0;
    TraceTables *s = t->tables;
    uint32_t hash = hash_bytes(spot, sizeof *spot), at = hash;
    for (SpotId id; (id = index_next(&s->spot_index, hash, &at)) != 0;)
        if (memcmp(&s->spots.items[id], spot, sizeof *spot) == 0) return id;
    vec_push(&s->spots, *spot);
    index_add(&s->spot_index, hash, s->spots.len - 1);
    return s->spots.len - 1;
}

PlaceId trace_place(Trace *t, PlaceId parent, SpotId spot) {
    if (!t || t->full) return 0;
    TraceTables *s = t->tables;
    uint64_t mixed = ((uint64_t)parent << 32 | spot) * 0x9E3779B97F4A7C15u;
    uint32_t hash = (uint32_t)(mixed >> 32), at = hash;
    for (PlaceId id; (id = index_next(&s->place_index, hash, &at)) != 0;) {
        const TracePlace *have = &s->places.items[id];
        if (have->parent == parent && have->spot == spot) return id;
    }
    if (s->places.len > PLACE_MAX) return 0;
    vec_push(&s->places, ((TracePlace){parent, spot}));
    index_add(&s->place_index, hash, s->places.len - 1);
    return s->places.len - 1;
}

const TraceSpot *trace_spot_at(const Trace *t, SpotId id) {
    return &t->tables->spots.items[id];
}

const TracePlace *trace_place_at(const Trace *t, PlaceId id) {
    return &t->tables->places.items[id];
}

/* --- objects and tasks -------------------------------------------------------------------- */

ObjectId trace_make(Trace *t, ObjectKind kind, uint64_t time, TaskId task, PlaceId place, uint32_t count) {
    if (!t || t->full) return 0;
    TraceTables *s = t->tables;
    ObjectId id = s->objects.len;
    EventIndex made = trace_add(t, EV_MADE, time, task, place, id, count);
    if (!made) return 0;
    TraceObject *o = table_add(&s->objects, sizeof *o);
    *o = (TraceObject){kind, ++s->numbers[kind], count, 0, made, 0};
    if (tells_its_end(kind)) s->objects.pages.items[id >> TABLE_BITS].open++;
    return id;
}

void trace_name(Trace *t, ObjectId object, uint64_t time, TaskId task, PlaceId place, StringId name) {
    if (!t || t->full || !object || !name) return;
    TraceObject *o = table_row(&t->tables->objects, object, sizeof *o);
    if (!o) return;
    o->named = trace_add(t, EV_NAMED, time, task, place, object, name);
    o->name = name;
}

TaskId trace_make_task(Trace *t, uint64_t time, PlaceId place, TaskId maker, NameCode name, StringId function,
                       EventIndex coroutine) {
    if (!t || t->full) return 0;
    TraceTables *s = t->tables;
    TaskId id = s->tasks.len;
    EventIndex made = trace_add(t, EV_TASK_MADE, time, id, place, maker, name);
    if (!made) return 0;
    TraceTask *task = table_add(&s->tasks, sizeof *task);
    *task = (TraceTask){.function = function & STRING_BITS, .made = made, .coroutine = coroutine};
    return id;
}

void trace_library_task(Trace *t, TaskId task) {
    TraceTask *row = t && task ? table_row(&t->tables->tasks, task, sizeof *row) : NULL;
    if (row) row->library = true;
}

const TraceObject *trace_object_at(const Trace *t, ObjectId id) {
    static const TraceObject forgotten = {0};
    const TraceObject *o = table_row(&t->tables->objects, id, sizeof *o);
    return o ? o : &forgotten;
}

const TraceTask *trace_task_at(const Trace *t, TaskId id) {
    static const TraceTask forgotten = {0};
    const TraceTask *task = table_row(&t->tables->tasks, id, sizeof *task);
    return task ? task : &forgotten;
}

uint32_t trace_tasks(const Trace *t) {
    return t->tables->tasks.len - 1;
}

uint32_t trace_objects(const Trace *t) {
    return t->tables->objects.len - 1;
}
