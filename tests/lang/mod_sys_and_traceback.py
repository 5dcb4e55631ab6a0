import sys
import traceback
print(sys.version_info >= (3, 11), sys.maxsize, sys.argv[0].endswith("mod_sys_and_traceback.py"), len(sys.argv), sys.getrecursionlimit(), sys.byteorder, sys.float_info.max)
try:
    1 / 0
except ZeroDivisionError as e:
    kind, value, tb = sys.exc_info()
    print(kind.__name__, value, tb is e.__traceback__)
    lines = traceback.format_exc().splitlines()
    print(lines[0], lines[-1])
    print(traceback.format_exception_only(e))
sys.stdout.write("out\n")
sys.stderr.write("err\n")
print(sys.intern("x") == "x", sys.getsizeof([]) > 0)
