// SPDX-License-Identifier: GPL-3.0-or-later
// Discs written to sticks from the window by an ordinary user in a session, with real D-Bus, polkit and udisks. Loop devices stand in for sticks.

#include "support/box_answer.h"
#include "support/private_system.h"
#include "support/small_root.h"
#include "support/window_folder.h"
#include "text/sentences.h"
#include "views/stick_dialog.h"

#include "file/file_source.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <grp.h>
#include <unistd.h>

using namespace cloop;
using namespace cloop::desktop;
using namespace cloop::test;

class WindowStickTest : public QObject, protected WindowFolder {
    Q_OBJECT

    static constexpr int sizes[]{32, 48, 2};  ///< MiB
    std::vector<Disk> sticks_;
    QStringList loops_;

    QString content_of(int stick) const { return file(QString("stick%1").arg(stick)); }

    StickDialog *show_dialog(MainWindow &window, std::vector<Disk> sticks) const {
        auto disc = FileSource::open(file("disc.iso").toStdString());
        auto *dialog = new StickDialog(*disc, "disc.iso", window.queue(), &window, [sticks] { return sticks; });
        dialog->show();
        return dialog;
    }
    static QPushButton *run_button(const StickDialog *dialog) {
        for (auto *button : dialog->findChildren<QPushButton *>())
            if (button->isDefault()) return button;
        return nullptr;
    }
    static QString words(const StickDialog *dialog) {
        QStringList all;
        for (const auto *label : dialog->findChildren<QLabel *>()) all << label->text();
        return all.join('\n').remove(QChar(0x200B));
    }
    static const Job *ended(MainWindow &window) {
        return QTest::qWaitFor([&] { return !window.queue().isBusy() && !window.queue().jobs().isEmpty(); }, 60'000) ? window.queue().jobs().last()
                                                                                                                     : nullptr;
    }

public:
    WindowStickTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        QVERIFY(set_polkit_rule("org.freedesktop.udisks2.open-device-system", "YES"));
        QVERIFY(make_small_root(file("root")));
        QCOMPARE(cloop({"live", "root", "disc.iso", "--way", "fuse"}).status, 0);
        for (const int size : sizes) {
            const QString content = content_of(int(sticks_.size()));
            QCOMPARE(run("truncate", {"-s", QString("%1M").arg(size), content}).status, 0);
            loops_ << run("losetup", {"--show", "--find", content}).out.trimmed();
            const auto stick = writable_disk(loops_.last().toStdString());
            QVERIFY(stick);
            sticks_.push_back(*stick);
        }
        QCOMPARE(run("chown", {"-R", "2001:2001", path()}).status, 0);
        const auto id = unsigned(User::tester);
        qputenv("HOME", home_of(User::tester).toUtf8());
        QVERIFY(enter_session(User::tester) && ::setgroups(0, nullptr) == 0 && ::setresgid(id, id, id) == 0 && ::setresuid(id, 0, 0) == 0);
        QVERIFY(::seteuid(id) == 0);
    }

    void cleanupTestCase() {
        if (loops_.isEmpty()) return;
        QVERIFY(::seteuid(0) == 0 && ::setresuid(0, 0, 0) == 0);
        for (const QString &loop : loops_) QCOMPARE(run("losetup", {"--detach", loop}).status, 0);
    }

