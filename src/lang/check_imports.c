/* Modules and their attributes, as far as the engine lists them. */
#include "lang/check.h"

#include "base/buf.h"
#include "lang/future.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* --- what is known ------------------------------------------------------------------- */

static const KnownModule *find_module(const Checker *c, const char *name) {
    for (const KnownModule *m = c->options->modules; m && m->name; m++) {
        if (strcmp(m->name, name) == 0) return m;
    }
    return NULL;
}

static bool has_attribute(const KnownModule *m, const char *name) {
    for (const char *const *a = m->attributes; *a; a++) {
        if (strcmp(*a, name) == 0) return true;
    }
    return false;
}

/* `name` within the module `m`, if that is a module too. */
static const KnownModule *find_submodule(const Checker *c, const KnownModule *m, const char *name) {
    Buf path = {0};
    buf_printf(&path, "%s.%s", m->name, name);
    const KnownModule *found = find_module(c, buf_cstr(&path));
    buf_deinit(&path);
    return found;
}

static bool knows(const Checker *c, const KnownModule *m, const char *name) {
    /* __name__ and the like: every module has them. */
    if (name[0] == '_' && name[1] == '_') return true;
    if (!m->attributes || has_attribute(m, name) || find_submodule(c, m, name)) return true;
    return asyncio_elsewhere(m->name, name);
}

static const char *nearest_attribute(const KnownModule *m, const char *name) {
    size_t count = 0;
    while (m->attributes[count]) count++;
    return nearest_word(name, m->attributes, count);
}

static const char *nearest_module(const Checker *c, const char *name) {
    VEC(const char *) names = {0};
    for (const KnownModule *m = c->options->modules; m->name; m++) vec_push(&names, m->name);
    const char *near = nearest_word(name, names.items, names.len);
    vec_deinit(&names);
    return near;
}

/* --- refusals ------------------------------------------------------------------------ */

typedef struct Outside {
    const char *name; /* of a top level module */
    MsgId hint;
} Outside;

/* Modules that people ask for, and what there is instead. */
static const Outside outside[] = {
    {"requests", MSG_HINT_MODULE_HTTP},    {"httpx", MSG_HINT_MODULE_HTTP},
    {"urllib", MSG_HINT_MODULE_HTTP},      {"urllib3", MSG_HINT_MODULE_HTTP},
    {"http", MSG_HINT_MODULE_HTTP},        {"socket", MSG_HINT_MODULE_WORLD},
    {"os", MSG_HINT_MODULE_WORLD},         {"pathlib", MSG_HINT_MODULE_WORLD},
    {"subprocess", MSG_HINT_MODULE_WORLD}, {"shutil", MSG_HINT_MODULE_WORLD},
    {"signal", MSG_HINT_MODULE_WORLD},     {"glob", MSG_HINT_MODULE_WORLD},
    {"tempfile", MSG_HINT_MODULE_WORLD},   {"io", MSG_HINT_MODULE_WORLD},
    {"aiofiles", MSG_HINT_MODULE_WORLD},   {"sqlite3", MSG_HINT_MODULE_WORLD},
    {"uvloop", MSG_HINT_MODULE_LOOP},      {"nest_asyncio", MSG_HINT_MODULE_LOOP},
    {"tkinter", MSG_HINT_MODULE_WORLD},    {"pygame", MSG_HINT_MODULE_WORLD},
};

static MsgId outside_hint(const char *name) {
    size_t len = strcspn(name, ".");
    if (name[len]) {
        MsgId hint = asyncio_hint(name, name + len + 1);
        if (hint) return hint;
    }
    for (size_t i = 0; i < COUNT(outside); i++) {
        if (strlen(outside[i].name) == len && memcmp(outside[i].name, name, len) == 0) return outside[i].hint;
    }
    return MSG_NONE;
}

static void refuse_module(Checker *c, Span span, const char *name) {
    Diag *diag = diag_error(c->diags, span, MSG_MODULE_UNKNOWN, name, NULL);
    MsgId hint = outside_hint(name);
    const char *near = hint ? NULL : nearest_module(c, name);
    if (hint) diag_hint(c->diags, diag, hint, name, NULL);
    else if (near) diag_hint(c->diags, diag, MSG_HINT_MEANT, near, NULL);
}

static void refuse_attribute(Checker *c, Span span, const KnownModule *m, const char *name) {
    Diag *diag = diag_error(c->diags, span, MSG_ATTRIBUTE_UNKNOWN, m->name, name, NULL);
    MsgId hint = asyncio_hint(m->name, name);
    const char *near = hint ? NULL : nearest_attribute(m, name);
    if (hint) diag_hint(c->diags, diag, hint, name, NULL);
    else if (near) diag_hint(c->diags, diag, MSG_HINT_MEANT, near, NULL);
}

/* --- imports ------------------------------------------------------------------------- */

void check_import(Checker *c, Stmt *s) {
    if (!c->options->modules) return;
    for (const Alias *a = s->as.aliases; a; a = a->next) {
        if (!find_module(c, a->name)) refuse_module(c, a->span, a->name);
    }
}

void check_import_from(Checker *c, Stmt *s) {
    if (!c->options->modules || future_is_import(s)) return;
    if (s->as.from.level > 0) {
        Diag *diag = diag_error(c->diags, s->span, MSG_IMPORT_RELATIVE, NULL);
        diag_hint(c->diags, diag, MSG_HINT_IMPORT_RELATIVE, NULL);
        return;
    }
    const KnownModule *m = find_module(c, s->as.from.module);
    if (!m) {
        refuse_module(c, s->as.from.module_span, s->as.from.module);
        return;
    }
    for (const Alias *a = s->as.from.aliases; a; a = a->next) {
        if (strcmp(a->name, "*") != 0 && !knows(c, m, a->name)) refuse_attribute(c, a->span, m, a->name);
    }
}

/* --- attributes ---------------------------------------------------------------------- */

/* The module that an expression is sure to be, or NULL. */
static const KnownModule *module_of(const Checker *c, const Expr *e) {
    if (e->kind == EX_ATTRIBUTE) {
        const KnownModule *m = module_of(c, e->as.attribute.object);
        return m ? find_submodule(c, m, e->as.attribute.name) : NULL;
    }
    if (e->kind != EX_NAME || nameset_has(&c->globals, e->as.name)) return NULL;
    const Symbol *symbol = check_find(c, e->as.name);
    return symbol && symbol->module ? find_module(c, symbol->module) : NULL;
}

void check_attribute(Checker *c, Expr *e) {
    if (!c->options->modules) return;
    const KnownModule *m = module_of(c, e->as.attribute.object);
    if (!m || knows(c, m, e->as.attribute.name)) return;
    UnknownAttribute unknown = {e, m};
    vec_push(&c->attributes, unknown);
}

void check_patch(Checker *c, const Expr *target) {
    if (target->kind != EX_ATTRIBUTE) return;
    Name name = target->as.attribute.name;
    if (module_of(c, target->as.attribute.object) || is_loop_method(name)) nameset_add(&c->patched, name);
}

void check_told_attributes(Checker *c) {
    for (uint32_t i = 0; i < c->attributes.len; i++) {
        const Expr *e = c->attributes.items[i].expr;
        if (nameset_has(&c->patched, e->as.attribute.name)) continue;
        refuse_attribute(c, e->as.attribute.name_span, c->attributes.items[i].module, e->as.attribute.name);
    }
}
