#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures cloop-fuse beside the library alone and other servers of images; prints a Markdown table.

CPU is user + system of reader and servers. Every run has a mount of its own, so that nothing is cached. Medians over pairs run by turns; `--quick`
takes one pair each.
"""
import argparse, os, random, resource, shutil, statistics, subprocess, tempfile, time

import measure
from measure import CLOOP

FUSE = os.path.join(measure.tree, "build/release/bin/cloop-fuse")
READ = os.path.join(measure.tree, "build/release/tests/read_bench")
MOUNT = [os.path.join(measure.tree, "tests/support/private_system.sh"), os.path.join(measure.tree, "build/release/tests/mount_bench")]

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--quick", action="store_true", help="one pair each, for a first look")
parser.add_argument("--folder", default=None, help="where the files go (about 2 GB)")
arguments = parser.parse_args()
pairs = 1 if arguments.quick else 5

work = tempfile.mkdtemp(prefix="cloop-bench-", dir=arguments.folder)
mountpoint = os.path.join(work, "mnt")
iso, folder, two = (os.path.join(work, name) for name in ("usr.iso", "folder", "two"))
table = measure.Table()


class Servers:
    """Processes that serve a mount, until the end of a `with`."""

    def __init__(self, *commands, at=mountpoint):
        self.commands, self.at, self.processes = commands, at, []

    def __enter__(self):
        device = os.stat(self.at).st_dev
        for command in self.commands:
            self.processes.append(subprocess.Popen(command, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            time.sleep(0.5)
        while os.stat(self.at).st_dev == device:
            time.sleep(0.01)
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "--lazy", self.at], check=True)
        for process in self.processes:
            process.terminate()
            process.wait()

    def cpu(self):
        ticks = 0
        for process in self.processes:
            with open(f"/proc/{process.pid}/stat") as f:
                ticks += sum(int(number) for number in f.read().rsplit(")", 1)[1].split()[11:13])
        return ticks / os.sysconf("SC_CLK_TCK")

    def peak_memory(self):
        """MiB of the last process."""
        with open(f"/proc/{self.processes[-1].pid}/status") as f:
            return next(int(line.split()[1]) for line in f if line.startswith("VmHWM")) / 1024


def ours(*what):
    return Servers([FUSE, "--foreground", *what, mountpoint])


def by_nbdfuse(image):
    socket = os.path.join(work, "nbd.sock")
    return Servers(["qemu-nbd", "--format=cloop", "--read-only", "--socket", socket, image],
                   ["nbdfuse", "--readonly", os.path.join(mountpoint, "content"), f"nbd+unix:///?socket={socket}"])


def by_qemu(image):
    exported = os.path.join(work, "exported")
    open(exported, "w").close()
    return Servers(["qemu-storage-daemon", "--blockdev", f"driver=cloop,node-name=image,read-only=on,file.driver=file,file.filename={image}",
                    "--export", f"type=fuse,id=exported,node-name=image,mountpoint={exported}"], at=exported)


def reading_cpu(servers, script, *words):
    """CPU seconds of a shell script that reads, and of the servers meanwhile."""
    with servers:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        served = servers.cpu()
        subprocess.run(["sh", "-c", script, "sh", *words], cwd=mountpoint, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        served = servers.cpu() - served
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return served + after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def latency(servers, name):
    """The median of 3000 random reads of 4 KiB, in µs."""
    with servers:
        file = os.open(name, os.O_RDONLY)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_RANDOM)
        places, taken = random.Random(7), []
        pages = os.fstat(file).st_size // 4096
        for _ in range(3000):
            at = places.randrange(pages) * 4096
            start = time.perf_counter()
            os.pread(file, 4096, at)
            taken.append(time.perf_counter() - start)
        os.close(file)
        return statistics.median(taken) * 1e6


def wall(readers):
    """Seconds for some readers, each of a file of its own."""
    with ours("two.cloop"):
        start = time.perf_counter()
        processes = [subprocess.Popen(["cat", os.path.join(mountpoint, f"file{number}")], stdout=subprocess.DEVNULL) for number in range(readers)]
        for process in processes:
            process.wait()
        return time.perf_counter() - start


def row(what, measure_ours, measure_theirs, target, unit):
    runs = [(measure_ours(), measure_theirs()) for _ in range(pairs)]
    ratio = statistics.median(a / b for a, b in runs)
    mine, theirs = (statistics.median(values) for values in zip(*runs))
    table.row(what, f"{ratio:.3f} ({mine:.3g} {unit} against {theirs:.3g} {unit})", f"≤ {target}", ratio <= target)


def make_folder():
    """Copies 9600 files of this machine's /usr."""
    count = 0
    for place, _, names in os.walk("/usr/share"):
        for name in names:
            source = os.path.join(place, name)
            if count == 9600 or os.path.islink(source) or not os.path.isfile(source) or os.path.getsize(source) > 1 << 20:
                continue
            target = folder + source
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(source, target)
            count += 1


