/* Raising: the pending exception, its context, and the traceback that grows as it travels. */
#include "vm/vm_internal.h"

#include <errno.h>

static Exception *blank(VM *vm, Class *cls) {
    Exception *e = heap_new(vm, cls, KIND_EXCEPTION, sizeof *e);
    e->args = from_obj(vm->empty_tuple);
    e->cause = e->context = e->traceback = e->kept = V_NONE;
    e->notes = V_UNDEF;
    e->held = V_NONE;
    for (int i = 0; i < 5; i++) e->extra[i] = V_UNDEF;
    return e;
}

/* What the classes keep of their arguments beside `args`. */
void error_keep_extra(VM *vm, Exception *e) {
    Tuple *args = AS(Tuple, e->args);
    Value first = args->len > 0 ? args->items[0] : V_NONE;
    switch (e->obj.cls->builtin) {
    case T_STOP_ITERATION: e->extra[0] = first; break;
    case T_SYSTEM_EXIT: e->extra[0] = args->len > 1 ? e->args : first; break;
    case T_IMPORT_ERROR:
    case T_MODULE_NOT_FOUND_ERROR:
        if (args->len == 1) e->extra[2] = first;
        break;
    case T_UNICODE_DECODE_ERROR:
    case T_UNICODE_ENCODE_ERROR:
        for (uint32_t i = 0; i < 5 && args->len == 5; i++) e->extra[i] = args->items[i];
        break;
    case T_UNICODE_TRANSLATE_ERROR: /* that names no encoding */
        for (uint32_t i = 0; i < 4 && args->len == 4; i++) e->extra[i + 1] = args->items[i];
        break;
    case T_BASE_EXCEPTION_GROUP:
    case T_EXCEPTION_GROUP:
        if (args->len == 2) e->extra[0] = args->items[0], e->extra[1] = args->items[1];
        break;
    default:
        if (!class_derives(e->obj.cls, vm->types[T_OS_ERROR]) || args->len < 2 || args->len > 5) break;
        e->extra[0] = args->items[0];
        e->extra[1] = args->items[1];
        if (args->len > 2) {
            e->extra[2] = args->items[2];
            e->args = tuple_from(vm, args->items, 2);
        }
        break;
    }
}

/* OSError(2, …) is a FileNotFoundError. */
static Class *class_of_errno(VM *vm, Class *cls, int n, const Value *args) {
    static const struct {
        int code;
        TypeId type;
    } known[] = {{EAGAIN, T_BLOCKING_IO_ERROR},
                 {EALREADY, T_BLOCKING_IO_ERROR},
                 {EINPROGRESS, T_BLOCKING_IO_ERROR},
                 {EPIPE, T_BROKEN_PIPE_ERROR},
                 {ESHUTDOWN, T_BROKEN_PIPE_ERROR},
                 {ECHILD, T_CHILD_PROCESS_ERROR},
                 {ECONNABORTED, T_CONNECTION_ABORTED_ERROR},
                 {ECONNREFUSED, T_CONNECTION_REFUSED_ERROR},
                 {ECONNRESET, T_CONNECTION_RESET_ERROR},
                 {EEXIST, T_FILE_EXISTS_ERROR},
                 {ENOENT, T_FILE_NOT_FOUND_ERROR},
                 {EISDIR, T_IS_A_DIRECTORY_ERROR},
                 {ENOTDIR, T_NOT_A_DIRECTORY_ERROR},
                 {EINTR, T_INTERRUPTED_ERROR},
                 {EACCES, T_PERMISSION_ERROR},
                 {EPERM, T_PERMISSION_ERROR},
                 {ESRCH, T_PROCESS_LOOKUP_ERROR},
                 {ETIMEDOUT, T_TIMEOUT_ERROR}};
    if (cls != vm->types[T_OS_ERROR] || n < 2 || !is_int(args[0])) return cls;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (as_small(args[0]) == known[i].code) return vm->types[known[i].type];
    return cls;
}

bool error_made_by_new(VM *vm, Class *cls) {
    return class_derives(cls, vm->types[T_OS_ERROR]) &&
           (!special_is_python(vm, cls, SP_INIT) || special_is_python(vm, cls, SP_NEW));
}

Value error_new(VM *vm, Class *cls, int n, const Value *args) {
    cls = class_of_errno(vm, cls, n, args);
    Exception *e = blank(vm, cls);
    bool complete = !special_is_python(vm, cls, SP_INIT) || error_made_by_new(vm, cls);
    /* A program's __init__ says what the arguments are; until then only BaseException has any. */
    if (n > 0 && (complete || !class_derives(cls, vm->types[T_OS_ERROR])))
        e->args = tuple_from(vm, args, (uint32_t)n);
    if (complete) error_keep_extra(vm, e);
    return from_obj(e);
}

/* Where CPython throws into what a generator waits for, that generator itself does not run: what it is
 * handling is not seen from above. */
Value error_handled(VM *vm) {
    for (const Frame *f = vm->frame; f; f = f->back) {
        if (f->handled != V_NONE) return f->handled;
        while (f->thrown && f->back) f = f->back;
    }
    return V_NONE;
}

/* The exception that is being handled becomes the context; where the chain already holds
 * the new one, it is cut there, so that no cycle arises. A cycle that a program made itself
 * is met by walking at two speeds. */
