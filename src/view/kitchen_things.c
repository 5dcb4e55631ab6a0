/* What hangs on the wall and on the rail: each thing at its place in the scene, with its words. */
#include "view/kitchen_draw.h"

static void say_at(const Kitchen *k, float x, float y, float size, FaceId face, TokenId color,
                   const char *text) {
    kitchen_say(k, (Saying){x, y, size, face, color, TEXT_LEFT, 0}, text);
}

/* --- the rail ------------------------------------------------------------------------------- */

static void draw_clip(const Kitchen *k, float x, bool free) {
    if (free) draw_push_opacity(k->draw, 0.45f);
    kitchen_frame(k, (Rect){x - 11, 38, 22, 22}, 4, TOKEN_STEEL_LOW, 2, TOKEN_OUT);
    if (free) draw_pop(k->draw);
}

static void draw_rail(const Kitchen *k, const SceneThing *t) {
    char n[WORDS];
    Saying title = {t->at.x + 2, t->at.y - 10, 18, FACE_SEMI, TOKEN_INK2, TEXT_LEFT, 0};
    kitchen_title(k, title, kitchen_word(k, MSG_THING_RAIL), kitchen_count(t->count, n));
    draw_frame(k->draw, t->at, 6, kitchen_paint(k, TOKEN_STEEL_LOW), 2.4f, kitchen_color(k, TOKEN_OUT));
    for (int i = 0; i < 2; i++)
        draw_disc(k->draw, (Point){t->at.x + 10 + (t->at.w - 20) * (float)i, t->at.y + 6}, 3.5f,
                  kitchen_color(k, TOKEN_STEEL_DEEP));
    for (uint32_t i = t->count; i < 3; i++) draw_clip(k, t->at.x + t->at.w - 70 - 118 * (float)i, true);
}

/* Its lower edge is torn off in teeth. */
static void draw_paper(const Kitchen *k, Rect r, Color band, Color edge_color, float width) {
    enum { TEETH = 9 };
    Point edge[2 + 2 * TEETH + 1];
    int n = 0;
    edge[n++] = (Point){r.x, r.y};
    edge[n++] = (Point){r.x + r.w, r.y};
    for (int i = 0; i <= 2 * TEETH - 1; i++)
        edge[n++] = (Point){r.x + r.w - r.w * (float)i / (2 * TEETH - 1), r.y + r.h - (i % 2 ? 0 : 9)};
    draw_polygon(k->draw, edge, (uint32_t)n, kitchen_paint(k, TOKEN_PAPER));
    draw_rect(k->draw, (Rect){r.x, r.y, r.w, 0.13f * r.h}, band);
    LineStyle line = {.width = width, .color = edge_color, .closed = true, .round_ends = true};
    draw_polyline(k->draw, edge, (uint32_t)n, line);
}

static void draw_flag(const Kitchen *k, Rect r) {
    const char *word = msg_text(k->show->lang, MSG_THING_NEXT);
    Saying flag = {r.x + r.w / 2, r.y + r.h + 7, 18, FACE_BOLD, TOKEN_SURFACE, TEXT_MIDDLE, 0};
    float w = kitchen_said_width(k, flag, word) + 22;
    draw_round(k->draw, (Rect){r.x + (r.w - w) / 2, r.y + r.h - 13, w, 28}, 14, kitchen_color(k, TOKEN_INK));
    kitchen_say(k, flag, word);
}

/* Those beneath it stick out, and a number says how many it is. */
static void draw_bundle(const Kitchen *k, const ScenePlate *p, Rect r, const Hue *hue) {
    char text[WORDS] = "+";
    for (int i = 2; i > 0; i--)
        draw_paper(k, (Rect){r.x - 7 * (float)i, r.y, r.w, r.h}, hue->base, hue->deep, 2.4f);
    draw_paper(k, r, hue->base, hue->deep, 2.4f);
    kitchen_count(p->more + 1, text + 1);
    Saying w = {r.x + r.w / 2, r.y + r.h - 24, 20, FACE_BOLD, TOKEN_ON_PAPER, TEXT_MIDDLE, 0};
    while (w.size > 14 && kitchen_said_width(k, w, text) > r.w - 8) w.size -= 1;
    kitchen_say(k, w, text);
}

