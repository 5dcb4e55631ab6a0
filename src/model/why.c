#include "model/why.h"

#include "model/called.h"
#include "model/circle.h"

#include <string.h>

/* A sentence in the making. */
typedef struct Why {
    const Speech *speech;
    const Trace *trace;
    EventIndex at;
    const TraceEvent *e;
    Words words;
} Why;

static void begin(Why *y, const Speech *s, EventIndex at) {
    *y = (Why){.speech = s, .trace = model_trace(s->model), .at = at};
    y->e = trace_at(y->trace, at);
}

static void finish(Why *y, MsgId msg, Sentence *out) {
    size_t start = out->text.len;
    words_fill(y->speech, msg, &y->words, out);
    sentence_capital(out, start);
    words_deinit(&y->words);
}

/* --- what fills the slots --------------------------------------------------------------- */

enum { SHOWN = 120 }; /* bytes of a text that somebody prints or puts */

/* In one line, cut where it gets long. */
static void add_short(const char *text, size_t len, Buf *out) {
    while (len > 0 && text[len - 1] == '\n') len--;
    size_t end = len < SHOWN ? len : SHOWN;
    while (end < len && ((unsigned char)text[end] & 0xC0) == 0x80) end--;
    for (size_t i = 0; i < end; i++) {
        if (text[i] == '\n') buf_adds(out, "\\n");
        else if (text[i] == '\t') buf_addc(out, ' ');
        else if ((unsigned char)text[i] < ' ' || text[i] == 0x7F) buf_adds(out, "\xEF\xBF\xBD");
        else buf_addc(out, text[i]);
    }
    if (end < len) buf_adds(out, "…");
}

static void set_text(Why *y, SlotId slot, StringId id) {
    size_t len;
    const char *text = trace_text(y->trace, id, &len);
    Buf b = {0};
    add_short(text, len, &b);
    words_text(&y->words, slot, buf_cstr(&b));
    buf_deinit(&b);
}

/* "<Task roast>" is roast. */
static void without_brackets(Buf *text) {
    static const char begin[] = "<Task ";
    size_t n = sizeof begin - 1;
    if (text->len <= n || memcmp(text->data, begin, n) != 0 || text->data[text->len - 1] != '>') return;
    memmove(text->data, text->data + n, text->len - n - 1);
    text->len -= n + 1;
}

static void set_value(Why *y, ValueCode value) {
    Buf b = {0};
    if (value & CODE_NUMBER) {
        buf_printf(&b, "%d", (int32_t)(value << 1) >> 1);
        words_text(&y->words, SLOT_VALUE, buf_cstr(&b));
    } else if (value) {
        set_text(y, SLOT_VALUE, value);
        without_brackets(&y->words.slots[SLOT_VALUE].what.text);
    }
    buf_deinit(&b);
}

/* In the kitchen an item goes by the author's words for it, where it was put. */
static void set_item(Why *y, EventIndex put, ValueCode value) {
    const char *item = called_text(y->speech, DIRECTIVE_ITEM, put);
    set_value(y, value);
    if (!value) words_text(&y->words, SLOT_VALUE, "None");
    if (!*item || y->speech->vocabulary != VOCABULARY_KITCHEN) return;
    Buf b = {0};
    buf_printf(&b, "%s (%s)", item, buf_cstr(&y->words.slots[SLOT_VALUE].what.text));
    words_text(&y->words, SLOT_VALUE, buf_cstr(&b));
    buf_deinit(&b);
}

static void set_due(Why *y, EventIndex timer) {
    const TraceEvent *set = trace_at(y->trace, timer);
    uint64_t due = event_wide(set);
    words_time(y->speech, &y->words, SLOT_DUE, due);
    words_duration(y->speech, &y->words, SLOT_DURATION, due > y->e->time ? due - y->e->time : 0);
}

/* The event that another one speaks of. */
static void set_event(Why *y, EventIndex of) {
    const TraceEvent *e = trace_at(y->trace, of);
    if (!of) return;
    switch (event_kind(e)) {
    case EV_TIMER_SET: set_due(y, of); break;
    case EV_TIMER_FIRED: set_due(y, e->a); break;
    case EV_COROUTINE_MADE: set_text(y, SLOT_TEXT, e->a); break;
    case EV_CALLBACK_LATER:
    case EV_CALLBACK_READY: set_text(y, SLOT_TEXT, e->b); break;
    case EV_BLOCK_BEGUN: words_duration(y->speech, &y->words, SLOT_DURATION, event_wide(e)); break;
    case EV_PUT:
        set_item(y, of, e->b);
        words_task(y->speech, &y->words, SLOT_BY, e->task);
        break;
    default: break;
    }
}

