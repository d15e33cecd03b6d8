// cloop.ko in a real kernel: boots it in QEMU with a guest that runs the scripts of tests/vm/guest, and takes each of their checks as a result of its own.

#include <QCryptographicHash>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

#include "support/command_folder.h"

using namespace cloop::test;

class VmTest : public QObject, protected CommandFolder {
    Q_OBJECT

    QString guest(const QString &name) const { return file("guest/" + name); }

    void put(const QString &name, const QByteArray &bytes) const {
        QVERIFY(QDir().mkpath(QFileInfo(guest(name)).path()));
        QVERIFY(write_file(guest(name), bytes));
    }

    void put_program(const QString &name, const QString &from) const {
        QVERIFY(QDir().mkpath(guest("bin")));
        QVERIFY(QFile::copy(from, guest("bin/" + name)));
        QVERIFY(QFile::setPermissions(guest("bin/" + name), QFile::ReadOwner | QFile::ExeOwner));
    }

    /// A program with the libraries that it is linked with, in their places.
    void put_with_libraries(const QString &name, const QString &from) const {
        put_program(name, from);
        static const QRegularExpression library("(/\\S+) \\(0x");
        auto found = library.globalMatch(QString::fromUtf8(run("ldd", {from}).out));
        while (found.hasNext()) {
            const QString path = found.next().captured(1);
            QVERIFY(QDir().mkpath(QFileInfo(guest(path.mid(1))).path()));
            QFile::copy(path, guest(path.mid(1)));
            QFile::setPermissions(guest(path.mid(1)), QFile::ReadOwner | QFile::ExeOwner);
        }
    }

    void make(const QString &name, const QStringList &options, const QString &source = VECTORS "/mixed.bin") const {
        QVERIFY(QDir().mkpath(QFileInfo(guest("images/" + name)).path()));
        const auto made = cloop(QStringList{"create", source, guest("images/" + name)} + options);
        QVERIFY2(made.status == 0, made.err.constData());
    }

    QByteArray image(const QString &name) const { return read_file(guest("images/" + name)); }

    /// Of a V2.0 image with the head first.
    static quint64 offset_of(const QByteArray &image, int block) { return qFromBigEndian<quint64>(image.constData() + 136 + 8 * block); }

    static QByteArray with_number(QByteArray image, qsizetype at, quint32 number) {
        number = qToBigEndian(number);
        return image.replace(at, 4, QByteArray(reinterpret_cast<const char *>(&number), 4));
    }

    /// Every version, codec and block size that cloop create writes, and images by other programs.
    void put_all_images() const {
        for (const char *size : {"512", "4K", "64K", "1M", "4M"}) {
            make(QString("all/v2-%1").arg(size), {"-B", size});
            for (const char *codec : {"zlib", "xz", "lz4", "lzo", "none", "best"}) make(QString("all/v4-%1-%2").arg(codec, size), {"-B", size, "-f", "v4", "-c", codec});
            make(QString("all/v4-stream-%1").arg(size), {"-B", size, "-f", "v4-stream", "-c", "xz"});
        }
        QDirIterator vectors(VECTORS, {"ref-*.cloop"});
        while (vectors.hasNext()) {
            const QString path = vectors.next();
            QVERIFY(QFile::copy(path, guest("images/all/" + vectors.fileName())));
        }
        QVERIFY(QFile::copy(VECTORS "/qemu-simple-pattern.cloop", guest("images/qemu-simple-pattern.cloop")));
        // The oldest two, of which no writer is left: V1.0 in the writer's own byte order, V0 with half as long entries.
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
        put("images/all/v1-64K", v1);
        put("images/all/v0-64K", v0.left(136) + entries + v2.mid(136 + 8 * (blocks + 1)));
        // Burned: zeros follow.
        put("images/all/v4-stream-burned", image("all/v4-stream-64K") + QByteArray(300 * 2048 / 2, '\0'));
    }

