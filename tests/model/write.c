#include "judge.h"

#include "base/mem.h"

#include <inttypes.h>
#include <stdlib.h>

/* --- the text of a moment ------------------------------------------------------------------ */

void write_counts(Buf *out, const MomentCounts *c) {
    buf_adds(out, "counts");
    for (uint32_t i = 1; i < TASK_STATES; i++) buf_printf(out, " %s=%u", task_state_name(i), c->states[i]);
    for (uint32_t i = 0; i < WAIT_KINDS; i++) buf_printf(out, " %s=%u", wait_kind_name(i), c->waits[i]);
    buf_printf(out, " callbacks=%u timers=%u jobs=%u outputs=%u rounds=%u\n", c->callbacks, c->timers,
               c->jobs, c->outputs, c->rounds);
}

void write_task(Buf *out, TaskId id, const TaskMoment *t, TaskId maker, uint32_t turns) {
    buf_printf(out, "T%u %s since %u at %u turns %u maker %u%s", id, task_state_name(t->state), t->since,
               t->place, turns, maker, t->cancelling ? " cancelling" : "");
    if (t->state == TASK_WAITING)
        buf_printf(out, " for %s event %u object %u task %u timer %u until %" PRIu64,
                   wait_kind_name(t->wait.kind), t->wait.event, t->wait.object, t->wait.task, t->wait.timer,
                   t->wait.until);
    buf_addc(out, '\n');
}

static int by_since(const void *a, const void *b) {
    const RailEntry *x = a, *y = b;
    return (x->since > y->since) - (x->since < y->since);
}

void write_rail(Buf *out, RailEntry *rail, uint32_t len, bool loops) {
    if (loops) qsort(rail, len, sizeof *rail, by_since);
    buf_adds(out, "rail");
    for (uint32_t i = 0; i < len; i++) buf_printf(out, " T%u@%u", rail[i].task, rail[i].since);
    buf_addc(out, '\n');
}

void write_object(Buf *out, ObjectId id, const ObjectMoment *o) {
    buf_printf(out, "O%u %s inside %u permits %u unfinished %u waiters %u %u %u holder %u", id,
               object_kind_name(o->kind), o->inside, o->permits, o->unfinished, o->waiters[0], o->waiters[1],
               o->waiters[2], o->holder);
    buf_printf(
        out, " set %d barrier %d open %d over %d outcome %d ended %u timer %u due %" PRIu64 " owner %u\n",
        o->set, (int)o->barrier, o->open, o->over, (int)o->outcome, o->ended, o->timer, o->due, o->owner);
}

/* --- asked of the model ----------------------------------------------------------------------- */

enum { PAGE = 7 }; /* lists are asked for in small parts */

static void write_tasks(const Model *m, Cursor at, Buf *out) {
    uint32_t made = moment_tasks_made(m, at);
    for (TaskId id = 1; id <= made; id++) {
        TaskMoment t = moment_task(m, at, id);
        if (t.state != moment_task_state(m, at, id)) buf_adds(out, "two states ");
        write_task(out, id, &t, moment_maker(m, id), moment_turns_of(m, at, id));
        Awaiter a[PAGE];
        for (uint32_t n, first = 0; (n = moment_awaiters(m, at, id, first, PAGE, a)) != 0; first += n)
            for (uint32_t i = 0; i < n; i++)
                buf_printf(out, "  awaited T%u O%u since %u\n", a[i].task, a[i].group, a[i].since);
        ObjectId groups[PAGE];
        for (uint32_t n, first = 0; (n = moment_open_groups(m, at, id, first, PAGE, groups)) != 0; first += n)
            for (uint32_t i = 0; i < n; i++) buf_printf(out, "  open O%u\n", groups[i]);
    }
}

/* Each live task in one list, and only there. */
static void write_lists(const Model *m, Cursor at, Buf *out) {
    for (TaskState state = TASK_CREATED; state < TASK_STATES; state++) {
        TaskId ids[PAGE];
        uint32_t total = 0;
        for (uint32_t n; (n = moment_tasks(m, at, state, total, PAGE, ids)) != 0; total += n)
            for (uint32_t i = 0; i < n; i++)
                if (moment_task_state(m, at, ids[i]) != state)
                    buf_printf(out, "T%u in a wrong list\n", ids[i]);
        if (total != moment_counts(m, at).states[state])
            buf_printf(out, "a list of %u that are %s\n", total, task_state_name(state));
    }
    TaskId ids[PAGE];
    uint32_t live = 0;
    for (uint32_t n; (n = moment_live(m, at, live, PAGE, ids)) != 0; live += n) {
    }
    buf_printf(out, "live %u\n", live);
}

