/* What a person reads, in every language that we have. Ids are one list, messages.def;
 * the sentences are assets/lang/<language>/<part>.txt ("key = sentence with {0} and {1}"),
 * built into the binary. A key that a language lacks falls back to English. */
#ifndef TOQUE_BASE_MSG_H
#define TOQUE_BASE_MSG_H

#include "base/buf.h"

#include <stdbool.h>

typedef enum MsgId {
    MSG_NONE,
#define MESSAGE(id, key) id,
#include "base/messages.def"
#undef MESSAGE
    MSG_COUNT
} MsgId;

typedef enum Lang {
#define LANGUAGE(id, name) LANG_##id,
#include "base/languages.def"
#undef LANGUAGE
    LANG_COUNT
} Lang;

const char *msg_key(MsgId id);
const char *msg_text(Lang lang, MsgId id);
/* Appends the sentence with {0}, {1} … replaced by args. */
void msg_format(Buf *out, Lang lang, MsgId id, const char *const *args, int nargs);

/* A number with so many decimals, behind the language's own point. */
void msg_number(Buf *out, Lang lang, double number, int decimals);

/* "fr", "fr_FR.UTF-8" … to a language; English where it is none of ours. */
Lang lang_from_name(const char *name);
bool lang_is_known(const char *name); /* exactly a name of ours: "fr" */
const char *lang_name(Lang lang);

#endif
