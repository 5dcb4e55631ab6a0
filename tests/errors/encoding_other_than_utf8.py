# -*- coding: latin-1 -*-
print("été")