static void set_field(Why *y, FieldKind kind, SlotId slot, uint32_t value) {
    const Speech *s = y->speech;
    switch (kind) {
    case FIELD_TASK:
        if (!value) break;
        words_task(s, &y->words, slot, value);
        words_task(s, &y->words, SLOT_BY, value);
        break;
    case FIELD_OBJECT: words_object(s, &y->words, slot, value); break;
    case FIELD_STRING: set_text(y, SLOT_TEXT, value); break;
    case FIELD_COUNT: words_count(&y->words, SLOT_N, value); break;
    case FIELD_EVENT: set_event(y, value); break;
    case FIELD_VALUE: set_value(y, value); break;
    case FIELD_WIDE: words_duration(s, &y->words, SLOT_DURATION, event_wide(y->e)); break;
    default: break;
    }
}

static void set_fields(Why *y) {
    EventKind kind = event_kind(y->e);
    words_time(y->speech, &y->words, SLOT_TIME, y->e->time);
    words_task(y->speech, &y->words, SLOT_T, y->e->task);
    set_field(y, event_field(kind, 0), SLOT_A, y->e->a);
    set_field(y, event_field(kind, 1), SLOT_B, y->e->b);
    words_text(&y->words, SLOT_LABEL, called_text(y->speech, DIRECTIVE_LABEL, y->at));
}

/* --- causes --------------------------------------------------------------------------------- */

static ObjectKind kind_of(const Why *y, ObjectId object) {
    return trace_object_at(y->trace, object)->kind;
}

/* The sentences that differ by what somebody waits for. A queue has three lines. */
static MsgId by_object(const Why *y, ObjectId object, MsgId lock, MsgId semaphore, MsgId event,
                       MsgId condition, MsgId barrier, MsgId other) {
    switch (kind_of(y, object)) {
    case OBJECT_LOCK: return lock;
    case OBJECT_SEMAPHORE:
    case OBJECT_BOUNDED_SEMAPHORE: return semaphore;
    case OBJECT_EVENT: return event;
    case OBJECT_CONDITION: return condition;
    case OBJECT_BARRIER: return barrier;
    default: return other;
    }
}

/* In which of a queue's lines a task stood when it was called. */
static MsgId line_of_queue(const Why *y, TaskId task, EventIndex called) {
    if (kind_of(y, y->e->a) == OBJECT_AS_COMPLETED) return MSG_KITCHEN_CAUSE_NEXT;
    Wait wait = moment_task(y->speech->model, called, task).wait;
    if (wait.kind == WAIT_PUT) return MSG_KITCHEN_CAUSE_PUT;
    return wait.kind == WAIT_JOIN ? MSG_KITCHEN_CAUSE_JOIN : MSG_KITCHEN_CAUSE_GET;
}

static MsgId cause_of_line(const Why *y, EventIndex cause) {
    ObjectId object = y->e->a;
    MsgId msg =
        by_object(y, object, MSG_KITCHEN_CAUSE_LOCK, MSG_KITCHEN_CAUSE_SEMAPHORE, MSG_KITCHEN_CAUSE_EVENT,
                  MSG_KITCHEN_CAUSE_CONDITION, MSG_KITCHEN_CAUSE_BARRIER, MSG_NONE);
    return msg != MSG_NONE || event_kind(y->e) != EV_HANDED ? msg : line_of_queue(y, y->e->task, cause - 1);
}

static MsgId cause_of_end(const TraceEvent *e, MsgId returned, MsgId raised, MsgId cancelled) {
    if (e->a == OUTCOME_RETURNED) return returned;
    return e->a == OUTCOME_RAISED ? raised : cancelled;
}

static const MsgId barrier_causes[] = {
    [BARRIER_FILLING] = MSG_KITCHEN_CAUSE_BARRIER_FREE,
    [BARRIER_DRAINING] = MSG_KITCHEN_CAUSE_BARRIER,
    [BARRIER_RESETTING] = MSG_KITCHEN_CAUSE_BARRIER_RESET,
    [BARRIER_BROKEN] = MSG_KITCHEN_CAUSE_BARRIER_BROKEN,
};

