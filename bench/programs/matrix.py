"""Lists of lists, indexed."""


def multiply(a, b):
    n, m, p = len(a), len(b), len(b[0])
    result = [[0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            total = 0
            for k in range(m):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


n = 120
a = [[(i * j) % 10 for j in range(n)] for i in range(n)]
b = [[(i + j) % 10 for j in range(n)] for i in range(n)]
c = multiply(a, b)
c = multiply(c, a)
print(sum(map(sum, c)))
