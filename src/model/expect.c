#include "model/expect.h"

#include "base/diag.h"
#include "model/called.h"
#include "model/moment.h"
#include "model/names.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* One expectation being judged. */
typedef struct Judge {
    const Model *model;
    const Trace *trace;
    Speech speech;
    const Note *note;
    Buf *happened; /* empty as long as nothing speaks against it */
} Judge;

enum { ARGUMENTS = 4 };

/* The arguments of a sentence, which are made one by one. */
typedef struct Arguments {
    Buf text[ARGUMENTS];
} Arguments;

static void say(Judge *j, MsgId msg, Arguments *a) {
    const char *args[ARGUMENTS];
    for (int i = 0; i < ARGUMENTS; i++) args[i] = buf_cstr(&a->text[i]);
    msg_format(j->happened, j->speech.lang, msg, args, ARGUMENTS);
    for (int i = 0; i < ARGUMENTS; i++) buf_deinit(&a->text[i]);
}

static const char *word(const Judge *j, int i) {
    return trace_text(j->trace, j->note->words[i], NULL);
}

static EventIndex last_of(const Judge *j) {
    return model_end(j->model);
}

/* --- numbers ------------------------------------------------------------------------------ */

static bool compares(int64_t is, Compare compare, int64_t wanted, int64_t slack) {
    switch (compare) {
    case COMPARE_LT: return is < wanted;
    case COMPARE_LE: return is <= wanted;
    case COMPARE_EQ: return is == wanted;
    case COMPARE_GE: return is >= wanted;
    case COMPARE_GT: return is > wanted;
    case COMPARE_WITHIN: return is >= wanted - slack && is <= wanted + slack;
    case COMPARE_KINDS: break;
    }
    return false;
}

static int64_t hundredths(int64_t ns) {
    enum { HUNDREDTH = 10000000 };
    return (ns + HUNDREDTH / 2) / HUNDREDTH;
}

static bool time_is(const Judge *j, uint64_t ns) {
    const Note *n = j->note;
    return compares(hundredths((int64_t)ns), n->compare, hundredths(n->number), hundredths(n->slack));
}

static void judge_time(Judge *j) {
    uint64_t took = model_time(j->model, last_of(j));
    Arguments a = {0};
    if (time_is(j, took)) return;
    words_add_time(j->speech.lang, took, &a.text[0]);
    say(j, MSG_VERDICT_TIME, &a);
}

/* A turn, or a callback, in which nobody else could run, whether it slept or worked. */
static void judge_blocked(Judge *j) {
    uint64_t longest = 0, began = 0;
    EventIndex worst = 0, at = 0;
    TurnId turns = model_turns(j->model);
    for (TurnId i = 1; i <= turns; i++) {
        Turn turn = model_turn(j->model, i);
        uint64_t from = model_time(j->model, turn.begun);
        uint64_t to = model_time(j->model, turn.ended == NEVER ? last_of(j) : turn.ended);
        if (to - from < longest) continue;
        longest = to - from;
        began = from;
        worst = turn.begun;
        at = turn.ended == NEVER ? last_of(j) : turn.ended;
    }
    Arguments a = {0};
    if (time_is(j, longest)) return;
    if (!worst) {
        say(j, MSG_VERDICT_NEVER_BLOCKED, &a);
        return;
    }
    EventIndex where = worst;
    for (EventIndex i = worst; i < at; i++)
        if (event_kind(trace_at(j->trace, i)) == EV_BLOCK_BEGUN) where = i;
    called_task(&j->speech, trace_at(j->trace, worst)->task, &a.text[0]);
    words_add_duration(j->speech.lang, longest, &a.text[1]);
    words_add_time(j->speech.lang, began, &a.text[2]);
    buf_printf(&a.text[3], "%" PRIu32, called_line(j->model, where));
    say(j, MSG_VERDICT_BLOCKED, &a);
}

/* --- output -------------------------------------------------------------------------------- */

