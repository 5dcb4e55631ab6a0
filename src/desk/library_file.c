#include "desk/library_file.h"

#include "app/file.h"
#include "app/program_file.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/source.h"
#include "model/expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* Enough for a scenario of a class; a picture of a longer run would show its beginning only. */
enum {
    EVENTS_MOST = 60 * 1000,
    STEPS_MOST = 20 * 1000 * 1000,
    MEMORY_MOST = 64 * MEGABYTE,
    WORDS_MOST = 64 * 1024, /* bytes of the text that a search looks through */
};

LibraryFile *library_file_new(const char *path, bool own) {
    LibraryFile *f = mem_zalloc(sizeof *f);
    f->path = mem_strndup(path, strlen(path));
    f->own = own;
    return f;
}

static void end_run(LibraryFile *f) {
    if (f->run) run_free(f->run);
    if (f->program) program_free(f->program);
    f->run = NULL;
    f->program = NULL;
}

/* All but the path. */
static void forget(LibraryFile *f) {
    end_run(f);
    directives_deinit(&f->directives);
    f->directives = (Directives){0};
    thumbnail_deinit(&f->thumb);
    Buf *texts[] = {&f->code, &f->words, &f->problem, &f->title, &f->about, &f->chapter, &f->chapter_about};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) buf_clear(texts[i]);
    f->solved = false;
    f->stage = FILE_NEW;
}

void library_file_free(LibraryFile *f) {
    if (!f) return;
    forget(f);
    Buf *texts[] = {&f->code, &f->words, &f->problem, &f->title, &f->about, &f->chapter, &f->chapter_about};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) buf_deinit(texts[i]);
    mem_free(f->path);
    mem_free(f);
}

void library_file_look(LibraryFile *f) {
    struct stat about;
    f->there = stat(f->path, &about) == 0 && S_ISREG(about.st_mode);
    if (!f->there) return;
    int64_t changed = (int64_t)about.st_mtim.tv_sec * 1000000000 + about.st_mtim.tv_nsec;
    if (changed == f->changed && (int64_t)about.st_size == f->size) return;
    f->changed = changed;
    f->size = (int64_t)about.st_size;
    forget(f);
}

/* --- what it says of itself ----------------------------------------------------------------------- */

/* Without its folder. */
static const char *name_of(const LibraryFile *f) {
    const char *slash = strrchr(f->path, '/');
    return slash ? slash + 1 : f->path;
}

int library_file_level(const LibraryFile *f) {
    const Directive *d = directives_find(&f->directives, DIRECTIVE_LEVEL);
    return d ? (int)(d->choice - CHOICE_LEVEL_EASY) + 1 : 0;
}

/* A text for all languages is in the author's, which is English where a translation stands beside it. */
uint32_t library_file_langs(const LibraryFile *f) {
    const Directive *d = directives_find(&f->directives, DIRECTIVE_TITLE);
    uint32_t langs = 0;
    for (int lang = 0; d && lang < LANG_COUNT; lang++)
        if (d->texts[lang]) langs |= 1u << lang;
    return langs && d->own ? langs | 1u << LANG_EN : langs;
}

static const char *chapter_of(const LibraryFile *f, size_t *len) {
    const Directive *d = directives_find(&f->directives, DIRECTIVE_CHAPTER);
    const char *text = d ? directive_text(d, LANG_EN) : NULL, *colon = text ? strstr(text, ": ") : NULL;
    if (!text) text = "";
    *len = colon ? (size_t)(colon - text) : strlen(text);
    return text;
}

bool library_file_same_chapter(const LibraryFile *a, const LibraryFile *b) {
    size_t n, m;
    const char *s = chapter_of(a, &n), *t = chapter_of(b, &m);
    return a->own == b->own && n == m && memcmp(s, t, n) == 0;
}

static void set_text(Buf *out, const char *text) {
    buf_clear(out);
    buf_adds(out, text ? text : "");
}

