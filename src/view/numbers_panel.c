#include "view/numbers_panel.h"

#include "model/called.h"
#include "ui/layout.h"
#include "view/code_marks.h"
#include "view/format.h"
#include "view/task_look.h"

#include <stdio.h>
#include <string.h>

#define ROW 38.0f
#define EDGE 18.0f
#define GAP 14.0f

typedef struct Page {
    Ui *ui;
    DrawList *d;
    const Theme *t;
    NumbersPanel *panel;
    const NumbersShow *show;
    const Numbers *n;
    Lang lang;
    float k;
    DrawerClick click;
} Page;

static const char *say(const Page *p, MsgId id) {
    return msg_text(p->lang, id);
}

static bool is_queue(ObjectKind kind) {
    return kind == OBJECT_QUEUE || kind == OBJECT_LIFO_QUEUE || kind == OBJECT_PRIORITY_QUEUE;
}

static bool has_line(ObjectKind kind) {
    return kind >= OBJECT_LOCK && kind <= OBJECT_BARRIER;
}

/* --- reckoning ------------------------------------------------------------------------------ */

static void list_rows(NumbersPanel *panel) {
    const Trace *t = model_trace(panel->model);
    panel->tasks.len = panel->lines.len = panel->queues.len = 0;
    for (TaskId i = 1; i <= panel->numbers->tasks; i++)
        if (!trace_task_at(t, i)->library) vec_push(&panel->tasks, i);
    for (ObjectId i = 1; i <= panel->numbers->objects; i++) {
        ObjectKind kind = trace_object_at(t, i)->kind;
        if (has_line(kind)) vec_push(&panel->lines, i);
        if (is_queue(kind)) vec_push(&panel->queues, i);
    }
}

static void keep_longest(NumbersPanel *panel, Nanoseconds time) {
    if (time > panel->longest) panel->longest = time;
}

static void find_longest(NumbersPanel *panel) {
    const ObjectNumbers *of = panel->numbers->of_object;
    panel->longest = 0;
    for (uint32_t i = 0; i < panel->lines.len; i++) keep_longest(panel, of[panel->lines.items[i]].line.wait);
    for (uint32_t i = 0; i < panel->queues.len; i++) {
        keep_longest(panel, of[panel->queues.items[i]].queue.full_blocked);
        keep_longest(panel, of[panel->queues.items[i]].queue.empty_blocked);
    }
}

/* All of it is walked each time, so it is done when the record has doubled, and at its end: no more than
 * twice the work of one walk, however it grew. */
static void reckon(NumbersPanel *panel, const Model *m) {
    Cursor end = model_end(m);
    if (panel->model != m) numbers_panel_forget(panel);
    bool grown = panel->until != end && (model_over(m) || end / 2 >= panel->until);
    if (panel->numbers && !grown) return;
    numbers_free(panel->numbers);
    panel->numbers = numbers_new(m, end);
    panel->model = m;
    panel->until = end;
    list_rows(panel);
    find_longest(panel);
}

static float share(Nanoseconds part, Nanoseconds whole) {
    return whole ? (float)((double)part / (double)whole) : 0;
}

static void add_duration(const Page *p, Nanoseconds ns, Buf *out) {
    if (ns) words_add_duration(p->lang, ns, out);
    else buf_adds(out, "–");
}

static float duration_width(const Page *p, Nanoseconds ns) {
    Buf text = {0};
    words_add_duration(p->lang, ns, &text);
    float w = text_width(p->d, drawer_small(p->t), buf_cstr(&text)) + 2;
    buf_deinit(&text);
    return w;
}

/* --- the chef --------------------------------------------------------------------------------- */

typedef struct ChefPart {
    MsgId name;
    Nanoseconds time;
    Paint paint;
} ChefPart;

enum { CHEF_PARTS = 4 };

