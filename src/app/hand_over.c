#include "app/hand_over.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char name[] = "toque-desk";

/* The folder of this program's own file, or "". */
static void own_folder(const char *argv0, char folder[PATH_MAX]) {
    ssize_t n = readlink("/proc/self/exe", folder, PATH_MAX - 1);
    if (n > 0) folder[n] = '\0';
    else snprintf(folder, PATH_MAX, "%s", argv0 ? argv0 : "");
    char *slash = strrchr(folder, '/');
    if (slash) *slash = '\0';
    else folder[0] = '\0';
}

static void try_in(const char *folder, const char *below, char **argv) {
    Buf path = {0};
    buf_printf(&path, "%s/%s%s", folder, below, name);
    execv(buf_cstr(&path), argv);
    buf_deinit(&path);
}

int hand_over(const Cli *cli, char **argv) {
    static const char installed[] = TOQUE_LIBEXEC "/"; /* as seen from where programs are installed */
    char folder[PATH_MAX];
    own_folder(argv[0], folder);
    if (*folder) {
        try_in(folder, "", argv);
        try_in(folder, installed, argv);
    }
    Buf said = {0};
    msg_format(&said, cli->lang, MSG_CLI_NO_DESK, (const char *const[]){name, strerror(errno)}, 2);
    fprintf(stderr, "%s\n", buf_cstr(&said));
    buf_deinit(&said);
    return EXIT_PROGRAM;
}
