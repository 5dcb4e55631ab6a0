#include "model/moment.h"

/* The words of states.def, by their numbers. */
#define WORD(id, name) name,

const char *task_state_name(TaskState s) {
    static const char *const names[TASK_STATES] = {
#define STATE WORD
#include "model/states.def"
    };
    return names[s];
}

const char *wait_kind_name(WaitKind w) {
    static const char *const names[WAIT_KINDS] = {
#define WAIT WORD
#include "model/states.def"
    };
    return names[w];
}

const char *chef_state_name(ChefState c) {
    static const char *const names[CHEF_STATES] = {
#define CHEF WORD
#include "model/states.def"
    };
    return names[c];
}
