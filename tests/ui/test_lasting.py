import subprocess
import sys

# Without the loan this many calls end a Python 3.11 process.
CALLS = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from casebook.ui.lasting import keep_constants
keep_constants()
keep_constants()
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
for _ in range(40_000):
    widget.update()
    widget.isEnabled()
    widget.isVisible()
print("alive")
"""


def test_constants_outlive_many_calls_into_qt():
    done = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout.strip(), done.returncode) == ("alive", 0), done.stderr
