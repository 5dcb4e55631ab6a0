"""Float arithmetic on the attributes of a few objects."""
from math import sqrt


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def energy(bodies):
    e = 0.0
    for i, a in enumerate(bodies):
        e += 0.5 * a.mass * (a.vx ** 2 + a.vy ** 2 + a.vz ** 2)
        for b in bodies[i + 1:]:
            e -= a.mass * b.mass / sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2)
    return e


def step(pairs, bodies, dt):
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        mag = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
        a.vx -= dx * b.mass * mag
        a.vy -= dy * b.mass * mag
        a.vz -= dz * b.mass * mag
        b.vx += dx * a.mass * mag
        b.vy += dy * a.mass * mag
        b.vz += dz * a.mass * mag
    for b in bodies:
        b.x += dt * b.vx
        b.y += dt * b.vy
        b.z += dt * b.vz


bodies = [
    Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.5),
    Body(4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.0377),
    Body(8.34, 4.12, -0.40, -1.01, 1.82, 0.008, 0.0113),
    Body(12.9, -15.1, -0.22, 1.08, 0.868, -0.01, 0.0017),
    Body(15.4, -25.9, 0.179, 0.979, 0.594, -0.034, 0.002),
]
pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
for _ in range(50_000):
    step(pairs, bodies, 0.001)
print(round(energy(bodies), 9))
