/* repr() and str(): who is asked, and the containers. */
#include "vm/repr.h"
#include "vm/containers.h"
#include "vm/format.h"
#include "vm/vm_internal.h"

static const char where[] = "while getting the repr of an object";

/* --- containers ---------------------------------------------------------------------------- */

/* How a container shows: open, elements, close; dicts have pairs. */
typedef struct Look {
    const char *open, *close;
    const char *again; /* inside of itself */
    bool name_first;   /* MySet({…}): the name of the class goes before `open` */
    bool pairs;
} Look;

static const Look list_look = {"[", "]", "[...]", false, false};
static const Look tuple_look = {"(", ")", "(...)", false, false};
static const Look single_look = {"(", ",)", "(...)", false, false};
static const Look dict_look = {"{", "}", "{...}", false, true};
static const Look set_look = {"{", "}", "(...)", false, false};
static const Look named_set_look = {"({", "})", "(...)", true, false};
static const Look empty_set_look = {"()", "", "(...)", true, false};
static const Look view_look = {"([", "])", "...", true, false};

static const Look *look_of(VM *vm, Value v) {
    switch (as_obj(v)->kind) {
    case KIND_LIST: return &list_look;
    case KIND_TUPLE: return AS(Tuple, v)->len == 1 ? &single_look : &tuple_look;
    case KIND_DICT: return &dict_look;
    case KIND_SET:
        if (AS(Set, v)->used == 0) return &empty_set_look;
        return is_exact(vm, v, T_SET) ? &set_look : &named_set_look;
    case KIND_DICT_VIEW: return &view_look;
    default: return NULL;
    }
}

/* Appends `v`, behind a separator unless it is the first. */
static Tri put_element(VM *vm, Value v, bool first, Buf *out) {
    if (!first) buf_add(out, ", ", 2);
    return val_repr(vm, v, out);
}

static Tri put_pair(VM *vm, const DictEntry *e, bool first, const char *open, const char *between,
                    const char *close, Buf *out) {
    if (!first) buf_add(out, ", ", 2);
    buf_adds(out, open);
    Tri t = val_repr(vm, e->key, out);
    buf_adds(out, between);
    if (t == YES) t = val_repr(vm, e->value, out);
    buf_adds(out, close);
    return t;
}

static Tri put_values(VM *vm, const Value *items, uint32_t n, Buf *out) {
    Tri t = YES;
    for (uint32_t i = 0; i < n && t == YES; i++) t = put_element(vm, items[i], i == 0, out);
    return t;
}

static Tri put_set(VM *vm, Set *s, Buf *out) {
    uint32_t i = 0;
    Tri t = YES;
    bool first = true;
    for (SetEntry *e; t == YES && (e = set_next(s, &i)); first = false)
        t = put_element(vm, e->key, first, out);
    return t;
}

static Tri put_dict(VM *vm, Dict *d, Buf *out) {
    uint32_t i = 0;
    Tri t = YES;
    bool first = true;
    for (DictEntry *e; t == YES && (e = dict_next(d, &i)); first = false)
        t = put_pair(vm, e, first, "", ": ", "", out);
    return t;
}

static Tri put_view(VM *vm, const DictView *view, Buf *out) {
    uint32_t i = 0;
    Tri t = YES;
    bool first = true;
    for (DictEntry *e; t == YES && (e = dict_next(view->dict, &i)); first = false) {
        if (view->which == VIEW_ITEMS) t = put_pair(vm, e, first, "(", ", ", ")", out);
        else t = put_element(vm, view->which == VIEW_KEYS ? e->key : e->value, first, out);
    }
    return t;
}

static Tri put_inside(VM *vm, Value v, Buf *out) {
    switch (as_obj(v)->kind) {
    case KIND_LIST: return put_values(vm, AS(List, v)->items, AS(List, v)->len, out);
    case KIND_TUPLE: return put_values(vm, AS(Tuple, v)->items, AS(Tuple, v)->len, out);
    case KIND_DICT: return put_dict(vm, AS(Dict, v), out);
    case KIND_SET: return put_set(vm, AS(Set, v), out);
    default: return put_view(vm, AS(DictView, v), out);
    }
}

