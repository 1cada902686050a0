"""Languages of the window: loads translations, and translates what the Qt-free floors have marked."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from casebook import paths

PSEUDO = "xx"
"""A made-up language that stretches every text, for testing layouts."""


class StretchingTranslator(QTranslator):
    """Makes every text a third longer and sets it in brackets, so that text nobody marked is seen."""

    def translate(
        self, _context: str, source: str, _disambiguation: str | None = None, _count: int = -1
    ) -> str:
        return f"[{source}{'~' * (len(source) // 3)}]" if source else source

    def isEmpty(self) -> bool:
        return False


def install_language(app: QApplication, language: str) -> None:
    """Speak `language` (ISO 639-1) from now on, as far as it is translated; English is the source."""
    locale = QLocale(language or "en")
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
    for translator in _translators(language, locale):
        translator.setParent(app)
        app.installTranslator(translator)


def translated(text: str) -> str:
    """A text that was marked with `_`, in the language of the window."""
    return QCoreApplication.translate("", text)


def is_mirrored(app: QApplication) -> bool:
    """Whether the window runs from right to left."""
    return app.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _translators(language: str, locale: QLocale) -> list[QTranslator]:
    if language == PSEUDO:
        return [StretchingTranslator()]
    folder = paths.resources() / "translations"
    own, qts = QTranslator(), QTranslator()
    found = []
    if own.load(locale, "casebook", "_", str(folder)):
        found.append(own)
    if qts.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        found.append(qts)
    return found
