#include "view/tasks_panel.h"

#include "model/called.h"
#include "model/why.h"
#include "ui/layout.h"
#include "view/code_marks.h"
#include "view/format.h"

#include <stdio.h>
#include <string.h>

#define ROW 40.0f
#define LINE 32.0f
#define INDENT 24.0f
#define EDGE 18.0f
#define CARET 26.0f
#define GAP 10.0f
#define SIDE_BY_SIDE 860.0f /* at least so wide, for the tree and the task side by side */

enum { LINES_MOST = 12, CHAIN_MOST = 64, TIMEOUTS_MOST = 16 };

typedef struct Page {
    Ui *ui;
    DrawList *d;
    const Theme *t;
    TasksPanel *panel;
    const TasksShow *show;
    const Model *m;
    const Trace *trace;
    Lang lang;
    float k;
    DrawerClick click;
    /* Of the task that is told about: the selected one. */
    TaskId who;
    Sentence why;
    TextLine lines[LINES_MOST];
    uint32_t line_count;
    PlaceId chain[CHAIN_MOST]; /* the outermost first */
    uint32_t chain_count;
    ObjectId timeouts[TIMEOUTS_MOST];
    uint32_t timeout_count;
    uint32_t upper; /* rows of the tree before it, where it is told below its row */
    float indent;   /* of what is told there */
    bool within;    /* it is told there */
} Page;

static const char *say(const Page *p, MsgId id) {
    return msg_text(p->lang, id);
}

/* --- rows of the tree ------------------------------------------------------------------------ */

/* It folds without selecting; on a row that is selected, or is no task, all of the row does. */
static void put_caret(const Page *p, const TreeRow *row, Rect r) {
    Point m = rect_middle(r);
    float s = 5 * p->k;
    if (!row->below || row->again) return;
    UiTouch touch = ui_touch(p->ui, ui_child(ui_id("tasks.caret"), row->first), r, UI_NO_STOP);
    if (touch.hover) p->ui->cursor = UI_CURSOR_HAND;
    if (touch.clicked) {
        task_tree_fold(&p->panel->tree, row->first);
        ui_wake_at(p->ui, p->ui->now);
    }
    Point down[] = {{m.x - s, m.y - 0.5f * s}, {m.x, m.y + 0.6f * s}, {m.x + s, m.y - 0.5f * s}};
    Point right[] = {{m.x - 0.5f * s, m.y - s}, {m.x + 0.6f * s, m.y}, {m.x - 0.5f * s, m.y + s}};
    Color ink = color_mix(p->t->colors[TOKEN_INK2], p->t->colors[TOKEN_INK], touch.warm);
    LineStyle style = {.width = 2.2f * p->k, .color = ink, .round_ends = true};
    draw_polyline(p->d, row->open ? down : right, 3, style);
}

/* Deep rows are not pushed out of sight: from some depth on they stay below each other. */
static float indent_of(const Page *p, uint32_t depth, float width) {
    return gfx_min((float)depth * INDENT * p->k, width * 0.4f);
}

/* A thin line under each of those above. */
static void put_guides(const Page *p, uint32_t depth, Rect r) {
    for (uint32_t i = 0; i < depth; i++) {
        float x = r.x + EDGE + indent_of(p, i, r.w) + CARET * p->k / 2;
        if (i && indent_of(p, i, r.w) == indent_of(p, i - 1, r.w)) return;
        draw_rect(p->d, draw_snap(p->d, (Rect){x - 0.75f, r.y, 1.5f, r.h}), p->t->colors[TOKEN_LINE]);
    }
}

static uint32_t line_of(const Page *p, PlaceId place) {
    return place ? trace_spot_at(p->trace, trace_place_at(p->trace, place)->spot)->line : 0;
}

static void put_chip(const Page *p, TaskId id, const TaskMoment *task, Rect *r) {
    Buf text = {0};
    if (task->wait.kind != WAIT_GROUP) code_chip(p->m, p->show->at, p->lang, id, task, &text);
    drawer_chip(p->ui, p->t, code_look(task), cast_role(p->show->cast, id).hue, buf_cstr(&text), r);
    buf_deinit(&text);
}

