/* The furniture that a scenario needs: each thing at its place in the scene, with its words. */
#include "view/kitchen_draw.h"

#include <stdio.h>

static Paint plain(const Kitchen *k, TokenId token) {
    return paint_plain(kitchen_color(k, token));
}

static void frame(const Kitchen *k, Rect r, float radius, TokenId fill, float width, TokenId edge) {
    draw_frame(k->draw, r, radius, plain(k, fill), width, kitchen_color(k, edge));
}

static void say_at(const Kitchen *k, float x, float y, float size, FaceId face, TokenId color,
                   const char *text) {
    kitchen_say(k, (Words){x, y, size, face, color, TEXT_LEFT, 0}, text);
}

/* "Rail 2": the word quiet but firm, the number quieter. */
static void say_title(const Kitchen *k, float x, float y, const char *word, const char *number) {
    Words w = {x, y, 18, FACE_SEMI, TOKEN_INK2, TEXT_LEFT, 0};
    kitchen_say(k, w, word);
    w.x += kitchen_said_width(k, w, word) + 10;
    w.face = FACE_TEXT;
    kitchen_say(k, w, number);
}

static const char *n_of_m(const Kitchen *k, uint32_t n, uint32_t m, char *out) {
    char a[WORDS], b[WORDS];
    if (!m) return kitchen_count(n, out);
    return kitchen_words(k, MSG_THING_OF, kitchen_count(n, a), kitchen_count(m, b), out);
}

/* --- the rail ------------------------------------------------------------------------------- */

static void draw_rail(const Kitchen *k, const SceneThing *t) {
    char n[WORDS];
    Color out = kitchen_color(k, TOKEN_OUT);
    say_title(k, t->at.x + 2, t->at.y - 10, kitchen_word(k, MSG_THING_RAIL), kitchen_count(t->count, n));
    draw_frame(k->draw, t->at, 6, plain(k, TOKEN_STEEL_LOW), 2.4f, out);
    for (int i = 0; i < 2; i++)
        draw_disc(k->draw, (Point){t->at.x + 10 + (t->at.w - 20) * (float)i, t->at.y + 6}, 3.5f,
                  kitchen_color(k, TOKEN_STEEL_DEEP));
}

/* Its lower edge is torn off in teeth. */
static void draw_paper(const Kitchen *k, Rect r, const Hue *hue, bool next) {
    enum { TEETH = 9 };
    Point edge[2 + 2 * TEETH + 1];
    int n = 0;
    edge[n++] = (Point){r.x, r.y};
    edge[n++] = (Point){r.x + r.w, r.y};
    for (int i = 0; i <= 2 * TEETH - 1; i++)
        edge[n++] = (Point){r.x + r.w - r.w * (float)i / (2 * TEETH - 1), r.y + r.h - (i % 2 ? 0 : 9)};
    draw_polygon(k->draw, edge, (uint32_t)n, plain(k, TOKEN_PAPER));
    draw_rect(k->draw, (Rect){r.x, r.y, r.w, 0.13f * r.h}, hue->base);
    LineStyle line = {.width = next ? 4 : 2.4f, .closed = true, .round_ends = true};
    line.color = next ? kitchen_color(k, TOKEN_INK) : hue->deep;
    draw_polyline(k->draw, edge, (uint32_t)n, line);
}

static void draw_bundle(const Kitchen *k, const ScenePlate *p, Rect r, const Hue *hue) {
    char text[WORDS] = "+";
    for (int i = 2; i > 0; i--) draw_paper(k, (Rect){r.x - 7 * (float)i, r.y, r.w, r.h}, hue, false);
    draw_paper(k, r, hue, false);
    kitchen_count(p->more + 1, text + 1);
    kitchen_say(k, (Words){r.x + r.w / 2, r.y + r.h - 24, 20, FACE_BOLD, TOKEN_ON_PAPER, TEXT_MIDDLE, 0},
                text);
}

