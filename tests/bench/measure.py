# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared by the benchmarks: runs and measures processes, collects table rows."""
import datetime, os, platform, statistics, subprocess, sys

here = os.path.dirname(os.path.abspath(__file__))
tree = os.path.dirname(os.path.dirname(here))
CLOOP = os.path.join(tree, "build/release/bin/cloop")


class Run:
    """One finished process: CPU and wall seconds, peak memory in MiB, its output if wanted."""

    def __init__(self, command, work, wants_output=False):
        null = subprocess.DEVNULL
        os.sync()  # so that pending writes of an earlier run don't count here
        start = datetime.datetime.now()
        process = subprocess.Popen(command, cwd=work, stdin=null, stdout=subprocess.PIPE if wants_output else null, stderr=null, text=True)
        self.output = process.stdout.read() if wants_output else ""
        _, status, usage = os.wait4(process.pid, 0)
        self.wall = (datetime.datetime.now() - start).total_seconds()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"bench: {' '.join(command)} failed with {process.returncode}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def paired(ours, theirs, work, times):
    """Runs both in turn; returns median ratios of CPU and wall time, and the runs."""
    runs = [(Run(ours, work), Run(theirs, work)) for _ in range(times)]
    cpu = statistics.median(a.cpu / b.cpu for a, b in runs)
    wall = statistics.median(a.wall / b.wall for a, b in runs)
    return cpu, wall, runs


class Table:
    def __init__(self):
        self.rows = []

    def row(self, what, measured, target, holds):
        mark = "" if holds else " **(missed)**"
        self.rows.append(f"| {what} | {measured}{mark} | {target} |")
        print(self.rows[-1], file=sys.stderr, flush=True)

    def print(self, on_what):
        cpus = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
        print(f"Measured by `./dev bench` on {datetime.date.today()}, {os.cpu_count()} processors ({cpus}), on {on_what}.\n")
        print("| | measured | target |\n|---|---|---|")
        print("\n".join(self.rows))


def mixed_iso(iso):
    """Makes an ISO of at least 500 MB of this machine's /usr: programs, libraries, documents in turn."""
    picked, total = [], 0
    for folder in ("/usr/bin", "/usr/share/doc", "/usr/share/locale", "/usr/lib/python3", "/usr/lib/x86_64-linux-gnu", "/usr/share"):
        if total < 520 << 20 and os.path.isdir(folder):
            picked.append(folder)
            total += int(subprocess.run(["du", "-sb", folder], capture_output=True, text=True).stdout.split()[0])
    names = [f"{os.path.basename(p)}={p}" for p in picked]
    subprocess.run(["xorriso", "-as", "mkisofs", "-quiet", "-R", "-graft-points", "-o", iso, *names], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # A fixed length keeps the run short on machines with a large /usr.
    os.truncate(iso, min(os.path.getsize(iso), 560 << 20))
