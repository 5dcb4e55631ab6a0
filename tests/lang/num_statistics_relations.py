import statistics
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(statistics.correlation(x, y), statistics.covariance(x, y), statistics.linear_regression(x, y), statistics.linear_regression(x, y, proportional=True))
n = statistics.NormalDist(100, 15)
print(n, n.cdf(115), n.pdf(100), n.inv_cdf(0.975), n.quantiles(4), n + 5, n * 2, n.zscore(130), statistics.NormalDist.from_samples([1, 2, 3, 4]), n.overlap(statistics.NormalDist(110, 12)))
