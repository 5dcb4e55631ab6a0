/* The tasks that are ready at the end of what was read, in order. The first one goes to the board
 * nearly always; with several loops another may. One that was ended by force stays. */
#ifndef TOQUE_MODEL_READY_H
#define TOQUE_MODEL_READY_H

#include "base/vec.h"
#include "model/model.h"

typedef struct ReadyTasks {
    VEC(TaskId) tasks; /* 0: that one has left */
    uint32_t first;    /* nobody stands before */
} ReadyTasks;

void ready_join(ReadyTasks *r, TaskId task);
void ready_leave(ReadyTasks *r, TaskId task);
void ready_deinit(ReadyTasks *r);
size_t ready_memory(const ReadyTasks *r);

#endif
