#include "app/file.h"

#include "base/source.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_stdin(const char *path) {
    return strcmp(path, "-") == 0;
}

static bool complain(Buf *problem, Lang lang, MsgId msg, const char *path, const char *detail) {
    msg_format(problem, lang, msg, (const char *const[]){path, detail}, 2);
    buf_addc(problem, '\n');
    return false;
}

/* "lesson" where there is a "lesson.py". */
static void suggest(const char *path, Lang lang, Buf *problem) {
    Buf with_end = {0};
    buf_printf(&with_end, "%s.py", path);
    if (access(buf_cstr(&with_end), F_OK) == 0)
        complain(problem, lang, MSG_CLI_MEANT, buf_cstr(&with_end), "");
    buf_deinit(&with_end);
}

static bool cannot_open(const char *path, Lang lang, int error, Buf *problem) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        complain(problem, lang, MSG_FILE_MISSING, path, "");
        suggest(path, lang, problem);
        return false;
    case EISDIR: return complain(problem, lang, MSG_FILE_DIRECTORY, path, "");
    case EACCES:
    case EPERM: return complain(problem, lang, MSG_FILE_FORBIDDEN, path, "");
    default: return complain(problem, lang, MSG_FILE_UNREADABLE, path, strerror(error));
    }
}

static bool read_text(FILE *f, const char *path, Lang lang, Buf *text, Buf *problem) {
    enum { PART = 64 * 1024 };
    const size_t limit = (size_t)FILE_LIMIT_MB << 20;
    for (size_t n = 1; n > 0;) {
        buf_reserve(text, PART);
        n = fread(text->data + text->len, 1, PART, f);
        text->len += n;
        if (text->len <= limit) continue;
        char mb[16];
        snprintf(mb, sizeof mb, "%d", FILE_LIMIT_MB);
        return complain(problem, lang, MSG_FILE_TOO_LARGE, path, mb);
    }
    return ferror(f) ? cannot_open(path, lang, errno, problem) : true;
}

/* What no Python source holds: the place is named as in other diagnostics. */
static bool check_text(const Buf *text, const char *path, Lang lang, Buf *problem) {
    const char *nul = text->len ? memchr(text->data, '\0', text->len) : NULL;
    size_t bad = utf8_check(text->data, text->len);
    if (text->len >= 2 && (memcmp(text->data, "\xFF\xFE", 2) == 0 || memcmp(text->data, "\xFE\xFF", 2) == 0))
        return complain(problem, lang, MSG_FILE_UTF16, path, "");
    if (nul) return complain(problem, lang, MSG_FILE_BINARY, path, "");
    if (bad == text->len) return true;
    Source source;
    source_init(&source, path, text->data, bad); /* up to there it is valid */
    Position at = source_position(&source, source.len);
    char byte[8];
    snprintf(byte, sizeof byte, "0x%02X", (unsigned char)text->data[bad]);
    buf_printf(problem, "%s:%u:%u: %s ", path, at.line, at.column, msg_text(lang, MSG_DIAG_ERROR));
    source_deinit(&source);
    return complain(problem, lang, MSG_FILE_ENCODING, byte, "");
}

bool file_read(const char *path, Lang lang, Buf *text, Buf *problem) {
    const char *shown = is_stdin(path) ? "<stdin>" : path;
    struct stat about;
    FILE *f = is_stdin(path) ? stdin : fopen(path, "rb");
    if (!f) return cannot_open(path, lang, errno, problem);
    bool ok;
    if (fstat(fileno(f), &about) == 0 && S_ISDIR(about.st_mode))
        ok = cannot_open(path, lang, EISDIR, problem);
    else ok = read_text(f, shown, lang, text, problem) && check_text(text, shown, lang, problem);
    if (f != stdin) fclose(f);
    return ok;
}

void file_full_path(const char *path, Buf *out) {
    char here[4096];
    if (is_stdin(path)) {
        buf_adds(out, "<stdin>");
        return;
    }
    if (path[0] == '.' && path[1] == '/') path += 2;
    if (path[0] != '/' && getcwd(here, sizeof here)) buf_printf(out, "%s/", here);
    buf_adds(out, path);
}
