#include "app/export.h"

#include "app/recorded.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

typedef struct Format {
    const char *path; /* NULL: not asked for */
    void (*write)(const Speech *s, const char *name, Buf *out);
} Format;

static void say(Lang lang, MsgId msg, const char *a, const char *b) {
    Buf sentence = {0};
    msg_format(&sentence, lang, msg, (const char *const[]){a, b}, 2);
    fprintf(stderr, "%s\n", buf_cstr(&sentence));
    buf_deinit(&sentence);
}

/* "-" is standard output. */
static bool write_file(const char *path, const Buf *text, Lang lang) {
    bool standard = strcmp(path, "-") == 0;
    FILE *f = standard ? stdout : fopen(path, "wb");
    bool ok = f && fwrite(text->data, 1, text->len, f) == text->len && fflush(f) == 0;
    int error = errno;
    if (f && !standard && fclose(f) != 0 && ok) {
        error = errno;
        ok = false;
    }
    if (!ok) say(lang, MSG_CLI_CANNOT_WRITE, path, strerror(error));
    return ok;
}

static int write_all(const Cli *cli, const Recorded *r, const Format *formats, size_t count) {
    Speech s = {r->model, cli->lang, VOCABULARY_ASYNCIO, 0};
    int code = EXIT_FINE;
    for (size_t i = 0; i < count; i++) {
        Buf text = {0};
        if (!formats[i].path) continue;
        formats[i].write(&s, cli->argv[0], &text);
        if (!write_file(formats[i].path, &text, cli->lang)) code = EXIT_USAGE;
        buf_deinit(&text);
    }
    Buf said = {0};
    recorded_report(r, cli->lang, &said);
    fputs(buf_cstr(&said), stderr);
    buf_deinit(&said);
    return code != EXIT_FINE ? code : recorded_exit_code(r);
}

int export_run(const Cli *cli) {
    const Format formats[] = {
        {cli->perfetto, export_perfetto},
        {cli->csv, export_csv},
        {cli->svg, export_svg},
    };
    if (!cli->perfetto && !cli->csv && !cli->svg) {
        say(cli->lang, MSG_CLI_NO_FORMAT, "", "");
        return EXIT_USAGE;
    }
    Recorded r;
    Buf said = {0};
    int code = EXIT_USAGE;
    bool ok = recorded_make(&r, cli, cli->argv[0], &said);
    if (said.len) fwrite(said.data, 1, said.len, stderr);
    buf_deinit(&said);
    if (ok) code = write_all(cli, &r, formats, sizeof formats / sizeof *formats);
    recorded_free(&r);
    return code;
}
