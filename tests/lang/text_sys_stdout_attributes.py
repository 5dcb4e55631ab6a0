import sys
print(sys.stdout.encoding, sys.stdout.errors, sys.stdout.name, sys.stdout.mode, sys.stdout.closed, sys.stdout.writable(), sys.stdout.fileno(), sys.stdout is sys.__stdout__, sys.stdout.flush())
