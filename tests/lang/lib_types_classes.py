import types

def f(): yield
async def c(): ...
async def ag(): yield
co = c()
names = [("FunctionType", f), ("LambdaType", lambda: 1), ("GeneratorType", f()), ("CoroutineType", co), ("AsyncGeneratorType", ag()), ("MethodType", "".__class__.mro if False else types.SimpleNamespace().__init__), ("BuiltinFunctionType", len), ("ModuleType", types), ("NoneType", None), ("EllipsisType", ...), ("NotImplementedType", NotImplemented), ("CodeType", f.__code__), ("MappingProxyType", type.__dict__), ("GenericAlias", list[int]), ("UnionType", int | str)]
for name, value in names:
    if name != "MethodType":
        print(name, isinstance(value, getattr(types, name)), type(value).__name__)
co.close()
class A:
    def m(self): return "m"
print(types.MethodType(A.m, A())(), types.MethodType(lambda self: self, 5)(), isinstance(A().m, types.MethodType))
C = types.new_class("C", (A,), {}, lambda ns: ns.update(x=1))
print(C, C.x, C().m(), types.resolve_bases((list[int],)), types.prepare_class("P", (A,)))
@types.coroutine
def switch():
    got = yield "out"
    return got
async def main():
    return await switch()
m = main()
print(m.send(None))
try:
    m.send("back")
except StopIteration as e:
    print(e.value)
