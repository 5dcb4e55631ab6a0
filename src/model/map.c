#include "model/map.h"

#include "base/mem.h"

static struct MapSlot *slot_of(const Map *m, uint32_t key) {
    uint32_t i = key * 0x9E3779B1u & (m->room - 1);
    while (m->slots[i].key && m->slots[i].key != key) i = (i + 1) & (m->room - 1);
    return &m->slots[i];
}

static void grow(Map *m) {
    Map larger = {.room = m->room ? m->room * 2 : 16, .used = m->used};
    larger.slots = mem_zalloc(larger.room * sizeof *larger.slots);
    for (uint32_t i = 0; i < m->room; i++)
        if (m->slots[i].key) *slot_of(&larger, m->slots[i].key) = m->slots[i];
    mem_free(m->slots);
    *m = larger;
}

uint32_t *map_put(Map *m, uint32_t key) {
    if (m->used * 2 >= m->room) grow(m);
    struct MapSlot *slot = slot_of(m, key);
    if (!slot->key) m->used++;
    slot->key = key;
    return &slot->value;
}

uint32_t map_get(const Map *m, uint32_t key) {
    return m->room && key ? slot_of(m, key)->value : 0;
}

void map_deinit(Map *m) {
    mem_free(m->slots);
    *m = (Map){0};
}

size_t map_memory(const Map *m) {
    return m->room * sizeof *m->slots;
}
