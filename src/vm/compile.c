/* From a checked tree to codes: this file begins and ends a unit for each body. */
#include "vm/compile.h"

#include <string.h>

enum { WITH_CLOSURE = 8 }; /* a flag of MAKE_FUNCTION */

void compile_error_name(Compiler *c, Span span, MsgId msg, Name name) {
    if (has_no_span(span)) span = (Span){0, 0};
    if (!c->failed) diag_error(c->diags, span, msg, name, NULL);
    c->failed = true;
}

void compile_error(Compiler *c, Span span, MsgId msg) {
    compile_error_name(c, span, msg, NULL);
}

bool compile_enter(Compiler *c) {
    if (c->failed) return false;
    if (c->depth >= MAX_DEPTH) {
        compile_error(c, c->loc, MSG_TOO_DEEP_TO_COMPILE);
        return false;
    }
    c->depth++;
    return true;
}

void compile_leave(Compiler *c) {
    c->depth--;
}

const Expr *compile_docstring(const Stmt *body) {
    return body && body->kind == ST_EXPR && body->as.expr->kind == EX_STR ? body->as.expr : NULL;
}

/* --- units ------------------------------------------------------------------------ */

static const Symbol *symbol_in(const Env *env, Name name) {
    return name ? scope_find(env->scope, name) : NULL;
}

/* "outer.<locals>.inner", as __qualname__ has it. `name` is what the scope around it binds,
 * or NULL; `shown` is the last part. */
const char *compile_qualname(Compiler *c, Name name, const char *shown) {
    const Env *env = c->unit->env;
    const Symbol *symbol = symbol_in(env, name);
    if (env->scope->kind == SCOPE_MODULE || (symbol && symbol->kind == SYM_GLOBAL_EXPLICIT)) return shown;
    Buf text = {0};
    const char *between = env->scope->kind == SCOPE_CLASS ? "." : ".<locals>.";
    buf_adds(&text, env->qualname);
    buf_adds(&text, between);
    buf_adds(&text, shown);
    const char *result = arena_strndup(&c->arena, text.data, text.len);
    buf_deinit(&text);
    return result;
}

static uint32_t scope_flags(const Scope *s) {
    uint32_t flags = 0;
    if (s->is_generator) flags |= CODE_GENERATOR;
    if (s->kind == SCOPE_GENERATOR) flags |= CODE_GENERATOR;
    if (s->is_coroutine && s->kind != SCOPE_GENERATOR) flags |= CODE_COROUTINE;
    if (s->kind == SCOPE_MODULE) flags |= CODE_MODULE;
    if (s->kind == SCOPE_CLASS) flags |= CODE_CLASS_BODY;
    return flags;
}

static Str *intern(Compiler *c, const char *text) {
    return str_intern(c->vm, text, strlen(text));
}

Unit *unit_begin(Compiler *c, const Scope *scope, const char *name, uint32_t first_offset) {
    Unit *u = mem_zalloc(sizeof *u);
    Code *code = mem_zalloc(sizeof *code);
    u->outer = c->unit;
    u->code = code;
    u->scope = scope;
    u->class_cell = NO_SLOT;
    u->outer_loc = c->loc;
    vec_push(&u->regions, (Region){0});
    code->name = intern(c, name);
    code->source = c->module->source;
    code->first_line = source_line_of(c->module->source, first_offset);
    code->flags = scope_flags(scope) | c->extra_flags;
    code->docstring = code->object = V_NONE;
    c->unit = u;
    uint32_t line = source_line_start(c->module->source, code->first_line);
    c->loc = (Span){line, line};
    if (code->flags & (CODE_GENERATOR | CODE_COROUTINE)) emit0(c, OP_RETURN_GENERATOR);
    return u;
}

void unit_set_names(Compiler *c, const char *qualname, const Params *params) {
    Unit *u = c->unit;
    u->qualname = qualname;
    u->code->qualname = intern(c, qualname);
    env_push_unit(c, u, params);
}

/* What awaits inside a generator expression makes it an async generator. */
static void settle_generator(Unit *u) {
    if (u->scope->kind != SCOPE_GENERATOR || !u->awaits) return;
    u->code->flags |= CODE_COROUTINE;
    u->ins.items[u->element].op = OP_ASYNC_YIELD;
}

static void move_slots(Compiler *c, Unit *u) {
    Code *code = u->code;
    code->free_start = u->slot_names.len;
    for (uint32_t i = 0; i < u->frees.len; i++) vec_push(&u->slot_names, intern(c, u->frees.items[i]));
    code->slot_names = u->slot_names.items;
    code->slot_count = u->slot_names.len;
    memset(&u->slot_names, 0, sizeof u->slot_names);
}

