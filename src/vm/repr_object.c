/* The repr of what is no container: functions, classes, instances, exceptions and the like. */
#include "vm/repr.h"

static void put(Value text, Buf *out) {
    if (is_str(text)) str_to_utf8(AS(Str, text), out);
}

void put_address(VM *vm, Value v, Buf *out) {
    buf_printf(out, "0x%012llx", (unsigned long long)obj_id(vm, v));
}

/* " at 0x…>" */
static Tri end_at(VM *vm, Value v, Buf *out) {
    buf_adds(out, " at ");
    put_address(vm, v, out);
    buf_addc(out, '>');
    return YES;
}

static void put_class(const Class *c, Buf *out) {
    if (is_str(c->module) && !str_is(AS(Str, c->module), "builtins")) {
        put(c->module, out);
        buf_addc(out, '.');
    }
    put(c->qualname, out);
}

void repr_default(VM *vm, Value v, Buf *out) {
    buf_addc(out, '<');
    put_class(class_of(vm, v), out);
    buf_adds(out, " object");
    end_at(vm, v, out);
}

static Tri repr_class(VM *vm, Value v, Buf *out) {
    (void)vm;
    buf_adds(out, "<class '");
    put_class(AS(Class, v), out);
    buf_adds(out, "'>");
    return YES;
}

/* --- numbers and singletons ----------------------------------------------------------------- */

size_t small_digits(int64_t i, char digits[20]) {
    size_t n = 20;
    uint64_t u = i < 0 ? (uint64_t)-i : (uint64_t)i;
    do digits[--n] = (char)('0' + u % 10);
    while (u /= 10);
    if (i < 0) digits[--n] = '-';
    return 20 - n;
}

static void put_small(int64_t i, Buf *out) {
    char digits[20];
    size_t n = small_digits(i, digits);
    buf_add(out, digits + sizeof digits - n, n);
}

static Tri repr_immediate(VM *vm, Value v, Buf *out) {
    if (is_int(v)) put_small(as_small(v), out);
    else if (is_float(v)) float_repr(as_float(v), out);
    else
        buf_adds(out, v == V_NONE              ? "None"
                      : v == V_TRUE            ? "True"
                      : v == V_FALSE           ? "False"
                      : v == V_ELLIPSIS        ? "Ellipsis"
                      : v == V_NOT_IMPLEMENTED ? "NotImplemented"
                                               : "<NULL>");
    (void)vm;
    return YES;
}

static Tri repr_bigint(VM *vm, Value v, Buf *out) {
    return int_to_decimal(vm, v, out) ? YES : FAILED;
}

static Tri repr_boxed(VM *vm, Value v, Buf *out) {
    Value plain = num_plain(v);
    return is_obj(plain) ? repr_bigint(vm, plain, out) : repr_immediate(vm, plain, out);
}

static Tri repr_str(VM *vm, Value v, Buf *out) {
    (void)vm;
    quote_str(AS(Str, v), false, out);
    return YES;
}

static Tri repr_bytes(VM *vm, Value v, Buf *out) {
    (void)vm;
    quote_bytes(AS(Bytes, v), out);
    return YES;
}

/* --- ranges and slices ------------------------------------------------------------------------ */

static Tri list_values(VM *vm, const Value *values, int n, Buf *out) {
    Tri t = YES;
    for (int i = 0; i < n && t == YES; i++) {
        if (i > 0) buf_adds(out, ", ");
        t = val_repr(vm, values[i], out);
    }
    buf_addc(out, ')');
    return t;
}

static Tri repr_range(VM *vm, Value v, Buf *out) {
    const Range *r = AS(Range, v);
    const Value values[3] = {r->start, r->stop, r->step};
    buf_adds(out, "range(");
    return list_values(vm, values, r->step == from_small(1) ? 2 : 3, out);
}

static Tri repr_slice(VM *vm, Value v, Buf *out) {
    const Slice *s = AS(Slice, v);
    const Value values[3] = {s->start, s->stop, s->step};
    buf_adds(out, "slice(");
    return list_values(vm, values, 3, out);
}

/* --- functions ----------------------------------------------------------------------------------- */

static Tri repr_function(VM *vm, Value v, Buf *out) {
    buf_adds(out, "<function ");
    put(AS(Function, v)->qualname, out);
    return end_at(vm, v, out);
}

static void put_native(Buf *out, const char *what, const char *name) {
    buf_printf(out, "<%s %s%s%s", what, *what == 'b' ? "" : "'", name, *what == 'b' ? "" : "'");
}

static Tri repr_unbound(VM *vm, const Native *f, Buf *out) {
    (void)vm;
    bool slot = f->def->flags & NF_SLOT, getter = f->def->flags & NF_GETTER;
    put_native(out, slot ? "slot wrapper" : getter ? "attribute" : "method", f->def->name);
    buf_printf(out, " of '%s' objects>", class_name(f->owner));
    return YES;
}

