/* Queue, LifoQueue, PriorityQueue: items that some tasks put and others get.
 *
 * Two lines: getters of an empty queue, putters of a full one. A put wakes the first getter, a get
 * the first putter; who is woken is out of the line at once, but takes or puts only in its own
 * turn, and stands behind the others again if somebody was quicker.
 *
 * The items lie in a deque or a list of Python's, which a program may look into. A subclass may
 * keep them elsewhere, by methods of its own: each operation is written so that it can ask them
 * between any two of its steps. */
#include "loop/ledger.h"
#include "loop/primitives.h"

#include "lib/collections.h"
#include "lib/lib.h"

/* What a subclass may have written itself. */
enum {
    HOOK_INIT = 1,
    HOOK_GET = 2,
    HOOK_PUT = 4,
    HOOK_EMPTY = 8,
    HOOK_FULL = 16,
    HOOK_QSIZE = 32,
    HOOK_FORMAT = 64,
    HOOK_GET_NOWAIT = 128,
    HOOK_PUT_NOWAIT = 256,
};

static const struct {
    uint32_t hook;
    const char *method;
} hook_methods[] = {
    {HOOK_INIT, "_init"},
    {HOOK_GET, "_get"},
    {HOOK_PUT, "_put"},
    {HOOK_EMPTY, "empty"},
    {HOOK_FULL, "full"},
    {HOOK_QSIZE, "qsize"},
    {HOOK_FORMAT, "_format"},
    {HOOK_GET_NOWAIT, "get_nowait"},
    {HOOK_PUT_NOWAIT, "put_nowait"},
};

typedef enum Order { FIRST_IN, LAST_IN, LEAST } Order;

typedef struct Queue {
    RECORD_FIELDS;
    Value loop;
    Value maxsize;  /* as it was given */
    Value items;    /* deque, list, or what the program has put there; V_UNDEF: nothing yet */
    Value finished; /* Event */
    Line lines[2];
    Ledger ledger;
    uint64_t unfinished;
    Order order;
    uint32_t hooks;                        /* those that are the program's … */
    uint32_t class_version, attrs_version; /* … as the class and the object were then */
} Queue;

enum { QUEUE_VALUES = 4, GETTERS = 0, PUTTERS = 1 };

/* The payload is the lines, and what follows them. */
static void free_queue(void *payload) {
    Queue *q = (Queue *)(void *)((char *)payload - offsetof(Queue, lines));
    ledger_deinit(&q->ledger);
}

static const Payload queue_payload = {.free = free_queue, .mark = lines_mark_two};

static Queue *self_of(const Value *a) {
    return AS(Queue, a[0]);
}

bool queue_waits_to_put(Value queue, const Place *p) {
    return p->line == &AS(Queue, queue)->lines[PUTTERS];
}

static Value value_of(const Queue *q) {
    return from_obj(q);
}

/* --- the program's own methods ------------------------------------------------------------- */

static void look_for_hooks(VM *vm, Queue *q) {
    q->hooks = 0;
    for (size_t i = 0; i < sizeof hook_methods / sizeof *hook_methods; i++)
        if (primitive_overrides(vm, value_of(q), hook_methods[i].method)) q->hooks |= hook_methods[i].hook;
}

static uint32_t own_hooks(VM *vm, Queue *q) {
    const Class *c = q->obj.cls;
    const Dict *own = obj_attrs(vm, &q->obj, false);
    uint32_t version = own ? own->version : 0;
    if (q->class_version == c->version && q->attrs_version == version) return q->hooks;
    look_for_hooks(vm, q);
    q->class_version = c->version;
    q->attrs_version = version;
    return q->hooks;
}

static inline uint32_t hooks(VM *vm, Queue *q) {
    if (q->obj.cls->flags & CLASS_BUILTIN && !(q->obj.flags & OBJ_HAS_ATTRS)) return 0;
    return own_hooks(vm, q);
}

static Value call_own(VM *vm, const Queue *q, const char *method, int n, const Value *args) {
    Value f = attr_get(vm, value_of(q), str_intern(vm, method, strlen(method)));
    if (f == V_TAIL) { /* a property, or __getattr__ */
        Value twin_args[] = {value_of(q), str_from(vm, method), tuple_from(vm, args, (uint32_t)n)};
        return aio_twin(vm, "call_method", 3, twin_args);
    }
    return f == V_ERROR ? f : vm_tail(vm, f, n, args);
}

