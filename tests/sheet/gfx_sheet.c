/* gfx_sheet OUT.png [light|dark|contrast] [SCALE] [panels [TEXT [LANG]]]: the specimen sheet, or the
 * bars and panels, as a picture, without a display. */
#include "gfx/picture.h"
#include "sheet/panels.h"
#include "sheet/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ThemeId theme_named(const char *name) {
    static const char *const names[THEME_COUNT] = {"light", "dark", "contrast"};
    for (int i = 0; i < THEME_COUNT; i++)
        if (strcmp(names[i], name) == 0) return (ThemeId)i;
    return THEME_LIGHT;
}

static const char *argument(int argc, char **argv, int i, const char *otherwise) {
    return argc > i ? argv[i] : otherwise;
}

static void draw_sheet(DrawList *list, ThemeChoice choice) {
    Sheet sheet;
    sheet_init(&sheet, choice);
    Input inputs[] = {
        {.kind = INPUT_TICK}, {.kind = INPUT_KEY, .key = {.key = KEY_TAB}}, {.kind = INPUT_TICK}};
    DrawState fresh = list->now;
    for (int i = 0; i < 3; i++) {
        draw_begin(list, list->fonts, list->width, list->height, fresh.scale);
        sheet_draw(&sheet, list, &inputs[i], 1000.0 * i);
    }
    sheet_deinit(&sheet);
}

static void draw_panels(DrawList *list, ThemeChoice choice, Lang lang) {
    Panels panels;
    panels_init(&panels, choice, lang);
    Input tick = {.kind = INPUT_TICK};
    float scale = list->now.scale;
    for (int i = 0; i < 2; i++) {
        draw_begin(list, list->fonts, list->width, list->height, scale);
        panels_draw(&panels, list, (float)list->width / scale, (float)list->height / scale, &tick,
                    1000.0 * i);
    }
    panels_deinit(&panels);
}

int main(int argc, char **argv) {
    if (argc < 2)
        return fprintf(stderr, "gfx_sheet OUT.png [light|dark|contrast] [SCALE] [panels [TEXT [LANG]]]\n"), 2;
    float scale = (float)atof(argument(argc, argv, 3, "1"));
    ThemeChoice choice = {.id = theme_named(argument(argc, argv, 2, "light")),
                          .text = (float)atof(argument(argc, argv, 5, "1"))};
    int32_t width = (int32_t)(SHEET_WIDTH * scale), height = (int32_t)(SHEET_HEIGHT * scale);
    Pencil pencil;
    pencil_init(&pencil, TOQUE_ASSETS);
    DrawList list = {0};
    draw_begin(&list, pencil.fonts, width, height, scale);
    if (argc > 4) draw_panels(&list, choice, lang_from_name(argument(argc, argv, 6, "en")));
    else draw_sheet(&list, choice);
    Picture picture;
    picture_init(&picture, width, height);
    Canvas canvas = picture_canvas(&picture);
    pencil_draw(&pencil, &canvas, &list);
    char reason[200];
    bool saved = picture_save_png(&picture, argv[1], reason, sizeof reason);
    if (!saved) fprintf(stderr, "%s: %s\n", argv[1], reason);
    picture_deinit(&picture);
    draw_deinit(&list);
    pencil_deinit(&pencil);
    return saved ? 0 : 1;
}
