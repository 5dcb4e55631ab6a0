"""The calendar, and dates and times in ISO 8601's forms, as plain numbers."""

DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
DAYS_IN = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else DAYS_IN[month]


def days_before_year(year):
    """From 1 January of year 1."""
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def day_of_year(year, month, day):
    return DAYS_BEFORE[month] + (month > 2 and is_leap(year)) + day


def to_ordinal(year, month, day):
    """1 January of year 1 is day 1."""
    return days_before_year(year) + day_of_year(year, month, day)


def from_ordinal(n):
    """(year, month, day): cycles of 400, 100, 4 and 1 years, then the month."""
    n -= 1
    cycles, n = divmod(n, 146097)
    centuries, n = divmod(n, 36524)
    fours, n = divmod(n, 1461)
    ones, n = divmod(n, 365)
    year = cycles * 400 + centuries * 100 + fours * 4 + ones + 1
    if ones == 4 or centuries == 4:
        return year - 1, 12, 31
    month = (n + 50) >> 5
    before = DAYS_BEFORE[month] + (month > 2 and is_leap(year))
    if before > n:
        month -= 1
        before -= days_in_month(year, month)
    return year, month, n - before + 1


def first_iso_monday(year):
    """The ordinal of the Monday of ISO week 1, the one with the year's first Thursday."""
    first = days_before_year(year) + 1
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def from_iso_week(year, week, day):
    if not 1 <= year <= 9999:
        raise ValueError(f'Year is out of range: {year}')
    weeks = (first_iso_monday(year + 1) - first_iso_monday(year)) // 7
    if not 1 <= week <= weeks:
        raise ValueError(f'Invalid week: {week}')
    if not 1 <= day <= 7:
        raise ValueError(f'Invalid day: {day} (range is [1, 7])')
    ordinal = first_iso_monday(year) + (week - 1) * 7 + day - 1
    if ordinal < 1:
        raise ValueError('year 0 is out of range')
    return from_ordinal(ordinal)


# --- writing ---------------------------------------------------------------------------

def time_text(hour, minute, second, microsecond, timespec='auto'):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    if timespec == 'microseconds':
        return f'{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}'
    if timespec == 'seconds':
        return f'{hour:02d}:{minute:02d}:{second:02d}'
    if timespec == 'milliseconds':
        return f'{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}'
    if timespec == 'minutes':
        return f'{hour:02d}:{minute:02d}'
    if timespec == 'hours':
        return f'{hour:02d}'
    raise ValueError('Unknown timespec value')


def offset_text(offset, colon=':'):
    """Of a timedelta: +hh:mm, with seconds and microseconds if it has any."""
    sign = '+'
    if offset.days < 0:
        sign, offset = '-', -offset
    minutes, seconds = divmod(offset.days * 86400 + offset.seconds, 60)
    text = f'{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}'
    if seconds or offset.microseconds:
        text += f'{colon}{seconds:02d}'
        if offset.microseconds:
            text += f'.{offset.microseconds:06d}'
    return text


# --- reading ---------------------------------------------------------------------------
# Each raises ValueError; the callers say what was wrong as a whole.

def _digits(text, start, n):
    piece = text[start:start + n]
    if len(piece) != n or not piece.isascii() or not piece.isdigit():
        raise ValueError
    return int(piece)


def read_date(text):
    """YYYY-MM-DD, YYYYMMDD, YYYY-Www, YYYYWww, YYYY-Www-D or YYYYWwwD. As in CPython, a
    date that is long enough may have something behind it."""
    if len(text) not in (7, 8, 10):
        raise ValueError
    year = _digits(text, 0, 4)
    dashed = text[4] == '-'
    at = 5 if dashed else 4
    if text[at] == 'W':
        week, day = _digits(text, at + 1, 2), 1
        at += 3
        if at < len(text):
            if dashed and text[at] != '-':
                raise ValueError
            day = _digits(text, at + dashed, 1)
        return from_iso_week(year, week, day)
    month = _digits(text, at, 2)
    at += 2
    if dashed and text[at:at + 1] != '-':
        raise ValueError
    day = _digits(text, at + dashed, 2)
    return year, month, day


def date_length(text):
    """How much of a date and time is the date: CPython's way to tell where the time begins."""
    if len(text) == 7:
        return 7
    if text[4] == '-':
        if text[5] != 'W':
            return 10
        if text[8:9] != '-':
            return 8
        if len(text) == 9:
            raise ValueError
        return 8 if text[10:11].isdigit() else 10
    if text[4] != 'W':
        return 8
    end = 7
    while end < len(text) and text[end] in '0123456789':
        end += 1
    if end < 9:
        return end
    return 7 if end % 2 == 0 else 8


def _read_clock(text):
    """([hour, minute, second, microsecond], whether that is all) of HH[[:]MM[[:]SS[.f…]]]."""
    parts = [0, 0, 0, 0]
    at = 0
    colons = False
    for i in range(3):
        parts[i] = _digits(text, at, 2)
        at += 2
        if at == len(text):
            return parts, True
        after = text[at]
        at += 1
        if i == 0:
            colons = after == ':'
        if at == len(text):
            return parts, False
        if colons and after == ':':
            continue
        if after in '.,':
            break
        if colons:
            raise ValueError
        at -= 1
    n = min(len(text) - at, 6)
    parts[3] = _digits(text, at, n) * 10 ** (6 - n)
    return parts, not text[at:].lstrip('0123456789')


def read_time(text):
    """([hour, minute, second, microsecond], offset), the offset None, or its sign and four
    such numbers."""
    at = 0
    while at < len(text) and text[at] not in '+-Z':
        at += 1
    clock, complete = _read_clock(text[:at])
    if at == len(text):
        if not complete:
            raise ValueError
        return clock, None
    if text[at] == 'Z':
        if at + 1 != len(text):
            raise ValueError
        return clock, (1, [0, 0, 0, 0])
    zone, complete = _read_clock(text[at + 1:])
    if not complete:
        raise ValueError
    return clock, (-1 if text[at] == '-' else 1, zone)
