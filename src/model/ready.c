#include "model/ready.h"

static void close_gaps(ReadyTasks *r) {
    uint32_t kept = 0;
    for (uint32_t i = r->first; i < r->tasks.len; i++)
        if (r->tasks.items[i]) r->tasks.items[kept++] = r->tasks.items[i];
    r->first = 0;
    r->tasks.len = kept;
}

/* What is free at the front is used again before there is more; half of it stays free then. */
void ready_join(ReadyTasks *r, TaskId task) {
    if (r->tasks.len && r->tasks.len == r->tasks.cap) {
        close_gaps(r);
        if (r->tasks.len > r->tasks.cap / 2) vec_reserve(&r->tasks, r->tasks.cap * 2);
    }
    vec_push(&r->tasks, task);
}

void ready_leave(ReadyTasks *r, TaskId task) {
    uint32_t i = r->first;
    while (i < r->tasks.len && r->tasks.items[i] != task) i++;
    if (i < r->tasks.len) r->tasks.items[i] = 0;
    while (r->first < r->tasks.len && r->tasks.items[r->first] == 0) r->first++;
}

void ready_deinit(ReadyTasks *r) {
    vec_deinit(&r->tasks);
}

size_t ready_memory(const ReadyTasks *r) {
    return r->tasks.cap * sizeof *r->tasks.items;
}
