#include "view/code_panel.h"

#include "ui/layout.h"
#include "ui/widgets.h"
#include "view/dish.h"
#include "view/format.h"

#include <stdio.h>
#include <string.h>

enum { TAB_COLUMNS = 4, MARKS_SHOWN = 2, NAMES_SHOWN = 8 };

#define PANEL_RADIUS 16.0f

typedef struct Page {
    Ui *ui;
    DrawList *d;
    const Theme *t;
    const CodeShow *show;
    CodePanel *panel;
    float k;      /* the text's scale */
    float pitch;  /* of lines */
    float column; /* width of a character */
    Rect lines;   /* where they are */
    float offset; /* how far they are scrolled */
    CodeClick click;
} Page;

/* --- lines and rows --------------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || c == '\t';
}

static bool is_blank(const Source *source, uint32_t line) {
    uint32_t len, at = 0;
    const char *text = source_line(source, line, &len);
    while (at < len && is_space(text[at])) at++;
    return at == len;
}

/* A directive, and nothing before it. */
static bool only_says(const Source *source, const Highlight *h, uint32_t line) {
    uint32_t len, at = 0;
    const char *text = source_line(source, line, &len);
    while (at < len && is_space(text[at])) at++;
    uint32_t start = source_line_start(source, line) + at, part = highlight_from(h, start);
    return at < len && part < h->parts.len && h->parts.items[part].kind == PART_DIRECTIVE &&
           h->parts.items[part].span.start == start;
}

void code_rows_find(CodeRows *c, const Source *source, const Highlight *highlight) {
    c->lines.len = c->rows.len = 0;
    vec_push(&c->rows, 0);
    for (uint32_t line = 1; line <= source->line_starts.len; line++) {
        vec_push(&c->rows, c->lines.len);
        if (!only_says(source, highlight, line)) vec_push(&c->lines, line);
    }
    while (c->lines.len && is_blank(source, c->lines.items[c->lines.len - 1])) c->lines.len--;
}

void code_rows_deinit(CodeRows *c) {
    vec_deinit(&c->lines);
    vec_deinit(&c->rows);
}

static uint32_t row_count(const Page *p) {
    return p->show->rows ? p->show->rows->lines.len : p->show->source->line_starts.len;
}

static uint32_t line_of(const Page *p, uint32_t row) {
    return p->show->rows ? p->show->rows->lines.items[row] : row + 1;
}

static uint32_t row_of(const Page *p, uint32_t line) {
    const CodeRows *rows = p->show->rows;
    return !rows ? line - 1 : line < rows->rows.len ? rows->rows.items[line] : rows->lines.len;
}

static float text_x(const Page *p) {
    return p->lines.x + 110 * p->k;
}

static float line_y(const Page *p, uint32_t line) {
    return p->lines.y + (float)row_of(p, line) * p->pitch - p->offset;
}

static Rect line_rect(const Page *p, uint32_t line) {
    return (Rect){p->lines.x, line_y(p, line), p->lines.w, p->pitch};
}

/* --- the text ------------------------------------------------------------------------- */

typedef struct PartLook {
    FaceId face;
    TokenId color;
} PartLook;

static const PartLook part_looks[] = {[PART_KEYWORD] = {FACE_CODE_BOLD, TOKEN_CODE_KEYWORD},
                                      [PART_DEFINED] = {FACE_CODE_BOLD, TOKEN_INK},
                                      [PART_STRING] = {FACE_CODE, TOKEN_CODE_STRING},
                                      [PART_NUMBER] = {FACE_CODE, TOKEN_CODE_NUMBER},
                                      [PART_COMMENT] = {FACE_CODE, TOKEN_CODE_COMMENT},
                                      [PART_DIRECTIVE] = {FACE_CODE, TOKEN_CODE_COMMENT}};

/* Text at a column, up to the next tab; a tab leads to the next multiple of TAB_COLUMNS. Returns the
 * column behind it. */
