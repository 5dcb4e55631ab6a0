import statistics as st
data = [2, 3, 3, 5, 8, 13]
print(st.mean(data), st.median(data), st.mode(data), st.stdev(data), st.pstdev(data), st.variance(data), st.pvariance(data), st.median_low(data), st.median_high(data), st.fmean(data), st.geometric_mean(data), st.harmonic_mean(data), st.multimode("aabbc"), st.quantiles(data), st.mean([1.5, 2.5]), st.median([1, 2]))
try:
    st.mean([])
except st.StatisticsError as e:
    print(e)
