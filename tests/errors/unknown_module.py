import maths
from colections import deque
import requests
import os.path
import numpy as np
