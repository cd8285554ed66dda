"""What cksw costs as a school grows, each size beside a program that does the like where one does.

A size is a store as a school fills it: the invented school of so many pupils, exported as a bundle and
brought in again, so that nothing in it has the form of a demo. Everything is done `RUNS` times, or as
often as fits in `BUDGET` seconds; what is told is the median and, as its spread, how far the slowest is above it.
"""

import csv
import os
import shutil
import subprocess
import time

import terminal

RUNS = 5
# No figure is worth more than a minute of a county's time.
BUDGET = 40.0
TODAY = "2027-07-14"
# Pupils on roll, and how many of them are known to a social worker; without a number as in life.
SIZES = [(180, None), (1_000, None), (10_000, None), (100_000, None), (10_000, 10_000)]
# A surname that many children have begins like this.
TYPED = b"ash"
# The first frame of a county takes seconds.
PATIENCE = 120.0


def milliseconds(command, folder):
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def repeated(measure):
    """What `measure` gives each time."""
    found, began = [], time.perf_counter()
    while len(found) < RUNS and (not found or time.perf_counter() - began < BUDGET):
        found.append(measure())
    return found


class School:
    """One size: its store, and the files that others read."""

    def __init__(self, binary, pupils, known, folder):
        self.binary, self.pupils, self.folder = binary, pupils, folder
        self.store = os.path.join(folder, "school.db")
        demo, self.bundle = os.path.join(folder, "demo.db"), os.path.join(folder, "bundle")
        more = ["--known", str(known)] if known else []
        self.run("demo", "--pupils", str(pupils), *more, store=demo)
        self.run("export", "bundle", self.bundle, store=demo)
        os.remove(demo)
        self.run("import", "bundle", self.bundle)
        with open(os.path.join(self.bundle, "attendance.csv"), newline="", encoding="utf-8-sig") as file:
            self.marks = sum(bool(row["am"]) + bool(row["pm"]) for row in csv.DictReader(file))
        with open(os.path.join(self.bundle, "status.csv"), newline="", encoding="utf-8-sig") as file:
            self.child = next(csv.DictReader(file))["pupil"]

    def command(self, *words, store=None):
        return [self.binary, *words, "--db", store or self.store, "--today", TODAY]

    def run(self, *words, store=None):
        return milliseconds(self.command(*words, store=store), self.folder)

    def sqlite(self, question):
        return subprocess.run(
            ["sqlite3", self.store, question], check=True, capture_output=True, text=True
        ).stdout.strip()

    def bytes_a_mark(self):
        """Of the table of marks, and of what the journal keeps of them, its keys and salts included."""
        state = int(self.sqlite("SELECT sum(pgsize) FROM dbstat WHERE name = 'attendance'"))
        journal = int(
            self.sqlite(
                "SELECT sum(length(key) + length(kind) + coalesce(length(before), 0)"
                " + coalesce(length(after), 0) + length(salt)) FROM journal_records WHERE kind = 'attendance'"
            )
        )
        return state / self.marks, journal / self.marks

    def frames(self):
        return repeated(lambda: terminal.first_frame(self.command(), self.folder, PATIENCE))

    def session(self):
        """Keys, keys of a filter, and the peak of memory of one session."""
        pid, screen, _ = terminal.start(self.command(), self.folder)
        terminal.burst(screen, limit=PATIENCE)
        keys = terminal.downs_and_ups(screen)
        typed = []
        for _ in range(RUNS):
            terminal.press(screen, b"/")
            typed += [terminal.press(screen, bytes([key]), limit=5) for key in TYPED]
            terminal.press(screen, terminal.ESCAPE, quiet=0.3)
        memory = terminal.peak_memory(pid)
        terminal.stop(pid, screen)
        return [[a[0] for a in answers if a] for answers in (keys, typed)] + [memory]

    def judged_again(self):
        """From taking back the last call until the page stands: written, judged, drawn."""
        self.run(
            "record", "contact", "--pupil", self.child, "--at", f"{TODAY}T09:20", "--with", "carer", "--how",
            "phone", "--about", "attendance", "--summary", "A call",
        )
        pid, screen, _ = terminal.start(self.command(), self.folder)
        terminal.burst(screen, limit=PATIENCE)

        def once(key):
            terminal.press(screen, key, quiet=0.3, limit=5)
            return terminal.press(screen, b"y", quiet=0.3, limit=10)[0]

        # Taken back, done again, taken back ...
        times = [once(b"u" if n % 2 == 0 else b"U") for n in range(RUNS)]
        terminal.stop(pid, screen)
        return times

    def registers(self):
        """The register of one day for everyone on roll, brought in as a school's system exports it."""
        path = os.path.join(self.folder, "register.csv")
        with open(os.path.join(self.bundle, "pupils.csv"), newline="", encoding="utf-8-sig") as file:
            pupils = [row["pupil"] for row in csv.DictReader(file) if not row["left"]]
        year, month, day = TODAY.split("-")
        with open(path, "w", encoding="utf-8") as file:
            file.write("Adm No,Date,AM,PM\n")
            file.writelines(f"{pupil},{day}/{month}/{year},/,N\n" for pupil in pupils)
        copy = os.path.join(self.folder, "copy.db")

        def once():
            shutil.copy(self.store, copy)
            took = self.run("import", "attendance", path, store=copy)
            os.remove(copy)
            return took

        return repeated(once)

    def exports(self):
        out = os.path.join(self.folder, "out")

        def once():
            took = self.run("export", "bundle", out)
            shutil.rmtree(out)
            return took

        return repeated(once)

    def beside(self):
        """The sqlite3 shell counting the same marks by code; visidata with the list of pupils, nnn with a
        folder of as many files, to their first frame."""
        plain = os.path.join(self.folder, "plain.db")
        attendance = os.path.join(self.bundle, "attendance.csv")
        subprocess.run(["sqlite3", plain, f".import --csv {attendance} marks"], check=True)
        count = ["sqlite3", plain, "SELECT am, count(*) FROM marks GROUP BY am; SELECT pm, count(*) FROM marks GROUP BY pm"]
        counts = repeated(lambda: milliseconds(count, self.folder))
        os.remove(plain)
        files = terminal.files(self.folder, self.pupils)
        others = {"nnn": (["nnn"], files), "vd": (["vd", os.path.join(self.bundle, "pupils.csv")], self.folder)}
        frames = {}
        for name, (command, where) in others.items():
            if shutil.which(name):
                frames[name] = repeated(lambda: terminal.first_frame(command, where, PATIENCE))
        shutil.rmtree(files)
        return counts, frames

    def measure(self):
        """All figures by name: lists of times in milliseconds, or single numbers."""
        found = {"marks": self.marks, "store": os.path.getsize(self.store) / 1e6}
        found["state"], found["journal"] = self.bytes_a_mark()
        found["frame"] = self.frames()
        found["key"], found["filter"], found["memory"] = self.session()
        found["status"] = repeated(lambda: self.run("status"))
        found["duties"] = repeated(lambda: self.run("duties", "--json"))
        found["again"] = self.judged_again()
        found["register"] = self.registers()
        found["export"] = self.exports()
        found["count"], found["beside"] = self.beside()
        return found
