#include "loop/deadlock.h"

#include "loop/naming.h"
#include "loop/primitives.h"

#include <stdio.h>
#include <stdlib.h>

enum { SHOWN = 50, CIRCLE = 100 };

typedef struct Report {
    VM *vm;
    const Loop *loop;
    Lang lang;
    Buf *out;
} Report;

/* --- what a task waits for ----------------------------------------------------------------- */

/* The primitive in whose line it stands, or V_NONE. */
static Value primitive_of(const Future *task) {
    if (task->waiting == V_NONE) return V_NONE;
    const Future *f = as_future(task->waiting);
    return f->kind == FUTURE_PLAIN ? f->waiting : V_NONE;
}

/* What the program calls it: who waits at a barrier stands in a line of its condition, who joins a
 * queue in that of its event. */
static Value as_named(VM *vm, Value primitive) {
    const Class *cls = as_obj(primitive)->cls;
    Value owner = cls == aio(vm)->condition ? AS(Condition, primitive)->owner
                  : cls == aio(vm)->event   ? AS(Event, primitive)->owner
                                            : V_NONE;
    return owner == V_NONE ? primitive : owner;
}

static const Future *holder_of(const Report *r, const Future *task) {
    Value p = primitive_of(task);
    if (p == V_NONE || !class_derives(as_obj(p)->cls, aio(r->vm)->lock)) return NULL;
    Value holder = AS(Lock, p)->holder;
    return is_task(holder) && as_future(holder)->state == FUTURE_PENDING ? as_future(holder) : NULL;
}

/* Whose end or deed it waits for, if that is a task. */
static const Future *waits_for(const Report *r, const Future *task) {
    const Future *holder = holder_of(r, task);
    if (holder) return holder;
    return is_task(task->waiting) && as_future(task->waiting)->state == FUTURE_PENDING
               ? as_future(task->waiting)
               : NULL;
}

