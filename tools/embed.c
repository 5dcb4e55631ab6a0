/* embed ROOT OUT.c FILE…: writes a C file with the table `pylib_modules` (lib/pylib.h) of the
 * files, given relative to ROOT. "a/b.py" is called "a.b" there, "a/__init__.py" "a". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *open_or_die(const char *path, const char *mode) {
    FILE *f = fopen(path, mode);
    if (!f) {
        perror(path);
        exit(1);
    }
    return f;
}

/* One literal a line of the file. Octal escapes end after three digits, so that what
 * follows them cannot be read as a part of them. */
static long write_text(FILE *out, FILE *in) {
    long length = 0;
    int c, last = '\n';
    for (; (c = getc(in)) != EOF; last = c, length++) {
        if (last == '\n') fputs("    \"", out);
        if (c == '\n') fputs("\\n\"\n", out);
        else if (c == '"' || c == '\\' || c == '?' || c < ' ' || c > '~') fprintf(out, "\\%03o", (unsigned)c);
        else putc(c, out);
    }
    if (length == 0) fputs("    \"\"\n", out);
    else if (last != '\n') fputs("\"\n", out);
    return length;
}

static size_t without(const char *path, size_t n, const char *end) {
    size_t m = strlen(end);
    return n > m && memcmp(path + n - m, end, m) == 0 ? n - m : n;
}

static void write_name(FILE *out, const char *path) {
    size_t n = without(path, without(path, strlen(path), ".py"), "/__init__");
    for (size_t i = 0; i < n; i++) putc(path[i] == '/' ? '.' : path[i], out);
}

/* Programs import what has a plain name: not "_singledispatch", not the core's files. */
static int is_internal(const char *path) {
    return (path[0] == '_' && path[1] != '_') || strncmp(path, "core_", 5) == 0;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fputs("usage: embed ROOT OUT.c FILE...\n", stderr);
        return 1;
    }
    int count = argc - 3;
    char **files = argv + 3;
    long *lengths = calloc((size_t)count + 1, sizeof *lengths);
    FILE *out = open_or_die(argv[2], "wb");
    if (!lengths) return 1;
    fputs("/* Made by tools/embed.c. */\n#include \"lib/pylib.h\"\n", out);
    for (int i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", argv[1], files[i]);
        FILE *in = open_or_die(path, "rb");
        fprintf(out, "\nstatic const char text_%d[] =\n", i);
        lengths[i] = write_text(out, in);
        fputs("    ;\n", out);
        fclose(in);
    }
    fputs("\nconst ModuleDef pylib_modules[] = {\n", out);
    for (int i = 0; i < count; i++) {
        fputs("    {.name = \"", out);
        write_name(out, files[i]);
        fprintf(out, "\", .python = text_%d, .python_len = %ld, .internal = %d},\n", i, lengths[i],
                is_internal(files[i]));
    }
    fputs("    {0},\n};\n", out);
    free(lengths);
    return fclose(out) == 0 ? 0 : 1;
}
