"""Every library Qt needs has a package name on both families of systems."""

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from casebook.system_packages import NEEDED_BY_PLATFORM, NEEDED_BY_QT, package_names

FROM_THE_C_LIBRARY = ("libc.", "libm.", "libstdc++.", "libgcc_s.", "libpthread.", "libdl.", "librt.")


@pytest.mark.parametrize(
    "soname", [*NEEDED_BY_QT, *NEEDED_BY_PLATFORM["xcb"], *NEEDED_BY_PLATFORM["wayland"]]
)
def test_each_library_has_both_package_names(soname):
    debian, fedora = package_names([soname])
    assert len(debian) == len(fedora) == 1


def test_packages_are_named_once_in_order_and_unknown_libraries_are_left_out():
    assert package_names(["libGL.so.1", "libx.so.1", "libEGL.so.1", "libGL.so.1"]) == (
        ["libgl1", "libegl1"],
        ["libglvnd-glx", "libglvnd-egl"],
    )


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("readelf"), reason="reads ELF files")
@pytest.mark.parametrize("platform", ["xcb", "wayland"])
def test_every_library_a_plugin_links_to_directly_is_in_the_table(platform):
    plugin = Path(PySide6.__file__).parent / f"Qt/plugins/platforms/libq{platform}.so"
    dump = subprocess.run(["readelf", "-d", plugin], capture_output=True, text=True, check=True).stdout
    linked = {line.split("[")[1].rstrip("]") for line in dump.splitlines() if "(NEEDED)" in line}
    ours = {soname for soname in linked if not soname.startswith(("libQt6", *FROM_THE_C_LIBRARY))}
    assert ours
    assert ours <= {*NEEDED_BY_QT, *NEEDED_BY_PLATFORM[platform]}
