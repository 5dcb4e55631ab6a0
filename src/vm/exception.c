/* The exception classes: how they are made, their attributes and methods. */
#include "vm/vm_internal.h"

/* ImportError alone says which one it does not know. */
static void refuse_keyword(VM *vm, Class *c, Value name) {
    if (!class_derives(c, vm->types[T_IMPORT_ERROR])) {
        vm_raise(vm, T_TYPE_ERROR, "%s() takes no keyword arguments", class_name(c));
        return;
    }
    Buf b = {0};
    str_to_utf8(AS(Str, name), &b);
    vm_raise(vm, T_TYPE_ERROR, "'%s' is an invalid keyword argument for ImportError()", buf_cstr(&b));
    buf_deinit(&b);
}

static bool set_named(VM *vm, Exception *e, Value keywords) {
    if (keywords == V_UNDEF || AS(Dict, keywords)->used == 0) return true;
    static const struct {
        TypeId type;
        const char *names[2];
    } known[] = {{T_IMPORT_ERROR, {"name", "path"}},
                 {T_ATTRIBUTE_ERROR, {"name", "obj"}},
                 {T_NAME_ERROR, {"name", NULL}}};
    Dict *d = AS(Dict, keywords);
    uint32_t i = 0;
    for (DictEntry *entry; (entry = dict_next(d, &i));) {
        bool taken = false;
        for (size_t k = 0; k < sizeof known / sizeof known[0] && !taken; k++) {
            if (!class_derives(e->obj.cls, vm->types[known[k].type])) continue;
            for (int j = 0; j < 2 && known[k].names[j]; j++)
                if (str_is(AS(Str, entry->key), known[k].names[j])) e->extra[j] = entry->value, taken = true;
        }
        /* A class with an __init__ of its own takes what it likes. */
        if (taken || special_is_python(vm, e->obj.cls, SP_INIT)) continue;
        refuse_keyword(vm, e->obj.cls, entry->key);
        return false;
    }
    return true;
}

static Value check_group(VM *vm, Value cls, int n, Value *a) {
    if (n != 3)
        return vm_raise(vm, T_TYPE_ERROR, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)",
                        n - 1);
    return vm_twin(vm, TWIN_GROUP_NEW, 3, cls, a[1], a[2]);
}

/* A UnicodeError says what could not be done with which text, where and why. */
static bool has_unicode_fields(VM *vm, Class *c, int given) {
    int want = c->builtin == T_UNICODE_TRANSLATE_ERROR ? 4 : 5;
    bool any = c->builtin != T_UNICODE_DECODE_ERROR && c->builtin != T_UNICODE_ENCODE_ERROR && want == 5;
    if (any || given == want || special_is_python(vm, c, SP_INIT)) return true;
    vm_raise(vm, T_TYPE_ERROR, "function takes exactly %d arguments (%d given)", want, given);
    return false;
}

/* A group is checked in Python first. */
static Value make(VM *vm, Value *a, int n) {
    Class *c = AS(Class, a[0]);
    if (class_derives(c, vm->types[T_BASE_EXCEPTION_GROUP])) return check_group(vm, a[0], n, a);
    Value e = error_new(vm, c, n - 1, a + 1);
    return set_named(vm, AS(Exception, e), a[n]) ? e : V_ERROR;
}

/* BaseException.__new__ and __init__ in one. */
static Value construct(VM *vm, Value *a, int n) {
    return has_unicode_fields(vm, AS(Class, a[0]), n - 1) ? make(vm, a, n) : V_ERROR;
}

static const NativeDef construct_def = {"__new__", construct, 1, -1, NF_KEYWORDS, NULL};

/* For the twin: (class, message, exceptions tuple), already checked. */
static Value make_group(VM *vm, Value *a, int n) {
    (void)n;
    Value e = error_new(vm, AS(Class, a[0]), 2, a + 1);
    AS(Exception, e)->extra[0] = a[1];
    AS(Exception, e)->extra[1] = a[2];
    AS(Exception, e)->args = tuple_from(vm, (Value[]){a[1], a[3]}, 2);
    return e;
}

static Value init(VM *vm, Value *a, int n) {
    Exception *e = AS(Exception, a[0]);
    if (error_made_by_new(vm, e->obj.cls)) return V_NONE;
    e->args = n > 1 ? tuple_from(vm, a + 1, (uint32_t)n - 1) : from_obj(vm->empty_tuple);
    if (!class_derives(e->obj.cls, vm->types[T_BASE_EXCEPTION_GROUP])) error_keep_extra(vm, e);
    return V_NONE;
}

static Value get_args(VM *vm, Value *a, int n) {
    Exception *e = AS(Exception, a[0]);
    if (n < 2) return e->args;
    if (!is_tuple(a[1])) {
        if (!is_list(a[1]))
            return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", type_name(vm, a[1]));
        a[1] = tuple_from(vm, AS(List, a[1])->items, AS(List, a[1])->len);
    }
    e->args = a[1];
    return V_NONE;
}

