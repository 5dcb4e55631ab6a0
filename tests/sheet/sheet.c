#include "sheet/sheet.h"

#include "ui/layout.h"
#include "ui/widgets.h"
#include "view/dish.h"

#include <string.h>

static const char *const sprites[] = {
    "chef-work", "chef-oven",  "chef-ticket", "chef-idle", "chef-frozen", "cook2",   "pizza",
    "soup",      "salad",      "bread",       "sauce",     "tea",         "dessert", "cake",
    "fish",      "egg",        "plate1",      "plate2",    "plate3",      "board",   "oven",
    "hob",       "burner-lit", "burner-free", "timer",     "clock",       "knife",   "peeler",
    "hook",      "bell",       "shelf",       "tray",      "ticket",      "menu",    "hourglass",
    "recipe",    "drawer",     "bin",         "struck",    "smoke",       "lamp"};
static const char *const icons[] = {
    "toque",      "ui-back",   "ui-caret",   "ui-contrast", "ui-edit",  "ui-eye",  "ui-file",
    "ui-first",   "ui-fit",    "ui-help",    "ui-last",     "ui-loop",  "ui-menu", "ui-minus",
    "ui-moon",    "ui-next",   "ui-numbers", "ui-output",   "ui-pause", "ui-play", "ui-plus",
    "ui-present", "ui-search", "ui-sun",     "ui-target",   "ui-tree",  "ui-warn"};
static const char *const dishes[] = {"pizza",   "soup", "salad", "bread", "sauce", "fish", "tea",
                                     "dessert", "cake", "egg",   "menu",  "tray",  "fish"};
static const char *const steps[] = {"turn", "line", "event", "round"};
static const char *const tabs[] = {"Output", "Loop", "Tasks", "Numbers"};

#define COUNT(list) ((int)(sizeof(list) / sizeof *(list)))

void sheet_init(Sheet *s, ThemeChoice choice) {
    *s = (Sheet){.speed = 2, .split = 1900};
    theme_init(&s->theme, choice);
    field_set(&s->field, "gather");
}

void sheet_deinit(Sheet *s) {
    ui_deinit(&s->ui);
    field_deinit(&s->field);
}

static void put(DrawList *d, TextStyle style, float x, float baseline, const char *s) {
    draw_text(d, style.face, style.size, (Point){x, baseline}, style.color, s, strlen(s));
}

static void draw_type(const Sheet *s, DrawList *d) {
    static const struct {
        SizeId type;
        FaceId face;
        const char *text;
    } lines[] = {{SIZE_CLOCK, FACE_BOLD, "1.200 s"},
                 {SIZE_WHY, FACE_TEXT, "Salad runs: its timer rang at 1.200 s."},
                 {SIZE_TITLE, FACE_BOLD, "The chef and three dishes"},
                 {SIZE_BODY, FACE_SEMI, "Le four n'a besoin de personne : à table, garçon !"},
                 {SIZE_CODE, FACE_CODE, "    await asyncio.sleep(3.0) -> != 0Oil1"},
                 {SIZE_CODE, FACE_CODE_BOLD, "async def pizza():"},
                 {SIZE_SMALL, FACE_ITALIC, "Baking, Simmering, Draining: AVATAR To Ty."},
                 {SIZE_SMALL, FACE_TEXT, "10 000 tasks · 1 of 2 · 3,5 s → ✓ œ Ł ñ ß 漢"}};
    float y = 20;
    for (int i = 0; i < COUNT(lines); i++) {
        TextStyle style = {lines[i].face, s->theme.type[lines[i].type],
                           s->theme.colors[i < 4 ? TOKEN_INK : TOKEN_INK2]};
        y += style.size * 1.3f;
        put(d, style, 30, y, lines[i].text);
    }
}

static void draw_states(const Sheet *s, DrawList *d) {
    draw_round(d, (Rect){14, 330, 1240, 150}, 16, s->theme.colors[TOKEN_WALL]);
    for (int i = 0; i < LOOK_COUNT; i++) {
        Dish dish = {.at = {74 + 93 * (float)i, 400},
                     .radius = 34,
                     .hue = (HueId)(i % HUE_COUNT),
                     .sprite = dishes[i],
                     .look = (LookId)i,
                     .left = i == LOOK_ASLEEP ? 0.6f : -1};
        dish_draw(d, &s->theme, &dish);
        Dish small = {.at = {74 + 93 * (float)i, 462},
                      .radius = 12,
                      .hue = (HueId)(i % HUE_COUNT),
                      .sprite = dishes[i],
                      .look = (LookId)i,
                      .left = -1};
        dish_draw(d, &s->theme, &small);
    }
}

