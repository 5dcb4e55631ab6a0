/* Most scopes have a handful of names, a generated file may have a million in one: few are
 * searched, many are indexed. */
#include "lang/scope_table.h"

#include <stdint.h>
#include <string.h>

enum { FEW = 8 }; /* as many are found faster one by one */

static uint32_t hash(Name name) {
    return (uint32_t)(((uintptr_t)name >> 3) * 2654435761u);
}

ScopeTable *table_of(Scope *s) {
    return (ScopeTable *)s;
}

/* --- the index: slots hold a symbol's number plus one ------------------------------- */

static void index_add(Scope *s, Name name, uint32_t number) {
    uint32_t i = hash(name) >> 7 & s->table_mask;
    while (s->table[i]) i = (i + 1) & s->table_mask;
    s->table[i] = number + 1;
}

static void index_rebuild(ScopeTable *t) {
    Scope *s = &t->scope;
    s->table_mask = s->table ? s->table_mask * 2 + 1 : FEW * 4 - 1;
    mem_free(s->table);
    s->table = mem_zalloc(((size_t)s->table_mask + 1) * sizeof *s->table);
    for (uint32_t i = 0; i < t->symbols.len; i++) index_add(s, t->symbols.items[i].name, i);
}

static uint32_t find(const Scope *s, const Symbol *symbols, uint32_t count, Name name) {
    if (!s->table) {
        for (uint32_t i = 0; i < count; i++) {
            if (symbols[i].name == name) return i;
        }
        return count;
    }
    for (uint32_t i = hash(name) >> 7 & s->table_mask; s->table[i]; i = (i + 1) & s->table_mask) {
        if (symbols[s->table[i] - 1].name == name) return s->table[i] - 1;
    }
    return count;
}

/* --- building ------------------------------------------------------------------------ */

Symbol *table_find(ScopeTable *t, Name name, uint8_t *marks) {
    uint32_t i = find(&t->scope, t->symbols.items, t->symbols.len, name);
    if (marks) *marks = i < t->symbols.len ? t->marks.items[i] : 0;
    return i < t->symbols.len ? &t->symbols.items[i] : NULL;
}

Symbol *table_mark(ScopeTable *t, Name name, unsigned marks, Span span) {
    uint32_t i = find(&t->scope, t->symbols.items, t->symbols.len, name);
    if (i == t->symbols.len) {
        Symbol symbol = {.name = name, .kind = SYM_GLOBAL, .first = span};
        vec_push(&t->symbols, symbol);
        vec_push(&t->marks, 0);
        if (t->scope.table && t->symbols.len * 2 < t->scope.table_mask) index_add(&t->scope, name, i);
        else if (t->symbols.len > FEW) index_rebuild(t);
    }
    t->marks.items[i] |= (uint8_t)marks;
    Symbol *symbol = &t->symbols.items[i];
    symbol->is_param |= (marks & MARK_PARAM) != 0;
    symbol->is_bound |= (marks & (MARK_PARAM | MARK_LOCAL)) != 0;
    symbol->is_used |= (marks & MARK_USED) != 0;
    return symbol;
}

static void *move(Arena *arena, void *from, size_t size) {
    void *to = arena_alloc(arena, size);
    if (size > 0) memcpy(to, from, size);
    return to;
}

/* What was grown by doubling is copied to its exact size, to live as long as the tree. */
void table_finish(ScopeTable *t, Arena *arena) {
    Scope *s = &t->scope;
    s->count = t->symbols.len;
    s->symbols = move(arena, t->symbols.items, s->count * sizeof *s->symbols);
    if (s->table) {
        uint32_t *table = s->table;
        s->table = move(arena, table, ((size_t)s->table_mask + 1) * sizeof *table);
        mem_free(table);
    }
    vec_deinit(&t->symbols);
    vec_deinit(&t->marks);
}

const Symbol *scope_find(const Scope *s, Name name) {
    uint32_t i = find(s, s->symbols, s->count, name);
    return i < s->count ? &s->symbols[i] : NULL;
}

Scope *scope_next(const Scope *s) {
    ScopeTable *next = ((const ScopeTable *)s)->next;
    return next ? &next->scope : NULL;
}
