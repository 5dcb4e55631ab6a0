/* The engine's face: from a text to a program or diagnostics, from a program to a run that
 * is advanced by a budget. The command line, the tests, the fuzzers and the window use
 * this and nothing else. A run reads no clock, file or environment and two runs, of one
 * program or of two, may live side by side. */
#ifndef TOQUE_LOOP_ENGINE_H
#define TOQUE_LOOP_ENGINE_H

#include "base/buf.h"
#include "base/msg.h"
#include "lang/directive.h"
#include "loop/clock.h"
#include "trace/locals.h"
#include "trace/trace.h"

#include <stdbool.h>

/* --- programs ----------------------------------------------------------------------- */

typedef struct Program Program;

/* `name` is how the text is to be called in diagnostics, `path` in tracebacks and __file__
 * (NULL: the same). The text is copied; it must be valid UTF-8. Never NULL. */
Program *program_new(const char *name, const char *path, const char *text, size_t len);
bool program_ok(const Program *p); /* it can be run */
/* What is wrong with it, and warnings, for a person to read; nothing if all is well. */
void program_report(const Program *p, Lang lang, Buf *out);
void program_free(Program *p); /* after its runs */

/* --- runs --------------------------------------------------------------------------- */

typedef struct Run Run;

typedef enum Stream { STREAM_OUT = 1, STREAM_ERR = 2 } Stream;

enum { MEGABYTE = 1 << 20, MEMORY_DEFAULT = 256 * MEGABYTE, OUTPUT_DEFAULT = 64 * MEGABYTE };

typedef struct RunOptions {
    uint64_t seed; /* of random, if it is `seeded`; else what the program says, or 0 */
    bool seeded;
    size_t memory;           /* bytes that its objects may take; 0: MEMORY_DEFAULT */
    uint64_t steps;          /* instructions; 0: no limit */
    uint64_t output;         /* bytes written; 0: OUTPUT_DEFAULT */
    Ticks until;             /* virtual time at which to stop; 0: none */
    uint64_t until_turns;    /* turns of tasks after which to stop; 0: no limit */
    const char *const *argv; /* sys.argv, ended by NULL; NULL: the program's name alone */
    /* Takes what the program writes. False: it cannot be taken any more, the run ends. */
    bool (*write)(void *data, Stream stream, const char *bytes, size_t n);
    void *data;
    bool clock_by_readings; /* to compare with others: clock.h */
    bool record;            /* what the scheduler does: run_trace */
    uint32_t record_cap;    /* events; 0: no limit */
} RunOptions;

/* How a run ended. */
typedef enum End {
    END_NONE,   /* not yet */
    END_NORMAL, /* the last line, or sys.exit */
    END_RAISED, /* an uncaught exception; its traceback was written */
    END_MEMORY, /* limits */
    END_STEPS,
    END_OUTPUT,
    END_UNTIL,    /* the time asked for has come */
    END_UNHEARD,  /* `write` refused */
    END_DEADLOCK, /* nothing is ready, no timer is set: nothing can ever happen again */
    END_REFUSED,  /* a function of the program is too large to be compiled */
} End;

/* The program must be ok. Options are copied, but not argv. Never NULL. */
Run *run_new(const Program *p, const RunOptions *options);
End run_advance(Run *run, uint64_t budget); /* by about that many instructions */
End run_end(const Run *run);
/* As the command line gives it: 0 fine, 1 the program failed, 2 refused, 3 deadlock, 4 a limit;
 * another one if the program asked for it. */
int run_exit_code(const Run *run);
uint64_t run_steps(const Run *run);
Ticks run_time(const Run *run);
/* What has been recorded so far; NULL if nothing is. It lives and grows with the run. */
const Trace *run_trace(const Run *run);
/* Nobody will ask for the events before that one any more: trace_forget. */
void run_forget(Run *run, EventIndex before);
/* Why it ended before its end, as a sentence; nothing if it did not. */
void run_report(const Run *run, Lang lang, Buf *out);
void run_free(Run *run);

/* The variables of a task that is not over, of a run that is recorded . */
void run_locals(Run *run, TaskId task, const LocalsTeller *teller);

#endif
