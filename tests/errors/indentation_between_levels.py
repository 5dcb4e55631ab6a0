for dish in ["soup", "bread"]:
        print(dish)
    print("served")
    print("again")
print("done")