void kitchen_ticket(const Kitchen *k, const ScenePlate *p) {
    char name[WORDS];
    const Hue *hue = &k->show->theme->hues[p->dish.hue];
    float w = 2 * p->dish.radius, h = 1.2f * w, x = p->dish.at.x - w / 2;
    Rect r = {x, p->dish.at.y, w, h};
    if (p->more) draw_bundle(k, p, r, hue);
    else draw_paper(k, r, hue, p->next);
    draw_sprite(k->draw, p->dish.sprite, (Rect){x + 0.23f * w, r.y + 0.2f * h, 0.54f * w, 0.45f * h},
                0xFFFFFFFF);
    Rect clip = {p->dish.at.x - 11, 38, 22, 22};
    frame(k, clip, 4, TOKEN_STEEL_LOW, 2, TOKEN_OUT);
    if (p->more) return;
    kitchen_say(k, (Words){p->dish.at.x, r.y + h - 22, 19, FACE_SEMI, TOKEN_ON_PAPER, TEXT_MIDDLE, w - 8},
                kitchen_task_name(k, p->task, name));
    if (!p->next) return;
    const char *word = msg_text(k->show->lang, MSG_THING_NEXT);
    Words flag = {p->dish.at.x, r.y + h + 7, 18, FACE_BOLD, TOKEN_SURFACE, TEXT_MIDDLE, 0};
    float fw = kitchen_said_width(k, flag, word) + 22;
    draw_round(k->draw, (Rect){p->dish.at.x - fw / 2, r.y + h - 13, fw, 28}, 14, kitchen_color(k, TOKEN_INK));
    kitchen_say(k, flag, word);
}

/* --- menus ----------------------------------------------------------------------------------- */

static void draw_child(const Kitchen *k, TaskId task, Point at) {
    Role role = cast_role(k->scene->cast, task);
    TaskState state = moment_task_state(k->show->model, k->scene->at, task);
    Dish dish = {
        .at = at, .radius = 20, .hue = role.hue, .sprite = role.sprite, .left = -1, .no_badge = true};
    dish.look = state == TASK_RUNNING ? LOOK_RUNNING : LOOK_READY;
    dish_draw(k->draw, k->show->theme, &dish);
    LookId badge = state == TASK_DONE ? LOOK_DONE : state == TASK_FAILED ? LOOK_FAILED : LOOK_CANCELLED;
    if (!task_state_live(state)) dish_badge(k->draw, k->show->theme, (Point){at.x + 13, at.y + 13}, 9, badge);
}

static void draw_share(const Kitchen *k, const SceneThing *t) {
    char n[WORDS], m[WORDS], of[WORDS];
    Rect bar = {t->at.x + 16, t->at.y + 112, t->at.w - 32, 18};
    say_at(k, t->at.x + 16, t->at.y + 78, 28, FACE_BOLD, TOKEN_ON_PAPER, kitchen_count(t->count, n));
    kitchen_words(k, MSG_THING_OF, "", kitchen_count(t->room, m), of);
    say_at(k, t->at.x + 16, t->at.y + 102, 18, FACE_TEXT, TOKEN_ON_PAPER, of);
    draw_round(k->draw, bar, 9, 0xFFE3D4BC);
    bar.w *= (float)t->count / (float)(t->room ? t->room : 1);
    draw_round(k->draw, bar, 9, 0xFF00724F);
}

static void draw_menu(const Kitchen *k, const SceneThing *t) {
    char name[WORDS], done[WORDS];
    const Hue *hue = &k->show->theme->hues[cast_role(k->scene->cast, t->task).hue];
    frame(k, t->at, 8, TOKEN_PAPER, 2, TOKEN_OUT);
    Rect head = {t->at.x + 1, t->at.y + 1, t->at.w - 2, 38};
    draw_round(k->draw, head, 7, hue->base);
    draw_rect(k->draw, (Rect){head.x, head.y + 20, head.w, 18}, hue->base);
    Color on = theme_on(k->show->theme, hue->base);
    TextStyle title = {FACE_SEMI, 20, on};
    text_line(k->draw, title, (Rect){head.x + 12, head.y, head.w - 50, 38}, TEXT_LEFT,
              kitchen_task_name(k, t->task, name));
    draw_sprite(k->draw, "state-task", (Rect){head.x + head.w - 34, head.y + 8, 22, 22}, on);
    if (t->room > THING_CHILDREN) draw_share(k, t);
    else
        for (uint32_t i = 0; i < t->shown; i++)
            draw_child(k, t->children[i],
                       (Point){t->at.x + 34 + 54 * (float)(i % 3), t->at.y + 68 + 48 * (float)(i / 3)});
    float foot = t->at.y + t->at.h - 12;
    say_at(k, t->at.x + 14, foot, 18, FACE_TEXT, TOKEN_ON_PAPER, kitchen_word(k, MSG_THING_MENU));
    kitchen_say(k, (Words){t->at.x + t->at.w - 12, foot, 18, FACE_SEMI, TOKEN_ON_PAPER, TEXT_RIGHT, 0},
                n_of_m(k, t->count, t->room, done));
}

