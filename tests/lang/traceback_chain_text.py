import traceback


def load():
    raise KeyError("name")


def start():
    try:
        load()
    except KeyError as error:
        raise RuntimeError("cannot start") from error


try:
    start()
except RuntimeError as error:
    text = "".join(traceback.format_exception(error))
print([line for line in text.splitlines() if line and "File" not in line])
print("".join(traceback.format_exception(error, chain=False)).count("Traceback")
      if "error" in dir() else "error is gone")
