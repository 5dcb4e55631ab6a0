/* How a task's state looks, in the code, the timeline and the numbers alike. */
#ifndef TOQUE_VIEW_TASK_LOOK_H
#define TOQUE_VIEW_TASK_LOOK_H

#include "model/moment.h"
#include "view/theme.h"

LookId task_look(TaskState state, WaitKind wait); /* wait: of a waiting one */

#endif
