def cook():
print("cooking")

for i in range(3):

class Kitchen:
    def open(self):
    def close(self):
        pass
