/* The command line, read into a value: which command, which file, with which options. */
#ifndef TOQUE_APP_CLI_H
#define TOQUE_APP_CLI_H

#include "base/msg.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum Command {
    COMMAND_NONE, /* a file alone */
#define COMMAND(id, name, operands, help) COMMAND_##id,
#include "app/commands.def"
#undef COMMAND
    COMMAND_VERSION,
    COMMAND_COUNT
} Command;

/* Exit codes, as DESIGN.md has them. */
enum { EXIT_FINE = 0, EXIT_PROGRAM = 1, EXIT_USAGE = 2, EXIT_LIMIT = 4 };

typedef struct Cli {
    Command command;
    Lang lang;
    bool lang_asked;         /* it is not only the system's */
    const char *const *argv; /* the file, then what follows it for the program; ended by NULL */
    uint64_t seed, memory, steps;
    bool seeded;          /* a seed was asked for */
    int64_t until;        /* nanoseconds */
    uint64_t until_turns; /* turns of tasks */
    bool events;          /* print what is recorded */
    bool plain, json;
    int64_t at;                       /* nanoseconds; -1: not asked for */
    uint64_t turn;                    /* 0: not asked for */
    const char *task;                 /* or NULL */
    const char *perfetto, *csv, *svg; /* where to write; or NULL */
    /* Of a picture. */
    const char *out;
    int32_t width, height;
    int theme;  /* a ThemeId */
    int view;   /* a PanelId; 0: the whole window */
    float text; /* the scale of type */
    bool present;
} Cli;

/* False: the command line is wrong, and `problem` says how. */
bool cli_parse(Cli *cli, char **argv, Buf *problem);
void cli_help(Lang lang, Buf *out);

#endif
