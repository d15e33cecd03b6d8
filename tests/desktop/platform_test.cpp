// SPDX-License-Identifier: GPL-3.0-or-later
// Integration with the desktop: D-Bus on a private bus, the program, and installed files.

#include "platform/desktop_services.h"
#include "platform/names.h"
#include "platform/single_instance.h"
#include "platform/sleep_inhibitor.h"
#include "support/command_folder.h"
#include "views/main_window.h"

#include <QBuffer>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QMimeDatabase>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace cloop::desktop;
using cloop::ProgressSink;
using cloop::test::CommandFolder;
using cloop::test::run;

/// Answers Inhibit like systemd-logind: with a pipe whose other end shows when the lock is released.
class Logind final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    QStringList asked;
    int end = -1;

    bool isHeld() const {
        pollfd poll{end, POLLIN, 0};
        return end >= 0 && !(::poll(&poll, 1, 0) == 1 && poll.revents & POLLHUP);
    }

public slots:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode) {
        asked = {what, who, why, mode};
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) return {};
        end = ends[0];
        const QDBusUnixFileDescriptor lock(ends[1]);
        ::close(ends[1]);
        return lock;
    }
};

/// Answers like the session's portal, with a request that is open as long as the log-out is held off.
class Portal final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")

public:
    uint flags = 0;
    QString reason;
    int open = 0;
    int count = 0;

public slots:
    QDBusObjectPath Inhibit(const QString &, uint what, const QVariantMap &options) {
        flags = what;
        reason = options.value("reason").toString();
        ++open;
        return QDBusObjectPath(QString("/org/freedesktop/portal/desktop/request/test/%1").arg(++count));
    }
};

class PortalRequest final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")

public:
    explicit PortalRequest(Portal &portal) : portal_(portal) {}

public slots:
    void Close() { --portal_.open; }

private:
    Portal &portal_;
};

/// Answers like the session managers of GNOME, MATE, Cinnamon and Budgie.
class SessionManager final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.SessionManager")

public:
    QString who, why;
    uint flags = 0;
    QList<uint> cookies;

public slots:
    uint Inhibit(const QString &application, uint, const QString &reason, uint what) {
        who = application;
        why = reason;
        flags = what;
        cookies << 4711;
        return 4711;
    }
    void Uninhibit(uint cookie) { cookies.removeOne(cookie); }
};

/// An object on a bus under a name of its own, as long as this lives.
class OnBus {
public:
    OnBus(QDBusConnection bus, const QString &name, const QString &path, QObject *object) : bus_(std::move(bus)), name_(name), path_(path) {
        isThere = bus_.registerObject(path_, object, QDBusConnection::ExportAllSlots) && (name_.isEmpty() || bus_.registerService(name_));
    }
    ~OnBus() {
        if (!name_.isEmpty()) bus_.unregisterService(name_);
        bus_.unregisterObject(path_);
    }
    bool isThere = false;

private:
    QDBusConnection bus_;
    QString name_, path_;
};