static void move_sites(Unit *u) {
    Code *code = u->code;
    code->site_count = u->sites.len;
    code->sites = mem_zalloc(u->sites.len * sizeof *code->sites);
    for (uint32_t i = 0; i < u->sites.len; i++) {
        code->sites[i].name = u->sites.items[i];
        code->sites[i].value = V_UNDEF;
    }
}

static void move_lists(Unit *u) {
    Code *code = u->code;
    code->consts = u->consts.items;
    code->const_count = u->consts.len;
    code->codes = u->codes.items;
    code->code_count = u->codes.len;
    memset(&u->consts, 0, sizeof u->consts);
    memset(&u->codes, 0, sizeof u->codes);
}

static void unit_free(Unit *u) {
    vec_deinit(&u->ins);
    vec_deinit(&u->labels);
    vec_deinit(&u->regions);
    vec_deinit(&u->sites);
    vec_deinit(&u->slot_names);
    vec_deinit(&u->frees);
    vec_deinit(&u->spares);
    vec_deinit(&u->codes);
    vec_deinit(&u->inlines);
    const_free(u);
    code_free(u->code);
    mem_free(u);
}

/* The unit's code, now the VM's; NULL if something failed. */
static Code *finish(Compiler *c) {
    Unit *u = c->unit;
    if (!c->failed) settle_generator(u);
    if (!c->failed && !unit_assemble(c)) compile_error(c, c->loc, MSG_CODE_TOO_LARGE);
    if (c->failed) return NULL;
    move_slots(c, u);
    move_sites(u);
    move_lists(u);
    Code *code = u->code;
    u->code = NULL;
    vm_adopt_code(c->vm, code);
    return code;
}

static void leave(Compiler *c, Unit *u) {
    c->unit = u->outer;
    c->loc = u->outer_loc;
}

/* NULL if something failed. */
static Code *unit_end(Compiler *c) {
    Unit *u = c->unit;
    Code *code = finish(c);
    leave(c, u);
    unit_free(u);
    return code;
}

static void make_function(Compiler *c, Code *code, uint32_t flags) {
    Unit *u = c->unit;
    if (u->codes.len >= MAX_CODES) {
        compile_error(c, c->loc, MSG_CODE_TOO_LARGE);
        return;
    }
    vec_push(&u->codes, code);
    emit(c, OP_MAKE_FUNCTION, (u->codes.len - 1) | flags << 16);
}

void unit_end_function(Compiler *c, uint32_t flags) {
    Unit *u = c->unit;
    Code *code = finish(c);
    leave(c, u);
    for (uint32_t i = 0; code && i < u->frees.len; i++)
        emit(c, OP_LOAD_CLOSURE, closure_slot(c, u->frees.items[i]));
    if (u->frees.len) emit(c, OP_BUILD_TUPLE, u->frees.len);
    if (code) make_function(c, code, flags | (u->frees.len ? WITH_CLOSURE : 0));
    unit_free(u);
}

void compile_return_none(Compiler *c) {
    c->loc = NO_SPAN;
    load_none(c);
    emit0(c, OP_RETURN_VALUE);
}

/* --- the module ------------------------------------------------------------------- */

static bool is_future(const Stmt *s) {
    return s->kind == ST_IMPORT_FROM && s->as.from.level == 0 && s->as.from.module &&
           strcmp(s->as.from.module, "__future__") == 0;
}

static bool wants_text_annotations(const Stmt *s) {
    for (; s; s = s->next) {
        if (!is_future(s)) continue;
        for (const Alias *a = s->as.from.aliases; a; a = a->next)
            if (strcmp(a->name, "annotations") == 0) return true;
    }
    return false;
}

static void compile_module_body(Compiler *c) {
    const Stmt *body = c->module->body;
    c->unit->annotations = emit(c, OP_SETUP, 0);
    const Expr *doc = compile_docstring(body);
    if (doc) {
        c->loc = doc->span;
        load_literal(c, doc);
        name_global(c, OP_STORE_GLOBAL, "__doc__");
        body = body->next;
    }
    compile_stmts(c, body);
    compile_return_none(c);
}

Code *compile_module(VM *vm, const Module *module, uint32_t extra_flags, Diags *diags) {
    Compiler c = {.vm = vm, .module = module, .diags = diags, .extra_flags = extra_flags};
    c.future_annotations = wants_text_annotations(module->body);
    unit_begin(&c, module->scope, "<module>", 0);
    unit_set_names(&c, "<module>", NULL);
    compile_module_body(&c);
    Code *code = unit_end(&c);
    vec_deinit(&c.spine);
    arena_deinit(&c.arena);
    return code;
}
