/* standalone DIRECTORY [ROUNDS]: feeds a fuzz target with the programs of a directory, whole
 * and damaged, where there is no libFuzzer. The damage is the same each time. */
#include "base/buf.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Texts {
    Buf *items;
    size_t count;
} Texts;

static uint32_t random_below(uint64_t *state, size_t n) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((*state >> 33) % (n ? n : 1));
}

static void read_into(const char *path, Buf *into) {
    char part[4096];
    FILE *f = fopen(path, "rb");
    for (size_t n; f && (n = fread(part, 1, sizeof part, f)) > 0;) buf_add(into, part, n);
    if (f) fclose(f);
}

static int is_program(const struct dirent *entry) {
    size_t n = strlen(entry->d_name);
    return n > 3 && strcmp(entry->d_name + n - 3, ".py") == 0;
}

static Texts read_all(const char *directory) {
    struct dirent **names;
    int n = scandir(directory, &names, is_program, alphasort);
    Texts t = {calloc(n > 0 ? (size_t)n : 1, sizeof(Buf)), n > 0 ? (size_t)n : 0};
    for (int i = 0; i < n; i++) {
        Buf path = {0};
        buf_printf(&path, "%s/%s", directory, names[i]->d_name);
        read_into(buf_cstr(&path), &t.items[i]);
        buf_deinit(&path);
        free(names[i]);
    }
    if (n >= 0) free(names);
    return t;
}

static void feed(const Buf *text) {
    LLVMFuzzerTestOneInput((const uint8_t *)text->data, text->len);
}

/* Cut off, a piece of another program put in, and a few bytes changed. */
static void damage(const Texts *t, uint64_t *state) {
    static const char signs[] = "()[]{}:,.=\"'\\\n\t #@*+-0aé\0";
    const Buf *a = &t->items[random_below(state, t->count)], *b = &t->items[random_below(state, t->count)];
    Buf text = {0};
    size_t cut = random_below(state, a->len), from = random_below(state, b->len);
    size_t piece = random_below(state, b->len - from) % 200;
    buf_add(&text, a->data, cut);
    buf_add(&text, b->data + from, piece);
    if (random_below(state, 2)) buf_add(&text, a->data + cut, a->len - cut);
    for (uint32_t n = random_below(state, 4); n > 0 && text.len; n--)
        text.data[random_below(state, text.len)] = signs[random_below(state, sizeof signs - 1)];
    feed(&text);
    buf_deinit(&text);
}

int main(int argc, char **argv) {
    if (argc < 2) return 1;
    Texts t = read_all(argv[1]);
    int rounds = argc > 2 ? atoi(argv[2]) : 0;
    uint64_t state = 1;
    if (t.count == 0) return 1;
    for (size_t i = 0; i < t.count; i++) feed(&t.items[i]);
    for (int i = 0; i < rounds; i++) damage(&t, &state);
    printf("%zu programs, %d damaged ones\n", t.count, rounds);
    for (size_t i = 0; i < t.count; i++) buf_deinit(&t.items[i]);
    free(t.items);
    return 0;
}
