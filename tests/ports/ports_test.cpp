// SPDX-License-Identifier: GPL-3.0-or-later
// The tests of library and command, run for other processors by QEMU: s390x is big-endian, armhf has 32 bits. Each of them is a row here. What the
// command writes there must be what it writes here.

#include "support/program.h"

#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace cloop::test;

class PortsTest : public QObject {
    Q_OBJECT

    const QByteArrayList ports_{"s390x", "armhf"};

    /// As run(), without its limit of time: ctest has one.
    static Outcome run_long(const QString &program, const QStringList &arguments) {
        QProcess process;
        // The usual tests: what takes long here takes an hour there.
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove("CLOOPSMITH_ALL");
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        process.waitForFinished(-1);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    static QString build(const QByteArray &port) { return SOURCE_DIR "/build/" + port; }

    /// SHA-256 of each image that the command makes, by what it is.
    static QMap<QByteArray, QByteArray> sums(const QString &command) {
        QMap<QByteArray, QByteArray> sums;
        const Outcome printed = run_long(SOURCE_DIR "/tests/ports/print_sums.sh", {command});
        if (printed.status != 0) qWarning("%s", printed.err.constData());
        for (const QByteArray &line : printed.out.split('\n'))
            if (line.size() > 65) sums[line.mid(65)] = line.left(64);
        return sums;
    }

private slots:
    void initTestCase() {
        if (!qEnvironmentVariableIsSet("CLOOPSMITH_ALL")) QSKIP("./dev test --all does this");
    }

    void tests_data() {
        QTest::addColumn<bool>("is_passed");
        QTest::addColumn<QString>("log");
        for (const QByteArray &port : ports_) {
            const Outcome tested = run_long("ctest", {"--test-dir", build(port), "--output-on-failure", "--no-tests=error", "-j", "2"});
            const QString log = build(port) + "/tests.log";
            QVERIFY(write_file(log, tested.out + tested.err));
            // " 3/40 Test #12: codec_test .......   Passed    0.35 sec"
            static const QRegularExpression line("Test +#\\d+: (\\S+) [.*]+(.*)$", QRegularExpression::MultilineOption);
            for (auto found = line.globalMatch(QString::fromUtf8(tested.out)); found.hasNext();) {
                const auto match = found.next();
                QTest::addRow("%s on %s", qPrintable(match.captured(1)), port.constData()) << match.captured(2).contains(" Passed ") << log;
            }
            QTest::addRow("all on %s", port.constData()) << (tested.status == 0) << log;
        }
    }
    void tests() {
        QFETCH(bool, is_passed);
        QFETCH(QString, log);
        QVERIFY2(is_passed, ("see " + log).toUtf8().constData());
    }

    void the_same_bytes_are_written_data() {
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<QByteArray>("here");
        const auto here = sums(BIN_DIR "/cloop");
        QVERIFY(!here.isEmpty());
        for (const QByteArray &port : ports_) {
            const auto there = sums(build(port) + "/emulated/cloop");
            for (auto sum = here.begin(); sum != here.end(); ++sum)
                QTest::addRow("%s on %s", sum.key().constData(), port.constData()) << there.value(sum.key()) << sum.value();
        }
    }
    void the_same_bytes_are_written() {
        QFETCH(QByteArray, there);
        QFETCH(QByteArray, here);
        // lz4 says in its version that these differ: codec/lz4_codec.cpp. In 32 bits only blocks above 64 KiB do.
        const QByteArray row = QTest::currentDataTag();
        if (row.startsWith("lz4") && row.endsWith("s390x")) QVERIFY(!there.isEmpty());
        else QCOMPARE(there, here);
    }
};

QTEST_GUILESS_MAIN(PortsTest)
#include "ports_test.moc"
