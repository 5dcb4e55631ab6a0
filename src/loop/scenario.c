#include "loop/scenario.h"

#include "loop/loop_modules.h"
#include "loop/record.h"
#include "loop/run.h"
#include "trace/notes.h"

static StringId text_of(Trace *t, const char *text) {
    return text ? trace_cstring(t, text) : 0;
}

static void note(Trace *t, const Directive *d, const Source *source) {
    Note n = {
        .kind = d->kind,
        .line = d->line,
        .code_line = d->code_line,
        .first = d->first,
        .last = d->last,
        .function = text_of(t, d->function),
        .own = text_of(t, d->own),
        .source = trace_string(t, source->text + d->span.start, d->span.end - d->span.start),
        .dish_count = d->dish_count,
        .choice = d->choice,
        .expect = d->expect,
        .compare = d->compare,
        .number = d->number,
        .slack = d->slack,
    };
    memcpy(n.dishes, d->dishes, sizeof n.dishes);
    for (int i = 0; i < LANG_COUNT; i++) n.texts[i] = text_of(t, d->texts[i]);
    for (int i = 0; i < DIRECTIVE_WORDS; i++) n.words[i] = text_of(t, d->words[i]);
    trace_note(t, &n);
}

void scenario_note(Trace *t, const Directives *d, const Source *source) {
    for (uint32_t i = 0; i < d->list.len; i++) note(t, &d->list.items[i], source);
}

/* --- the module _scenario: for the library's files in Python ---------------------------------- */

/* latency(url): seconds, or None if no directive speaks of that address. */
static Value latency(VM *vm, Value *a, int n) {
    (void)n;
    Buf url = {0};
    str_to_utf8(AS(Str, a[0]), &url);
    int64_t ns = directives_latency(run_directives(vm), buf_cstr(&url));
    buf_deinit(&url);
    return ns < 0 ? V_NONE : from_float((double)ns / 1e9);
}

static const NativeDef functions[] = {
    {"latency", latency, 1, 1, 0, NULL},
    {0},
};

const ModuleDef scenario_module = {.name = "_scenario", .functions = functions, .internal = true};
