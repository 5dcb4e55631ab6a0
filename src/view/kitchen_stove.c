/* Where dishes cook without the chef: the oven, the stove, other cooks. */
#include "view/kitchen_draw.h"

/* --- the oven ------------------------------------------------------------------------------------ */

static void draw_window(const Kitchen *k, Rect window) {
    kitchen_frame(k, window, 8, TOKEN_INSIDE, 2.4f, TOKEN_OUT);
    Rect floor = {window.x + 3, window.y + window.h - 43, window.w - 6, 40};
    Color glow = kitchen_color(k, TOKEN_GLOW);
    draw_frame(
        k->draw, floor, 0,
        (Paint){.kind = PAINT_GRADIENT, .ground = color_fade(glow, 0), .color = color_fade(glow, 0.42f)}, 0,
        0);
    for (int i = 0; i < 3; i++)
        draw_rect(k->draw, (Rect){floor.x + 10, floor.y + 18 + 6 * (float)i, floor.w - 20, 1.5f},
                  color_fade(glow, 0.45f));
}

static void draw_knobs(const Kitchen *k, Rect oven) {
    static const float turned[] = {0, 0.8f, -0.7f};
    for (int i = 0; i < 3; i++) {
        Point knob = {oven.x + oven.w - 24 - 28 * (float)i, oven.y + 19};
        draw_frame(k->draw, rect_around(knob, 9), 9, kitchen_paint(k, TOKEN_PLATE), 2,
                   kitchen_color(k, TOKEN_OUT));
        Point tip = {knob.x + 6 * sinf(turned[i]), knob.y - 6 * cosf(turned[i])};
        draw_line(k->draw, knob, tip, 2, kitchen_color(k, TOKEN_OUT));
    }
}

void kitchen_draw_oven(const Kitchen *k, const SceneThing *t) {
    char n[WORDS];
    kitchen_frame(k, t->at, 14, TOKEN_STEEL, 2.6f, TOKEN_OUT);
    draw_round(k->draw, (Rect){t->at.x + 3, t->at.y + t->at.h - 12, t->at.w - 6, 9}, 5,
               kitchen_color(k, TOKEN_STEEL_LOW));
    draw_window(k, (Rect){t->at.x + 14, t->at.y + 36, t->at.w - 28, t->at.h - 50});
    Saying title = {t->at.x + 18, t->at.y + 25, 18, FACE_SEMI, TOKEN_ON_STEEL, TEXT_LEFT, 0};
    kitchen_title(k, title, kitchen_word(k, MSG_THING_OVEN), t->count > 1 ? kitchen_count(t->count, n) : "");
    draw_knobs(k, t->at);
}

/* --- the stove ------------------------------------------------------------------------------------ */

static void draw_burner(const Kitchen *k, const SceneThing *t, uint32_t nth) {
    bool lit = nth < t->count;
    float w = gfx_min(96, t->pitch * 0.9f), x = t->at.x + t->pitch * ((float)nth + 0.5f);
    Rect r = {x - w / 2, t->at.y - 0.66f * w, w, 0.75f * w};
    draw_sprite(k->draw, lit ? "burner-lit" : "burner-free", r, 0xFFFFFFFF);
    if (!lit && t->pitch >= 90)
        kitchen_say(k, (Saying){x, t->at.y - 40, 18, FACE_TEXT, TOKEN_INK2, TEXT_MIDDLE, 0},
                    msg_text(k->show->lang, MSG_THING_FREE));
}

static void draw_front(const Kitchen *k, Rect at) {
    kitchen_frame(k, at, 8, TOKEN_STEEL, 2.6f, TOKEN_OUT);
    draw_round(k->draw, (Rect){at.x + 3, at.y + at.h - 12, at.w - 6, 9}, 4,
               kitchen_color(k, TOKEN_STEEL_LOW));
}

