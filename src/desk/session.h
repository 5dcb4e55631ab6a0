/* One open scenario: its text, the run of it, and what the picture asks of that. The run is
 * simulated ahead of the cursor in slices, so that an endless one can be shown as well. */
#ifndef TOQUE_DESK_SESSION_H
#define TOQUE_DESK_SESSION_H

#include "app/locals_replay.h"
#include "edit/highlight.h"
#include "loop/engine.h"
#include "view/cast.h"
#include "view/code_panel.h"
#include "view/output_panel.h"

enum {
    SESSION_AHEAD = 500 * 1000,      /* events that are simulated beyond the cursor */
    SESSION_MOST = 10 * 1000 * 1000, /* events that are kept: with their index half a gigabyte */
};

typedef struct Session {
    Buf path;     /* in full */
    Buf warnings; /* what was said when it was read */
    Source source;
    Highlight highlight;
    CodeRows rows;
    Program *program; /* owned, as the next four */
    Run *run;
    Model *model;
    Cast *cast;
    LocalsReplay *locals;
    LocalsSource locals_source;
    OutputText output;
    uint32_t outputs;    /* pieces that were read */
    VEC(TaskId) tidying; /* tasks of the library: asyncio.run's own, at its end */
    TaskId tasks;        /* that were looked at for these */
    bool whole;          /* it is to be simulated to its end */
    bool stopped;        /* the user has enough */
    bool full;           /* no more events are kept */
} Session;

/* NULL: it cannot be opened, and `problem` says why. */
Session *session_open(const char *path, const RunOptions *options, Lang lang, Buf *problem);
void session_free(Session *s);

/* The run has reached its end, or a limit. */
bool session_over(const Session *s);
/* A limit ended it, of memory, work or output, or of what is kept: not the program itself. */
bool session_cut(const Session *s);
/* Whether more is to be simulated for a cursor there. */
bool session_hungry(const Session *s, Cursor at);
/* Simulates a little more: some milliseconds. */
void session_work(Session *s);

/* Turns of the program's own tasks that have begun by then. */
TurnId session_turns(const Session *s, Cursor at);
/* A task of the library is at the board there. */
bool session_tidies(const Session *s, Cursor at);

/* The author's title in that language, or the file's name. */
const char *session_title(const Session *s, Lang lang);
/* The file's name without its folder. */
const char *session_name(const Session *s);
/* What the author chose for the opening; DIRECTIVE_CHOICES: nothing. */
DirectiveChoice session_choice(const Session *s, DirectiveKind kind);

#endif
