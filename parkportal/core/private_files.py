"""Images and documents at addresses of their own while a page is shown to somebody who may see it before others.

Everybody else's addresses of these files are not told, so that nobody keeps them when the permission ends.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from typing import Any

Address = Callable[[Any], str]
_address: ContextVar[Address | None] = ContextVar("private_address", default=None)


@contextmanager
def files_at(address: Address) -> Iterator[None]:
    """Within, every rendition and document has the address that the function gives it."""
    token = _address.set(address)
    try:
        yield
    finally:
        _address.reset(token)


def pieces_at(address: Address | None, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same for what is made piece by piece while it is sent: between two pieces the addresses are as for all."""
    context = copy_context()
    context.run(_address.set, address)
    while (piece := context.run(next, pieces, None)) is not None:
        yield piece


def private_address(file: Any) -> str:
    """The address that a rendition or document has for this one reader; empty for everybody else."""
    address = _address.get()
    return address(file) if address else ""
