"""Lists as people have them, in files."""

import pytest
import xlsxwriter

PROJECTS = (
    ("Project", "Country", "Years", "Partner names", "Notes"),
    ("Training of police", "Liberia", "2003–2018", "ECOWAS; United Nations", "It went well."),
    ("Joint patrols", "Ivory Coast", "2005", "ECOWAS; A new force", ""),
    ("Demining", "Libria", "2006", "ECOWAS", ""),
)
EVENTS = (
    ("Date", "Event", "Type", "Who"),
    ("18 August 2003", "Peace signed", "Agreement", "ECOWAS"),
    ("October 2003", "Mission begins", "Deployment", "United Nations"),
    ("soon", "Elections", "Political", ""),
)


def workbook(path, *sheets):
    with xlsxwriter.Workbook(path) as book:
        for number, rows in enumerate(sheets, 1):
            sheet = book.add_worksheet(f"Sheet {number}")
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return path


@pytest.fixture
def projects_file(tmp_path):
    return workbook(tmp_path / "projects.xlsx", PROJECTS, EVENTS)


@pytest.fixture
def events_file(tmp_path):
    return workbook(tmp_path / "events.xlsx", EVENTS)
