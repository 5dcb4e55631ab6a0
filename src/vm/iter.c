/* Iteration: the iterators that C drives alone, iter(v) for everything, and the elements of
 * an iterable in one go. */
#include "vm/containers.h"
#include "vm/num.h"
#include "vm/vm_internal.h"

Iter *iter_make(VM *vm, TypeId type, IterKind which, Value source) {
    Iter *it = heap_new(vm, vm->types[type], KIND_ITER, sizeof *it);
    it->which = which;
    it->source = source;
    it->inner = V_UNDEF;
    return it;
}

/* --- which iterables ------------------------------------------------------------------------ */

/* Whether an object of this kind can be walked if nothing overrides its __iter__. */
static const bool WALKED[KIND_COUNT] = {
    [KIND_LIST] = true, [KIND_TUPLE] = true, [KIND_STR] = true,   [KIND_BYTES] = true,
    [KIND_DICT] = true, [KIND_SET] = true,   [KIND_RANGE] = true, [KIND_DICT_VIEW] = true,
};

bool iter_is_native(VM *vm, Value v) {
    if (!is_obj(v)) return false;
    Obj *o = as_obj(v);
    if (WALKED[o->kind]) return o->cls->flags & CLASS_BUILTIN || !special_is_python(vm, o->cls, SP_ITER);
    if (o->kind == KIND_ITER) return true;
    if (o->cls == vm->types[T_MAPPING_PROXY])
        return class_of(vm, ((Record *)o)->slots[0]) == vm->types[T_DICT];
    /* What a module in C made has an __iter__ in C, which gives an Iter; unless it is an
     * iterator itself, whose steps may need Python. */
    return o->kind == KIND_RECORD && is_kind(class_special(vm, o->cls, SP_ITER), KIND_NATIVE) &&
           class_special(vm, o->cls, SP_NEXT) == V_UNDEF;
}

static Iter *dict_iter(VM *vm, Dict *d, TypeId type, IterKind which) {
    Iter *it = iter_make(vm, type, which, from_obj(d));
    it->expected = d->used;
    it->end = d->used;
    return it;
}

static Iter *view_iter(VM *vm, DictView *view) {
    switch (view->which) {
    case VIEW_KEYS: return dict_iter(vm, view->dict, T_DICT_KEYITERATOR, ITER_KEYS);
    case VIEW_VALUES: return dict_iter(vm, view->dict, T_DICT_VALUEITERATOR, ITER_VALUES);
    default: return dict_iter(vm, view->dict, T_DICT_ITEMITERATOR, ITER_ITEMS);
    }
}

static Value record_iter(VM *vm, Value v) {
    Value out;
    if (special_call(vm, v, SP_ITER, 0, NULL, &out) == YES) return out;
    return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", type_name(vm, v));
}

Value iter_of(VM *vm, Value v) {
    Iter *it;
    switch ((Kind)as_obj(v)->kind) {
    case KIND_LIST: it = iter_make(vm, T_LIST_ITERATOR, ITER_LIST, v); break;
    case KIND_TUPLE: it = iter_make(vm, T_TUPLE_ITERATOR, ITER_TUPLE, v); break;
    case KIND_STR:
        it = iter_make(vm, AS(Str, v)->ascii ? T_STR_ASCII_ITERATOR : T_STR_ITERATOR, ITER_STR, v);
        break;
    case KIND_BYTES: it = iter_make(vm, T_BYTES_ITERATOR, ITER_BYTES, v); break;
    case KIND_DICT: it = dict_iter(vm, AS(Dict, v), T_DICT_KEYITERATOR, ITER_KEYS); break;
    case KIND_SET:
        it = iter_make(vm, T_SET_ITERATOR, ITER_SET, v);
        it->expected = AS(Set, v)->used;
        break;
    case KIND_RANGE: return range_iter(vm, AS(Range, v));
    case KIND_DICT_VIEW: it = view_iter(vm, AS(DictView, v)); break;
    case KIND_ITER: return v;
    default: return record_iter(vm, v);
    }
    return from_obj(it);
}

/* --- steps ------------------------------------------------------------------------------------ */

static Value finish(Iter *it) {
    it->done = true;
    it->source = V_NONE;
    return V_STOP;
}

static Value changed(VM *vm, Iter *it, const char *message) {
    it->expected = UINT32_MAX; /* from now on it always fails */
    return vm_raise(vm, T_RUNTIME_ERROR, "%s", message);
}

