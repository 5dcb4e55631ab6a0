/* The source beside the kitchen: colours, the running line lit, and each task's marker at the line
 * where it stands with what it waits for at that line's end. Who stands where is found by
 * code_marks.h; this draws it. */
#ifndef TOQUE_VIEW_CODE_PANEL_H
#define TOQUE_VIEW_CODE_PANEL_H

#include "base/msg.h"
#include "base/source.h"
#include "edit/highlight.h"
#include "ui/scroll.h"
#include "view/theme.h"

enum { CHIP_MAX = 32 };

/* One task, or several of one kind, at a line. */
typedef struct CodeMark {
    uint32_t line;  /* from 1 */
    uint32_t task;  /* the first of them */
    uint32_t count; /* how many tasks they are */
    HueId hue;
    const char *sprite;
    LookId look;
    const char *name;    /* not owned */
    char chip[CHIP_MAX]; /* what it waits for: "1.8 s", "knife"; empty: nothing to say */
    bool running;
} CodeMark;

/* What a directive says of a line is shown behind it in place of the comment. */
typedef struct CodeLabel {
    uint32_t line;
    const char *text;
} CodeLabel;

/* Which lines are shown for reading: all but those that hold nothing but directives, which are for
 * the author. Zeroed memory is none. */
typedef struct CodeRows {
    VEC(uint32_t) lines; /* by row, from 0 */
    VEC(uint32_t) rows;  /* by line, from 1; of a line that is left out, the row of the next */
} CodeRows;

void code_rows_find(CodeRows *c, const Source *source, const Highlight *highlight); /* anew */
void code_rows_deinit(CodeRows *c);

typedef struct CodeShow {
    Lang lang;
    const char *name; /* of the file */
    const Source *source;
    const Highlight *highlight;
    const CodeRows *rows;    /* for reading; NULL: the text as it is */
    const CodeLabel *labels; /* by line */
    uint32_t label_count;
    const CodeMark *marks; /* by line; of one line, the first is on top */
    uint32_t mark_count;
    uint32_t running_line; /* 0: none */
    uint32_t beyond;       /* tasks that have no mark, they are so many */
} CodeShow;

/* Its own state; zeroed memory is at the top. */
typedef struct CodePanel {
    Scroll scroll;
    float shift;       /* to the right, for long lines */
    uint32_t followed; /* the running line that was brought into sight */
} CodePanel;

/* What was clicked; 0: nothing. */
typedef struct CodeClick {
    uint32_t line; /* its number: run to it */
    uint32_t mark; /* its place in the marks, from 1: choose that task */
} CodeClick;

CodeClick code_panel(Ui *ui, const Theme *t, CodePanel *panel, const CodeShow *show, Rect r);

#endif