static float put_text(const Page *p, float column, float base, PartLook look, const char *s, size_t len) {
    float size = p->t->type[SIZE_CODE];
    while (len) {
        size_t n = 0;
        while (n < len && s[n] != '\t') n++;
        float x = text_x(p) - p->panel->shift + column * p->column;
        if (n) draw_text(p->d, look.face, size, (Point){x, base}, p->t->colors[look.color], s, n);
        float width = p->d->fonts ? font_width(p->d->fonts, look.face, size, s, n) : (float)n * p->column;
        column += width / p->column;
        if (n < len) column = (floorf(column / TAB_COLUMNS + 0.001f) + 1) * TAB_COLUMNS, n++;
        s += n;
        len -= n;
    }
    return column;
}

static const char *label_of(const CodeShow *show, uint32_t line) {
    for (uint32_t i = 0; i < show->label_count; i++)
        if (show->labels[i].line == line) return show->labels[i].text;
    return NULL;
}

static size_t without_spaces(const char *s, size_t len) {
    while (len && is_space(s[len - 1])) len--;
    return len;
}

/* Returns the x behind the line. For reading, and where a label stands for it, a directive is not shown. */
static float put_line(const Page *p, uint32_t line, float base, bool labelled) {
    const Source *source = p->show->source;
    const Highlight *h = p->show->highlight;
    uint32_t len, start = source_line_start(source, line), at = start;
    source_line(source, line, &len);
    uint32_t end = start + len;
    float column = 0;
    for (uint32_t i = highlight_from(h, start); at < end; i++) {
        const TextPart *part =
            i < h->parts.len && h->parts.items[i].span.start < end ? &h->parts.items[i] : NULL;
        bool hidden = part && part->kind == PART_DIRECTIVE && (labelled || p->show->rows);
        uint32_t from = part && part->span.start > at ? part->span.start : part ? at : end;
        size_t before = from - at;
        if (hidden) before = without_spaces(source->text + at, before);
        column = put_text(p, column, base, (PartLook){FACE_CODE, TOKEN_INK}, source->text + at, before);
        if (!part || hidden) break;
        uint32_t to = part->span.end < end ? part->span.end : end;
        column = put_text(p, column, base, part_looks[part->kind], source->text + from, to - from);
        at = to;
    }
    return text_x(p) - p->panel->shift + column * p->column;
}

static void put_number(Page *p, uint32_t line, Rect row, bool running) {
    char text[12];
    snprintf(text, sizeof text, "%u", line);
    Rect r = {row.x + 46 * p->k, row.y, 50 * p->k, row.h};
    UiId id = ui_child(ui_id("code.number"), line);
    UiTouch touch = ui_touch(p->ui, id, r, UI_NO_STOP);
    if (touch.clicked) p->click.line = line;
    if (touch.hover) p->ui->cursor = UI_CURSOR_HAND;
    TokenId color = running ? TOKEN_ACCENT : touch.hover ? TOKEN_INK : TOKEN_INK2;
    TextStyle style = {running ? FACE_CODE_BOLD : FACE_CODE, p->t->type[SIZE_SMALL], p->t->colors[color]};
    text_line(p->d, style, r, TEXT_RIGHT, text);
}

static void put_lit(const Page *p, Rect row) {
    Rect r = draw_snap(p->d, row);
    draw_rect(p->d, r, p->t->colors[TOKEN_LIT]);
    draw_rect(p->d, (Rect){r.x, r.y, 5 * p->k, r.h}, p->t->colors[TOKEN_ACCENT]);
}

/* --- marks ------------------------------------------------------------------------------ */

static void put_count(const Page *p, Point at, uint32_t count) {
    char text[16];
    snprintf(text, sizeof text, "%u", count);
    TextStyle style = {FACE_BOLD, 12 * p->k, p->t->colors[TOKEN_SURFACE]};
    float w = gfx_max(18 * p->k, text_width(p->d, style, text) + 8 * p->k);
    Rect r = {at.x - w / 2, at.y - 9 * p->k, w, 18 * p->k};
    draw_round(p->d, draw_snap(p->d, r), 9 * p->k, p->t->colors[TOKEN_INK]);
    text_line(p->d, style, r, TEXT_MIDDLE, text);
}

