/* The variables of a task are not recorded: whoever wants to see them asks the engine, which runs
 * the program again. In this form they come. */
#ifndef TOQUE_TRACE_LOCALS_H
#define TOQUE_TRACE_LOCALS_H

#include <stdint.h>

/* Is told the functions of a task, the innermost first, and after each one its variables, in
 * the order in which the program names them. The texts last for the call only. */
typedef struct LocalsTeller {
    void *data;
    void (*function)(void *data, const char *name, uint32_t line);
    void (*variable)(void *data, const char *name, const char *value);
} LocalsTeller;

#endif
