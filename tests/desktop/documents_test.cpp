// SPDX-License-Identifier: GPL-3.0-or-later
// The window in a sandbox, which has only the files that were given to it, by the real document portal.

#include "file/new_file.h"
#include "jobs/job_queue.h"
#include "platform/file_transfer.h"
#include "support/box_answer.h"
#include "support/chooser.h"
#include "support/document_portal.h"
#include "support/window_folder.h"
#include "text/document_path.h"
#include "text/sentences.h"
#include "views/build_page.h"
#include "views/extracted_drag.h"
#include "views/inspect_page.h"
#include "views/message_bar.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace cloop;
using namespace cloop::desktop;
using namespace cloop::test;

class DocumentsTest : public QObject, protected WindowFolder {
    Q_OBJECT

    std::unique_ptr<DocumentPortal> portal_;

    static QAbstractButton *button(const QWidget &parent, const QString &words) {
        for (auto *one : parent.findChildren<QAbstractButton *>())
            if (one->isVisible() && one->text().remove('&') == words) return one;
        return nullptr;
    }
    static QAbstractButton *hiddenButton(const QWidget &parent, const QString &words) {
        for (auto *one : parent.findChildren<QAbstractButton *>())
            if (one->text().remove('&') == words) return one;
        return nullptr;
    }
    static QStringList textsOf(const QWidget &window) {
        QStringList texts{window.windowTitle()};
        for (const auto *label : window.findChildren<QLabel *>()) texts << label->text();
        for (const auto *edit : window.findChildren<QLineEdit *>()) texts << edit->text();
        return texts;
    }
    static bool isBuilt(const MainWindow &window) {
        return QTest::qWaitFor([&] { return button(window, "Open") != nullptr; }, 20'000);
    }
    QStringList filesIn(const QString &folder) const { return QDir(file(folder)).entryList(QDir::Files | QDir::Hidden); }

public:
    DocumentsTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        qputenv("FLATPAK_ID", "org.cloopsmith.Cloopsmith");
        QVERIFY(QDir(path()).mkpath("runtime"));
        QFile::setPermissions(file("runtime"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        portal_ = std::make_unique<DocumentPortal>(file("runtime"));
        QVERIFY(portal_->isRunning());
        QVERIFY(make_tree());
        QVERIFY(make_images());
        QVERIFY(QDir(path()).mkpath("out"));
    }
    void cleanupTestCase() { portal_.reset(); }
    void init() {
        for (const QString &name : filesIn("out")) QFile::remove(file("out/" + name));
    }

    void a_document_is_shown_by_its_name_alone() {
        const QString lone = portal_->give(file("tree.iso")), folder = portal_->giveFolder(file("tree"));
        QVERIFY(QFileInfo(lone).isFile() && QFileInfo(folder).isDir());
        QCOMPARE(shownPath(lone), "tree.iso");
        QCOMPARE(shownPath(folder + "/sub/file1"), "tree/sub/file1");
        QVERIFY(!shownPath(QFileInfo(lone).path()).contains('/'));
        QCOMPARE(shownPath("/run/flatpak/doc/4f2a9c1/tree.iso"), "tree.iso");
        QCOMPARE(shownPath("/home/someone/doc/4f2a9c1/tree.iso"), "/home/someone/doc/4f2a9c1/tree.iso");
        QVERIFY(isLoneDocument(lone) && !isLoneDocument(folder + "/a") && !isLoneDocument(file("tree.iso")));
        QVERIFY(sentenceOf({.code = ErrorCode::not_cloop, .subject = encodedPath(lone)}).startsWith("tree.iso: "));
    }

    void a_new_file_in_a_document_is_complete_or_not_there() {
        const std::string given = portal_->give(file("out/new")).toStdString();
        const std::string text = "some bytes";
        {
            auto unfinished = NewFile::create(given, Replace::no);
            QVERIFY(unfinished);
            QVERIFY(unfinished->write(std::as_bytes(std::span(text))));
            QVERIFY(!filesIn("out").contains("new"));
        }
        QCOMPARE(filesIn("out"), QStringList());
        auto made = NewFile::create(given, Replace::no);
        QVERIFY(made && made->write(std::as_bytes(std::span(text))));
        QVERIFY(made->commit());
        QCOMPARE(filesIn("out"), QStringList("new"));
        QCOMPARE(read_file(file("out/new")), "some bytes");
        QVERIFY(NewFile::create(given, Replace::no).error().code == ErrorCode::already_exists);
        auto again = NewFile::create(given, Replace::yes);
        QVERIFY(again && again->write(std::as_bytes(std::span(text).first(4))) && again->commit());
        QCOMPARE(filesIn("out"), QStringList("new"));
        QCOMPARE(read_file(file("out/new")), "some");
    }

    void a_drop_comes_by_the_portal() {
        const QByteArray key = giveFiles({file("tree.cloop")});
        QVERIFY(!key.isEmpty());
        QMimeData data;
        data.setData(fileTransferType(), key + '\0');
        // What a program in another sandbox would call it.
        data.setUrls({QUrl::fromLocalFile("/app/nowhere/tree.cloop")});
        MainWindow window;
        window.show();
        QVERIFY(drop(window, data));
        QCOMPARE(window.inspectPage()->opened().path, file("tree.cloop"));
    }

    void a_drop_whose_key_is_used_up_is_refused_with_words() {
        QMimeData data;
        data.setData(fileTransferType(), "12345");
        MainWindow window;
        window.show();
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QDropEvent dropped(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &dropped);
        QVERIFY(window.findChild<MessageBar *>()->said().startsWith("Drop one file"));
    }

    void dragged_files_are_offered_by_the_portal() {
        auto opened = OpenedImage::open(file("tree.cloop"), {});
        QVERIFY(opened && opened->filesystem);
        const auto node = opened->filesystem->find("file0");
        QVERIFY(node);
        ExtractedDrag drag(opened->filesystem, NodeSelection(std::vector{*node}));
        QVERIFY(drag.hasFormat(fileTransferType()));
        const QStringList paths = takeFiles(drag);
        QCOMPARE(paths.size(), 1);
        QCOMPARE(read_file(paths.first()), read_file(file("tree/file0")));
        QVERIFY(!paths.first().startsWith("/tmp/cloopsmith-"));
    }

    void a_build_asks_where_to_write_and_writes_there() {
        MainWindow window;
        window.show();
        const QString tree = portal_->giveFolder(file("tree"));
        QSignalSpy taken(&window, &MainWindow::taken);
        window.take(tree);
        QVERIFY(taken.wait(10'000));
        QVERIFY(window.buildPage()->isVisible());
        // The name is proposed before the dialog, because none can be given after it.
        const Chooser chooser(portal_->give(file("out/tree.cloop")));
        button(window, "Build")->click();
        QCOMPARE(chooser.count, 1);
        QVERIFY2(isBuilt(window), qPrintable(textsOf(window).join('\n')));
        QCOMPARE(filesIn("out"), QStringList("tree.cloop"));
        QCOMPARE(cloop({"verify", "out/tree.cloop"}).status, 0);
        for (const QString &text : textsOf(window)) QVERIFY2(!text.contains("/doc/"), qPrintable(text));
    }

    void what_comes_beside_an_image_makes_the_dialog_ask_for_a_folder() {
        MainWindow window;
        window.show();
        QSignalSpy taken(&window, &MainWindow::taken);
        window.take(portal_->giveFolder(file("tree")));
        QVERIFY(taken.wait(10'000));
        qobject_cast<QCheckBox *>(hiddenButton(window, "Write its SHA-256 into a file beside it"))->setChecked(true);
        const Chooser chooser(portal_->giveFolder(file("out")));
        button(window, "Build")->click();
        QCOMPARE(chooser.count, 1);
        QVERIFY2(isBuilt(window), qPrintable(textsOf(window).join('\n')));
        QCOMPARE(filesIn("out"), (QStringList{"tree.cloop", "tree.cloop.sha256"}));
        QCOMPARE(run("sha256sum", {"-c", "tree.cloop.sha256"}, {}, file("out")).status, 0);
    }

    void a_cancelled_dialog_builds_nothing() {
        MainWindow window;
        window.show();
        QSignalSpy taken(&window, &MainWindow::taken);
        window.take(portal_->giveFolder(file("tree")));
        QVERIFY(taken.wait(10'000));
        int asked = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (!dialog) return;
            ++asked;
            dialog->reject();
        });
        timer.start(20);
        button(window, "Build")->click();
        QCOMPARE(asked, 1);
        QVERIFY(button(window, "Build"));
        QCOMPARE(filesIn("out"), QStringList());
    }

    void a_lone_part_asks_for_its_folder() {
        QCOMPARE(cloop({"create", "--split", "100k", "tree", "parts"}).status, 0);
        MainWindow window;
        window.show();
        QSignalSpy taken(&window, &MainWindow::taken);
        window.take(portal_->give(file("parts.000")));
        QVERIFY(taken.wait(10'000));
        auto *choose = button(window, "Choose the folder…");
        QVERIFY(choose);
        const Chooser chooser(portal_->giveFolder(path()));
        choose->click();
        QVERIFY(taken.wait(10'000));
        QVERIFY(!button(window, "Choose the folder…"));
        QVERIFY(!isLoneDocument(window.inspectPage()->opened().path));
    }
};

QTEST_MAIN(DocumentsTest)
#include "documents_test.moc"