/* The marks of one line: the first on top, a second 10 px to its right, more as a count. */
static void put_marks(const Page *p, const CodeMark *marks, uint32_t count, Rect row) {
    Point at = {row.x + 23 * p->k, row.y + row.h / 2};
    uint32_t shown = count < MARKS_SHOWN ? count : MARKS_SHOWN;
    for (uint32_t i = shown; i-- > 0;) {
        Dish dish = {.at = {at.x + 10 * p->k * (float)i, at.y},
                     .radius = 12 * p->k,
                     .hue = marks[i].hue,
                     .no_badge = true,
                     .sprite = marks[i].sprite,
                     .look = marks[i].look,
                     .left = -1};
        dish_draw(p->d, p->t, &dish);
    }
    if (count > shown) put_count(p, (Point){at.x + 12 * p->k, at.y + 10 * p->k}, count);
}

static TextStyle chip_style(const Page *p) {
    return (TextStyle){FACE_SEMI, p->t->type[SIZE_SMALL], p->t->colors[TOKEN_INK]};
}

#define CHIP_PAD 11.0f
#define CHIP_ICON 17.0f
#define CHIP_GAP 6.0f

static Rect chip_rect(const Page *p, const CodeMark *mark, Rect row) {
    float w =
        ceilf(text_width(p->d, chip_style(p), mark->chip) + (CHIP_ICON + CHIP_GAP + 2 * CHIP_PAD) * p->k) + 1;
    return draw_snap(p->d, (Rect){row.x + row.w - w - 14 * p->k, row.y + 1, w, row.h - 2});
}

/* Why it stands there, at the line's right end. The text gives way, not the chip. */
static void put_chip(Page *p, const CodeMark *mark, uint32_t number, Rect row) {
    Rect r = chip_rect(p, mark, row);
    UiTouch touch = ui_touch(p->ui, ui_child(ui_id("code.chip"), number), r, UI_NO_STOP);
    if (touch.clicked) p->click.mark = number + 1;
    if (touch.hover) p->ui->cursor = UI_CURSOR_HAND;
    const Hue *hue = &p->t->hues[mark->hue];
    draw_rect(p->d, (Rect){r.x - 8, row.y, row.x + row.w - r.x + 8, row.h}, p->t->colors[TOKEN_SURFACE]);
    draw_frame(p->d, r, r.h / 2, paint_plain(hue->pale), touch.hover ? 1.5f : 0, hue->deep);
    Rect in = rect_inset(r, CHIP_PAD * p->k, 0);
    float icon = CHIP_ICON * p->k;
    draw_sprite(p->d, theme_look(mark->look)->glyph, rect_centred(cut_left(&in, icon), icon, icon),
                p->t->colors[TOKEN_INK]);
    cut_left(&in, CHIP_GAP * p->k);
    text_line(p->d, chip_style(p), in, TEXT_LEFT, mark->chip);
}

static uint32_t first_mark_from(const CodeShow *show, uint32_t line) {
    uint32_t i = 0;
    while (i < show->mark_count && show->marks[i].line < line) i++;
    return i;
}

static uint32_t marks_at(const CodeShow *show, uint32_t first) {
    uint32_t n = 0;
    while (first + n < show->mark_count && show->marks[first + n].line == show->marks[first].line) n++;
    return n;
}

static const CodeMark *chip_at(const CodeShow *show, uint32_t line) {
    uint32_t i = first_mark_from(show, line);
    bool there = i < show->mark_count && show->marks[i].line == line;
    return there && show->marks[i].chip[0] && !show->marks[i].running ? &show->marks[i] : NULL;
}

/* Dropped, not cut, where the chip leaves no room for it. */
static void put_label(const Page *p, float x, Rect row, const char *label, const CodeMark *chip) {
    TextStyle style = {FACE_ITALIC, p->t->type[SIZE_SMALL], p->t->colors[TOKEN_INK2]};
    float base = text_baseline((TextStyle){FACE_CODE, p->t->type[SIZE_CODE], 0}, row);
    float end = chip ? chip_rect(p, chip, row).x : row.x + row.w;
    x += 16 * p->k;
    if (x + text_width(p->d, style, label) > end - 4) return;
    draw_text(p->d, style.face, style.size, (Point){x, base}, style.color, label, strlen(label));
}

static void put_marks_in_sight(Page *p, uint32_t first, uint32_t last) {
    const CodeShow *show = p->show;
    for (uint32_t i = first_mark_from(show, first), n; i < show->mark_count && show->marks[i].line <= last;
         i += n) {
        n = marks_at(show, i);
        Rect row = line_rect(p, show->marks[i].line);
        put_marks(p, &show->marks[i], n, row);
        if (chip_at(show, show->marks[i].line)) put_chip(p, &show->marks[i], i, row);
    }
}