static void gather_output(const Judge *j, Buf *out) {
    for (EventIndex i = 0; i <= last_of(j); i++) {
        const TraceEvent *e = trace_at(j->trace, i);
        size_t len;
        if (event_kind(e) != EV_OUTPUT || e->b != 1) continue;
        const char *text = trace_text(j->trace, e->a, &len);
        buf_add(out, text, len);
    }
}

/* Ends of line at the end do not count. */
static size_t trimmed(const char *text, size_t len) {
    while (len && text[len - 1] == '\n') len--;
    return len;
}

typedef struct Line {
    const char *text;
    size_t len;
} Line;

static bool next_line(const char **p, const char *end, Line *line) {
    if (*p > end) return false;
    const char *stop = memchr(*p, '\n', (size_t)(end - *p));
    if (!stop) stop = end;
    *line = (Line){*p, (size_t)(stop - *p)};
    *p = stop + 1;
    return true;
}

static void add_line(Buf *out, Line line) {
    enum { SHOWN = 80 };
    size_t n = line.len < SHOWN ? line.len : SHOWN;
    while (n < line.len && ((unsigned char)line.text[n] & 0xC0) == 0x80) n--;
    buf_add(out, line.text, n);
    if (n < line.len) buf_adds(out, "…");
}

/* The first line where the two part. */
static void tell_difference(Judge *j, const Buf *is, const char *wanted) {
    const char *p = is->data ? is->data : "", *q = wanted;
    const char *p_end = p + trimmed(p, is->len), *q_end = q + trimmed(q, strlen(q));
    Arguments a = {0};
    Line mine = {0}, theirs = {0};
    uint32_t number = 0;
    if (p == p_end) {
        say(j, MSG_VERDICT_OUTPUT_EMPTY, &a);
        return;
    }
    bool has, wants;
    do {
        has = next_line(&p, p_end, &mine);
        wants = next_line(&q, q_end, &theirs);
        number++;
    } while (has && wants && mine.len == theirs.len && memcmp(mine.text, theirs.text, mine.len) == 0);
    buf_printf(&a.text[0], "%" PRIu32, has ? number : number - 1);
    add_line(&a.text[1], has ? mine : theirs);
    if (has && wants) add_line(&a.text[2], theirs);
    say(j,
        !has    ? MSG_VERDICT_OUTPUT_SHORT
        : wants ? MSG_VERDICT_OUTPUT_DIFFERS
                : MSG_VERDICT_OUTPUT_LONG,
        &a);
}

static void judge_output_is(Judge *j) {
    Buf is = {0};
    const char *wanted = word(j, 0);
    gather_output(j, &is);
    size_t n = trimmed(is.data, is.len);
    if (n != trimmed(wanted, strlen(wanted)) || (n && memcmp(is.data, wanted, n) != 0))
        tell_difference(j, &is, wanted);
    buf_deinit(&is);
}

/* The number of the line in which a text is first found; 0: in none. */
static uint32_t line_with(const char *output, const char *text, Line *line) {
    const char *found = strstr(output, text), *p = output;
    if (!found) return 0;
    uint32_t number = 0;
    while (next_line(&p, output + strlen(output), line)) {
        number++;
        if (p > found) break;
    }
    return number;
}

static void say_absent(Judge *j, const char *text) {
    Arguments a = {0};
    add_line(&a.text[0], (Line){text, strlen(text)});
    say(j, MSG_VERDICT_OUTPUT_ABSENT, &a);
}

static void judge_output_has(Judge *j) {
    Buf is = {0};
    Line line;
    gather_output(j, &is);
    if (!line_with(buf_cstr(&is), word(j, 0), &line)) say_absent(j, word(j, 0));
    buf_deinit(&is);
}

static void judge_output_lacks(Judge *j) {
    Buf is = {0};
    Line line;
    Arguments a = {0};
    gather_output(j, &is);
    uint32_t number = line_with(buf_cstr(&is), word(j, 0), &line);
    if (number) {
        buf_printf(&a.text[0], "%" PRIu32, number);
        add_line(&a.text[1], line);
        say(j, MSG_VERDICT_OUTPUT_HAS, &a);
    }
    buf_deinit(&is);
}