    void the_chosen_stick_is_written_and_keeps_what_is_written() {
        MainWindow window;
        window.show();
        auto *dialog = show_dialog(window, sticks_);
        auto *box = dialog->findChild<QComboBox *>();
        QCOMPARE(box->count(), 3);
        QCOMPARE(box->itemText(1), diskText(sticks_[1]));
        box->setCurrentIndex(1);
        QVERIFY(words(dialog).contains("All that is on it will be lost."));
        dialog->findChild<QCheckBox *>()->setChecked(true);
        {
            const BoxAnswer refusal(QMessageBox::RejectRole);
            run_button(dialog)->click();
            QCOMPARE(refusal.count, 1);
        }
        QVERIFY(window.queue().jobs().isEmpty());
        const BoxAnswer answer(QMessageBox::AcceptRole);
        run_button(dialog)->click();
        const Job *job = ended(window);
        QVERIFY(job);
        QVERIFY2(job->state() == Job::State::done, qPrintable(job->outcome()));
        QVERIFY2(job->outcome().contains("read back") && job->outcome().contains("keeps what is written"), qPrintable(job->outcome()));
        const QByteArray disc = read_file(file("disc.iso"));
        QVERIFY(read_file(content_of(1)).mid(1 << 16, disc.size() - (1 << 16)) == disc.mid(1 << 16));
        QVERIFY(run("/usr/sbin/sfdisk", {"--json", content_of(1)}).out.contains("0FC63DAF"));
        QCOMPARE(read_file(content_of(0)), QByteArray(sizes[0] << 20, '\0'));  // another one
    }

    void of_a_live_disc_all_is_written_not_the_image_on_it() {
        MainWindow window;
        window.show();
        QVERIFY(take(window, "disc.iso"));
        QAction *action = nullptr;
        for (auto *one : window.findChildren<QAction *>())
            if (one->text().remove('&') == "Write the content to a stick…") action = one;
        QVERIFY(action);
        action->trigger();
        auto *dialog = window.findChild<StickDialog *>();
        QVERIFY(dialog);
        const QString size = sizeText(quint64(QFileInfo(file("disc.iso")).size()));
        QVERIFY2(words(dialog).contains("disc.iso, " + size), qPrintable(words(dialog)));
        dialog->close();
    }

    void what_is_too_small_or_missing_is_said() {
        MainWindow window;
        window.show();
        auto *dialog = show_dialog(window, {sticks_[2]});
        QVERIFY2(words(dialog).contains("It is too small, by "), qPrintable(words(dialog)));
        QVERIFY(!run_button(dialog)->isEnabled());
        dialog->close();
        dialog = show_dialog(window, {});
        QVERIFY(words(dialog).contains("Put one in."));
        QVERIFY(!run_button(dialog)->isEnabled() && !dialog->findChild<QCheckBox *>()->isEnabled());
        dialog->close();
    }

    /// The file behind the loop device is cut: what lies behind its end is lost.
    void a_stick_that_is_pulled_out_is_not_called_good() {
        QCOMPARE(run("truncate", {"-s", "1M", content_of(0)}).status, 0);
        MainWindow window;
        window.show();
        auto *dialog = show_dialog(window, {sticks_[0]});
        const BoxAnswer answer(QMessageBox::AcceptRole);
        run_button(dialog)->click();
        const Job *job = ended(window);
        QVERIFY(job);
        QVERIFY2(job->state() == Job::State::failed && !job->outcome().isEmpty(), qPrintable(job->outcome()));
        QVERIFY2(job->outcome().contains(loops_[0]), qPrintable(job->outcome()));
    }

    void one_that_was_exchanged_meanwhile_is_not_written() {
        MainWindow window;
        window.show();
        auto *dialog = show_dialog(window, {sticks_[1]});
        const QByteArray other(sizes[1] << 20, 'o');
        QVERIFY(::seteuid(0) == 0);
        QVERIFY(write_file(file("another"), other));
        QCOMPARE(run("losetup", {"--detach", loops_[1]}).status, 0);
        bool isThere = false;
        QTRY_VERIFY(isThere = isThere || run("losetup", {loops_[1], file("another")}).status == 0);
        QVERIFY(::seteuid(unsigned(User::tester)) == 0);
        const BoxAnswer answer(QMessageBox::AcceptRole);
        run_button(dialog)->click();
        const Job *job = ended(window);
        QVERIFY(job);
        QVERIFY(job->state() == Job::State::failed);
        QVERIFY2(job->outcome().contains(loops_[1]) && job->outcome().contains("another one has taken its place"), qPrintable(job->outcome()));
        QVERIFY(read_file(file("another")) == other);
    }
};

int main(int argc, char **argv) {
    // Nobody sees the window.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    WindowStickTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "window_stick_test.moc"