class PlatformTest : public QObject, protected CommandFolder {
    Q_OBJECT

public:
    PlatformTest() : CommandFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        // One bus, started before Qt connects, is both session and system bus: see tests/CMakeLists.txt.
        QCOMPARE(qgetenv("DBUS_SYSTEM_BUS_ADDRESS"), qgetenv("DBUS_SESSION_BUS_ADDRESS"));
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("Cloopsmith tests");
        qputenv("XDG_RUNTIME_DIR", path().toUtf8());
        QVERIFY(QDBusConnection::sessionBus().isConnected());
        // Test the installed files.
        const auto installed = run("cmake", {"--install", BIN_DIR "/..", "--prefix", file("prefix")});
        QVERIFY2(installed.status == 0, installed.err.constData());
        // One database with the standard types, as in /usr: with several, Qt 6.4 prefers the last match.
        QVERIFY(QFile::copy("/usr/share/mime/packages/freedesktop.org.xml", file("prefix/share/mime/packages/freedesktop.org.xml")));
        const auto updated = run("update-mime-database", {file("prefix/share/mime")});
        QVERIFY2(updated.status == 0, updated.err.constData());
        qputenv("XDG_DATA_DIRS", file("prefix/share").toUtf8());
    }

    void a_second_start_hands_its_files_to_the_first() {
        SingleInstance first;
        QVERIFY(!first.handOver({}, {}));
        QSignalSpy raised(&first, &SingleInstance::raiseWanted), opened(&first, &SingleInstance::openWanted),
            acted(&first, &SingleInstance::actionWanted);
        QVERIFY(cloop::test::write_file(file("some file.cloop"), "x"));
        QProcess second;
        second.setWorkingDirectory(path());
        second.start(program("cloopsmith"), {"some file.cloop"});
        QVERIFY(opened.wait(20'000));
        QCOMPARE(opened[0][0].toString(), file("some file.cloop"));
        QVERIFY(!raised.isEmpty());
        QVERIFY(second.waitForFinished(10'000));
        QCOMPARE(second.exitCode(), 0);
        second.start(program("cloopsmith"), {"--build"});
        QVERIFY(acted.wait(20'000));
        QCOMPARE(acted[0][0].toString(), "build");
        QVERIFY(second.waitForFinished(10'000));
        QVERIFY(QDBusConnection::sessionBus().unregisterService(applicationId()));
    }

    void the_program_opens_what_it_is_given() {
        QVERIFY(make_tree());
        QCOMPARE(cloop({"create", "tree", "tree.cloop"}).status, 0);
        QProcess program;
        program.start(this->program("cloopsmith"), {file("tree.cloop")});
        auto *bus = QDBusConnection::sessionBus().interface();
        QTRY_VERIFY(bus->isServiceRegistered(applicationId()));
        QTest::qWait(500);
        QCOMPARE(program.state(), QProcess::Running);
        program.terminate();
        QVERIFY(program.waitForFinished(10'000));
    }

    void sleep_is_held_off_as_long_as_something_works() {
        Logind logind;
        const OnBus there(QDBusConnection::systemBus(), "org.freedesktop.login1", "/org/freedesktop/login1", &logind);
        QVERIFY(there.isThere);
        SleepInhibitor inhibitor;
        inhibitor.hold("An image is being built.");
        QTRY_VERIFY(logind.isHeld());
        QCOMPARE(logind.asked, (QStringList{"sleep:shutdown", "Cloopsmith", "An image is being built.", "block"}));
        QTest::qWait(200);
        QVERIFY(logind.isHeld());
        inhibitor.hold({});
        QTRY_VERIFY(!logind.isHeld());
    }

    void the_portal_holds_off_sleep_and_log_out() {
        Portal portal;
        PortalRequest first(portal), second(portal);
        SessionManager manager;
        const QDBusConnection bus = QDBusConnection::sessionBus();
        const OnBus there(bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", &portal);
        const OnBus one(bus, {}, "/org/freedesktop/portal/desktop/request/test/1", &first);
        const OnBus two(bus, {}, "/org/freedesktop/portal/desktop/request/test/2", &second);
        const OnBus beside(bus, "org.gnome.SessionManager", "/org/gnome/SessionManager", &manager);
        QVERIFY(there.isThere && one.isThere && two.isThere && beside.isThere);
        SleepInhibitor inhibitor;
        inhibitor.hold("An image is being built.");
        QTRY_COMPARE(portal.open, 1);
        QCOMPARE(portal.flags, 1u | 4u);
        QCOMPARE(portal.reason, "An image is being built.");
        // Another job is no other request.
        inhibitor.hold("Two are.");
        QTest::qWait(100);
        QCOMPARE(portal.count, 1);
        inhibitor.hold({});
        QTRY_COMPARE(portal.open, 0);
        // A job that ends before the answer comes.
        inhibitor.hold("Once more.");
        inhibitor.hold({});
        QTRY_COMPARE(portal.count, 2);
        QTRY_COMPARE(portal.open, 0);
        QVERIFY(manager.who.isEmpty());
    }

    void without_a_portal_the_session_manager_is_asked() {
        SessionManager manager;
        const OnBus there(QDBusConnection::sessionBus(), "org.gnome.SessionManager", "/org/gnome/SessionManager", &manager);
        QVERIFY(there.isThere);
        {
            SleepInhibitor inhibitor;
            inhibitor.hold("An image is being built.");
            QTRY_COMPARE(manager.cookies.size(), 1);
            QCOMPARE(manager.who, applicationId());
            QCOMPARE(manager.why, "An image is being built.");
            QCOMPARE(manager.flags, 1u | 4u);
            inhibitor.hold({});
            QTRY_COMPARE(manager.cookies.size(), 0);
            inhibitor.hold("Once more.");
            QTRY_COMPARE(manager.cookies.size(), 1);
        }
        // The window goes.
        QTRY_COMPARE(manager.cookies.size(), 0);
    }

    void a_job_of_the_window_holds_both_off_until_it_ends() {
        Logind logind;
        SessionManager manager;
        const OnBus system(QDBusConnection::systemBus(), "org.freedesktop.login1", "/org/freedesktop/login1", &logind);
        const OnBus session(QDBusConnection::sessionBus(), "org.gnome.SessionManager", "/org/gnome/SessionManager", &manager);
        QVERIFY(system.isThere && session.isThere);
        std::atomic<bool> mayEnd{false};
        MainWindow window;
        window.queue().add(
            JobOrder{.title = "job", .kind = JobKind::check},
            [&](const std::stop_token &stop, const ProgressSink &) -> cloop::Result<int> {
                while (!mayEnd && !stop.stop_requested()) QThread::msleep(1);
                return 1;
            },
            [](const cloop::Result<int> &) { return QString("done"); });
        const bool isHeld = QTest::qWaitFor([&] { return logind.isHeld() && manager.cookies.size() == 1; });
        mayEnd = true;
        QVERIFY(isHeld);
        QTRY_VERIFY(!logind.isHeld());
        QTRY_COMPARE(manager.cookies.size(), 0);
    }

    void a_picture_is_decoded_where_nothing_can_be_reached() {
        QImage large(800, 800, QImage::Format_RGB32);
        large.fill(Qt::blue);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && large.save(&buffer, "PNG"));
        QProcess decoder;
        // More than a pipe holds comes out of it, so that it waits for a reader when it has decoded.
        decoder.setReadChannel(QProcess::StandardOutput);
        decoder.start(program("cloopsmith-picture"), QStringList());
        QVERIFY(decoder.waitForStarted());
        decoder.write(bytes);
        decoder.closeWriteChannel();
        QVERIFY(decoder.waitForBytesWritten());
        const QString process = QString("/proc/%1/").arg(decoder.processId());
        QByteArray status;
        // Nothing is read meanwhile, since no event is handled.
        for (int turn = 0; turn < 10'000 && !status.contains("Seccomp:\t2"); ++turn) {
            QThread::msleep(1);
            status = cloop::test::read_file(process + "status");
        }
        QVERIFY2(status.contains("Seccomp:\t2") && status.contains("NoNewPrivs:\t1"), status.constData());
        const QByteArray limits = cloop::test::read_file(process + "limits").simplified();
        QVERIFY2(limits.contains("Max file size 0 0 bytes") && limits.contains("Max core file size 0 0 bytes"), limits.constData());
        QVERIFY(decoder.waitForFinished(20'000));
        QCOMPARE(decoder.exitCode(), 0);
        QCOMPARE(decoder.readAllStandardOutput().size(), 8 + 4 * 800 * 800);
    }

    void the_desktop_file_is_valid() {
        const auto outcome = run("desktop-file-validate", {"--warn-kde", file("prefix/share/applications/org.cloopsmith.Cloopsmith.desktop")});
        QVERIFY2(outcome.status == 0 && outcome.out.isEmpty(), outcome.out.constData());
    }

    void the_metainfo_is_valid() {
        const auto outcome = run("appstreamcli", {"validate", "--no-net", file("prefix/share/metainfo/org.cloopsmith.Cloopsmith.metainfo.xml")});
        QVERIFY2(outcome.status == 0, outcome.out.constData());
    }

    void images_are_known_by_what_is_in_them() {
        QVERIFY(cloop({"create", VECTORS "/mixed.bin", "v2.bin"}).status == 0);
        QVERIFY(cloop({"create", VECTORS "/mixed.bin", "v4.bin", "-f", "v4"}).status == 0);
        const QMimeDatabase types;
        for (const char *name : {"v2.bin", "v4.bin"})
            QCOMPARE(types.mimeTypeForFile(file(name), QMimeDatabase::MatchContent).name(), "application/x-cloop");
        QCOMPARE(types.mimeTypeForFile("anything.cloop", QMimeDatabase::MatchExtension).name(), "application/x-cloop");
        // Other shell scripts and discs keep their types.
        QVERIFY(cloop::test::write_file(file("script"), "#!/bin/sh\n# nothing\n"));
        QCOMPARE(types.mimeTypeForFile(file("script")).name(), "application/x-shellscript");
        QVERIFY(types.mimeTypeForFile("disc.iso", QMimeDatabase::MatchExtension).name().endsWith("x-cd-image") ||
                types.mimeTypeForFile("disc.iso", QMimeDatabase::MatchExtension).name() == "application/vnd.efi.iso");
    }

    void icons_are_pictures() {
        for (const char *name : {"scalable/apps/org.cloopsmith.Cloopsmith.svg", "symbolic/apps/org.cloopsmith.Cloopsmith-symbolic.svg",
                                 "scalable/mimetypes/application-x-cloop.svg"}) {
            const QIcon icon(file(QString("prefix/share/icons/hicolor/") + name));
            QVERIFY2(!icon.pixmap(64, 64).toImage().isNull(), name);
        }
    }

    void what_is_installed_runs() {
        for (const char *name : {"cloop", "cloopsmith", "create_compressed_fs"}) {
            const auto outcome = run(file(QString("prefix/bin/") + name), {QString(name) == "create_compressed_fs" ? "-h" : "--version"});
            QVERIFY2(!outcome.out.isEmpty() || !outcome.err.isEmpty(), name);
            QVERIFY2(outcome.status >= 0 && outcome.status < 100, name);
        }
    }

    void manual_pages_are_installed() {
        for (const char *name : {"man1/cloop.1", "man1/cloop-create.1", "man1/cloopsmith.1", "man7/cloop-live.7", "de/man1/cloop-create.1",
                                 "es/man1/create_compressed_fs.1"})
            QVERIFY2(QFile::exists(file(QString("prefix/share/man/") + name)), name);
    }

    void completions_are_installed() {
        for (const char *name : {"bash-completion/completions/cloop", "zsh/site-functions/_cloop", "fish/vendor_completions.d/cloop.fish"})
            QVERIFY2(QFile::exists(file(QString("prefix/share/") + name)), name);
    }

    void a_command_to_burn_can_be_pasted() {
        QCOMPARE(burnCommand("/tmp/it's.iso"), "xorriso -as cdrecord -v dev=/dev/sr0 -eject '/tmp/it'\\''s.iso'");
        QVERIFY(cloop::test::write_file(file("k3b"), "#!/bin/sh\n"));
        QFile::setPermissions(file("k3b"), QFile::ReadOwner | QFile::ExeOwner);
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", path().toUtf8());
        const auto burners = findBurners("/tmp/a.iso");
        qputenv("PATH", before);
        QCOMPARE(burners.size(), 1);
        QCOMPARE(burners[0].name, "K3b");
        QCOMPARE(burners[0].arguments, (QStringList{"--image", "/tmp/a.iso"}));
    }
};

QTEST_MAIN(PlatformTest)
#include "platform_test.moc"
