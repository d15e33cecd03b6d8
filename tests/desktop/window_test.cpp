// SPDX-License-Identifier: GPL-3.0-or-later
// The window end to end: real images, drags, keys and mouse, on a virtual screen.

#include "jobs/job_queue.h"
#include "support/window_folder.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/inspect_page.h"
#include "views/map_view.h"
#include "views/message_bar.h"
#include "views/start_page.h"

#include <QLabel>
#include <QPushButton>
#include <QTreeView>

using namespace cloop;
using namespace cloop::desktop;
using cloop::test::WindowFolder;

class WindowTest : public QObject, protected WindowFolder {
    Q_OBJECT

public:
    WindowTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QVERIFY(make_tree());
        QCOMPARE(cloop({"create", "tree", "tree.cloop", "-B", "4K"}).status, 0);
        QVERIFY(test::write_file(file("text.txt"), "no image at all\n"));
        QByteArray bytes = test::read_file(file("tree.cloop"));
        for (const int at : {200'000, 200'100, 400'000, 600'000}) bytes[at] = char(bytes[at] ^ 0x55);
        QVERIFY(test::write_file(file("hurt.cloop"), bytes));
    }

    void the_start_page_says_what_to_do() {
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.startPage()->isVisible());
        QCOMPARE(window.windowTitle(), QString("Cloopsmith"));
    }

    void an_image_that_is_dropped_is_opened_and_mapped() {
        MainWindow window;
        window.show();
        QVERIFY(drop(window, "tree.cloop"));
        QVERIFY(window.inspectPage()->isVisible());
        QVERIFY(window.windowTitle().startsWith("tree.cloop"));
        MapView *map = window.inspectPage()->map();
        QCOMPARE(map->cells().size(), window.inspectPage()->opened().image->block_count());
        QVERIFY(map->accessibleDescription().contains("0 damaged"));
        QCOMPARE(window.messages()->said(), QString());
    }

    void rubbish_is_named_in_the_window() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "nothing.cloop"));
        QVERIFY2(window.messages()->said().contains("nothing.cloop"), qPrintable(window.messages()->said()));
        QVERIFY(window.startPage()->isVisible());
        QVERIFY(!drop(window, {QUrl("https://example.org/x.cloop")}));
        QVERIFY(!window.messages()->said().isEmpty());
        // The program continues.
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(window.inspectPage()->isVisible());
        QCOMPARE(window.messages()->said(), QString());
    }

    void keys_and_mouse_choose_blocks() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        MapView *map = window.inspectPage()->map();
        QTest::keyClick(map, Qt::Key_End);
        QCOMPARE(map->chosen().last, map->cells().size());
        QTest::keyClick(map, Qt::Key_Escape);
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(map->chosen().first, std::size_t(0));
        QTest::keyClick(map, Qt::Key_Home);
        QCOMPARE(map->chosen().first, std::size_t(0));
        const std::size_t one = map->chosen().last;
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(map->chosen().first, one);
        QTest::keyClick(map, Qt::Key_End);
        QCOMPARE(map->chosen().last, map->cells().size());
        QTest::keyClick(map, Qt::Key_Escape);
        QCOMPARE(map->chosen().first, map->chosen().last);
        QTest::mouseClick(map->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(3, 3));
        QCOMPARE(map->chosen().first, std::size_t(0));
        QVERIFY(map->fitsAll());
        QTest::keyClick(map, Qt::Key_Plus);
        QVERIFY(!map->fitsAll());
        QTest::keyClick(map, Qt::Key_0);
        QVERIFY(map->fitsAll());
    }

    void a_check_names_exactly_the_damage() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        InspectPage *page = window.inspectPage();
        QSignalSpy ended(page, &InspectPage::scanEnded);
        page->startScan();
        QVERIFY(ended.wait(30'000));
        // The command gives the same result.
        QSet<int> expected, shown;
        for (const auto &range : json(cloop({"verify", "hurt.cloop", "--json"}))["damaged_ranges"].toArray())
            for (int block = range.toObject()["first_block"].toInt(); block <= range.toObject()["last_block"].toInt(); ++block) expected << block;
        for (std::size_t block = 0; block < page->map()->cells().size(); ++block)
            if (isBad(page->map()->cells()[block].state)) shown << int(block);
        QVERIFY(expected.size() >= 3);
        QCOMPARE(shown, expected);
        QVERIFY(page->damage()->isVisible());
        QVERIFY(page->damage()->model()->rowCount() > 0);
        QVERIFY(page->map()->chooseNextBad());
        QVERIFY(expected.contains(int(page->map()->chosen().first)));
    }

    void a_check_stops_at_once() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        window.inspectPage()->cancelScan();
        QVERIFY(!ended.isEmpty() || ended.wait(10'000));
        QVERIFY(!window.inspectPage()->isScanning());
    }

    void a_folder_that_is_dropped_becomes_an_image() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        QVERIFY(page->isVisible());
        QCOMPARE(page->output(), file("tree-2.cloop"));
        // Dropping it again restarts the estimate.
        page->setSource(file("tree"));
        page->choices()->setOutput(file("built.cloop"));
        QSignalSpy estimated(page, &BuildPage::estimated);
        QVERIFY(estimated.wait(20'000));
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(60'000));
        QVERIFY(test::read_file(file("built.cloop")).startsWith("#!/bin/sh\n#V2.0"));
        QCOMPARE(cloop({"cat", "built.cloop", "/file4"}).out, test::read_file(file("tree/file4")));
        QCOMPARE(page->map()->cells().size(), std::size_t(json(cloop({"info", "built.cloop", "--json"}))["blocks"].toInt()));
        QFile::remove(file("built.cloop"));
    }

    void a_part_of_an_archive_that_is_dropped_becomes_an_image_of_all() {
        const QByteArray tar = test::run("tar", {"-cf", "-", "-C", file("tree"), "file4"}).out;
        QVERIFY(!tar.isEmpty());
        for (const int part : {0, 1})
            QVERIFY(test::write_file(file("packed.tar.00") + QString::number(part + 1), part ? tar.mid(tar.size() / 2) : tar.left(tar.size() / 2)));
        MainWindow window;
        window.show();
        QVERIFY(take(window, "packed.tar.002"));
        BuildPage *page = window.buildPage();
        QVERIFY(page->isVisible());
        QCOMPARE(page->output(), file("packed.cloop"));
        QSignalSpy built(page, &BuildPage::built);
        page->start();
        QVERIFY(built.wait(60'000));
        QCOMPARE(cloop({"cat", "packed.cloop", "/file4"}).out, test::read_file(file("tree/file4")));
        for (const char *name : {"packed.tar.001", "packed.tar.002", "packed.cloop"}) QFile::remove(file(name));
    }

    void a_build_that_is_stopped_leaves_nothing() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree"));
        BuildPage *page = window.buildPage();
        page->choices()->setOutput(file("stopped.cloop"));
        page->choices()->setPreset(2);
        page->start();
        QTest::qWait(300);
        page->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!page->isBuilding(), 10'000);
        QVERIFY(!QFile::exists(file("stopped.cloop")));
        QCOMPARE(strays(), QStringList());
    }

    void every_control_has_a_name() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            const bool hasName = (label && !label->text().isEmpty()) || !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(hasName, widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
