"""Casebook finds its own files however it was installed, and keeps the user's apart."""

import sys
from pathlib import Path

import pytest

from casebook import paths


def test_the_source_tree_has_resources_and_templates():
    assert (paths.resources() / "icons" / "casebook.svg").is_file()
    assert paths.templates().is_dir()


def test_a_frozen_app_uses_its_own_bundle(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


def test_an_installed_wheel_uses_the_data_inside_the_package(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "casebook"
    (package / "_data" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.resources() == package / "_data" / "resources"


def test_a_broken_installation_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "casebook" / "paths.py"))
    with pytest.raises(FileNotFoundError, match="'templates' is missing; install Casebook again"):
        paths.templates()


@pytest.mark.parametrize(
    "place", [paths.user_data, paths.user_templates, paths.user_styles, paths.user_config, paths.user_state]
)
def test_every_folder_of_the_user_follows_casebook_home_and_exists(place, tmp_path, monkeypatch):
    monkeypatch.setenv("CASEBOOK_HOME", str(tmp_path / "portable"))
    folder = place()
    assert folder.is_dir()
    assert folder.is_relative_to(tmp_path / "portable")


def test_user_folders_do_not_overlap_except_templates_in_data(tmp_path, monkeypatch):
    monkeypatch.setenv("CASEBOOK_HOME", str(tmp_path))
    apart = {paths.user_data(), paths.user_config(), paths.user_state()}
    assert len(apart) == 3
    assert paths.user_templates().parent == paths.user_styles().parent == paths.user_data()


@pytest.mark.skipif(sys.platform != "linux", reason="names the XDG folders")
def test_without_casebook_home_the_system_decides(tmp_path, monkeypatch):
    monkeypatch.delenv("CASEBOOK_HOME")
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    assert paths.user_data() == tmp_path / "DATA" / "casebook"
    assert paths.user_config() == tmp_path / "CONFIG" / "casebook"
    assert paths.user_state() == tmp_path / "STATE" / "casebook"
    assert isinstance(paths.user_data(), Path)