/* All directives of a kind are one text. */
static void join(const LibraryFile *f, DirectiveKind kind, Lang lang, Buf *out) {
    buf_clear(out);
    for (uint32_t i = 0; i < f->directives.list.len; i++) {
        const Directive *d = &f->directives.list.items[i];
        const char *text = d->kind == kind ? directive_text(d, lang) : NULL;
        if (!text) continue;
        if (out->len) buf_addc(out, ' ');
        buf_adds(out, text);
    }
}

/* "The chef: coroutines and tasks": what stands behind the colon is said smaller. */
static void split_chapter(LibraryFile *f) {
    const char *text = buf_cstr(&f->chapter), *colon = strstr(text, ": ");
    set_text(&f->chapter_about, colon ? colon + 2 : NULL);
    if (!colon) return;
    f->chapter.len = (size_t)(colon - text);
    while (f->chapter.len && f->chapter.data[f->chapter.len - 1] == ' ') f->chapter.len--;
}

/* A file that says nothing of itself is known by where it is, as the user knows that place. */
static void describe_by_place(LibraryFile *f) {
    const char *home = getenv("HOME"), *path = f->path;
    size_t len = home ? strlen(home) : 0;
    if (len > 1 && strncmp(path, home, len) == 0 && path[len] == '/') {
        buf_addc(&f->about, '~');
        path += len;
    }
    buf_add(&f->about, path, (size_t)(name_of(f) - path));
}

/* The code without what is said beside it, and what is expected, which is in no language. */
static void keep_code(LibraryFile *f, const Source *source) {
    for (uint32_t line = 1; line <= source->line_starts.len && f->code.len < WORDS_MOST; line++) {
        uint32_t len, end = 0;
        const char *s = source_line(source, line, &len);
        while (end < len && !(s[end] == '#' && end + 1 < len && s[end + 1] == ':')) end++;
        fold_add(&f->code, s, end);
        buf_addc(&f->code, '\n');
    }
    for (uint32_t i = 0; i < f->directives.list.len; i++) {
        const Directive *d = &f->directives.list.items[i];
        if (d->kind != DIRECTIVE_EXPECT) continue;
        fold_add(&f->code, source->text + d->span.start, d->span.end - d->span.start);
        buf_addc(&f->code, '\n');
    }
}

/* What a chapter says of itself holds for its other files as well: only its name counts. */
static void keep_words(LibraryFile *f, Lang lang) {
    buf_clear(&f->words);
    fold_add(&f->words, name_of(f), strlen(name_of(f)));
    buf_addc(&f->words, '\n');
    for (uint32_t i = 0; i < f->directives.list.len; i++) {
        const Directive *d = &f->directives.list.items[i];
        const char *text = directive_text(d, lang);
        if (!text) continue;
        fold_add(&f->words, text, d->kind == DIRECTIVE_CHAPTER ? strcspn(text, ":") : strlen(text));
        buf_addc(&f->words, '\n');
    }
    buf_add(&f->words, f->code.data, f->code.len);
}

static void describe(LibraryFile *f, Lang lang) {
    join(f, DIRECTIVE_TITLE, lang, &f->title);
    if (f->title.len == 0) buf_adds(&f->title, name_of(f));
    join(f, DIRECTIVE_ABOUT, lang, &f->about);
    if (f->about.len == 0) describe_by_place(f);
    join(f, DIRECTIVE_CHAPTER, lang, &f->chapter);
    split_chapter(f);
    keep_words(f, lang);
}

/* --- what is wrong with it ---------------------------------------------------------------------------- */

#define PROGRAM "toque: " /* who speaks, in a terminal */