/* --- the wall ---------------------------------------------------------------------------------- */

static void draw_hook_board(const Kitchen *k, Rect r, bool held) {
    frame(k, r, 8, TOKEN_WOOD, 2.4f, TOKEN_OUT);
    draw_round(k->draw, (Rect){r.x + 3, r.y + r.h - 12, r.w - 6, 9}, 5, kitchen_color(k, TOKEN_WOOD_LOW));
    float size = 0.78f * r.h;
    Rect knife = {r.x + (r.w - size) / 2, r.y + (r.h - size) / 2, size, size};
    draw_disc(k->draw, (Point){r.x + r.w / 2, r.y + 0.16f * r.h}, 4, kitchen_color(k, TOKEN_STEEL_DEEP));
    /* Who holds it has taken it along: its shape alone is left. */
    draw_sprite(k->draw, "knife", knife, held ? 0x38FFFFFF : 0xFFFFFFFF);
}

static void say_of_thing(const Kitchen *k, Rect r, bool small, const char *name, const char *state, int hue) {
    float x = r.x + r.w + 14, y = small ? r.y + 17 : r.y + 22;
    say_at(k, x, y, 18, FACE_SEMI, TOKEN_INK2, name);
    if (small && r.h < 60) return;
    Words w = {x, y + (small ? 24 : 28), small ? 18 : 20, FACE_SEMI, TOKEN_INK, TEXT_LEFT, small ? 0 : 210};
    kitchen_say(k, w, state);
    w.most = 0;
    float width = gfx_min(kitchen_said_width(k, w, state), small ? 160 : 210);
    if (hue >= 0) draw_round(k->draw, (Rect){x, w.y + 8, width, 4}, 2, k->show->theme->hues[hue].base);
}

static int hue_of(const Kitchen *k, TaskId task) {
    return task ? (int)cast_role(k->scene->cast, task).hue : -1;
}

static void draw_lock(const Kitchen *k, const SceneThing *t) {
    char name[WORDS], holder[WORDS], state[WORDS];
    bool held = t->count > 0;
    Rect board =
        t->small ? (Rect){t->at.x, t->at.y, t->at.h * 0.9f, t->at.h} : (Rect){t->at.x, t->at.y, 92, 96};
    draw_hook_board(k, board, held);
    const char *says = kitchen_word(k, MSG_THING_ON_THE_HOOK);
    if (t->task) says = kitchen_words(k, MSG_THING_HAS_IT, kitchen_task_name(k, t->task, holder), "", state);
    say_of_thing(k, board, t->small, kitchen_object_name(k, t->object, name), says, hue_of(k, t->task));
}

static void draw_bell(const Kitchen *k, const SceneThing *t) {
    char name[WORDS];
    float size = t->small ? t->at.h : 104;
    Rect r = {t->at.x, t->at.y, size, size};
    draw_sprite_turned(k->draw, "bell", r, t->set ? 8 * GFX_PI / 180 : 0, 0xFFFFFFFF);
    say_of_thing(k, r, t->small, kitchen_object_name(k, t->object, name),
                 kitchen_word(k, t->set ? MSG_THING_BELL_SET : MSG_THING_BELL_CLEAR), -1);
}

static void draw_tray(const Kitchen *k, const SceneThing *t) {
    char name[WORDS], n[WORDS];
    float size = t->small ? t->at.h : 104;
    Rect r = {t->at.x, t->at.y, size, size};
    draw_sprite(k->draw, "tray", r, 0xFFFFFFFF);
    say_of_thing(k, r, t->small, kitchen_object_name(k, t->object, name), n_of_m(k, t->count, t->room, n),
                 -1);
}

