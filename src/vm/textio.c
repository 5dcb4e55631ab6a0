#include "vm/textio.h"
#include "vm/codec.h"
#include "vm/containers.h"
#include "vm/vm_internal.h"

/* What the VM keeps: state_roots[STATE_TEXT] is a tuple of these. */
enum { KEPT_WRAPPER, KEPT_STRING_IO, KEPT_OUT, KEPT_ERR, KEPT_SYS, KEPT_STDOUT, KEPT_COUNT };

static Value kept(VM *vm, int which) {
    return AS(Tuple, vm->state_roots[STATE_TEXT])->items[which];
}

Value textio_stream(VM *vm, int stream) {
    return kept(vm, stream == 2 ? KEPT_ERR : KEPT_OUT);
}

Class *textio_wrapper_class(VM *vm) {
    return AS(Class, kept(vm, KEPT_WRAPPER));
}

Class *textio_string_class(VM *vm) {
    return AS(Class, kept(vm, KEPT_STRING_IO));
}

static Value nothing(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return V_NONE;
}

static Value yes(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return V_TRUE;
}

static Value no(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return V_FALSE;
}

/* --- standard output and error ------------------------------------------------------------------- */

enum { STREAM_NUMBER, STREAM_SLOTS };

static int stream_of(Value file) {
    return (int)as_small(AS(Record, file)->slots[STREAM_NUMBER]);
}

/* UTF-8 has no lone surrogates, though a str may. `from` is where the text begins. */
static bool check_surrogates(VM *vm, Value file, const Buf *text, size_t from) {
    if (stream_of(file) == 2) return true; /* there they are escaped */
    if (from == text->len) return true;
    const char *p = text->data + from, *end = text->data + text->len;
    while (p < end && (p = memchr(p, 0xED, (size_t)(end - p))) && (unsigned char)p[1] < 0xA0) p++;
    if (!p || p >= end) return true;
    Value s = str_new(vm, text->data + from, text->len - from);
    return codec_encode(vm, AS(Str, s), V_UNDEF, V_UNDEF) != V_ERROR;
}

static void send(VM *vm, Value file, const Buf *text, size_t len) {
    const Host *host = vm_host(vm);
    if (len > 0) host->write(host->data, stream_of(file), text->data, len);
}

static Value stream_write(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "write() argument must be str, not %s",
                        is_none(args[1]) ? "None" : type_name(vm, args[1]));
    Buf *b = text_borrow(vm);
    str_to_utf8(AS(Str, args[1]), b);
    bool fine = check_surrogates(vm, args[0], b, 0);
    if (fine) send(vm, args[0], b, b->len);
    text_return(vm, b);
    return fine ? from_small(AS(Str, args[1])->len) : V_ERROR;
}

Value textio_write_lines(VM *vm, Value *args, NativeFn write) {
    const Value *items;
    uint32_t n;
    if (!iter_items(vm, args[1], &items, &n)) return V_ERROR;
    for (uint32_t i = 0; i < n; i++) {
        Value one[2] = {args[0], items[i]};
        if (write(vm, one, 2) == V_ERROR) return V_ERROR;
    }
    return V_NONE;
}

static Value stream_writelines(VM *vm, Value *args, int n) {
    (void)n;
    return textio_write_lines(vm, args, stream_write);
}

static Value stream_fileno(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_small(stream_of(args[0]));
}

static Value stream_encoding(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return str_from(vm, "utf-8");
}

static Value stream_errors(VM *vm, Value *args, int n) {
    (void)n;
    return str_from(vm, stream_of(args[0]) == 2 ? "backslashreplace" : "strict");
}

static Value stream_name(VM *vm, Value *args, int n) {
    (void)n;
    return str_from(vm, stream_of(args[0]) == 2 ? "<stderr>" : "<stdout>");
}

static Value stream_mode(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return str_from(vm, "w");
}

static Value stream_repr(VM *vm, Value *args, int n) {
    (void)n;
    return str_format(vm, "<_io.TextIOWrapper name='<%s>' mode='w' encoding='utf-8'>",
                      stream_of(args[0]) == 2 ? "stderr" : "stdout");
}

static Value cannot_make(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return vm_raise(vm, T_TYPE_ERROR, "cannot create '_io.TextIOWrapper' instances");
}

static const NativeDef wrapper_construct = {"TextIOWrapper", cannot_make, 1, -1, NF_KEYWORDS, NULL};

static const NativeDef wrapper_methods[] = {
    {"write", stream_write, 2, 2, NF_SELF, NULL},
    {"writelines", stream_writelines, 2, 2, NF_SELF | NF_LIST1, NULL},
    {"flush", nothing, 1, 1, NF_SELF, NULL},
    {"reconfigure", nothing, 1, 1, NF_SELF | NF_KEYWORDS, NULL},
    {"isatty", no, 1, 1, NF_SELF, NULL},
    {"readable", no, 1, 1, NF_SELF, NULL},
    {"writable", yes, 1, 1, NF_SELF, NULL},
    {"seekable", no, 1, 1, NF_SELF, NULL},
    {"fileno", stream_fileno, 1, 1, NF_SELF, NULL},
    {"__repr__", stream_repr, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"encoding", stream_encoding, 1, 1, NF_GETTER, NULL},
    {"errors", stream_errors, 1, 1, NF_GETTER, NULL},
    {"name", stream_name, 1, 1, NF_GETTER, NULL},
    {"mode", stream_mode, 1, 1, NF_GETTER, NULL},
    {"closed", no, 1, 1, NF_GETTER, NULL},
    {"line_buffering", yes, 1, 1, NF_GETTER, NULL},
    {"newlines", nothing, 1, 1, NF_GETTER, NULL},
    {0},
};

