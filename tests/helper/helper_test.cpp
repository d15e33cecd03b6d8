// SPDX-License-Identifier: GPL-3.0-or-later
// The service as it runs, with the real bus and the real polkit: who may call what, what hostile callers do to it, and that nothing of them remains.

#include "support/bus_caller.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>

using namespace cloop::test;
namespace names = cloop::helper;

class HelperTest : public QObject {
    Q_OBJECT

    const QString service_ = names::bus_name, polkit_ = "org.freedesktop.PolicyKit1";

    /// Starts the service anew: seconds for work, and until it ends without work.
    bool restart(int time_limit, int idle_time) const {
        const QString file = "/usr/share/dbus-1/system-services/" + service_ + ".service";
        QByteArray text = read_file("/run/private_system/services/" + service_ + ".service");
        text.replace("/cloop-helper\n", QString("/cloop-helper %1 %2\n").arg(time_limit).arg(idle_time).toUtf8());
        return write_file(file, text) && reload_bus() && end_service(service_);
    }

    /// As root, with nothing said but who that is.
    static int connect_to_bus() {
        const int connection = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un address{AF_UNIX, "/run/dbus/system_bus_socket"};
        const timeval patience{10, 0};
        ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        const QByteArray hello("\0AUTH EXTERNAL 30\r\nBEGIN\r\n", 26);
        const bool is_open = ::connect(connection, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
                             ::send(connection, hello.constData(), size_t(hello.size()), MSG_NOSIGNAL) == hello.size();
        return is_open ? connection : -1;
    }

    /// The bytes of a message, as the specification of D-Bus has them.
    static QByteArray method_call(char serial, const char *path, const char *to, const char *interface, const char *method,
                                  const char *signature = "", const QByteArray &body = {}) {
        const auto number = [](qsizetype value) { return QByteArray(1, char(value)).append(3, '\0'); };
        const auto align = [](QByteArray &bytes) { bytes.append((8 - bytes.size() % 8) % 8, '\0'); };
        QByteArray fields;
        for (const auto &[kind, type, value] : {std::tuple(1, 'o', path), {6, 's', to}, {2, 's', interface}, {3, 's', method}, {8, 'g', signature}}) {
            align(fields);
            fields.append(char(kind)).append('\1').append(type).append('\0');
            const QByteArray length = number(qsizetype(strlen(value)));
            fields.append(type == 'g' ? length.left(1) : length).append(value).append('\0');
        }
        QByteArray bytes = QByteArray("l\1\0\1", 4) + number(body.size()) + number(serial) + number(fields.size()) + fields;
        align(bytes);
        return bytes + body;
    }

    qsizetype descriptors() const {
        return QDir(QString("/proc/%1/fd").arg(pid_of(service_))).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size();
    }

    qint64 kilobytes() const {
        for (const QByteArray &line : read_file(QString("/proc/%1/status").arg(pid_of(service_))).split('\n'))
            if (line.startsWith("VmRSS:")) return line.simplified().split(' ')[1].toLongLong();
        return -1;
    }

    qsizetype children() const {
        const QString pid = QString::number(pid_of(service_));
        return read_file("/proc/" + pid + "/task/" + pid + "/children").simplified().split(' ').removeIf([](const QByteArray &word) {
            return !word.isEmpty();
        });
    }

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        QVERIFY(restart(1, 30));
        QVERIFY(enter_session(User::tester));
    }

    void cleanup() {
        if (why_not_private().isEmpty()) QVERIFY(remove_polkit_rules());
    }

    void only_an_active_session_may_attach() {
        QCOMPARE(BusCaller(User::tester).call("OpenFuse"), "");
        QVERIFY(enter_session(User::root));
        QCOMPARE(BusCaller(User::tester).call("OpenFuse"), names::access_denied);
        QCOMPARE(BusCaller(User::root).call("OpenFuse"), "");
        QVERIFY(enter_session(User::tester));
    }

    void rules_of_polkit_are_obeyed() {
        QVERIFY(set_polkit_rule("org.cloopsmith.attach", "NO"));
        QCOMPARE(BusCaller(User::tester).call("OpenFuse"), names::access_denied);
        QCOMPARE(BusCaller(User::root).call("OpenFuse"), "");
    }

