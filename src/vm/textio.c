#include "vm/textio.h"
#include "vm/codec.h"
#include "vm/containers.h"
#include "vm/str_methods.h"
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
    const char *p = text->data + from, *end = text->data + text->len;
    if (stream_of(file) == 2) return true; /* there they are escaped */
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

static Value write_lines(VM *vm, Value *args, NativeFn write) {
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
    return write_lines(vm, args, stream_write);
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

/* --- io.StringIO ---------------------------------------------------------------------------------------- */

enum { MEMORY_TEXT, MEMORY_AT, MEMORY_CLOSED, MEMORY_SLOTS };

static Value *slots_of(Value file) {
    return AS(Record, file)->slots;
}

static Str *contents(Value file) {
    return AS(Str, slots_of(file)[MEMORY_TEXT]);
}

static int64_t position(Value file) {
    return as_small(slots_of(file)[MEMORY_AT]);
}

static Value empty(VM *vm) {
    return str_new(vm, "", 0);
}

static bool is_open(VM *vm, Value file) {
    if (slots_of(file)[MEMORY_CLOSED] != V_TRUE) return true;
    vm_raise(vm, T_VALUE_ERROR, "I/O operation on closed file");
    return false;
}

static Value not_str(VM *vm, const char *message, Value v) {
    return vm_raise(vm, T_TYPE_ERROR, message, type_name(vm, v));
}

static Value memory_new(VM *vm, Value *args, int n) {
    (void)n;
    bool given = args[1] != V_UNDEF && !is_none(args[1]);
    if (given && !is_str(args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "initial_value must be str or None, not %s", type_name(vm, args[1]));
    Value file = record_new(vm, AS(Class, args[0]), MEMORY_SLOTS);
    slots_of(file)[MEMORY_TEXT] = given ? str_plain(vm, AS(Str, args[1])) : empty(vm);
    slots_of(file)[MEMORY_AT] = from_small(0);
    slots_of(file)[MEMORY_CLOSED] = V_FALSE;
    return file;
}

/* Writing behind the end fills the gap with zeros; within, it overwrites. */
static Value spliced(VM *vm, Value file, Str *s) {
    Str *all = contents(file);
    int64_t at = position(file);
    if (at == all->len) return str_concat(vm, all, s);
    if (at > all->len) {
        Value gap = text_repeat(vm, str_char(vm, 0), from_small(at - all->len));
        Value padded = gap == V_ERROR ? gap : str_concat(vm, all, AS(Str, gap));
        return padded == V_ERROR ? padded : str_concat(vm, AS(Str, padded), s);
    }
    Value head = str_concat(vm, AS(Str, str_sub(vm, all, 0, (uint32_t)at)), s);
    if (head == V_ERROR || at + s->len >= all->len) return head;
    return str_concat(vm, AS(Str, head), AS(Str, str_sub(vm, all, (uint32_t)at + s->len, all->len)));
}

static Value memory_put(VM *vm, Value file, Str *s) {
    if (s->len == 0) return from_small(0);
    Value all = spliced(vm, file, s);
    if (all == V_ERROR) return V_ERROR;
    slots_of(file)[MEMORY_TEXT] = all;
    slots_of(file)[MEMORY_AT] = from_small(position(file) + s->len);
    return from_small(s->len);
}

static Value memory_write(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[1])) return not_str(vm, "string argument expected, got '%s'", args[1]);
    return is_open(vm, args[0]) ? memory_put(vm, args[0], AS(Str, args[1])) : V_ERROR;
}

static Value memory_writelines(VM *vm, Value *args, int n) {
    (void)n;
    return is_open(vm, args[0]) ? write_lines(vm, args, memory_write) : V_ERROR;
}

static Value memory_getvalue(VM *vm, Value *args, int n) {
    (void)n;
    return is_open(vm, args[0]) ? slots_of(args[0])[MEMORY_TEXT] : V_ERROR;
}

/* How many code points may be read: an int, or None or nothing for all. */
static bool read_limit(VM *vm, Value arg, int64_t *out) {
    *out = INT64_MAX;
    if (arg == V_UNDEF || is_none(arg)) return true;
    if (!int_is(arg)) {
        vm_raise(vm, T_TYPE_ERROR, "argument should be integer or None, not '%s'", type_name(vm, arg));
        return false;
    }
    int_clamped(arg, out);
    if (*out < 0) *out = INT64_MAX;
    return true;
}