/* --- the oven ------------------------------------------------------------------------------------ */

static void draw_oven(const Kitchen *k, const SceneThing *t) {
    char n[WORDS];
    Rect window = {t->at.x + 14, t->at.y + 36, t->at.w - 28, t->at.h - 50};
    frame(k, t->at, 14, TOKEN_STEEL, 2.6f, TOKEN_OUT);
    draw_round(k->draw, (Rect){t->at.x + 3, t->at.y + t->at.h - 12, t->at.w - 6, 9}, 5,
               kitchen_color(k, TOKEN_STEEL_LOW));
    frame(k, window, 8, TOKEN_INSIDE, 2.4f, TOKEN_OUT);
    Rect floor = {window.x + 3, window.y + window.h - 43, window.w - 6, 40};
    Color glow = kitchen_color(k, TOKEN_GLOW);
    draw_frame(
        k->draw, floor, 0,
        (Paint){.kind = PAINT_GRADIENT, .ground = color_fade(glow, 0), .color = color_fade(glow, 0.42f)}, 0,
        0);
    Words title = {t->at.x + 18, t->at.y + 25, 18, FACE_SEMI, TOKEN_ON_STEEL, TEXT_LEFT, 0};
    const char *word = kitchen_word(k, MSG_THING_OVEN);
    kitchen_say(k, title, word);
    title.x += kitchen_said_width(k, title, word) + 10;
    title.face = FACE_TEXT;
    if (t->count > 1) kitchen_say(k, title, kitchen_count(t->count, n));
    for (int i = 0; i < 3; i++) {
        Point knob = {t->at.x + t->at.w - 24 - 28 * (float)i, t->at.y + 19};
        draw_frame(k->draw, rect_around(knob, 9), 9, plain(k, TOKEN_PLATE), 2, kitchen_color(k, TOKEN_OUT));
        draw_line(k->draw, knob, (Point){knob.x + 5 * sinf((float)i), knob.y - 5 * cosf((float)i)}, 2,
                  kitchen_color(k, TOKEN_OUT));
    }
}

/* --- the stove ------------------------------------------------------------------------------------ */

static void draw_burner(const Kitchen *k, float x, float y, bool lit, bool wide) {
    Rect r = {x - 48, y - 58, 96, 72};
    draw_sprite(k->draw, lit ? "burner-lit" : "burner-free", r, 0xFFFFFFFF);
    if (!lit && wide)
        kitchen_say(k, (Words){x, y - 34, 18, FACE_TEXT, TOKEN_INK2, TEXT_MIDDLE, 0},
                    msg_text(k->show->lang, MSG_THING_FREE));
}

static void draw_stove(const Kitchen *k, const SceneThing *t) {
    char name[WORDS], n[WORDS];
    float pitch = scene_burner_pitch(t);
    bool wide = pitch > 104;
    uint32_t burners = (uint32_t)gfx_min((float)t->room, (t->at.w - 20) / pitch + 0.3f);
    if (burners == 0 && t->room) burners = 1;
    for (uint32_t i = 0; i < burners; i++)
        draw_burner(k, t->at.x + 70 + pitch * (float)i, t->at.y - 4, i < t->count, wide);
    frame(k, t->at, 8, TOKEN_STEEL, 2.6f, TOKEN_OUT);
    draw_round(k->draw, (Rect){t->at.x + 3, t->at.y + t->at.h - 12, t->at.w - 6, 9}, 4,
               kitchen_color(k, TOKEN_STEEL_LOW));
    float y = t->at.y + 25;
    say_at(k, t->at.x + 18, y, 18, FACE_BOLD, TOKEN_ON_STEEL, kitchen_object_name(k, t->object, name));
    kitchen_say(k, (Words){t->at.x + t->at.w - 16, y, 18, FACE_SEMI, TOKEN_ON_STEEL, TEXT_RIGHT, 0},
                n_of_m(k, t->count, t->room, n));
}

