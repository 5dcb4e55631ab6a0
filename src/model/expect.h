/* What the author expects of a run, judged on its record. */
#ifndef TOQUE_MODEL_EXPECT_H
#define TOQUE_MODEL_EXPECT_H

#include "model/words.h"
#include "trace/notes.h"

typedef struct Verdict {
    NoteId note; /* 0: nothing is said of the end, so that a normal one is expected */
    bool held;
    Buf happened; /* owned; a sentence that says what was the case and where; empty if it held */
} Verdict;

typedef struct Verdicts {
    VEC(Verdict) list;
    uint32_t failed;
} Verdicts;

/* Judges every `expect` of the record, in the order of the text. The run must be over. Times are
 * compared to the hundredth of a second, as the work between two waits takes some too. */
void expect_judge(const Model *m, Lang lang, Verdicts *out);
void verdicts_deinit(Verdicts *v);
/* What was expected, as it was written: "time < 3.6". */
void expect_add_wish(const Model *m, Lang lang, const Verdict *v, Buf *out);
uint32_t expect_line(const Model *m, const Verdict *v); /* in the source; 0: none */

#endif