/* No task's hue: these are the chef's. Idle is the empty track. */
static void chef_parts(const Page *p, ChefPart *out) {
    const Color *c = p->t->colors;
    Paint stares = {
        .kind = PAINT_HATCH, .color = 0xFF5F6468, .ground = c[TOKEN_LINE], .size = 7, .pitch = 16};
    out[0] = (ChefPart){MSG_NUMBERS_BUSY, p->n->busy, paint_plain(c[TOKEN_INK])};
    out[1] = (ChefPart){MSG_NUMBERS_BLOCKED, p->n->blocked, stares};
    out[2] = (ChefPart){MSG_NUMBERS_BETWEEN, p->n->other, paint_plain(c[TOKEN_LINE2])};
    out[3] = (ChefPart){MSG_NUMBERS_IDLE, p->n->idle, paint_plain(c[TOKEN_SUNKEN])};
}

/* What there is is seen, if it is a nanosecond: never thinner than this. */
#define LEAST_PART 3.0f

static void put_chef_bar(const Page *p, const ChefPart *parts, Rect r) {
    Rect bar = draw_snap(p->d, r);
    float x = bar.x;
    draw_push_clip(p->d, bar);
    draw_round(p->d, bar, 4, parts[CHEF_PARTS - 1].paint.color);
    for (int i = 0; i + 1 < CHEF_PARTS; i++) {
        if (!parts[i].time) continue;
        float w = gfx_max(LEAST_PART, share(parts[i].time, p->n->length) * bar.w);
        draw_frame(p->d, draw_snap(p->d, (Rect){x, bar.y, w, bar.h}), 0, parts[i].paint, 0, 0);
        x += w;
    }
    draw_pop(p->d);
    draw_frame(p->d, bar, 4, paint_plain(0), 1.6f, p->t->colors[TOKEN_LINE2]);
}

/* "30 %", and "< 1 %" for what is there all the same. */
static void add_percent(const Page *p, Nanoseconds part, Buf *out) {
    double percent = 100.0 * (double)share(part, p->n->length);
    char text[16];
    if (part && percent < 1) snprintf(text, sizeof text, "< 1");
    else if (part < p->n->length && percent >= 99.5) snprintf(text, sizeof text, "> 99");
    else snprintf(text, sizeof text, "%.0f", percent);
    msg_format(out, p->lang, MSG_NUMBERS_PERCENT, (const char *const[]){text}, 1);
}

static void put_chef_part(const Page *p, const ChefPart *part, Rect r) {
    float box = 16 * p->k;
    Buf text = {0};
    Rect at = draw_snap(p->d, rect_centred(cut_left(&r, box), box, box));
    draw_frame(p->d, at, 3, part->paint, 1.5f, p->t->colors[TOKEN_LINE2]);
    cut_left(&r, 8 * p->k);
    drawer_word(p->ui, drawer_small(p->t), say(p, part->name), r.w, &r);
    cut_left(&r, 8 * p->k);
    add_percent(p, part->time, &text);
    drawer_word(p->ui, drawer_text(p->t), buf_cstr(&text), r.w, &r);
    cut_left(&r, 8 * p->k);
    buf_clear(&text);
    words_add_duration(p->lang, part->time, &text);
    drawer_word(p->ui, drawer_small(p->t), buf_cstr(&text), r.w, &r);
    buf_deinit(&text);
}

static bool is_told(const ChefPart *part) {
    return part->time > 0 || part->name == MSG_NUMBERS_IDLE || part->name == MSG_NUMBERS_BUSY;
}

static int columns_for(const Page *p, float width) {
    return width >= 900 * p->k ? 4 : width >= 460 * p->k ? 2 : 1;
}

