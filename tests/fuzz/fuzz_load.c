/* Any bytes, read as a scenario and reported on. */
#include "base/utf8.h"
#include "loop/engine.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *text = (const char *)data;
    size_t valid = utf8_check(text, size); /* the reader of files has refused the rest */
    Program *p = program_new("fuzz.py", NULL, text, valid);
    Buf out = {0};
    program_report(p, size % 2 ? LANG_EN : LANG_FR, &out);
    if (!program_ok(p) && out.len == 0) __builtin_trap(); /* refused without a word */
    buf_deinit(&out);
    program_free(p);
    return 0;
}
