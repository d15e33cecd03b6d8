// SPDX-License-Identifier: GPL-3.0-or-later
// The bundle that ./dev flatpak made, installed without a network, and used: real portals, of which only the dialog itself is the test's; real
// udisks, polkit and our service outside; an X screen that nobody sees.

#include "platform/file_transfer.h"
#include "support/command_folder.h"
#include "support/private_system.h"

#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QElapsedTimer>
#include <QStorageInfo>
#include <QTest>
#include <QUrl>

#include <signal.h>

// Last: it has macros with common names.
#include "support/x_user.h"
#undef None
#undef Bool
#undef Status

using namespace cloop::test;

namespace {

QString application() { return "org.cloopsmith.Cloopsmith"; }

/// The dialog: what xdg-desktop-portal calls for a desktop, which answers with what is given to it here.
class Dialog final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.impl.portal.FileChooser")

public:
    QString chosen;        ///< a path
    QString asked;         ///< the method
    QString asker;         ///< the application
    QVariantMap options;
    int count = 0;

public slots:
    uint OpenFile(const QDBusObjectPath &, const QString &who, const QString &, const QString &, const QVariantMap &how, QVariantMap &results) {
        return answer("OpenFile", who, how, results);
    }
    uint SaveFile(const QDBusObjectPath &, const QString &who, const QString &, const QString &, const QVariantMap &how, QVariantMap &results) {
        return answer("SaveFile", who, how, results);
    }

private:
    uint answer(const QString &method, const QString &who, const QVariantMap &how, QVariantMap &results) {
        asked = method;
        asker = who;
        options = how;
        ++count;
        results = {{"uris", QStringList{QUrl::fromLocalFile(chosen).toString()}}, {"writable", true}};
        return 0;
    }
};

} // namespace

class FlatpakTest : public QObject, protected CommandFolder {
    Q_OBJECT

    QProcess screen_, bus_, window_;
    std::unique_ptr<XUser> user_;
    Dialog dialog_;

    static QStringList inFlatpak(const QStringList &arguments) { return QStringList{"run", "--user"} + arguments; }

    /// The window's own command, for its documents.
    Outcome cloopInside(const QString &command, const QString &document) {
        return run("flatpak", inFlatpak({"--file-forwarding", "--command=cloop", application(), command, "@@", document, "@@"}));
    }