static void judge_output_order(Judge *j) {
    Buf is = {0};
    Line line;
    Arguments a = {0};
    gather_output(j, &is);
    const char *output = buf_cstr(&is), *first = strstr(output, word(j, 0)),
               *second = strstr(output, word(j, 1));
    if (!first || !second) {
        say_absent(j, word(j, first ? 1 : 0));
    } else if (first >= second) {
        for (int i = 0; i < 2; i++) {
            buf_adds(&a.text[2 * i], word(j, i));
            buf_printf(&a.text[2 * i + 1], "%" PRIu32, line_with(output, word(j, i), &line));
        }
        say(j, MSG_VERDICT_OUTPUT_ORDER, &a);
    }
    buf_deinit(&is);
}

/* --- names ----------------------------------------------------------------------------------- */

/* "cook" fits "cook", "Kitchen.cook", "self.cook" and what a directive calls so. */
static bool name_fits(const char *name, const char *wanted) {
    size_t n = strlen(name), w = strlen(wanted);
    if (n < w || strcmp(name + n - w, wanted) != 0) return false;
    return n == w || name[n - w - 1] == '.';
}

static bool task_fits(const Judge *j, TaskId task, const char *wanted) {
    Buf name = {0};
    called_task(&j->speech, task, &name);
    bool fits = strcmp(buf_cstr(&name), wanted) == 0;
    buf_deinit(&name);
    return fits || name_fits(trace_text(j->trace, trace_task_at(j->trace, task)->function, NULL), wanted);
}

static bool object_fits(const Judge *j, ObjectId object, const char *wanted) {
    Name name = name_of_object(j->model, object);
    EventIndex made = trace_object_at(j->trace, object)->made;
    if (name.text && name_fits(trace_text(j->trace, name.text, NULL), wanted)) return true;
    return strcmp(called_text(&j->speech, DIRECTIVE_NAME, made), wanted) == 0;
}

/* Nobody and nothing is called so: which name was meant? */
static void say_unknown(Judge *j, const char *wanted) {
    enum { MOST = 700 };
    const char *known[MOST];
    size_t count = 0;
    uint32_t tasks = trace_tasks(j->trace), objects = trace_objects(j->trace);
    for (TaskId i = 1; i <= tasks && count < MOST / 2; i++)
        known[count++] = trace_text(j->trace, trace_task_at(j->trace, i)->function, NULL);
    for (ObjectId i = 1; i <= objects && count < MOST; i++) {
        Name name = name_of_object(j->model, i);
        if (name.text) known[count++] = trace_text(j->trace, name.text, NULL);
    }
    const char *meant = nearest_word(wanted, known, count);
    Arguments a = {0};
    buf_adds(&a.text[0], wanted);
    if (meant) buf_adds(&a.text[1], meant);
    say(j, meant ? MSG_VERDICT_NAME_MEANT : MSG_VERDICT_NAME, &a);
}

/* --- the most inside ------------------------------------------------------------------------- */

typedef struct Inside {
    const Judge *judge;
    const char *wanted;
    VEC(uint32_t) of; /* by object: how many are inside; by task: 1 if it is in the function */
    VEC(bool) fits;   /* by object, or by function's name */
    uint32_t now, most;
    EventIndex when; /* of the most */
    bool known;
} Inside;

/* Room for all tasks and all objects. */
static void inside_begin(Inside *in, const Judge *j, const char *wanted, uint32_t size) {
    *in = (Inside){.judge = j, .wanted = wanted};
    for (uint32_t i = 0; i <= size; i++) {
        vec_push(&in->of, 0);
        vec_push(&in->fits, false);
    }
}

static void inside_end(Inside *in) {
    vec_deinit(&in->of);
    vec_deinit(&in->fits);
}

