#include "trace/notes.h"

#include "trace/tables.h"

void trace_note(Trace *t, const Note *note) {
    if (t) vec_push(&t->tables->notes, *note);
}

/* The last one has that number. */
static uint32_t count_notes(const Trace *t) {
    return t->tables->notes.len;
}

const Note *trace_note_at(const Trace *t, NoteId id) {
    return &t->tables->notes.items[id - 1];
}

NoteId trace_note_next(const Trace *t, DirectiveKind kind, NoteId after) {
    for (NoteId id = after + 1; id <= count_notes(t); id++)
        if (trace_note_at(t, id)->kind == kind) return id;
    return 0;
}

const char *note_text(const Trace *t, const Note *note, Lang lang) {
    if (note->texts[lang]) return trace_text(t, note->texts[lang], NULL);
    if (note->own) return trace_text(t, note->own, NULL);
    for (int i = 0; i < LANG_COUNT; i++)
        if (note->texts[i]) return trace_text(t, note->texts[i], NULL);
    return "";
}
