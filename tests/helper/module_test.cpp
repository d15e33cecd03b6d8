// SPDX-License-Identifier: GPL-3.0-or-later
// The service for the kernel module, with the real DKMS; its folders, and the kernel's, are empty ones that only the test sees. No module is loaded.

#include "support/bus_caller.h"
#include "support/empty_dkms.h"

#include "module_names.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cloop::test;
namespace names = cloop::helper::module;

class ModuleTest : public QObject {
    Q_OBJECT

    const QString service_ = names::bus_name, kernel_ = QSysInfo::kernelVersion();

    static QByteArray call(const BusCaller &caller, const char *method, QByteArrayList *lines = nullptr) {
        sd_bus_slot *slot = nullptr;
        if (lines)
            sd_bus_match_signal(
                caller.bus(), &slot, names::bus_name, names::object_path, names::interface_name, "Line",
                [](sd_bus_message *signal, void *list, sd_bus_error *) {
                    const char *line = "";
                    sd_bus_message_read(signal, "s", &line);
                    static_cast<QByteArrayList *>(list)->append(line);
                    return 0;
                },
                lines);
        sd_bus_error error{};
        sd_bus_call_method(caller.bus(), names::bus_name, names::object_path, names::interface_name, method, &error, nullptr, nullptr);
        while (sd_bus_process(caller.bus(), nullptr) > 0) {
        }
        sd_bus_slot_unref(slot);
        const QByteArray name = error.name ? error.name : "";
        sd_bus_error_free(&error);
        return name;
    }

    static QJsonObject status() {
        const Outcome asked = run_as(User::other, Where::outside, "busctl",
                                     {"--json=short", "call", names::bus_name, names::object_path, names::interface_name, "Status"});
        return QJsonDocument::fromJson(asked.out).object()["data"].toArray()[0].toObject();
    }
    static QJsonValue fact(const char *name) { return status()[name].toObject()["data"]; }
    static QStringList words(const char *name) { return fact(name).toVariant().toStringList(); }

    /// In place of modprobe, and of nothing else: what it says, and how it ends.
    static bool set_modprobe(const QByteArray &says) {
        const QByteArray script = "#!/bin/bash\n[ \"${0##*/}\" = modprobe ] || exec -a \"$0\" /run/kmod \"$@\"\necho \"" + says + "\" >&2\nexit 1\n";
        return write_file("/run/says", script) && QFile::setPermissions("/run/says", QFile::Permissions(0x7755)) &&
               run("mount", {"--bind", "/run/says", QFileInfo("/usr/sbin/modprobe").canonicalFilePath()}).status == 0;
    }

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        QVERIFY(empty_dkms(service_, SOURCE_DIR "/kmod"));
        QVERIFY(QFile::copy(QFileInfo("/usr/sbin/modprobe").canonicalFilePath(), "/run/kmod"));
        QVERIFY(enter_session(User::tester));
    }

    void everyone_may_ask_for_the_status() {
        QCOMPARE(fact("kernel").toString(), kernel_);
        QVERIFY(!fact("version").toString().isEmpty());
        QCOMPARE(words("built-for"), QStringList());
        QCOMPARE(fact("headers").toBool(), false);
        QVERIFY(words("missing").contains("headers"));
        QCOMPARE(fact("packaged").toBool(), false);
        QCOMPARE(fact("signer").toString(), "");
    }

    void only_administrators_may_do_more_data() {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : {"Install", "Remove", "Load", "Unload"}) QTest::newRow(method) << QByteArray(method);
    }
    void only_administrators_may_do_more() {
        QFETCH(QByteArray, method);
        QCOMPARE(call(BusCaller(User::tester), method), cloop::helper::access_denied);
    }

    void what_is_missing_is_not_begun() {
        QByteArrayList lines;
        QCOMPARE(call(BusCaller(User::root), "Install", &lines), names::missing);
        QCOMPARE(call(BusCaller(User::root), "Remove", &lines), names::not_installed);
        QCOMPARE(lines, QByteArrayList());
    }

    void modprobes_words_become_errors_data() {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("key") << QByteArray("modprobe: ERROR: could not insert 'cloop': Key was rejected by service")
                             << QByteArray(names::key_rejected);
        QTest::newRow("used") << QByteArray("modprobe: FATAL: Module cloop is in use.") << QByteArray(names::in_use);
        QTest::newRow("other") << QByteArray("caf\xe9 \x01") << QByteArray(cloop::helper::failed);
    }
    void modprobes_words_become_errors() {
        QFETCH(QByteArray, says);
        QVERIFY(set_modprobe(says));
        QByteArrayList lines;
        QTEST(call(BusCaller(User::root), "Load", &lines), "error");
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], "$ modprobe cloop");
        QCOMPARE(lines[1], says.replace('\xe9', '?').replace('\x01', '?'));
        QCOMPARE(run("umount", {QFileInfo("/usr/sbin/modprobe").canonicalFilePath()}).status, 0);
    }

    void a_module_that_is_not_installed_is_not_loaded() {
        QCOMPARE(run("depmod", {kernel_}).status, 0);
        QCOMPARE(call(BusCaller(User::root), "Load"), names::not_installed);
    }

    void only_one_works_at_a_time_also_without_its_caller() {
        QVERIFY(set_modprobe("slow\"; read </run/wait; echo \""));
        QCOMPARE(run("mkfifo", {"/run/wait"}).status, 0);
        {
            BusCaller caller(User::root);
            sd_bus_call_method_async(caller.bus(), nullptr, names::bus_name, names::object_path, names::interface_name, "Load", nullptr, nullptr,
                                     nullptr);
            sd_bus_flush(caller.bus());
            QTRY_COMPARE(call(BusCaller(User::root), "Unload"), names::busy);
        }
        QCOMPARE(call(BusCaller(User::root), "Unload"), names::busy);
        QVERIFY(write_file("/run/wait", "\n"));
        QCOMPARE(run("umount", {"-l", QFileInfo("/usr/sbin/modprobe").canonicalFilePath()}).status, 0);
        QTRY_COMPARE(call(BusCaller(User::root), "Load"), names::not_installed);
    }

