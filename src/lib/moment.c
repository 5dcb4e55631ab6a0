#include "lib/moment.h"

#include <string.h>

static const char *const day_names[7] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                         "Friday", "Saturday", "Sunday"};
static const char *const month_names[12] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};
static const int days_before[12] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

enum { DAY = 86400, DAYS_400_YEARS = 146097, EPOCH_TO_MARCH_0 = 719468 };

static int64_t floor_div(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}
static int64_t floor_mod(int64_t a, int64_t b) {
    return a - floor_div(a, b) * b;
}

static bool is_leap(int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Years are counted from March here, so that the leap day is the last of its year. */
static int64_t days_since_epoch(int64_t year, int month, int day) {
    if (month <= 2) year--;
    int64_t era = floor_div(year, 400), of_era = year - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * DAYS_400_YEARS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH_TO_MARCH_0;
}

static int day_of_year(int64_t year, int month, int day) {
    return days_before[month - 1] + day + (month > 2 && is_leap(year));
}

void moment_from_seconds(Moment *m, int64_t seconds) {
    int64_t days = floor_div(seconds, DAY), rest = floor_mod(seconds, DAY);
    int64_t from_march = days + EPOCH_TO_MARCH_0;
    int64_t era = floor_div(from_march, DAYS_400_YEARS), d = from_march - era * DAYS_400_YEARS;
    int64_t of_era = (d - d / 1460 + d / 36524 - d / 146096) / 365;
    int64_t of_year = d - (365 * of_era + of_era / 4 - of_era / 100);
    int month = (int)((5 * of_year + 2) / 153);
    m->day = (int)(of_year - (153 * month + 2) / 5 + 1);
    m->month = month < 10 ? month + 3 : month - 9;
    m->year = of_era + era * 400 + (m->month <= 2);
    m->hour = (int)(rest / 3600);
    m->minute = (int)(rest / 60 % 60);
    m->second = (int)(rest % 60);
    m->weekday = (int)floor_mod(days + 3, 7);
    m->yearday = day_of_year(m->year, m->month, m->day);
}

int64_t moment_to_seconds(const Moment *m) {
    int64_t months = m->month - 1, year = m->year + floor_div(months, 12);
    int64_t days = days_since_epoch(year, (int)floor_mod(months, 12) + 1, 1) + m->day - 1;
    return days * DAY + m->hour * (int64_t)3600 + m->minute * (int64_t)60 + m->second;
}

void moment_ctime(const Moment *m, Buf *out) {
    buf_printf(out, "%.3s %.3s%3d %.2d:%.2d:%.2d %lld", day_names[m->weekday], month_names[m->month - 1],
               m->day, m->hour, m->minute, m->second, (long long)m->year);
}

/* --- strftime ---------------------------------------------------------------------- */

static int days_in_year(int64_t year) {
    return 365 + is_leap(year);
}

/* The year and number of the week that has the moment's Thursday. */
static int iso_week(const Moment *m, int64_t *year) {
    int week = (m->yearday - 1 - m->weekday + 10) / 7;
    *year = m->year;
    if (week < 1) {
        --*year;
        int last = m->yearday + days_in_year(*year);
        return (last - 1 - m->weekday + 10) / 7;
    }
    if (week == 53 && m->yearday - m->weekday + 3 > days_in_year(m->year)) {
        ++*year;
        return 1;
    }
    return week;
}

static int hour12(const Moment *m) {
    return m->hour % 12 ? m->hour % 12 : 12;
}

typedef struct Field {
    long long value;
    int width;
    char pad;
} Field;

/* The number that a directive stands for; width 0 if it stands for none. */
static Field number_of(const Moment *m, char directive) {
    int sunday_based = (m->weekday + 1) % 7;
    int64_t iso_year;
    switch (directive) {
    case 'd': return (Field){m->day, 2, '0'};
    case 'e': return (Field){m->day, 2, ' '};
    case 'H': return (Field){m->hour, 2, '0'};
    case 'k': return (Field){m->hour, 2, ' '};
    case 'I': return (Field){hour12(m), 2, '0'};
    case 'l': return (Field){hour12(m), 2, ' '};
    case 'j': return (Field){m->yearday, 3, '0'};
    case 'm': return (Field){m->month, 2, '0'};
    case 'M': return (Field){m->minute, 2, '0'};
    case 'S': return (Field){m->second, 2, '0'};
    case 'U': return (Field){(m->yearday - 1 + 7 - sunday_based) / 7, 2, '0'};
    case 'W': return (Field){(m->yearday - 1 + 7 - m->weekday) / 7, 2, '0'};
    case 'V': return (Field){iso_week(m, &iso_year), 2, '0'};
    case 'G': iso_week(m, &iso_year); return (Field){iso_year, 1, '0'};
    case 'g': iso_week(m, &iso_year); return (Field){floor_mod(iso_year, 100), 2, '0'};
    case 'w': return (Field){sunday_based, 1, '0'};
    case 'u': return (Field){m->weekday + 1, 1, '0'};
    case 'y': return (Field){floor_mod(m->year, 100), 2, '0'};
    case 'Y': return (Field){m->year, 1, '0'};
    case 'C': return (Field){floor_div(m->year, 100), 1, '0'};
    case 's': return (Field){moment_to_seconds(m), 1, '0'};
    default: return (Field){0, 0, 0};
    }
}

/* What a directive is short for, or NULL. */
static const char *long_form(char directive) {
    switch (directive) {
    case 'c': return "%a %b %e %H:%M:%S %Y";
    case 'x':
    case 'D': return "%m/%d/%y";
    case 'X':
    case 'T': return "%H:%M:%S";
    case 'R': return "%H:%M";
    case 'r': return "%I:%M:%S %p";
    case 'F': return "%Y-%m-%d";
    default: return NULL;
    }
}

static const char *text_of(const Moment *m, char directive) {
    switch (directive) {
    case 'A': return day_names[m->weekday];
    case 'B': return month_names[m->month - 1];
    case 'p': return m->hour < 12 ? "AM" : "PM";
    case 'P': return m->hour < 12 ? "am" : "pm";
    case 'Z': return "UTC";
    case 'z': return "+0000";
    case 'n': return "\n";
    case 't': return "\t";
    case '%': return "%";
    default: return NULL;
    }
}

static void add_padded(Buf *out, const char *text, size_t len, size_t width, char pad) {
    if (pad && width > len) {
        bool sign_first = pad == '0' && *text == '-';
        if (sign_first) buf_addc(out, '-');
        buf_pad(out, pad, width - len);
        text += sign_first, len -= sign_first;
    }
    buf_add(out, text, len);
}

static void add_directive(Buf *out, const Moment *m, char directive, char flag, size_t width) {
    char digits[32];
    Field f = number_of(m, directive);
    const char *text = text_of(m, directive), *shorter = long_form(directive);
    Buf inner = {0};
    if (f.width) {
        if (flag == '-') f.width = 1, f.pad = '0';
        if (flag == '_') f.pad = ' ';
        if (flag == '0') f.pad = '0';
        Buf b = {0};
        buf_printf(&b, "%lld", f.value);
        size_t len = b.len < sizeof digits ? b.len : sizeof digits;
        memcpy(digits, b.data, len);
        buf_deinit(&b);
        add_padded(&inner, digits, len, width > (size_t)f.width ? width : (size_t)f.width, f.pad);
    } else if (shorter) {
        moment_format(m, shorter, strlen(shorter), &inner);
    } else if (directive == 'a' || directive == 'b' || directive == 'h') {
        buf_add(&inner, directive == 'a' ? day_names[m->weekday] : month_names[m->month - 1], 3);
    } else {
        buf_adds(&inner, text);
    }
    if (flag == '^')
        for (size_t i = 0; i < inner.len; i++)
            if (inner.data[i] >= 'a' && inner.data[i] <= 'z') inner.data[i] = (char)(inner.data[i] - 32);
    add_padded(out, inner.data, inner.len, width, flag == '0' ? '0' : ' ');
    buf_deinit(&inner);
}

static bool is_directive(const Moment *m, char c) {
    return number_of(m, c).width || long_form(c) || text_of(m, c) || c == 'a' || c == 'b' || c == 'h';
}

enum { MAX_WIDTH = 1000 };

void moment_format(const Moment *m, const char *format, size_t len, Buf *out) {
    size_t i = 0;
    while (i < len) {
        if (format[i] != '%') {
            buf_addc(out, format[i++]);
            continue;
        }
        size_t at = i + 1, width = 0;
        char flag = 0;
        while (at < len && (format[at] == '-' || format[at] == '_' || format[at] == '0' || format[at] == '^'))
            flag = format[at++];
        while (at < len && format[at] >= '0' && format[at] <= '9' && width < MAX_WIDTH)
            width = width * 10 + (size_t)(format[at++] - '0');
        if (at < len && (format[at] == 'E' || format[at] == 'O')) at++;
        if (at < len && is_directive(m, format[at])) {
            add_directive(out, m, format[at], flag, width);
            i = at + 1;
        } else { /* glibc leaves what it does not know as it is */
            size_t end = at < len ? at + 1 : len;
            buf_add(out, format + i, end - i);
            i = end;
        }
    }
}
