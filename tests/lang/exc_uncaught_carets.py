def total(items):
    return (items[0].price +
            items[1]["x"] * 2)


class Item:
    price = 3


total([Item(), {"y": 1}])