static void put_name(VM *vm, Value v, Buf *out) {
    buf_adds(out, type_name(vm, v));
}

static Tri repr_container(VM *vm, Value v, const Look *look, Buf *out) {
    if (repr_enter(vm, v)) {
        if (look->name_first || look == &set_look) put_name(vm, v, out);
        buf_adds(out, look->again);
        return YES;
    }
    Tri t = FAILED;
    if (vm_enter_c(vm, where)) {
        if (look->name_first) put_name(vm, v, out);
        buf_adds(out, look->open);
        t = put_inside(vm, v, out);
        buf_adds(out, look->close);
        vm_leave_c(vm);
    }
    repr_leave(vm, v);
    return t;
}

static Tri repr_by_kind(VM *vm, Value v, Buf *out) {
    if (!is_obj(v)) return repr_simple(vm, v, out);
    const Look *look = look_of(vm, v);
    if (look) return repr_container(vm, v, look, out);
    if (!vm_enter_c(vm, where)) return FAILED;
    Tri t = repr_simple(vm, v, out);
    vm_leave_c(vm);
    return t;
}

/* --- who is asked ------------------------------------------------------------------------------ */

/* Whether the class is one of ours whose instances are shown by their kind. */
static bool shows_by_kind(Value v) {
    const Obj *o = as_obj(v);
    /* Objects and iterators of modules in C may have a __repr__ of their own. */
    if (o->kind == KIND_RECORD || (o->kind == KIND_ITER && o->cls->builtin == T_OBJECT)) return false;
    return (o->cls->flags & (CLASS_BUILTIN | CLASS_OWN_REPR)) == CLASS_BUILTIN;
}

static Tri append(Value s, Buf *out) {
    if (s == V_ERROR) return FAILED;
    if (!is_str(s)) return NEEDS_PYTHON;
    str_to_utf8(AS(Str, s), out);
    return YES;
}

Tri val_repr(VM *vm, Value v, Buf *out) {
    if (!is_obj(v) || shows_by_kind(v)) return repr_by_kind(vm, v, out);
    Value s;
    if (!vm_enter_c(vm, where)) return FAILED;
    Tri found = special_call(vm, v, SP_REPR, 0, NULL, &s);
    if (found == YES) found = append(s, out);
    else if (found == NO) found = repr_by_kind(vm, v, out);
    vm_leave_c(vm);
    return found;
}

static bool is_plain_str(VM *vm, Value v) {
    return is_str(v) && as_obj(v)->cls == vm->types[T_STR];
}

Tri val_str(VM *vm, Value v, Buf *out) {
    if (!is_obj(v)) return repr_simple(vm, v, out);
    if (is_plain_str(vm, v)) {
        str_to_utf8(AS(Str, v), out);
        return YES;
    }
    Value s;
    if (shows_by_kind(v))
        return as_obj(v)->kind == KIND_EXCEPTION ? exception_str(vm, v, out) : repr_by_kind(vm, v, out);
    Tri found = special_call(vm, v, SP_STR, 0, NULL, &s);
    if (found == YES) return append(s, out);
    return found == NO ? val_repr(vm, v, out) : found;
}

/* --- asking Python --------------------------------------------------------------------------------- */

/* The slots of a frame in C that calls a special method and checks that it answers a str. */
enum { ASK_METHOD, ASK_COUNT, ASK_ARGS };

static Value checked(VM *vm, Frame *f, Value result, const char *complaint) {
    if (result == V_UNDEF)
        return vm_tail(vm, f->slots[ASK_METHOD], (int)as_small(f->slots[ASK_COUNT]), f->slots + ASK_ARGS);
    if (result == V_ERROR || is_str(result)) return result;
    return vm_raise(vm, T_TYPE_ERROR, complaint, type_name(vm, result));
}

