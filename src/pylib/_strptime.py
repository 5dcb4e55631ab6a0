"""Reading dates: strptime of time and datetime.

A format is cut into steps. A step gives the ways in which it can match at a place, the best
first, and the reader goes back to the next way where what follows does not match: CPython
compiles the format to a regular expression, which does just that.
"""
import time
from datetime import date

DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september',
          'october', 'november', 'december']


def _is_digits(text):
    return text.isascii() and text.isdecimal()


def _number(low, high, width, low_alone=None):
    """A step for a number: with all its digits first, then with fewer. `low_alone` is the
    least for a single digit, if that is another one."""
    def ways(text, at):
        for n in range(width, 0, -1):
            digits = text[at:at + n]
            if len(digits) < n or not _is_digits(digits) or int(digits) > high:
                continue
            if int(digits) >= (low if n > 1 or low_alone is None else low_alone):
                yield at + n, int(digits)
    return ways


def _exact_digits(n):
    def ways(text, at):
        digits = text[at:at + n]
        if len(digits) == n and _is_digits(digits):
            yield at + n, int(digits)
    return ways


def _day_ways(text, at):
    yield from _number(1, 31, 2)(text, at)
    if text[at:at + 1] == ' ' and text[at + 1:at + 2] in tuple('123456789'):
        yield at + 2, int(text[at + 1])


def _fraction_ways(text, at):
    for n in range(6, 0, -1):
        digits = text[at:at + n]
        if len(digits) == n and _is_digits(digits):
            yield at + n, int(digits.ljust(6, '0'))


def _names(names):
    """A step for one of the names, the longest first; the value is its number."""
    ordered = sorted(range(len(names)), key=lambda i: -len(names[i]))

    def ways(text, at):
        for i in ordered:
            end = at + len(names[i])
            if text[at:end].lower() == names[i]:
                yield end, i
    return ways


def _zone_ways(text, at):
    for name in ('utc', 'gmt'):
        if text[at:at + 3].lower() == name:
            yield at + 3, text[at:at + 3]


def _offset_ways(text, at):
    """+hhmm, +hh:mm, each with seconds and a fraction or without, or Z."""
    if text[at:at + 1] == 'Z':
        yield at + 1, 'Z'
    if text[at:at + 1] not in ('+', '-') or not _is_digits(text[at + 1:at + 3]):
        return
    ends = []

    def two(place, highest):
        digits = text[place:place + 2]
        return len(digits) == 2 and _is_digits(digits) and int(digits) <= highest

    place = at + 3
    place += text[place:place + 1] == ':'
    if not two(place, 59):
        return
    place += 2
    ends.append(place)
    place += text[place:place + 1] == ':'
    if two(place, 59):
        place += 2
        ends.append(place)
        if text[place:place + 1] == '.':
            n = 0
            while n < 6 and _is_digits(text[place + 1 + n:place + 2 + n]):
                n += 1
                ends.append(place + 1 + n)
    for end in reversed(ends):
        yield end, text[at:end]


def _space_ways(text, at):
    end = at
    while end < len(text) and text[end].isspace():
        end += 1
    for place in range(end, at, -1):
        yield place, None


def _literal(character):
    def ways(text, at):
        found = text[at:at + 1]
        if found == character or (found != '' and found.lower() == character.lower()):
            yield at + 1, None
    return ways


STEPS = {
    'd': _day_ways, 'f': _fraction_ways, 'H': _number(0, 23, 2), 'I': _number(1, 12, 2),
    'G': _exact_digits(4), 'j': _number(1, 366, 3), 'm': _number(1, 12, 2), 'M': _number(0, 59, 2),
    'S': _number(0, 61, 2), 'U': _number(0, 53, 2), 'W': _number(0, 53, 2), 'w': _number(0, 6, 1),
    'u': _number(1, 7, 1), 'V': _number(1, 53, 2, 0), 'y': _exact_digits(2), 'Y': _exact_digits(4),
    'z': _offset_ways, 'A': _names(DAYS), 'a': _names([d[:3] for d in DAYS]),
    'B': _names(MONTHS), 'b': _names([m[:3] for m in MONTHS]), 'p': _names(['am', 'pm']),
    'Z': _zone_ways}

SHORT_FOR = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}


def _compile(format):
    """A list of (directive or None, step)."""
    steps = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            steps.append((None, _space_ways))
        elif c != '%':
            steps.append((None, _literal(c)))
        elif i == len(format):
            raise ValueError(f"stray % in format '{format}'")
        else:
            directive = format[i]
            i += 1
            if directive in SHORT_FOR:
                steps.extend(_compile(SHORT_FOR[directive]))
            elif directive == '%':
                steps.append((None, _literal('%')))
            elif directive in STEPS:
                steps.append((directive, STEPS[directive]))
            else:
                bad = '%' if directive.isspace() or directive in '\\.^$*+?(){}[]|' else directive
                raise ValueError(f"'{bad}' is a bad directive in format '{format}'")
    return steps


