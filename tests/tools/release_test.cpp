// SPDX-License-Identifier: GPL-3.0-or-later
// What tools/release.sh says of a version that is not the same everywhere, and its tarball.

#include "support/command_folder.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace cloop::test;

class ReleaseTest : public QObject, protected CommandFolder {
    Q_OBJECT

    Outcome check() const { return run(file("dev"), {"check", "versions"}, {}, path()); }

public:
    ReleaseTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        for (const char *name : {"dev", "tools", "packages.debian", "CMakeLists.txt", "CHANGELOG.md", "debian", "kmod", "resources"})
            QCOMPARE(run("cp", {"-r", QString(SOURCE_DIR "/") + name, path()}).status, 0);
        const Outcome checked = check();
        QVERIFY2(checked.status == 0, checked.err.constData());
    }

    void a_version_or_date_that_differs_is_refused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("edit");
        QTest::newRow("the source of all") << "CMakeLists.txt" << "s/cloopsmith VERSION /&9/";
        QTest::newRow("CHANGELOG.md") << "CHANGELOG.md" << "s/^## [0-9]/&9/";
        QTest::newRow("date in CHANGELOG.md") << "CHANGELOG.md" << "s/^\\(##.*(\\)2/\\13/";
        QTest::newRow("Debian") << "debian/changelog" << "1s/(/(9/";
        QTest::newRow("date in Debian") << "debian/changelog" << "s/^\\( -- .*, [0-9]* \\)[A-Z][a-z]*/\\1Feb/";
        QTest::newRow("AppStream") << "resources/desktop/org.cloopsmith.Cloopsmith.metainfo.xml" << "s/release version=\"/&9/";
        QTest::newRow("date in AppStream") << "resources/desktop/org.cloopsmith.Cloopsmith.metainfo.xml" << "s/date=\"2/date=\"3/";
        QTest::newRow("Arch") << "resources/packaging/PKGBUILD" << "s/^pkgver=/&9/";
        QTest::newRow("Fedora") << "resources/packaging/cloopsmith.spec" << "s/^Version: */&9/";
        QTest::newRow("module in Fedora") << "resources/packaging/cloopsmith.spec" << "s/module_version /&9/";
        QTest::newRow("manual") << "resources/man/cloop.1" << "s/\"Cloopsmith /&9/";
    }

    void a_version_or_date_that_differs_is_refused() {
        QFETCH(QString, name);
        QFETCH(QString, edit);
        const QByteArray before = read_file(file(name));
        QCOMPARE(run("sed", {"-i", edit, file(name)}).status, 0);
        QVERIFY(read_file(file(name)) != before);
        const Outcome checked = check();
        QVERIFY(write_file(file(name), before));
        QCOMPARE(checked.status, 1);
        // Against the version in the one and the date in the other all else is held.
        const bool is_source = edit.contains("VERSION") || edit.contains("##.*");
        QVERIFY2(checked.err.contains("dev: " + (is_source ? "debian/changelog" : name.toUtf8()) + " says"), checked.err.constData());
    }

    void the_tarball_of_a_commit_has_the_same_bytes_each_time() {
        if (!QDir(SOURCE_DIR "/.git").exists()) QSKIP("this is not a checkout");
        for (const char *name : {"first", "second"}) {
            const Outcome made =
                run("bash", {"-euc", ". tools/packages.sh; . tools/release.sh; write_tarball \"$1\"", "bash", file(name)}, {}, SOURCE_DIR);
            QVERIFY2(made.status == 0, made.err.constData());
            QTest::qSleep(1100);  // another second on the clock
        }
        QVERIFY(read_file(file("first")).size() > 1'000'000);
        QCOMPARE(read_file(file("first")), read_file(file("second")));
    }
};

QTEST_GUILESS_MAIN(ReleaseTest)
#include "release_test.moc"