/* --- the pass -------------------------------------------------------------------------------------- */

static const char *item_text(const Kitchen *k, const Item *item, char *out) {
    if (item->value & CODE_NUMBER) {
        int32_t n = (int32_t)(item->value << 1) >> 1;
        snprintf(out, WORDS, "%d", n);
        return out;
    }
    return item->value ? trace_text(model_trace(k->show->model), item->value, NULL) : "";
}

static void draw_item(const Kitchen *k, const Item *item, Rect r) {
    char text[WORDS];
    int who = hue_of(k, item->by);
    const Hue *hue = &k->show->theme->hues[who >= 0 ? who : HUE_COCOA];
    draw_frame(k->draw, r, 9, plain(k, TOKEN_PLATE), 2.4f, hue->deep);
    draw_round(k->draw, (Rect){r.x + 5, r.y + r.h - 11, r.w - 10, 6}, 3, hue->base);
    TextStyle style = {FACE_SEMI, 17, kitchen_color(k, TOKEN_ON_PAPER)};
    text_line(k->draw, style, (Rect){r.x + 4, r.y, r.w - 8, r.h - 10}, TEXT_MIDDLE, item_text(k, item, text));
}

static void draw_slot(const Kitchen *k, Rect r) {
    Point corners[] = {{r.x, r.y}, {r.x + r.w, r.y}, {r.x + r.w, r.y + r.h}, {r.x, r.y + r.h}};
    draw_round(k->draw, r, 8, kitchen_color(k, TOKEN_SLOT));
    draw_polyline(
        k->draw, corners, 4,
        (LineStyle){.width = 2, .color = kitchen_color(k, TOKEN_LINE2), .dash = 7, .gap = 5, .closed = true});
}

static void draw_pass(const Kitchen *k, const SceneThing *t) {
    enum { SLOT = 52, PITCH = 60 };
    char name[WORDS], n[WORDS];
    uint32_t slots = (uint32_t)(t->at.w / PITCH + 0.5f);
    say_title(k, t->at.x, t->at.y - 12, kitchen_object_name(k, t->object, name),
              n_of_m(k, t->count, t->room, n));
    for (uint32_t i = 0; i < slots; i++) {
        Rect r = {t->at.x + PITCH * (float)i + 2, t->at.y, SLOT, SLOT};
        if (i < t->shown) draw_item(k, &t->items[i], r);
        else draw_slot(k, r);
    }
    frame(k, (Rect){t->at.x - 6, t->at.y + SLOT + 4, t->at.w + 4, 11}, 5, TOKEN_WOOD, 2.2f, TOKEN_OUT);
    for (int i = 0; !t->room && i < 3; i++) /* it has no end */
        draw_disc(k->draw, (Point){t->at.x + t->at.w + 8 + 10 * (float)i, t->at.y + SLOT + 9}, 2.4f,
                  kitchen_color(k, TOKEN_OUT));
}

/* --- what is over ------------------------------------------------------------------------------------ */

static void draw_ended(const Kitchen *k, const SceneThing *t) {
    static const MsgId words[THING_KINDS] = {
        [THING_SERVED] = MSG_THING_SERVED,
        [THING_STRUCK] = MSG_THING_STRUCK,
        [THING_BURNT] = MSG_THING_BURNT,
    };
    char n[WORDS];
    say_title(k, t->at.x + 4, t->at.y + 6, kitchen_word(k, words[t->kind]), kitchen_count(t->count, n));
}

void kitchen_thing(const Kitchen *k, const SceneThing *t) {
    static void (*const draw[THING_KINDS])(const Kitchen *, const SceneThing *) = {
        [THING_RAIL] = draw_rail,    [THING_MENU] = draw_menu,   [THING_LOCK] = draw_lock,
        [THING_BELL] = draw_bell,    [THING_TRAY] = draw_tray,   [THING_OVEN] = draw_oven,
        [THING_STOVE] = draw_stove,  [THING_PASS] = draw_pass,   [THING_SERVED] = draw_ended,
        [THING_STRUCK] = draw_ended, [THING_BURNT] = draw_ended,
    };
    if (draw[t->kind]) draw[t->kind](k, t);
}