def _match(steps, text):
    """(where the match ends, the value of each directive), or None."""
    waiting = []  # the ways not tried yet, and how long `found` was before each
    found = []
    at = 0
    while len(waiting) < len(steps):
        waiting.append(steps[len(waiting)][1](text, at))
        while waiting:
            way = next(waiting[-1], None)
            if way is not None:
                break
            waiting.pop()
            if found:
                found.pop()
        if not waiting:
            return None
        at, value = way
        del found[len(waiting) - 1:]
        found.append(value)
    return at, {step[0]: value for step, value in zip(steps, found) if step[0]}


def _offset(text):
    """(seconds, microseconds) of what %z has read."""
    if text == 'Z':
        return 0, 0
    z = text
    if z[3] == ':':
        z = z[:3] + z[4:]
        if len(z) > 5:
            if z[5] != ':':
                raise ValueError(f'Inconsistent use of : in {text}')
            z = z[:5] + z[6:]
    seconds = int(z[1:3]) * 3600 + int(z[3:5]) * 60 + int(z[5:7] or 0)
    fraction = int(z[8:].ljust(6, '0'))
    return (-seconds, -fraction) if z[0] == '-' else (seconds, fraction)


def _check_iso(found, year, weekday):
    days = "('%A', '%a', '%w', or '%u')."
    if year is None and 'G' in found:
        if 'V' not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive "
                             f"'%V' and a weekday directive {days}")
        if 'j' in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year "
                             "directive '%G'. Use '%Y' instead.")
    elif 'U' not in found and 'W' not in found and 'V' in found:
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive "
                             f"'%G' and a weekday directive {days}")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")


def _day_of_week(year, week, weekday, monday_first):
    """The day of the year of a weekday in a week as %U and %W count them."""
    first = date(year, 1, 1).weekday()
    if not monday_first:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (week - 1) + weekday


def _last(found, readers, default=None):
    """The value of the directive that came last among those that say the same thing."""
    value = default
    for directive in found:
        if directive in readers:
            value = readers[directive](found[directive])
    return value


def _hour(found):
    afternoon = 12 if found.get('p') == 1 else 0
    return _last(found, {'H': lambda h: h, 'I': lambda h: h % 12 + afternoon}, 0)


def _weekday_from_sunday(day):
    return (day - 1) % 7


WEEKDAY = {'A': lambda i: i, 'a': lambda i: i, 'w': _weekday_from_sunday, 'u': lambda i: i - 1}
MONTH = {'m': lambda m: m, 'B': lambda i: i + 1, 'b': lambda i: i + 1}
YEAR = {'Y': lambda y: y, 'y': lambda y: y + (2000 if y <= 68 else 1900)}
WEEK = {'U': lambda w: (w, False), 'W': lambda w: (w, True)}


def _day_of_iso_week(year, week, weekday):
    """(year, day of the year), not turned into the next year."""
    day = week * 7 + weekday + 1 - (date(year, 1, 4).isoweekday() + 3)
    if day < 1:
        year -= 1
        day += date(year, 12, 31).timetuple().tm_yday
    return year, day


def parse(text, format):
    """((year, month, day, hour, minute, second, weekday, day of the year, dst, zone, offset),
    microseconds, microseconds of the offset)."""
    for index, argument in enumerate((text, format)):
        if not isinstance(argument, str):
            raise TypeError(f'strptime() argument {index} must be str, not {type(argument)}')
    match = _match(_compile(format), text)
    if match is None:
        raise ValueError(f'time data {text!r} does not match format {format!r}')
    end, found = match
    if end != len(text):
        raise ValueError(f'unconverted data remains: {text[end:]}')

    month, day = _last(found, MONTH, 1), found.get('d', 1)
    year, weekday, yearday = _last(found, YEAR), _last(found, WEEKDAY), found.get('j')
    offset, offset_fraction = _offset(found['z']) if 'z' in found else (None, 0)
    _check_iso(found, year, weekday)
    leap_day_alone = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if leap_day_alone else 1900

    if yearday is None and weekday is not None:
        week = _last(found, WEEK)
        if week is not None:
            yearday = _day_of_week(year, week[0], weekday, week[1])
        elif 'G' in found and 'V' in found:
            year, yearday = _day_of_iso_week(found['G'], found['V'], weekday)
        if yearday is not None and yearday <= 0:
            year -= 1
            yearday += date(year, 12, 31).timetuple().tm_yday
    if yearday is None:
        yearday = date(year, month, day).toordinal() - date(year, 1, 1).toordinal() + 1
    else:
        that_day = date.fromordinal(yearday - 1 + date(year, 1, 1).toordinal())
        year, month, day = that_day.year, that_day.month, that_day.day
    if weekday is None:
        weekday = date(year, month, day).weekday()
    if leap_day_alone:
        year = 1900
    zone = found.get('Z')
    return ((year, month, day, _hour(found), found.get('M', 0), found.get('S', 0), weekday, yearday,
             0 if zone else -1, zone, offset), found.get('f', 0), offset_fraction)


def struct_time_of(text, format):
    return time.struct_time(parse(text, format)[0][:9])
