from dataclasses import dataclass, field
from statistics import mean


@dataclass
class Student:
    name: str
    grades: list[float] = field(default_factory=list)

    @property
    def average(self) -> float:
        return mean(self.grades) if self.grades else 0.0


data = """\
Ana;12.5;15;9
Bob;8;11.5
Chloé;18;17.5;19.5;20

Dan;
"""
students = []
for number, line in enumerate(data.splitlines(), 1):
    name, *grades = line.split(";")
    try:
        students.append(Student(name, [float(g) for g in grades]))
    except ValueError as e:
        print(f"line {number}: {e}")
students = [s for s in students if s.name]
print(f"{'name':<10}|{'average':>8}|{'grades':^22}")
for s in sorted(students, key=lambda s: s.average, reverse=True):
    print(f"{s.name:<10}|{s.average:8.2f}|{' '.join(map(str, s.grades)):^22}")
print(max(students, key=lambda s: len(s.grades)))
