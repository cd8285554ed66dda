"""The figures as a page: one table a part, a column or row for each program or size."""

import math
import os
import platform
import statistics
import subprocess
from datetime import date


def table(head, rows):
    """Lines of a Markdown table; the first column is set to the left, all others to the right."""
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *rows])


def programs(rows, walks):
    """One school beside other programs."""
    figures = table(
        ["", "first frame", "key, median", "bytes a key", "most bytes", "memory"],
        [
            [
                name, f"{row['frame']:.1f} ms", f"{row['key']:.2f} ms", f"{row['bytes']:.0f}", f"{row['most']:.0f}",
                f"{row['memory']:.1f} MiB",
            ]
            for name, row in rows.items()
        ],
    )
    ours = rows["cksw"]
    ratios = table(
        ["cksw to", "first frame", "key", "bytes a key", "memory"],
        [
            [name] + [f"{ours[what] / row[what]:.2f}" for what in ("frame", "key", "bytes", "memory")]
            for name, row in rows.items()
            if name != "cksw"
        ],
    )
    down = table(
        ["Down through Now", "key, median", "bytes, median", "bytes, mean", "most bytes", "F10 until empty"],
        [
            [
                f"{columns}x{rows_}", f"{statistics.median(t for t, _ in answers):.2f} ms",
                f"{statistics.median(n for _, n in answers):.0f}", f"{statistics.mean(n for _, n in answers):.0f}",
                f"{max(n for _, n in answers)}", f"{blank:.2f} ms",
            ]
            for (columns, rows_), (answers, blank) in walks.items()
        ],
    )
    return f"## One school beside other programs\n\n{figures}\n\n{ratios}\n\n{down}\n"


def register(line):
    return f"## A large register beside the sqlite3 shell\n\n{line}\n"


def told(times):
    """`12.3 ms +4 %`: the median, and how far the slowest is above it; `0.5 ms to 12.3 ms` where it is far."""
    middle, slowest = statistics.median(times), max(times)
    more = f"to {words(slowest)}" if slowest > 10 * middle else f"+{(slowest / middle - 1) * 100:.0f} %"
    return f"{words(middle)} {more}"


def words(time):
    return f"{time / 1000:.2f} s" if time >= 1000 else f"{time:.1f} ms" if time >= 10 else f"{time:.2f} ms"


def exponent(points):
    """The slope of a straight line through the logarithms: 1 where the cost grows as the school does."""
    logs = [(math.log(size), math.log(cost)) for size, cost in points]
    x, y = (statistics.mean(log[place] for log in logs) for place in (0, 1))
    return sum((a - x) * (b - y) for a, b in logs) / sum((a - x) ** 2 for a, _ in logs)


def size(pupils, known):
    """`10,000 (all known)`."""
    return f"{pupils:,}" + (" (all known)" if known else "")


def growth(sizes):
    """What everything costs by the number of pupils on roll."""
    names = [size(pupils, known) for pupils, known in sizes]
    found = list(sizes.values())
    # A fixed part hides how the rest of small schools grows.
    growing = [(pupils, one) for (pupils, known), one in sizes.items() if known is None and pupils >= 1000]

    def slope(cost):
        return f"{exponent([(pupils, cost(one)) for pupils, one in growing]):.2f}" if len(growing) > 1 else "–"

    def row(title, words, cost=None):
        return [title] + [words(one) for one in found] + [slope(cost) if cost else ""]

    def timed(title, key):
        return row(title, lambda one: told(one[key]), lambda one: statistics.median(one[key]))

    def beside(title, key, other):
        return row(
            title,
            lambda one: f"{statistics.median(one[key]) / statistics.median(other(one)):.2f}" if other(one) else "–",
        )

    rows = [
        row("marks", lambda one: f"{one['marks']:,}"),
        row("store", lambda one: f"{one['store']:.1f} MB", lambda one: one["store"]),
        row("bytes a mark, table", lambda one: f"{one['state']:.2f}"),
        row("bytes a mark, journal", lambda one: f"{one['journal']:.2f}"),
        timed("first frame", "frame"),
        beside("… to nnn with as many files", "frame", lambda one: one["beside"].get("nnn")),
        beside("… to visidata with the list of pupils", "frame", lambda one: one["beside"].get("vd")),
        timed("key", "key"),
        timed("key of a filter", "filter"),
        row("… the slowest", lambda one: f"{max(one['filter']):.1f} ms"),
        timed("`status`: all judged, counted", "status"),
        beside("… to sqlite3 counting the marks by code", "status", lambda one: one["count"]),
        timed("`duties --json`: all judged, written out", "duties"),
        timed("one child judged again: undo, written, judged, drawn", "again"),
        timed("register of one day brought in", "register"),
        timed("bundle exported", "export"),
        row("memory, peak", lambda one: f"{one['memory']:.0f} MiB", lambda one: one["memory"]),
    ]
    head = ["pupils on roll"] + names + ["growth"]
    return (
        "## As a school grows\n\n"
        "The median of five runs, or of as many as fit in 40 s, and how far the slowest is above it. `status` reads the\n"
        "children of whom something can be owed; `duties` reads all, and says of each what does not apply. `growth` is the\n"
        "exponent fitted from 1,000 pupils up: 1.00 grows as the school does, 0.00 not at all.\n\n"
        + table(head, rows) + "\n"
    )


def machine():
    """What it was measured on, in a line."""
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "")
    return f"{os.cpu_count()} cores, {model}, {platform.system()} {platform.release()}"


def write(path, binary, parts):
    version = subprocess.run([binary, "--version"], capture_output=True, text=True).stdout.strip()
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            "# Benchmarks\n\n"
            "Written by `make bench`, which measures cksw beside other programs in one run. Times are of this\n"
            "machine; ratios are what can be compared.\n\n"
            f"{machine()}; {version.split(',')[0]}; {date.today().isoformat()}.\n\n" + "\n".join(parts)
        )
