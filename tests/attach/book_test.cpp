// SPDX-License-Identifier: GPL-3.0-or-later
// The book's commands, run in the order of each page: blocks of code marked `sh`. Behind that may stand `exit=N`, the exit status of the last
// command, and `user`, for what an ordinary user does in a session; the rest is done by root. A block marked `cpp` compiles.

#include "support/command_folder.h"
#include "support/private_system.h"
#include "support/small_root.h"

#include <QRandomGenerator>
#include <QTest>

using namespace cloop::test;

class BookTest : public QObject {
    Q_OBJECT

    struct Block {
        QString page;
        QStringList marks;  ///< the words behind the three backticks
        QString text;
    };

    static QStringList pages() { return QDir(SOURCE_DIR "/docs").entryList({"*.md"}); }

    static QList<Block> blocks_of(const QString &page) {
        QList<Block> blocks;
        bool is_inside = false;
        for (const QString &line : QString::fromUtf8(read_file(SOURCE_DIR "/docs/" + page)).split('\n')) {
            if (line.startsWith("```")) {
                is_inside = !is_inside;
                if (is_inside) blocks.append({page, line.mid(3).split(' '), {}});
            } else if (is_inside) {
                blocks.back().text += line + '\n';
            }
        }
        return blocks;
    }

    static QString folder_of(const QString &page) { return home_of(User::tester) + "/" + page; }

    static Outcome shell(const QString &folder, const QString &script, User user) {
        QProcess process;
        process.setProgram("bash");
        process.setArguments({"-euc", "cd '" + folder + "'; PATH=" BIN_DIR ":/usr/sbin:/sbin:$PATH\n" + script});
        let_run_as(process, user, Where::in_session);
        return outcome_of(process);
    }

    /// What the pages take for granted, in a folder of each.
    static bool furnish(const QString &folder) {
        QRandomGenerator random(1);
        QByteArray picture(1'200'000, Qt::Uninitialized);
        for (char &byte : picture) byte = char(random.generate());
        return QDir().mkpath(folder + "/holiday/cache") && QDir().mkpath(folder + "/mnt") &&
               write_file(folder + "/holiday/beach.txt", QByteArray("sun, sand\n").repeated(20'000)) &&
               write_file(folder + "/holiday/picture.jpg", picture) && write_file(folder + "/holiday/draft.tmp", "draft\n") &&
               write_file(folder + "/holiday/cache/old", "old\n") && make_small_root(folder + "/system") &&
               shell(folder, R"(
                   tar -C system -cf system.tar .
                   mkdir disc disc/KNOPPIX
                   cloop create holiday disc/KNOPPIX/KNOPPIX
                   cp disc/KNOPPIX/KNOPPIX old.cloop
                   cloop extract old.cloop content.iso
                   mksquashfs holiday squash -quiet -no-progress
                   cloop create squash system.cloop
                   xorriso -as mkisofs -quiet -o scratched-disc disc
                   dd if=/dev/urandom of=scratched-disc bs=2048 seek=400 count=3 conv=notrunc status=none
                   rm -r disc system squash
                   chown -R tester: .)",
                     User::root)
                       .status == 0;
    }

private slots:
    void initTestCase() {
        if (const QString why = why_not_private(); !why.isEmpty()) QSKIP(qPrintable(why));
        for (const QString &page : pages()) QVERIFY2(furnish(folder_of(page)), qPrintable(page));
    }

    void commands_do_what_the_page_says_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QStringList>("marks");
        QTest::addColumn<QString>("text");
        for (const QString &page : pages())
            for (const Block &block : blocks_of(page))
                QTest::newRow(qPrintable(page + ": " + block.text.section('\n', 0, 0))) << page << block.marks << block.text;
    }
    void commands_do_what_the_page_says() {
        QFETCH(QString, page);
        QFETCH(QStringList, marks);
        QFETCH(QString, text);
        if (marks.takeFirst() == "cpp") {
            const QStringList options{"-std=c++23", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-I" SOURCE_DIR "/core", "-x", "c++", "-"};
            const auto compiled = run("c++", options, text.toUtf8());
            QVERIFY2(compiled.status == 0, compiled.err);
            return;
        }
        int expected = 0;
        User user = User::root;
        for (const QString &mark : marks) {
            if (mark.startsWith("exit=")) expected = mark.mid(5).toInt();
            else if (mark == "user") user = User::tester;
            else QFAIL(qPrintable("unknown mark " + mark));
        }
        const auto done = shell(folder_of(page), text, user);
        QVERIFY2(done.status == expected, done.out + done.err);
    }
};

QTEST_GUILESS_MAIN(BookTest)
#include "book_test.moc"
