/* Who can tell the variables of a task at a cursor. The model knows no engine: the app fills
 * this in, by running the program again. */
#ifndef TOQUE_MODEL_LOCALS_H
#define TOQUE_MODEL_LOCALS_H

#include "model/model.h"
#include "trace/locals.h"

typedef struct LocalsSource {
    void *data;
    /* Task 0: code outside of all tasks. False: the run does not get there, nothing is told. */
    bool (*tell)(void *data, Cursor at, TaskId task, const LocalsTeller *teller);
} LocalsSource;

#endif
