"""Holds what `toque export --perfetto` writes to the trace-event format, strictly.

    trace_format.py TOQUE PROGRAM.py...

What the readers of the format (ui.perfetto.dev, chrome://tracing, speedscope) each rely on: known phases with
their members, slices of a track in each other or apart, flows that begin and end once and in a slice, counters
that hold numbers, tracks that have a name, times that do not go back."""

import json
import subprocess
import sys

MEMBERS = {
    "M": {"name", "args"},
    "X": {"name", "ts", "dur", "cat"},
    "i": {"name", "ts", "s"},
    "C": {"name", "ts", "args"},
    "s": {"name", "ts", "cat", "id"},
    "f": {"name", "ts", "cat", "id", "bp"},
}
METADATA = {"process_name": str, "thread_name": str, "thread_sort_index": int}
NEAR = 1e-3  # microseconds: a picosecond is what floats may lose


class Wrong(Exception):
    pass


def need(truth, what, event):
    if not truth:
        raise Wrong(f"{what}: {json.dumps(event)}")


def check_members(event):
    need(event.get("ph") in MEMBERS, "unknown phase", event)
    need(MEMBERS[event["ph"]] <= event.keys(), "a member is missing", event)
    for member in ("pid", "tid"):
        need(type(event.get(member)) is int, f"{member} is no number", event)
    need(type(event["name"]) is str and event["name"], "it has no name", event)
    if event["ph"] == "M":
        value = event["args"].get("name", event["args"].get("sort_index"))
        need(type(value) is METADATA.get(event["name"]), "wrong metadata", event)
        return
    need(type(event["ts"]) in (int, float) and event["ts"] >= 0, "wrong time", event)
    if event["ph"] == "X":
        need(type(event["dur"]) in (int, float) and event["dur"] >= 0, "wrong duration", event)
    if event["ph"] == "C":
        need(event["args"] and all(type(v) in (int, float) for v in event["args"].values()), "no number", event)
    if event["ph"] == "i":
        need(event["s"] in ("g", "p", "t"), "wrong scope", event)
    need(type(event.get("args", {})) is dict, "args is no object", event)


def check_nesting(slices):
    """In the order of the file, as a reader would that turns them into begins and ends."""
    open_ones = []
    for event in slices:
        start, end = event["ts"], event["ts"] + event["dur"]
        while open_ones and open_ones[-1] <= start + NEAR:
            open_ones.pop()
        need(not open_ones or end <= open_ones[-1] + NEAR, "it ends after the slice around it", event)
        open_ones.append(end)


def enclosing(slices, ts):
    return any(s["ts"] - NEAR <= ts <= s["ts"] + s["dur"] + NEAR for s in slices)


def check_flows(flows, tracks):
    by_id = {}
    for event in flows:
        by_id.setdefault(event["id"], []).append(event)
        need(enclosing(tracks.get((event["pid"], event["tid"]), []), event["ts"]), "a flow outside of slices", event)
    for pair in by_id.values():
        need([e["ph"] for e in pair] == ["s", "f"], "not one beginning and one end", pair[0])
        need(pair[0]["ts"] <= pair[1]["ts"], "it ends before it begins", pair[0])
        need(all(pair[0][k] == pair[1][k] for k in ("name", "cat")), "its ends do not match", pair[0])
        need(pair[1]["bp"] == "e", "it is bound to the wrong slice", pair[1])


def check(text):
    trace = json.loads(text, parse_constant=lambda c: (_ for _ in ()).throw(Wrong(f"{c} is no JSON")))
    need(type(trace) is dict and trace.get("displayTimeUnit") in ("ms", "ns"), "wrong frame", {})
    events = trace["traceEvents"]
    tracks, named, last = {}, set(), 0
    for event in events:
        check_members(event)
        if event["ph"] == "M":
            if event["name"] == "thread_name":
                need((event["pid"], event["tid"]) not in named, "a track with two names", event)
                named.add((event["pid"], event["tid"]))
            continue
        need((event["pid"], event["tid"]) in named, "a track without a name", event)
        need(event["ts"] >= last, "time goes back", event)
        last = event["ts"]
        if event["ph"] == "X":
            tracks.setdefault((event["pid"], event["tid"]), []).append(event)
    for slices in tracks.values():
        check_nesting(slices)
    check_flows([e for e in events if e["ph"] in "sf"], tracks)
    return len(events)


def main():
    toque, *programs = sys.argv[1:]
    wrong = events = 0
    for program in programs:
        done = subprocess.run([toque, "export", program, "--steps", "3000000", "--perfetto", "-"],
                              capture_output=True, check=False)
        if not done.stdout:
            continue  # it cannot be run
        try:
            events += check(done.stdout.decode("utf-8"))
        except (Wrong, ValueError, KeyError) as error:
            print(f"{program}: {error!r}")
            wrong += 1
    print(f"{wrong} of {len(programs)} programs are wrong, {events} events")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