static void draw_chef(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    ChefPart parts[CHEF_PARTS];
    (void)ui, (void)index, (void)chosen;
    chef_parts(p, parts);
    Rect in = rect_inset(r, EDGE, 0);
    put_chef_bar(p, parts, cut_top(&in, 28 * p->k));
    cut_top(&in, 6 * p->k);
    int columns = columns_for(p, in.w), told = 0;
    for (int i = 0; i < CHEF_PARTS; i++) {
        if (!is_told(&parts[i])) continue;
        Rect row = {in.x, in.y + (float)(told / columns) * 30 * p->k, in.w, 30 * p->k};
        put_chef_part(p, &parts[i], rect_column(row, told % columns, columns, GAP));
        told++;
    }
}

static float chef_height(const Page *p, float width) {
    ChefPart parts[CHEF_PARTS];
    int told = 0, columns = columns_for(p, width - 2 * EDGE);
    chef_parts(p, parts);
    for (int i = 0; i < CHEF_PARTS; i++) told += is_told(&parts[i]);
    return (34 + 30 * (float)((told + columns - 1) / columns) + 6) * p->k;
}

/* --- one after the other ----------------------------------------------------------------------- */

static void put_length(const Page *p, MsgId name, Nanoseconds time, bool strong, Rect r) {
    Buf text = {0};
    Nanoseconds longest = p->n->length > p->n->one_by_one ? p->n->length : p->n->one_by_one;
    float width = gfx_max(80 * p->k, duration_width(p, longest) + 8 * p->k);
    Rect label = cut_left(&r, gfx_min(230 * p->k, r.w * 0.42f)), number = cut_right(&r, width);
    text_line(p->d, strong ? drawer_text(p->t) : drawer_small(p->t), label, TEXT_LEFT, say(p, name));
    words_add_duration(p->lang, time, &text);
    text_line(p->d, drawer_text(p->t), number, TEXT_RIGHT, buf_cstr(&text));
    cut_left(&r, GAP);
    cut_right(&r, GAP);
    float h = 18 * p->k;
    Rect bar = {r.x, r.y + (r.h - h) / 2, gfx_max(LEAST_PART, share(time, longest) * r.w), h};
    Color fill = p->t->colors[strong ? TOKEN_INK : TOKEN_SUNKEN];
    draw_frame(p->d, draw_snap(p->d, bar), 4, paint_plain(fill), 1.6f, p->t->colors[TOKEN_LINE2]);
    buf_deinit(&text);
}

static void draw_lengths(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    (void)ui, (void)chosen;
    Rect in = rect_inset(r, EDGE, 0);
    if (index == 0) put_length(p, MSG_NUMBERS_THIS_RUN, p->n->length, true, in);
    else put_length(p, MSG_NUMBERS_ONE_BY_ONE, p->n->one_by_one, false, in);
}

/* "2.7 times as fast": only where it is. */
static void say_gain(const Page *p, Buf *out) {
    double gain = p->n->length ? (double)p->n->one_by_one / (double)p->n->length : 1;
    if (gain < 1.05) return;
    Buf number = {0};
    msg_number(&number, p->lang, gain, gain < 10 ? 1 : 0);
    msg_format(out, p->lang, MSG_NUMBERS_GAIN, (const char *const[]){buf_cstr(&number)}, 1);
    buf_deinit(&number);
}

/* --- counts --------------------------------------------------------------------------------------- */

static void put_count(const Page *p, uint64_t n, MsgId what, Rect r) {
    TextStyle number = {FACE_BOLD, p->t->type[SIZE_TITLE], p->t->colors[TOKEN_INK]};
    Buf text = {0};
    format_count(&text, n);
    Rect top = cut_top(&r, r.h * 0.56f);
    text_line(p->d, number, top, TEXT_LEFT, buf_cstr(&text));
    text_line(p->d, drawer_small(p->t), r, TEXT_LEFT, say(p, what));
    buf_deinit(&text);
}

typedef struct Count {
    uint64_t n;
    MsgId what;
} Count;

enum { COUNTS = 4 };

