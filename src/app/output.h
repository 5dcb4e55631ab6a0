/* Standard output and standard error of a program that is being run. Output is gathered and
 * written in large pieces, at once where a person looks on, and always before an error. */
#ifndef TOQUE_APP_OUTPUT_H
#define TOQUE_APP_OUTPUT_H

#include "base/buf.h"

#include <stdbool.h>

typedef struct Output {
    Buf waiting;  /* for standard output */
    bool at_once; /* a terminal */
    int error;    /* errno of a write that failed: nothing more is written */
} Output;

void output_init(Output *o);
/* False if it cannot be written: the reader has gone, or the disk is full. */
bool output_write(Output *o, int fd, const char *bytes, size_t n);
bool output_flush(Output *o);
void output_deinit(Output *o);

#endif