/* Behind its name, as at the foot of the code. */
static void put_line_number(const Page *p, const TaskMoment *task, Rect *r) {
    char text[16];
    uint32_t line = task_state_live(task->state) ? line_of(p, task->place) : 0;
    TextStyle style = {FACE_CODE, p->t->type[SIZE_SMALL] * 0.94f, p->t->colors[TOKEN_INK2]};
    snprintf(text, sizeof text, "%u", line);
    cut_left(r, 8 * p->k);
    if (line && text_width(p->d, style, text) <= r->w) drawer_word(p->ui, style, text, r->w, r);
}

static void put_task(const Page *p, const TreeRow *row, Rect r) {
    TaskMoment task = moment_task(p->m, p->show->at, row->task);
    if (row->again) draw_push_opacity(p->d, 0.5f);
    Rect name = r, chip = cut_right(&r, gfx_max(r.w * 0.4f, 60 * p->k));
    put_chip(p, row->task, &task, &chip);
    name.w = chip.x + chip.w - name.x - GAP;
    drawer_task(p->ui, p->t, p->show->speech, p->show->cast, row->task, code_look(&task), -1, &name);
    put_line_number(p, &task, &name);
    if (row->again) draw_pop(p->d);
}

static void put_count(const Page *p, uint32_t n, Rect *r) {
    Buf count = {0};
    format_count(&count, n);
    if (n) drawer_word_right(p->ui, drawer_small(p->t), buf_cstr(&count), r->w, r);
    cut_right(r, GAP);
    buf_deinit(&count);
}

/* How many of a group's children are over. */
static void put_group_count(const Page *p, const TreeRow *row, Rect *r) {
    Buf text = {0}, done = {0}, all = {0};
    if (row->below == 0) return;
    format_count(&done, moment_children_over(p->m, p->show->at, row->object));
    format_count(&all, row->below);
    msg_format(&text, p->lang, MSG_PANEL_OF, (const char *const[]){buf_cstr(&done), buf_cstr(&all)}, 2);
    drawer_word_right(p->ui, drawer_small(p->t), buf_cstr(&text), r->w, r);
    cut_right(r, GAP);
    buf_deinit(&text);
    buf_deinit(&done);
    buf_deinit(&all);
}

static void put_object_name(const Page *p, ObjectId object, TextStyle style, Rect *r) {
    Sentence name = {0};
    called_object(p->show->speech, object, &name.text);
    sentence_capital(&name, 0);
    drawer_word(p->ui, style, buf_cstr(&name.text), r->w, r);
    sentence_deinit(&name);
}

static void put_group(const Page *p, const TreeRow *row, Rect r) {
    if (row->again) draw_push_opacity(p->d, 0.5f);
    put_group_count(p, row, &r);
    float size = 18 * p->k;
    Rect glyph = cut_left(&r, 34 * p->k);
    draw_sprite(p->d, "state-task", rect_centred(glyph, size, size), p->t->colors[TOKEN_INK2]);
    cut_left(&r, 7 * p->k);
    put_object_name(p, row->object, drawer_small(p->t), &r);
    if (row->again) draw_pop(p->d);
}

static void put_made(const Page *p, const TreeRow *row, Rect r) {
    put_count(p, row->below, &r);
    cut_left(&r, 41 * p->k);
    drawer_word(p->ui, drawer_small(p->t), say(p, MSG_TASKS_MADE), r.w, &r);
}

static void put_row(Page *p, uint32_t number, Rect r) {
    TreeRow row = task_tree_row(&p->panel->tree, number);
    if (row.kind == TREE_TASK && row.task == p->show->selected)
        draw_rect(p->d, r, p->t->colors[TOKEN_ACCENT_PALE]);
    put_guides(p, row.depth, r);
    Rect in = rect_inset(r, EDGE, 0);
    cut_left(&in, indent_of(p, row.depth, r.w));
    put_caret(p, &row, cut_left(&in, CARET * p->k));
    if (row.kind == TREE_TASK) put_task(p, &row, in);
    else if (row.kind == TREE_GROUP) put_group(p, &row, in);
    else put_made(p, &row, in);
}

static void draw_upper(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    (void)ui, (void)chosen;
    put_row(ctx, index, r);
}

static void draw_lower(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    Page *p = ctx;
    (void)ui, (void)chosen;
    put_row(p, p->upper + index, r);
}

/* A click on a task selects it; on what is selected, or is no task, it folds what is below. */
static void take_row(Page *p, uint32_t number) {
    TreeRow row = task_tree_row(&p->panel->tree, number);
    if (row.kind == TREE_TASK && row.task != p->show->selected) p->click.task = row.task;
    else task_tree_fold(&p->panel->tree, number);
    ui_wake_at(p->ui, p->ui->now);
}