static void write_model_rail(const Model *m, Cursor at, bool loops, Buf *out) {
    MomentCounts c = moment_counts(m, at);
    uint32_t cap = c.states[TASK_READY] + c.callbacks + PAGE, len = 0;
    RailEntry *rail = mem_alloc(cap * sizeof *rail);
    for (uint32_t n; len + PAGE <= cap && (n = moment_rail(m, at, len, PAGE, rail + len)) != 0;) len += n;
    write_rail(out, rail, len, loops);
    mem_free(rail);
}

static void write_timers(const Model *m, Cursor at, Buf *out) {
    TimerMoment t[PAGE];
    uint32_t total = 0;
    buf_adds(out, "timers");
    for (uint32_t n; (n = moment_timers(m, at, total, PAGE, t)) != 0; total += n)
        for (uint32_t i = 0; i < n; i++) buf_printf(out, " #%u due %" PRIu64, t[i].set, t[i].due);
    buf_addc(out, '\n');
}

static void write_object_lists(const Model *m, Cursor at, ObjectId id, ObjectKind kind, Buf *out) {
    for (uint32_t line = 0; line < LINES; line++) {
        Waiter w[PAGE];
        for (uint32_t n, first = 0; (n = moment_waiters(m, at, id, line, first, PAGE, w)) != 0; first += n)
            for (uint32_t i = 0; i < n; i++)
                buf_printf(out, "  line %u T%u since %u%s\n", line, w[i].task, w[i].since,
                           w[i].called ? " called" : "");
    }
    Item items[PAGE];
    for (uint32_t n, first = 0; (n = moment_items(m, at, id, first, PAGE, items)) != 0; first += n)
        for (uint32_t i = 0; i < n; i++) buf_printf(out, "  inside T%u #%u\n", items[i].by, items[i].put);
    Child c[PAGE];
    for (uint32_t n, first = 0; (n = moment_children(m, at, id, first, PAGE, c)) != 0; first += n)
        for (uint32_t i = 0; i < n; i++)
            buf_printf(out, "  child T%u O%u %s\n", c[i].task, c[i].future, task_state_name(c[i].state));
    (void)kind;
}

static void write_objects(const Model *m, Cursor at, Buf *out) {
    for (ObjectKind kind = OBJECT_LOOP; kind < OBJECT_KINDS; kind++) {
        ObjectId ids[PAGE];
        for (uint32_t n, first = 0; (n = moment_objects(m, at, kind, first, PAGE, ids)) != 0; first += n)
            for (uint32_t i = 0; i < n; i++) {
                ObjectMoment o = moment_object(m, at, ids[i]);
                write_object(out, ids[i], &o);
                write_object_lists(m, at, ids[i], kind, out);
            }
    }
    ObjectId jobs[PAGE];
    buf_adds(out, "jobs");
    for (uint32_t n, first = 0; (n = moment_jobs(m, at, first, PAGE, jobs)) != 0; first += n)
        for (uint32_t i = 0; i < n; i++) buf_printf(out, " O%u", jobs[i]);
    buf_addc(out, '\n');
}

void moment_write(const Model *m, Cursor at, bool loops, Buf *out) {
    MomentCounts c = moment_counts(m, at);
    ChefMoment chef = moment_chef(m, at);
    write_counts(out, &c);
    buf_printf(out, "chef %s T%u place %u until %" PRIu64 "\n", chef_state_name(chef.state), chef.task,
               chef.place, chef.until);
    buf_printf(out, "turn %u running %u round %u\n", model_turn_at(m, at), model_running_at(m, at),
               model_round_at(m, at));
    write_tasks(m, at, out);
    write_lists(m, at, out);
    write_model_rail(m, at, loops, out);
    write_timers(m, at, out);
    write_objects(m, at, out);
    EventIndex last;
    if (c.outputs && moment_outputs(m, at, c.outputs - 1, 1, &last)) buf_printf(out, "output #%u\n", last);
}
