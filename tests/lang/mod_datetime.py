from datetime import date, datetime, time, timedelta, timezone
d = date(2024, 2, 28)
print(d, d + timedelta(days=2), d.weekday(), d.isoweekday(), d.strftime("%d/%m/%Y %A %B %j"), date(2024, 3, 1) - d, d.replace(year=2023), date.fromisoformat("2024-01-05"), d < date(2025, 1, 1), d.isocalendar(), repr(d))
t = datetime(2024, 5, 6, 13, 4, 5, 678)
print(t, t.isoformat(), t + timedelta(hours=12, minutes=5), t - datetime(2024, 1, 1), t.strftime("%Y-%m-%d %H:%M:%S.%f %I %p"), t.date(), t.time(), datetime.strptime("2024-01-02 03:04", "%Y-%m-%d %H:%M"), repr(t), t.timestamp() > 0, datetime.fromisoformat("2024-05-06T01:02:03"))
delta = timedelta(days=1, hours=2, seconds=3.5)
print(delta, delta.total_seconds(), delta * 2, delta / 2, -delta, delta.days, delta.seconds, delta > timedelta(1), repr(delta), timedelta(0), timedelta(minutes=90) // timedelta(hours=1), sum([delta, delta], timedelta()))
print(time(1, 2), datetime(2024, 1, 1, tzinfo=timezone.utc), datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=2))).astimezone(timezone.utc), datetime.min, datetime.max)
for f in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: date.fromisoformat("x"), lambda: datetime.strptime("a", "%Y")):
    try:
        f()
    except ValueError as e:
        print(e)
