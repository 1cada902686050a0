"""Lets modules be imported without Qt's bindings reading the source of each."""

import sys
from types import ModuleType

FEATURES = "shibokensupport.feature"
ASKS = "_mod_uses_pyside"


def import_lightly() -> None:
    """Answer beforehand, for every module to come, what the bindings would read its source for.

    They look for modules that want the names of Qt in another style (`from __feature__ import snake_case`). Casebook
    has none, and reading the sources of all it imports costs a tenth of the start and 30 MB that are never given back.
    Bindings that do not ask any more are left as they are.
    """
    features = sys.modules.get(FEATURES)
    if features is not None and ASKS in vars(features):
        vars(features)[ASKS] = _wants_none


def _wants_none(_module: ModuleType) -> bool:
    return False
