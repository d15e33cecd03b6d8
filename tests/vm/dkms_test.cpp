// SPDX-License-Identifier: GPL-3.0-or-later
// Adds, builds, installs and removes cloop.ko with DKMS, in a temporary folder, for the kernel of the guest.

#include "support/command_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <unistd.h>

using namespace cloop::test;

class DkmsTest : public QObject, protected CommandFolder {
    Q_OBJECT

    Outcome dkms(const QString &verb) const {
        return run("dkms", {"--dkmstree", file("tree"), "--sourcetree", file("source"), "--installtree", file("modules"), "--no-depmod", "-k",
                            kernel_, "--kernelsourcedir", headers_, "-m", "cloop", "-v", version_, verb});
    }

    QString installed() const {
        QDirIterator modules(file("modules"), {"cloop.ko*"}, QDir::Files, QDirIterator::Subdirectories);
        return modules.hasNext() ? modules.next() : QString();
    }

    QString headers_, kernel_, version_;

public:
    DkmsTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        const QString sources = VM_DIR "/native/root/usr/src";
        const QStringList headers = QDir(sources).entryList({"linux-headers-*-cloud-amd64"});
        QCOMPARE(headers.size(), 1);
        headers_ = sources + '/' + headers.front();
        kernel_ = headers.front().mid(int(qstrlen("linux-headers-")));
        const QByteArray configuration = read_file(SOURCE_DIR "/kmod/dkms.conf");
        const auto begin = configuration.indexOf("PACKAGE_VERSION=\"") + qsizetype(qstrlen("PACKAGE_VERSION=\""));
        version_ = configuration.mid(begin, configuration.indexOf('"', begin) - begin);
        QVERIFY(QDir().mkpath(file("tree")) && QDir().mkpath(file("source")) && QDir().mkpath(file("modules/" + kernel_)));
        QCOMPARE(run("cp", {"-r", SOURCE_DIR "/kmod", file("source/cloop-" + version_)}).status, 0);
    }

    void the_module_is_added_built_installed_and_removed() {
        if (::geteuid() != 0) QSKIP("dkms needs root");
        for (const char *verb : {"add", "build", "install"}) {
            const Outcome done = dkms(verb);
            QVERIFY2(done.status == 0, (verb + (": " + done.out + done.err)).constData());
        }
        QCOMPARE(installed(), file("modules/" + kernel_ + "/updates/dkms/cloop.ko"));
        const auto magic = run("modinfo", {"-F", "vermagic", installed()});
        QVERIFY2(magic.out.startsWith(kernel_.toUtf8() + ' '), magic.out.constData());
        const Outcome removed = dkms("remove");
        QVERIFY2(removed.status == 0, (removed.out + removed.err).constData());
        QCOMPARE(installed(), QString());
    }
};

QTEST_GUILESS_MAIN(DkmsTest)
#include "dkms_test.moc"
