#include "loop/record.h"

#include "loop/line.h"
#include "loop/naming.h"
#include "vm/generator.h"

#include <stdio.h>
#include <stdlib.h>

Recorder *recorder_new(const char *program, const Clock *clock, EventIndex cap, bool audited) {
    Recorder *r = mem_zalloc(sizeof *r);
    r->clock = clock;
    r->trace = trace_new(program, cap);
    if (audited) r->audit = audit_new(r->trace);
    return r;
}

void recorder_free(Recorder *r) {
    if (!r) return;
    audit_free(r->audit);
    trace_free(r->trace);
    mem_free(r);
}

/* --- places --------------------------------------------------------------------------- */

static bool is_shown(const Frame *f) {
    return f->code && !(f->code->flags & CODE_LIBRARY);
}

/* What the compiler added has no line of its own: then that of what comes before. */
static uint32_t line_of(const Code *c, uint32_t word) {
    while (word > 0 && !c->lines[word]) word--;
    return c->lines[word] ? c->lines[word] : c->first_line;
}

static SpotId make_spot(Recorder *r, const Code *c, uint32_t word) {
    Buf name = {0};
    str_to_utf8(c->name, &name);
    TraceSpot spot = {.function = trace_string(r->trace, name.data, name.len)};
    buf_deinit(&name);
    Span span = c->spans[word];
    if (span.end > span.start) {
        Position start = source_position(c->source, span.start), end = source_position(c->source, span.end);
        spot = (TraceSpot){spot.function, start.line, start.column, end.line, end.column};
    } else {
        uint32_t line = line_of(c, word);
        spot = (TraceSpot){spot.function, line, 1, line, 1};
    }
    return trace_spot(r->trace, &spot);
}

uint32_t record_line(const Frame *f) {
    uint32_t next = (uint32_t)(f->ip - f->code->words);
    return line_of(f->code, next ? next - 1 : 0);
}

static PlaceId make_place(Recorder *r, PlaceId below, const Frame *f, uint32_t slot) {
    uint32_t next = (uint32_t)(f->ip - f->code->words);
    PlaceId place = trace_place(r->trace, below, make_spot(r, f->code, next ? next - 1 : 0));
    r->places[slot].ip = f->ip;
    r->places[slot].below = below;
    r->places[slot].place = place;
    return place;
}

/* Where a function stands, above another one. Codes live as long as the machine, so that an
 * address is one instruction for ever. */
static inline PlaceId place_above(Recorder *r, PlaceId below, const Frame *f) {
    uint32_t slot = ((uint32_t)((uintptr_t)f->ip >> 2) + below * 61) & (PLACE_SLOTS - 1);
    if (LIKELY(r->places[slot].ip == f->ip && r->places[slot].below == below)) return r->places[slot].place;
    return make_place(r, below, f, slot);
}

static PlaceId here_in_stack(VM *vm) {
    Recorder *r = recorder(vm);
    const Frame *stack[STACK_SHOWN];
    uint32_t n = 0;
    for (const Frame *f = vm->frame; f && n < STACK_SHOWN && (f->code || !loop_is_its_frame(f)); f = f->back)
        if (is_shown(f)) stack[n++] = f;
    PlaceId place = 0;
    while (n > 0) place = place_above(r, place, stack[--n]);
    return place;
}

/* Mostly it is the task's own function, above the loop. */
PlaceId record_here(VM *vm) {
    const Frame *f = vm->frame;
    if (f && !f->code && f->gen) f = f->back; /* a coroutine in C */
    const Frame *under = f && is_shown(f) ? f->back : NULL;
    if (under && !under->code && loop_is_its_frame(under)) return place_above(recorder(vm), 0, f);
    return here_in_stack(vm);
}

static PlaceId stand_in_chain(VM *vm, const Generator *g) {
    Recorder *r = recorder(vm);
    const Frame *stack[STACK_SHOWN];
    uint32_t n = 0;
    for (; g; g = generator_inner(vm, g))
        if (g->frame && is_shown(g->frame)) stack[n++ % STACK_SHOWN] = g->frame;
    PlaceId place = 0;
    if (n <= STACK_SHOWN) {
        for (uint32_t i = 0; i < n; i++) place = place_above(r, place, stack[i]);
        return place;
    }
    for (uint32_t i = n > STACK_SHOWN ? n - STACK_SHOWN : 0; i < n; i++)
        place = place_above(r, place, stack[i % STACK_SHOWN]);
    return place;
}

PlaceId record_stand(VM *vm, Value coroutine) {
    if (!is_kind(coroutine, KIND_GENERATOR)) return 0;
    const Generator *g = AS(Generator, coroutine);
    if (generator_inner(vm, g)) return stand_in_chain(vm, g);
    return g->frame && is_shown(g->frame) ? place_above(recorder(vm), 0, g->frame) : 0;
}

bool record_in_library(VM *vm) {
    const Frame *f = vm->frame;
    while (f && !f->code) f = f->back;
    return f && f->code->flags & CODE_LIBRARY;
}

/* --- events --------------------------------------------------------------------------- */

EventIndex record_about(VM *vm, EventKind kind, TaskId task, PlaceId place, uint32_t a, uint32_t b) {
    Recorder *r = recorder(vm);
    return r ? trace_add(r->trace, kind, record_time(vm), task, place, a, b) : 0;
}

