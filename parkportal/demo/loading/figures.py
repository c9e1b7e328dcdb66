"""The figures register."""

from news.models import Figure

from .source import by_language, entries, publish_first, some


def load_figures() -> dict[str, Figure]:
    """Every figure by its key."""
    figures = {figure.key: figure for figure in Figure.objects.all()}
    for entry in entries("figures", "figure"):
        if entry["key"] in figures:
            continue
        figure = Figure(
            **some(entry, "key", "value", "qualifier", "as_of", "source_name", "source_url", "status", "featured"),
            **by_language(entry, "label", "unit", "definition", "scope"),
        )
        figure.save()
        publish_first(figure)
        figures[figure.key] = figure
    return figures
