"""Compares freshly extracted messages with those in the repository; called by .ci/messages."""

import sys
from pathlib import Path

import polib

LANGUAGES = ("nl", "en")
SOURCE_LANGUAGE = "en"
VOLATILE = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team", "Report-Msgid-Bugs-To")
Key = tuple[str | None, str, str]


def main(fresh: Path, kept: Path, *, write: bool) -> int:
    """Print what is wrong and give 1, or 0 if nothing is; ``write`` mends first what a program can."""
    problems = []
    for ours in kept.glob("wagtail/*/LC_MESSAGES/django.po") if write else ():
        polib.pofile(str(ours)).save_as_mofile(str(ours.with_suffix(".mo")))
    for language in LANGUAGES:
        source, target = (folder / language / "LC_MESSAGES" / "django.po" for folder in (fresh, kept))
        if write:
            update(source, target)
        problems += [f"{target}: {problem}" for problem in compare(polib.pofile(str(source)), target)]
    print("\n".join(problems) or "Every message is there in every language.")
    return 1 if problems else 0


def update(source: Path, target: Path) -> None:
    """Take over the fresh entries in the order of their texts, and compile them; English is its own translation."""
    entries = polib.pofile(str(source))
    entries.metadata = {name: value for name, value in entries.metadata.items() if name not in VOLATILE}
    if target.parts[-3] == SOURCE_LANGUAGE:
        for entry in entries:
            fill_in(entry)
    entries.sort(key=lambda entry: (entry.msgid.casefold(), entry.msgctxt or ""))
    entries.wrapwidth = 0
    target.parent.mkdir(parents=True, exist_ok=True)
    entries.save(str(target))
    entries.save_as_mofile(str(target.with_suffix(".mo")))


def fill_in(entry: polib.POEntry) -> None:
    """Give a message itself as its translation, unless it has one."""
    if entry.translated():
        return
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
    if entry.msgid_plural:
        entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
    else:
        entry.msgstr = entry.msgid


def compare(fresh: polib.POFile, target: Path) -> list[str]:
    """What differs between the code's messages, the .po file and the .mo file."""
    if not target.exists() or not target.with_suffix(".mo").exists():
        return ["is missing; run .ci/messages --write"]
    kept = {key(entry): entry for entry in polib.pofile(str(target)) if not entry.obsolete}
    wanted = {key(entry) for entry in fresh if not entry.obsolete}
    compiled = {key(entry): texts(entry) for entry in polib.mofile(str(target.with_suffix(".mo")))}
    translated = {name: texts(entry) for name, entry in kept.items() if entry.translated()}
    return [
        *(f"“{name[1]}” is missing; run .ci/messages --write" for name in sorted(wanted - set(kept), key=str)),
        *(f"“{name[1]}” is no longer used; run .ci/messages --write" for name in sorted(set(kept) - wanted, key=str)),
        *(f"“{name[1]}” is fuzzy" for name, entry in kept.items() if entry.fuzzy),
        *(
            f"“{name[1]}” is not translated"
            for name, entry in kept.items()
            if not entry.fuzzy and not entry.translated()
        ),
        *(["the .mo file is out of date; run .ci/messages --write"] if compiled != translated else []),
    ]


def key(entry: polib.MOEntry | polib.POEntry) -> Key:
    """What tells messages apart."""
    return (entry.msgctxt, entry.msgid, entry.msgid_plural or "")


def texts(entry: polib.MOEntry | polib.POEntry) -> tuple[str, ...]:
    """The translation, or all its plural forms."""
    return (entry.msgstr, *(text for _number, text in sorted(entry.msgstr_plural.items())))


sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), write="--write" in sys.argv[3:]))
