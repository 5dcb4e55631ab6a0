#include "view/kitchen_panel.h"

#include "model/called.h"

/* --- from scene to scene ------------------------------------------------------------------------- */

enum { FAR = 400 }; /* events: another part of the run, where all is different */

static bool is_near(Cursor a, Cursor b) {
    return a > b ? a - b < FAR : b - a < FAR;
}

static bool is_shown(const KitchenPanel *panel, const Showing *show, const Cast *cast, Cursor at,
                     float width) {
    return panel->model == show->model && panel->at == at && panel->end == model_end(show->model) &&
           panel->scene.width == width && panel->scene.cast == cast;
}

static void follow(Ui *ui, KitchenPanel *panel, const Showing *show, const Cast *cast, Cursor at, Rect r) {
    float width = kitchen_width(r);
    if (is_shown(panel, show, cast, at, width)) return;
    bool comes = panel->model == show->model && panel->scene.cast == cast && panel->scene.width == width &&
                 !show->theme->choice.still && (show->playing || is_near(at, panel->at));
    Scene old = panel->before;
    panel->before = panel->scene;
    panel->scene = old;
    scene_make(&panel->scene, show->model, cast, at, width);
    bool moved = panel->at != at || panel->model != show->model;
    if (!comes) move_stop(&panel->move);
    else if (moved)
        move_begin(&panel->move, show->model, &panel->before, &panel->scene, ui->now, show->playing);
    panel->model = show->model;
    panel->at = at;
    panel->end = model_end(show->model);
}

static void draw(Ui *ui, KitchenPanel *panel, const Showing *show, Rect r) {
    const Scene *scene = &panel->scene;
    bool moves = move_runs(&panel->move, ui->now), on = show->now > scene->time;
    if (moves || on) {
        move_show(&panel->move, scene, ui->now, &panel->shown);
        if (on) move_time(&panel->shown, show->now);
        scene = &panel->shown;
    }
    if (moves) ui_wake_at(ui, ui->now);
    kitchen_draw(ui->draw, show, scene, r);
}

/* --- what can be chosen --------------------------------------------------------------------------- */

static void add_spot(KitchenPanel *panel, Rect at, TaskId task, ObjectId object) {
    vec_push(&panel->spots, ((KitchenSpot){at, task, object}));
}

static void add_menu_spots(KitchenPanel *panel, const SceneThing *menu) {
    Point at;
    float radius;
    for (uint32_t i = 0; scene_child(menu, i, &at, &radius); i++)
        if (menu->children[i].task) add_spot(panel, rect_around(at, radius + 2), menu->children[i].task, 0);
}

/* What lies above comes later. */
static void find_spots(KitchenPanel *panel) {
    const Scene *s = &panel->scene;
    panel->spots.len = 0;
    for (uint32_t i = 0; i < s->things.len; i++) {
        const SceneThing *t = &s->things.items[i];
        bool menu = t->kind == THING_MENU;
        if (!menu && !t->object) continue;
        add_spot(panel, t->at, menu ? t->task : 0, menu ? 0 : t->object);
        if (menu) add_menu_spots(panel, t);
    }
    for (uint32_t i = 0; i < s->plates.len; i++)
        if (s->plates.items[i].task)
            add_spot(panel, scene_plate_rect(&s->plates.items[i]), s->plates.items[i].task, 0);
}

static bool is_same_spot(const KitchenSpot *a, const KitchenSpot *b) {
    return a->task == b->task && a->object == b->object && fabsf(a->at.x - b->at.x) < 1 &&
           fabsf(a->at.y - b->at.y) < 1;
}

/* The spot may have moved on with its task. */
static const KitchenSpot *walked_spot(const KitchenPanel *panel) {
    const KitchenSpot *found = NULL;
    if (!panel->walked.task && !panel->walked.object) return NULL;
    for (uint32_t i = 0; i < panel->spots.len; i++) {
        const KitchenSpot *s = &panel->spots.items[i];
        if (is_same_spot(s, &panel->walked)) return s;
        if (s->task == panel->walked.task && s->object == panel->walked.object) found = s;
    }
    return found;
}

/* --- the keyboard ----------------------------------------------------------------------------------- */

/* How far a spot is in a direction, what is aside counting twice; below 0: it is not there. */
static float reach(Point from, Point to, float dx, float dy) {
    float x = to.x - from.x, y = to.y - from.y, ahead = x * dx + y * dy;
    return ahead < 4 ? -1 : ahead + 2 * fabsf(x * dy + y * dx);
}

