#include "lang/lang.h"

#include "lang/check.h"
#include "lang/coding.h"
#include "lang/parser.h"
#include "lang/scope.h"

static void read_docstring(Module *m) {
    const Stmt *s = m->body;
    if (!s || s->kind != ST_EXPR || s->as.expr->kind != EX_STR) return;
    m->docstring = s->as.expr->as.str.bytes;
}

bool lang_parse(Module *m, Source *source, const LangOptions *options, Diags *diags) {
    static const LangOptions none = {.library = true};
    *m = (Module){.source = source};
    Names *names = mem_alloc(sizeof *names);
    names_init(names, &m->arena);
    m->names = names;
    uint32_t errors = diags->errors;
    Parser p = {.arena = &m->arena,
                .names = names,
                .diags = diags,
                .source = source,
                .options = options ? options : &none};
    lexer_init(&p.lexer, source->text, 0, source->len, diags);
    coding_check(source, diags);
    m->body = parse_module(&p);
    read_docstring(m);
    bool whole = diags->errors == errors;
    scope_build(m, names, diags, whole);
    if (!p.options->library) check_module(m, names, p.options, diags, whole);
    return diags->errors == errors;
}

void lang_deinit(Module *m) {
    if (m->names) names_deinit(m->names);
    mem_free(m->names);
    arena_deinit(&m->arena);
    *m = (Module){0};
}
