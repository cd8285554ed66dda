#!/usr/bin/env python3
"""Times cksw beside other terminal programs in one run and prints ratios.

Each program runs in a pseudo-terminal of 120x40 under TERM=xterm-256color; cksw opens the demo school
in July, so with a full year of marks. First frame: from the start of the process to the last byte of
its first burst of output. Key: from writing Down or Up to the last byte of the burst that follows.
Bytes: of that burst. Memory: the peak of the process (VmHWM). All are medians over every round, in
which the programs take turns, so that a busy moment of the machine falls on all of them.

Of cksw alone: Down at 120x40 and 80x24 from the first row of Now to its last (the list moves by half of
what is seen, so most keys send little and one of several sends much); and F10 until the screen is empty.
Last, the import of a large register beside the sqlite3 shell (register.py).
"""

import csv
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

import register

COLUMNS, ROWS = 120, 40
# Longer than the pause of htop between its two scans, so that its first table counts.
QUIET = 0.25
ROUNDS = 3
RUNS = 8
KEYS = 60
# What a shell says of a program that is not there.
NOT_STARTED = 127
DOWN, UP, F10 = b"\x1b[B", b"\x1b[A", b"\x1b[21~"
# A day at the end of a school year.
TODAY = "2027-07-14"


def start(command, folder, columns=COLUMNS, rows=ROWS):
    """Starts a program on a new terminal; gives its process id and the terminal's other end."""
    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        # Whatever fails here must not go on as a second bench: it would end by deleting the folder
        # of the first.
        try:
            os.chdir(folder)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8")
            os.environ.pop("NO_COLOR", None)
            os.execvp(command[0], command)
        finally:
            os._exit(NOT_STARTED)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    return pid, terminal, began


def installed(programs):
    """The programs of those that are there, by name; says which are not."""
    found = {name: one for name, one in programs.items() if shutil.which(one[0][0])}
    for name in programs:
        if name not in found:
            print(f"{name}: not installed")
    return found


def burst(terminal, quiet=QUIET, limit=5.0):
    """Reads until nothing comes for a while; gives the bytes and when the last one came."""
    data, last = b"", None
    deadline = time.perf_counter() + limit
    while True:
        wait = limit if last is None else quiet
        ready, _, _ = select.select([terminal], [], [], min(wait, max(0, deadline - time.perf_counter())))
        if not ready:
            return data, last
        try:
            chunk = os.read(terminal, 1 << 16)
        except OSError:
            return data, last
        if not chunk:
            return data, last
        data += chunk
        last = time.perf_counter()


def peak_memory(pid):
    """The peak of resident memory, in KiB."""
    with open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith("VmHWM"):
                return int(line.split()[1])
    return 0


def stop(pid, terminal):
    os.close(terminal)
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    os.waitpid(pid, 0)


def first_frames(command, folder):
    times = []
    for _ in range(RUNS):
        pid, terminal, began = start(command, folder)
        _, last = burst(terminal)
        stop(pid, terminal)
        if last is not None:
            times.append((last - began) * 1000)
    return times


def press(terminal, key):
    """Sends a key; gives the milliseconds to the last byte of what follows, and how many bytes."""
    began = time.perf_counter()
    try:
        os.write(terminal, key)
    except OSError:
        # It has ended.
        return None
    data, last = burst(terminal, quiet=0.02, limit=0.5)
    return ((last - began) * 1000, len(data)) if last is not None else None


def keys(command, folder):
    """Six times down, six times up, and so on; gives times, sizes and the peak of memory."""
    pid, terminal, _ = start(command, folder)
    burst(terminal, quiet=0.3)
    pressed = [press(terminal, DOWN if number % 12 < 6 else UP) for number in range(KEYS)]
    memory = peak_memory(pid)
    stop(pid, terminal)
    return [answer for answer in pressed if answer is not None], memory


def walk(command, folder, columns, rows):
    """Down through the whole first list; gives the times and sizes, and how soon F10 blanks."""
    pid, terminal, _ = start(command, folder, columns, rows)
    burst(terminal, quiet=0.3)
    answers = []
    for _ in range(100):
        began = time.perf_counter()
        os.write(terminal, DOWN)
        data, last = burst(terminal, quiet=0.02, limit=0.2)
        if last is None:
            break
        answers.append(((last - began) * 1000, len(data)))
    began = time.perf_counter()
    os.write(terminal, F10)
    _, last = burst(terminal, quiet=0.1)
    blank = (last - began) * 1000
    stop(pid, terminal)
    return answers, blank