static Value read_to(VM *vm, Value file, int64_t end) {
    int64_t at = position(file);
    if (at >= contents(file)->len) return empty(vm);
    slots_of(file)[MEMORY_AT] = from_small(end);
    return str_sub(vm, contents(file), (uint32_t)at, (uint32_t)end);
}

static Value memory_read(VM *vm, Value *args, int n) {
    (void)n;
    int64_t most, len = contents(args[0])->len, at = position(args[0]);
    if (!is_open(vm, args[0]) || !read_limit(vm, args[1], &most)) return V_ERROR;
    return read_to(vm, args[0], most < len - at ? at + most : len);
}

static int64_t line_end(Value file, int64_t most) {
    const Str *s = contents(file);
    int64_t i = position(file), end = most < s->len - i ? i + most : s->len;
    while (i < end && str_at(s, (uint32_t)i) != '\n') i++;
    return i < end ? i + 1 : end;
}

static Value memory_readline(VM *vm, Value *args, int n) {
    (void)n;
    int64_t most;
    if (!is_open(vm, args[0]) || !read_limit(vm, args[1], &most)) return V_ERROR;
    return read_to(vm, args[0], line_end(args[0], most));
}

static Value memory_readlines(VM *vm, Value *args, int n) {
    (void)n;
    int64_t hint, read = 0;
    if (!is_open(vm, args[0]) || !read_limit(vm, args[1], &hint)) return V_ERROR;
    if (hint == 0) hint = INT64_MAX;
    Value lines = list_new(vm, 0);
    while (position(args[0]) < contents(args[0])->len && read < hint) {
        Value line = read_to(vm, args[0], line_end(args[0], INT64_MAX));
        read += AS(Str, line)->len;
        list_push(vm, AS(List, lines), line);
    }
    return lines;
}

static Value memory_next(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_open(vm, args[0])) return V_ERROR;
    if (position(args[0]) >= contents(args[0])->len) return vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF);
    return read_to(vm, args[0], line_end(args[0], INT64_MAX));
}

static Value memory_iter(VM *vm, Value *args, int n) {
    (void)n;
    return is_open(vm, args[0]) ? args[0] : V_ERROR;
}

