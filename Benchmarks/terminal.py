"""Programs in a pseudo-terminal, timed from outside: when the first frame is whole, when a key is answered.

A burst is everything that comes until nothing has come for a while; its last byte is the end. So a frame
that follows another without a pause counts as one with it.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

COLUMNS, ROWS = 120, 40
KEYS = 60
# Longer than the pause of htop between its two scans, so that its first table counts.
QUIET = 0.25
# What a shell says of a program that is not there.
NOT_STARTED = 127
DOWN, UP, F10, ESCAPE = b"\x1b[B", b"\x1b[A", b"\x1b[21~", b"\x1b"


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
    """The peak of resident memory, in MiB."""
    with open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0


def stop(pid, terminal):
    os.close(terminal)
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    os.waitpid(pid, 0)


def first_frame(command, folder, limit=5.0):
    """Milliseconds from the start of a process to the last byte of its first burst; `None` without one."""
    pid, terminal, began = start(command, folder)
    _, last = burst(terminal, limit=limit)
    stop(pid, terminal)
    return (last - began) * 1000 if last is not None else None


def press(terminal, key, quiet=0.02, limit=0.5):
    """Sends a key; gives the milliseconds to the last byte of what follows, and how many bytes."""
    began = time.perf_counter()
    try:
        os.write(terminal, key)
    except OSError:
        # It has ended.
        return None
    data, last = burst(terminal, quiet=quiet, limit=limit)
    return ((last - began) * 1000, len(data)) if last is not None else None


def downs_and_ups(terminal):
    """Six times down, six times up, and so on; gives what `press` gives of each that was answered."""
    pressed = [press(terminal, DOWN if number % 12 < 6 else UP) for number in range(KEYS)]
    return [answer for answer in pressed if answer is not None]


def files(folder, count):
    """A folder of so many empty files, for a program that lists files."""
    made = os.path.join(folder, "files")
    os.mkdir(made)
    for number in range(count):
        open(os.path.join(made, f"file-{number:06}"), "w").close()
    return made
