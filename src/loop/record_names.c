/* What the author calls the locks, queues, events of a program: the variable or the attribute that
 * the new object is stored in, which the instruction behind the call says. Of one that is
 * stored otherwise (in a list, in a dict) the name is looked for when the next round begins. */
#include "loop/naming.h"

/* Looking for a name takes time; a program that makes more objects in lists than that speaks of
 * them by number. */
enum { NAMES_SOUGHT = 2000 };

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

static void give_name(VM *vm, ObjectId id, Buf *name) {
    Recorder *r = recorder(vm);
    StringId text = trace_string(r->trace, name->data, name->len);
    trace_name(r->trace, id, record_now(vm), r->task, record_here(vm), text);
}

ObjectId record_made_here(VM *vm, Value object, ObjectKind kind, uint32_t count) {
    Recorder *r = recorder(vm);
    if (!r || record_in_library(vm)) return 0;
    ObjectId id = record_object(vm, kind, count);
    const Str *name = vm->frame && vm->frame->code ? stored_as(vm->frame) : NULL;
    Buf text = {0};
    if (name) {
        str_to_utf8(name, &text);
        give_name(vm, id, &text);
    } else if (object != V_NONE && r->sought < NAMES_SOUGHT) {
        vec_push(&r->unnamed, ((Unnamed){object, aio_current_task(vm), id}));
        r->sought++;
    }
    buf_deinit(&text);
    return id;
}

void record_names(VM *vm) {
    Recorder *r = recorder(vm);
    for (uint32_t i = 0; r && i < r->unnamed.len; i++) {
        Unnamed *u = &r->unnamed.items[i];
        Buf text = {0};
        if (naming_by(vm, u->maker, u->object, &text)) give_name(vm, u->id, &text);
        buf_deinit(&text);
    }
    if (r) r->unnamed.len = 0;
}

void record_mark(VM *vm) {
    const Recorder *r = recorder(vm);
    for (uint32_t i = 0; r && i < r->unnamed.len; i++) {
        heap_mark(vm, r->unnamed.items[i].object);
        heap_mark(vm, r->unnamed.items[i].maker);
    }
}
