/* What a frame costs while a run plays, at 1920×1080, drawn and painted in software by the code that
 * the window uses, on one core: bench_frames [--events N] [--minutes N] FILE.py…
 *
 * Of each file: the time from its name to the first picture painted, then frames at 60 a second of
 * playing from the start, from the middle, with the timeline alone, and in a presentation. Times are
 * of the processor. With --minutes the run plays that long, again and again, and the memory that is
 * taken is told for each tenth of it. */
#include "desk/desk_parts.h"
#include "gfx/damage.h"
#include "gfx/picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { WIDTH = 1920, HEIGHT = 1080, FRAMES = 600 };
#define FRAME_MS (1000.0 / 60)

typedef struct Stand {
    Places places;
    Desk desk;
    Pencil pencil;
    DrawList list;
    Damage damage;
    Picture picture;
    double now; /* of the playing, in milliseconds */
    double took[FRAMES];
} Stand;

static double cpu(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* As window.c does it: what changed is painted. */
static void paint(Stand *s) {
    Canvas canvas = picture_canvas(&s->picture);
    damage_find(&s->damage, &s->list);
    for (uint32_t i = 0; i < s->damage.boxes.len; i++) {
        canvas.clip = s->damage.boxes.items[i];
        pencil_draw(&s->pencil, &canvas, &s->list);
    }
}

static double frame(Stand *s) {
    double start = cpu();
    Input in = {.kind = INPUT_TICK};
    DeskFrame f = {&s->list, s->pencil.fonts, WIDTH, HEIGHT, s->now};
    desk_pass(&s->desk, &in, &f);
    paint(s);
    s->now += FRAME_MS;
    return cpu() - start;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void play(Stand *s, const char *what, Cursor from) {
    player_go(&s->desk.player, s->desk.session->model, from);
    for (int i = 0; i < 30; i++) frame(s); /* what comes into sight for the first time */
    player_play(&s->desk.player, s->desk.session->model, s->now);
    for (int i = 0; i < FRAMES; i++) {
        if (!s->desk.player.playing) player_play(&s->desk.player, s->desk.session->model, s->now);
        s->took[i] = frame(s);
    }
    qsort(s->took, FRAMES, sizeof *s->took, by_size);
    printf("  %-34s median %5.2f ms, 99 of 100 under %5.2f, most %5.2f\n", what, s->took[FRAMES / 2],
           s->took[FRAMES * 99 / 100], s->took[FRAMES - 1]);
    fflush(stdout);
}

static long memory_kb(void) {
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    return use.ru_maxrss;
}

/* What the program holds now, of what it ever held. */
static long held_kb(void) {
    long pages = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (f && fscanf(f, "%*d %ld", &pages) != 1) pages = 0;
    if (f) fclose(f);
    return pages * 4;
}

static void play_long(Stand *s, uint32_t minutes) {
    uint32_t frames = minutes * 60 * 60;
    s->desk.player.speed = PLAYER_SPEEDS - 1;
    for (uint32_t i = 0; i < frames; i++) {
        if (!s->desk.player.playing) player_play(&s->desk.player, s->desk.session->model, s->now);
        frame(s);
        if (i % (frames / 10) == 0) printf("  after %4u minutes %30ld kB\n", i / 3600, held_kb());
        fflush(stdout);
    }
}

static void measure(Stand *s, const char *file, uint32_t events) {
    double start = cpu();
    if (!desk_open(&s->desk, file)) {
        fprintf(stderr, "%s: %s\n", file, buf_cstr(&s->desk.notice));
        exit(2);
    }
    frame(s);
    printf("%s\n  %-34s %.1f ms\n", file, "first picture", cpu() - start);
    s->desk.session->whole = events > 0;
    const Model *m = s->desk.session->model;
    while (desk_work(&s->desk) && (events == 0 || model_end(m) < events)) continue;
    printf("  %-34s %u, tasks %u\n", "events", model_end(m), moment_tasks_made(m, model_end(m)));
    s->desk.session->stopped = true;
    buf_clear(&s->desk.notice);
    Cursor middle = model_end(m) / 2;
    play(s, "playing from the start", 0);
    play(s, "playing from the middle", middle);
    s->desk.player.speed = PLAYER_SPEEDS - 1;
    play(s, "playing at 16", middle);
    s->desk.player.speed = PLAYER_NORMAL;
    s->desk.full = PANEL_TIMELINE;
    play(s, "the timeline alone", middle);
    s->desk.full = PANEL_NONE;
    desk_do(&s->desk, ACTION_PRESENT, s->now);
    play(s, "presentation", middle);
    desk_do(&s->desk, ACTION_PRESENT, s->now);
    printf("  %-34s %ld MB\n", "memory at most", memory_kb() / 1024);
}

int main(int argc, char **argv) {
    static Stand s;
    Preferences prefs;
    uint32_t events = 0, minutes = 0;
    preferences_init(&prefs);
    places_find(&s.places, argv[0]);
    pencil_init(&s.pencil, s.places.assets);
    picture_init(&s.picture, WIDTH, HEIGHT);
    desk_init(&s.desk, &s.places, &prefs, LANG_EN);
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--events") == 0 && i + 1 < argc) events = (uint32_t)strtoul(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--minutes") == 0 && i + 1 < argc)
            minutes = (uint32_t)strtoul(argv[++i], NULL, 10);
        else measure(&s, argv[i], events);
        if (minutes && s.desk.session) play_long(&s, minutes);
    }
    desk_deinit(&s.desk);
    damage_deinit(&s.damage);
    draw_deinit(&s.list);
    picture_deinit(&s.picture);
    pencil_deinit(&s.pencil);
    places_deinit(&s.places);
    return 0;
}
