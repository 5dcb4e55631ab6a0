/* Any bytes that load, run for a short while within narrow limits, in uneven slices. */
#include "base/utf8.h"
#include "loop/engine.h"

enum { STEPS = 100000, MEMORY = 32 << 20, OUTPUT = 1 << 20 };

static bool swallow(void *data, Stream stream, const char *bytes, size_t n) {
    (void)stream;
    for (size_t i = 0; i < n; i += 64) *(unsigned *)data += (unsigned char)bytes[i]; /* all can be read */
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *text = (const char *)data;
    Program *p = program_new("fuzz.py", NULL, text, utf8_check(text, size));
    if (program_ok(p)) {
        unsigned sum = 0;
        RunOptions options = {
            .seed = size, .steps = STEPS, .memory = MEMORY, .output = OUTPUT, .write = swallow, .data = &sum};
        Run *run = run_new(p, &options);
        for (uint64_t slice = 1; run_advance(run, slice % 977 + 1) == END_NONE; slice *= 31) continue;
        Buf out = {0};
        run_report(run, LANG_EN, &out);
        buf_deinit(&out);
        run_free(run);
    }
    program_free(p);
    return 0;
}
