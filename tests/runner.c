/* runner TOQUE FILE.py: runs a program and compares it with the files beside it.
 * runner --python PYTHON FILE.py: does the same with CPython.
 * runner --python PYTHON --by SCRIPT.py FILE.py: does it with a script that runs programs.
 *
 *   NAME.expected  standard output, as tools/expect.py writes it; without it, nothing is printed
 *   NAME.stderr    standard error; without it, anything may be written there
 *   NAME.events    standard error of `toque run --events`, in place of NAME.stderr
 *   NAME.exit      the exit code (none: 0)
 *   NAME.args      options of `toque run`, separated by spaces
 *
 * A traceback names the directory of the program, which is not the same everywhere: in
 * NAME.stderr it is written as "$DIR". */
#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_ARGS = 32 };

typedef struct Outcome {
    Buf out, err;
    int code;
} Outcome;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static bool read_all(const char *path, Buf *into) {
    FILE *f = fopen(path, "rb");
    if (!f) return false;
    char part[4096];
    for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;) buf_add(into, part, n);
    fclose(f);
    return true;
}

/* NAME.ext, read into `into`; false if there is none. */
static bool read_beside(const char *program, const char *ext, Buf *into) {
    Buf path = {0};
    buf_add(&path, program, strlen(program) - strlen(".py"));
    buf_adds(&path, ext);
    bool found = read_all(buf_cstr(&path), into);
    buf_deinit(&path);
    return found;
}

/* Both pipes are emptied as they fill, so that neither can stop the program. */
static void drain(int out, int err, Outcome *o) {
    struct pollfd fds[2] = {{.fd = out, .events = POLLIN}, {.fd = err, .events = POLLIN}};
    Buf *into[2] = {&o->out, &o->err};
    for (int open = 2; open > 0;) {
        if (poll(fds, 2, -1) < 0 && errno != EINTR) fail("poll");
        for (int i = 0; i < 2; i++) {
            if (fds[i].fd < 0 || !fds[i].revents) continue;
            char part[65536];
            ssize_t n = read(fds[i].fd, part, sizeof part);
            if (n > 0) {
                buf_add(into[i], part, (size_t)n);
                continue;
            }
            close(fds[i].fd);
            fds[i].fd = -1;
            open--;
        }
    }
}

static void run(char *const *argv, Outcome *o) {
    int out[2], err[2];
    if (pipe(out) || pipe(err)) fail("pipe");
    fflush(NULL);
    pid_t pid = fork();
    if (pid < 0) fail("fork");
    if (pid == 0) {
        int nothing = open("/dev/null", O_RDONLY);
        if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(out[1], 1) < 0 || dup2(err[1], 2) < 0) _exit(126);
        close(out[0]);
        close(err[0]);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(out[1]);
    close(err[1]);
    drain(out[0], err[0], o);
    int status;
    if (waitpid(pid, &status, 0) < 0) fail("waitpid");
    o->code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void replace_all(Buf *text, const char *old, const char *new) {
    Buf result = {0};
    char *at = buf_cstr(text), *hit;
    for (; (hit = strstr(at, old)); at = hit + strlen(old)) {
        buf_add(&result, at, (size_t)(hit - at));
        buf_adds(&result, new);
    }
    buf_adds(&result, at);
    buf_deinit(text);
    *text = result;
}

static void hide_directory(Buf *err) {
    char here[4096];
    if (getcwd(here, sizeof here)) replace_all(err, here, "$DIR");
}

static bool same(const char *what, Buf *want, Buf *got) {
    if (want->len == got->len && (got->len == 0 || memcmp(want->data, got->data, got->len) == 0)) return true;
    char *w = buf_cstr(want), *g = buf_cstr(got);
    int line = 1;
    size_t nw, ng;
    for (;; line++) {
        nw = strcspn(w, "\n");
        ng = strcspn(g, "\n");
        if (nw != ng || memcmp(w, g, nw) != 0 || !w[nw] || !g[ng]) break;
        w += nw + 1;
        g += ng + 1;
    }
    printf("%s differs at line %d:\n  want: %.*s\n  got:  %.*s\n", what, line, (int)nw, w, (int)ng, g);
    return false;
}

static bool judge(const char *program, Outcome *o) {
    Buf want = {0}, err = {0}, code = {0};
    bool has_out = read_beside(program, ".expected", &want),
         has_err = read_beside(program, ".stderr", &err) || read_beside(program, ".events", &err);
    bool ok = has_out || has_err;
    if (!ok) printf("there is neither .expected nor .stderr beside %s\n", program);
    ok = ok && same("standard output", &want, &o->out);
    if (has_err) {
        hide_directory(&o->err);
        ok &= same("standard error", &err, &o->err);
    }
    int wanted = read_beside(program, ".exit", &code) ? atoi(buf_cstr(&code)) : 0;
    if (o->code != wanted) {
        printf("exit code %d instead of %d\n", o->code, wanted);
        ok = false;
    }
    if (!ok) printf("--- standard error:\n%s", buf_cstr(&o->err));
    buf_deinit(&want);
    buf_deinit(&err);
    buf_deinit(&code);
    return ok;
}

static bool run_toque(char *toque, char *program) {
    Buf options = {0}, events = {0};
    Outcome o = {0};
    char *argv[MOST_ARGS + 1] = {toque, "run", program};
    read_beside(program, ".args", &options);
    int n = 3;
    if (read_beside(program, ".events", &events)) argv[n++] = "--events";
    for (char *word = strtok(buf_cstr(&options), " \n"); word && n < MOST_ARGS; word = strtok(NULL, " \n"))
        argv[n++] = word;
    run(argv, &o);
    bool ok = judge(program, &o);
    buf_deinit(&options);
    buf_deinit(&events);
    buf_deinit(&o.out);
    buf_deinit(&o.err);
    return ok;
}

/* `script`: NULL, or what runs the program. */
static bool run_python(char *python, char *script, char *program) {
    char *argv[] = {python, script ? script : program, script ? program : NULL, NULL};
    Outcome o = {0};
    run(argv, &o);
    bool ok = judge(program, &o);
    buf_deinit(&o.out);
    buf_deinit(&o.err);
    return ok;
}

int main(int argc, char **argv) {
    /* Sets of strings iterate in an order that is random in CPython unless told otherwise. */
    setenv("PYTHONHASHSEED", "0", 1);
    setenv("PYTHONDONTWRITEBYTECODE", "1", 1);
    setenv("PYTHONIOENCODING", "utf-8", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    if (argc == 4 && strcmp(argv[1], "--python") == 0) return !run_python(argv[2], NULL, argv[3]);
    if (argc == 6 && strcmp(argv[1], "--python") == 0 && strcmp(argv[3], "--by") == 0)
        return !run_python(argv[2], argv[4], argv[5]);
    if (argc == 3) return !run_toque(argv[1], argv[2]);
    fputs("usage: runner TOQUE FILE.py\n       runner --python PYTHON [--by SCRIPT.py] FILE.py\n", stderr);
    return 1;
}
