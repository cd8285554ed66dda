#!/usr/bin/env python3
"""Times cksw beside other terminal programs in one run and prints ratios.

Each program runs in a pseudo-terminal of 120x40 under TERM=xterm-256color. First frame: from the
start of the process to the last byte of its first burst of output. Key: from writing Down to the last
byte of the burst that follows. Bytes: of that burst. Memory: the peak of the process (VmHWM).
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

COLUMNS, ROWS = 120, 40
# Longer than the pause of htop between its two scans, so that its first table counts.
QUIET = 0.25
RUNS = 15
KEYS = 60
DOWN, UP = b"\x1b[B", b"\x1b[A"


def start(command, folder):
    """Starts a program on a new terminal; gives its process id and the terminal's other end."""
    began = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.environ.update(TERM="xterm-256color", LANG="C.UTF-8")
        os.environ.pop("NO_COLOR", None)
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    return pid, terminal, began


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


def keys(command, folder):
    pid, terminal, _ = start(command, folder)
    burst(terminal, quiet=0.3)
    times, sizes = [], []
    for number in range(KEYS):
        began = time.perf_counter()
        os.write(terminal, DOWN if number % 12 < 6 else UP)
        data, last = burst(terminal, quiet=0.02, limit=0.5)
        if last is not None:
            times.append((last - began) * 1000)
            sizes.append(len(data))
    memory = peak_memory(pid)
    stop(pid, terminal)
    return times, sizes, memory


def measure(command, folder):
    frames = first_frames(command, folder)
    times, sizes, memory = keys(command, folder)
    return {
        "frame": statistics.median(frames),
        "key": statistics.median(times) if times else float("nan"),
        "bytes": statistics.median(sizes) if sizes else float("nan"),
        "most": max(sizes) if sizes else float("nan"),
        "memory": memory / 1024,
    }


def main():
    binary = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "demo.db")
        subprocess.run([binary, "demo", "--db", store], check=True, stdout=subprocess.DEVNULL)
        files = os.path.join(folder, "files")
        os.mkdir(files)
        for number in range(200):
            open(os.path.join(files, f"file-{number:03}"), "w").close()
        programs = {
            "cksw": ([binary, "--db", store], folder),
            "nnn": (["nnn"], files),
            "htop": (["htop"], files),
            "tig": (["tig"], os.path.dirname(os.path.dirname(os.path.abspath(__file__)))),
        }
        # Interleaved twice, so that a busy moment of the machine does not fall on one of them.
        results = {name: [] for name in programs}
        for _ in range(2):
            for name, (command, where) in programs.items():
                results[name].append(measure(command, where))
    best = {
        name: {key: min(run[key] for run in runs) for key in runs[0]}
        for name, runs in results.items()
    }
    print(f"{'':8}{'first frame':>14}{'key p50':>12}{'bytes a key':>14}{'most':>8}{'memory':>12}")
    for name, row in best.items():
        print(
            f"{name:8}{row['frame']:11.1f} ms{row['key']:9.2f} ms{row['bytes']:14.0f}"
            f"{row['most']:8.0f}{row['memory']:8.1f} MiB"
        )
    ours = best["cksw"]
    print("ratios of cksw to:")
    for name in ("nnn", "htop", "tig"):
        other = best[name]
        print(
            f"{name:8}first frame {ours['frame'] / other['frame']:.2f}, key {ours['key'] / other['key']:.2f},"
            f" bytes {ours['bytes'] / other['bytes']:.2f}, memory {ours['memory'] / other['memory']:.2f}"
        )


if __name__ == "__main__":
    main()
