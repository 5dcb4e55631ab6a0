"""datetime: dates, times, and spans between them. The one clock is the run's virtual one and
the one local time zone is UTC."""
import time as _time
from _caller import as_c_class as _as_c_class
from operator import index as _index
from _iso_dates import (date_length, day_of_year, days_in_month, first_iso_monday, from_iso_week,
                        from_ordinal, offset_text, read_date, read_time, time_text, to_ordinal)

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR',
           'UTC']

MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_US = 1000000
_DAY_US = 86400 * _US


def _round_half_even(a, b):
    """a / b of ints, as an int."""
    quotient, rest = divmod(a, b)
    rest *= 2
    beyond = rest > b if b > 0 else rest < b
    return quotient + 1 if beyond or (rest == b and quotient % 2 == 1) else quotient


def _type_path(obj):
    """How CPython names the class of one of these: only its own with the module."""
    cls = type(obj)
    return f'datetime.{cls.__qualname__}' if cls.__module__ == 'datetime' else cls.__name__


def _field(cls, name):
    """An attribute that can be read only."""
    def refuse(self, value=None):
        raise AttributeError(f"attribute '{name}' of 'datetime.{cls}' objects is not writable")
    return lambda get: property(get, refuse, refuse)


# --- timedelta -------------------------------------------------------------------------

def _rounded_like_c(x):
    """To the nearest integer, halves away from zero."""
    whole = int(x)
    rest = x - whole
    if rest >= 0.5:
        return whole + 1
    return whole - 1 if rest <= -0.5 else whole


class _Sum:
    """Microseconds that are exact, and a rest that is a float."""

    def __init__(self):
        self.exact = 0
        self.rest = 0.0

    def add(self, name, value, unit):
        if isinstance(value, int):
            self.exact += int(value) * unit
            return
        if not isinstance(value, float):
            raise TypeError(f'unsupported type for timedelta {name} component: '
                            f'{type(value).__name__}')
        whole = int(value)
        scaled = (value - whole) * unit
        self.exact += whole * unit + int(scaled)
        self.rest += scaled - int(scaled)

    def total(self):
        rounded = _rounded_like_c(self.rest)
        if abs(rounded - self.rest) == 0.5:
            odd = self.exact & 1
            rounded = 2 * _rounded_like_c((self.rest + odd) * 0.5) - odd
        return self.exact + rounded