/* --- where the items lie ----------------------------------------------------------------------- */

static inline bool in_deque(VM *vm, const Queue *q) {
    if (UNLIKELY(!aio(vm)->deque)) aio(vm)->deque = lib_deque_class(vm);
    return is_obj(q->items) && as_obj(q->items)->cls == aio(vm)->deque;
}

static bool in_list(VM *vm, const Queue *q) {
    return is_exact(vm, q->items, T_LIST);
}

static Value no_items(VM *vm, const Queue *q) {
    return vm_no_attribute(vm, value_of(q), str_intern(vm, "_queue", 6));
}

static Tri count_items(VM *vm, const Queue *q, int64_t *out) {
    if (in_deque(vm, q)) *out = lib_deque_len(q->items);
    else if (in_list(vm, q)) *out = AS(List, q->items)->len;
    else if (q->items == V_UNDEF) return no_items(vm, q), FAILED;
    else return val_len(vm, q->items, out);
    return YES;
}

/* `_put` and `_get` of ours. NEEDS_PYTHON: nothing has changed, ask_… goes on. */
static Tri add(VM *vm, const Queue *q, Value item) {
    if (q->order == FIRST_IN && in_deque(vm, q)) return lib_deque_append(vm, q->items, item), YES;
    if (q->order == LAST_IN && in_list(vm, q)) return list_push(vm, AS(List, q->items), item), YES;
    if (q->order == LEAST && in_list(vm, q)) return lib_heap_push(vm, AS(List, q->items), item);
    return NEEDS_PYTHON;
}

static Tri take(VM *vm, const Queue *q, Value *out) {
    int64_t n = 0;
    if (count_items(vm, q, &n) != YES || n == 0) return NEEDS_PYTHON;
    if (q->order == FIRST_IN && in_deque(vm, q)) return *out = lib_deque_popleft(q->items), YES;
    if (!in_list(vm, q)) return NEEDS_PYTHON;
    List *l = AS(List, q->items);
    if (q->order == LAST_IN) return *out = l->items[--l->len], YES;
    return q->order == LEAST ? lib_heap_pop(vm, l, out) : NEEDS_PYTHON;
}

static const char *const add_twins[] = {"queue_put", "queue_put", "queue_heap_put"};
static const char *const take_twins[] = {"queue_get", "lifo_queue_get", "queue_heap_get"};

static Value ask_add(VM *vm, Queue *q, Value item) {
    if (hooks(vm, q) & HOOK_PUT) return call_own(vm, q, "_put", 1, &item);
    return aio_twin(vm, add_twins[q->order], 2, (Value[]){value_of(q), item});
}

static Value ask_take(VM *vm, Queue *q) {
    if (hooks(vm, q) & HOOK_GET) return call_own(vm, q, "_get", 0, NULL);
    Value self = value_of(q);
    return aio_twin(vm, take_twins[q->order], 1, &self);
}

/* --- how full it is ------------------------------------------------------------------------------- */

/* `items` as a truth: not whether len() is 0. */
static Tri has_no_items(VM *vm, const Queue *q) {
    int64_t n = 0;
    if (in_deque(vm, q) || in_list(vm, q)) return count_items(vm, q, &n) == YES && n == 0;
    if (q->items == V_UNDEF) return no_items(vm, q), FAILED;
    Tri t = val_truth(vm, q->items);
    return t == YES ? NO : t == NO ? YES : t;
}

static Tri is_at_limit(VM *vm, const Queue *q) {
    int64_t n = 0;
    if (is_int(q->maxsize) && as_small(q->maxsize) <= 0) return NO;
    if (!is_int(q->maxsize)) {
        Tri unlimited = val_compare(vm, CMP_LE, q->maxsize, from_small(0));
        if (unlimited != NO) return unlimited == YES ? NO : unlimited;
    }
    Tri t = count_items(vm, q, &n);
    if (t != YES) return t;
    return is_int(q->maxsize) ? n >= as_small(q->maxsize)
                              : val_compare(vm, CMP_GE, from_small(n), q->maxsize);
}

