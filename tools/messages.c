/* messages -o OUT.c FILE…: makes the table of texts of base/msg.c from assets/lang.
 * messages --check FILE…: fails, and says why, if a text is missing in a language, belongs
 * to no message, or has other placeholders than the English one.
 *
 * A file is assets/lang/<language>/<part>.txt, with lines "key = text". \n in a text ends a
 * line, \\ is a backslash; a line that begins with # is a remark. */
#include "base/msg.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const keys[MSG_COUNT] = {
#define MESSAGE(id, key) [id] = key,
#include "base/messages.def"
#undef MESSAGE
};

static const char *const languages[LANG_COUNT] = {
#define LANGUAGE(id, name) [LANG_##id] = name,
#include "base/languages.def"
#undef LANGUAGE
};

typedef struct Texts {
    char *of[LANG_COUNT][MSG_COUNT]; /* as in the file, still escaped */
    int complaints;
} Texts;

static int language_of(const char *path) {
    const char *file = strrchr(path, '/');
    for (int i = 0; file && i < LANG_COUNT; i++) {
        size_t n = strlen(languages[i]);
        if ((size_t)(file - path) > n && file[-(ptrdiff_t)n - 1] == '/' &&
            memcmp(file - n, languages[i], n) == 0)
            return i;
    }
    fprintf(stderr, "%s: in no language's folder\n", path);
    exit(1);
}

static MsgId find_key(const char *key) {
    for (int i = 1; i < MSG_COUNT; i++)
        if (strcmp(keys[i], key) == 0) return (MsgId)i;
    return MSG_NONE;
}

static char *trim(char *s) {
    while (*s == ' ') s++;
    size_t n = strlen(s);
    while (n && strchr(" \r\n", s[n - 1])) s[--n] = '\0';
    return s;
}

static void read_line(Texts *t, const char *path, int number, char *line) {
    if (*line == '#' || *trim(line) == '\0') return;
    char *equals = strchr(line, '=');
    if (!equals) {
        fprintf(stderr, "%s:%d: a line is \"key = text\"\n", path, number);
        exit(1);
    }
    *equals = '\0';
    MsgId id = find_key(trim(line));
    char **text = &t->of[language_of(path)][id];
    if (id == MSG_NONE || *text) {
        fprintf(stderr, "%s:%d: %s %s\n", path, number, id ? "again:" : "no message is called", trim(line));
        t->complaints++;
        return;
    }
    *text = strdup(trim(equals + 1));
    if (!*text) exit(1);
}

static void read_file(Texts *t, const char *path) {
    static char line[16 * 1024];
    FILE *f = fopen(path, "r");
    if (!f) {
        perror(path);
        exit(1);
    }
    for (int number = 1; fgets(line, sizeof line, f); number++) read_line(t, path, number, line);
    fclose(f);
}

/* Bit i is set where {i} stands in the text. */
static unsigned placeholders(const char *text) {
    unsigned bits = 0;
    for (; *text; text++)
        if (text[0] == '{' && text[1] >= '0' && text[1] <= '9' && text[2] == '}')
            bits |= 1u << (text[1] - '0');
    return bits;
}

static void check(Texts *t) {
    for (int id = 1; id < MSG_COUNT; id++) {
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            const char *text = t->of[lang][id], *english = t->of[LANG_EN][id];
            if (!text) fprintf(stderr, "%s: %s has no text\n", languages[lang], keys[id]);
            else if (english && placeholders(text) != placeholders(english))
                fprintf(stderr, "%s: %s has other placeholders than in English\n", languages[lang], keys[id]);
            else continue;
            t->complaints++;
        }
    }
}

static void write_text(FILE *out, const char *text) {
    putc('"', out);
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '?' || c < ' ' || c > '~') fprintf(out, "\\%03o", c);
        else putc(c, out); /* \n and \\ mean the same in C */
    }
    putc('"', out);
}

static void write_table(const Texts *t, FILE *out) {
    fputs("/* Made by tools/messages.c from assets/lang. */\n#include \"base/msg.h\"\n\n", out);
    fputs("extern const char *const msg_texts[LANG_COUNT][MSG_COUNT];\n", out);
    fputs("const char *const msg_texts[LANG_COUNT][MSG_COUNT] = {\n", out);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        fputs("    {\n        \"\",\n", out);
        for (int id = 1; id < MSG_COUNT; id++) {
            const char *text = t->of[lang][id] ? t->of[lang][id] : t->of[LANG_EN][id];
            fputs("        ", out);
            write_text(out, text ? text : keys[id]);
            fputs(",\n", out);
        }
        fputs("    },\n", out);
    }
    fputs("};\n", out);
}

int main(int argc, char **argv) {
    static Texts texts;
    bool checking = argc > 1 && strcmp(argv[1], "--check") == 0;
    if (!checking && (argc < 3 || strcmp(argv[1], "-o") != 0)) {
        fputs("usage: messages -o OUT.c FILE...\n       messages --check FILE...\n", stderr);
        return 1;
    }
    for (int i = checking ? 2 : 3; i < argc; i++) read_file(&texts, argv[i]);
    if (checking) {
        check(&texts);
        return texts.complaints != 0;
    }
    FILE *out = fopen(argv[2], "wb");
    if (!out) {
        perror(argv[2]);
        return 1;
    }
    write_table(&texts, out);
    return fclose(out) == 0 ? 0 : 1;
}
