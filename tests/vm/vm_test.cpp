// SPDX-License-Identifier: GPL-3.0-or-later
// Tests cloop.ko and cloop-fuse in a real kernel: boots a guest in QEMU, which runs the scripts of tests/vm/guest. Each check in them is a row.

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>
#include <QtEndian>

#include "vm/vm_guest.h"

using namespace cloop::test;

class VmTest : public QObject, protected VmGuest {
    Q_OBJECT

    void make(const QString &name, const QStringList &options, const QString &source = VECTORS "/mixed.bin") const {
        QVERIFY(QDir().mkpath(QFileInfo(guest("images/" + name)).path()));
        const auto made = cloop(QStringList{"create", source, guest("images/" + name)} + options);
        QVERIFY2(made.status == 0, made.err.constData());
    }

    QByteArray image(const QString &name) const { return read_file(guest("images/" + name)); }

    /// The offset of a block of a head-first V2.0 image.
    static quint64 offset_of(const QByteArray &image, int block) { return qFromBigEndian<quint64>(image.constData() + 136 + 8 * block); }

    static QByteArray with_number(QByteArray image, qsizetype at, quint32 number) {
        number = qToBigEndian(number);
        return image.replace(at, 4, QByteArray(reinterpret_cast<const char *>(&number), 4));
    }

    static QByteArray with_damaged_blocks(QByteArray image, const QList<int> &blocks) {
        for (const int block : blocks) {
            const auto middle = qsizetype(offset_of(image, block) + offset_of(image, block + 1)) / 2;
            const auto last = qsizetype(offset_of(image, block + 1)) - 1;
            for (const auto at : {middle, last}) image[at] = char(image[at] ^ 0x55);
        }
        return image;
    }

    /// Every version and codec that cloop create writes, with the smallest, the usual and the largest blocks, and images by other programs.
    void put_all_images() const {
        for (const char *size : {"512", "64K", "4M"}) {
            make(QString("all/v2-%1").arg(size), {"-B", size});
            for (const char *codec : {"zlib", "xz", "lz4", "lzo", "none", "best"})
                make(QString("all/v4-%1-%2").arg(codec, size), {"-B", size, "-f", "v4", "-c", codec});
            make(QString("all/v4-stream-%1").arg(size), {"-B", size, "-f", "v4-stream", "-c", "xz"});
        }
        QDirIterator vectors(VECTORS, {"ref-*.cloop"});
        while (vectors.hasNext()) {
            const QString path = vectors.next();
            QVERIFY(QFile::copy(path, guest("images/all/" + vectors.fileName())));
        }
        QVERIFY(QFile::copy(VECTORS "/qemu-simple-pattern.cloop", guest("images/qemu-simple-pattern.cloop")));
        // The two oldest versions, for which no writer exists any more: V1.0 in the writer's byte order, V0 with entries of 4 bytes.
        const QByteArray v2 = image("all/v2-64K");
        const int blocks = 10;
        QByteArray v1 = v2, v0 = v2.left(136);
        v1.replace(11, 4, "V1.0");
        v0.replace(0, 25, "#!/bin/sh\n# an old one\n\n\n");
        QByteArray entries;
        for (int i = 0; i <= blocks; ++i) {
            const quint64 entry = qToLittleEndian(offset_of(v2, i));
            v1.replace(136 + 8 * i, 8, QByteArray(reinterpret_cast<const char *>(&entry), 8));
            const quint32 narrow = qToBigEndian(quint32(offset_of(v2, i) - 4 * (blocks + 1)));
            entries += QByteArray(reinterpret_cast<const char *>(&narrow), 4);
        }
        QVERIFY(put("images/all/v1-64K", v1));
        QVERIFY(put("images/all/v0-64K", v0.left(136) + entries + v2.mid(136 + 8 * (blocks + 1))));
        // As read from a burned disc: zeros follow.
        QVERIFY(put("images/all/v4-stream-burned", image("all/v4-stream-64K") + QByteArray(300 * 2048 / 2, '\0')));
    }

