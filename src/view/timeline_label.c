#include "view/timeline_local.h"

#include "ui/layout.h"
#include "view/dish.h"
#include "view/format.h"

#include <stdio.h>
#include <string.h>

/* The column at the left: what each row is. */

static const char *const icons[OBJECT_KINDS] = {
    [OBJECT_LOCK] = "knife",  [OBJECT_SEMAPHORE] = "burner-lit", [OBJECT_BOUNDED_SEMAPHORE] = "burner-lit",
    [OBJECT_QUEUE] = "shelf", [OBJECT_LIFO_QUEUE] = "shelf",     [OBJECT_PRIORITY_QUEUE] = "shelf",
    [OBJECT_EVENT] = "bell",  [OBJECT_CONDITION] = "bell",       [OBJECT_BARRIER] = "tray"};

static void label_icon(const Timeline *l, const Row *row, Point at, float radius) {
    if (row->kind == ROW_CHEF) {
        draw_sprite(l->d, "toque", rect_around(at, radius), timeline_color(l, TOKEN_INK));
        return;
    }
    if (row->kind == ROW_OBJECT) {
        const char *icon = icons[trace_object_at(model_trace(l->m), row->id)->kind];
        if (icon) draw_sprite(l->d, icon, rect_around(at, radius), 0xFFFFFFFF);
        return;
    }
    TaskId task = row->kind == ROW_CROWD ? l->lanes->crowds.items[row->id].first : row->id;
    Role role = cast_role(l->show->cast, task);
    dish_draw(l->d, l->t,
              &(Dish){.at = at,
                      .radius = radius,
                      .hue = role.hue,
                      .sprite = role.sprite,
                      .look = LOOK_ASLEEP,
                      .left = -1,
                      .no_badge = true});
}

/* Too long: cut at the end, but a number there is kept. */
static void cut_name(const Timeline *l, TextStyle style, char *name, float room) {
    size_t len = strlen(name), tail = len;
    while (tail > 0 && name[tail - 1] >= '0' && name[tail - 1] <= '9') tail--;
    if (tail == len || text_width(l->d, style, name) <= room) return;
    if (tail > 0 && (name[tail - 1] == '-' || name[tail - 1] == ' ' || name[tail - 1] == '_')) tail--;
    char end[TIMELINE_NAME];
    snprintf(end, sizeof end, "…%s", name + tail);
    float left = room - text_width(l->d, style, end);
    size_t fits =
        l->d->fonts && left > 0 ? font_fit(l->d->fonts, style.face, style.size, name, tail, left) : tail / 2;
    if (fits + strlen(end) < TIMELINE_NAME) memcpy(name + fits, end, strlen(end) + 1);
}

static void label_text(Timeline *l, const Row *row, char *out) {
    Buf text = {0}, count = {0};
    out[0] = '\0';
    switch (row->kind) {
    case ROW_CHEF: snprintf(out, TIMELINE_NAME, "%s", timeline_say(l, MSG_TIMELINE_CHEF)); break;
    case ROW_CROWD:
        snprintf(out, TIMELINE_NAME, "%s",
                 trace_text(model_trace(l->m), l->lanes->crowds.items[row->id].function, NULL));
        break;
    case ROW_MORE:
        format_count(&count, row->id);
        msg_format(&text, l->show->lang, MSG_TIMELINE_MORE, (const char *const[]){buf_cstr(&count)}, 1);
        snprintf(out, TIMELINE_NAME, "%s", buf_cstr(&text));
        break;
    default: snprintf(out, TIMELINE_NAME, "%s", bars_name(l, bars_of_row(l, row))); break;
    }
    buf_deinit(&text);
    buf_deinit(&count);
}

static bool is_selected(const Timeline *l, const Row *row) {
    if (row->kind == ROW_TASK) return l->show->selected == row->id;
    return row->kind == ROW_OBJECT && l->show->selected_object == row->id;
}

static void label_count(Timeline *l, const Row *row, Rect r) {
    Buf text = {0};
    format_count(&text, l->lanes->crowds.items[row->id].tasks);
    text_line(l->d, timeline_small(l, FACE_TEXT, TOKEN_INK2), r, TEXT_LEFT, buf_cstr(&text));
    buf_deinit(&text);
}

