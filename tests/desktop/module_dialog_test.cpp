// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the kernel module: what it says and offers in each state, and while it works.

#include "support/box_answer.h"
#include "support/window_folder.h"
#include "views/module_dialog.h"
#include "views/mounts_popover.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace cloop;
using namespace cloop::desktop;
using cloop::test::BoxAnswer;
using cloop::test::WindowFolder;

namespace {

ModuleFacts installable() { return {.kernel = "6.1.0-40-amd64", .version = "6.0", .has_headers = true}; }

ModuleFacts installed() {
    ModuleFacts facts = installable();
    facts.built_for = {"6.1.0-40-amd64"};
    facts.signer = "DKMS module signing key";
    return facts;
}

template <class Change> ModuleFacts but(ModuleFacts facts, Change change) {
    change(facts);
    return facts;
}

QPushButton *button(const QWidget &dialog, const QString &words) {
    for (auto *one : dialog.findChildren<QPushButton *>())
        if (!one->isHidden() && QString(one->text()).remove('&') == words) return one;
    return nullptr;
}

QString textsOf(const QWidget &dialog) {
    QStringList texts;
    for (const auto *label : dialog.findChildren<QLabel *>())
        if (label->isVisible()) texts << label->text().remove(QChar(0x200B));
    return texts.join('\n');
}

/// The buttons that can be clicked.
QString offered(const QWidget &dialog) {
    QStringList words;
    for (const char *one : {"Install", "Load", "Unload", "Remove"})
        if (button(dialog, one)->isEnabled()) words << one;
    return words.join(' ');
}

/// Without a service: the facts that are given, and a change that waits to be let go.
struct Stage {
    ModuleFacts facts;
    Status end{};
    std::atomic<bool> goes = false;

    ModuleAccess access() {
        return {[this](const std::stop_token &) { return facts; },
                [this](ModuleChange, const std::function<void(const std::string &)> &onLine, const std::stop_token &stop) -> Status {
                    onLine("$ dkms add --force");
                    onLine("a line\twith <signs> & all");
                    for (; !goes; std::this_thread::sleep_for(std::chrono::milliseconds(5)))
                        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
                    return end;
                }};
    }
};

/// On the screen, with its facts.
QPointer<ModuleDialog> shown(Stage &stage) {
    QPointer<ModuleDialog> dialog = new ModuleDialog(nullptr, stage.access());
    QSignalSpy told(dialog, &ModuleDialog::shown);
    dialog->show();
    return told.wait(30'000) ? dialog : nullptr;
}

} // namespace

class ModuleDialogTest : public QObject, protected WindowFolder {
    Q_OBJECT

public:
    ModuleDialogTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void each_state_is_said_in_one_sentence_data() {
        QTest::addColumn<ModuleFacts>("facts");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("buttons");
        QTest::addColumn<QString>("command");
        QTest::newRow("not installed") << installable() << "It is not installed." << "Install" << "";
        QTest::newRow("something is missing") << but(installable(), [](auto &facts) { facts.missing = {"dkms", "gcc", "headers"}; })
                                              << "It is not installed." << "" << "sudo apt install dkms gcc linux-headers-6.1.0-40-amd64";
        QTest::newRow("no sources") << but(installable(), [](auto &facts) { facts.version.clear(); }) << "It is not installed." << ""
                                    << "sudo apt install cloop-dkms";
        QTest::newRow("for another kernel") << but(installed(), [](auto &facts) { facts.kernel = "6.12.9"; })
                                            << "It is built for another kernel (6.1.0-40-amd64), not for the one that runs (6.12.9)."
                                            << "Install Remove" << "";
        QTest::newRow("installed") << installed() << "It is installed, and not loaded." << "Load Remove" << "";
        QTest::newRow("not signed") << but(installed(),
                                           [](auto &facts) {
                                               facts.has_secure_boot = true;
                                               facts.signer.clear();
                                           })
                                    << "Secure Boot refuses it, because it is not signed." << "Install Load Remove" << "";
        QTest::newRow("loaded") << but(installed(),
                                       [](auto &facts) {
                                           facts.is_loaded = true;
                                           facts.loaded_version = "6.0";
                                       })
                                << "Version 6.0 is loaded." << "Unload Remove" << "";
        QTest::newRow("another version") << but(installed(),
                                                [](auto &facts) {
                                                    facts.is_loaded = true;
                                                    facts.loaded_version = "5.9";
                                                })
                                         << "Version 5.9 is loaded, and version 6.0 came with this program." << "Install Unload Remove" << "";
        QTest::newRow("of a package") << but(installed(), [](auto &facts) { facts.is_packaged = true; }) << "It is installed, and not loaded."
                                      << "Load" << "";
        QTest::newRow("no service") << ModuleFacts{.no_service = Error{.code = ErrorCode::helper_missing}, .kernel = "6.1"} << "It is not loaded."
                                    << "" << "sudo apt install cloop-helper";
        QTest::newRow("no service, loaded") << ModuleFacts{.no_service = Error{.code = ErrorCode::helper_missing},
                                                           .kernel = "6.1",
                                                           .is_loaded = true,
                                                           .loaded_version = "6.0"}
                                            << "Version 6.0 is loaded." << "" << "sudo apt install cloop-helper";
    }
    void each_state_is_said_in_one_sentence() {
        QFETCH(ModuleFacts, facts);
        QFETCH(QString, state);
        QFETCH(QString, command);
        Stage stage{facts};
        const auto dialog = shown(stage);
        QVERIFY(dialog);
        QVERIFY2(textsOf(*dialog).startsWith("Nobody needs the kernel module to look into an image"), qPrintable(textsOf(*dialog)));
        QVERIFY2(textsOf(*dialog).split('\n').contains(state), qPrintable(textsOf(*dialog)));
        QTEST(offered(*dialog), "buttons");
        QCOMPARE(button(*dialog, "Copy") != nullptr && button(*dialog, "Copy")->isVisible(), !command.isEmpty());
        if (!command.isEmpty()) {
            button(*dialog, "Copy")->click();
            QCOMPARE(QGuiApplication::clipboard()->text(), command);
        }
        delete dialog;
    }

