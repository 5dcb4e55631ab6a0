import unittest


class Sequences(unittest.TestCase):
    def test(self):
        self.assertSequenceEqual([1, 2], (1, 2))
        self.assertSequenceEqual(range(3), [0, 1, 2])
        for first, second in (([1, 2], (1, 3)), ([1], (1, 2)), ([], ())):
            try:
                self.assertSequenceEqual(first, second)
                print("equal", first, second)
            except AssertionError as error:
                print(str(error).splitlines()[0])
        with self.assertRaises(AssertionError):
            self.assertListEqual([1], (1,))


Sequences("test").test()