    void a_password_is_asked_for() {
        QVERIFY(set_polkit_rule("org.cloopsmith.attach", "AUTH_ADMIN"));
        BusCaller caller(User::tester);
        QCOMPARE(caller.call("OpenFuse"), names::access_denied);  // nobody asks
        {
            const PasswordAgent agent(User::root, ::getpid());
            QVERIFY(agent.is_ready());
            QCOMPARE(caller.send(caller.message("OpenFuse", false)), names::access_denied);
            QCOMPARE(caller.call("OpenFuse"), "");
        }
        const PasswordAgent agent(User::root, ::getpid(), PasswordAgent::Answer::wrong);
        QCOMPARE(caller.call("OpenFuse"), names::access_denied);
    }

    void without_polkit_only_root_may() {
        QVERIFY(take_away(polkit_));
        BusCaller tester(User::tester);
        QCOMPARE(tester.call("OpenFuse"), names::no_polkit);
        QCOMPARE(tester.call("Detach", "s", "/dev/cloop0"), names::no_polkit);
        QCOMPARE(BusCaller(User::root).call("OpenFuse"), "");
        QVERIFY(give_back(polkit_));
        QCOMPARE(tester.call("OpenFuse"), "");
    }

    void a_mount_is_the_callers_and_is_nowhere() {
        const QByteArray before = read_file("/proc/self/mountinfo");
        BusCaller caller(User::tester);
        QCOMPARE(caller.call("OpenFuse"), "");
        int device = -1, mount = -1;
        QVERIFY(sd_bus_message_read(caller.answer(), "hh", &device, &mount) > 0);
        const HangingFuse fuse(::dup(device), mount, unsigned(User::tester));
        QVERIFY(fuse.file() >= 0);
        QVERIFY(::faccessat(mount, "file", R_OK, 0) == 0);  // root may too
        QCOMPARE(::openat(mount, "new", O_CREAT | O_WRONLY, 0600), -1);
        QCOMPARE(errno, EROFS);
        QCOMPARE(read_file("/proc/self/mountinfo"), before);
    }

    void parts_must_be_files_open_for_reading_data() {
        QTest::addColumn<int>("part");
        int pipes[2], sockets[2];
        QVERIFY(::pipe2(pipes, O_CLOEXEC) == 0 && ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) == 0);
        const QByteArray file = "/run/an_image";
        QVERIFY(write_file(file, QByteArray(4096, 'x')));
        QTest::newRow("none") << -1;
        QTest::newRow("path only") << ::open(file, O_PATH | O_CLOEXEC);
        QTest::newRow("write-only") << ::open(file, O_WRONLY | O_CLOEXEC);
        QTest::newRow("folder") << ::open("/run", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        QTest::newRow("pipe") << pipes[0];
        QTest::newRow("socket") << sockets[0];
        QTest::newRow("null") << ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        QTest::newRow("zero") << ::open("/dev/zero", O_RDONLY | O_CLOEXEC);
        QTest::newRow("proc") << ::open("/proc/self", O_PATH | O_CLOEXEC);
    }
    void parts_must_be_files_open_for_reading() {
        QFETCH(int, part);
        const int parts = part < 0 ? 0 : 1;
        BusCaller tester(User::tester), root(User::root);
        QCOMPARE(parts ? tester.attach(part) : tester.call("Attach", "aha{sv}", 0, 0), names::invalid_args);
        QCOMPARE(parts ? root.call("Resume", "sah", "/dev/cloop0", 1, part) : root.call("Resume", "sah", "/dev/cloop0", 0), names::invalid_args);
        QCOMPARE(tester.call("Detach", "s", "/dev/sda"), names::invalid_args);
        if (parts) ::close(part);
    }

