/* monkey COUNT SEED FILE…: sends a desk that many random keys, characters, clicks, drags, wheel turns,
 * resizes and files, draws after each, and now and then paints. It looks for nothing: a sanitizer, an
 * assertion, or drawing outside the window says what is wrong. The last inputs are told then. */
#include "base/mem.h"
#include "desk/desk.h"
#include "gfx/picture.h"

#include <assert.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TOLD = 24, PAINT_EVERY = 400 };

typedef struct Monkey {
    Places places;
    Desk desk;
    Pencil pencil;
    DrawList list;
    uint64_t state;
    int32_t width, height;
    Point mouse;
    bool down;
    double now;
    char **files;
    int file_count;
} Monkey;

static Input last[TOLD];
static unsigned sent;

static void tell(int signal_number) {
    for (unsigned i = sent > TOLD ? sent - TOLD : 0; i < sent; i++) {
        Buf line = {0};
        input_dump(&last[i % TOLD], &line);
        fprintf(stderr, "input %u: %s\n", i, buf_cstr(&line));
        buf_deinit(&line);
    }
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static uint32_t below(Monkey *m, uint32_t n) {
    m->state ^= m->state << 13;
    m->state ^= m->state >> 7;
    m->state ^= m->state << 17;
    return (uint32_t)((m->state >> 11) % n);
}

static Input random_key(Monkey *m) {
    static const char *const keys[] = {
        "Right",  "Left",   "PageDown",  "PageUp",      "Home",   "End",       "Up",
        "Down",   "Enter",  "Esc",       "Tab",         "Delete", "Backspace", "F5",
        "F1",     "F10",    "F11",       "Ctrl+1",      "Ctrl+2", "Ctrl+3",    "Ctrl+4",
        "Ctrl+5", "Ctrl+6", "Ctrl+7",    "Ctrl+=",      "Ctrl+-", "Ctrl+0",    "Ctrl+Shift+p",
        "Ctrl+f", "Ctrl+r", "Shift+Tab", "Shift+Right", "Ctrl+a", "Ctrl+c",    "Ctrl+v"};
    Input in = {.kind = INPUT_KEY};
    key_parse(keys[below(m, sizeof keys / sizeof *keys)], &in.key.key, &in.mods);
    return in;
}

static Input random_text(Monkey *m) {
    static const char letters[] = "abcdefgijklmnopqrstuvwxyzCIJKLWX1234567890 +-=<>[]/?.,'\"(){}";
    Input in = {.kind = INPUT_TEXT};
    if (below(m, 50) == 0) strcpy(in.text, "é€");
    else in.text[0] = letters[below(m, sizeof letters - 1)];
    return in;
}

static Input random_mouse(Monkey *m) {
    Input in = {.kind = INPUT_MOVE};
    m->mouse = (Point){(float)below(m, (uint32_t)m->width + 20) - 10,
                       (float)below(m, (uint32_t)m->height + 20) - 10};
    in.mouse.at = m->mouse;
    if (below(m, 3) == 0) return in;
    in.kind = m->down ? INPUT_RELEASE : INPUT_PRESS;
    in.mouse.button = below(m, 10) ? BUTTON_LEFT : BUTTON_RIGHT;
    in.mouse.clicks = below(m, 5) ? 1 : 2;
    m->down = !m->down;
    return in;
}

static Input random_wheel(Monkey *m) {
    Input in = {.kind = INPUT_WHEEL, .mods = below(m, 8)};
    in.wheel.at = m->mouse;
    in.wheel.dy = (float)below(m, 9) - 4;
    in.wheel.dx = below(m, 6) ? 0 : (float)below(m, 5) - 2;
    return in;
}

static Input random_drop(Monkey *m) {
    const char *file = m->files[below(m, (uint32_t)m->file_count)];
    return (Input){.kind = INPUT_DROP, .drop = {mem_strndup(file, strlen(file))}};
}

static Input random_resize(Monkey *m) {
    m->width = 320 + (int32_t)below(m, 2400);
    m->height = 200 + (int32_t)below(m, 1500);
    return (Input){.kind = INPUT_RESIZE, .resize = {m->width, m->height}};
}

static Input random_input(Monkey *m) {
    uint32_t dice = below(m, 1000);
    if (dice < 4) return random_drop(m);
    if (dice < 12) return random_resize(m);
    if (dice < 20) return (Input){.kind = INPUT_LEAVE};
    if (dice < 100) return random_wheel(m);
    if (dice < 380) return random_mouse(m);
    if (dice < 600) return random_text(m);
    if (dice < 700) return (Input){.kind = INPUT_TICK};
    return random_key(m);
}

static void check(const Monkey *m) {
    for (const DrawHead *h = draw_next(&m->list, NULL); h; h = draw_next(&m->list, h))
        assert(h->box.x0 >= 0 && h->box.y0 >= 0 && h->box.x1 <= m->width && h->box.y1 <= m->height);
}

static void paint(Monkey *m) {
    Picture picture;
    picture_init(&picture, m->width, m->height);
    Canvas canvas = picture_canvas(&picture);
    pencil_draw(&m->pencil, &canvas, &m->list);
    picture_deinit(&picture);
}

static void send(Monkey *m, Input in) {
    last[sent++ % TOLD] = in.kind == INPUT_DROP ? (Input){.kind = INPUT_DROP} : in;
    m->now += 1 + below(m, 60);
    DeskFrame frame = {&m->list, m->pencil.fonts, m->width, m->height, m->now};
    desk_pass(&m->desk, &in, &frame);
    input_deinit(&in);
    check(m);
    desk_work(&m->desk);
    m->desk.over = false;
}

int main(int argc, char **argv) {
    if (argc < 4) return fprintf(stderr, "monkey COUNT SEED FILE...\n"), 2;
    Monkey m = {.width = 1280, .height = 800, .state = strtoull(argv[2], NULL, 10) * 2 + 88172645463325252u};
    Preferences prefs;
    preferences_init(&prefs);
    m.files = argv + 3;
    m.file_count = argc - 3;
    signal(SIGABRT, tell);
    places_find(&m.places, argv[0]);
    pencil_init(&m.pencil, m.places.assets);
    desk_init(&m.desk, &m.places, &prefs, LANG_EN);
    m.desk.options.memory = 64u << 20;
    for (unsigned long n = strtoul(argv[1], NULL, 10), i = 0; i < n; i++) {
        send(&m, random_input(&m));
        if (i % PAINT_EVERY == 0) paint(&m);
    }
    desk_deinit(&m.desk);
    draw_deinit(&m.list);
    pencil_deinit(&m.pencil);
    places_deinit(&m.places);
    return 0;
}