static Tri is_empty(VM *vm, Queue *q) {
    return hooks(vm, q) & HOOK_EMPTY ? NEEDS_PYTHON : has_no_items(vm, q);
}

static Tri is_full(VM *vm, Queue *q) {
    return hooks(vm, q) & (HOOK_FULL | HOOK_QSIZE) ? NEEDS_PYTHON : is_at_limit(vm, q);
}

/* A question that Python answers with True or False. */
static Value ask(VM *vm, const Queue *q, const char *twin) {
    Value self = value_of(q);
    return aio_twin(vm, twin, 1, &self);
}

/* --- what follows on a put or a get --------------------------------------------------------------- */

/* Who is woken leaves the line at once, and so do those who were cancelled before it. */
static void wake_next(VM *vm, Line *l) {
    for (Place *p; (p = l->first);) {
        line_leave(p);
        if (p->future.state != FUTURE_PENDING) continue;
        p->line = l; /* for the record: it was here that it was handed something */
        line_hand(vm, p, V_NONE);
        p->line = NULL;
        break;
    }
}

static Event *finished_of(const Queue *q) {
    return AS(Event, q->finished);
}

static ObjectId number_of(const Queue *q) {
    return q->lines[GETTERS].number;
}

static void was_put(VM *vm, Queue *q, Value item) {
    q->unfinished++;
    finished_of(q)->set = false;
    if (number_of(q) && recorder(vm))
        ledger_add(&q->ledger, item, record_of(vm, EV_PUT, number_of(q), record_value(vm, item)));
    wake_next(vm, &q->lines[GETTERS]);
}

static void was_got(VM *vm, Queue *q, Value item) {
    if (number_of(q) && recorder(vm))
        record_of(vm, EV_TAKEN, number_of(q), ledger_take(&q->ledger, item, q->order == LAST_IN));
    wake_next(vm, &q->lines[PUTTERS]);
}

/* --- without waiting --------------------------------------------------------------------------------- */

enum { SELF, ITEM, PLACE, ERROR, SLOTS };
enum { FRESH, ASKED, WAITING, LEAVING, STORING, OVER }; /* stages of what gets and puts */

static Value full_error(VM *vm) {
    return aio_raise(vm, aio(vm)->queue_full, "");
}

static Value empty_error(VM *vm) {
    return aio_raise(vm, aio(vm)->queue_empty, "");
}

/* There is room: V_NONE when it is done, or V_TAIL with the frame's stage set. */
static Value store(VM *vm, Frame *f, Queue *q) {
    f->stage = STORING;
    Value item = f->slots[ITEM];
    Tri t = hooks(vm, q) & HOOK_PUT ? NEEDS_PYTHON : add(vm, q, item);
    if (t == NEEDS_PYTHON) return ask_add(vm, q, item);
    if (t == FAILED) return V_ERROR;
    was_put(vm, q, item);
    return V_NONE;
}

static Value fetch(VM *vm, Frame *f, Queue *q) {
    f->stage = STORING;
    Value item = V_NONE;
    Tri t = hooks(vm, q) & HOOK_GET ? NEEDS_PYTHON : take(vm, q, &item);
    if (t == NEEDS_PYTHON) return ask_take(vm, q);
    if (t == FAILED) return V_ERROR;
    was_got(vm, q, item);
    return item;
}

static Value put_now_step(VM *vm, Frame *f, Value v) {
    Queue *q = AS(Queue, f->slots[SELF]);
    if (v == V_ERROR) return v;
    if (f->stage == STORING) {
        was_put(vm, q, f->slots[ITEM]);
        return V_NONE;
    }
    Tri full = f->stage == ASKED ? (Tri)(v == V_TRUE) : is_full(vm, q);
    if (full == NEEDS_PYTHON) {
        f->stage = ASKED;
        return ask(vm, q, "queue_full");
    }
    if (full != NO) return full == YES ? full_error(vm) : V_ERROR;
    return store(vm, f, q);
}

