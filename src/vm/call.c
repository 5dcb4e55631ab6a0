/* Calls: frames, the binding of arguments, functions in C, and the making of instances. Nothing here
 * waits for Python: a Python function gets a frame, and the interpreter runs it. */
#include "vm/call_errors.h"
#include "vm/generator.h"
#include "vm/params.h"

#include <stdlib.h>

enum { CHUNK_SIZE = 64 * 1024, FEW = 16, MOST_ROUNDS = 4096 };

/* memcpy must not be given the NULL of an empty list. */
static inline void copy_values(Value *to, const Value *from, size_t n) {
    for (size_t i = 0; i < n; i++) to[i] = from[i];
}

/* --- frames ------------------------------------------------------------------------------ */

static void add_chunk(VM *vm, size_t size) {
    size_t room = size > CHUNK_SIZE ? size : CHUNK_SIZE;
    StackChunk *c = mem_alloc(sizeof *c + room);
    c->below = vm->stack;
    c->top = (char *)(c + 1);
    c->end = c->top + room;
    vm->stack = c;
}

static Frame *frame_room(VM *vm, size_t slots) {
    size_t size = sizeof(Frame) + slots * sizeof(Value);
    if (UNLIKELY(!vm->stack || (size_t)(vm->stack->end - vm->stack->top) < size)) add_chunk(vm, size);
    Frame *f = (Frame *)(void *)vm->stack->top;
    vm->stack->top += size;
    f->size = (uint32_t)size;
    f->on_heap = f->traced = false;
    f->gen = NULL;
    f->back = vm->frame;
    f->names = NULL;
    f->handled = V_NONE;
    f->then = THEN_PUSH;
    f->redo = f->unpacked = f->decided = f->thrown = false;
    return f;
}

/* Frames on the heap come and go quickly: those of common sizes are kept for the next. */
size_t frame_class(size_t slots) {
    return (sizeof(Frame) + slots * sizeof(Value) + SPARE_STEP - 1) / SPARE_STEP;
}

Frame *frame_new(VM *vm, size_t slots) {
    size_t size = sizeof(Frame) + slots * sizeof(Value), class = frame_class(slots);
    Frame *f;
    if (LIKELY(class < SPARE_CLASSES)) {
        size = class * SPARE_STEP;
        f = vm->spare_frames[class];
        if (LIKELY(f)) vm->spare_frames[class] = f->back;
        else f = heap_array(vm, NULL, 0, size);
    } else {
        f = heap_array(vm, NULL, 0, size);
    }
    memset(f, 0, sizeof *f);
    f->size = (uint32_t)size;
    f->on_heap = true;
    f->handled = V_NONE;
    return f;
}

/* As a new one is, of what a coroutine's frame may have changed. */
void frame_renew(Frame *f) {
    f->back = NULL;
    f->handled = V_NONE;
    memset(&f->then, 0, offsetof(Frame, on_heap) - offsetof(Frame, then));
}

void frame_free(VM *vm, Frame *f) {
    size_t class = f->size / SPARE_STEP;
    if (class >= SPARE_CLASSES) {
        heap_array(vm, f, f->size, 0);
        return;
    }
    f->back = vm->spare_frames[class];
    vm->spare_frames[class] = f;
}

/* After a collection: what is spare now has not been wanted for a while. */
void frames_let_go(VM *vm) {
    for (int i = 0; i < SPARE_CLASSES; i++)
        for (Frame *f; (f = vm->spare_frames[i]);) {
            vm->spare_frames[i] = f->back;
            heap_array(vm, f, f->size, 0);
        }
}

static void fill_frame(Frame *f, Code *code, Function *function) {
    f->code = code;
    f->function = function;
    f->globals = function->globals;
    f->ip = code->words;
    f->sp = f->slots + code->slot_count;
    for (uint32_t i = 0; i < code->slot_count; i++) f->slots[i] = V_UNDEF;
    if (code->free_start < code->slot_count) {
        Tuple *cells = AS(Tuple, function->closure);
        copy_values(f->slots + code->free_start, cells->items, cells->len);
    }
}

static bool deeper(VM *vm) {
    if (LIKELY(vm->depth < vm->depth_limit)) {
        vm->depth++;
        return true;
    }
    /* Room for what handles the error, as CPython leaves it. */
    vm->depth_limit += 50;
    vm_raise(vm, T_RECURSION_ERROR, "maximum recursion depth exceeded");
    vm->depth_limit -= 50;
    return false;
}

