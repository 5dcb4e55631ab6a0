#include "app/bars.h"

#include "model/called.h"
#include "model/stays.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROWEST = 80, NAME = 16, MOST_TASKS = 40 };

typedef struct Bars {
    const Speech *speech;
    const Trace *trace;
    uint64_t length; /* of the run */
    uint32_t width;  /* of a bar, in characters */
    VEC(char *) of;  /* owned; by task; NULL: it has none */
} Bars;

/* Running is rare and short: it is seen wherever there is some of it. */
static const struct {
    char glyph;
    int rank;
    const char *colour;
} looks[TASK_STATES] = {
    [TASK_CREATED] = {'+', 2, "\033[33m"},
    [TASK_READY] = {'+', 2, "\033[33m"},
    [TASK_RUNNING] = {'#', 3, "\033[1;32m"},
    [TASK_WAITING] = {'-', 1, "\033[2m"},
};

static int rank_of(char glyph) {
    return glyph == '#' ? 3 : glyph == '+' ? 2 : glyph == '-' ? 1 : 0;
}

static uint32_t column_of(const Bars *b, EventIndex at) {
    uint64_t time = model_time(b->speech->model, at);
    uint32_t column = b->length ? (uint32_t)((double)time / (double)b->length * b->width) : 0;
    return column < b->width ? column : b->width - 1;
}

static void add_stay(void *data, const Stay *s) {
    const Bars *b = data;
    char *bar = b->of.items[s->task];
    bool instant = model_time(b->speech->model, s->from) == model_time(b->speech->model, s->to);
    if (!bar || (instant && s->state != TASK_RUNNING)) return;
    for (uint32_t i = column_of(b, s->from); i <= column_of(b, s->to); i++)
        if (looks[s->state].rank > rank_of(bar[i])) bar[i] = looks[s->state].glyph;
}

static void add_bar(const char *bar, Buf *out) {
    const char *colour = NULL;
    for (; *bar; bar++) {
        const char *wanted = NULL;
        for (int i = 0; i < TASK_STATES; i++)
            if (looks[i].glyph == *bar) wanted = looks[i].colour;
        if (wanted != colour) buf_adds(out, wanted ? wanted : "\033[0m");
        colour = wanted;
        buf_addc(out, *bar);
    }
    if (colour) buf_adds(out, "\033[0m");
}

static uint32_t terminal_width(void) {
    struct winsize size;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}

static void add_name(const Bars *b, TaskId task, Buf *out) {
    Buf name = {0};
    called_task(b->speech, task, &name);
    buf_printf(out, "  %-*.*s ", NAME, NAME, buf_cstr(&name));
    buf_deinit(&name);
}

void bars_add(const Speech *s, Buf *out) {
    uint32_t columns = terminal_width(), shown = 0;
    if (columns < NARROWEST) return;
    Bars b = {.speech = s, .trace = model_trace(s->model), .width = columns - NAME - 4};
    b.length = model_time(s->model, model_end(s->model));
    for (TaskId i = 0; i <= trace_tasks(b.trace); i++) {
        bool has = i && shown < MOST_TASKS && !trace_task_at(b.trace, i)->library;
        char *bar = has ? mem_zalloc(b.width + 1) : NULL;
        if (has) memset(bar, ' ', b.width);
        shown += has;
        vec_push(&b.of, bar);
    }
    stays_walk(s->model, add_stay, &b);
    buf_printf(out, "\n%s (%s)\n", msg_text(s->lang, MSG_STATS_LANES), msg_text(s->lang, MSG_STATS_LEGEND));
    for (TaskId i = 1; i < b.of.len; i++) {
        if (!b.of.items[i]) continue;
        add_name(&b, i, out);
        add_bar(b.of.items[i], out);
        buf_addc(out, '\n');
        mem_free(b.of.items[i]);
    }
    vec_deinit(&b.of);
}
