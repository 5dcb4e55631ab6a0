#include "model/story.h"

#include "model/called.h"
#include "model/why.h"

#include <inttypes.h>
#include <stdio.h>

enum { ROUND_INDENT = 0, TURN_INDENT = 2, EVENT_INDENT = 4, PART = 16 * 1024 };

/* How much of each kind of event is told. What another event says as well is left out. */
typedef enum Telling { TOLD, LEFT_OUT, IF_NEWS } Telling;

static const Telling tellings[EVENT_KINDS] = {
    [EV_LOOP_RUNS] = IF_NEWS,
    [EV_LOOP_STOPS] = LEFT_OUT,
    [EV_LOOP_CLOSED] = LEFT_OUT,
    [EV_ROUND] = LEFT_OUT, /* told when something follows in it */
    [EV_BLOCK_ENDED] = LEFT_OUT,
    [EV_READY] = IF_NEWS,
    [EV_TURN_ENDED] = IF_NEWS,
    [EV_COROUTINE_MADE] = LEFT_OUT,
    [EV_COROUTINE_USED] = LEFT_OUT,
    [EV_TIMER_SET] = LEFT_OUT,
    [EV_TIMER_FIRED] = LEFT_OUT,
    [EV_TIMER_DROPPED] = LEFT_OUT,
    [EV_CALLBACK_READY] = LEFT_OUT,
    [EV_CALLBACK_ENDED] = LEFT_OUT,
    [EV_MADE] = IF_NEWS,
    [EV_NAMED] = LEFT_OUT,
    [EV_TASK_NAMED] = LEFT_OUT,
    [EV_GROUP_TASK] = LEFT_OUT,
    [EV_GROUP_FUTURE] = LEFT_OUT,
    [EV_GROUP_BEGUN] = IF_NEWS,
    [EV_GROUP_ENDED] = IF_NEWS,
    [EV_JOB_GOES_ON] = LEFT_OUT,
    [EV_LEFT] = LEFT_OUT,
};

typedef struct Teller {
    const Story *story;
    const Trace *trace;
    Buf text;
    Sentence sentence;
    EventIndex round; /* its ROUND, if it has not been told yet */
    TaskId running;
    bool loop_told;
} Teller;

static bool is_library(const Trace *t, TaskId task) {
    return task && trace_task_at(t, task)->library;
}

/* A READY is told where nothing else says why; a turn begins with its cause anyway. */
static bool ready_is_news(const Trace *t, const TraceEvent *e) {
    switch (event_kind(trace_at(t, e->a))) {
    case EV_TASK_MADE:
    case EV_TIMER_FIRED:
    case EV_HANDED:
    case EV_TURN_ENDED:
    case EV_CANCEL_ASKED: return false;
    default: return true;
    }
}

/* Objects that an event of their own tells of when they begin. */
static bool making_is_news(ObjectKind kind) {
    return kind != OBJECT_LOOP && kind < OBJECT_GATHER;
}

/* What sets a timer as it begins says so then. */
static bool is_hourglass(ObjectKind kind) {
    return kind == OBJECT_TIMEOUT || kind == OBJECT_WAIT_FOR;
}

static bool is_about(const bool *only, const TraceEvent *e) {
    EventKind kind = event_kind(e);
    return only[e->task] || (event_field(kind, 0) == FIELD_TASK && only[e->a]) ||
           (event_field(kind, 1) == FIELD_TASK && only[e->b]);
}

static bool is_told(const Teller *y, const TraceEvent *e) {
    const Trace *t = y->trace;
    EventKind kind = event_kind(e);
    if (is_library(t, e->task) || (y->story->only && !is_about(y->story->only, e))) return false;
    if (tellings[kind] != IF_NEWS) return tellings[kind] == TOLD;
    switch (kind) {
    case EV_LOOP_RUNS: return !y->loop_told;
    case EV_READY: return ready_is_news(t, e);
    case EV_TURN_ENDED: return e->a == TURN_YIELDS;
    case EV_MADE: return making_is_news(trace_object_at(t, e->a)->kind);
    case EV_GROUP_BEGUN: return !is_hourglass(trace_object_at(t, e->a)->kind);
    case EV_GROUP_ENDED: return trace_object_at(t, e->a)->kind != OBJECT_TIMEOUT || e->b != OUTCOME_EXPIRED;
    default: return true;
    }
}

