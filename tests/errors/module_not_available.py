import requests
import subprocess
from . import kitchen
