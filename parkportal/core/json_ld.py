"""What all schema.org data of records has in common."""

from typing import Any

from .models.record import Record

Data = dict[str, Any]


def filled(data: Data) -> Data:
    """The properties that have a value."""
    return {name: value for name, value in data.items() if value}


def thing(kind: str | list[str], record: Record) -> Data:
    """A record as a thing of its own page: its type, name, summary and address."""
    return {"@context": "https://schema.org"} | filled(
        {
            "@type": kind,
            "@id": record.absolute_url,
            "name": str(record),
            "description": str(record.localised_summary),
            "url": record.absolute_url,
        }
    )


def reference(kind: str, record: Record | None) -> Data | None:
    """Another record by its name and address; nothing for one that is hidden."""
    if record is None:
        return None
    return filled({"@type": kind, "name": str(record), "url": record.absolute_url})


def merged(data: Data, *more: Data) -> Data:
    """Data of a thing and what others know of it; lists under one name add up."""
    data = dict(data)
    for each in more:
        for name, value in each.items():
            data[name] = [*data[name], *value] if name in data else value
    return data


def property_value(name: Any, value: Any) -> Data:
    """A fact for which schema.org has no property."""
    return {"@type": "PropertyValue", "name": str(name), "value": str(value)}
