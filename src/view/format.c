#include "view/format.h"

static void with_unit(Buf *out, Lang lang, MsgId unit, Buf *number) {
    msg_format(out, lang, unit, (const char *const[]){buf_cstr(number)}, 1);
    buf_deinit(number);
}

/* Cut, not rounded: a clock shows a second when it has come. */
void format_time(Buf *out, Lang lang, uint64_t nanoseconds, int decimals) {
    uint64_t unit = 1000000000u, parts = 1;
    for (int i = 0; i < decimals; i++) parts *= 10;
    uint64_t rest = nanoseconds % unit / (unit / parts);
    Buf number = {0};
    format_count(&number, nanoseconds / unit);
    if (decimals > 0)
        buf_printf(&number, "%s%0*llu", msg_text(lang, MSG_DECIMAL_POINT), decimals,
                   (unsigned long long)rest);
    with_unit(out, lang, MSG_PANEL_SECONDS, &number);
}

void format_left(Buf *out, Lang lang, uint64_t nanoseconds) {
    const uint64_t tenth = 100000000u, ms = 1000000u;
    if (nanoseconds >= tenth) {
        format_time(out, lang, (nanoseconds + tenth - 1) / tenth * tenth, 1);
        return;
    }
    Buf number = {0};
    format_count(&number, (nanoseconds + ms - 1) / ms);
    with_unit(out, lang, MSG_PANEL_MILLISECONDS, &number);
}

void format_count(Buf *out, uint64_t n) {
    if (n < 1000) {
        buf_printf(out, "%llu", (unsigned long long)n);
        return;
    }
    format_count(out, n / 1000);
    buf_printf(out, "\u202f%03llu", (unsigned long long)(n % 1000));
}
