/* gather: a future for the results of several. */
#include "loop/aio.h"

static Value child_outcome(VM *vm, Future *child) {
    if (child->state == FUTURE_CANCELLED) {
        Value message = child->cancel_message == V_NONE ? str_from(vm, "") : child->cancel_message;
        return error_new(vm, aio(vm)->cancelled_error, 1, &message);
    }
    child->unheard = false;
    return child->exception == V_NONE ? child->result : child->exception;
}

/* That it was itself to be cancelled is said in the words of the last of them in order, even where
 * that one was not cancelled; the errors of all count as heard. */
static void all_done(VM *vm, Future *outer) {
    const List *children = AS(List, outer->children);
    if (outer->cancel_requested) {
        for (uint32_t i = 0; i < children->len; i++) as_future(children->items[i])->unheard = false;
        Future *last = as_future(children->items[children->len - 1]);
        future_set_exception(vm, outer, future_cancelled_error(vm, last));
        return;
    }
    Value results = list_new(vm, children->len);
    for (uint32_t i = 0; i < children->len; i++)
        list_push(vm, AS(List, results), child_outcome(vm, as_future(children->items[i])));
    future_set_result(vm, outer, results);
}

void gathering_child_done(VM *vm, Future *outer, Future *child) {
    outer->missing--;
    if (outer->state != FUTURE_PENDING) {
        if (child->state != FUTURE_CANCELLED) child->unheard = false;
        return;
    }
    if (!outer->return_exceptions) {
        if (child->state == FUTURE_CANCELLED) {
            future_set_exception(vm, outer, future_cancelled_error(vm, child));
            return;
        }
        child->unheard = false;
        if (child->exception != V_NONE) {
            future_set_exception(vm, outer, child->exception);
            return;
        }
    }
    if (outer->missing == 0) all_done(vm, outer);
}

bool gathering_cancel(VM *vm, Future *outer, Value message, bool *failed) {
    if (outer->state != FUTURE_PENDING) return false;
    const List *children = AS(List, outer->children);
    bool any = false;
    for (uint32_t i = 0; i < children->len; i++)
        any |= cancel_down(vm, as_future(children->items[i]), message, failed);
    if (any) outer->cancel_requested = true;
    return any;
}

/* --- making ---------------------------------------------------------------------------------- */

/* Each different argument is made a future once. False: Python is needed for one of them. */
static bool all_are_plain(VM *vm, const Value *a, int n, const Loop *l) {
    for (int i = 0; i < n; i++) {
        if (is_future(a[i])) continue;
        if (!l || l->task_factory != V_NONE || !is_kind(a[i], KIND_GENERATOR) ||
            as_obj(a[i])->cls == vm->types[T_ASYNC_GENERATOR])
            return false;
    }
    return true;
}

static Future *outer_new(VM *vm, Value loop, bool return_exceptions) {
    Future *outer = future_blank(vm, aio(vm)->gathering, loop);
    outer->kind = FUTURE_GATHERING;
    outer->return_exceptions = return_exceptions;
    return outer;
}

static void record_gather(VM *vm, Future *outer) {
    const List *children = AS(List, outer->children);
    outer->number = record_object(vm, OBJECT_GATHER, 0);
    record(vm, EV_GROUP_BEGUN, outer->number, children->len);
    for (uint32_t i = 0; i < children->len; i++)
        record_child(vm, outer->number, as_future(children->items[i]));
}

static Value gather_all(VM *vm, const Value *a, int n, Loop *l, bool return_exceptions) {
    Value children = list_new(vm, (uint32_t)n), seen = dict_new(vm), loop = V_UNDEF;
    Future *outer = outer_new(vm, V_NONE, return_exceptions);
    for (int i = 0; i < n; i++) {
        Value child = V_UNDEF;
        if (n > 1 && dict_find(vm, AS(Dict, seen), a[i], &child) == YES) {
            list_push(vm, AS(List, children), child);
            continue;
        }
        child = aio_ensure_future(vm, a[i], loop == V_UNDEF ? l : as_loop(loop));
        if (child == V_ERROR) return child;
        if (loop == V_UNDEF) loop = as_future(child)->loop;
        if (child != a[i]) as_future(child)->quiet = true;
        if (n > 1) dict_set(vm, AS(Dict, seen), a[i], child);
        outer->missing++;
        future_tell(vm, as_future(child), from_obj(outer));
        list_push(vm, AS(List, children), child);
    }
    outer->loop = loop;
    outer->children = children;
    if (recorder(vm)) record_gather(vm, outer);
    return from_obj(outer);
}

static Value gather(VM *vm, Value *a, int n) {
    bool return_exceptions = false;
    if (a[n] != V_UNDEF) {
        Dict *d = AS(Dict, a[n]);
        Value given = dict_get_str(d, str_intern(vm, "return_exceptions", 17));
        if (given == V_UNDEF || d->used > 1)
            return aio_twin(vm, "gather", 2, (Value[]){tuple_from(vm, a, (uint32_t)n), a[n]});
        Tri t = val_truth(vm, given);
        if (t == NEEDS_PYTHON)
            return aio_twin(vm, "gather", 2, (Value[]){tuple_from(vm, a, (uint32_t)n), a[n]});
        if (t == FAILED) return V_ERROR;
        return_exceptions = t == YES;
    }
    Loop *l = aio_running(vm);
    if (n == 0 || !all_are_plain(vm, a, n, l)) {
        Value options = a[n] == V_UNDEF ? dict_new(vm) : a[n];
        return aio_twin(vm, "gather", 2, (Value[]){tuple_from(vm, a, (uint32_t)n), options});
    }
    return gather_all(vm, a, n, l, return_exceptions);
}

static const NativeDef functions[] = {
    {"gather", gather, 0, -1, NF_KEYWORDS | NF_PYTHON, NULL},
    {0},
};

void gather_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    a->gathering = aio_class(vm, "asyncio.tasks", "_GatheringFuture", a->future, NULL, NULL);
    a->gathering->await_step = a->future->await_step;
    aio_functions(vm, m, functions);
}
