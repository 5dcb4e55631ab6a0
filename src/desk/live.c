#include "desk/live.h"

#include "app/program_file.h"
#include "desk/desk.h"
#include "desk/places.h"
#include "gfx/window.h"
#include "ui/input_sdl.h"

#include <stdio.h>

enum { WIDTH = 1600, HEIGHT = 900, LEAST_WIDTH = 1024, LEAST_HEIGHT = 640 };
#define FRAME_MS 16.0
#define WORK_MS 6.0 /* of simulating, between two looks at the input */

typedef struct Live {
    Window *window;
    Pencil pencil;
    Desk desk;
    DrawList list;
    UiCursor cursor;
    bool fullscreen;
} Live;

static DeskFrame frame_of(Live *l) {
    return (DeskFrame){&l->list, l->pencil.fonts, window_width(l->window), window_height(l->window),
                       input_clock()};
}

static void pass(Live *l, Input *in) {
    if (in->kind == INPUT_LOST) window_lost(l->window);
    if (in->kind == INPUT_EXPOSE) window_expose(l->window);
    if (in->kind == INPUT_RESIZE) window_measure(l->window);
    DeskFrame frame = frame_of(l);
    desk_pass(&l->desk, in, &frame);
    input_deinit(in);
}

static void tick(Live *l) {
    Input in = {.kind = INPUT_TICK};
    pass(l, &in);
}

/* What the desk wants of the window. */
static void follow_wishes(Live *l) {
    if (l->desk.fullscreen != l->fullscreen) {
        l->fullscreen = l->desk.fullscreen;
        window_set_fullscreen(l->window, l->fullscreen);
        window_measure(l->window);
    }
    if (l->desk.ui.cursor != l->cursor) {
        l->cursor = l->desk.ui.cursor;
        input_set_cursor(l->cursor);
    }
}

/* Takes all that has come. Of a row of moves only the last counts. */
static bool take_inputs(Live *l, int wait) {
    Input in, next;
    float scale = window_scale(l->window);
    if (!input_next(&in, wait, scale)) return false;
    while (!l->desk.over) {
        bool more = input_next(&next, 0, scale);
        if (!more || in.kind != INPUT_MOVE || next.kind != INPUT_MOVE) pass(l, &in);
        if (!more) break;
        in = next;
        if (l->desk.over) input_deinit(&in);
    }
    return true;
}

static bool work(Live *l) {
    double until = input_clock() + WORK_MS;
    bool more;
    do more = desk_work(&l->desk);
    while (more && input_clock() < until);
    return more;
}

/* How long to sleep: until something moves, or for ever. */
static int patience(Live *l, bool working) {
    double wake = desk_wake(&l->desk);
    if (working) return 0;
    if (wake == 0) return -1;
    double left = wake - input_clock();
    return left > FRAME_MS ? (int)left : (int)FRAME_MS;
}

static void run(Live *l) {
    tick(l);
    while (!l->desk.over) {
        follow_wishes(l);
        window_show(l->window, &l->pencil, &l->list);
        bool working = work(l);
        take_inputs(l, patience(l, working));
        if (!l->desk.over) tick(l); /* what was asked for is seen */
    }
}

static int no_window(const Cli *cli, const Lack *lack) {
    Buf out = {0};
    lack_say(lack, cli->lang, &out);
    fprintf(stderr, "toque: %s\n", buf_cstr(&out));
    buf_deinit(&out);
    return EXIT_PROGRAM;
}

int live_run(const Cli *cli) {
    Live l = {0};
    Lack lack;
    l.window = window_open(&(WindowOptions){"Toque", WIDTH, HEIGHT, LEAST_WIDTH, LEAST_HEIGHT, false}, &lack);
    if (!l.window) return no_window(cli, &lack);
    Places places;
    places_find(&places, NULL);
    pencil_init(&l.pencil, places.assets);
    places_deinit(&places);
    desk_init(&l.desk, (ThemeChoice){.text = 1}, cli->lang);
    l.desk.options = program_file_options(cli);
    l.desk.ui.clipboard = input_clipboard();
    if (cli->argv) desk_open(&l.desk, cli->argv[0]);
    run(&l);
    desk_deinit(&l.desk);
    draw_deinit(&l.list);
    pencil_deinit(&l.pencil);
    window_close(l.window);
    return EXIT_FINE;
}