static Value set_link(VM *vm, Value *slot, Value v, const char *what) {
    if (v != V_NONE && !is_kind(v, KIND_EXCEPTION))
        return vm_raise(vm, T_TYPE_ERROR, "exception %s must be None or derive from BaseException", what);
    *slot = v;
    return V_NONE;
}

static Value get_cause(VM *vm, Value *a, int n) {
    Exception *e = AS(Exception, a[0]);
    if (n < 2) return e->cause;
    e->suppress_context = true;
    return set_link(vm, &e->cause, a[1], "cause");
}

static Value get_context(VM *vm, Value *a, int n) {
    Exception *e = AS(Exception, a[0]);
    return n < 2 ? e->context : set_link(vm, &e->context, a[1], "context");
}

static Value get_suppress(VM *vm, Value *a, int n) {
    (void)vm;
    Exception *e = AS(Exception, a[0]);
    if (n < 2) return from_bool(e->suppress_context);
    e->suppress_context = a[1] == V_TRUE;
    return V_NONE;
}

static Value get_traceback(VM *vm, Value *a, int n) {
    Exception *e = AS(Exception, a[0]);
    if (n < 2) return e->traceback;
    if (a[1] != V_NONE && !is_kind(a[1], KIND_TRACEBACK))
        return vm_raise(vm, T_TYPE_ERROR, "__traceback__ must be a traceback or None");
    e->traceback = e->kept = a[1];
    e->held = V_NONE;
    return V_NONE;
}

static Value with_traceback(VM *vm, Value *a, int n) {
    (void)n;
    return get_traceback(vm, a, 2) == V_ERROR ? V_ERROR : a[0];
}

static Value get_notes(VM *vm, Value *a, int n) {
    Exception *e = AS(Exception, a[0]);
    if (e->notes == V_UNDEF && (n < 2 || a[1] == V_UNDEF))
        return vm_no_attribute(vm, a[0], vm->names[NAME_notes]);
    if (n < 2) return e->notes;
    e->notes = a[1];
    return V_NONE;
}

static Value add_note(VM *vm, Value *a, int n) {
    (void)n;
    Exception *e = AS(Exception, a[0]);
    if (!is_str(a[1])) return vm_raise(vm, T_TYPE_ERROR, "note must be a str, not '%s'", type_name(vm, a[1]));
    if (e->notes == V_UNDEF) e->notes = list_new(vm, 1);
    if (!is_list(e->notes)) return vm_raise(vm, T_TYPE_ERROR, "Cannot add note: __notes__ is not a list");
    list_push(vm, AS(List, e->notes), a[1]);
    return V_NONE;
}

/* The attributes kept in `extra`. */
static Value extra(Value *a, int n, int i) {
    Exception *e = AS(Exception, a[0]);
    if (n < 2) return e->extra[i] == V_UNDEF ? V_NONE : e->extra[i];
    e->extra[i] = a[1];
    return V_NONE;
}

static Value extra0(VM *vm, Value *a, int n) {
    (void)vm;
    return extra(a, n, 0);
}
static Value extra1(VM *vm, Value *a, int n) {
    (void)vm;
    return extra(a, n, 1);
}
static Value extra2(VM *vm, Value *a, int n) {
    (void)vm;
    return extra(a, n, 2);
}
static Value extra3(VM *vm, Value *a, int n) {
    (void)vm;
    return extra(a, n, 3);
}
static Value extra4(VM *vm, Value *a, int n) {
    (void)vm;
    return extra(a, n, 4);
}

static const NativeDef base_methods[] = {
    {"__init__", init, 1, -1, NF_SLOT | NF_KEYWORDS, NULL},
    {"args", get_args, 1, 2, NF_GETTER, NULL},
    {"__cause__", get_cause, 1, 2, NF_GETTER, NULL},
    {"__context__", get_context, 1, 2, NF_GETTER, NULL},
    {"__suppress_context__", get_suppress, 1, 2, NF_GETTER, NULL},
    {"__traceback__", get_traceback, 1, 2, NF_GETTER, NULL},
    {"__notes__", get_notes, 1, 2, NF_GETTER, NULL},
    {"with_traceback", with_traceback, 2, 2, NF_SELF, NULL},
    {"add_note", add_note, 2, 2, NF_SELF, NULL},
    {0},
};

static Value base_new(VM *vm, Value *a, int n) {
    if (!is_class(a[0]) || !class_derives(AS(Class, a[0]), vm->types[T_BASE_EXCEPTION]))
        return vm_raise(vm, T_TYPE_ERROR, "BaseException.__new__(X): X is not a type object");
    return make(vm, a, n);
}

static const NativeDef new_methods[] = {{"__new__", base_new, 1, -1, NF_STATIC | NF_KEYWORDS, NULL}, {0}};