/* --- variables -------------------------------------------------------------------------------- */

static uint32_t keep_text(TasksPanel *panel, const char *s) {
    uint32_t at = (uint32_t)panel->text.len;
    buf_adds(&panel->text, s);
    buf_addc(&panel->text, '\0');
    return at;
}

static void told_function(void *data, const char *name, uint32_t line) {
    TasksPanel *panel = data;
    vec_push(&panel->told, ((ToldLine){keep_text(panel, name), 0, line}));
}

static void told_variable(void *data, const char *name, const char *value) {
    TasksPanel *panel = data;
    uint32_t at = keep_text(panel, name);
    vec_push(&panel->told, ((ToldLine){at, keep_text(panel, value), 0}));
}

/* A function without variables says nothing, and one alone need not be named. */
static void drop_bare_functions(TasksPanel *panel) {
    uint32_t kept = 0, functions = 0;
    for (uint32_t i = 0; i < panel->told.len; i++) functions += !panel->told.items[i].value;
    for (uint32_t i = 0; i < panel->told.len; i++) {
        bool function = !panel->told.items[i].value;
        bool last = i + 1 == panel->told.len || !panel->told.items[i + 1].value;
        if (!function || (!last && functions > 1)) panel->told.items[kept++] = panel->told.items[i];
    }
    panel->told.len = kept;
}

/* Asking runs the program again: only for another cursor or another task. */
static void ask_variables(const Page *p) {
    TasksPanel *panel = p->panel;
    TaskId task = p->who;
    if (panel->told_of == task && panel->told_at == p->show->at) return;
    panel->told_of = task;
    panel->told_at = p->show->at;
    panel->told.len = 0;
    buf_clear(&panel->text);
    buf_addc(&panel->text, '\0'); /* no text begins at 0 */
    if (!p->show->locals || !task_state_live(moment_task_state(p->m, p->show->at, task))) return;
    LocalsTeller teller = {panel, told_function, told_variable};
    if (!p->show->locals->tell(p->show->locals->data, p->show->at, task, &teller)) panel->told.len = 0;
    drop_bare_functions(panel);
}

/* What is told within the tree stands on a ground of its own. Returns where it is told. */
static Rect put_ground(const Page *p, Rect r) {
    Rect in = rect_inset(r, EDGE, 0);
    if (p->within) {
        draw_rect(p->d, draw_snap(p->d, r), p->t->colors[TOKEN_SUNKEN]);
        draw_rect(p->d, draw_snap(p->d, (Rect){r.x, r.y, 4, r.h}), p->t->colors[TOKEN_ACCENT]);
    }
    cut_left(&in, p->indent);
    return in;
}

static void draw_variable(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    const ToldLine *line = &p->panel->told.items[index];
    const char *name = p->panel->text.data + line->name;
    float size = p->t->type[SIZE_CODE] * 0.95f;
    TextStyle code = {FACE_CODE, size, p->t->colors[TOKEN_INK]}, quiet = code;
    (void)chosen;
    quiet.color = p->t->colors[TOKEN_INK2];
    Rect in = put_ground(p, r);
    if (!line->value) { /* the function whose variables come now */
        quiet.face = FACE_CODE_BOLD;
        drawer_word(ui, quiet, name, in.w, &in);
        return;
    }
    cut_left(&in, 20 * p->k);
    drawer_word(ui, code, name, in.w * 0.5f, &in);
    cut_left(&in, 8 * p->k);
    drawer_word(ui, quiet, "=", in.w, &in);
    cut_left(&in, 8 * p->k);
    const char *value = p->panel->text.data + line->value;
    Rect whole = in;
    drawer_word(ui, code, value, in.w, &in);
    if (text_width(p->d, code, value) > whole.w) {
        UiId id = ui_child(ui_id("tasks.value"), index);
        ui_touch(ui, id, whole, UI_NO_STOP);
        ui_tip(ui, id, whole, value);
    }
}

/* --- the selected task ------------------------------------------------------------------------- */

static void find_chain(Page *p, const TaskMoment *task) {
    uint32_t n = 0;
    for (PlaceId place = task->place; place && n < CHAIN_MOST;
         place = trace_place_at(p->trace, place)->parent)
        p->chain[n++] = place;
    for (uint32_t i = 0; 2 * i + 1 < n; i++) {
        PlaceId other = p->chain[i];
        p->chain[i] = p->chain[n - 1 - i];
        p->chain[n - 1 - i] = other;
    }
    p->chain_count = n;
}

