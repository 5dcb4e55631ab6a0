/* The kitchen at every moment of real runs: every live task is drawn once, alone or in a stack's count, no
 * words lie on others or outside of the panel, and the same moment is drawn the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gfx/font.h"
#include "loop/engine.h"
#include "view/kitchen_panel.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Played {
    char name[64];
    Program *program;
    Run *run;
    Model *model;
    Cast *cast;
} Played;

static bool swallow(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data, (void)stream, (void)bytes, (void)n;
    return true;
}

static bool play_text(Played *p, const char *name, const char *text, size_t len) {
    *p = (Played){.program = program_new(name, NULL, text, len)};
    snprintf(p->name, sizeof p->name, "%s", name);
    if (!program_ok(p->program)) {
        program_free(p->program);
        return false;
    }
    RunOptions options = {.record = true, .write = swallow};
    p->run = run_new(p->program, &options);
    while (run_advance(p->run, 1000000) == END_NONE) {
    }
    p->model = model_new(run_trace(p->run));
    model_follow(p->model);
    p->cast = cast_new(p->model);
    cast_follow(p->cast);
    return true;
}

static bool play_file(Played *p, const char *folder, const char *name) {
    static char text[1 << 18];
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    size_t len = fread(text, 1, sizeof text, f);
    fclose(f);
    return play_text(p, name, text, len);
}

static void stop(Played *p) {
    cast_free(p->cast);
    model_free(p->model);
    run_free(p->run);
    program_free(p->program);
}

/* --- every task once ------------------------------------------------------------------------------- */

static uint32_t live_tasks(const Played *p, Cursor at) {
    TaskId ids[256];
    uint32_t n = 0, first = 0, got;
    while ((got = moment_live(p->model, at, first, 256, ids))) {
        for (uint32_t i = 0; i < got; i++) n += !trace_task_at(run_trace(p->run), ids[i])->library;
        first += got;
    }
    return n;
}

static void assert_no_task_twice(const Scene *s) {
    for (uint32_t i = 0; i < s->plates.len; i++)
        for (uint32_t k = 0; k < i; k++) {
            TaskId task = s->plates.items[i].task;
            assert_false(task && task == s->plates.items[k].task);
        }
    for (uint32_t i = 0; i < s->things.len; i++)
        if (s->things.items[i].kind == THING_MENU && s->things.items[i].set)
            assert_null(scene_plate(s, s->things.items[i].task));
}

static uint32_t tasks_in(const Scene *s, uint32_t callbacks) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->plates.len; i++) {
        const ScenePlate *p = &s->plates.items[i];
        if (task_state_live(p->state)) n += 1 + p->more;
    }
    for (uint32_t i = 0; i < s->things.len; i++)
        if (s->things.items[i].kind == THING_MENU) n += s->things.items[i].set + s->things.items[i].waiting;
    return n - callbacks; /* they hang on the rail as well */
}

static void assert_all_there(const Played *p, const Scene *s) {
    MomentCounts counts = moment_counts(p->model, s->at);
    uint32_t want = live_tasks(p, s->at), have = tasks_in(s, counts.callbacks);
    if (want != have) print_error("%s at %u: %u live, %u drawn\n", p->name, s->at, want, have);
    assert_int_equal(want, have);
    assert_no_task_twice(s);
}

/* --- words ----------------------------------------------------------------------------------------- */

typedef struct Text {
    Rect at;
    const char *s;
    int len;
} Text;

static uint32_t texts_of(const DrawList *d, Fonts *fonts, Text *out, uint32_t most) {
    uint32_t n = 0;
    for (const DrawHead *a = draw_next(d, NULL); a && n < most; a = draw_next(d, a)) {
        if (a->kind != DRAW_TEXT) continue;
        const DrawText *t = (const DrawText *)a;
        const char *s = (const char *)(t + 1);
        float w = font_width(fonts, (FaceId)t->face, t->size, s, t->len);
        out[n++] = (Text){{t->at.x, t->at.y - 0.7f * t->size, w, 0.7f * t->size}, s, (int)t->len};
    }
    return n;
}

