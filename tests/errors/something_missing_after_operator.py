x = 1 +
y = (2 *
)
z = x and
import
from time import