static Value get_now_step(VM *vm, Frame *f, Value v) {
    Queue *q = AS(Queue, f->slots[SELF]);
    if (v == V_ERROR) return v;
    if (f->stage == STORING) {
        was_got(vm, q, v);
        return v;
    }
    Tri empty = f->stage == ASKED ? (Tri)(v == V_TRUE) : is_empty(vm, q);
    if (empty == NEEDS_PYTHON) {
        f->stage = ASKED;
        return ask(vm, q, "queue_empty");
    }
    if (empty != NO) return empty == YES ? empty_error(vm) : V_ERROR;
    return fetch(vm, f, q);
}

static Value put_nowait(VM *vm, Value *a, int n) {
    (void)n;
    Queue *q = self_of(a);
    if (!hooks(vm, q)) {
        Tri full = is_at_limit(vm, q);
        if (full == YES) return full_error(vm);
        Tri t = full == NO ? add(vm, q, a[1]) : full;
        if (t == FAILED) return V_ERROR;
        if (t == YES) return was_put(vm, q, a[1]), V_NONE;
    }
    return vm_tail_step(vm, put_now_step, 2, a);
}

static Value get_nowait(VM *vm, Value *a, int n) {
    (void)n;
    Queue *q = self_of(a);
    if (!hooks(vm, q)) {
        Tri empty = has_no_items(vm, q);
        Value item = V_NONE;
        if (empty == YES) return empty_error(vm);
        Tri t = empty == NO ? take(vm, q, &item) : empty;
        if (t == FAILED) return V_ERROR;
        if (t == YES) return was_got(vm, q, item), item;
    }
    return vm_tail_step(vm, get_now_step, 1, a);
}

/* --- put and get ------------------------------------------------------------------------------------- */

/* What putting and getting differ in. */
typedef struct Side {
    int line;
    Tri (*must_wait)(VM *vm, Queue *q);
    const char *question;
    uint32_t hook;
    const char *now_name;
    NativeStep now;
} Side;

static const Side putting = {PUTTERS, is_full, "queue_full", HOOK_PUT_NOWAIT, "put_nowait", put_now_step};
static const Side getting = {GETTERS, is_empty, "queue_empty", HOOK_GET_NOWAIT, "get_nowait", get_now_step};

static Value do_it(VM *vm, Frame *f, Queue *q, const Side *side) {
    bool is_put = side->line == PUTTERS;
    if (hooks(vm, q) & side->hook) {
        f->stage = OVER;
        return call_own(vm, q, side->now_name, is_put, &f->slots[ITEM]);
    }
    return is_put ? store(vm, f, q) : fetch(vm, f, q);
}

static void record_waits(VM *vm, Frame *f, const Queue *q, const Side *side, Value place) {
    bool is_put = side->line == PUTTERS;
    line_told(vm, place, is_put ? EV_PUT_WANTED : EV_GET_WANTED,
              is_put ? record_value(vm, f->slots[ITEM]) : q->lines[GETTERS].len);
}

/* `must_wait` is the answer to the question whether it must. */
static Value go_on(VM *vm, Frame *f, Queue *q, const Side *side, Tri must_wait) {
    if (must_wait == NEEDS_PYTHON) {
        f->stage = ASKED;
        return ask(vm, q, side->question);
    }
    if (must_wait == FAILED) return V_ERROR;
    if (must_wait == NO) return do_it(vm, f, q, side);
    f->stage = OVER; /* if it cannot even stand in the line */
    Value p = line_join(vm, &q->lines[side->line], value_of(q), &q->loop);
    if (p == V_ERROR || p == V_TAIL) return p;
    f->slots[PLACE] = p;
    f->stage = WAITING;
    if (number_of(q) && recorder(vm)) record_waits(vm, f, q, side, p);
    return future_wait(vm, as_future(p));
}

/* `v` is whether the queue is still full (empty): if not, the next in the line shall not wait in
 * vain for what we were woken for. */
static Value give_way(VM *vm, Frame *f, Queue *q, const Side *side, Tri still) {
    if (still == NEEDS_PYTHON) {
        f->stage = LEAVING;
        return ask(vm, q, side->question);
    }
    if (still == FAILED) return V_ERROR;
    if (still == NO) wake_next(vm, &q->lines[side->line]);
    vm->error = f->slots[ERROR];
    return V_ERROR;
}

