#include "desk/shot.h"

#include "app/program_file.h"
#include "desk/desk_parts.h"
#include "desk/places.h"
#include "gfx/picture.h"

#include <stdio.h>

/* Far enough for the cursor that is asked for, and as far as a window would go. */
static void simulate(Desk *d, const Cli *cli) {
    d->session->whole = cli->at >= 0 || cli->turn > 0;
    while (session_hungry(d->session, d->player.at)) {
        const Model *m = d->session->model;
        if (cli->turn && model_turns(m) > cli->turn) break;
        if (cli->at >= 0 && model_time(m, model_end(m)) > (uint64_t)cli->at) break;
        session_work(d->session);
    }
    d->session->whole = false;
}

static void go(Desk *d, const Cli *cli) {
    const Model *m = d->session->model;
    simulate(d, cli);
    if (cli->turn) {
        TurnId turn = cli->turn < model_turns(m) ? (TurnId)cli->turn : model_turns(m);
        player_go(&d->player, m, turn ? model_turn(m, turn).begun : 0);
        while (session_tidies(d->session, d->player.at)) /* asyncio's own, behind the last one */
            player_step(&d->player, m, STEP_TURN, WAY_BACK);
    } else if (cli->at >= 0) {
        player_go(&d->player, m, model_at_time(m, (uint64_t)cli->at));
        if (d->player.at < model_end(m)) d->player.now = (uint64_t)cli->at;
    }
}

/* More than once: what one pass finds out of the text is in place in the next; long after all motion; and
 * until what is made in slices is whole. */
static void draw(Desk *d, DrawList *list, Fonts *fonts, const Cli *cli) {
    enum { PASSES = 3, PASSES_MOST = 1000 };
    for (int i = 1; i <= PASSES || (i <= PASSES_MOST && desk_wake(d) > 0); i++) {
        DeskFrame frame = {list, fonts, cli->width, cli->height, 10000.0 * i};
        desk_pass(d, &(Input){.kind = INPUT_TICK}, &frame);
    }
}

static int save(Picture *picture, const Cli *cli) {
    char reason[128];
    if (picture_save_png(picture, cli->out, reason, sizeof reason)) return EXIT_FINE;
    Buf said = {0};
    msg_format(&said, cli->lang, MSG_CLI_CANNOT_WRITE, (const char *const[]){cli->out, reason}, 2);
    fprintf(stderr, "%s\n", buf_cstr(&said));
    buf_deinit(&said);
    return EXIT_PROGRAM;
}

static int paint(Desk *d, const Cli *cli) {
    Pencil pencil;
    Picture picture;
    DrawList list = {0};
    pencil_init(&pencil, d->places->assets);
    picture_init(&picture, cli->width, cli->height);
    if (d->session) go(d, cli);
    draw(d, &list, pencil.fonts, cli);
    Canvas canvas = picture_canvas(&picture);
    pencil_draw(&pencil, &canvas, &list);
    int code = save(&picture, cli);
    draw_deinit(&list);
    picture_deinit(&picture);
    pencil_deinit(&pencil);
    return code;
}

int shot_run(const Cli *cli) {
    Desk d;
    Preferences prefs;
    Places places;
    places_find(&places, NULL);
    preferences_init(&prefs);
    prefs.theme = cli->theme;
    prefs.text = cli->text;
    prefs.still = true;
    desk_init(&d, &places, &prefs, cli->lang);
    d.choice.presentation = cli->present;
    desk_retheme(&d);
    d.options = program_file_options(cli);
    int code = EXIT_USAGE;
    bool open = desk_open(&d, cli->argv[0]);
    if (cli->view) d.full = (PanelId)cli->view;
    if (open) code = paint(&d, cli);
    else fprintf(stderr, "%s", buf_cstr(&d.notice));
    desk_deinit(&d);
    places_deinit(&places);
    return code;
}
