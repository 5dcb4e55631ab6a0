#include "loop/naming.h"

#include "loop/primitives.h"
#include "vm/generator.h"

enum { DEPTH = 3 }; /* of attributes and elements behind a variable */

typedef struct Search {
    VM *vm;
    Value object;
    ObjectId number; /* or what has that number in the record; 0: the object */
    Buf *out;
} Search;

static bool find_in(const Search *s, Value holder, int depth);

/* The number in the record of what a program may hold in a variable; 0: none. */
static ObjectId number_of(VM *vm, Value v) {
    const Aio *a = aio(vm);
    if (is_future(v)) return is_task(v) ? 0 : as_future(v)->number;
    if (!is_kind(v, KIND_RECORD)) return 0;
    const Class *c = as_obj(v)->cls;
    Class *const with_lines[] = {a->lock, a->event, a->semaphore, a->queue, a->condition};
    if (class_derives(c, a->barrier)) return barrier_number(v);
    for (size_t i = 0; i < sizeof with_lines / sizeof *with_lines; i++)
        if (class_derives(c, with_lines[i]) && AS(Record, v)->payload)
            return ((const Line *)AS(Record, v)->payload)->number;
    return 0;
}

static bool is_it(const Search *s, Value v) {
    return s->number ? number_of(s->vm, v) == s->number : v == s->object;
}

/* The text so far is the way to `v`; it stays if the object is found there. */
static bool found(const Search *s, Value v, int depth, size_t before) {
    if (is_it(s, v) || (depth > 0 && find_in(s, v, depth - 1))) return true;
    s->out->len = before;
    return false;
}

static bool try_name(const Search *s, const Str *name, Value v, int depth, bool attribute) {
    size_t before = s->out->len;
    if (!is_obj(v)) return false;
    if (attribute) buf_addc(s->out, '.');
    str_to_utf8(name, s->out);
    return found(s, v, depth, before);
}

static bool try_index(const Search *s, uint32_t i, Value v, int depth) {
    size_t before = s->out->len;
    if (!is_obj(v)) return false;
    buf_printf(s->out, "[%u]", i);
    return found(s, v, depth, before);
}

static bool in_items(const Search *s, const Value *items, uint32_t n, int depth) {
    enum { LOOK_AT = 1000 };
    for (uint32_t i = 0; i < n && i < LOOK_AT; i++)
        if (try_index(s, i, items[i], depth)) return true;
    return false;
}

static bool in_dict(const Search *s, Dict *d, int depth) {
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(d, &i));) {
        size_t before = s->out->len;
        if (!is_obj(e->value)) continue;
        buf_addc(s->out, '[');
        bool shown = val_repr(s->vm, e->key, s->out) == YES;
        buf_addc(s->out, ']');
        if (shown && found(s, e->value, depth, before)) return true;
        s->out->len = before;
    }
    return false;
}

static bool in_attributes(const Search *s, const Instance *o, int depth) {
    if (!o->shape) return is_dict(o->slots[0]) && in_dict(s, AS(Dict, o->slots[0]), depth);
    for (const Shape *at = o->shape; at && at->name; at = at->parent)
        if (try_name(s, at->name, o->slots[at->count - 1], depth, true)) return true;
    return false;
}

static bool find_in(const Search *s, Value holder, int depth) {
    switch ((Kind)as_obj(holder)->kind) {
    case KIND_INSTANCE: return in_attributes(s, AS(Instance, holder), depth);
    case KIND_LIST: return in_items(s, AS(List, holder)->items, AS(List, holder)->len, depth);
    case KIND_TUPLE: return in_items(s, AS(Tuple, holder)->items, AS(Tuple, holder)->len, depth);
    case KIND_DICT: return in_dict(s, AS(Dict, holder), depth);
    default: return false;
    }
}

static bool in_globals(const Search *s, int depth) {
    Dict *globals = AS(ModuleObj, s->vm->main_module)->attrs;
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(globals, &i));)
        if (is_str(e->key) && try_name(s, AS(Str, e->key), e->value, depth, false)) return true;
    return false;
}

