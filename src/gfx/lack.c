#include "gfx/lack.h"

#include <stdio.h>

void lack_note(Lacks *t, MsgId msg, const char *name, const char *reason) {
    for (uint32_t i = 0; i < t->count; i++)
        if (t->list[i].msg == msg && strncmp(t->list[i].name, name, LACK_NAME - 1) == 0) return;
    if (t->count == LACK_MAX) {
        t->dropped++;
        return;
    }
    Lack *new = &t->list[t->count++];
    new->msg = msg;
    snprintf(new->name, sizeof new->name, "%s", name);
    snprintf(new->reason, sizeof new->reason, "%s", reason);
}

void lack_say(const Lack *t, Lang lang, Buf *out) {
    const char *args[] = {t->name, t->reason};
    msg_format(out, lang, t->msg, args, 2);
}
