/* What traceback.py cannot do in Python: reading tracebacks and the running frames. */
#include "vm/traceback.h"

#include "base/utf8.h"
#include "lib/lib.h"
#include "vm/anchors.h"
#include "vm/text.h"

/* (file name, line, function, source line, last line, first byte, byte behind the last); the
 * last three None where there is no place. */
static Value entry_tuple(VM *vm, const TraceEntry *e) {
    Value t = tuple_new(vm, 7);
    Value *items = AS(Tuple, t)->items;
    uint32_t len;
    const char *line = source_line(e->source, e->line, &len);
    items[0] = str_from(vm, e->source->name);
    items[1] = from_small(e->line);
    items[2] = from_obj(e->name);
    items[3] = str_new(vm, line, len);
    if (e->span.end <= e->span.start) return t;
    uint32_t last = source_line_of(e->source, e->span.end);
    items[4] = from_small(last);
    items[5] = from_small(e->span.start - source_line_start(e->source, e->line));
    items[6] = from_small(e->span.end - source_line_start(e->source, last));
    return t;
}

static Value entries_list(VM *vm, TraceEntries *entries) {
    Value list = list_new(vm, entries->list.len);
    for (uint32_t i = 0; i < entries->list.len; i++)
        list_push(vm, AS(List, list), entry_tuple(vm, &entries->list.items[i]));
    vec_deinit(&entries->list);
    return list;
}

static Value entries(VM *vm, Value *args, int n) {
    (void)n;
    TraceEntries found = {0};
    traceback_entries(args[0], &found);
    return entries_list(vm, &found);
}

static Value stack(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    TraceEntries found = {0};
    traceback_stack(vm, &found);
    return entries_list(vm, &found);
}

/* (left, right) in code points of an expression, or None. */
static Value anchors(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[0])) return V_NONE;
    Buf text = {0};
    str_to_utf8(AS(Str, args[0]), &text);
    uint32_t left, right;
    Value result = V_NONE;
    if (text.len && anchors_find(text.data, text.len, &left, &right)) {
        result = tuple_new(vm, 2);
        AS(Tuple, result)->items[0] = from_small((int64_t)utf8_count(text.data, left));
        AS(Tuple, result)->items[1] = from_small((int64_t)utf8_count(text.data, right));
    }
    buf_deinit(&text);
    return result;
}

static Value columns(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    if (!is_str(args[0])) return from_small(0);
    const Str *s = AS(Str, args[0]);
    int64_t sum = s->len;
    for (uint32_t i = 0; !s->ascii && i < s->len; i++) sum += utf8_width(str_at(s, i)) == 2;
    return from_small(sum);
}

/* (exception, texts, chain): how an exception is printed that nobody caught; Python has made
 * the texts. */
static Value format_exception(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_kind(args[0], KIND_EXCEPTION) || !is_list(args[1])) return str_new(vm, "", 0);
    Buf *text = text_borrow(vm);
    traceback_format_with(vm, args[0], AS(List, args[1]), args[2] == V_TRUE, text);
    return text_take(vm, text);
}

static const NativeDef functions[] = {
    {"entries", entries, 1, 1, 0, NULL},
    {"stack", stack, 0, 0, 0, NULL},
    {"anchors", anchors, 1, 1, 0, NULL},
    {"columns", columns, 1, 1, 0, NULL},
    {"format_exception", format_exception, 3, 3, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef traceback_module = {.name = "_traceback", .functions = functions, .internal = true};