Frame *frame_push(VM *vm, Code *code, Function *function) {
    if (!deeper(vm)) return NULL;
    Frame *f = frame_room(vm, code->slot_count + code->max_stack);
    fill_frame(f, code, function);
    vm->frame = f;
    return f;
}

Frame *frame_push_native(VM *vm, NativeStep step, uint32_t slots) {
    if (!deeper(vm)) return NULL;
    Frame *f = frame_room(vm, slots + 2);
    f->code = NULL;
    f->function = NULL;
    f->globals = NULL;
    f->step = step;
    f->stage = 0;
    for (uint32_t i = 0; i < slots; i++) f->slots[i] = V_UNDEF;
    f->sp = f->slots + slots;
    vm->frame = f;
    return f;
}

void stack_free(StackChunk *top) {
    while (top) {
        StackChunk *below = top->below;
        free(top);
        top = below;
    }
}

/* Chunks are kept when they run empty but for one: a loop at the edge of a chunk would
 * otherwise ask the system for memory at each call. */
void frame_pop(VM *vm) {
    Frame *f = vm->frame;
    vm->frame = f->back;
    vm->depth--;
    if (UNLIKELY(f->traced)) frame_traced_ends(vm, f);
    if (f->on_heap) {
        if (!f->gen) free(f); /* see frame_between */
        return;
    }
    StackChunk *c = vm->stack;
    if (UNLIKELY((char *)f < (char *)c || (char *)f >= c->end)) {
        vm->stack = c->below;
        free(c);
        c = vm->stack;
    }
    c->top = (char *)f;
}

/* --- binding ---------------------------------------------------------------------------------- */

static int param_index(const Code *c, Str *name) {
    uint32_t n = (uint32_t)c->positional + c->keyword_only;
    for (uint32_t i = c->positional_only; i < n; i++)
        if (c->slot_names[i] == name) return (int)i;
    for (uint32_t i = c->positional_only; i < n; i++)
        if (str_equal(c->slot_names[i], name)) return (int)i;
    return -1;
}

static bool bind_keyword(VM *vm, Function *f, Value *slots, Dict *extra, Tuple *keywords, uint32_t k,
                         Value v) {
    Code *c = f->code;
    Value name = keywords->items[k];
    if (!is_str(name)) return vm_raise(vm, T_TYPE_ERROR, "keywords must be strings"), false;
    int at = param_index(c, AS(Str, name));
    if (at >= 0) {
        if (slots[at] != V_UNDEF)
            return call_error_keyword(vm, f, "%s() got multiple values for argument '%s'", name), false;
        slots[at] = v;
        return true;
    }
    if (extra) {
        dict_set_str(vm, extra, AS(Str, name), v);
        return true;
    }
    for (uint32_t i = 0; i < c->positional_only; i++)
        if (str_equal(c->slot_names[i], AS(Str, name)))
            return call_error_positional_only(vm, f, keywords), false;
    return call_error_keyword(vm, f, "%s() got an unexpected keyword argument '%s'", name), false;
}

static bool fill_defaults(VM *vm, Function *f, Value *slots, uint32_t given) {
    Code *c = f->code;
    uint32_t defaults = function_defaults(f), first = c->positional - defaults, lost = 0;
    VEC(Value) names = {0};
    for (uint32_t i = given; i < first; i++)
        if (slots[i] == V_UNDEF) {
            lost++;
            vec_push(&names, from_obj(c->slot_names[i]));
        }
    if (lost) {
        call_error_missing(vm, f, names.items, lost, "positional");
        vec_deinit(&names);
        return false;
    }
    for (uint32_t i = given > first ? given : first; i < c->positional; i++)
        if (slots[i] == V_UNDEF) slots[i] = AS(Tuple, f->defaults)->items[i - first];
    for (uint32_t i = 0; i < c->keyword_only; i++) {
        Value *slot = &slots[c->positional + i];
        if (*slot != V_UNDEF) continue;
        if (f->keyword_defaults != V_NONE)
            *slot = dict_get_str(AS(Dict, f->keyword_defaults), c->slot_names[c->positional + i]);
        if (*slot == V_UNDEF) vec_push(&names, from_obj(c->slot_names[c->positional + i]));
    }
    if (names.len) {
        call_error_missing(vm, f, names.items, names.len, "keyword-only");
        vec_deinit(&names);
        return false;
    }
    vec_deinit(&names);
    return true;
}

