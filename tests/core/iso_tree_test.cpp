// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/file_source.h"
#include "source/archive_stream.h"
#include "source/folder_stream.h"
#include "source/iso_directories.h"
#include "support/image_builder.h"
#include "support/program.h"
#include "support/random_tree.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

using namespace cloop;
using test::Bytes;
using test::line_of;
using test::Listing;
using test::listing_of;
using test::MemoryContent;
using test::RandomTree;

namespace {

/// The notes, by code.
struct Notes {
    std::vector<Error> errors;
    TroubleSink sink() {
        return [this](const Error &error) { errors.push_back(error); };
    }
    std::vector<ErrorCode> codes() const {
        std::vector<ErrorCode> all;
        for (const Error &error : errors) all.push_back(error.code);
        return all;
    }
};

} // namespace

class IsoTreeTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString file(const QString &name) const { return folder_.filePath(name); }

    Bytes folder_bytes(const QString &name) {
        auto stream = open_folder(file(name).toStdString(), {.label = "SAME"}, {}, {}, {});
        return stream ? test::read_stream(**stream) : Bytes{};
    }

    /// Makes a folder with all kinds of nodes, including links.
    void make_folder(const QString &name) {
        const std::string base = file(name).toStdString();
        for (const char *directory : {"", "/b", "/b/deep", "/a", "/c", "/c/one", "/c/two"})
            QVERIFY(QDir().mkpath(QString::fromStdString(base + directory)));
        for (int i = 0; i < 40; ++i)
            QVERIFY(test::write_file(QString::fromStdString(base) + QString("/c/file %1").arg(i), QByteArray::number(i).repeated(300)));
        for (int i = 0; i < 40; ++i) QVERIFY(::symlink(("target" + std::to_string(i)).c_str(), (base + "/b/link" + std::to_string(i)).c_str()) == 0);
        for (int i = 0; i < 10; ++i) QVERIFY(::mkfifo((base + "/b/pipe" + std::to_string(i)).c_str(), 0644) == 0);
        QVERIFY(::link((base + "/c/file 7").c_str(), (base + "/a/same").c_str()) == 0);
        QVERIFY(::link((base + "/c/file 7").c_str(), (base + "/zz").c_str()) == 0);
        QCOMPARE(test::run("find", {file(name), "-exec", "touch", "-h", "-d", "@1600000000", "{}", "+"}).status, 0);
    }