static Value repr_step(VM *vm, Frame *f, Value result) {
    return checked(vm, f, result, "__repr__ returned non-string (type %s)");
}

static Value str_step(VM *vm, Frame *f, Value result) {
    return checked(vm, f, result, "__str__ returned non-string (type %s)");
}

static Value format_step(VM *vm, Frame *f, Value result) {
    return checked(vm, f, result, "__format__ must return a str, not %s");
}

static Value ask(VM *vm, Value self, Special sp, NativeStep step, Value spec) {
    Value f = class_special(vm, class_of(vm, self), sp);
    int n = spec == V_UNDEF ? 0 : 1;
    Value slots[] = {f, from_small(n + 1), self, spec};
    if (is_kind(f, KIND_FUNCTION) || is_kind(f, KIND_NATIVE))
        return vm_tail_step(vm, step, ASK_ARGS + n + 1, slots);
    f = attr_bind(vm, f, self, class_of(vm, self));
    if (f == V_ERROR || f == V_TAIL) return f;
    Value bound[] = {f, from_small(n), spec};
    return vm_tail_step(vm, step, ASK_ARGS + n, bound);
}

/* --- elements that Python shows ---------------------------------------------------------------------- */

/* The slots of a frame in C that shows a container whose elements need Python. */
enum { SHOW_VALUE, SHOW_OPEN, SHOW_CLOSE, SHOW_ITEMS, SHOW_TEXTS, SHOW_SLOTS };

static Value flat_list(VM *vm, Value v) {
    Value list = list_new(vm, 0);
    uint32_t i = 0;
    if (is_dict(v))
        for (DictEntry *e; (e = dict_next(AS(Dict, v), &i));) {
            list_push(vm, AS(List, list), e->key);
            list_push(vm, AS(List, list), e->value);
        }
    else if (is_kind(v, KIND_SET))
        for (SetEntry *e; (e = set_next(AS(Set, v), &i));) list_push(vm, AS(List, list), e->key);
    else if (is_kind(v, KIND_DICT_VIEW))
        for (DictEntry *e; (e = dict_next(AS(DictView, v)->dict, &i));) {
            Value pair[2] = {e->key, e->value};
            ViewKind which = AS(DictView, v)->which;
            list_push(vm, AS(List, list),
                      which == VIEW_ITEMS ? tuple_from(vm, pair, 2) : pair[which == VIEW_VALUES]);
        }
    else
        list_extend_items(vm, AS(List, list), is_list(v) ? AS(List, v)->items : AS(Tuple, v)->items,
                          is_list(v) ? AS(List, v)->len : AS(Tuple, v)->len);
    return list;
}

/* What is shown around the elements of something that is no container. */
static void around_object(VM *vm, Value v, Buf *open, const char **close, List *items) {
    *close = ")";
    switch (as_obj(v)->kind) {
    case KIND_EXCEPTION: {
        const Tuple *args = AS(Tuple, AS(Exception, v)->args);
        str_to_utf8(AS(Str, as_obj(v)->cls->name), open);
        buf_addc(open, '(');
        list_extend_items(vm, items, args->items, args->len);
        break;
    }
    case KIND_METHOD: {
        Value f = AS(Method, v)->function;
        buf_adds(open, "<bound method ");
        if (is_kind(f, KIND_FUNCTION)) str_to_utf8(AS(Str, AS(Function, f)->qualname), open);
        else buf_adds(open, "?");
        buf_adds(open, " of ");
        *close = ">";
        list_push(vm, items, AS(Method, v)->self);
        break;
    }
    case KIND_WRAPPED:
        buf_printf(open, "<%s(", type_name(vm, v));
        *close = ")>";
        list_push(vm, items, AS(Wrapped, v)->function);
        break;
    case KIND_SLICE: {
        const Slice *s = AS(Slice, v);
        const Value values[3] = {s->start, s->stop, s->step};
        buf_adds(open, "slice(");
        list_extend_items(vm, items, values, 3);
        break;
    }
    default: break;
    }
}