/* --- print ------------------------------------------------------------------------------------------------ */

/* sys.stdout as the program may have set it; V_UNDEF if it was deleted. */
static Value current_stdout(VM *vm) {
    Value sys = dict_get_str(vm->modules, AS(Str, kept(vm, KEPT_SYS)));
    if (!is_kind(sys, KIND_MODULE)) return kept(vm, KEPT_OUT);
    return dict_get_str(AS(ModuleObj, sys)->attrs, AS(Str, kept(vm, KEPT_STDOUT)));
}

typedef struct Printing {
    Value sep, end, file, flush; /* V_NONE where nothing was given */
} Printing;

static bool set_option(VM *vm, Printing *p, Str *name, Value v) {
    static const char *const names[] = {"sep", "end", "file", "flush"};
    Value *options[] = {&p->sep, &p->end, &p->file, &p->flush};
    for (int i = 0; i < 4; i++) {
        if (!str_is(name, names[i])) continue;
        *options[i] = v;
        if (i > 1 || is_none(v) || is_str(v)) return true;
        vm_raise(vm, T_TYPE_ERROR, "%s must be None or a string, not %s", names[i], type_name(vm, v));
        return false;
    }
    Buf *b = text_borrow(vm);
    str_to_utf8(name, b);
    vm_raise(vm, T_TYPE_ERROR, "'%s' is an invalid keyword argument for print()", buf_cstr(b));
    text_return(vm, b);
    return false;
}

static bool read_options(VM *vm, Value keywords, Printing *p) {
    *p = (Printing){V_NONE, V_NONE, V_NONE, V_NONE};
    uint32_t i = 0;
    if (keywords == V_UNDEF) return true;
    for (DictEntry *e; (e = dict_next(AS(Dict, keywords), &i));)
        if (!set_option(vm, p, AS(Str, e->key), e->value)) return false;
    return true;
}

static Tri put_line(VM *vm, const Printing *p, const Value *args, int n, Buf *out) {
    for (int i = 0; i < n; i++) {
        if (i > 0 && is_str(p->sep)) str_to_utf8(AS(Str, p->sep), out);
        else if (i > 0) buf_addc(out, ' ');
        size_t start = out->len;
        Tri t = val_str(vm, args[i], out);
        if (t == YES && is_kind(p->file, KIND_RECORD) && !check_surrogates(vm, p->file, out, start))
            t = FAILED;
        /* What went before is printed even so. */
        if (t != YES) return out->len = start, t;
    }
    if (is_str(p->end)) str_to_utf8(AS(Str, p->end), out);
    else buf_addc(out, '\n');
    return YES;
}

static Value print_to_stream(VM *vm, const Printing *p, Value *args, int n) {
    Buf *out = text_borrow(vm);
    Tri t = put_line(vm, p, args, n, out);
    if (t != NEEDS_PYTHON) send(vm, p->file, out, out->len);
    text_return(vm, out);
    return t == YES ? V_NONE : t == FAILED ? V_ERROR : V_TAIL;
}

static Value print_to_string(VM *vm, const Printing *p, Value *args, int n) {
    if (!string_io_is_open(vm, p->file)) return V_ERROR;
    Buf *out = text_borrow(vm);
    Printing unchecked = *p;
    unchecked.file = V_NONE;
    Tri t = put_line(vm, &unchecked, args, n, out);
    Value put =
        t == NEEDS_PYTHON ? V_TAIL : string_io_put(vm, p->file, AS(Str, str_new(vm, out->data, out->len)));
    text_return(vm, out);
    return t == FAILED ? V_ERROR : put == V_ERROR || put == V_TAIL ? put : V_NONE;
}

Value textio_print(VM *vm, Value *args, int n) {
    Printing p;
    if (!read_options(vm, args[n], &p)) return V_ERROR;
    if (is_none(p.file)) p.file = current_stdout(vm);
    if (p.file == V_UNDEF) return vm_raise(vm, T_RUNTIME_ERROR, "lost sys.stdout");
    if (is_none(p.file)) return V_NONE;
    Value done = V_TAIL;
    if (is_obj(p.file) && as_obj(p.file)->cls == textio_wrapper_class(vm))
        done = print_to_stream(vm, &p, args, n);
    else if (is_obj(p.file) && as_obj(p.file)->cls == textio_string_class(vm))
        done = print_to_string(vm, &p, args, n);
    if (done != V_TAIL) return done;
    return vm_twin(vm, TWIN_PRINT, 5, tuple_from(vm, args, (uint32_t)n), p.sep, p.end, p.file, p.flush);
}

void textio_setup(VM *vm) {
    Value all = tuple_new(vm, KEPT_COUNT);
    vm->state_roots[STATE_TEXT] = all;
    Value *items = AS(Tuple, all)->items;
    Class *object = class_get(vm, T_OBJECT);
    Class *wrapper =
        class_define(vm, "_io", "TextIOWrapper", object, KIND_RECORD, &wrapper_construct, wrapper_methods);
    Class *memory =
        class_define(vm, "_io", "StringIO", object, KIND_RECORD, &string_io_construct, string_io_methods);
    items[KEPT_WRAPPER] = from_obj(wrapper);
    items[KEPT_STRING_IO] = from_obj(memory);
    for (int i = 0; i < 2; i++) {
        items[KEPT_OUT + i] = record_new(vm, wrapper, STREAM_SLOTS);
        AS(Record, items[KEPT_OUT + i])->slots[STREAM_NUMBER] = from_small(i + 1);
    }
    items[KEPT_SYS] = from_obj(str_intern(vm, "sys", 3));
    items[KEPT_STDOUT] = from_obj(str_intern(vm, "stdout", 6));
}
