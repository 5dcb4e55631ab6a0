#include "trace/trace.h"

#include <inttypes.h>
#include <string.h>

/* One line an event:
 *
 *      17   0.000004300  T2 cook      waits for lock 1 knife, as number 1       main:9:5 > cook:4:16
 *
 * its index, the time in seconds, the task, what happened, and the stack of awaits. */

enum { TASK_COLUMN = 22, TEXT_COLUMN = 74, NANOSECONDS = 1000000000 };

static const struct {
    const char *text;
    FieldKind fields[2];
} sentences[EVENT_KINDS] = {
#define EVENT(id, text, a, b) [EV_##id] = {text, {FIELD_##a, FIELD_##b}},
#include "trace/events.def"
};

/* Words for the fields that are a choice. */
#define WORD(id, text) text,
#define TURN WORD
static const char *const turns[] = {
#include "trace/kinds.def"
};
#define OUTCOME WORD
static const char *const outcomes[] = {
#include "trace/kinds.def"
};
#define ENDING WORD
static const char *const endings[] = {
#include "trace/kinds.def"
};
#define BARRIER WORD
static const char *const barriers[] = {
#include "trace/kinds.def"
};
static const char *const streams[] = {"nothing", "standard output", "standard error"};

/* --- fields --------------------------------------------------------------------------- */

static void add_seconds(Buf *out, uint64_t ns) {
    buf_printf(out, "%" PRIu64 ".%09" PRIu64, ns / NANOSECONDS, ns % NANOSECONDS);
}

static void add_text(const Trace *t, StringId id, Buf *out) {
    size_t len;
    const char *text = trace_text(t, id, &len);
    buf_add(out, text, len);
}

/* So that a line stays one. */
static void add_escaped(const Trace *t, StringId id, const char *marks, Buf *out) {
    size_t len;
    const char *text = trace_text(t, id, &len);
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '\n') buf_adds(out, "\\n");
        else if (c < ' ' || c == 0x7F) buf_printf(out, "\\x%02x", c);
        else if (strchr(marks, c)) buf_printf(out, "\\%c", c);
        else buf_addc(out, (char)c);
    }
}

/* In quotes, so that blanks at its ends can be seen. */
static void add_quoted(const Trace *t, StringId id, Buf *out) {
    buf_addc(out, '"');
    add_escaped(t, id, "\"\\", out);
    buf_addc(out, '"');
}

static void add_name(const Trace *t, NameCode name, Buf *out) {
    if (name & CODE_NUMBER) buf_printf(out, "Task-%u", name & ~CODE_NUMBER);
    else add_text(t, name, out);
}

static void add_value(const Trace *t, ValueCode v, Buf *out) {
    if (v & CODE_NUMBER) buf_printf(out, "%" PRId32, (int32_t)(v << 1) >> 1);
    else add_escaped(t, v, "", out); /* a repr has its own quotes */
}

static void add_task(const Trace *t, TaskId id, Buf *out) {
    if (!id) return;
    buf_printf(out, "T%u ", id);
    if (id <= trace_tasks(t)) add_text(t, trace_task_at(t, id)->function, out);
}

/* Its name only from when it was known, so that a line is the same whenever it is made. */
static void add_object(const Trace *t, ObjectId id, EventIndex now, Buf *out) {
    const TraceObject *o = trace_object_at(t, id);
    buf_printf(out, "%s %u", object_kind_name(o->kind), o->number);
    if (!o->named || o->named >= now) return;
    buf_addc(out, ' ');
    add_text(t, o->name, out);
}

static void add_choice(const char *const *words, size_t count, uint32_t choice, Buf *out) {
    buf_adds(out, choice < count ? words[choice] : "?");
}
#define ADD_CHOICE(words, choice, out) add_choice(words, sizeof words / sizeof *words, choice, out)

