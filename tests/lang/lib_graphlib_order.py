from graphlib import TopologicalSorter, CycleError


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


graph = {"D": {"B", "C"}, "C": {"A"}, "B": {"A"}}
print(list(TopologicalSorter({"c": ["b"], "b": ["a"]}).static_order()))
ts = TopologicalSorter()
ts.add("roof", "walls"); ts.add("walls", "floor"); ts.add("door", "walls")
ts.prepare()
while ts.is_active():
    ready = ts.get_ready()
    print(sorted(ready))
    ts.done(*ready)
try:
    list(TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
except CycleError as e:
    print(e.args[0], e.args[1][0] == e.args[1][-1], len(e.args[1]))
check(lambda: ts.add(1), lambda: ts.prepare(), lambda: ts.done("roof"), lambda: ts.done("nope"), lambda: TopologicalSorter().get_ready(), lambda: TopologicalSorter({1: [2]}).done(2))