EventIndex record_at_board(VM *vm, EventKind kind, uint32_t a, uint32_t b) {
    Recorder *r = recorder(vm);
    return trace_add(r->trace, kind, record_time(vm), r->task, record_here(vm), a, b);
}

EventIndex record_wide(VM *vm, EventKind kind, Ticks wide) {
    return record(vm, kind, (uint32_t)wide, (uint32_t)((uint64_t)wide >> 32));
}

ObjectId record_object(VM *vm, ObjectKind kind, uint32_t count) {
    Recorder *r = recorder(vm);
    return r ? trace_make(r->trace, kind, record_time(vm), r->task, record_here(vm), count) : 0;
}

/* Every one on the heap, dead or alive: that is quick, and enough. */
static void keep(void *data, Obj *o) {
    Trace *t = data;
    if (o->kind != KIND_RECORD) return;
    Value v = from_obj(o);
    if (is_task(v)) trace_keep_task(t, as_future(v)->number);
    else if (is_future(v)) trace_keep_object(t, as_future(v)->number);
    else trace_keep_object(t, line_number_of((const Record *)o));
}

void record_sweep(VM *vm) {
    Trace *t = recorder(vm)->trace;
    heap_each(vm, keep, t);
    trace_sweep(t);
}

static _Noreturn void is_wrong(Buf *why) {
    fprintf(stderr, "the record is wrong: %s\n", buf_cstr(why));
    abort();
}

ObjectId record_made_here(VM *vm, ObjectKind kind, uint32_t count) {
    Recorder *r = recorder(vm);
    if (!r || record_in_library(vm)) return 0;
    ObjectId id = record_object(vm, kind, count);
    const Str *name = vm->frame && vm->frame->code ? naming_stored_as(vm->frame) : NULL;
    if (name) {
        Buf text = {0};
        str_to_utf8(name, &text);
        StringId called = trace_string(r->trace, text.data, text.len);
        trace_name(r->trace, id, record_time(vm), r->task, record_here(vm), called);
        buf_deinit(&text);
    } else if (id && r->unnamed_count < MOST_UNNAMED) r->unnamed[r->unnamed_count++] = id;
    return id;
}

void record_check(VM *vm) {
    Recorder *r = recorder(vm);
    Buf breach = {0};
    if (r && r->audit && !audit_read(r->audit, &breach)) is_wrong(&breach);
}

void record_check_round(VM *vm, uint32_t ready, uint32_t live, bool is_only_one) {
    Recorder *r = recorder(vm);
    if (!r || !r->audit || r->trace->full) return;
    uint32_t told_ready = audit_ready(r->audit), told_live = audit_live(r->audit);
    bool agree =
        is_only_one ? ready == told_ready && live == told_live : ready <= told_ready && live <= told_live;
    if (agree) return;
    Buf why = {0};
    buf_printf(&why, "%u tasks ready and %u alive, but the loop has %u and %u", told_ready, told_live, ready,
               live);
    is_wrong(&why);
}

EventIndex record_woken(VM *vm) {
    const Loop *l = aio_running(vm);
    if (!recorder(vm) || !l || l->runs != RUNS_TURN) return record_cause(vm);
    return as_future(l->now_running)->reason;
}

void record_child(VM *vm, ObjectId group, Future *child) {
    if (!recorder(vm)) return;
    if (child->kind != FUTURE_TASK && !child->number) child->number = record_object(vm, OBJECT_FUTURE, 0);
    record(vm, child->kind == FUTURE_TASK ? EV_GROUP_TASK : EV_GROUP_FUTURE, group, child->number);
}

/* --- what the machine tells ------------------------------------------------------------- */

/* A cancellation is an event of its own, and generators are closed by an exception. */
static bool is_news(VM *vm, Value exc) {
    const Class *c = as_obj(exc)->cls;
    if (class_derives(c, vm->types[T_GENERATOR_EXIT]) || class_derives(c, vm->types[T_STOP_ITERATION]) ||
        class_derives(c, vm->types[T_STOP_ASYNC_ITERATION]))
        return false;
    return !aio_is_there(vm) || !class_derives(c, aio(vm)->cancelled_error);
}

static void raised(VM *vm, Value exc) {
    if (is_news(vm, exc)) record(vm, EV_RAISED, record_exception(vm, exc), 0);
}

static void caught(VM *vm, Value exc) {
    record(vm, EV_CAUGHT, record_exception(vm, exc), 0);
}

static uint32_t coroutine_made(VM *vm, Generator *g) {
    return record(vm, EV_COROUTINE_MADE, record_coroutine_name(vm, from_obj(g)), 0);
}

static void coroutine_used(VM *vm, Generator *g) {
    record(vm, EV_COROUTINE_USED, g->made, 0);
}

static void coroutine_lost(VM *vm, Generator *g) {
    record(vm, EV_COROUTINE_LOST, g->made, 0);
}

static void reached(VM *vm) {
    PlaceId place = record_here(vm);
    const Trace *t = recorder(vm)->trace;
    if (place) record(vm, EV_REACHED, trace_spot_at(t, trace_place_at(t, place)->spot)->line, 0);
}

const Watch recorder_watch = {
    .reached = reached,
    .raised = raised,
    .caught = caught,
    .coroutine_made = coroutine_made,
    .coroutine_used = coroutine_used,
    .coroutine_lost = coroutine_lost,
};