/* Cancelled, or otherwise thrown out of its waiting. */
static Value thrown_out(VM *vm, Frame *f, Queue *q, const Side *side) {
    Place *p = as_place(f->slots[PLACE]);
    future_cancel_plain(vm, &p->future, V_NONE);
    line_leave(p);
    if (p->future.state == FUTURE_CANCELLED) return V_ERROR;
    f->slots[ERROR] = vm->error;
    vm->error = V_UNDEF;
    return give_way(vm, f, q, side, side->must_wait(vm, q));
}

static Value exchange(VM *vm, Frame *f, Value v, const Side *side) {
    Queue *q = AS(Queue, f->slots[SELF]);
    switch (f->stage) {
    case FRESH: return go_on(vm, f, q, side, side->must_wait(vm, q));
    case WAITING:
        if (v != V_ERROR) v = future_waited(vm, as_future(f->slots[PLACE]));
        record_of(vm, EV_LEFT, number_of(q), 0);
        if (v == V_ERROR) return thrown_out(vm, f, q, side);
        return go_on(vm, f, q, side, side->must_wait(vm, q));
    case ASKED: return v == V_ERROR ? v : go_on(vm, f, q, side, v == V_TRUE ? YES : NO);
    case LEAVING: return v == V_ERROR ? v : give_way(vm, f, q, side, v == V_TRUE ? YES : NO);
    case STORING: return side->now(vm, f, v);
    default: return v;
    }
}

static Value put_step(VM *vm, Frame *f, Value v) {
    return exchange(vm, f, v, &putting);
}

static Value get_step(VM *vm, Frame *f, Value v) {
    return exchange(vm, f, v, &getting);
}

/* Without waiting and without Python, if nobody but an `await` sees it: V_UNDEF if not so. */
static Value put_at_once(VM *vm, Queue *q, Value item) {
    if (!vm_is_awaited(vm) || hooks(vm, q) || !is_int(q->maxsize)) return V_UNDEF;
    Tri t = is_at_limit(vm, q) == NO ? add(vm, q, item) : NEEDS_PYTHON;
    if (t != YES) return t == FAILED ? V_ERROR : V_UNDEF;
    was_put(vm, q, item);
    return primitive_at_once(vm, V_NONE);
}

static Value get_at_once(VM *vm, Queue *q) {
    Value item = V_NONE;
    if (!vm_is_awaited(vm) || hooks(vm, q)) return V_UNDEF;
    Tri t = has_no_items(vm, q) == NO ? take(vm, q, &item) : NEEDS_PYTHON;
    if (t != YES) return t == FAILED ? V_ERROR : V_UNDEF;
    was_got(vm, q, item);
    return primitive_at_once(vm, item);
}

static Value put(VM *vm, Value *a, int n) {
    (void)n;
    Value v = put_at_once(vm, self_of(a), a[1]);
    if (v != V_UNDEF) return v;
    return primitive_coroutine(vm, COROUTINE_QUEUE_PUT, put_step, SLOTS,
                               (Value[]){a[0], a[1], V_NONE, V_NONE});
}

static Value get(VM *vm, Value *a, int n) {
    (void)n;
    Value v = get_at_once(vm, self_of(a));
    if (v != V_UNDEF) return v;
    return primitive_coroutine(vm, COROUTINE_QUEUE_GET, get_step, SLOTS,
                               (Value[]){a[0], V_NONE, V_NONE, V_NONE});
}

/* --- until all is done --------------------------------------------------------------------------------- */

static Value task_done(VM *vm, Value *a, int n) {
    (void)n;
    Queue *q = self_of(a);
    if (q->unfinished == 0) return vm_raise(vm, T_VALUE_ERROR, "task_done() called too many times");
    q->unfinished--;
    uint32_t left = q->unfinished < UINT32_MAX ? (uint32_t)q->unfinished : UINT32_MAX;
    EventIndex before = record_cause(vm), done = record_of(vm, EV_ITEM_DONE, number_of(q), left);
    if (done) record_because(vm, done);
    if (q->unfinished == 0) event_set(vm, finished_of(q));
    record_because(vm, before);
    return V_NONE;
}