    void the_log_grows_while_it_works() {
        Stage stage{installable()};
        const auto dialog = shown(stage);
        QVERIFY(dialog);
        auto *log = dialog->findChild<QPlainTextEdit *>();
        auto *progress = dialog->findChild<QProgressBar *>();
        QVERIFY(log->isHidden() && progress->isHidden());
        button(*dialog, "Install")->click();
        QVERIFY(progress->isVisible());
        QCOMPARE(offered(*dialog), "");
        QTRY_COMPARE(log->toPlainText(), "$ dkms add --force\na line\twith <signs> & all");
        QVERIFY(log->isReadOnly());
        stage.facts = installed();
        stage.goes = true;
        QTRY_COMPARE(offered(*dialog), "Load Remove");
        QVERIFY(progress->isHidden());
        button(*dialog, "Copy the log")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), log->toPlainText());
        delete dialog;
    }

    void what_failed_is_said() {
        Stage stage{installable(), fail(ErrorCode::module_build_failed, "", "cc1: error")};
        const auto dialog = shown(stage);
        QVERIFY(dialog);
        button(*dialog, "Install")->click();
        stage.goes = true;
        QTRY_VERIFY2(textsOf(*dialog).contains("could not be built (cc1: error)"), qPrintable(textsOf(*dialog)));
        QTRY_COMPARE(offered(*dialog), "Install");
        delete dialog;
    }

    void what_secure_boot_refuses_comes_with_the_lines_that_help() {
        Stage stage{installed(), fail(ErrorCode::module_not_signed)};
        const auto dialog = shown(stage);
        QVERIFY(dialog);
        button(*dialog, "Load")->click();
        stage.goes = true;
        QTRY_VERIFY(textsOf(*dialog).contains("Secure Boot refuses it, because this computer does not know the key"));
        QVERIFY2(!textsOf(*dialog).contains("Type: mokutil"), qPrintable(textsOf(*dialog)));
        button(*dialog, "Copy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), "sudo mokutil --import /var/lib/dkms/mok.pub\nsudo reboot");
        // What is past is not said again.
        stage.end = {};
        stage.facts = installable();
        button(*dialog, "Remove")->click();
        QTRY_VERIFY(textsOf(*dialog).contains("It is not installed."));
        delete dialog;
    }

    void closing_asks_only_while_it_works() {
        Stage stage{installable()};
        auto dialog = shown(stage);
        QVERIFY(dialog);
        button(*dialog, "Install")->click();
        {
            const BoxAnswer stay(QMessageBox::RejectRole);
            dialog->close();
            QCOMPARE(stay.count, 1);
            QVERIFY(dialog->isVisible());
        }
        {
            const BoxAnswer leave(QMessageBox::AcceptRole);
            button(*dialog, "Close")->click();
            QCOMPARE(leave.count, 1);
        }
        QTRY_VERIFY(!dialog);
        dialog = shown(stage);
        const BoxAnswer none(QMessageBox::AcceptRole);
        button(*dialog, "Close")->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(none.count, 0);
    }

    void the_window_opens_one_of_it() {
        MainWindow window;
        window.show();
        auto *fromList = button(*window.findChild<MountsPopover *>(), "Kernel module…");
        QVERIFY(fromList);
        fromList->click();
        const QPointer<ModuleDialog> dialog = window.findChild<ModuleDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        for (QAction *action : window.menuBar()->actions().last()->menu()->actions())
            if (action->text().remove('&') == "Kernel module…") action->trigger();
        QCOMPARE(window.findChildren<ModuleDialog *>().size(), 1);
        // There is no service on the bus of this test.
        QTRY_VERIFY(textsOf(*dialog).contains("The service that would change that is not there."));
        dialog->close();
        QTRY_VERIFY(!dialog);
    }

    void whoever_comes_back_sees_what_has_changed() {
        Stage stage{but(installable(), [](auto &facts) { facts.missing = {"dkms"}; })};
        const auto dialog = shown(stage);
        QVERIFY(dialog);
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::qWait(50);
        QCOMPARE(offered(*dialog), "");
        stage.facts = installable();
        QEvent back(QEvent::ActivationChange);
        QApplication::sendEvent(dialog, &back);
        QTRY_COMPARE(offered(*dialog), "Install");
        delete dialog;
    }
};

QTEST_MAIN(ModuleDialogTest)
#include "module_dialog_test.moc"
