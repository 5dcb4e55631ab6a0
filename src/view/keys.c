#include "view/keys.h"

#include <ctype.h>
#include <string.h>

static const struct {
    const char *name;
    MsgId text;
} words[] = {{"Enter", MSG_KEY_ENTER},         {"Esc", MSG_KEY_ESCAPE},
             {"Backspace", MSG_KEY_BACKSPACE}, {"Tab", MSG_KEY_TAB},
             {"Delete", MSG_KEY_DELETE},       {"Insert", MSG_KEY_INSERT},
             {"Home", MSG_KEY_HOME},           {"End", MSG_KEY_END},
             {"PageUp", MSG_KEY_PAGE_UP},      {"PageDown", MSG_KEY_PAGE_DOWN},
             {"Space", MSG_KEY_SPACE},         {"Shift", MSG_KEY_SHIFT},
             {"Ctrl", MSG_KEY_CTRL},           {"Alt", MSG_KEY_ALT}};

static const struct {
    const char *name, *text;
} arrows[] = {{"Left", "←"}, {"Right", "→"}, {"Up", "↑"}, {"Down", "↓"}};

static const char *word_of(Lang lang, const char *name, size_t len) {
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++)
        if (strlen(arrows[i].name) == len && memcmp(arrows[i].name, name, len) == 0) return arrows[i].text;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].name) == len && memcmp(words[i].name, name, len) == 0)
            return msg_text(lang, words[i].text);
    return NULL;
}

/* A key that prints stands there as on a keyboard: in capitals. */
static void write_cap(Lang lang, const char *name, size_t len, Cap *cap) {
    const char *word = word_of(lang, name, len);
    if (!word) word = name;
    else len = strlen(word);
    if (len > CAP_MAX - 1) len = CAP_MAX - 1;
    memcpy(cap->text, word, len);
    cap->text[len] = '\0';
    if (len == 1) cap->text[0] = (char)toupper((unsigned char)cap->text[0]);
}

/* Up to the next "+" or space; a "+" alone is a key. */
static size_t name_length(const char *s) {
    size_t n = 1;
    while (s[n] && s[n] != ' ' && s[n] != '+') n++;
    return n;
}

bool keys_next(Lang lang, const char **keys, int *part, Cap *cap) {
    const char *s = *keys;
    while (*s == ' ') s++, *part = 0;
    if (!*s) return false;
    size_t n = name_length(s);
    bool capital = n == 1 && isupper((unsigned char)*s) && *part == 0;
    cap->other = *part == 0;
    if (capital) { /* the letter itself comes next time */
        write_cap(lang, "Shift", 5, cap);
        *part = 1;
        *keys = s;
        return true;
    }
    write_cap(lang, s, n, cap);
    s += n;
    if (*s == '+' && s[1] && s[1] != ' ') s++;
    (*part)++;
    *keys = s;
    return true;
}

void keys_say(Buf *out, Lang lang, const char *keys) {
    int part = 0;
    Cap cap;
    for (int i = 0; keys_next(lang, &keys, &part, &cap) && (i == 0 || !cap.other); i++) {
        if (i) buf_addc(out, '+');
        buf_adds(out, cap.text);
    }
}
