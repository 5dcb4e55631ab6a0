import statistics
data = [2.5, 3.25, 5.5, 11.5, 11.75]
print(statistics.mean(data), statistics.fmean(data), statistics.median(data), statistics.stdev(data), statistics.pstdev(data), statistics.variance(data), statistics.pvariance(data), statistics.quantiles(data), statistics.harmonic_mean(data), statistics.geometric_mean(data))
print(statistics.mean([1, 2, 3, 4]), statistics.mean([1, 2, 3]), statistics.mean([1e30, 1, -1e30]), statistics.variance([1, 2, 3]), statistics.variance([1, 2, 4]), statistics.median([1, 3, 2, 4]), statistics.median_low([1, 3, 2, 4]), statistics.median_high([1, 3, 2, 4]), statistics.mode("aabbb"), statistics.multimode("aabbc"))
for f in (lambda: statistics.mean([]), lambda: statistics.stdev([1]), lambda: statistics.median([]), lambda: statistics.mode([])):
    try:
        f()
    except statistics.StatisticsError as e:
        print(e)
