"""The search index: how texts become words, how a query is understood, what it finds and in which order.

``analysis`` makes words of texts; ``indexing`` writes what a ``Searchable`` says of itself into a SearchEntry;
``understanding`` makes a ``query`` of what was asked, with ``synonyms`` and vocabularies; ``finding`` serves lists and
``hits`` the whole site, in the order of ``ranking``; ``spelling`` corrects.
"""
