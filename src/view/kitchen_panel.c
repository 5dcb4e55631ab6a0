#include "view/kitchen_panel.h"

static void follow(KitchenPanel *panel, const Showing *show, const Cast *cast, Cursor at, Rect r) {
    float width = kitchen_width(r);
    Cursor end = model_end(show->model);
    bool same = panel->model == show->model && panel->at == at && panel->end == end &&
                panel->scene.width == width && panel->scene.cast == cast;
    if (same) return;
    scene_make(&panel->scene, show->model, cast, at, width);
    panel->model = show->model;
    panel->at = at;
    panel->end = end;
}

static Rect plate_rect(const ScenePlate *p) {
    float r = p->dish.radius;
    if (p->on_ticket) return (Rect){p->dish.at.x - r, p->dish.at.y, 2 * r, 2.4f * r};
    return rect_around(p->dish.at, r);
}

static void touch_things(Ui *ui, const Scene *scene, KitchenAct *act) {
    UiId id = ui_id("kitchen.thing");
    for (uint32_t i = 0; i < scene->things.len; i++) {
        const SceneThing *t = &scene->things.items[i];
        if (!t->object && !t->task) continue;
        if (ui_touch(ui, ui_child(id, i), t->at, UI_NO_STOP).clicked)
            *act = (KitchenAct){
                .task = t->kind == THING_MENU ? t->task : 0, .object = t->object, .chosen = true};
    }
}

static void touch_plates(Ui *ui, const Scene *scene, KitchenAct *act) {
    UiId id = ui_id("kitchen.plate");
    for (uint32_t i = 0; i < scene->plates.len; i++) {
        const ScenePlate *p = &scene->plates.items[i];
        if (ui_touch(ui, ui_child(id, p->task), plate_rect(p), UI_NO_STOP).clicked)
            *act = (KitchenAct){.task = p->task, .chosen = true};
    }
}

KitchenAct kitchen_panel(Ui *ui, KitchenPanel *panel, const Showing *show, const Cast *cast, Cursor at,
                         Rect r) {
    KitchenAct act = {0};
    follow(panel, show, cast, at, r);
    kitchen_draw(ui->draw, show, &panel->scene, r);
    if (ui_touch(ui, ui_id("kitchen"), r, UI_STOP).clicked) act.chosen = true;
    draw_push_clip(ui->draw, r);
    KitchenPlace place = kitchen_place(&panel->scene, r);
    draw_push_place(ui->draw, place.x, place.y, place.scale);
    touch_things(ui, &panel->scene, &act);
    touch_plates(ui, &panel->scene, &act);
    draw_pop(ui->draw);
    draw_pop(ui->draw);
    return act;
}

void kitchen_panel_deinit(KitchenPanel *panel) {
    scene_deinit(&panel->scene);
}
