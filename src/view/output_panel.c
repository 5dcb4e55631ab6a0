#include "view/output_panel.h"

#include "trace/trace.h"
#include "ui/layout.h"
#include "view/format.h"

#include <string.h>

enum { STANDARD_ERROR = 2, LINE_MOST = 400 }; /* bytes of a line that are drawn: more is off any screen */

static void begin_line(OutputText *o, size_t start) {
    vec_push(&o->lines, ((struct OutputLine){start, o->pieces.len}));
}

static void add_piece(OutputText *o, EventIndex event, const char *s, size_t len) {
    if (len == 0) return;
    bool fresh = o->text.len == 0 || o->text.data[o->text.len - 1] == '\n';
    if (fresh) begin_line(o, o->text.len);
    for (size_t i = 0; i + 1 < len; i++)
        if (s[i] == '\n') begin_line(o, o->text.len + i + 1);
    buf_add(&o->text, s, len);
    vec_push(&o->pieces, ((struct OutputPiece){event, o->text.len}));
}

void output_text_add(OutputText *o, const Trace *t, const EventIndex *events, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        size_t len;
        const char *s = trace_text(t, trace_at(t, events[i])->a, &len);
        add_piece(o, events[i], s, len);
    }
}

uint32_t output_text_lines_at(const OutputText *o, Cursor at, size_t *end) {
    uint32_t low = 0, high = o->pieces.len;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (o->pieces.items[middle].event <= at) low = middle + 1;
        else high = middle;
    }
    *end = low ? o->pieces.items[low - 1].end : 0;
    uint32_t first = 0, last = o->lines.len;
    while (first < last) {
        uint32_t middle = (first + last) / 2;
        if (o->lines.items[middle].start < *end) first = middle + 1;
        else last = middle;
    }
    return first;
}

void output_text_deinit(OutputText *o) {
    buf_deinit(&o->text);
    vec_deinit(&o->pieces);
    vec_deinit(&o->lines);
}

typedef struct Rows {
    const Theme *t;
    const OutputShow *show;
    size_t end;     /* of the text that is there */
    uint32_t count; /* lines */
} Rows;

static const TraceEvent *event_of(const Rows *rows, uint32_t line) {
    const OutputText *o = rows->show->text;
    return trace_at(rows->show->trace, o->pieces.items[o->lines.items[line].piece].event);
}

static size_t line_of(const Rows *rows, uint32_t index, const char **s) {
    const OutputText *o = rows->show->text;
    size_t start = o->lines.items[index].start;
    size_t end = index + 1 < rows->count ? o->lines.items[index + 1].start : rows->end;
    *s = o->text.data + start;
    while (end > start && o->text.data[end - 1] == '\n') end--;
    return end - start < LINE_MOST ? end - start : LINE_MOST;
}

static void draw_row(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Rows *rows = ctx;
    const Theme *t = rows->t;
    const TraceEvent *e = event_of(rows, index);
    (void)chosen;
    Rect in = rect_inset(r, 18, 0);
    TextStyle small = {FACE_TEXT, t->type[SIZE_SMALL], t->colors[TOKEN_INK2]};
    Buf when = {0};
    format_time(&when, rows->show->lang, e->time, 3);
    float w = text_clock_width(ui->draw, small, buf_cstr(&when));
    Rect clock = cut_right(&in, w);
    text_clock(ui->draw, small, (Point){clock.x, text_baseline(small, clock)}, buf_cstr(&when));
    buf_deinit(&when);
    cut_right(&in, 16);
    TextStyle code = {FACE_CODE, t->type[SIZE_CODE],
                      t->colors[e->b == STANDARD_ERROR ? TOKEN_ACCENT : TOKEN_INK]};
    const char *s;
    char line[LINE_MOST + 1];
    size_t len = line_of(rows, index, &s);
    memcpy(line, s, len);
    line[len] = '\0';
    text_line(ui->draw, code, in, TEXT_LEFT, line);
}

Cursor output_panel(Ui *ui, const Theme *t, OutputPanel *panel, const OutputShow *show, Rect r) {
    Rows rows = {.t = t, .show = show};
    r.y += 6, r.h -= 6;
    rows.count = output_text_lines_at(show->text, show->at, &rows.end);
    UiList list = {r, t->type[SIZE_CODE] * 1.5f, rows.count, draw_row, &rows};
    if (rows.count == 0) {
        TextStyle style = {FACE_TEXT, t->type[SIZE_BODY], t->colors[TOKEN_INK2]};
        text_line(ui->draw, style, (Rect){r.x + 18, r.y, r.w - 36, list.row * 1.4f}, TEXT_LEFT,
                  msg_text(show->lang, MSG_PANEL_NO_OUTPUT));
    }
    if (panel->followed != rows.count + 1) { /* what is printed now is in sight; nothing is chosen */
        panel->followed = rows.count + 1;
        panel->list.chosen = UINT32_MAX;
        ScrollView v = {.view = r, .content = (float)rows.count * list.row, .step = list.row};
        scroll_to(&panel->list.scroll, ui, v, v.content);
    }
    bool taken = ui_list(ui, ui_id("output"), &panel->list, list);
    if (!taken || panel->list.chosen >= rows.count) return NEVER;
    const OutputText *o = show->text;
    return o->pieces.items[o->lines.items[panel->list.chosen].piece].event;
}
