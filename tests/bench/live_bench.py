#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures live discs beside squashfs with grub-mkrescue; prints a Markdown table.

The root is the small Debian of tests/vm/prepare_live.sh with a cloud kernel; its discs are started in QEMU until a service of theirs runs. CPU is user +
system; medians over pairs run by turns; `--quick` takes one pair each. Needs root, for the owners of files.
"""
import argparse, glob, json, os, re, shutil, statistics, subprocess, sys, tempfile

import measure
from measure import CLOOP, Run

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--quick", action="store_true", help="one pair each, for a first look")
parser.add_argument("--no-boot", action="store_true", help="only what is made, not how it starts")
parser.add_argument("--folder", default=None, help="where the files go (about 3 GB)")
parser.add_argument("vm", help="the folder of tests/vm/prepare_*.sh")
arguments = parser.parse_args()
arguments.vm = os.path.abspath(arguments.vm)
pairs = 1 if arguments.quick else 3

work = tempfile.mkdtemp(prefix="cloop-bench-", dir=arguments.folder)
table = measure.Table()
kernel_words = "console=ttyS0 panic=-1 quiet loglevel=3 no_timer_check mitigations=off"


def path(name):
    return os.path.join(work, name)


def run(*command, **options):
    subprocess.run(command, check=True, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)


def size(name):
    return os.path.getsize(path(name))


def shell(*lines):
    return Run(["sh", "-ec", "\n".join(lines)], work)


def ratio_row(what, ours, theirs, target):
    """Ratio of CPU times, runs by turns."""
    ratios = []
    for _ in range(pairs):
        a, b = ours(), theirs()
        ratios.append(a.cpu / b.cpu)
    ratio = statistics.median(ratios)
    table.row(what, f"{ratio:.3f} ({a.cpu:.1f} s)", f"≤ {target}", ratio <= target)


def size_row(what, ours, theirs, target, digits=4):
    table.row(what, f"{ours / theirs:.{digits}f}", f"≤ {target}", ours / theirs <= target)


def make_root():
    vm = arguments.vm
    run(os.path.join(measure.tree, "tests/vm/install_live.sh"), vm + "/live/root", vm + "/native", path("root"))
    with open(path("root/usr/lib/live-test/session.sh"), "w") as script:
        script.write("#!/bin/sh\n{ cat /proc/meminfo /sys/block/sr0/stat; echo MARKER; } >/dev/ttyS1\npoweroff -f\n")


def ours(disc, *options):
    return Run([CLOOP, "live", "root", disc, "--force", "--append", kernel_words, "--timeout", "0", *options], work)


def squashfs_disc(disc, *options):
    """A disc with the same kernel and boot loader, made by others' programs. Pre: the folder `tree`."""
    return shell(f"rm -f tree/live/root.squashfs {disc}", f"mksquashfs root tree/live/root.squashfs -no-progress {' '.join(options)}",
                 f"grub-mkrescue -o {disc} tree")


def make_tree():
    """What a squashfs disc holds beside its root: our initrd, which attaches that instead."""
    run("xorriso", "-osirrox", "on", "-indev", path("disc.iso"), "-extract", "/", path("tree"))
    run("chmod", "-R", "u+w", path("tree"))
    os.remove(path("tree/live/root.cloop"))
    shutil.rmtree(path("tree/EFI"))
    for name in glob.glob(path("tree/boot/grub/*.img")) + glob.glob(path("tree/boot/grub/boot.cat")):
        os.remove(name)
    attach = r'attach() { modprobe squashfs; device=$(losetup -f); losetup -r "$device" "$live/disc/live/root.squashfs" \&\& way=squashfs; }'
    # The kernel takes the last of several archives' files.
    shell("mkdir initrd && cd initrd && xz -dc ../tree/live/initrd | cpio -i --quiet init", f"sed -i 's|^attach() .*|{attach}|' init",
          "grep -q squashfs init", "echo init | cpio -o -H newc --quiet | xz --check=crc32 >>../tree/live/initrd")


