/* What the author calls the locks, queues, events of a program: the variable or the attribute that
 * the new object is stored in, which the instruction behind the call says. For one that is
 * stored otherwise (in a list, in a dict) naming.h looks at the end of the turn. */
#include "loop/aio.h"

static OpCode op_at(const uint32_t *word) {
    return op_plain(OP_OF(*word));
}

static bool is_load(OpCode op) {
    return op == OP_LOAD_FAST || op == OP_LOAD_DEREF || op == OP_LOAD_GLOBAL || op == OP_LOAD_NAME;
}

/* "knife" of `knife = Lock()` and of `self.knife = Lock()`; NULL if it is stored in another way. */
static const Str *stored_as(const Frame *f) {
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

ObjectId record_made_here(VM *vm, ObjectKind kind, uint32_t count) {
    Recorder *r = recorder(vm);
    if (!r || record_in_library(vm)) return 0;
    ObjectId id = record_object(vm, kind, count);
    const Str *name = vm->frame && vm->frame->code ? stored_as(vm->frame) : NULL;
    if (name) {
        Buf text = {0};
        str_to_utf8(name, &text);
        StringId called = trace_string(r->trace, text.data, text.len);
        trace_name(r->trace, id, (uint64_t)clock_at(r->clock, vm->steps), r->task, record_here(vm), called);
        buf_deinit(&text);
    } else if (id && r->unnamed_count < MOST_UNNAMED) r->unnamed[r->unnamed_count++] = id;
    return id;
}
