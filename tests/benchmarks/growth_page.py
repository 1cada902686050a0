"""Makes docs/performance.md and its plot from what `bench_finding.py` measured at several sizes.

for n in 1000 10000 100000; do CASES=$n make bench ARGS=-kfinding; done; python -m tests.benchmarks.growth_page
"""

import json
from typing import Any

import vl_convert

from tests.benchmarks.measuring import ROOT

ROWS = {
    "search": "A page of 50 for each keystroke, with places",
    "raw": "The same words in raw FTS5",
    "facets": "Counts of 15 facets after a search",
    "scroll": "One frame of scrolling the list",
    "open": "Opening a case of 40 entries",
    "save": "Saving a change, index and facets included",
}
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"


def main() -> None:
    """Read what was measured, write the table and the plot."""
    files = (ROOT / "tests" / "artifacts").glob("finding-*.json")
    measured = sorted(
        (json.loads(file.read_text(encoding="utf-8")) for file in files), key=lambda one: one["cases"]
    )
    page = ROOT / "docs" / "performance.md"
    before, _begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _old, _end, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{table(measured)}\n{END}{after}", encoding="utf-8")
    (ROOT / "docs" / "images" / "growth.png").write_bytes(
        vl_convert.vegalite_to_png(plot(measured), scale=1.5)
    )


def table(measured: list[dict[str, Any]]) -> str:
    """One row for each thing that was measured, one column for each size; medians, with the 95th percentile."""
    sizes = " | ".join(f"{one['cases']:,} cases" for one in measured)
    lines = [f"| Median (95 %), ms | {sizes} |", "|---" * (len(measured) + 1) + "|"]
    for key, label in ROWS.items():
        high = next((name for name in (f"{key}_p95", f"{key}_p99") if name in measured[0]), key)
        cells = " | ".join(f"{one[key] * 1000:.1f} ({one[high] * 1000:.1f})" for one in measured)
        lines.append(f"| {label} | {cells} |")
    return "\n".join(lines) + "\n"


def plot(measured: list[dict[str, Any]]) -> dict[str, Any]:
    """How each grows with the number of cases, both on scales of powers of ten."""
    values = [
        {"cases": one["cases"], "ms": one[key] * 1000, "what": label}
        for one in measured
        for key, label in ROWS.items()
    ]
    return {
        "width": 600,
        "height": 280,
        "data": {"values": values},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "cases", "type": "quantitative", "scale": {"type": "log"}, "title": "Cases"},
            "y": {
                "field": "ms",
                "type": "quantitative",
                "scale": {"type": "log"},
                "title": "Milliseconds (median)",
            },
            "color": {"field": "what", "type": "nominal", "title": None, "legend": {"labelLimit": 320}},
            "strokeDash": {"field": "what", "type": "nominal"},
        },
    }


if __name__ == "__main__":
    main()
