/* io.StringIO: a text file in memory. */
#include "vm/str_methods.h"
#include "vm/textio.h"

enum { MEMORY_TEXT, MEMORY_AT, MEMORY_CLOSED, MEMORY_NEWLINE, MEMORY_SLOTS };

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

bool string_io_is_open(VM *vm, Value file) {
    if (slots_of(file)[MEMORY_CLOSED] != V_TRUE) return true;
    vm_raise(vm, T_VALUE_ERROR, "I/O operation on closed file");
    return false;
}

/* --- writing -------------------------------------------------------------------------------- */

/* `newline`: None makes every line end "\n"; "\r" and "\r\n" are put in the place of "\n". */
static Value with_newlines(VM *vm, Value file, Str *s) {
    Value newline = slots_of(file)[MEMORY_NEWLINE], n = str_char(vm, '\n'), r = str_char(vm, '\r');
    Value text = from_obj(s);
    if (is_none(newline)) {
        Value both[] = {text, str_new(vm, "\r\n", 2), n, V_UNDEF}, lone[] = {V_NONE, r, n, V_UNDEF};
        lone[0] = text_replace(vm, both, 3);
        return lone[0] == V_ERROR ? V_ERROR : text_replace(vm, lone, 3);
    }
    Value all[] = {text, n, newline, V_UNDEF};
    return AS(Str, newline)->len && str_at(AS(Str, newline), 0) == '\r' ? text_replace(vm, all, 3) : text;
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

Value string_io_put(VM *vm, Value file, Str *s) {
    Value shown = with_newlines(vm, file, s);
    if (shown == V_ERROR || s->len == 0) return shown == V_ERROR ? shown : from_small(0);
    Value all = spliced(vm, file, AS(Str, shown));
    if (all == V_ERROR) return V_ERROR;
    slots_of(file)[MEMORY_TEXT] = all;
    slots_of(file)[MEMORY_AT] = from_small(position(file) + AS(Str, shown)->len);
    return from_small(s->len);
}

static Value write(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "string argument expected, got '%s'", type_name(vm, args[1]));
    return string_io_is_open(vm, args[0]) ? string_io_put(vm, args[0], AS(Str, args[1])) : V_ERROR;
}

static Value writelines(VM *vm, Value *args, int n) {
    (void)n;
    return string_io_is_open(vm, args[0]) ? textio_write_lines(vm, args, write) : V_ERROR;
}

/* --- making ------------------------------------------------------------------------------------ */

static bool good_newline(VM *vm, Value v) {
    static const char *const known[] = {"", "\n", "\r", "\r\n"};
    if (is_none(v)) return true;
    if (!is_str(v)) {
        vm_raise(vm, T_TYPE_ERROR, "newline must be str or None, not %s", type_name(vm, v));
        return false;
    }
    for (int i = 0; i < 4; i++)
        if (str_is(AS(Str, v), known[i])) return true;
    Buf *b = text_borrow(vm);
    val_repr(vm, v, b);
    vm_raise(vm, T_VALUE_ERROR, "illegal newline value: %s", buf_cstr(b));
    text_return(vm, b);
    return false;
}