/* Puts the arguments of a call where the function finds them. */
static bool bind(VM *vm, Function *f, Value *slots, const Value *args, uint32_t n, Tuple *keywords) {
    Code *c = f->code;
    uint32_t named = keywords ? keywords->len : 0, given = n - named;
    uint32_t direct = given < c->positional ? given : c->positional;
    copy_values(slots, args, direct);
    uint32_t rest = (uint32_t)c->positional + c->keyword_only;
    if (c->flags & CODE_VARARGS) slots[rest++] = tuple_from(vm, args + direct, given - direct);
    Dict *extra = NULL;
    if (c->flags & CODE_VARKEYWORDS) {
        slots[rest] = dict_new(vm);
        extra = AS(Dict, slots[rest]);
    }
    for (uint32_t k = 0; k < named; k++)
        if (!bind_keyword(vm, f, slots, extra, keywords, k, args[given + k])) return false;
    if (given > c->positional && !(c->flags & CODE_VARARGS))
        return call_error_too_many(vm, f, given, slots), false;
    return fill_defaults(vm, f, slots, direct);
}

static bool is_simple(const Code *c, uint32_t n, const Tuple *keywords) {
    return c->positional == n && !keywords && c->keyword_only == 0 &&
           !(c->flags & (CODE_VARARGS | CODE_VARKEYWORDS));
}

/* Whether the caller's stack alone will hold the coroutine, under `await`: the arguments lie there yet. */
static bool is_for_await(const Frame *caller, const Value *args) {
    return caller && caller->code && args > caller->sp && args <= caller->sp + 2 &&
           OP_OF(*caller->ip) == OP_GET_AWAITABLE;
}

/* A generator's frame begins on the heap. */
static Generator *generator_for(VM *vm, Function *f) {
    Generator *g = generator_again(&f->code->spare);
    if (g) {
        fill_frame(g->frame, f->code, f);
        generator_named(vm, g);
        return g;
    }
    Frame *frame = frame_new(vm, f->code->slot_count + f->code->max_stack);
    fill_frame(frame, f->code, f);
    return generator_new(vm, frame);
}

static Value make_generator(VM *vm, Function *f, const Value *args, uint32_t n, Tuple *keywords) {
    Code *c = f->code;
    Generator *g = generator_for(vm, f);
    Frame *frame = g->frame;
    g->awaited_only = is_for_await(vm->frame, args) && g->obj.cls == vm->types[T_COROUTINE];
    if (is_simple(c, n, keywords)) copy_values(frame->slots, args, n);
    else if (!bind(vm, f, frame->slots, args, n, keywords)) {
        g->state = GEN_CLOSED;
        g->frame = NULL;
        frame_free(vm, frame);
        return V_ERROR;
    }
    frame->ip++; /* RETURN_GENERATOR has been done */
    if (UNLIKELY(vm->host.watch) && !g->awaited_only) generator_told(vm, g);
    return from_obj(g);
}

static Value call_function(VM *vm, Function *f, int n, const Value *args, Tuple *keywords) {
    Code *c = f->code;
    if (UNLIKELY(c->flags & (CODE_GENERATOR | CODE_COROUTINE)))
        return make_generator(vm, f, args, (uint32_t)n, keywords);
    Frame *frame = frame_push(vm, c, f);
    if (UNLIKELY(!frame)) return V_ERROR;
    if (LIKELY(is_simple(c, (uint32_t)n, keywords))) {
        copy_values(frame->slots, args, (size_t)n);
    } else if (!bind(vm, f, frame->slots, args, (uint32_t)n, keywords)) {
        frame_pop(vm);
        return V_ERROR;
    }
    return V_FRAME;
}

/* --- functions in C ------------------------------------------------------------------------------ */

static bool is_method(const Native *n) {
    return n->owner && n->owner->construct != n->def && !(n->def->flags & NF_STATIC);
}