/* Which clause tells an event as a reason; the slots of `y` are filled from that event. */
static MsgId choose_cause(Why *y, EventIndex cause) {
    const TraceEvent *e = y->e;
    EventKind kind = event_kind(e);
    switch (kind) {
    case EV_TASK_MADE: return MSG_KITCHEN_CAUSE_MADE;
    case EV_TIMER_FIRED: return MSG_KITCHEN_CAUSE_TIMER;
    case EV_TURN_ENDED: return MSG_KITCHEN_CAUSE_YIELDED;
    case EV_HANDED:
    case EV_EVENT_SET:
    case EV_NOTIFIED: return cause_of_line(y, cause);
    case EV_BARRIER_IS: return barrier_causes[e->b];
    case EV_ITEM_DONE: return MSG_KITCHEN_CAUSE_JOIN;
    case EV_TASK_DONE:
        return cause_of_end(e, MSG_KITCHEN_CAUSE_TASK, MSG_KITCHEN_CAUSE_TASK_FAILED,
                            MSG_KITCHEN_CAUSE_TASK_CANCELLED);
    case EV_FUTURE_DONE: return MSG_KITCHEN_CAUSE_FUTURE;
    case EV_FUTURE_FAILED: return MSG_KITCHEN_CAUSE_FUTURE_FAILED;
    case EV_FUTURE_CANCELLED: return MSG_KITCHEN_CAUSE_FUTURE_CANCELLED;
    case EV_CANCEL_ASKED: return MSG_KITCHEN_CAUSE_CANCEL;
    case EV_TIMEOUT_EXPIRED: return MSG_KITCHEN_CAUSE_TIMEOUT;
    case EV_GROUP_ENDED: return MSG_KITCHEN_CAUSE_GROUP;
    case EV_JOB_ENDED: return MSG_KITCHEN_CAUSE_JOB;
    case EV_REQUEST_ENDED: return MSG_KITCHEN_CAUSE_REQUEST;
    case EV_CALLBACK_BEGUN:
    case EV_CALLBACK_READY: return MSG_KITCHEN_CAUSE_CALLBACK;
    default: return MSG_NONE;
    }
}

/* Whose doing the cause was: in a clause {by} is somebody. */
static void set_doer(Why *y) {
    EventKind kind = event_kind(y->e);
    if (kind == EV_TASK_DONE) words_task(y->speech, &y->words, SLOT_BY, y->e->task);
    else if (kind == EV_TASK_MADE) words_task(y->speech, &y->words, SLOT_BY, y->e->a);
    else if (kind == EV_HANDED && !y->e->b) words_task(y->speech, &y->words, SLOT_BY, 0);
    else if (kind == EV_EVENT_SET || kind == EV_NOTIFIED || kind == EV_BARRIER_IS)
        words_task(y->speech, &y->words, SLOT_BY, y->e->task);
}

/* Fills {cause} with why a READY came about. */
static void set_cause(Why *to, EventIndex ready) {
    EventIndex cause = trace_at(to->trace, ready)->a;
    Why y;
    if (!cause) return;
    begin(&y, to->speech, cause);
    set_fields(&y);
    set_doer(&y);
    y.words.subject = trace_at(to->trace, ready)->task;
    y.words.is_clause = true;
    MsgId msg = choose_cause(&y, cause);
    Sentence *clause = &to->words.slots[SLOT_CAUSE].what;
    sentence_clear(clause);
    if (msg != MSG_NONE) words_fill(to->speech, msg, &y.words, clause);
    to->words.slots[SLOT_CAUSE].given = clause->text.len > 0;
    to->words.slots[SLOT_CAUSE].count = 1;
    words_deinit(&y.words);
}

void why_cause(const Speech *s, EventIndex ready, Sentence *out) {
    Why y;
    begin(&y, s, ready);
    if (event_kind(y.e) == EV_READY) set_cause(&y, ready);
    const Sentence *clause = &y.words.slots[SLOT_CAUSE].what;
    uint32_t before = (uint32_t)out->text.len;
    buf_add(&out->text, clause->text.data, clause->text.len);
    for (uint32_t i = 0; i < clause->marks.len; i++) {
        NameMark mark = clause->marks.items[i];
        vec_push(&out->marks, ((NameMark){mark.start + before, mark.end + before, mark.task, mark.object}));
    }
    words_deinit(&y.words);
}

/* --- events ------------------------------------------------------------------------------------ */