class Boot:
    """CPU seconds of QEMU until the marker; MiB available and read from the CD then."""

    def __init__(self, disc, *words):
        command = ["qemu-system-x86_64", "-accel", "tcg", "-cpu", "qemu64", "-m", "512", "-smp", "2", "-nodefaults", "-no-user-config", "-display", "none",
                   "-no-reboot", "-serial", "null", "-serial", f"file:{path('said')}", "-cdrom", path(disc)]
        if words:
            command += ["-kernel", path("files/live/vmlinuz"), "-initrd", path("files/live/initrd"), "-append", " ".join((kernel_words, *words))]
        self.cpu = Run(command, work).cpu
        said = open(path("said")).read()
        if "MARKER" not in said:
            sys.exit(f"bench: {disc} did not start")
        self.available = int(re.search(r"MemAvailable: *(\d+)", said)[1]) / 1024
        self.read = int(said.split("MARKER")[0].strip().splitlines()[-1].split()[2]) * 512 / (1 << 20)


def boot_rows():
    run("xorriso", "-osirrox", "on", "-indev", path("disc.iso"), "-extract", "/", path("files"))
    module, fuse, others = [], [], []
    for _ in range(pairs):
        module.append(Boot("disc.iso"))
        others.append(Boot("gzip.iso"))
        fuse.append(Boot("disc.iso", "fuse"))
    median = lambda runs, what: statistics.median(getattr(one, what) for one in runs)
    for name, runs, most, memory in (("module", module, 1.05, -8), ("FUSE", fuse, 1.10, -32)):
        ratio = statistics.median(a.cpu / b.cpu for a, b in zip(runs, others))
        table.row(f"boot to the marker against squashfs gzip + loop, CPU of QEMU, {name}", f"{ratio:.3f} ({median(runs, 'cpu'):.1f} s)", f"≤ {most}",
                  ratio <= most)
        less = median(runs, "available") - median(others, "available")
        table.row(f"MemAvailable at the marker against the same, 512 MB, {name}", f"{less:+.1f} MB", f"≥ {memory} MB", less >= memory)
    read = median(module, "read") / median(others, "read")
    table.row("read from the CD until the marker against the same", f"{read:.3f} ({median(module, 'read'):.1f} MB)", "≤ 0.9", read <= 0.9)


try:
    make_root()
    ours("disc.iso")
    make_tree()
    gzip, xz = ("-comp", "gzip", "-b", "64K"), ("-comp", "xz", "-b", "64K")
    ratio_row("`cloop live` against mksquashfs -comp xz + grub-mkrescue, CPU", lambda: ours("disc.iso"), lambda: squashfs_disc("xz.iso", *xz), 0.15)
    ratio_row("the same against -comp gzip", lambda: ours("disc.iso"), lambda: squashfs_disc("gzip.iso", *gzip), 0.25)

    report = json.loads(Run([CLOOP, "live", "root", "disc.iso", "--force", "--json", "--append", kernel_words, "--timeout", "0"], work, True).output)
    system = report["systems"][0]
    run(CLOOP, "create", "root", "erofs.cloop", "--filesystem", "erofs")
    run(CLOOP, "create", "root", "iso.cloop", "--filesystem", "iso9660")
    size_row("EROFS inside against ISO inside, image size", size("erofs.cloop"), size("iso.cloop"), 1.005)
    run("mksquashfs", "root", "gzip.squashfs", "-no-progress", *gzip)
    size_row("image, default, against squashfs gzip, 64 KiB blocks", size("erofs.cloop"), size("gzip.squashfs"), 1.02)
    run(CLOOP, "create", "root", "smaller.cloop", "--filesystem", "erofs", "-l", "12")
    size_row("*Smaller* against the same", size("smaller.cloop"), size("gzip.squashfs"), 0.995)
    run(CLOOP, "create", "root", "smallest.cloop", "--filesystem", "erofs", "-f", "v4", "-c", "best")
    run("mksquashfs", "root", "xz.squashfs", "-no-progress", *xz, "-Xbcj", "x86")
    size_row("*Smallest* against squashfs xz -Xbcj x86, 64 KiB blocks", size("smallest.cloop"), size("xz.squashfs"), 1.02)
    kernel = os.path.getsize(glob.glob(path("root/boot/vmlinuz-*"))[0])
    rest = (report["size"] - system["image_size"] - kernel - system["initrd_size"]) / 1e6
    table.row("ISO over image, kernel and initrd", f"{rest:.2f} MB", "≤ 1.5 MB", rest <= 1.5)
    table.row("initrd, cloud kernel", f"{system['initrd_size'] / 1e6:.2f} MB", "≤ 4 MB", system["initrd_size"] <= 4e6)
    if not arguments.no_boot:
        boot_rows()
    table.print("a small Debian with systemd")
finally:
    shutil.rmtree(work)
