#include "view/theme.h"

#include <string.h>

static const Color tokens[TOKEN_COUNT][THEME_COUNT] = {
#define TOKEN(id, light, dark, contrast) [TOKEN_##id] = {light, dark, contrast},
#include "view/theme_tokens.def"
#undef TOKEN
};

static const Hue hues[HUE_COUNT][2] = {
#define HUE(id, b, d, p, db, dd, dp) [HUE_##id] = {{b, d, p}, {db, dd, dp}},
#include "view/theme_hues.def"
#undef HUE
};

static const float sizes[SIZE_COUNT][2] = {
#define SIZE(id, window, presentation) [SIZE_##id] = {window, presentation},
#include "view/theme_type.def"
#undef SIZE
};

static const Look looks[LOOK_COUNT] = {
#define LOOK(id, glyph, rim, lane, height, size, pitch) [LOOK_##id] = {glyph, rim, lane, height, size, pitch},
#include "view/theme_states.def"
#undef LOOK
};

typedef struct Home {
    const char *sprite;
    HueId hue;
} Home;

static const Home homes[] = {
    {"pizza", HUE_ORANGE}, {"soup", HUE_SKY},      {"salad", HUE_GREEN}, {"bread", HUE_YELLOW},
    {"sauce", HUE_ROSE},   {"fish", HUE_BLUE},     {"tea", HUE_AQUA},    {"dessert", HUE_LAVENDER},
    {"cake", HUE_INDIGO},  {"egg", HUE_PISTACHIO}, {"menu", HUE_COCOA},  {"tray", HUE_PLUM},
};

static UiStyle style_of(const Theme *t) {
    const Color *c = t->colors;
    return (UiStyle){.bg = c[TOKEN_BG],
                     .surface = c[TOKEN_SURFACE],
                     .sunken = c[TOKEN_SUNKEN],
                     .line = c[TOKEN_LINE],
                     .line2 = c[TOKEN_LINE2],
                     .ink = c[TOKEN_INK],
                     .ink2 = c[TOKEN_INK2],
                     .accent = c[TOKEN_ACCENT],
                     .accent_ink = c[TOKEN_ACCENT_INK],
                     .accent_pale = c[TOKEN_ACCENT_PALE],
                     .hairline = 1.5f,
                     .outline = 2,
                     .text = t->type[SIZE_BODY],
                     .small = t->type[SIZE_SMALL],
                     .still = t->choice.still};
}

void theme_init(Theme *t, ThemeChoice choice) {
    choice.text = choice.text >= 1 ? gfx_min(choice.text, TEXT_SCALE_MOST) : 1;
    t->choice = choice;
    for (int i = 0; i < TOKEN_COUNT; i++) t->colors[i] = tokens[i][choice.id];
    for (int i = 0; i < HUE_COUNT; i++) t->hues[i] = hues[i][choice.id != THEME_LIGHT];
    for (int i = 0; i < SIZE_COUNT; i++) t->type[i] = sizes[i][choice.presentation] * choice.text;
    t->ui = style_of(t);
}

const Look *theme_look(LookId look) {
    return &looks[look];
}

Color theme_on(const Theme *t, Color ground) {
    float white = color_contrast(0xFFFFFFFFu, ground);
    Color dark = t->colors[TOKEN_ON_LIGHT_HUE];
    return white >= 4.5f || white > color_contrast(dark, ground) ? 0xFFFFFFFFu : dark;
}

HueId theme_home_hue(const char *sprite) {
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
        if (strcmp(homes[i].sprite, sprite) == 0) return homes[i].hue;
    return HUE_COUNT;
}
