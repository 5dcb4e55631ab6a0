#include "base/msg.h"

#include <string.h>

/* Made at build time from assets/lang (tools/messages.c). */
extern const char *const msg_texts[LANG_COUNT][MSG_COUNT];

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

const char *msg_key(MsgId id) {
    return keys[id] ? keys[id] : "";
}

const char *msg_text(Lang lang, MsgId id) {
    return msg_texts[lang][id];
}

void msg_format(Buf *out, Lang lang, MsgId id, const char *const *args, int nargs) {
    const char *text = msg_text(lang, id);
    while (*text) {
        size_t plain = strcspn(text, "{");
        buf_add(out, text, plain);
        text += plain;
        if (!*text) return;
        int which = text[1] - '0';
        if (which >= 0 && which < nargs && text[2] == '}') {
            buf_adds(out, args[which]);
            text += 3;
        } else {
            buf_addc(out, *text++);
        }
    }
}

void msg_number(Buf *out, Lang lang, double number, int decimals) {
    Buf text = {0};
    buf_printf(&text, "%.*f", decimals, number);
    const char *all = buf_cstr(&text), *point = strchr(all, '.');
    buf_add(out, all, point ? (size_t)(point - all) : text.len);
    if (point) {
        buf_adds(out, msg_text(lang, MSG_DECIMAL_POINT));
        buf_adds(out, point + 1);
    }
    buf_deinit(&text);
}

/* "fr" and "fr_FR.UTF-8", but not "frr". */
static bool names(const char *name, const char *language) {
    size_t n = strlen(language);
    return strncmp(name, language, n) == 0 && strchr("_.@-", name[n]) != NULL;
}

Lang lang_from_name(const char *name) {
    for (int i = 0; name && i < LANG_COUNT; i++)
        if (names(name, languages[i])) return (Lang)i;
    return LANG_EN;
}

bool lang_is_known(const char *name) {
    for (int i = 0; i < LANG_COUNT; i++)
        if (strcmp(name, languages[i]) == 0) return true;
    return false;
}

const char *lang_name(Lang lang) {
    return languages[lang];
}