static void find_counts(const Page *p, Count *out) {
    out[0] = (Count){p->n->turns, MSG_NUMBERS_TURNS};
    out[1] = (Count){p->n->rounds, MSG_NUMBERS_ROUNDS};
    out[2] = (Count){p->n->most_tasks, MSG_NUMBERS_MOST_TASKS};
    out[3] = (Count){p->n->most_ready, MSG_NUMBERS_MOST_READY};
}

/* All beside each other if their words fit, else two, else one. */
static int count_columns(const Page *p, float width) {
    Count counts[COUNTS];
    float widest = 0;
    find_counts(p, counts);
    for (int i = 0; i < COUNTS; i++)
        widest = gfx_max(widest, text_width(p->d, drawer_small(p->t), say(p, counts[i].what)));
    for (int columns = COUNTS; columns > 1; columns /= 2)
        if ((widest + GAP) * (float)columns <= width - 2 * EDGE) return columns;
    return 1;
}

static float counts_height(const Page *p, float width) {
    return 76 * p->k * (float)(COUNTS / count_columns(p, width));
}

static void draw_counts(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    Count counts[COUNTS];
    (void)ui, (void)index, (void)chosen;
    find_counts(p, counts);
    int columns = count_columns(p, r.w);
    for (int i = 0; i < COUNTS; i++) {
        Rect row = rect_inset(rect_row(r, i / columns, COUNTS / columns, 0), EDGE, 4);
        put_count(p, counts[i].n, counts[i].what, rect_column(row, i % columns, columns, GAP));
    }
}

/* --- tables -------------------------------------------------------------------------------------------- */

enum { COLUMNS_MOST = 8 };

/* A column of numbers, from the right; the first ones go where there is no room for all. */
typedef struct Column {
    MsgId name;
    float width;
    bool time;
} Column;

typedef struct Table {
    const Column *columns;
    uint32_t count;
    uint32_t dropped; /* that do not fit */
    float time;       /* least width of a column of times */
    float name;       /* width of the first column, which has the name */
} Table;

static const Column task_columns[] = {{MSG_STATS_TURNS, 70, false},
                                      {MSG_STATS_RUNNING, 80, true},
                                      {MSG_STATS_READY, 80, true},
                                      {MSG_STATS_WAITING, 80, true}};
enum { TASK_COLUMNS = sizeof task_columns / sizeof *task_columns };

static const Column line_columns[] = {{MSG_STATS_MOST_INSIDE, 90, false}, {MSG_STATS_MOST_WAITERS, 90, false},
                                      {MSG_STATS_LONGEST, 80, true},      {MSG_STATS_TAKEN, 70, false},
                                      {MSG_STATS_WAITED, 70, false},      {MSG_STATS_TOTAL, 80, true}};
enum { LINE_COLUMNS = sizeof line_columns / sizeof *line_columns };

static const Column queue_columns[] = {{MSG_STATS_PUT, 70, false},  {MSG_STATS_GOT, 70, false},
                                       {MSG_STATS_MOST, 70, false}, {MSG_STATS_MEAN, 80, false},
                                       {MSG_STATS_FULL, 80, true},  {MSG_STATS_EMPTY, 80, true}};
enum { QUEUE_COLUMNS = sizeof queue_columns / sizeof *queue_columns };

/* No narrower than its head, in whatever language, and than the longest time. */
static float column_width(const Page *p, const Table *t, uint32_t i) {
    const Column *column = &t->columns[i];
    float head = text_width(p->d, drawer_small(p->t), say(p, column->name)) + 2;
    return gfx_max(gfx_max(column->width * p->k, head), column->time ? t->time : 0);
}

static float columns_width(const Page *p, const Table *t) {
    float w = 0;
    for (uint32_t i = t->dropped; i < t->count; i++) w += column_width(p, t, i) + GAP;
    return w;
}