def report_walk(name, answers):
    if answers:
        print(
            f"{name:34}{statistics.median(t for t, _ in answers):7.2f} ms"
            f"{statistics.median(n for _, n in answers):8.0f} bytes,"
            f" mean {statistics.mean(n for _, n in answers):.0f},"
            f" most {max(n for _, n in answers)}, {len(answers)} keys"
        )


def marks(binary, store, folder):
    """How many children and rows of marks are on record, and how many days have marks."""
    out = os.path.join(folder, "bundle")
    subprocess.run(
        [binary, "--db", store, "export", "bundle", out], check=True, stdout=subprocess.DEVNULL
    )
    with open(os.path.join(out, "attendance.csv"), newline="", encoding="utf-8-sig") as table:
        rows = list(csv.DictReader(table))
    return len({row["pupil"] for row in rows}), len(rows), len({row["date"] for row in rows})


def main():
    binary = os.path.abspath(sys.argv[1])
    if shutil.which(binary) is None:
        sys.exit(f"{binary} is not there; make build makes it")
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "demo.db")
        subprocess.run(
            [binary, "demo", "--story", "busy", "--db", store, "--today", TODAY], check=True, stdout=subprocess.DEVNULL
        )
        children, rows, days = marks(binary, store, folder)
        print(f"The demo school on {TODAY}: {rows} rows of marks of {children} children on {days} days")
        files = os.path.join(folder, "files")
        os.mkdir(files)
        for number in range(200):
            open(os.path.join(files, f"file-{number:03}"), "w").close()
        cksw = [binary, "--db", store, "--today", TODAY]
        programs = installed(
            {
                "cksw": (cksw, folder),
                "nnn": (["nnn"], files),
                "htop": (["htop"], files),
                "tig": (["tig"], here),
            }
        )
        frames = {name: [] for name in programs}
        pressed = {name: [] for name in programs}
        memory = {name: 0 for name in programs}
        for _ in range(ROUNDS):
            for name, (command, where) in programs.items():
                frames[name] += first_frames(command, where)
                answers, peak = keys(command, where)
                pressed[name] += answers
                memory[name] = max(memory[name], peak / 1024)
        walks = {size: walk(cksw, folder, *size) for size in ((120, 40), (80, 24))}
    results = {
        name: {
            "frame": statistics.median(frames[name]),
            "key": statistics.median(t for t, _ in pressed[name]),
            "bytes": statistics.median(n for _, n in pressed[name]),
            "most": max(n for _, n in pressed[name]),
            "memory": memory[name],
        }
        for name in programs
        if frames[name] and pressed[name]
    }
    for name in programs:
        if name not in results:
            print(f"{name}: showed nothing, and is left out")
    print(f"{'':8}{'first frame':>14}{'key p50':>12}{'bytes a key':>14}{'most':>8}{'memory':>12}")
    for name, row in results.items():
        print(
            f"{name:8}{row['frame']:11.1f} ms{row['key']:9.2f} ms{row['bytes']:14.0f}"
            f"{row['most']:8.0f}{row['memory']:8.1f} MiB"
        )
    ours = results["cksw"]
    print("ratios of cksw to:")
    for name, other in results.items():
        if name == "cksw":
            continue
        print(
            f"{name:8}first frame {ours['frame'] / other['frame']:.2f}, key {ours['key'] / other['key']:.2f},"
            f" bytes {ours['bytes'] / other['bytes']:.2f}, memory {ours['memory'] / other['memory']:.2f}"
        )
    print("cksw, Down through Now:")
    for (columns, rows), (answers, blank) in walks.items():
        report_walk(f"  {columns}x{rows}", answers)
        print(f"  {columns}x{rows}, F10 until the screen is empty{blank:7.2f} ms")
    if shutil.which("sqlite3"):
        print(register.measure(binary))
    else:
        print("sqlite3: not installed")


if __name__ == "__main__":
    main()
