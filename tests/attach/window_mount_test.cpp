// SPDX-License-Identifier: GPL-3.0-or-later
// Images mounted from the window by an ordinary user in a session, with real D-Bus, polkit, udev and udisks. Nobody sees the window.

#include "support/box_answer.h"
#include "support/private_system.h"
#include "support/window_folder.h"
#include "views/image_header.h"
#include "views/inspect_page.h"
#include "views/message_bar.h"
#include "views/mounts_popover.h"
#include "views/start_page.h"

#include <QDesktopServices>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <grp.h>
#include <unistd.h>

using namespace cloop;
using namespace cloop::desktop;
using namespace cloop::test;

class WindowMountTest : public QObject, protected WindowFolder {
    Q_OBJECT

    QStringList opened_;  ///< folders, in the file manager

    /// This whole process, and what it starts.
    static bool become_tester() {
        const auto id = unsigned(User::tester);
        qputenv("HOME", home_of(User::tester).toUtf8());
        qputenv("USER", "tester");
        qputenv("XDG_RUNTIME_DIR", "/run/user/2001");
        return enter_session(User::tester) && ::setgroups(0, nullptr) == 0 && ::setresgid(id, id, id) == 0 && ::setresuid(id, id, id) == 0;
    }

    static QAbstractButton *button(const QWidget *parent, const QString &words) {
        for (auto *one : parent->findChildren<QAbstractButton *>()) {
            const QString name = one->text().isEmpty() ? one->accessibleName() : one->text();
            if (!one->isHidden() && QString(name).remove('&').startsWith(words)) return one;
        }
        return nullptr;
    }
    static QAbstractButton *inHead(MainWindow &window, const QString &words) { return button(window.inspectPage()->header(), words); }

    static QStringList rows(const MainWindow &window) {
        QStringList texts;
        for (const auto *label : window.findChild<MountsPopover *>()->findChildren<QLabel *>())
            if (!label->isHidden()) texts << label->text().remove(QChar(0x200B));
        return texts;
    }

    bool mount(MainWindow &window, const QString &name) {
        if (!take(window, name) || !inHead(window, "Mount")) return false;
        if (!inHead(window, "Mount")->toolTip().endsWith("read-only")) return false;
        inHead(window, "Mount")->click();
        return QTest::qWaitFor([&] { return inHead(window, "Open the folder") != nullptr; }, 20'000);
    }

public:
    WindowMountTest() : WindowFolder(BIN_DIR, VECTORS) { QDesktopServices::setUrlHandler("file", this, "open"); }
    ~WindowMountTest() override { QDesktopServices::unsetUrlHandler("file"); }

public slots:
    void open(const QUrl &folder) { opened_ << folder.toLocalFile(); }

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        QVERIFY(make_tree());
        QCOMPARE(run("bash", {"-c", "mksquashfs tree squash.img -quiet -no-progress"}, {}, path()).status, 0);
        QCOMPARE(cloop({"create", "squash.img", "squash.cloop"}).status, 0);
        QCOMPARE(cloop({"create", VECTORS "/mixed.bin", "mixed.cloop"}).status, 0);
        QVERIFY(make_images());
        QVERIFY(QFile::link(file("squash.cloop"), file("link.cloop")));
        QCOMPARE(run("split", {"-d", "-a", "3", "-n", "3", "squash.cloop", "parts.cloop."}, {}, path()).status, 0);
        QCOMPARE(run("chown", {"-R", "2001:2001", path()}).status, 0);
        QVERIFY(become_tester());
    }

    void init() { opened_.clear(); }

    void cleanup() {
        if (!why_not_private().isEmpty()) return;
        QTRY_VERIFY(attachments().empty());
    }

    void a_click_mounts_and_another_one_unmounts() {
        MainWindow window;
        window.show();
        QVERIFY(mount(window, "squash.cloop"));
        QCOMPARE(opened_.size(), 1);
        const QString folder = opened_[0];
        QVERIFY(QFile::exists(folder + "/file0"));
        QCOMPARE(window.messages()->said(), QString());
        QVERIFY(inHead(window, "Unmount"));
        QTRY_VERIFY(rows(window).contains("squash.cloop"));
        QVERIFY2(rows(window).filter("read-only").size() == 1, qPrintable(rows(window).join('\n')));
        QVERIFY(button(&window, "Mounted (1)"));

        inHead(window, "Open the folder")->click();
        QCOMPARE(opened_, QStringList({folder, folder}));

        inHead(window, "Unmount")->click();
        QTRY_VERIFY(inHead(window, "Mount"));
        QTRY_VERIFY(!rows(window).contains("squash.cloop"));
        QVERIFY(inHead(window, "Mount")->isEnabled());
        QVERIFY(!inHead(window, "Unmount"));
        QVERIFY(!QFile::exists(folder));
    }