static Table table_of(const Page *p, const Column *columns, uint32_t count, float width, float name) {
    Nanoseconds longest = columns == task_columns ? p->n->length : p->panel->longest;
    Table t = {columns, count, 0, duration_width(p, longest), name * p->k};
    float in = width - 2 * EDGE;
    while (t.dropped + 1 < count && t.name + columns_width(p, &t) > in) t.dropped++;
    float left = in - columns_width(p, &t);
    t.name = gfx_max(gfx_min(t.name, left), gfx_min(left, 300 * p->k));
    return t;
}

static Rect cell(const Page *p, const Table *t, Rect *left, uint32_t column) {
    Rect r = cut_right(left, column < t->dropped ? 0 : column_width(p, t, column));
    if (column >= t->dropped) cut_right(left, GAP);
    return r;
}

static void put_heads(const Page *p, const Table *t, MsgId title, Rect r) {
    Rect in = rect_inset(r, EDGE, 0);
    cut_top(&in, r.h * 0.25f);
    for (uint32_t i = t->count; i-- > t->dropped;)
        text_line(p->d, drawer_small(p->t), cell(p, t, &in, i), TEXT_RIGHT, say(p, t->columns[i].name));
    TextStyle name = drawer_text(p->t);
    name.color = p->t->colors[TOKEN_INK2];
    text_line(p->d, name, in, TEXT_LEFT, say(p, title));
    Rect rule = {r.x + EDGE, r.y + r.h - 2, r.w - 2 * EDGE, 1.5f};
    draw_rect(p->d, draw_snap(p->d, rule), p->t->colors[TOKEN_LINE]);
}

static void put_text(const Page *p, const Table *t, Rect *left, uint32_t column, const char *s) {
    Rect r = cell(p, t, left, column);
    TextStyle style = drawer_small(p->t);
    style.color = p->t->colors[TOKEN_INK];
    if (r.w > 0) text_line(p->d, style, r, TEXT_RIGHT, s);
}

static void put_time(const Page *p, const Table *t, Rect *left, uint32_t column, Nanoseconds ns) {
    Buf text = {0};
    add_duration(p, ns, &text);
    put_text(p, t, left, column, buf_cstr(&text));
    buf_deinit(&text);
}

static void put_number(const Page *p, const Table *t, Rect *left, uint32_t column, uint64_t n) {
    Buf text = {0};
    format_count(&text, n);
    put_text(p, t, left, column, buf_cstr(&text));
    buf_deinit(&text);
}

/* --- tasks ------------------------------------------------------------------------------------------- */

static void put_stretch(const Page *p, LookId look, HueId hue, Nanoseconds time, Rect r, float *x) {
    if (!time) return;
    float w = gfx_max(LEAST_PART, share(time, p->n->length) * r.w);
    lane_draw(p->d, p->t, look, hue, (Rect){*x, r.y, w, r.h});
    *x += w;
}

/* How long it ran, was ready, and waited for each thing: as in its lane, but each kind together. */
static void put_task_bar(const Page *p, TaskId task, Rect r) {
    const TaskNumbers *n = &p->n->of_task[task];
    HueId hue = cast_role(p->show->cast, task).hue;
    Nanoseconds looks[LOOK_COUNT] = {0};
    float h = 18 * p->k, x = r.x;
    Rect bar = {r.x, r.y + (r.h - h) / 2, r.w, h};
    for (int i = 0; i < WAIT_KINDS; i++) looks[task_look(TASK_WAITING, (WaitKind)i)] += n->waits[i];
    draw_push_clip(p->d, r);
    put_stretch(p, LOOK_RUNNING, hue, n->running - n->blocking, bar, &x);
    put_stretch(p, LOOK_BLOCKED, hue, n->blocking, bar, &x);
    put_stretch(p, LOOK_READY, hue, n->ready, bar, &x);
    for (LookId look = 0; look < LOOK_COUNT; look++) put_stretch(p, look, hue, looks[look], bar, &x);
    draw_pop(p->d);
}

/* The bar has what the name and the columns leave. */
static Table task_table(const Page *p, float width) {
    Table t = table_of(p, task_columns, TASK_COLUMNS, width, 320);
    t.name = gfx_min(gfx_max(150 * p->k, t.name * 0.45f), 240 * p->k);
    return t;
}

