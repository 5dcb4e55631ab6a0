name, n, pi = "Ana", 5, 3.14159
print(f"{name} {n + 1} {pi:.2f} {name!r} {n:>4}|{n:<4}|{n:^4}|{name:*^9}")
print(f"{{literal}} {n:{n}} {pi:{n + 5}.{2}f} {[1, 2][0]} {'nested'} {name.upper():>6}")
print(f"{n=} {pi = :.1f} {name=!s} {n+1=}", f"{'a' if n else 'b'}", f"{(lambda x: x * 2)(4)}", f"{ {'k': 1}['k'] }")
print(f"one {n} " "two {n} " f"three {n}", F"{n}", rf"\n{n}", f"""{
    n
}""", f"", f"{n!r:>5}", f"{None}", f"{True:5}|{True}", f"{'x':s}", f"{n:d}{'!'}")
