/* drawer_sheet OUT.png FILE.py WHAT [turn=N] [select=N] [size=WxH] [theme=dark] [text=2] [lang=fr] [words=asyncio]
 * [type=…] [click=X,Y]… [bench=N]: a drawer, or what lies over the window, at a turn of a run, as a picture. */
#include "gfx/picture.h"
#include "sheet/drawers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct Wish {
    const char *what, *typed;
    TurnId turn;
    TaskId select;
    int width, height;
    ThemeChoice theme;
    Lang lang;
    Vocabulary vocabulary;
    Point clicks[8];
    int click_count;
    int bench; /* passes to be timed */
} Wish;

static void read_wish(Wish *w, const char *arg) {
    static const char *const themes[THEME_COUNT] = {"light", "dark", "contrast"};
    const char *value = strchr(arg, '=');
    if (!value) return;
    value++;
    if (strncmp(arg, "turn", 4) == 0) w->turn = (TurnId)atoi(value);
    if (strncmp(arg, "select", 6) == 0) w->select = (TaskId)atoi(value);
    if (strncmp(arg, "size", 4) == 0) sscanf(value, "%dx%d", &w->width, &w->height);
    if (strncmp(arg, "text", 4) == 0) w->theme.text = (float)atof(value);
    if (strncmp(arg, "lang", 4) == 0) w->lang = lang_from_name(value);
    if (strncmp(arg, "words", 5) == 0) w->vocabulary = VOCABULARY_ASYNCIO;
    if (strncmp(arg, "bench", 5) == 0) w->bench = atoi(value);
    if (strncmp(arg, "type", 4) == 0) w->typed = value;
    if (strncmp(arg, "click", 5) == 0 && w->click_count < 8) {
        Point *at = &w->clicks[w->click_count++];
        sscanf(value, "%f,%f", &at->x, &at->y);
    }
    for (int i = 0; i < THEME_COUNT; i++)
        if (strncmp(arg, "theme", 5) == 0 && strcmp(value, themes[i]) == 0) w->theme.id = (ThemeId)i;
}

static void pass(Drawers *w, const Wish *wish, DrawList *list, Input in, double now) {
    Rect r = {0, 0, (float)wish->width, (float)wish->height};
    if (strlen(wish->what) > 4 || strcmp(wish->what, "loop") == 0) r = rect_inset(r, 10, 10);
    if (strcmp(wish->what, "palette") == 0) r = rect_inset(r, -10, -10);
    draw_begin(list, list->fonts, wish->width, wish->height, 1);
    drawers_draw(w, list, wish->what, r, &in, now);
}

static void play(Drawers *w, const Wish *wish, DrawList *list) {
    Input tick = {.kind = INPUT_TICK};
    double now = 0;
    w->speech.lang = wish->lang;
    w->speech.vocabulary = wish->vocabulary;
    w->selected = wish->select;
    if (wish->turn) w->at = model_turn(w->model, wish->turn).begun;
    theme_init(&w->theme, wish->theme);
    palette_open(&w->palette, &w->ui, wish->typed);
    menu_open(&w->menu, &w->ui);
    for (int i = 0; i < 3; i++) pass(w, wish, list, tick, now += 1000);
    for (int i = 0; i < wish->click_count; i++) {
        Input in = {.kind = INPUT_PRESS, .mouse = {wish->clicks[i], BUTTON_LEFT, 1}};
        pass(w, wish, list, in, now += 10);
        in.kind = INPUT_RELEASE;
        pass(w, wish, list, in, now += 10);
    }
    for (int i = 0; i < 3; i++) pass(w, wish, list, tick, now += 1000);
}

/* Processor time for a list, while the cursor goes on turn by turn. */
static void time_passes(Drawers *w, const Wish *wish, DrawList *list) {
    double all = 0, most = 0;
    for (int i = 0; i < wish->bench; i++) {
        TurnId turn = wish->turn + (TurnId)i;
        if (turn && turn <= model_turns(w->model)) w->at = model_turn(w->model, turn).begun;
        clock_t from = clock();
        pass(w, wish, list, (Input){.kind = INPUT_TICK}, 10000 + 16.0 * i);
        double ms = (double)(clock() - from) * 1e3 / CLOCKS_PER_SEC;
        all += ms;
        if (ms > most) most = ms;
    }
    printf("%s: mean %.3f ms, most %.3f ms, %u commands\n", wish->what, all / wish->bench, most, list->count);
}

static bool save(Pencil *pencil, const DrawList *list, const char *path) {
    Picture picture;
    char reason[200];
    picture_init(&picture, list->width, list->height);
    Canvas canvas = picture_canvas(&picture);
    pencil_draw(pencil, &canvas, list);
    bool saved = picture_save_png(&picture, path, reason, sizeof reason);
    if (!saved) fprintf(stderr, "%s: %s\n", path, reason);
    picture_deinit(&picture);
    return saved;
}

static bool read_file(const char *path, Buf *out) {
    FILE *f = fopen(path, "rb");
    char some[4096];
    size_t n;
    if (!f) return false;
    while ((n = fread(some, 1, sizeof some, f)) > 0) buf_add(out, some, n);
    fclose(f);
    return true;
}

int main(int argc, char **argv) {
    Wish wish = {.typed = "", .width = 640, .height = 420, .theme = {.text = 1}};
    Buf text = {0};
    Drawers drawers;
    Pencil pencil;
    DrawList list = {0};
    if (argc < 4 || !read_file(argv[2], &text))
        return fprintf(stderr, "drawer_sheet OUT.png FILE.py WHAT …\n"), 2;
    wish.what = argv[3];
    for (int i = 4; i < argc; i++) read_wish(&wish, argv[i]);
    if (!drawers_init(&drawers, argv[2], text.data, text.len)) return fprintf(stderr, "it does not run\n"), 2;
    pencil_init(&pencil, TOQUE_ASSETS);
    draw_begin(&list, pencil.fonts, wish.width, wish.height, 1);
    play(&drawers, &wish, &list);
    if (wish.bench) time_passes(&drawers, &wish, &list);
    bool saved = save(&pencil, &list, argv[1]);
    draw_deinit(&list);
    drawers_deinit(&drawers);
    pencil_deinit(&pencil);
    buf_deinit(&text);
    return saved ? 0 : 1;
}
