// SPDX-License-Identifier: GPL-3.0-or-later
// The models, without views.

#include "jobs/rate_estimator.h"
#include "models/block_table_model.h"
#include "models/contents_model.h"
#include "models/damage_model.h"
#include "models/damaged_files_model.h"
#include "models/files_filter.h"
#include "text/media.h"
#include "models/recent_files.h"
#include "models/recent_looks.h"
#include "support/image_builder.h"
#include "support/window_folder.h"
#include "views/histogram_view.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace cloop;
using namespace cloop::desktop;

class ModelsTest : public QObject, protected test::WindowFolder {
    Q_OBJECT

    OpenedImage open(const QString &name) const { return OpenedImage::open(file(name), {}).value(); }

public:
    ModelsTest() : WindowFolder(BIN_DIR, VECTORS) {}

private slots:
    void initTestCase() {
        QVERIFY(make_tree());
        QCOMPARE(cloop({"create", "tree", "tree.cloop", "-B", "4K"}).status, 0);
        QByteArray bytes = test::read_file(file("tree.cloop"));
        bytes[600'000] = char(bytes[600'000] ^ 0x55);
        QVERIFY(test::write_file(file("hurt.cloop"), bytes));
    }

    void an_image_in_parts_inside_another_is_one() {
        const QByteArray image = test::read_file(file("tree.cloop"));
        QVERIFY(QDir(path()).mkpath("disc/live"));
        QVERIFY(test::write_file(file("disc/live/root.cloop.000"), image.left(300'000)));
        QVERIFY(test::write_file(file("disc/live/root.cloop.001"), image.mid(300'000)));
        QCOMPARE(cloop({"create", "disc", "outer.cloop"}).status, 0);
        QCOMPARE(cloop({"extract", "outer.cloop", "disc.iso"}).status, 0);
        const OpenedImage alone = open("tree.cloop"), onDisc = open("disc.iso"), outer = open("outer.cloop");
        const auto inside = OpenedImage::openInside(outer, *outer.filesystem->find("/live/root.cloop.001"), {}).value();
        for (const OpenedImage *opened : {&onDisc, &inside}) {
            QVERIFY(opened->image->name().ends_with(":/live/root.cloop"));
            QCOMPARE(opened->image->file_size(), alone.image->file_size());
            QCOMPARE(opened->filesystem->nodes().size(), alone.filesystem->nodes().size());
        }
        QCOMPARE(onDisc.places->size(), std::size_t(2));
        QVERIFY(!inside.places);
    }

    void the_contents_are_the_files_with_their_share_of_the_image() {
        const OpenedImage opened = open("tree.cloop");
        ContentsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setArchive(opened.archive);
        const BlockCells cells = BlockCells::fromIndex(opened.image->index(), 4096);
        const auto facts = judgeNodes(*opened.filesystem, opened.image->index(), 4096, cells);
        model.setFacts(facts);
        const NodeId sub = *opened.filesystem->find("/sub"), one = *opened.filesystem->find("/sub/file1");
        const QModelIndex index = model.indexOf(one);
        QCOMPARE(index.data().toString(), "file1");
        QCOMPARE(index.parent(), model.indexOf(sub));
        QCOMPARE(facts[one].size, std::uint64_t(test::read_file(file("tree/sub/file1")).size()));
        QVERIFY(facts[one].stored > 0 && facts[one].stored < facts[one].size);
        // A folder is the sum of its entries, and all files together take no more than the image.
        std::uint64_t size = 0, stored = 0;
        for (const NodeId child : (*opened.filesystem)[sub].children) {
            size += facts[child].size;
            stored += facts[child].stored;
        }
        QCOMPARE(facts[sub].size, size);
        QCOMPARE(facts[sub].stored, stored);
        QVERIFY(facts[Filesystem::root].stored < opened.image->file_size() + facts[*opened.filesystem->find("/file0")].stored);
        QCOMPARE(index.siblingAtColumn(ContentsModel::state).data().toString(), "not checked");
    }

    void damage_shows_in_the_file_and_in_its_folders() {
        const OpenedImage opened = open("hurt.cloop");
        BlockCells cells = BlockCells::fromIndex(opened.image->index(), 4096);
        const auto scan = scan_blocks(*opened.image, {}, {}, {}).value();
        for (std::size_t block = 0; block < scan.states.size(); ++block) cells.setState(block, scan.states[block]);
        QCOMPARE(scan.bad.size(), std::size_t(1));
        const auto facts = judgeNodes(*opened.filesystem, opened.image->index(), 4096, cells);
        const auto hits = find_hit_nodes(*opened.filesystem, scan.bad, 4096).value();
        QVERIFY(!hits.empty());
        for (NodeId id = 0; id < facts.size(); ++id) {
            const bool isHit = std::ranges::any_of(hits, [&](const HitNode &hit) { return hit.node == id; });
            QCOMPARE(facts[id].state == BlockState::damaged, isHit);
        }
        QVERIFY(facts[Filesystem::root].stateBelow == BlockState::damaged);
    }

    void headers_stand_where_their_columns_do() {
        const OpenedImage opened = open("hurt.cloop");
        const BlockCells cells = BlockCells::fromIndex(opened.image->index(), 4096);
        const auto bad = scan_blocks(*opened.image, {}, {}, {}).value().bad;
        ContentsModel contents;
        contents.setArchive(opened.archive);
        BlockTableModel blocks;
        blocks.setImage(opened.image, &cells);
        DamageModel damage;
        damage.setDamage(opened, bad);
        DamagedFilesModel files;
        files.setDamage(opened, bad, find_hit_nodes(*opened.filesystem, bad, 4096).value());
        int numbers = 0;
        for (const QAbstractItemModel *model : std::initializer_list<const QAbstractItemModel *>{&contents, &blocks, &damage, &files}) {
            QVERIFY(model->rowCount() > 0);
            for (int column = 0; column < model->columnCount(); ++column) {
                const QVariant own = model->index(0, column).data(Qt::TextAlignmentRole);
                const int cell = own.isValid() ? own.toInt() : int(Qt::AlignLeading | Qt::AlignVCenter);
                QCOMPARE(model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt(), cell);
                numbers += (cell & Qt::AlignTrailing) != 0;
            }
        }
        QVERIFY2(numbers >= 11, qPrintable(QString::number(numbers)));
    }

    void the_table_of_blocks_sorts_and_filters() {
        const auto image = ImageReader::open(std::make_shared<test::MemorySource>(test::build_image(test::make_content(100 * 4096), {}))).value();
        BlockCells cells = BlockCells::fromIndex(image->index(), 4096);
        cells.setState(7, BlockState::damaged);
        cells.setState(50, BlockState::unreadable);
        BlockTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.setImage(image, &cells);
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.rowOf(42), 42);
        model.sort(BlockTableModel::stored, Qt::DescendingOrder);
        for (int row = 1; row < 100; ++row) QVERIFY(image->index()[model.blockAt(row - 1)].size >= image->index()[model.blockAt(row)].size);
        QCOMPARE(model.blockAt(model.rowOf(42)), std::size_t(42));
        model.setFilter(BlockTableModel::Filter::bad);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(42), -1);
        cells.setState(60, BlockState::damaged);
        model.takeStates();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(model.rowOf(50), BlockTableModel::state).data().toString(), "unreadable");
    }

    void the_histogram_counts_every_block_once() {
        BlockCells cells(5);
        for (const auto &[block, level] : {std::pair{0, 0}, {1, 9}, {2, 10}, {3, 200}, {4, 220}})
            cells.set(std::size_t(block), {.level = std::uint8_t(level)});
        HistogramView view;
        view.setCells(cells);
        QCOMPARE(view.bars()[0], std::size_t(2));
        QCOMPARE(view.bars()[1], std::size_t(1));
        QCOMPARE(view.bars()[19], std::size_t(1));
        QCOMPARE(view.bars()[20], std::size_t(1));
    }

    void names_are_found_in_any_case_and_alphabet() {
        QVERIFY(QDir(path()).mkpath("names/Sub"));
        for (const char *name : {"names/README.txt", "names/Éclair.txt", "names/Sub/inner", "names/other"})
            QVERIFY(test::write_file(file(name), "x"));
        QCOMPARE(cloop({"create", "names", "names.cloop", "--force"}).status, 0);
        const OpenedImage opened = open("names.cloop");
        const auto found = [&](const QString &text) {
            QStringList wanted;
            const auto visible = filesMatching(*opened.archive, {}, text, false);
            for (NodeId node = 0; node < visible.size(); ++node)
                if (visible[node] == 2) wanted << nameText(opened.filesystem->path(node));
            wanted.sort();
            return wanted;
        };
        QCOMPARE(found("readme"), QStringList{"/README.txt"});
        QCOMPARE(found("ÉCLAIR"), QStringList{"/Éclair.txt"});
        QCOMPARE(found("cla"), QStringList{"/Éclair.txt"});
        // A folder that is found comes with all below.
        QCOMPARE(found("sub"), (QStringList{"/Sub", "/Sub/inner"}));
        QCOMPARE(found("nothing"), QStringList());
        QVERIFY(filesMatching(*opened.archive, {}, QString(), false).empty());
        ContentsModel model;
        model.setArchive(opened.archive);
        model.setVisible(filesMatching(*opened.archive, {}, "inner", false));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), "Sub");
        QVERIFY(!model.indexOf(*opened.filesystem->find("/other")).isValid());
        model.setVisible({});
        model.sort(ContentsModel::name, Qt::DescendingOrder);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(3, 0).data().toString(), "other");
    }

    void damaged_ranges_have_their_files_below() {
        const OpenedImage opened = open("hurt.cloop");
        const auto scan = scan_blocks(*opened.image, {}, {}, {}).value();
        DamageModel model;
        model.setDamage(opened, scan.bad);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(DamageModel::firstBlockRole).toULongLong(), scan.bad[0].first);
        QCOMPARE(model.index(0, DamageModel::cause).data().toString(), "The stored data can't be decompressed.");
        QCOMPARE(model.index(0, DamageModel::length).data().toString(), QLocale().toString(4096));
        QVERIFY(model.index(0, 0, model.index(0, 0)).data(DamageModel::copyRole).toString().startsWith("/"));
        QCOMPARE(std::size_t(model.rowCount(model.index(0, 0))), opened.nodesIn(scan.bad[0].first, scan.bad[0].last).size());
    }

    void reports_are_the_same_as_the_commands() {
        const OpenedImage opened = open("hurt.cloop");
        auto scan = scan_blocks(*opened.image, {}, {}, {}).value();
        const ScanReport report = ScanReport::make(opened, scan.states, scan.bad, scan.misplaced);
        QJsonObject ours = QJsonDocument::fromJson(report.json()).object(), theirs = json(cloop({"verify", "hurt.cloop", "--json"}));
        // Each was given another path of the same image.
        for (QJsonObject *one : {&ours, &theirs}) QVERIFY(one->take("image").toString().endsWith("hurt.cloop"));
        QCOMPARE(ours, theirs);
        QVERIFY(!ours["files"].toArray().isEmpty());
        QCOMPARE(report.csv(), cloop({"map", "hurt.cloop", "--csv"}).out);
        QVERIFY(report.mapFile().contains("  -\n"));
        QVERIFY(report.text().contains("/sub/"));
    }

    void a_rate_is_told_only_when_it_is_known() {
        RateEstimator rate;
        for (int i = 0; i < 4; ++i) rate.add(0.1 * i, std::uint64_t(i) * 1000);
        QVERIFY(!rate.rate());
        QVERIFY(!rate.remaining(100'000));
        for (int i = 4; i <= 100; ++i) rate.add(0.1 * i, std::uint64_t(i) * 1000);
        QVERIFY(std::abs(*rate.rate() - 10'000) < 1);
        QVERIFY(std::abs(*rate.remaining(200'000) - 10) < 0.1);
        // One slow step hardly changes the rate.
        rate.add(10.5, 100'000);
        QVERIFY(*rate.rate() > 9'000);
    }

    void the_smallest_disc_is_named() {
        QCOMPARE(smallestMediumFor(1)->capacity, 333'000ull * 2048);
        QCOMPARE(smallestMediumFor(333'000ull * 2048)->capacity, 333'000ull * 2048);
        QCOMPARE(smallestMediumFor(333'000ull * 2048 + 1)->capacity, 360'000ull * 2048);
        QCOMPARE(smallestMediumFor(5'000'000'000ull)->capacity, 4'171'712ull * 2048);
        QVERIFY(!smallestMediumFor(60'000'000'000ull));
    }

    void what_was_open_before_tells_whether_it_changed() {
        QVERIFY(test::write_file(file("one.cloop"), "one"));
        QVERIFY(test::write_file(file("two.cloop"), "two"));
        RecentFiles recent;
        recent.clear();
        recent.add(file("one.cloop"));
        recent.add(file("two.cloop"));
        recent.add(file("one.cloop"));
        QCOMPARE(recent.list().size(), 2);
        QCOMPARE(recent.list()[0].path, file("one.cloop"));
        QVERIFY(recent.list()[0].change() == RecentFile::Change::same);
        QVERIFY(test::write_file(file("one.cloop"), "one more"));
        QVERIFY(recent.list()[0].change() == RecentFile::Change::changed);
        QVERIFY(QFile::remove(file("two.cloop")));
        QVERIFY(recent.list()[1].change() == RecentFile::Change::gone);
        for (int i = 0; i < 20; ++i) recent.add(file(QString("%1.cloop").arg(i)));
        QCOMPARE(recent.list().size(), 10);
    }

    void what_was_found_out_stays_with_what_was_open() {
        QVERIFY(test::write_file(file("one.cloop"), "one"));
        QVERIFY(test::write_file(file("two.cloop"), "two"));
        RecentFiles recent;
        recent.clear();
        recent.add(file("one.cloop"), 4711);
        recent.add(file("two.cloop"));
        QCOMPARE(recent.list()[1].imageSize, 4711);
        QCOMPARE(recent.list()[0].imageSize, 3);
        QVERIFY(recent.list()[1].known == RecentFile::Known::unchecked);
        recent.setState(file("one.cloop"), RecentFile::Known::damaged, 14, 3);
        recent.setState(file("two.cloop"), RecentFile::Known::whole);
        recent.setState(file("other.cloop"), RecentFile::Known::whole);
        QCOMPARE(recent.list().size(), 2);
        // Opened once more, it is as it was; after a change, nothing is known.
        recent.add(file("one.cloop"));
        QVERIFY(recent.list()[0].known == RecentFile::Known::damaged);
        QCOMPARE(recent.list()[0].damagedBlocks, 14);
        QCOMPARE(recent.list()[0].unreadableBlocks, 3);
        QVERIFY(test::write_file(file("one.cloop"), "one more"));
        recent.add(file("one.cloop"));
        QVERIFY(recent.list()[0].known == RecentFile::Known::unchecked);
        recent.remove(file("one.cloop"));
        QCOMPARE(recent.list().size(), 1);
        QCOMPARE(recent.list()[0].path, file("two.cloop"));
        QVERIFY(recent.list()[0].known == RecentFile::Known::whole);
    }

    void files_are_looked_at_beside() {
        QVERIFY(test::write_file(file("same.cloop"), "same"));
        QVERIFY(test::write_file(file("gone.cloop"), "gone"));
        RecentFiles recent;
        recent.clear();
        recent.add(file("same.cloop"));
        recent.add(file("gone.cloop"));
        QVERIFY(QFile::remove(file("gone.cloop")));
        QHash<QString, RecentFile::Change> seen;
        {
            RecentLooks looks;
            connect(&looks, &RecentLooks::seen, this, [&](const QString &path, RecentFile::Change change) { seen[path] = change; });
            looks.look(recent.list());
            looks.look(recent.list());
            QVERIFY(seen.isEmpty());
            QTRY_COMPARE(seen.size(), 2);
            QVERIFY(seen[file("same.cloop")] == RecentFile::Change::same);
            QVERIFY(seen[file("gone.cloop")] == RecentFile::Change::gone);
            seen.clear();
            looks.look(recent.list());
        }
        // Nobody waits for the last one.
        QTest::qWait(100);
        QVERIFY(seen.isEmpty());
    }
};

QTEST_MAIN(ModelsTest)
#include "models_test.moc"
