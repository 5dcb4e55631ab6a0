#include "support/read_program.h"

#include <stdio.h>

static bool read_text(const char *path, Buf *out) {
    FILE *f = fopen(path, "rb");
    char piece[1 << 14];
    if (!f) return false;
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;) buf_add(out, piece, n);
    bool ok = !ferror(f);
    fclose(f);
    return ok;
}

Program *read_program(const char *path) {
    Buf text = {0};
    Program *program = NULL;
    if (read_text(path, &text)) program = program_new(path, NULL, buf_cstr(&text), text.len);
    else perror(path);
    buf_deinit(&text);
    return program;
}
