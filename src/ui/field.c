#include "ui/field.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define BLINK_MS 530.0

static size_t next_at(const Field *f, size_t at) {
    if (at >= f->text.len) return f->text.len;
    do at++;
    while (at < f->text.len && ((unsigned char)f->text.data[at] & 0xC0) == 0x80);
    return at;
}

static size_t before(const Field *f, size_t at) {
    if (at == 0) return 0;
    do at--;
    while (at > 0 && ((unsigned char)f->text.data[at] & 0xC0) == 0x80);
    return at;
}

static bool is_gap(const Field *f, size_t at) {
    return f->text.data[at] == ' ' || f->text.data[at] == '.' || f->text.data[at] == '/';
}

static size_t next_word(const Field *f, size_t at) {
    while (at < f->text.len && is_gap(f, at)) at++;
    while (at < f->text.len && !is_gap(f, at)) at++;
    return at;
}

static size_t word_before(const Field *f, size_t at) {
    while (at > 0 && is_gap(f, at - 1)) at--;
    while (at > 0 && !is_gap(f, at - 1)) at--;
    return at;
}

static size_t low_end(const Field *f) {
    return f->caret < f->anchor ? f->caret : f->anchor;
}

static size_t high_end(const Field *f) {
    return f->caret > f->anchor ? f->caret : f->anchor;
}

static bool remove_range(Field *f, size_t from, size_t to) {
    if (from == to) return false;
    memmove(f->text.data + from, f->text.data + to, f->text.len - to);
    f->text.len -= to - from;
    f->caret = f->anchor = from;
    return true;
}

static bool remove_selected(Field *f) {
    return remove_range(f, low_end(f), high_end(f));
}

/* Typed or pasted text: valid UTF-8, without what would end the line. */
static bool insert(Field *f, const char *s) {
    remove_selected(f);
    const char *end = s + strlen(s);
    Buf tail = {0};
    buf_add(&tail, f->text.data ? f->text.data + f->caret : "", f->text.len - f->caret);
    f->text.len = f->caret;
    while (s < end && f->text.len + tail.len + UTF8_MAX <= FIELD_MOST) {
        int32_t code = utf8_next(&s, end);
        if (code >= ' ' && code != 0x7F) buf_add_utf8(&f->text, (uint32_t)code);
        else if (code == '\n' || code == '\t') buf_addc(&f->text, ' ');
    }
    f->caret = f->anchor = f->text.len;
    buf_add(&f->text, tail.data, tail.len);
    buf_deinit(&tail);
    return true;
}

void field_set(Field *f, const char *text) {
    buf_clear(&f->text);
    f->caret = f->anchor = 0;
    f->shift = 0;
    insert(f, text);
}

void field_deinit(Field *f) {
    buf_deinit(&f->text);
    *f = (Field){0};
}

static void move_to(Field *f, size_t at, bool select) {
    f->caret = at;
    if (!select) f->anchor = at;
}

static void copy_selected(Ui *ui, const Field *f) {
    if (!ui->clipboard.set || f->caret == f->anchor) return;
    Buf b = {0};
    buf_add(&b, f->text.data + low_end(f), high_end(f) - low_end(f));
    ui->clipboard.set(ui->clipboard.ctx, buf_cstr(&b));
    buf_deinit(&b);
}

static bool paste(Ui *ui, Field *f) {
    if (!ui->clipboard.get) return false;
    char *text = ui->clipboard.get(ui->clipboard.ctx);
    bool changed = text && insert(f, text);
    mem_free(text);
    return changed;
}

/* Ctrl with a letter; false if it means nothing here. */
static bool take_command(Ui *ui, Field *f, Key key, bool *changed) {
    switch (key) {
    case 'a': f->anchor = 0, f->caret = f->text.len; return true;
    case 'c': copy_selected(ui, f); return true;
    case 'x':
        copy_selected(ui, f);
        *changed = remove_selected(f);
        return true;
    case 'v': *changed = paste(ui, f); return true;
    default: return false;
    }
}

static bool take_motion(Field *f, Key key, bool word, bool select) {
    bool selected = f->caret != f->anchor && !select;
    switch (key) {
    case KEY_LEFT:
        move_to(f, selected ? low_end(f) : word ? word_before(f, f->caret) : before(f, f->caret), select);
        return true;
    case KEY_RIGHT:
        move_to(f, selected ? high_end(f) : word ? next_word(f, f->caret) : next_at(f, f->caret), select);
        return true;
    case KEY_HOME: move_to(f, 0, select); return true;
    case KEY_END: move_to(f, f->text.len, select); return true;
    default: return false;
    }
}

static bool take_removal(Field *f, Key key, bool word, bool *changed) {
    if (key != KEY_BACKSPACE && key != KEY_DELETE) return false;
    size_t at = f->caret;
    if (f->caret != f->anchor) *changed = remove_selected(f);
    else if (key == KEY_BACKSPACE) *changed = remove_range(f, word ? word_before(f, at) : before(f, at), at);
    else *changed = remove_range(f, at, word ? next_word(f, at) : next_at(f, at));
    return true;
}

