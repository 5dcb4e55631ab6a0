#include "model/called.h"

#include "model/names.h"

#include <string.h>

/* --- notes ---------------------------------------------------------------------------------- */

static const TraceSpot *spot_of(const Model *m, EventIndex at) {
    const Trace *t = model_trace(m);
    PlaceId place = event_place(trace_at(t, at));
    return place ? trace_spot_at(t, trace_place_at(t, place)->spot) : NULL;
}

uint32_t called_line(const Model *m, EventIndex at) {
    const TraceSpot *spot = spot_of(m, at);
    return spot ? spot->line : 0;
}

/* One about the very line, or else one about another line of the same statement. */
const Note *called_note(const Model *m, DirectiveKind kind, EventIndex at) {
    const Trace *t = model_trace(m);
    const TraceSpot *spot = spot_of(m, at);
    const Note *near = NULL;
    if (!spot || !at) return NULL;
    for (NoteId id = 0; (id = trace_note_next(t, kind, id));) {
        const Note *note = trace_note_at(t, id);
        if (note->code_line == spot->line) return note;
        if (note->code_line >= spot->line && note->code_line <= spot->end_line) near = note;
    }
    return near;
}

const char *called_text(const Speech *s, DirectiveKind kind, EventIndex at) {
    const Note *note = called_note(s->model, kind, at);
    return note ? note_text(model_trace(s->model), note, s->lang) : "";
}

/* Of a task: where its coroutine was made, where it was made itself, where its function is. */
static const Note *note_of_task(const Model *m, DirectiveKind kind, TaskId task) {
    const Trace *t = model_trace(m);
    const TraceTask *about = trace_task_at(t, task);
    const Note *note = about->coroutine ? called_note(m, kind, about->coroutine) : NULL;
    if (!note) note = called_note(m, kind, about->made);
    for (NoteId id = 0; !note && (id = trace_note_next(t, kind, id));) {
        const Note *other = trace_note_at(t, id);
        if (other->function && other->function == about->function) note = other;
    }
    return note;
}

/* Which of those that one line made, or one function is in: from 0. `several`: it is not alone.
 * Of so many that counting would take long the number is that of the function's tasks. */
static uint32_t number_among(const Model *m, DirectiveKind kind, const Note *note, TaskId task,
                             bool *several) {
    enum { MOST_COUNTED = 2000 };
    uint32_t before = 0, after = 0, tasks = trace_tasks(model_trace(m));
    if (tasks > MOST_COUNTED) {
        uint32_t number = name_of_task(m, task).number;
        *several = number > 0;
        return number ? number - 1 : 0;
    }
    for (TaskId other = 1; other <= tasks; other++) {
        if (other == task || note_of_task(m, kind, other) != note) continue;
        if (other < task) before++;
        else after++;
        if (after) break;
    }
    *several = before + after > 0;
    return before;
}

/* --- names ------------------------------------------------------------------------------------- */

void called_task(const Speech *s, TaskId task, Buf *out) {
    const Note *note = note_of_task(s->model, DIRECTIVE_NAME, task);
    if (!note) {
        name_add_task(s->model, task, out);
        return;
    }
    bool several;
    uint32_t number = number_among(s->model, DIRECTIVE_NAME, note, task, &several);
    buf_adds(out, note_text(model_trace(s->model), note, s->lang));
    if (several) buf_printf(out, " %u", number + 1);
}

static const MsgId nouns[OBJECT_KINDS] = {
    [OBJECT_NONE] = MSG_KITCHEN_NOUN_NONE,
#define OBJECT(id, name, count) [OBJECT_##id] = MSG_KITCHEN_NOUN_##id,
#include "trace/kinds.def"
};

/* What a job does and what a request asks for stands in the event behind its making. */
static const char *purpose(const Trace *t, const TraceObject *o) {
    if (o->kind != OBJECT_JOB && o->kind != OBJECT_REQUEST) return NULL;
    for (EventIndex i = o->made + 1; i < trace_count(t) && i <= o->made + 2; i++) {
        EventKind kind = event_kind(trace_at(t, i));
        if (kind == EV_JOB_SUBMITTED || kind == EV_REQUEST_BEGUN)
            return trace_text(t, trace_at(t, i)->b, NULL);
    }
    return NULL;
}