static const NativeDef stop_methods[] = {{"value", extra0, 1, 2, NF_GETTER, NULL}, {0}};
static const NativeDef exit_methods[] = {{"code", extra0, 1, 2, NF_GETTER, NULL}, {0}};
static const NativeDef name_methods[] = {{"name", extra0, 1, 2, NF_GETTER, NULL}, {0}};
static const NativeDef attribute_methods[] = {
    {"name", extra0, 1, 2, NF_GETTER, NULL}, {"obj", extra1, 1, 2, NF_GETTER, NULL}, {0}};
static const NativeDef import_methods[] = {{"name", extra0, 1, 2, NF_GETTER, NULL},
                                           {"path", extra1, 1, 2, NF_GETTER, NULL},
                                           {"msg", extra2, 1, 2, NF_GETTER, NULL},
                                           {0}};
static const NativeDef os_methods[] = {{"errno", extra0, 1, 2, NF_GETTER, NULL},
                                       {"strerror", extra1, 1, 2, NF_GETTER, NULL},
                                       {"filename", extra2, 1, 2, NF_GETTER, NULL},
                                       {0}};
static const NativeDef unicode_methods[] = {
    {"encoding", extra0, 1, 2, NF_GETTER, NULL}, {"object", extra1, 1, 2, NF_GETTER, NULL},
    {"start", extra2, 1, 2, NF_GETTER, NULL},    {"end", extra3, 1, 2, NF_GETTER, NULL},
    {"reason", extra4, 1, 2, NF_GETTER, NULL},   {0}};

static Value group_twin(VM *vm, Value *a, const char *which) {
    Value args[] = {a[0], str_from(vm, which), a[1]};
    return vm_twin_args(vm, TWIN_GROUP_METHOD, 3, args);
}
static Value group_split(VM *vm, Value *a, int n) {
    (void)n;
    return group_twin(vm, a, "split");
}
static Value group_subgroup(VM *vm, Value *a, int n) {
    (void)n;
    return group_twin(vm, a, "subgroup");
}
static Value group_derive(VM *vm, Value *a, int n) {
    (void)n;
    return group_twin(vm, a, "derive");
}

static const NativeDef group_methods[] = {
    {"message", extra0, 1, 1, NF_GETTER, NULL},    {"exceptions", extra1, 1, 1, NF_GETTER, NULL},
    {"split", group_split, 2, 2, NF_SELF, NULL},   {"subgroup", group_subgroup, 2, 2, NF_SELF, NULL},
    {"derive", group_derive, 2, 2, NF_SELF, NULL}, {0}};

static Value tb_next(VM *vm, Value *a, int n) {
    (void)vm;
    if (n < 2) return AS(Traceback, a[0])->next;
    AS(Traceback, a[0])->next = a[1];
    return V_NONE;
}

static Value tb_lineno(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    const Traceback *t = AS(Traceback, a[0]);
    return from_small(t->code->lines[t->word]);
}

/* A traceback stands for its own frame: tb_frame.f_code and f_lineno are asked of it. */
static Value tb_frame(VM *vm, Value *a, int n) {
    (void)n;
    return frame_object_of(vm, a[0]);
}

static const NativeDef traceback_methods[] = {{"tb_next", tb_next, 1, 2, NF_GETTER, NULL},
                                              {"tb_lineno", tb_lineno, 1, 1, NF_GETTER, NULL},
                                              {"tb_frame", tb_frame, 1, 1, NF_GETTER, NULL},
                                              {0}};

static const NativeDef core_functions[] = {{"_make_group", make_group, 4, 4, 0, NULL}, {0}};

void errors_setup(VM *vm) {
    for (int i = T_BASE_EXCEPTION; i < TYPE_COUNT; i++) vm->types[i]->construct = &construct_def;
    class_add_methods(vm, vm->types[T_BASE_EXCEPTION], base_methods);
    class_add_methods(vm, vm->types[T_BASE_EXCEPTION], new_methods);
    static const struct {
        TypeId type;
        const NativeDef *methods;
    } more[] = {{T_STOP_ITERATION, stop_methods},
                {T_SYSTEM_EXIT, exit_methods},
                {T_NAME_ERROR, name_methods},
                {T_ATTRIBUTE_ERROR, attribute_methods},
                {T_IMPORT_ERROR, import_methods},
                {T_OS_ERROR, os_methods},
                {T_UNICODE_DECODE_ERROR, unicode_methods},
                {T_UNICODE_ENCODE_ERROR, unicode_methods},
                {T_UNICODE_TRANSLATE_ERROR, unicode_methods},
                {T_BASE_EXCEPTION_GROUP, group_methods},
                {T_TRACEBACK, traceback_methods}};
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
        class_add_methods(vm, vm->types[more[i].type], more[i].methods);
    for (int i = T_BASE_EXCEPTION; i < TYPE_COUNT; i++)
        vm_add_builtin_value(vm, class_name(vm->types[i]), from_obj(vm->types[i]));
    vm_add_builtin_value(vm, "EnvironmentError", from_obj(vm->types[T_OS_ERROR]));
    vm_add_builtin_value(vm, "IOError", from_obj(vm->types[T_OS_ERROR]));
    vm_add_core(vm, core_functions);
}
