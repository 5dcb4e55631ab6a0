from collections import defaultdict


class Events:
    def __init__(self):
        self._handlers = defaultdict(list)

    def on(self, name):
        def register(f):
            self._handlers[name].append(f)
            return f

        return register

    def emit(self, name, *args, **kwargs):
        return [f(*args, **kwargs) for f in self._handlers[name]]


events = Events()


@events.on("order")
def cook(dish, table=0):
    return f"cooking {dish}"


@events.on("order")
@events.on("cancel")
def note(dish, table=0):
    return f"table {table}: {dish}"


print(events.emit("order", "soup", table=4), events.emit("cancel", "soup"), events.emit("nothing"))