/* "the knife", not "the knife knife". */
static bool says_it(const char *noun, const char *name) {
    size_t n = strlen(noun), k = strlen(name);
    return n >= k && strcmp(noun + n - k, name) == 0;
}

/* --- groups: what a task opens and closes, mostly without a name --------------------------------- */

static bool is_group(ObjectKind kind) {
    return kind >= OBJECT_GATHER && kind <= OBJECT_TIMEOUT;
}

/* A gather and a task group are both a menu. */
static GroupName group_name(const Speech *s, ObjectId group) {
    bool alike[OBJECT_KINDS] = {false};
    const char *noun = words_template(s, nouns[trace_object_at(model_trace(s->model), group)->kind]);
    for (ObjectKind kind = 0; kind < OBJECT_KINDS; kind++)
        alike[kind] = is_group(kind) && strcmp(words_template(s, nouns[kind]), noun) == 0;
    return name_of_group(s->model, group, alike);
}

static const char *authors_label(const Speech *s, const TraceObject *o) {
    return s->vocabulary == VOCABULARY_KITCHEN ? called_text(s, DIRECTIVE_LABEL, o->made) : "";
}

/* Whether it has no name but its task's. */
static bool goes_by_task(const Speech *s, ObjectId object) {
    const TraceObject *o = trace_object_at(model_trace(s->model), object);
    return is_group(o->kind) && !name_of_object(s->model, object).text &&
           !*called_text(s, DIRECTIVE_NAME, o->made) && !*authors_label(s, o);
}

static void add_numbered(const char *noun, uint32_t number, Buf *out) {
    buf_adds(out, noun);
    if (number) buf_printf(out, " %u", number);
}

/* "the menu 2 of main". */
static void add_group(const Speech *s, ObjectId group, const char *noun, Buf *out) {
    GroupName name = group_name(s, group);
    Words words = {0};
    Sentence whole = {0};
    Buf numbered = {0};
    add_numbered(noun, name.number, &numbered);
    words_text(&words, SLOT_A, buf_cstr(&numbered));
    if (name.task && !name.alone) words_task(s, &words, SLOT_T, name.task);
    words_fill(s, MSG_KITCHEN_OF_TASK, &words, &whole);
    buf_add(out, whole.text.data, whole.text.len);
    buf_deinit(&numbered);
    words_deinit(&words);
    sentence_deinit(&whole);
}

bool called_own(const Speech *s, ObjectId object, TaskId owner, Buf *out) {
    if (!owner || !goes_by_task(s, object)) return false;
    GroupName name = group_name(s, object);
    if (name.task != owner || name.alone) return false;
    const char *noun = words_template(s, nouns[trace_object_at(model_trace(s->model), object)->kind]);
    Words words = {0};
    Sentence whole = {0};
    Buf numbered = {0};
    add_numbered(noun + strcspn(noun, " '") + 1, name.number, &numbered); /* without its article */
    words_text(&words, SLOT_TEXT, buf_cstr(&numbered));
    words_fill(s, MSG_KITCHEN_OWN, &words, &whole);
    buf_add(out, whole.text.data, whole.text.len);
    buf_deinit(&numbered);
    words_deinit(&words);
    sentence_deinit(&whole);
    return true;
}

/* --- objects ------------------------------------------------------------------------------------- */

void called_object(const Speech *s, ObjectId object, Buf *out) {
    const Trace *t = model_trace(s->model);
    const TraceObject *o = trace_object_at(t, object);
    const char *label = authors_label(s, o);
    const char *noun = words_template(s, nouns[o->kind]), *given = called_text(s, DIRECTIVE_NAME, o->made);
    const char *aim = purpose(t, o);
    Name name = name_of_object(s->model, object);
    if (*label) {
        buf_adds(out, label);
        return;
    }
    if (goes_by_task(s, object)) {
        add_group(s, object, noun, out);
        return;
    }
    buf_adds(out, noun);
    if (!*given && name.text) given = trace_text(t, name.text, NULL);
    if (aim) buf_printf(out, " %s", aim);
    else if (*given && !says_it(noun, given)) buf_printf(out, " %s", given);
    if (!aim && name.number) buf_printf(out, " %u", name.number);
}