/* What limits its time: its own timeouts, and the wait_fors that it is in. */
static void find_timeouts(Page *p) {
    ObjectId open[TIMEOUTS_MOST];
    uint32_t n = moment_open_groups(p->m, p->show->at, p->who, 0, TIMEOUTS_MOST, open);
    for (uint32_t i = 0; i < n; i++)
        if (moment_object(p->m, p->show->at, open[i]).due) p->timeouts[p->timeout_count++] = open[i];
}

static void find_selected(Page *p, float width) {
    TaskId task = p->who;
    if (!task || task > moment_tasks_made(p->m, p->show->at)) return;
    TaskMoment moment = moment_task(p->m, p->show->at, task);
    why_task(p->show->speech, p->show->at, task, &p->why);
    p->line_count = text_wrap(p->d, drawer_small(p->t), width, buf_cstr(&p->why.text), p->lines, LINES_MOST);
    if (p->line_count > LINES_MOST) p->line_count = LINES_MOST;
    if (task_state_live(moment.state)) find_chain(p, &moment);
    find_timeouts(p);
    ask_variables(p);
}

static void draw_why_line(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    (void)ui, (void)chosen;
    Rect in = put_ground(p, r);
    TextStyle style = drawer_small(p->t);
    style.color = p->t->colors[TOKEN_INK];
    Point at = {in.x, text_baseline(style, in)};
    draw_text(p->d, style.face, style.size, at, style.color, p->lines[index].s, p->lines[index].len);
}

/* The line's text without what it begins with, and without its comment's directive. */
static void put_source_line(const Page *p, uint32_t number, Rect r) {
    uint32_t len;
    char text[200];
    const Source *source = p->show->source;
    if (!source || number == 0 || number > source->line_starts.len) return;
    const char *s = source_line(source, number, &len);
    while (len && (*s == ' ' || *s == '\t')) s++, len--;
    for (uint32_t i = 0; i + 1 < len; i++)
        if (s[i] == '#' && s[i + 1] == ':') len = i;
    while (len && (s[len - 1] == ' ' || s[len - 1] == '\t')) len--;
    if (len >= sizeof text) len = sizeof text - 1;
    while (len && ((unsigned char)s[len] & 0xC0) == 0x80) len--;
    memcpy(text, s, len);
    text[len] = '\0';
    TextStyle code = {FACE_CODE, p->t->type[SIZE_CODE] * 0.95f, p->t->colors[TOKEN_INK]};
    text_line(p->d, code, r, TEXT_LEFT, text);
}

static void draw_chain(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    const TraceSpot *spot = trace_spot_at(p->trace, trace_place_at(p->trace, p->chain[index])->spot);
    bool innermost = index + 1 == p->chain_count;
    char line[16];
    (void)chosen;
    Rect in = put_ground(p, r);
    float size = 16 * p->k;
    Rect arrow = cut_left(&in, 24 * p->k);
    draw_sprite(p->d, "ui-next", rect_centred(arrow, size, size),
                p->t->colors[innermost ? TOKEN_INK : TOKEN_LINE2]);
    TextStyle name = {FACE_CODE_BOLD, p->t->type[SIZE_CODE] * 0.95f, p->t->colors[TOKEN_INK]};
    TextStyle number = {FACE_CODE, p->t->type[SIZE_SMALL] * 0.94f, p->t->colors[TOKEN_INK2]};
    cut_left(&in, 6 * p->k);
    drawer_word(ui, name, trace_text(p->trace, spot->function, NULL), in.w * 0.45f, &in);
    cut_left(&in, 10 * p->k);
    snprintf(line, sizeof line, "%u", spot->line);
    drawer_word(ui, number, line, in.w, &in);
    cut_left(&in, 16 * p->k);
    if (in.w > 60 * p->k) put_source_line(p, spot->line, in);
}

