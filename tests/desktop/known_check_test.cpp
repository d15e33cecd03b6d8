// SPDX-License-Identifier: GPL-3.0-or-later
// What was found out about an image is known when it is opened again, and only of that very image.

#include "jobs/job_queue.h"
#include "support/window_folder.h"
#include "text/sentences.h"
#include "views/build_choices.h"
#include "views/build_page.h"
#include "views/damage_view.h"
#include "views/export_dialog.h"
#include "views/image_header.h"
#include "views/inspect_page.h"
#include "views/map_view.h"
#include "views/row_button.h"
#include "views/start_page.h"
#include "views/state_chip.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace cloop;
using namespace cloop::desktop;

class KnownCheckTest : public QObject, protected test::WindowFolder {
    Q_OBJECT

    static QString folder() { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/checks"; }
    static QFileInfoList kept() { return QDir(folder()).entryInfoList({"*.map"}, QDir::Files, QDir::Time); }
    static void setTime(const QString &path, const QDateTime &time) {
        QFile changed(path);
        QVERIFY(changed.open(QIODevice::ReadWrite));
        QVERIFY(changed.setFileTime(time, QFileDevice::FileModificationTime));
    }

    /// Checks all blocks; false on timeout.
    static bool scan(MainWindow &window) {
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        return ended.wait(30'000);
    }
    static QString chip(const MainWindow &window) { return window.inspectPage()->header()->chip()->text(); }
    static bool says(const MainWindow &window, const QString &words) {
        const auto labels = window.inspectPage()->damage()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return !label->isHidden() && label->text().contains(words); });
    }

public:
    KnownCheckTest() : WindowFolder(BIN_DIR, VECTORS) {}

    /// An image whose check takes so long that it can be held in its midst.
    bool make_long_image() const {
        return test::write_file(file("long"), QByteArray("words and words, ").repeated(12 << 20)) &&
               cloop({"create", "long", "long.cloop", "-B", "16M", "-l", "1", "--no-verify", "--force"}).status == 0;
    }

private slots:
    void initTestCase() {
        QVERIFY(make_tree());
        QVERIFY(make_images());
    }

    void init() {
        forget_checks();
        RecentFiles().clear();
    }

    void a_check_is_known_when_the_image_is_opened_again() {
        QString told, headline;
        std::array<std::size_t, block_state_count> counts{};
        {
            MainWindow window;
            QVERIFY(take(window, "hurt.cloop"));
            QCOMPARE(chip(window), "not checked");
            QVERIFY(scan(window));
            told = chip(window);
            headline = window.inspectPage()->damage()->headline();
            counts = window.inspectPage()->map()->cells().counts();
        }
        RecentFiles().clear();
        MainWindow window;
        window.show();
        QVERIFY(take(window, "hurt.cloop"));
        QCOMPARE(chip(window), told);
        QCOMPARE(window.inspectPage()->damage()->headline(), headline);
        QCOMPARE(window.inspectPage()->map()->cells().counts(), counts);
        QVERIFY(window.inspectPage()->damage()->isVisible());
        QVERIFY(says(window, "Checked today at "));
        QVERIFY(window.inspectPage()->header()->chip()->toolTip().startsWith("Checked today at "));
        QVERIFY(RecentFiles().list()[0].known == RecentFile::Known::damaged);
    }

    void what_could_not_be_read_is_kept_apart_from_bad_data_data() {
        QTest::addColumn<int>("damaged");
        QTest::addColumn<int>("unreadable");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("headline");
        QTest::newRow("bad data") << 3 << 0 << "3 block(s) damaged" << "3 of %1 blocks damaged:";
        QTest::newRow("read errors") << 0 << 2 << "2 block(s) unreadable" << "2 of %1 blocks unreadable:";
        QTest::newRow("both") << 3 << 2 << "3 block(s) damaged, 2 unreadable" << "3 of %1 blocks damaged, 2 unreadable:";
    }
    void what_could_not_be_read_is_kept_apart_from_bad_data() {
        QFETCH(int, damaged);
        QFETCH(int, unreadable);
        QFETCH(QString, words);
        QFETCH(QString, headline);
        const auto opened = OpenedImage::open(file("tree.cloop"), {}).value();
        std::vector states(opened.image->block_count(), BlockState::sound);
        std::ranges::fill_n(states.begin() + 10, damaged, BlockState::damaged);
        std::ranges::fill_n(states.begin() + 13, unreadable, BlockState::unreadable);
        KnownCheck::keep(opened.checkKey, *opened.image, states);
        MainWindow window;
        window.show();
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY2(chip(window).startsWith(words), qPrintable(chip(window)));
        const DamageView *damage = window.inspectPage()->damage();
        QVERIFY2(damage->headline().startsWith(headline.arg(QLocale().toString(states.size()))), qPrintable(damage->headline()));
        const auto buttons = damage->findChildren<QPushButton *>();
        const auto again = std::ranges::find(buttons, "Read the unreadable ones &again", &QPushButton::text);
        QCOMPARE((*again)->isVisible(), unreadable > 0);
        // The start page offers it with the same words.
        window.inspectPage()->close();
        const RecentFile recent = RecentFiles().list()[0];
        QCOMPARE(recent.damagedBlocks, damaged);
        QCOMPARE(recent.unreadableBlocks, unreadable);
        const auto rows = window.findChild<StartPage *>()->findChildren<RowButton *>();
        QVERIFY(std::ranges::any_of(rows, [&](const RowButton *row) { return row->accessibleDescription().contains(words); }));
    }

