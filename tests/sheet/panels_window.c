/* panels_window [--card]: the bars and the code panel in a real window, with the loop that an
 * app has: wait, take what came, draw once, show. What came is told on standard output, for the test
 * that drives it with real keys and clicks. Ctrl+Q ends it; Ctrl+L loses the renderer for good. */
#include "base/mem.h"
#include "gfx/window.h"
#include "sheet/panels.h"
#include "ui/input_sdl.h"

#include <stdio.h>
#include <string.h>

typedef struct App {
    Window *window;
    Pencil pencil;
    Panels panels;
    DrawList list;
    bool over;
} App;

static void tell(const char *what, int value) {
    printf("%s %d\n", what, value);
    fflush(stdout);
}

static void act(App *a) {
    BarPress press = a->panels.foot.action ? a->panels.foot : a->panels.top;
    if (press.action) tell("press", (int)press.action);
    if (press.action == BAR_THEME) {
        ThemeChoice next = {.id = (ThemeId)((a->panels.theme.choice.id + 1) % THEME_COUNT), .text = 1};
        theme_init(&a->panels.theme, next);
    }
    if (press.action == BAR_STEP) a->panels.transport.step = (Step)press.value;
    if (press.action == BAR_SPEED) a->panels.transport.speed = press.value;
    if (a->panels.click.line) tell("line", (int)a->panels.click.line);
}

static void pass(App *a, const Input *in) {
    float scale = window_scale(a->window);
    int32_t w = window_width(a->window), h = window_height(a->window);
    draw_begin(&a->list, a->pencil.fonts, w, h, scale);
    panels_draw(&a->panels, &a->list, (float)w / scale, (float)h / scale, in, input_clock());
}

static void take(App *a, Input *in) {
    if (in->kind == INPUT_QUIT) a->over = true;
    if (in->kind == INPUT_LOST) window_lost(a->window);
    if (in->kind == INPUT_EXPOSE) window_expose(a->window);
    if (in->kind == INPUT_RESIZE) {
        window_measure(a->window);
        tell("width", window_width(a->window));
    }
    if (in->kind == INPUT_KEY && in->mods == MOD_CTRL && in->key.key == 'q') a->over = true;
    if (in->kind == INPUT_KEY && in->mods == MOD_CTRL && in->key.key == 'l') {
        for (int i = 0; i < 4; i++) window_lost(a->window); /* so often that it is given up for software */
        tell("lost", window_works(a->window));
    }
    pass(a, in);
    act(a);
    input_deinit(in);
}

/* How long to sleep: until something moves, or for ever. */
static int patience(const App *a) {
    double wake = a->panels.ui.wake;
    if (wake == 0) return -1;
    double left = wake - input_clock();
    return left > 16 ? (int)left : 16;
}

static void run(App *a) {
    Input in = {.kind = INPUT_TICK};
    take(a, &in);
    while (!a->over) {
        window_show(a->window, &a->pencil, &a->list);
        if (!input_next(&in, patience(a), window_scale(a->window))) in = (Input){.kind = INPUT_TICK};
        do take(a, &in);
        while (!a->over && input_next(&in, 0, window_scale(a->window)));
    }
}

int main(int argc, char **argv) {
    App a = {0};
    Lack lack;
    bool card = argc > 1 && strcmp(argv[1], "--card") == 0;
    a.window = window_open(&(WindowOptions){"Toque: panels", 1280, 800, 640, 400, card}, &lack);
    if (!a.window) {
        Buf out = {0};
        lack_say(&lack, LANG_EN, &out);
        fprintf(stderr, "%s\n", buf_cstr(&out));
        buf_deinit(&out);
        return 1;
    }
    pencil_init(&a.pencil, TOQUE_ASSETS);
    panels_init(&a.panels, (ThemeChoice){.text = 1}, LANG_EN);
    a.panels.ui.clipboard = input_clipboard();
    tell("open", 1);
    run(&a);
    draw_deinit(&a.list);
    panels_deinit(&a.panels);
    pencil_deinit(&a.pencil);
    window_close(a.window);
    return 0;
}