/* The first thing that was said, in one line, without the path, which the card has already. */
static void keep_problem(LibraryFile *f, Lang lang, Buf *said) {
    const char *text = buf_cstr(said), *error = msg_text(lang, MSG_DIAG_ERROR);
    size_t path = strlen(f->path), len = strcspn(text, "\n");
    if (strncmp(text, f->path, path) == 0 && text[path] == ':') {
        const char *at = strstr(text, error);
        unsigned line = (unsigned)strtoul(text + path + 1, NULL, 10);
        char number[16];
        snprintf(number, sizeof number, "%u", line);
        const char *what = at && at < text + len ? at + strlen(error) : text + path + 1;
        Buf rest = {0};
        buf_add(&rest, what, (size_t)(text + len - what));
        const char *trimmed = buf_cstr(&rest);
        msg_format(&f->problem, lang, MSG_GALLERY_AT_LINE,
                   (const char *const[]){number, trimmed + strspn(trimmed, " ")}, 2);
        buf_deinit(&rest);
    } else {
        size_t before = strncmp(text, PROGRAM, sizeof PROGRAM - 1) == 0 ? sizeof PROGRAM - 1 : 0;
        buf_add(&f->problem, text + before, len - before);
    }
    if (f->problem.len == 0) buf_adds(&f->problem, msg_text(lang, MSG_GALLERY_BROKEN));
}

/* --- reading, running -------------------------------------------------------------------------------------- */

static void read(LibraryFile *f, Lang lang) {
    Buf text = {0}, said = {0};
    Diags diags = {0};
    Source source = {0};
    f->stage = FILE_READ;
    if (file_read(f->path, lang, &text, &said)) {
        source_init(&source, name_of(f), text.data, text.len);
        directives_read(&f->directives, &source, &diags);
        keep_code(f, &source);
    } else {
        keep_problem(f, lang, &said);
        f->stage = FILE_KNOWN;
    }
    describe(f, lang);
    source_deinit(&source);
    diags_deinit(&diags);
    buf_deinit(&text);
    buf_deinit(&said);
}

void library_file_speak(LibraryFile *f, Lang lang) {
    if (f->problem.len) forget(f); /* what is wrong is to be said anew */
    if (f->stage == FILE_NEW) read(f, lang);
    else describe(f, lang);
}

static void start(LibraryFile *f, Lang lang) {
    Buf said = {0};
    RunOptions options = {
        .record = true, .record_cap = EVENTS_MOST, .steps = STEPS_MOST, .memory = MEMORY_MOST};
    f->program = program_file_load(f->path, lang, &said);
    if (f->program && program_ok(f->program)) {
        f->run = run_new(f->program, &options);
        f->stage = FILE_RUNS;
    } else {
        keep_problem(f, lang, &said);
        end_run(f);
        f->stage = FILE_KNOWN;
    }
    buf_deinit(&said);
}

/* That it ends as programs should is not enough: it must expect something. */
static bool is_solved(const Model *m, Lang lang) {
    Verdicts v = {0};
    bool asked = false;
    expect_judge(m, lang, &v);
    for (uint32_t i = 0; i < v.list.len; i++) asked |= v.list.items[i].note != 0;
    bool solved = asked && v.failed == 0;
    verdicts_deinit(&v);
    return solved;
}

static void conclude(LibraryFile *f, Lang lang) {
    Model *m = model_new(run_trace(f->run));
    Cast *cast = cast_new(m);
    model_follow(m);
    cast_follow(cast);
    thumbnail_make(&f->thumb, m, cast);
    f->solved = model_over(m) && is_solved(m, lang);
    cast_free(cast);
    model_free(m);
    end_run(f);
    f->stage = FILE_KNOWN;
}

static void run(LibraryFile *f, Lang lang, uint64_t budget) {
    End end = run_advance(f->run, budget);
    if (end == END_REFUSED) {
        Buf said = {0};
        run_report(f->run, lang, &said);
        keep_problem(f, lang, &said);
        buf_deinit(&said);
        end_run(f);
        f->stage = FILE_KNOWN;
    } else if (end != END_NONE || run_trace(f->run)->full) conclude(f, lang);
}

bool library_file_advance(LibraryFile *f, Lang lang, uint64_t budget) {
    switch (f->stage) {
    case FILE_NEW: read(f, lang); break;
    case FILE_READ: start(f, lang); break;
    case FILE_RUNS: run(f, lang, budget); break;
    case FILE_KNOWN: return false;
    }
    return true;
}