static bool overlap(Rect a, Rect b) {
    return a.x + 0.5f < b.x + b.w && b.x + 0.5f < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static void assert_words_apart(const Played *p, const Scene *s, const DrawList *d, Fonts *fonts, Rect panel) {
    Text texts[400];
    uint32_t n = texts_of(d, fonts, texts, 400);
    for (uint32_t i = 0; i < n; i++) {
        Rect r = texts[i].at;
        bool inside = r.x >= panel.x && r.y >= panel.y && r.x + r.w <= panel.x + panel.w &&
                      r.y + r.h <= panel.y + panel.h;
        if (!inside) print_error("%s at %u: \"%.*s\" is outside\n", p->name, s->at, texts[i].len, texts[i].s);
        assert_true(inside);
        for (uint32_t k = 0; k < i; k++) {
            if (!overlap(r, texts[k].at)) continue;
            print_error("%s at %u: \"%.*s\" lies on \"%.*s\"\n", p->name, s->at, texts[i].len, texts[i].s,
                        texts[k].len, texts[k].s);
            fail();
        }
    }
}

/* --- all of it ----------------------------------------------------------------------------------------- */

typedef struct Bench {
    Fonts *fonts;
    Theme theme;
    Scene scene, again;
    DrawList list, second;
    uint32_t moments;
} Bench;

static const struct {
    float w, h;
} sizes[] = {{1240, 520}, {1080, 520}, {1280, 520}, {1892, 780}, {500, 300}};

static void draw(Bench *b, DrawList *d, const Showing *show, const Scene *s, Rect panel) {
    draw_begin(d, b->fonts, (int32_t)panel.w + 20, (int32_t)panel.h + 20, 1);
    kitchen_draw(d, show, s, panel);
}

/* `turn`: in which size, language and words. */
static void assert_way(Bench *b, const Played *p, Cursor at, uint32_t turn) {
    size_t size = turn % (sizeof sizes / sizeof *sizes);
    Rect panel = {10, 10, sizes[size].w, sizes[size].h};
    Showing show = {.theme = &b->theme,
                    .model = p->model,
                    .lang = turn / 5 % 2 ? LANG_FR : LANG_EN,
                    .asyncio_words = turn / 10 % 2};
    scene_make(&b->scene, p->model, p->cast, at, kitchen_width(panel));
    assert_all_there(p, &b->scene);
    draw(b, &b->list, &show, &b->scene, panel);
    assert_words_apart(p, &b->scene, &b->list, b->fonts, panel);
    if (b->moments % 7) return;
    scene_make(&b->again, p->model, p->cast, at, kitchen_width(panel));
    draw(b, &b->second, &show, &b->again, panel);
    assert_true(draw_same(&b->list, &b->second));
}

/* In one way after another, and now and then in all. */
static void assert_moment(Bench *b, const Played *p, Cursor at) {
    uint32_t moment = b->moments++, ways = moment % 12 == 0 ? 20 : 1;
    for (uint32_t i = 0; i < ways; i++) assert_way(b, p, at, moment + i);
}

static void assert_run(Bench *b, const Played *p, uint32_t most) {
    uint32_t end = model_end(p->model), step = end / most + 1;
    for (Cursor at = 0; at <= end; at += step) assert_moment(b, p, at);
    assert_moment(b, p, end);
}

static void assert_folder(Bench *b, const char *folder, uint32_t every, uint32_t most) {
    struct dirent **files;
    int n = scandir(folder, &files, NULL, alphasort);
    assert_true(n > 0);
    for (int i = 0, nth = 0; i < n; i++) {
        Played p;
        size_t len = strlen(files[i]->d_name);
        bool python = len > 3 && strcmp(files[i]->d_name + len - 3, ".py") == 0;
        if (python && nth++ % (int)every == 0 && play_file(&p, folder, files[i]->d_name)) {
            assert_run(b, &p, most);
            stop(&p);
        }
        free(files[i]);
    }
    free(files);
}

static void test_scenarios(void **state) {
    assert_folder(*state, TOQUE_ASSETS "/../scenarios", 1, 1000);
}

static void test_programs(void **state) {
    assert_folder(*state, TOQUE_ASSETS "/../tests/asyncio", 5, 40);
}

static const char *const crowds[] = {
    /* many of everything */
    "import asyncio\n"
    "locks = [asyncio.Lock() for _ in range(9)]\n"
    "stoves = [asyncio.Semaphore(n) for n in range(1, 7)]\n"
    "passes = [asyncio.Queue(maxsize=n) for n in range(6)]\n"
    "bells = [asyncio.Event() for _ in range(5)]\n"
    "tray = asyncio.Barrier(4)\n"
    "async def cook(i):\n"
    "    async with locks[i % 9]:\n"
    "        await asyncio.sleep(0.1 * (i % 5) + 0.1)\n"
    "    async with stoves[i % 6]:\n"
    "        await asyncio.sleep(1)\n"
    "        await passes[i % 6].put(f'dish {i}')\n"
    "    await passes[i % 5].get()\n"
    "    await asyncio.wait_for(bells[i % 5].wait(), 9)\n"
    "    await tray.wait()\n"
    "async def main():\n"
    "    async with asyncio.TaskGroup() as tg:\n"
    "        for i in range(60): tg.create_task(cook(i), name=f'a cook with a long name {i}')\n"
    "        await asyncio.sleep(8)\n"
    "        for bell in bells: bell.set()\n"
    "asyncio.run(main())\n",
    /* one thing alone, and many before it */
    "import asyncio\n"
    "knife = asyncio.Lock()\n"
    "net = asyncio.Semaphore(50)\n"
    "pages = asyncio.Queue(maxsize=20)\n"
    "async def fetch(i):\n"
    "    async with net:\n"
    "        await asyncio.sleep(0.1 + i % 7 / 100)\n"
    "    await pages.put(i)\n"
    "async def read():\n"
    "    while True:\n"
    "        await pages.get()\n"
    "        async with knife: await asyncio.sleep(0.001)\n"
    "        pages.task_done()\n"
    "async def main():\n"
    "    crew = [asyncio.create_task(read()) for _ in range(30)]\n"
    "    await asyncio.gather(*(fetch(i) for i in range(1500)))\n"
    "    await pages.join()\n"
    "    for one in crew: one.cancel()\n"
    "asyncio.run(main())\n",
    /* those who wait for each other, other cooks, what burns and what is forgotten */
    "import asyncio, time\n"
    "ready = asyncio.Condition()\n"
    "async def leaf(n):\n"
    "    await asyncio.sleep(n / 10)\n"
    "    if n == 3: raise ValueError('burnt')\n"
    "async def mid(n): await asyncio.gather(*(leaf(i) for i in range(n)), return_exceptions=True)\n"
    "async def top(n): await asyncio.create_task(mid(n))\n"
    "async def helper(n): await asyncio.to_thread(time.sleep, n)\n"
    "async def fan():\n"
    "    async with ready: await ready.wait()\n"
    "async def forgotten(): pass\n"
    "async def main():\n"
    "    forgotten()\n"
    "    print('forgotten')\n"
    "    loop = asyncio.get_running_loop()\n"
    "    future = loop.create_future()\n"
    "    loop.call_later(1.5, future.set_result, 1)\n"
    "    for i in range(9): loop.call_soon(len, '')\n"
    "    fans = [asyncio.create_task(fan()) for _ in range(7)]\n"
    "    helpers = [asyncio.create_task(helper(n / 2)) for n in range(8)]\n"
    "    tops = [asyncio.create_task(top(n)) for n in (3, 5, 14)]\n"
    "    burnt = asyncio.create_task(leaf(3))\n"
    "    try: await burnt\n"
    "    except ValueError: time.sleep(0.2)\n"
    "    await future\n"
    "    async with ready: ready.notify(3)\n"
    "    await asyncio.sleep(1)\n"
    "    async with ready: ready.notify_all()\n"
    "    await asyncio.gather(*fans, *helpers, *tops)\n"
    "asyncio.run(main())\n",
};

static void test_crowds(void **state) {
    for (size_t i = 0; i < sizeof crowds / sizeof *crowds; i++) {
        Played p;
        assert_true(play_text(&p, "crowd.py", crowds[i], strlen(crowds[i])));
        assert_run(*state, &p, 300);
        stop(&p);
    }
}

/* --- from moment to moment -------------------------------------------------------------------------- */

typedef struct Stage {
    Bench *bench;
    Played played;
    Ui ui;
    KitchenPanel panel;
    Showing show;
    double now;
    KitchenAct act;
} Stage;

static const char two_dishes[] = "import asyncio\n"
                                 "async def soup(): await asyncio.sleep(1)\n"
                                 "async def main(): await asyncio.gather(soup(), soup())\n"
                                 "asyncio.run(main())\n";

static void enter(Stage *s, Cursor at, Input in) {
    Bench *b = s->bench;
    draw_begin(&b->list, b->fonts, 1260, 540, 1);
    ui_begin(&s->ui, &b->list, &b->theme.ui, &in, s->now);
    s->act = kitchen_panel(&s->ui, &s->panel, &s->show, s->played.cast, at, (Rect){10, 10, 1240, 520});
    ui_end(&s->ui);
}

static void open_stage(Stage *s, Bench *b) {
    *s = (Stage){.bench = b, .now = 1000};
    assert_true(play_text(&s->played, "two.py", two_dishes, strlen(two_dishes)));
    s->show = (Showing){.theme = &b->theme, .model = s->played.model};
}

static void close_stage(Stage *s) {
    kitchen_panel_deinit(&s->panel);
    ui_deinit(&s->ui);
    stop(&s->played);
}

static void tick(Stage *s, Cursor at, double now) {
    s->now = now;
    enter(s, at, (Input){.kind = INPUT_TICK});
}

static void test_travels_and_rests(void **state) {
    Stage s;
    open_stage(&s, *state);
    Cursor one = model_turn(s.played.model, 1).begun, two = model_turn(s.played.model, 2).begun;
    DrawList rest = {0};
    tick(&s, two, 1000);
    assert_true(s.ui.wake == 0); /* what is there first does not travel */
    tick(&s, one, 2000);
    assert_true(s.ui.wake > 0);
    tick(&s, one, 2150);
    assert_true(s.ui.wake > 0);
    tick(&s, one, 3000);
    assert_true(s.ui.wake == 0); /* nothing moves when nothing happens */
    tick(&s, two, 4000);
    assert_true(s.ui.wake > 0);
    tick(&s, one, 4010); /* in a hurry: the first move is over, the second one begins */
    tick(&s, two, 4020);
    tick(&s, two, 9000);
    assert_true(s.ui.wake == 0);
    draw_begin(&rest, s.bench->fonts, 1260, 540, 1);
    kitchen_draw(&rest, &s.show, &s.panel.scene, (Rect){10, 10, 1240, 520});
    assert_true(draw_same(&rest, &s.bench->list));
    draw_deinit(&rest);
    close_stage(&s);
}

static void test_stands_still(void **state) {
    Stage s;
    open_stage(&s, *state);
    Theme still = s.bench->theme;
    still.choice.still = true;
    s.show.theme = &still;
    tick(&s, model_turn(s.played.model, 1).begun, 1000);
    tick(&s, model_turn(s.played.model, 3).begun, 2000);
    assert_true(s.ui.wake == 0);
    close_stage(&s);
}

static void test_chooses(void **state) {
    Stage s;
    open_stage(&s, *state);
    Cursor at = model_turn(s.played.model, 2).begun;
    tick(&s, at, 1000);
    const ScenePlate *p = &s.panel.scene.plates.items[0];
    KitchenPlace place = kitchen_place(&s.panel.scene, (Rect){10, 10, 1240, 520});
    Point middle = rect_middle(scene_plate_rect(p));
    TaskId task = p->task;
    Input press = {
        .kind = INPUT_PRESS,
        .mouse = {{place.x + middle.x * place.scale, place.y + middle.y * place.scale}, BUTTON_LEFT, 1}};
    enter(&s, at, press);
    press.kind = INPUT_RELEASE;
    enter(&s, at, press);
    assert_true(s.act.chosen);
    assert_int_equal(s.act.task, task);
    s.panel.walked = (KitchenSpot){{0}, 0, 0};
    enter(&s, at, (Input){.kind = INPUT_KEY, .key = {KEY_TAB, false}});
    assert_int_equal(s.ui.focus, ui_id("kitchen"));
    enter(&s, at, (Input){.kind = INPUT_KEY, .key = {KEY_RIGHT, false}});
    assert_true(s.panel.walked.task || s.panel.walked.object);
    enter(&s, at, (Input){.kind = INPUT_KEY, .key = {KEY_ENTER, false}});
    assert_true(s.act.chosen);
    assert_int_equal(s.act.task, s.panel.walked.task);
    close_stage(&s);
}

/* --- ------------------------------------------------------------------------------------------------ */

static int set_up(void **state) {
    static Lacks lacks;
    Bench *b = calloc(1, sizeof *b);
    b->fonts = fonts_new(TOQUE_ASSETS "/fonts", &lacks);
    theme_init(&b->theme, (ThemeChoice){.text = 1});
    *state = b;
    return 0;
}

static int tear_down(void **state) {
    Bench *b = *state;
    scene_deinit(&b->scene);
    scene_deinit(&b->again);
    draw_deinit(&b->list);
    draw_deinit(&b->second);
    fonts_free(b->fonts);
    free(b);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scenarios),    cmocka_unit_test(test_programs),
        cmocka_unit_test(test_crowds),       cmocka_unit_test(test_travels_and_rests),
        cmocka_unit_test(test_stands_still), cmocka_unit_test(test_chooses),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