static void put_qualname(Buf *out, const Native *f) {
    if (f->owner) buf_printf(out, "%s.", class_name(f->owner));
    buf_adds(out, f->def->name);
}

static Tri repr_native(VM *vm, Value v, Buf *out) {
    const Native *f = AS(Native, v);
    if (f->def->flags & NF_PYTHON) {
        buf_adds(out, "<function ");
        put_qualname(out, f);
        return end_at(vm, v, out);
    }
    bool free = f->def->flags & (NF_STATIC | NF_CLASS);
    if (f->owner && f->self == V_UNDEF && !free) return repr_unbound(vm, f, out);
    if (!f->owner) {
        put_native(out, "built-in function", f->def->name);
        buf_addc(out, '>');
        return YES;
    }
    Value self = f->self != V_UNDEF ? f->self : from_obj(f->owner);
    if (f->def->flags & NF_SLOT) put_native(out, "method-wrapper", f->def->name);
    else put_native(out, "built-in method", f->def->name);
    buf_printf(out, " of %s object", type_name(vm, self));
    return end_at(vm, self, out);
}

static Tri repr_method(VM *vm, Value v, Buf *out) {
    const Method *m = AS(Method, v);
    buf_adds(out, "<bound method ");
    if (is_kind(m->function, KIND_FUNCTION)) put(AS(Function, m->function)->qualname, out);
    else if (is_kind(m->function, KIND_NATIVE)) put_qualname(out, AS(Native, m->function));
    else buf_addc(out, '?');
    buf_adds(out, " of ");
    Tri t = val_repr(vm, m->self, out);
    buf_addc(out, '>');
    return t;
}

static Tri repr_wrapped(VM *vm, Value v, Buf *out) {
    buf_printf(out, "<%s(", type_name(vm, v));
    Tri t = val_repr(vm, AS(Wrapped, v)->function, out);
    buf_adds(out, ")>");
    return t;
}

static Tri repr_generator(VM *vm, Value v, Buf *out) {
    const Generator *g = AS(Generator, v);
    /* map, filter and their like have no name of their own. */
    TypeId type = class_of(vm, v)->builtin;
    if (type != T_GENERATOR && type != T_COROUTINE && type != T_ASYNC_GENERATOR)
        return repr_default(vm, v, out), YES;
    buf_printf(out, "<%s object ", type_name(vm, v));
    put(g->qualname, out);
    return end_at(vm, v, out);
}

static Tri repr_cell(VM *vm, Value v, Buf *out) {
    Value held = AS(Cell, v)->value;
    buf_adds(out, "<cell at ");
    put_address(vm, v, out);
    if (held == V_UNDEF) {
        buf_adds(out, ": empty>");
        return YES;
    }
    buf_printf(out, ": %s object", type_name(vm, held));
    return end_at(vm, held, out);
}

static Tri repr_super(VM *vm, Value v, Buf *out) {
    const Super *s = AS(Super, v);
    buf_printf(out, "<super: <class '%s'>, <%s object>>", class_name(s->after),
               s->start ? class_name(s->start) : "NULL");
    (void)vm;
    return YES;
}

static Tri repr_module(VM *vm, Value v, Buf *out) {
    const ModuleObj *m = AS(ModuleObj, v);
    (void)vm;
    buf_adds(out, "<module ");
    if (is_str(m->name)) quote_str(AS(Str, m->name), false, out);
    buf_adds(out, is_str(m->name) && str_is(AS(Str, m->name), "__main__") ? ">" : " (built-in)>");
    return YES;
}

/* --- exceptions -------------------------------------------------------------------------------------- */

static Tri repr_exception(VM *vm, Value v, Buf *out) {
    Value args = AS(Exception, v)->args;
    put(class_of(vm, v)->name, out);
    if (AS(Tuple, args)->len != 1) return val_repr(vm, args, out);
    buf_addc(out, '(');
    return list_values(vm, AS(Tuple, args)->items, 1, out);
}

/* The fields of a UnicodeError. */
enum { UNI_ENCODING, UNI_OBJECT, UNI_START, UNI_END, UNI_REASON };

static void put_point(uint32_t c, Buf *out) {
    buf_printf(out, c < 0x100 ? "'\\x%02x'" : c < 0x10000 ? "'\\u%04x'" : "'\\U%08x'", c);
}