/* --- lines ---------------------------------------------------------------------------------- */

static void add_line_number(Teller *y, EventIndex at) {
    const TraceEvent *e = trace_at(y->trace, at);
    uint32_t line = called_line(y->story->speech->model, event_kind(e) == EV_COROUTINE_LOST ? e->a : at);
    char number[16];
    if (!line) return;
    snprintf(number, sizeof number, "%" PRIu32, line);
    buf_addc(&y->text, ' ');
    msg_format(&y->text, y->story->speech->lang, MSG_STORY_LINE, (const char *const[]){number}, 1);
}

static void tell_line(Teller *y, EventIndex at, size_t indent, bool with_line) {
    sentence_clear(&y->sentence);
    why_event(y->story->speech, at, &y->sentence);
    buf_pad(&y->text, ' ', indent);
    if (event_kind(trace_at(y->trace, at)) == EV_REACHED) buf_adds(&y->text, "* ");
    buf_add(&y->text, y->sentence.text.data, y->sentence.text.len);
    if (with_line) add_line_number(y, at);
    buf_addc(&y->text, '\n');
}

static size_t indent_of(const Teller *y, const TraceEvent *e) {
    EventKind kind = event_kind(e);
    if (kind == EV_TURN_BEGUN || kind == EV_CALLBACK_BEGUN) return TURN_INDENT;
    if (kind == EV_IDLE || kind == EV_RUN_BEGUN || kind == EV_RUN_ENDED || kind == EV_DEADLOCK ||
        kind == EV_LOOP_RUNS)
        return ROUND_INDENT;
    return y->running ? EVENT_INDENT : TURN_INDENT;
}

static void tell_round(Teller *y) {
    if (y->round) tell_line(y, y->round, ROUND_INDENT, false);
    y->round = 0;
}

static void follow(Teller *y, const TraceEvent *e, EventIndex at) {
    switch (event_kind(e)) {
    case EV_ROUND: y->round = at; break;
    case EV_TURN_BEGUN: y->running = e->task; break;
    case EV_TURN_ENDED: y->running = 0; break;
    default: break;
    }
}

/* At a deadlock: who waits for what. */
static void tell_waiting(Teller *y, EventIndex at) {
    enum { MOST = 20 };
    const Speech *s = y->story->speech;
    TaskId waiting[MOST];
    uint32_t n = moment_tasks(s->model, at, TASK_WAITING, 0, MOST, waiting);
    for (uint32_t i = 0; i < n; i++) {
        sentence_clear(&y->sentence);
        why_task(s, at, waiting[i], &y->sentence);
        buf_pad(&y->text, ' ', TURN_INDENT);
        buf_add(&y->text, y->sentence.text.data, y->sentence.text.len);
        buf_addc(&y->text, '\n');
    }
}

static void tell_event(Teller *y, EventIndex at) {
    const TraceEvent *e = trace_at(y->trace, at);
    EventKind kind = event_kind(e);
    if (kind == EV_TURN_BEGUN || kind == EV_ROUND) follow(y, e, at);
    if (is_told(y, e)) {
        bool outside = kind == EV_IDLE || kind == EV_RUN_ENDED;
        if (outside) y->round = 0;
        else tell_round(y);
        tell_line(y, at, indent_of(y, e), kind != EV_TURN_BEGUN && kind != EV_REACHED && !outside);
        if (kind == EV_LOOP_RUNS) y->loop_told = true;
        if (kind == EV_DEADLOCK) tell_waiting(y, at);
    }
    if (kind == EV_TURN_ENDED) follow(y, e, at);
}

