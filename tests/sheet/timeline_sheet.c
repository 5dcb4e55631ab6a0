/* timeline_sheet FILE.py OUT.png [OPTION=VALUE…]: the timeline of a program as a picture, without a
 * display. Options: size=WxH (of the panel), at=SECONDS, turn=N, theme=light|dark|contrast, lang=en|fr, text=1..3,
 * present=1, axis=kitchen|clock|turns, select=TASK, object=ID, zoom=F (about the playhead), words=asyncio,
 * hide=1, scroll=PX, unfold=1, turns=N (of the run), find=NAME,
 * mouse=X,Y, keys=TDR (Tab, down, right), bench=1. */
#include "gfx/picture.h"
#include "sheet/played.h"
#include "view/timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct Options {
    int argc;
    char **argv;
} Options;

static const char *option(const Options *o, const char *name, const char *otherwise) {
    size_t n = strlen(name);
    for (int i = 3; i < o->argc; i++)
        if (strncmp(o->argv[i], name, n) == 0 && o->argv[i][n] == '=') return o->argv[i] + n + 1;
    return otherwise;
}

static float number(const Options *o, const char *name, float otherwise) {
    const char *text = option(o, name, "");
    return *text ? (float)atof(text) : otherwise;
}

static int one_of(const Options *o, const char *name, const char *const *words, int count) {
    for (int i = 0; i < count; i++)
        if (strcmp(option(o, name, words[0]), words[i]) == 0) return i;
    return 0;
}

static char *read_all(const char *path, size_t *len) {
    FILE *f = fopen(path, "rb");
    if (!f) return NULL;
    Buf text = {0};
    char part[4096];
    for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;) buf_add(&text, part, n);
    fclose(f);
    *len = text.len;
    buf_cstr(&text);
    return text.data;
}

typedef struct Stand {
    Pencil pencil;
    DrawList list;
    Ui ui;
    Theme theme;
    TimelinePanel panel;
    TimelineShow show;
    int32_t width, height;
    double now;
} Stand;

static void pass(Stand *s, Input in) {
    s->now += 1000;
    draw_begin(&s->list, s->pencil.fonts, s->width, s->height, 1);
    ui_begin(&s->ui, &s->list, &s->theme.ui, &in, s->now);
    draw_rect(&s->list, (Rect){0, 0, (float)s->width, (float)s->height}, s->theme.colors[TOKEN_BG]);
    Rect r = {8, 8, (float)s->width - 16, (float)s->height - 16};
    timeline_panel(&s->ui, &s->theme, &s->panel, &s->show, r);
    ui_end(&s->ui);
}

static void settle(Stand *s) {
    for (int i = 0; i < 400; i++) {
        pass(s, (Input){.kind = INPUT_TICK});
        if (i > 2 && s->ui.wake == 0) return;
    }
}

static Cursor cursor_of(const Options *o, const Model *m) {
    if (*option(o, "turn", "")) return model_turn(m, (TurnId)atoi(option(o, "turn", "1"))).begun;
    if (*option(o, "at", "")) return model_at_time(m, (uint64_t)(atof(option(o, "at", "0")) * 1e9));
    return model_end(m);
}

static void prepare(Stand *s, const Options *o, const Played *p) {
    static const char *const themes[] = {"light", "dark", "contrast"}, *const axes[] = {"kitchen", "clock",
                                                                                        "turns"};
    static const char *const words[] = {"kitchen", "asyncio"};
    theme_init(&s->theme, (ThemeChoice){.id = (ThemeId)one_of(o, "theme", themes, 3),
                                        .text = number(o, "text", 1),
                                        .presentation = number(o, "present", 0) > 0});
    s->width = 1256, s->height = 322;
    sscanf(option(o, "size", ""), "%dx%d", &s->width, &s->height);
    s->show = (TimelineShow){.model = p->model,
                             .cast = p->cast,
                             .lang = lang_from_name(option(o, "lang", "en")),
                             .vocabulary = (Vocabulary)one_of(o, "words", words, 2),
                             .at = cursor_of(o, p->model),
                             .selected = (TaskId)number(o, "select", 0),
                             .selected_object = (ObjectId)number(o, "object", 0),
                             .selected_event = NEVER,
                             .hide_future = number(o, "hide", 0) > 0,
                             .whole = s->theme.choice.presentation};
    s->panel.axis = (TimelineAxis)one_of(o, "axis", axes, 3);
}

/* "TDDR": Tab, twice down, right. */
static void press_keys(Stand *s, const char *keys) {
    static const struct {
        char letter;
        Key key;
    } table[] = {{'T', KEY_TAB},   {'U', KEY_UP},    {'D', KEY_DOWN}, {'L', KEY_LEFT},
                 {'R', KEY_RIGHT}, {'E', KEY_ENTER}, {'H', KEY_HOME}};
    for (; *keys; keys++)
        for (size_t i = 0; i < sizeof table / sizeof *table; i++)
            if (table[i].letter == *keys) pass(s, (Input){.kind = INPUT_KEY, .key = {table[i].key, false}});
}

