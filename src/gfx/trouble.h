/* What the outside did not give (a font, a picture, a display): noted once, said once by whoever
 * shows messages. Drawing goes on with a fallback. */
#ifndef TOQUE_GFX_TROUBLE_H
#define TOQUE_GFX_TROUBLE_H

#include "base/msg.h"

#include <stdbool.h>

enum { TROUBLE_NAME = 96, TROUBLE_MAX = 16 };

typedef struct Trouble {
    MsgId msg; /* its {0} is `name`, its {1} `reason` */
    char name[TROUBLE_NAME];
    char reason[TROUBLE_NAME];
} Trouble;

/* Zeroed memory is none. The same thing is noted once; after TROUBLE_MAX only counted. */
typedef struct Troubles {
    Trouble list[TROUBLE_MAX];
    uint32_t count, dropped;
} Troubles;

void trouble_note(Troubles *t, MsgId msg, const char *name, const char *reason);
void trouble_say(const Trouble *t, Lang lang, Buf *out);

#endif
