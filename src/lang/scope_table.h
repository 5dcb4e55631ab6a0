/* The scopes while they are built: symbols with what is known of them so far. */
#ifndef TOQUE_LANG_SCOPE_TABLE_H
#define TOQUE_LANG_SCOPE_TABLE_H

#include "lang/scope.h"

#include "base/vec.h"

typedef enum Mark {
    MARK_PARAM = 1,
    MARK_LOCAL = 2, /* bound here in any way */
    MARK_USED = 4,
    MARK_GLOBAL = 8,
    MARK_NONLOCAL = 16,
    MARK_ANNOTATED = 32,
    MARK_ITERATION = 64, /* a `for` target of a comprehension */
    MARK_PASSED = 128,   /* only here because an inner scope needs it */
} Mark;

/* The first member makes a Scope * a ScopeTable *. */
typedef struct ScopeTable {
    Scope scope;
    struct ScopeTable *next; /* in order of appearance: outer ones come first */
    VEC(Symbol) symbols;     /* moved to the arena in the end */
    VEC(uint8_t) marks;      /* beside symbols */
} ScopeTable;

ScopeTable *table_of(Scope *s);
Symbol *table_find(ScopeTable *t, Name name, uint8_t *marks); /* marks may be NULL */
/* Adds the name if it is new; marks it in any case. */
Symbol *table_mark(ScopeTable *t, Name name, unsigned marks, Span span);
void table_finish(ScopeTable *t, Arena *arena);

/* Pass two, resolve.c. */
void scope_resolve(ScopeTable *first, Names *names, Diags *diags, bool whole);

#endif
