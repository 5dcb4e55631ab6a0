/* What comes from outside, as values of our own: a test sends them as well as SDL does
 * (input_sdl.h). Positions are in pixels of the window. */
#ifndef TOQUE_UI_INPUT_H
#define TOQUE_UI_INPUT_H

#include "base/buf.h"
#include "gfx/geom.h"

#include <stdbool.h>

typedef enum InputKind {
#define INPUT(id, name) INPUT_##id,
#include "ui/inputs.def"
#undef INPUT
    INPUT_KIND_COUNT
} InputKind;

/* A character's code point, or one of these. */
typedef uint32_t Key;
enum {
    KEY_NONE = 0,
    KEY_FIRST = 0x110000,
#define KEY(id, name, sdl) KEY_##id,
#include "ui/keys.def"
#undef KEY
    KEY_END_OF_LIST
};

/* Ctrl is the command key on a Mac. */
enum { MOD_SHIFT = 1, MOD_CTRL = 2, MOD_ALT = 4 };

enum { BUTTON_LEFT = 1, BUTTON_MIDDLE = 2, BUTTON_RIGHT = 3, INPUT_TEXT_MAX = 32 };

typedef struct Input {
    InputKind kind;
    uint32_t mods;
    union {
        struct {
            Key key;
            bool repeat;
        } key;
        char text[INPUT_TEXT_MAX];
        struct {
            Point at;
            int button;
            int clicks; /* 2: a double click */
        } mouse;
        struct {
            Point at;
            float dx, dy; /* lines; down and right are above zero */
        } wheel;
        struct {
            char *path; /* owned */
        } drop;
        struct {
            int32_t width, height;
        } resize;
    };
} Input;

void input_deinit(Input *in);
void input_dump(const Input *in, Buf *out); /* one line */

/* "Ctrl+Shift+P": the key and its modifiers; false if it is none. */
bool key_parse(const char *name, Key *key, uint32_t *mods);
void key_name(Key key, uint32_t mods, Buf *out);

#endif