/* Kinds that have one sentence; the others are chosen below. */
static const MsgId plain[EVENT_KINDS] = {
#define PLAIN(id) [EV_##id] = MSG_KITCHEN_##id
    PLAIN(RUN_BEGUN),
    PLAIN(DEADLOCK),
    PLAIN(LOOP_RUNS),
    PLAIN(LOOP_STOP_ASKED),
    PLAIN(LOOP_STOPS),
    PLAIN(LOOP_CLOSED),
    PLAIN(ROUND),
    PLAIN(IDLE),
    PLAIN(BLOCK_ENDED),
    PLAIN(TASK_MADE),
    PLAIN(TASK_NAMED),
    PLAIN(TASK_LOST),
    PLAIN(SLEEPS),
    PLAIN(AWAITS_TASK),
    PLAIN(COROUTINE_MADE),
    PLAIN(COROUTINE_USED),
    PLAIN(COROUTINE_LOST),
    PLAIN(TIMER_SET),
    PLAIN(TIMER_FIRED),
    PLAIN(TIMER_DROPPED),
    PLAIN(CALLBACK_LATER),
    PLAIN(CALLBACK_READY),
    PLAIN(CALLBACK_BEGUN),
    PLAIN(CALLBACK_ENDED),
    PLAIN(CALLBACK_DROPPED),
    PLAIN(NAMED),
    PLAIN(FUTURE_DONE),
    PLAIN(FUTURE_FAILED),
    PLAIN(FUTURE_CANCELLED),
    PLAIN(LEFT),
    PLAIN(EVENT_SET),
    PLAIN(EVENT_CLEARED),
    PLAIN(NOTIFIED),
    PLAIN(PUT_WANTED),
    PLAIN(GET_WANTED),
    PLAIN(JOIN_WANTED),
    PLAIN(PUT),
    PLAIN(TAKEN),
    PLAIN(ITEM_DONE),
    PLAIN(GROUP_ABORTED),
    PLAIN(CANCEL_ASKED),
    PLAIN(CANCEL_DELIVERED),
    PLAIN(UNCANCELLED),
    PLAIN(RAISED),
    PLAIN(LOST),
    PLAIN(JOB_SUBMITTED),
    PLAIN(JOB_BEGUN),
    PLAIN(JOB_WAITS),
    PLAIN(JOB_STANDS),
    PLAIN(JOB_GOES_ON),
    PLAIN(REQUEST_BEGUN),
    PLAIN(REQUEST_SENT),
    PLAIN(REQUEST_ENDED),
    PLAIN(REACHED),
#undef PLAIN
};

static const MsgId run_ends[] = {
#define ENDING(id, text) [ENDING_##id] = MSG_KITCHEN_RUN_ENDED_##id,
#include "trace/kinds.def"
};
static const MsgId turn_ends[] = {
#define TURN(id, text) [TURN_##id] = MSG_KITCHEN_TURN_##id,
#include "trace/kinds.def"
};
static const MsgId barriers[] = {
#define BARRIER(id, text) [BARRIER_##id] = MSG_KITCHEN_BARRIER_##id,
#include "trace/kinds.def"
};
static const MsgId task_ends[] = {
    [OUTCOME_RETURNED] = MSG_KITCHEN_DONE_RETURNED,
    [OUTCOME_RAISED] = MSG_KITCHEN_DONE_RAISED,
    [OUTCOME_CANCELLED] = MSG_KITCHEN_DONE_CANCELLED,
    [OUTCOME_EXPIRED] = MSG_KITCHEN_DONE_CANCELLED,
};
static const MsgId group_ends[] = {
#define OUTCOME(id, text) [OUTCOME_##id] = MSG_KITCHEN_GROUP_ENDED_##id,
#include "trace/kinds.def"
};
static const MsgId job_ends[] = {
    [OUTCOME_RETURNED] = MSG_KITCHEN_JOB_ENDED_RETURNED,
    [OUTCOME_RAISED] = MSG_KITCHEN_JOB_ENDED_RAISED,
    [OUTCOME_CANCELLED] = MSG_KITCHEN_JOB_ENDED_CANCELLED,
    [OUTCOME_EXPIRED] = MSG_KITCHEN_JOB_ENDED_CANCELLED,
};

static MsgId made(const Why *y) {
    switch (kind_of(y, y->e->a)) {
    case OBJECT_SEMAPHORE:
    case OBJECT_BOUNDED_SEMAPHORE: return MSG_KITCHEN_MADE_PERMITS;
    case OBJECT_QUEUE:
    case OBJECT_LIFO_QUEUE:
    case OBJECT_PRIORITY_QUEUE: return MSG_KITCHEN_MADE_QUEUE;
    case OBJECT_BARRIER: return MSG_KITCHEN_MADE_BARRIER;
    case OBJECT_LOOP: return MSG_KITCHEN_MADE_LOOP;
    case OBJECT_LOCK:
    case OBJECT_EVENT:
    case OBJECT_CONDITION: return MSG_KITCHEN_MADE;
    default: return MSG_KITCHEN_MADE_PREPARED;
    }
}

/* --- groups: menus, hourglasses, covers --- */

typedef enum GroupSort { GROUP_MENU, GROUP_HOURGLASS, GROUP_COVER, GROUP_SORTS } GroupSort;

static GroupSort sort_of(ObjectKind kind) {
    if (kind == OBJECT_WAIT_FOR || kind == OBJECT_TIMEOUT) return GROUP_HOURGLASS;
    return kind == OBJECT_SHIELD ? GROUP_COVER : GROUP_MENU;
}

