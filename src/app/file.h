/* A scenario's text from a file or from standard input. */
#ifndef TOQUE_APP_FILE_H
#define TOQUE_APP_FILE_H

#include "base/msg.h"

#include <stdbool.h>

enum { FILE_LIMIT_MB = 10 }; /* a hundred thousand lines; a longer text is no scenario */

/* Appends the text, which is then valid UTF-8 without NUL bytes. "-" is standard input.
 * False: `problem` says what is wrong and what to do. */
bool file_read(const char *path, Lang lang, Buf *text, Buf *problem);

/* The path as CPython shows it in tracebacks: behind the working directory. */
void file_full_path(const char *path, Buf *out);

#endif