static void draw_hues(const Sheet *s, DrawList *d) {
    static const char *const names[HUE_COUNT] = {"pizza", "soup", "salad", "waiter", "bread", "fish",
                                                 "main",  "tea",  "cake",  "sauce",  "egg",   "dessert"};
    float x = 30;
    for (int i = 0; i < HUE_COUNT; i++) {
        Pill pill = {names[i], (HueId)i, s->theme.type[SIZE_BODY], false};
        x += pill_draw(d, &s->theme, (Point){x, 508}, &pill) + 12;
    }
}

static void draw_lanes(const Sheet *s, DrawList *d) {
    draw_frame(d, (Rect){14, 532, 700, 300}, 16, paint_plain(s->theme.colors[TOKEN_SURFACE]), 1.5f,
               s->theme.colors[TOKEN_LINE]);
    for (int i = 0; i < LOOK_COUNT; i++) {
        float y = 540 + 22 * (float)i;
        HueId hue = (HueId)(i % HUE_COUNT);
        put(d, (TextStyle){FACE_TEXT, 15, s->theme.colors[TOKEN_INK]}, 30, y + 14,
            theme_look((LookId)i)->glyph);
        lane_draw(d, &s->theme, LOOK_RUNNING, hue, (Rect){170, y, 16, 17});
        lane_draw(d, &s->theme, (LookId)i, hue, (Rect){188, y, 500, 17});
    }
}

static void draw_shapes(const Sheet *s, DrawList *d) {
    const Theme *t = &s->theme;
    Color ink = t->colors[TOKEN_INK], accent = t->colors[TOKEN_ACCENT];
    draw_push_place(d, 740, 540, 1);
    draw_curve(d, (Point){0, 60}, (Point){40, -40}, (Point){80, 160}, (Point){140, 10},
               (LineStyle){.width = 11, .color = t->colors[TOKEN_SURFACE], .round_ends = true});
    draw_curve(d, (Point){0, 60}, (Point){40, -40}, (Point){80, 160}, (Point){140, 10},
               (LineStyle){.width = 5, .color = accent, .round_ends = true});
    draw_curve(d, (Point){160, 60}, (Point){200, -40}, (Point){240, 160}, (Point){300, 10},
               (LineStyle){.width = 5, .color = accent, .dash = 13, .gap = 8});
    draw_polyline(d, (Point[]){{320, 70}, {345, 10}, {370, 70}, {395, 10}}, 4,
                  (LineStyle){.width = 6, .color = ink});
    draw_arc(d, (Point){530, 40}, 28, 1, 4, (ArcStyle){8, accent, true});
    for (int i = 0; i < 12; i++) {
        float a = (float)i * GFX_PI / 6;
        draw_line(d, (Point){600, 40}, (Point){600 + 34 * sinf(a), 40 - 34 * cosf(a)}, 1.5f, ink);
    }
    draw_polygon(d, (Point[]){{650, 70}, {690, 8}, {730, 70}, {690, 50}}, 4,
                 (Paint){PAINT_HATCH, ink, t->colors[TOKEN_PAPER], 3.6f, 9});
    draw_frame(d, (Rect){760, 4, 130, 70}, 12,
               (Paint){PAINT_GRADIENT, t->colors[TOKEN_GLOW], t->colors[TOKEN_INSIDE], 0, 0}, 3,
               t->colors[TOKEN_OUT]);
    draw_push_opacity(d, 0.35f);
    draw_round(d, (Rect){910, 4, 130, 70}, 16, accent);
    draw_pop(d);
    draw_push_clip(d, (Rect){1060, 4, 100, 70});
    draw_disc(d, (Point){1110, 40}, 60, t->colors[TOKEN_OK]);
    draw_pop(d);
    draw_corners(d, (Rect){1060, 4, 100, 70}, 16, t->colors[TOKEN_BG]);
    draw_sprite_turned(d, "bell", (Rect){910, 70, 60, 60}, 0.14f, 0xFFFFFFFF);
    draw_pop(d);
}

static void draw_sprites(const Sheet *s, DrawList *d) {
    for (int i = 0; i < COUNT(sprites); i++)
        draw_sprite(d, sprites[i], (Rect){20 + (float)(i % 24) * 78, 846 + (float)(i / 24) * 72, 64, 64},
                    0xFFFFFFFF);
    for (int i = 0; i < COUNT(icons); i++)
        draw_sprite(d, icons[i], (Rect){20 + (float)i * 50, 1000, 30, 30}, s->theme.colors[TOKEN_INK]);
    draw_sprite(d, "no-such-sprite", (Rect){20 + (float)COUNT(icons) * 50, 1000, 30, 30}, 0xFFFFFFFF);
    draw_sprite(d, "chef-work", (Rect){1540, 330, 190, 190}, 0xFFFFFFFF);
}