static bool hand_out(Teller *y, StoryOut out, void *data) {
    bool wanted = out(data, y->text.data, y->text.len);
    buf_clear(&y->text);
    return wanted;
}

void story_tell(const Story *story, StoryOut out, void *data) {
    Teller y = {.story = story, .trace = model_trace(story->speech->model)};
    bool wanted = true;
    uint32_t round = model_round_at(story->speech->model, story->from);
    if (story->from && round) y.round = model_at_round(story->speech->model, round);
    for (EventIndex at = story->from; wanted && at <= story->to; at++) {
        tell_event(&y, at);
        if (y.text.len >= PART) wanted = hand_out(&y, out, data);
    }
    if (wanted && y.text.len) hand_out(&y, out, data);
    buf_deinit(&y.text);
    sentence_deinit(&y.sentence);
}

/* --- a moment ---------------------------------------------------------------------------------- */

static void add_sentence(Buf *out, Sentence *sentence, size_t indent) {
    buf_pad(out, ' ', indent);
    buf_add(out, sentence->text.data, sentence->text.len);
    buf_addc(out, '\n');
    sentence_clear(sentence);
}

static void moment_title(const Speech *s, Cursor at, Buf *out) {
    Buf time = {0};
    char turn[16], turns[16];
    words_add_time(s->lang, s->now ? s->now : model_time(s->model, at), &time);
    snprintf(turn, sizeof turn, "%" PRIu32, model_turn_at(s->model, at));
    snprintf(turns, sizeof turns, "%" PRIu32, model_turns(s->model));
    msg_format(out, s->lang, MSG_STORY_MOMENT, (const char *const[]){buf_cstr(&time), turn, turns}, 3);
    buf_addc(out, '\n');
    buf_deinit(&time);
}

static void moment_task_line(const Speech *s, Cursor at, TaskId task, Sentence *sentence, Buf *out) {
    TaskMoment now = moment_task(s->model, at, task);
    why_task(s, at, task, sentence);
    PlaceId place = now.place;
    if (place && task_state_live(now.state)) {
        const Trace *t = model_trace(s->model);
        char number[16];
        snprintf(number, sizeof number, "%" PRIu32, trace_spot_at(t, trace_place_at(t, place)->spot)->line);
        buf_addc(&sentence->text, ' ');
        msg_format(&sentence->text, s->lang, MSG_STORY_LINE, (const char *const[]){number}, 1);
    }
    add_sentence(out, sentence, TURN_INDENT);
}

void story_moment(const Speech *s, Cursor at, Buf *out) {
    const Trace *t = model_trace(s->model);
    Sentence sentence = {0};
    moment_title(s, at, out);
    why_chef(s, at, &sentence);
    add_sentence(out, &sentence, TURN_INDENT);
    uint32_t made = moment_tasks_made(s->model, at);
    for (TaskId task = 1; task <= made; task++)
        if (!trace_task_at(t, task)->library) moment_task_line(s, at, task, &sentence, out);
    sentence_deinit(&sentence);
}

void story_tasks(const Speech *s, Cursor at, const bool *only,
                 void (*more)(void *data, Cursor at, TaskId task, Buf *out), void *data, Buf *out) {
    Sentence sentence = {0};
    moment_title(s, at, out);
    uint32_t made = moment_tasks_made(s->model, at);
    for (TaskId task = 1; task <= made; task++) {
        if (!only[task]) continue;
        moment_task_line(s, at, task, &sentence, out);
        more(data, at, task, out);
    }
    sentence_deinit(&sentence);
}

static void add_note(const Speech *s, DirectiveKind kind, Buf *out) {
    const Trace *t = model_trace(s->model);
    NoteId id = trace_note_next(t, kind, 0);
    if (id) buf_printf(out, "%s\n", note_text(t, trace_note_at(t, id), s->lang));
}

void story_head(const Speech *s, Buf *out) {
    size_t start = out->len;
    add_note(s, DIRECTIVE_TITLE, out);
    add_note(s, DIRECTIVE_ABOUT, out);
    if (out->len > start) buf_addc(out, '\n');
}
