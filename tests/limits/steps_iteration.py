# Iteration inside of one call is counted where it runs the program's code.
class Endless:
    def __iter__(self):
        return self

    def __next__(self):
        return 0

sum(Endless())