static Value entry_value(VM *vm, IterKind which, const DictEntry *e) {
    switch (which) {
    case ITER_KEYS:
    case ITER_KEYS_REVERSED: return e->key;
    case ITER_VALUES:
    case ITER_VALUES_REVERSED: return e->value;
    default: return tuple_from(vm, (Value[]){e->key, e->value}, 2);
    }
}

/* V_NONE and the next entry, V_STOP or V_ERROR. */
static Value dict_step_entry(VM *vm, Iter *it, const DictEntry **e) {
    Dict *d = AS(Dict, it->source);
    if (UNLIKELY(it->expected != d->used)) return changed(vm, it, "dictionary changed size during iteration");
    uint32_t at = (uint32_t)it->position;
    *e = dict_next(d, &at);
    if (!*e) return finish(it);
    if (UNLIKELY(it->end-- == 0)) {
        finish(it);
        return vm_raise(vm, T_RUNTIME_ERROR, "dictionary keys changed during iteration");
    }
    it->position = at;
    return V_NONE;
}

static Value dict_step(VM *vm, Iter *it) {
    const DictEntry *e;
    Value state = dict_step_entry(vm, it, &e);
    return state == V_NONE ? entry_value(vm, it->which, e) : state;
}

static Value dict_step_back(VM *vm, Iter *it) {
    Dict *d = AS(Dict, it->source);
    if (it->expected != d->used) return changed(vm, it, "dictionary changed size during iteration");
    if (it->position >= d->filled) it->position = (int64_t)d->filled - 1;
    while (it->position >= 0 && d->entries[it->position].key == V_UNDEF) it->position--;
    if (it->position < 0) return finish(it);
    return entry_value(vm, it->which, &d->entries[it->position--]);
}

static Value set_step(VM *vm, Iter *it) {
    Set *s = AS(Set, it->source);
    if (it->expected != s->used) return changed(vm, it, "Set changed size during iteration");
    uint32_t at = (uint32_t)it->position;
    SetEntry *e = set_next(s, &at);
    it->position = at;
    return e ? e->key : finish(it);
}

/* `source` holds the next one, how many are left, and the step. */
static Value big_range_step(VM *vm, Iter *it) {
    Value *state = AS(Tuple, it->source)->items, v = state[0];
    if (int_sign(state[1]) <= 0) return V_STOP;
    state[0] = int_binary(vm, BIN_ADD, v, state[2]);
    state[1] = int_binary(vm, BIN_SUB, state[1], from_small(1));
    return v;
}

static Value enumerate_step(VM *vm, Iter *it) {
    Value pair[2] = {V_NONE, iter_step(vm, AS(Iter, it->inner))};
    if (pair[1] == V_STOP || pair[1] == V_ERROR) return pair[1];
    pair[0] = int_from_i64(vm, it->position++);
    return tuple_from(vm, pair, 2);
}

/* zip(strict=True) with the i-th iterator at its end: all must be. */
static Value zip_strict_end(VM *vm, const Tuple *sources, uint32_t ended) {
    const char *plural = ended == 1 ? " " : "s 1-";
    if (ended > 0)
        return vm_raise(vm, T_VALUE_ERROR, "zip() argument %u is shorter than argument%s%u", ended + 1,
                        plural, ended);
    for (uint32_t i = 1; i < sources->len; i++) {
        Value v = iter_step(vm, AS(Iter, sources->items[i]));
        if (v == V_ERROR) return v;
        if (v == V_STOP) continue;
        plural = i == 1 ? " " : "s 1-";
        return vm_raise(vm, T_VALUE_ERROR, "zip() argument %u is longer than argument%s%u", i + 1, plural, i);
    }
    return V_STOP;
}

static Value zip_step(VM *vm, Iter *it) {
    Tuple *sources = AS(Tuple, it->source);
    if (sources->len == 0) return V_STOP;
    Value out = tuple_new(vm, sources->len);
    for (uint32_t i = 0; i < sources->len; i++) {
        Value v = iter_step(vm, AS(Iter, sources->items[i]));
        if (v == V_STOP) return it->strict ? zip_strict_end(vm, sources, i) : V_STOP;
        if (v == V_ERROR) return v;
        AS(Tuple, out)->items[i] = v;
    }
    return out;
}

static Value seq_step(Iter *it) {
    const Value *items;
    uint32_t n;
    seq_items(it->source, &items, &n);
    if (it->position < n) return items[it->position++];
    return finish(it);
}

static Value seq_step_back(Iter *it) {
    const Value *items;
    uint32_t n;
    seq_items(it->source, &items, &n);
    if (it->position >= 0 && it->position < n) return items[it->position--];
    return finish(it);
}

