/* Names: where each one lives (Scope says what kind it is), and the instructions for it. */
#include "vm/compile.h"

#include <assert.h>
#include <string.h>

typedef enum Where { IN_SLOT, IN_CELL, IN_CLASS_CELL, IN_GLOBALS, IN_NAMESPACE } Where;

typedef struct Place {
    Where where;
    uint32_t slot;
} Place;

/* --- envs ------------------------------------------------------------------------- */

static uint32_t hash_name(Name name) {
    return (uint32_t)(((uint64_t)(uintptr_t)name >> 3) * 0x9E3779B97F4A7C15u >> 32);
}

static Env *env_new(Compiler *c, const Scope *scope) {
    Env *env = arena_alloc(&c->arena, sizeof *env);
    uint32_t size = 8;
    while (size < scope->count * 2) size *= 2;
    env->scope = scope;
    env->mask = size - 1;
    env->index = arena_alloc(&c->arena, size * sizeof *env->index);
    env->slots = arena_alloc(&c->arena, (scope->count + 1) * sizeof *env->slots);
    for (uint32_t i = 0; i < scope->count; i++) {
        env->slots[i] = NO_SLOT;
        uint32_t h = hash_name(scope->symbols[i].name);
        while (env->index[h & env->mask]) h++;
        env->index[h & env->mask] = i + 1;
    }
    return env;
}

static const Symbol *env_find(const Env *env, Name name, uint32_t *slot) {
    uint32_t h = hash_name(name);
    for (uint32_t i; (i = env->index[h & env->mask]) != 0; h++) {
        const Symbol *symbol = &env->scope->symbols[i - 1];
        if (symbol->name != name) continue;
        *slot = env->slots[i - 1];
        return symbol;
    }
    return NULL;
}

static void set_slot(Env *env, Name name, uint32_t slot) {
    uint32_t h = hash_name(name);
    for (uint32_t i; (i = env->index[h & env->mask]) != 0; h++) {
        if (env->scope->symbols[i - 1].name != name) continue;
        env->slots[i - 1] = slot;
        return;
    }
}

static Str *intern(Compiler *c, Name name) {
    return str_intern(c->vm, name, strlen(name));
}

static uint32_t new_slot(Compiler *c, Name name) {
    vec_push(&c->unit->slot_names, intern(c, name));
    return c->unit->slot_names.len - 1;
}

static uint32_t free_slot(Compiler *c, Name name) {
    Unit *u = c->unit;
    for (uint32_t i = 0; i < u->frees.len; i++)
        if (u->frees.items[i] == name) return FREE_SLOTS + i;
    vec_push(&u->frees, name);
    return FREE_SLOTS + u->frees.len - 1;
}

static void add_params(Compiler *c, Env *env, const Param *list) {
    for (; list; list = list->next) set_slot(env, list->name, new_slot(c, list->name));
}

static void add_all_params(Compiler *c, Env *env, const Params *p) {
    add_params(c, env, p->positional_only);
    add_params(c, env, p->positional);
    add_params(c, env, p->keyword_only);
    add_params(c, env, p->star);
    add_params(c, env, p->double_star);
}

static bool has_slots(const Scope *s) {
    return s->kind != SCOPE_MODULE && s->kind != SCOPE_CLASS;
}

static bool is_name(Name name, const char *text) {
    return strcmp(name, text) == 0;
}

/* Every local, cell and free variable of a function, whether its code mentions it or not:
 * super() looks for __class__ among them. */
static void add_symbols(Compiler *c, Env *env) {
    const Scope *s = env->scope;
    for (uint32_t i = 0; i < s->count; i++) {
        const Symbol *symbol = &s->symbols[i];
        if (symbol->kind == SYM_FREE) free_slot(c, symbol->name);
        bool own = symbol->kind == SYM_LOCAL || symbol->kind == SYM_CELL;
        if (own && has_slots(s) && env->slots[i] == NO_SLOT) env->slots[i] = new_slot(c, symbol->name);
        if (symbol->kind == SYM_CELL && env->slots[i] != NO_SLOT) emit(c, OP_MAKE_CELL, env->slots[i]);
    }
}