static void inside_is(Inside *in, uint32_t count, EventIndex at) {
    if (count <= in->most) return;
    in->most = count;
    in->when = at;
}

/* Of several objects of one name each is counted by itself. */
static void walk_objects(Inside *in) {
    const Trace *t = in->judge->trace;
    for (ObjectId i = 1; i <= trace_objects(t); i++)
        if (object_fits(in->judge, i, in->wanted)) in->fits.items[i] = in->known = true;
    for (EventIndex i = 0; in->known && i <= last_of(in->judge); i++) {
        const TraceEvent *e = trace_at(t, i);
        EventKind kind = event_kind(e);
        if ((kind != EV_GOT && kind != EV_RELEASED) || !in->fits.items[e->a]) continue;
        uint32_t *count = &in->of.items[e->a];
        if (kind == EV_GOT) inside_is(in, ++*count, i);
        else if (*count) --*count;
    }
}

static bool stack_has(const Inside *in, PlaceId place) {
    const Trace *t = in->judge->trace;
    for (; place; place = trace_place_at(t, place)->parent) {
        StringId function = trace_spot_at(t, trace_place_at(t, place)->spot)->function;
        if (name_fits(trace_text(t, function, NULL), in->wanted)) return true;
    }
    return false;
}

/* A task is inside a function as long as its stack of awaits holds it. */
static void walk_function(Inside *in) {
    const Trace *t = in->judge->trace;
    for (EventIndex i = 0; i <= last_of(in->judge); i++) {
        const TraceEvent *e = trace_at(t, i);
        EventKind kind = event_kind(e);
        if (!e->task || kind == EV_TASK_MADE || kind == EV_READY || kind == EV_HANDED ||
            kind == EV_CANCEL_ASKED)
            continue;
        bool over = kind == EV_TASK_DONE || kind == EV_TASK_LOST;
        if (!event_place(e) && !over) continue;
        uint32_t *is = &in->of.items[e->task], before = *is;
        *is = !over && stack_has(in, event_place(e));
        if (*is) in->known = true;
        in->now = in->now + *is - before;
        inside_is(in, in->now, i);
    }
}

static void add_separated(Buf *out, const Buf *name) {
    if (out->len) buf_adds(out, ", ");
    buf_add(out, name->data, name->len);
}

/* Who was inside at that event: told again from the beginning, as it is told once. */
static void add_insiders(const Inside *in, bool function, Buf *out) {
    enum { SHOWN = 12 };
    const Judge *j = in->judge;
    uint32_t shown = 0;
    if (!function) {
        Holder holders[SHOWN];
        ObjectId object = trace_at(j->trace, in->when)->a;
        shown = moment_inside(j->model, in->when, object, 0, SHOWN, holders);
        for (uint32_t i = 0; i < shown; i++) {
            Buf name = {0};
            if (holders[i].task) called_task(&j->speech, holders[i].task, &name);
            add_separated(out, &name);
            buf_deinit(&name);
        }
    } else {
        for (TaskId task = 1; task < in->of.len && task <= trace_tasks(j->trace) && shown < SHOWN; task++) {
            TaskMoment now = moment_task(j->model, in->when, task);
            bool running = task == trace_at(j->trace, in->when)->task;
            if (!running && (!task_state_live(now.state) || !stack_has(in, now.place))) continue;
            Buf name = {0};
            called_task(&j->speech, task, &name);
            add_separated(out, &name);
            buf_deinit(&name);
            shown++;
        }
    }
    if (shown < in->most) buf_adds(out, ", …");
}

