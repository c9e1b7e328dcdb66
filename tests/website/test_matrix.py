"""Every address of the admin, asked by every role, about one's own things and others': the table is in ``matrix``."""

import pytest

from tests.factories.staff import EVERY_ROLE, staff_user

from .matrix.addresses import Address, addresses
from .matrix.expected import UNTRIED, VISITOR, expected
from .matrix.filling import filled, variants
from .matrix.things import Things
from .matrix.visiting import lets_in, stop_at_the_door

ADDRESSES = [address for address in addresses() if address.name not in UNTRIED]


def keys(address: Address) -> dict[str, str]:
    """The address under the names that stand in the table, by whose thing it is about."""
    return {whose: f"{address.name} ({whose})" if whose else address.name for whose in variants(address)}


def test_somebody_said_who_is_let_in_at_every_address() -> None:
    unsaid = sorted({key for address in ADDRESSES for key in keys(address).values() if expected(key) is None})
    assert unsaid == [], "Say who is let in there in tests/website/matrix/expected.py."


@pytest.mark.matrix
def test_every_address_lets_in_whom_it_should_and_nobody_else(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    users = {role: staff_user(role) for role in EVERY_ROLE}
    things = Things(users)
    visits = [
        (address, key, role, filled(address, things, role, whose))
        for address in ADDRESSES
        for whose, key in keys(address).items()
        for role in (*EVERY_ROLE, VISITOR)
    ]
    stop_at_the_door(monkeypatch, ADDRESSES)
    wrong = []
    for address, key, role, arguments in visits:
        answer = lets_in(address, f"/{address.path}", arguments, users.get(role))
        if answer is not (role in (expected(key) or ())):
            wrong.append(f"{key}: {role or 'a visitor'}, let in: {answer}")
    assert not wrong, "\n".join(wrong)