/* --- the parts of the panel ------------------------------------------------------------------ */

static void put_head(const Page *p, Rect r) {
    const Theme *t = p->t;
    TextStyle name = {FACE_SEMI, t->type[SIZE_BODY], t->colors[TOKEN_INK]};
    draw_rect(p->d, draw_snap(p->d, (Rect){r.x, r.y + r.h - 2, r.w, 2}), t->colors[TOKEN_LINE]);
    Rect in = rect_inset(r, 18, 0);
    float icon = 24 * p->k;
    draw_sprite(p->d, "ui-file", rect_centred(cut_left(&in, icon), icon, icon), t->colors[TOKEN_INK2]);
    cut_left(&in, 8);
    text_line(p->d, name, in, TEXT_LEFT, p->show->name);
}

/* Tasks whose lines are out of sight: a click goes there. */
static bool out_of_sight(const Page *p, const CodeMark *mark) {
    float y = line_y(p, mark->line);
    return y + p->pitch * 0.5f < p->lines.y || y + p->pitch * 0.5f > p->lines.y + p->lines.h;
}

static bool put_far_name(Page *p, const CodeMark *mark, uint32_t number, Rect *left) {
    const Theme *t = p->t;
    char line[12];
    snprintf(line, sizeof line, "%u", mark->line);
    TextStyle name = {FACE_SEMI, t->type[SIZE_SMALL], t->colors[TOKEN_INK]};
    TextStyle small = {FACE_CODE, t->type[SIZE_SMALL] * 0.94f, t->colors[TOKEN_INK2]};
    float disc = 26 * p->k, a = text_width(p->d, name, mark->name), b = text_width(p->d, small, line);
    float w = disc + 6 + a + 6 + b;
    if (w > left->w) return false;
    Rect r = cut_left(left, w);
    UiTouch touch = ui_touch(p->ui, ui_child(ui_id("code.far"), number), r, UI_NO_STOP);
    if (touch.hover) p->ui->cursor = UI_CURSOR_HAND;
    Dish dish = {.at = {r.x + disc / 2, r.y + r.h / 2},
                 .radius = 12 * p->k,
                 .hue = mark->hue,
                 .no_badge = true,
                 .sprite = mark->sprite,
                 .look = mark->look,
                 .left = -1};
    dish_draw(p->d, t, &dish);
    cut_left(&r, disc + 6);
    text_line(p->d, name, cut_left(&r, a + 1), TEXT_LEFT, mark->name);
    cut_left(&r, 5);
    text_line(p->d, small, r, TEXT_LEFT, line);
    cut_left(left, 22 * p->k);
    return touch.clicked;
}

/* Too many tasks to look at each: the rest is told, not dropped in silence. */
static void put_beyond(const Page *p, Rect r) {
    Buf text = {0};
    buf_adds(&text, "+");
    format_count(&text, p->show->beyond);
    TextStyle style = {FACE_SEMI, p->t->type[SIZE_SMALL], p->t->colors[TOKEN_INK2]};
    text_line(p->d, style, r, TEXT_RIGHT, buf_cstr(&text));
    buf_deinit(&text);
}

static uint32_t put_foot(Page *p, Rect r) {
    const CodeShow *show = p->show;
    uint32_t go = 0, shown = 0;
    draw_rect(p->d, draw_snap(p->d, (Rect){r.x, r.y, r.w, 1.5f}), p->t->colors[TOKEN_LINE]);
    float icon = 18 * p->k;
    Rect in = rect_inset(r, 14, 0);
    draw_sprite(p->d, "ui-caret", rect_centred(cut_left(&in, icon), icon, icon), p->t->colors[TOKEN_INK2]);
    cut_left(&in, 16 * p->k);
    for (uint32_t i = 0; i < show->mark_count && shown < NAMES_SHOWN; i++) {
        if (!out_of_sight(p, &show->marks[i])) continue;
        if (put_far_name(p, &show->marks[i], i, &in)) go = show->marks[i].line;
        shown++;
    }
    if (show->beyond) put_beyond(p, in);
    return go;
}