    /// Notes the damaged blocks that the kernel must find: those that the command finds, and `misplaced`, blocks that only the command can read in
    /// spite of a damaged index.
    void put_damaged_blocks(const QString &name, qsizetype count, const QStringList &misplaced = {}) const {
        QStringList blocks;
        for (const auto &range : json(cloop({"verify", "--json", guest("images/" + name + ".cloop")}))["damaged_ranges"].toArray())
            for (int block = range.toObject()["first_block"].toInt(); block <= range.toObject()["last_block"].toInt(); ++block)
                blocks << QString::number(block);
        QCOMPARE(blocks.size(), count);
        QVERIFY(put("images/" + name + ".blocks", (blocks + misplaced).join(',').toUtf8()));
    }

    void put_damaged_blocks_of(const QString &size, const QList<int> &blocks) const {
        const QString name = "bad-" + size;
        make(name + ".cloop", {"-B", size});
        QVERIFY(put("images/" + name + ".cloop", with_damaged_blocks(image(name + ".cloop"), blocks)));
        put_damaged_blocks(name, blocks.size());
    }

    /// An ISO 9660 with damaged blocks in its only file, and the sectors of the file that are lost with them.
    void put_damaged_file() const {
        constexpr int block_size = 16384, sector = 2048;
        QVERIFY(QDir().mkpath(file("holed")) && QFile::copy(VECTORS "/mixed.bin", file("holed/mixed.bin")));
        make("holed.cloop", {"-B", QString::number(block_size)}, file("holed"));
        const auto begin = cloop({"extract", guest("images/holed.cloop"), "-"}).out.indexOf(mixed());
        QVERIFY(begin > 0);
        const auto first = int(begin / block_size);
        const QList<int> blocks{first + 4, first + 5, first + 30};
        QVERIFY(put("images/holed.cloop", with_damaged_blocks(image("holed.cloop"), blocks)));
        QStringList sectors;
        for (const int block : blocks)
            for (qsizetype at = qsizetype(block) * block_size; at < qsizetype(block + 1) * block_size; at += sector)
                sectors << QString::number((at - begin) / sector);
        QVERIFY(put("images/holed.sectors", sectors.join(',').toUtf8()));
    }