static Value join_step(VM *vm, Frame *f, Value v) {
    Queue *q = AS(Queue, f->slots[0]);
    if (f->stage == FRESH) {
        if (q->unfinished == 0) return V_NONE;
        f->stage = WAITING;
        v = event_want(vm, finished_of(q), &f->slots[1]);
        if (f->slots[1] != V_NONE)
            as_future(f->slots[1])->reason =
                record_of(vm, EV_JOIN_WANTED, number_of(q), (uint32_t)q->unfinished);
    } else {
        v = event_woken(vm, f->slots[1], v);
        record_of(vm, v == V_ERROR ? EV_LEFT : EV_GOT, number_of(q), 0);
    }
    return v == V_TRUE ? V_NONE : v;
}

static Value join(VM *vm, Value *a, int n) {
    (void)n;
    if (self_of(a)->unfinished == 0 && vm_is_awaited(vm)) return primitive_at_once(vm, V_NONE);
    return primitive_coroutine(vm, COROUTINE_QUEUE_JOIN, join_step, 2, (Value[]){a[0], V_NONE});
}

/* --- making --------------------------------------------------------------------------------------------- */

static void fill(Queue *q, Value maxsize) {
    q->maxsize = maxsize == V_UNDEF ? from_small(0) : maxsize;
    q->unfinished = 0;
    finished_of(q)->set = true;
}

static void init_items(VM *vm, Queue *q) {
    q->items = q->order == FIRST_IN ? lib_deque_new(vm) : list_new(vm, 0);
}

/* _init of the program: its result is nobody's; ours is the queue, or None. */
static Value init_step(VM *vm, Frame *f, Value v) {
    Queue *q = AS(Queue, f->slots[0]);
    if (v == V_UNDEF) return call_own(vm, q, "_init", 1, &q->maxsize);
    return v == V_ERROR ? v : f->slots[1];
}

static void record_made(VM *vm, Queue *q) {
    static const ObjectKind kinds[] = {
        [FIRST_IN] = OBJECT_QUEUE,
        [LAST_IN] = OBJECT_LIFO_QUEUE,
        [LEAST] = OBJECT_PRIORITY_QUEUE,
    };
    ObjectId number = record_made_here(vm, kinds[q->order], record_count(q->maxsize));
    q->lines[GETTERS].number = q->lines[PUTTERS].number = number;
}

void queue_told_as(VM *vm, Value queue, ObjectId number) {
    if (!class_derives(class_of(vm, queue), aio(vm)->queue)) return;
    Queue *q = AS(Queue, queue);
    q->lines[GETTERS].number = q->lines[PUTTERS].number = number;
}

static Value begin(VM *vm, Queue *q, Value maxsize, Value result) {
    fill(q, maxsize);
    if (!number_of(q)) record_made(vm, q);
    if (hooks(vm, q) & HOOK_INIT) return vm_tail_step(vm, init_step, 2, (Value[]){value_of(q), result});
    init_items(vm, q);
    return result;
}

static Value construct(VM *vm, Value *a, int n) {
    (void)n;
    Aio *state = aio(vm);
    Class *cls = AS(Class, a[0]);
    Queue *q = record_sized(vm, cls, QUEUE_VALUES, sizeof *q);
    q->payload = q->lines;
    q->of = &queue_payload;
    q->order = class_derives(cls, state->lifo_queue)       ? LAST_IN
               : class_derives(cls, state->priority_queue) ? LEAST
                                                           : FIRST_IN;
    q->items = V_UNDEF;
    Event *finished = event_new(vm, state->event);
    finished->owner = from_obj(q);
    q->finished = from_obj(finished);
    if (!primitive_has_own_init(vm, cls)) return begin(vm, q, a[1], value_of(q));
    fill(q, a[1]);
    return value_of(q);
}

static Value init(VM *vm, Value *a, int n) {
    (void)n;
    return begin(vm, self_of(a), a[1], V_NONE);
}

/* --- methods ----------------------------------------------------------------------------------------------- */

static Value init_method(VM *vm, Value *a, int n) {
    (void)n;
    init_items(vm, self_of(a));
    return V_NONE;
}

