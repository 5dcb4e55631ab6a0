/* The time module: every clock reads the run's virtual one, and UTC is the only time zone. */
#include "lib/lib.h"
#include "lib/moment.h"
#include "lib/structseq.h"

#include <math.h>

enum { FIELDS = 9 };
#define NS 1000000000LL

/* --- clocks ------------------------------------------------------------------------ */

static int64_t now(VM *vm) {
    Host *host = vm_host(vm);
    return host->now_ns(host->data, vm);
}

static Value seconds(int64_t start, int64_t ns) {
    return from_float((double)(start * NS + ns) / 1e9);
}

static Value time_time(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return seconds(EPOCH_SECONDS, now(vm));
}

static Value time_ns(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return int_from_i64(vm, EPOCH_SECONDS * NS + now(vm));
}

static Value clock(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return seconds(CLOCK_SECONDS, now(vm));
}

static Value clock_ns(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return int_from_i64(vm, CLOCK_SECONDS * NS + now(vm));
}

/* Time that the program itself took: the same clock, from 0. */
static Value process_time(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return seconds(0, now(vm));
}

static Value process_time_ns(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return int_from_i64(vm, now(vm));
}

/* --- reading arguments ------------------------------------------------------------- */

/* A number of seconds in nanoseconds, rounded away from zero. */
static Tri read_duration(VM *vm, Value v, int64_t *ns) {
    if (float_is(v)) {
        double d;
        if (!num_to_double(vm, v, &d)) return FAILED;
        if (d != d) return vm_raise(vm, T_VALUE_ERROR, "Invalid value NaN (not a number)"), FAILED;
        d *= 1e9;
        d = d < 0 ? floor(d) : ceil(d);
        if (!(d > -9.2233720368547e18 && d < 9.2233720368547e18))
            return vm_raise(vm, T_OVERFLOW_ERROR, "timestamp out of range for platform time_t"), FAILED;
        *ns = (int64_t)d;
        return YES;
    }
    int64_t s;
    Tri t = index_arg(vm, v, true, &s);
    if (t != YES) return t;
    if (s > INT64_MAX / NS || s < INT64_MIN / NS)
        return vm_raise(vm, T_OVERFLOW_ERROR, "timestamp too large to convert to C _PyTime_t"), FAILED;
    *ns = s * NS;
    return YES;
}

/* Whole seconds since 1970, downwards; none given: now. The years that fit are those of
 * datetime and as many again. */
static Tri read_timestamp(VM *vm, Value v, int64_t *out) {
    if (v == V_UNDEF || is_none(v)) {
        *out = EPOCH_SECONDS + now(vm) / NS;
        return YES;
    }
    if (float_is(v)) {
        double d;
        if (!num_to_double(vm, v, &d)) return FAILED;
        if (d != d) return vm_raise(vm, T_VALUE_ERROR, "Invalid value NaN (not a number)"), FAILED;
        if (!(fabs(d) < 6e16))
            return vm_raise(vm, T_OVERFLOW_ERROR, "timestamp out of range for platform time_t"), FAILED;
        *out = (int64_t)floor(d);
        return YES;
    }
    Tri t = index_arg(vm, v, true, out);
    if (t == YES && (*out > 60000000000000000 || *out < -60000000000000000))
        return vm_raise(vm, T_OVERFLOW_ERROR, "timestamp out of range for platform time_t"), FAILED;
    return t;
}

static Value call_with_index(VM *vm, const NativeDef *def, Value *args, int n) {
    Value callable = native_new(vm, def, V_UNDEF, NULL);
    return vm_twin(vm, TWIN_TIME_INDEX, 2, callable, tuple_from(vm, args, (uint32_t)n));
}

/* The integers of a time tuple. */
static Tri read_fields(VM *vm, Value v, const char *function, int64_t *fields) {
    if (!is_tuple(v)) return vm_raise(vm, T_TYPE_ERROR, "Tuple or struct_time argument required"), FAILED;
    const Tuple *t = AS(Tuple, v);
    if (t->len != FIELDS)
        return vm_raise(vm, T_TYPE_ERROR, "%s(): illegal time tuple argument", function), FAILED;
    for (int i = 0; i < FIELDS; i++) {
        Tri read = index_arg(vm, t->items[i], false, &fields[i]);
        if (read == NEEDS_PYTHON)
            vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer",
                     type_name(vm, t->items[i]));
        if (read != YES) return FAILED;
        if (fields[i] > INT32_MAX || fields[i] < INT32_MIN)
            return vm_raise(vm, T_OVERFLOW_ERROR, "signed integer is %s than %s",
                            fields[i] > 0 ? "greater" : "less", fields[i] > 0 ? "maximum" : "minimum"),
                   FAILED;
    }
    return YES;
}

