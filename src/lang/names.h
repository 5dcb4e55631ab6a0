/* The names of one module, each stored once: equal names are equal pointers. */
#ifndef TOQUE_LANG_NAMES_H
#define TOQUE_LANG_NAMES_H

#include "lang/ast.h"

typedef struct Names {
    Arena *arena; /* borrowed: the text of the names */
    Name *slots;  /* owned; open addressing, mask + 1 of them */
    uint32_t *hashes;
    uint32_t mask, count;
} Names;

void names_init(Names *n, Arena *arena);
void names_deinit(Names *n);
Name names_intern(Names *n, const char *text, size_t len);
Name names_add(Names *n, const char *text);
/* NULL if there is no such name in the module. */
Name names_find(const Names *n, const char *text);
/* `__x` to `_Class__x`; class_name may be NULL. */
Name names_mangle(Names *n, Name class_name, Name name);

/* A set of names of one module. Zeroed memory is an empty one. */
typedef struct NameSet {
    Name *slots; /* owned */
    uint32_t mask, count;
} NameSet;

bool nameset_has(const NameSet *set, Name name);
bool nameset_add(NameSet *set, Name name); /* false if it was there already */
void nameset_deinit(NameSet *set);

#endif
