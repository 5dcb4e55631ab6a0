/* What the record calls the things of a program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "loop/engine.h"

#include <string.h>

static bool nowhere(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data, (void)stream, (void)bytes, (void)n;
    return true;
}

/* The names of all objects of a kind, one behind the other; "-" for none. */
static void expect_names(const char *text, ObjectKind kind, const char *want) {
    Program *p = program_new("test.py", "/dir/test.py", text, strlen(text));
    assert_true(program_ok(p));
    Run *run = run_new(p, &(RunOptions){.write = nowhere, .record = true});
    while (run_advance(run, 1000) == END_NONE) continue;
    const Trace *t = run_trace(run);
    Buf names = {0};
    for (ObjectId id = 1; id <= trace_objects(t); id++) {
        const TraceObject *o = trace_object_at(t, id);
        if (o->kind != kind) continue;
        if (names.len) buf_addc(&names, ' ');
        buf_adds(&names, o->name ? trace_text(t, o->name, NULL) : "-");
    }
    assert_string_equal(buf_cstr(&names), want);
    buf_deinit(&names);
    run_free(run);
    program_free(p);
}

static void test_where_it_is_stored(void **state) {
    (void)state;
    expect_names("import asyncio\n"
                 "knife = asyncio.Lock()\n"
                 "class Kitchen:\n"
                 "    def __init__(self):\n"
                 "        self.stove = asyncio.Lock()\n"
                 "Kitchen()\n"
                 "def hidden():\n"
                 "    pan = asyncio.Lock()\n"
                 "    def inner():\n"
                 "        return pan\n"
                 "    global spoon\n"
                 "    spoon = asyncio.Lock()\n"
                 "hidden()\n"
                 "one = two = asyncio.Lock()\n",
                 OBJECT_LOCK, "knife stove pan spoon one");
}

static void test_looked_for(void **state) {
    (void)state;
    expect_names("import asyncio\n"
                 "class Mine(asyncio.Lock):\n"
                 "    pass\n"
                 "forks = [asyncio.Lock() for _ in range(2)]\n"
                 "async def main():\n"
                 "    shelf = {'salt': asyncio.Lock()}\n"
                 "    a, b = Mine(), asyncio.Lock()\n"
                 "    asyncio.Lock()\n"
                 "    await asyncio.sleep(1)\n"
                 "asyncio.run(main())\n",
                 OBJECT_LOCK, "forks[0] forks[1] shelf['salt'] a b -");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_where_it_is_stored),
        cmocka_unit_test(test_looked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
