#define _XOPEN_SOURCE 700 /* realpath */

#include "desk/places.h"

#include "base/mem.h"

#include <SDL.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char *copy(const char *s) {
    return mem_strndup(s, strlen(s));
}

char *places_join(const char *folder, const char *name) {
    Buf path = {0};
    buf_printf(&path, "%s/%s", folder, name);
    return buf_cstr(&path); /* its memory is the caller's from here on */
}

static bool is_folder(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Without the slashes at its end. */
static char *taken_from_sdl(char *path) {
    size_t len = path ? strlen(path) : 0;
    while (len > 1 && path[len - 1] == '/') len--;
    char *mine = mem_strndup(path ? path : "", len);
    SDL_free(path);
    return mine;
}

/* A program that was found along PATH has no slash in its name, and then only the system can tell. */
static char *folder_of(const char *argv0) {
    char whole[PATH_MAX];
    if (!argv0 || !strchr(argv0, '/') || !realpath(argv0, whole)) return copy("");
    return mem_strndup(whole, (size_t)(strrchr(whole, '/') - whole));
}

/* Where the file that runs lies, links followed. */
static char *program_folder(const char *argv0) {
    char *folder = taken_from_sdl(SDL_GetBasePath());
    if (*folder) return folder;
    mem_free(folder);
    return folder_of(argv0);
}

/* The folder that holds assets/ and scenarios/: where they were installed, as seen from the program;
 * else, in a build tree, the source's own. */
static char *find_share(const char *program) {
    char whole[PATH_MAX];
    char *installed = places_join(program, TOQUE_SHARE), *fonts = places_join(installed, "assets/fonts");
    bool there = *program && is_folder(fonts) && realpath(installed, whole);
    mem_free(installed);
    mem_free(fonts);
    return copy(there ? whole : TOQUE_SOURCE);
}

void places_find(Places *p, const char *argv0) {
    char *program = program_folder(argv0), *share = find_share(program);
    p->assets = places_join(share, "assets");
    p->scenarios = places_join(share, "scenarios");
    p->prefs = taken_from_sdl(SDL_GetPrefPath("", "toque"));
    p->own = *p->prefs ? places_join(p->prefs, "scenarios") : copy("");
    mem_free(program);
    mem_free(share);
}

void places_deinit(Places *p) {
    mem_free(p->assets);
    mem_free(p->scenarios);
    mem_free(p->own);
    mem_free(p->prefs);
    *p = (Places){0};
}

bool places_make_own(const Places *p) {
    return *p->own && (is_folder(p->own) || mkdir(p->own, 0700) == 0);
}

void places_typed(const char *text, Buf *out) {
    static const char scheme[] = "file://";
    const char *home = getenv("HOME");
    text += strspn(text, " ");
    if (strncmp(text, scheme, sizeof scheme - 1) == 0) text += sizeof scheme - 1;
    if (text[0] == '~' && (text[1] == '/' || !text[1]) && home) {
        buf_adds(out, home);
        text++;
    }
    size_t len = strlen(text);
    while (len && text[len - 1] == ' ') len--;
    buf_add(out, text, len);
}
