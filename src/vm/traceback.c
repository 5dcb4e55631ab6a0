#include "vm/traceback.h"

#include "base/utf8.h"
#include "vm/anchors.h"
#include "vm/suggest.h"
#include "vm/vm_internal.h"

enum {
    SHOWN_REPEATS = 3,   /* of one line, before "[Previous line repeated …]" */
    SHOWN_FRAMES = 1000, /* the last ones */
    GROUP_WIDTH = 15,
    GROUP_DEPTH = 10,
    CHAIN_LENGTH = 10000, /* beyond it a chain is cut, not to fill memory with text */
};

static const char cause_text[] = "The above exception was the direct cause of the following exception:\n";
static const char context_text[] = "During handling of the above exception, another exception occurred:\n";

typedef struct Printer {
    VM *vm;
    Buf *out;
    int depth;       /* of nested groups */
    bool need_close; /* the frame of the last group is still to be closed below */
    bool needs_python;
    List *texts; /* or NULL: C makes them */
    VEC(Obj *) seen;
} Printer;

/* --- frames ------------------------------------------------------------------------ */

static void add_entry(TraceEntries *out, const Code *code, Str *name, uint32_t word) {
    Span span = word < code->word_count ? code->spans[word] : (Span){0, 0};
    uint32_t line = word < code->word_count ? code->lines[word] : code->first_line;
    if (span.end > span.start) line = source_line_of(code->source, span.start);
    TraceEntry entry = {.source = code->source, .name = name, .line = line, .span = span};
    vec_push(&out->list, entry);
}

/* A comprehension has no frame of its own here, but CPython has one and shows it. The first
 * word of one carries the span of all of it. */
static void add_frames(TraceEntries *out, const Code *code, uint32_t word) {
    Str *name = code->name;
    for (uint32_t i = 0; i < code->inline_count; i++) {
        const InlineFrame *f = &code->inlines[i];
        if (word < f->start || word >= f->end) continue;
        add_entry(out, code, name, f->start);
        name = f->name;
    }
    add_entry(out, code, name, word);
}

void traceback_entries(Value traceback, TraceEntries *out) {
    for (; is_kind(traceback, KIND_TRACEBACK); traceback = AS(Traceback, traceback)->next) {
        const Traceback *t = AS(Traceback, traceback);
        if (!(t->code->flags & CODE_LIBRARY)) add_frames(out, t->code, t->word);
    }
}

void traceback_stack(VM *vm, TraceEntries *out) {
    VEC(const Frame *) frames = {0};
    for (const Frame *f = vm->frame; f; f = f->back)
        if (f->code && !(f->code->flags & CODE_LIBRARY)) vec_push(&frames, f);
    while (frames.len) {
        const Frame *f = frames.items[--frames.len];
        uint32_t next = (uint32_t)(f->ip - f->code->words);
        add_frames(out, f->code, next ? next - 1 : 0);
    }
    vec_deinit(&frames);
}

/* --- one entry --------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
}

/* Columns that a terminal gives to the text; CPython counts a combining mark as one. */
static size_t columns(const char *text, size_t len) {
    size_t n = 0;
    const char *end = text + len;
    while (text < end) {
        int32_t c = utf8_next(&text, end);
        n += c >= 0 && utf8_width((uint32_t)c) == 2 ? 2 : 1;
    }
    return n;
}

/* The carets under [start, end) of a line, of which the first `indent` bytes are not shown. */
static void add_carets(Buf *out, const char *line, size_t indent, size_t start, size_t end, bool one_line) {
    uint32_t left = 0, right = 0;
    bool anchored = one_line && anchors_find(line + start, end - start, &left, &right);
    const char *text = line + start;
    size_t len = end - start;
    buf_pad(out, ' ', 4 + columns(line + indent, start - indent));
    if (!anchored) {
        buf_pad(out, '^', columns(text, len));
    } else {
        buf_pad(out, '~', columns(text, left));
        buf_pad(out, '^', columns(text + left, right - left));
        buf_pad(out, '~', columns(text + right, len - right));
    }
    buf_addc(out, '\n');
}

