/* What can be asked for, under which names and by which keys: one table (actions.def) for the keys,
 * the palette, the menu and the page of keys. What an action does is the desk's (desk_act.c). */
#ifndef TOQUE_DESK_ACTIONS_H
#define TOQUE_DESK_ACTIONS_H

#include "base/msg.h"
#include "ui/input.h"

typedef enum ActionId {
    ACTION_NONE,
#define ACTION(id, name, group, keys) ACTION_##id,
#include "desk/actions.def"
#undef ACTION
    ACTION_COUNT
} ActionId;

typedef enum ActionGroup {
    GROUP_MOVING,
    GROUP_SEARCHING,
    GROUP_TIMELINE,
    GROUP_PANELS,
    GROUP_LOOKS,
    GROUP_WINDOW,
    ACTION_GROUPS
} ActionGroup;

typedef struct Action {
    MsgId name;
    ActionGroup group;
    const char *keys; /* names, with spaces between them; "": none */
} Action;

const Action *action_at(ActionId id);
MsgId action_group_name(ActionGroup group);
/* The action of a key that went down, or of a character that was typed. A key that prints comes both
 * ways and counts when it is typed, unless Ctrl or Alt is held. */
ActionId action_of(const Input *in);
/* Its keys as a person reads them: "→  Page Down". */
void action_keys(ActionId id, Buf *out);

#endif