/* A ticket of nobody's is a callback: plain paper. */
void kitchen_ticket(const Kitchen *k, const ScenePlate *p) {
    char name[WORDS];
    const Hue *hue = &k->show->theme->hues[p->dish.hue];
    Color plain = kitchen_color(k, TOKEN_STEEL_LOW), deep = kitchen_color(k, TOKEN_STEEL_DEEP);
    Color ink = kitchen_color(k, TOKEN_INK), edge = p->next ? ink : p->task ? hue->deep : deep;
    float w = 2 * p->dish.radius, h = 1.2f * w, x = p->dish.at.x - w / 2;
    Rect r = {x, p->dish.at.y, w, h};
    if (p->more) draw_bundle(k, p, r, hue);
    else draw_paper(k, r, p->task ? hue->base : plain, edge, p->next ? 4 : 2.4f);
    draw_sprite(k->draw, p->dish.sprite, (Rect){x + 0.23f * w, r.y + 0.2f * h, 0.54f * w, 0.45f * h},
                0xFFFFFFFF);
    draw_clip(k, p->dish.at.x, false);
    TextStyle style = {FACE_SEMI, 19, kitchen_color(k, TOKEN_ON_PAPER)};
    if (!p->more && p->task)
        kitchen_say(k,
                    (Saying){p->dish.at.x, r.y + h - 22, 19, FACE_SEMI, TOKEN_ON_PAPER, TEXT_MIDDLE, w - 6},
                    kitchen_cut(k, style, w - 8, (char *)kitchen_task_name(k, p->task, name)));
    if (p->struck)
        draw_sprite(k->draw, "struck", (Rect){x - 0.1f * w, r.y + 0.32f * h, 1.2f * w, 0.6f * h}, 0xFFFFFFFF);
    if (p->next) draw_flag(k, r);
}

/* --- menus ----------------------------------------------------------------------------------- */

static void draw_child(const Kitchen *k, SceneChild child, Point at, float radius) {
    Role role = child.task ? cast_role(k->scene->cast, child.task) : (Role){"recipe", HUE_COCOA};
    Dish dish = {
        .at = at, .radius = radius, .hue = role.hue, .sprite = role.sprite, .left = -1, .no_badge = true};
    dish.look = child.state == TASK_RUNNING ? LOOK_RUNNING : LOOK_READY;
    dish_draw(k->draw, k->show->theme, &dish);
    if (child.task && child.task == k->show->selected)
        draw_ring(k->draw, at, radius + 3, 3, kitchen_color(k, TOKEN_ON_PAPER));
    if (task_state_live(child.state)) return;
    LookId badge = child.state == TASK_DONE        ? LOOK_DONE
                   : child.state == TASK_CANCELLED ? LOOK_CANCELLED
                                                   : LOOK_FAILED;
    dish_badge(k->draw, k->show->theme, (Point){at.x + 0.65f * radius, at.y + 0.65f * radius}, 9, badge);
}

static void draw_share(const Kitchen *k, const SceneThing *t) {
    char n[WORDS], m[WORDS], of[WORDS];
    Rect bar = {t->at.x + 16, t->at.y + 112, t->at.w - 32, 18};
    say_at(k, t->at.x + 16, t->at.y + 78, 28, FACE_BOLD, TOKEN_ON_PAPER, kitchen_count(t->count, n));
    kitchen_words(k, MSG_THING_OF, "", kitchen_count(t->room, m), of);
    say_at(k, t->at.x + 16, t->at.y + 102, 18, FACE_TEXT, TOKEN_ON_PAPER, of[0] == ' ' ? of + 1 : of);
    draw_round(k->draw, bar, 9, kitchen_color(k, TOKEN_LINE));
    bar.w *= (float)t->count / (float)(t->room ? t->room : 1);
    draw_round(k->draw, bar, 9, kitchen_color(k, TOKEN_OK));
}