/* A method of list called with something else: list.append((), 1). */
static Value refuse_self(VM *vm, const Native *f, Value self) {
    if (!is_method(f) || f->def->flags & NF_CLASS) return V_NONE;
    Class *c = class_of(vm, self);
    if (c == f->owner || class_derives(c, f->owner)) return V_NONE;
    return vm_raise(vm, T_TYPE_ERROR,
                    f->def->flags & NF_SLOT
                        ? "descriptor '%s' requires a '%s' object but received a '%s'"
                        : "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                    f->def->name, class_name(f->owner), class_name(c));
}

static inline Value check_self(VM *vm, const Native *f, Value self) {
    if (f->self != V_UNDEF || !f->owner) return V_NONE;
    if (LIKELY(is_obj(self) && as_obj(self)->cls == f->owner)) return V_NONE;
    return refuse_self(vm, f, self);
}

static Value run_walker(VM *vm, Native *f, Value *a, int n) {
    uint16_t flags = f->def->flags;
    for (int i = 0; i < n; i++) {
        bool walked = flags & NF_LIST_ALL || (i < 3 && flags & (NF_LIST0 << i));
        if (!walked || a[i] == V_UNDEF || iter_is_native(vm, a[i])) continue;
        Native *plain = f->self == V_UNDEF ? f : AS(Native, native_new(vm, f->def, V_UNDEF, f->owner));
        /* Arguments that were not given stay away from Python. */
        while (n > 0 && a[n - 1] == V_UNDEF) n--;
        for (int j = 0; j < n; j++)
            if (a[j] == V_UNDEF)
                return vm_twin(vm, TWIN_LISTED_SOME, 3, from_obj(plain), from_small(i),
                               tuple_from(vm, a, (uint32_t)n));
        return vm_twin(vm, TWIN_LISTED, 3, from_obj(plain), from_small(i), tuple_from(vm, a, (uint32_t)n));
    }
    return f->def->fn(vm, a, n);
}

static inline Value run_native(VM *vm, Native *f, Value *a, int n) {
    const uint16_t walks = NF_LIST0 | NF_LIST1 | NF_LIST2 | NF_LIST_ALL;
    if (UNLIKELY(f->def->flags & walks)) return run_walker(vm, f, a, n);
    return f->def->fn(vm, a, n);
}

/* The common case: nothing named, the right number. */
static Value call_native_plain(VM *vm, Native *f, int n, const Value *args) {
    const NativeDef *d = f->def;
    Value a[FEW];
    int self = f->self != V_UNDEF;
    int total = n + self;
    if (UNLIKELY(total < d->min)) return native_error_too_few(vm, f, total);
    if (UNLIKELY(d->max >= 0 && total > d->max)) return native_error_count(vm, f, total);
    if (UNLIKELY(d->flags & NF_PYTHON && total > d->min && d->max >= 0 && total > params_positional(d)))
        return native_error_count(vm, f, total);
    int room = d->max > total ? d->max : total;
    bool keywords = d->flags & NF_KEYWORDS;
    Value *to = room + keywords <= FEW ? a : mem_alloc((size_t)(room + 1) * sizeof(Value));
    if (self) to[0] = f->self;
    copy_values(to + self, args, (size_t)n);
    for (int i = total; i < d->max; i++) to[i] = V_UNDEF;
    if (keywords) to[room] = V_UNDEF;
    Value v = check_self(vm, f, total > 0 ? to[0] : V_NONE);
    if (LIKELY(v != V_ERROR)) v = run_native(vm, f, to, total);
    if (UNLIKELY(to != a)) mem_free(to);
    return v;
}

static bool put_keyword(VM *vm, Native *f, Value *a, int base, Value name, Value v, Dict *extra, int *total) {
    const NativeDef *d = f->def;
    int at = is_str(name) ? params_find(d, AS(Str, name), base) : -1;
    if (at >= 0 && (d->max < 0 || at < d->max)) {
        if (a[at] != V_UNDEF) return native_error_twice(vm, f, AS(Str, name), at + 1 - base), false;
        a[at] = v;
        if (at >= *total) *total = at + 1;
        return true;
    }
    if (!extra) return native_error_keyword(vm, f, AS(Str, name)), false;
    dict_set_str(vm, extra, AS(Str, name), v);
    return true;
}

static Value call_native_named(VM *vm, Native *f, int n, const Value *args, Tuple *keywords) {
    const NativeDef *d = f->def;
    int self = f->self != V_UNDEF, given = n - (int)keywords->len, total = given + self;
    bool python = d->flags & NF_PYTHON; /* looks at the names first */
    if (!python && d->max >= 0 && total > d->max) return native_error_count(vm, f, total);
    int room = (d->max > n + self ? d->max : n + self) + 1;
    Value few[FEW], *a = room < FEW ? few : mem_alloc((size_t)(room + 1) * sizeof(Value));
    for (int i = 0; i <= room; i++) a[i] = V_UNDEF;
    if (self) a[0] = f->self;
    copy_values(a + self, args, (size_t)given);
    Value extra = d->flags & NF_KEYWORDS ? dict_new(vm) : V_UNDEF, v = V_NONE;
    for (uint32_t k = 0; k < keywords->len && v != V_ERROR; k++)
        if (!put_keyword(vm, f, a, native_takes_self(f), keywords->items[k], args[given + (int)k],
                         extra == V_UNDEF ? NULL : AS(Dict, extra), &total))
            v = V_ERROR;
    if (v != V_ERROR && python && d->max >= 0 && given + self > d->min && given + self > params_positional(d))
        v = native_error_count(vm, f, given + self);
    if (v != V_ERROR && total < d->min) v = native_error_missing(vm, f, a, native_takes_self(f));
    if (v != V_ERROR && total < d->min) v = native_error_count(vm, f, total);
    for (int i = 0; i < d->min && v != V_ERROR; i++)
        if (a[i] == V_UNDEF) v = native_error_missing(vm, f, a, native_takes_self(f));
    if (d->flags & NF_KEYWORDS) a[d->max >= 0 ? d->max : total] = extra;
    if (v != V_ERROR) v = check_self(vm, f, total > 0 ? a[0] : V_NONE);
    if (v != V_ERROR) v = run_native(vm, f, a, total);
    if (a != few) mem_free(a);
    return v;
}

static Value call_native(VM *vm, Native *f, int n, const Value *args, Tuple *keywords) {
    Value v = keywords && keywords->len ? call_native_named(vm, f, n, args, keywords)
                                        : call_native_plain(vm, f, n, args);
    return UNLIKELY(v == V_TAIL) ? vm_run_tail(vm) : v;
}

/* --- making instances ------------------------------------------------------------------------------ */

static Value abstract_error(VM *vm, Class *c) {
    Value names = class_lookup(vm, c, vm->names[NAME_abstractmethods]);
    return vm_twin(vm, TWIN_ABSTRACT, 2, from_obj(c), names);
}

/* object.__new__: refuses arguments that nobody would take. */
static Value plain_instance(VM *vm, Class *c, int n, bool has_init) {
    if (UNLIKELY(c->flags & CLASS_ABSTRACT)) return abstract_error(vm, c);
    if (n > 0 && !has_init) return vm_raise(vm, T_TYPE_ERROR, "%s() takes no arguments", class_name(c));
    return from_obj(instance_new(vm, c));
}

static Value with_first(VM *vm, Value first, int n, const Value *args, Tuple *keywords, Value callable) {
    Value few[FEW];
    Value *a = n < FEW ? few : mem_alloc(((size_t)n + 1) * sizeof(Value));
    a[0] = first;
    copy_values(a + 1, args, (size_t)n);
    Value v = vm_call(vm, callable, n + 1, a, keywords);
    if (a != few) mem_free(a);
    return v;
}

static Value construct_native(VM *vm, Class *c) {
    if (UNLIKELY(c->maker == V_UNDEF || AS(Native, c->maker)->def != c->construct))
        c->maker = native_new(vm, c->construct, V_UNDEF, c);
    return c->maker;
}

static Value run_construct(VM *vm, Class *c, int n, const Value *args, Tuple *keywords) {
    if (c->flags & CLASS_ABSTRACT) return abstract_error(vm, c) == V_TAIL ? vm_run_tail(vm) : V_ERROR;
    if (!c->construct) return vm_raise(vm, T_TYPE_ERROR, "cannot create '%s' instances", class_name(c));
    return with_first(vm, from_obj(c), n, args, keywords, construct_native(vm, c));
}

/* `__init__` of the program on a new object: the call's result is the object. */
static Value start_init(VM *vm, Value object, Value init, int n, const Value *args, Tuple *keywords) {
    Frame *caller = vm->frame;
    Value v = with_first(vm, object, n, args, keywords, init);
    if (LIKELY(v == V_FRAME)) {
        vm_then(vm, caller, THEN_INIT, object, V_NONE);
        return V_FRAME;
    }
    return v == V_ERROR ? v : object;
}

/* __new__ of the program: what it returns is initialised if it is of the class. Slots: class,
 * positional arguments and names, as they were. */
static Value after_new(VM *vm, Frame *f, Value result) {
    if (result == V_ERROR) return V_ERROR;
    if (f->stage == 1) {
        if (result == V_NONE) return f->slots[3];
        return vm_raise(vm, T_TYPE_ERROR, "__init__() should return None, not '%s'", type_name(vm, result));
    }
    Class *c = AS(Class, f->slots[0]);
    if (!class_derives(class_of(vm, result), c)) return result;
    Value init = class_special(vm, class_of(vm, result), SP_INIT);
    if (init == V_UNDEF || is_kind(init, KIND_NATIVE)) return result;
    f->stage = 1;
    f->slots[3] = result;
    Tuple *args = AS(Tuple, f->slots[1]);
    Value bound = attr_bind(vm, init, result, class_of(vm, result));
    if (bound == V_TAIL || bound == V_ERROR) return bound;
    return vm_tail_keywords(vm, bound, (int)args->len, args->items,
                            f->slots[2] == V_NONE ? NULL : AS(Tuple, f->slots[2]));
}

static Value call_new(VM *vm, Class *c, Value function, int n, const Value *args, Tuple *keywords) {
    Frame *f = frame_push_native(vm, after_new, 4);
    if (!f) return V_ERROR;
    f->slots[0] = from_obj(c);
    f->slots[1] = tuple_from(vm, args, (uint32_t)n);
    f->slots[2] = keywords ? from_obj(keywords) : V_NONE;
    f->slots[3] = V_NONE;
    if (is_kind(function, KIND_WRAPPED)) function = AS(Wrapped, function)->function;
    Value v = with_first(vm, from_obj(c), n, args, keywords, function);
    return v == V_FRAME ? v : vm_step_result(vm, v);
}

/* Lists, dicts and sets are filled by their __init__, which the program's own will call;
 * other built-in layouts need their value at once. */
static bool filled_by_init(VM *vm, Class *c) {
    if (c->kind == KIND_EXCEPTION) return false;
    for (uint32_t i = 0; i < c->mro->len; i++) {
        Class *base = AS(Class, c->mro->items[i]);
        if (base == vm->types[T_OBJECT]) return false;
        if (is_kind(dict_get_str(base->attrs, vm->special_names[SP_INIT]), KIND_NATIVE)) return true;
    }
    return false;
}

/* f(*args, **keywords) of CALL_EX: the dict is spread behind the arguments. */
Value call_spread(VM *vm, Value callable, Value args, Value keywords) {
    const Value *items = is_list(args) ? AS(List, args)->items : AS(Tuple, args)->items;
    uint32_t n = is_list(args) ? AS(List, args)->len : AS(Tuple, args)->len;
    Dict *d = keywords == V_UNDEF ? NULL : AS(Dict, keywords);
    if (!d || d->used == 0) return vm_call(vm, callable, (int)n, items, NULL);
    Tuple *names = AS(Tuple, tuple_new(vm, d->used));
    Value *all = mem_alloc(((size_t)n + d->used) * sizeof(Value));
    copy_values(all, items, n);
    uint32_t i = 0, k = 0;
    for (DictEntry *e; (e = dict_next(d, &i)); k++) {
        names->items[k] = e->key;
        all[n + k] = e->value;
    }
    Value v = vm_call(vm, callable, (int)(n + d->used), all, names);
    mem_free(all);
    return v;
}

Value vm_construct(VM *vm, Class *c, int n, const Value *args, Tuple *keywords) {
    Value make = class_special(vm, c, SP_NEW);
    if (UNLIKELY(make != V_UNDEF && !is_kind(make, KIND_NATIVE)))
        return call_new(vm, c, make, n, args, keywords);
    Value init = class_special(vm, c, SP_INIT);
    bool own_init = init != V_UNDEF && !is_kind(init, KIND_NATIVE);
    if (LIKELY(c->kind == KIND_INSTANCE && !c->construct)) {
        Value object = plain_instance(vm, c, n, own_init);
        if (UNLIKELY(!is_obj(object))) return object == V_TAIL ? vm_run_tail(vm) : object;
        return own_init ? start_init(vm, object, init, n, args, keywords) : object;
    }
    bool bare = own_init && filled_by_init(vm, c);
    if (own_init && !bare && keywords && c->construct && !c->construct->params &&
        !(c->construct->flags & NF_KEYWORDS)) {
        /* float and its like take no keywords: those are for the subclass's own __init__. */
        Value object = run_construct(vm, c, n - (int)keywords->len, args, NULL);
        return object == V_ERROR ? object : start_init(vm, object, init, n, args, keywords);
    }
    Value object = run_construct(vm, c, bare ? 0 : n, args, bare ? NULL : keywords);
    if (!own_init || object == V_ERROR) return object;
    if (object == V_FRAME)
        return vm_raise(vm, T_SYSTEM_ERROR, "a value for %s() that only Python can make", class_name(c));
    return start_init(vm, object, init, n, args, keywords);
}

/* --- any call ------------------------------------------------------------------------------------------ */

static Value call_class(VM *vm, Class *c, int n, const Value *args, Tuple *keywords) {
    Class *meta = c->obj.cls;
    if (UNLIKELY(meta != vm->types[T_TYPE])) {
        Value call = class_special(vm, meta, SP_CALL);
        if (!is_kind(call, KIND_NATIVE)) return with_first(vm, from_obj(c), n, args, keywords, call);
    }
    if (UNLIKELY(c == vm->types[T_TYPE] && n == 1 && !keywords)) return from_obj(class_of(vm, args[0]));
    return vm_construct(vm, c, n, args, keywords);
}

static Value call_object(VM *vm, Value callable, int n, const Value *args, Tuple *keywords) {
    Value f = class_special(vm, class_of(vm, callable), SP_CALL);
    if (f == V_UNDEF)
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not callable", type_name(vm, callable));
    if (is_kind(f, KIND_FUNCTION) || is_kind(f, KIND_NATIVE))
        return with_first(vm, callable, n, args, keywords, f);
    Value bound = attr_bind(vm, f, callable, class_of(vm, callable));
    if (bound == V_ERROR) return bound;
    if (bound == V_TAIL || !vm_enter_c(vm, "while calling a Python object"))
        return vm_raise(vm, T_RECURSION_ERROR,
                        "maximum recursion depth exceeded while calling a Python object");
    Value v = vm_call(vm, bound, n, args, keywords);
    vm_leave_c(vm);
    return v;
}

Value vm_call(VM *vm, Value callable, int n, const Value *args, Tuple *keywords) {
    if (LIKELY(is_obj(callable))) switch ((Kind)as_obj(callable)->kind) {
        case KIND_FUNCTION: return call_function(vm, AS(Function, callable), n, args, keywords);
        case KIND_NATIVE: return call_native(vm, AS(Native, callable), n, args, keywords);
        case KIND_METHOD: {
            Method *m = AS(Method, callable);
            return with_first(vm, m->self, n, args, keywords, m->function);
        }
        case KIND_CLASS: return call_class(vm, AS(Class, callable), n, args, keywords);
        default: break;
        }
    return call_object(vm, callable, n, args, keywords);
}

/* --- asking for a call from C ------------------------------------------------------------------------------ */

static void tail_args(VM *vm, int n, const Value *args) {
    Tail *t = &vm->tail;
    t->args.len = 0;
    vec_reserve(&t->args, (uint32_t)n + 1);
    if (n > 0) memmove(t->args.items, args, (size_t)n * sizeof(Value));
    t->args.len = (uint32_t)n;
    t->keywords = NULL;
}

Value vm_tail(VM *vm, Value callable, int n, const Value *args) {
    tail_args(vm, n, args);
    vm->tail.kind = TAIL_CALL;
    vm->tail.callable = callable;
    return V_TAIL;
}

Value vm_tail_keywords(VM *vm, Value callable, int n, const Value *args, Tuple *keywords) {
    vm_tail(vm, callable, n, args);
    vm->tail.keywords = keywords && keywords->len ? keywords : NULL;
    return V_TAIL;
}

Value vm_tail_step(VM *vm, NativeStep step, int n, const Value *slots) {
    tail_args(vm, n, slots);
    vm->tail.kind = TAIL_STEP;
    vm->tail.step = step;
    return V_TAIL;
}

Value vm_tail_resume(VM *vm, Generator *gen, Value sent, bool is_throw, Then then) {
    vm->tail.kind = TAIL_RESUME;
    vm->tail.gen = gen;
    vm->tail.sent = sent;
    vm->tail.is_throw = is_throw;
    vm->tail.then = then;
    return V_TAIL;
}

Value vm_twin_args(VM *vm, Twin twin, int n, const Value *args) {
    Value f = core_twin(vm, twin);
    return f == V_ERROR ? f : vm_tail(vm, f, n, args);
}

Value vm_twin(VM *vm, Twin twin, int n, ...) {
    Value args[8];
    va_list list;
    va_start(list, n);
    for (int i = 0; i < n; i++) args[i] = va_arg(list, Value);
    va_end(list);
    return vm_twin_args(vm, twin, n, args);
}

/* A frame in C that was asked for gets its slots and takes its first step. */
static Value start_step(VM *vm, const Tail *t) {
    Frame *f = frame_push_native(vm, t->step, t->args.len);
    if (!f) return V_ERROR;
    copy_values(f->slots, t->args.items, t->args.len);
    return vm_step_result(vm, V_UNDEF);
}

Value vm_run_tail(VM *vm) {
    Tail *t = &vm->tail;
    switch (t->kind) {
    case TAIL_RESUME: return vm_resume(vm, t->gen, t->sent, t->is_throw, t->then);
    case TAIL_STEP: return start_step(vm, t);
    case TAIL_CALL: break;
    }
    int n = (int)t->args.len;
    Value few[FEW] = {0};
    Value *a = n <= FEW ? few : mem_alloc((size_t)n * sizeof(Value));
    copy_values(a, t->args.items, (size_t)n);
    Value v = vm_call(vm, t->callable, n, a, t->keywords);
    if (a != few) mem_free(a);
    return v;
}

/* Gives a result to the frame in C on top. A value or an error is that frame's own, and it is
 * gone then; V_FRAME: Python runs first. A frame that asks for one thing in C after the other,
 * maybe for ever, must let the interpreter have its turn. */
Value vm_step_result(VM *vm, Value v) {
    Frame *f = vm->frame;
    for (uint32_t rounds = 1;; rounds++) {
        Value r = f->step(vm, f, v);
        if (r == V_FRAME) return r;
        if (r != V_TAIL) {
            if (UNLIKELY(r == V_ERROR && vm->tethers.seen)) tethers_step_failed(vm, f);
            if (f->gen) return generator_stepped(vm, f, r);
            frame_pop(vm);
            return r;
        }
        v = vm_run_tail(vm);
        if (rounds % MOST_ROUNDS == 0 && v != V_FRAME && v != V_ERROR) {
            vm_charge(vm, MOST_ROUNDS);
            v = vm_twin(vm, TWIN_PAUSE, 1, v) == V_TAIL ? vm_run_tail(vm) : V_ERROR;
        }
        if (v == V_FRAME) return v;
    }
}

Value vm_pause(VM *vm) {
    (void)vm;
    return V_FRAME;
}

static Value pass_on(VM *vm, Frame *f, Value result) {
    (void)vm;
    (void)f;
    return result;
}

/* A generator that was resumed, or an __init__, has a `then` of its own: the wish goes to a
 * frame between. */
static Frame *frame_between(VM *vm, Frame *below, Frame *caller) {
    Frame *f = mem_zalloc(sizeof *f + 2 * sizeof(Value));
    f->step = pass_on;
    f->sp = f->slots;
    f->handled = V_NONE;
    f->on_heap = true;
    f->back = caller;
    below->back = f;
    vm->depth++;
    return f;
}

/* The frame whose result is that of the call which `caller` has just begun. */
static Frame *first_above(VM *vm, Frame *caller) {
    Frame *f = vm->frame;
    while (f->back != caller) f = f->back;
    return f->gen || f->then != THEN_PUSH ? frame_between(vm, f, caller) : f;
}

void vm_again(VM *vm, Frame *caller) {
    Frame *f = first_above(vm, caller);
    f->redo = true;
    if (f->then != THEN_PUSH) return;
    f->then = THEN_REDO;
    f->keep[0] = f->keep[1] = V_NONE;
}

void vm_then(VM *vm, Frame *caller, Then then, Value keep0, Value keep1) {
    Frame *f = first_above(vm, caller);
    f->then = (uint8_t)then;
    f->keep[0] = keep0;
    f->keep[1] = keep1;
}