static Value put_together(VM *vm, Frame *f) {
    const List *texts = AS(List, f->slots[SHOW_TEXTS]);
    bool pairs = is_dict(f->slots[SHOW_VALUE]);
    Buf *b = text_borrow(vm);
    str_to_utf8(AS(Str, f->slots[SHOW_OPEN]), b);
    for (uint32_t i = 0; i < texts->len; i++) {
        if (i > 0) buf_adds(b, pairs && i % 2 ? ": " : ", ");
        str_to_utf8(AS(Str, texts->items[i]), b);
    }
    str_to_utf8(AS(Str, f->slots[SHOW_CLOSE]), b);
    return text_take(vm, b);
}

static Value inside_itself(VM *vm, Value v, const Look *look) {
    bool named = look->name_first || look == &set_look;
    return str_format(vm, "%s%s", named ? type_name(vm, v) : "", look->again);
}

/* Straight to a method of Python's, without the frame of ask(). */
static Value ask_element(VM *vm, const Value *element) {
    Value v = *element;
    if (!is_obj(v) || shows_by_kind(v)) return obj_repr(vm, v);
    Value f = class_special(vm, as_obj(v)->cls, SP_REPR);
    return is_kind(f, KIND_FUNCTION) ? vm_tail(vm, f, 1, element) : obj_repr(vm, v);
}

static Value keep_text(VM *vm, List *texts, Value text) {
    if (!is_str(text))
        return vm_raise(vm, T_TYPE_ERROR, "__repr__ returned non-string (type %s)", type_name(vm, text));
    list_push(vm, texts, text);
    return text;
}

static Value show_step(VM *vm, Frame *f, Value result) {
    Value v = f->slots[SHOW_VALUE];
    const Look *look = look_of(vm, v);
    const List *items = AS(List, f->slots[SHOW_ITEMS]);
    List *texts = AS(List, f->slots[SHOW_TEXTS]);
    if (result == V_UNDEF) {
        if (look && repr_enter(vm, v)) return inside_itself(vm, v, look);
    } else if (result != V_ERROR) {
        result = keep_text(vm, texts, result);
    }
    while (result != V_ERROR && texts->len < items->len) {
        result = ask_element(vm, &items->items[texts->len]);
        if (result == V_TAIL) return result;
        if (result != V_ERROR) result = keep_text(vm, texts, result);
    }
    if (look) repr_leave(vm, v);
    return result == V_ERROR ? result : put_together(vm, f);
}

static Value ask_elements(VM *vm, Value v) {
    const Look *look = look_of(vm, v);
    const char *close;
    Value items = look ? flat_list(vm, v) : list_new(vm, 0);
    Buf *open = text_borrow(vm);
    if (look) {
        if (look->name_first) put_name(vm, v, open);
        buf_adds(open, look->open);
        close = look->close;
    } else {
        around_object(vm, v, open, &close, AS(List, items));
    }
    Value slots[SHOW_SLOTS] = {v, text_take(vm, open), str_from(vm, close), items,
                               list_new(vm, AS(List, items)->len)};
    return vm_tail_step(vm, show_step, SHOW_SLOTS, slots);
}

/* Runs `put`; where Python is needed, asks it for the elements. */
static Value made_by(VM *vm, Value v, Tri (*put)(VM *, Value, Buf *)) {
    Buf *b = text_borrow(vm);
    Tri t = put(vm, v, b);
    Value s = t == YES ? str_new(vm, b->data, b->len) : V_ERROR;
    text_return(vm, b);
    if (t != NEEDS_PYTHON) return s;
    return put == exception_str ? vm_twin(vm, TWIN_EXCEPTION_STR, 1, v) : ask_elements(vm, v);
}

