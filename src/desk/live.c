#include "desk/live.h"

#include "app/program_file.h"
#include "desk/desk.h"
#include "desk/places.h"
#include "gfx/window.h"
#include "ui/input_sdl.h"

#include <stdio.h>

enum { LEAST_WIDTH = 1024, LEAST_HEIGHT = 640 };
#define FRAME_MS 16.0
#define WORK_MS 6.0 /* of simulating, between two looks at the input */

typedef struct Live {
    Window *window;
    Pencil pencil;
    Places places;
    Desk desk;
    DrawList list;
    UiCursor cursor;
    const Session *titled; /* whose title the window has */
    bool fullscreen;
    uint32_t lacks_said;
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
    if (l->desk.session != l->titled) {
        l->titled = l->desk.session;
        Buf title = {0};
        buf_adds(&title, "Toque");
        if (l->titled) buf_printf(&title, ": %s", session_title(l->titled, l->desk.lang));
        window_set_title(l->window, buf_cstr(&title));
        buf_deinit(&title);
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

/* What the fonts and pictures lacked, once. */
static void say_lacks(Live *l) {
    for (; l->lacks_said < l->pencil.lacks.count; l->lacks_said++) {
        if (l->desk.notice.len) buf_addc(&l->desk.notice, '\n');
        lack_say(&l->pencil.lacks.list[l->lacks_said], l->desk.lang, &l->desk.notice);
    }
}

static void run(Live *l) {
    tick(l);
    while (!l->desk.over) {
        follow_wishes(l);
        window_show(l->window, &l->pencil, &l->list);
        say_lacks(l);
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

/* As the person left it; what the command line says counts more. */
static void open_desk(Live *l, const Cli *cli) {
    Preferences prefs;
    preferences_init(&prefs);
    preferences_load(&prefs, l->places.prefs);
    bool speaks = prefs.language && !cli->lang_asked;
    desk_init(&l->desk, &l->places, &prefs, speaks ? (Lang)(prefs.language - 1) : cli->lang);
    l->desk.options = program_file_options(cli);
    l->desk.ui.clipboard = input_clipboard();
    if (cli->argv) desk_open(&l->desk, cli->argv[0]);
}

static void close_desk(Live *l) {
    Preferences *prefs = &l->desk.prefs;
    if (!l->fullscreen) {
        prefs->window_width = (float)window_width(l->window) / window_scale(l->window);
        prefs->window_height = (float)window_height(l->window) / window_scale(l->window);
    }
    preferences_save(prefs, l->places.prefs);
    desk_deinit(&l->desk);
}

static bool open_window(Live *l, Lack *lack) {
    const Preferences *p = &l->desk.prefs;
    WindowOptions options = {.title = "Toque",
                             .width = (int32_t)p->window_width,
                             .height = (int32_t)p->window_height,
                             .least_width = LEAST_WIDTH,
                             .least_height = LEAST_HEIGHT};
    l->window = window_open(&options, lack);
    return l->window != NULL;
}

int live_run(const Cli *cli) {
    Live l = {0};
    Lack lack;
    places_find(&l.places, NULL);
    open_desk(&l, cli);
    int code = EXIT_FINE;
    if (open_window(&l, &lack)) {
        pencil_init(&l.pencil, l.places.assets);
        run(&l);
        close_desk(&l);
        draw_deinit(&l.list);
        pencil_deinit(&l.pencil);
        window_close(l.window);
    } else {
        code = no_window(cli, &lack);
        desk_deinit(&l.desk);
    }
    places_deinit(&l.places);
    return code;
}