enum { MENU_HEAD = 38 };

static void draw_head(const Kitchen *k, const SceneThing *t, bool slip) {
    char name[WORDS], done[WORDS] = "+";
    const Hue *hue = kitchen_hue(k, t->task);
    Color ground = t->set ? hue->base : hue->pale;
    Color on = t->set ? theme_on(k->show->theme, ground) : kitchen_color(k, TOKEN_INK);
    Rect head = {t->at.x + 1, t->at.y + 1, t->at.w - 2, slip ? t->at.h - 2 : MENU_HEAD};
    draw_round(k->draw, head, 7, ground);
    if (!slip) draw_rect(k->draw, (Rect){head.x, head.y + 20, head.w, MENU_HEAD - 20}, ground);
    TextStyle title = {FACE_SEMI, 20, on};
    kitchen_task_name(k, t->task, name);
    float right = 44;
    if (slip || t->waiting) { /* what the foot would say, or how many stand behind it */
        TextStyle small = {FACE_SEMI, 18, on};
        if (t->waiting) kitchen_count(t->waiting, done + 1);
        else kitchen_of(k, t->count, t->room, done);
        if (!t->waiting && text_width(k->draw, small, done) > 90) kitchen_count(t->count, done);
        right = text_width(k->draw, small, done) + 24;
        text_line(k->draw, small, (Rect){head.x + head.w - right, head.y, right - 10, head.h}, TEXT_RIGHT,
                  done);
    } else draw_sprite(k->draw, "state-task", (Rect){head.x + head.w - 34, head.y + 8, 22, 22}, on);
    text_line(k->draw, title, (Rect){head.x + 12, head.y, head.w - 12 - right, head.h}, TEXT_LEFT, name);
    kitchen_take(k, head);
}

/* There are others behind it that wait. */
static void draw_menus_behind(const Kitchen *k, const SceneThing *t) {
    for (int i = 2; i > 0; i--) {
        Rect r = t->at;
        r.x += 5 * (float)i;
        r.y += 5 * (float)i;
        kitchen_frame(k, r, 8, TOKEN_PAPER, 2, TOKEN_OUT);
    }
}

static void draw_children(const Kitchen *k, const SceneThing *t) {
    Point at;
    float radius;
    for (uint32_t i = 0; scene_child(t, i, &at, &radius); i++) draw_child(k, t->children[i], at, radius);
}

static void draw_menu(const Kitchen *k, const SceneThing *t) {
    char done[WORDS];
    bool slip = t->at.h < MENU_HEAD + 26;
    if (t->waiting) draw_menus_behind(k, t);
    bool selected = k->show->selected && k->show->selected == t->task;
    if (selected) kitchen_frame(k, rect_inset(t->at, -5, -5), 12, TOKEN_INK, 0, TOKEN_INK);
    kitchen_frame(k, t->at, 8, TOKEN_PAPER, 2, TOKEN_OUT);
    draw_head(k, t, slip);
    if (slip) return;
    if (t->room > THING_CHILDREN && t->at.h >= 150) draw_share(k, t);
    else draw_children(k, t);
    if (t->room > THING_CHILDREN && t->at.h >= 150) return;
    float foot = t->at.y + t->at.h - 12;
    Saying right = {t->at.x + t->at.w - 12, foot, 18, FACE_SEMI, TOKEN_ON_PAPER, TEXT_RIGHT, 0};
    Saying left = {t->at.x + 14, foot, 18, FACE_TEXT, TOKEN_ON_PAPER, TEXT_LEFT, 0};
    const char *word = kitchen_word(k, MSG_THING_MENU);
    float room = t->at.w - 34 - kitchen_said_width(k, right, kitchen_of(k, t->count, t->room, done));
    kitchen_say(k, right, done);
    if (kitchen_said_width(k, left, word) <= room) kitchen_say(k, left, word);
}