class timedelta:
    """A span of time: days, seconds and microseconds, of which only days may be negative."""

    __slots__ = '_days', '_seconds', '_microseconds'

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0):
        sum = _Sum()
        for name, value, unit in (
                ('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000),
                ('seconds', seconds, _US), ('minutes', minutes, 60 * _US),
                ('hours', hours, 3600 * _US), ('days', days, _DAY_US),
                ('weeks', weeks, 7 * _DAY_US)):
            if value != 0:
                sum.add(name, value, unit)
        return _span(sum.total(), cls)

    @_field('timedelta', 'days')
    def days(self):
        return self._days

    @_field('timedelta', 'seconds')
    def seconds(self):
        return self._seconds

    @_field('timedelta', 'microseconds')
    def microseconds(self):
        return self._microseconds

    def total_seconds(self):
        return _us(self) / _US

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (
            ('days', self._days), ('seconds', self._seconds), ('microseconds', self._microseconds))
            if value]
        return f'{_type_path(self)}({", ".join(parts) or 0})'

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f'{minutes // 60}:{minutes % 60:02d}:{seconds:02d}'
        if self._days:
            text = f'{self._days} day{"s" if abs(self._days) != 1 else ""}, {text}'
        if self._microseconds:
            text += f'.{self._microseconds:06d}'
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _span(_us(self) + _us(other))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _span(_us(self) - _us(other))
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return _span(_us(other) - _us(self))
        return NotImplemented

    def __neg__(self):
        return _span(-_us(self))

    def __pos__(self):
        return _span(_us(self))

    def __abs__(self):
        return _span(abs(_us(self)))

    def __mul__(self, other):
        if isinstance(other, int):
            return _span(_us(self) * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _span(_round_half_even(_us(self) * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return _us(self) // _us(other)
        if isinstance(other, int):
            return _span(_us(self) // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return _us(self) / _us(other)
        if isinstance(other, int):
            return _span(_round_half_even(_us(self), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _span(_round_half_even(b * _us(self), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _span(_us(self) % _us(other))
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(_us(self), _us(other))
            return quotient, _span(rest)
        return NotImplemented

    def __eq__(self, other):
        return _us(self) == _us(other) if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return _us(self) < _us(other) if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return _us(self) <= _us(other) if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return _us(self) > _us(other) if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return _us(self) >= _us(other) if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._days != 0 or self._seconds != 0 or self._microseconds != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _us(span):
    """The whole in microseconds."""
    return (span._days * 86400 + span._seconds) * _US + span._microseconds


def _span(us, cls=timedelta):
    days, rest = divmod(us, _DAY_US)
    if not -999999999 <= days <= 999999999:
        raise OverflowError(f'days={days}; must have magnitude <= 999999999')
    self = object.__new__(cls)
    self._days = days
    self._seconds, self._microseconds = divmod(rest, _US)
    return self


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
_ZERO = timedelta(0)
_ONE_DAY = timedelta(1)


# --- checks ----------------------------------------------------------------------------

def _check_date(year, month, day):
    for position, value in enumerate((year, month, day), 1):
        if value is None:
            name = ('year', 'month', 'day')[position - 1]
            raise TypeError(f"function missing required argument '{name}' (pos {position})")
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _check_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'")
    if not -_ONE_DAY < offset < _ONE_DAY:
        raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                         f'timedelta(hours=24), not {offset!r}.')
    return offset


def _from_iso(text, read):
    if not isinstance(text, str):
        raise TypeError('fromisoformat: argument must be str')
    try:
        return read(text)
    except (ValueError, IndexError):
        raise ValueError(f'Invalid isoformat string: {text!r}') from None


def _strftime(obj, format, parts, microsecond=0):
    """strftime with %f, %z and %Z, which only we know."""
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != '%' or i == len(format):
            out.append(c)
            continue
        directive = format[i]
        i += 1
        if directive == 'f':
            out.append(f'{microsecond:06d}')
        elif directive in 'zZ':
            offset = obj.utcoffset() if hasattr(obj, 'utcoffset') else None
            name = obj.tzname() if directive == 'Z' and hasattr(obj, 'tzname') else None
            if directive == 'Z':
                out.append((name or '').replace('%', '%%'))
            elif offset is not None:
                out.append(offset_text(offset, ''))
        else:
            out.append(c + directive)
    return _time.strftime(''.join(out), parts)


# --- date ------------------------------------------------------------------------------

class date:
    """A day."""

    __slots__ = '_year', '_month', '_day'

    def __new__(cls, year=None, month=None, day=None):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        parts = _time.localtime(timestamp)
        return cls(parts.tm_year, parts.tm_mon, parts.tm_mday)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        ordinal = _index(ordinal)
        if ordinal < 1:
            raise ValueError('ordinal must be >= 1')
        if ordinal > _MAX_ORDINAL:
            raise ValueError(f'year {from_ordinal(ordinal)[0]} is out of range')
        return cls(*from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        return cls(*_from_iso(date_string, read_date))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*from_iso_week(_index(year), _index(week), _index(day)))

    @_field('date', 'year')
    def year(self):
        return self._year

    @_field('date', 'month')
    def month(self):
        return self._month

    @_field('date', 'day')
    def day(self):
        return self._day

    def __repr__(self):
        return f'{_type_path(self)}({self._year}, {self._month}, {self._day})'

    def isoformat(self):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        return _time.asctime(self.timetuple())

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f'__format__() argument 1 must be str, not {type(fmt).__name__}')
        return self.strftime(fmt) if fmt else str(self)

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  day_of_year(self._year, self._month, self._day), -1))

    def toordinal(self):
        return to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        today = to_ordinal(year, self._month, self._day)
        week, day = divmod(today - first_iso_monday(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - first_iso_monday(year), 7)
        elif week >= 52 and today >= first_iso_monday(year + 1):
            year, week = year + 1, 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def _key(self):
        return self._year, self._month, self._day

    # A datetime is a date too, but the two do not compare.

    def _compares_with(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._compares_with(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._compares_with(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._compares_with(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._compares_with(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._compares_with(other) else NotImplemented

    def __hash__(self):
        return hash(bytes((self._year >> 8, self._year & 255, self._month, self._day)))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other._days
        if not 0 < ordinal <= _MAX_ORDINAL:
            raise OverflowError('date value out of range')
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day)


class IsoCalendarDate(tuple):
    """What isocalendar() gives."""

    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = _ONE_DAY


# --- time zones ------------------------------------------------------------------------

class tzinfo:
    """To be derived from: tells the offset from UTC, the daylight saving and the zone's name."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        saving = dt.dst()
        if saving is None:
            raise ValueError('fromutc: non-None dst() result required')
        standard = offset - saving
        if standard:
            dt += standard
            saving = dt.dst()
            if saving is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + saving


class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = '_offset', '_name'

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not '
                            f'{type(offset).__name__}')
        if name is not None and not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {type(name).__name__}')
        if name is None and not offset:
            return cls.utc
        if not -_ONE_DAY < offset < _ONE_DAY:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) '
                             f'and timedelta(hours=24), not {offset!r}.')
        return cls._made(offset, name)

    @classmethod
    def _made(cls, offset, name):
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'{_type_path(self)}({self._offset!r}{name})'

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f'{method}(dt) argument must be a datetime instance or None, not '
                            f'{type(dt).__name__}')

    def utcoffset(self, dt):
        self._check(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt):
        self._check(dt, 'tzname')
        if self._name is not None:
            return self._name
        return 'UTC' + offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        self._check(dt, 'dst')
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc() argument must be a datetime instance or None')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __reduce__(self):
        return self.__class__, (self._offset,) if self._name is None else (self._offset, self._name)


UTC = timezone.utc = timezone._made(_ZERO, None)
timezone.min = timezone._made(-timedelta(hours=23, minutes=59), None)
timezone.max = timezone._made(timedelta(hours=23, minutes=59), None)


def _zone_of(offset):
    """The time zone that read_time has found."""
    if offset is None:
        return None
    sign, (hours, minutes, seconds, microseconds) = offset
    if hours == minutes == seconds == 0:
        return timezone.utc
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds)
    return timezone(span if sign > 0 else -span)


# --- time ------------------------------------------------------------------------------

class time:
    """A time of day."""

    __slots__ = '_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold'

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        checked = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = checked
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def fromisoformat(cls, time_string, /):
        def read(text):
            return read_time(text[1:] if text.startswith('T') else text)
        clock, offset = _from_iso(time_string, read)
        return cls(*clock, _zone_of(offset))

    @_field('time', 'hour')
    def hour(self):
        return self._hour

    @_field('time', 'minute')
    def minute(self):
        return self._minute

    @_field('time', 'second')
    def second(self):
        return self._second

    @_field('time', 'microsecond')
    def microsecond(self):
        return self._microsecond

    @_field('time', 'tzinfo')
    def tzinfo(self):
        return self._tzinfo

    @_field('time', 'fold')
    def fold(self):
        return self._fold

    def _clock(self):
        return self._hour, self._minute, self._second, self._microsecond

    def _microseconds(self):
        """Since midnight, less the offset from UTC."""
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * _US + self._microsecond
        offset = self.utcoffset()
        return us if offset is None else us - _us(offset)

    def _compare_key(self, other):
        if not isinstance(other, time):
            return None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._microseconds(), other._microseconds()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._microseconds() == other._microseconds()

    def __lt__(self, other):
        keys = self._compare_key(other)
        return NotImplemented if keys is None else keys[0] < keys[1]

    def __le__(self, other):
        keys = self._compare_key(other)
        return NotImplemented if keys is None else keys[0] <= keys[1]

    def __gt__(self, other):
        keys = self._compare_key(other)
        return NotImplemented if keys is None else keys[0] > keys[1]

    def __ge__(self, other):
        keys = self._compare_key(other)
        return NotImplemented if keys is None else keys[0] >= keys[1]

    def __hash__(self):
        if self.utcoffset() is None:
            us = self._microsecond
            return hash(bytes((self._hour, self._minute, self._second, us >> 16, us >> 8 & 255, us & 255)))
        return hash(timedelta(microseconds=self._microseconds()))

    def __repr__(self):
        text = f'{self._hour}, {self._minute}'
        if self._microsecond:
            text += f', {self._second}, {self._microsecond}'
        elif self._second:
            text += f', {self._second}'
        if self._tzinfo is not None:
            text += f', tzinfo={self._tzinfo!r}'
        if self._fold:
            text += ', fold=1'
        return f'{_type_path(self)}({text})'

    def isoformat(self, timespec='auto'):
        offset = self.utcoffset()
        return time_text(*self._clock(), timespec) + ('' if offset is None else offset_text(offset))

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        parts = 1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1
        return _strftime(self, format, parts, self._microsecond)

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f'__format__() argument 1 must be str, not {type(fmt).__name__}')
        return self.strftime(fmt) if fmt else str(self)

    def utcoffset(self):
        return None if self._tzinfo is None else _check_offset('utcoffset', self._tzinfo.utcoffset(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else _check_offset('dst', self._tzinfo.dst(None))

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def __reduce__(self):
        return self.__class__, (*self._clock(), self._tzinfo)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


# --- datetime --------------------------------------------------------------------------

_EPOCH_ORDINAL = 719163


class datetime(date):
    """A day with a time of day."""

    __slots__ = '_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold'

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):
        days = _check_date(year, month, day)
        clock = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = days
        self._hour, self._minute, self._second, self._microsecond = clock
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = _field('datetime', 'hour')(lambda self: self._hour)
    minute = _field('datetime', 'minute')(lambda self: self._minute)
    second = _field('datetime', 'second')(lambda self: self._second)
    microsecond = _field('datetime', 'microsecond')(lambda self: self._microsecond)
    tzinfo = _field('datetime', 'tzinfo')(lambda self: self._tzinfo)
    fold = _field('datetime', 'fold')(lambda self: self._fold)

    @classmethod
    def _from_microseconds(cls, us, tz=None):
        """`us` since 1 January of year 1, as on the clock of that zone."""
        days, us = divmod(us, _DAY_US)
        if not 0 <= days < _MAX_ORDINAL:
            raise OverflowError('date value out of range')
        seconds, us = divmod(us, _US)
        return cls(*from_ordinal(days + 1), seconds // 3600, seconds // 60 % 60, seconds % 60, us,
                   tzinfo=tz)

    @classmethod
    def _from_timestamp(cls, timestamp, tz):
        if isinstance(timestamp, float):
            whole, part = divmod(timestamp, 1)
            us = int(whole) * _US + round(part * _US)
        else:
            us = _index(timestamp) * _US
        days = us // _DAY_US + _EPOCH_ORDINAL
        if not 0 < days <= _MAX_ORDINAL:
            year = 1970 + int(us / _US / 31556952)
            raise ValueError(f'year {year} is out of range')
        return cls._from_microseconds(us + (_EPOCH_ORDINAL - 1) * _DAY_US, tz)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tzinfo(tz)
        if tz is None:
            return cls._from_timestamp(timestamp, None)
        return tz.fromutc(cls._from_timestamp(timestamp, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls._from_timestamp(timestamp, None)

    @classmethod
    def now(cls, tz=None):
        _check_tzinfo(tz)
        now = cls._from_microseconds(_time.time_ns() // 1000 + (_EPOCH_ORDINAL - 1) * _DAY_US, tz)
        return now if tz is None else tz.fromutc(now)

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError(f'combine() argument 1 must be datetime.date, not {type(date).__name__}')
        if not isinstance(time, _time_class):
            raise TypeError(f'combine() argument 2 must be datetime.time, not {type(time).__name__}')
        return cls(date.year, date.month, date.day, *time._clock(),
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        def read(text):
            if len(text) < 7:
                raise ValueError
            split = date_length(text)
            days = read_date(text[:split])
            return days, read_time(text[split + 1:]) if split < len(text) else ((), None)
        days, (clock, offset) = _from_iso(date_string, read)
        return cls(*days, *clock, tzinfo=_zone_of(offset))

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime
        for position, argument in enumerate((date_string, format), 1):
            if not isinstance(argument, str):
                raise TypeError(f'strptime() argument {position} must be str, not '
                                f'{type(argument).__name__}')
        parts, microsecond, offset_us = _strptime.parse(date_string, format)
        zone, offset = parts[9:11]
        tz = None
        if offset is not None:
            span = timedelta(seconds=offset, microseconds=offset_us)
            tz = timezone(span, zone) if zone else timezone(span)
        return cls(*parts[:6], microsecond, tz)

    def _clock(self):
        return self._hour, self._minute, self._second, self._microsecond

    def _microseconds(self):
        """Since 1 January of year 1, on its own clock."""
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() - 1) * _DAY_US + seconds * _US + self._microsecond

    def timetuple(self):
        saving = self.dst()
        dst = -1 if saving is None else 1 if saving else 0
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute,
                                  self._second, self.weekday(),
                                  day_of_year(self._year, self._month, self._day), dst))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self - offset if offset else self
        parts = list(datetime.timetuple(moment.replace(tzinfo=None)))
        parts[8] = 0
        return _time.struct_time(parts)

    def timestamp(self):
        offset = self.utcoffset()
        us = self._microseconds() - (_EPOCH_ORDINAL - 1) * _DAY_US
        return (us if offset is None else us - _us(offset)) / _US

    def date(self):
        return _date_class(self._year, self._month, self._day)

    def time(self):
        return _time_class(*self._clock(), fold=self._fold)

    def timetz(self):
        return _time_class(*self._clock(), self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day,
                          self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def astimezone(self, tz=None):
        local = timezone._made(_ZERO, 'UTC')
        if tz is None:
            tz = local
        elif not isinstance(tz, _tzinfo_class):
            raise TypeError('tzinfo argument must be None or of a tzinfo subclass, not type '
                            f"'{type(tz).__name__}'")
        own = self._tzinfo
        if tz is own:
            return self
        offset = None if own is None else own.utcoffset(self)
        if offset is None:
            offset = _ZERO
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        return _time.asctime(self.timetuple())

    def isoformat(self, sep='T', timespec='auto'):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError('isoformat() argument 1 must be a unicode character, not '
                            f'{type(sep).__name__}')
        text = (f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}'
                f'{time_text(*self._clock(), timespec)}')
        offset = self.utcoffset()
        return text if offset is None else text + offset_text(offset)

    def __repr__(self):
        numbers = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            numbers.append(self._second)
        if self._microsecond:
            numbers.append(self._microsecond)
        text = ', '.join(map(str, numbers))
        if self._tzinfo is not None:
            text += f', tzinfo={self._tzinfo!r}'
        if self._fold:
            text += ', fold=1'
        return f'{_type_path(self)}({text})'

    def __str__(self):
        return self.isoformat(sep=' ')

    def strftime(self, format):
        return _strftime(self, format, self.timetuple(), self._microsecond)

    def utcoffset(self):
        return None if self._tzinfo is None else _check_offset('utcoffset', self._tzinfo.utcoffset(self))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else _check_offset('dst', self._tzinfo.dst(self))

    # Two clocks of the same zone are compared as they stand, others in UTC.

    def _keys(self, other):
        """What to compare, or None if one is naive and the other not."""
        if self._tzinfo is other._tzinfo:
            return self._microseconds(), other._microseconds()
        mine, theirs = self.utcoffset(), other.utcoffset()
        if mine is None and theirs is None:
            return self._microseconds(), other._microseconds()
        if mine is None or theirs is None:
            return None
        return self._microseconds() - _us(mine), other._microseconds() - _us(theirs)

    def _ordered(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError(f"can't compare {_type_path(self)} to {_type_path(other)}")
            return None
        keys = self._keys(other)
        if keys is None:
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return keys

    def __eq__(self, other):
        if isinstance(other, datetime):
            keys = self._keys(other)
            return keys is not None and keys[0] == keys[1]
        return NotImplemented if not isinstance(other, date) else False

    def __lt__(self, other):
        keys = self._ordered(other)
        return NotImplemented if keys is None else keys[0] < keys[1]

    def __le__(self, other):
        keys = self._ordered(other)
        return NotImplemented if keys is None else keys[0] <= keys[1]

    def __gt__(self, other):
        keys = self._ordered(other)
        return NotImplemented if keys is None else keys[0] > keys[1]

    def __ge__(self, other):
        keys = self._ordered(other)
        return NotImplemented if keys is None else keys[0] >= keys[1]

    def __hash__(self):
        offset = self.utcoffset()
        if offset is not None:
            return hash(_span(self._microseconds() + _DAY_US - _us(offset)))
        us = self._microsecond
        return hash(bytes((self._year >> 8, self._year & 255, self._month, self._day, self._hour,
                           self._minute, self._second, us >> 16, us >> 8 & 255, us & 255)))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._from_microseconds(self._microseconds() + _us(other), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_microseconds(self._microseconds() - _us(other), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        keys = self._keys(other)
        if keys is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _span(keys[0] - keys[1])

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, *self._clock(), self._tzinfo)


# Inside datetime these names are its own methods.
_date_class = date
_time_class = time
_tzinfo_class = tzinfo

datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

for _cls in date, time, datetime, timedelta, timezone, tzinfo, IsoCalendarDate:
    _as_c_class(_cls)
