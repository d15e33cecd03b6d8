// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the speed of cloop.ko with squashfs, in the guest of tests/vm. Prints a Markdown table. Run by ./dev bench kmod

#include <QCoreApplication>
#include <QTextStream>

#include "vm/vm_guest.h"

#include <algorithm>

using namespace cloop::test;

namespace {

class Bench : public VmGuest {
public:
    Bench() : VmGuest(BIN_DIR, VECTORS) {}

    int measure() {
        const VmGuest::Kernel kernel{VM_DIR "/native", {}};
        // The same files as an ISO in cloop and as squashfs, both compressed by zlib 9 in blocks of 64 KiB, each on a virtio disc.
        const auto made = run("sh", {"-euc", R"(
            PATH=$PATH:/usr/sbin
            mkdir content && cp -r /usr/share/doc content/doc 2>/dev/null || true
            cp -r /usr/lib/x86_64-linux-gnu/perl* /usr/include content/ 2>/dev/null || true
            find content -type l -delete
            "$1" create content all.cloop -c zlib -l 9 --no-verify
            mksquashfs content all.squashfs -comp gzip -b 65536 -quiet -no-progress
            mkdir disc
            "$1" extract all.cloop all.iso
            head -c 24000000 all.iso >disc/part.bin
            "$1" create disc/part.bin disc/part.cloop --no-verify
            truncate -s 4G four.raw && "$1" create four.raw disc/four.cloop --no-verify && rm four.raw
            truncate -s 65536000000 million.raw && "$1" create million.raw disc/million.cloop --no-verify && rm million.raw
            truncate -s 300M disc.ext4 && mkfs.ext4 -q -d disc disc.ext4)", "sh", program()}, {}, path());
        if (made.status != 0) return complain(made.err);
        if (!put_system(BIN_DIR "/../tests/guest_probe")) return complain("the guest can't be made");
        Options options{.command_line = "tests=speed", .seconds = 1500};
        for (const char *name : {"disc.ext4", "all.squashfs", "all.cloop"})
            options.devices << "-drive" << "if=virtio,format=raw,readonly=on,file=" + file(name);
        const auto lines = boot(kernel, options);
        for (const QByteArray &line : lines)
            if (line.startsWith("speed ")) values_[line.split(' ')[1]] << line.mid(line.indexOf(' ', 6) + 1);
        if (!lines.contains("end")) return complain(lines.mid(qMax<qsizetype>(0, lines.size() - 8)).join("\n"));

        row("sequential read of all files against squashfs, wall", ratio("cloop", "squashfs", 0), "≤ 1.0", 1.0, false);
        row("the same, CPU", ratio("cloop", "squashfs", 1), "≤ 1.15", 1.15, false);
        const double gain = 4 * ratio("random-1", "random-2", 0), possible = 4 * ratio("sha-1", "sha-2", 0);
        row(QString("4 readers at random on 2 processors against 1 on 1: gains %1, sha256sum %2; their ratio")
                .arg(gain, 0, 'f', 2)
                .arg(possible, 0, 'f', 2),
            gain / possible, "≥ 0.9", 0.9, true);
        const auto memory = values_["memory"].value(0).split(' ');
        const double used = memory.value(0).toDouble() / 1024, allowed = memory.value(1).toDouble() * 8 / 1024 / 1024 + 4 + 2;
        row(QString("memory of a 4 GB image in blocks of 64 KiB, MiB (index + 4 + 2 processors: %1)").arg(allowed, 0, 'f', 1), used, "≤ that",
            allowed, false);
        row("attach an image of 1 000 000 blocks, seconds", median("attach", 0), "≤ 0.5", 0.5, false);
        return 0;
    }

private:
    static int complain(const QByteArray &text) {
        QTextStream(stderr) << text << "\n";
        return 1;
    }

    double value(const QByteArray &name, int round, int column) const { return values_[name].value(round).split(' ').value(column).toDouble(); }

    double median(const QByteArray &name, int column) const {
        QList<double> all;
        for (int round = 0; round < values_[name].size(); ++round) all << value(name, round, column);
        std::ranges::sort(all);
        return all.value(all.size() / 2);
    }

    /// The median ratio of pairs that ran one after the other.
    double ratio(const QByteArray &one, const QByteArray &other, int column) const {
        QList<double> all;
        for (int round = 0; round < std::min(values_[one].size(), values_[other].size()); ++round)
            all << value(one, round, column) / value(other, round, column);
        std::ranges::sort(all);
        return all.value(all.size() / 2);
    }

    static void row(const QString &name, double measured, const QString &target, double limit, bool more_is_better) {
        const bool is_met = more_is_better ? measured >= limit : measured <= limit;
        QTextStream(stdout) << "| " << name << " | " << QString::number(measured, 'f', 3) << (is_met ? "" : " (missed)") << " | " << target << " |\n";
    }

    QHash<QByteArray, QList<QByteArray>> values_;
};

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    return Bench().measure();
}