static void apply(Stand *s, const Options *o) {
    float zoom = number(o, "zoom", 1), scroll = number(o, "scroll", 0);
    settle(s);
    for (; zoom > 1.01f; zoom /= 1.6f) timeline_do(&s->panel, &s->show, TIMELINE_ZOOM_IN, s->now), settle(s);
    if (number(o, "unfold", 0) > 0) timeline_do(&s->panel, &s->show, TIMELINE_UNFOLD_ALL, s->now);
    if (number(o, "fold", 0) > 0) timeline_do(&s->panel, &s->show, TIMELINE_FOLD_ALL, s->now);
    if (number(o, "causes", 0) > 0) s->show.selected_event = s->show.at;
    if (*option(o, "find", "")) {
        timeline_do(&s->panel, &s->show, TIMELINE_SEARCH, s->now);
        settle(s);
        Input in = {.kind = INPUT_TEXT};
        snprintf(in.text, sizeof in.text, "%s", option(o, "find", ""));
        pass(s, in);
    }
    settle(s);
    if (scroll > 0) tween_set(&s->panel.scroll.at, scroll), settle(s);
    Point mouse = {0, 0};
    if (sscanf(option(o, "mouse", ""), "%f,%f", &mouse.x, &mouse.y) == 2) {
        pass(s, (Input){.kind = INPUT_MOVE, .mouse = {.at = mouse}});
        pass(s, (Input){.kind = INPUT_MOVE, .mouse = {.at = mouse}});
    }
    press_keys(s, option(o, "keys", ""));
    settle(s);
}

static double cpu_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* What a pass costs: while the cursor moves, and while the view does. */
static void bench(Stand *s) {
    enum { PASSES = 100 };
    double from = cpu_ms(), worst = 0;
    for (int i = 0; i < PASSES; i++) {
        s->show.at = (Cursor)((uint64_t)model_end(s->show.model) * (uint64_t)i / PASSES);
        double begin = cpu_ms();
        pass(s, (Input){.kind = INPUT_TICK});
        if (cpu_ms() - begin > worst) worst = cpu_ms() - begin;
    }
    printf("cursor moves: %.2f ms a pass, %.2f at worst, %u commands\n", (cpu_ms() - from) / PASSES, worst,
           s->list.count);
    from = cpu_ms(), worst = 0;
    for (int i = 0; i < PASSES; i++) {
        timeline_do(&s->panel, &s->show, i < 50 ? TIMELINE_ZOOM_IN : TIMELINE_ZOOM_OUT, s->now);
        s->now -= 984;
        double begin = cpu_ms();
        pass(s, (Input){.kind = INPUT_TICK});
        if (cpu_ms() - begin > worst) worst = cpu_ms() - begin;
    }
    printf("view moves:   %.2f ms a pass, %.2f at worst\n", (cpu_ms() - from) / PASSES, worst);
}

int main(int argc, char **argv) {
    Options o = {argc, argv};
    size_t len;
    char *text = argc > 2 ? read_all(argv[1], &len) : NULL;
    Played played;
    if (!text) return fprintf(stderr, "timeline_sheet FILE.py OUT.png [OPTION=VALUE]\n"), 2;
    if (!played_init(&played, argv[1], text, len, (uint64_t)number(&o, "turns", 0))) return 2;
    Stand s = {.now = 1000};
    pencil_init(&s.pencil, TOQUE_ASSETS);
    prepare(&s, &o, &played);
    apply(&s, &o);
    if (number(&o, "bench", 0) > 0) {
        printf("%u events, %u turns, %u tasks\n", model_end(played.model), model_turns(played.model),
               trace_tasks(model_trace(played.model)));
        bench(&s);
        timeline_do(&s.panel, &s.show, TIMELINE_FIT, s.now);
        settle(&s);
    }
    Picture picture;
    picture_init(&picture, s.width, s.height);
    Canvas canvas = picture_canvas(&picture);
    double from = cpu_ms();
    pencil_draw(&s.pencil, &canvas, &s.list);
    from = cpu_ms();
    pencil_draw(&s.pencil, &canvas, &s.list);
    if (number(&o, "bench", 0) > 0) printf("painting:     %.2f ms\n", cpu_ms() - from);
    char reason[200];
    bool saved = picture_save_png(&picture, argv[2], reason, sizeof reason);
    if (!saved) fprintf(stderr, "%s: %s\n", argv[2], reason);
    picture_deinit(&picture);
    timeline_deinit(&s.panel);
    ui_deinit(&s.ui);
    draw_deinit(&s.list);
    pencil_deinit(&s.pencil);
    played_deinit(&played);
    mem_free(text);
    return saved ? 0 : 1;
}
