/* The interpreter: one loop over one run's frames. Its locals are the running frame's ip and
 * sp and what it often needs; SAVE writes them back before anything that may look at the frame,
 * LOAD takes them after the running frame has changed.
 *
 * Instructions do their common cases here; the rest is in operate.c, attr.c, call.c. */
#pragma GCC diagnostic ignored "-Wpedantic" /* labels as values: twice as fast as a switch */

#include "vm/containers.h"
#include "vm/drop.h"
#include "vm/generator.h"
#include "vm/num_fast.h"
#include "vm/operate.h"
#include "vm/outcome.h"
#include "vm/touch.h"

/* --- helpers that need no locals of the loop ------------------------------------------------ */

static Dict *name_space(Frame *f) {
    return f->names ? f->names : f->globals;
}

static Value make_function(VM *vm, Frame *frame, uint32_t arg, Value **stack) {
    Code *code = frame->code->codes[arg & 0xFFFF];
    uint32_t flags = arg >> 16;
    Value *sp = *stack;
    Function *f = heap_new(vm, vm->types[T_FUNCTION], KIND_FUNCTION, sizeof *f);
    f->closure = flags & 8 ? *--sp : V_NONE;
    f->annotations = flags & 4 ? *--sp : V_UNDEF;
    f->keyword_defaults = flags & 2 ? *--sp : V_NONE;
    f->defaults = flags & 1 ? *--sp : V_NONE;
    f->code = code;
    f->globals = frame->globals;
    f->name = from_obj(code->name);
    f->qualname = from_obj(code->qualname);
    f->doc = code->docstring;
    Value module = dict_get_str(frame->globals, vm->names[NAME_name]);
    f->module = module == V_UNDEF ? V_NONE : module;
    *stack = sp;
    return from_obj(f);
}

/* isinstance for an except clause: classes or tuples of them, without hooks. */
static Tri matches(VM *vm, Value exc, Value type) {
    if (is_tuple(type)) {
        Tuple *t = AS(Tuple, type);
        for (uint32_t i = 0; i < t->len; i++) {
            Tri m = matches(vm, exc, t->items[i]);
            if (m != NO) return m;
        }
        return NO;
    }
    if (!is_class(type) || !class_derives(AS(Class, type), vm->types[T_BASE_EXCEPTION])) {
        vm_raise(vm, T_TYPE_ERROR, "catching classes that do not inherit from BaseException is not allowed");
        return FAILED;
    }
    return class_derives(as_obj(exc)->cls, AS(Class, type)) ? YES : NO;
}

/* Of the library's own affairs nobody is told. */
static void was_caught(VM *vm, Value exc) {
    if (vm->host.watch && !(vm->frame->code->flags & CODE_LIBRARY)) vm->host.watch->caught(vm, exc);
}

static void end_generator(VM *vm, Generator *g, Then then) {
    if (UNLIKELY(then >= THEN_ASYNC_SEND)) async_turn_ended(g, g->frame->keep, false);
    generator_end(vm, g);
}

static Value from_dict_or_mapping(VM *vm, Dict *to, Value v) {
    if (is_dict(v) && !val_overrides(vm, v, SP_ITER)) {
        Tri t = dict_merge(vm, to, AS(Dict, v));
        if (t != NEEDS_PYTHON) return t == FAILED ? V_ERROR : V_NONE;
    }
    Value v2 = vm_twin(vm, TWIN_DICT_EXTEND, 2, from_obj(to), v);
    return v2 == V_TAIL ? vm_run_tail(vm) : v2;
}

static Value extend_list(VM *vm, List *l, Value v) {
    if (iter_is_native(vm, v)) return list_extend(vm, l, v);
    v = vm_twin(vm, TWIN_EXTEND, 2, from_obj(l), v);
    return v == V_TAIL ? vm_run_tail(vm) : v;
}

static Value run_twin(VM *vm, Twin t, int n, const Value *args) {
    Value v = vm_twin_args(vm, t, n, args);
    return v == V_TAIL ? vm_run_tail(vm) : v;
}

/* A coroutine deep in a chain of those that await each other yields to who drives the outermost, and
 * what that one sends goes down again: the ones between only hand it on. Each of their instructions
 * counts, but all of them are done together. */

/* Whether all that `f` does with the value that it is to get is to yield it. */
static inline bool hands_on(const VM *vm, const Frame *f) {
    return f->code && OP_OF(*f->ip) == OP_YIELD_VALUE && f->gen &&
           f->gen->obj.cls == vm->types[T_COROUTINE] && f->then != THEN_CLOSE;
}

static inline void suspend_too(VM *vm) {
    Frame *f = vm->frame;
    f->gen->state = GEN_SUSPENDED;
    f->ip++;
    f->thrown = false;
    vm->frame = f->back;
    vm->depth--;
    f->back = NULL;
}

/* Whether `f`, which has just been resumed, jumps back to SEND, and nobody else wants a turn there. */
static inline bool goes_on_awaiting(const VM *vm, const Frame *f) {
    return OP_OF(*f->ip) == OP_JUMP_BACK && OP_OF(f->code->words[ARG_OF(*f->ip)]) == OP_SEND &&
           vm->heap.bytes < vm->heap.next_collect && !vm->to_finalize.len && vm->error == V_UNDEF;
}

/* What a frame that ends says of its result. */
static inline void note_then(Frame *to, const Frame *f) {
    to->gen = f->gen;
    to->keep[0] = f->keep[0];
    to->keep[1] = f->keep[1];
    /* As bytes: what does not belong to its `then` was never set. */
    memcpy(&to->then, &f->then, offsetof(Frame, on_heap) - offsetof(Frame, then));
}

/* --- the loop ---------------------------------------------------------------------------------- */

#define PUSH(v) (*sp++ = (v))
#define POP() (*--sp)
#define TOP() (sp[-1])

#define SAVE() (frame->ip = ip, frame->sp = sp, vm->steps = vm->step_end - left)
#define LOAD()              \
    do {                    \
        frame = vm->frame;  \
        ip = frame->ip;     \
        sp = frame->sp;     \
        code = frame->code; \
    } while (0)

#ifdef TOQUE_STRESS
#define STRESS()                                         \
    do {                                                 \
        if (!vm->no_collect && heap_stress_is_due(vm)) { \
            SAVE();                                      \
            heap_collect(vm);                            \
        }                                                \
    } while (0)
#else
#define STRESS() (void)0
#endif

#define NEXT()                                         \
    do {                                               \
        STRESS();                                      \
        if (UNLIKELY(--left == 0)) goto out_of_budget; \
        word = *ip++;                                  \
        goto * vm->dispatch[OP_OF(word)];              \
    } while (0)

#define ARG() ARG_OF(word)

/* An expression that may need Python. Its operands are still on the stack while it is worked
 * out, `drop` of them are taken off when the value comes. */
#define VALUE(drop, expression)              \
    do {                                     \
        SAVE();                              \
        frame->sp -= (drop);                 \
        result = (expression);               \
        if (result == V_FRAME) goto entered; \
        sp -= (drop);                        \
        if (result == V_ERROR) goto failed;  \
        PUSH(result);                        \
        NEXT();                              \
    } while (0)

/* The same where nobody wants the value. */
#define EFFECT(drop, expression)                           \
    do {                                                   \
        SAVE();                                            \
        frame->sp -= (drop);                               \
        result = (expression);                             \
        if (result == V_FRAME) {                           \
            vm_then(vm, frame, THEN_DROP, V_NONE, V_NONE); \
            goto entered;                                  \
        }                                                  \
        sp -= (drop);                                      \
        if (result == V_ERROR) goto failed;                \
        NEXT();                                            \
    } while (0)

#define TAILED(expression) (result = (expression), result == V_TAIL ? vm_run_tail(vm) : result)

#define COLLECT_IF_DUE()                                                            \
    do {                                                                            \
        if (UNLIKELY(vm->heap.bytes >= vm->heap.next_collect) && !vm->no_collect) { \
            SAVE();                                                                 \
            if (vm->stop || vm_is_overcharged(vm)) return RUN_MORE;                 \
            heap_collect(vm);                                                       \
            if (vm->heap.cap && vm->heap.live > vm->heap.cap) goto out_of_memory;   \
        }                                                                           \
        if (UNLIKELY(vm->to_finalize.len && !vm->no_collect)) goto finalize;        \
    } while (0)