static void draw_timeout(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Page *p = ctx;
    ObjectId id = p->timeouts[index];
    ObjectMoment object = moment_object(p->m, p->show->at, id);
    uint64_t now = model_time(p->m, p->show->at);
    Buf left = {0};
    (void)chosen;
    Rect in = put_ground(p, r);
    float size = 26 * p->k;
    draw_sprite(p->d, "hourglass", rect_centred(cut_left(&in, size), size, size), 0xFFFFFFFF);
    cut_left(&in, 8 * p->k);
    put_object_name(p, id, drawer_text(p->t), &in);
    cut_left(&in, 14 * p->k);
    format_left(&left, p->lang, object.due > now ? object.due - now : 0);
    drawer_word(ui, drawer_text(p->t), buf_cstr(&left), in.w, &in);
    cut_left(&in, 14 * p->k);
    Rect clock = cut_left(&in, gfx_min(in.w, 110 * p->k));
    drawer_clock(ui, p->t, p->lang, object.due, &clock);
    buf_deinit(&left);
}

/* --- lists ---------------------------------------------------------------------------------------- */

typedef enum Part {
    PART_UPPER,
    PART_ABOVE, /* a little room */
    PART_WHY,
    PART_TIMEOUTS,
    PART_CHAIN,
    PART_VARIABLES,
    PART_BELOW, /* again */
    PART_LOWER,
    PARTS
} Part;

static void draw_room(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    (void)ui, (void)index, (void)chosen;
    put_ground(ctx, r);
}

static Section tree_section(Page *p, uint32_t count) {
    return (Section){.count = count, .row = ROW * p->k, .ctx = p};
}

static Section detail_section(Page *p, Part part) {
    Section s = {.row = LINE * p->k, .ctx = p, .plain = true};
    switch (part) {
    case PART_ABOVE:
    case PART_BELOW:
        s.count = p->line_count > 0;
        s.row = 8 * p->k;
        s.draw = draw_room;
        break;
    case PART_WHY:
        s.count = p->line_count;
        s.row = p->t->type[SIZE_SMALL] * 1.45f;
        s.draw = draw_why_line;
        break;
    case PART_TIMEOUTS:
        s.count = p->timeout_count;
        s.draw = draw_timeout;
        break;
    case PART_CHAIN:
        s.count = p->chain_count;
        s.plain = false;
        s.draw = draw_chain;
        break;
    default:
        s.count = p->panel->told.len;
        s.row = 30 * p->k;
        s.draw = draw_variable;
    }
    return s;
}

static void take_part(Page *p, Part part, uint32_t row) {
    if (part == PART_CHAIN) p->click.line = line_of(p, p->chain[row]);
    else take_row(p, part == PART_LOWER ? p->upper + row : row);
}

/* The tree with what is told of the selected task below its row; above all if that is not in sight. */
static void put_in_one(Page *p, Rect r) {
    const TaskTree *tree = &p->panel->tree;
    uint32_t where = p->show->selected ? task_tree_where(tree, p->show->selected) : UINT32_MAX;
    Section sections[PARTS];
    SectionRow taken;
    p->upper = where < tree->count ? where + 1 : 0;
    p->indent = where < tree->count ? indent_of(p, task_tree_row(tree, where).depth, r.w) + CARET * p->k : 0;
    p->indent = gfx_min(p->indent, r.w * 0.12f);
    p->within = true;
    find_selected(p, r.w - 2 * EDGE - p->indent);
    for (Part part = 0; part < PARTS; part++) sections[part] = detail_section(p, part);
    sections[PART_UPPER] = tree_section(p, p->upper);
    sections[PART_LOWER] = tree_section(p, tree->count - p->upper);
    sections[PART_UPPER].draw = draw_upper;
    sections[PART_LOWER].draw = draw_lower;
    if (tree->count == 0) sections[PART_LOWER].empty = say(p, MSG_TASKS_NONE);
    if (section_list(p->ui, p->t, ui_id("tasks"), &p->panel->list, sections, PARTS, r, &taken))
        take_part(p, (Part)taken.section, taken.row);
}

static void put_tree(Page *p, Rect r) {
    Section s = tree_section(p, p->panel->tree.count);
    SectionRow taken;
    s.draw = draw_upper;
    s.empty = say(p, MSG_TASKS_NONE);
    if (section_list(p->ui, p->t, ui_id("tasks"), &p->panel->list, &s, 1, r, &taken)) take_row(p, taken.row);
}

