/* The look as tables: colours by theme, the hues of tasks, sizes of type, how each state is drawn.
 * Views ask here and nowhere else, so that a theme is a column of theme_tokens.def. */
#ifndef TOQUE_VIEW_THEME_H
#define TOQUE_VIEW_THEME_H

#include "ui/ui.h"

typedef enum ThemeId { THEME_LIGHT, THEME_DARK, THEME_CONTRAST, THEME_COUNT } ThemeId;

typedef enum TokenId {
#define TOKEN(id, light, dark, contrast) TOKEN_##id,
#include "view/theme_tokens.def"
#undef TOKEN
    TOKEN_COUNT
} TokenId;

typedef enum HueId {
#define HUE(id, b, d, p, db, dd, dp) HUE_##id,
#include "view/theme_hues.def"
#undef HUE
    HUE_COUNT
} HueId;

typedef struct Hue {
    Color base; /* fills, rims, patterns */
    Color deep; /* the edge around base; the only one used for text */
    Color pale; /* pills and long waits */
} Hue;

typedef enum SizeId {
#define SIZE(id, window, presentation) SIZE_##id,
#include "view/theme_type.def"
#undef SIZE
    SIZE_COUNT
} SizeId;

typedef enum Rim {
    RIM_SOLID,
    RIM_THIN_DASHED,
    RIM_BLOCKS,
    RIM_DOTS,
    RIM_DASH_DOT,
    RIM_DOUBLE,
    RIM_PALE,
    RIM_TOOTHED,
} Rim;

typedef enum LaneLook {
    LANE_NOTHING,
    LANE_OUTLINE,
    LANE_HATCH,
    LANE_SOLID,
    LANE_STARES,
    LANE_PILL,
    LANE_BARS,
    LANE_DOTS,
    LANE_DASH_DOT,
    LANE_THREAD,
} LaneLook;

typedef enum LookId {
#define LOOK(id, glyph, rim, lane, height, size, pitch) LOOK_##id,
#include "view/theme_states.def"
#undef LOOK
    LOOK_COUNT
} LookId;

typedef struct Look {
    const char *glyph;
    Rim rim;
    LaneLook lane;
    float height, size, pitch;
} Look;

typedef struct ThemeChoice {
    ThemeId id;
    float text; /* 1 to 3 */
    bool presentation;
    bool still; /* reduced motion */
} ThemeChoice;

typedef struct Theme {
    ThemeChoice choice;
    Color colors[TOKEN_COUNT];
    Hue hues[HUE_COUNT];
    float type[SIZE_COUNT];
    UiStyle ui;
} Theme;

#define TEXT_SCALE_MOST 3.0f

void theme_init(Theme *t, ThemeChoice choice); /* text is brought between 1 and TEXT_SCALE_MOST */
const Look *theme_look(LookId look);
/* Black or white on a full colour: white where it can be read. */
Color theme_on(const Theme *t, Color ground);
/* The home of a dish by its picture ("pizza": orange), or HUE_COUNT. */
HueId theme_home_hue(const char *sprite);

#endif
