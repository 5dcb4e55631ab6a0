#include "desk/library.h"

#include "base/mem.h"
#include "desk/library_file.h"

#include <dirent.h>
#include <stdlib.h>

enum { READ_AT_ONCE = 64 }; /* files: a third of a millisecond each; more are read as there is time */

struct Library {
    Lang lang;
    VEC(LibraryFile *) files; /* owned; in the order of the cards */
    VEC(GalleryCard) cards;   /* of those that are there */
};

Library *library_new(Lang lang) {
    Library *l = mem_zalloc(sizeof *l);
    l->lang = lang;
    return l;
}

void library_free(Library *l) {
    if (!l) return;
    for (uint32_t i = 0; i < l->files.len; i++) library_file_free(l->files.items[i]);
    vec_deinit(&l->files);
    vec_deinit(&l->cards);
    mem_free(l);
}

/* --- cards ---------------------------------------------------------------------------------- */

static const char *text_of(Buf *b) {
    return b->len ? buf_cstr(b) : NULL;
}

static GalleryCard card_of(LibraryFile *f) {
    return (GalleryCard){
        .path = f->path,
        .title = text_of(&f->title),
        .about = text_of(&f->about),
        .chapter = f->own ? NULL : text_of(&f->chapter),
        .chapter_about = f->own ? NULL : text_of(&f->chapter_about),
        .words = text_of(&f->words),
        .level = library_file_level(f),
        .langs = library_file_langs(f),
        .thumb = f->stage == FILE_KNOWN ? &f->thumb : NULL,
        .own = f->own,
        .solved = f->solved,
        .problem = text_of(&f->problem),
    };
}

static void make_cards(Library *l) {
    l->cards.len = 0;
    for (uint32_t i = 0; i < l->files.len; i++) vec_push(&l->cards, card_of(l->files.items[i]));
}

const GalleryCard *library_cards(const Library *l, uint32_t *count) {
    *count = l->cards.len;
    return l->cards.items;
}

/* --- the order --------------------------------------------------------------------------------- */

typedef VEC(LibraryFile *) Files;

/* Behind the last one of its chapter, or at the end. */
static uint32_t place_for(const Files *sorted, const LibraryFile *f) {
    uint32_t at = sorted->len;
    while (at > 0 && !library_file_same_chapter(sorted->items[at - 1], f)) at--;
    return at ? at : sorted->len;
}

/* Chapters come as their first files do; within one, files keep their order. */
static void sort_by_chapter(Library *l) {
    Files sorted = {0};
    for (uint32_t i = 0; i < l->files.len; i++) {
        LibraryFile *f = l->files.items[i];
        uint32_t at = f->own ? sorted.len : place_for(&sorted, f), behind = sorted.len - at;
        vec_push(&sorted, f);
        memmove(sorted.items + at + 1, sorted.items + at, behind * sizeof(LibraryFile *));
        sorted.items[at] = f;
    }
    vec_deinit(&l->files);
    l->files.items = sorted.items;
    l->files.len = sorted.len;
    l->files.cap = sorted.cap;
}

/* --- scanning ------------------------------------------------------------------------------------- */

static LibraryFile *find(const Library *l, const char *path) {
    for (uint32_t i = 0; i < l->files.len; i++)
        if (strcmp(l->files.items[i]->path, path) == 0) return l->files.items[i];
    return NULL;
}

static bool is_in(const char *path, const char *folder) {
    size_t len = strlen(folder);
    return len && strncmp(path, folder, len) == 0 && path[len] == '/';
}

/* Takes the file from what was known before, or begins with it. */
static void add_path(Library *l, Library *before, const char *path, bool own) {
    if (find(l, path)) return;
    LibraryFile *f = NULL;
    for (uint32_t i = 0; i < before->files.len && !f; i++) {
        LibraryFile *old = before->files.items[i];
        if (!old || strcmp(old->path, path) != 0) continue;
        f = old;
        before->files.items[i] = NULL;
    }
    if (!f) f = library_file_new(path, own);
    library_file_look(f);
    if (f->there) vec_push(&l->files, f);
    else library_file_free(f);
}

static int is_scenario(const struct dirent *entry) {
    size_t len = strlen(entry->d_name);
    return entry->d_name[0] != '.' && len > 3 && strcmp(entry->d_name + len - 3, ".py") == 0;
}

static void add_folder(Library *l, Library *before, const char *folder, bool own) {
    struct dirent **entries;
    int count = *folder ? scandir(folder, &entries, is_scenario, alphasort) : -1;
    if (count < 0) return; /* there is none */
    for (int i = 0; i < count; i++) {
        char *path = places_join(folder, entries[i]->d_name);
        add_path(l, before, path, own);
        mem_free(path);
        free(entries[i]);
    }
    free(entries);
}

static void read_some(Library *l) {
    for (uint32_t i = 0; i < l->files.len && i < READ_AT_ONCE; i++)
        if (l->files.items[i]->stage == FILE_NEW) library_file_advance(l->files.items[i], l->lang, 0);
}

void library_scan(Library *l, const Places *places, char *const *recent, int recent_count) {
    Library before = {.files = {l->files.items, l->files.len, l->files.cap}};
    l->files.items = NULL;
    l->files.len = l->files.cap = 0;
    for (int i = 0; i < recent_count; i++)
        if (!is_in(recent[i], places->scenarios)) add_path(l, &before, recent[i], true);
    add_folder(l, &before, places->own, true);
    add_folder(l, &before, places->scenarios, false);
    for (uint32_t i = 0; i < before.files.len; i++) library_file_free(before.files.items[i]);
    vec_deinit(&before.files);
    read_some(l);
    sort_by_chapter(l);
    make_cards(l);
}

void library_speak(Library *l, Lang lang) {
    l->lang = lang;
    for (uint32_t i = 0; i < l->files.len; i++)
        if (l->files.items[i]->stage != FILE_NEW) library_file_speak(l->files.items[i], lang);
    make_cards(l);
}

/* --- the rest, a little at a time -------------------------------------------------------------------- */

bool library_advance(Library *l, uint64_t budget) {
    for (uint32_t i = 0; i < l->files.len; i++) {
        FileStage stage = l->files.items[i]->stage;
        if (!library_file_advance(l->files.items[i], l->lang, budget)) continue;
        if (stage == FILE_NEW) sort_by_chapter(l);
        make_cards(l);
        return true;
    }
    return false;
}