/* A class with a method of Python's is asked itself; otherwise something inside needs Python. */
Value obj_repr(VM *vm, Value v) {
    bool python = is_obj(v) && !shows_by_kind(v) && special_is_python(vm, as_obj(v)->cls, SP_REPR);
    Value s;
    /* A __repr__ in C of a module's class that needs Python says itself how it goes on. */
    if (!python && (is_kind(v, KIND_RECORD) || is_kind(v, KIND_ITER)) && !shows_by_kind(v) &&
        special_call(vm, v, SP_REPR, 0, NULL, &s) == YES)
        return s;
    return python ? ask(vm, v, SP_REPR, repr_step, V_UNDEF) : made_by(vm, v, val_repr);
}

static Value small_str(VM *vm, int64_t i) {
    char digits[20];
    size_t n = small_digits(i, digits);
    return str_from_ascii(vm, digits + sizeof digits - n, n);
}

Value obj_str(VM *vm, Value v) {
    if (is_plain_str(vm, v)) return v;
    if (is_int(v)) return small_str(vm, as_small(v));
    if (!is_obj(v) || shows_by_kind(v))
        return made_by(vm, v, is_kind(v, KIND_EXCEPTION) ? exception_str : val_str);
    Value s;
    Tri found = special_call(vm, v, SP_STR, 0, NULL, &s);
    if (found == NEEDS_PYTHON || (found == YES && s == V_TAIL)) return ask(vm, v, SP_STR, str_step, V_UNDEF);
    return found == YES ? s : obj_repr(vm, v);
}

