/* From a number to a number. Zeroed memory is an empty one; what is not in it is 0. */
#ifndef TOQUE_MODEL_MAP_H
#define TOQUE_MODEL_MAP_H

#include <stddef.h>
#include <stdint.h>

typedef struct Map {
    struct MapSlot {
        uint32_t key, value; /* key 0: free */
    } * slots;               /* owned */
    uint32_t room, used;
} Map;

uint32_t *map_put(Map *m, uint32_t key); /* its value, 0 if it is new; the key must not be 0 */
uint32_t map_get(const Map *m, uint32_t key);
void map_deinit(Map *m);
size_t map_memory(const Map *m);

#endif