    void put_damaged_images() const {
        make("bad.cloop", {"-B", "4K"});
        QByteArray bad = image("bad.cloop");
        for (const int block : {3, 4, 77}) {
            const auto middle = qsizetype(offset_of(bad, block) + offset_of(bad, block + 1)) / 2;
            bad[middle] = char(bad[middle] ^ 0x55);
            const auto last = qsizetype(offset_of(bad, block + 1)) - 1;
            bad[last] = char(bad[last] ^ 0x55);
        }
        bad.replace(136 + 8 * 100, 8, QByteArray(8, '\0'));  // of blocks 99 and 100
        put("images/bad.cloop", bad);
        put("images/bad.blocks", "3,4,77,99,100");

        make("cut.cloop", {"-B", "4K"});
        const QByteArray whole = image("cut.cloop");
        QByteArray lost;
        for (int block = 120; block < 147; ++block) lost += (lost.isEmpty() ? "" : ",") + QByteArray::number(block);
        put("images/cut.cloop", whole.left(qsizetype(offset_of(whole, 120)) + 5));
        put("images/cut.blocks", lost);

        const QByteArray good = image("copied.cloop");
        put("images/hostile/block size 0", with_number(good, 128, 0));
        put("images/hostile/block size 513", with_number(good, 128, 513));
        put("images/hostile/block size 0xFFFFFE00", with_number(good, 128, 0xFFFFFE00));
        put("images/hostile/block size 8 MiB", with_number(good, 128, 8u << 20));
        put("images/hostile/block count 0xFFFFFFFF", with_number(good, 132, 0xFFFFFFFF));
        put("images/hostile/a head cut short", good.left(100));
        put("images/hostile/noise", QByteArray(5000, 'x'));
        put("images/hurt/an index longer than the file", with_number(good, 132, 60'000'000));
        put("images/hurt/a head alone", good.left(136));
        put("images/hurt/no blocks", with_number(good.left(136), 132, 0) + good.mid(136, 8));
        QByteArray falling = good, far = good, bomb = good;
        falling.replace(136 + 8, 8, QByteArray(7, '\0') + '\1');
        far.replace(136 + 8 * 2, 8, QByteArray(8, char(0xFF)));
        put("images/hurt/falling offsets", falling);
        put("images/hurt/a length of 2^64", far);
        put("images/hurt/a block that inflates to more", with_number(good, 128, 32768));
        put("images/hurt/blocks that inflate to less", with_number(good, 128, 131072));
    }