/* Whether the carets would only underline all of the line. */
static bool spans_line(const char *line, size_t indent, size_t len, size_t start, size_t end, bool one_line) {
    uint32_t left, right;
    if (utf8_count(line + start, end - start) != utf8_count(line + indent, len - indent)) return false;
    return !(one_line && anchors_find(line + start, end - start, &left, &right));
}

static void add_margin(Buf *out, int depth) {
    if (depth == 0) return;
    buf_pad(out, ' ', 2 * (size_t)depth);
    buf_adds(out, "| ");
}

static void add_source_line(const TraceEntry *entry, int depth, Buf *out) {
    uint32_t line_len;
    const char *line = source_line(entry->source, entry->line, &line_len);
    size_t len = line_len, indent = 0;
    while (indent < len && is_blank(line[indent])) indent++;
    if (indent == len) return;
    add_margin(out, depth);
    buf_adds(out, "    ");
    buf_add(out, line + indent, len - indent);
    buf_addc(out, '\n');

    if (entry->span.end <= entry->span.start) return;
    size_t line_start = source_line_start(entry->source, entry->line);
    if (entry->span.start < line_start) return;
    size_t start = entry->span.start - line_start, end = entry->span.end - line_start;
    bool one_line = end <= len;
    if (!one_line) {
        end = len;
        while (end > start && is_blank(line[end - 1])) end--;
    }
    if (start < indent || start >= end || spans_line(line, indent, len, start, end, one_line)) return;
    add_margin(out, depth);
    add_carets(out, line, indent, start, end, one_line);
}

static void add_frame(const TraceEntry *entry, int depth, Buf *out) {
    add_margin(out, depth);
    buf_printf(out, "  File \"%s\", line %u, in ", entry->source->name, entry->line);
    str_to_utf8(entry->name, out);
    buf_addc(out, '\n');
    add_source_line(entry, depth, out);
}

static bool same_place(const TraceEntry *a, const TraceEntry *b) {
    return a->source == b->source && a->line == b->line && a->name == b->name;
}

static void add_repeats(Printer *p, uint32_t count) {
    if (count <= SHOWN_REPEATS) return;
    count -= SHOWN_REPEATS;
    add_margin(p->out, p->depth);
    buf_printf(p->out, "  [Previous line repeated %u more time%s]\n", count, count > 1 ? "s" : "");
}

static void add_stack(Printer *p, Exception *e, const char *header, bool top_of_groups) {
    if (!is_kind(e->traceback, KIND_TRACEBACK)) return;
    if (p->depth) {
        buf_pad(p->out, ' ', 2 * (size_t)p->depth);
        buf_adds(p->out, top_of_groups ? "+ " : "| ");
    }
    buf_adds(p->out, header);
    TraceEntries entries = {0};
    traceback_entries(e->traceback, &entries);
    uint32_t n = entries.list.len, count = 0;
    const TraceEntry *items = entries.list.items;
    for (uint32_t i = n > SHOWN_FRAMES ? n - SHOWN_FRAMES : 0; i < n; i++) {
        if (count && !same_place(&items[i], &items[i - 1])) {
            add_repeats(p, count);
            count = 0;
        }
        if (++count <= SHOWN_REPEATS) add_frame(&items[i], p->depth, p->out);
    }
    add_repeats(p, count);
    vec_deinit(&entries.list);
}

/* --- the message ------------------------------------------------------------------- */

static Tuple *prepared(const Printer *p, Value exception) {
    for (uint32_t i = 0; p->texts && i < p->texts->len; i++)
        if (is_tuple(p->texts->items[i]) && AS(Tuple, p->texts->items[i])->items[0] == exception)
            return AS(Tuple, p->texts->items[i]);
    return NULL;
}

static void add_class(Printer *p, const Class *c) {
    if (!is_str(c->module)) {
        buf_adds(p->out, "<unknown>.");
    } else if (!str_is(AS(Str, c->module), "builtins") && !str_is(AS(Str, c->module), "__main__")) {
        str_to_utf8(AS(Str, c->module), p->out);
        buf_addc(p->out, '.');
    }
    if (is_str(c->qualname)) str_to_utf8(AS(Str, c->qualname), p->out);
}

