/* docs/LANGUAGE.md tells the truth: each python block runs and prints the text block behind it,
 * or is refused if it says so. */
#include "base/mem.h"
#include "loop/engine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { FENCE = 3 };

static void read_document(Buf *out) {
    const char *here = strstr(__FILE__, "tests/unit/");
    assert_non_null(here);
    buf_add(out, __FILE__, (size_t)(here - __FILE__));
    buf_adds(out, "docs/LANGUAGE.md");
    FILE *f = fopen(buf_cstr(out), "rb");
    assert_non_null(f);
    buf_clear(out);
    char chunk[4096];
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;) buf_add(out, chunk, n);
    fclose(f);
}

/* The next fenced block from *at on: its info string and its text. */
static bool next_block(const char **at, const char **info, size_t *info_len, const char **text, size_t *len) {
    const char *open = strstr(*at, "\n```");
    if (!open) return false;
    *info = open + 1 + FENCE;
    *info_len = strcspn(*info, "\n");
    *text = *info + *info_len + 1;
    const char *close = strstr(*text - 1, "\n```");
    assert_non_null(close);
    *len = (size_t)(close + 1 - *text);
    *at = close + 1 + FENCE;
    return true;
}

static bool take(void *data, Stream stream, const char *bytes, size_t n) {
    if (stream == STREAM_OUT) buf_add(data, bytes, n);
    return true;
}

static void try_block(bool refused, const char *text, size_t len, Buf *out) {
    Program *p = program_new("example.py", NULL, text, len);
    program_report(p, LANG_EN, out);
    if (refused == program_ok(p)) fail_msg("%.*s\n%s", (int)len, text, buf_cstr(out));
    if (!refused) {
        Run *run = run_new(p, &(RunOptions){.write = take, .data = out});
        while (run_advance(run, 100000) == END_NONE) continue;
        assert_int_equal(run_exit_code(run), 0);
        run_free(run);
    }
    program_free(p);
}

/* What is shown of an output must all be in it, line by line and in this order. */
static void compare(const char *shown, size_t len, Buf *out) {
    const char *from = buf_cstr(out);
    for (const char *line = shown; line < shown + len;) {
        size_t n = strcspn(line, "\n");
        char *wanted = mem_strndup(line, n);
        const char *found = strstr(from, wanted);
        if (!found) fail_msg("not printed: %s\nprinted:\n%s", wanted, buf_cstr(out));
        from = found + n;
        mem_free(wanted);
        line += n + 1;
    }
}

static void the_document_is_true(void **state) {
    (void)state;
    Buf document = {0}, out = {0};
    read_document(&document);
    const char *at = buf_cstr(&document), *info, *text;
    size_t info_len, len;
    int examples = 0;
    while (next_block(&at, &info, &info_len, &text, &len)) {
        if (strncmp(info, "text", 4) == 0) {
            compare(text, len, &out);
            continue;
        }
        buf_clear(&out);
        try_block(info_len > 6 && !strncmp(info, "python refused", info_len), text, len, &out);
        examples++;
    }
    assert_true(examples > 10);
    buf_deinit(&document);
    buf_deinit(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_document_is_true)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
