#include "base/fold.h"

#include "base/utf8.h"

/* The letters that accents are on, from U+00C0 on; a blank: not a letter with an accent. */
static const char latin[] = "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkklllllll"
                            "lllnnnnnnn  oooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
enum { LATIN_FIRST = 0xC0, LATIN_END = LATIN_FIRST + sizeof latin - 1 };

static void add_letter(Buf *out, uint32_t c) {
    switch (c) {
    case 0xC6:
    case 0xE6: buf_adds(out, "ae"); return;
    case 0x152:
    case 0x153: buf_adds(out, "oe"); return;
    case 0xDF: buf_adds(out, "ss"); return;
    case 0x2019: buf_addc(out, '\''); return; /* as it is typed */
    default: break;
    }
    if (c >= 'A' && c <= 'Z') buf_addc(out, (char)(c + 'a' - 'A'));
    else if (c >= LATIN_FIRST && c < LATIN_END && latin[c - LATIN_FIRST] != ' ')
        buf_addc(out, latin[c - LATIN_FIRST]);
    else buf_add_utf8(out, c);
}

void fold_add(Buf *out, const char *s, size_t len) {
    for (const char *end = s + len; s < end;) {
        int32_t c = utf8_next(&s, end);
        if (c >= 0) add_letter(out, (uint32_t)c);
    }
}

enum { LONG_WORD = 5 }; /* letters: what is so long is meant, wherever it stands */

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
}

static bool has_word(const char *text, const char *word, size_t len) {
    for (const char *at = text; (at = strchr(at, word[0])); at++) {
        bool inside = at > text && is_letter(at[-1]) && is_letter(word[0]);
        if (strncmp(at, word, len) == 0 && (!inside || len >= LONG_WORD)) return true;
    }
    return false;
}

bool fold_has_words(const char *text, const char *query) {
    for (;;) {
        query += strspn(query, " \t");
        size_t len = strcspn(query, " \t");
        if (len == 0) return true;
        if (!has_word(text, query, len)) return false;
        query += len;
    }
}