    void it_says_when_it_was_checked_data() {
        QTest::addColumn<qint64>("days");
        QTest::addColumn<QString>("words");
        QTest::newRow("yesterday") << qint64(1) << "yesterday";
        QTest::newRow("some days ago") << qint64(3) << "3 day(s) ago";
        QTest::newRow("long ago") << qint64(100) << "on " + QLocale().toString(QDate::currentDate().addDays(-100), QLocale::ShortFormat);
        QTest::newRow("by a wrong clock") << qint64(-2) << "on " + QLocale().toString(QDate::currentDate().addDays(2), QLocale::ShortFormat);
    }
    void it_says_when_it_was_checked() {
        QFETCH(qint64, days);
        QFETCH(QString, words);
        MainWindow window;
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(scan(window));
        QCOMPARE(kept().size(), 1);
        setTime(kept()[0].filePath(), QDateTime::currentDateTime().addDays(-days));
        QVERIFY(take(window, "tree.cloop"));
        QCOMPARE(chip(window), "whole");
        QVERIFY(says(window, "Checked " + words + "."));
    }

    void a_check_that_was_stopped_goes_on() {
        QVERIFY(make_long_image());
        MainWindow window;
        QVERIFY(take(window, "long.cloop"));
        QSignalSpy ended(window.inspectPage(), &InspectPage::scanEnded);
        window.inspectPage()->startScan();
        // Held at its first report, so that it is stopped in the middle.
        window.queue().jobs().last()->setPaused(true);
        QTRY_VERIFY(window.inspectPage()->map()->cells().counts()[std::size_t(BlockState::sound)] > 0);
        window.inspectPage()->cancelScan();
        QVERIFY(!ended.isEmpty() || ended.wait(10'000));
        const auto counts = window.inspectPage()->map()->cells().counts();
        QVERIFY(counts[std::size_t(BlockState::untested)] > 0);
        QVERIFY(take(window, "long.cloop"));
        QCOMPARE(window.inspectPage()->map()->cells().counts(), counts);
        QCOMPARE(chip(window), "checked in part");
        QVERIFY(says(window, "Checked in part today at ") && says(window, "No damage so far."));
        QVERIFY(RecentFiles().list()[0].known == RecentFile::Known::part);
        QVERIFY(scan(window));
        QCOMPARE(chip(window), "whole");
        QVERIFY(take(window, "long.cloop"));
        QCOMPARE(chip(window), "whole");
    }

    void what_is_left_in_the_middle_of_a_check_is_known_so_far() {
        QVERIFY(make_long_image());
        MainWindow window;
        QVERIFY(take(window, "long.cloop"));
        window.inspectPage()->startScan();
        window.queue().jobs().last()->setPaused(true);
        QTRY_VERIFY(window.inspectPage()->map()->cells().counts()[std::size_t(BlockState::sound)] > 0);
        window.inspectPage()->close();
        QTRY_VERIFY(!window.queue().isBusy());
        QVERIFY(take(window, "long.cloop"));
        QCOMPARE(chip(window), "checked in part");
    }

    void another_image_is_not_known_data() {
        QTest::addColumn<QString>("change");
        for (const char *change : {"its time", "its size", "its index", "its place"}) QTest::newRow(change) << change;
    }
    void another_image_is_not_known() {
        QFETCH(QString, change);
        const QByteArray bytes = test::read_file(file("tree.cloop"));
        QVERIFY(test::write_file(file("other.cloop"), bytes));
        MainWindow window;
        QVERIFY(take(window, "other.cloop"));
        QVERIFY(scan(window));
        QCOMPARE(chip(window), "whole");
        const QDateTime time = QFileInfo(file("other.cloop")).lastModified();
        QString name = "other.cloop";
        if (change == "its time") {
            setTime(file(name), time.addSecs(1));
        } else if (change == "its size") {
            QVERIFY(test::write_file(file(name), bytes + QByteArray(512, '\0')));
            setTime(file(name), time);
        } else if (change == "its index") {
            QVERIFY(test::write_file(file(name), QByteArray(bytes).replace(136 + 8 * 60, 8, QByteArray(8, '\0'))));
            setTime(file(name), time);
        } else {
            name = "copied.cloop";
            QFile::remove(file(name));
            QVERIFY(QFile::copy(file("other.cloop"), file(name)));
            setTime(file(name), time);
        }
        QVERIFY(take(window, name));
        QVERIFY2(chip(window) != "whole", qPrintable(chip(window)));
    }

    void what_a_build_read_back_is_known() {
        {
            MainWindow window;
            QVERIFY(take(window, "tree"));
            window.buildPage()->choices()->setOutput(file("built.cloop"));
            QSignalSpy built(window.buildPage(), &BuildPage::built);
            window.buildPage()->start();
            QVERIFY(built.wait(30'000));
        }
        MainWindow window;
        QVERIFY(take(window, "built.cloop"));
        QCOMPARE(chip(window), "whole");
        QVERIFY(RecentFiles().list()[0].known == RecentFile::Known::whole);
    }

    void what_an_export_read_is_known_data() {
        QTest::addColumn<QString>("image");
        QTest::newRow("whole") << "tree.cloop";
        QTest::newRow("damaged") << "hurt.cloop";
    }
    void what_an_export_read_is_known() {
        QFETCH(QString, image);
        MainWindow window;
        QVERIFY(take(window, image));
        QVERIFY(scan(window));
        const QString told = chip(window);
        const auto counts = window.inspectPage()->map()->cells().counts();
        forget_checks();
        QVERIFY(take(window, image));
        QCOMPARE(chip(window), "not checked");
        QList<QAction *> actions = window.findChildren<QAction *>();
        (*std::ranges::find_if(actions, [](const QAction *action) { return action->text() == "&Export the content…"; }))->trigger();
        auto *dialog = window.findChild<ExportDialog *>();
        QVERIFY(dialog);
        dialog->setOutput(file("exported.iso"));
        dialog->start();
        QTRY_VERIFY_WITH_TIMEOUT(!window.queue().isBusy(), 30'000);
        QFile::remove(file("exported.iso"));
        QFile::remove(file("exported.iso.sha256"));
        QCOMPARE(chip(window), told);
        QVERIFY(take(window, image));
        QCOMPARE(chip(window), told);
        QCOMPARE(window.inspectPage()->map()->cells().counts(), counts);
    }

    void the_oldest_of_many_go() {
        const auto opened = OpenedImage::open(file("tree.cloop"), {}).value();
        const std::vector states(opened.image->block_count(), BlockState::sound);
        const auto key = [](int number) { return QString("check%1").arg(number); };
        for (int number = 0; number < 105; ++number) {
            KnownCheck::keep(key(number), *opened.image, states);
            setTime(folder() + "/" + key(number) + ".map", QDateTime::currentDateTime().addSecs(number - 1000));
        }
        KnownCheck::keep(key(105), *opened.image, states);
        QCOMPARE(kept().size(), 100);
        QVERIFY(!KnownCheck::find(key(5), *opened.image));
        QVERIFY(KnownCheck::find(key(6), *opened.image) && KnownCheck::find(key(105), *opened.image));
    }

    void where_it_can_not_be_kept_nothing_is_known() {
        QVERIFY(QDir().mkpath(QFileInfo(folder()).path()));
        QVERIFY(test::write_file(folder(), "no folder"));
        MainWindow window;
        QVERIFY(take(window, "tree.cloop"));
        QVERIFY(scan(window));
        QCOMPARE(chip(window), "whole");
        QVERIFY(take(window, "tree.cloop"));
        QCOMPARE(chip(window), "not checked");
        QVERIFY(QFile::remove(folder()));
        QVERIFY(scan(window));
        QVERIFY(test::write_file(kept()[0].filePath(), "no map file\n"));
        QVERIFY(take(window, "tree.cloop"));
        QCOMPARE(chip(window), "not checked");
    }

    void of_a_drive_nothing_is_kept() { QCOMPARE(KnownCheck::keyOf("/dev/null"), QString()); }
};

QTEST_MAIN(KnownCheckTest)
#include "known_check_test.moc"
