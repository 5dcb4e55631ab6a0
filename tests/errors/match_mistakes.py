x = 1
match x
    case 1:
        pass
match x:
    case [*a, *b]:
        pass
    case {key: 1}:
        pass
    default:
        pass