try:
    os.mkdir(mountpoint)
    measure.mixed_iso(iso)
    make_folder()
    os.mkdir(two)
    for number in range(2):
        with open(iso, "rb") as source, open(os.path.join(two, f"file{number}"), "wb") as target:
            source.seek(number * (250 << 20))
            target.write(source.read(250 << 20))
    for source in (iso, folder, two):
        measure.Run([CLOOP, "create", "--no-verify", source, os.path.basename(source).removesuffix(".iso") + ".cloop"], work)
    measure.Run(["mksquashfs", folder, "folder.squashfs", "-comp", "gzip", "-b", "64K", "-quiet", "-no-progress"], work)
    for name in ("usr.cloop", "folder.cloop", "two.cloop", "folder.squashfs"):
        measure.Run(["cat", name], work)  # into the page cache

    content = os.path.join(mountpoint, "usr.iso")
    sequential = lambda servers, name: reading_cpu(servers, 'cat "$1"', name)
    row("sequential, CPU against the library alone", lambda: sequential(ours("--content", "usr.cloop"), content),
        lambda: measure.Run([READ, "sequential", "usr.cloop", "1"], work).cpu, 1.6, "s")
    row("sequential, CPU against qemu-nbd and nbdfuse", lambda: sequential(ours("--content", "usr.cloop"), content),
        lambda: sequential(by_nbdfuse("usr.cloop"), os.path.join(mountpoint, "content")), 0.45, "s")
    row("random 4 KiB, p50 against qemu-storage-daemon", lambda: latency(ours("--content", "usr.cloop"), content),
        lambda: latency(by_qemu("usr.cloop"), os.path.join(work, "exported")), 0.6, "µs")
    all_files = "find . -type f -print0 | xargs -0 cat"
    row("9600 files, CPU against squashfuse_ll", lambda: reading_cpu(ours("folder.cloop"), all_files),
        lambda: reading_cpu(Servers(["squashfuse_ll", "-f", "folder.squashfs", mountpoint]), all_files), 0.8, "s")
    row("2 readers of different files, wall a reader against 1", lambda: wall(2) / 2, lambda: wall(1), 0.65, "s")

    with ours("--content", "usr.cloop") as server:
        for _ in range(2):
            subprocess.run(["cp", content, "/dev/null"], check=True)
        beyond = server.peak_memory() - 16
    table.row("memory of the server beyond its cache", f"{beyond:.1f} MiB", "≤ 12 MiB", beyond <= 12)

    # A squashfs, because not every kernel has ISO 9660.
    measure.Run([CLOOP, "create", "--no-verify", "folder.squashfs", "mounted.cloop"], work)
    os.chmod(work, 0o755)  # an ordinary user mounts it
    taken = float(measure.Run([*MOUNT, os.path.join(work, "mounted.cloop")], work, wants_output=True).output)
    table.row("warm click to mounted, wall, median of 10", f"{taken:.3f} s", "≤ 0.3 s", taken <= 0.3)

    table.print(f"{os.path.getsize(iso) // 1000000} MB of /usr as an ISO")
finally:
    shutil.rmtree(work)
