"""Loads the demo content. What is there already is kept as it is."""
