#include "lang/names.h"

#include <string.h>

enum { FIRST_SLOTS = 256 };

static uint32_t hash(const char *text, size_t len) {
    uint32_t h = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < len; i++) h = (h ^ (unsigned char)text[i]) * 16777619u;
    return h;
}

/* The slot of the name, or the free one where it belongs. */
static uint32_t slot_of(const Names *n, const char *text, size_t len, uint32_t h) {
    for (uint32_t i = h & n->mask;; i = (i + 1) & n->mask) {
        Name name = n->slots[i];
        if (!name) return i;
        if (n->hashes[i] == h && strncmp(name, text, len) == 0 && name[len] == '\0') return i;
    }
}

static void grow(Names *n) {
    Names old = *n;
    n->mask = old.mask * 2 + 1;
    n->slots = mem_zalloc(((size_t)n->mask + 1) * sizeof *n->slots);
    n->hashes = mem_zalloc(((size_t)n->mask + 1) * sizeof *n->hashes);
    for (uint32_t i = 0; i <= old.mask; i++) {
        if (!old.slots[i]) continue;
        uint32_t at = old.hashes[i] & n->mask;
        while (n->slots[at]) at = (at + 1) & n->mask;
        n->slots[at] = old.slots[i];
        n->hashes[at] = old.hashes[i];
    }
    mem_free(old.slots);
    mem_free(old.hashes);
}

void names_init(Names *n, Arena *arena) {
    *n = (Names){.arena = arena, .mask = FIRST_SLOTS - 1};
    n->slots = mem_zalloc(FIRST_SLOTS * sizeof *n->slots);
    n->hashes = mem_zalloc(FIRST_SLOTS * sizeof *n->hashes);
}

void names_deinit(Names *n) {
    mem_free(n->slots);
    mem_free(n->hashes);
    *n = (Names){0};
}

Name names_intern(Names *n, const char *text, size_t len) {
    uint32_t h = hash(text, len);
    uint32_t i = slot_of(n, text, len, h);
    if (n->slots[i]) return n->slots[i];
    Name name = arena_strndup(n->arena, text, len);
    n->slots[i] = name;
    n->hashes[i] = h;
    if (++n->count > n->mask / 2) grow(n);
    return name;
}

Name names_add(Names *n, const char *text) {
    return names_intern(n, text, strlen(text));
}

Name names_find(const Names *n, const char *text) {
    size_t len = strlen(text);
    return n->slots[slot_of(n, text, len, hash(text, len))];
}

/* As CPython: not `__x__`, not a dotted name, and not in a class named only `_`. */
Name names_mangle(Names *n, Name class_name, Name name) {
    if (!class_name || name[0] != '_' || name[1] != '_') return name;
    size_t len = strlen(name);
    if ((name[len - 1] == '_' && name[len - 2] == '_') || strchr(name, '.')) return name;
    while (*class_name == '_') class_name++;
    if (*class_name == '\0') return name;
    size_t class_len = strlen(class_name);
    char *text = mem_alloc(class_len + len + 1);
    text[0] = '_';
    memcpy(text + 1, class_name, class_len);
    memcpy(text + 1 + class_len, name, len);
    Name mangled = names_intern(n, text, 1 + class_len + len);
    mem_free(text);
    return mangled;
}

/* --- sets ---------------------------------------------------------------------------- */

static uint32_t place_of(const NameSet *set, Name name) {
    uint32_t i = (uint32_t)(((uintptr_t)name >> 3) * 2654435761u) >> 7;
    for (i &= set->mask; set->slots[i] && set->slots[i] != name;) i = (i + 1) & set->mask;
    return i;
}

bool nameset_has(const NameSet *set, Name name) {
    return set->slots && set->slots[place_of(set, name)] == name;
}

static void grow_set(NameSet *set) {
    NameSet old = *set;
    set->mask = old.slots ? old.mask * 2 + 1 : 31;
    set->slots = mem_zalloc(((size_t)set->mask + 1) * sizeof *set->slots);
    for (uint32_t i = 0; old.slots && i <= old.mask; i++) {
        if (old.slots[i]) set->slots[place_of(set, old.slots[i])] = old.slots[i];
    }
    mem_free(old.slots);
}

bool nameset_add(NameSet *set, Name name) {
    if (!set->slots || set->count * 2 > set->mask) grow_set(set);
    uint32_t i = place_of(set, name);
    if (set->slots[i]) return false;
    set->slots[i] = name;
    set->count++;
    return true;
}

void nameset_deinit(NameSet *set) {
    mem_free(set->slots);
    *set = (NameSet){0};
}