/* __init__: (self, initial_value, newline) */
static Value init(VM *vm, Value *args, int n) {
    (void)n;
    bool given = args[1] != V_UNDEF && !is_none(args[1]);
    if (given && !is_str(args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "initial_value must be str or None, not %s",
                        type_name(vm, args[1]));
    Value newline = args[2] == V_UNDEF ? str_char(vm, '\n') : args[2];
    if (!good_newline(vm, newline)) return V_ERROR;
    Value *slots = slots_of(args[0]);
    slots[MEMORY_TEXT] = empty(vm);
    slots[MEMORY_AT] = from_small(0);
    slots[MEMORY_CLOSED] = V_FALSE;
    slots[MEMORY_NEWLINE] = newline;
    if (given && string_io_put(vm, args[0], AS(Str, args[1])) == V_ERROR) return V_ERROR;
    slots[MEMORY_AT] = from_small(0);
    return V_NONE;
}

static Value construct(VM *vm, Value *args, int n) {
    Value file = record_new(vm, AS(Class, args[0]), MEMORY_SLOTS);
    Value given[] = {file, args[1], args[2]};
    return init(vm, given, n) == V_ERROR ? V_ERROR : file;
}

/* --- reading ----------------------------------------------------------------------------------- */

/* What is left to do after an argument was looked at. */
static Value stopped(VM *vm, Tri t, const char *method, int n, const Value *args) {
    return t == NEEDS_PYTHON ? text_with_ints(vm, method, n, args) : V_ERROR;
}

/* How many code points may be read: an int, or None or nothing for all. */
static Tri read_limit(VM *vm, Value file, Value arg, int64_t *out) {
    *out = INT64_MAX;
    if (!string_io_is_open(vm, file)) return FAILED;
    if (arg == V_UNDEF || is_none(arg)) return YES;
    Tri t = index_arg(vm, arg, true, out);
    if (t == FAILED) {
        vm_clear_error(vm);
        vm_raise(vm, T_TYPE_ERROR, "argument should be integer or None, not '%s'", type_name(vm, arg));
    }
    if (t == YES && *out < 0) *out = INT64_MAX;
    return t;
}

static Value read_to(VM *vm, Value file, int64_t end) {
    int64_t at = position(file);
    if (at >= contents(file)->len) return empty(vm);
    slots_of(file)[MEMORY_AT] = from_small(end);
    return str_sub(vm, contents(file), (uint32_t)at, (uint32_t)end);
}

static Value read(VM *vm, Value *args, int n) {
    int64_t most, len = contents(args[0])->len, at = position(args[0]);
    Tri t = read_limit(vm, args[0], args[1], &most);
    if (t != YES) return stopped(vm, t, "read", n, args);
    return read_to(vm, args[0], most < len - at ? at + most : len);
}

/* Behind the line end at `i`, or 0 if there is none. */
static int64_t after_newline(Value file, int64_t i) {
    const Str *s = contents(file);
    Value newline = slots_of(file)[MEMORY_NEWLINE];
    uint32_t c = str_at(s, (uint32_t)i), next = i + 1 < s->len ? str_at(s, (uint32_t)i + 1) : 0;
    if (is_none(newline)) return c == '\n' ? i + 1 : 0;
    const Str *end = AS(Str, newline);
    if (end->len == 0) return c == '\n' ? i + 1 : c != '\r' ? 0 : next == '\n' ? i + 2 : i + 1;
    if (c != str_at(end, 0)) return 0;
    return end->len == 1 ? i + 1 : next == '\n' ? i + 2 : 0;
}

static int64_t line_end(Value file, int64_t most) {
    int64_t i = position(file), len = contents(file)->len, end = most < len - i ? i + most : len;
    for (; i < end; i++) {
        int64_t behind = after_newline(file, i);
        if (behind) return behind < end ? behind : end;
    }
    return end;
}

static Value readline(VM *vm, Value *args, int n) {
    int64_t most;
    Tri t = read_limit(vm, args[0], args[1], &most);
    if (t != YES) return stopped(vm, t, "readline", n, args);
    return read_to(vm, args[0], line_end(args[0], most));
}

static Value readlines(VM *vm, Value *args, int n) {
    int64_t hint, done = 0;
    Tri t = read_limit(vm, args[0], args[1], &hint);
    if (t != YES) return stopped(vm, t, "readlines", n, args);
    if (hint == 0) hint = INT64_MAX;
    Value lines = list_new(vm, 0);
    while (position(args[0]) < contents(args[0])->len && done < hint) {
        Value line = read_to(vm, args[0], line_end(args[0], INT64_MAX));
        done += AS(Str, line)->len;
        list_push(vm, AS(List, lines), line);
    }
    return lines;
}

static Value next(VM *vm, Value *args, int n) {
    (void)n;
    if (!string_io_is_open(vm, args[0])) return V_ERROR;
    if (position(args[0]) >= contents(args[0])->len) return vm_raise_value(vm, T_STOP_ITERATION, V_UNDEF);
    return read_to(vm, args[0], line_end(args[0], INT64_MAX));
}

static Value getvalue(VM *vm, Value *args, int n) {
    (void)n;
    return string_io_is_open(vm, args[0]) ? slots_of(args[0])[MEMORY_TEXT] : V_ERROR;
}

/* --- places -------------------------------------------------------------------------------------- */

static Value seek(VM *vm, Value *args, int n) {
    int64_t offset, whence;
    if (!string_io_is_open(vm, args[0])) return V_ERROR;
    Tri t = index_arg(vm, args[1], true, &offset);
    if (t == YES) t = text_int(vm, args[2], 0, &whence);
    if (t != YES) return stopped(vm, t, "seek", n, args);
    if (whence < 0 || whence > 2)
        return vm_raise(vm, T_VALUE_ERROR, "Invalid whence (%lld, should be 0, 1 or 2)", (long long)whence);
    if (offset < 0 && whence == 0)
        return vm_raise(vm, T_VALUE_ERROR, "Negative seek position %lld", (long long)offset);
    if (whence != 0 && offset != 0) return vm_raise(vm, T_OS_ERROR, "Can't do nonzero cur-relative seeks");
    if (whence == 1) offset = position(args[0]);
    if (whence == 2) offset = contents(args[0])->len;
    if (!fits_small(offset))
        return vm_raise(vm, T_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
    slots_of(args[0])[MEMORY_AT] = from_small(offset);
    return from_small(offset);
}

static Value tell(VM *vm, Value *args, int n) {
    (void)n;
    return string_io_is_open(vm, args[0]) ? from_small(position(args[0])) : V_ERROR;
}

static Value truncate(VM *vm, Value *args, int n) {
    int64_t size = position(args[0]);
    if (!string_io_is_open(vm, args[0])) return V_ERROR;
    Tri t = args[1] == V_UNDEF || is_none(args[1]) ? YES : index_arg(vm, args[1], true, &size);
    if (t != YES) return stopped(vm, t, "truncate", n, args);
    if (size < 0) return vm_raise(vm, T_VALUE_ERROR, "Negative size value %lld", (long long)size);
    if (size < contents(args[0])->len)
        slots_of(args[0])[MEMORY_TEXT] = str_sub(vm, contents(args[0]), 0, (uint32_t)size);
    return int_from_i64(vm, size);
}

static Value close(VM *vm, Value *args, int n) {
    (void)n;
    slots_of(args[0])[MEMORY_TEXT] = empty(vm);
    slots_of(args[0])[MEMORY_CLOSED] = V_TRUE;
    return V_NONE;
}

/* --- facts ---------------------------------------------------------------------------------------- */

static Value itself(VM *vm, Value *args, int n) {
    (void)n;
    return string_io_is_open(vm, args[0]) ? args[0] : V_ERROR;
}

static Value is_closed(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return slots_of(args[0])[MEMORY_CLOSED];
}

static Value yes(VM *vm, Value *args, int n) {
    (void)n;
    return string_io_is_open(vm, args[0]) ? V_TRUE : V_ERROR;
}

static Value no(VM *vm, Value *args, int n) {
    (void)n;
    return string_io_is_open(vm, args[0]) ? V_FALSE : V_ERROR;
}

static Value nothing(VM *vm, Value *args, int n) {
    (void)n;
    return string_io_is_open(vm, args[0]) ? V_NONE : V_ERROR;
}

const NativeDef string_io_construct = {"StringIO", construct, 1, 3, 0, "initial_value, newline"};

const NativeDef string_io_methods[] = {
    {"__init__", init, 1, 3, NF_SELF | NF_SLOT, "initial_value, newline"},
    {"write", write, 2, 2, NF_SELF, NULL},
    {"writelines", writelines, 2, 2, NF_SELF | NF_LIST1, NULL},
    {"getvalue", getvalue, 1, 1, NF_SELF, NULL},
    {"read", read, 1, 2, NF_SELF, NULL},
    {"readline", readline, 1, 2, NF_SELF, NULL},
    {"readlines", readlines, 1, 2, NF_SELF, NULL},
    {"seek", seek, 2, 3, NF_SELF, NULL},
    {"tell", tell, 1, 1, NF_SELF, NULL},
    {"truncate", truncate, 1, 2, NF_SELF, NULL},
    {"close", close, 1, 1, NF_SELF, NULL},
    {"flush", nothing, 1, 1, NF_SELF, NULL},
    {"isatty", no, 1, 1, NF_SELF, NULL},
    {"readable", yes, 1, 1, NF_SELF, NULL},
    {"writable", yes, 1, 1, NF_SELF, NULL},
    {"seekable", yes, 1, 1, NF_SELF, NULL},
    {"__enter__", itself, 1, 1, NF_SELF, NULL},
    {"__exit__", close, 1, 4, NF_SELF, NULL},
    {"__iter__", itself, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"__next__", next, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"closed", is_closed, 1, 1, NF_GETTER, NULL},
    {"line_buffering", no, 1, 1, NF_GETTER, NULL},
    {"newlines", nothing, 1, 1, NF_GETTER, NULL},
    {"encoding", nothing, 1, 1, NF_GETTER, NULL},
    {"errors", nothing, 1, 1, NF_GETTER, NULL},
    {0},
};
