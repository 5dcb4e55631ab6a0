/* The sys module: facts about the interpreter that a program may ask for. They are those of
 * CPython 3.11.7, but for paths and for what does not exist here. */
#include "lib/lib.h"
#include "lib/structseq.h"
#include "vm/num.h"
#include "vm/system.h"
#include "vm/textio.h"

#include <float.h>

/* --- ending, errors, recursion ----------------------------------------------------- */

static Value sys_exit(VM *vm, Value *args, int n) {
    (void)n;
    if (args[0] == V_UNDEF) return vm_raise(vm, T_SYSTEM_EXIT, NULL);
    return vm_raise_value(vm, T_SYSTEM_EXIT, args[0]);
}

static Value exception(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return system_handled(vm);
}

static Value exc_info(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    Value e = system_handled(vm), t = tuple_new(vm, 3);
    if (!is_kind(e, KIND_EXCEPTION)) return t;
    AS(Tuple, t)->items[0] = from_obj(as_obj(e)->cls);
    AS(Tuple, t)->items[1] = e;
    AS(Tuple, t)->items[2] = AS(Exception, e)->traceback;
    return t;
}

/* excepthook(class, exception, traceback) */
static Value except_hook(VM *vm, Value *args, int n) {
    return vm_twin_args(vm, TWIN_EXCEPTHOOK, n, args);
}

static Value get_recursion_limit(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return from_small(system_recursion_limit(vm));
}

/* Reads an int argument of a function that takes nothing else: objects with an __index__
 * are no use here. */
static bool read_int(VM *vm, Value v, int64_t *out) {
    Tri t = index_arg(vm, v, true, out);
    if (t == NEEDS_PYTHON)
        vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(vm, v));
    return t == YES;
}

static Value set_recursion_limit(VM *vm, Value *args, int n) {
    (void)n;
    int64_t limit = 0;
    if (!read_int(vm, args[0], &limit)) return V_ERROR;
    if (limit > INT32_MAX) return vm_raise(vm, T_OVERFLOW_ERROR, "Python int too large to convert to C int");
    if (limit < 1) return vm_raise(vm, T_VALUE_ERROR, "recursion limit must be greater or equal than 1");
    if (limit <= system_depth(vm))
        return vm_raise(vm, T_RECURSION_ERROR,
                        "cannot set the recursion limit to %lld at the recursion depth %u: the limit is "
                        "too low",
                        (long long)limit, system_depth(vm));
    system_set_recursion_limit(vm, (uint32_t)limit);
    return V_NONE;
}

static Value get_max_digits(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return from_small(int_max_digits(vm));
}

static Value set_max_digits(VM *vm, Value *args, int n) {
    (void)n;
    int64_t digits = 0;
    if (!read_int(vm, args[0], &digits)) return V_ERROR;
    if (digits < 0 || digits > INT32_MAX || (digits > 0 && digits < INT_DIGITS_THRESHOLD))
        return vm_raise(vm, T_VALUE_ERROR, "maxdigits must be 0 or larger than 640");
    int_set_max_digits(vm, (uint32_t)digits);
    return V_NONE;
}

/* --- sizes ------------------------------------------------------------------------- */

/* What CPython's objects take on a 64-bit machine. */
static int64_t size_of_int(Value v) {
    mpz_t z;
    mpz_init(z);
    int_to_mpz(v, z);
    size_t bits = mpz_sgn(z) ? mpz_sizeinbase(z, 2) : 1;
    mpz_clear(z);
    return 24 + 4 * (int64_t)((bits + 29) / 30);
}

static int64_t size_of_str(const Str *s) {
    if (s->ascii) return 49 + (int64_t)s->len;
    return 72 + (int64_t)s->width * ((int64_t)s->len + 1);
}

/* A list that was appended to has room to spare; one that was made whole has hardly any. */
static int64_t size_of_list(const List *l) {
    if (l->len == l->cap) return 56 + 8 * (int64_t)(l->len <= 2 ? l->len : (l->len + 1u) & ~1u);
    int64_t room = 0;
    for (int64_t len = 1; len <= l->len; len++)
        if (len > room) len = room = (len + (len >> 3) + 6) & ~3;
    return 56 + 8 * room;
}

static int64_t size_of_dict(Dict *d) {
    if (d->used == 0 && d->filled == 0) return 64;
    bool all_str = true;
    uint32_t i = 0;
    for (DictEntry *e = dict_next(d, &i); e && all_str; e = dict_next(d, &i)) all_str = is_str(e->key);
    int64_t slots = 8;
    while (slots * 2 / 3 < d->filled) slots *= 2;
    int64_t index = slots < 256 ? 1 : slots < 65536 ? 2 : 4;
    return 64 + 32 + slots * index + slots * 2 / 3 * (all_str ? 16 : 24);
}

