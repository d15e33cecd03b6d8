// SPDX-License-Identifier: GPL-3.0-or-later
// Installs the Debian packages that ./dev package has built into Debian systems, as README.md says, boots these, and purges the packages there. Each
// check of the scripts in tests/vm/packages is a row of its own.

#include <QTest>

#include "vm/vm_guest.h"

using namespace cloop::test;

class PackagesTest : public QObject, protected VmGuest {
    Q_OBJECT

    QList<QByteArray> lines_;

    /// Runs what prints the checks, then "end".
    void take_checks(const QStringList &command, const QString &log, const QByteArray &release) {
        const QList<QByteArray> lines = run_machine(QStringList{"timeout", "1500"} + command);
        QVERIFY(write_file(log, lines.join('\n') + '\n'));
        for (const QByteArray &line : lines)
            if (line.startsWith("ok ") || line.startsWith("not ok ")) lines_ << line + " (" + release + ")";
        QVERIFY2(lines.contains("end"), ("see " + log).toUtf8().constData());
    }

    void install_boot_and_purge(const Kernel &system, const QString &repository) {
        const QString folder = system.root + system.folder, scripts = SOURCE_DIR "/tests/vm/packages";
        const QByteArray release = QFileInfo(repository).fileName().toUtf8();
        take_checks({scripts + "/install.sh", folder, repository, file("home")}, folder + "/packages-install.log", release);
        if (QTest::currentTestFailed()) return;
        QStringList boot = emulated_machine(system.folder, "root=/dev/vda rw console=tty0 console=ttyS0 panic=-1 quiet loglevel=3 no_timer_check "
                                                           "mitigations=off systemd.show_status=0");
        boot << "-drive" << "if=virtio,format=raw,cache=unsafe,file=" + system.folder + "/packages-disc";
        take_checks(system.root.isEmpty() ? boot : QStringList{"chroot", system.root} + boot, folder + "/packages-boot.log", release);
        if (QTest::currentTestFailed()) return;
        take_checks({scripts + "/compare.sh", folder}, folder + "/packages-compare.log", release);
    }

public:
    PackagesTest() : VmGuest(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        if (!qEnvironmentVariableIsSet("CLOOPSMITH_ALL")) QSKIP("./dev test --all does this");
        QVERIFY(make_tree() && QDir().mkpath(file("home")));
        QCOMPARE(cloop({"create", "tree", "home/files.cloop", "--label", "FILES"}).status, 0);
        QVERIFY(write_file(file("home/tree.sums"), run("sh", {"-c", "find . -type f -exec sha256sum {} +"}, {}, file("tree")).out));
        const QString packages = SOURCE_DIR "/build/packages/";
        if (QFile::exists(packages + "trixie/Packages")) install_boot_and_purge({"/system", VM_DIR "/trixie"}, packages + "trixie");
        if (QFile::exists(packages + "bookworm/Packages")) install_boot_and_purge({VM_DIR "/system", {}}, packages + "bookworm");
    }

    void checks_data() {
        QTest::addColumn<bool>("is_passed");
        QTest::addColumn<QByteArray>("line");
        for (const QByteArray &line : lines_) QTest::newRow(line.mid(line.indexOf("ok ") + 3).constData()) << line.startsWith("ok ") << line;
    }

    void checks() {
        QFETCH(bool, is_passed);
        QFETCH(QByteArray, line);
        QVERIFY2(is_passed, line.constData());
    }
};

QTEST_GUILESS_MAIN(PackagesTest)
#include "packages_test.moc"