Value iter_step(VM *vm, Iter *it) {
    if (it->done) return V_STOP;
    switch (it->which) {
    case ITER_LIST:
    case ITER_TUPLE: return seq_step(it);
    case ITER_LIST_REVERSED:
    case ITER_TUPLE_REVERSED: return seq_step_back(it);
    case ITER_STR: {
        const Str *s = AS(Str, it->source);
        return it->position < s->len ? str_char(vm, str_at(s, (uint32_t)it->position++)) : finish(it);
    }
    case ITER_STR_REVERSED: {
        const Str *s = AS(Str, it->source);
        return it->position >= 0 ? str_char(vm, str_at(s, (uint32_t)it->position--)) : finish(it);
    }
    case ITER_BYTES: {
        const Bytes *b = AS(Bytes, it->source);
        return it->position < b->len ? from_small(b->data[it->position++]) : finish(it);
    }
    case ITER_RANGE: {
        if (it->position == it->end) return V_STOP;
        Value v = from_small(it->position);
        it->position += it->step;
        return v;
    }
    case ITER_BIG_RANGE: return big_range_step(vm, it);
    case ITER_SET: return set_step(vm, it);
    case ITER_KEYS:
    case ITER_VALUES:
    case ITER_ITEMS: return dict_step(vm, it);
    case ITER_KEYS_REVERSED:
    case ITER_VALUES_REVERSED:
    case ITER_ITEMS_REVERSED: return dict_step_back(vm, it);
    case ITER_ENUMERATE: return enumerate_step(vm, it);
    case ITER_ZIP: return zip_step(vm, it);
    case ITER_NATIVE: return it->next(vm, it);
    }
    return V_STOP;
}

/* What a pair would hold: a zip of two, an enumerate, the items of a dict. */
Tri iter_step_pair(VM *vm, Iter *it, Value pair[2]) {
    if (it->which == ITER_ENUMERATE) {
        pair[1] = iter_step(vm, AS(Iter, it->inner));
        if (pair[1] == V_STOP || pair[1] == V_ERROR) return pair[1] == V_STOP ? NO : FAILED;
        pair[0] = int_from_i64(vm, it->position++);
        return YES;
    }
    if (it->which == ITER_ITEMS) {
        const DictEntry *e;
        Value state = dict_step_entry(vm, it, &e);
        if (state != V_NONE) return state == V_STOP ? NO : FAILED;
        pair[0] = e->key;
        pair[1] = e->value;
        return YES;
    }
    const Tuple *sources = AS(Tuple, it->source);
    for (uint32_t i = 0; i < 2; i++) {
        pair[i] = iter_step(vm, AS(Iter, sources->items[i]));
        if (pair[i] == V_STOP && it->strict) pair[i] = zip_strict_end(vm, sources, i);
        if (pair[i] == V_STOP || pair[i] == V_ERROR) return pair[i] == V_STOP ? NO : FAILED;
    }
    return YES;
}

/* --- all at once -------------------------------------------------------------------------------- */

static List *dict_list(VM *vm, Dict *d, ViewKind which) {
    List *l = AS(List, list_new(vm, d->used));
    uint32_t i = 0;
    static const IterKind as[] = {
        [VIEW_KEYS] = ITER_KEYS, [VIEW_VALUES] = ITER_VALUES, [VIEW_ITEMS] = ITER_ITEMS};
    for (DictEntry *e; (e = dict_next(d, &i));) l->items[l->len++] = entry_value(vm, as[which], e);
    return l;
}

static List *set_list(VM *vm, Set *s) {
    List *l = AS(List, list_new(vm, s->used));
    uint32_t i = 0;
    for (SetEntry *e; (e = set_next(s, &i));) l->items[l->len++] = e->key;
    return l;
}

static List *range_list(VM *vm, Range *r) {
    uint32_t n = (uint32_t)as_small(r->length);
    List *l = AS(List, list_new(vm, n));
    int64_t v = as_small(r->start), step = as_small(r->step);
    for (uint32_t i = 0; i < n; i++, v += step) l->items[i] = from_small(v);
    l->len = n;
    return l;
}

static Value list_by_steps(VM *vm, Value iterable) {
    Value it = iter_of(vm, iterable);
    if (it == V_ERROR || it == V_TAIL) return V_ERROR;
    List *l = AS(List, list_new(vm, 0));
    for (Value v; (v = iter_step(vm, AS(Iter, it))) != V_STOP;) {
        if (v == V_ERROR) return v;
        list_push(vm, l, v);
        if (l->len % 1024 == 0 && !heap_can_hold(vm, l->len * sizeof(Value))) return V_ERROR;
    }
    return from_obj(l);
}