/* A comparison of two ints or floats without a branch for each operator: bit 0 less, 1 equal,
 * 2 greater; nothing at all holds for a NaN but !=. */
static const uint8_t HOLDS[] = {
    [CMP_LT] = 1, [CMP_LE] = 3, [CMP_EQ] = 2, [CMP_NE] = 13, [CMP_GT] = 4, [CMP_GE] = 6};

static inline uint32_t order_ints(Value a, Value b) {
    int64_t x = (int64_t)(a << 16), y = (int64_t)(b << 16);
    return x < y ? 1u : x == y ? 2u : 4u;
}

static inline uint32_t order_floats(double x, double y) {
    return x < y ? 1u : x == y ? 2u : x > y ? 4u : 8u;
}

static void dispatch_setup(VM *vm, const void *const *labels, const void *watched, const void *torn) {
    vm->dispatches[DISPATCH_PLAIN] = labels;
    for (uint32_t op = 0; op < OP_COUNT; op++) {
        vm->watched[op] = tether_touches[op] == TOUCH_NOTHING ? labels[op] : watched;
        vm->torn[op] = torn;
    }
    vm->dispatches[DISPATCH_WATCHED] = vm->watched;
    vm->dispatches[DISPATCH_TORN] = vm->torn;
    tethers_dispatch(vm);
}

