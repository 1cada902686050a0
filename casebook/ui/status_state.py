"""Which of the theme's states stands for each status of a case, and for each level of sensitivity."""

from casebook.domain.records import Sensitivity
from casebook.ui.theme import State

_STATUS: dict[str, State] = {
    "draft": "warning",
    "ready-for-review": "notice",
    "in-review": "notice",
    "changes-requested": "danger",
    "approved": "ok",
    "published": "ok",
    "archived": "neutral",
}
_SENSITIVITY: dict[Sensitivity, State] = {
    Sensitivity.PUBLIC: "neutral",
    Sensitivity.TRAINING: "neutral",
    Sensitivity.PARTNER: "warning",
    Sensitivity.INTERNAL: "danger",
}


def status_state(status: str | None) -> State:
    """The state of a term of the vocabulary "status"; neutral for one it does not know."""
    return _STATUS.get(status or "", "neutral")


def sensitivity_state(level: Sensitivity) -> State:
    """The state of a level of sensitivity."""
    return _SENSITIVITY[level]
