"""What is looked at before something is published. A file for each rule;.

A rule is a function with ``@rule(order=…)``. Apps above add their own, so that core knows nothing of articles.
"""
