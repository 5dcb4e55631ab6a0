/* Values in a few words, for the record: what repr() would say, cut short, and without asking
 * the program's own __repr__ or taking memory of the program's. */
#include "lib/lib.h"
#include "loop/aio.h"

enum {
    TEXT_LIMIT = 80,  /* bytes of the whole */
    CHARS_LIMIT = 40, /* of one string */
    ITEMS_LIMIT = 4,  /* of one container */
    DEPTH_LIMIT = 2,
    DIGITS_LIMIT = 40,
};

static const char *const more = "…";

static void put_value(VM *vm, Value v, Buf *out, int depth);

/* --- what is plain ----------------------------------------------------------------------- */

static void put_char(uint32_t c, char mark, Buf *out) {
    if (c == '\n') buf_adds(out, "\\n");
    else if (c == '\t') buf_adds(out, "\\t");
    else if (c == (uint32_t)mark || c == '\\') buf_printf(out, "\\%c", (char)c);
    else if (c < ' ' || c == 0x7F || (c >= 0xD800 && c < 0xE000)) buf_printf(out, "\\x%02x", c);
    else buf_add_utf8(out, c);
}

static void put_str(const Str *s, Buf *out) {
    buf_addc(out, '\'');
    for (uint32_t i = 0; i < s->len && i < CHARS_LIMIT; i++) put_char(str_at(s, i), '\'', out);
    if (s->len > CHARS_LIMIT) buf_adds(out, more);
    buf_addc(out, '\'');
}

static void put_bytes(const Bytes *b, Buf *out) {
    buf_adds(out, "b'");
    for (uint32_t i = 0; i < b->len && i < CHARS_LIMIT; i++)
        if (b->data[i] < 0x80) put_char(b->data[i], '\'', out);
        else buf_printf(out, "\\x%02x", b->data[i]);
    if (b->len > CHARS_LIMIT) buf_adds(out, more);
    buf_addc(out, '\'');
}

static void put_bigint(const BigInt *i, Buf *out) {
    size_t digits = mpz_sizeinbase(i->z, 10);
    if (digits <= DIGITS_LIMIT) int_to_text(from_obj(i), 10, out);
    else buf_printf(out, "<int of %zu digits>", digits);
}

static void put_special(Value v, Buf *out) {
    buf_adds(out, v == V_NONE       ? "None"
                  : v == V_TRUE     ? "True"
                  : v == V_FALSE    ? "False"
                  : v == V_ELLIPSIS ? "Ellipsis"
                                    : "NotImplemented");
}

/* --- containers ---------------------------------------------------------------------------- */

static void put_items(VM *vm, const Value *items, uint32_t n, const char *brackets, Buf *out, int depth) {
    buf_addc(out, brackets[0]);
    for (uint32_t i = 0; i < n && i < ITEMS_LIMIT; i++) {
        if (i) buf_adds(out, ", ");
        put_value(vm, items[i], out, depth + 1);
    }
    if (n > ITEMS_LIMIT) buf_printf(out, ", %s", more);
    if (n == 1 && brackets[0] == '(') buf_addc(out, ',');
    buf_addc(out, brackets[1]);
}

static void put_dict(VM *vm, Dict *d, Buf *out, int depth) {
    uint32_t at = 0, n = 0;
    buf_addc(out, '{');
    for (DictEntry *e; n < ITEMS_LIMIT && (e = dict_next(d, &at)); n++) {
        if (n) buf_adds(out, ", ");
        put_value(vm, e->key, out, depth + 1);
        buf_adds(out, ": ");
        put_value(vm, e->value, out, depth + 1);
    }
    if (d->used > n) buf_printf(out, ", %s", more);
    buf_addc(out, '}');
}

static void put_set(VM *vm, Set *s, Buf *out, int depth) {
    uint32_t at = 0, n = 0;
    buf_addc(out, '{');
    for (SetEntry *e; n < ITEMS_LIMIT && (e = set_next(s, &at)); n++) {
        if (n) buf_adds(out, ", ");
        put_value(vm, e->key, out, depth + 1);
    }
    if (s->used > n) buf_printf(out, ", %s", more);
    buf_addc(out, '}');
}

/* --- objects ---------------------------------------------------------------------------------- */

static void put_exception(VM *vm, const Exception *e, Buf *out, int depth) {
    const Tuple *args = is_tuple(e->args) ? AS(Tuple, e->args) : NULL;
    buf_adds(out, class_name(e->obj.cls));
    if (!args || args->len == 0) buf_adds(out, "()");
    else if (args->len > 1) put_items(vm, args->items, args->len, "()", out, depth);
    else {
        buf_addc(out, '(');
        put_value(vm, args->items[0], out, depth + 1);
        buf_addc(out, ')');
    }
}

