"""The tasks of the handbook, each as its chapter tells it: played by the tests, and photographed for the chapter."""
