/* The reader's list of built-in names is that of the VM. */
#include "lib/lib.h"
#include "loop/engine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool take(void *data, Stream stream, const char *bytes, size_t n) {
    if (stream == STREAM_OUT) buf_add(data, bytes, n);
    return true;
}

static int run_text(const char *text, Buf *out) {
    Program *p = program_new("names.py", NULL, text, strlen(text));
    assert_true(program_ok(p));
    Run *run = run_new(p, &(RunOptions){.write = take, .data = out});
    while (run_advance(run, 100000) == END_NONE) continue;
    int code = run_exit_code(run);
    run_free(run);
    program_free(p);
    return code;
}

static bool is_known(const char *name, size_t len) {
    for (const char *const *b = known_builtins; *b; b++)
        if (strlen(*b) == len && memcmp(*b, name, len) == 0) return true;
    return false;
}

static void every_name_of_the_vm_is_known(void **state) {
    (void)state;
    Buf out = {0};
    assert_int_equal(run_text("print('\\n'.join(vars(__builtins__)))\n", &out), 0);
    for (char *at = buf_cstr(&out); *at;) {
        size_t len = strcspn(at, "\n");
        if (!is_known(at, len)) print_error("not known to the reader: %.*s\n", (int)len, at);
        assert_true(is_known(at, len));
        at += len + (at[len] == '\n');
    }
    buf_deinit(&out);
}

static void every_known_name_is_there(void **state) {
    (void)state;
    for (const char *const *b = known_builtins; *b; b++) {
        if (strncmp(*b, "__", 2) == 0) continue; /* those of a module */
        Buf text = {0}, out = {0};
        buf_printf(&text, "%s\n", *b);
        assert_int_equal(run_text(buf_cstr(&text), &out), 0);
        buf_deinit(&text);
        buf_deinit(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_of_the_vm_is_known),
        cmocka_unit_test(every_known_name_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
