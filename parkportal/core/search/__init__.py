"""The search index: how texts become words, how a query is understood, what it finds and in which order.

``analysis`` makes words of texts; ``indexing`` writes what a ``Searchable`` says of itself into a SearchEntry; ``query``
understands what was asked, with ``synonyms`` and vocabularies; ``ranking`` orders what was found; ``spelling`` corrects.
"""