static const MsgId group_begins[GROUP_SORTS] = {MSG_KITCHEN_GROUP_BEGUN, MSG_KITCHEN_HOURGLASS_BEGUN,
                                                MSG_KITCHEN_COVER_BEGUN};
static const MsgId group_has[GROUP_SORTS] = {MSG_KITCHEN_GROUP_TASK, MSG_KITCHEN_HOURGLASS_TASK,
                                             MSG_KITCHEN_COVER_TASK};
static const MsgId group_awaits[GROUP_SORTS] = {MSG_KITCHEN_AWAITS, MSG_KITCHEN_HOURGLASS_AWAITS,
                                                MSG_KITCHEN_COVER_AWAITS};
static const MsgId group_returns[GROUP_SORTS] = {MSG_KITCHEN_GROUP_ENDED_RETURNED,
                                                 MSG_KITCHEN_HOURGLASS_IN_TIME, MSG_KITCHEN_COVER_ENDED};
static const MsgId group_waits[GROUP_SORTS] = {MSG_KITCHEN_WAIT_GROUP, MSG_KITCHEN_WAIT_HOURGLASS,
                                               MSG_KITCHEN_WAIT_COVER};
/* Only an hourglass strikes off what it is for. */
static const MsgId times_given[GROUP_SORTS] = {MSG_KITCHEN_TIME_GIVEN, MSG_KITCHEN_TIMEOUT_ARMED,
                                               MSG_KITCHEN_TIME_GIVEN};
static const MsgId times_moved[GROUP_SORTS] = {MSG_KITCHEN_TIME_MOVED, MSG_KITCHEN_TIMEOUT_MOVED,
                                               MSG_KITCHEN_TIME_MOVED};
static const MsgId times_over[GROUP_SORTS] = {MSG_KITCHEN_TIME_OVER, MSG_KITCHEN_TIMEOUT_EXPIRED,
                                              MSG_KITCHEN_TIME_OVER};

/* A lock that nobody holds is promised to the first who was called to it. */
static TaskId promised_to(const Why *y, ObjectId lock) {
    Waiter first;
    bool waits = moment_waiters(y->speech->model, y->at, lock, LINE_MAIN, 0, 1, &first) == 1;
    return waits && first.called ? first.task : 0;
}

static bool is_held(const Why *y, ObjectId lock) {
    return moment_object(y->speech->model, y->at, lock).inside > 0;
}

static MsgId wanted(const Why *y) {
    bool promised = kind_of(y, y->e->a) == OBJECT_LOCK && !is_held(y, y->e->a) && promised_to(y, y->e->a);
    return by_object(y, y->e->a, promised ? MSG_KITCHEN_WANTED_LOCK_PROMISED : MSG_KITCHEN_WANTED_LOCK,
                     MSG_KITCHEN_WANTED_SEMAPHORE, MSG_KITCHEN_WANTED_EVENT, MSG_KITCHEN_WANTED_CONDITION,
                     MSG_KITCHEN_WANTED_BARRIER, MSG_KITCHEN_AWAITS);
}

static MsgId got(const Why *y) {
    return by_object(y, y->e->a, MSG_KITCHEN_GOT_LOCK, MSG_KITCHEN_GOT_SEMAPHORE, MSG_KITCHEN_GOT_EVENT,
                     MSG_KITCHEN_GOT_CONDITION, MSG_KITCHEN_GOT_BARRIER, MSG_KITCHEN_GOT_JOIN);
}

static MsgId released(const Why *y) {
    return by_object(y, y->e->a, MSG_KITCHEN_RELEASED_LOCK, MSG_KITCHEN_RELEASED_SEMAPHORE,
                     MSG_KITCHEN_RELEASED_LOCK, MSG_KITCHEN_RELEASED_LOCK, MSG_KITCHEN_RELEASED_LOCK,
                     MSG_KITCHEN_RELEASED_LOCK);
}

static MsgId handed(const Why *y) {
    return by_object(y, y->e->a, MSG_KITCHEN_HANDED_LOCK, MSG_KITCHEN_HANDED_SEMAPHORE,
                     MSG_KITCHEN_HANDED_EVENT, MSG_KITCHEN_HANDED_CONDITION, MSG_KITCHEN_HANDED_BARRIER,
                     MSG_KITCHEN_HANDED_QUEUE);
}

static MsgId ready(const Why *y) {
    return event_kind(trace_at(y->trace, y->e->a)) == EV_TASK_MADE ? MSG_KITCHEN_READY_NEW
                                                                   : MSG_KITCHEN_READY;
}

/* A cancellation is no mishap: nothing burns. */
static MsgId caught(const Why *y) {
    static const char cancelled[] = "CancelledError";
    const char *text = trace_text(y->trace, y->e->a, NULL);
    return strncmp(text, cancelled, strlen(cancelled)) == 0 ? MSG_KITCHEN_CAUGHT_CANCEL : MSG_KITCHEN_CAUGHT;
}

