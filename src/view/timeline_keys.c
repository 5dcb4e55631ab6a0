#include "view/timeline_local.h"

/* The keyboard in the lanes: arrows go from span to span and from lane to lane, Enter goes there in time. */

static KeptLane *focus_lane(Timeline *l) {
    if (l->p->focus_row >= l->lanes->rows.len) l->p->focus_row = 0;
    return bars_of_row(l, &l->lanes->rows.items[l->p->focus_row]);
}

/* The one that is chosen by the keyboard, or, if it is gone, the one where it was. */
static uint32_t focus_index(const Timeline *l, const KeptLane *lane) {
    for (uint32_t i = 0; i < lane->bars.len; i++) {
        const Bar *bar = &lane->bars.items[i];
        if (bar->begin <= l->p->focus_begin && (bar->end == NEVER || l->p->focus_begin < bar->end)) return i;
    }
    for (uint32_t i = lane->bars.len; i-- > 0;)
        if (lane->bars.items[i].begin <= l->p->focus_begin) return i;
    return 0;
}

static const Bar *focus_bar(Timeline *l) {
    const KeptLane *lane = focus_lane(l);
    if (!lane || lane->bars.len == 0) return NULL;
    return &lane->bars.items[focus_index(l, lane)];
}

static void move_along(Timeline *l, int by) {
    const KeptLane *lane = focus_lane(l);
    if (!lane || lane->bars.len == 0) return;
    uint32_t i = focus_index(l, lane), to = by < 0 ? i - 1 : i + 1;
    bool beyond = by < 0 ? i == 0 : to >= lane->bars.len;
    const Bar *bar = &lane->bars.items[beyond ? i : to];
    l->p->focus_begin = bar->begin;
    if (beyond) view_pan(l->p, l->m, 0.4 * by, l->ui->now);
    else if (l->p->placed && (bar->to < 0 || bar->from > l->area.w * 0.95f || (by < 0 && bar->from < 0)))
        view_pan(l->p, l->m, (double)((gfx_max(bar->from, -l->area.w) - 0.3f * l->area.w) / l->area.w),
                 l->ui->now);
}

static void move_across(Timeline *l, int by) {
    uint32_t rows = l->lanes->rows.len, to = l->p->focus_row;
    if (by < 0 && to > 0) to--;
    if (by > 0 && to + 1 < rows) to++;
    l->p->focus_row = to;
    const Row *row = &l->lanes->rows.items[to];
    if (row->kind == ROW_CHEF) return;
    scroll_reveal(&l->p->scroll, l->ui,
                  (ScrollView){.view = l->body, .content = l->lanes->height, .step = l->lane}, row->y,
                  row->h);
}

static void begin_focus(Timeline *l) {
    if (l->p->focused) return;
    l->p->focused = true;
    uint32_t row = rows_of_task(l->lanes, l->show->selected);
    l->p->focus_row = row == NEVER ? 0 : row;
    l->p->focus_begin = l->show->at;
}

/* Enter: as a click there. */
static void press(Timeline *l) {
    const Row *row = &l->lanes->rows.items[l->p->focus_row];
    if (row->kind == ROW_CROWD) {
        rows_fold(l->lanes, row);
        ui_wake_at(l->ui, l->ui->now);
        return;
    }
    const Bar *bar = focus_bar(l);
    if (!bar) return;
    l->act.chose = true;
    l->act.task = row->kind == ROW_TASK ? row->id : row->kind == ROW_CHEF ? timeline_chef_task(l, bar) : 0;
    l->act.object = row->kind == ROW_OBJECT ? row->id : 0;
    l->act.go = bar->begin;
}

static bool in_use(const Timeline *l) {
    return l->ui->focus == l->id && l->ui->focus_shown;
}

void timeline_keys(Timeline *l) {
    if (!in_use(l)) {
        l->p->focused = false;
        return;
    }
    begin_focus(l);
    switch (ui_key_for(l->ui, l->id)) {
    case KEY_LEFT: move_along(l, -1); break;
    case KEY_RIGHT: move_along(l, 1); break;
    case KEY_UP: move_across(l, -1); break;
    case KEY_DOWN: move_across(l, 1); break;
    case KEY_HOME: l->p->focus_begin = 0; break;
    case KEY_END: l->p->focus_begin = model_end(l->m); break;
    default:
        if (l->ui->clicked == l->id && l->ui->input->kind == INPUT_KEY) press(l);
        return;
    }
    ui_take(l->ui);
    ui_wake_at(l->ui, l->ui->now);
}

void timeline_focus(Timeline *l) {
    if (!in_use(l)) return;
    const Row *row = &l->lanes->rows.items[l->p->focus_row];
    const Bar *bar = focus_bar(l);
    bool chef = row->kind == ROW_CHEF;
    float h = chef ? l->chef : row->h, y = rows_y(l, row), top = chef ? l->area.y : l->body.y;
    Rect r = {l->area.x, y + 1, l->area.w, h - 2};
    if (bar && !(l->show->hide_future && bar->begin > l->show->at)) {
        float from = gfx_max(-2, bar->from), to = gfx_min(l->area.w + 2, bar->to);
        r = (Rect){l->area.x + from, y + 1, gfx_max(6, to - from), h - 2};
        timeline_tip(l, l->id, row, bar);
    }
    draw_push_clip(l->d, (Rect){l->panel.x, top, l->panel.w, chef ? l->chef : l->body.h});
    draw_frame(l->d, rect_inset(r, -2, 0), 5, paint_plain(0), 3, timeline_color(l, TOKEN_ACCENT));
    draw_pop(l->d);
}
