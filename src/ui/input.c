#include "ui/input.h"

#include "base/mem.h"
#include "base/utf8.h"

static const char *const kinds[INPUT_KIND_COUNT] = {
#define INPUT(id, name) [INPUT_##id] = name,
#include "ui/inputs.def"
#undef INPUT
};

static const char *const keys[] = {
#define KEY(id, name, sdl) [KEY_##id - KEY_FIRST] = name,
#include "ui/keys.def"
#undef KEY
};

enum { KEYS = KEY_END_OF_LIST - KEY_FIRST };

typedef struct Modifier {
    uint32_t mod;
    const char *name;
} Modifier;

static const Modifier modifiers[] = {{MOD_CTRL, "Ctrl+"}, {MOD_ALT, "Alt+"}, {MOD_SHIFT, "Shift+"}};
enum { MODIFIERS = sizeof modifiers / sizeof *modifiers };

void input_deinit(Input *in) {
    if (in->kind == INPUT_DROP) mem_free(in->drop.path);
    *in = (Input){.kind = INPUT_TICK};
}

static void dump_point(Buf *out, Point p) {
    buf_printf(out, " %ld,%ld", lroundf(p.x), lroundf(p.y));
}

void input_dump(const Input *in, Buf *out) {
    buf_adds(out, kinds[in->kind]);
    switch (in->kind) {
    case INPUT_KEY:
        buf_addc(out, ' ');
        key_name(in->key.key, in->mods, out);
        if (in->key.repeat) buf_adds(out, " repeats");
        break;
    case INPUT_TEXT: buf_printf(out, " \"%s\"", in->text); break;
    case INPUT_MOVE: dump_point(out, in->mouse.at); break;
    case INPUT_PRESS:
    case INPUT_RELEASE:
        dump_point(out, in->mouse.at);
        buf_printf(out, " button %d clicks %d", in->mouse.button, in->mouse.clicks);
        break;
    case INPUT_WHEEL:
        dump_point(out, in->wheel.at);
        buf_printf(out, " by %.2f,%.2f", (double)in->wheel.dx, (double)in->wheel.dy);
        break;
    case INPUT_DROP: buf_printf(out, " %s", in->drop.path); break;
    case INPUT_RESIZE: buf_printf(out, " %dx%d", in->resize.width, in->resize.height); break;
    default: break;
    }
    buf_addc(out, '\n');
}

static bool same_word(const char *a, const char *b, size_t n) {
    for (size_t i = 0; i < n; i++)
        if ((a[i] | 32) != (b[i] | 32)) return false;
    return true;
}

static Key key_named(const char *name) {
    size_t len = strlen(name);
    if (len == 5 && same_word(name, "Space", 5)) return ' ';
    for (size_t i = 1; i < KEYS; i++)
        if (strlen(keys[i]) == len && same_word(name, keys[i], len)) return KEY_FIRST + (Key)i;
    const char *p = name;
    int32_t code = len ? utf8_next(&p, name + len) : -1;
    if (code < ' ' || *p) return KEY_NONE;
    return code >= 'A' && code <= 'Z' ? (Key)(code | 32) : (Key)code;
}

bool key_parse(const char *name, Key *key, uint32_t *mods) {
    *mods = 0;
    for (int i = 0; i < MODIFIERS; i++) {
        size_t n = strlen(modifiers[i].name);
        if (strlen(name) <= n || !same_word(name, modifiers[i].name, n)) continue;
        *mods |= modifiers[i].mod;
        name += n;
        i = -1; /* they come in any order */
    }
    *key = key_named(name);
    return *key != KEY_NONE;
}

void key_name(Key key, uint32_t mods, Buf *out) {
    for (int i = 0; i < MODIFIERS; i++)
        if (mods & modifiers[i].mod) buf_adds(out, modifiers[i].name);
    if (key == ' ') buf_adds(out, "Space");
    else if (key > KEY_FIRST && key < KEY_END_OF_LIST) buf_adds(out, keys[key - KEY_FIRST]);
    else if (key >= 'a' && key <= 'z') buf_addc(out, (char)(key & ~32u));
    else if (key) buf_add_utf8(out, key);
}
