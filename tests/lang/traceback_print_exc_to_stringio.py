import io
import traceback

out = io.StringIO()
try:
    {}["missing"]
except KeyError:
    traceback.print_exc(file=out)
print([line.strip() for line in out.getvalue().splitlines() if "File" not in line])