    void put_images() {
        QVERIFY(QDir().mkpath(guest("images")));
        QVERIFY(QFile::copy(VECTORS "/mixed.bin", guest("images/mixed.bin")));
        make("copied.cloop", {});
        QVERIFY(QFile::copy(guest("images/copied.cloop"), guest("images/copied2.cloop")));
        put("images/copied.sum", sum(mixed() + QByteArray(1172 * 512 - 600'001, '\0')));
        QByteArray other = mixed();
        std::reverse(other.begin(), other.end());
        put("images/other.bin", other);
        make("other.cloop", {}, guest("images/other.bin"));
        put("images/inside.bin", QByteArray(6144, 'x') + image("copied.cloop"));
        make("parts.cloop", {"--split", "60K"});
        make("nested.cloop", {}, guest("images/copied.cloop"));
        make("small.cloop", {"-B", "16K"});
        make("codecs.cloop", {"-B", "16K", "-f", "v4", "-c", "best"});

        QVERIFY(make_tree());
        make("tree.cloop", {}, file("tree"));
        QVERIFY(QFile::copy(guest("images/tree.cloop"), guest("images/run.cloop")));
        const auto sums = run("sh", {"-c", "find . -type f -exec sha256sum {} +"}, {}, file("tree"));
        put("images/tree.sums", sums.out);
        QByteArray large;
        while (large.size() < (12 << 20)) large += mixed() + QByteArray::number(large.size());
        put("images/large.bin", large);
        make("large.cloop", {}, guest("images/large.bin"));
    }

    static QByteArray sum(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

    QList<QByteArray> lines_;

public:
    VmTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        put_images();
        put_all_images();
        put_damaged_images();
        put_program("busybox", "/bin/busybox");
        for (const QByteArray &name : run("/bin/busybox", {"--list"}).out.split('\n'))
            if (name != "busybox" && !name.isEmpty()) QFile::link("busybox", guest("bin/" + name));
        put_program("probe", QString(BIN_DIR "/../tests/guest_probe"));
        put_with_libraries("cloop", program());
        QFile::link("cloop", guest("bin/cloop_suspend"));
        QVERIFY(QFile::copy(SOURCE_DIR "/tests/vm/guest/init", guest("init")));
        QVERIFY(QFile::setPermissions(guest("init"), QFile::ReadOwner | QFile::ExeOwner));
        for (const QString &script : QDir(SOURCE_DIR "/tests/vm/guest").entryList({"*.sh"})) put("tests/" + script, read_file(SOURCE_DIR "/tests/vm/guest/" + script));
        for (const char *folder : {"dev", "proc", "sys", "tmp", "mnt"}) QVERIFY(QDir().mkpath(guest(folder)));

        const QString kernel = VM_DIR "/native";
        QVERIFY2(QFile::exists(kernel + "/cloop.ko"), "tests/vm/prepare_kernel.sh makes it, and ./dev test runs that");
        QByteArray order;
        for (const char *name : {"cdrom", "isofs", "lz4_decompress", "lzo_decompress"}) {
            const QByteArray module = read_file(kernel + "/modules/" + name + ".ko");
            if (module.isEmpty()) continue;
            put(QString("modules/") + name + ".ko", module);
            order += QByteArray(name) + "\n";
        }
        put("modules/order", order);
        put("cloop.ko", read_file(kernel + "/cloop.ko"));
        QCOMPARE(run("sh", {"-c", "find . | cpio -o -H newc --quiet >../guest.cpio"}, {}, guest(".")).status, 0);

        const auto booted = run("timeout", {"230", "qemu-system-x86_64", "-accel", "tcg,thread=multi", "-cpu", "qemu64", "-m", "1024", "-smp", "2", "-nodefaults", "-no-user-config",
                                            "-display", "none", "-no-reboot", "-serial", "stdio", "-monitor", "none", "-kernel", kernel + "/vmlinuz", "-initrd", file("guest.cpio"),
                                            "-append", "console=ttyS0 panic=-1 loglevel=1 rounds=200 tests=attach,content,damage,suspend,corrupt"});
        lines_ = QByteArray(booted.out).replace("\r", "").split('\n');
        if (qEnvironmentVariableIsSet("CLOOPSMITH_SHOW_GUEST")) qInfo().noquote() << booted.out;
        QVERIFY2(lines_.contains("end"), "the guest did not come to its end: " + booted.out.right(1500));
    }

    void checks_in_the_guest_data() {
        QTest::addColumn<bool>("is_passed");
        QTest::addColumn<QByteArray>("line");
        for (const QByteArray &line : lines_)
            if (line.startsWith("ok ") || line.startsWith("not ok ")) QTest::newRow(line.mid(line.indexOf("ok ") + 3).constData()) << line.startsWith("ok ") << line;
    }

    void checks_in_the_guest() {
        QFETCH(bool, is_passed);
        QFETCH(QByteArray, line);
        QVERIFY2(is_passed, line.constData());
    }

    void every_script_ran() {
        for (const char *name : {"attach", "content", "damage", "suspend", "corrupt"}) QVERIFY2(lines_.contains(QByteArray("script ") + name), name);
        QVERIFY(std::ranges::count_if(lines_, [](const QByteArray &line) { return line.startsWith("ok "); }) > 150);
    }
};

QTEST_GUILESS_MAIN(VmTest)
#include "vm_test.moc"
