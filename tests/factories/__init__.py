"""Factories: one file an app. What a test does not say is filled in plausibly in both languages."""