static FieldChange take_key(Ui *ui, UiId id, Field *f) {
    FieldChange c = {0};
    Key key = ui_key_for(ui, id);
    uint32_t mods = ui->input->mods;
    if (key == KEY_NONE || (mods & MOD_ALT)) return c;
    bool ctrl = mods & MOD_CTRL;
    if (key == KEY_ENTER) c.entered = true;
    bool used = c.entered || take_motion(f, key, ctrl, mods & MOD_SHIFT) ||
                take_removal(f, key, ctrl, &c.changed) || (ctrl && take_command(ui, f, key, &c.changed));
    /* What prints comes again as text: it is not a command while somebody types. */
    if (used || (!ctrl && key < KEY_FIRST)) ui_take(ui);
    if (used) f->blink = ui->now;
    return c;
}

static size_t place_under(const Ui *ui, const Field *f, Rect text, TextStyle style) {
    if (!ui->draw->fonts || !f->text.len) return 0;
    float x = ui_mouse(ui).x - text.x + f->shift;
    return font_caret(ui->draw->fonts, style.face, style.size, f->text.data, f->text.len, x);
}

static void take_mouse(Ui *ui, UiId id, Field *f, Rect text, TextStyle style) {
    if (ui->active != id) return;
    size_t at = place_under(ui, f, text, style);
    if (ui->pressed == id) {
        move_to(f, at, ui->input->mods & MOD_SHIFT);
        if (ui->clicks == 2) f->anchor = word_before(f, at), f->caret = next_word(f, at);
        if (ui->clicks > 2) f->anchor = 0, f->caret = f->text.len;
        f->blink = ui->now;
    } else if (ui->input->kind == INPUT_MOVE) {
        f->caret = at;
    }
}

static float x_of(const Ui *ui, const Field *f, TextStyle style, size_t at) {
    return ui->draw->fonts && at ? font_width(ui->draw->fonts, style.face, style.size, f->text.data, at) : 0;
}

static void keep_caret_in_sight(const Ui *ui, Field *f, float width, TextStyle style) {
    float x = x_of(ui, f, style, f->caret), all = x_of(ui, f, style, f->text.len);
    if (x - f->shift > width - 2) f->shift = x - width + 2;
    if (x < f->shift) f->shift = x;
    f->shift = gfx_max(0, gfx_min(f->shift, gfx_max(0, all - width + 2)));
}

static void draw_caret(Ui *ui, const Field *f, Rect text, TextStyle style) {
    long beats = (long)((ui->now - f->blink) / BLINK_MS);
    ui_wake_at(ui, f->blink + (double)(beats + 1) * BLINK_MS);
    if (beats % 2) return;
    float x = text.x + x_of(ui, f, style, f->caret) - f->shift, h = style.size * 1.3f;
    draw_rect(ui->draw, draw_snap(ui->draw, (Rect){x, text.y + (text.h - h) / 2, 2, h}), ui->style->ink);
}

static void draw_words(Ui *ui, const Field *f, Rect text, TextStyle style, bool focused) {
    DrawList *d = ui->draw;
    draw_push_clip(d, text);
    if (f->caret != f->anchor && focused) {
        float a = x_of(ui, f, style, low_end(f)), b = x_of(ui, f, style, high_end(f)), h = style.size * 1.4f;
        draw_rect(d, (Rect){text.x + a - f->shift, text.y + (text.h - h) / 2, b - a, h},
                  ui->style->accent_pale);
    }
    draw_text(d, style.face, style.size, (Point){text.x - f->shift, text_baseline(style, text)}, style.color,
              f->text.data, f->text.len);
    if (focused) draw_caret(ui, f, text, style);
    draw_pop(d);
}

/* The frame with what stands before and behind the text; returns the text's own place. */
static Rect draw_frame_of(Ui *ui, Rect r, FieldLook look, bool focused) {
    const UiStyle *s = ui->style;
    float radius = gfx_min(16, r.h / 2), icon = s->text * 1.2f;
    draw_frame(ui->draw, draw_snap(ui->draw, r), radius, paint_plain(s->surface), s->outline,
               focused ? s->accent : s->line2);
    Rect text = rect_inset(r, 16, 0);
    if (look.icon) {
        Rect at = rect_centred(cut_left(&text, icon), icon, icon);
        draw_sprite(ui->draw, look.icon, at, s->ink2);
        cut_left(&text, s->text * 0.7f);
    }
    if (look.key && !focused) {
        float h = r.h * 0.58f;
        ui_keycap(ui,
                  rect_centred(cut_right(&text, ui_keycap_width(ui, look.key, h)),
                               ui_keycap_width(ui, look.key, h), h),
                  look.key, false);
    }
    return text;
}

FieldChange ui_field(Ui *ui, UiId id, Field *f, Rect r, FieldLook look) {
    UiTouch t = ui_touch(ui, id, r, UI_TYPING);
    if (t.hover) ui->cursor = UI_CURSOR_TEXT;
    TextStyle style = {FACE_TEXT, ui->style->text, ui->style->ink};
    FieldChange c = take_key(ui, id, f);
    if (t.focused && !ui->used && ui->input->kind == INPUT_TEXT) {
        c.changed = insert(f, ui->input->text);
        f->blink = ui->now;
        ui_take(ui);
    }
    Rect text = draw_frame_of(ui, r, look, t.focused);
    take_mouse(ui, id, f, text, style);
    keep_caret_in_sight(ui, f, text.w, style);
    if (f->text.len == 0 && look.hint)
        text_line(ui->draw, (TextStyle){FACE_TEXT, style.size, ui->style->ink2}, text, TEXT_LEFT, look.hint);
    draw_words(ui, f, text, style, t.focused);
    return c;
}