/* A lamp for each permit: lit if it is taken. */
static void draw_lamps(const Kitchen *k, const SceneThing *t, float right) {
    for (uint32_t i = 0; t->room <= 4 && i < t->room; i++) {
        Point at = {right - 9 - 20 * (float)(t->room - 1 - i), t->at.y + 18};
        Color fill = kitchen_color(k, i < t->count ? TOKEN_GLOW : TOKEN_PLATE);
        draw_frame(k->draw, rect_around(at, 7), 7, paint_plain(fill), 2, kitchen_color(k, TOKEN_OUT));
    }
}

/* One of several: a small one, its name and how many burners are lit. */
static void draw_stove_row(const Kitchen *k, const SceneThing *t) {
    char name[WORDS], n[WORDS];
    draw_sprite(k->draw, "hob", (Rect){t->at.x, t->at.y, 40, 40}, 0xFFFFFFFF);
    Saying w = {t->at.x + 46, t->at.y + 17, 18, FACE_SEMI, TOKEN_INK2, TEXT_LEFT, t->at.w - 48};
    kitchen_say(k, w, kitchen_object_name(k, t->object, name));
    w.y += 20;
    w.face = FACE_TEXT;
    kitchen_say(k, w, kitchen_of(k, t->count, t->room, n));
}

void kitchen_draw_stove(const Kitchen *k, const SceneThing *t) {
    char name[WORDS], n[WORDS];
    if (t->small) {
        draw_stove_row(k, t);
        return;
    }
    for (uint32_t i = 0; i < t->slots; i++) draw_burner(k, t, i);
    draw_front(k, t->at);
    kitchen_of(k, t->count, t->room, n);
    kitchen_object_name(k, t->object, name);
    if (!t->wide && t->slots > 1 && t->room == t->slots) { /* the dishes' names stand on the front */
        kitchen_title(k, (Saying){t->at.x + 4, 216, 18, FACE_SEMI, TOKEN_INK2, TEXT_LEFT, t->at.w}, name, n);
        return;
    }
    Saying right = {t->at.x + t->at.w - 16, t->at.y + 25, 18, FACE_SEMI, TOKEN_ON_STEEL, TEXT_RIGHT, 0};
    float wide = kitchen_said_width(k, right, n);
    kitchen_say(k, right, n);
    draw_lamps(k, t, right.x - wide - 12);
    Saying left = {t->at.x + 18, right.y, 18, FACE_BOLD, TOKEN_ON_STEEL, TEXT_LEFT, 0};
    left.most = t->at.w - 60 - wide - (t->room <= 4 ? 20 * (float)t->room : 0);
    kitchen_say(k, left, name);
}

/* --- other cooks ------------------------------------------------------------------------------------ */

void kitchen_draw_cook(const Kitchen *k, const SceneThing *t) {
    char n[WORDS] = "+";
    float size = gfx_min(t->at.h - 8, t->at.w + 30), middle = t->at.x + t->at.w / 2;
    float foot = t->at.y + t->at.h;
    draw_push_clip(k->draw, (Rect){t->at.x - 20, t->at.y - 20, t->at.w + 40, t->at.h + 12});
    draw_sprite(k->draw, "cook2", (Rect){middle - size / 2, foot - 8 - size, size, size},
                t->count ? 0xFFFFFFFF : 0x90FFFFFF);
    draw_pop(k->draw);
    float half = gfx_min(t->at.w / 2 - 4, 74);
    Point top[] = {{middle - half + 8, foot - 18},
                   {middle + half - 8, foot - 18},
                   {middle + half, foot - 4},
                   {middle - half, foot - 4}};
    draw_polygon(k->draw, top, 4, kitchen_paint(k, TOKEN_WOOD_LOW));
    draw_polyline(k->draw, top, 4,
                  (LineStyle){.width = 2.4f, .color = kitchen_color(k, TOKEN_OUT), .closed = true});
    const ScenePlate *p = scene_plate(k->scene, t->task);
    if (!t->waiting || (p && p->more)) return;
    kitchen_count(t->waiting, n + 1);
    kitchen_say(k, (Saying){t->at.x + t->at.w - 4, t->at.y + 30, 20, FACE_BOLD, TOKEN_INK, TEXT_RIGHT, 0}, n);
}
