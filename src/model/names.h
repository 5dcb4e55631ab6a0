/* What things are called: as the author knows them. Whoever speaks of a task or an object asks here, so
 * that it is called the same everywhere. */
#ifndef TOQUE_MODEL_NAMES_H
#define TOQUE_MODEL_NAMES_H

#include "model/model.h"

/* The text, and a number if several share it (0: none do). */
typedef struct Name {
    StringId text;
    uint32_t number;
} Name;

/* By set_name or the name it was made with, else its coroutine's. */
Name name_of_task(const Model *m, TaskId task);
/* By the variable or attribute that holds it. Text 0: nothing does; then call it by its kind, and the
 * number is among its kind (0: the only one). */
Name name_of_object(const Model *m, ObjectId object);

/* A group (gather, timeout, …) goes by the task that began it, and by a number among those of that task
 * that are called alike (0: the only one of its task). Task 0: no task began it. */
typedef struct GroupName {
    TaskId task;
    uint32_t number;
    bool alone; /* there is no other one that is called alike in the whole run */
} GroupName;
GroupName name_of_group(const Model *m, ObjectId group, const bool alike[OBJECT_KINDS]);

/* As text: "cook 2", "knife", "lock 1". The word for a kind is that of kinds.def, in English. */
void name_add_task(const Model *m, TaskId task, Buf *out);
void name_add_object(const Model *m, ObjectId object, Buf *out);

#endif