static void judge_inside(Judge *j) {
    Inside in;
    uint32_t tasks = trace_tasks(j->trace), objects = trace_objects(j->trace);
    bool function = false;
    inside_begin(&in, j, word(j, 0), tasks > objects ? tasks : objects);
    walk_objects(&in);
    if (!in.known) {
        function = true;
        walk_function(&in);
    }
    Arguments a = {0};
    if (!in.known) {
        say_unknown(j, word(j, 0));
    } else if (!compares(in.most, j->note->compare, j->note->number, 0)) {
        buf_printf(&a.text[0], "%" PRIu32, in.most);
        words_add_time(j->speech.lang, model_time(j->model, in.when), &a.text[1]);
        if (in.most) add_insiders(&in, function, &a.text[2]);
        say(j, in.most ? MSG_VERDICT_INSIDE : MSG_VERDICT_INSIDE_NOBODY, &a);
    }
    inside_end(&in);
}

/* --- who is done first -------------------------------------------------------------------------- */

/* Of all tasks that are called so, the first or the last to be done. False: it has been told why
 * nothing can be said. */
static bool find_done(Judge *j, const char *wanted, bool last, TaskId *task, EventIndex *when) {
    *task = 0;
    *when = 0;
    for (TaskId i = 1; i <= trace_tasks(j->trace); i++) {
        if (!task_fits(j, i, wanted)) continue;
        EventIndex end = moment_task_end(j->model, i);
        if (!*task || (last ? end > *when : end < *when)) {
            *task = i;
            *when = end;
        }
    }
    if (!*task) {
        say_unknown(j, wanted);
    } else if (*when == NEVER) {
        Arguments a = {0};
        called_task(&j->speech, *task, &a.text[0]);
        say(j, MSG_VERDICT_NEVER_DONE, &a);
        return false;
    }
    return *task != 0;
}

static void judge_done(Judge *j) {
    TaskId tasks[2];
    EventIndex when[2];
    for (int i = 0; i < 2; i++)
        if (!find_done(j, word(j, i), i == 0, &tasks[i], &when[i])) return;
    if (when[0] < when[1]) return;
    Arguments a = {0};
    for (int i = 0; i < 2; i++) {
        called_task(&j->speech, tasks[i], &a.text[2 * i]);
        words_add_time(j->speech.lang, model_time(j->model, when[i]), &a.text[2 * i + 1]);
    }
    say(j, MSG_VERDICT_DONE, &a);
}

/* --- the end --------------------------------------------------------------------------------------- */

/* The exception that ended the run: the last that was raised outside of all tasks, or in one. */
static StringId last_raised(const Judge *j) {
    for (EventIndex i = last_of(j); i > 0; i--)
        if (event_kind(trace_at(j->trace, i)) == EV_RAISED) return trace_at(j->trace, i)->a;
    return 0;
}

static const TraceEvent *end_of(const Judge *j) {
    const TraceEvent *e = trace_at(j->trace, last_of(j));
    return event_kind(e) == EV_RUN_ENDED ? e : NULL;
}

static void say_end(Judge *j) {
    const TraceEvent *e = end_of(j);
    Arguments a = {0};
    words_add_time(j->speech.lang, model_time(j->model, last_of(j)), &a.text[0]);
    if (e && e->a == ENDING_RAISED) {
        buf_adds(&a.text[1], trace_text(j->trace, last_raised(j), NULL));
        say(j, MSG_VERDICT_ENDED_RAISED, &a);
    } else if (e && e->a == ENDING_DEADLOCK) {
        say(j, MSG_VERDICT_DEADLOCK, &a);
    } else if (!e || e->a != ENDING_NORMAL) {
        say(j, MSG_VERDICT_STOPPED, &a);
    } else if (e->b == 0) {
        say(j, MSG_VERDICT_ENDED, &a);
    } else {
        buf_printf(&a.text[1], "%" PRIu32, e->b);
        say(j, MSG_VERDICT_ENDED_EXIT, &a);
    }
}

static void judge_normal(Judge *j) {
    const TraceEvent *e = end_of(j);
    if (!e || e->a != ENDING_NORMAL || e->b != 0) say_end(j);
}

static void judge_deadlock(Judge *j) {
    const TraceEvent *e = end_of(j);
    if (!e || e->a != ENDING_DEADLOCK) say_end(j);
}