RunStatus interpret(VM *vm) {
    static const void *const labels[OP_COUNT] = {
#define OPCODE(name, effect) [OP_##name] = &&do_##name,
#define FUSED(name) [OP_##name] = &&do_##name,
#include "vm/opcodes.def"
#undef FUSED
#undef OPCODE
    };
    if (UNLIKELY(!vm->dispatch)) dispatch_setup(vm, labels, &&watched, &&torn);
    Frame *frame;
    Code *code;
    Value *sp, result = V_NONE;
    const uint32_t *ip;
    uint32_t word;
    uint64_t left = vm->step_end - vm->steps + 1;
    LOAD();
    if (UNLIKELY(!code)) {
        left--;
        result = V_UNDEF;
        goto give_to_step;
    }
    if (vm->error != V_UNDEF) goto failed;
    NEXT();

do_NOP:
    NEXT();
do_REACH:
    if (vm->host.watch) {
        SAVE();
        vm->host.watch->reached(vm);
    }
    NEXT();
do_POP : {
    Value v = POP();
    if (UNLIKELY(is_kind(v, KIND_GENERATOR))) {
        SAVE();
        if (finalize_dropped(vm, v)) goto finalize;
    }
    NEXT();
}
do_DUP:
    sp[0] = sp[-1];
    sp++;
    NEXT();
do_DUP2:
    sp[0] = sp[-2];
    sp[1] = sp[-1];
    sp += 2;
    NEXT();
do_COPY:
    sp[0] = *(sp - ARG());
    sp++;
    NEXT();
do_SWAP : {
    Value *at = sp - ARG();
    Value v = *at;
    *at = sp[-1];
    sp[-1] = v;
    NEXT();
}
do_ROT3 : {
    Value c = sp[-1];
    sp[-1] = sp[-2];
    sp[-2] = sp[-3];
    sp[-3] = c;
    NEXT();
}
do_ROT4 : {
    Value d = sp[-1];
    sp[-1] = sp[-2];
    sp[-2] = sp[-3];
    sp[-3] = sp[-4];
    sp[-4] = d;
    NEXT();
}

    /* --- names --- */

do_LOAD_CONST:
    PUSH(code->consts[ARG()]);
    NEXT();
do_LOAD_FAST : {
    Value v = frame->slots[ARG()];
    if (UNLIKELY(v == V_UNDEF)) goto unbound_local;
    PUSH(v);
    NEXT();
}
do_STORE_FAST:
    frame->slots[ARG()] = POP();
    NEXT();
do_DELETE_FAST:
    if (frame->slots[ARG()] == V_UNDEF) goto unbound_local;
    result = frame->slots[ARG()];
    frame->slots[ARG()] = V_UNDEF;
    goto dropped;
do_CLEAR_FAST:
    frame->slots[ARG()] = V_UNDEF;
    NEXT();
do_MAKE_CELL:
    frame->slots[ARG()] = cell_new(vm, frame->slots[ARG()]);
    NEXT();
do_LOAD_CLOSURE:
    PUSH(frame->slots[ARG()]);
    NEXT();
do_LOAD_DEREF : {
    Value v = AS(Cell, frame->slots[ARG()])->value;
    if (UNLIKELY(v == V_UNDEF)) goto unbound_local;
    PUSH(v);
    NEXT();
}
do_STORE_DEREF:
    AS(Cell, frame->slots[ARG()])->value = POP();
    NEXT();
do_DELETE_DEREF : {
    Cell *c = AS(Cell, frame->slots[ARG()]);
    if (c->value == V_UNDEF) goto unbound_local;
    result = c->value;
    c->value = V_UNDEF;
    goto dropped;
}
do_LOAD_CLASSDEREF : {
    Value v = frame->names ? dict_get_str(frame->names, code->slot_names[ARG()]) : V_UNDEF;
    if (v == V_UNDEF) v = AS(Cell, frame->slots[ARG()])->value;
    if (UNLIKELY(v == V_UNDEF)) goto unbound_local;
    PUSH(v);
    NEXT();
}
do_LOAD_GLOBAL : {
    Site *s = &code->sites[ARG()];
    Dict *globals = frame->globals;
    if (LIKELY(s->key == globals && s->version == globals->version)) {
        PUSH(s->kind == SITE_ENTRY ? globals->entries[s->index].value : s->value);
        NEXT();
    }
    SAVE();
    Value v = variable_global(vm, frame, s);
    if (UNLIKELY(v == V_ERROR)) goto failed;
    PUSH(v);
    NEXT();
}
do_STORE_GLOBAL : {
    Site *s = &code->sites[ARG()];
    Dict *globals = frame->globals;
    if (LIKELY(s->key == globals && s->version == globals->version && s->kind == SITE_ENTRY)) {
        globals->entries[s->index].value = POP();
        NEXT();
    }
    dict_set_str(vm, globals, s->name, TOP());
    DictEntry *e = dict_entry_str(globals, s->name);
    s->key = globals;
    s->version = globals->version;
    s->kind = SITE_ENTRY;
    s->index = (uint32_t)(e - globals->entries);
    sp--;
    NEXT();
}
do_DELETE_GLOBAL : {
    Str *name = code->sites[ARG()].name;
    result = dict_get_str(frame->globals, name);
    if (dict_remove_str(vm, frame->globals, name)) goto dropped;
    SAVE();
    variable_unknown(vm, name);
    goto failed;
}
do_LOAD_NAME : {
    SAVE();
    Value v = variable_named(vm, frame, &code->sites[ARG()]);
    if (UNLIKELY(v == V_ERROR)) goto failed;
    PUSH(v);
    NEXT();
}
do_STORE_NAME : {
    Dict *d = name_space(frame);
    Str *name = code->sites[ARG()].name;
    if (LIKELY(d->obj.cls == vm->types[T_DICT])) {
        dict_set_str(vm, d, name, POP());
        NEXT();
    }
    /* A namespace of a metaclass's own making (Enum's). */
    EFFECT(1, operate_setitem(vm, from_obj(d), from_obj(name), *frame->sp));
}
do_DELETE_NAME : {
    Str *name = code->sites[ARG()].name;
    if (dict_remove_str(vm, name_space(frame), name)) NEXT();
    SAVE();
    variable_unknown(vm, name);
    goto failed;
}
do_LOAD_ATTR : {
    Site *s = &code->sites[ARG()];
    Value o = TOP();
    if (LIKELY(is_kind(o, KIND_INSTANCE))) {
        Instance *i = AS(Instance, o);
        if (LIKELY(s->key == i->shape && s->key && s->version == i->obj.cls->version)) {
            if (LIKELY(s->kind == SITE_SLOT)) {
                TOP() = i->slots[s->index];
                NEXT();
            }
            if (s->kind == SITE_VALUE) {
                TOP() = s->value;
                NEXT();
            }
        }
    }
    VALUE(1, TAILED(attr_site_get(vm, o, s)));
}
do_STORE_ATTR : {
    Site *s = &code->sites[ARG()];
    Value o = TOP();
    if (LIKELY(is_kind(o, KIND_INSTANCE))) {
        Instance *i = AS(Instance, o);
        if (LIKELY(s->key == i->shape && s->key && s->version == i->obj.cls->version &&
                   s->kind == SITE_SLOT)) {
            i->slots[s->index] = sp[-2];
            sp -= 2;
            NEXT();
        }
    }
    EFFECT(2, TAILED(attr_site_set(vm, o, s, sp[-2])));
}
do_DELETE_ATTR:
    EFFECT(1, TAILED(attr_delete(vm, sp[-1], code->sites[ARG()].name)));
do_LOAD_METHOD : {
    Site *s = &code->sites[ARG()];
    Value o = TOP(), f;
    if (LIKELY(is_obj(o))) {
        const Obj *p = as_obj(o);
        const void *key = p->kind == KIND_INSTANCE ? (const void *)AS(Instance, o)->shape : p->cls;
        if (LIKELY(s->key == key && key && s->version == p->cls->version &&
                   (s->kind == SITE_METHOD || s->kind == SITE_CLASS_METHOD) && !(p->flags & OBJ_HAS_ATTRS))) {
            TOP() = s->value;
            PUSH(o);
            NEXT();
        }
        if (p->kind == KIND_MODULE) {
            const Dict *d = AS(ModuleObj, o)->attrs;
            if (LIKELY(s->key == d && s->version == d->version)) {
                TOP() = V_UNDEF;
                PUSH(d->entries[s->index].value);
                NEXT();
            }
        }
    }
    SAVE();
    if (attr_site_method(vm, o, s, &f, &result)) {
        TOP() = f;
        PUSH(result);
        NEXT();
    }
    TOP() = V_UNDEF;
    frame->sp = sp;
    result = TAILED(attr_site_get(vm, o, s));
    if (result == V_FRAME) goto entered;
    if (result == V_ERROR) goto failed;
    PUSH(result);
    NEXT();
}
do_LOAD_BUILD_CLASS : {
    result = core_twin(vm, TWIN_BUILD_CLASS);
    if (result == V_ERROR) goto failed;
    PUSH(result);
    NEXT();
}
do_LOAD_ASSERTION_ERROR:
    PUSH(from_obj(vm->types[T_ASSERTION_ERROR]));
    NEXT();

    /* --- operators --- */

do_BINARY_OP : {
    Value a = sp[-2], b = sp[-1], r;
    switch ((BinaryOp)ARG()) {
    case BIN_ADD:
        if (both_int(a, b) && int_add(a, b, &r)) goto binary_done;
        if (is_float(a) && is_float(b)) {
            r = from_float(as_float(a) + as_float(b));
            goto binary_done;
        }
        if (is_str(a) && is_str(b) && as_obj(a)->cls->flags & as_obj(b)->cls->flags & CLASS_BUILTIN) {
            r = str_concat(vm, AS(Str, a), AS(Str, b));
            if (UNLIKELY(r == V_ERROR)) goto binary_slow;
            goto binary_done;
        }
        break;
    case BIN_SUB:
        if (both_int(a, b) && int_sub(a, b, &r)) goto binary_done;
        if (is_float(a) && is_float(b)) {
            r = from_float(as_float(a) - as_float(b));
            goto binary_done;
        }
        break;
    case BIN_MUL:
        if (both_int(a, b) && int_mul(a, b, &r)) goto binary_done;
        if (is_float(a) && is_float(b)) {
            r = from_float(as_float(a) * as_float(b));
            goto binary_done;
        }
        break;
    case BIN_DIV:
        if (is_float(a) && is_float(b) && as_float(b) != 0) {
            r = from_float(as_float(a) / as_float(b));
            goto binary_done;
        }
        if (both_int(a, b) && b != from_small(0)) {
            r = from_float((double)as_small(a) / (double)as_small(b));
            goto binary_done;
        }
        break;
    case BIN_MOD:
        if (both_int(a, b) && as_small(b) > 0) {
            int64_t m = as_small(a) % as_small(b);
            r = from_small(m < 0 ? m + as_small(b) : m);
            goto binary_done;
        }
        break;
    case BIN_FLOORDIV:
        if (both_int(a, b) && as_small(b) > 0) {
            int64_t x = as_small(a), y = as_small(b), q = x / y;
            r = from_small(x % y < 0 ? q - 1 : q);
            goto binary_done;
        }
        break;
    case BIN_AND:
        if (both_int(a, b)) {
            r = a & b;
            goto binary_done;
        }
        break;
    case BIN_OR:
        if (both_int(a, b)) {
            r = a | b;
            goto binary_done;
        }
        break;
    case BIN_XOR:
        if (both_int(a, b)) {
            r = (a ^ b) | TAG_INT;
            goto binary_done;
        }
        break;
    case BIN_RSHIFT:
        if (both_int(a, b) && as_small(b) >= 0) {
            r = from_small(as_small(a) >> (as_small(b) > 63 ? 63 : as_small(b)));
            goto binary_done;
        }
        break;
    default: break;
    }
binary_slow:
    VALUE(2, operate_binary(vm, frame, (BinaryOp)ARG(), false, a, b));
binary_done:
    sp--;
    TOP() = r;
    NEXT();
}
do_INPLACE_OP : {
    Value a = sp[-2], b = sp[-1], r;
    if (both_int(a, b)) {
        if (ARG() == BIN_ADD && int_add(a, b, &r)) goto inplace_done;
        if (ARG() == BIN_SUB && int_sub(a, b, &r)) goto inplace_done;
        if (ARG() == BIN_MUL && int_mul(a, b, &r)) goto inplace_done;
    } else if (is_float(a) && is_float(b)) {
        if (ARG() == BIN_ADD) {
            r = from_float(as_float(a) + as_float(b));
            goto inplace_done;
        }
        if (ARG() == BIN_SUB) {
            r = from_float(as_float(a) - as_float(b));
            goto inplace_done;
        }
        if (ARG() == BIN_MUL) {
            r = from_float(as_float(a) * as_float(b));
            goto inplace_done;
        }
    }
    if (ARG() == BIN_ADD && is_str(a) && is_str(b) &&
        as_obj(a)->cls->flags & as_obj(b)->cls->flags & CLASS_BUILTIN) {
        r = str_concat(vm, AS(Str, a), AS(Str, b));
        if (LIKELY(r != V_ERROR)) goto inplace_done;
    }
    VALUE(2, operate_binary(vm, frame, (BinaryOp)ARG(), true, a, b));
inplace_done:
    sp--;
    TOP() = r;
    NEXT();
}
do_UNARY_NEG : {
    Value a = TOP();
    if (is_float(a)) {
        TOP() = from_float(-as_float(a));
        NEXT();
    }
    if (is_int(a) && as_small(a) != INT_SMALL_MIN) {
        TOP() = from_small(-as_small(a));
        NEXT();
    }
    VALUE(1, operate_unary(vm, frame, UN_NEG, a));
}
do_UNARY_POS:
    VALUE(1, operate_unary(vm, frame, UN_POS, *frame->sp));
do_UNARY_INVERT:
    VALUE(1, operate_unary(vm, frame, UN_INVERT, *frame->sp));
do_UNARY_NOT : {
    Value a = TOP();
    if (is_bool(a)) {
        TOP() = a ^ 1;
        NEXT();
    }
    VALUE(1, operate_truth(vm, frame, a, true));
}
do_COMPARE_OP : {
    Value a = sp[-2], b = sp[-1];
    if (both_int(a, b)) {
        sp--;
        TOP() = from_bool(HOLDS[ARG()] & order_ints(a, b));
        NEXT();
    }
    if (is_float(a) && is_float(b)) {
        sp--;
        TOP() = from_bool(HOLDS[ARG()] & order_floats(as_float(a), as_float(b)));
        NEXT();
    }
    VALUE(2, operate_compare(vm, frame, (CompareOp)ARG(), a, b));
}
do_CONTAINS_OP:
    VALUE(2, operate_contains(vm, frame, frame->sp[1], frame->sp[0], ARG()));
do_IS_OP : {
    bool same = sp[-2] == sp[-1];
    sp--;
    TOP() = from_bool(same != (bool)ARG());
    NEXT();
}
do_LOAD_SUBSCR : {
    Value o = sp[-2], i = sp[-1];
    if (LIKELY(is_obj(o))) {
        const Obj *p = as_obj(o);
        if (p->kind == KIND_LIST && is_int(i) && p->cls == vm->types[T_LIST]) {
            const List *l = AS(List, o);
            int64_t at = as_small(i);
            if (at < 0) at += l->len;
            if (LIKELY((uint64_t)at < l->len)) {
                sp--;
                TOP() = l->items[at];
                NEXT();
            }
        } else if (p->kind == KIND_DICT && p->cls == vm->types[T_DICT]) {
            Value v;
            SAVE();
            if (LIKELY(dict_find(vm, AS(Dict, o), i, &v) == YES)) {
                sp--;
                TOP() = v;
                NEXT();
            }
            vm->error = V_UNDEF;
        } else if (p->kind == KIND_TUPLE && is_int(i) && p->cls == vm->types[T_TUPLE]) {
            const Tuple *t = AS(Tuple, o);
            int64_t at = as_small(i);
            if (at < 0) at += t->len;
            if (LIKELY((uint64_t)at < t->len)) {
                sp--;
                TOP() = t->items[at];
                NEXT();
            }
        }
    }
    VALUE(2, operate_getitem(vm, o, i));
}
do_STORE_SUBSCR : {
    Value v = sp[-3], o = sp[-2], i = sp[-1];
    if (LIKELY(is_obj(o))) {
        const Obj *p = as_obj(o);
        if (p->kind == KIND_LIST && is_int(i) && p->cls == vm->types[T_LIST]) {
            List *l = AS(List, o);
            int64_t at = as_small(i);
            if (at < 0) at += l->len;
            if (LIKELY((uint64_t)at < l->len)) {
                l->items[at] = v;
                sp -= 3;
                NEXT();
            }
        } else if (p->kind == KIND_DICT && p->cls == vm->types[T_DICT]) {
            SAVE();
            if (LIKELY(dict_set(vm, AS(Dict, o), i, v) == YES)) {
                sp -= 3;
                NEXT();
            }
            vm->error = V_UNDEF;
        }
    }
    EFFECT(3, operate_setitem(vm, o, i, v));
}
do_DELETE_SUBSCR:
    EFFECT(2, operate_setitem(vm, frame->sp[0], frame->sp[1], V_UNDEF));
do_BUILD_SLICE : {
    Value step = V_NONE;
    if (ARG() == 3) step = POP();
    sp--;
    TOP() = slice_new(vm, sp[-1], sp[0], step);
    NEXT();
}

    /* --- displays --- */

do_BUILD_TUPLE:
    sp -= ARG();
    *sp = ARG() ? tuple_from(vm, sp, ARG()) : from_obj(vm->empty_tuple);
    sp++;
    NEXT();
do_BUILD_LIST:
    sp -= ARG();
    *sp = list_from(vm, sp, ARG());
    sp++;
    NEXT();
do_BUILD_SET : {
    uint32_t n = ARG();
    SAVE();
    Value s = set_new(vm, false);
    for (uint32_t i = 0; i < n; i++) {
        Tri t = set_add(vm, AS(Set, s), *(sp - n + i));
        if (UNLIKELY(t == FAILED)) goto failed;
        if (UNLIKELY(t == NEEDS_PYTHON)) {
            Value args[] = {set_new(vm, false), list_from(vm, sp - n, n)};
            VALUE(n, run_twin(vm, TWIN_SET_EXTEND, 2, args));
        }
    }
    sp -= n;
    PUSH(s);
    NEXT();
}
do_BUILD_MAP : {
    uint32_t n = ARG();
    SAVE();
    Value d = dict_new(vm);
    for (uint32_t i = 0; i < n; i++) {
        Tri t = dict_set(vm, AS(Dict, d), *(sp - 2 * n + 2 * i), *(sp - 2 * n + 2 * i + 1));
        if (UNLIKELY(t == FAILED)) goto failed;
        if (UNLIKELY(t == NEEDS_PYTHON)) {
            Value args[] = {dict_new(vm), list_from(vm, sp - 2 * n, 2 * n)};
            VALUE(2 * n, run_twin(vm, TWIN_DICT_PAIRS, 2, args));
        }
    }
    sp -= 2 * n;
    PUSH(d);
    NEXT();
}
do_LIST_APPEND : {
    Value v = POP();
    list_push(vm, AS(List, *(sp - ARG())), v);
    NEXT();
}
do_SET_ADD : {
    Value s = *(sp - 1 - ARG());
    EFFECT(1, TAILED(set_store(vm, AS(Set, s), *frame->sp)));
}
do_MAP_ADD : {
    Value d = *(sp - 2 - ARG());
    EFFECT(2, TAILED(dict_store(vm, AS(Dict, d), frame->sp[0], frame->sp[1])));
}
do_LIST_EXTEND : {
    Value l = *(sp - 1 - ARG()), v = TOP();
    if (!operate_iterable(vm, v)) {
        SAVE();
        vm_raise(vm, T_TYPE_ERROR, "Value after * must be an iterable, not %s", type_name(vm, v));
        goto failed;
    }
    EFFECT(1, extend_list(vm, AS(List, l), *frame->sp));
}
do_SET_UPDATE : {
    Value s = *(sp - 1 - ARG());
    EFFECT(1, TAILED(set_extend(vm, AS(Set, s), *frame->sp)));
}
do_DICT_UPDATE : {
    Value d = *(sp - 1 - ARG());
    EFFECT(1, from_dict_or_mapping(vm, AS(Dict, d), *frame->sp));
}
do_DICT_MERGE : {
    Value d = *(sp - 1 - ARG());
    Value args[] = {d, TOP(), *(sp - 1 - ARG() - 2)};
    if (operate_merge_names(vm, AS(Dict, d), TOP())) {
        sp--;
        NEXT();
    }
    EFFECT(1, run_twin(vm, TWIN_MERGE_KEYWORDS, 3, args));
}
do_LIST_TO_TUPLE : {
    List *l = AS(List, TOP());
    TOP() = tuple_from(vm, l->items, l->len);
    NEXT();
}
do_UNPACK_SEQUENCE : {
    uint32_t n = ARG();
    Value v = TOP();
    const Value *items = NULL;
    uint32_t len = 0;
    if (is_tuple(v)) items = AS(Tuple, v)->items, len = AS(Tuple, v)->len;
    else if (is_list(v)) items = AS(List, v)->items, len = AS(List, v)->len;
    if (LIKELY(items && len == n && as_obj(v)->cls->flags & CLASS_BUILTIN)) {
        sp--;
        for (uint32_t i = n; i-- > 0;) {
            Value x = items[i];
            PUSH(x);
        }
        NEXT();
    }
    SAVE();
    /* In order into its place, then turned round. When Python is needed, nothing was written, and
     * this same instruction is done again with the tuple that comes back. */
    frame->sp = sp - 1;
    result = operate_unpack(vm, v, n, sp - 1);
    if (result == V_FRAME) goto entered_again;
    if (result == V_ERROR) goto failed;
    if (result != V_NONE) { /* made at once */
        sp[-1] = result;
        ip--;
        NEXT();
    }
    sp--;
    for (uint32_t i = 0; i < n / 2; i++) {
        Value t = sp[i];
        sp[i] = sp[n - 1 - i];
        sp[n - 1 - i] = t;
    }
    sp += n;
    NEXT();
}
do_UNPACK_EX : {
    uint32_t before = ARG() & 0xFFF, after = ARG() >> 12;
    Value v = TOP();
    if (is_tuple(v) && AS(Tuple, v)->len == before + 1 + after && frame->unpacked) {
        frame->unpacked = false;
        sp--;
        for (uint32_t i = before + 1 + after; i-- > 0;) {
            Value x = AS(Tuple, v)->items[i];
            PUSH(x);
        }
        NEXT();
    }
    SAVE();
    if (iter_is_native(vm, v)) {
        Value list = operate_unpack_starred(vm, v, before, after);
        if (list == V_ERROR) goto failed;
        const Value *items = AS(List, list)->items;
        uint32_t rest = AS(List, list)->len - before - after;
        sp--;
        for (uint32_t i = after; i-- > 0;) *sp++ = items[before + rest + i];
        *sp++ = list_from(vm, items + before, rest);
        for (uint32_t i = before; i-- > 0;) *sp++ = items[i];
        NEXT();
    }
    frame->sp = sp - 1;
    frame->unpacked = true;
    Value args[] = {v, from_small(before), from_small(after)};
    result = run_twin(vm, TWIN_UNPACK_EX, 3, args);
    if (result == V_FRAME) goto entered_again;
    frame->unpacked = false;
    goto failed;
}
do_FORMAT_VALUE : {
    bool has_spec = ARG() & 4;
    uint32_t how = ARG() & 3;
    Value spec = has_spec ? TOP() : V_UNDEF, v = has_spec ? sp[-2] : TOP();
    if (is_str(v) && !has_spec && how < 2 && as_obj(v)->cls == vm->types[T_STR]) NEXT();
    VALUE(has_spec ? 2 : 1, operate_format(vm, v, how, spec));
}
do_BUILD_STRING : {
    uint32_t n = ARG();
    Value s = operate_join(vm, sp - n, n);
    if (s == V_ERROR) {
        SAVE();
        goto failed;
    }
    sp -= n;
    PUSH(s);
    NEXT();
}

    /* --- jumps --- */

do_JUMP:
    ip = code->words + ARG();
    NEXT();
do_JUMP_BACK:
    ip = code->words + ARG();
    COLLECT_IF_DUE();
    NEXT();
do_POP_JUMP_IF_FALSE : {
    Value v = TOP();
    if (LIKELY(is_bool(v))) {
        sp--;
        if (v == V_FALSE) ip = code->words + ARG();
        NEXT();
    }
    goto truth_of_top;
}
do_POP_JUMP_IF_TRUE : {
    Value v = TOP();
    if (LIKELY(is_bool(v))) {
        sp--;
        if (v == V_TRUE) ip = code->words + ARG();
        NEXT();
    }
    goto truth_of_top;
}
truth_of_top: /* the truth takes the value's place and the jump is done again */
    SAVE();
    frame->sp--;
    result = operate_truth(vm, frame, *frame->sp, false);
    if (result == V_FRAME) goto entered_again;
    if (result == V_ERROR) goto failed;
    TOP() = result;
    ip--;
    NEXT();
do_POP_JUMP_IF_NONE:
    if (POP() == V_NONE) ip = code->words + ARG();
    NEXT();
do_POP_JUMP_IF_NOT_NONE:
    if (POP() != V_NONE) ip = code->words + ARG();
    NEXT();
do_JUMP_IF_FALSE_OR_POP:
do_JUMP_IF_TRUE_OR_POP : {
    bool wanted = OP_OF(word) == OP_JUMP_IF_TRUE_OR_POP;
    Value v = TOP();
    if (UNLIKELY(frame->decided)) { /* the truth, worked out in Python, lies above the value */
        frame->decided = false;
        sp--;
        v = sp[0];
    } else if (!is_bool(v)) {
        SAVE();
        frame->decided = true;
        result = operate_truth(vm, frame, v, false);
        if (result == V_FRAME) goto entered_again;
        frame->decided = false;
        if (result == V_ERROR) goto failed;
        v = result;
    }
    if ((v == V_TRUE) == wanted) ip = code->words + ARG();
    else sp--;
    NEXT();
}

    /* --- iteration --- */

do_GET_ITER : {
    Value v = TOP();
    VALUE(1, operate_iter(vm, v));
}
do_FOR_ITER : {
    Value it = TOP(), x;
    if (LIKELY(is_kind(it, KIND_ITER))) {
        Iter *i = AS(Iter, it);
        if (LIKELY(i->which == ITER_RANGE)) {
            if (LIKELY(i->position != i->end)) {
                x = from_small(i->position);
                i->position += i->step;
                PUSH(x);
                NEXT();
            }
            x = V_STOP;
        } else if (i->which == ITER_LIST) {
            if (!i->done && (uint64_t)i->position < AS(List, i->source)->len) {
                PUSH(AS(List, i->source)->items[i->position++]);
                NEXT();
            }
            i->done = true;
            x = V_STOP;
        } else if (*ip == WORD(OP_UNPACK_SEQUENCE, 2) && iter_is_paired(i)) {
            Value pair[2];
            SAVE();
            Tri t = iter_step_pair(vm, i, pair);
            if (LIKELY(t == YES)) {
                PUSH(pair[1]);
                PUSH(pair[0]);
                ip++;
                NEXT();
            }
            x = t == NO ? V_STOP : V_ERROR;
        } else {
            SAVE();
            x = iter_step(vm, i);
        }
        if (LIKELY(x != V_STOP && x != V_ERROR)) {
            PUSH(x);
            NEXT();
        }
        if (x == V_ERROR) goto failed;
    } else if (LIKELY(is_kind(it, KIND_GENERATOR))) {
        Generator *g = AS(Generator, it);
        SAVE();
        if (LIKELY((g->state == GEN_SUSPENDED || g->state == GEN_CREATED) && vm->depth < vm->depth_limit)) {
            Frame *f = g->frame;
            if (g->state == GEN_SUSPENDED) *f->sp++ = V_NONE;
            g->state = GEN_RUNNING;
            f->back = frame;
            f->then = THEN_FOR;
            vm->frame = f;
            vm->depth++;
            LOAD();
            COLLECT_IF_DUE();
            NEXT();
        }
        x = vm_resume(vm, g, V_NONE, false, THEN_FOR);
        if (x == V_ERROR) goto failed;
        if (x == V_FRAME) goto entered;
    } else {
        SAVE();
        Value f = class_special(vm, class_of(vm, it), SP_NEXT);
        if (f == V_UNDEF) {
            vm_raise(vm, T_TYPE_ERROR, "'%s' object is not an iterator", type_name(vm, it));
            goto failed;
        }
        Value bound =
            is_kind(f, KIND_FUNCTION) || is_kind(f, KIND_NATIVE) ? f : attr_bind(vm, f, it, class_of(vm, it));
        x = vm_call(vm, bound, bound == f ? 1 : 0, &it, NULL);
        if (x == V_FRAME) {
            vm_then(vm, frame, THEN_NEXT, V_NONE, V_NONE);
            goto entered;
        }
        if (x == V_ERROR) {
            if (!vm_error_is(vm, T_STOP_ITERATION)) goto failed;
            vm->error = V_UNDEF;
        } else if (x != V_STOP) {
            PUSH(x);
            NEXT();
        }
    }
    sp--;
    ip = code->words + ARG();
    NEXT();
}

    /* --- calls --- */

do_CALL : {
    uint32_t n = ARG();
    VALUE(n + 1, vm_call(vm, frame->sp[0], (int)n, frame->sp + 1, NULL));
}
do_CALL_METHOD : {
    uint32_t n = ARG();
    Value *base = sp - n - 2;
    if (LIKELY(*base != V_UNDEF)) VALUE(n + 2, vm_call(vm, frame->sp[0], (int)n + 1, frame->sp + 1, NULL));
    VALUE(n + 2, vm_call(vm, frame->sp[1], (int)n, frame->sp + 2, NULL));
}
do_CALL_KW : {
    uint32_t n = ARG();
    VALUE(n + 2, vm_call(vm, frame->sp[0], (int)n, frame->sp + 1, AS(Tuple, sp[-1])));
}
do_CALL_METHOD_KW : {
    uint32_t n = ARG();
    Value *base = sp - n - 3;
    if (LIKELY(*base != V_UNDEF))
        VALUE(n + 3, vm_call(vm, frame->sp[0], (int)n + 1, frame->sp + 1, AS(Tuple, sp[-1])));
    VALUE(n + 3, vm_call(vm, frame->sp[1], (int)n, frame->sp + 2, AS(Tuple, sp[-1])));
}
do_CALL_EX : {
    uint32_t drop = 2 + (ARG() & 1);
    VALUE(drop, call_spread(vm, frame->sp[0], frame->sp[1], drop == 3 ? frame->sp[2] : V_UNDEF));
}
do_STAR_ARGS : {
    Value v = TOP();
    if (is_tuple(v)) NEXT();
    if (!operate_iterable(vm, v)) VALUE(1, operate_star_error(vm, sp[-2], v));
    Value args[] = {list_new(vm, 0), v};
    VALUE(1, run_twin(vm, TWIN_EXTEND, 2, args));
}
do_MAKE_FUNCTION : {
    Value f = make_function(vm, frame, ARG(), &sp);
    PUSH(f);
    NEXT();
}
do_RETURN_VALUE:
    result = POP();
    SAVE();
    goto returned;

    /* --- generators --- */

do_RETURN_GENERATOR:
    NEXT(); /* done by the call */
do_YIELD_VALUE:
do_ASYNC_YIELD : {
    Generator *g = frame->gen;
    bool is_async = OP_OF(word) == OP_ASYNC_YIELD;
    result = POP();
    SAVE();
    if (UNLIKELY(!g)) { /* a module with await at top level, run without a loop */
        vm_raise(vm, T_RUNTIME_ERROR, "no running event loop");
        goto failed;
    }
    Then then = (Then)frame->then;
    g->state = GEN_SUSPENDED;
    if (UNLIKELY(code->handled_count) && g->obj.cls == vm->types[T_GENERATOR] && generator_has_cleanup(g)) {
        tether_add(vm, &g->obj);
    }
    vm->frame = frame->back;
    vm->depth--;
    frame->back = NULL;
    frame->thrown = false;
    if (LIKELY(!is_async && then != THEN_CLOSE)) {
        while (left > 1 && vm->dispatch == labels && hands_on(vm, vm->frame)) {
            left--;
            suspend_too(vm);
        }
        goto deliver;
    }
    if (is_async && then >= THEN_ASYNC_SEND) async_turn_ended(g, frame->keep, true);
    Outcome out = outcome_generator_yielded(vm, g, then, &result, is_async);
    LOAD();
    switch (out) {
    case OUT_ERROR: goto failed;
    case OUT_SENT: goto sent;
    default: goto deliver;
    }
}
do_GET_YIELD_FROM_ITER : {
    Value v = TOP();
    if (is_kind(v, KIND_GENERATOR) && as_obj(v)->cls != vm->types[T_ASYNC_GENERATOR]) {
        const Obj *g = as_obj(v);
        if (g->cls != vm->types[T_COROUTINE] || code->flags & (CODE_COROUTINE | CODE_AWAITABLE)) NEXT();
        SAVE();
        vm_raise(vm, T_TYPE_ERROR, "cannot 'yield from' a coroutine object in a non-coroutine generator");
        goto failed;
    }
    VALUE(1, operate_iter(vm, v));
}
do_GET_AWAITABLE : {
    Value v = TOP();
    if (LIKELY(is_kind(v, KIND_GENERATOR) && as_obj(v)->cls == vm->types[T_COROUTINE])) {
        Generator *g = AS(Generator, v);
        if (LIKELY(g->state == GEN_CREATED || !generator_delegates(g))) NEXT();
        SAVE();
        vm_raise(vm, T_RUNTIME_ERROR, "coroutine is being awaited already");
        goto failed;
    }
    /* A future is its own iterator, unless the program has said otherwise in a class of its own. */
    if (LIKELY(is_kind(v, KIND_RECORD) && as_obj(v)->cls->await_step &&
               as_obj(v)->cls->flags & CLASS_BUILTIN))
        NEXT();
    VALUE(1, get_awaitable(vm, v, ARG()));
}
do_SEND : {
    Value it = sp[-2], v = sp[-1];
    sp--;
    SAVE();
    if (LIKELY(is_kind(it, KIND_GENERATOR)) && generator_enter(vm, AS(Generator, it), v, THEN_SEND)) {
        frame = vm->frame;
        if (left <= 2 || vm->dispatch != labels || !goes_on_awaiting(vm, frame)) goto entered;
        left -= 2; /* the jump back, and SEND */
        LOAD();
        ip = code->words + ARG_OF(*ip);
        word = *ip++;
        goto do_SEND;
    }
    result = generator_send(vm, frame, it, v);
    if (result == V_FRAME) goto entered;
    if (result == V_STOP) {
        TOP() = vm_returned(vm);
        ip = code->words + ARG();
        NEXT();
    }
    if (result == V_ERROR) {
        if (!vm_error_is(vm, T_STOP_ITERATION)) goto failed;
        result = AS(Exception, vm->error)->extra[0];
        if (result == V_UNDEF) result = V_NONE;
        vm->error = V_UNDEF;
        TOP() = result;
        ip = code->words + ARG();
        NEXT();
    }
    PUSH(result);
    NEXT();
}
do_GET_AITER : {
    Value v = TOP();
    VALUE(1, operate_aiter(vm, frame, v));
}
do_GET_ANEXT : {
    SAVE();
    /* GET_AWAITABLE follows. */
    if (LIKELY(class_of(vm, TOP()) == vm->types[T_ASYNC_GENERATOR])) result = async_step_next(vm, TOP());
    else result = operate_anext(vm, TOP());
    if (result == V_FRAME) goto entered;
    if (result == V_ERROR) goto failed;
    PUSH(result);
    NEXT();
}
do_END_ASYNC_FOR : {
    Value exc = TOP();
    if (class_derives(as_obj(exc)->cls, vm->types[T_STOP_ASYNC_ITERATION])) {
        sp -= 2;
        NEXT();
    }
    sp--;
    error_set(vm, exc);
    SAVE();
    goto unwind;
}

    /* --- exceptions --- */

do_PUSH_EXC_INFO : {
    Value exc = TOP();
    if (UNLIKELY(vm->host.watch) && OP_OF(*ip) == OP_POP) { /* a bare except */
        SAVE();
        was_caught(vm, exc);
    }
    TOP() = frame->handled;
    PUSH(exc);
    frame->handled = exc;
    NEXT();
}
do_POP_EXCEPT:
    if (UNLIKELY(ARG() && vm->host.watch)) { /* forgiven by a with */
        SAVE();
        was_caught(vm, frame->handled);
    }
    frame->handled = POP();
    NEXT();
do_CHECK_EXC_MATCH : {
    SAVE();
    Tri t = matches(vm, sp[-2], sp[-1]);
    if (t == FAILED) goto failed;
    if (UNLIKELY(vm->host.watch) && t == YES) was_caught(vm, sp[-2]);
    TOP() = from_bool(t == YES);
    NEXT();
}
do_CHECK_EG_MATCH : {
    Value args[] = {sp[-2], sp[-1]};
    if (frame->unpacked) { /* the twin's pair is on top */
        frame->unpacked = false;
        Tuple *pair = AS(Tuple, POP());
        PUSH(pair->items[0]);
        PUSH(pair->items[1]);
        if (TOP() != V_NONE) {
            frame->handled = TOP();
            SAVE();
            was_caught(vm, TOP());
        }
        NEXT();
    }
    SAVE();
    frame->sp = sp - 2;
    frame->unpacked = true;
    result = run_twin(vm, TWIN_EG_MATCH, 2, args);
    if (result == V_FRAME) goto entered_again;
    frame->unpacked = false;
    goto failed;
}
do_PREP_RERAISE_STAR : {
    Value args[] = {sp[-2], sp[-1]};
    VALUE(2, run_twin(vm, TWIN_EG_RERAISE, 2, args));
}
do_RAISE : {
    uint32_t n = ARG();
    SAVE();
    if (n == 0) {
        Value exc = error_handled(vm);
        if (exc == V_NONE) {
            vm_raise(vm, T_RUNTIME_ERROR, "No active exception to reraise");
            goto failed;
        }
        error_set(vm, exc);
        goto unwind;
    }
    Value cause = n == 2 ? sp[-1] : V_UNDEF, exc = n == 2 ? sp[-2] : sp[-1];
    if (!is_kind(exc, KIND_EXCEPTION) ||
        (cause != V_UNDEF && cause != V_NONE && !is_kind(cause, KIND_EXCEPTION))) {
        /* A class is called first; this instruction is then done again with the instance. */
        bool about_cause = is_kind(exc, KIND_EXCEPTION);
        result = exception_of(vm, about_cause ? cause : exc, about_cause);
        if (result == V_ERROR) goto failed;
        if (result == V_FRAME) {
            frame->sp = about_cause ? sp - 1 : sp - n;
            if (!about_cause && n == 2) vm_then(vm, frame, THEN_UNDER, cause, V_NONE);
            goto entered_again;
        }
        *(about_cause ? sp - 1 : sp - n) = result;
        ip--;
        NEXT();
    }
    sp -= n;
    SAVE();
    if (cause != V_UNDEF) {
        AS(Exception, exc)->cause = cause;
        AS(Exception, exc)->suppress_context = true;
    }
    vm_raise_object(vm, exc);
    goto failed;
}
do_RERAISE:
    error_set(vm, POP());
    SAVE();
    goto unwind;

    /* --- with --- */

do_BEFORE_WITH:
do_BEFORE_ASYNC_WITH : {
    bool is_async = OP_OF(word) == OP_BEFORE_ASYNC_WITH;
    Value cm = TOP();
    Class *c = class_of(vm, cm);
    Value enter = class_special(vm, c, is_async ? SP_AENTER : SP_ENTER);
    Value leave = class_special(vm, c, is_async ? SP_AEXIT : SP_EXIT);
    SAVE();
    if (enter == V_UNDEF || leave == V_UNDEF) {
        vm_raise(vm, T_TYPE_ERROR, "'%s' object does not support the %scontext manager protocol%s%s%s",
                 type_name(vm, cm), is_async ? "asynchronous " : "", enter == V_UNDEF ? "" : " (missed ",
                 enter == V_UNDEF ? ""
                 : is_async       ? "__aexit__"
                                  : "__exit__",
                 enter == V_UNDEF ? "" : " method)");
        goto failed;
    }
    Value bound = attr_bind(vm, leave, cm, c);
    if (bound == V_ERROR) goto failed;
    TOP() = bound;
    result = is_kind(enter, KIND_FUNCTION) || is_kind(enter, KIND_NATIVE)
                 ? vm_call(vm, enter, 1, &cm, NULL)
                 : vm_call(vm, attr_bind(vm, enter, cm, c), 0, NULL, NULL);
    if (result == V_FRAME) goto entered;
    if (result == V_ERROR) goto failed;
    PUSH(result);
    NEXT();
}
do_WITH_EXCEPT_START : {
    Value exc = sp[-1];
    Value args[] = {from_obj(as_obj(exc)->cls), exc, AS(Exception, exc)->traceback};
    VALUE(0, vm_call(vm, sp[-3], 3, args, NULL));
}

    /* --- import --- */

do_IMPORT_NAME:
    VALUE(0, TAILED(import_module(vm, code->sites[ARG()].name)));
do_IMPORT_TOP:
    VALUE(0, TAILED(import_top(vm, code->sites[ARG()].name)));
do_IMPORT_FROM : {
    Value m = TOP();
    VALUE(0, TAILED(import_from(vm, m, code->sites[ARG()].name)));
}
do_IMPORT_STAR:
    EFFECT(1, TAILED(import_star(vm, frame, TOP())));

    /* --- match --- */

do_GET_LEN:
    VALUE(0, TAILED(obj_len(vm, frame->sp[-1])));
do_MATCH_SEQUENCE:
    sp[0] = from_bool(operate_is_sequence(vm, sp[-1]));
    sp++;
    NEXT();
do_MATCH_MAPPING:
    sp[0] = from_bool(operate_is_mapping(vm, sp[-1]));
    sp++;
    NEXT();
do_MATCH_KEYS:
    VALUE(0, operate_match_keys(vm, frame->sp[-2], frame->sp[-1]));
do_MATCH_CLASS:
    VALUE(3, operate_match_class(vm, frame->sp[0], frame->sp[1], ARG(), AS(Tuple, frame->sp[2])));
do_DICT_WITHOUT_KEYS : {
    Value args[] = {sp[-2], sp[-1]};
    VALUE(2, run_twin(vm, TWIN_WITHOUT_KEYS, 2, args));
}
do_SETUP_ANNOTATIONS : {
    Dict *d = name_space(frame);
    if (dict_get_str(d, vm->names[NAME_annotations]) == V_UNDEF)
        dict_set_str(vm, d, vm->names[NAME_annotations], dict_new(vm));
    NEXT();
}

    /* --- fused: see fuse.c --- */

do_LOAD_FAST_LOAD_FAST : {
    Value a = frame->slots[ARG()], b = frame->slots[ARG_OF(*ip)];
    if (UNLIKELY(a == V_UNDEF)) goto unbound_local;
    PUSH(a);
    if (UNLIKELY(b == V_UNDEF)) NEXT();
    PUSH(b);
    ip++;
    NEXT();
}
do_LOAD_FAST_LOAD_CONST : {
    Value a = frame->slots[ARG()];
    if (UNLIKELY(a == V_UNDEF)) goto unbound_local;
    PUSH(a);
    PUSH(code->consts[ARG_OF(*ip)]);
    ip++;
    NEXT();
}
do_LOAD_FAST_LOAD_ATTR : {
    Value o = frame->slots[ARG()];
    if (UNLIKELY(o == V_UNDEF)) goto unbound_local;
    if (LIKELY(is_kind(o, KIND_INSTANCE))) {
        const Site *s = &code->sites[ARG_OF(*ip)];
        const Instance *i = AS(Instance, o);
        if (LIKELY(s->key == i->shape && s->key && s->version == i->obj.cls->version &&
                   s->kind == SITE_SLOT)) {
            PUSH(i->slots[s->index]);
            ip++;
            NEXT();
        }
    }
    PUSH(o);
    left++; /* what a cache knows depends on when the collector ran: the time must not */
    NEXT();
}
do_STORE_FAST_LOAD_FAST : {
    frame->slots[ARG()] = TOP();
    Value v = frame->slots[ARG_OF(*ip)];
    if (UNLIKELY(v == V_UNDEF)) {
        sp--;
        NEXT();
    }
    TOP() = v;
    ip++;
    NEXT();
}
do_STORE_FAST_STORE_FAST:
    frame->slots[ARG()] = sp[-1];
    frame->slots[ARG_OF(*ip)] = sp[-2];
    sp -= 2;
    ip++;
    NEXT();
do_COMPARE_JUMP_FALSE : {
    Value a = sp[-2], b = sp[-1];
    uint32_t order;
    if (LIKELY(both_int(a, b))) order = order_ints(a, b);
    else if (is_float(a) && is_float(b)) order = order_floats(as_float(a), as_float(b));
    else VALUE(2, operate_compare(vm, frame, (CompareOp)ARG(), a, b));
    sp -= 2;
    if (HOLDS[ARG()] & order) ip++;
    else ip = code->words + ARG_OF(*ip);
    NEXT();
}
do_COMPARE_JUMP_TRUE : {
    Value a = sp[-2], b = sp[-1];
    uint32_t order;
    if (LIKELY(both_int(a, b))) order = order_ints(a, b);
    else if (is_float(a) && is_float(b)) order = order_floats(as_float(a), as_float(b));
    else VALUE(2, operate_compare(vm, frame, (CompareOp)ARG(), a, b));
    sp -= 2;
    if (HOLDS[ARG()] & order) ip = code->words + ARG_OF(*ip);
    else ip++;
    NEXT();
}
do_FOR_ITER_STORE_FAST : {
    Value it = TOP();
    if (LIKELY(is_kind(it, KIND_ITER))) {
        Iter *i = AS(Iter, it);
        if (LIKELY(i->which == ITER_RANGE && i->position != i->end)) {
            frame->slots[ARG_OF(*ip)] = from_small(i->position);
            i->position += i->step;
            ip++;
            NEXT();
        }
        if (LIKELY(i->which == ITER_LIST && !i->done && (uint64_t)i->position < AS(List, i->source)->len)) {
            frame->slots[ARG_OF(*ip)] = AS(List, i->source)->items[i->position++];
            ip++;
            NEXT();
        }
    }
    goto do_FOR_ITER;
}

    /* --- a call has pushed a frame ---------------------------------------------------- */

entered_again: /* when it has returned, the caller's instruction is done again */
    vm_again(vm, frame);
entered:
    LOAD();
    if (UNLIKELY(vm->error != V_UNDEF)) goto failed;
    COLLECT_IF_DUE();
    if (UNLIKELY(!code)) { /* a step that paused */
        STRESS();
        if (UNLIKELY(--left == 0)) goto out_of_budget;
        result = V_UNDEF;
        goto give_to_step;
    }
    NEXT();

    /* --- a frame has returned `result` ------------------------------------------------- */

returned : {
    Frame *ended = frame;
    if (UNLIKELY(frame->gen)) {
        Generator *g = frame->gen;
        Then then = (Then)frame->then;
        vm->frame = frame->back;
        vm->depth--;
        if (then == THEN_SEND) {
            generator_retire(vm, g);
            if (UNLIKELY(vm->tethers.live)) tethers_frame_ended(vm, result);
            LOAD();
            goto sent;
        }
        end_generator(vm, g, then);
        if (then == THEN_DROP && vm->frame->code) goto dropped_result;
        if (UNLIKELY(vm->tethers.live)) tethers_frame_ended(vm, result);
        Outcome out = outcome_generator_returned(vm, then, &result);
        LOAD();
        switch (out) {
        case OUT_ERROR: goto failed;
        case OUT_LOOP_END: goto loop_end;
        case OUT_SENT: goto sent;
        case OUT_VALUE: goto deliver;
        }
    }
    frame_pop(vm); /* its memory is read until the next push */
    if (UNLIKELY(!vm->frame)) return vm->status = RUN_DONE;
    frame = vm->frame;
    if (LIKELY(frame->code)) {
        ip = frame->ip;
        sp = frame->sp;
        code = frame->code;
        if (LIKELY(ended->then == THEN_PUSH)) {
            PUSH(result);
            NEXT();
        }
    }
    if (ended->then == THEN_DROP) goto dropped_result;
    if (ended->redo) frame->ip--;
    if (ended->then == THEN_UNDER) {
        *frame->sp++ = result;
        result = ended->keep[0];
        goto deliver;
    }
    if (ended->then != THEN_PUSH) {
        Frame before; /* what follows may push frames over it */
        note_then(&before, ended);
        result = operate_then(vm, frame, &before, result);
        if (result == V_FRAME) goto entered;
        if (result == V_ERROR) {
            if (before.redo) frame->ip++;
            LOAD();
            if (code) goto failed;
        }
    }
}
deliver: /* `result` is for the running frame, which asked for it */
    frame = vm->frame;
    if (LIKELY(frame->code)) {
        LOAD();
        PUSH(result);
        NEXT();
    }
give_to_step : {
    Frame before; /* the step may end it */
    note_then(&before, frame);
    vm->steps = vm->step_end - left;
    result = vm_step_result(vm, result);
    if (result == V_FRAME) goto entered;
    if (!vm->frame) return vm->status = result == V_ERROR ? RUN_FAILED : RUN_DONE;
    LOAD();
    if (result == V_STOP && before.then == THEN_SEND) {
        result = vm_returned(vm);
        goto sent;
    }
    if (result == V_ERROR) {
        Value v = V_NONE;
        switch (outcome_raised(vm, &before, &v)) {
        case OUT_LOOP_END: goto loop_end;
        case OUT_SENT: result = v; goto sent;
        default: break;
        }
        if (UNLIKELY(before.thrown)) error_thrown_in(vm, frame);
        if (!code) goto give_to_step;
        goto failed;
    }
    if (before.then == THEN_DROP) goto dropped_result;
    if (before.then != THEN_PUSH && !before.gen) {
        result = operate_then(vm, frame, &before, result);
        if (result == V_FRAME) goto entered;
        if (result == V_ERROR && code) goto failed;
    }
    if (before.redo) frame->ip--;
    if (before.then == THEN_UNDER) {
        *frame->sp++ = result;
        result = before.keep[0];
    }
    goto deliver;
}
dropped_result:
    LOAD();
    if (!code) {
        result = V_NONE;
        goto give_to_step;
    }
    NEXT();
loop_end: /* FOR_ITER of the running frame has no more */
    sp--;
    ip = code->words + ARG_OF(ip[-1]);
    NEXT();
sent: /* SEND of the running frame is done: `result` */
    TOP() = result;
    ip = code->words + ARG_OF(ip[-1]);
    NEXT();

    /* --- something was dropped by del: see finalize_now ----------------------------------- */

dropped:
    if (is_kind(result, KIND_GENERATOR) || is_kind(result, KIND_INSTANCE) || is_kind(result, KIND_RECORD)) {
        SAVE();
        if (finalize_dropped(vm, result)) goto finalize;
    }
    NEXT();

finalize : {
    SAVE();
    Value v = vm->to_finalize.items[--vm->to_finalize.len];
    if (is_kind(v, KIND_GENERATOR) && AS(Generator, v)->adopter != V_UNDEF) {
        vm->host.asyncgen_dropped(vm, v);
    } else {
        result = run_twin(vm, TWIN_FINALIZE, 1, &v);
        vm->error = V_UNDEF;
        if (result == V_FRAME) {
            vm_then(vm, frame, THEN_DROP, V_NONE, V_NONE);
            goto entered;
        }
    }
    LOAD();
    if (vm->to_finalize.len) goto finalize;
    if (!code) {
        result = V_UNDEF;
        goto give_to_step;
    }
    NEXT();
}

    /* --- errors ------------------------------------------------------------------------------ */

unbound_local:
    SAVE();
    variable_unbound(vm, frame, ARG());
failed:
    /* vm->error is set, by the instruction before ip of the running frame. */
    frame = vm->frame;
    if (UNLIKELY(!frame->code)) {
        result = V_ERROR;
        goto give_to_step;
    }
    frame->ip = ip;
    vm->steps = vm->step_end - left;
    error_add_traceback(vm, vm->error, frame, (uint32_t)(ip - frame->code->words) - 1);
unwind : {
    const Handled *h = code_handler(frame->code, frame->ip);
    frame->unpacked = frame->decided = false;
    if (UNLIKELY(vm->tethers.seen))
        tethers_unwind(vm, frame, frame_stack(frame) + (h ? h->depth : 0), sp, !h);
    if (h) {
        frame->sp = frame_stack(frame) + h->depth;
        *frame->sp++ = vm->error;
        AS(Exception, vm->error)->kept = AS(Exception, vm->error)->traceback;
        vm->error = V_UNDEF;
        frame->ip = frame->code->words + h->target;
        LOAD();
        NEXT();
    }
    Value v = V_NONE;
    Outcome out;
    Then then = (Then)frame->then;
    bool was_thrown = frame->thrown;
    if (frame->gen) {
        Generator *g = frame->gen;
        vm->frame = frame->back;
        vm->depth--;
        end_generator(vm, g, then);
        if (UNLIKELY(vm->tethers.live)) tethers_frame_ended(vm, V_NONE);
        out = outcome_generator_raised(vm, g, then, &v);
    } else {
        Frame *ended = frame;
        frame_pop(vm);
        out = outcome_raised(vm, ended, &v);
    }
    if (!vm->frame) return vm->status = RUN_FAILED;
    if (UNLIKELY(was_thrown && out == OUT_ERROR)) error_thrown_in(vm, vm->frame);
    result = v;
    LOAD();
    switch (out) {
    case OUT_LOOP_END: goto loop_end;
    case OUT_SENT: goto sent;
    case OUT_VALUE: goto deliver;
    case OUT_ERROR: goto failed;
    }
}

    /* --- the end of a slice ---------------------------------------------------------------------- */

out_of_memory:
    return vm->status = RUN_MEMORY;
out_of_budget:
    SAVE();
    return vm->status = RUN_MORE;

    /* --- something is followed: see tether.h ------------------------------------------------------ */

watched: /* the instruction `word`, which may let go of a link */
    if (tether_is_clear(word, frame->slots, sp)) goto *labels[OP_OF(word)];
    ip--;
    SAVE();
    if (tethers_touched(vm, frame)) tethers_tear(vm);
    ip++;
    goto *labels[OP_OF(word)];
torn: /* before `word` we look for those that the last instruction has ended */
    ip--;
    SAVE();
    if (!vm->no_collect) tethers_check(vm);
    if (vm->to_finalize.len && !vm->no_collect) {
        left++;
        goto finalize;
    }
    word = *ip++;
    if (vm->dispatch == vm->torn) goto watched;
    goto * vm->dispatch[OP_OF(word)];
}
