i = 0
i++
i--
if i && True:
    pass
if i || True:
    pass
if !i:
    pass
if i === 0:
    pass
if i =< 1:
    pass
x = i ? 1 : 2
