#include "loop/engine.h"

#include "loop/cook.h"
#include "loop/deadlock.h"
#include "loop/locals.h"
#include "loop/loop_modules.h"
#include "loop/run.h"
#include "loop/scenario.h"

#include "lang/lang.h"
#include "lib/lib.h"
#include "lib/pylib.h"
#include "loop/record.h"
#include "vm/fiber.h"
#include "vm/run.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct Program {
    char *name; /* owned; in diagnostics */
    Source source;
    Module module;
    Directives directives;
    VEC(uint32_t) watched; /* lines with something to say when they are reached */
    Diags diags;
    bool ok;
};

struct Run {
    RunOptions options;
    const Program *program;
    const char *own_argv[2]; /* when no argv was given */
    VM *vm;                  /* owned */
    Recorder *recorder;      /* owned; NULL: nothing is recorded */
    Clock clock;
    Diags diags; /* of the compiler */
    uint64_t written, turns;
    End end;
};

/* The builds that are made for tests hold every run to what is true of every record. */
#ifdef TOQUE_AUDIT
enum { ALWAYS_AUDITED = true };
#else
enum { ALWAYS_AUDITED = false };
#endif

/* What an end means for whoever asked: DESIGN.md has the exit codes. */
static const struct {
    int exit_code;
    MsgId msg; /* with the limit as {0} */
    Ending ending;
} endings[] = {
    [END_NONE] = {0, MSG_NONE, ENDING_NORMAL},
    [END_NORMAL] = {0, MSG_NONE, ENDING_NORMAL},
    [END_UNTIL] = {0, MSG_RUN_UNTIL, ENDING_UNTIL},
    [END_RAISED] = {1, MSG_NONE, ENDING_RAISED},
    [END_UNHEARD] = {1, MSG_NONE, ENDING_STOPPED},
    [END_REFUSED] = {2, MSG_NONE, ENDING_STOPPED},
    [END_DEADLOCK] = {3, MSG_RUN_DEADLOCK, ENDING_DEADLOCK},
    [END_MEMORY] = {4, MSG_RUN_MEMORY, ENDING_LIMIT},
    [END_STEPS] = {4, MSG_RUN_STEPS, ENDING_LIMIT},
    [END_OUTPUT] = {4, MSG_RUN_OUTPUT, ENDING_LIMIT},
};

/* --- programs ----------------------------------------------------------------------- */

/* Statements come in the order of the text, and so do the directives about them. */
static void watch_lines(Program *p) {
    for (uint32_t i = 0; i < p->directives.list.len; i++) {
        const Directive *d = &p->directives.list.items[i];
        if (d->kind == DIRECTIVE_SAY) vec_push(&p->watched, d->first);
    }
    p->module.watched = p->watched.items;
    p->module.watched_count = p->watched.len;
}

Program *program_new(const char *name, const char *path, const char *text, size_t len) {
    LangOptions options = {.modules = known_modules, .builtins = known_builtins};
    Program *p = mem_zalloc(sizeof *p);
    p->name = mem_strndup(name, strlen(name));
    source_init(&p->source, path ? path : name, text, len);
    p->ok = lang_parse(&p->module, &p->source, &options, &p->diags);
    if (p->ok) {
        directives_read(&p->directives, &p->source, &p->diags);
        watch_lines(p);
    }
    diags_sort(&p->diags);
    return p;
}

bool program_ok(const Program *p) {
    return p->ok;
}

/* The source goes by its path, which is what a traceback shows; a diagnostic shows the name. */
static void report(const Program *p, const Diags *diags, Lang lang, Buf *out) {
    Source shown = p->source;
    shown.name = p->name;
    diags_print(diags, &shown, lang, out);
}

void program_report(const Program *p, Lang lang, Buf *out) {
    report(p, &p->diags, lang, out);
}

void program_free(Program *p) {
    if (!p) return;
    directives_deinit(&p->directives);
    vec_deinit(&p->watched);
    lang_deinit(&p->module);
    source_deinit(&p->source);
    diags_deinit(&p->diags);
    mem_free(p->name);
    mem_free(p);
}

/* --- what the machine asks of its host ------------------------------------------------ */

static void record_output(Run *run, int stream, const char *bytes, size_t n) {
    if (!run->recorder || !run->vm || n == 0) return;
    record(run->vm, EV_OUTPUT, trace_passing_once(run->recorder->trace, bytes, n), (uint32_t)stream);
}