#ifdef VM_DIR
    void it_is_installed_and_removed_by_dkms() {
        const QString sources = VM_DIR "/native/root/usr/src";
        const QStringList headers = QDir(sources).entryList({"linux-headers-*-cloud-amd64"});
        QCOMPARE(headers.size(), 1);
        QVERIFY(QFile::link(sources + '/' + headers.front(), "/lib/modules/" + kernel_ + "/build"));
        const QString version = fact("version").toString();
        QByteArrayList lines;
        QCOMPARE(call(BusCaller(User::root), "Install", &lines), "");
        QVERIFY(lines.contains("$ dkms build cloop/" + version.toUtf8() + " -k " + kernel_.toUtf8()));
        QVERIFY(lines.size() > 10);
        QCOMPARE(words("built-for"), QStringList{kernel_});
        QVERIFY(QFile::exists("/usr/src/cloop-" + version));
        QVERIFY(!read_file("/lib/modules/" + kernel_ + "/updates/dkms/cloop.ko").isEmpty());
        QCOMPARE(call(BusCaller(User::root), "Remove"), "");
        QCOMPARE(words("built-for"), QStringList());
        QVERIFY(!QFile::exists("/usr/src/cloop-" + version));
        QVERIFY(!QFile::exists("/lib/modules/" + kernel_ + "/updates/dkms/cloop.ko"));
    }

    void a_build_that_fails_leaves_nothing() {
        QVERIFY(QFile::remove("/lib/modules/" + kernel_ + "/build"));
        QVERIFY(QDir().mkpath("/lib/modules/" + kernel_ + "/build") &&
                write_file("/lib/modules/" + kernel_ + "/build/Makefile", "all modules:\n\tfalse\n"));
        QCOMPARE(call(BusCaller(User::root), "Install"), names::build_failed);
        QCOMPARE(QDir("/usr/src").entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
        QCOMPARE(words("built-for"), QStringList());
    }
#endif
};

QTEST_GUILESS_MAIN(ModuleTest)
#include "module_test.moc"