static Value put_method(VM *vm, Value *a, int n) {
    (void)n;
    Queue *q = self_of(a);
    Tri t = add(vm, q, a[1]);
    if (t == NEEDS_PYTHON) return aio_twin(vm, add_twins[q->order], 2, a);
    return t == FAILED ? V_ERROR : V_NONE;
}

static Value get_method(VM *vm, Value *a, int n) {
    (void)n;
    Queue *q = self_of(a);
    Value item = V_NONE;
    Tri t = take(vm, q, &item);
    if (t == NEEDS_PYTHON) return aio_twin(vm, take_twins[q->order], 1, a);
    return t == FAILED ? V_ERROR : item;
}

static Value qsize(VM *vm, Value *a, int n) {
    (void)n;
    int64_t count = 0;
    Tri t = count_items(vm, self_of(a), &count);
    if (t == NEEDS_PYTHON) return aio_twin(vm, "queue_qsize", 1, a);
    return t == FAILED ? V_ERROR : from_small(count);
}

static Value empty(VM *vm, Value *a, int n) {
    (void)n;
    Tri t = has_no_items(vm, self_of(a));
    if (t == NEEDS_PYTHON) return aio_twin(vm, "queue_has_no_items", 1, a);
    return t == FAILED ? V_ERROR : from_bool(t == YES);
}

static Value full(VM *vm, Value *a, int n) {
    (void)n;
    Queue *q = self_of(a);
    Tri t = hooks(vm, q) & HOOK_QSIZE ? NEEDS_PYTHON : is_at_limit(vm, q);
    if (t == NEEDS_PYTHON) return aio_twin(vm, "queue_is_at_limit", 1, a);
    return t == FAILED ? V_ERROR : from_bool(t == YES);
}

static Tri put_items(VM *vm, const Queue *q, Buf *out) {
    if (q->items == V_UNDEF || has_no_items(vm, q) == YES) return YES;
    if (!in_deque(vm, q) && !in_list(vm, q)) return NEEDS_PYTHON;
    buf_adds(out, " _queue=");
    return val_repr(vm, in_list(vm, q) ? q->items : lib_deque_to_list(vm, q->items), out);
}

static Tri put_format(VM *vm, const Queue *q, Buf *out) {
    buf_adds(out, "maxsize=");
    Tri t = val_repr(vm, q->maxsize, out);
    if (t == YES) t = put_items(vm, q, out);
    if (t != YES) return t;
    if (q->lines[GETTERS].len) buf_printf(out, " _getters[%u]", q->lines[GETTERS].len);
    if (q->lines[PUTTERS].len) buf_printf(out, " _putters[%u]", q->lines[PUTTERS].len);
    if (q->unfinished) buf_printf(out, " tasks=%llu", (unsigned long long)q->unfinished);
    return YES;
}

/* "<Queue at 0x… maxsize=0>", or without the address. */
static Value show(VM *vm, Value *a, bool address, const char *twin) {
    Queue *q = self_of(a);
    if (hooks(vm, q) & HOOK_FORMAT) return aio_twin(vm, twin, 1, a);
    Buf b = {0};
    buf_addc(&b, '<');
    str_to_utf8(AS(Str, q->obj.cls->name), &b);
    if (address) buf_printf(&b, " at 0x%llx", (unsigned long long)obj_id(vm, a[0]));
    buf_addc(&b, ' ');
    Tri t = put_format(vm, q, &b);
    buf_addc(&b, '>');
    Value v = t == YES ? str_new(vm, b.data, b.len) : V_ERROR;
    buf_deinit(&b);
    return t == NEEDS_PYTHON ? aio_twin(vm, twin, 1, a) : v;
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    return show(vm, a, true, "queue_repr");
}

static Value str(VM *vm, Value *a, int n) {
    (void)n;
    return show(vm, a, false, "queue_str");
}

static Value format_method(VM *vm, Value *a, int n) {
    (void)n;
    Buf b = {0};
    Tri t = put_format(vm, self_of(a), &b);
    Value v = t == YES ? str_new(vm, b.data, b.len) : V_ERROR;
    buf_deinit(&b);
    return t == NEEDS_PYTHON ? aio_twin(vm, "queue_format", 1, a) : v;
}

