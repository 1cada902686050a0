import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Opens a library in the window and tells whose sources were read and kept meanwhile.
OPENING = """
import json, linecache, sys
from pathlib import Path
from casebook.app import begin
from PySide6.QtWidgets import QApplication
app = QApplication([])
session = begin(app)
session.window.door.opened.connect(lambda _path: app.quit())
session.start(Path(sys.argv[1]))
app.exec()
session.window.close()
read = [name for name, kept in linecache.cache.items() if len(kept) > 1 and Path(name).is_file()]
print(json.dumps(read))
"""


def test_no_source_is_read_to_open_a_library(tmp_path):
    from casebook.storage.library import Library

    Library.create(tmp_path / "field.casebook").close()
    environ = {**os.environ, "CASEBOOK_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", OPENING, str(tmp_path / "field.casebook")],
        env=environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    read = json.loads(done.stdout.splitlines()[-1])
    others = [Path(name) for name in read if Path(name).name != "light_imports.py"]
    assert [path for path in others if {"sqlalchemy", "casebook"} & set(path.parts)] == []
