#include "app/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { ENOUGH = 64 * 1024 };

static bool write_all(Output *o, int fd, const char *bytes, size_t n) {
    while (n > 0 && !o->error) {
        ssize_t written = write(fd, bytes, n);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            o->error = errno;
            break;
        }
        bytes += written;
        n -= (size_t)written;
    }
    return !o->error;
}

void output_init(Output *o) {
    *o = (Output){.at_once = isatty(STDOUT_FILENO)};
}

bool output_flush(Output *o) {
    bool ok = write_all(o, STDOUT_FILENO, o->waiting.data, o->waiting.len);
    buf_clear(&o->waiting);
    return ok;
}

bool output_write(Output *o, int fd, const char *bytes, size_t n) {
    if (fd != STDOUT_FILENO) return output_flush(o) && write_all(o, fd, bytes, n);
    buf_add(&o->waiting, bytes, n);
    bool full = o->waiting.len >= ENOUGH || (o->at_once && memchr(bytes, '\n', n));
    return full ? output_flush(o) : !o->error;
}

void output_deinit(Output *o) {
    buf_deinit(&o->waiting);
}
