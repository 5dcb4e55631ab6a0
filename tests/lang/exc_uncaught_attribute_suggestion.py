class Chef:
    def __init__(self):
        self.name = "Ana"


print(Chef().nam)
