import sys
print("output")
sys.exit("something to say")
