// SPDX-License-Identifier: GPL-3.0-or-later
// What people come for, by real clicks and drops, each in as few clicks as the table in this file allows.

#include "jobs/job_queue.h"
#include "support/chooser.h"
#include "support/window_folder.h"
#include "views/build_page.h"
#include "views/damage_view.h"
#include "views/image_header.h"
#include "views/inspect_page.h"
#include "views/map_view.h"
#include "views/preview_window.h"
#include "views/start_page.h"
#include "views/state_chip.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDirIterator>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>

using namespace cloop;
using namespace cloop::desktop;
using cloop::test::Chooser;

class JourneysTest : public QObject, protected test::WindowFolder {
    Q_OBJECT

    int clicks_ = 0;

    /// The visible button whose words begin so.
    static QAbstractButton *find(const QWidget &window, const QString &words) {
        for (auto *button : window.findChildren<QAbstractButton *>()) {
            if (!button->isVisible() || !button->isEnabled()) continue;
            if (QString(button->text()).remove('&').startsWith(words) || button->accessibleName().startsWith(words)) return button;
        }
        return nullptr;
    }

    /// Clicks it, and counts.
    bool click(const QWidget &window, const QString &words) {
        QAbstractButton *button = find(window, words);
        if (!button) return false;
        ++clicks_;
        QTest::mouseClick(button, Qt::LeftButton, Qt::NoModifier, QPoint(button->width() / 3, button->height() / 2));
        return true;
    }
    bool waitForJobs(MainWindow &window) const { return QTest::qWaitFor([&] { return !window.queue().isBusy(); }, 60'000); }
    QStringList filesIn(const QString &folder) const {
        QStringList paths;
        for (QDirIterator it(file(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
            paths << it.next().mid(file(folder).size());
        paths.sort();
        return paths;
    }

public:
    JourneysTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QVERIFY(make_tree());
        QVERIFY(make_images());
    }

    void init() {
        clicks_ = 0;
        forget_checks();
    }

    void a_folder_becomes_an_image_by_a_drop_and_one_click() {
        MainWindow window;
        window.show();
        QVERIFY(drop(window, "tree"));
        QVERIFY(click(window, "Build"));
        QVERIFY(waitForJobs(window));
        QCOMPARE(clicks_, 1);
        QCOMPARE(cloop({"verify", "tree-2.cloop"}).status, 0);
        // And what was read back is known to be whole where it is opened.
        QSignalSpy taken(&window, &MainWindow::taken);
        QVERIFY(click(window, "Open"));
        QVERIFY(taken.wait(10'000));
        QCOMPARE(window.inspectPage()->header()->chip()->tone(), Tone::good);
    }

    void an_iso_becomes_an_image_by_two_clicks_and_a_chooser() {
        MainWindow window;
        window.show();
        const Chooser iso(file("tree.iso"));
        QVERIFY(click(window, "Build from an ISO"));
        QCOMPARE(iso.count, 1);
        QVERIFY(window.buildPage()->isVisible());
        QVERIFY(click(window, "Build"));
        QVERIFY(waitForJobs(window));
        QCOMPARE(clicks_, 2);
        QCOMPARE(cloop({"verify", "tree-3.cloop"}).status, 0);
    }

    void a_chooser_begins_where_something_was_chosen_last() {
        MainWindow window;
        window.show();
        QSettings().remove("folder");
        {
            const Chooser first(file("tree.iso"));
            QVERIFY(click(window, "Build from an ISO"));
            QVERIFY(first.began == QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) || first.began == QDir::homePath());
        }
        QVERIFY(click(window, "Back to the start page"));
        const Chooser second(file("tree.iso"));
        QVERIFY(click(window, "Build from an ISO"));
        QCOMPARE(second.began, QFileInfo(file("tree.iso")).path());
    }

    void all_files_come_out_by_one_click_and_a_chooser() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(QDir().mkdir(file("all")));
        const Chooser folder(file("all"));
        QVERIFY(click(window, "Extract all"));
        QVERIFY(waitForJobs(window));
        QCOMPARE(clicks_, 1);
        QCOMPARE(filesIn("all"), filesIn("tree"));
    }

    void whether_it_is_whole_takes_one_click() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QCOMPARE(window.inspectPage()->header()->chip()->text(), "not checked");
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        QVERIFY(click(window, "Check"));
        QVERIFY(ended.wait(30'000));
        QCOMPARE(clicks_, 1);
        QCOMPARE(window.inspectPage()->header()->chip()->text(), "whole");
    }

    void a_disc_in_the_drive_is_checked_by_two_clicks() {
        MainWindow window;
        window.show();
        // What the system says of its drives has come by then.
        QTest::qWait(300);
        window.startPage()->setDrives({{file("disc.iso"), "KNOPPIX", 1'000'000}});
        QSignalSpy taken(&window, &MainWindow::taken);
        QTRY_VERIFY(find(window, "Disc in the drive: KNOPPIX"));
        QVERIFY(click(window, "Disc in the drive: KNOPPIX"));
        QVERIFY(taken.wait(10'000));
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        QVERIFY(click(window, "Check"));
        QVERIFY(ended.wait(30'000));
        QCOMPARE(clicks_, 2);
        QCOMPARE(window.inspectPage()->header()->chip()->text(), "whole");
    }

    void the_whole_files_of_a_damaged_image_come_out_by_two_clicks_and_a_chooser() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        QVERIFY(click(window, "Check"));
        QVERIFY(ended.wait(30'000));
        QVERIFY(window.inspectPage()->damage()->isVisible());
        QVERIFY(QDir().mkdir(file("whole")));
        const Chooser folder(file("whole"));
        QVERIFY(click(window, "Extract the whole files"));
        QVERIFY(waitForJobs(window));
        QCOMPARE(clicks_, 2);
        const QStringList out = filesIn("whole");
        QCOMPARE(out.size(), filesIn("tree").size() - window.inspectPage()->damage()->files()->rowCount());
        for (const QString &path : out) QCOMPARE(test::read_file(file("whole") + path), test::read_file(file("tree") + path));
    }

    void one_file_is_previewed_by_the_keyboard_alone() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        auto *tree = window.inspectPage()->files()->findChild<QTreeView *>();
        tree->setFocus();
        QTest::keyClicks(tree, "file0");
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_VERIFY(window.findChild<PreviewWindow *>());
        auto *preview = window.findChild<PreviewWindow *>();
        QTRY_VERIFY(!preview->note().contains("Reading"));
        QTest::keyClick(preview, Qt::Key_Escape);
        QTRY_VERIFY(!window.findChild<PreviewWindow *>());
    }
};

QTEST_MAIN(JourneysTest)
#include "journeys_test.moc"
