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

TraceTables *tables_new(void) {
    TraceTables *s = mem_zalloc(sizeof *s);
    vec_push(&s->texts, ((Text){"", 0}));
    vec_push(&s->spots, (TraceSpot){0});
    vec_push(&s->places, (TracePlace){0});
    vec_push(&s->objects, (TraceObject){0});
    vec_push(&s->tasks, (TraceTask){0});
    return s;
}

void tables_free(TraceTables *s) {
    vec_deinit(&s->texts);
    vec_deinit(&s->spots);
    vec_deinit(&s->places);
    vec_deinit(&s->objects);
    vec_deinit(&s->tasks);
    vec_deinit(&s->notes);
    mem_free(s->text_index.slots);
    mem_free(s->spot_index.slots);
    mem_free(s->place_index.slots);
    arena_deinit(&s->arena);
    mem_free(s);
}

static size_t index_memory(const Index *x) {
    return x->room * sizeof *x->slots;
}

size_t tables_memory(const TraceTables *s) {
    return sizeof *s + s->arena.total + s->texts.cap * sizeof *s->texts.items +
           s->spots.cap * sizeof *s->spots.items + s->places.cap * sizeof *s->places.items +
           s->objects.cap * sizeof *s->objects.items + s->tasks.cap * sizeof *s->tasks.items + s->notes.cap * sizeof *s->notes.items +
           index_memory(&s->text_index) + index_memory(&s->spot_index) + index_memory(&s->place_index);
}

/* --- texts ------------------------------------------------------------------------------ */

StringId trace_string_once(Trace *t, const char *text, size_t len) {
    if (!t || t->full || len == 0) return 0;
    TraceTables *s = t->tables;
    vec_push(&s->texts, ((Text){arena_strndup(&s->arena, text, len), (uint32_t)len}));
    return s->texts.len - 1;
}

StringId trace_string(Trace *t, const char *text, size_t len) {
    if (!t || t->full || len == 0) return 0;
    TraceTables *s = t->tables;
    uint32_t hash = hash_bytes(text, len), at = hash;
    for (StringId id; (id = index_next(&s->text_index, hash, &at)) != 0;) {
        const Text *have = &s->texts.items[id];
        if (have->len == len && memcmp(have->bytes, text, len) == 0) return id;
    }
    StringId id = trace_string_once(t, text, len);
    index_add(&s->text_index, hash, id);
    return id;
}

StringId trace_cstring(Trace *t, const char *text) {
    return trace_string(t, text, strlen(text));
}

const char *trace_text(const Trace *t, StringId id, size_t *len) {
    const Text *text = &t->tables->texts.items[id];
    if (len) *len = text->len;
    return text->bytes;
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
    vec_push(&s->objects, ((TraceObject){kind, ++s->numbers[kind], count, 0, made, 0}));
    return id;
}

void trace_name(Trace *t, ObjectId object, uint64_t time, TaskId task, PlaceId place, StringId name) {
    if (!t || t->full || !object || !name) return;
    TraceObject *o = &t->tables->objects.items[object];
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
    vec_push(&s->tasks, ((TraceTask){function, made, coroutine, false}));
    return id;
}

void trace_library_task(Trace *t, TaskId task) {
    if (t && task) t->tables->tasks.items[task].library = true;
}

const TraceObject *trace_object_at(const Trace *t, ObjectId id) {
    return &t->tables->objects.items[id];
}

const TraceTask *trace_task_at(const Trace *t, TaskId id) {
    return &t->tables->tasks.items[id];
}

uint32_t trace_tasks(const Trace *t) {
    return t->tables->tasks.len - 1;
}

uint32_t trace_objects(const Trace *t) {
    return t->tables->objects.len - 1;
}
