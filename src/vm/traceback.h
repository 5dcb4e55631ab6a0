/* Exceptions as text, as CPython 3.11 prints an uncaught one: the chain of causes and
 * contexts, the frames with their source lines and carets, groups as a tree, notes, and the
 * name that may have been meant. Frames of the library are left out. */
#ifndef TOQUE_VM_TRACEBACK_H
#define TOQUE_VM_TRACEBACK_H

#include "vm/vm.h"

/* One frame to be shown. */
typedef struct TraceEntry {
    const Source *source;
    Str *name;
    uint32_t line;
    Span span; /* what failed there; empty if that is not known */
} TraceEntry;

typedef struct TraceEntries {
    VEC(TraceEntry) list;
} TraceEntries;

/* Appends the frames of a Traceback (or None) in order, the frame of the raise last. */
void traceback_entries(Value traceback, TraceEntries *out);

/* The frames that run now, the innermost last, each at the line of its call. */
void traceback_stack(VM *vm, TraceEntries *out);

/* Appends all of it. NEEDS_PYTHON if a text is to be made by a program's own __str__: then
 * run TWIN_PRINT_EXCEPTION with the exception, which prints it on standard error. */
Tri traceback_format(VM *vm, Value exception, Buf *out);

/* The same with the texts already made: a list of (exception, its str or None if that failed,
 * list of its notes' str), one for each exception that may be printed. Without the causes and
 * contexts if !chain. */
void traceback_format_with(VM *vm, Value exception, List *texts, bool chain, Buf *out);

#endif
