"""Marks text for translation where Qt may not be imported."""


def _(text: str) -> str:
    """Return `text` unchanged; `pyside6-lupdate -tr-function-alias tr+=_` collects it for translators."""
    return text