static Value get_maxsize(VM *vm, Value *a, int n) {
    (void)vm;
    if (n < 2) return self_of(a)->maxsize;
    self_of(a)->maxsize = a[1];
    return V_NONE;
}

static Value get_items(VM *vm, Value *a, int n) {
    Queue *q = self_of(a);
    if (n < 2) return q->items == V_UNDEF ? no_items(vm, q) : q->items;
    q->items = a[1];
    return V_NONE;
}

static Value get_unfinished(VM *vm, Value *a, int n) {
    int64_t count;
    if (n < 2) return int_from_u64(vm, self_of(a)->unfinished);
    if (int_clamped(a[1], &count) && count >= 0) self_of(a)->unfinished = (uint64_t)count;
    return V_NONE;
}

static Value get_finished(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return self_of(a)->finished;
}

static Value get_getters(VM *vm, Value *a, int n) {
    (void)n;
    return line_as_deque(vm, &self_of(a)->lines[GETTERS]);
}

static Value get_putters(VM *vm, Value *a, int n) {
    (void)n;
    return line_as_deque(vm, &self_of(a)->lines[PUTTERS]);
}

static const NativeDef methods[] = {
    {"__init__", init, 1, 2, NF_SLOT | NF_PYTHON, "self, maxsize"},
    {"put", put, 2, 2, NF_ASYNC_METHOD, "self, item"},
    {"get", get, 1, 1, NF_ASYNC_METHOD, "self"},
    {"put_nowait", put_nowait, 2, 2, NF_PLAIN_METHOD, "self, item"},
    {"get_nowait", get_nowait, 1, 1, NF_PLAIN_METHOD, "self"},
    {"task_done", task_done, 1, 1, NF_PLAIN_METHOD, "self"},
    {"join", join, 1, 1, NF_ASYNC_METHOD, "self"},
    {"qsize", qsize, 1, 1, NF_PLAIN_METHOD, "self"},
    {"empty", empty, 1, 1, NF_PLAIN_METHOD, "self"},
    {"full", full, 1, 1, NF_PLAIN_METHOD, "self"},
    {"_init", init_method, 2, 2, NF_PLAIN_METHOD, "self, maxsize"},
    {"_put", put_method, 2, 2, NF_PLAIN_METHOD, "self, item"},
    {"_get", get_method, 1, 1, NF_PLAIN_METHOD, "self"},
    {"_format", format_method, 1, 1, NF_PLAIN_METHOD, "self"},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {"__str__", str, 1, 1, NF_SLOT, NULL},
    {"maxsize", get_maxsize, 1, 1, NF_GETTER, "property 'maxsize' of 'Queue' object has no setter"},
    {"_maxsize", get_maxsize, 1, 2, NF_GETTER, NULL},
    {"_queue", get_items, 1, 2, NF_GETTER, NULL},
    {"_unfinished_tasks", get_unfinished, 1, 2, NF_GETTER, NULL},
    {"_finished", get_finished, 1, 1, NF_GETTER, NULL},
    {"_getters", get_getters, 1, 1, NF_GETTER, NULL},
    {"_putters", get_putters, 1, 1, NF_GETTER, NULL},
    {"_loop", primitive_loop, 1, 2, NF_GETTER, NULL},
    {0},
};

static const NativeDef queue_construct = {"Queue", construct, 1, 2, NF_PYTHON, "cls, maxsize"};

void queue_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    Class *object = class_get(vm, T_OBJECT);
    a->queue = aio_class(vm, "asyncio.queues", "Queue", object, &queue_construct, methods);
    class_add_getitem(vm, a->queue);
    a->lifo_queue = aio_class(vm, "asyncio.queues", "LifoQueue", a->queue, &queue_construct, NULL);
    a->priority_queue = aio_class(vm, "asyncio.queues", "PriorityQueue", a->queue, &queue_construct, NULL);
    module_set(vm, m, "Queue", from_obj(a->queue));
    module_set(vm, m, "LifoQueue", from_obj(a->lifo_queue));
    module_set(vm, m, "PriorityQueue", from_obj(a->priority_queue));
}
