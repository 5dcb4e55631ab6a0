class Ball:
    def __init__(self, height, restitution=0.75):
        self.height, self.speed, self.restitution, self.bounces = height, 0.0, restitution, []

    def step(self, dt):
        self.speed -= 9.81 * dt
        self.height += self.speed * dt
        if self.height < 0:
            self.height = -self.height * self.restitution
            self.speed = -self.speed * self.restitution
            self.bounces.append(round(abs(self.speed), 3))


ball = Ball(2.0)
for i in range(400):
    ball.step(0.01)
    if i % 100 == 0:
        print(f"{i / 100:.2f} s: {ball.height:.4f} m, {ball.speed:+.4f} m/s")
print(ball.bounces[:5], len(ball.bounces), ball.height)
