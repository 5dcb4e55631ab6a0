/* What the author says beside the code, as the record carries it: not events but a side table,
 * the same from the first event to the last. Texts come in several languages. */
#ifndef TOQUE_TRACE_NOTES_H
#define TOQUE_TRACE_NOTES_H

#include "base/directive.h"
#include "base/msg.h"
#include "trace/trace.h"

typedef uint32_t NoteId; /* from 1, in the order of the text; 0: none */

typedef struct Note {
    DirectiveKind kind;
    uint32_t line;        /* where it stands in the source */
    uint32_t code_line;   /* the line of code that it is about; 0: the whole file */
    uint32_t first, last; /* the lines of the statement there */
    StringId function;    /* defined there; 0: none is */
    StringId own;         /* for all languages that have no text of their own */
    StringId texts[LANG_COUNT];
    StringId words[DIRECTIVE_WORDS];
    StringId source; /* as it was written */
    DirectiveChoice dishes[DIRECTIVE_DISHES];
    uint32_t dish_count;
    DirectiveChoice choice;
    ExpectKind expect;
    Compare compare;
    int64_t number, slack; /* of times: nanoseconds */
} Note;

void trace_note(Trace *t, const Note *note);

const Note *trace_note_at(const Trace *t, NoteId id);
/* The next one of that kind behind `after`; 0 at the end. */
NoteId trace_note_next(const Trace *t, DirectiveKind kind, NoteId after);
/* In that language, or the author's own, or any; "" if it has no text. */
const char *note_text(const Trace *t, const Note *note, Lang lang);

#endif