static const char failed_text[] = "<exception str() failed>";

static void add_text(Printer *p, Value exception) {
    Tuple *made = prepared(p, exception);
    Buf text = {0};
    if (made && is_str(made->items[1])) {
        str_to_utf8(AS(Str, made->items[1]), &text);
    } else if (made) {
        buf_adds(&text, failed_text);
    } else {
        Tri t = val_str(p->vm, exception, &text);
        if (t == NEEDS_PYTHON) p->needs_python = true;
        if (t == FAILED) {
            vm_clear_error(p->vm);
            buf_clear(&text);
            buf_adds(&text, failed_text);
        }
    }
    if (text.len) {
        buf_adds(p->out, ": ");
        buf_add(p->out, text.data, text.len);
    }
    buf_deinit(&text);
}

static void add_note(Printer *p, const char *text, size_t len) {
    size_t start = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] != '\n') continue;
        add_margin(p->out, p->depth);
        buf_add(p->out, text + start, i + 1 - start);
        start = i + 1;
    }
    if (start < len) {
        add_margin(p->out, p->depth);
        buf_add(p->out, text + start, len - start);
    }
    buf_addc(p->out, '\n');
}

static void add_note_value(Printer *p, Value note, bool is_sequence) {
    Buf text = {0};
    Tri t = is_sequence ? val_str(p->vm, note, &text) : val_repr(p->vm, note, &text);
    if (t == NEEDS_PYTHON) p->needs_python = true;
    if (t == FAILED) {
        vm_clear_error(p->vm);
        buf_clear(&text);
        buf_adds(&text, is_sequence ? "<note str() failed>" : "<__notes__ repr() failed>");
    }
    if (is_sequence) {
        add_note(p, text.data, text.len);
    } else {
        add_margin(p->out, p->depth);
        buf_add(p->out, text.data, text.len);
    }
    buf_deinit(&text);
}

static void add_notes(Printer *p, Value exception) {
    Tuple *made = prepared(p, exception);
    Value notes = made ? made->items[2] : AS(Exception, exception)->notes;
    if (notes == V_UNDEF || is_none(notes)) return;
    if (is_list(notes)) {
        for (uint32_t i = 0; i < AS(List, notes)->len; i++)
            add_note_value(p, AS(List, notes)->items[i], true);
    } else if (is_tuple(notes)) {
        for (uint32_t i = 0; i < AS(Tuple, notes)->len; i++)
            add_note_value(p, AS(Tuple, notes)->items[i], true);
    } else if (is_str(notes)) { /* a sequence too, of letters */
        for (uint32_t i = 0; i < AS(Str, notes)->len; i++)
            add_note_value(p, str_char(p->vm, str_at(AS(Str, notes), i)), true);
    } else {
        add_note_value(p, notes, false);
    }
}

static void add_message(Printer *p, Value exception) {
    Exception *e = AS(Exception, exception);
    add_margin(p->out, p->depth);
    add_class(p, e->obj.cls);
    add_text(p, exception);
    Str *meant = suggest_for(p->vm, e);
    if (meant) {
        buf_adds(p->out, ". Did you mean: '");
        str_to_utf8(meant, p->out);
        buf_adds(p->out, "'?");
    }
    buf_addc(p->out, '\n');
    add_notes(p, exception);
}

/* --- groups and chains ------------------------------------------------------------- */

static void add_chain(Printer *p, Value exception);

static void add_member(Printer *p, const Tuple *members, uint32_t i) {
    bool cut = i >= GROUP_WIDTH;
    buf_pad(p->out, ' ', 2 * (size_t)p->depth);
    buf_adds(p->out, i == 0 ? "+-" : "  ");
    if (cut) buf_adds(p->out, "+---------------- ... ----------------\n");
    else buf_printf(p->out, "+---------------- %u ----------------\n", i + 1);
    p->depth++;
    if (!cut) {
        add_chain(p, members->items[i]);
    } else {
        uint32_t left = members->len - GROUP_WIDTH;
        add_margin(p->out, p->depth);
        buf_printf(p->out, "and %u more exception%s\n", left, left > 1 ? "s" : "");
    }
}

