from dataclasses import dataclass


@dataclass(frozen=True)
class PlanPlace:
    """One building on the plan; `sector` is the most common main sector of its organisations."""

    name: str
    latitude: float
    longitude: float
    url: str
    sector: str
    count: int
    key: str
