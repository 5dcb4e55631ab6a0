/* The timeline as a drawing: true time, but a turn never thinner than can be seen. */
#include "app/export.h"

#include "model/axes.h"
#include "model/called.h"
#include "model/stays.h"

#include <inttypes.h>
#include <stdio.h>

enum { WIDTH = 1200, LABELS = 150, RIGHT = 20, TOP = 60, LANE = 28, BAR = 20, MOST_LANES = 60, TICKS = 8 };

typedef struct Drawing {
    const Speech *speech;
    const Model *model;
    Axis axis;
    double scale;          /* pixels a unit of the axis */
    VEC(uint32_t) lane_of; /* by task, from 1; 0: none */
    uint32_t lanes, hidden;
    Buf *out;
} Drawing;

/* Colours that are told apart by everybody; a state is told by its shape as well. */
static const char *const colours[] = {"#E69F00", "#56B4E9", "#009E73", "#98397D", "#F0DC3C", "#0072B2",
                                      "#5F3C46", "#7FDFE9", "#5141AB", "#CC79A7", "#BFCB81", "#9488F0"};

static const char *colour(TaskId task) {
    return colours[(task - 1) % (sizeof colours / sizeof *colours)];
}

static void add_text(Buf *out, const char *text) {
    for (; *text; text++) {
        if (*text == '<') buf_adds(out, "&lt;");
        else if (*text == '&') buf_adds(out, "&amp;");
        else if (*text == '"') buf_adds(out, "&quot;");
        else if ((unsigned char)*text >= ' ') buf_addc(out, *text);
    }
}

static double x_of(const Drawing *d, EventIndex at) {
    return LABELS + axis_position(d->model, d->axis, at) * d->scale;
}

static double y_of(uint32_t lane) {
    return TOP + (double)lane * LANE;
}

static void rectangle(const Drawing *d, double from, double to, double y, double height, const char *style) {
    double width = to - from;
    buf_printf(d->out, "<rect x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\" %s>", from, y,
               width < 0.5 ? 0.5 : width, height, style);
}

static void label(const Drawing *d, double x, double y, const char *more, const char *text) {
    buf_printf(d->out, "<text x=\"%.1f\" y=\"%.1f\"%s>", x, y, more);
    add_text(d->out, text);
    buf_adds(d->out, "</text>\n");
}

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
    label(d, 8, y_of(0) + 15, "", words_template(d->speech, MSG_KITCHEN_NOUN_LOOP));
    for (TaskId i = 1; i < d->lane_of.len; i++) {
        Buf name = {0};
        if (!d->lane_of.items[i]) continue;
        called_task(d->speech, i, &name);
        label(d, 8, y_of(d->lane_of.items[i]) + 15, "", buf_cstr(&name));
        buf_deinit(&name);
    }
}

/* --- spans ------------------------------------------------------------------------------------- */

static void tooltip(const Drawing *d, const Stay *s) {
    Buf text = {0};
    called_task(d->speech, s->task, &text);
    buf_printf(&text, ": %s", task_state_name(s->state));
    if (s->wait) {
        Wait wait = moment_wait(d->model, s->wait);
        buf_printf(&text, " (%s)", wait_kind_name(wait.kind));
    }
    buf_adds(&text, ", ");
    words_add_time(d->speech->lang, model_time(d->model, s->from), &text);
    buf_adds(&text, " – ");
    words_add_time(d->speech->lang, model_time(d->model, s->to), &text);
    buf_adds(d->out, "<title>");
    add_text(d->out, buf_cstr(&text));
    buf_adds(d->out, "</title></rect>\n");
    buf_deinit(&text);
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
        label(d, from + MARGIN / 2.0, y + 14, " font-size=\"11\"", buf_cstr(&text));
    buf_deinit(&text);
}