static void add_class_cell(Compiler *c, Unit *u) {
    if (!u->scope->needs_class_cell) return;
    u->class_cell = new_slot(c, "__class__");
    emit(c, OP_MAKE_CELL, u->class_cell);
}

void env_push_unit(Compiler *c, Unit *u, const Params *params) {
    Env *env = env_new(c, u->scope);
    env->qualname = u->qualname;
    u->env = env;
    if (u->scope->kind == SCOPE_GENERATOR) {
        uint32_t slot = new_slot(c, ".0");
        if (u->scope->count && is_name(u->scope->symbols[0].name, ".0")) env->slots[0] = slot;
    }
    if (params) add_all_params(c, env, params);
    add_symbols(c, env);
    add_class_cell(c, u);
}

/* --- comprehensions ---------------------------------------------------------------- */

static uint32_t take_spare(Compiler *c, Name name) {
    Unit *u = c->unit;
    for (uint32_t i = 0; i < u->spares.len; i++) {
        SpareSlot *s = &u->spares.items[i];
        if (s->taken || s->name != name) continue;
        s->taken = true;
        return s->slot;
    }
    SpareSlot s = {.name = name, .slot = new_slot(c, name), .taken = true};
    vec_push(&u->spares, s);
    return s.slot;
}

static void give_back(Unit *u, uint32_t slot) {
    for (uint32_t i = 0; i < u->spares.len; i++)
        if (u->spares.items[i].slot == slot) u->spares.items[i].taken = false;
}

static bool owns(const Scope *comprehension, uint32_t i) {
    SymbolKind kind = comprehension->symbols[i].kind;
    bool from_host = comprehension->from_host && comprehension->from_host[i];
    return !from_host && (kind == SYM_LOCAL || kind == SYM_CELL);
}

void env_push_comprehension(Compiler *c, const Scope *scope) {
    Env *env = env_new(c, scope);
    env->outer = c->unit->env;
    env->qualname = compile_qualname(c, NULL, scope->name);
    c->unit->env = env;
    for (uint32_t i = 0; i < scope->count; i++) {
        if (!owns(scope, i)) continue;
        env->slots[i] = take_spare(c, scope->symbols[i].name);
        if (scope->symbols[i].kind != SYM_CELL) continue;
        /* A run that failed in the midst of it may have left its cell there. */
        emit(c, OP_CLEAR_FAST, env->slots[i]);
        emit(c, OP_MAKE_CELL, env->slots[i]);
    }
}

void env_pop_comprehension(Compiler *c) {
    Unit *u = c->unit;
    const Env *env = u->env;
    for (uint32_t i = 0; i < env->scope->count; i++) {
        if (env->slots[i] == NO_SLOT) continue;
        emit(c, OP_CLEAR_FAST, env->slots[i]);
        give_back(u, env->slots[i]);
    }
    u->env = env->outer;
}

/* --- looking up -------------------------------------------------------------------- */

static Place in_host(Compiler *c, const Env *host, Name name, bool from_comprehension) {
    uint32_t slot = NO_SLOT;
    const Symbol *symbol = env_find(host, name, &slot);
    bool in_class = host->scope->kind == SCOPE_CLASS && !from_comprehension;
    if (symbol && symbol->kind == SYM_FREE)
        return (Place){in_class ? IN_CLASS_CELL : IN_CELL, free_slot(c, name)};
    if (slot != NO_SLOT) return (Place){symbol->kind == SYM_CELL ? IN_CELL : IN_SLOT, slot};
    if (in_class && !(symbol && symbol->kind == SYM_GLOBAL_EXPLICIT)) return (Place){IN_NAMESPACE, 0};
    return (Place){IN_GLOBALS, 0};
}