static int64_t size_of_set(const Set *s) {
    return s->mask < 8 ? 216 : 216 + 16 * ((int64_t)s->mask + 1);
}

static int64_t size_of_object(VM *vm, Value v) {
    if (is_int(v) || is_bool(v) || is_bigint(v)) return size_of_int(v);
    if (is_float(v)) return 24;
    if (!is_obj(v)) return 16;
    switch ((Kind)as_obj(v)->kind) {
    case KIND_STR: return size_of_str(AS(Str, v));
    case KIND_BYTES: return 33 + (int64_t)AS(Bytes, v)->len;
    case KIND_LIST: return size_of_list(AS(List, v));
    case KIND_TUPLE: return 40 + 8 * (int64_t)AS(Tuple, v)->len;
    case KIND_DICT: return size_of_dict(AS(Dict, v));
    case KIND_SET: return size_of_set(AS(Set, v));
    case KIND_CLASS: return AS(Class, v)->flags & CLASS_BUILTIN ? 424 : 1688;
    case KIND_FUNCTION: return 152;
    case KIND_NATIVE: return 72;
    case KIND_METHOD: return 64;
    case KIND_GENERATOR: return is_exact(vm, v, T_MAP) || is_exact(vm, v, T_FILTER) ? 48 : 200;
    case KIND_EXCEPTION: return 88;
    case KIND_MODULE: return 72;
    case KIND_PROPERTY: return 80;
    case KIND_INSTANCE: {
        const Class *c = as_obj(v)->cls;
        if (c->slots != V_UNDEF && is_tuple(c->slots)) return 32 + 8 * (int64_t)AS(Tuple, c->slots)->len;
        return c->flags & CLASS_BUILTIN ? 16 : 56;
    }
    default: return 48;
    }
}

static Value get_size_of(VM *vm, Value *args, int n) {
    (void)n;
    return from_small(size_of_object(vm, args[0]));
}

/* --- odds and ends ----------------------------------------------------------------- */

static Value intern(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[0]))
        return vm_raise(vm, T_TYPE_ERROR, "intern() argument must be str, not %s", type_name(vm, args[0]));
    return from_obj(str_intern_value(vm, AS(Str, args[0])));
}

static Value get_ref_count(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return from_small(2); /* nothing is counted here: as of an object with one name */
}

static Value utf8(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return str_from(vm, "utf-8");
}

static Value no(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return V_FALSE;
}

static Value none(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return V_NONE;
}

static Value switch_interval(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return from_float(0.005);
}

/* (file name, line, module name, function) of the program's code `level` calls up, for the
 * modules in Python that tell it; None past the outermost. */
static Value caller(VM *vm, Value *args, int n) {
    (void)n;
    int64_t level = 0;
    if (!read_int(vm, args[0], &level)) return V_ERROR;
    SystemFrame f = system_frame(vm, level < 0 ? 0 : level > UINT32_MAX ? UINT32_MAX : (uint32_t)level);
    if (!f.code) return V_NONE;
    Value name = dict_get_str(f.globals, vm_name(vm, NAME_name));
    const Value items[] = {str_from(vm, f.code->source->name), from_small(f.line),
                           is_str(name) ? name : str_from(vm, "<string>"), from_obj(f.code->name)};
    return tuple_from(vm, items, 4);
}

static Value caller_globals(VM *vm, Value *args, int n) {
    (void)n;
    int64_t level = 0;
    if (!read_int(vm, args[0], &level)) return V_ERROR;
    SystemFrame f = system_frame(vm, level < 0 ? 0 : level > UINT32_MAX ? UINT32_MAX : (uint32_t)level);
    return f.code ? from_obj(f.globals) : V_NONE;
}

static Value source_line_of_main(VM *vm, Value *args, int n) {
    (void)n;
    int64_t line = 0;
    if (!is_str(args[0]) || !read_int(vm, args[1], &line)) return V_NONE;
    for (uint32_t level = 0;; level++) {
        SystemFrame f = system_frame(vm, level);
        if (!f.code) return V_NONE;
        Buf name = {0};
        str_to_utf8(AS(Str, args[0]), &name);
        bool same = strcmp(buf_cstr(&name), f.code->source->name) == 0;
        buf_deinit(&name);
        if (!same) continue;
        if (line < 1 || line > f.code->source->line_starts.len) return V_NONE;
        uint32_t len;
        const char *text = source_line(f.code->source, (uint32_t)line, &len);
        return str_new(vm, text, len);
    }
}