static void add_field(const Trace *t, EventIndex now, FieldKind kind, uint32_t value, Buf *out) {
    switch (kind) {
    case FIELD_TASK: add_task(t, value, out); break;
    case FIELD_EVENT: buf_printf(out, "#%u", value); break;
    case FIELD_STRING: add_quoted(t, value, out); break;
    case FIELD_NAME: add_name(t, value, out); break;
    case FIELD_OBJECT: add_object(t, value, now, out); break;
    case FIELD_VALUE: add_value(t, value, out); break;
    case FIELD_COUNT: buf_printf(out, "%u", value); break;
    case FIELD_STREAM: ADD_CHOICE(streams, value, out); break;
    case FIELD_TURN: ADD_CHOICE(turns, value, out); break;
    case FIELD_OUTCOME: ADD_CHOICE(outcomes, value, out); break;
    case FIELD_ENDING: ADD_CHOICE(endings, value, out); break;
    case FIELD_BARRIER: ADD_CHOICE(barriers, value, out); break;
    case FIELD_NONE:
    case FIELD_WIDE: break;
    }
}

/* --- the sentence --------------------------------------------------------------------- */

/* Nobody holds an event, a condition, a barrier, or the end of a queue's work: who has waited for
 * one goes on. */
static const char *sentence_of(const Trace *t, const TraceEvent *e) {
    if (event_kind(e) == EV_GOT) switch (trace_object_at(t, e->a)->kind) {
        case OBJECT_LOCK: break;
        case OBJECT_SEMAPHORE:
        case OBJECT_BOUNDED_SEMAPHORE: return "gets {a}, {b} left";
        default: return "passes {a}";
        }
    return sentences[event_kind(e)].text;
}

/* The text of an event with its fields; parts in brackets only if their field is not 0. */
static void add_sentence(const Trace *t, EventIndex index, const TraceEvent *e, Buf *out) {
    EventKind kind = event_kind(e);
    for (const char *p = sentence_of(t, e); *p; p++) {
        if (*p == '[') {
            const char *field = strchr(p, '{') + 1;
            if ((*field == 'a' ? e->a : e->b) == 0) p = strchr(p, ']');
        } else if (*p == '{') {
            if (p[1] == 'w') add_seconds(out, event_wide(e));
            else if (p[1] == 'a') add_field(t, index, sentences[kind].fields[0], e->a, out);
            else add_field(t, index, sentences[kind].fields[1], e->b, out);
            p = strchr(p, '}');
        } else if (*p != ']') {
            buf_addc(out, *p);
        }
    }
}

/* The outermost first; of a deep chain the innermost ones. */
static void add_place(const Trace *t, PlaceId id, Buf *out) {
    enum { DEEPEST = 8 };
    PlaceId chain[DEEPEST];
    uint32_t depth = 0;
    for (; id; id = trace_place_at(t, id)->parent, depth++)
        if (depth < DEEPEST) chain[depth] = id;
    if (depth > DEEPEST) buf_printf(out, "%u more > ", depth - DEEPEST);
    for (uint32_t i = depth < DEEPEST ? depth : DEEPEST; i > 0; i--) {
        const TraceSpot *s = trace_spot_at(t, trace_place_at(t, chain[i - 1])->spot);
        add_text(t, s->function, out);
        buf_printf(out, ":%u:%u%s", s->line, s->column, i > 1 ? " > " : "");
    }
}

/* Columns by characters, as names may hold any letter. */
static size_t width(const Buf *b, size_t start) {
    size_t n = 0;
    for (size_t i = start; i < b->len; i++) n += ((unsigned char)b->data[i] & 0xC0) != 0x80;
    return n;
}

static void fill(Buf *out, size_t start, size_t column) {
    size_t used = width(out, start);
    buf_pad(out, ' ', used < column ? column - used : 2);
}

void trace_dump_event(const Trace *t, EventIndex i, Buf *out) {
    const TraceEvent *e = trace_at(t, i);
    buf_printf(out, "%8u  %4" PRIu64 ".%09" PRIu64 "  ", i, e->time / NANOSECONDS, e->time % NANOSECONDS);
    size_t start = out->len;
    if (e->task) add_task(t, e->task, out);
    else buf_addc(out, '-');
    fill(out, start, TASK_COLUMN);
    add_sentence(t, i, e, out);
    if (event_place(e)) {
        fill(out, start, TEXT_COLUMN);
        add_place(t, event_place(e), out);
    }
    buf_addc(out, '\n');
}

void trace_dump(const Trace *t, Buf *out) {
    for (EventIndex i = t->forgotten; i < t->count; i++) trace_dump_event(t, i, out);
}
