/* scene_bench FILE.py: what the kitchen of a moment costs, in processor time, at two hundred moments of a run:
 * finding where everything stands, and the list of what is drawn. */
#include "gfx/font.h"
#include "loop/engine.h"
#include "view/kitchen.h"

#include <stdio.h>
#include <time.h>

enum { MOMENTS = 200 };

static double cpu_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool swallow(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data, (void)stream, (void)bytes, (void)n;
    return true;
}

static Run *play(const char *path) {
    static char text[1 << 20];
    FILE *f = fopen(path, "rb");
    if (!f) return NULL;
    size_t len = fread(text, 1, sizeof text, f);
    fclose(f);
    Program *program = program_new(path, path, text, len); /* as long as the process */
    if (!program_ok(program)) return NULL;
    RunOptions options = {.record = true, .write = swallow, .memory = (size_t)2 << 30};
    Run *run = run_new(program, &options);
    while (run_advance(run, 1 << 20) == END_NONE) {
    }
    return run;
}

typedef struct Cost {
    double sum, worst;
} Cost;

static void add(Cost *c, double ms) {
    c->sum += ms;
    if (ms > c->worst) c->worst = ms;
}

static void measure(const Model *m, const Cast *cast, Cost *scenes, Cost *lists) {
    Lacks lacks = {0};
    Theme theme;
    Scene scene = {0};
    DrawList list = {0};
    Fonts *fonts = fonts_new(TOQUE_ASSETS "/fonts", &lacks);
    theme_init(&theme, (ThemeChoice){.text = 1});
    Showing show = {.theme = &theme, .model = m};
    for (int i = 0; i <= MOMENTS; i++) {
        double begun = cpu_ms();
        scene_make(&scene, m, cast, (Cursor)((uint64_t)model_end(m) * (uint64_t)i / MOMENTS), 1240);
        double made = cpu_ms();
        draw_begin(&list, fonts, 1240, 520, 1);
        kitchen_draw(&list, &show, &scene, (Rect){0, 0, 1240, 520});
        add(scenes, made - begun);
        if (i) add(lists, cpu_ms() - made); /* the first one loads the fonts */
    }
    scene_deinit(&scene);
    draw_deinit(&list);
    fonts_free(fonts);
}

int main(int argc, char **argv) {
    Run *run = argc == 2 ? play(argv[1]) : NULL;
    if (!run) {
        fprintf(stderr, "scene_bench FILE.py\n");
        return 2;
    }
    Model *model = model_new(run_trace(run));
    model_follow(model);
    double begun = cpu_ms();
    Cast *cast = cast_new(model);
    cast_follow(cast);
    printf("%u events, %u tasks; cast in %.1f ms\n", model_end(model), trace_tasks(run_trace(run)),
           cpu_ms() - begun);
    Cost scenes = {0}, lists = {0};
    measure(model, cast, &scenes, &lists);
    printf("a scene   mean %6.3f ms   worst %6.3f ms\n", scenes.sum / MOMENTS, scenes.worst);
    printf("its list  mean %6.3f ms   worst %6.3f ms\n", lists.sum / MOMENTS, lists.worst);
    cast_free(cast);
    model_free(model);
    run_free(run);
    return 0;
}