/* What is too much is cut at the limit, and the run ends there. */
static void host_write(void *data, int stream, const char *bytes, size_t n) {
    Run *run = data;
    if (run->end != END_NONE) return;
    uint64_t room = run->options.output - run->written;
    if (n > room) {
        n = (size_t)room;
        run->end = END_OUTPUT;
    }
    run->written += n;
    record_output(run, stream, bytes, n);
    if (n && run->options.write && !run->options.write(run->options.data, (Stream)stream, bytes, n))
        run->end = END_UNHEARD;
    if (run->end != END_NONE) vm_stop(run->vm);
}

static int64_t host_now(void *data, VM *vm) {
    Run *run = data;
    if (run->clock.reading_cost) clock_sleep(&run->clock, run->clock.reading_cost);
    return clock_at(&run->clock, vm_steps(vm));
}

static Value host_sleep(void *data, VM *vm, int64_t length) {
    (void)data;
    if (fiber_running(vm)) return cook_sleep(vm, length);
    if (crew_is_needed(vm)) return crew_sleep(vm, length);
    EventIndex begun = record_wide(vm, EV_BLOCK_BEGUN, length);
    run_clock_moves(vm, length);
    record(vm, EV_BLOCK_ENDED, begun, 0);
    return V_NONE;
}

static bool host_others_go_on(void *data, VM *vm) {
    (void)data;
    if (aio_is_there(vm)) loops_abandon(vm);
    return crew_join(vm);
}

void run_clock_moves(VM *vm, Ticks length) {
    Run *run = vm_host(vm)->data;
    clock_sleep(&run->clock, length);
    if (run->options.until && run_time(run) >= run->options.until && run->end == END_NONE) {
        run->end = END_UNTIL;
        vm_stop(vm);
    }
}

void run_deadlocked(VM *vm) {
    Run *run = vm_host(vm)->data;
    if (run->end == END_NONE) run->end = END_DEADLOCK;
    record(vm, EV_DEADLOCK, run_waiting(vm), 0);
    vm_stop(vm);
}

bool run_begins_turn(VM *vm) {
    Run *run = vm_host(vm)->data;
    if (!run->options.until_turns || run->turns++ < run->options.until_turns) return true;
    if (run->end == END_NONE) run->end = END_UNTIL;
    vm_stop(vm);
    return false;
}

static const char *core_file(int n, size_t *len, const char **name) {
    const ModuleDef *m = pylib_core(n);
    if (!m) return NULL;
    *len = m->python_len;
    *name = m->name;
    return m->python;
}

/* --- runs --------------------------------------------------------------------------- */

static uint64_t seed_of(const Program *p, const RunOptions *options) {
    const Directive *d = directives_find(&p->directives, DIRECTIVE_SEED);
    return options->seeded || !d ? options->seed : (uint64_t)d->number;
}

const Directives *run_directives(VM *vm) {
    const Run *run = vm_host(vm)->data;
    return &run->program->directives;
}

Run *run_new(const Program *p, const RunOptions *options) {
    Run *run = mem_zalloc(sizeof *run);
    run->program = p;
    run->options = *options;
    if (options->clock_by_readings) run->clock.reading_cost = READING_COST;
    else run->clock.step_cost = STEP_COST;
    run->own_argv[0] = p->name;
    if (!run->options.memory) run->options.memory = MEMORY_DEFAULT;
    if (!run->options.output) run->options.output = OUTPUT_DEFAULT;
    if (!run->options.argv) run->options.argv = run->own_argv;
    Host host = {
        .data = run,
        .write = host_write,
        .now_ns = host_now,
        .sleep_ns = host_sleep,
        .others_go_on = host_others_go_on,
        .asyncgen_begun = loop_asyncgen_begun,
        .asyncgen_dropped = loop_asyncgen_dropped,
        .current_task = loop_current_task,
        .seed = seed_of(p, options),
        .argv = run->options.argv,
    };
    if (options->record || ALWAYS_AUDITED) {
        run->recorder = recorder_new(p->name, &run->clock, options->record_cap, ALWAYS_AUDITED);
        scenario_note(run->recorder->trace, &p->directives, &p->source);
        host.watch = &recorder_watch;
        host.watcher = run->recorder;
    }
    VMOptions vm_options = {
        .memory_cap = run->options.memory,
        .step_limit = options->steps,
        .find_module = loop_module_find,
        .core_file = core_file,
    };
    run->vm = vm_new(&vm_options, &host);
    if (!vm_load_main(run->vm, &p->module, &run->diags)) run->end = END_REFUSED;
    return run;
}