static Value get_frame(VM *vm, Value *args, int n) {
    (void)n;
    int64_t level = 0;
    if (args[0] != V_UNDEF && !read_int(vm, args[0], &level)) return V_ERROR;
    Value frame = system_frame_object(vm, level < 0 ? 0 : level > UINT32_MAX ? UINT32_MAX : (uint32_t)level);
    return frame == V_UNDEF ? vm_raise(vm, T_VALUE_ERROR, "call stack is not deep enough") : frame;
}

static const NativeDef functions[] = {
    {"_getframe", get_frame, 0, 1, 0, NULL},
    {"exit", sys_exit, 0, 1, 0, NULL},
    {"exc_info", exc_info, 0, 0, 0, NULL},
    {"exception", exception, 0, 0, 0, NULL},
    {"getrecursionlimit", get_recursion_limit, 0, 0, 0, NULL},
    {"setrecursionlimit", set_recursion_limit, 1, 1, 0, NULL},
    {"get_int_max_str_digits", get_max_digits, 0, 0, 0, NULL},
    {"set_int_max_str_digits", set_max_digits, 1, 1, 0, "maxdigits"},
    {"getsizeof", get_size_of, 1, 2, 0, "object, default"},
    {"intern", intern, 1, 1, 0, NULL},
    {"getrefcount", get_ref_count, 1, 1, 0, NULL},
    {"getdefaultencoding", utf8, 0, 0, 0, NULL},
    {"getfilesystemencoding", utf8, 0, 0, 0, NULL},
    {"getswitchinterval", switch_interval, 0, 0, 0, NULL},
    {"setswitchinterval", none, 1, 1, 0, NULL},
    {"is_finalizing", no, 0, 0, 0, NULL},
    {"gettrace", none, 0, 0, 0, NULL},
    {"getprofile", none, 0, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

/* --- facts ------------------------------------------------------------------------- */

static const char *const version_fields[] = {"major", "minor", "micro", "releaselevel", "serial", NULL};
static const char *const float_fields[] = {"max", "max_exp",  "max_10_exp", "min",   "min_exp", "min_10_exp",
                                           "dig", "mant_dig", "epsilon",    "radix", "rounds",  NULL};
static const char *const int_fields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits",
                                         "str_digits_check_threshold", NULL};
static const char *const hash_fields[] = {"width",     "modulus",   "inf",       "nan",    "imag",
                                          "algorithm", "hash_bits", "seed_bits", "cutoff", NULL};
static const char *const flag_fields[] = {"debug",
                                          "inspect",
                                          "interactive",
                                          "optimize",
                                          "dont_write_bytecode",
                                          "no_user_site",
                                          "no_site",
                                          "ignore_environment",
                                          "verbose",
                                          "bytes_warning",
                                          "quiet",
                                          "hash_randomization",
                                          "isolated",
                                          "dev_mode",
                                          "utf8_mode",
                                          "warn_default_encoding",
                                          "safe_path",
                                          "int_max_str_digits",
                                          NULL};
static const char *const implementation_fields[] = {"name", "cache_tag", "version", "hexversion", NULL};
static const char *const thread_fields[] = {"name", "lock", "version", NULL};

enum { HEX_VERSION = 0x030B07F0 };

static void add_fact(VM *vm, ModuleObj *m, const char *name, const char *type, const char *const *fields,
                     const Value *values) {
    uint32_t n = 0;
    while (fields[n]) n++;
    module_set(vm, m, name, structseq_new(vm, structseq_class(vm, "sys", type, fields), values, n));
}

static void add_versions(VM *vm, ModuleObj *m) {
    Value version[] = {from_small(3), from_small(11), from_small(7), str_from(vm, "final"), from_small(0)};
    add_fact(vm, m, "version_info", "version_info", version_fields, version);
    Value info = dict_get_str(m->attrs, str_intern(vm, "version_info", 12));
    Value implementation[] = {str_from(vm, "cpython"), str_from(vm, "cpython-311"), info,
                              from_small(HEX_VERSION)};
    add_fact(vm, m, "implementation", "implementation", implementation_fields, implementation);
    module_set(vm, m, "version", str_from(vm, "3.11.7 (Toque)"));
    module_set(vm, m, "hexversion", from_small(HEX_VERSION));
    module_set(vm, m, "api_version", from_small(1013));
    module_set(vm, m, "copyright", str_from(vm, ""));
}

static void add_numbers(VM *vm, ModuleObj *m) {
    Value floats[] = {from_float(DBL_MAX),
                      from_small(DBL_MAX_EXP),
                      from_small(DBL_MAX_10_EXP),
                      from_float(DBL_MIN),
                      from_small(DBL_MIN_EXP),
                      from_small(DBL_MIN_10_EXP),
                      from_small(DBL_DIG),
                      from_small(DBL_MANT_DIG),
                      from_float(DBL_EPSILON),
                      from_small(FLT_RADIX),
                      from_small(1)};
    add_fact(vm, m, "float_info", "float_info", float_fields, floats);
    Value ints[] = {from_small(30), from_small(4), from_small(INT_DIGITS_DEFAULT),
                    from_small(INT_DIGITS_THRESHOLD)};
    add_fact(vm, m, "int_info", "int_info", int_fields, ints);
    Value hashes[] = {from_small(64),      int_from_i64(vm, 2305843009213693951),
                      from_small(314159),  from_small(0),
                      from_small(1000003), str_from(vm, "siphash13"),
                      from_small(64),      from_small(128),
                      from_small(0)};
    add_fact(vm, m, "hash_info", "hash_info", hash_fields, hashes);
    module_set(vm, m, "maxsize", int_from_i64(vm, INT64_MAX));
    module_set(vm, m, "maxunicode", from_small(0x10FFFF));
    module_set(vm, m, "byteorder", str_from(vm, "little"));
    module_set(vm, m, "float_repr_style", str_from(vm, "short"));
}

static void add_flags(VM *vm, ModuleObj *m) {
    Value flags[sizeof flag_fields / sizeof *flag_fields - 1];
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        bool is_bool_flag =
            strcmp(flag_fields[i], "dev_mode") == 0 || strcmp(flag_fields[i], "safe_path") == 0;
        flags[i] = is_bool_flag ? V_FALSE : from_small(0);
    }
    flags[sizeof flags / sizeof *flags - 1] = from_small(-1);
    add_fact(vm, m, "flags", "flags", flag_fields, flags);
    Value threads[] = {str_from(vm, "pthread"), str_from(vm, "semaphore"), V_NONE};
    add_fact(vm, m, "thread_info", "thread_info", thread_fields, threads);
}