/* Color.RED for a member of an Enum. */
static bool put_member(const Instance *i, Buf *out) {
    for (const Shape *s = i->shape; s && s->name; s = s->parent) {
        if (!str_is(s->name, "_name_") || !is_str(i->slots[s->count - 1])) continue;
        buf_printf(out, "%s.", class_name(i->obj.cls));
        str_to_utf8(AS(Str, i->slots[s->count - 1]), out);
        return true;
    }
    return false;
}

/* Order(table=3, dish='soup'), as a dataclass shows itself. */
static void put_instance(VM *vm, const Instance *i, Buf *out, int depth) {
    if (put_member(i, out)) return;
    const Shape *shown[ITEMS_LIMIT];
    uint32_t n = 0;
    for (const Shape *s = i->shape; s && s->name; s = s->parent)
        if (s->count <= ITEMS_LIMIT) shown[s->count - 1] = s, n = n ? n : s->count;
    buf_printf(out, "%s(", class_name(i->obj.cls));
    for (uint32_t k = 0; k < n; k++) {
        if (k) buf_adds(out, ", ");
        str_to_utf8(shown[k]->name, out);
        buf_addc(out, '=');
        put_value(vm, i->slots[k], out, depth + 1);
    }
    if (!i->shape || i->shape->count > n) buf_adds(out, n ? ", …" : more);
    buf_addc(out, ')');
}

/* A task by its name, a future by what it is. */
static void put_future(const Future *f, Buf *out) {
    if (f->kind != FUTURE_TASK) buf_adds(out, "<Future>");
    else if (is_int(f->name)) buf_printf(out, "<Task-%lld>", (long long)as_small(f->name));
    else {
        buf_adds(out, "<Task ");
        str_to_utf8(AS(Str, f->name), out);
        buf_addc(out, '>');
    }
}

static void put_named(const char *what, Value name, Buf *out) {
    buf_adds(out, what);
    if (is_str(name)) str_to_utf8(AS(Str, name), out);
}

static void put_object(VM *vm, Value v, Buf *out, int depth) {
    Obj *o = as_obj(v);
    switch (o->kind) {
    case KIND_STR: put_str((Str *)o, out); break;
    case KIND_BYTES: put_bytes((Bytes *)o, out); break;
    case KIND_BIGINT: put_bigint((BigInt *)o, out); break;
    case KIND_BOXED: put_value(vm, ((Boxed *)o)->inner, out, depth); break;
    case KIND_LIST: put_items(vm, ((List *)o)->items, ((List *)o)->len, "[]", out, depth); break;
    case KIND_TUPLE: put_items(vm, ((Tuple *)o)->items, ((Tuple *)o)->len, "()", out, depth); break;
    case KIND_DICT: put_dict(vm, (Dict *)o, out, depth); break;
    case KIND_SET: put_set(vm, (Set *)o, out, depth); break;
    case KIND_EXCEPTION: put_exception(vm, (Exception *)o, out, depth); break;
    case KIND_INSTANCE: put_instance(vm, (Instance *)o, out, depth); break;
    case KIND_CLASS: buf_printf(out, "<class %s>", class_name((Class *)o)); break;
    case KIND_FUNCTION: put_named("function ", ((Function *)o)->name, out); break;
    case KIND_GENERATOR: put_named("coroutine ", ((Generator *)o)->name, out); break;
    default:
        if (is_future(v)) put_future(as_future(v), out);
        else buf_printf(out, "<%s>", class_name(o->cls));
        break;
    }
}

static void put_value(VM *vm, Value v, Buf *out, int depth) {
    if (is_int(v)) buf_printf(out, "%lld", (long long)as_small(v));
    else if (is_float(v)) float_repr(as_float(v), out);
    else if (!is_obj(v)) put_special(v, out);
    else if (depth > DEPTH_LIMIT || out->len > TEXT_LIMIT) buf_adds(out, more);
    else put_object(vm, v, out, depth);
}

/* --- for the record ------------------------------------------------------------------------------ */

/* Between two characters. */
static void cut(Buf *text) {
    if (text->len <= TEXT_LIMIT) return;
    size_t end = TEXT_LIMIT;
    while (end > 0 && ((unsigned char)text->data[end] & 0xC0) == 0x80) end--;
    text->len = end;
    buf_adds(text, more);
}

void record_value_text(VM *vm, Value v, Buf *out) {
    put_value(vm, v, out, 0);
    cut(out);
}

static StringId keep(VM *vm, Buf *text) {
    cut(text);
    StringId id = trace_passing(recorder(vm)->trace, text->data, text->len);
    buf_deinit(text);
    return id;
}

