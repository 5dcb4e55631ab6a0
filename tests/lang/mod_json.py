import json
data = {"name": "Ana", "n": 5, "x": 1.5, "ok": True, "none": None, "list": [1, [2]], "nested": {"a": "é\n\"q\""}, 3: "key"}
print(json.dumps(data))
print(json.dumps(data, indent=2, ensure_ascii=False))
print(json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, separators=(",", ":")), json.dumps([]), json.dumps({}, indent=2), json.dumps("\u2028"), json.dumps([float("inf"), 1e100]))
print(json.loads('{"a": [1, 2.5, -3e2, true, false, null, "\\u00e9\\n"], "b": {}}'), json.loads("  [ ] "), json.loads('"x"'), json.loads(json.dumps(data))["nested"])
for bad in ("{", "[1,]", "{'a': 1}", "", "nul", "[1] x", '"\n"'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(e)
try:
    json.dumps({1, 2})
except TypeError as e:
    print(e)
print(json.dumps({"d": {1, 2}}, default=sorted), json.loads("[1.5]", parse_float=str))