static void walk(KitchenPanel *panel, float dx, float dy) {
    const KitchenSpot *now = walked_spot(panel), *best = NULL;
    float least = 0;
    for (uint32_t i = 0; i < panel->spots.len; i++) {
        const KitchenSpot *s = &panel->spots.items[i];
        float far = now ? reach(rect_middle(now->at), rect_middle(s->at), dx, dy) : s->at.x;
        if (far < 0 || (best && far >= least)) continue;
        best = s;
        least = far;
    }
    if (best) panel->walked = *best;
}

/* The arrows walk only where the keyboard has led: after a click they are still the player's. */
static void take_keys(Ui *ui, KitchenPanel *panel, UiId id) {
    static const struct {
        Key key;
        float dx, dy;
    } ways[] = {{KEY_LEFT, -1, 0}, {KEY_RIGHT, 1, 0}, {KEY_UP, 0, -1}, {KEY_DOWN, 0, 1}};
    Key key = ui->focus_shown ? ui_key_for(ui, id) : KEY_NONE;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (key != ways[i].key) continue;
        walk(panel, ways[i].dx, ways[i].dy);
        ui_take(ui);
    }
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static void say_name(Ui *ui, UiId id, const Showing *show, const KitchenSpot *s) {
    Buf name = {0};
    Speech speech = {.model = show->model,
                     .lang = show->lang,
                     .vocabulary = show->asyncio_words ? VOCABULARY_ASYNCIO : VOCABULARY_KITCHEN};
    if (s->task) called_task(&speech, s->task, &name);
    else called_object(&speech, s->object, &name);
    ui_tip(ui, id, s->at, buf_cstr(&name));
    buf_deinit(&name);
}

static void touch_spots(Ui *ui, KitchenPanel *panel, const Showing *show, KitchenAct *act) {
    UiId id = ui_id("kitchen.spot");
    for (uint32_t i = 0; i < panel->spots.len; i++) {
        const KitchenSpot *s = &panel->spots.items[i];
        UiTouch touch = ui_touch(ui, ui_child(id, i), s->at, UI_NO_STOP);
        if (touch.hover) {
            act->hover = s->task;
            ui->cursor = UI_CURSOR_HAND;
            say_name(ui, ui_child(id, i), show, s);
        }
        if (!touch.clicked) continue;
        *act = (KitchenAct){s->task, s->object, true, s->task};
        panel->walked = *s;
    }
}

static void show_walked(Ui *ui, const KitchenPanel *panel, UiId id) {
    const KitchenSpot *s = walked_spot(panel);
    if (!s || ui->focus != id || !ui->focus_shown) return;
    Rect ring = rect_inset(s->at, -7, -7);
    draw_frame(ui->draw, ring, gfx_min(16, ring.h / 2), paint_plain(0), 3, ui->style->accent);
}

KitchenAct kitchen_panel(Ui *ui, KitchenPanel *panel, const Showing *show, const Cast *cast, Cursor at,
                         Rect r) {
    KitchenAct act = {0};
    UiId id = ui_id("kitchen");
    follow(ui, panel, show, cast, at, r);
    draw(ui, panel, show, r);
    UiTouch touch = ui_touch(ui, id, r, UI_STOP);
    draw_push_clip(ui->draw, r);
    KitchenPlace place = kitchen_place(&panel->scene, r);
    draw_push_place(ui->draw, place.x, place.y, place.scale);
    find_spots(panel);
    take_keys(ui, panel, id);
    const KitchenSpot *walked = walked_spot(panel);
    bool by_key = touch.clicked && ui->input->kind == INPUT_KEY;
    if (by_key && walked) act = (KitchenAct){walked->task, walked->object, true, 0};
    else if (touch.clicked && !by_key) act.chosen = true;
    touch_spots(ui, panel, show, &act);
    show_walked(ui, panel, id);
    draw_pop(ui->draw);
    draw_pop(ui->draw);
    if (!walked) ui_focus_ring(ui, id, rect_inset(r, 8, 8), 12);
    return act;
}

void kitchen_panel_deinit(KitchenPanel *panel) {
    scene_deinit(&panel->scene);
    scene_deinit(&panel->before);
    scene_deinit(&panel->shown);
    move_deinit(&panel->move);
    vec_deinit(&panel->spots);
}