/* "'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)" */
static Tri unicode_error_str(VM *vm, Value v, Buf *out) {
    const Value *f = AS(Exception, v)->extra;
    bool decode = is_a(vm, v, T_UNICODE_DECODE_ERROR), translate = is_a(vm, v, T_UNICODE_TRANSLATE_ERROR);
    Text t = text_of(f[UNI_OBJECT]);
    int64_t start = as_small(f[UNI_START]), end = as_small(f[UNI_END]);
    if (!translate) {
        buf_addc(out, '\'');
        if (val_str(vm, f[UNI_ENCODING], out) == FAILED) return FAILED;
        buf_adds(out, "' codec ");
    }
    buf_printf(out, "can't %s %s",
               decode      ? "decode"
               : translate ? "translate"
                           : "encode",
               decode ? "byte" : "character");
    if (start >= 0 && start < t.len && end == start + 1) {
        buf_addc(out, ' ');
        uint32_t c = text_at(&t, (uint32_t)start);
        if (decode) buf_printf(out, "0x%02x", c);
        else put_point(c, out);
        buf_printf(out, " in position %lld: ", (long long)start);
    } else {
        buf_printf(out, "s in position %lld-%lld: ", (long long)start, (long long)end - 1);
    }
    return val_str(vm, f[UNI_REASON], out);
}

/* "[Errno 2] No such file or directory: 'x'" */
static Tri os_error_str(VM *vm, Value v, Buf *out) {
    const Value *f = AS(Exception, v)->extra;
    buf_adds(out, "[Errno ");
    Tri t = val_str(vm, f[0], out);
    buf_adds(out, "] ");
    if (t == YES) t = val_str(vm, f[1], out);
    if (t != YES || f[2] == V_UNDEF || is_none(f[2])) return t;
    buf_adds(out, ": ");
    return val_repr(vm, f[2], out);
}

static Tri group_str(VM *vm, Value v, Buf *out) {
    const Value *f = AS(Exception, v)->extra;
    Tri t = val_str(vm, f[0], out);
    uint32_t n = is_tuple(f[1]) ? AS(Tuple, f[1])->len : 0;
    buf_printf(out, " (%u sub-exception%s)", n, n == 1 ? "" : "s");
    return t;
}

static bool has_fields(VM *vm, Value v) {
    const Value *f = AS(Exception, v)->extra;
    if (is_a(vm, v, T_UNICODE_TRANSLATE_ERROR)) return is_str(f[UNI_OBJECT]);
    return (is_str(f[UNI_OBJECT]) || is_bytes(f[UNI_OBJECT])) && is_int(f[UNI_START]) && is_int(f[UNI_END]);
}

Tri exception_str(VM *vm, Value v, Buf *out) {
    const Exception *e = AS(Exception, v);
    const Tuple *args = AS(Tuple, e->args);
    bool unicode = is_a(vm, v, T_UNICODE_DECODE_ERROR) || is_a(vm, v, T_UNICODE_ENCODE_ERROR) ||
                   is_a(vm, v, T_UNICODE_TRANSLATE_ERROR);
    if (unicode && has_fields(vm, v)) return unicode_error_str(vm, v, out);
    if (is_a(vm, v, T_OS_ERROR) && e->extra[0] != V_UNDEF && e->extra[1] != V_UNDEF && args->len >= 2)
        return os_error_str(vm, v, out);
    if (is_a(vm, v, T_BASE_EXCEPTION_GROUP)) return group_str(vm, v, out);
    if (args->len == 0) return YES;
    if (args->len > 1) return val_repr(vm, e->args, out);
    return is_a(vm, v, T_KEY_ERROR) ? val_repr(vm, args->items[0], out) : val_str(vm, args->items[0], out);
}

/* --- by kind --------------------------------------------------------------------------------------------- */

typedef Tri (*Repr)(VM *vm, Value v, Buf *out);

static const Repr by_kind[KIND_COUNT] = {
    [KIND_CLASS] = repr_class,         [KIND_STR] = repr_str,           [KIND_BYTES] = repr_bytes,
    [KIND_BIGINT] = repr_bigint,       [KIND_BOXED] = repr_boxed,       [KIND_RANGE] = repr_range,
    [KIND_SLICE] = repr_slice,         [KIND_FUNCTION] = repr_function, [KIND_NATIVE] = repr_native,
    [KIND_METHOD] = repr_method,       [KIND_CELL] = repr_cell,         [KIND_GENERATOR] = repr_generator,
    [KIND_EXCEPTION] = repr_exception, [KIND_MODULE] = repr_module,     [KIND_WRAPPED] = repr_wrapped,
    [KIND_SUPER] = repr_super,
};

Tri repr_simple(VM *vm, Value v, Buf *out) {
    if (!is_obj(v)) return repr_immediate(vm, v, out);
    Repr repr = by_kind[as_obj(v)->kind];
    if (repr) return repr(vm, v, out);
    repr_default(vm, v, out);
    return YES;
}
