/* What stands in the counter's front: the pass, the drawer, and the places of what is over. */
#include "view/kitchen_draw.h"

#include <string.h>

/* --- the pass -------------------------------------------------------------------------------------- */

/* An item that is called like a dish looks like it, any other one says what it is. */
static void draw_item(const Kitchen *k, const Item *item, Rect r) {
    char text[WORDS];
    const Hue *hue = item->by ? kitchen_hue(k, item->by) : &k->show->theme->hues[HUE_COCOA];
    draw_frame(k->draw, r, 0.17f * r.w, kitchen_paint(k, TOKEN_PLATE), 2.4f, hue->deep);
    float foot = 0.12f * r.h;
    draw_round(k->draw, (Rect){r.x + 5, r.y + r.h - foot - 5, r.w - 10, foot}, foot / 2, hue->base);
    Rect in = {r.x + 4, r.y, r.w - 8, r.h - foot - 4};
    const char *sprite = cast_sprite(kitchen_item(k, item, text));
    if (sprite) draw_sprite(k->draw, sprite, rect_inset(in, 2, 4), 0xFFFFFFFF);
    if (sprite || (r.w < 34 && strlen(text) > 2)) return;
    TextStyle style = {FACE_SEMI, r.w < 44 ? 16 : 18, kitchen_color(k, TOKEN_ON_PAPER)};
    while (style.size > 14 && text_width(k->draw, style, text) > in.w) style.size -= 1;
    text_line(k->draw, style, in, TEXT_MIDDLE, text);
}

static void draw_slot(const Kitchen *k, Rect r) {
    Point corners[] = {{r.x, r.y}, {r.x + r.w, r.y}, {r.x + r.w, r.y + r.h}, {r.x, r.y + r.h}};
    draw_round(k->draw, r, 8, kitchen_color(k, TOKEN_SLOT));
    draw_polyline(
        k->draw, corners, 4,
        (LineStyle){.width = 2, .color = kitchen_color(k, TOKEN_LINE2), .dash = 7, .gap = 5, .closed = true});
}

/* How full it is, as a bar: one of many passes, or one with more places than can be drawn. */
static void draw_gauge(const Kitchen *k, const SceneThing *t, Rect bar) {
    uint32_t room = t->room ? t->room : t->count + 8;
    float part = gfx_min(1, (float)t->count / (float)room);
    draw_frame(k->draw, bar, 6, kitchen_paint(k, TOKEN_SLOT), 2, kitchen_color(k, TOKEN_LINE2));
    Rect full = rect_inset(bar, 3, 3);
    full.w *= part;
    if (full.w > 2) draw_round(k->draw, full, 4, kitchen_color(k, TOKEN_WOOD));
}

static void draw_pass_cell(const Kitchen *k, const SceneThing *t) {
    char name[WORDS], n[WORDS];
    Saying w = {t->at.x, t->at.y + 18, 18, FACE_SEMI, TOKEN_INK2, TEXT_LEFT, t->at.w - 8};
    kitchen_title(k, w, kitchen_object_name(k, t->object, name), kitchen_of(k, t->count, t->room, n));
    draw_gauge(k, t, (Rect){t->at.x, t->at.y + 25, t->at.w - 8, 14});
}

static void draw_plank(const Kitchen *k, const SceneThing *t) {
    Rect plank = {t->at.x - 6, t->at.y + 56, t->at.w + 4, 11};
    kitchen_frame(k, plank, 5, TOKEN_WOOD, 2.2f, TOKEN_OUT);
    for (int i = 0; !t->room && i < 4; i++) /* it has no end */
        draw_disc(k->draw, (Point){plank.x + plank.w + 8 + 8 * (float)i, plank.y + 5}, 2.2f,
                  kitchen_color(k, TOKEN_LINE2));
}

void kitchen_draw_pass(const Kitchen *k, const SceneThing *t) {
    char name[WORDS], n[WORDS];
    if (t->small) {
        draw_pass_cell(k, t);
        return;
    }
    Saying title = {t->at.x, t->at.y - 12, 18, FACE_SEMI, TOKEN_INK2, TEXT_LEFT, 0};
    title.most = gfx_max(t->at.w + 60, 120);
    kitchen_title(k, title, kitchen_object_name(k, t->object, name), kitchen_of(k, t->count, t->room, n));
    float size = t->pitch - 8;
    bool all = t->room ? t->slots == t->room : t->count < t->slots;
    uint32_t gauge = all ? 0 : 1;
    for (uint32_t i = 0; i < t->slots; i++) {
        Rect r = {t->at.x + t->pitch * (float)i + 2, t->at.y + 52 - size, size, size};
        if (i < t->shown) draw_item(k, &t->items[i], r);
        else draw_slot(k, r);
    }
    kitchen_take(k, (Rect){t->at.x, t->at.y + 52 - size, t->at.w, size + 4});
    draw_plank(k, t);
    if (gauge) /* those that cannot be seen one by one: how full it is stands under them */
        draw_gauge(k, t, (Rect){t->at.x - 4, t->at.y + 56, t->at.w, 11});
}

/* --- the drawer --------------------------------------------------------------------------------------- */

void kitchen_draw_drawer(const Kitchen *k, const SceneThing *t) {
    char n[WORDS];
    kitchen_take(k, (Rect){t->at.x, t->at.y, 76, 52});
    if (t->count) draw_sprite(k->draw, "drawer", (Rect){t->at.x, t->at.y - 12, 76, 76}, 0xFFFFFFFF);
    else { /* shut */ Rect front = {t->at.x + 4, t->at.y + 14, 68, 36};
        kitchen_frame(k, front, 6, TOKEN_WOOD, 2.4f, TOKEN_OUT);
        draw_round(k->draw, (Rect){front.x + 22, front.y + 14, 24, 8}, 4, kitchen_color(k, TOKEN_STEEL));
    }
    if (t->count)
        kitchen_say(k, (Saying){t->at.x + 80, t->at.y + 34, 18, FACE_SEMI, TOKEN_INK2, TEXT_LEFT, 0},
                    kitchen_count(t->count, n));
}

/* --- what is over ------------------------------------------------------------------------------------ */

void kitchen_draw_ended(const Kitchen *k, const SceneThing *t) {
    static const MsgId words[THING_KINDS] = {
        [THING_SERVED] = MSG_THING_SERVED,
        [THING_STRUCK] = MSG_THING_STRUCK,
        [THING_BURNT] = MSG_THING_BURNT,
    };
    char n[WORDS];
    Saying title = {t->at.x + 6, t->at.y + 14, 18, FACE_SEMI, TOKEN_INK2, TEXT_LEFT, t->at.w - 8};
    kitchen_title(k, title, kitchen_word(k, words[t->kind]), t->count > 8 ? "" : kitchen_count(t->count, n));
}
