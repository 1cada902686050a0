"""Makes one book in a process of its own, so that the memory of other benchmarks is not counted; prints JSON."""

import json
import resource
import sys
import time
from pathlib import Path

import attrs
from pypdf import PdfReader

from casebook.domain.records import Sensitivity
from casebook.publishing.order import Order
from casebook.publishing.report import publish
from tests.builders import build_case
from tests.publishing.sample import sample_materials


def peak() -> float:
    """Megabytes this process, or the largest it started, has held at once."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024


def main() -> None:
    """Make the book of as many cases as the first argument says, in the folder of the second."""
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    cases = [attrs.evolve(build_case(seed), sensitivity=Sensitivity.PUBLIC) for seed in range(count)]
    order = Order(folder=folder, template="casebook-volume", audience=Sensitivity.INTERNAL)
    start = time.perf_counter()
    (made,) = publish(cases, order, sample_materials()).files
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "megabytes": peak(), "pages": len(PdfReader(made).pages)}))


if __name__ == "__main__":
    main()
