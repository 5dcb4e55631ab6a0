#include "app/program_file.h"

#include "app/file.h"

#include <string.h>

Program *program_file_of_text(const char *file, const char *text, size_t len) {
    Buf path = {0};
    file_full_path(file, &path);
    const char *name = strcmp(file, "-") == 0 ? "<stdin>" : file;
    Program *program = program_new(name, buf_cstr(&path), text, len);
    buf_deinit(&path);
    return program;
}

Program *program_file_load(const char *file, Lang lang, Buf *said) {
    Buf text = {0};
    Program *program = NULL;
    if (file_read(file, lang, &text, said)) {
        program = program_file_of_text(file, buf_cstr(&text), text.len);
        program_report(program, lang, said);
    }
    buf_deinit(&text);
    return program;
}

RunOptions program_file_options(const Cli *cli) {
    return (RunOptions){
        .seed = cli->seed,
        .seeded = cli->seeded,
        .memory = cli->memory,
        .steps = cli->steps,
        .until = cli->until,
        .until_turns = cli->until_turns,
        .argv = cli->argv,
    };
}
