/* gfx_sheet OUT.png [light|dark|contrast] [SCALE]: the specimen sheet as a picture, without a display. */
#include "gfx/picture.h"
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

int main(int argc, char **argv) {
    if (argc < 2) return fprintf(stderr, "gfx_sheet OUT.png [light|dark|contrast] [SCALE]\n"), 2;
    float scale = argc > 3 ? (float)atof(argv[3]) : 1;
    Pencil pencil;
    pencil_init(&pencil, TOQUE_ASSETS);
    Sheet sheet;
    sheet_init(&sheet, (ThemeChoice){.id = theme_named(argc > 2 ? argv[2] : "light"), .text = 1});
    int32_t width = (int32_t)(SHEET_WIDTH * scale), height = (int32_t)(SHEET_HEIGHT * scale);
    DrawList list = {0};
    Input inputs[] = {
        {.kind = INPUT_TICK}, {.kind = INPUT_KEY, .key = {.key = KEY_TAB}}, {.kind = INPUT_TICK}};
    for (int i = 0; i < 3; i++) {
        draw_begin(&list, pencil.fonts, width, height, scale);
        sheet_draw(&sheet, &list, &inputs[i], 1000.0 * i);
    }
    Picture picture;
    picture_init(&picture, width, height);
    Canvas canvas = picture_canvas(&picture);
    pencil_draw(&pencil, &canvas, &list);
    char reason[200];
    bool saved = picture_save_png(&picture, argv[1], reason, sizeof reason);
    if (!saved) fprintf(stderr, "%s: %s\n", argv[1], reason);
    picture_deinit(&picture);
    draw_deinit(&list);
    sheet_deinit(&sheet);
    pencil_deinit(&pencil);
    return saved ? 0 : 1;
}
