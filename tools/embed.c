/* embed ROOT OUT.c FILE…: writes a C file with the table `pylib_files` (lib/pylib.h) of the
 * files, given relative to ROOT. "a/b.py" is called "a.b" there. */
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

static void write_name(FILE *out, const char *path) {
    size_t n = strlen(path);
    if (n > 3 && strcmp(path + n - 3, ".py") == 0) n -= 3;
    for (size_t i = 0; i < n; i++) putc(path[i] == '/' ? '.' : path[i], out);
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
    fputs("\nconst PyFile pylib_files[] = {\n", out);
    for (int i = 0; i < count; i++) {
        fputs("    {\"", out);
        write_name(out, files[i]);
        fprintf(out, "\", text_%d, %ld},\n", i, lengths[i]);
    }
    fputs("    {0},\n};\n", out);
    free(lengths);
    return fclose(out) == 0 ? 0 : 1;
}