private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
    }

    void random_trees_with_long_names_come_back_whole() {
        for (unsigned seed = 0; seed < test::tree_seeds; ++seed) {
            RandomTree tree(seed);
            auto stream = tree.make()->stream("random", {});
            QVERIFY(stream);
            const Bytes bytes = test::read_stream(**stream);
            QVERIFY2(!bytes.empty(), qPrintable(QString("seed %1").arg(seed)));
            const Listing listing = listing_of(bytes);
            for (const auto &[path, line] : tree.expected()) {
                const auto found = listing.find(path);
                QVERIFY2(found != listing.end() && found->second == line,
                         qPrintable(QString("seed %1: %2 in place of %3 at %4")
                                        .arg(seed)
                                        .arg(found == listing.end() ? "nothing" : found->second.c_str(), line.c_str(), path.c_str())));
            }
            QCOMPARE(listing.size(), tree.expected().size());
        }
    }

    void where_nodes_lie_in_memory_changes_no_byte() {
        Bytes first;
        for (int round = 0; round < 4; ++round) {
            // Fragment the heap, so that nodes have other addresses each time.
            std::vector<std::unique_ptr<char[]>> chunks;
            std::mt19937 random(static_cast<unsigned>(round));
            for (int i = 0; i < 4000 * round; ++i) chunks.push_back(std::make_unique<char[]>(80 + random() % 80));
            for (auto &chunk : chunks)
                if (random() % 2) chunk.reset();
            auto stream = RandomTree(3).make()->stream("random", {});
            QVERIFY(stream);
            const Bytes bytes = test::read_stream(**stream);
            QVERIFY(!bytes.empty());
            if (round == 0) first = bytes;
            QVERIFY(bytes == first);
        }
    }

    void the_same_files_in_another_folder_or_a_tar_give_the_same_bytes() {
        make_folder("tree");
        make_folder("another folder of the same");
        const Bytes bytes = folder_bytes("tree");
        QVERIFY(!bytes.empty());
        QVERIFY(folder_bytes("tree") == bytes);
        QVERIFY(folder_bytes("another folder of the same") == bytes);
        QCOMPARE(test::run("tar", {"-cf", file("tree.tar"), "--sort=name", "-C", file("tree"), "."}).status, 0);
        auto stream = open_archive(FileSource::open(file("tree.tar").toStdString()).value(), {.label = "SAME"}, {}, {});
        QVERIFY(stream);
        QVERIFY(test::read_stream(**stream) == bytes);
    }

    void a_label_is_cut_at_whole_characters_data() {
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("32 bytes") << QByteArray(32, 'x') << QByteArray(32, 'x');
        QTest::newRow("33 bytes") << QByteArray(33, 'x') << QByteArray(32, 'x');
        QTest::newRow("inside a character") << QByteArray(31, 'x') + "\xC3\xA9" << QByteArray(31, 'x');
        QTest::newRow("behind a character") << QByteArray(30, 'x') + "\xC3\xA9y" << QByteArray(30, 'x') + "\xC3\xA9";
        QTest::newRow("inside a long one") << QByteArray(30, 'x') + "\xE6\x97\xA5" << QByteArray(30, 'x');
    }
    void a_label_is_cut_at_whole_characters() {
        QFETCH(QByteArray, label);
        QFETCH(QByteArray, kept);
        Notes notes;
        auto tree = ContentTree::make({.label = label.toStdString(), .on_note = notes.sink()});
        QVERIFY(tree);
        QVERIFY((*tree)->stream("labelled", {}));
        if (label == kept) {
            QVERIFY(notes.errors.empty());
            return;
        }
        QCOMPARE(notes.errors.size(), std::size_t(1));
        QVERIFY(notes.errors[0].code == ErrorCode::label_cut);
        QCOMPARE(notes.errors[0].detail, kept.toStdString());
    }

    void a_date_that_is_none_is_refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isTaken");
        for (const char *none : {"abc", "1700000000x", "-1", "1e9", " 5", "99999999999999999999", "253402300800"})
            QTest::newRow(none) << QByteArray(none) << false;
        for (const char *some : {"", "0", "1700000000", "253402300799"}) QTest::newRow(*some ? some : "empty") << QByteArray(some) << true;
    }
    void a_date_that_is_none_is_refused() {
        QFETCH(QByteArray, text);
        QFETCH(bool, isTaken);
        qputenv("SOURCE_DATE_EPOCH", text);
        const auto tree = ContentTree::make({.label = "DATE"});
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        QCOMPARE(tree.has_value(), isTaken);
        if (!isTaken) QVERIFY(tree.error().code == ErrorCode::invalid_date_epoch && tree.error().detail == text.toStdString());
    }

    void names_that_are_cut_are_told_of_once() {
        Notes notes;
        auto tree = ContentTree::make({.label = "LONG", .on_note = notes.sink()}).value();
        for (const char c : {'e', 'd', 'c', 'b', 'a'})
            QVERIFY(tree->add_special(tree->root(), std::string(c == 'b' ? 253 : 300, c), {.mode = S_IFIFO}));
        auto stream = tree->stream("source", {});
        QVERIFY(stream);
        QCOMPARE(notes.errors.size(), std::size_t(1));
        QVERIFY(notes.errors[0].code == ErrorCode::name_changed);
        QCOMPARE(notes.errors[0].subject, std::string("source"));
        QCOMPARE(notes.errors[0].detail, std::string(300, 'e') + ", " + std::string(300, 'd'));
        QCOMPARE(notes.errors[0].more, std::uint64_t(2));
        const Listing listing = listing_of(test::read_stream(**stream));
        QCOMPARE(listing.size(), std::size_t(5));
        QVERIFY(listing.contains("/" + std::string(253, 'b')));
    }

    void what_linux_reads_wrongly_is_noted() {
        Notes notes;
        auto tree = ContentTree::make({.label = "LINUX", .on_note = notes.sink()}).value();
        for (const std::size_t length : {255, 254, 253}) QVERIFY(tree->add_special(tree->root(), std::string(length, 'n'), {.mode = S_IFIFO}));
        QVERIFY(tree->add_special(tree->root(), "far", {.mode = S_IFCHR, .device = makedev(4, 256)}));
        QVERIFY(tree->add_special(tree->root(), "near", {.mode = S_IFCHR, .device = makedev(4, 255)}));
        QVERIFY(tree->stream("source", {}));
        QCOMPARE(notes.errors.size(), std::size_t(2));
        QVERIFY(notes.errors[0].code == ErrorCode::name_shown_cut);
        QCOMPARE(notes.errors[0].detail, std::string(255, 'n') + ", " + std::string(254, 'n'));
        QVERIFY(notes.errors[1].code == ErrorCode::device_shown_wrong);
        QCOMPARE(notes.errors[1].detail, std::string("far"));
    }

    void names_that_joliet_makes_one_stay_as_they_are_data() {
        QTest::addColumn<QByteArrayList>("names");
        // On a disc, the name byte 1 means "..".
        QTest::newRow("byte 1") << QByteArrayList{"\1"};
        QTest::newRow("byte 1 beside what Joliet makes of it") << QByteArrayList{"\1", "_"};
        QTest::newRow("several such bytes") << QByteArrayList{"\1", "\2", "_", "_0", "_1"};
        QTest::newRow("question marks") << QByteArrayList{"what?", "what_", "what*", "other"};
        QTest::newRow("a dot at the end") << QByteArrayList{"dot.", "dot", "dot.."};
        QTest::newRow("upper case, as ISO 9660's names") << QByteArrayList{"A?", "A_", "A_0", "B"};
    }
    void names_that_joliet_makes_one_stay_as_they_are() {
        QFETCH(QByteArrayList, names);
        // All combinations of file and folder.
        for (unsigned kinds = 0; kinds < 1u << names.size(); ++kinds) {
            auto tree = ContentTree::make({.label = "ALIKE"}).value();
            Listing expected;
            std::uint64_t identity = 0;
            for (qsizetype i = 0; i < names.size(); ++i) {
                const std::string name = names[i].toStdString(), content = "content of " + std::to_string(i);
                const bool is_folder = kinds & 1u << i;
                const auto add = [&](ContentTree::Directory *parent, const std::string &path) {
                    expected[path] = line_of(S_IFREG | 0644, 0, content);
                    return tree->add_file(parent, path.substr(path.rfind('/') + 1), {.mode = S_IFREG | 0644}, content.size(), ++identity, i,
                                          std::make_shared<MemoryContent>(content));
                };
                if (!is_folder) {
                    QVERIFY(add(tree->root(), "/" + name));
                    continue;
                }
                const auto folder = tree->add_directory(tree->root(), name, {.mode = S_IFDIR | 0755});
                QVERIFY(folder);
                expected["/" + name] = line_of(S_IFDIR | 0755, 0, {});
                for (const char *inner : {"/a", "/b?", "/b_"}) QVERIFY(add(*folder, "/" + name + inner));
            }
            auto stream = tree->stream("source", {});
            QVERIFY(stream);
            const Listing got = listing_of(test::read_stream(**stream));
            for (const auto &[path, line] : expected)
                QVERIFY2(got.contains(path) && got.at(path) == line, qPrintable(QString("kinds %1: %2").arg(kinds).arg(path.c_str())));
            QCOMPARE(got.size(), expected.size());
        }
    }

    void a_link_that_leads_too_far_is_left_out_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("isTaken");
        const QByteArray longest(248, 'x');
        QTest::newRow("a component of 248") << longest << true;
        QTest::newRow("of 249") << longest + "x" << false;
        QTest::newRow("of 255 between others") << QByteArray("/usr/" + longest + "xxxxxxx/lib") << false;
        QTest::newRow("248 four times") << (longest + "/" + longest + "/" + longest + "/" + longest) << true;
        QTest::newRow("1024 in all") << QByteArray("abc/").repeated(255) + "abcd" << true;
        QTest::newRow("1025 in all") << QByteArray("abc/").repeated(256) + "d" << false;
    }
    void a_link_that_leads_too_far_is_left_out() {
        QFETCH(QByteArray, target);
        QFETCH(bool, isTaken);
        auto tree = ContentTree::make({.label = "LINK"}).value();
        const auto added = tree->add_symlink(tree->root(), "link", {.mode = S_IFLNK | 0777}, target.toStdString());
        QCOMPARE(added.has_value(), isTaken);
        if (!isTaken) QVERIFY(added.error().code == ErrorCode::link_too_long);
        // The accepted nodes don't break the rest.
        QVERIFY(tree->add_directory(tree->root(), "behind it", {.mode = S_IFDIR | 0755}));
        auto stream = tree->stream("source", {});
        QVERIFY(stream);
        const Listing listing = listing_of(test::read_stream(**stream));
        QVERIFY(listing.contains("/behind it"));
        QCOMPARE(listing.contains("/link"), isTaken);
        if (isTaken) QCOMPARE(listing.at("/link"), line_of(S_IFLNK | 0777, 0, target.toStdString()));
    }

    void thousands_of_names_that_begin_alike_cost_no_square() {
        Notes notes;
        auto tree = ContentTree::make({.label = "ALIKE", .on_note = notes.sink()}).value();
        constexpr int count = 20'000;
        for (int i = count; i-- > 0;) {
            const std::string name = std::string(100, 'p') + QString("%1.txt").arg(i, 7, 10, QLatin1Char('0')).toStdString();
            QVERIFY(tree->add_file(tree->root(), name, {.mode = S_IFREG | 0644}, 0, static_cast<std::uint64_t>(i) + 1, 0,
                                   std::make_shared<MemoryContent>("")));
        }
        auto stream = tree->stream("source", {});
        QVERIFY(stream);
        QCOMPARE(listing_of(test::read_stream(**stream)).size(), std::size_t(count));
        QVERIFY(notes.codes() == std::vector{ErrorCode::joliet_left_out});
        QCOMPARE(notes.errors[0].more, std::uint64_t(count - 1 - 2));
    }

    void more_names_alike_than_can_be_numbered_are_refused_before_the_work() {
        auto tree = ContentTree::make({.label = "ALIKE"}).value();
        for (int i = 200'001; i-- > 0;) {
            const std::string name = std::string(40, 'p') + QString("%1").arg(i, 7, 10, QLatin1Char('0')).toStdString();
            QVERIFY(tree->add_special(tree->root(), name, {.mode = S_IFIFO}));
        }
        const auto stream = tree->stream("source", {});
        QVERIFY(!stream);
        QVERIFY(stream.error().code == ErrorCode::names_too_alike);
    }

    void a_stop_is_heard_while_libisofs_lays_out() {
        auto tree = ContentTree::make({.label = "STOP"}).value();
        for (int i = 100'000; i-- > 0;) {
            const std::string name = std::string(40, 'p') + QString("%1").arg(i, 7, 10, QLatin1Char('0')).toStdString();
            QVERIFY(tree->add_special(tree->root(), name, {.mode = S_IFIFO}));
        }
        std::stop_source stop;
        const std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            stop.request_stop();
        });
        const auto stream = tree->stream("source", stop.get_token());
        QVERIFY(!stream);
        QVERIFY(stream.error().code == ErrorCode::cancelled);
    }

    void a_directory_that_lies_elsewhere_is_noticed() {
        Bytes bytes = test::read_stream(*RandomTree(5).make()->stream("random", {}).value());
        QVERIFY(!bytes.empty());
        IsoDirectories sound;
        QVERIFY(sound.pass(bytes));
        QVERIFY(sound.is_complete());

        // An extra sector after the root, as by libisofs 1.5.4.
        const auto root = std::to_integer<unsigned>(bytes[16 * 2048 + 158]);
        Bytes shifted = bytes;
        shifted.insert(shifted.begin() + (root + 1) * 2048, 2048, std::byte{});
        IsoDirectories broken;
        const auto passed = broken.pass(shifted);
        QVERIFY(!passed);
        QVERIFY(passed.error().code == ErrorCode::layout_broken);

        IsoDirectories cut;
        QVERIFY(cut.pass(std::span(bytes).first((root + 1) * 2048)));
        QVERIFY(!cut.is_complete());
    }
};

QTEST_GUILESS_MAIN(IsoTreeTest)
#include "iso_tree_test.moc"