static void set_context(Value exc, Value handled) {
    if (handled == V_NONE || handled == exc) return;
    Value at = handled, slow = handled;
    for (bool step = false; AS(Exception, at)->context != V_NONE; step = !step) {
        Exception *o = AS(Exception, at);
        if (o->context == exc) {
            o->context = V_NONE;
            break;
        }
        at = o->context;
        if (at == slow) break;
        if (step) slow = AS(Exception, slow)->context;
    }
    AS(Exception, exc)->context = handled;
}

void error_set(VM *vm, Value exc) {
    AS(Exception, exc)->kept = AS(Exception, exc)->traceback;
    vm->error = exc;
}

Value vm_raise_object(VM *vm, Value exc) {
    set_context(exc, error_handled(vm));
    error_set(vm, exc);
    return V_ERROR;
}

/* Its context is what the generator itself is handling, not what the caller is. */
void error_thrown_in(VM *vm, const Frame *f) {
    if (f->handled == V_NONE) return;
    set_context(vm->error, f->handled);
    /* CPython loses here where the error has been since somebody held it last. */
    AS(Exception, vm->error)->traceback = AS(Exception, vm->error)->kept;
}

Value vm_raise_value(VM *vm, TypeId type, Value argument) {
    /* As in CPython, the end of a generator that returns nothing carries nothing. */
    if (type == T_STOP_ITERATION && argument == V_NONE) argument = V_UNDEF;
    return vm_raise_object(vm, error_new(vm, vm->types[type], argument == V_UNDEF ? 0 : 1, &argument));
}

Value vm_raise(VM *vm, TypeId type, const char *format, ...) {
    Buf b = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&b, format, args);
    va_end(args);
    Value message = b.len ? str_new(vm, b.data, b.len) : V_UNDEF;
    buf_deinit(&b);
    return vm_raise_value(vm, type, message);
}

bool vm_error_is(VM *vm, TypeId type) {
    return is_obj(vm->error) && class_derives(as_obj(vm->error)->cls, vm->types[type]);
}

void vm_clear_error(VM *vm) {
    vm->error = V_UNDEF;
}

Value vm_no_attribute(VM *vm, Value object, Str *name) {
    Buf b = {0};
    str_to_utf8(name, &b);
    Value e;
    if (is_class(object)) {
        e = vm_raise(vm, T_ATTRIBUTE_ERROR, "type object '%s' has no attribute '%s'",
                     class_name(AS(Class, object)), buf_cstr(&b));
    } else if (is_kind(object, KIND_MODULE)) {
        Buf m = {0};
        str_to_utf8(AS(Str, AS(ModuleObj, object)->name), &m);
        e = vm_raise(vm, T_ATTRIBUTE_ERROR, "module '%s' has no attribute '%s'", buf_cstr(&m), buf_cstr(&b));
        buf_deinit(&m);
    } else {
        e = vm_raise(vm, T_ATTRIBUTE_ERROR, "'%s' object has no attribute '%s'", type_name(vm, object),
                     buf_cstr(&b));
    }
    buf_deinit(&b);
    Exception *x = AS(Exception, vm->error);
    x->extra[0] = from_obj(name);
    x->extra[1] = object;
    return e;
}

/* Frames of the library do not show: what fails in them fails where the program called. */
void error_add_traceback(VM *vm, Value exc, Frame *f, uint32_t word) {
    if (f->code->flags & CODE_LIBRARY || !is_kind(exc, KIND_EXCEPTION)) return;
    if (vm->host.watch && AS(Exception, exc)->traceback == V_NONE) vm->host.watch->raised(vm, exc);
    Traceback *t = heap_new(vm, vm->types[T_TRACEBACK], KIND_TRACEBACK, sizeof *t);
    t->next = AS(Exception, exc)->traceback;
    t->code = f->code;
    t->word = word;
    t->held = V_NONE;
    AS(Exception, exc)->traceback = from_obj(t);
}

static Value check_raised(VM *vm, Frame *f, Value v) {
    if (v == V_UNDEF) return vm_tail(vm, f->slots[0], 0, NULL);
    if (v == V_ERROR || is_kind(v, KIND_EXCEPTION)) return v;
    Class *c = AS(Class, f->slots[0]);
    return vm_raise(vm, T_TYPE_ERROR, "calling %s should have returned an instance of BaseException, not %s",
                    class_name(c), type_name(vm, v));
}

Value exception_of(VM *vm, Value v, bool is_cause) {
    if (is_kind(v, KIND_EXCEPTION)) return v;
    if (is_class(v) && class_derives(AS(Class, v), vm->types[T_BASE_EXCEPTION])) {
        Class *c = AS(Class, v);
        if (c->flags & CLASS_BUILTIN && c->builtin != T_BASE_EXCEPTION_GROUP &&
            c->builtin != T_EXCEPTION_GROUP)
            return error_new(vm, c, 0, NULL);
        vm_tail_step(vm, check_raised, 1, &v);
        return vm_run_tail(vm);
    }
    return vm_raise(vm, T_TYPE_ERROR,
                    is_cause ? "exception causes must derive from BaseException"
                             : "exceptions must derive from BaseException");
}