static bool is_short_range(VM *vm, Range *r) {
    if (!is_int(r->length) || !is_int(r->start) || !is_int(r->stop)) return false;
    return as_small(r->length) < UINT32_MAX && heap_can_hold(vm, (size_t)as_small(r->length) * sizeof(Value));
}

Value iter_to_list(VM *vm, Value v) {
    switch ((Kind)as_obj(v)->kind) {
    case KIND_LIST: return list_from(vm, AS(List, v)->items, AS(List, v)->len);
    case KIND_TUPLE: return list_from(vm, AS(Tuple, v)->items, AS(Tuple, v)->len);
    case KIND_DICT: return from_obj(dict_list(vm, AS(Dict, v), VIEW_KEYS));
    case KIND_DICT_VIEW: return from_obj(dict_list(vm, AS(DictView, v)->dict, AS(DictView, v)->which));
    case KIND_SET: return from_obj(set_list(vm, AS(Set, v)));
    case KIND_RANGE:
        if (is_short_range(vm, AS(Range, v))) return from_obj(range_list(vm, AS(Range, v)));
        if (vm->error != V_UNDEF) return V_ERROR;
        return list_by_steps(vm, v);
    default: return list_by_steps(vm, v);
    }
}

bool iter_items(VM *vm, Value v, const Value **items, uint32_t *n) {
    if (!is_list(v) && !is_tuple(v)) v = iter_to_list(vm, v);
    if (v == V_ERROR) return false;
    seq_items(v, items, n);
    return true;
}

/* --- iter(v) for everything ----------------------------------------------------------------------- */

static Value not_iterable(VM *vm, Value v) {
    return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", type_name(vm, v));
}

bool iter_is_iterable(VM *vm, Value v) {
    if (iter_is_native(vm, v)) return true;
    Class *c = class_of(vm, v);
    Value f = class_special(vm, c, SP_ITER);
    if (f != V_UNDEF) return f != V_NONE;
    return is_kind(v, KIND_GENERATOR) ? class_special(vm, c, SP_NEXT) != V_UNDEF
                                      : class_special(vm, c, SP_GETITEM) != V_UNDEF && !is_class(v);
}

bool iter_is_iterator(VM *vm, Value v) {
    if (is_kind(v, KIND_ITER)) return true;
    if (is_kind(v, KIND_GENERATOR)) return class_special(vm, class_of(vm, v), SP_NEXT) != V_UNDEF;
    Value f = class_special(vm, class_of(vm, v), SP_NEXT);
    return f != V_UNDEF && f != V_NONE;
}

/* A frame in C around a Python __iter__: what it returned must be an iterator. */
static Value check_iterator(VM *vm, Frame *f, Value result) {
    if (result == V_UNDEF) return vm_tail(vm, f->slots[0], 1, &f->slots[1]);
    if (result == V_ERROR || iter_is_iterator(vm, result)) return result;
    return vm_raise(vm, T_TYPE_ERROR, "iter() returned non-iterator of type '%s'", type_name(vm, result));
}

Value obj_iter(VM *vm, Value v) {
    if (iter_is_native(vm, v)) return iter_of(vm, v);
    Class *c = class_of(vm, v);
    Value f = class_special(vm, c, SP_ITER);
    if (f == V_NONE) return not_iterable(vm, v);
    if (f == V_UNDEF) {
        Value by_index = class_special(vm, c, SP_GETITEM);
        if (by_index == V_UNDEF || by_index == V_NONE || is_class(v)) return not_iterable(vm, v);
        return vm_twin(vm, TWIN_ITER_BY_INDEX, 1, v);
    }
    if (is_kind(v, KIND_ITER)) return v;
    if (is_kind(v, KIND_GENERATOR)) {
        if (class_special(vm, c, SP_NEXT) != V_UNDEF) return v;
        return not_iterable(vm, v);
    }
    if (!is_kind(f, KIND_FUNCTION) && !is_kind(f, KIND_NATIVE)) {
        f = attr_bind(vm, f, v, c);
        if (f == V_ERROR || f == V_TAIL) return f;
        return vm_tail(vm, f, 0, NULL);
    }
    return vm_tail_step(vm, check_iterator, 2, (Value[]){f, v});
}

/* --- reversed ----------------------------------------------------------------------------------------- */