static MsgId block_begun(const Why *y) {
    return called_note(y->speech->model, DIRECTIVE_WORK, y->at) ? MSG_KITCHEN_BLOCK_WORK
                                                                : MSG_KITCHEN_BLOCK_BEGUN;
}

/* asyncio.run has tasks of its own at its end. */
static MsgId turn_begins(const Why *y) {
    bool own = trace_task_at(y->trace, y->e->task)->library;
    return own ? MSG_KITCHEN_TURN_TIDIES : MSG_KITCHEN_TURN_BEGUN;
}

/* as_completed has a queue inside, of which nobody should hear. */
static MsgId or_next(const Why *y, MsgId next) {
    return kind_of(y, y->e->a) == OBJECT_AS_COMPLETED ? next : plain[event_kind(y->e)];
}

static MsgId choose_of_group(const Why *y) {
    const TraceEvent *e = y->e;
    GroupSort sort = sort_of(kind_of(y, e->a));
    switch (event_kind(e)) {
    case EV_AWAITS: return group_awaits[sort];
    case EV_GROUP_BEGUN: return group_begins[sort];
    case EV_GROUP_ENDED: return e->b == OUTCOME_RETURNED ? group_returns[sort] : group_ends[e->b];
    case EV_TIMEOUT_ARMED: return times_given[sort];
    case EV_TIMEOUT_MOVED: return times_moved[sort];
    case EV_TIMEOUT_EXPIRED: return times_over[sort];
    default: return group_has[sort];
    }
}

static MsgId choose(const Why *y) {
    const TraceEvent *e = y->e;
    EventKind kind = event_kind(e);
    switch (kind) {
    case EV_AWAITS:
    case EV_GROUP_BEGUN:
    case EV_GROUP_TASK:
    case EV_GROUP_FUTURE:
    case EV_GROUP_ENDED:
    case EV_TIMEOUT_ARMED:
    case EV_TIMEOUT_MOVED:
    case EV_TIMEOUT_EXPIRED: return choose_of_group(y);
    case EV_GET_WANTED: return or_next(y, MSG_KITCHEN_NEXT_WANTED);
    case EV_PUT: return or_next(y, MSG_KITCHEN_NEXT_DONE);
    case EV_TAKEN: return or_next(y, MSG_KITCHEN_NEXT_TAKEN);
    case EV_RUN_ENDED: return run_ends[e->a];
    case EV_BLOCK_BEGUN: return block_begun(y);
    case EV_READY: return ready(y);
    case EV_TURN_BEGUN: return turn_begins(y);
    case EV_TURN_ENDED: return turn_ends[e->a];
    case EV_TASK_DONE: return task_ends[e->a];
    case EV_MADE: return made(y);
    case EV_WANTED: return wanted(y);
    case EV_GOT: return got(y);
    case EV_RELEASED: return released(y);
    case EV_HANDED: return handed(y);
    case EV_BARRIER_IS: return barriers[e->b];
    case EV_JOB_ENDED: return job_ends[e->b];
    case EV_CAUGHT: return caught(y);
    case EV_OUTPUT: return e->b == 2 ? MSG_KITCHEN_OUTPUT_ERR : MSG_KITCHEN_OUTPUT;
    default: return plain[kind];
    }
}

static void set_holder(Why *y, ObjectId lock) {
    TaskId holder = moment_object(y->speech->model, y->at, lock).holder;
    if (!holder && !is_held(y, lock)) holder = promised_to(y, lock);
    if (holder) words_task(y->speech, &y->words, SLOT_HOLDER, holder);
    else words_text(&y->words, SLOT_HOLDER, words_template(y->speech, MSG_KITCHEN_SOMEBODY));
}

/* The author's words about the statement that begins on that line. */
static const char *caption(const Why *y) {
    for (NoteId id = 0; (id = trace_note_next(y->trace, DIRECTIVE_SAY, id));) {
        const Note *note = trace_note_at(y->trace, id);
        if (note->first == y->e->a) return note_text(y->trace, note, y->speech->lang);
    }
    return "";
}

/* The author's title, or the file's name without its folders. */
static void set_title(Why *y) {
    NoteId title = trace_note_next(y->trace, DIRECTIVE_TITLE, 0);
    const char *path = trace_text(y->trace, y->e->a, NULL), *slash = strrchr(path, '/');
    const char *text = title   ? note_text(y->trace, trace_note_at(y->trace, title), y->speech->lang)
                       : slash ? slash + 1
                               : path;
    words_text(&y->words, SLOT_TEXT, text);
}

