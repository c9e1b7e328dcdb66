"""What people without an account propose, and what staff make of it: one design for every kind of thing.

A ``Kind`` declares the fields that may be proposed (``fields.py``) and, for new things, how a draft is made of them;
``register`` it in the app's ``ready``. A form calls ``propose``; staff see old and new field by field and call
``decide``; the proposer gets an answer by mail. What is accepted is published with its origin, or becomes a draft.
``open_proposals`` is for the admin's first page.
"""

from .deciding import decide
from .kinds import Kind, kind_named, register
from .proposing import Proposer, propose
from .selectors import open_proposals

__all__ = ["Kind", "Proposer", "decide", "kind_named", "open_proposals", "propose", "register"]