static void add_group(Printer *p, Value exception) {
    if (p->depth > GROUP_DEPTH) {
        add_margin(p->out, p->depth);
        buf_printf(p->out, "... (max_group_depth is %d)\n", GROUP_DEPTH);
        return;
    }
    bool outermost = p->depth == 0;
    if (outermost) p->depth = 1;
    add_stack(p, AS(Exception, exception), "Exception Group Traceback (most recent call last):\n", outermost);
    add_message(p, exception);
    Value members = AS(Exception, exception)->extra[1];
    uint32_t n = is_tuple(members) ? AS(Tuple, members)->len : 0;
    if (n > GROUP_WIDTH) n = GROUP_WIDTH + 1;
    p->need_close = false;
    for (uint32_t i = 0; i < n; i++) {
        bool is_last = i + 1 == n;
        /* A group that is the last member closes the frame in our place. */
        if (is_last) p->need_close = true;
        add_member(p, AS(Tuple, members), i);
        if (is_last && p->need_close) {
            buf_pad(p->out, ' ', 2 * (size_t)p->depth);
            buf_adds(p->out, "+------------------------------------\n");
            p->need_close = false;
        }
        p->depth--;
    }
    if (outermost) p->depth = 0;
}

static void add_one(Printer *p, Value exception) {
    if (is_a(p->vm, exception, T_BASE_EXCEPTION_GROUP)) {
        add_group(p, exception);
        return;
    }
    add_stack(p, AS(Exception, exception), "Traceback (most recent call last):\n", false);
    add_message(p, exception);
}

static bool was_seen(const Printer *p, Value exception) {
    for (uint32_t i = 0; i < p->seen.len; i++)
        if (p->seen.items[i] == as_obj(exception)) return true;
    return false;
}

/* The exception that is to be told before this one, or V_NONE. */
static Value told_before(const Printer *p, const Exception *e, const char **text) {
    *text = is_kind(e->cause, KIND_EXCEPTION) ? cause_text : context_text;
    Value v = is_kind(e->cause, KIND_EXCEPTION) ? e->cause : e->suppress_context ? V_NONE : e->context;
    return is_kind(v, KIND_EXCEPTION) && !was_seen(p, v) ? v : V_NONE;
}

/* An exception after those that led to it. */
static void add_chain(Printer *p, Value exception) {
    if (!is_kind(exception, KIND_EXCEPTION) || !vm_enter_c(p->vm, "")) {
        vm_clear_error(p->vm);
        return;
    }
    struct Link {
        Value exception;
        const char *text;
    };
    VEC(struct Link) links = {0};
    for (Value v = exception; !is_none(v) && links.len < CHAIN_LENGTH;) {
        struct Link link = {.exception = v};
        vec_push(&p->seen, as_obj(v));
        v = told_before(p, AS(Exception, v), &link.text);
        vec_push(&links, link);
    }
    bool need_close = p->need_close;
    for (uint32_t i = links.len; i-- > 0;) {
        if (i == 0) p->need_close = need_close;
        add_one(p, links.items[i].exception);
        if (i == 0) break;
        add_margin(p->out, p->depth);
        buf_addc(p->out, '\n');
        add_margin(p->out, p->depth);
        buf_adds(p->out, links.items[i - 1].text);
        add_margin(p->out, p->depth);
        buf_addc(p->out, '\n');
    }
    vec_deinit(&links);
    vm_leave_c(p->vm);
}

Tri traceback_format(VM *vm, Value exception, Buf *out) {
    Printer p = {.vm = vm, .out = out};
    size_t start = out->len;
    add_chain(&p, exception);
    vec_deinit(&p.seen);
    if (!p.needs_python) return YES;
    out->len = start;
    return NEEDS_PYTHON;
}

void traceback_format_with(VM *vm, Value exception, List *texts, bool chain, Buf *out) {
    Printer p = {.vm = vm, .out = out, .texts = texts};
    if (chain) add_chain(&p, exception);
    else add_one(&p, exception);
    vec_deinit(&p.seen);
}