static MsgId step_of_circle(const CircleStep *step, uint32_t len) {
    bool permit = step->wait.kind == WAIT_SEMAPHORE;
    if (step->wait.kind != WAIT_LOCK && !permit) return MSG_KITCHEN_CIRCLE_TASK;
    if (len == 1) return permit ? MSG_KITCHEN_CIRCLE_OWN_PERMIT : MSG_KITCHEN_CIRCLE_OWN_LOCK;
    return permit ? MSG_KITCHEN_CIRCLE_PERMIT : MSG_KITCHEN_CIRCLE_LOCK;
}

static Sentence tell_step(const Speech *s, const CircleStep *step, TaskId next, uint32_t len) {
    Words words = {0};
    Sentence told = {0};
    words_task(s, &words, SLOT_T, step->task);
    words_task(s, &words, SLOT_B, next);
    if (step->wait.object) words_object(s, &words, SLOT_A, step->wait.object);
    words_fill(s, step_of_circle(step, len), &words, &told);
    words_deinit(&words);
    return told;
}

/* {cause} gets one step more behind those that it has. What stood there goes into the new one. */
static void add_step(Why *y, Sentence step) {
    struct WordsSlot *cause = &y->words.slots[SLOT_CAUSE];
    Words both = {0};
    Sentence joined = step;
    if (cause->given) {
        both.slots[SLOT_CAUSE] = *cause;
        both.slots[SLOT_TEXT] = (struct WordsSlot){.what = step, .given = true, .count = 1};
        joined = (Sentence){0};
        words_fill(y->speech, MSG_KITCHEN_CIRCLE_AND, &both, &joined);
    }
    words_deinit(&both);
    *cause = (struct WordsSlot){.what = joined, .given = true, .count = 1};
}

/* Fills {cause} with who waits for whom, if that is a circle. */
static void set_circle(Why *y) {
    CircleStep steps[CIRCLE_MOST];
    uint32_t len = circle_find(y->speech->model, y->at, steps);
    for (uint32_t i = 0; i < len; i++)
        add_step(y, tell_step(y->speech, &steps[i], steps[(i + 1) % len].task, len));
}

/* What some kinds need beside their fields. */
static void set_more(Why *y) {
    const TraceEvent *e = y->e;
    const Speech *s = y->speech;
    EventKind kind = event_kind(e);
    switch (kind) {
    case EV_RUN_BEGUN: set_title(y); break;
    case EV_RUN_ENDED:
        if (e->a == ENDING_DEADLOCK) set_circle(y);
        break;
    case EV_ROUND: words_count(&y->words, SLOT_ROUND, model_round_at(s->model, y->at)); break;
    case EV_READY: set_cause(y, y->at); break;
    case EV_TURN_BEGUN: set_cause(y, e->a); break;
    case EV_WANTED: set_holder(y, e->a); break;
    case EV_PUT:
    case EV_PUT_WANTED: set_item(y, y->at, e->b); break;
    case EV_TASK_MADE: words_task(s, &y->words, SLOT_BY, e->a); break;
    case EV_TIMER_SET: set_due(y, y->at); break;
    case EV_REACHED: words_text(&y->words, SLOT_LABEL, caption(y)); break;
    case EV_BLOCK_BEGUN: words_text(&y->words, SLOT_LABEL, called_text(s, DIRECTIVE_WORK, y->at)); break;
    case EV_TAKEN:
        if (!e->b) words_text(&y->words, SLOT_VALUE, words_template(s, MSG_KITCHEN_SOMETHING));
        break;
    default: break;
    }
}

void why_event(const Speech *s, EventIndex event, Sentence *out) {
    Why y;
    begin(&y, s, event);
    set_fields(&y);
    set_more(&y);
    finish(&y, choose(&y), out);
}

/* --- states ---------------------------------------------------------------------------------------- */

static const MsgId states[TASK_STATES] = {
    [TASK_ABSENT] = MSG_KITCHEN_STATE_ABSENT,       [TASK_CREATED] = MSG_KITCHEN_STATE_CREATED,
    [TASK_READY] = MSG_KITCHEN_STATE_READY,         [TASK_RUNNING] = MSG_KITCHEN_STATE_RUNNING,
    [TASK_DONE] = MSG_KITCHEN_STATE_DONE,           [TASK_FAILED] = MSG_KITCHEN_STATE_FAILED,
    [TASK_CANCELLED] = MSG_KITCHEN_STATE_CANCELLED, [TASK_LOST] = MSG_KITCHEN_STATE_LOST,
};

static const MsgId waits[WAIT_KINDS] = {
#define WAIT(id, name) [WAIT_##id] = MSG_KITCHEN_WAIT_##id,
#include "model/states.def"
};

