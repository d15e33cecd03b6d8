// SPDX-License-Identifier: GPL-3.0-or-later
// Boots Debian systems in which this project is installed as `cmake --install` does it. An ordinary user mounts images there in all ways. Each check
// in tests/vm/system/session.sh is a row of its own.

#include <QTest>

#include "vm/vm_guest.h"

using namespace cloop::test;

class SystemTest : public QObject, protected VmGuest {
    Q_OBJECT

    QList<QByteArray> lines_;

    void boot_in(const Kernel &system) {
        const QString folder = system.root + system.folder;
        const Outcome installed = run(SOURCE_DIR "/tests/vm/install_system.sh", {folder, BIN_DIR "/..", file("home")});
        QVERIFY2(installed.status == 0, installed.err.constData());
        QFile::remove(folder + "/disc.iso");
        QVERIFY(QFile::copy(file("disc.iso"), folder + "/disc.iso"));

        QStringList command{"timeout", "900"};
        if (!system.root.isEmpty()) command << "chroot" << system.root;
        command << emulated_machine(system.folder, "root=/dev/vda rw console=tty0 console=ttyS0 panic=-1 quiet loglevel=3 no_timer_check "
                                                   "mitigations=off systemd.show_status=0");
        const QList<QByteArray> lines = run_machine(command << "-drive" << "if=virtio,format=raw,cache=unsafe,file=" + system.folder + "/disc"
                                                            << "-drive" << "if=ide,media=cdrom,format=raw,file=" + system.folder + "/disc.iso");
        QVERIFY(write_file(folder + "/log", lines.join('\n') + '\n'));
        QByteArray version;
        for (const QByteArray &line : lines) {
            if (line.startsWith("begin ")) version = line.mid(6);
            if (line.startsWith("ok ") || line.startsWith("not ok ")) lines_ << line + " (" + version + ")";
        }
        QVERIFY2(lines.contains("end"), ("see " + folder + "/log").toUtf8().constData());
    }

public:
    SystemTest() : VmGuest(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QVERIFY(make_tree() && QDir().mkpath(file("home")));
        QCOMPARE(cloop({"create", "tree", "home/files.cloop", "--label", "FILES"}).status, 0);
        QVERIFY(write_file(file("home/tree.sums"), run("sh", {"-c", "find . -type f -exec sha256sum {} +"}, {}, file("tree")).out));
        QVERIFY(QDir().mkpath(file("on-disc")) && QFile::copy(file("home/files.cloop"), file("on-disc/files.cloop")));
        QCOMPARE(cloop({"create", "on-disc", "disc.cloop", "--label", "DISC"}).status, 0);
        QCOMPARE(cloop({"extract", "disc.cloop", "disc.iso"}).status, 0);
        boot_in({VM_DIR "/system", {}});
        if (QFile::exists(VM_DIR "/trixie/system/.complete")) boot_in({"/system", VM_DIR "/trixie"});
    }

    void checks_in_the_guest_data() {
        QTest::addColumn<bool>("is_passed");
        QTest::addColumn<QByteArray>("line");
        for (const QByteArray &line : lines_) QTest::newRow(line.mid(line.indexOf("ok ") + 3).constData()) << line.startsWith("ok ") << line;
    }

    void checks_in_the_guest() {
        QFETCH(bool, is_passed);
        QFETCH(QByteArray, line);
        QVERIFY2(is_passed, line.constData());
    }
};

QTEST_GUILESS_MAIN(SystemTest)
#include "system_test.moc"
