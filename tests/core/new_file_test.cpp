// SPDX-License-Identifier: GPL-3.0-or-later
// Files appear complete or not at all, whatever happens to their folder and names meanwhile.

#include "file/head_apart_sink.h"
#include "file/pending_entry.h"
#include "file/split_sink.h"
#include "support/held_sync.h"
#include "support/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

#include <thread>

using namespace cloop;

namespace {

constexpr std::size_t size = 10'000;
const std::vector<std::byte> content(size, std::byte{'x'});

} // namespace

class NewFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir root_;
    QString file(const QString &name) const { return root_.filePath(name); }
    std::string path(const QString &name) const { return file(name).toStdString(); }
    QStringList names(const QString &folder) const {
        return QDir(file(folder)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
    }

private slots:
    void init() { QVERIFY(QDir(root_.path()).mkpath("folder")); }
    void cleanup() {
        for (const char *name : {"folder", "moved"}) QVERIFY(QDir(file(name)).removeRecursively());
    }

    void a_file_goes_where_its_folder_went_data() {
        QTest::addColumn<bool>("is_set");
        QTest::addColumn<bool>("is_replaced");
        for (const bool is_set : {false, true})
            for (const bool is_replaced : {false, true})
                QTest::addRow("%s%s", is_set ? "set" : "file", is_replaced ? ", replaced" : "") << is_set << is_replaced;
    }
    void a_file_goes_where_its_folder_went() {
        QFETCH(bool, is_set);
        QFETCH(bool, is_replaced);
        const QStringList wanted = is_set ? QStringList{"out.000", "out.001", "out.002"} : QStringList{"out"};
        if (is_replaced) QVERIFY(test::write_file(file("folder/" + wanted[0]), "old"));
        const auto replace = is_replaced ? Replace::yes : Replace::no;
        std::unique_ptr<FileSink> sink;
        if (is_set) sink = std::make_unique<SplitSink>(SplitSink::create(path("folder/out"), 4097, replace, 0666).value());
        else sink = std::make_unique<NewFile>(NewFile::create(path("folder/out"), replace).value());
        QVERIFY(sink->write(content));
        QVERIFY(QDir(root_.path()).rename("folder", "moved") && QDir(root_.path()).mkpath("folder"));
        // A file in a new folder of the same name is not ours.
        QVERIFY(test::write_file(file("folder/" + wanted[0]), "somebody's"));
        QVERIFY(sink->commit());
        QCOMPARE(names("moved"), wanted);
        QCOMPARE(names("folder"), wanted.first(1));
        QCOMPARE(test::read_file(file("folder/" + wanted[0])), QByteArray("somebody's"));
    }

    void a_file_that_appears_meanwhile_stays() {
        auto late = NewFile::create(path("folder/out"), Replace::no).value();
        QVERIFY(late.write(content));
        QVERIFY(test::write_file(file("folder/out"), "first"));
        QVERIFY(late.commit().error().code == ErrorCode::already_exists);
        QCOMPARE(test::read_file(file("folder/out")), QByteArray("first"));
    }

    void blocks_lose_their_name_where_their_head_gets_none_data() {
        QTest::addColumn<bool>("is_set");
        QTest::newRow("file") << false;
        QTest::newRow("set") << true;
    }
    void blocks_lose_their_name_where_their_head_gets_none() {
        QFETCH(bool, is_set);
        std::unique_ptr<ByteSink> body;
        if (is_set) body = std::make_unique<SplitSink>(SplitSink::create(path("folder/out"), 4097, Replace::yes, 0666).value());
        else body = std::make_unique<NewFile>(NewFile::create(path("folder/out"), Replace::yes).value());
        {
            HeadApartSink sink(NewFile::create(path("folder/head"), Replace::yes).value(), std::move(body));
            QVERIFY(sink.write_zeros(1000));
            QVERIFY(sink.write(content));
            QVERIFY(QDir(root_.path()).mkpath("folder/head"));  // a folder can't be replaced by a file
            QVERIFY(sink.commit().error().code == ErrorCode::is_a_directory);
        }
        QCOMPARE(names("folder"), QStringList("head"));
    }

    void what_is_withdrawn_is_ours() {
        auto made = NewFile::create(path("folder/out"), Replace::no).value();
        QVERIFY(made.write(content) && made.commit());
        QVERIFY(test::write_file(file("folder/other"), "somebody's") && QFile::remove(file("folder/out")) &&
                QFile::rename(file("folder/other"), file("folder/out")));
        made.withdraw();
        QCOMPARE(test::read_file(file("folder/out")), QByteArray("somebody's"));
    }

    void a_stop_does_not_wait_for_a_slow_disc_data() {
        QTest::addColumn<bool>("is_set");
        QTest::addColumn<bool>("is_replaced");
        for (const bool is_set : {false, true})
            for (const bool is_replaced : {false, true})
                QTest::addRow("%s%s", is_set ? "set" : "file", is_replaced ? ", replaced" : "") << is_set << is_replaced;
    }
    void a_stop_does_not_wait_for_a_slow_disc() {
        QFETCH(bool, is_set);
        QFETCH(bool, is_replaced);
        const QStringList old = is_set ? QStringList{"out.000", "out.001", "out.002", "out.003"} : QStringList{"out"};
        for (const QString &name : old)
            if (is_replaced) QVERIFY(test::write_file(file("folder/" + name), "old"));
        std::stop_source stop;
        const auto replace = is_replaced ? Replace::yes : Replace::no;
        std::unique_ptr<FileSink> sink;
        if (is_set) sink = std::make_unique<SplitSink>(SplitSink::create(path("folder/out"), 4097, replace, 0666, stop.get_token()).value());
        else sink = std::make_unique<NewFile>(NewFile::create(path("folder/out"), replace, 0666, stop.get_token()).value());
        QVERIFY(sink->write(content));
        {
            const test::HeldSync disc;
            std::jthread stopping([&] {
                if (disc.wait()) stop.request_stop();
            });
            const auto committed = sink->commit();
            QVERIFY(disc.holds());
            QVERIFY(committed.error().code == ErrorCode::cancelled);
            sink.reset();
        }
        QCOMPARE(names("folder"), is_replaced ? old : QStringList());
        for (const QString &name : names("folder")) QCOMPARE(test::read_file(file("folder/" + name)), QByteArray("old"));
    }

    void nothing_is_left_of_what_gets_no_name() {
        const UniqueFd folder(::open(path("folder").c_str(), O_PATH | O_DIRECTORY));
        {
            const auto link = PendingEntry::symlink(folder.get(), "target").value();
            const auto pipe = PendingEntry::node(folder.get(), S_IFIFO, 0).value();
            const auto file = PendingEntry::file(folder.get(), 0600).value();
            QCOMPARE(names("folder").size(), 2);  // unnamed files don't show
        }
        QCOMPARE(names("folder"), QStringList());
    }
};

QTEST_GUILESS_MAIN(NewFileTest)
#include "new_file_test.moc"
