#include "lang/future.h"

#include <string.h>

/* All but the last have long been the only way that Python works. */
static const char *const features[] = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "generator_stop", "annotations",
};

static bool is_feature(const char *name) {
    for (size_t i = 0; i < sizeof features / sizeof *features; i++) {
        if (strcmp(features[i], name) == 0) return true;
    }
    return false;
}

bool future_is_import(const Stmt *s) {
    return s->kind == ST_IMPORT_FROM && s->as.from.level == 0 && s->as.from.module &&
           strcmp(s->as.from.module, "__future__") == 0;
}

static void read_names(Module *m, const Stmt *s, Diags *diags) {
    for (const Alias *a = s->as.from.aliases; a; a = a->next) {
        if (strcmp(a->name, "annotations") == 0) m->future_annotations = true;
        if (!is_feature(a->name)) diag_error(diags, a->span, MSG_FUTURE_UNKNOWN, a->name, NULL);
    }
}

const Stmt *future_read(Module *m, Diags *diags) {
    const Stmt *s = m->body;
    if (s && s->kind == ST_EXPR && s->as.expr->kind == EX_STR) s = s->next; /* the docstring */
    for (; s && future_is_import(s); s = s->next) read_names(m, s, diags);
    return s;
}

void future_refuse(const Stmt *s, Diags *diags) {
    Diag *diag = diag_error(diags, s->span, MSG_FUTURE_LATE, NULL);
    diag_hint(diags, diag, MSG_HINT_FUTURE_LATE, NULL);
}
