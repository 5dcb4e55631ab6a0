def cuire(plat)
    print(plat)
pritn(cuire)
