"""Answers for the dialogs of the window."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from tests.ui.frame.modal import Answers


@pytest.fixture
def answers(look) -> Answers:
    """Answers modal dialogs; file dialogs are Qt's own, which a test can type into."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return Answers()
