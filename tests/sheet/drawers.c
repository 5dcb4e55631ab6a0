#include "sheet/drawers.h"

#include "ui/widgets.h"

#include <stdlib.h>
#include <string.h>

static bool nowhere(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data, (void)stream, (void)bytes, (void)n;
    return true;
}

static const RunOptions options = {.write = nowhere, .record = true};

static bool tell(void *data, Cursor at, TaskId task, const LocalsTeller *teller) {
    Drawers *w = data;
    w->asked++;
    if (!replay_to(w->replay, at)) return false;
    replay_locals(w->replay, task, teller);
    return true;
}

static void read_output(Drawers *w) {
    EventIndex some[256];
    uint32_t first = 0, n;
    while ((n = moment_outputs(w->model, model_end(w->model), first, 256, some)) > 0) {
        output_text_add(&w->output, model_trace(w->model), some, n);
        first += n;
    }
}

bool drawers_init(Drawers *w, const char *name, const char *text, size_t len) {
    *w = (Drawers){.program = program_new(name, NULL, text, len)};
    if (!program_ok(w->program)) return false;
    w->run = run_new(w->program, &options);
    while (run_advance(w->run, 1000000) == END_NONE && trace_count(run_trace(w->run)) < 4000000) continue;
    w->replay = replay_new(w->program, &options);
    w->model = model_new(run_trace(w->run));
    model_follow(w->model);
    w->cast = cast_new(w->model);
    cast_follow(w->cast);
    w->speech = (Speech){.model = w->model};
    w->locals = (LocalsSource){w, tell};
    source_init(&w->source, name, text, len);
    theme_init(&w->theme, (ThemeChoice){.text = 1});
    read_output(w);
    return true;
}

void drawers_deinit(Drawers *w) {
    ui_deinit(&w->ui);
    loop_panel_deinit(&w->loop);
    tasks_panel_deinit(&w->tasks);
    numbers_panel_deinit(&w->numbers);
    palette_deinit(&w->palette);
    output_text_deinit(&w->output);
    source_deinit(&w->source);
    cast_free(w->cast);
    model_free(w->model);
    replay_free(w->replay);
    run_free(w->run);
    program_free(w->program);
}

static void draw_loop(Drawers *w, Rect r) {
    LoopShow show = {&w->speech, w->cast, w->at, w->selected};
    w->click = loop_panel(&w->ui, &w->theme, &w->loop, &show, r);
}

static void draw_tasks(Drawers *w, Rect r) {
    TasksShow show = {&w->speech, w->cast, w->at, w->selected, &w->source, &w->locals};
    w->click = tasks_panel(&w->ui, &w->theme, &w->tasks, &show, r);
}

static void draw_numbers(Drawers *w, Rect r) {
    NumbersShow show = {&w->speech, w->cast, w->selected};
    w->click = numbers_panel(&w->ui, &w->theme, &w->numbers, &show, r);
}

static void draw_output(Drawers *w, Rect r) {
    OutputShow show = {w->speech.lang, &w->output, model_trace(w->model), w->at};
    w->click = (DrawerClick){.cursor = output_panel(&w->ui, &w->theme, &w->printed, &show, r)};
}

/* --- over the window -------------------------------------------------------------------------- */

static const PaletteItem moving[] = {{"Next step", "Right PageDown Enter", false},
                                     {"Step back", "Left PageUp Backspace", false},
                                     {"Play or pause", "Space p", false},
                                     {"To the start", "Home", false},
                                     {"To the end", "End", true},
                                     {"Step by turns", "1", false},
                                     {"Step by lines of code", "2", false}};
static const PaletteItem searching[] = {{"Next turn of the selected task", "j", false},
                                        {"Next print", "w", false},
                                        {"Next trouble", "x", false},
                                        {"Find a task by its name", "/ Ctrl+f", false},
                                        {"Follow the cause back", "c", false}};
static const PaletteItem looks[] = {{"Kitchen words or asyncio words", "k K", false},
                                    {"Thème suivant : clair, sombre, contraste élevé", "d", false},
                                    {"Larger text", "Ctrl+= Ctrl++", false},
                                    {"Reduced motion", NULL, false}};
static const PaletteItem window[] = {{"Presentation", "F5", false}, {"Black screen", "b .", false},
                                     {"Full screen", "F11", false}, {"All commands", "Ctrl+Shift+p", false},
                                     {"Keys", "? F1", false},       {"Quit", "Ctrl+q", false}};