/* "ValueError" of "ValueError: too many". */
static void judge_exception(Judge *j) {
    const TraceEvent *e = end_of(j);
    const char *raised = trace_text(j->trace, last_raised(j), NULL);
    size_t n = strcspn(raised, ":");
    Buf name = {0};
    buf_add(&name, raised, n);
    if (!e || e->a != ENDING_RAISED || !name_fits(buf_cstr(&name), word(j, 0))) say_end(j);
    buf_deinit(&name);
}

static void judge_awaited(Judge *j) {
    for (EventIndex i = 0; i <= last_of(j); i++) {
        const TraceEvent *e = trace_at(j->trace, i);
        if (event_kind(e) != EV_COROUTINE_LOST) continue;
        Arguments a = {0};
        buf_adds(&a.text[0], trace_text(j->trace, trace_at(j->trace, e->a)->a, NULL));
        buf_printf(&a.text[1], "%" PRIu32, called_line(j->model, e->a));
        say(j, MSG_VERDICT_UNAWAITED, &a);
        return;
    }
}

/* --- the whole ---------------------------------------------------------------------------------------- */

static void (*const judges[EXPECT_KINDS])(Judge *) = {
    [EXPECT_TIME] = judge_time,
    [EXPECT_BLOCKED] = judge_blocked,
    [EXPECT_OUTPUT_IS] = judge_output_is,
    [EXPECT_OUTPUT_HAS] = judge_output_has,
    [EXPECT_OUTPUT_LACKS] = judge_output_lacks,
    [EXPECT_OUTPUT_ORDER] = judge_output_order,
    [EXPECT_INSIDE] = judge_inside,
    [EXPECT_DONE] = judge_done,
    [EXPECT_ENDS_NORMALLY] = judge_normal,
    [EXPECT_ENDS_DEADLOCK] = judge_deadlock,
    [EXPECT_ENDS_WITH] = judge_exception,
    [EXPECT_ALL_AWAITED] = judge_awaited,
};

static bool is_about_end(ExpectKind kind) {
    return kind == EXPECT_ENDS_NORMALLY || kind == EXPECT_ENDS_DEADLOCK || kind == EXPECT_ENDS_WITH;
}

static void judge(const Model *m, Lang lang, NoteId id, void (*by)(Judge *), Verdicts *out) {
    Verdict v = {.note = id};
    Judge j = {.model = m, .trace = model_trace(m), .speech = {m, lang, VOCABULARY_ASYNCIO, 0}};
    j.note = id ? trace_note_at(j.trace, id) : NULL;
    j.happened = &v.happened;
    by(&j);
    v.held = v.happened.len == 0;
    out->failed += !v.held;
    vec_push(&out->list, v);
}

void expect_judge(const Model *m, Lang lang, Verdicts *out) {
    const Trace *t = model_trace(m);
    bool end_is_told = false;
    for (NoteId id = 0; (id = trace_note_next(t, DIRECTIVE_EXPECT, id));) {
        ExpectKind kind = trace_note_at(t, id)->expect;
        end_is_told |= is_about_end(kind);
        judge(m, lang, id, judges[kind], out);
    }
    if (!end_is_told) judge(m, lang, 0, judge_normal, out);
}

void verdicts_deinit(Verdicts *v) {
    for (uint32_t i = 0; i < v->list.len; i++) buf_deinit(&v->list.items[i].happened);
    vec_deinit(&v->list);
}

void expect_add_wish(const Model *m, Lang lang, const Verdict *v, Buf *out) {
    const Trace *t = model_trace(m);
    if (!v->note) {
        buf_adds(out, msg_text(lang, MSG_VERDICT_IMPLIED));
        return;
    }
    const char *text = trace_text(t, trace_note_at(t, v->note)->source, NULL);
    text += strcspn(text, " \t"); /* behind "expect" */
    text += strspn(text, " \t");
    buf_adds(out, text);
}

uint32_t expect_line(const Model *m, const Verdict *v) {
    return v->note ? trace_note_at(model_trace(m), v->note)->line : 0;
}
