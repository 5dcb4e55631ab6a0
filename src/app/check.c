#include "app/check.h"

#include "app/json.h"
#include "app/output.h"
#include "app/recorded.h"
#include "model/expect.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct Check {
    const Cli *cli;
    Buf out;
    Json json; /* into it */
    uint32_t files, failed;
} Check;

/* What is known of one file. */
typedef struct Checked {
    const char *file;
    bool loaded;
    Buf said; /* errors, or warnings */
    Recorded recorded;
    Verdicts verdicts;
} Checked;

static bool is_fine(const Checked *c) {
    return c->loaded && c->verdicts.failed == 0;
}

/* --- as text ---------------------------------------------------------------------------------- */

static void number(char *to, size_t size, uint32_t n) {
    snprintf(to, size, "%" PRIu32, n);
}

static void headline(Check *k, const Checked *c) {
    char held[16], all[16];
    uint32_t count = c->verdicts.list.len;
    number(held, sizeof held, count - c->verdicts.failed);
    number(all, sizeof all, count);
    MsgId msg = !c->loaded ? MSG_CHECK_NOT_LOADED : is_fine(c) ? MSG_CHECK_FINE : MSG_CHECK_FAILED;
    msg_format(&k->out, k->cli->lang, msg, (const char *const[]){c->file, held, all}, 3);
    buf_addc(&k->out, '\n');
}

static void failing(Check *k, const Checked *c, const Verdict *v) {
    const Model *m = c->recorded.model;
    Buf wish = {0}, happened = {0};
    char line[16];
    number(line, sizeof line, expect_line(m, v));
    expect_add_wish(m, k->cli->lang, v, &wish);
    buf_add(&happened, v->happened.data, v->happened.len);
    MsgId msg = v->note ? MSG_CHECK_LINE : MSG_CHECK_IMPLIED;
    buf_adds(&k->out, "  ");
    msg_format(&k->out, k->cli->lang, msg, (const char *const[]){line, buf_cstr(&wish), buf_cstr(&happened)},
               3);
    buf_addc(&k->out, '\n');
    buf_deinit(&wish);
    buf_deinit(&happened);
}

static void indented(Buf *out, const Buf *text) {
    for (size_t i = 0; i < text->len; i++) {
        if (i == 0 || text->data[i - 1] == '\n') buf_adds(out, "  ");
        buf_addc(out, text->data[i]);
    }
}

static void as_text(Check *k, const Checked *c) {
    headline(k, c);
    indented(&k->out, &c->said);
    for (uint32_t i = 0; i < c->verdicts.list.len; i++)
        if (!c->verdicts.list.items[i].held) failing(k, c, &c->verdicts.list.items[i]);
}

/* --- as JSON ---------------------------------------------------------------------------------- */

static void verdict_as_json(Check *k, const Checked *c, const Verdict *v) {
    Json *j = &k->json;
    Buf wish = {0};
    expect_add_wish(c->recorded.model, k->cli->lang, v, &wish);
    json_open(j, NULL, '{');
    json_number(j, "line", expect_line(c->recorded.model, v));
    json_text(j, "expected", wish.data, wish.len);
    json_bool(j, "held", v->held);
    if (!v->held) json_text(j, "happened", v->happened.data, v->happened.len);
    json_close(j, '}');
    buf_deinit(&wish);
}

static void as_json(Check *k, const Checked *c) {
    Json *j = &k->json;
    json_open(j, NULL, '{');
    json_text(j, "file", c->file, strlen(c->file));
    json_bool(j, "ok", is_fine(c));
    json_bool(j, "loaded", c->loaded);
    if (c->said.len) json_text(j, "said", c->said.data, c->said.len);
    json_open(j, "expectations", '[');
    for (uint32_t i = 0; i < c->verdicts.list.len; i++) verdict_as_json(k, c, &c->verdicts.list.items[i]);
    json_close(j, ']');
    json_close(j, '}');
}

/* --- the whole ---------------------------------------------------------------------------------- */

static bool flush(Check *k, Output *o) {
    bool ok = output_write(o, STDOUT_FILENO, k->out.data, k->out.len);
    buf_clear(&k->out);
    return ok;
}

static void check_file(Check *k, const char *file) {
    Checked c = {.file = file};
    c.loaded = recorded_make(&c.recorded, k->cli, file, &c.said);
    if (c.loaded) recorded_report(&c.recorded, k->cli->lang, &c.said);
    if (c.loaded) expect_judge(c.recorded.model, k->cli->lang, &c.verdicts);
    k->files++;
    k->failed += !is_fine(&c);
    if (k->cli->json) as_json(k, &c);
    else as_text(k, &c);
    verdicts_deinit(&c.verdicts);
    recorded_free(&c.recorded);
    buf_deinit(&c.said);
}

static void total(Check *k) {
    char files[16], failed[16];
    number(files, sizeof files, k->files);
    number(failed, sizeof failed, k->failed);
    msg_format(&k->out, k->cli->lang, k->failed ? MSG_CHECK_TOTAL_FAILED : MSG_CHECK_TOTAL,
               (const char *const[]){files, failed}, 2);
    buf_addc(&k->out, '\n');
}

int check_run(const Cli *cli) {
    Check k = {.cli = cli};
    Output o;
    bool wanted = true;
    output_init(&o);
    k.json.out = &k.out;
    if (cli->json) buf_addc(&k.out, '[');
    for (const char *const *file = cli->argv; *file && wanted; file++) {
        check_file(&k, *file);
        wanted = flush(&k, &o);
    }
    if (cli->json) buf_adds(&k.out, "\n]\n");
    else if (k.files > 1) total(&k);
    flush(&k, &o);
    bool written = output_flush(&o);
    output_deinit(&o);
    buf_deinit(&k.out);
    return k.failed || !written ? EXIT_PROGRAM : EXIT_FINE;
}
