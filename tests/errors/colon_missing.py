async def main()
    for i in range(3)
        if i == 2
            print(i)
        else
            await wait(1)

class Kitchen
    pass
