/* The judge of the model: reads a record event by event and keeps the whole state in plain lists,
 * so slowly that it cannot be wrong in the ways in which an index can. Judge and model write a
 * moment as the same text, if both are right. */
#ifndef TOQUE_TESTS_MODEL_JUDGE_H
#define TOQUE_TESTS_MODEL_JUDGE_H

#include "model/moment.h"

typedef struct Judge Judge;

Judge *judge_new(const Trace *t);
void judge_free(Judge *j);
void judge_read(Judge *j); /* the next event */
void judge_write(Judge *j, Buf *out);

TaskState judge_task_state(const Judge *j, TaskId task);
bool judge_has_many_loops(const Judge *j);

/* The same, asked of the model. `loops`: the rail is written in the order of events, as several
 * loops have one each. */
void moment_write(const Model *m, Cursor at, bool loops, Buf *out);

bool lanes_agree(const Model *m); /* with moments; says where they do not */
bool axes_agree(const Model *m);  /* with themselves, both ways */
bool steps_agree(const Model *m);
bool causes_agree(const Model *m);
bool numbers_add_up(const Model *m);

/* The parts of the text that both write. */
void write_task(Buf *out, TaskId id, const TaskMoment *t, TaskId maker, uint32_t turns);
void write_rail(Buf *out, RailEntry *rail, uint32_t len, bool loops);
void write_counts(Buf *out, const MomentCounts *counts);
void write_object(Buf *out, ObjectId id, const ObjectMoment *o);

#endif