static Value dict_reversed(VM *vm, Dict *d, ViewKind which) {
    static const TypeId types[] = {[VIEW_KEYS] = T_DICT_REVERSEKEYITERATOR,
                                   [VIEW_VALUES] = T_DICT_REVERSEVALUEITERATOR,
                                   [VIEW_ITEMS] = T_DICT_REVERSEITEMITERATOR};
    static const IterKind kinds[] = {[VIEW_KEYS] = ITER_KEYS_REVERSED,
                                     [VIEW_VALUES] = ITER_VALUES_REVERSED,
                                     [VIEW_ITEMS] = ITER_ITEMS_REVERSED};
    Iter *it = dict_iter(vm, d, types[which], kinds[which]);
    it->position = (int64_t)d->filled - 1;
    return from_obj(it);
}

Value iter_reversed(VM *vm, Value v) {
    if (!is_obj(v)) return V_NOT_IMPLEMENTED;
    Iter *it;
    switch ((Kind)as_obj(v)->kind) {
    case KIND_LIST:
        it = iter_make(vm, T_LIST_REVERSE_ITERATOR, ITER_LIST_REVERSED, v);
        it->position = (int64_t)AS(List, v)->len - 1;
        return from_obj(it);
    case KIND_TUPLE:
        it = iter_make(vm, T_REVERSED, ITER_TUPLE_REVERSED, v);
        it->position = (int64_t)AS(Tuple, v)->len - 1;
        return from_obj(it);
    case KIND_STR:
        it = iter_make(vm, T_REVERSED, ITER_STR_REVERSED, v);
        it->position = (int64_t)AS(Str, v)->len - 1;
        return from_obj(it);
    case KIND_RANGE: return range_reversed(vm, AS(Range, v));
    case KIND_DICT: return dict_reversed(vm, AS(Dict, v), VIEW_KEYS);
    case KIND_DICT_VIEW: return dict_reversed(vm, AS(DictView, v)->dict, AS(DictView, v)->which);
    default: return V_NOT_IMPLEMENTED;
    }
}

/* --- methods --------------------------------------------------------------------------------------------- */

static int64_t seq_left(Iter *it) {
    const Value *items;
    uint32_t n;
    seq_items(it->source, &items, &n);
    return (int64_t)n - it->position;
}

/* __length_hint__: how many are left, as far as it is known. */
static Value length_hint(VM *vm, Iter *it) {
    int64_t left = 0;
    if (it->done) return from_small(0);
    switch (it->which) {
    case ITER_LIST:
    case ITER_TUPLE: left = seq_left(it); break;
    case ITER_STR: left = (int64_t)AS(Str, it->source)->len - it->position; break;
    case ITER_BYTES: left = (int64_t)AS(Bytes, it->source)->len - it->position; break;
    case ITER_BIG_RANGE: return AS(Tuple, it->source)->items[1];
    case ITER_RANGE: left = (it->end - it->position) / it->step; break;
    case ITER_KEYS:
    case ITER_VALUES:
    case ITER_ITEMS: left = it->end; break;
    case ITER_SET: left = it->expected; break;
    default: left = it->position + 1; break;
    }
    return int_from_i64(vm, left > 0 ? left : 0);
}

static Value iter_next_method(VM *vm, Value *args, int n) {
    (void)n;
    if (is_kind(args[0], KIND_GENERATOR))
        return vm_tail_resume(vm, AS(Generator, args[0]), V_NONE, false, THEN_RESUME);
    Value v = iter_step(vm, AS(Iter, args[0]));
    return v == V_STOP ? vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF) : v;
}

static Value iter_self(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return args[0];
}

static Value iter_hint_method(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_kind(args[0], KIND_ITER)) return from_small(0);
    return length_hint(vm, AS(Iter, args[0]));
}

const NativeDef iter_methods[] = {
    {"__iter__", iter_self, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"__next__", iter_next_method, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"__length_hint__", iter_hint_method, 1, 1, NF_SELF, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

Value iter_name_generator(VM *vm, Value *args, int n) {
    static const struct {
        const char *name;
        TypeId type;
    } names[] = {{"map", T_MAP},
                 {"filter", T_FILTER},
                 {"zip", T_ZIP},
                 {"enumerate", T_ENUMERATE},
                 {"reversed", T_REVERSED},
                 {"iterator", T_SEQUENCE_ITERATOR},
                 {"callable_iterator", T_CALLABLE_ITERATOR}};
    (void)n;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_is(AS(Str, args[1]), names[i].name)) as_obj(args[0])->cls = vm->types[names[i].type];
    return args[0];
}
