// SPDX-License-Identifier: GPL-3.0-or-later
// Makes live discs of a Debian and starts them. Each check in the guest, a line of tests/vm/live/session.sh, and each of the host is a row of its own.
// CLOOPSMITH_LIVE_BOOTS: a pattern for the names of boots, to run some.

#include <QRegularExpression>
#include <QTest>

#include "support/command_folder.h"
#include "support/everything.h"
#include "vm/live_machine.h"

using namespace cloop::test;

namespace {

// panic: a machine that waits for a person would wait for ever here.
const QString kernel_line = "console=tty0 console=ttyS0 panic=-1 quiet loglevel=3 no_timer_check mitigations=off systemd.show_status=1";

struct Boot {
    QString name;
    LiveMachine::Hardware hardware;
    bool has_drive = false;              ///< its tray must be open in the end
    QList<QByteArray> sentences{};       ///< that the console shows
    bool is_started = true;              ///< the system starts
};

} // namespace

class LiveTest : public QObject, protected CommandFolder {
    Q_OBJECT

    const QString live_ = VM_DIR "/live";
    struct Row {
        QByteArray name;
        bool is_passed;
        QByteArray line;
    };
    QList<Row> rows_;

    void note(const QString &boot, const QString &name, bool is_passed, const QByteArray &line = {}) {
        rows_ << Row{(boot + ": " + name).toUtf8(), is_passed, line};
    }

    /// `name`: of the ISO in the temporary folder.
    void make_disc(const QString &name, const QString &root, const QStringList &options = {}) const {
        // Not by cloop(), which makes all times older than a date.
        const Outcome made = run(program(), QStringList{"live", root, name, "--append", kernel_line, "--timeout", "0"} + options, {}, path());
        QVERIFY2(made.status == 0, made.err.constData());
    }

    QStringList cd(const QString &disc) const {
        return {"-drive", "if=none,id=disc,format=raw,media=cdrom,file=" + file(disc), "-device", "ide-cd,id=cd,bus=ide.0,drive=disc"};
    }

    void start(const Boot &boot) {
        if (!QRegularExpression(qEnvironmentVariable("CLOOPSMITH_LIVE_BOOTS")).match(boot.name).hasMatch()) return;
        LiveMachine machine(path());
        bool is_complete = false;
        machine.on_said = [&](const QByteArray &line) {
            if (line == "Put the disc back in.") machine.insert(file("disc.iso"));
            if (line == "end") is_complete = true;
            if (line.startsWith("ok ") || line.startsWith("not ok ")) note(boot.name, line.mid(line.indexOf("ok ") + 3), line.startsWith("ok "), line);
        };
        const bool has_ended = machine.run(boot.hardware);
        const QByteArray console = machine.console();
        const QString log = live_ + "/" + QString(boot.name).replace(' ', '-') + ".log";
        QVERIFY(write_file(log, console + "\n\n" + read_file(file("said"))));
        const QByteArray see = "see " + log.toUtf8();
        note(boot.name, "the machine ends", has_ended, see);
        if (boot.is_started) {
            note(boot.name, "all checks have run", is_complete, see);
            note(boot.name, "nothing fails at the start and at the end", !console.contains("FAILED"), see);
            note(boot.name, "nothing is mounted in the end", !console.contains("still mounted"), see);
        }
        if (boot.has_drive) note(boot.name, "the disc is let out in the end", machine.is_tray_open(), see);
        for (const QByteArray &sentence : boot.sentences) note(boot.name, sentence, console.contains(sentence), see);
        qInfo("%s: %.0f s of processors", qUtf8Printable(boot.name), machine.seconds());
    }

public:
    LiveTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        const QString root = live_ + "/installed";
        const Outcome installed = run(SOURCE_DIR "/tests/vm/install_live.sh", {live_ + "/root", VM_DIR "/native", root});
        QVERIFY2(installed.status == 0, installed.err.constData());
        const QByteArray everything = QFile::encodeName(root) + "/everything";
        make_everything(everything);
        for (const char *name : {"a line\nand another", " blanks ", "-dash", "\xFF\xFE not UTF-8", "\xC3\xA4", "back\\slash", "*?[", "quote'\""})
            QVERIFY(write_file(QString::fromUtf8(everything) + "/odd", name) && ::rename(everything + "/odd", everything + "/" + name) == 0);
        const Outcome manifest = run(SOURCE_DIR "/tests/vm/live/manifest.sh", {}, {}, QFile::decodeName(everything));
        QVERIFY2(manifest.status == 0 && manifest.err.isEmpty(), manifest.err.constData());
        QVERIFY(manifest.out.count('\n') > 1000 && write_file(root + "/everything.manifest", manifest.out));
        make_disc("disc.iso", root);

        start({"a CD, BIOS", {cd("disc.iso"), 512, "tree,disc"}, true});
    }

    void checks_data() {
        QTest::addColumn<bool>("is_passed");
        QTest::addColumn<QByteArray>("line");
        for (const Row &row : rows_) QTest::newRow(row.name.constData()) << row.is_passed << row.line;
    }
    void checks() {
        QFETCH(bool, is_passed);
        QFETCH(QByteArray, line);
        QVERIFY2(is_passed, line.constData());
    }
};

QTEST_GUILESS_MAIN(LiveTest)
#include "live_test.moc"