static void add_surroundings(VM *vm, ModuleObj *m) {
    Value argv = list_new(vm, 1);
    for (const char *const *a = vm_host(vm)->argv; a && *a; a++)
        list_push(vm, AS(List, argv), str_from(vm, *a));
    if (AS(List, argv)->len == 0) list_push(vm, AS(List, argv), str_from(vm, ""));
    module_set(vm, m, "argv", argv);
    module_set(vm, m, "path", list_new(vm, 0));
    module_set(vm, m, "modules", from_obj(system_modules(vm)));
    module_set(vm, m, "warnoptions", list_new(vm, 0));
    module_set(vm, m, "builtin_module_names", tuple_new(vm, 0));
    module_set(vm, m, "dont_write_bytecode", V_TRUE);
    static const char *const texts[][2] = {
        {"platform", "linux"}, {"executable", ""}, {"prefix", ""}, {"exec_prefix", ""}, {"base_prefix", ""}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        module_set(vm, m, texts[i][0], str_from(vm, texts[i][1]));
}

static const NativeDef hook_def = {"excepthook", except_hook, 3, 3, 0, NULL};

static void add_streams(VM *vm, ModuleObj *m) {
    Value hook = native_new(vm, &hook_def, V_UNDEF, NULL);
    module_set(vm, m, "excepthook", hook);
    module_set(vm, m, "__excepthook__", hook);
    module_set(vm, m, "stdout", textio_stream(vm, 1));
    module_set(vm, m, "stderr", textio_stream(vm, 2));
    module_set(vm, m, "stdin", V_NONE);
    module_set(vm, m, "__stdout__", textio_stream(vm, 1));
    module_set(vm, m, "__stderr__", textio_stream(vm, 2));
    module_set(vm, m, "__stdin__", V_NONE);
}

static void init(VM *vm, ModuleObj *m) {
    add_streams(vm, m);
    add_versions(vm, m);
    add_numbers(vm, m);
    add_flags(vm, m);
    add_surroundings(vm, m);
}

const ModuleDef sys_module = {.name = "sys", .functions = functions, .init = init};

/* --- for the modules in Python ------------------------------------------------------ */

/* Makes messages name a class of ours in Python as they name one in C: with its module. */
static Value as_c_class(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    if (!is_class(args[0])) return V_NONE;
    Class *c = AS(Class, args[0]);
    Buf full = {0};
    if (is_str(c->module)) str_to_utf8(AS(Str, c->module), &full);
    buf_addc(&full, '.');
    str_to_utf8(AS(Str, c->qualname), &full);
    mem_free(c->utf8_name);
    c->utf8_name = mem_strndup(full.data, full.len);
    buf_deinit(&full);
    return args[0];
}

static const NativeDef caller_functions[] = {
    {"as_c_class", as_c_class, 1, 1, 0, NULL},
    {"caller", caller, 1, 1, 0, NULL},
    {"caller_globals", caller_globals, 1, 1, 0, NULL},
    {"source_line", source_line_of_main, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef caller_module = {.name = "_caller", .functions = caller_functions, .internal = true};
