"""Texts of strangers without signs that can't be seen."""

import unicodedata

TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # The direction of writing.


def one_line(text: str) -> str:
    """A text without line breaks, on one line."""
    return " ".join("".join(" " if _is_control(sign) else sign for sign in text).split())


def readable(text: str) -> str:
    """A text with line breaks and tabs and no other such sign."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or not _is_control(sign))


def _is_control(sign: str) -> bool:
    """Control signs, lone surrogates, separators of lines, and what turns the direction of writing."""
    return unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in TURNING
