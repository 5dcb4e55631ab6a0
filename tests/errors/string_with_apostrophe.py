print('l'eau est chaude')
print("he said "hi" to me")