static bool any_out_of_sight(const Page *p) {
    for (uint32_t i = 0; i < p->show->mark_count; i++)
        if (out_of_sight(p, &p->show->marks[i])) return true;
    return false;
}

static void put_lines(Page *p) {
    uint32_t count = row_count(p);
    uint32_t first = (uint32_t)(p->offset / p->pitch), behind = first + (uint32_t)(p->lines.h / p->pitch) + 2;
    if (behind > count) behind = count;
    if (first >= behind) return;
    for (uint32_t i = first; i < behind; i++) {
        uint32_t line = line_of(p, i);
        Rect row = line_rect(p, line);
        bool running = line == p->show->running_line;
        if (running) put_lit(p, row);
        put_number(p, line, row, running);
    }
    Rect text = p->lines;
    cut_left(&text, 104 * p->k);
    draw_push_clip(p->d, text);
    for (uint32_t i = first; i < behind; i++) {
        uint32_t line = line_of(p, i);
        Rect row = line_rect(p, line);
        const char *label = label_of(p->show, line);
        float x = put_line(p, line, text_baseline((TextStyle){FACE_CODE, p->t->type[SIZE_CODE], 0}, row),
                           label != NULL);
        if (label) put_label(p, x, row, label, chip_at(p->show, line));
    }
    draw_pop(p->d);
    put_marks_in_sight(p, line_of(p, first), line_of(p, behind - 1));
}

static void take_shift(Page *p) {
    const Input *in = p->ui->input;
    if (in->kind != INPUT_WHEEL || p->ui->used) return;
    Point at = draw_unplaced(p->d, in->wheel.at);
    float by = in->mods & MOD_SHIFT ? in->wheel.dy : in->wheel.dx;
    if (by == 0 || !rect_has(p->lines, at.x, at.y)) return;
    p->panel->shift = gfx_max(0, gfx_min(p->panel->shift + by * 3 * p->column, 200 * p->column));
    ui_take(p->ui);
}

/* The running line is brought into sight when it changes, with some lines around it; whoever then
 * scrolls away is left alone. */
static void follow(Page *p, ScrollView v) {
    uint32_t line = p->show->running_line;
    if (line == p->panel->followed) return;
    p->panel->followed = line;
    if (line == 0) return;
    float margin = gfx_min(3 * p->pitch, v.view.h / 4);
    scroll_reveal(&p->panel->scroll, p->ui, v, (float)row_of(p, line) * p->pitch - margin,
                  p->pitch + 2 * margin);
}

static void draw_surface(const Page *p, Rect r) {
    draw_frame(p->d, draw_snap(p->d, r), PANEL_RADIUS, paint_plain(p->t->colors[TOKEN_SURFACE]), 1.5f,
               p->t->colors[TOKEN_LINE]);
}

CodeClick code_panel(Ui *ui, const Theme *t, CodePanel *panel, const CodeShow *show, Rect r) {
    float size = t->type[SIZE_CODE];
    Page p = {
        .ui = ui, .d = ui->draw, .t = t, .show = show, .panel = panel, .k = size / 19, .pitch = size * 1.5f};
    p.column = p.d->fonts ? font_width(p.d->fonts, FACE_CODE, size, "0", 1) : 0.6f * size;
    draw_surface(&p, r);
    Rect in = rect_inset(r, 1.5f, 1.5f);
    put_head(&p, cut_top(&in, 46 * p.k));
    Rect foot = cut_bottom(&in, 34 * p.k);
    p.lines = in;
    draw_rect(p.d, draw_snap(p.d, (Rect){in.x, in.y, 46 * p.k, in.h}), t->colors[TOKEN_SUNKEN]);
    ScrollView v = {in, (float)row_count(&p) * p.pitch + 8, p.pitch, true};
    take_shift(&p);
    follow(&p, v);
    UiId id = ui_id("code");
    p.offset = ui_scroll_begin(ui, id, &panel->scroll, v);
    put_lines(&p);
    ui_scroll_end(ui, id, &panel->scroll, v);
    uint32_t go = show->beyond || any_out_of_sight(&p) ? put_foot(&p, foot) : 0;
    if (go) scroll_to(&panel->scroll, ui, v, ((float)row_of(&p, go) + 0.5f) * p.pitch - v.view.h / 2);
    return p.click;
}
