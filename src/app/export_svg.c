/* The timeline as a drawing: true time, but a turn never thinner than can be seen. */
#include "app/export.h"

#include "app/drawing.h"
#include "model/called.h"
#include "model/stays.h"
#include "model/why.h"

#include <inttypes.h>
#include <stdio.h>

enum { WIDTH = 1200, RIGHT = 20, MOST_LANES = 60, TICKS = 8 };

/* --- lanes ------------------------------------------------------------------------------------ */

static void choose_lanes(Drawing *d) {
    const Trace *t = model_trace(d->model);
    vec_push(&d->lane_of, 0);
    for (TaskId i = 1; i <= trace_tasks(t); i++) {
        bool program = !trace_task_at(t, i)->library, shown = program && d->lanes < MOST_LANES;
        vec_push(&d->lane_of, shown ? ++d->lanes : 0);
        d->hidden += program && !shown;
    }
}

static void name_lanes(const Drawing *d) {
    drawing_label(d, 8, drawing_y(0) + 15, "", words_template(d->speech, MSG_KITCHEN_NOUN_LOOP));
    for (TaskId i = 1; i < d->lane_of.len; i++) {
        Buf name = {0};
        if (!d->lane_of.items[i]) continue;
        called_task(d->speech, i, &name);
        drawing_label(d, 8, drawing_y(d->lane_of.items[i]) + 15, "", buf_cstr(&name));
        buf_deinit(&name);
    }
}

/* --- spans ------------------------------------------------------------------------------------- */

static void tooltip(const Drawing *d, const Stay *s) {
    Sentence why = {0};
    Buf text = {0};
    why_task(d->speech, s->from, s->task, &why);
    buf_add(&text, why.text.data, why.text.len);
    sentence_deinit(&why);
    buf_addc(&text, ' ');
    words_add_time(d->speech->lang, model_time(d->model, s->from), &text);
    buf_adds(&text, " – ");
    words_add_time(d->speech->lang, model_time(d->model, s->to), &text);
    drawing_title(d, &text);
}

/* In words, where there is room for them: the author's for this waiting, or what is waited for. */
static void label_wait(const Drawing *d, const Stay *s, double from, double to, double y) {
    enum { LETTER = 7, MARGIN = 12 };
    Buf text = {0};
    Wait wait = moment_wait(d->model, s->wait);
    const char *said = called_text(d->speech, DIRECTIVE_LABEL, s->wait);
    if (*said) buf_adds(&text, said);
    else if (wait.object) called_object(d->speech, wait.object, &text);
    else if (wait.task) called_task(d->speech, wait.task, &text);
    if ((double)text.len * LETTER + MARGIN < to - from)
        drawing_label(d, from + MARGIN / 2.0, y + 14, " font-size=\"11\"", buf_cstr(&text));
    buf_deinit(&text);
}

/* Running is full and high, waiting pale and low, ready a thin line: told apart without colour. */
static void add_stay(void *data, const Stay *s) {
    static const struct {
        double inset;
        const char *opacity;
    } shapes[TASK_STATES] = {
        [TASK_CREATED] = {DRAWING_BAR / 2.0 - 1, "0.5"},
        [TASK_READY] = {DRAWING_BAR / 2.0 - 2, "0.8"},
        [TASK_RUNNING] = {0, "1"},
        [TASK_WAITING] = {4, "0.35"},
    };
    const Drawing *d = data;
    uint32_t lane = d->lane_of.items[s->task];
    char style[64];
    if (!lane) return;
    double from = drawing_x(d, s->from), to = drawing_x(d, s->to), inset = shapes[s->state].inset;
    snprintf(style, sizeof style, "fill=\"%s\" opacity=\"%s\"", drawing_colour(s->task),
             shapes[s->state].opacity);
    drawing_rectangle(d, from, to, drawing_y(lane) + inset, DRAWING_BAR - 2 * inset, style);
    tooltip(d, s);
    if (s->wait) label_wait(d, s, from, to, drawing_y(lane));
    if (s->state != TASK_RUNNING) return;
    drawing_rectangle(d, from, to, drawing_y(0), DRAWING_BAR, style);
    tooltip(d, s);
}

/* --- the frame ----------------------------------------------------------------------------------- */

static void add_ticks(const Drawing *d, double bottom) {
    double length = axis_length(d->model, d->axis);
    for (int i = 0; i <= TICKS; i++) {
        double position = length * i / TICKS, x = drawing_x_of(d, position);
        Buf time = {0};
        words_add_time(d->speech->lang, axis_time(d->model, d->axis, position), &time);
        buf_printf(d->out, "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#D8D2C4\"/>\n", x,
                   DRAWING_TOP - 8, x, bottom);
        drawing_label(d, x, DRAWING_TOP - 14, " font-size=\"11\" text-anchor=\"middle\"", buf_cstr(&time));
        buf_deinit(&time);
    }
}

static void add_title(const Drawing *d, const char *name) {
    const Trace *t = model_trace(d->model);
    NoteId note = trace_note_next(t, DIRECTIVE_TITLE, 0);
    drawing_label(d, 8, 24, " font-size=\"18\"",
                  note ? note_text(t, trace_note_at(t, note), d->speech->lang) : name);
}

static void tell_hidden(const Drawing *d) {
    char number[16];
    Buf text = {0};
    if (!d->hidden) return;
    snprintf(number, sizeof number, "%" PRIu32, d->hidden);
    msg_format(&text, d->speech->lang, MSG_STORY_NOT_DRAWN, (const char *const[]){number}, 1);
    drawing_label(d, 8, drawing_y(d->lanes + 1) + 15, "", buf_cstr(&text));
    buf_deinit(&text);
}

/* How high it is, is known when all lanes are. */
static void begin_drawing(const Drawing *d, const char *name) {
    double bottom = drawing_y(d->lanes + 1), height = bottom + RIGHT;
    buf_printf(
        d->out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%.0f\" viewBox=\"0 0 %d %.0f\" "
        "font-family=\"Inter, sans-serif\" font-size=\"13\" fill=\"#2B2620\">\n",
        WIDTH, height, WIDTH, height);
    buf_printf(d->out, "<rect width=\"%d\" height=\"%.0f\" fill=\"#FBF7EE\"/>\n", WIDTH, height);
    add_title(d, name);
    add_ticks(d, bottom);
}

void export_svg(const Speech *s, const char *name, Buf *out) {
    enum { TURNS_SHARE = 3 }; /* all turns together take a third of the width at most */
    Drawing d = {.speech = s, .model = s->model};
    double seconds = (double)model_time(s->model, model_end(s->model)) / 1e9;
    TurnId turns = model_turns(s->model);
    d.axis = axis_kitchen(turns ? (seconds > 0 ? seconds : 1) / TURNS_SHARE / turns : 0);
    double length = axis_length(s->model, d.axis);
    Buf body = {0};
    d.out = &body;
    d.width = WIDTH - DRAWING_LEFT - RIGHT;
    d.scale = d.width / (length > 0 ? length : 1);
    choose_lanes(&d);
    stays_walk(s->model, add_stay, &d);
    name_lanes(&d);
    drawing_things(&d);
    tell_hidden(&d);
    d.out = out;
    begin_drawing(&d, name);
    buf_add(out, body.data, body.len);
    buf_adds(out, "</svg>\n");
    buf_deinit(&body);
    vec_deinit(&d.lane_of);
}