static const KeysGroup groups[] = {{"Moving", moving, sizeof moving / sizeof *moving},
                                   {"Searching", searching, sizeof searching / sizeof *searching},
                                   {"Looks", looks, sizeof looks / sizeof *looks},
                                   {"Window", window, sizeof window / sizeof *window}};

static const MenuItem menu_items[] = {
    {.name = "Open a file…", .keys = "Ctrl+o", .icon = "ui-file"},
    {.name = "Gallery", .keys = "g"},
    {.name = "Theme", .head = true, .rule = true},
    {.name = "Light", .on = true, .icon = "ui-sun"},
    {.name = "Dark", .icon = "ui-moon"},
    {.name = "High contrast", .icon = "ui-contrast"},
    {.name = "Reduced motion", .rule = true},
    {.name = "Export the timeline as a drawing…", .off = true, .rule = true}};

static void draw_palette(Drawers *w, Rect r) {
    static const PaletteItem all[] = {{"Next step", "Right", false},
                                      {"Step back", "Left", false},
                                      {"Play or pause", "Space", false},
                                      {"Presentation", "F5", false},
                                      {"Step by turns", "1", false},
                                      {"To the end", "End", true},
                                      {"Next print", "w", false},
                                      {"Next trouble", "x", false},
                                      {"Thème suivant", "d", false},
                                      {"Find a task by its name", "Ctrl+f", false},
                                      {"Kitchen words or asyncio words", "K", false},
                                      {"Reduced motion", NULL, false}};
    PaletteShow show = {.lang = w->speech.lang, .items = all, .count = sizeof all / sizeof *all};
    w->choice = palette(&w->ui, &w->theme, &w->palette, &show, r);
}

static void draw_keys(Drawers *w, Rect r) {
    KeysShow show = {w->speech.lang, groups, sizeof groups / sizeof *groups};
    w->choice = keys_page(&w->ui, &w->theme, &w->keys, &show, r) ? CHOICE_OPEN : CHOICE_CLOSED;
}

static void draw_menu(Drawers *w, Rect r) {
    MenuShow show = {w->speech.lang, menu_items, sizeof menu_items / sizeof *menu_items};
    w->choice = menu(&w->ui, &w->theme, &w->menu, &show, (Rect){14, 8, 46, 46}, r);
}

static void draw_banner(Drawers *w, Rect r) {
    Lang lang = w->speech.lang;
    const BannerShow shows[] = {
        {.kind = BANNER_TROUBLE,
         .lang = lang,
         .text = "Line 21 does not parse, so nothing runs.",
         .more = "What you see is the last good picture.",
         .place = "line 21, column 28",
         .closes = true},
        {.kind = BANNER_WORKING,
         .lang = lang,
         .text = "Still simulating… 43 %",
         .button = "Stop",
         .part = 0.43f},
        {.kind = BANNER_NEWS,
         .lang = lang,
         .text = "The run was stopped after ten million events, at 12.480 s: what comes later is not kept. A "
                 "sentence that is long enough to need another line in a narrow window.",
         .closes = true}};
    w->press = BANNER_NOTHING;
    for (int i = 0; i < 3; i++) {
        float h = banner_height(&w->ui, &w->theme, &shows[i], r.w);
        BannerPress press = banner(&w->ui, &w->theme, &shows[i], (Rect){r.x, r.y, r.w, h});
        if (press) w->press = press;
        r.y += h + 10;
    }
}

static void go(Drawers *w) {
    if (w->click.task) w->selected = w->click.task;
    if (w->click.cursor != NEVER) w->at = w->click.cursor;
}

void drawers_draw(Drawers *w, DrawList *d, const char *what, Rect r, const Input *input, double now) {
    static const struct {
        const char *name;
        void (*draw)(Drawers *w, Rect r);
    } parts[] = {{"loop", draw_loop},     {"tasks", draw_tasks},     {"numbers", draw_numbers},
                 {"output", draw_output}, {"palette", draw_palette}, {"keys", draw_keys},
                 {"menu", draw_menu},     {"banner", draw_banner}};
    w->click = drawer_nothing();
    ui_begin(&w->ui, d, &w->theme.ui, input, now);
    draw_rect(d, (Rect){0, 0, (float)d->width, (float)d->height}, w->theme.colors[TOKEN_BG]);
    if (strcmp(what, "palette") && strcmp(what, "keys") && strcmp(what, "menu") && strcmp(what, "banner"))
        ui_panel(&w->ui, r, 16);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcmp(parts[i].name, what) == 0) parts[i].draw(w, r);
    ui_end(&w->ui);
    go(w);
}