/* `of`: in whose line it stands; `p`: what that is called. */
static MsgId message_of(const Report *r, const Future *task, Value of, Value p) {
    const Aio *a = aio(r->vm);
    const struct {
        const Class *cls;
        MsgId msg;
    } kinds[] = {
        {a->lock, MSG_DEADLOCK_LOCK},           {a->event, MSG_DEADLOCK_EVENT},
        {a->condition, MSG_DEADLOCK_CONDITION}, {a->semaphore, MSG_DEADLOCK_SEMAPHORE},
        {a->barrier, MSG_DEADLOCK_BARRIER},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (class_derives(as_obj(p)->cls, kinds[i].cls)) return kinds[i].msg;
    if (!class_derives(as_obj(p)->cls, a->queue)) return MSG_DEADLOCK_FUTURE;
    if (is_kind(of, KIND_RECORD) && as_obj(of)->cls == a->event) return MSG_DEADLOCK_JOIN;
    return queue_waits_to_put(p, as_place(task->waiting)) ? MSG_DEADLOCK_PUT : MSG_DEADLOCK_GET;
}

static void add_quoted_name(const Report *r, Value object, Buf *out) {
    Buf name = {0};
    if (naming_of(r->vm, r->loop, object, &name)) buf_printf(out, "'%s'", buf_cstr(&name));
    buf_deinit(&name);
}

/* A sentence's part with one gap; where there is nothing to fill it, no space is left behind. */
static void add_part(const Report *r, MsgId msg, const Buf *name, Buf *out) {
    msg_format(out, r->lang, msg, (const char *const[]){name->len ? buf_cstr((Buf *)name) : ""}, 1);
    while (out->len && out->data[out->len - 1] == ' ') out->len--;
}

static void add_tasks(const Report *r, const List *children, Buf *out) {
    Buf names = {0};
    uint32_t n = 0;
    for (uint32_t i = 0; i < children->len; i++) {
        if (!is_task(children->items[i]) || as_future(children->items[i])->state != FUTURE_PENDING) continue;
        if (n++) buf_adds(&names, ", ");
        naming_of_task(r->vm, as_future(children->items[i]), &names);
    }
    add_part(r, MSG_DEADLOCK_TASKS, &names, out);
    buf_deinit(&names);
}

static void add_waited(const Report *r, const Future *task, Buf *out) {
    Buf name = {0};
    Value p = primitive_of(task);
    if (p != V_NONE) {
        Value named = as_named(r->vm, p);
        add_quoted_name(r, named, &name);
        add_part(r, message_of(r, task, p, named), &name, out);
    } else if (is_task(task->waiting)) {
        naming_of_task(r->vm, as_future(task->waiting), &name);
        add_part(r, MSG_DEADLOCK_TASK, &name, out);
    } else if (is_future(task->waiting) && as_future(task->waiting)->kind == FUTURE_GATHERING) {
        add_tasks(r, AS(List, as_future(task->waiting)->children), out);
    } else {
        if (is_future(task->waiting)) add_quoted_name(r, task->waiting, &name);
        add_part(r, MSG_DEADLOCK_FUTURE, &name, out);
    }
    buf_deinit(&name);
}

static void add_line(const Report *r, const Future *task) {
    Buf who = {0}, where = {0}, what = {0}, holder = {0};
    naming_of_task(r->vm, task, &who);
    if (!naming_of_place(r->vm, task, &where)) buf_addc(&where, '?');
    add_waited(r, task, &what);
    const Future *held = holder_of(r, task);
    if (held) naming_of_task(r->vm, held, &holder);
    buf_adds(r->out, "  ");
    msg_format(r->out, r->lang, held ? MSG_DEADLOCK_WAITS_HELD : MSG_DEADLOCK_WAITS,
               (const char *const[]){buf_cstr(&who), buf_cstr(&where), buf_cstr(&what), buf_cstr(&holder)},
               4);
    buf_addc(r->out, '\n');
    buf_deinit(&who);
    buf_deinit(&where);
    buf_deinit(&what);
    buf_deinit(&holder);
}

/* --- the circle ------------------------------------------------------------------------------- */

/* The tasks of a circle that begins at `from`, or 0: each waits for the next. */
static uint32_t circle_from(const Report *r, const Future *from, const Future **out) {
    uint32_t n = 0;
    for (const Future *t = from; t && n < CIRCLE; t = waits_for(r, t)) {
        if (n > 0 && t == from) return n;
        out[n++] = t;
    }
    return 0;
}

static void add_step(const Report *r, const Future *a, const Future *b, Buf *steps) {
    Buf one = {0}, other = {0};
    naming_of_task(r->vm, a, &one);
    naming_of_task(r->vm, b, &other);
    if (steps->len) buf_adds(steps, ", ");
    msg_format(steps, r->lang, a == b ? MSG_DEADLOCK_CIRCLE_ONE : MSG_DEADLOCK_CIRCLE_STEP,
               (const char *const[]){buf_cstr(&one), buf_cstr(&other)}, 2);
    buf_deinit(&one);
    buf_deinit(&other);
}

static void add_circle(const Report *r, Future *const *tasks, uint32_t n) {
    const Future *circle[CIRCLE];
    uint32_t len = 0;
    for (uint32_t i = 0; i < n && len == 0; i++) len = circle_from(r, tasks[i], circle);
    if (len == 0) return;
    Buf steps = {0};
    for (uint32_t i = 0; i < len; i++) add_step(r, circle[i], circle[(i + 1) % len], &steps);
    buf_adds(r->out, "  ");
    msg_format(r->out, r->lang, MSG_DEADLOCK_CIRCLE, (const char *const[]){buf_cstr(&steps)}, 1);
    buf_addc(r->out, '\n');
    buf_deinit(&steps);
}

/* --- the whole ------------------------------------------------------------------------------------ */

static int by_serial(const void *a, const void *b) {
    uint64_t x = (*(Future *const *)a)->serial, y = (*(Future *const *)b)->serial;
    return x < y ? -1 : x > y;
}

void deadlock_report(VM *vm, Lang lang, Buf *out) {
    Loop *l = aio_running(vm);
    if (!l) return;
    const Report r = {vm, l, lang, out};
    uint32_t n = l->tasks.len;
    Future **tasks = mem_alloc((n + 1) * sizeof *tasks);
    for (uint32_t i = 0; i < n; i++) tasks[i] = l->tasks.items[i];
    qsort(tasks, n, sizeof *tasks, by_serial);
    for (uint32_t i = 0; i < n && i < SHOWN; i++) add_line(&r, tasks[i]);
    if (n > SHOWN) {
        char left[16];
        snprintf(left, sizeof left, "%u", n - SHOWN);
        buf_adds(out, "  ");
        msg_format(out, lang, MSG_DEADLOCK_MORE, (const char *const[]){left}, 1);
        buf_addc(out, '\n');
    }
    add_circle(&r, tasks, n);
    mem_free(tasks);
}