static bool in_frame(const Search *s, const Frame *f, int depth) {
    const Code *c = f->code;
    for (uint32_t i = 0; i < c->slot_count; i++) {
        Value v = f->slots[i];
        if (is_kind(v, KIND_CELL)) v = AS(Cell, v)->value;
        if (c->slot_names[i] && try_name(s, c->slot_names[i], v, depth, false)) return true;
    }
    return false;
}

/* --- at the moment of making --------------------------------------------------------------- */

static OpCode op_at(const uint32_t *word) {
    return op_plain(OP_OF(*word));
}

static bool is_load(OpCode op) {
    return op == OP_LOAD_FAST || op == OP_LOAD_DEREF || op == OP_LOAD_GLOBAL || op == OP_LOAD_NAME;
}

const Str *naming_stored_as(const Frame *f) {
    const Code *c = f->code;
    const uint32_t *next = f->ip;
    if (op_at(next) == OP_DUP) next++; /* a = b = Lock() */
    if (is_load(op_at(next)) && op_at(next + 1) == OP_STORE_ATTR) return c->sites[ARG_OF(next[1])].name;
    switch (op_at(next)) {
    case OP_STORE_FAST:
    case OP_STORE_DEREF: return c->slot_names[ARG_OF(*next)];
    case OP_STORE_GLOBAL:
    case OP_STORE_NAME: return c->sites[ARG_OF(*next)].name;
    default: return NULL;
    }
}

/* --- the frames of a task --------------------------------------------------------------- */

static bool is_of_program(const Generator *g) {
    return g->frame && g->frame->code && !(g->frame->code->flags & CODE_LIBRARY);
}

static const Generator *outermost(const Future *task) {
    return is_kind(task->coro, KIND_GENERATOR) ? AS(Generator, task->coro) : NULL;
}

static bool in_task(const Search *s, const Future *task, int depth) {
    for (const Generator *g = outermost(task); g; g = generator_inner(s->vm, g))
        if (is_of_program(g) && in_frame(s, g->frame, depth)) return true;
    return false;
}

bool naming_of(VM *vm, const Loop *l, Value object, Buf *out) {
    const Search s = {vm, object, 0, out};
    for (int depth = 0; depth < DEPTH; depth++) {
        if (in_globals(&s, depth)) return true;
        for (uint32_t i = 0; i < l->tasks.len; i++)
            if (in_task(&s, l->tasks.items[i], depth)) return true;
    }
    return false;
}

/* What is an attribute of the object that a method runs on goes by the attribute alone. */
static const char *without_self(const char *name) {
    static const char self[] = "self.";
    return strncmp(name, self, strlen(self)) == 0 ? name + strlen(self) : name;
}

static void name_one(VM *vm, const Future *task, ObjectId number) {
    Recorder *r = recorder(vm);
    Buf name = {0};
    const Search s = {vm, V_NONE, number, &name};
    bool known = false;
    for (int depth = 0; !known && depth < DEPTH; depth++)
        known = in_globals(&s, depth) || in_task(&s, task, depth);
    if (known)
        trace_name(r->trace, number, record_time(vm), task->number, 0,
                   trace_cstring(r->trace, without_self(buf_cstr(&name))));
    buf_deinit(&name);
}

void naming_record(VM *vm, const Future *task) {
    Recorder *r = recorder(vm);
    for (uint32_t i = 0; i < r->unnamed_count && r->searches < MOST_SEARCHES; i++, r->searches++)
        name_one(vm, task, r->unnamed[i]);
    r->unnamed_count = 0;
}

void naming_of_task(VM *vm, const Future *task, Buf *out) {
    Value name = task_name(vm, task);
    str_to_utf8(AS(Str, name), out);
    const Generator *g = outermost(task);
    if (!g || !is_int(task->name)) return;
    buf_adds(out, " (");
    str_to_utf8(AS(Str, g->name), out);
    buf_addc(out, ')');
}

bool naming_of_place(VM *vm, const Future *task, Buf *out) {
    const Frame *at = NULL;
    for (const Generator *g = outermost(task); g; g = generator_inner(vm, g))
        if (is_of_program(g)) at = g->frame;
    if (!at || at->ip == at->code->words) return false;
    const char *file = at->code->source->name, *slash = strrchr(file, '/');
    buf_printf(out, "%s:%u", slash ? slash + 1 : file, at->code->lines[at->ip - at->code->words - 1]);
    return true;
}
