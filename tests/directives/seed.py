#: seed 42
import random

print(random.random())