StringId record_str(VM *vm, Value str) {
    if (!recorder(vm) || !is_str(str)) return 0;
    Buf text = {0};
    str_to_utf8(AS(Str, str), &text);
    return keep(vm, &text);
}

ValueCode record_value(VM *vm, Value v) {
    if (!recorder(vm) || v == V_NONE) return 0;
    if (is_int(v) && trace_value_fits(as_small(v))) return trace_value_int(as_small(v));
    Buf text = {0};
    put_value(vm, v, &text, 0);
    return keep(vm, &text);
}

uint32_t record_count(Value number) {
    int64_t n;
    if (!int_clamped(number, &n) || n < 0) return 0;
    return n < UINT32_MAX ? (uint32_t)n : UINT32_MAX;
}

/* As the last line of a traceback. */
StringId record_exception(VM *vm, Value exception) {
    if (!recorder(vm) || !is_kind(exception, KIND_EXCEPTION)) return 0;
    const Exception *e = AS(Exception, exception);
    const Tuple *args = is_tuple(e->args) ? AS(Tuple, e->args) : NULL;
    Buf text = {0};
    buf_adds(&text, class_name(e->obj.cls));
    if (class_derives(e->obj.cls, vm->types[T_BASE_EXCEPTION_GROUP]) && is_tuple(e->extra[1])) {
        uint32_t n = AS(Tuple, e->extra[1])->len;
        put_named(": ", e->extra[0], &text);
        buf_printf(&text, " (%u sub-exception%s)", n, n == 1 ? "" : "s");
    } else if (args && args->len > 0) {
        buf_adds(&text, ": ");
        bool plain =
            args->len == 1 && is_str(args->items[0]) && !class_derives(e->obj.cls, vm->types[T_KEY_ERROR]);
        if (plain) str_to_utf8(AS(Str, args->items[0]), &text);
        else if (args->len == 1) put_value(vm, args->items[0], &text, 0);
        else put_items(vm, args->items, args->len, "()", &text, 0);
    }
    return keep(vm, &text);
}

static StringId coroutine_name(VM *vm, Value coroutine) {
    static const char locals[] = "<locals>.";
    Buf name = {0};
    if (is_kind(coroutine, KIND_GENERATOR)) put_named("", AS(Generator, coroutine)->qualname, &name);
    else buf_adds(&name, type_name(vm, coroutine));
    const char *text = buf_cstr(&name);
    for (const char *p; (p = strstr(text, locals));) text = p + sizeof locals - 1;
    StringId id = trace_cstring(recorder(vm)->trace, text);
    buf_deinit(&name);
    return id;
}

/* "Kitchen.cook", without the functions that it is defined in. Most go by the name that their code
 * has, and codes live as long as the machine. */
StringId record_coroutine_name(VM *vm, Value coroutine) {
    Recorder *r = recorder(vm);
    if (!r) return 0;
    const Generator *g = is_kind(coroutine, KIND_GENERATOR) ? AS(Generator, coroutine) : NULL;
    if (!g || !g->code || g->qualname != from_obj(g->code->qualname)) return coroutine_name(vm, coroutine);
    uint32_t slot = (uint32_t)((uintptr_t)g->code >> 6) & (NAME_SLOTS - 1);
    if (r->names[slot].code != g->code) {
        r->names[slot].name = coroutine_name(vm, coroutine);
        r->names[slot].code = g->code;
    }
    return r->names[slot].name;
}

static bool runs_in_context(VM *vm, Value callable) {
    Value self = is_kind(callable, KIND_METHOD)   ? AS(Method, callable)->self
                 : is_kind(callable, KIND_NATIVE) ? AS(Native, callable)->self
                                                  : V_UNDEF;
    return self != V_UNDEF && strcmp(type_name(vm, self), "_contextvars.Context") == 0;
}

/* What a partial calls in the end: to_thread makes one of context.run and the function. */
static Value called_by(VM *vm, Value callable) {
    const Tuple *args;
    Value inner = lib_partial_of(vm, callable, &args);
    if (inner == V_UNDEF) return callable;
    return runs_in_context(vm, inner) && args->len > 0 ? args->items[0] : inner;
}

/* What a callback goes by. */
StringId record_function_name(VM *vm, Value callable) {
    if (!recorder(vm)) return 0;
    Buf text = {0};
    callable = called_by(vm, callable);
    if (is_kind(callable, KIND_METHOD)) callable = AS(Method, callable)->function;
    if (is_kind(callable, KIND_FUNCTION)) put_named("", AS(Function, callable)->name, &text);
    else if (is_kind(callable, KIND_NATIVE)) buf_adds(&text, AS(Native, callable)->def->name);
    else put_value(vm, callable, &text, DEPTH_LIMIT);
    return keep(vm, &text);
}
