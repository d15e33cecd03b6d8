// SPDX-License-Identifier: GPL-3.0-or-later
// The client of the service for the kernel module, with the real service. The folders of DKMS and the kernel are empty ones that only the test sees.

#include "support/empty_dkms.h"
#include "support/hanging_fuse.h"

#include "attach/module_client.h"

#include <QTest>

using namespace cloop;
using namespace cloop::test;

class ModuleClientTest : public QObject {
    Q_OBJECT

    const QString service_ = "org.cloopsmith.Module1", kernel_ = QSysInfo::kernelVersion(),
                  modprobe_ = QFileInfo("/usr/sbin/modprobe").canonicalFilePath();

    /// In place of modprobe. The same program is modinfo, which finds no module here anyway.
    bool set_modprobe(const QByteArray &script) const {
        return write_file("/run/script", "#!/bin/bash\n[ \"${0##*/}\" = modprobe ] || exit 0\n" + script) &&
               QFile::setPermissions("/run/script", QFile::Permissions(0x7755)) && run("mount", {"--bind", "/run/script", modprobe_}).status == 0;
    }
    bool reset_modprobe() const { return run("umount", {"-l", modprobe_}).status == 0; }

    struct Ended {
        Status status;
        QStringList lines{};
    };
    static Ended change(ModuleChange change) {
        Ended ended;
        ended.status = change_module(change, [&](const std::string &line) { ended.lines << QString::fromStdString(line); }, {});
        return ended;
    }

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        QVERIFY(empty_dkms(service_, SOURCE_DIR "/kmod"));
    }

    void the_service_tells_what_is_there() {
        const ModuleFacts facts = module_facts({});
        QVERIFY(!facts.no_service);
        QCOMPARE(QString::fromStdString(facts.kernel), kernel_);
        QVERIFY(!facts.version.empty());
        QVERIFY(!facts.is_installed());
        QVERIFY(!facts.has_headers);
        QVERIFY(std::ranges::count(facts.missing, "headers") == 1);
        QVERIFY(std::ranges::count(packages_for(facts), "linux-headers-" + facts.kernel) == 1);
    }

    void without_the_service_the_kernel_still_tells() {
        QVERIFY(take_away(service_));
        const ModuleFacts facts = module_facts({});
        const Ended load = change(ModuleChange::load);
        QVERIFY(give_back(service_));
        QVERIFY(facts.no_service.has_value());
        QCOMPARE(facts.no_service->code, ErrorCode::helper_missing);
        QCOMPARE(QString::fromStdString(facts.kernel), kernel_);
        QCOMPARE(facts.is_loaded, QFile::exists("/sys/module/cloop"));
        QVERIFY(!load.status);
        QCOMPARE(load.status.error().code, ErrorCode::helper_missing);
    }

    void who_may_not_is_told_so() {
        Ended ended;
        as_user(unsigned(User::tester), [&] { ended = change(ModuleChange::install); });
        QVERIFY(!ended.status);
        QCOMPARE(ended.status.error().code, ErrorCode::not_authorized);
        QCOMPARE(ended.lines, QStringList());
    }

    void what_is_missing_is_named() {
        const Ended ended = change(ModuleChange::install);
        QVERIFY(!ended.status);
        QCOMPARE(ended.status.error().code, ErrorCode::module_needs);
        QVERIFY(QString::fromStdString(ended.status.error().detail).endsWith("linux-headers-" + kernel_));
    }

    void what_modprobe_says_comes_line_by_line() {
        const QByteArray says = "modprobe: ERROR: could not insert 'cloop': Key was rejected by service";
        QVERIFY(set_modprobe("echo first\necho \"" + says + "\" >&2\nexit 1\n"));
        const Ended ended = change(ModuleChange::load);
        QVERIFY(reset_modprobe());
        QVERIFY(!ended.status);
        QCOMPARE(ended.status.error().code, ErrorCode::module_not_signed);
        QCOMPARE(ended.lines, QStringList({"$ modprobe cloop", "first", says}));
    }

    void signals_of_others_are_no_lines() {
        // The service's work waits, so that there is time to interfere.
        QCOMPARE(run("mkfifo", {"/run/wait"}).status, 0);
        QVERIFY(set_modprobe("echo begun\nread </run/wait\nexit 1\n"));
        QStringList lines;
        const Status status = change_module(ModuleChange::load,
                                            [&](const std::string &line) {
                                                lines << QString::fromStdString(line);
                                                if (line != "begun") return;
                                                for (const QByteArray &row : run("busctl", {"list", "--unique", "--no-legend"}).out.split('\n'))
                                                    if (row.startsWith(':'))
                                                        run("dbus-send", {"--system", "--type=signal", "--dest=" + row.left(row.indexOf(' ')),
                                                                          "/org/cloopsmith/Module1", "org.cloopsmith.Module1.Line", "string:forged"});
                                                write_file("/run/wait", "\n");
                                            },
                                            {});
        QVERIFY(reset_modprobe());
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::module_not_loadable);
        QCOMPARE(lines, QStringList({"$ modprobe cloop", "begun"}));
    }

    void whoever_stops_waiting_returns_at_once() {
        QVERIFY(set_modprobe("read </run/wait\n"));
        std::stop_source stop;
        const Status status = change_module(ModuleChange::load, [&](const std::string &) { stop.request_stop(); }, stop.get_token());
        const Ended second = change(ModuleChange::unload);
        QVERIFY(write_file("/run/wait", "\n"));
        QVERIFY(reset_modprobe());
        QCOMPARE(status.error().code, ErrorCode::cancelled);
        // The service has gone on.
        QCOMPARE(second.status.error().code, ErrorCode::service_busy);
        QVERIFY(end_service(service_));
    }

    void a_build_that_fails_comes_with_its_log() {
        QVERIFY(QDir().mkpath("/lib/modules/" + kernel_ + "/build") &&
                write_file("/lib/modules/" + kernel_ + "/build/Makefile", "all modules:\n\tfalse\n"));
        const auto missing = packages_for(module_facts({}));
        QVERIFY2(missing.empty(), missing.empty() ? "" : missing[0].c_str());
        const Ended ended = change(ModuleChange::install);
        QVERIFY(!ended.status);
        QCOMPARE(ended.status.error().code, ErrorCode::module_build_failed);
        QVERIFY2(ended.lines.size() > 4, qPrintable(ended.lines.join('\n')));
        QVERIFY(ended.lines[0].startsWith("$ dkms add"));
    }
};

QTEST_GUILESS_MAIN(ModuleClientTest)
#include "module_client_test.moc"