/* --- the wall ---------------------------------------------------------------------------------- */

static void draw_hook_board(const Kitchen *k, Rect r, const SceneThing *t) {
    kitchen_frame(k, r, 8, TOKEN_WOOD, 2.4f, TOKEN_OUT);
    draw_round(k->draw, (Rect){r.x + 3, r.y + r.h - 0.13f * r.h, r.w - 6, 0.1f * r.h}, 0.05f * r.h,
               kitchen_color(k, TOKEN_WOOD_LOW));
    float size = 0.78f * r.h;
    Rect tool = {r.x + (r.w - size) / 2, r.y + (r.h - size) / 2, size, size};
    draw_disc(k->draw, (Point){r.x + r.w / 2, r.y + 0.14f * r.h}, 0.045f * r.h,
              kitchen_color(k, TOKEN_STEEL_DEEP));
    /* Who holds it has taken it along: its shape alone is left. */
    draw_sprite(k->draw, t->tool, tool, t->count ? 0x38FFFFFF : 0xFFFFFFFF);
    if (t->wide) /* a condition's bell */
        draw_sprite(k->draw, "bell", (Rect){r.x + 0.5f * r.w, r.y + 0.52f * r.h, 0.5f * r.w, 0.5f * r.h},
                    0xFFFFFFFF);
}

/* The name over what is to be said of it; of a row the name alone. */
static void say_of_thing(const Kitchen *k, Rect r, const SceneThing *t, const char *state) {
    char name[WORDS];
    bool row = r.h < 50;
    float x = r.x + r.w + 12, y = row ? r.y + 18 : r.y + 22, end = k->cx - (r.y < 270 ? 86 : 156);
    if (row) end = k->cx - 152 - 88;
    Saying w = {x, y, 18, FACE_SEMI, TOKEN_INK2, TEXT_LEFT, end - x};
    kitchen_object_name(k, t->object, name);
    kitchen_say(k, w, name);
    float line = y + 9;
    if (!row) {
        w.y = y + (t->small ? 24 : 28);
        w.size = t->small ? 18 : 20;
        w.color = TOKEN_INK;
        kitchen_say(k, w, state);
        line = w.y + 8;
    }
    if (!t->task) return;
    float wide = gfx_min(kitchen_said_width(k, w, row ? name : state), w.most);
    if (wide < 12) return;
    draw_round(k->draw, (Rect){x, line, wide, 4}, 2, kitchen_hue(k, t->task)->base);
}

static void draw_lock(const Kitchen *k, const SceneThing *t) {
    char holder[WORDS], state[WORDS];
    Rect board = t->small ? (Rect){t->at.x, t->at.y, t->at.h * 0.94f, t->at.h} : t->at;
    draw_hook_board(k, board, t);
    const char *says = kitchen_word(k, t->count ? MSG_THING_TAKEN : MSG_THING_ON_THE_HOOK);
    if (t->task) {
        TextStyle style = {FACE_SEMI, t->small ? 18 : 20, 0};
        float room = k->cx - (board.y < 270 ? 86 : 156) - board.x - board.w - 14;
        float rest = text_width(k->draw, style, kitchen_words(k, MSG_THING_HAS_IT, "", "", state));
        kitchen_cut(k, style, room - rest, (char *)kitchen_task_name(k, t->task, holder));
        if (*holder) says = kitchen_words(k, MSG_THING_HAS_IT, holder, "", state);
    }
    say_of_thing(k, board, t, says);
}

