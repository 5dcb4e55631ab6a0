#include "desk/preferences.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "desk/places.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    FILE_MOST = 256 * 1024, /* bytes that are read: ours has a few thousand */
    LINE_MOST = 4096 + 16,  /* a path that no system would open is none */
};

/* --- the table ------------------------------------------------------------------------------ */

typedef enum Kind { KIND_WORD, KIND_NUMBER, KIND_FLAG } Kind;

typedef struct Preference {
    const char *name;
    Kind kind;
    size_t offset;
    const char *words; /* parted by blanks */
    float least, most, otherwise;
} Preference;

static const Preference table[] = {
#define WORD(name, words, otherwise) {#name, KIND_WORD, offsetof(Preferences, name), words, 0, 0, otherwise},
#define NUMBER(name, least, most, otherwise) \
    {#name, KIND_NUMBER, offsetof(Preferences, name), NULL, least, most, otherwise},
#define FLAG(name, otherwise) {#name, KIND_FLAG, offsetof(Preferences, name), "no yes", 0, 0, otherwise},
#include "desk/preferences.def"
};

enum { COUNT = sizeof table / sizeof *table };

static void set(Preferences *p, const Preference *which, float value) {
    void *field = (char *)p + which->offset;
    switch (which->kind) {
    case KIND_WORD: *(int *)field = (int)value; break;
    case KIND_NUMBER: *(float *)field = value; break;
    case KIND_FLAG: *(bool *)field = value != 0; break;
    }
}

static float get(const Preferences *p, const Preference *which) {
    const void *field = (const char *)p + which->offset;
    switch (which->kind) {
    case KIND_WORD: return (float)*(const int *)field;
    case KIND_NUMBER: return *(const float *)field;
    default: return *(const bool *)field;
    }
}

/* The n-th of some words, and its length; NULL: there are not so many. */
static const char *word_at(const char *words, int n, size_t *len) {
    for (;; n--) {
        *len = strcspn(words, " ");
        if (n == 0) return words;
        if (!words[*len]) return NULL;
        words += *len + 1;
    }
}

static int place_of(const char *words, const char *word) {
    size_t len;
    const char *at;
    for (int i = 0; (at = word_at(words, i, &len)); i++)
        if (strlen(word) == len && memcmp(at, word, len) == 0) return i;
    return -1;
}

void preferences_init(Preferences *p) {
    *p = (Preferences){0};
    for (int i = 0; i < COUNT; i++) set(p, &table[i], table[i].otherwise);
}

void preferences_deinit(Preferences *p) {
    for (int i = 0; i < p->recent_count; i++) mem_free(p->recent[i]);
    *p = (Preferences){0};
}

/* --- files that were opened ------------------------------------------------------------------- */

void preferences_forget(Preferences *p, const char *path) {
    int kept = 0;
    for (int i = 0; i < p->recent_count; i++) {
        if (strcmp(p->recent[i], path) == 0) mem_free(p->recent[i]);
        else p->recent[kept++] = p->recent[i];
    }
    p->recent_count = kept;
}

/* A path that the file could not hold is not remembered. */
static bool is_storable(const char *path) {
    size_t len = strlen(path);
    return len > 0 && len < LINE_MOST - 16 && !strpbrk(path, "\r\n") && utf8_check(path, len) == len;
}

void preferences_opened(Preferences *p, const char *path) {
    if (!is_storable(path)) return;
    char *mine = mem_strndup(path, strlen(path)); /* it may be one of those */
    preferences_forget(p, mine);
    if (p->recent_count == RECENT_MOST) mem_free(p->recent[--p->recent_count]);
    memmove(p->recent + 1, p->recent, (size_t)p->recent_count * sizeof *p->recent);
    p->recent[0] = mine;
    p->recent_count++;
}

/* The file names the last one first: each comes behind those before it. */
static void add_recent(Preferences *p, const char *path) {
    if (p->recent_count == RECENT_MOST || !is_storable(path)) return;
    for (int i = 0; i < p->recent_count; i++)
        if (strcmp(p->recent[i], path) == 0) return;
    p->recent[p->recent_count++] = mem_strndup(path, strlen(path));
}

/* --- the text ----------------------------------------------------------------------------------- */

static void read_value(Preferences *p, const Preference *which, const char *value) {
    if (which->kind == KIND_NUMBER) {
        char *end;
        float number = strtof(value, &end);
        if (end > value && !*end && number >= which->least && number <= which->most) set(p, which, number);
        return;
    }
    int place = place_of(which->words, value);
    if (place >= 0) set(p, which, (float)place);
}

static void read_line(Preferences *p, char *line) {
    size_t len = strlen(line);
    while (len && (line[len - 1] == ' ' || line[len - 1] == '\r')) line[--len] = '\0';
    size_t key = strcspn(line, " ");
    if (line[key] == '\0') return;
    line[key] = '\0';
    const char *value = line + key + 1 + strspn(line + key + 1, " ");
    if (strcmp(line, "recent") == 0) add_recent(p, value);
    for (int i = 0; i < COUNT; i++)
        if (strcmp(table[i].name, line) == 0) read_value(p, &table[i], value);
}

void preferences_read(Preferences *p, const char *text, size_t len) {
    for (size_t at = 0, end; at < len; at = end + 1) {
        const char *mark = memchr(text + at, '\n', len - at);
        char line[LINE_MOST];
        end = mark ? (size_t)(mark - text) : len;
        size_t n = end - at;
        if (n >= sizeof line || memchr(text + at, '\0', n)) continue;
        memcpy(line, text + at, n);
        line[n] = '\0';
        read_line(p, line);
    }
}

static void write_one(const Preferences *p, const Preference *which, Buf *out) {
    size_t len;
    if (which->kind == KIND_NUMBER) {
        buf_printf(out, "%s %g\n", which->name, (double)get(p, which));
        return;
    }
    const char *word = word_at(which->words, (int)get(p, which), &len);
    if (word) buf_printf(out, "%s %.*s\n", which->name, (int)len, word);
}

void preferences_write(const Preferences *p, Buf *out) {
    for (int i = 0; i < COUNT; i++) write_one(p, &table[i], out);
    for (int i = 0; i < p->recent_count; i++) buf_printf(out, "recent %s\n", p->recent[i]);
}

/* --- the file ------------------------------------------------------------------------------------ */

static const char file_name[] = "preferences";

static void read_file(const char *path, Buf *text) {
    FILE *f = fopen(path, "rb");
    if (!f) return;
    buf_reserve(text, FILE_MOST);
    text->len = fread(text->data, 1, FILE_MOST, f);
    fclose(f);
}

void preferences_load(Preferences *p, const char *folder) {
    if (!*folder) return;
    char *path = places_join(folder, file_name);
    Buf text = {0};
    read_file(path, &text);
    preferences_read(p, text.data, text.len);
    buf_deinit(&text);
    mem_free(path);
}

static bool write_all(int fd, const Buf *text) {
    for (size_t at = 0; at < text->len;) {
        ssize_t n = write(fd, text->data + at, text->len - at);
        if (n <= 0) return false;
        at += (size_t)n;
    }
    return fsync(fd) == 0;
}

/* Beside the file, then in its place: whoever reads sees the old text or the new one. */
static bool replace(const char *folder, const char *path, const Buf *text) {
    char *beside = places_join(folder, "preferences.XXXXXX");
    int fd = mkstemp(beside);
    bool written = fd >= 0 && write_all(fd, text);
    if (fd >= 0 && close(fd) != 0) written = false;
    written = written && rename(beside, path) == 0;
    if (fd >= 0 && !written) unlink(beside);
    mem_free(beside);
    return written;
}

bool preferences_save(const Preferences *p, const char *folder) {
    if (!*folder) return false;
    char *path = places_join(folder, file_name);
    Buf text = {0}, old = {0};
    preferences_write(p, &text);
    read_file(path, &old);
    bool same = old.len == text.len && memcmp(old.data, text.data, old.len) == 0;
    bool saved = same || replace(folder, path, &text);
    buf_deinit(&text);
    buf_deinit(&old);
    mem_free(path);
    return saved;
}
