/* sentences FILE.py...: runs each program and has every event, every task and the chef told, in
 * every language and both vocabularies. A sentence must be one: whole, without a trace of its
 * template, without a gap where a name should stand. With --kinds it fails as well if one of
 * the record's kinds of events, or a state, was never met in all of the files. */
#include "model/why.h"
#include "support/read_program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLICE = 1 << 20, EVENTS = 20000, MOMENTS = 40, TOLD_TASKS = 30 };

typedef struct Tally {
    bool events[EVENT_KINDS], states[TASK_STATES], waits[WAIT_KINDS], chefs[CHEF_STATES];
    int wrong, causeless;
} Tally;

/* What no sentence holds. A program may print any of it: then the sentence is not looked at. */
static const char *flaw(const char *text, bool quotes) {
    static const char *const gaps[] = {"  ",      " .",   " ,",      " ()",    "( ",       " )",      ": .",
                                       "« »",     " : .", " de le ", " à le ", " de les ", " à les ", " de a",
                                       " que un", "{",    "}",       "[",      "]",        "#"};
    size_t n = strlen(text);
    if (n < 3) return "no sentence";
    if (quotes) return NULL;
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        if (strstr(text, gaps[i])) return gaps[i];
    return strchr(".?!)\"\xBB", text[n - 1]) || strcmp(text + n - 2, "\xC2\xBB") == 0 ? NULL : "no end";
}

/* Texts of the program's own stand in these. */
static bool quotes(EventKind kind, const TraceEvent *e) {
    for (int i = 0; i < 2; i++) {
        FieldKind field = event_field(kind, i);
        if (field == FIELD_STRING || field == FIELD_VALUE || field == FIELD_NAME) return true;
    }
    return kind == EV_TAKEN || kind == EV_REACHED ||
           (kind >= EV_CALLBACK_BEGUN && kind <= EV_CALLBACK_DROPPED) || (e->task == 0 && kind == EV_READY);
}

static void judge(Tally *y, const char *file, const Speech *s, const char *what, Sentence *sentence,
                  bool quoted) {
    const char *text = buf_cstr(&sentence->text), *wrong = flaw(text, quoted);
    for (uint32_t i = 0; i < sentence->marks.len; i++)
        if (sentence->marks.items[i].end > sentence->text.len ||
            sentence->marks.items[i].start >= sentence->marks.items[i].end)
            wrong = "a mark beside its name";
    if (wrong && y->wrong++ < 20)
        printf("%s: %s, %s, vocabulary %d: \"%s\" in: %s\n", file, what, lang_name(s->lang), s->vocabulary,
               wrong, text);
    sentence_clear(sentence);
}

/* Names that a program chooses may hold anything. */
static bool plain_names(const Trace *t) {
    for (StringId i = 1; i < 400; i++) {
        if (i > trace_tasks(t)) break;
        if (strpbrk(trace_text(t, trace_task_at(t, i)->function, NULL), "<[{#")) return false;
    }
    for (ObjectId i = 1; i <= trace_objects(t); i++) {
        const TraceObject *o = trace_object_at(t, i);
        if (o->kind >= OBJECT_JOB || strpbrk(trace_text(t, o->name, NULL), "<[{#")) return false;
    }
    return true;
}

static void tell_events(Tally *y, const char *file, const Speech *s, bool plain) {
    const Trace *t = model_trace(s->model);
    Sentence sentence = {0};
    EventIndex end = model_end(s->model);
    for (EventIndex i = 0; i <= end && i < EVENTS; i++) {
        const TraceEvent *e = trace_at(t, i);
        EventKind kind = event_kind(e);
        y->events[kind] = true;
        why_event(s, i, &sentence);
        judge(y, file, s, event_name(kind), &sentence, !plain || quotes(kind, e));
    }
    sentence_deinit(&sentence);
}

static void tell_moment(Tally *y, const char *file, const Speech *s, Cursor at, bool plain) {
    Sentence sentence = {0};
    y->chefs[moment_chef(s->model, at).state] = true;
    why_chef(s, at, &sentence);
    judge(y, file, s, "chef", &sentence, !plain);
    uint32_t tasks = trace_tasks(model_trace(s->model));
    for (TaskId i = 1; i <= tasks && i <= TOLD_TASKS; i++) {
        TaskMoment now = moment_task(s->model, at, i);
        y->states[now.state] = true;
        if (now.state == TASK_WAITING) y->waits[now.wait.kind] = true;
        why_task(s, at, i, &sentence);
        judge(y, file, s, task_state_name(now.state), &sentence, !plain || now.state == TASK_FAILED);
    }
    sentence_deinit(&sentence);
}

static void tell(Tally *y, const char *file, const Model *m) {
    bool plain = plain_names(model_trace(m));
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int v = 0; v < VOCABULARIES; v++) {
            Speech s = {m, (Lang)lang, (Vocabulary)v, 0};
            tell_events(y, file, &s, plain);
            for (uint32_t i = 0; i <= MOMENTS; i++)
                tell_moment(y, file, &s, (Cursor)((uint64_t)model_end(m) * i / MOMENTS), plain);
        }
}

static bool run_file(Tally *y, const char *file) {
    Program *p = read_program(file);
    if (!p) return false;
    if (program_ok(p)) {
        RunOptions options = {.record = true, .record_cap = 100000, .steps = 20000000};
        Run *run = run_new(p, &options);
        while (run_advance(run, SLICE) == END_NONE) continue;
        Model *m = model_new(run_trace(run));
        model_follow(m);
        tell(y, file, m);
        model_free(m);
        run_free(run);
    }
    program_free(p);
    return true;
}

static int missing(const Tally *y) {
    int n = 0;
    for (int i = 0; i < EVENT_KINDS; i++)
        if (!y->events[i]) n++, printf("never met: %s\n", event_name((EventKind)i));
    for (int i = TASK_CREATED + 1; i < TASK_STATES; i++)
        if (!y->states[i]) n++, printf("never met: a task that is %s\n", task_state_name((TaskState)i));
    for (int i = WAIT_NONE + 1; i < WAIT_KINDS; i++)
        if (!y->waits[i]) n++, printf("never met: waiting for %s\n", wait_kind_name((WaitKind)i));
    for (int i = 0; i < CHEF_STATES; i++)
        if (!y->chefs[i]) n++, printf("never met: a chef that is %s\n", chef_state_name((ChefState)i));
    return n;
}

int main(int argc, char **argv) {
    static Tally tally;
    bool kinds = argc > 1 && strcmp(argv[1], "--kinds") == 0;
    for (int i = kinds ? 2 : 1; i < argc; i++)
        if (!run_file(&tally, argv[i])) return 1;
    if (tally.wrong) printf("%d sentences are wrong\n", tally.wrong);
    return tally.wrong || (kinds && missing(&tally));
}
