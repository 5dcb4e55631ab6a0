/* frame_bench: what a full-screen frame costs, in processor time, with the software renderer, at 1920×1080. The list is
 * the specimen sheet's, which has more on it than any panel. */
#include "gfx/damage.h"
#include "gfx/picture.h"
#include "gfx/window.h"
#include "sheet/sheet.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { FRAMES = 120 };

/* Of this process: what else the machine does is not counted. */
static double cpu_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void report(const char *what, double *times) {
    qsort(times, FRAMES, sizeof *times, by_value);
    printf("%-44s median %6.2f ms   99th %6.2f ms\n", what, times[FRAMES / 2], times[FRAMES * 99 / 100]);
}

typedef struct Bench {
    Pencil pencil;
    Sheet sheet;
    DrawList list;
    double times[FRAMES];
} Bench;

static void build(Bench *b, double now) {
    Input tick = {.kind = INPUT_TICK};
    draw_begin(&b->list, b->pencil.fonts, SHEET_WIDTH, SHEET_HEIGHT, 1);
    sheet_draw(&b->sheet, &b->list, &tick, now);
}

static void time_lists(Bench *b) {
    for (int i = 0; i < FRAMES; i++) {
        double from = cpu_ms();
        build(b, 16.0 * i);
        b->times[i] = cpu_ms() - from;
    }
    report("building the list", b->times);
    printf("%u commands, %zu bytes\n", b->list.count, b->list.bytes.len);
}

static void time_damage(Bench *b) {
    Damage damage = {0};
    for (int i = 0; i < FRAMES; i++) {
        double from = cpu_ms();
        damage_find(&damage, &b->list);
        b->times[i] = cpu_ms() - from;
    }
    report("finding that nothing changed", b->times);
    damage_deinit(&damage);
}

static void time_painting(Bench *b) {
    Picture picture;
    picture_init(&picture, SHEET_WIDTH, SHEET_HEIGHT);
    Canvas canvas = picture_canvas(&picture);
    double from = cpu_ms();
    pencil_draw(&b->pencil, &canvas, &b->list);
    printf("%-44s        %6.2f ms\n", "the first frame: glyphs and sprites too", cpu_ms() - from);
    for (int i = 0; i < FRAMES; i++) {
        from = cpu_ms();
        pencil_draw(&b->pencil, &canvas, &b->list);
        b->times[i] = cpu_ms() - from;
    }
    report("painting all of it", b->times);
    picture_deinit(&picture);
}

/* A dish of 160 pixels travels over the sheet: what is damaged is painted and shown. */
static void time_window(Bench *b) {
    Lack lack;
    Window *w = window_open(&(WindowOptions){"bench", SHEET_WIDTH, SHEET_HEIGHT, 0, 0, true}, &lack);
    if (!w) {
        printf("no display: the window was not timed\n");
        return;
    }
    for (int whole = 0; whole < 2; whole++) {
        for (int i = 0; i < FRAMES; i++) {
            double from = cpu_ms();
            build(b, 5000);
            draw_sprite(&b->list, "pizza", (Rect){300 + 4 * (float)i, 300, 160, 160}, 0xFFFFFFFF);
            draw_rect(&b->list, (Rect){0, 0, 1920, 1080}, whole ? (Color)(i + 1) << 24 : 0);
            window_show(w, &b->pencil, &b->list);
            b->times[i] = cpu_ms() - from;
        }
        report(whole ? "shown in a window, all of it changed" : "shown in a window, one dish moves",
               b->times);
    }
    window_close(w);
}

int main(void) {
    Bench b = {0};
    pencil_init(&b.pencil, TOQUE_ASSETS);
    sheet_init(&b.sheet, (ThemeChoice){.text = 1});
    time_lists(&b);
    time_damage(&b);
    time_painting(&b);
    time_window(&b);
    printf("kept: %zu kB of glyphs, %zu kB of sprites\n", fonts_bytes(b.pencil.fonts) >> 10,
           sprites_bytes(b.pencil.sprites) >> 10);
    draw_deinit(&b.list);
    sheet_deinit(&b.sheet);
    pencil_deinit(&b.pencil);
    return 0;
}
