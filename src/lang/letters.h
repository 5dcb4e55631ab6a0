/* What characters outside ASCII are to Python: part of a name, or something that a word
 * processor or a web page put in the way. */
#ifndef TOQUE_LANG_LETTERS_H
#define TOQUE_LANG_LETTERS_H

#include "base/msg.h"

#include <stdbool.h>

bool letter_starts_name(uint32_t c);
bool letter_follows_in_name(uint32_t c);
/* Python reads such a letter as another one (NFKC): a name that holds it is refused. */
bool letter_is_folded(uint32_t c);

typedef struct Stray {
    uint32_t character;
    MsgId msg, hint;
    const char *instead; /* what to type */
} Stray;

/* What is to be said about a character that cannot stand in code. Never NULL. */
const Stray *stray_find(uint32_t c);

#endif
