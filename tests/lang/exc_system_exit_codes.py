import sys
try:
    sys.exit("a message")
except SystemExit as e:
    print(repr(e), e.code)
try:
    exit(2)
except SystemExit as e:
    print(e.code)
sys.exit(3)
