/* The room itself, the lamp, the chef, his clock and his board. */
#include "view/kitchen_draw.h"

#include <math.h>

#define BACKSPLASH_TOP 276.0f
#define CHEF_HEIGHT 326.0f

static void draw_tiles(const Kitchen *k) {
    enum { TILE_W = 78, TILE_H = 39 };
    float left = k->whole.x, w = k->whole.w, right = left + w;
    float first = floorf(left / TILE_W) * TILE_W;
    Color joint = kitchen_color(k, TOKEN_JOINT);
    draw_rect(k->draw, (Rect){left, BACKSPLASH_TOP, w, 116}, kitchen_color(k, TOKEN_TILE));
    draw_rect(k->draw, (Rect){left, BACKSPLASH_TOP, w, 2}, joint);
    for (int row = 1; row < 3; row++)
        draw_rect(k->draw, (Rect){left, BACKSPLASH_TOP + TILE_H * (float)row, w, 1.5f}, joint);
    for (int row = 0; row < 3; row++)
        for (float x = first + (row % 2 ? TILE_W / 2.0f : 0); x < right; x += TILE_W)
            draw_rect(k->draw, (Rect){x, BACKSPLASH_TOP + TILE_H * (float)row, 1.5f, TILE_H}, joint);
}

void kitchen_room(const Kitchen *k) {
    float left = k->whole.x, w = k->whole.w, foot = k->whole.y + k->whole.h;
    draw_rect(k->draw, (Rect){left, k->whole.y, w, COUNTER_Y - k->whole.y}, kitchen_color(k, TOKEN_WALL));
    draw_tiles(k);
    Point beam[] = {{k->cx - 44, 44}, {k->cx + 44, 44}, {k->cx + 196, 392}, {k->cx - 196, 392}};
    draw_polygon(k->draw, beam, 4, paint_plain(kitchen_color(k, TOKEN_BEAM)));
    draw_rect(k->draw, (Rect){left, COUNTER_Y, w, 26}, kitchen_color(k, TOKEN_WOOD));
    draw_rect(k->draw, (Rect){left, COUNTER_Y, w, 4}, kitchen_color(k, TOKEN_WOOD_HIGH));
    draw_rect(k->draw, (Rect){left, COUNTER_Y + 21, w, 5}, kitchen_color(k, TOKEN_WOOD_LOW));
    draw_rect(k->draw, (Rect){left, COUNTER_Y + 26, w, foot - COUNTER_Y - 26}, kitchen_color(k, TOKEN_CAB));
    draw_rect(k->draw, (Rect){k->cx - 1, k->whole.y, 2, 10 - k->whole.y}, kitchen_color(k, TOKEN_OUT));
}

static const char *chef_sprite(const Scene *s) {
    static const char *const sprites[CHEF_STATES] = {
        [CHEF_OUTSIDE] = "chef-work",  [CHEF_LOOP] = "chef-ticket",    [CHEF_TURN] = "chef-work",
        [CHEF_CALLBACK] = "chef-work", [CHEF_BLOCKED] = "chef-frozen", [CHEF_IDLE] = "chef-idle",
        [CHEF_OVER] = "chef-idle",
    };
    return s->work ? "chef-work" : sprites[s->chef.state];
}

static void draw_clock(const Kitchen *k) {
    Point middle = {k->cx + 138, 92};
    double seconds = (double)k->now / 1e9;
    float angle = (float)(fmod(seconds, 60) / 60) * 2 * GFX_PI;
    draw_frame(k->draw, rect_around(middle, 34), 34, paint_plain(kitchen_color(k, TOKEN_WOOD)), 2.6f,
               kitchen_color(k, TOKEN_OUT));
    draw_frame(k->draw, rect_around(middle, 25), 25, paint_plain(kitchen_color(k, TOKEN_PAPER)), 2,
               kitchen_color(k, TOKEN_OUT));
    for (int i = 0; i < 12; i++) {
        float a = (float)i / 12 * 2 * GFX_PI;
        Point outer = {middle.x + 21 * sinf(a), middle.y - 21 * cosf(a)};
        Point inner = {middle.x + 17 * sinf(a), middle.y - 17 * cosf(a)};
        draw_line(k->draw, inner, outer, 1.6f, kitchen_color(k, TOKEN_OUT));
    }
    Point tip = {middle.x + 19 * sinf(angle), middle.y - 19 * cosf(angle)};
    draw_line(k->draw, middle, tip, 3, 0xFFB93718);
    draw_disc(k->draw, middle, 3.4f, kitchen_color(k, TOKEN_OUT));
}

static void say_what_he_waits_for(const Kitchen *k) {
    char time[WORDS];
    if (k->scene->chef.state != CHEF_IDLE || !k->scene->chef.until) return;
    kitchen_time(k, k->scene->chef.until, time);
    Saying w = {k->cx + 140, 148, 18, FACE_TEXT, TOKEN_INK2, TEXT_MIDDLE, 98};
    kitchen_say(k, w, kitchen_word(k, MSG_THING_NEXT_RING));
    w.y += 22;
    w.face = FACE_SEMI;
    kitchen_say(k, w, time);
}

void kitchen_lamp(const Kitchen *k) {
    draw_sprite(k->draw, "lamp", (Rect){k->cx - 52, -36, 104, 104}, 0xFFFFFFFF);
    draw_clock(k);
}

void kitchen_chef(const Kitchen *k) {
    Rect chef = {k->cx - CHEF_HEIGHT / 2, COUNTER_Y - CHEF_HEIGHT, CHEF_HEIGHT, CHEF_HEIGHT};
    draw_sprite(k->draw, chef_sprite(k->scene), chef, 0xFFFFFFFF);
    say_what_he_waits_for(k);
}

void kitchen_board(const Kitchen *k) {
    Point top[] = {{k->cx - 130, 374}, {k->cx + 130, 374}, {k->cx + 145, 402}, {k->cx - 145, 402}};
    Color out = kitchen_color(k, TOKEN_OUT);
    draw_polygon(k->draw, top, 4, paint_plain(kitchen_color(k, TOKEN_WOOD)));
    draw_polyline(k->draw, top, 4,
                  (LineStyle){.width = 2.6f, .color = out, .closed = true, .round_ends = true});
    draw_frame(k->draw, (Rect){k->cx - 145, 400, 290, 9}, 2, paint_plain(kitchen_color(k, TOKEN_WOOD_LOW)),
               2.6f, out);
}