    void put_damaged_images() const {
        put_damaged_blocks_of("12K", {3, 20});
        put_damaged_blocks_of("64K", {2, 7});
        make("bad.cloop", {"-B", "4K"});
        QByteArray bad = with_damaged_blocks(image("bad.cloop"), {3, 4, 77});
        bad.replace(136 + 8 * 100, 8, QByteArray(8, '\0'));  // the entry between blocks 99 and 100
        QVERIFY(put("images/bad.cloop", bad));
        put_damaged_blocks("bad", 3, {"99", "100"});

        make("cut.cloop", {"-B", "4K"});
        const QByteArray whole = image("cut.cloop");
        QVERIFY(put("images/cut.cloop", whole.left(qsizetype(offset_of(whole, 120)) + 5)));
        put_damaged_blocks("cut", 27);

        const QByteArray good = image("copied.cloop");
        QVERIFY(put("images/cut-copy.cloop", good.left(good.size() - 1000)));
        QVERIFY(put("images/hostile/block size 0", with_number(good, 128, 0)));
        QVERIFY(put("images/hostile/block size 513", with_number(good, 128, 513)));
        QVERIFY(put("images/hostile/block size 0xFFFFFE00", with_number(good, 128, 0xFFFFFE00)));
        QVERIFY(put("images/hostile/block size 8 MiB", with_number(good, 128, 8u << 20)));
        QVERIFY(put("images/hostile/a head cut short", good.left(100)));
        QVERIFY(put("images/hostile/noise", QByteArray(5000, 'x')));
        QVERIFY(put("images/hostile/blocks smaller than they are", with_number(good, 128, 32768)));
        QVERIFY(put("images/hostile/blocks larger than they are", with_number(good, 128, 131072)));
        for (const quint32 count : {0u, 3u, 11u, 500u, 60'000'000u, 0xFFFFFFFFu})
            QVERIFY(put(QString("images/mended/block count %1").arg(count), with_number(good, 132, count)));
        QVERIFY(put("images/mended/block count 2 of version 0", with_number(image("all/v0-64K"), 132, 2)));
        QVERIFY(put("images/mended/block count 2 of version 1", with_number(image("all/v1-64K"), 132, 2)));
        QVERIFY(put("images/hurt/a head alone", good.left(136)));
        QVERIFY(put("images/hurt/no blocks", with_number(good.left(136), 132, 0) + good.mid(136, 8)));
        QByteArray falling = good, far = good, bomb = good;
        falling.replace(136 + 8, 8, QByteArray(7, '\0') + '\1');
        far.replace(136 + 8 * 2, 8, QByteArray(8, char(0xFF)));
        QVERIFY(put("images/hurt/falling offsets", falling));
        QVERIFY(put("images/hurt/a length of 2^64", far));
        QByteArray plain = good;
        for (qsizetype i = plain.indexOf("#size="); i < 128; ++i) plain[i] = '\0';
        QVERIFY(put("images/hurt/a block that inflates to more", with_number(plain, 128, 32768)));
        QVERIFY(put("images/hurt/blocks that inflate to less", with_number(plain, 128, 131072)));
        QVERIFY(put("images/tiny.bin", mixed().left(40'000)));
        make("tiny.cloop", {"-B", "4K"}, guest("images/tiny.bin"));
    }

    /// An image as FreeBSD's mkuzip writes it: blocks of zeros are not stored, the last block is short, the file ends with a sector of 512 bytes.
    void put_uzip() const {
        constexpr qsizetype size = 65536;
        QByteArray raw = mixed();
        raw.replace(size, 2 * size, QByteArray(2 * size, '\0'));
        const auto count = (raw.size() + size - 1) / size;
        QByteArray head =
                       "#!/bin/sh\n#V2.0 Format\n(kldstat -qm g_uzip||kldload geom_uzip)>&-&&mount_cd9660 /dev/`mdconfig -af $0`.uzip $1\nexit $?\n",
                   entries, data;
        head = with_number(with_number(head.leftJustified(136, '\0'), 128, quint32(size)), 132, quint32(count));
        for (qsizetype block = 0; block <= count; ++block) {
            const quint64 entry = qToBigEndian(quint64(136 + 8 * (count + 1) + data.size()));
            entries += QByteArray(reinterpret_cast<const char *>(&entry), 8);
            const QByteArray content = raw.mid(block * size, size);
            if (content.count('\0') < content.size()) data += qCompress(content).mid(4);  // without the length that Qt puts before
        }
        QByteArray image = head + entries + data;
        image += QByteArray(512 - image.size() % 512, '\0');
        QVERIFY(put("images/uzip", image) && put("images/uzip.bin", raw));
        for (const char *name : {"L3.0", "Z4.0", "v3.0"})
            QVERIFY(put(QString("images/hostile/mkuzip's ") + name, QByteArray(image).replace(11, 4, name)));
    }

    void put_images() {
        QVERIFY(QDir().mkpath(guest("images")));
        QVERIFY(QFile::copy(VECTORS "/mixed.bin", guest("images/mixed.bin")));
        make("copied.cloop", {});
        QVERIFY(QFile::copy(guest("images/copied.cloop"), guest("images/copied2.cloop")));
        QVERIFY(put("images/copied.sum", sum(mixed() + QByteArray(1172 * 512 - 600'001, '\0'))));
        QByteArray other = mixed();
        std::reverse(other.begin(), other.end());
        QVERIFY(put("images/other.bin", other));
        make("other.cloop", {}, guest("images/other.bin"));
        const QByteArray first = image("copied.cloop");
        QVERIFY(put("images/two.bin", first + QByteArray(512 - first.size() % 512, '\0') + image("other.cloop")));
        QVERIFY(put("images/inside.bin", QByteArray(6144, 'x') + image("copied.cloop")));
        make("parts.cloop", {"--split", "60K"});
        make("nested.cloop", {}, guest("images/copied.cloop"));
        make("small.cloop", {"-B", "16K"});
        make("codecs.cloop", {"-B", "16K", "-f", "v4", "-c", "best"});

        QVERIFY(make_tree());
        make("tree.cloop", {}, file("tree"));
        QVERIFY(QFile::copy(guest("images/tree.cloop"), guest("images/run.cloop")));
        const auto sums = run("sh", {"-c", "find . -type f -exec sha256sum {} +"}, {}, file("tree"));
        QVERIFY(put("images/tree.sums", sums.out));
        QVERIFY(QDir().mkpath(file("holder")) && QFile::copy(guest("images/copied.cloop"), file("holder/copied.cloop")));
        make("holder.cloop", {}, file("holder"));
        // A system that runs from its device: it has the command with all its libraries.
        QVERIFY(QDir().mkpath(file("system/bin")) && put_libraries(program(), file("system")));
        QVERIFY(QFile::copy(program(), file("system/bin/cloop")) && QFile::copy(BIN_DIR "/../tests/guest_probe", file("system/bin/probe")));
        make("system.cloop", {}, file("system"));

        QByteArray large;
        while (large.size() < (12 << 20)) large += mixed() + QByteArray::number(large.size());
        QVERIFY(put("images/large.bin", large));
        make("large.cloop", {}, guest("images/large.bin"));
    }

    static QByteArray sum(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

    void put_discs() {
        const QByteArray image = this->image("copied.cloop");
        const auto make_disc = [&](const QString &name, const QByteArray &content, int before) {
            QVERIFY(QDir().mkpath(file(name + ".tree")));
            QVERIFY(write_file(file(name + ".tree/image"), content) && write_file(file(name + ".tree/a file before it"), QByteArray(before, 'x')));
            QVERIFY(QFile::copy(guest("images/system.cloop"), file(name + ".tree/system")));
            const auto made = run("xorriso", {"-as", "mkisofs", "-quiet", "-o", file(name), file(name + ".tree")});
            QVERIFY2(made.status == 0, made.err.constData());
        };
        make_disc("disc.iso", image, 10);
        make_disc("second.iso", image, 50'000);
        make_disc("wrong.iso", this->image("other.cloop"), 10);
        QVERIFY(write_file(file("blank.bin"), QByteArray(1 << 20, '\0')));
        QVERIFY(write_file(file("burned-first.bin"), image + QByteArray(2048 - image.size() % 2048 + 100 * 2048, '\0')));
        const QByteArray last = this->image("all/v4-stream-64K");
        QCOMPARE(last.size() % 2048, 0);
        QVERIFY(write_file(file("burned-last.bin"), last + QByteArray(100 * 2048, '\0')));
    }

    /// Images for tests that take long: for --all and --kasan.
    void put_more() {
        const auto made = run(
            "sh", {"-c", "PATH=$PATH:/usr/sbin; truncate -s 8M ext4 && mkfs.ext4 -q -d tree ext4 && mksquashfs tree squashfs -quiet -no-progress"},
            {}, path());
        QVERIFY2(made.status == 0, made.err.constData());
        make("ext4.cloop", {}, file("ext4"));
        make("squashfs.cloop", {}, file("squashfs"));
        QFile huge(file("huge"));
        QVERIFY(huge.open(QIODevice::WriteOnly));
        for (int i = 0; i < 2200; ++i) QVERIFY(huge.seek(qint64(i) << 20) && huge.write(QByteArray::number(i).repeated(5000)) > 0);
        QVERIFY(huge.resize(2200LL << 20));
        make("huge.cloop", {"-B", "256K"}, file("huge"));
        QVERIFY(put("images/huge.sum", run("sha256sum", {file("huge")}).out.left(64)));
    }

    /// losetup of this system, and losetup and udev of Debian 13, with the libraries and rules that they need.
    void put_tools() const {
        QVERIFY(put_with_libraries("losetup-of-this-system", "/sbin/losetup"));
        const auto copied = run(SOURCE_DIR "/tests/vm/copy_tools.sh", {VM_DIR "/trixie", guest("debian13")});
        QVERIFY2(copied.status == 0, copied.err.constData());
    }

    void boot_in(const Kernel &kernel) {
        QVERIFY2(QFile::exists(kernel.root + kernel.folder + "/guest/cloop.ko"), "./dev test makes it");
        Options options{
            .command_line =
                QString("corruptions=%1 suspensions=%2 tests=%3").arg(is_quick_ ? 100 : 2000).arg(is_quick_ ? 4 : 10).arg(scripts_.join(',')),
            .seconds = is_quick_ ? 2000 : 3000};
        for (const char *name : {"disc.iso", "second.iso", "wrong.iso", "blank.bin", "burned-first.bin", "burned-last.bin"}) {
            // QEMU may run in another root.
            options.discs[name] = kernel.folder + "/" + name;
            QFile::remove(kernel.root + options.discs[name]);
            QVERIFY(QFile::copy(file(name), kernel.root + options.discs[name]));
        }
        const QList<QByteArray> lines = boot(kernel, options);
        // Two kernels may have the same version.
        QByteArray version = QFileInfo(kernel.folder).fileName().toUtf8();
        for (const QByteArray &line : lines) {
            if (line.startsWith("begin ")) version += ' ' + line.mid(6);
            if (line.startsWith("ok ") || line.startsWith("not ok ") || line.startsWith("script ")) lines_ << line + " (" + version + ")";
        }
        kernels_ << version;
        QVERIFY2(lines.contains("end"), "the guest did not come to its end: " + lines.mid(qMax<qsizetype>(0, lines.size() - 12)).join("\n"));
    }

    /// "native", "all" or "checking".
    QString kernels_wanted_ = qEnvironmentVariable("CLOOPSMITH_KERNELS", "native");
    bool is_quick_ = kernels_wanted_ == "native";
    QStringList scripts_{"attach", "fuse", "sequences", "content", "damage", "suspend", "disc", "corrupt"};
    QList<QByteArray> lines_, kernels_;

public:
    VmTest() : VmGuest(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        put_images();
        put_all_images();
        put_damaged_images();
        put_damaged_file();
        put_uzip();
        put_discs();
        if (!is_quick_) {
            put_more();
            scripts_ << "filesystems" << "nfs" << "memory";
        }
        if (kernels_wanted_ == "all") {
            put_tools();
            scripts_ << "tools" << "patience";
        }
        // User-mode Linux has neither a drive nor FUSE.
        if (kernels_wanted_ == "checking") scripts_.removeIf([](const QString &name) { return name == "disc" || name == "fuse"; });
        // Only some scripts, for development.
        if (const QString some = qEnvironmentVariable("CLOOPSMITH_GUEST_SCRIPTS"); !some.isEmpty()) scripts_ = some.split(',');
        QVERIFY(put_with_libraries("cloop-fuse", program("cloop-fuse")) && put_with_libraries("fuse_loop", BIN_DIR "/../tests/fuse_loop"));
        QVERIFY(put_system(BIN_DIR "/../tests/guest_probe"));
        if (kernels_wanted_ == "checking") return boot_in({VM_DIR "/checking", {}});
        boot_in({VM_DIR "/native", {}});
        if (is_quick_) return;
        for (const QString &kernel : QDir(VM_DIR "/trixie/kernels").entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            boot_in({"/kernels/" + kernel, VM_DIR "/trixie"});
    }

    void checks_in_the_guest_data() {
        QTest::addColumn<bool>("is_passed");
        QTest::addColumn<QByteArray>("line");
        for (const QByteArray &line : lines_)
            if (!line.startsWith("script ")) QTest::newRow(line.mid(line.indexOf("ok ") + 3).constData()) << line.startsWith("ok ") << line;
    }

    void checks_in_the_guest() {
        QFETCH(bool, is_passed);
        QFETCH(QByteArray, line);
        QVERIFY2(is_passed, line.constData());
    }

    void every_script_ran() {
        for (const QByteArray &kernel : kernels_) {
            for (const QString &name : scripts_)
                QVERIFY2(lines_.contains("script " + name.toUtf8() + " (" + kernel + ")"), qPrintable(kernel + ": " + name));
            if (qEnvironmentVariableIsSet("CLOOPSMITH_GUEST_SCRIPTS")) continue;
            QVERIFY(std::ranges::count_if(
                        lines_, [&](const QByteArray &line) { return line.startsWith("ok ") && line.endsWith(" (" + kernel + ")"); }) > 150);
        }
    }
};

QTEST_GUILESS_MAIN(VmTest)
#include "vm_test.moc"
