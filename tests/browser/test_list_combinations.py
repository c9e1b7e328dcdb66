"""A list gives what it offers: every value of every filter; each filter with others, every order and every file."""

import csv
import json
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import urlencode, urljoin
from urllib.request import urlopen

import pytest
from lxml import html  # type: ignore[import-untyped]
from openpyxl import load_workbook

LISTS = ["/nl/organisaties/", "/en/facilities/", "/nl/apparatuur/"]


class Offer:
    """What stands on a page of a list to be chosen."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.page = html.fromstring(get(address))
        (heading,) = self.page.find_class("list-bar__total")
        self.total = int(heading.text_content().split()[0].replace(".", ""))
        self.orders = self.page.xpath("//select[@name='sort']/option/@value")
        self.order = self.page.xpath("//select[@name='sort']/option[@selected]/@value")
        links = self.page.xpath("//*[@class='list-bar__forms']//a[contains(@href, 'format=')]/@href")
        self.files = [urljoin(address, link) for link in links]

    def filters(self) -> dict[str, dict[str, int]]:
        """Each filter with its values, and how many results they promise."""
        offered: dict[str, dict[str, int]] = {}
        for choice in self.page.xpath("//*[@class='facets__choices']/li"):
            (box,), (count,) = choice.xpath(".//input"), choice.xpath(".//data/@value")
            offered.setdefault(box.get("name"), {})[box.get("value")] = int(count)
        return offered


def asking(address: str, **question: str) -> Offer:
    """The page that answers a question."""
    return Offer(f"{address}?{urlencode(question)}")


def get(address: str) -> bytes:
    with urlopen(address, timeout=60) as answer:
        return bytes(answer.read())


def records_in(address: str) -> int:
    """How many records a file holds."""
    content = get(address)
    if content.startswith(b"PK"):
        return sum(1 for _row in load_workbook(BytesIO(content), read_only=True).worksheets[0].iter_rows()) - 1
    if content.startswith(b"{"):
        data: dict[str, Any] = json.loads(content)
        return len(data.get("items", data.get("features", [])))
    return len(list(csv.reader(StringIO(content.decode("utf-8-sig"))))) - 1


@pytest.mark.parametrize("path", LISTS)
def test_every_value_of_every_filter_keeps_its_promise(base_url: str, path: str) -> None:
    start = f"{base_url}{path}"
    broken = {
        (name, value): (promised, given)
        for name, values in Offer(start).filters().items()
        for value, promised in values.items()
        if (given := asking(start, **{name: value}).total) != promised
    }
    assert broken == {}


@pytest.mark.parametrize("path", LISTS)
def test_a_filter_goes_with_others_with_every_order_and_every_file(base_url: str, path: str) -> None:
    start = Offer(f"{base_url}{path}")
    assert len(start.files) >= 4
    names = [*start.filters()]
    for number, (name, values) in enumerate(start.filters().items()):
        chosen = {name: next(iter(values))}
        offer = asking(start.address, **chosen)
        given = {order: asking(start.address, **chosen, sort=order) for order in offer.orders}
        assert {order: (each.order, each.total) for order, each in given.items()} == {
            order: ([order], offer.total) for order in offer.orders
        }, name
        assert {file: records_in(file) for file in offer.files} == dict.fromkeys(offer.files, offer.total), name
        for other, further in offer.filters().items():
            value, promised = next(iter(further.items()))
            if other in names[number + 1 : number + 3]:  # With all of them it would take minutes.
                assert asking(start.address, **chosen, **{other: value}).total == promised, (name, other)
