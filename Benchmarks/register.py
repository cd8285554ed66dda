#!/usr/bin/env python3
"""Times the import of a large register beside the sqlite3 shell, in one run, and prints the ratio.

The register is a plain `Adm No,Date,AM,PM` with 847,000 marks of 10,000 pupils in 423,500 rows. The
sqlite3 shell reads the same file into a plain table of a new file (`.import --csv`); cksw reads it into a
store that has the pupils and the terms. They take turns; each time is from the start of the process to its
end, the median of the rounds. Memory is the peak of the process.

Usage: register.py BINARY, or register.py --make FOLDER to keep the files: bundle/ and register.csv.
"""

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta

PUPILS = 10_000
ROWS = 423_500
ROUNDS = 5
TODAY = "2026-12-01"
TERMS = [
    ("autumn", "2026-09-01", "2026-12-18"),
    ("spring", "2027-01-04", "2027-03-26"),
    ("summer", "2027-04-12", "2027-07-21"),
]
# What stands where a child is late or away.
CODES = ["L", "I", "M", "N", "B", "C", "G", "O", "U", "E", "V", "P"]


def write(path, lines):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.writelines(line + "\n" for line in lines)


def school_days(count):
    day, days = date.fromisoformat(TERMS[0][1]), []
    while len(days) < count:
        if day.weekday() < 5:
            days.append(day)
        day += timedelta(1)
    return days


def make(folder, pupils=PUPILS, rows=ROWS):
    """Writes a bundle of the school and the register; gives the number of its marks."""
    dice = random.Random(13)
    bundle = os.path.join(folder, "bundle")
    os.makedirs(bundle)
    write(
        os.path.join(bundle, "school.csv"),
        ["urn,name,phase,local_authority", "117299,Example School,primary,Hertfordshire"],
    )
    write(
        os.path.join(bundle, "terms.csv"),
        ["academic_year,term,start,end"] + [f"2026-27,{term},{start},{end}" for term, start, end in TERMS],
    )
    numbers = [f"{1001 + place:06}" for place in range(pupils)]
    write(
        os.path.join(bundle, "pupils.csv"),
        ["pupil,surname,forename,born,year_group,class,admitted"]
        + [
            f"{number},Surname{place},Forename{place % 97},2019-{1 + place % 12:02}-{1 + place % 28:02},2,2A,2025-09-01"
            for place, number in enumerate(numbers)
        ],
    )
    lines, marks = ["Adm No,Date,AM,PM"], 0
    for day in school_days(-(-rows // pupils)):
        for number in numbers:
            if len(lines) > rows:
                break
            am = "/" if dice.random() < 0.94 else dice.choice(CODES)
            pm = "\\" if dice.random() < 0.94 else dice.choice(CODES)
            lines.append(f"{number},{day.strftime('%d/%m/%Y')},{am},{pm}")
            marks += 2
    write(os.path.join(folder, "register.csv"), lines)
    return marks


def timed(command, folder):
    """Seconds and the peak of memory in MiB of a process that must end well."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - began
    if status != 0:
        sys.exit(f"register.py: {command[0]} failed")
    return took, usage.ru_maxrss / 1024


def measure(binary):
    """A line with both times, their ratio and the peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        marks = make(folder)
        empty, store, plain = (os.path.join(folder, name) for name in ("empty.db", "store.db", "plain.db"))
        flags = ["--today", TODAY, "--db"]
        timed([binary, *flags, empty, "import", "bundle", "bundle"], folder)
        ours, theirs, memory = [], [], 0
        for _ in range(ROUNDS):
            shutil.copy(empty, store)
            took, peak = timed([binary, *flags, store, "import", "attendance", "register.csv"], folder)
            ours.append(took)
            memory = max(memory, peak)
            os.remove(store)
            took, _ = timed(["sqlite3", plain, ".import --csv register.csv register"], folder)
            theirs.append(took)
            os.remove(plain)
    ours, theirs = statistics.median(ours), statistics.median(theirs)
    return (
        f"Register of {marks} marks: cksw {ours:.2f} s, sqlite3 {theirs:.2f} s,"
        f" ratio {ours / theirs:.2f}; peak {memory:.0f} MiB"
    )


def main():
    if sys.argv[1] == "--make":
        print(make(sys.argv[2]), "marks")
    else:
        print(measure(os.path.abspath(sys.argv[1])))


if __name__ == "__main__":
    main()
