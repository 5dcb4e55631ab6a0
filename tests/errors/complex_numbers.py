x = 1j
y = 2 + 3.5J