/* Running is full and high, waiting pale and low, ready a thin line: told apart without colour. */
static void add_stay(void *data, const Stay *s) {
    static const struct {
        double inset;
        const char *opacity;
    } shapes[TASK_STATES] = {
        [TASK_CREATED] = {BAR / 2.0 - 1, "0.5"},
        [TASK_READY] = {BAR / 2.0 - 2, "0.8"},
        [TASK_RUNNING] = {0, "1"},
        [TASK_WAITING] = {4, "0.35"},
    };
    const Drawing *d = data;
    uint32_t lane = d->lane_of.items[s->task];
    char style[64];
    if (!lane) return;
    double from = x_of(d, s->from), to = x_of(d, s->to), inset = shapes[s->state].inset;
    snprintf(style, sizeof style, "fill=\"%s\" opacity=\"%s\"", colour(s->task), shapes[s->state].opacity);
    rectangle(d, from, to, y_of(lane) + inset, BAR - 2 * inset, style);
    tooltip(d, s);
    if (s->wait) label_wait(d, s, from, to, y_of(lane));
    if (s->state != TASK_RUNNING) return;
    rectangle(d, from, to, y_of(0), BAR, style);
    tooltip(d, s);
}

/* --- the frame ----------------------------------------------------------------------------------- */

static void add_ticks(const Drawing *d, double bottom) {
    double length = axis_length(d->model, d->axis);
    for (int i = 0; i <= TICKS; i++) {
        double position = length * i / TICKS, x = LABELS + position * d->scale;
        Buf time = {0};
        words_add_time(d->speech->lang, axis_time(d->model, d->axis, position), &time);
        buf_printf(d->out, "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#D8D2C4\"/>\n", x,
                   TOP - 8, x, bottom);
        label(d, x, TOP - 14, " font-size=\"11\" text-anchor=\"middle\"", buf_cstr(&time));
        buf_deinit(&time);
    }
}

static void add_title(const Drawing *d, const char *name) {
    const Trace *t = model_trace(d->model);
    NoteId note = trace_note_next(t, DIRECTIVE_TITLE, 0);
    label(d, 8, 24, " font-size=\"18\"", note ? note_text(t, trace_note_at(t, note), d->speech->lang) : name);
}

static void tell_hidden(const Drawing *d) {
    char number[16];
    Buf text = {0};
    if (!d->hidden) return;
    snprintf(number, sizeof number, "%" PRIu32, d->hidden);
    msg_format(&text, d->speech->lang, MSG_STORY_NOT_DRAWN, (const char *const[]){number}, 1);
    label(d, 8, y_of(d->lanes + 1) + 15, "", buf_cstr(&text));
    buf_deinit(&text);
}

void export_svg(const Speech *s, const char *name, Buf *out) {
    enum { TURNS_SHARE = 3 }; /* all turns together take a third of the width at most */
    Drawing d = {.speech = s, .model = s->model, .out = out};
    double seconds = (double)model_time(s->model, model_end(s->model)) / 1e9;
    TurnId turns = model_turns(s->model);
    d.axis = axis_kitchen(turns ? (seconds > 0 ? seconds : 1) / TURNS_SHARE / turns : 0);
    double length = axis_length(s->model, d.axis);
    d.scale = (WIDTH - LABELS - RIGHT) / (length > 0 ? length : 1);
    choose_lanes(&d);
    double height = y_of(d.lanes + 1) + RIGHT;
    buf_printf(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%.0f\" viewBox=\"0 0 %d %.0f\" "
        "font-family=\"Inter, sans-serif\" font-size=\"13\" fill=\"#2B2620\">\n",
        WIDTH, height, WIDTH, height);
    buf_printf(out, "<rect width=\"%d\" height=\"%.0f\" fill=\"#FBF7EE\"/>\n", WIDTH, height);
    add_title(&d, name);
    add_ticks(&d, y_of(d.lanes + 1));
    stays_walk(s->model, add_stay, &d);
    name_lanes(&d);
    tell_hidden(&d);
    buf_adds(out, "</svg>\n");
    vec_deinit(&d.lane_of);
}
