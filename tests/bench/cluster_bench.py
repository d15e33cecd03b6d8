#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures compressing by workers beside threads of one process; prints a Markdown table.

The maker encodes nothing itself (--no-local); two workers of one thread stand against two threads. CPU is that of maker, server and workers together.
Eight workers that only wait, as long as a real one encodes, show what is lost between them. `--quick` takes less content.
"""
import argparse, os, re, shutil, subprocess, tempfile, threading, time

import measure
from measure import CLOOP, Run

ODD = os.path.join(measure.tree, "build/release/tests/libodd_worker.so")
BASE_OF_SERVER = 20  # MiB that nats-server takes with nothing to do

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--quick", action="store_true", help="48 MiB instead of 256, for a first look")
parser.add_argument("--folder", default=None, help="where the files go (about 1.5 GB)")
arguments = parser.parse_args()
size = (48 if arguments.quick else 256) << 20

work = tempfile.mkdtemp(prefix="cloop-bench-", dir=arguments.folder)
source, image, alone = (os.path.join(work, name) for name in ("content", "image", "alone"))
table = measure.Table()


class Peak:
    """The largest memory of processes, in MiB, watched from outside, because a server is nobody's child here."""

    def __init__(self):
        self.of = {}
        self.is_ended = threading.Event()
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()

    def watch(self):
        while not self.is_ended.wait(0.05):
            for pid in filter(str.isdigit, os.listdir("/proc")):
                try:
                    with open(f"/proc/{pid}/cmdline") as f:
                        words = f.read()
                    # A server of ours works in a folder of ours.
                    if work not in words + os.readlink(f"/proc/{pid}/cwd") and "cloop\0worker" not in words.replace(CLOOP, "cloop"):
                        continue
                    with open(f"/proc/{pid}/status") as f:
                        text = f.read()
                    name = text.split("\n", 1)[0].split()[1]
                    kind = "worker" if "\0worker\0" in words else "server" if name == "nats-server" else "maker" if name == "cloop" else None
                    if kind:
                        self.of[kind] = max(self.of.get(kind, 0), int(re.search(r"VmHWM:\s+(\d+)", text)[1]) / 1024)
                except (OSError, TypeError):
                    pass  # it has ended

    def end(self):
        self.is_ended.set()
        self.thread.join()


def by_workers(options, count, environment=None):
    """Wall and CPU seconds of maker, server and workers, and their peak memory."""
    peak = Peak()
    start = time.monotonic()
    maker = subprocess.Popen([CLOOP, "create", "--force", *options, "-t", "2", "--cluster", "--no-local", source, image], stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": work})
    url = None
    for line in maker.stderr:
        if found := re.search(r"nats://\S+", line):
            url = found[0]
            break
    drain = threading.Thread(target=maker.stderr.read)
    drain.start()
    workers = [subprocess.Popen([CLOOP, "worker", "-t", "1", "--nice", "0", "--once", url], stderr=subprocess.DEVNULL,
                                env={**os.environ, **(environment or {})}) for _ in range(count)]
    cpu = 0
    for process in [maker, *workers]:
        _, status, usage = os.wait4(process.pid, 0)
        if process is maker:
            wall = time.monotonic() - start
        if status:
            raise SystemExit(f"bench: {process.args} failed with {status}")
        cpu += usage.ru_utime + usage.ru_stime
    peak.end()
    drain.join()
    return wall, cpu, peak.of


def compare(options):
    there = by_workers(options, 2)
    here = Run([CLOOP, "create", "--force", *options, "-t", "2", source, alone], work)
    with open(image, "rb") as one, open(alone, "rb") as other:
        if one.read() != other.read():
            raise SystemExit("bench: the images differ")
    return there, here


try:
    subprocess.run(f"tar -C / --sort=name -cf - usr/bin usr/lib usr/share 2>/dev/null | head -c {size} > {source}", shell=True, check=True)
    name = f"{size >> 20} MiB of /usr"
    (wall, cpu, memory), here = compare(["-f", "v4", "-c", "best"])
    table.row("*Smallest*, 2 workers against 2 threads, wall", f"{wall / here.wall:.3f} ({here.wall:.0f} s)", "≤ 1.15", wall / here.wall <= 1.15)
    table.row("the same, CPU of all processes", f"{cpu / here.cpu:.3f}", "≤ 1.10", cpu / here.cpu <= 1.10)
    (_, cpu, other), here = compare(["-l", "6"])
    transport = (cpu - here.cpu) * 1000 / (size / 1e6)
    table.row("deflate 6, the same, CPU of all processes", f"{cpu / here.cpu:.3f} (transport and check: {transport:.1f} ms a MB)", "≤ 1.35",
              cpu / here.cpu <= 1.35)
    most = {kind: max(memory[kind], other[kind]) for kind in memory}
    table.row("memory of the maker", f"{most['maker']:.0f} MiB", "≤ 64 MiB + window", most["maker"] <= 64 + 24)
    table.row("memory of a worker of one thread", f"{most['worker']:.0f} MiB", "≤ 48 MiB", most["worker"] <= 48)
    table.row(f"memory of the server beyond {BASE_OF_SERVER} MiB", f"{most['server'] - BASE_OF_SERVER:.0f} MiB", "≤ 2 × window, of 24 MiB",
              most["server"] - BASE_OF_SERVER <= 48)
    milliseconds, workers = 50, 8  # as *Smallest* takes for a block
    wall, _, _ = by_workers(["-l", "1", "--no-verify"], workers, {"LD_PRELOAD": ODD, "ODD_BLOCK_MS": str(milliseconds)})
    ideal = size / 65536 * milliseconds / 1000 / workers
    table.row("8 workers that wait, throughput against their sum", f"{ideal / wall:.3f} ({wall:.1f} s, start included)", "≥ 0.95", ideal / wall >= 0.95)
    table.print(name)
finally:
    shutil.rmtree(work)
