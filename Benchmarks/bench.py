#!/usr/bin/env python3
"""Times cksw beside other terminal programs in one run, prints ratios, and writes docs/benchmarks.md.

Three parts: one school beside nnn, htop and tig (below); the import of a large register beside the sqlite3
shell (register.py); and what everything costs as a school grows (growth.py).

Of one school: each program runs in a pseudo-terminal of 120x40 under TERM=xterm-256color; cksw opens the
demo school in July, so with a full year of marks. First frame: from the start of the process to the last
byte of its first burst of output. Key: from writing Down or Up to the last byte of the burst that follows.
Bytes: of that burst. Memory: the peak of the process. All are medians over every round, in which the
programs take turns, so that a busy moment of the machine falls on all of them. Of cksw alone: Down at
120x40 and 80x24 from the first row of Now to its last, and F10 until the screen is empty.

Usage: bench.py BINARY [PART ...]; parts are programs, register and growth, without one all. The document is
written where all are run.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import document
import growth
import register
from terminal import DOWN, F10, burst, downs_and_ups, files, first_frame, peak_memory, press, start, stop

ROUNDS = 3
RUNS = 8
# A day at the end of a school year.
TODAY = "2027-07-14"
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def installed(programs):
    """The programs of those that are there, by name; says which are not."""
    found = {name: one for name, one in programs.items() if shutil.which(one[0][0])}
    for name in programs:
        if name not in found:
            print(f"{name}: not installed")
    return found


def keys(command, folder):
    """Times and sizes of keys, and the peak of memory."""
    pid, terminal, _ = start(command, folder)
    burst(terminal, quiet=0.3)
    answers = downs_and_ups(terminal)
    memory = peak_memory(pid)
    stop(pid, terminal)
    return answers, memory


def walk(command, folder, columns, rows):
    """Down through the whole first list; gives the times and sizes, and how soon F10 blanks."""
    pid, terminal, _ = start(command, folder, columns, rows)
    burst(terminal, quiet=0.3)
    answers = []
    for _ in range(100):
        answer = press(terminal, DOWN, limit=0.2)
        if answer is None:
            break
        answers.append(answer)
    blank, _ = press(terminal, F10, quiet=0.1)
    stop(pid, terminal)
    return answers, blank


def programs(binary):
    """One school beside the others: a row for each program, and the walks of cksw."""
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "demo.db")
        subprocess.run(
            [binary, "demo", "--story", "busy", "--db", store, "--today", TODAY], check=True,
            stdout=subprocess.DEVNULL,
        )
        listed = files(folder, 200)
        cksw = [binary, "--db", store, "--today", TODAY]
        found = installed(
            {
                "cksw": (cksw, folder),
                "nnn": (["nnn"], listed),
                "htop": (["htop"], listed),
                "tig": (["tig"], HERE),
            }
        )
        frames = {name: [] for name in found}
        pressed = {name: [] for name in found}
        memory = {name: 0 for name in found}
        for _ in range(ROUNDS):
            for name, (command, where) in found.items():
                frames[name] += [one for one in (first_frame(command, where) for _ in range(RUNS)) if one]
                answers, peak = keys(command, where)
                pressed[name] += answers
                memory[name] = max(memory[name], peak)
        walks = {size: walk(cksw, folder, *size) for size in ((120, 40), (80, 24))}
    rows = {}
    for name in found:
        if not frames[name] or not pressed[name]:
            print(f"{name}: showed nothing, and is left out")
            continue
        rows[name] = {
            "frame": statistics.median(frames[name]),
            "key": statistics.median(t for t, _ in pressed[name]),
            "bytes": statistics.median(n for _, n in pressed[name]),
            "most": max(n for _, n in pressed[name]),
            "memory": memory[name],
        }
    return rows, walks


def sizes(binary):
    """What each size costs, by its name."""
    found = {}
    for pupils, known in growth.SIZES:
        with tempfile.TemporaryDirectory() as folder:
            school = growth.School(binary, pupils, known, folder)
            print(f"measuring {document.size(pupils, known)} on roll, {school.marks} marks", flush=True)
            found[pupils, known] = school.measure()
    return found


def main():
    binary = os.path.abspath(sys.argv[1])
    if shutil.which(binary) is None:
        sys.exit(f"{binary} is not there; make build makes it")
    asked = sys.argv[2:] or ["programs", "register", "growth"]
    parts = []
    if "programs" in asked:
        parts.append(document.programs(*programs(binary)))
    if "register" in asked:
        if shutil.which("sqlite3"):
            parts.append(document.register(register.measure(binary)))
        else:
            print("sqlite3: not installed")
    if "growth" in asked:
        parts.append(document.growth(sizes(binary)))
    print("\n".join(parts))
    if not sys.argv[2:]:
        document.write(os.path.join(HERE, "docs", "benchmarks.md"), binary, parts)


if __name__ == "__main__":
    main()