    void the_head_never_says_what_is_past() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "squash.cloop"));
        QStringList said;
        const auto note = [&] {
            for (const char *words : {"Mount", "One moment", "Open the folder"})
                if (inHead(window, words) && (said.isEmpty() || said.last() != words)) said << words;
        };
        connect(&window.mounts(), &Mounts::changed, this, note);
        connect(&window.mounts(), &Mounts::mounted, this, note);
        inHead(window, "Mount")->click();
        QTRY_VERIFY(inHead(window, "Open the folder"));
        inHead(window, "Unmount")->click();
        QTRY_VERIFY(inHead(window, "Mount"));
        disconnect(&window.mounts(), nullptr, this, nullptr);
        QCOMPARE(said, QStringList({"One moment", "Open the folder", "One moment", "Mount"}));
    }

    void what_is_ejected_elsewhere_can_be_mounted_again() {
        MainWindow window;
        window.show();
        QVERIFY(mount(window, "squash.cloop"));
        const Attachment *mounted = window.mounts().mountOf(file("squash.cloop"));
        QVERIFY(mounted);
        const Outcome ejected = run("udisksctl", {"unmount", "-b", QString::fromStdString(mounted->device)});
        QVERIFY2(ejected.status == 0, ejected.err);
        QTRY_VERIFY(inHead(window, "Mount"));
        QTRY_VERIFY(button(&window, "Mounted") && !button(&window, "Mounted ("));
    }

    void the_list_unmounts_too() {
        MainWindow window;
        window.show();
        QVERIFY(mount(window, "squash.cloop"));
        QTRY_VERIFY(rows(window).contains("squash.cloop"));
        auto *popover = window.findChild<MountsPopover *>();
        button(popover, "Open the folder")->click();
        QCOMPARE(opened_.size(), 2);
        button(&window, "Mounted (1)")->click();
        button(popover, "Unmount")->setFocus();
        button(popover, "Unmount")->click();
        // Whoever uses the keyboard stays in the list.
        QCOMPARE(window.focusWidget(), button(popover, "Kernel module"));
        QTRY_VERIFY(inHead(window, "Mount"));
        QTRY_VERIFY(!rows(window).contains("squash.cloop"));
    }

    void a_mount_that_fails_says_why() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "mixed.cloop"));
        inHead(window, "Mount")->click();
        QVERIFY(!inHead(window, "One moment")->isEnabled());
        QTRY_VERIFY(inHead(window, "Mount"));
        QVERIFY2(window.messages()->said().contains("can't mount the content"), qPrintable(window.messages()->said()));
        QVERIFY(inHead(window, "Mount")->isEnabled());
        QVERIFY(!window.mounts().isBusyWith(file("mixed.cloop")));
        QCOMPARE(opened_, QStringList());
    }

    void what_is_in_use_stays_mounted() {
        MainWindow window;
        window.show();
        QVERIFY(mount(window, "squash.cloop"));
        {
            QFile held(opened_[0] + "/file0");
            QVERIFY(held.open(QIODevice::ReadOnly));
            inHead(window, "Unmount")->click();
            QTRY_VERIFY2(window.messages()->said().contains("in use (window_mount_te"), qPrintable(window.messages()->said()));
            QTRY_VERIFY(inHead(window, "Open the folder"));
        }
        inHead(window, "Unmount")->click();
        QTRY_VERIFY(inHead(window, "Mount"));
    }

    void a_damaged_image_is_asked_about_and_shown_as_a_tree() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        QVERIFY(ended.wait(30'000));
        {
            const BoxAnswer no(QMessageBox::RejectRole);
            inHead(window, "Mount")->click();
            QCOMPARE(no.count, 1);
        }
        QVERIFY(inHead(window, "Mount")->isEnabled());
        {
            const BoxAnswer yes(QMessageBox::AcceptRole);
            inHead(window, "Mount")->click();
            QCOMPARE(yes.count, 1);
        }
        QTRY_VERIFY(inHead(window, "Open the folder"));
        QVERIFY2(window.mounts().list().at(0).way == Way::tree, window.mounts().list().at(0).device.c_str());
        QCOMPARE(opened_.size(), 1);
        QVERIFY(QFile::exists(opened_[0] + "/file0"));
        inHead(window, "Unmount")->click();
        QTRY_VERIFY(inHead(window, "Mount"));
    }

    void an_image_by_another_name_is_known_as_mounted_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("on a disc") << "disc.iso";
        QTest::newRow("through a link") << "link.cloop";
        QTest::newRow("in parts") << "parts.cloop.000";
    }
    void an_image_by_another_name_is_known_as_mounted() {
        QFETCH(QString, name);
        MainWindow window;
        window.show();
        QVERIFY(mount(window, name));
        QCOMPARE(opened_.size(), 1);
        inHead(window, "Unmount")->click();
        QTRY_VERIFY(inHead(window, "Mount"));
    }

    void two_at_once_are_mounted_one_after_the_other() {
        MainWindow window;
        window.show();
        emit window.startPage()->mountWanted(file("tree.cloop"));
        emit window.startPage()->mountWanted(file("squash.cloop"));
        emit window.startPage()->mountWanted(file("squash.cloop"));
        QTRY_COMPARE(opened_.size(), 2);
        QTRY_COMPARE(window.mounts().list().size(), 2);
        for (const Attachment &attachment : std::vector(window.mounts().list())) window.mounts().unmount(attachment);
        QTRY_VERIFY(window.mounts().list().empty());
    }

    void a_window_that_is_closed_while_it_mounts_leaves_nothing_half_done() {
        {
            MainWindow window;
            emit window.startPage()->mountWanted(file("squash.cloop"));
        }
        for (const Attachment &attachment : attachments()) QVERIFY(detach(attachment, {}));
    }
};

int main(int argc, char **argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    WindowMountTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "window_mount_test.moc"
