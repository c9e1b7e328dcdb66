"""Records from a file of somebody else: read, mapped, compared, then written all or nothing, and undone if need be.

What can be imported is declared by each app in its ``imports.py``; docs/importing.md says what staff see.
"""
