import random
random.seed(3)
print(random.uniform(1, 2), random.triangular(0, 10, 3), random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(5, 2), random.expovariate(1.5), random.lognormvariate(0, 0.5), random.betavariate(2, 5), random.gammavariate(2, 3), random.gammavariate(0.5, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4))
