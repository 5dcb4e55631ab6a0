name = "Ana"
print(f"{name")
print(f"{}")
print(f"name}")
print(f'{d['a']}')
print(f"{name!x}")
print(f"{name\n}")