    /// Starts one of the actions of the desktop file, whose dialog answers with this path.
    bool act(const QString &action, const QString &chosen) {
        dialog_.chosen = chosen;
        const int before = dialog_.count;
        QDBusMessage call =
            QDBusMessage::createMethodCall(application(), "/org/cloopsmith/Cloopsmith", "org.freedesktop.Application", "ActivateAction");
        call << action << QVariantList() << QVariantMap();
        QDBusConnection::sessionBus().send(call);
        return QTest::qWaitFor([&] { return dialog_.count == before + 1; }, 20'000);
    }

    bool isTitled(const QString &words) {
        return QTest::qWaitFor([&] { return user_->find(words) != 0; }, 20'000);
    }
    Window shown() { return user_->find("Cloopsmith"); }
    QStringList written() const { return QDir(file("out")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }

public:
    FlatpakTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        QVERIFY(make_tree());
        QVERIFY(QDir(path()).mkpath("out") && QDir(path()).mkpath("home") && QDir(path()).mkpath("portals") && QDir().mkpath("/run/user/0"));
        QFile::setPermissions("/run/user/0", QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(cloop({"create", "tree", "tree.cloop"}).status == 0);
        QVERIFY(write_file(file("portals/test.portal"), "[portal]\nDBusName=org.freedesktop.impl.portal.desktop.cloopsmith\n"
                                                        "Interfaces=org.freedesktop.impl.portal.FileChooser\nUseIn=cloopsmith\n"));
        qputenv("HOME", file("home").toUtf8());
        qputenv("XDG_RUNTIME_DIR", "/run/user/0");
        qputenv("XDG_DESKTOP_PORTAL_DIR", file("portals").toUtf8());
        qputenv("XDG_CURRENT_DESKTOP", "cloopsmith");
        qputenv("FLATPAK_USER_DIR", FLATPAK_DIR "/installation");
        qputenv("LC_ALL", "C.UTF-8");

        screen_.start("Xvfb", {"-displayfd", "1", "-ac", "-screen", "0", "1280x800x24", "-nolisten", "tcp"});
        QVERIFY(screen_.waitForStarted() && screen_.waitForReadyRead(20'000));
        const QByteArray display = ':' + screen_.readLine().trimmed();
        qputenv("DISPLAY", display);
        user_ = std::make_unique<XUser>(display);
        QVERIFY(user_->isThere());
        bus_.start("dbus-daemon", {"--session", "--nofork", "--print-address=1"});
        QVERIFY(bus_.waitForStarted() && bus_.waitForReadyRead(20'000));
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus_.readLine().trimmed());
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.isConnected());
        QVERIFY(bus.registerObject("/org/freedesktop/portal/desktop", &dialog_, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService("org.freedesktop.impl.portal.desktop.cloopsmith"));
    }

    void cleanupTestCase() {
        run("flatpak", {"kill", application()});
        user_.reset();
        for (QProcess *process : {&window_, &bus_, &screen_}) {
            process->terminate();
            process->waitForFinished(10'000);
        }
    }

    void the_bundle_is_small_and_installs_without_a_network() {
        const QString bundle = FLATPAK_DIR "/cloopsmith.flatpak";
        QVERIFY(QFileInfo(bundle).size() > 0 && QFileInfo(bundle).size() <= 15'000'000);
        run("flatpak", {"uninstall", "--user", "--noninteractive", application()});
        const auto installed = run("flatpak", {"install", "--user", "--noninteractive", "--bundle", bundle});
        QVERIFY2(installed.status == 0, installed.err.constData());
    }

    void it_may_reach_no_file_and_two_services() {
        const QByteArray rights = run("flatpak", {"info", "--user", "--show-permissions", application()}).out;
        QVERIFY(!rights.isEmpty() && !rights.contains("filesystems") && !rights.contains("[Session Bus Policy]"));
        const QByteArray system = rights.mid(rights.indexOf("[System Bus Policy]"));
        QVERIFY(system.contains("org.freedesktop.UDisks2=talk") && system.contains("org.cloopsmith.Helper1=talk"));
        QCOMPARE(system.count("=talk"), 2);
        // And it is so.
        QVERIFY(run("flatpak", inFlatpak({"--command=cloop", application(), "info", file("tree.cloop")})).status != 0);
    }

    void an_image_is_opened_by_the_portal() {
        window_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        window_.start("flatpak", inFlatpak({application()}));
        QVERIFY(isTitled("Cloopsmith"));
        QVERIFY(act("open", file("tree.cloop")));
        QCOMPARE(dialog_.asked, "OpenFile");
        QCOMPARE(dialog_.asker, application());
        QVERIFY(!dialog_.options.value("directory").toBool());
        QVERIFY(isTitled("tree.cloop – Cloopsmith"));
    }

    void a_folder_chosen_in_the_dialog_becomes_an_image() {
        QVERIFY(act("build", file("tree")));
        QCOMPARE(dialog_.asked, "OpenFile");
        QVERIFY(dialog_.options.value("directory").toBool());
        QVERIFY(isTitled("tree – Cloopsmith"));
        QTest::qWait(1000);
        dialog_.chosen = file("out/tree.cloop");
        // "Build", at the foot of the window of its first size.
        user_->click(758, 680);
        QVERIFY(QTest::qWaitFor([&] { return dialog_.asked == "SaveFile"; }, 20'000));
        // The final name, because no other can be written.
        QCOMPARE(dialog_.options.value("current_name").toString(), "tree.cloop");
        QVERIFY(QTest::qWaitFor([&] { return written() == QStringList("tree.cloop"); }, 30'000));
        QCOMPARE(cloop({"verify", "out/tree.cloop"}).status, 0);
        QCOMPARE(cloop({"get", "out/tree.cloop", "/", "got"}).status, 0);
        QCOMPARE(run("diff", {"-r", file("tree"), file("got")}).out, "");
    }

    void a_drop_comes_by_filetransfer() {
        QVERIFY(QFile::copy(file("tree.cloop"), file("dropped.cloop")));
        const QByteArray key = cloop::desktop::giveFiles({file("dropped.cloop")});
        QVERIFY(!key.isEmpty());
        QVERIFY(user_->drop(shown(), cloop::desktop::fileTransferType().toUtf8(), key));
        QVERIFY(isTitled("dropped.cloop – Cloopsmith"));
    }

    void an_image_is_mounted_by_the_service_outside() {
        QVERIFY(QDir(path()).mkpath("small"));
        QVERIFY(write_file(file("small/hello"), "hello"));
        QCOMPARE(run("mke2fs", {"-q", "-t", "ext4", "-d", file("small"), file("ext4"), "4M"}).status, 0);
        QCOMPARE(cloop({"create", "ext4", "mounted.cloop"}).status, 0);
        const auto mounted = cloopInside("mount", file("mounted.cloop"));
        QVERIFY2(mounted.status == 0, mounted.err.constData());
        QString folder;
        QVERIFY(QTest::qWaitFor(
            [&] {
                for (const QStorageInfo &volume : QStorageInfo::mountedVolumes())
                    if (QFile::exists(volume.rootPath() + "/hello")) folder = volume.rootPath();
                return !folder.isEmpty();
            },
            30'000));
        QCOMPARE(read_file(folder + "/hello"), "hello");
        QVERIFY(pid_of("org.cloopsmith.Helper1") != 0);
        // The loop device goes with it, and with that the server in the sandbox.
        QCOMPARE(run("umount", {folder}).status, 0);
    }

    void without_the_service_it_says_what_to_install_and_lists_the_files() {
        QVERIFY(take_away("org.cloopsmith.Helper1"));
        const auto mounted = cloopInside("mount", file("tree.cloop"));
        QVERIFY(mounted.status != 0);
        QVERIFY2(mounted.err.contains("apt install cloop-helper"), mounted.err.constData());
        const auto listed = cloopInside("ls", file("tree.cloop"));
        QCOMPARE(listed.status, 0);
        QVERIFY(listed.out.contains("file0"));
        QVERIFY(give_back("org.cloopsmith.Helper1"));
    }
};

QTEST_GUILESS_MAIN(FlatpakTest)
#include "flatpak_test.moc"
