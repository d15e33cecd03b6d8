#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares size, CPU time, wall time and memory with the old tools, side by side in one run; prints a Markdown table.

CPU is user + system of the whole process; medians over pairs run by turns. `./dev bench --quick` takes one pair each.
"""
import argparse, os, shutil, statistics, subprocess, tempfile

import measure
from measure import CLOOP

READ = os.path.join(measure.tree, "build/release/tests/read_bench")

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--quick", action="store_true", help="one pair each, for a first look")
parser.add_argument("--folder", default=None, help="where the files of the comparison go (about 6 GB)")
arguments = parser.parse_args()
pairs = 1 if arguments.quick else 3

work = tempfile.mkdtemp(prefix="cloop-bench-", dir=arguments.folder)
iso = os.path.join(work, "usr.iso")
raw_blocks = 65536


def Run(command):
    return measure.Run(command, work)


def paired(ours, theirs, times=None):
    return measure.paired(ours, theirs, work, times or pairs)


def size(name):
    return os.path.getsize(os.path.join(work, name))


table = measure.Table()
row = table.row


def build_bare_loop():
    """A loop of libdeflate over the same blocks and nothing else: the limit."""
    source = os.path.join(work, "bare.c")
    with open(source, "w") as f:
        f.write("""#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
    static char in[65536];
    struct libdeflate_compressor *c = libdeflate_alloc_compressor(atoi(argv[2]));
    size_t room = libdeflate_zlib_compress_bound(c, sizeof in), n;
    char *out = malloc(room);
    FILE *f = fopen(argv[1], "rb");
    while ((n = fread(in, 1, sizeof in, f)) > 0) libdeflate_zlib_compress(c, in, n, out, room);
    return 0;
}
""")
    subprocess.run(["g++", "-x", "c", "-O2", source, "-o", os.path.join(work, "bare"), "-x", "none", "-ldeflate"], check=True)


try:
    measure.mixed_iso(iso)
    build_bare_loop()
    bare, create = os.path.join(work, "bare"), [CLOOP, "create", "--force"]
    small = os.path.join(work, "small.iso")
    shutil.copyfile(iso, small)
    os.truncate(small, 64 << 20)  # for measurements that take the old tools minutes

    cpu, _, runs = paired([*create, iso, "ours"], [bare, iso, "6"])
    row("create, verified, CPU against the bare loop", f"{cpu:.3f}", "≤ 1.12", cpu <= 1.12)
    peak = max(run.memory for run, _ in runs)
    cpu, _, _ = paired([*create, "--no-verify", iso, "ours"], [bare, iso, "6"])
    row("create --no-verify, CPU against the bare loop", f"{cpu:.3f}", "(for comparison)", True)
    cpu, _, _ = paired([*create, iso, "ours"], ["/usr/bin/create_compressed_fs", "-q", iso, "theirs"], 1)
    row("create, CPU against create_compressed_fs", f"{cpu:.3f}", "≤ 0.18", cpu <= 0.18)
    relative = size("ours") / size("theirs")
    row("create, size against create_compressed_fs", f"{relative:.4f}", "≤ 1", relative <= 1)

    for name, command in (("create", [*create, iso, "out", "-t"]), ("verify", [CLOOP, "verify", "ours", "-t"]), ("sequential read_at", [READ, "sequential", "ours"])):
        _, wall, _ = paired([*command, "2"], [*command, "1"])
        row(f"{name}, wall, 2 threads against 1", f"{wall:.3f}", "≤ 0.60", wall <= 0.60)
    step = 65536 * 1009 + 8192  # another block each time
    cpu, _, _ = paired([READ, "strided", "ours", "8000", str(step)], ["qemu-img", "bench", "-f", "cloop", "-c", "8000", "-s", "4096", "-S", str(step), "ours"])
    row("4 KiB all over, CPU against qemu-img bench", f"{cpu:.3f}", "≤ 0.38", cpu <= 0.38)

    cpu, _, _ = paired([*create, "-l", "12", small, "small12"], [bare, small, "12"])
    row("create -l 12, CPU against the bare loop at 12", f"{cpu:.3f}", "≤ 1.10", cpu <= 1.10)
    Run(["/usr/bin/create_compressed_fs", "-q", small, "small9"])
    less = 1 - size("small12") / size("small9")
    row("create -l 12, size against create_compressed_fs", f"{100 * less:.2f} % smaller", "≥ 2.5 %", less >= 0.025)
    cpu, _, _ = paired([*create, "-c", "best", small, "smallbest"], ["/usr/bin/create_compressed_fs", "-q", "-b", small, "theirsbest"], 1)
    row("create -c best, CPU against create_compressed_fs -b", f"{cpu:.3f}", "≤ 0.5", cpu <= 0.5)
    relative = size("smallbest") / size("theirsbest")
    row("create -c best, size against create_compressed_fs -b", f"{relative:.4f}", "< 1", relative < 1)
    Run([*create, small, "small6"])
    Run([*create, "-f", "v4", "-c", "best", small, "small4"])
    less = 1 - size("small4") / size("small6")
    row("create -f v4 -c best, size against v2 default", f"{100 * less:.2f} % smaller", "≥ 12 %", less >= 0.12)

    out = os.path.join(work, "out.iso")
    cpu, wall, runs = paired([CLOOP, "extract", "--force", "ours", out], ["/usr/bin/extract_compressed_fs", "ours", os.path.join(work, "theirs.iso")], 1)
    row("extract, CPU against extract_compressed_fs", f"{cpu:.3f}", "≤ 0.40", cpu <= 0.40)
    row("extract, wall against extract_compressed_fs", f"{wall:.3f}", "≤ 0.15", wall <= 0.15)
    peak_extract = max(run.memory for run, _ in runs)
    cpu, _, _ = paired([CLOOP, "extract", "--force", "ours", out], ["qemu-img", "convert", "-f", "cloop", "-O", "raw", "ours", os.path.join(work, "qemu.iso")])
    row("extract, CPU against qemu-img convert", f"{cpu:.3f}", "≤ 0.40", cpu <= 0.40)

    empty = os.path.join(work, "empty.raw")
    with open(empty, "wb") as f:
        f.truncate(2 << 30)
        for at in range(0, 2 << 30, 64 << 20):
            f.seek(at)
            f.write(b"something is here " * 200)
    cpu, _, _ = paired([*create, empty, "ours-empty"], ["/usr/bin/create_compressed_fs", "-q", empty, "theirs-empty"], 1)
    row("a mostly empty 2 GB, CPU against create_compressed_fs", f"{cpu:.3f}", "≤ 0.12", cpu <= 0.12)

    blocks = size("usr.iso") // raw_blocks
    limit = 48 + 2 * 8 * raw_blocks / 2**20 + 24 * blocks / 2**20
    row("peak memory of create and extract", f"{max(peak, peak_extract):.1f} MiB", f"≤ {limit:.1f} MiB", max(peak, peak_extract) <= limit)

    folder, files = os.path.join(work, "folder"), 100_000
    for number in range(files):
        if number % 500 == 0:
            os.makedirs(os.path.join(folder, f"folder {number // 500}"))
        with open(os.path.join(folder, f"folder {number // 500}", f"a file with number {number}.txt"), "w") as f:
            f.write(f"{number} " * 20)
    peak = Run([*create, folder, "folder.cloop"]).memory
    limit = 48 + 2 * 8 * raw_blocks / 2**20 + 24 * files * 2048 / raw_blocks / 2**20 + files / 1024
    row("peak memory of create, a folder of 100 000 files", f"{peak:.1f} MiB", f"≤ {limit:.1f} MiB", peak <= limit)

    many = os.path.join(work, "many.raw")
    with open(many, "wb") as f:
        f.truncate(512 * 1_000_000)
    Run([*create, "-B", "512", "--no-verify", many, "many.cloop"])
    runs = [Run([CLOOP, "info", "many.cloop"]).wall for _ in range(5)]
    seconds = statistics.median(runs)
    row("info of an image with 1 000 000 blocks", f"{seconds:.3f} s", "< 0.1 s", seconds < 0.1)

    table.print(f"{size('usr.iso') // 1000000} MB of /usr as an ISO")
finally:
    shutil.rmtree(work)
