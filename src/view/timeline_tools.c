#include "view/timeline_local.h"

#include "ui/layout.h"

#include <ctype.h>

/* What stands at the panel's upper left: which axis it is, and the field of the search. */

/* --- axes ------------------------------------------------------------------------------- */

static const char *axis_name(const TimelineShow *show, TimelineAxis axis) {
    return msg_text(show->lang, MSG_TIMELINE_AXIS_KITCHEN + (MsgId)axis);
}

void timeline_axis_button(Timeline *l) {
    UiId id = ui_child(l->id, 4);
    TextStyle style = timeline_small(l, FACE_SEMI, TOKEN_INK);
    const char *name = axis_name(l->show, l->p->axis);
    float caret = style.size * 0.7f, all = text_width(l->d, style, name) + caret + 30;
    Rect r = {l->corner.x, l->corner.y, gfx_min(all, l->corner.w - 6),
              gfx_min(l->corner.h - 4, style.size * 1.7f)};
    UiTouch t = ui_touch(l->ui, id, r, UI_STOP);
    if (t.hover) l->ui->cursor = UI_CURSOR_HAND;
    Color ground = color_mix(timeline_color(l, TOKEN_SUNKEN), timeline_color(l, TOKEN_LINE), t.warm * 0.6f);
    draw_frame(l->d, draw_snap(l->d, r), 10, paint_plain(ground), 1.5f, timeline_color(l, TOKEN_LINE));
    Rect in = rect_inset(r, 10, 0), at = cut_right(&in, caret);
    text_line(l->d, style, in, TEXT_LEFT, name);
    draw_sprite(l->d, "ui-caret", rect_centred(at, caret, caret), timeline_color(l, TOKEN_INK2));
    ui_tip(l->ui, id, r, msg_text(l->show->lang, MSG_TIMELINE_AXIS_TIP));
    ui_focus_ring(l->ui, id, rect_inset(r, 3, 3), 8);
    if (!t.clicked) return;
    timeline_do(l->p, l->show, TIMELINE_AXIS_NEXT, l->ui->now);
    ui_wake_at(l->ui, l->ui->now);
}

/* --- search ------------------------------------------------------------------------------------ */

enum { NAMES_A_PASS = 4000 }; /* about a millisecond */

static bool has_word(const char *name, const char *word) {
    for (; *name; name++) {
        size_t i = 0;
        while (word[i] && tolower((unsigned char)name[i]) == tolower((unsigned char)word[i])) i++;
        if (!word[i]) return true;
    }
    return false;
}

bool timeline_matches(const Timeline *l, TaskId task) {
    char name[TIMELINE_NAME];
    if (!l->p->searching || l->p->search.text.len == 0) return false;
    timeline_task_name(l, task, name);
    return has_word(name, buf_cstr(&l->p->search.text));
}

void timeline_search_from(TimelinePanel *p, TaskId after) {
    p->search_at = after + 1;
    p->search_left = p->lanes ? p->lanes->tasks : 0;
}

/* A part of them in each pass, around the end to the beginning. */
static void look_on(Timeline *l) {
    TimelinePanel *p = l->p;
    for (int i = 0; i < NAMES_A_PASS && p->search_left > 0; i++) {
        TaskId task = p->search_at > l->lanes->tasks ? 1 : p->search_at;
        p->search_at = task + 1;
        p->search_left--;
        if (trace_task_at(model_trace(l->m), task)->library || !timeline_matches(l, task)) continue;
        p->found = task;
        p->search_left = 0;
        p->revealed = NEVER; /* its row is to be brought into sight */
        l->lanes->changed = true;
    }
    if (p->search_left > 0) ui_wake_at(l->ui, l->ui->now);
}

void timeline_search_end(TimelinePanel *p) {
    p->searching = p->search_opened = false;
    p->found = 0;
    p->search_left = 0;
    field_set(&p->search, "");
}

static bool says_none(const TimelinePanel *p) {
    return p->search.text.len > 0 && !p->found && p->search_left == 0;
}

static const char *none_words(const Timeline *l) {
    return msg_text(l->show->lang, MSG_TIMELINE_SEARCH_NONE);
}

static float none_width(const Timeline *l) {
    return text_width(l->d, timeline_small(l, FACE_TEXT, TOKEN_ACCENT), none_words(l)) + 20;
}

/* With the words beside it, if there are any. */
Rect timeline_field(const Timeline *l) {
    if (!l->p->searching) return (Rect){0};
    float size = l->t->type[SIZE_SMALL], w = 17 * size, most = l->panel.x + l->panel.w - 20 - l->corner.x;
    if (says_none(l->p) && w + none_width(l) < most) w += none_width(l);
    return (Rect){l->corner.x, l->corner.y, gfx_min(w, most), gfx_min(l->corner.h - 2, 2.2f * size)};
}

void timeline_search(Timeline *l) {
    TimelinePanel *p = l->p;
    UiId id = ui_child(l->id, 6);
    if (!p->search_opened) {
        l->ui->focus = id;
        l->ui->focus_shown = true;
        p->search_opened = true;
    }
    if (ui_key_for(l->ui, id) == KEY_ESCAPE) {
        ui_take(l->ui);
        l->ui->focus = l->id;
        timeline_search_end(p);
        ui_wake_at(l->ui, l->ui->now);
        return;
    }
    draw_round(l->d, rect_inset(l->field, -3, -2), 10, timeline_color(l, TOKEN_SURFACE));
    Rect r = l->field;
    if (says_none(p)) cut_right(&r, none_width(l));
    FieldLook look = {msg_text(l->show->lang, MSG_TIMELINE_SEARCH), "ui-search", NULL};
    FieldChange change = ui_field(l->ui, id, &p->search, r, look);
    if (says_none(p) && r.w < l->field.w) {
        Rect at = {r.x + r.w + 12, r.y, l->field.w - r.w - 12, r.h};
        text_line(l->d, timeline_small(l, FACE_TEXT, TOKEN_ACCENT), at, TEXT_LEFT, none_words(l));
    }
    if (change.changed) p->found = 0, timeline_search_from(p, 0);
    if (change.entered) timeline_search_from(p, p->found);
    look_on(l);
    if (change.changed || change.entered) ui_wake_at(l->ui, l->ui->now);
}
