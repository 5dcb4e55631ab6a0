import time
start = time.perf_counter()
time.sleep(1.5)
elapsed = time.perf_counter() - start
print(1.5 <= elapsed < 1.6, time.monotonic() > 0, time.time() > 1_600_000_000, type(time.time_ns()).__name__)
a = time.monotonic()
time.sleep(0)
b = time.monotonic()
print(b >= a)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0)), time.gmtime(86400 * 365).tm_year, time.process_time() >= 0)