static void draw_task_heads(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    (void)ui, (void)index, (void)chosen;
    Table t = task_table(p, r.w);
    put_heads(p, &t, MSG_STATS_TASKS, r);
}

static void draw_task(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    TaskId task = p->panel->tasks.items[index];
    const TaskNumbers *n = &p->n->of_task[task];
    (void)chosen;
    Table t = task_table(p, r.w);
    if (task == p->show->selected) draw_rect(ui->draw, r, p->t->colors[TOKEN_ACCENT_PALE]);
    Rect in = rect_inset(r, EDGE, 0), name = cut_left(&in, t.name);
    drawer_task(ui, p->t, p->show->speech, p->show->cast, task, LOOK_READY, -1, &name);
    cut_left(&in, GAP);
    put_time(p, &t, &in, 3, n->waiting);
    put_time(p, &t, &in, 2, n->ready);
    put_time(p, &t, &in, 1, n->running);
    put_number(p, &t, &in, 0, n->turns);
    put_task_bar(p, task, in);
}

/* --- locks and queues ------------------------------------------------------------------------------------ */

static void put_object(const Page *p, const Table *t, ObjectId id, Rect *in) {
    Buf name = {0};
    Rect r = cut_left(in, t->name);
    Sentence capital = {0};
    called_object(p->show->speech, id, &capital.text);
    sentence_capital(&capital, 0);
    text_line(p->d, drawer_text(p->t), r, TEXT_LEFT, buf_cstr(&capital.text));
    sentence_deinit(&capital);
    buf_deinit(&name);
}

static void draw_line_heads(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    (void)ui, (void)index, (void)chosen;
    Table t = table_of(p, line_columns, LINE_COLUMNS, r.w, 180);
    put_heads(p, &t, MSG_NUMBERS_LINES, r);
}

static void draw_line_row(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    ObjectId id = p->panel->lines.items[index];
    const LineNumbers *n = &p->n->of_object[id].line;
    (void)ui, (void)chosen;
    Table t = table_of(p, line_columns, LINE_COLUMNS, r.w, 180);
    Rect in = rect_inset(r, EDGE, 0);
    put_object(p, &t, id, &in);
    put_time(p, &t, &in, 5, n->wait);
    put_number(p, &t, &in, 4, n->waited_for);
    put_number(p, &t, &in, 3, n->taken);
    put_time(p, &t, &in, 2, n->longest_wait);
    put_number(p, &t, &in, 1, n->most_waiters);
    put_number(p, &t, &in, 0, n->most_inside);
}

static void draw_queue_heads(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    (void)ui, (void)index, (void)chosen;
    Table t = table_of(p, queue_columns, QUEUE_COLUMNS, r.w, 180);
    put_heads(p, &t, MSG_STATS_QUEUES, r);
}

static void put_mean(const Page *p, const Table *t, Rect *in, uint32_t column, double mean) {
    Buf number = {0};
    msg_number(&number, p->lang, mean, 2);
    put_text(p, t, in, column, buf_cstr(&number));
    buf_deinit(&number);
}

static void draw_queue(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    ObjectId id = p->panel->queues.items[index];
    const QueueNumbers *n = &p->n->of_object[id].queue;
    (void)ui, (void)chosen;
    Table t = table_of(p, queue_columns, QUEUE_COLUMNS, r.w, 180);
    Rect in = rect_inset(r, EDGE, 0);
    put_object(p, &t, id, &in);
    put_time(p, &t, &in, 5, n->empty_blocked);
    put_time(p, &t, &in, 4, n->full_blocked);
    put_mean(p, &t, &in, 3, n->mean_length);
    put_number(p, &t, &in, 2, n->most);
    put_number(p, &t, &in, 1, n->taken);
    put_number(p, &t, &in, 0, n->put);
}

