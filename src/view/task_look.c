#include "view/task_look.h"

static const LookId state_looks[TASK_STATES] = {
    [TASK_ABSENT] = LOOK_NEW,      [TASK_CREATED] = LOOK_NEW,         [TASK_READY] = LOOK_READY,
    [TASK_RUNNING] = LOOK_RUNNING, [TASK_WAITING] = LOOK_TASK,        [TASK_DONE] = LOOK_DONE,
    [TASK_FAILED] = LOOK_FAILED,   [TASK_CANCELLED] = LOOK_CANCELLED, [TASK_LOST] = LOOK_FAILED};

static const LookId wait_looks[WAIT_KINDS] = {
    [WAIT_NONE] = LOOK_TASK,       [WAIT_SLEEP] = LOOK_ASLEEP, [WAIT_LOCK] = LOOK_LOCK,
    [WAIT_SEMAPHORE] = LOOK_LOCK,  [WAIT_EVENT] = LOOK_EVENT,  [WAIT_CONDITION] = LOOK_EVENT,
    [WAIT_BARRIER] = LOOK_BARRIER, [WAIT_GET] = LOOK_QUEUE,    [WAIT_PUT] = LOOK_QUEUE,
    [WAIT_JOIN] = LOOK_QUEUE,      [WAIT_TASK] = LOOK_TASK,    [WAIT_FUTURE] = LOOK_TASK,
    [WAIT_GROUP] = LOOK_TASK,      [WAIT_JOB] = LOOK_ASLEEP,   [WAIT_REQUEST] = LOOK_ASLEEP};

LookId task_look(TaskState state, WaitKind wait) {
    return state == TASK_WAITING ? wait_looks[wait] : state_looks[state];
}