static void fold_button(Timeline *l, const Row *row, Rect r) {
    float size = l->t->type[SIZE_SMALL] * 0.8f;
    UiId id = ui_child(ui_child(l->id, 100 + (uint32_t)row->kind), row->id);
    UiTouch touch = ui_touch(l->ui, id, r, UI_STOP);
    ui_tip(l->ui, id, r, msg_text(l->show->lang, row->folded ? MSG_TIMELINE_UNFOLD : MSG_TIMELINE_FOLD));
    ui_focus_ring(l->ui, id, rect_inset(r, 4, 4), 4);
    Color c = color_mix(timeline_color(l, TOKEN_INK2), timeline_color(l, TOKEN_INK), touch.warm);
    draw_sprite_turned(l->d, "ui-caret", rect_centred(r, size, size), row->folded ? -GFX_PI / 2 : 0, c);
    if (touch.hover) l->ui->cursor = UI_CURSOR_HAND;
    if (touch.clicked) rows_fold(l->lanes, row), ui_wake_at(l->ui, l->ui->now);
}

/* What the search has found is framed, what matches as well is lit. */
static void mark_match(const Timeline *l, const Row *row, Rect r) {
    if (row->kind != ROW_TASK || !timeline_matches(l, row->id)) return;
    bool found = l->p->found == row->id;
    draw_frame(l->d, draw_snap(l->d, r), 8, paint_plain(timeline_color(l, TOKEN_LIT)), found ? 2.5f : 0,
               timeline_color(l, TOKEN_INK));
}

/* Nothing of the future is told while there is a question about it. */
static bool is_to_come(const Timeline *l, const Row *row) {
    if (!l->show->hide_future) return false;
    const Trace *t = model_trace(l->m);
    if (row->kind == ROW_TASK) return trace_task_at(t, row->id)->made > l->show->at;
    if (row->kind == ROW_CROWD)
        return trace_task_at(t, l->lanes->crowds.items[row->id].first)->made > l->show->at;
    return row->kind == ROW_OBJECT && trace_object_at(t, row->id)->made > l->show->at;
}

void timeline_label(Timeline *l, const Row *row) {
    char name[TIMELINE_NAME];
    float h = row->kind == ROW_CHEF ? l->chef : row->h, y = rows_y(l, row);
    float line = gfx_min(h, l->lane),
          radius = gfx_min(0.46f * line, (l->t->choice.presentation ? 26 : 15) * l->k),
          indent = 9 * l->k * (row->depth > 1 ? (float)row->depth - 1 : 0);
    if (row->kind == ROW_CHEF) radius = gfx_min(0.36f * h, 21 * l->k);
    Rect r = {l->corner.x, y, l->corner.w, h};
    Rect at = row->kind == ROW_CROWD ? (Rect){r.x, y + 2, r.w, 1.5f * l->t->type[SIZE_SMALL]} : r;
    if (is_selected(l, row)) draw_round(l->d, rect_inset(r, 0, 1), 8, timeline_color(l, TOKEN_ACCENT_PALE));
    mark_match(l, row, rect_inset(r, 0, 1));
    if (is_to_come(l, row)) return;
    float left = gfx_max(radius, 0.58f * l->t->type[SIZE_SMALL]) + 4;
    Point dish = {r.x + left + indent, at.y + at.h / 2};
    if (row->kind != ROW_MORE) label_icon(l, row, dish, radius);
    Rect text = {dish.x + left + 4, at.y, r.x + r.w - (dish.x + left + 4) - 4, at.h};
    if (row->folds) fold_button(l, row, cut_right(&text, 24 * l->k));
    TextStyle style = timeline_small(l, row->kind == ROW_CHEF ? FACE_BOLD : FACE_SEMI, TOKEN_INK);
    if (row->kind == ROW_MORE) style.color = timeline_color(l, TOKEN_INK2);
    label_text(l, row, name);
    cut_name(l, style, name, text.w);
    text_line(l->d, style, text, TEXT_LEFT, name);
    if (row->kind == ROW_CROWD) label_count(l, row, (Rect){text.x, at.y + at.h, text.w, 1.3f * style.size});
}