static Moment from_fields(const int64_t *f) {
    return (Moment){.year = f[0],
                    .month = (int)f[1],
                    .day = (int)f[2],
                    .hour = (int)f[3],
                    .minute = (int)f[4],
                    .second = (int)f[5],
                    .weekday = (int)f[6],
                    .yearday = (int)f[7]};
}

/* Checks what strftime and asctime print; 0 stands for the first month and day. */
static bool check_ranges(VM *vm, Moment *m) {
    if (m->month == 0) m->month = 1;
    if (m->day == 0) m->day = 1;
    if (m->yearday == 0) m->yearday = 1;
    const char *wrong = m->month < 1 || m->month > 12        ? "month"
                        : m->day < 1 || m->day > 31          ? "day of month"
                        : m->hour < 0 || m->hour > 23        ? "hour"
                        : m->minute < 0 || m->minute > 59    ? "minute"
                        : m->second < 0 || m->second > 61    ? "seconds"
                        : m->weekday < -1                    ? "day of week"
                        : m->yearday < 1 || m->yearday > 366 ? "day of year"
                                                             : NULL;
    if (wrong) return vm_raise(vm, T_VALUE_ERROR, "%s out of range", wrong), false;
    m->weekday = (m->weekday + 7) % 7;
    return true;
}

static Moment moment_now(VM *vm) {
    Moment m;
    moment_from_seconds(&m, EPOCH_SECONDS + now(vm) / NS);
    return m;
}

/* The moment of an argument that may be left out. */
static bool read_moment(VM *vm, Value v, const char *function, Moment *m) {
    if (v == V_UNDEF) {
        *m = moment_now(vm);
        return true;
    }
    int64_t fields[FIELDS];
    if (read_fields(vm, v, function, fields) != YES) return false;
    *m = from_fields(fields);
    return check_ranges(vm, m);
}

/* --- functions --------------------------------------------------------------------- */

static Value struct_time(VM *vm, const Moment *m) {
    const int64_t fields[FIELDS] = {m->year,   m->month,   m->day,     m->hour, m->minute,
                                    m->second, m->weekday, m->yearday, 0};
    Value items[FIELDS];
    for (int i = 0; i < FIELDS; i++) items[i] = int_from_i64(vm, fields[i]);
    return structseq_new(vm, class_get(vm, T_STRUCT_TIME), items, FIELDS);
}

/* Forms of the functions that are called again when an argument has an __index__. */
static Value time_sleep(VM *vm, Value *args, int n);
static Value time_gmtime(VM *vm, Value *args, int n);
static Value time_localtime(VM *vm, Value *args, int n);
static Value time_ctime(VM *vm, Value *args, int n);
static const NativeDef sleep_def = {"sleep", time_sleep, 1, 1, 0, NULL};
static const NativeDef gmtime_def = {"gmtime", time_gmtime, 0, 1, 0, NULL};
static const NativeDef localtime_def = {"localtime", time_localtime, 0, 1, 0, NULL};
static const NativeDef ctime_def = {"ctime", time_ctime, 0, 1, 0, NULL};

static Value time_sleep(VM *vm, Value *args, int n) {
    int64_t ns = 0;
    Tri t = read_duration(vm, args[0], &ns);
    if (t == NEEDS_PYTHON) return call_with_index(vm, &sleep_def, args, n);
    if (t == FAILED) return V_ERROR;
    if (ns < 0) return vm_raise(vm, T_VALUE_ERROR, "sleep length must be non-negative");
    Host *host = vm_host(vm);
    return host->sleep_ns(host->data, vm, ns);
}

static Value parts_of(VM *vm, Value *args, int n, const NativeDef *function) {
    int64_t s;
    Tri t = read_timestamp(vm, args[0], &s);
    if (t == NEEDS_PYTHON) return call_with_index(vm, function, args, n);
    if (t == FAILED) return V_ERROR;
    Moment m;
    moment_from_seconds(&m, s);
    return struct_time(vm, &m);
}

static Value time_gmtime(VM *vm, Value *args, int n) {
    return parts_of(vm, args, n, &gmtime_def);
}
static Value time_localtime(VM *vm, Value *args, int n) {
    return parts_of(vm, args, n, &localtime_def);
}