static Value ascii_of(VM *vm, Str *s) {
    if (s->ascii) return from_obj(s);
    Buf *b = text_borrow(vm);
    for (uint32_t i = 0; i < s->len; i++) {
        uint32_t c = str_at(s, i);
        if (c < 0x80) buf_addc(b, (char)c);
        else buf_printf(b, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }
    return text_take(vm, b);
}

Value obj_ascii(VM *vm, Value v) {
    Value s = obj_repr(vm, v);
    if (s == V_TAIL) return vm_twin(vm, TWIN_ASCII, 1, v);
    return is_str(s) ? ascii_of(vm, AS(Str, s)) : s;
}

/* --- format ----------------------------------------------------------------------------------------- */

static Value format_default(VM *vm, Value v, Str *spec) {
    if (spec->len == 0) return obj_str(vm, v);
    return vm_raise(vm, T_TYPE_ERROR, "unsupported format string passed to %s.__format__", type_name(vm, v));
}

Value obj_format(VM *vm, Value v, Value spec_value) {
    bool empty = !is_str(spec_value) || AS(Str, spec_value)->len == 0;
    if (empty && (!is_obj(v) || is_plain_str(vm, v))) return obj_str(vm, v);
    Str *spec = empty ? str_intern(vm, "", 0) : AS(Str, spec_value);
    if (is_obj(v) && !shows_by_kind(v)) {
        Value s, arg = from_obj(spec);
        Tri found = special_call(vm, v, SP_FORMAT, 1, &arg, &s);
        if (found == NEEDS_PYTHON) return ask(vm, v, SP_FORMAT, format_step, arg);
        if (found == YES) return s;
    }
    Value s = format_by_kind(vm, v, spec);
    return s == V_NOT_IMPLEMENTED ? format_default(vm, v, spec) : s;
}

/* --- methods of the built-in classes -------------------------------------------------------------------- */

static Value kind_repr(VM *vm, Value *args, int n) {
    (void)n;
    return made_by(vm, args[0], repr_by_kind);
}

static Tri put_default(VM *vm, Value v, Buf *out) {
    repr_default(vm, v, out);
    return YES;
}

static Value object_repr(VM *vm, Value *args, int n) {
    (void)n;
    return made_by(vm, args[0], put_default);
}

/* What a __repr__ of Python's says is checked by whoever asked for a str. */
static Value object_str(VM *vm, Value *args, int n) {
    (void)n;
    Value own = class_special(vm, class_of(vm, args[0]), SP_REPR);
    return is_kind(own, KIND_FUNCTION) ? vm_tail(vm, own, 1, args) : obj_repr(vm, args[0]);
}

static Value str_str(VM *vm, Value *args, int n) {
    (void)n;
    return str_plain(vm, AS(Str, args[0]));
}

static Value error_str(VM *vm, Value *args, int n) {
    (void)n;
    return made_by(vm, args[0], exception_str);
}

static bool spec_is_str(VM *vm, Value spec) {
    if (is_str(spec)) return true;
    vm_raise(vm, T_TYPE_ERROR, "__format__() argument must be str, not %s",
             is_none(spec) ? "None" : type_name(vm, spec));
    return false;
}

static Value object_format(VM *vm, Value *args, int n) {
    (void)n;
    return spec_is_str(vm, args[1]) ? format_default(vm, args[0], AS(Str, args[1])) : V_ERROR;
}

static Value str_format_method(VM *vm, Value *args, int n) {
    (void)n;
    return spec_is_str(vm, args[1]) ? format_str(vm, AS(Str, args[0]), AS(Str, args[1])) : V_ERROR;
}

enum { SLOT = NF_SELF | NF_SLOT };

static const NativeDef kind_methods[] = {{"__repr__", kind_repr, 1, 1, SLOT, NULL}, {0}};
static const NativeDef str_own_methods[] = {
    {"__str__", str_str, 1, 1, SLOT, NULL},
    {"__format__", str_format_method, 2, 2, NF_SELF, NULL},
    {0},
};
static const NativeDef error_methods[] = {{"__str__", error_str, 1, 1, SLOT, NULL}, {0}};
static const NativeDef object_methods[] = {
    {"__repr__", object_repr, 1, 1, SLOT, NULL},
    {"__str__", object_str, 1, 1, SLOT, NULL},
    {"__format__", object_format, 2, 2, NF_SELF, NULL},
    {0},
};

static const TypeId with_repr[] = {
    T_TYPE,
    T_STR,
    T_BYTES,
    T_LIST,
    T_TUPLE,
    T_DICT,
    T_SET,
    T_FROZENSET,
    T_RANGE,
    T_SLICE,
    T_NONE,
    T_ELLIPSIS,
    T_NOT_IMPLEMENTED,
    T_FUNCTION,
    T_NATIVE,
    T_METHOD_DESCRIPTOR,
    T_PYTHON_NATIVE,
    T_SLOT_WRAPPER,
    T_GETSET,
    T_METHOD,
    T_CELL,
    T_GENERATOR,
    T_COROUTINE,
    T_ASYNC_GENERATOR,
    T_DICT_KEYS,
    T_DICT_VALUES,
    T_DICT_ITEMS,
    T_MODULE,
    T_STATICMETHOD,
    T_CLASSMETHOD,
    T_SUPER,
    T_BASE_EXCEPTION,
};

void repr_setup(VM *vm) {
    for (size_t i = 0; i < sizeof with_repr / sizeof with_repr[0]; i++)
        class_add_methods(vm, class_get(vm, with_repr[i]), kind_methods);
    class_add_methods(vm, class_get(vm, T_OBJECT), object_methods);
    class_add_methods(vm, class_get(vm, T_BASE_EXCEPTION), error_methods);
    class_add_methods(vm, class_get(vm, T_STR), str_own_methods);
}

/* --- for the twin ------------------------------------------------------------------------------------------ */

static Value ascii_text(VM *vm, Value *args, int n) {
    (void)n;
    return ascii_of(vm, AS(Str, args[0]));
}

const NativeDef repr_core[] = {
    {"_ascii_text", ascii_text, 1, 1, 0, NULL},
    {0},
};
