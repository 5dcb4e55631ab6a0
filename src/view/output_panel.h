/* What the program has printed by now, line by line, each with when it was begun. A click on a line
 * says where in the run that is. */
#ifndef TOQUE_VIEW_OUTPUT_PANEL_H
#define TOQUE_VIEW_OUTPUT_PANEL_H

#include "base/msg.h"
#include "model/model.h"
#include "ui/scroll.h"
#include "view/theme.h"

/* All that is printed in a run, in one text, and where each piece and each line of it begins.
 * Zeroed memory knows nothing yet. */
typedef struct OutputText {
    Buf text;
    VEC(struct OutputPiece {
        EventIndex event; /* its OUTPUT */
        size_t end;       /* in text */
    })
    pieces;
    VEC(struct OutputLine {
        size_t start;   /* in text */
        uint32_t piece; /* by which it was begun */
    })
    lines;
} OutputText;

/* What came since, from the record's OUTPUT events. */
void output_text_add(OutputText *o, const Trace *t, const EventIndex *events, uint32_t count);
/* How many lines are begun at a cursor, and how much of the text is there. */
uint32_t output_text_lines_at(const OutputText *o, Cursor at, size_t *end);
void output_text_deinit(OutputText *o);

typedef struct OutputShow {
    Lang lang;
    const OutputText *text;
    const Trace *trace;
    Cursor at;
} OutputShow;

/* Its own state; zeroed memory follows the end. */
typedef struct OutputPanel {
    ListState list;
    uint32_t followed; /* lines at the last look, + 1 */
} OutputPanel;

/* The event at which the clicked line was begun; NEVER: nothing was clicked. */
Cursor output_panel(Ui *ui, const Theme *t, OutputPanel *panel, const OutputShow *show, Rect r);

#endif
