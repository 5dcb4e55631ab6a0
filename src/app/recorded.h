/* A scenario that was run to its end and recorded: what the commands speak of that show a run
 * without a window. Its own output goes nowhere: it is in the record. */
#ifndef TOQUE_APP_RECORDED_H
#define TOQUE_APP_RECORDED_H

#include "app/cli.h"
#include "loop/engine.h"
#include "model/model.h"

enum {
    RECORD_LIMIT = 10 * 1000 * 1000,  /* events, with their index less than half a gigabyte */
    RECORD_STEPS = 300 * 1000 * 1000, /* instructions: a few seconds, as an endless loop makes no events */
};

typedef struct Recorded {
    Program *program; /* owned */
    Run *run;         /* owned */
    Model *model;     /* owned */
    bool too_long;    /* it was left when the record was full */
} Recorded;

/* Zeroed memory is an empty one. False: it could not be run. What is said of it, errors and
 * warnings, is appended to `said`. */
bool recorded_make(Recorded *r, const Cli *cli, const char *file, Buf *said);
void recorded_free(Recorded *r);
/* Why it was left before its end, as a line; nothing if it was not. */
void recorded_report(const Recorded *r, Lang lang, Buf *said);
int recorded_exit_code(const Recorded *r);

#endif
