#include "gfx/trouble.h"

#include <stdio.h>

void trouble_note(Troubles *t, MsgId msg, const char *name, const char *reason) {
    for (uint32_t i = 0; i < t->count; i++)
        if (t->list[i].msg == msg && strncmp(t->list[i].name, name, TROUBLE_NAME - 1) == 0) return;
    if (t->count == TROUBLE_MAX) {
        t->dropped++;
        return;
    }
    Trouble *new = &t->list[t->count++];
    new->msg = msg;
    snprintf(new->name, sizeof new->name, "%s", name);
    snprintf(new->reason, sizeof new->reason, "%s", reason);
}

void trouble_say(const Trouble *t, Lang lang, Buf *out) {
    const char *args[] = {t->name, t->reason};
    msg_format(out, lang, t->msg, args, 2);
}