    void a_descriptor_that_is_not_there_is_refused() {
        // No library sends that.
        const QByteArray hello = method_call(1, "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus", "Hello");
        const QByteArray call = method_call(2, names::object_path, names::bus_name, names::interface_name, "Attach", "aha{sv}",
                                            QByteArray("\4\0\0\0"
                                                       "\7\0\0\0"
                                                       "\0\0\0\0"
                                                       "\0\0\0\0",
                                                       16));  // the seventh of none; no option
        const int connection = connect_to_bus();
        QVERIFY(::send(connection, (hello + call).constData(), size_t(hello.size() + call.size()), MSG_NOSIGNAL) > 0);
        QByteArray answer;
        char bytes[4096];
        for (ssize_t size; !answer.contains(names::invalid_args) && (size = ::recv(connection, bytes, sizeof bytes, 0)) > 0;)
            answer.append(bytes, size);
        ::close(connection);
        QVERIFY2(answer.contains(names::invalid_args), answer.toPercentEncoding(" ."));
    }

    void options_are_checked_after_the_caller_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("parts");
        QTest::newRow("unknown") << QByteArray("path") << QByteArray("s") << 1;
        QTest::newRow("offset is no text") << QByteArray("offset") << QByteArray("s") << 1;
        QTest::newRow("offset of a set") << QByteArray("offset") << QByteArray("t") << 2;
        QTest::newRow("partitions of a set") << QByteArray("partitions") << QByteArray("b") << 2;
    }
    void options_are_checked_after_the_caller() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, type);
        QFETCH(int, parts);
        const int file = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
        const auto ask = [&] {
            BusCaller caller(User::tester);
            sd_bus_message *call = caller.message("Attach");
            if (parts == 1) sd_bus_message_append(call, "ah", 1, file);
            else sd_bus_message_append(call, "ah", 2, file, file);
            if (type == "s") sd_bus_message_append(call, "a{sv}", 1, name.constData(), "s", "1");
            else if (type == "t") sd_bus_message_append(call, "a{sv}", 1, name.constData(), "t", std::uint64_t{512});
            else sd_bus_message_append(call, "a{sv}", 1, name.constData(), "b", 1);
            return caller.send(call);
        };
        QCOMPARE(ask(), names::invalid_args);
        QVERIFY(set_polkit_rule("org.cloopsmith.attach", "NO"));
        QCOMPARE(ask(), names::access_denied);
        ::close(file);
    }

    void without_the_module_nothing_is_attached() {
        if (QFile::exists("/sys/module/cloop")) QSKIP("the module is loaded");
        const int file = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
        BusCaller root(User::root);
        QCOMPARE(root.attach(file), names::no_module);
        QCOMPARE(root.call("Detach", "s", "/dev/cloop0"), names::not_attached);
        QCOMPARE(root.call("Suspend", "s", "/dev/cloop0"), names::not_attached);
        QCOMPARE(root.call("Resume", "sah", "/dev/cloop0", 1, file), names::not_attached);
        ::close(file);
    }

    void nobody_detaches_what_someone_else_has_attached() {
        if (QFile::exists("/sys/module/cloop")) QSKIP("the module is loaded");
        // The kernel's and the service's notes about a device, which is not there.
        QCOMPARE(run("mount", {"-t", "tmpfs", "none", "/sys/block"}).status, 0);
        QVERIFY(QDir().mkpath("/sys/block/cloop0") && QDir().mkpath("/run/cloop-helper"));
        QVERIFY(write_file("/sys/block/cloop0/diskseq", "7\n") && write_file("/run/cloop-helper/cloop0", "2001 7\n"));
        BusCaller tester(User::tester);
        for (const char *method : {"Detach", "Suspend"}) {
            QCOMPARE(tester.call(method, "s", "/dev/cloop0"), names::not_attached);  // he may
            QVERIFY(enter_session(User::other));
            QCOMPARE(BusCaller(User::other).call(method, "s", "/dev/cloop0"), names::access_denied);
            QVERIFY(enter_session(User::tester));
        }
        QCOMPARE(tester.call("Status"), "");
        const char *device = nullptr;
        unsigned user = 0;
        QVERIFY(sd_bus_message_enter_container(tester.answer(), 'a', "(su)") > 0 && sd_bus_message_read(tester.answer(), "(su)", &device, &user) > 0);
        QCOMPARE(device, "/dev/cloop0");
        QCOMPARE(user, 2001U);
        QVERIFY(write_file("/sys/block/cloop0/diskseq", "8\n"));  // attached anew
        QCOMPARE(tester.call("Detach", "s", "/dev/cloop0"), names::access_denied);
        QCOMPARE(run("umount", {"/sys/block"}).status, 0);
    }

    void a_file_that_is_never_read_holds_up_nobody_data() {
        QTest::addColumn<HangingFuse::Reads>("reads");
        QTest::newRow("killable") << HangingFuse::Reads::killable;
        QTest::newRow("unkillable") << HangingFuse::Reads::unkillable;
    }
    void a_file_that_is_never_read_holds_up_nobody() {
        QFETCH(HangingFuse::Reads, reads);
        BusCaller tester(User::tester), root(User::root);
        QVERIFY(restart(5, 30));
        QCOMPARE(tester.call("Status"), "");
        const qsizetype before = descriptors();
        {
            const HangingFuse fuse(unsigned(User::tester), reads);
            QVERIFY(fuse.file() >= 0);
            QList<QByteArray> answers;
            for (int i = 0; i < 8; ++i) {
                sd_bus_message *call = tester.message("Attach");
                sd_bus_message_append(call, "aha{sv}", 1, fuse.file(), 0);
                sd_bus_call_async(
                    tester.bus(), nullptr, call,
                    [](sd_bus_message *answer, void *list, sd_bus_error *) {
                        const sd_bus_error *error = sd_bus_message_get_error(answer);
                        static_cast<QList<QByteArray> *>(list)->append(error ? error->name : "");
                        return 0;
                    },
                    &answers, 20'000'000);
                sd_bus_message_unref(call);
            }
            sd_bus_flush(tester.bus());
            QTRY_COMPARE(children(), 8);
            QCOMPARE(BusCaller(User::tester).call("OpenFuse"), names::limits_exceeded);
            QCOMPARE(root.call("OpenFuse"), "");
            for (const QDeadlineTimer patience(60'000); answers.size() < 8 && !patience.hasExpired(); sd_bus_wait(tester.bus(), 100'000))
                while (sd_bus_process(tester.bus(), nullptr) > 0) {
                }
            QCOMPARE(answers, QList<QByteArray>(8, names::timed_out));
            // The first reads, the others wait for what it reads.
            QTRY_COMPARE(children(), reads == HangingFuse::Reads::killable ? 0 : 1);
            QCOMPARE(tester.call("OpenFuse"), "");
        }
        QTRY_COMPARE(children(), 0);
        QTRY_COMPARE(descriptors(), before);
        QCOMPARE(tester.call("OpenFuse"), "");
    }

    void nothing_remains_of_callers_who_die_data() {
        QTest::addColumn<bool>("while_asked");
        QTest::addColumn<HangingFuse::Reads>("reads");
        QTest::newRow("while polkit asks") << true << HangingFuse::Reads::killable;
        QTest::newRow("while a child reads") << false << HangingFuse::Reads::killable;
        QTest::newRow("while a child reads and can't be killed") << false << HangingFuse::Reads::unkillable;
    }
    void nothing_remains_of_callers_who_die() {
        QFETCH(bool, while_asked);
        QFETCH(HangingFuse::Reads, reads);
        BusCaller root(User::root);
        QVERIFY(restart(20, 30));
        QCOMPARE(root.call("Status"), "");
        const qsizetype before = descriptors();
        auto fuse = std::make_unique<HangingFuse>(unsigned(User::tester), reads);
        std::unique_ptr<PasswordAgent> agent;
        if (while_asked) {
            QVERIFY(set_polkit_rule("org.cloopsmith.attach", "AUTH_ADMIN"));
            agent = std::make_unique<PasswordAgent>(User::root, ::getpid(), PasswordAgent::Answer::none);
            QVERIFY(agent->is_ready());
        }
        for (const int patience : {0, 1, 3, 10, 100}) {
            BusCaller caller(User::tester);
            sd_bus_message *call = caller.message("Attach");
            sd_bus_message_append(call, "aha{sv}", 1, fuse->file(), 0);
            sd_bus_send(caller.bus(), call, nullptr);
            sd_bus_message_unref(call);
            sd_bus_flush(caller.bus());
            QTest::qSleep(patience);
            if (patience == 100) QTRY_VERIFY(descriptors() > before);
        }
        if (reads == HangingFuse::Reads::unkillable) {
            QCOMPARE(root.call("OpenFuse"), "");
            QTRY_VERIFY(children() > 0);
            fuse.reset();
        }
        QTRY_COMPARE(descriptors(), before);
        QTRY_COMPARE(children(), 0);
        QCOMPARE(root.call("OpenFuse"), "");
        QVERIFY(restart(1, 30));
    }

    void it_ends_without_work_and_loses_no_call() {
        QVERIFY(restart(1, 1));
        BusCaller caller(User::root);
        QCOMPARE(caller.call("Status"), "");
        QTRY_VERIFY(pid_of(service_) == 0);
        QCOMPARE(caller.call("Status"), "");
        const qint64 pid = pid_of(service_);
        // Calls while it ends.
        QTest::qSleep(900);
        bool has_ended = false;
        for (const QDeadlineTimer patience(60'000); !has_ended && !patience.hasExpired();) {
            QTest::qSleep(2);
            QCOMPARE(caller.call("Status"), "");
            has_ended = pid_of(service_) != pid;
        }
        QVERIFY(has_ended);
        QVERIFY(restart(1, 30));
    }

    void messages_at_random_leave_no_trace() {
        BusCaller caller(User::root);
        QCOMPARE(caller.call("Status"), "");
        QCOMPARE(caller.call("OpenFuse"), "");
        const qint64 pid = pid_of(service_), memory = kilobytes();
        const qsizetype before = descriptors();
        qInfo("resident without work: %lld kB", memory);
#ifndef CLOOPSMITH_CHECKED
        QVERIFY(memory <= 6144);
#endif
        QRandomGenerator random(11);
        const int file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        const char *methods[] = {"OpenFuse", "Attach", "Detach", "Suspend", "Resume", "Status", "", "Nothing"};
        for (int i = 0; i < 10'000; ++i) {
            sd_bus_message *call = caller.message(methods[random.bounded(7)]);
            if (!call) continue;
            // Mostly arguments that a method has.
            for (int arguments = int(random.bounded(3)); arguments > 0; --arguments) {
                const QByteArray text(int(random.bounded(40)), char('0' + random.bounded(70)));
                switch (random.bounded(6)) {
                case 0: sd_bus_message_append(call, "s", text.constData()); break;
                case 1: sd_bus_message_append(call, "s", ("/dev/cloop" + text.left(1)).constData()); break;
                case 2: sd_bus_message_append(call, "ah", 1, file); break;
                case 3: sd_bus_message_append(call, "a{sv}", 1, "offset", "t", random.generate64()); break;
                case 4: sd_bus_message_append(call, "aha{sv}", 2, file, file, 1, text.constData(), "s", "x"); break;
                case 5: sd_bus_message_append(call, "sah", "/dev/cloop1", 1, file); break;
                }
            }
            sd_bus_message_set_expect_reply(call, random.bounded(2) == 0);
            sd_bus_send(caller.bus(), call, nullptr);
            sd_bus_message_unref(call);
            // No more at once than it may keep.
            if (i % 32 == 0) QCOMPARE(caller.call("Status"), "");
        }
        QTRY_COMPARE(children(), 0);
        QCOMPARE(BusCaller(User::root).call("Status"), "");
        QCOMPARE(pid_of(service_), pid);
        QTRY_COMPARE(descriptors(), before);
#ifndef CLOOPSMITH_CHECKED
        QVERIFY2(kilobytes() <= memory + 1024, qPrintable(QString("%1 kB, later %2 kB").arg(memory).arg(kilobytes())));
#endif
        ::close(file);
    }

    void bytes_at_random_reach_nobody() {
        BusCaller caller(User::root);
        QCOMPARE(caller.call("Status"), "");
        const qint64 pid = pid_of(service_);
        QRandomGenerator random(12);
        for (int i = 0; i < 20; ++i) {
            const int connection = connect_to_bus();
            QVERIFY(connection >= 0);
            QByteArray bytes;
            for (int left = 500; left > 0; --left) bytes += char(random.bounded(256));
            QVERIFY(::send(connection, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) > 0);
            ::close(connection);
        }
        QCOMPARE(caller.call("Status"), "");
        QCOMPARE(pid_of(service_), pid);
    }
};

QTEST_GUILESS_MAIN(HelperTest)
#include "helper_test.moc"