static Place find(Compiler *c, Name name) {
    const Env *env = c->unit->env;
    bool free = false;
    for (; env->outer; env = env->outer) {
        uint32_t slot = NO_SLOT;
        const Symbol *symbol = env_find(env, name, &slot);
        if (!symbol) continue;
        if (slot != NO_SLOT) return (Place){symbol->kind == SYM_CELL ? IN_CELL : IN_SLOT, slot};
        if (symbol->kind == SYM_GLOBAL || symbol->kind == SYM_GLOBAL_EXPLICIT) return (Place){IN_GLOBALS, 0};
        free = free || symbol->kind == SYM_FREE;
    }
    /* A class may have a name of its own and one of a function around it; its
     * comprehensions see the latter. */
    if (free && env->scope->kind == SCOPE_CLASS) return (Place){IN_CELL, free_slot(c, name)};
    return in_host(c, env, name, env != c->unit->env);
}

uint32_t closure_slot(Compiler *c, Name name) {
    const Env *env = c->unit->env;
    uint32_t slot = NO_SLOT;
    for (; env; env = env->outer) {
        const Symbol *symbol = env_find(env, name, &slot);
        if (symbol && symbol->kind == SYM_CELL && slot != NO_SLOT) return slot;
    }
    if (c->unit->class_cell != NO_SLOT && is_name(name, "__class__")) return c->unit->class_cell;
    assert(c->unit->outer); /* a module has nothing to close over */
    return free_slot(c, name);
}

/* The scope's own pointer for a name that is only known as text. */
Name name_known(Compiler *c, const char *text, size_t len) {
    const Scope *s = c->unit->env->scope;
    for (uint32_t i = 0; i < s->count; i++) {
        Name name = s->symbols[i].name;
        if (strncmp(name, text, len) == 0 && name[len] == '\0') return name;
    }
    return arena_strndup(&c->arena, text, len);
}

bool name_is_debug(Name name) {
    return is_name(name, "__debug__");
}

/* --- instructions ------------------------------------------------------------------ */

typedef struct NameOps {
    OpCode by_place[IN_NAMESPACE + 1];
} NameOps;

static const NameOps loads = {{
    [IN_SLOT] = OP_LOAD_FAST,
    [IN_CELL] = OP_LOAD_DEREF,
    [IN_CLASS_CELL] = OP_LOAD_CLASSDEREF,
    [IN_GLOBALS] = OP_LOAD_GLOBAL,
    [IN_NAMESPACE] = OP_LOAD_NAME,
}};

static const NameOps stores = {{
    [IN_SLOT] = OP_STORE_FAST,
    [IN_CELL] = OP_STORE_DEREF,
    [IN_CLASS_CELL] = OP_STORE_DEREF,
    [IN_GLOBALS] = OP_STORE_GLOBAL,
    [IN_NAMESPACE] = OP_STORE_NAME,
}};

static const NameOps deletes = {{
    [IN_SLOT] = OP_DELETE_FAST,
    [IN_CELL] = OP_DELETE_DEREF,
    [IN_CLASS_CELL] = OP_DELETE_DEREF,
    [IN_GLOBALS] = OP_DELETE_GLOBAL,
    [IN_NAMESPACE] = OP_DELETE_NAME,
}};

void name_global(Compiler *c, OpCode op, Name name) {
    vec_push(&c->unit->sites, intern(c, name));
    emit(c, op, c->unit->sites.len - 1);
}

static void name_emit(Compiler *c, const NameOps *ops, Name name) {
    Place p = find(c, name);
    if (p.where >= IN_GLOBALS) name_global(c, ops->by_place[p.where], name);
    else emit(c, ops->by_place[p.where], p.slot);
}

void name_load(Compiler *c, Name name) {
    name_emit(c, &loads, name);
}

void name_store(Compiler *c, Name name) {
    name_emit(c, &stores, name);
}

void name_delete(Compiler *c, Name name) {
    name_emit(c, &deletes, name);
}
