from string import *

print(ascii_lowercase[:3], digits, callable(capwords))
