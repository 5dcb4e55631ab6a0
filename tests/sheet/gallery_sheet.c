/* gallery_sheet OUT.png [THEME [WIDTH HEIGHT [TEXT [LANG [QUERY [FILE…]]]]]]: the gallery of what
 * comes with the program, as a picture. FILEs are the user's own. */
#include "desk/library.h"
#include "gfx/picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *argument(int argc, char **argv, int i, const char *otherwise) {
    return argc > i ? argv[i] : otherwise;
}

static ThemeId theme_named(const char *name) {
    static const char *const names[THEME_COUNT] = {"light", "dark", "contrast"};
    for (int i = 0; i < THEME_COUNT; i++)
        if (strcmp(names[i], name) == 0) return (ThemeId)i;
    return THEME_LIGHT;
}

typedef struct Sheet {
    Ui ui;
    Theme theme;
    GalleryPanel panel;
    GalleryShow show;
    DrawList list;
    float scale;
} Sheet;

static void pass(Sheet *s, double now) {
    Input tick = {.kind = INPUT_TICK};
    draw_begin(&s->list, s->list.fonts, s->list.width, s->list.height, s->scale);
    ui_begin(&s->ui, &s->list, &s->theme.ui, &tick, now);
    Rect all = {0, 0, (float)s->list.width / s->scale, (float)s->list.height / s->scale};
    gallery_panel(&s->ui, &s->theme, &s->panel, &s->show, all);
    ui_end(&s->ui);
}

static Library *known(const Places *places, Lang lang, char **own, int count) {
    Library *l = library_new(lang);
    library_scan(l, places, own, count);
    while (library_advance(l, 1000000)) {
    }
    return l;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int32_t width = atoi(argument(argc, argv, 3, "1920")), height = atoi(argument(argc, argv, 4, "1080"));
    Sheet s = {.show.lang = lang_from_name(argument(argc, argv, 6, "en"))};
    theme_init(&s.theme, (ThemeChoice){.id = theme_named(argument(argc, argv, 2, "light")),
                                       .text = (float)atof(argument(argc, argv, 5, "1"))});
    Places places;
    places_find(&places, NULL);
    Library *library = known(&places, s.show.lang, argv + 8, argc > 8 ? argc - 8 : 0);
    s.show.cards = library_cards(library, &s.show.count);
    field_set(&s.panel.search, argument(argc, argv, 7, ""));
    s.scale = gfx_max(0.62f, gfx_min((float)width / 1920, (float)height / 1080));
    Pencil pencil;
    pencil_init(&pencil, places.assets);
    draw_begin(&s.list, pencil.fonts, width, height, s.scale);
    for (int i = 0; i < 3; i++) pass(&s, 1000.0 * i);
    Picture picture;
    picture_init(&picture, width, height);
    Canvas canvas = picture_canvas(&picture);
    pencil_draw(&pencil, &canvas, &s.list);
    char reason[200];
    bool saved = picture_save_png(&picture, argv[1], reason, sizeof reason);
    if (!saved) fprintf(stderr, "%s: %s\n", argv[1], reason);
    picture_deinit(&picture);
    pencil_deinit(&pencil);
    draw_deinit(&s.list);
    ui_deinit(&s.ui);
    gallery_deinit(&s.panel);
    library_free(library);
    places_deinit(&places);
    return saved ? 0 : 1;
}