static void put_title(const Page *p, Rect r) {
    TaskMoment task = moment_task(p->m, p->show->at, p->who);
    Role role = cast_role(p->show->cast, p->who);
    float radius = 24 * p->k;
    Buf name = {0};
    Rect in = rect_inset(r, EDGE, 0), at = cut_left(&in, 2 * radius + 14 * p->k);
    Dish dish = {.at = {at.x + radius, at.y + at.h / 2},
                 .radius = radius,
                 .hue = role.hue,
                 .sprite = role.sprite,
                 .look = code_look(&task),
                 .left = -1};
    dish_draw(p->d, p->t, &dish);
    called_task(p->show->speech, p->who, &name);
    Pill pill = {.name = buf_cstr(&name), .hue = role.hue, .size = p->t->type[SIZE_BODY]};
    cut_left(&in, 8 * p->k);
    if (pill_width(p->d, &pill) <= in.w) pill_draw(p->d, p->t, (Point){in.x, in.y + in.h / 2}, &pill);
    else text_line(p->d, drawer_text(p->t), in, TEXT_LEFT, pill.name);
    buf_deinit(&name);
}

static void put_detail(Page *p, Rect r) {
    static const Part parts[] = {PART_WHY, PART_TIMEOUTS, PART_CHAIN, PART_VARIABLES};
    static const MsgId titles[] = {MSG_NONE, MSG_TASKS_TIMEOUTS, MSG_TASKS_CHAIN, MSG_TASKS_VARIABLES};
    Section sections[4];
    SectionRow taken;
    /* Where there is room and nobody is selected: of whoever is at the board. */
    if (!p->who) p->who = moment_chef(p->m, p->show->at).task;
    find_selected(p, r.w - 2 * EDGE - 8);
    if (!p->line_count) {
        Rect at = {r.x + EDGE, r.y, r.w - 2 * EDGE, 60 * p->k};
        text_line(p->d, drawer_small(p->t), at, TEXT_LEFT, say(p, MSG_TASKS_SELECT));
        return;
    }
    put_title(p, cut_top(&r, 84 * p->k));
    for (int i = 0; i < 4; i++) {
        sections[i] = detail_section(p, parts[i]);
        if (titles[i] != MSG_NONE) sections[i].title = say(p, titles[i]);
    }
    if (section_list(p->ui, p->t, ui_id("tasks.detail"), &p->panel->detail, sections, 4, r, &taken))
        take_part(p, parts[taken.section], taken.row);
}

static void put_both(Page *p, Rect r) {
    Rect left = cut_left(&r, r.w * 0.5f);
    draw_rect(p->d, draw_snap(p->d, (Rect){r.x, r.y, 1.5f, r.h}), p->t->colors[TOKEN_LINE]);
    cut_left(&r, 2);
    put_tree(p, left);
    put_detail(p, r);
}

/* Whoever is selected elsewhere comes into sight here. */
static void follow_selected(Page *p, Rect r) {
    TasksPanel *panel = p->panel;
    if (panel->followed == p->show->selected) return;
    panel->followed = p->show->selected;
    uint32_t where = p->show->selected ? task_tree_where(&panel->tree, p->show->selected) : UINT32_MAX;
    if (where >= panel->tree.count) return;
    ScrollView v = {
        .view = r, .content = (float)panel->tree.count * ROW * p->k + 4 * r.h, .step = ROW * p->k};
    scroll_reveal(&panel->list.scroll, p->ui, v, (float)where * v.step, 2 * v.step);
}

DrawerClick tasks_panel(Ui *ui, const Theme *t, TasksPanel *panel, const TasksShow *show, Rect r) {
    Page p = {.ui = ui, .d = ui->draw, .t = t, .panel = panel, .show = show, .k = drawer_scale(t)};
    p.m = show->speech->model;
    p.trace = model_trace(p.m);
    p.lang = show->speech->lang;
    p.click = drawer_nothing();
    p.who = show->selected;
    Rect in = r;
    task_tree_find(&panel->tree, p.m, show->at);
    cut_top(&in, 6 * p.k);
    follow_selected(&p, in);
    if (in.w >= SIDE_BY_SIDE * p.k) put_both(&p, in);
    else put_in_one(&p, in);
    sentence_deinit(&p.why);
    return p.click;
}

void tasks_panel_forget(TasksPanel *panel) {
    task_tree_forget(&panel->tree);
    panel->told.len = 0;
    panel->told_of = 0;
    panel->list = panel->detail = (SectionList){0};
}

void tasks_panel_deinit(TasksPanel *panel) {
    task_tree_deinit(&panel->tree);
    buf_deinit(&panel->text);
    vec_deinit(&panel->told);
    *panel = (TasksPanel){0};
}
