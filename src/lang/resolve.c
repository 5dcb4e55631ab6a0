/* Decides whose each name is, once every scope has been read. */
#include "lang/scope_table.h"

typedef struct Resolver {
    Names *names;
    Diags *diags;
    Name class_cell; /* "__class__" */
    bool whole;
} Resolver;

/* The scope that has the variable which `name` means in `s`, if that is not `s` itself
 * and not the module: the nearest function around it that binds the name. */
static ScopeTable *find_owner(const Resolver *r, Scope *s, Name name) {
    for (Scope *p = s->parent; p && p->kind != SCOPE_MODULE; p = p->parent) {
        if (p->kind == SCOPE_CLASS) {
            if (name == r->class_cell) return table_of(p);
            continue;
        }
        uint8_t marks;
        if (!table_find(table_of(p), name, &marks)) continue;
        if (marks & MARK_NONLOCAL) continue;
        if (marks & MARK_GLOBAL) return NULL;
        if (marks & (MARK_LOCAL | MARK_PARAM)) return table_of(p);
    }
    return NULL;
}

/* All scopes between a variable's owner and its user hand it on. */
static void hand_on(Scope *s, ScopeTable *owner, Name name, Span span) {
    for (Scope *p = s->parent; p != &owner->scope; p = p->parent) {
        Symbol *symbol = table_find(table_of(p), name, NULL);
        if (!symbol) {
            symbol = table_mark(table_of(p), name, MARK_PASSED, span);
            symbol->kind = SYM_FREE;
        } else if (p->kind == SCOPE_CLASS && symbol->kind != SYM_FREE) {
            symbol->passes_free = true;
        }
    }
    if (owner->scope.kind == SCOPE_CLASS) {
        owner->scope.needs_class_cell = true;
    } else if (s->host != owner->scope.host) {
        /* Another frame needs it; a comprehension of the same frame would not. */
        table_find(owner, name, NULL)->kind = SYM_CELL;
    }
}

/* Names that no function around binds are the module's, or builtins: told apart at run
 * time, as the module may bind them later. */
static SymbolKind resolve_outside(const Resolver *r, ScopeTable *t, uint32_t i, bool nonlocal) {
    Name name = t->symbols.items[i].name;
    Span span = t->symbols.items[i].first;
    ScopeTable *owner = find_owner(r, &t->scope, name);
    if (owner) {
        hand_on(&t->scope, owner, name, span);
        return SYM_FREE;
    }
    if (nonlocal && r->whole) {
        Diag *diag = diag_error(r->diags, span, MSG_NONLOCAL_UNBOUND, name, NULL);
        diag_hint(r->diags, diag, MSG_HINT_NONLOCAL_UNBOUND, name, NULL);
    }
    return SYM_GLOBAL;
}

/* Outer scopes come first, so that owners are known when inner scopes make them cells.
 * Symbols that hand_on adds meanwhile are decided already. */
static void resolve_scope(const Resolver *r, ScopeTable *t) {
    uint32_t count = t->symbols.len;
    for (uint32_t i = 0; i < count; i++) {
        uint8_t marks = t->marks.items[i];
        if (marks & MARK_PASSED) continue;
        SymbolKind kind;
        if (marks & MARK_GLOBAL) kind = SYM_GLOBAL_EXPLICIT;
        else if (marks & MARK_NONLOCAL) kind = resolve_outside(r, t, i, true);
        else if (marks & (MARK_LOCAL | MARK_PARAM)) kind = SYM_LOCAL;
        else kind = resolve_outside(r, t, i, false);
        t->symbols.items[i].kind = kind;
    }
}

/* In a comprehension: whether a name from outside is a slot of the frame, not a cell. */
static bool is_slot_of_frame(const Scope *s, Name name) {
    for (Scope *p = s->parent;; p = p->parent) {
        const Symbol *symbol = table_find(table_of(p), name, NULL);
        if (symbol && p->kind != SCOPE_CLASS) return symbol->kind == SYM_LOCAL;
        if (p == s->host) return false;
    }
}

/* A name of the frame that is no cell is the same slot for the comprehension. */
static void share_slots(ScopeTable *t, Arena *arena) {
    Scope *s = &t->scope;
    s->from_host = arena_alloc(arena, t->symbols.len * sizeof *s->from_host);
    for (uint32_t i = 0; i < t->symbols.len; i++) {
        Symbol *symbol = &t->symbols.items[i];
        if (symbol->kind != SYM_FREE || !is_slot_of_frame(s, symbol->name)) continue;
        symbol->kind = SYM_LOCAL;
        s->from_host[i] = true;
    }
}

void scope_resolve(ScopeTable *first, Names *names, Diags *diags, bool whole) {
    Resolver r = {
        .names = names, .diags = diags, .whole = whole, .class_cell = names_add(names, "__class__")};
    for (ScopeTable *t = first; t; t = t->next) resolve_scope(&r, t);
    for (ScopeTable *t = first; t; t = t->next) {
        if (t->scope.kind == SCOPE_COMPREHENSION) share_slots(t, names->arena);
    }
}
