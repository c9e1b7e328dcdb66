"""Text that survives being pasted anywhere."""

STRAIGHT = str.maketrans(
    dict.fromkeys("‘’‚‛", "'")
    | dict.fromkeys("“”„‟", '"')
    | dict.fromkeys("\u00a0\u202f\u2009", " ")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)


def straight(text: str) -> str:
    """The text with straight quotes and plain spaces, and without characters that nobody sees."""
    return text.translate(STRAIGHT)
