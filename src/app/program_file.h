/* From a scenario's file to a program, and from the command line to the options of its runs: every
 * command and every session of the window opens a scenario in this one way. */
#ifndef TOQUE_APP_PROGRAM_FILE_H
#define TOQUE_APP_PROGRAM_FILE_H

#include "app/cli.h"
#include "loop/engine.h"

/* What is wrong with the file or with the program is appended to `said`, for a person to read.
 * "-" is standard input. NULL: it cannot be read. */
Program *program_file_load(const char *file, Lang lang, Buf *said);

/* A text that stands, or is to stand, in that file. Never NULL. */
Program *program_file_of_text(const char *file, const char *text, size_t len);

/* What the command line asks of a run, with nothing recorded; argv is that of the command line. */
RunOptions program_file_options(const Cli *cli);

#endif