/* --- the whole ------------------------------------------------------------------------------------------- */

typedef enum Part {
    PART_CHEF,
    PART_LENGTHS,
    PART_COUNTS,
    PART_TASK_HEADS,
    PART_TASKS,
    PART_LINE_HEADS,
    PART_LINES,
    PART_QUEUE_HEADS,
    PART_QUEUES,
    PARTS
} Part;

static void fill_sections(Page *p, const char *gain, float width, Section *s) {
    const NumbersPanel *panel = p->panel;
    bool kitchen = p->show->speech->vocabulary == VOCABULARY_KITCHEN;
    float heads = 50 * p->k, row = ROW * p->k;
    s[PART_CHEF] = (Section){.title = say(p, kitchen ? MSG_NUMBERS_CHEF : MSG_NUMBERS_CHEF_ASYNCIO),
                             .count = 1,
                             .row = chef_height(p, width),
                             .draw = draw_chef};
    s[PART_LENGTHS] = (Section){.title = say(p, MSG_NUMBERS_LENGTH),
                                .said = gain,
                                .count = 2,
                                .row = 32 * p->k,
                                .draw = draw_lengths};
    s[PART_COUNTS] = (Section){.count = 1, .row = counts_height(p, width), .draw = draw_counts};
    s[PART_TASK_HEADS] = (Section){.count = panel->tasks.len > 0, .row = heads, .draw = draw_task_heads};
    s[PART_TASKS] = (Section){.count = panel->tasks.len, .row = row, .draw = draw_task};
    s[PART_LINE_HEADS] = (Section){.count = panel->lines.len > 0, .row = heads, .draw = draw_line_heads};
    s[PART_LINES] = (Section){.count = panel->lines.len, .row = row, .draw = draw_line_row};
    s[PART_QUEUE_HEADS] = (Section){.count = panel->queues.len > 0, .row = heads, .draw = draw_queue_heads};
    s[PART_QUEUES] = (Section){.count = panel->queues.len, .row = row, .draw = draw_queue};
    for (int i = 0; i < PARTS; i++) s[i].ctx = p, s[i].plain = i != PART_TASKS;
}

DrawerClick numbers_panel(Ui *ui, const Theme *t, NumbersPanel *panel, const NumbersShow *show, Rect r) {
    Page p = {.ui = ui, .d = ui->draw, .t = t, .panel = panel, .show = show, .k = drawer_scale(t)};
    Section sections[PARTS];
    SectionRow taken;
    Buf gain = {0}, until = {0}, time = {0};
    p.lang = show->speech->lang;
    p.click = drawer_nothing();
    reckon(panel, show->speech->model);
    p.n = panel->numbers;
    say_gain(&p, &gain);
    format_time(&time, p.lang, p.n->length, 3);
    bool whole = model_over(panel->model) && panel->until == model_end(panel->model);
    msg_format(&until, p.lang, whole ? MSG_NUMBERS_WHOLE : MSG_NUMBERS_SO_FAR,
               (const char *const[]){buf_cstr(&time)}, 1);
    fill_sections(&p, gain.len ? buf_cstr(&gain) : NULL, r.w, sections);
    sections[PART_CHEF].said = buf_cstr(&until);
    if (section_list(ui, t, ui_id("numbers"), &panel->list, sections, PARTS, r, &taken))
        p.click.task = panel->tasks.items[taken.row];
    buf_deinit(&gain);
    buf_deinit(&until);
    buf_deinit(&time);
    return p.click;
}

void numbers_panel_forget(NumbersPanel *panel) {
    numbers_free(panel->numbers);
    panel->numbers = NULL;
    panel->model = NULL;
    panel->list = (SectionList){0};
}

void numbers_panel_deinit(NumbersPanel *panel) {
    numbers_panel_forget(panel);
    vec_deinit(&panel->tasks);
    vec_deinit(&panel->lines);
    vec_deinit(&panel->queues);
}