/* The host may have ended the run before the machine noticed. */
static End end_after(const Run *run, RunStatus status) {
    static const End ends[] = {
        [RUN_MORE] = END_NONE,       [RUN_DONE] = END_NORMAL,   [RUN_FAILED] = END_RAISED,
        [RUN_EXIT] = END_NORMAL,     [RUN_MEMORY] = END_MEMORY, [RUN_STEPS] = END_STEPS,
        [RUN_STOPPED] = END_UNHEARD,
    };
    return run->end != END_NONE ? run->end : ends[status];
}

/* Instructions that may still be executed before `until`. */
static uint64_t until_budget(const Run *run, uint64_t budget) {
    Ticks left = run->options.until - run_time(run);
    uint64_t steps = left > 0 ? (uint64_t)left / STEP_COST + 1 : 0;
    return steps < budget ? steps : budget;
}

/* What nobody asked for was recorded to be checked alone. */
static void recorded_slice(Run *run) {
    if (run->end != END_NONE)
        record(run->vm, EV_RUN_ENDED, endings[run->end].ending, (uint32_t)run_exit_code(run));
    record_check(run->vm);
    if (!run->options.record) run_forget(run, trace_count(run->recorder->trace));
}

End run_advance(Run *run, uint64_t budget) {
    if (run->end != END_NONE) return run->end;
    if (run->options.until) {
        budget = until_budget(run, budget);
        if (budget == 0) return run->end = END_UNTIL;
    }
    RunStatus status = vm_advance(run->vm, budget);
    run->end = end_after(run, status);
    if (run->recorder) recorded_slice(run);
    return run->end;
}

const Trace *run_trace(const Run *run) {
    return run->options.record ? run->recorder->trace : NULL;
}

void run_forget(Run *run, EventIndex before) {
    if (!run->recorder) return;
    trace_forget(run->recorder->trace, before);
    if (trace_wants_sweep(run->recorder->trace)) record_sweep(run->vm);
}

End run_end(const Run *run) {
    return run->end;
}

int run_exit_code(const Run *run) {
    return run->end == END_NORMAL ? vm_exit_code(run->vm) : endings[run->end].exit_code;
}

uint64_t run_steps(const Run *run) {
    return vm_steps(run->vm);
}

Ticks run_time(const Run *run) {
    return clock_at(&run->clock, vm_steps(run->vm));
}

static void add_size(Buf *out, Lang lang, uint64_t bytes) {
    bool whole = bytes % MEGABYTE == 0;
    char number[32];
    snprintf(number, sizeof number, "%" PRIu64, whole ? bytes / MEGABYTE : bytes / 1024);
    msg_format(out, lang, whole ? MSG_SIZE_MB : MSG_SIZE_KB, (const char *const[]){number}, 1);
}

static void add_until(const Run *run, Lang lang, Buf *out) {
    char number[32];
    bool turns = run->options.until_turns && run->turns > run->options.until_turns;
    if (turns) snprintf(number, sizeof number, "%" PRIu64, run->options.until_turns);
    else snprintf(number, sizeof number, "%.10g", (double)run->options.until / 1e9);
    msg_format(out, lang, turns ? MSG_RUN_TURNS : MSG_RUN_SECONDS, (const char *const[]){number}, 1);
}

static void add_limit(const Run *run, Lang lang, Buf *out) {
    if (run->end == END_UNTIL) {
        add_until(run, lang, out);
        return;
    }
    if (run->end == END_STEPS) buf_printf(out, "%" PRIu64, run->options.steps);
    else add_size(out, lang, run->end == END_MEMORY ? run->options.memory : run->options.output);
}

void run_report(const Run *run, Lang lang, Buf *out) {
    if (run->end == END_REFUSED) report(run->program, &run->diags, lang, out);
    MsgId msg = endings[run->end].msg;
    if (msg == MSG_NONE) return;
    Buf limit = {0};
    add_limit(run, lang, &limit);
    msg_format(out, lang, msg, (const char *const[]){buf_cstr(&limit)}, 1);
    buf_addc(out, '\n');
    if (run->end == END_DEADLOCK) deadlock_report(run->vm, lang, out);
    buf_deinit(&limit);
}

void run_locals(Run *run, TaskId task, const LocalsTeller *teller) {
    if (run->recorder && run->end == END_NONE) locals_tell(run->vm, task, teller);
}

void run_free(Run *run) {
    if (!run) return;
    vm_free(run->vm);
    recorder_free(run->recorder);
    diags_deinit(&run->diags);
    mem_free(run);
}
