"""The figures register."""

from news.models import Figure

from .source import by_language, entries, publish_first, some


def load_figures() -> dict[str, Figure]:
    """Every figure by its key."""
    figures = {figure.key: figure for figure in Figure.objects.all()}
    new = [entry for entry in entries("figures", "figure") if entry["key"] not in figures]
    for entry in new:
        figure = Figure(
            **some(
                entry,
                "key",
                "value",
                "value_to",
                "qualifier",
                "as_of",
                "source_name",
                "source_url",
                "status",
                "featured",
            ),
            **by_language(entry, "label", "unit", "definition", "scope"),
        )
        figure.save()
        figures[figure.key] = figure
    for entry in new:
        figure = figures[entry["key"]]
        figure.replaces = figures.get(entry.get("replaces", ""))
        figure.save()
        publish_first(figure)
    return figures