static Value memory_seek(VM *vm, Value *args, int n) {
    (void)n;
    int64_t offset, whence;
    if (!is_open(vm, args[0]) || index_arg(vm, args[1], true, &offset) != YES ||
        text_int(vm, args[2], 0, &whence) != YES)
        return V_ERROR;
    if (whence < 0 || whence > 2)
        return vm_raise(vm, T_VALUE_ERROR, "Invalid whence (%lld, should be 0, 1 or 2)", (long long)whence);
    if (offset < 0 && whence == 0) return vm_raise(vm, T_VALUE_ERROR, "Negative seek position %lld", (long long)offset);
    if (whence != 0 && offset != 0) return vm_raise(vm, T_OS_ERROR, "Can't do nonzero cur-relative seeks");
    if (whence == 1) offset = position(args[0]);
    if (whence == 2) offset = contents(args[0])->len;
    if (!fits_small(offset)) return vm_raise(vm, T_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
    slots_of(args[0])[MEMORY_AT] = from_small(offset);
    return from_small(offset);
}

static Value memory_tell(VM *vm, Value *args, int n) {
    (void)n;
    return is_open(vm, args[0]) ? from_small(position(args[0])) : V_ERROR;
}

static Value memory_truncate(VM *vm, Value *args, int n) {
    (void)n;
    int64_t size = position(args[0]);
    if (!is_open(vm, args[0])) return V_ERROR;
    if (args[1] != V_UNDEF && !is_none(args[1]) && index_arg(vm, args[1], true, &size) != YES) return V_ERROR;
    if (size < 0) return vm_raise(vm, T_VALUE_ERROR, "Negative size value %lld", (long long)size);
    if (size < contents(args[0])->len) slots_of(args[0])[MEMORY_TEXT] = str_sub(vm, contents(args[0]), 0, (uint32_t)size);
    return int_from_i64(vm, size);
}

static Value memory_close(VM *vm, Value *args, int n) {
    (void)n;
    slots_of(args[0])[MEMORY_TEXT] = empty(vm);
    slots_of(args[0])[MEMORY_CLOSED] = V_TRUE;
    return V_NONE;
}

static Value memory_closed(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return slots_of(args[0])[MEMORY_CLOSED];
}

static Value memory_able(VM *vm, Value *args, int n) {
    (void)n;
    return is_open(vm, args[0]) ? V_TRUE : V_ERROR;
}

static const NativeDef memory_construct = {"StringIO", memory_new, 1, 3, 0, "initial_value, newline"};

static const NativeDef memory_methods[] = {
    {"write", memory_write, 2, 2, NF_SELF, NULL},
    {"writelines", memory_writelines, 2, 2, NF_SELF | NF_LIST1, NULL},
    {"getvalue", memory_getvalue, 1, 1, NF_SELF, NULL},
    {"read", memory_read, 1, 2, NF_SELF, NULL},
    {"readline", memory_readline, 1, 2, NF_SELF, NULL},
    {"readlines", memory_readlines, 1, 2, NF_SELF, NULL},
    {"seek", memory_seek, 2, 3, NF_SELF, NULL},
    {"tell", memory_tell, 1, 1, NF_SELF, NULL},
    {"truncate", memory_truncate, 1, 2, NF_SELF, NULL},
    {"close", memory_close, 1, 1, NF_SELF, NULL},
    {"flush", nothing, 1, 1, NF_SELF, NULL},
    {"isatty", no, 1, 1, NF_SELF, NULL},
    {"readable", memory_able, 1, 1, NF_SELF, NULL},
    {"writable", memory_able, 1, 1, NF_SELF, NULL},
    {"seekable", memory_able, 1, 1, NF_SELF, NULL},
    {"__enter__", memory_iter, 1, 1, NF_SELF, NULL},
    {"__exit__", memory_close, 1, 4, NF_SELF, NULL},
    {"__iter__", memory_iter, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"__next__", memory_next, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"closed", memory_closed, 1, 1, NF_GETTER, NULL},
    {"line_buffering", no, 1, 1, NF_GETTER, NULL},
    {"newlines", nothing, 1, 1, NF_GETTER, NULL},
    {"encoding", nothing, 1, 1, NF_GETTER, NULL},
    {"errors", nothing, 1, 1, NF_GETTER, NULL},
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
        if (t == YES && is_kind(p->file, KIND_RECORD) && !check_surrogates(vm, p->file, out, start)) t = FAILED;
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

static Value print_to_memory(VM *vm, const Printing *p, Value *args, int n) {
    if (!is_open(vm, p->file)) return V_ERROR;
    Buf *out = text_borrow(vm);
    Printing unchecked = *p;
    unchecked.file = V_NONE;
    Tri t = put_line(vm, &unchecked, args, n, out);
    Value put = t == NEEDS_PYTHON ? V_TAIL : memory_put(vm, p->file, AS(Str, str_new(vm, out->data, out->len)));
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
    if (is_obj(p.file) && as_obj(p.file)->cls == textio_wrapper_class(vm)) done = print_to_stream(vm, &p, args, n);
    else if (is_obj(p.file) && as_obj(p.file)->cls == textio_string_class(vm)) done = print_to_memory(vm, &p, args, n);
    if (done != V_TAIL) return done;
    return vm_twin(vm, TWIN_PRINT, 5, tuple_from(vm, args, (uint32_t)n), p.sep, p.end, p.file, p.flush);
}

Value textio_input(VM *vm, Value *args, int n) {
    (void)n;
    Buf *b = text_borrow(vm);
    Tri t = args[0] == V_UNDEF ? YES : val_str(vm, args[0], b);
    if (t == YES) send(vm, kept(vm, KEPT_OUT), b, b->len);
    text_return(vm, b);
    return t == FAILED ? V_ERROR : vm_raise(vm, T_EOF_ERROR, "EOF when reading a line");
}

void textio_setup(VM *vm) {
    Value all = tuple_new(vm, KEPT_COUNT);
    vm->state_roots[STATE_TEXT] = all;
    Value *items = AS(Tuple, all)->items;
    Class *object = class_get(vm, T_OBJECT);
    Class *wrapper = class_define(vm, "_io", "TextIOWrapper", object, KIND_RECORD, &wrapper_construct, wrapper_methods);
    Class *memory = class_define(vm, "_io", "StringIO", object, KIND_RECORD, &memory_construct, memory_methods);
    items[KEPT_WRAPPER] = from_obj(wrapper);
    items[KEPT_STRING_IO] = from_obj(memory);
    for (int i = 0; i < 2; i++) {
        items[KEPT_OUT + i] = record_new(vm, wrapper, STREAM_SLOTS);
        AS(Record, items[KEPT_OUT + i])->slots[STREAM_NUMBER] = from_small(i + 1);
    }
    items[KEPT_SYS] = from_obj(str_intern(vm, "sys", 3));
    items[KEPT_STDOUT] = from_obj(str_intern(vm, "stdout", 6));
}
