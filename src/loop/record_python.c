/* The module _record: what the part of asyncio that is written in Python tells the record. A
 * group of tasks, a timeout or a request goes by its number there; 0, and nothing else happens,
 * if the run is not recorded. */
#include "loop/loop_modules.h"
#include "loop/primitives.h"

static ObjectId number_of(Value v) {
    return is_int(v) ? (ObjectId)as_small(v) : 0;
}

static Value told(VM *vm, EventKind kind, Value number, uint32_t b) {
    record_of(vm, kind, number_of(number), b);
    return V_NONE;
}

static ObjectKind kind_named(Value name) {
    for (ObjectKind k = OBJECT_NONE + 1; k < OBJECT_KINDS; k++)
        if (str_is(AS(Str, name), object_kind_name(k))) return k;
    return OBJECT_NONE;
}

/* begun(kind, children) gives the number. */
static Value begun(VM *vm, Value *a, int n) {
    (void)n;
    if (!recorder(vm)) return from_small(0);
    const List *children = AS(List, a[1]);
    ObjectId number = record_object(vm, kind_named(a[0]), 0);
    record_of(vm, EV_GROUP_BEGUN, number, children->len);
    for (uint32_t i = 0; i < children->len; i++) record_child(vm, number, as_future(children->items[i]));
    return from_small(number);
}

static Value child(VM *vm, Value *a, int n) {
    (void)n;
    if (recorder(vm) && is_future(a[1])) record_child(vm, number_of(a[0]), as_future(a[1]));
    return V_NONE;
}

/* ended(number, how), in the words of kinds.def. */
static Value ended(VM *vm, Value *a, int n) {
    (void)n;
    static const char *const words[] = {"returned", "raised", "cancelled", "expired"};
    if (!recorder(vm)) return V_NONE;
    for (uint32_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_is(AS(Str, a[1]), words[i])) return told(vm, EV_GROUP_ENDED, a[0], i);
    return V_NONE;
}

/* aborted(number, task): the group gives up because of that task, or None. */
static Value aborted(VM *vm, Value *a, int n) {
    (void)n;
    return told(vm, EV_GROUP_ABORTED, a[0], is_task(a[1]) ? as_future(a[1])->number : 0);
}

/* awaits(number, future): who awaits the future next waits for the group. */
static Value awaits(VM *vm, Value *a, int n) {
    (void)n;
    if (number_of(a[0])) as_future(a[1])->reason = record(vm, EV_AWAITS, number_of(a[0]), 0);
    return V_NONE;
}

/* stands_for(number, object): in the record a future or a queue of ours is the group itself. */
static Value stands_for(VM *vm, Value *a, int n) {
    (void)n;
    if (!number_of(a[0])) return V_NONE;
    if (is_future(a[1])) as_future(a[1])->number = number_of(a[0]);
    else queue_told_as(vm, a[1], number_of(a[0]));
    return V_NONE;
}

static EventIndex timer_of(Value handle) {
    return is_obj(handle) && is_handle(handle) ? AS(Handle, handle)->timer : 0;
}

static Value armed(VM *vm, Value *a, int n) {
    (void)n;
    return told(vm, EV_TIMEOUT_ARMED, a[0], timer_of(a[1]));
}

static Value moved(VM *vm, Value *a, int n) {
    (void)n;
    return told(vm, EV_TIMEOUT_MOVED, a[0], timer_of(a[1]));
}

static Value expired(VM *vm, Value *a, int n) {
    (void)n;
    return told(vm, EV_TIMEOUT_EXPIRED, a[0], record_woken(vm));
}

/* asked(text) gives the number of a request. */
static Value asked(VM *vm, Value *a, int n) {
    (void)n;
    if (!recorder(vm)) return from_small(0);
    ObjectId number = record_object(vm, OBJECT_REQUEST, 0);
    record_of(vm, EV_REQUEST_BEGUN, number, record_str(vm, a[0]));
    return from_small(number);
}

/* under_way(number): the next sleep is the waiting for its answer. */
static Value under_way(VM *vm, Value *a, int n) {
    (void)n;
    if (recorder(vm)) recorder(vm)->request = number_of(a[0]);
    return V_NONE;
}

static Value answered(VM *vm, Value *a, int n) {
    (void)n;
    return told(vm, EV_REQUEST_ENDED, a[0], record_count(a[1]));
}

static const NativeDef functions[] = {
    {"begun", begun, 2, 2, 0, NULL},
    {"child", child, 2, 2, 0, NULL},
    {"ended", ended, 2, 2, 0, NULL},
    {"aborted", aborted, 2, 2, 0, NULL},
    {"awaits", awaits, 2, 2, 0, NULL},
    {"stands_for", stands_for, 2, 2, 0, NULL},
    {"armed", armed, 2, 2, 0, NULL},
    {"moved", moved, 2, 2, 0, NULL},
    {"expired", expired, 1, 1, 0, NULL},
    {"asked", asked, 1, 1, 0, NULL},
    {"under_way", under_way, 1, 1, 0, NULL},
    {"answered", answered, 2, 2, 0, NULL},
    {0},
};

const ModuleDef record_module = {.name = "_record", .functions = functions, .internal = true};