/* How many come before a ready task. */
static void set_before(Why *y, Cursor at, TaskId task) {
    enum { PART = 64 };
    RailEntry part[PART];
    uint32_t before = 0;
    for (uint32_t n; (n = moment_rail(y->speech->model, at, before, PART, part)) > 0;) {
        for (uint32_t i = 0; i < n; i++, before++) {
            if (part[i].task != task) continue;
            words_count(&y->words, SLOT_N, before);
            return;
        }
    }
}

static LineKind line_of(WaitKind kind) {
    return kind == WAIT_PUT ? LINE_PUT : kind == WAIT_JOIN ? LINE_JOIN : LINE_MAIN;
}

static void set_before_in_line(Why *y, Cursor at, TaskId task, const Wait *wait) {
    enum { PART = 64 };
    Waiter part[PART];
    uint32_t before = 0;
    LineKind line = line_of(wait->kind);
    for (uint32_t n;
         (n = moment_waiters(y->speech->model, at, wait->object, line, before, PART, part)) > 0;) {
        for (uint32_t i = 0; i < n; i++, before++) {
            if (part[i].task != task) continue;
            words_count(&y->words, SLOT_N, before);
            return;
        }
    }
}

static uint32_t children_left(const Model *m, Cursor at, ObjectId group) {
    return moment_object(m, at, group).inside - moment_children_over(m, at, group);
}

static void set_wait(Why *y, Cursor at, TaskId task, const Wait *wait) {
    const Speech *s = y->speech;
    uint64_t now = s->now ? s->now : model_time(s->model, at);
    if (wait->object) words_object(s, &y->words, SLOT_A, wait->object);
    if (wait->task) words_task(s, &y->words, SLOT_B, wait->task);
    words_text(&y->words, SLOT_LABEL, called_text(s, DIRECTIVE_LABEL, wait->event));
    words_time(s, &y->words, SLOT_DUE, wait->until);
    words_duration(s, &y->words, SLOT_DURATION, wait->until > now ? wait->until - now : 0);
    if (!wait->object) return;
    ObjectMoment o = moment_object(s->model, at, wait->object);
    if (o.holder && o.kind == OBJECT_LOCK) words_task(s, &y->words, SLOT_HOLDER, o.holder);
    switch (wait->kind) {
    case WAIT_LOCK:
    case WAIT_SEMAPHORE: set_before_in_line(y, at, task, wait); break;
    case WAIT_JOIN: words_count(&y->words, SLOT_N, o.unfinished); break;
    case WAIT_BARRIER: words_count(&y->words, SLOT_N, o.capacity - o.waiters[LINE_MAIN]); break;
    case WAIT_GROUP: words_count(&y->words, SLOT_N, children_left(s->model, at, wait->object)); break;
    default: break;
    }
}

void why_task(const Speech *s, Cursor at, TaskId task, Sentence *out) {
    TaskMoment now = moment_task(s->model, at, task);
    Why y;
    begin(&y, s, now.state == TASK_ABSENT ? 0 : now.since);
    words_task(s, &y.words, SLOT_T, task);
    words_time(s, &y.words, SLOT_TIME, y.e->time);
    if (now.state == TASK_READY) {
        set_cause(&y, now.since);
        set_before(&y, at, task);
    } else if (now.state == TASK_RUNNING) {
        set_cause(&y, y.e->a);
    } else if (now.state == TASK_FAILED && event_kind(y.e) == EV_TASK_DONE) {
        set_value(&y, y.e->b);
    } else if (now.state == TASK_WAITING) {
        set_wait(&y, at, task, &now.wait);
    }
    MsgId msg = now.state == TASK_WAITING ? waits[now.wait.kind] : states[now.state];
    if (now.state == TASK_WAITING && now.wait.kind == WAIT_GROUP)
        msg = group_waits[sort_of(kind_of(&y, now.wait.object))];
    finish(&y, msg, out);
}

static const MsgId chefs[CHEF_STATES] = {
#define CHEF(id, name) [CHEF_##id] = MSG_KITCHEN_CHEF_##id,
#include "model/states.def"
};

void why_chef(const Speech *s, Cursor at, Sentence *out) {
    ChefMoment now = moment_chef(s->model, at);
    if (now.state == CHEF_OVER) {
        why_event(s, now.since, out);
        return;
    }
    Why y;
    begin(&y, s, at);
    words_task(s, &y.words, SLOT_T, now.task);
    words_time(s, &y.words, SLOT_DUE, now.until);
    bool works = now.state == CHEF_BLOCKED && called_note(s->model, DIRECTIVE_WORK, now.since);
    finish(&y, works ? MSG_KITCHEN_CHEF_WORKS : chefs[now.state], out);
}