static void draw_row(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    (void)ctx;
    (void)chosen;
    TextStyle style = {FACE_TEXT, ui->style->small, ui->style->ink};
    char text[] = "row 00 of the list";
    text[4] = (char)('0' + index / 10);
    text[5] = (char)('0' + index % 10);
    text_line(ui->draw, style, rect_inset(r, 14, 0), TEXT_LEFT, text);
}

static void draw_buttons(Sheet *s, DrawList *d) {
    Ui *ui = &s->ui;
    static const char *const transport[] = {"ui-first", "ui-back", "ui-play"};
    Rect bar = {760, 30, 900, 46};
    for (int i = 0; i < 3; i++) {
        ui_button(ui, ui_child(1, (uint32_t)i), cut_left(&bar, 56),
                  (UiButton){.icon = transport[i], .tip = transport[i]});
        cut_left(&bar, 6);
    }
    UiButton next = {.label = "Next", .icon = "ui-next", .look = BUTTON_PRIMARY};
    s->presses += ui_button(ui, ui_id("next"), cut_left(&bar, 138), next);
    cut_left(&bar, 6);
    ui_button(ui, ui_id("last"), cut_left(&bar, 56), (UiButton){.icon = "ui-last", .off = true});
    cut_left(&bar, 30);
    s->step =
        ui_segments(ui, ui_id("step"), cut_left(&bar, ui_segments_width(ui, steps, 4)), steps, 4, s->step);
    cut_left(&bar, 30);
    s->speed = ui_slider(ui, ui_id("speed"), cut_left(&bar, 170), 5, s->speed);
    Rect row = {760, 100, 1100, 46};
    s->on ^= ui_button(ui, ui_id("toggle"), cut_left(&row, 140),
                       (UiButton){.label = "Output", .icon = "ui-output", .on = s->on});
    cut_left(&row, 12);
    ui_button(ui, ui_id("quiet"), cut_left(&row, 46), (UiButton){.icon = "ui-moon", .look = BUTTON_QUIET});
    cut_left(&row, 12);
    static const char *const keys[] = {"A", "Esc", "Ctrl+P"};
    for (int i = 0; i < 3; i++) {
        ui_keycap(ui, cut_left(&row, ui_keycap_width(ui, keys[i], 46)), keys[i], i == 1);
        cut_left(&row, 8);
    }
    cut_left(&row, 20);
    s->tab = ui_tabs(ui, ui_id("tabs"), cut_left(&row, ui_segments_width(ui, tabs, 4)), tabs, 4, s->tab);
    (void)d;
}

static void draw_list_and_field(Sheet *s, DrawList *d) {
    Ui *ui = &s->ui;
    ui_field(ui, ui_id("field"), &s->field, (Rect){760, 170, 420, 50},
             (FieldLook){"Search: lock, timeout, gather…", "ui-search", "/"});
    TextLine lines[4];
    TextStyle body = {FACE_TEXT, s->theme.type[SIZE_BODY], s->theme.colors[TOKEN_INK]};
    uint32_t n =
        text_wrap(d, body, 420, "A sentence that is longer than its line goes on in the next one.", lines, 4);
    for (uint32_t i = 0; i < n && i < 4; i++)
        draw_text(d, body.face, body.size, (Point){760, 252 + 26 * (float)i}, body.color, lines[i].s,
                  lines[i].len);
    text_line(d, body, (Rect){760, 284, 240, 30}, TEXT_LEFT, "A name that is much too long");
    Rect card = {1270, 170, 260, 330};
    ui_shadow(ui, card, 16, s->theme.colors[TOKEN_SHADOW]);
    ui_panel(ui, card, 16);
    ui_list(ui, ui_id("list"), &s->list, (UiList){rect_inset(card, 2, 10), 34, 40, draw_row, NULL});
    s->split = ui_splitter(ui, ui_id("split"), (Rect){s->split - 6, 170, 12, 330},
                           (UiSplit){true, s->split, 1700, 1910});
}

void sheet_draw(Sheet *s, DrawList *d, const Input *input, double now) {
    ui_begin(&s->ui, d, &s->theme.ui, input, now);
    draw_rect(d, (Rect){0, 0, SHEET_WIDTH, SHEET_HEIGHT}, s->theme.colors[TOKEN_BG]);
    draw_type(s, d);
    draw_states(s, d);
    draw_hues(s, d);
    draw_lanes(s, d);
    draw_shapes(s, d);
    draw_sprites(s, d);
    draw_buttons(s, d);
    draw_list_and_field(s, d);
    ui_end(&s->ui);
}
