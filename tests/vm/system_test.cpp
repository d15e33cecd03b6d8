// SPDX-License-Identifier: GPL-3.0-or-later
// Boots a Debian system in which this project is installed as `cmake --install` does it. An ordinary user mounts images there in all ways. Each check
// in tests/vm/system/session.sh is a row of its own.

#include <QTest>

#include "vm/vm_guest.h"

using namespace cloop::test;

class SystemTest : public QObject, protected VmGuest {
    Q_OBJECT

    const QString system_ = VM_DIR "/system";
    QList<QByteArray> lines_;

public:
    SystemTest() : VmGuest(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QVERIFY(make_tree() && QDir().mkpath(file("home")));
        QCOMPARE(cloop({"create", "tree", "home/files.cloop", "--label", "FILES"}).status, 0);
        QVERIFY(write_file(file("home/tree.sums"), run("sh", {"-c", "find . -type f -exec sha256sum {} +"}, {}, file("tree")).out));
        const Outcome installed = run(SOURCE_DIR "/tests/vm/install_system.sh", {system_, BIN_DIR "/..", file("home")});
        QVERIFY2(installed.status == 0, installed.err.constData());

        const QString kernel_line = "root=/dev/vda rw console=tty0 console=ttyS0 panic=-1 quiet loglevel=3 no_timer_check mitigations=off "
                                    "systemd.show_status=0";
        lines_ = run_machine(QStringList{"timeout", "600"} + emulated_machine(system_, kernel_line) +
                             QStringList{"-drive", "if=virtio,format=raw,cache=unsafe,file=" + system_ + "/disc"});
        QVERIFY(write_file(system_ + "/log", lines_.join('\n') + '\n'));
        QVERIFY2(lines_.contains("end"), ("see " + system_ + "/log").toUtf8().constData());
    }

    void checks_in_the_guest_data() {
        QTest::addColumn<bool>("is_passed");
        QTest::addColumn<QByteArray>("line");
        for (const QByteArray &line : lines_)
            if (line.startsWith("ok ") || line.startsWith("not ok "))
                QTest::newRow(line.mid(line.indexOf("ok ") + 3).constData()) << line.startsWith("ok ") << line;
    }

    void checks_in_the_guest() {
        QFETCH(bool, is_passed);
        QFETCH(QByteArray, line);
        QVERIFY2(is_passed, line.constData());
    }
};

QTEST_GUILESS_MAIN(SystemTest)
#include "system_test.moc"