static void draw_bell(const Kitchen *k, const SceneThing *t) {
    float size = t->small ? t->at.h : 104;
    Rect r = {t->at.x, t->at.y, size, size};
    draw_sprite_turned(k->draw, "bell", r, t->set ? 8 * GFX_PI / 180 : 0, 0xFFFFFFFF);
    for (int i = 0; t->set && i < 2; i++) { /* it rings */
        float side = i ? 1 : -1, a = 0.5f * GFX_PI * side;
        draw_arc(k->draw, (Point){r.x + size / 2, r.y + 0.62f * size}, 0.52f * size, a - 0.3f, 0.6f,
                 (ArcStyle){3, kitchen_color(k, TOKEN_LINE2), true});
    }
    say_of_thing(k, r, t, kitchen_word(k, t->set ? MSG_THING_BELL_SET : MSG_THING_BELL_CLEAR));
}

static void draw_places(const Kitchen *k, const SceneThing *t) {
    float radius = gfx_min(30, t->pitch * 0.43f);
    for (uint32_t i = t->count; i < t->slots; i++) {
        Point ring[20], middle = {t->at.x + t->pitch * ((float)i + 0.5f), 366 - radius};
        for (int p = 0; p < 20; p++) {
            float a = (float)p / 20 * 2 * GFX_PI;
            ring[p] = (Point){middle.x + radius * sinf(a), middle.y - radius * cosf(a)};
        }
        draw_polyline(
            k->draw, ring, 20,
            (LineStyle){
                .width = 2, .color = kitchen_color(k, TOKEN_LINE2), .dash = 7, .gap = 5, .closed = true});
    }
}

static void draw_tray(const Kitchen *k, const SceneThing *t) {
    char n[WORDS];
    kitchen_of(k, t->count, t->room, n);
    if (t->small) {
        Rect r = {t->at.x, t->at.y, t->at.h, t->at.h};
        draw_sprite(k->draw, "tray", r, 0xFFFFFFFF);
        say_of_thing(k, r, t, n);
        return;
    }
    Rect plank = {t->at.x - 2, 370, t->at.w + 4, 12};
    char name[WORDS];
    kitchen_frame(k, plank, 6, TOKEN_STEEL, 2.4f, TOKEN_OUT);
    for (int i = 0; i < 2; i++)
        kitchen_frame(k, (Rect){plank.x - 8 + (plank.w - 4) * (float)i, 367, 20, 12}, 6, TOKEN_STEEL_LOW,
                      2.2f, TOKEN_OUT);
    draw_places(k, t);
    Saying w = {t->at.x, 286, 18, FACE_SEMI, TOKEN_INK2, TEXT_LEFT, k->cx - 156 - t->at.x};
    kitchen_title(k, w, kitchen_object_name(k, t->object, name), n);
}

/* "and 12 more" */
static void draw_more(const Kitchen *k, const SceneThing *t) {
    char n[WORDS], text[WORDS];
    kitchen_words(k, MSG_THING_MORE, kitchen_count(t->count, n), "", text);
    say_at(k, t->at.x, t->at.y + (t->at.h > 0 ? 26 : 0), 18, FACE_SEMI, TOKEN_INK2, text);
}

void kitchen_thing(const Kitchen *k, const SceneThing *t) {
    static void (*const draw[THING_KINDS])(const Kitchen *, const SceneThing *) = {
        [THING_RAIL] = draw_rail,
        [THING_MENU] = draw_menu,
        [THING_LOCK] = draw_lock,
        [THING_BELL] = draw_bell,
        [THING_TRAY] = draw_tray,
        [THING_OVEN] = kitchen_draw_oven,
        [THING_STOVE] = kitchen_draw_stove,
        [THING_PASS] = kitchen_draw_pass,
        [THING_SERVED] = kitchen_draw_ended,
        [THING_STRUCK] = kitchen_draw_ended,
        [THING_BURNT] = kitchen_draw_ended,
        [THING_COOK] = kitchen_draw_cook,
        [THING_DRAWER] = kitchen_draw_drawer,
        [THING_CYCLE] = kitchen_draw_cycle,
        [THING_NODE] = kitchen_draw_node,
        [THING_MORE] = draw_more,
    };
    draw[t->kind](k, t);
}
