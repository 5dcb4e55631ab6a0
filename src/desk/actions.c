#include "desk/actions.h"

#include <string.h>

static const Action actions[ACTION_COUNT] = {
#define ACTION(id, name, group, keys) [ACTION_##id] = {name, GROUP_##group, keys},
#include "desk/actions.def"
#undef ACTION
};

static const MsgId groups[ACTION_GROUPS] = {
    [GROUP_MOVING] = MSG_ACTIONS_MOVING,     [GROUP_SEARCHING] = MSG_ACTIONS_SEARCHING,
    [GROUP_TIMELINE] = MSG_ACTIONS_TIMELINE, [GROUP_PANELS] = MSG_ACTIONS_PANELS,
    [GROUP_LOOKS] = MSG_ACTIONS_LOOKS,       [GROUP_WINDOW] = MSG_ACTIONS_WINDOW};

const Action *action_at(ActionId id) {
    return &actions[id];
}

MsgId action_group_name(ActionGroup group) {
    return groups[group];
}

/* The next name of a list of keys; false at its end. */
static bool next_name(const char **list, char name[INPUT_TEXT_MAX]) {
    while (**list == ' ') ++*list;
    size_t n = strcspn(*list, " ");
    if (n == 0 || n >= INPUT_TEXT_MAX) return false;
    memcpy(name, *list, n);
    name[n] = '\0';
    *list += n;
    return true;
}

/* Whether a name stands for a character that is typed, and which. */
static const char *typed(const char *name) {
    if (strcmp(name, "Space") == 0) return " ";
    return strlen(name) == 1 ? name : NULL;
}

static bool means(const char *name, const Input *in) {
    const char *character = typed(name);
    if (in->kind == INPUT_TEXT) return character && strcmp(character, in->text) == 0;
    Key key;
    uint32_t mods;
    if (character || !key_parse(name, &key, &mods)) return false;
    return key == in->key.key && mods == in->mods;
}

ActionId action_of(const Input *in) {
    char name[INPUT_TEXT_MAX];
    if (in->kind != INPUT_KEY && in->kind != INPUT_TEXT) return ACTION_NONE;
    for (ActionId id = ACTION_NONE + 1; id < ACTION_COUNT; id++)
        for (const char *list = actions[id].keys; next_name(&list, name);)
            if (means(name, in)) return id;
    return ACTION_NONE;
}

static const char *shown(const char *name) {
    static const struct {
        const char *name, *shown;
    } rows[] = {{"Right", "→"},
                {"Left", "←"},
                {"Up", "↑"},
                {"Down", "↓"},
                {"PageUp", "PgUp"},
                {"PageDown", "PgDn"},
                {"Ctrl+Shift+p", "Ctrl+Shift+P"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].name, name) == 0) return rows[i].shown;
    return name;
}

void action_keys(ActionId id, Buf *out) {
    char name[INPUT_TEXT_MAX];
    size_t start = out->len;
    for (const char *list = actions[id].keys; next_name(&list, name);) {
        if (out->len > start) buf_adds(out, "  ");
        buf_adds(out, shown(name));
    }
}