static Value time_mktime(VM *vm, Value *args, int n) {
    (void)n;
    int64_t fields[FIELDS];
    if (read_fields(vm, args[0], "mktime", fields) != YES) return V_ERROR;
    Moment m = from_fields(fields);
    return from_float((double)moment_to_seconds(&m));
}

static Value as_ctime(VM *vm, const Moment *m) {
    Buf out = {0};
    moment_ctime(m, &out);
    Value text = str_new(vm, out.data, out.len);
    buf_deinit(&out);
    return text;
}

static Value time_ctime(VM *vm, Value *args, int n) {
    int64_t s;
    Tri t = read_timestamp(vm, args[0], &s);
    if (t == NEEDS_PYTHON) return call_with_index(vm, &ctime_def, args, n);
    if (t == FAILED) return V_ERROR;
    Moment m;
    moment_from_seconds(&m, s);
    return as_ctime(vm, &m);
}

static Value time_asctime(VM *vm, Value *args, int n) {
    (void)n;
    Moment m;
    return read_moment(vm, args[0], "asctime", &m) ? as_ctime(vm, &m) : V_ERROR;
}

static Value time_strftime(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[0]))
        return vm_raise(vm, T_TYPE_ERROR, "strftime() argument 1 must be str, not %s",
                        type_name(vm, args[0]));
    Moment m;
    if (!read_moment(vm, args[1], "strftime", &m)) return V_ERROR;
    Buf format = {0}, out = {0};
    str_to_utf8(AS(Str, args[0]), &format);
    moment_format(&m, format.data, format.len, &out);
    Value text = str_new(vm, out.data, out.len);
    buf_deinit(&format);
    buf_deinit(&out);
    return text;
}

static Value time_strptime(VM *vm, Value *args, int n) {
    (void)n;
    Value format = args[1] == V_UNDEF ? str_from(vm, "%a %b %d %H:%M:%S %Y") : args[1];
    return vm_twin(vm, TWIN_STRPTIME, 2, args[0], format);
}

static Value tzset(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return V_NONE;
}

static const NativeDef functions[] = {
    {"sleep", time_sleep, 1, 1, 0, NULL},
    {"gmtime", time_gmtime, 0, 1, 0, NULL},
    {"localtime", time_localtime, 0, 1, 0, NULL},
    {"ctime", time_ctime, 0, 1, 0, NULL},
    {"time", time_time, 0, 0, 0, NULL},
    {"time_ns", time_ns, 0, 0, 0, NULL},
    {"monotonic", clock, 0, 0, 0, NULL},
    {"monotonic_ns", clock_ns, 0, 0, 0, NULL},
    {"perf_counter", clock, 0, 0, 0, NULL},
    {"perf_counter_ns", clock_ns, 0, 0, 0, NULL},
    {"process_time", process_time, 0, 0, 0, NULL},
    {"process_time_ns", process_time_ns, 0, 0, 0, NULL},
    {"thread_time", process_time, 0, 0, 0, NULL},
    {"thread_time_ns", process_time_ns, 0, 0, 0, NULL},
    {"mktime", time_mktime, 1, 1, 0, NULL},
    {"asctime", time_asctime, 0, 1, 0, NULL},
    {"strftime", time_strftime, 1, 2, 0, NULL},
    {"strptime", time_strptime, 1, 2, 0, NULL},
    {"tzset", tzset, 0, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

/* --- the module -------------------------------------------------------------------- */

static Value get_zone(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return str_from(vm, "UTC");
}

static Value get_offset(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return from_small(0);
}

static const char *const field_names[] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour",  "tm_min",
                                          "tm_sec",  "tm_wday", "tm_yday", "tm_isdst", NULL};
static const NativeDef zone_getters[] = {
    {"tm_zone", get_zone, 1, 1, NF_GETTER, NULL},
    {"tm_gmtoff", get_offset, 1, 1, NF_GETTER, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static void init(VM *vm, ModuleObj *m) {
    Class *cls = class_get(vm, T_STRUCT_TIME);
    structseq_fill(vm, cls, field_names, true);
    class_add_methods(vm, cls, zone_getters);
    module_set(vm, m, "struct_time", from_obj(cls));
    Value utc = str_from(vm, "UTC");
    module_set(vm, m, "timezone", from_small(0));
    module_set(vm, m, "altzone", from_small(0));
    module_set(vm, m, "daylight", from_small(0));
    module_set(vm, m, "tzname", tuple_from(vm, (Value[]){utc, utc}, 2));
}

const ModuleDef time_module = {.name = "time", .functions = functions, .init = init};
