print(1_000_000, 0xFF, 0o17, 0b101, 0XaB, 1e3, 1.5e-3, .5, 5., 1_0.0_1, 1E5, 00)
print("single", 'it"s', "tab\there", r"raw\n", "uni\u00e9\U0001F355\x41\101", "joined " "literals" ' here')
print("""three
lines "quoted"
""", b"by\x00te\xff", rb"raw\x", "line \
continued")
print(True, None, ..., ())
