function f(x):
    return x

let y = 1
switch y:
    case 1:
        pass
if y == 1 then:
    pass
while True {
    y = 2
}
throw y
// a comment
