#include "ui/input_sdl.h"

#include "base/mem.h"

#include <SDL.h>
#include <stdio.h>

typedef struct KeyRow {
    Key key;
    SDL_Keycode sdl;
} KeyRow;

static const KeyRow rows[] = {
#define KEY(id, name, sdl) {KEY_##id, sdl},
#include "ui/keys.def"
#undef KEY
    {KEY_ENTER, SDLK_KP_ENTER}, {'+', SDLK_KP_PLUS},     {'-', SDLK_KP_MINUS},
    {'.', SDLK_KP_PERIOD},      {'*', SDLK_KP_MULTIPLY}, {'/', SDLK_KP_DIVIDE},
};

static Key key_of(SDL_Keycode code) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].sdl == code) return rows[i].key;
    if (code >= SDLK_KP_1 && code <= SDLK_KP_9) return (Key)('1' + (code - SDLK_KP_1));
    if (code == SDLK_KP_0) return '0';
    return code >= ' ' && code < 0x110000 && code != SDLK_DELETE ? (Key)code : KEY_NONE;
}

static uint32_t mods_of(unsigned sdl) {
    return (sdl & KMOD_SHIFT ? MOD_SHIFT : 0u) | (sdl & (KMOD_CTRL | KMOD_GUI) ? MOD_CTRL : 0u) |
           (sdl & KMOD_ALT ? MOD_ALT : 0u);
}

static bool take_key(const SDL_KeyboardEvent *e, Input *in) {
    in->kind = INPUT_KEY;
    in->mods = mods_of(e->keysym.mod);
    in->key.key = key_of(e->keysym.sym);
    in->key.repeat = e->repeat != 0;
    return in->key.key != KEY_NONE;
}

static bool take_button(const SDL_MouseButtonEvent *e, Input *in, float scale) {
    in->kind = e->type == SDL_MOUSEBUTTONDOWN ? INPUT_PRESS : INPUT_RELEASE;
    in->mods = mods_of(SDL_GetModState());
    in->mouse.at = (Point){(float)e->x * scale, (float)e->y * scale};
    in->mouse.button = e->button;
    in->mouse.clicks = e->clicks;
    return e->button <= BUTTON_RIGHT;
}

static bool take_wheel(const SDL_MouseWheelEvent *e, Input *in, float scale) {
    float way = e->direction == SDL_MOUSEWHEEL_FLIPPED ? -1 : 1;
    int x = 0, y = 0;
    SDL_GetMouseState(&x, &y);
    in->kind = INPUT_WHEEL;
    in->mods = mods_of(SDL_GetModState());
    in->wheel.at = (Point){(float)x * scale, (float)y * scale};
    in->wheel.dx = way * e->preciseX;
    in->wheel.dy = -way * e->preciseY;
    return true;
}

static bool take_window(const SDL_WindowEvent *e, Input *in) {
    switch (e->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
        in->kind = INPUT_RESIZE;
        in->resize.width = e->data1;
        in->resize.height = e->data2;
        return true;
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED: in->kind = INPUT_EXPOSE; return true;
    case SDL_WINDOWEVENT_LEAVE:
    case SDL_WINDOWEVENT_FOCUS_LOST: in->kind = INPUT_LEAVE; return true;
    default: return false;
    }
}

static bool take_drop(const SDL_DropEvent *e, Input *in) {
    if (e->type != SDL_DROPFILE || !e->file) return false;
    in->kind = INPUT_DROP;
    in->drop.path = mem_strndup(e->file, strlen(e->file));
    SDL_free(e->file);
    return true;
}

static bool take(const SDL_Event *e, Input *in, float scale) {
    *in = (Input){.kind = INPUT_TICK};
    switch (e->type) {
    case SDL_KEYDOWN: return take_key(&e->key, in);
    case SDL_TEXTINPUT:
        in->kind = INPUT_TEXT;
        snprintf(in->text, sizeof in->text, "%s", e->text.text);
        return true;
    case SDL_MOUSEMOTION:
        in->kind = INPUT_MOVE;
        in->mouse.at = (Point){(float)e->motion.x * scale, (float)e->motion.y * scale};
        return true;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return take_button(&e->button, in, scale);
    case SDL_MOUSEWHEEL: return take_wheel(&e->wheel, in, scale);
    case SDL_DROPFILE: return take_drop(&e->drop, in);
    case SDL_WINDOWEVENT: return take_window(&e->window, in);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET: in->kind = INPUT_LOST; return true;
    case SDL_QUIT: in->kind = INPUT_QUIT; return true;
    default: return false;
    }
}

bool input_next(Input *in, int wait, float scale) {
    SDL_Event e;
    double until = input_clock() + wait;
    for (;;) {
        int left = wait < 0 ? -1 : (int)(until - input_clock());
        if (wait >= 0 && left < 0) left = 0;
        if (!(left < 0 ? SDL_WaitEvent(&e) : left == 0 ? SDL_PollEvent(&e) : SDL_WaitEventTimeout(&e, left)))
            return false;
        if (take(&e, in, scale)) return true;
    }
}

double input_clock(void) {
    return (double)SDL_GetPerformanceCounter() * 1000.0 / (double)SDL_GetPerformanceFrequency();
}

static char *get_text(void *ctx) {
    (void)ctx;
    char *text = SDL_GetClipboardText();
    char *own = mem_strndup(text ? text : "", text ? strlen(text) : 0);
    SDL_free(text);
    return own;
}

static void set_text(void *ctx, const char *text) {
    (void)ctx;
    SDL_SetClipboardText(text);
}

UiClipboard input_clipboard(void) {
    return (UiClipboard){get_text, set_text, NULL};
}

static const SDL_SystemCursor cursors[] = {[UI_CURSOR_ARROW] = SDL_SYSTEM_CURSOR_ARROW,
                                           [UI_CURSOR_HAND] = SDL_SYSTEM_CURSOR_HAND,
                                           [UI_CURSOR_TEXT] = SDL_SYSTEM_CURSOR_IBEAM,
                                           [UI_CURSOR_ACROSS] = SDL_SYSTEM_CURSOR_SIZEWE,
                                           [UI_CURSOR_UPRIGHT] = SDL_SYSTEM_CURSOR_SIZENS};

/* The last cursor is freed only when another has taken its place. */
void input_set_cursor(UiCursor cursor) {
    SDL_Cursor *last = SDL_GetCursor(), *new = SDL_CreateSystemCursor(cursors[cursor]);
    if (!new) return;
    SDL_SetCursor(new);
    if (last && last != SDL_GetDefaultCursor()) SDL_FreeCursor(last);
}
