// SPDX-License-Identifier: GPL-3.0-or-later
// Map files of ddrescue: parsed, refused, and applied to the blocks of an image.

#include "image/image_reader.h"
#include "scan/map_file.h"
#include "support/image_builder.h"

#include <QTest>

using namespace cloop;

class MapFileTest : public QObject {
    Q_OBJECT

    static std::shared_ptr<const ImageReader> image(std::size_t size) {
        return ImageReader::open(std::make_shared<test::MemorySource>(test::build_image(test::make_content(size), {}))).value();
    }

private slots:
    void what_is_written_is_read_again() {
        const auto reader = image(40'960);
        std::vector<BlockState> states(10, BlockState::sound);
        states[3] = BlockState::damaged;
        states[4] = BlockState::unreadable;
        states[5] = BlockState::unverifiable;
        states[8] = states[9] = BlockState::untested;
        const auto map = parse_map_file(make_map_file(*reader, states));
        QVERIFY(map);
        QCOMPARE(map->end(), reader->size());
        QVERIFY(states_from(*map, *reader).value() == states);
    }

    void a_map_of_ddrescue_itself_is_read() {
        const auto map = parse_map_file("# Mapfile. Created by GNU ddrescue version 1.27\n# current_pos  current_status  current_pass\n"
                                        "0x00011000     +               1\n#      pos        size  status\n"
                                        "0x00000000  0x00010000  +\n0x00010000  0x00001000  -\n\n0x00011000  0x00000800  ?\n");
        QVERIFY(map);
        QCOMPARE(map->runs.size(), std::size_t(3));
        QCOMPARE(map->runs[1].status, '-');
        QCOMPARE(map->end(), std::uint64_t(0x11800));
    }

    void what_is_no_map_names_its_line_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("empty") << "" << "1";
        QTest::newRow("text") << "no image at all\n" << "1";
        QTest::newRow("status") << "0x0 + 1\n0 512 x\n" << "2";
        QTest::newRow("overlap") << "0x0 + 1\n0 512 +\n511 512 +\n" << "3";
        QTest::newRow("too large") << "0 +\n512 0xFFFFFFFFFFFFFFFF +\n" << "2";
    }
    void what_is_no_map_names_its_line() {
        QFETCH(QString, text);
        QFETCH(QString, line);
        const auto map = parse_map_file(text.toStdString());
        QVERIFY(!map);
        QVERIFY(map.error().code == ErrorCode::invalid_map_file);
        QCOMPARE(QString::fromStdString(map.error().detail), line);
    }

    void the_map_of_another_image_is_refused() {
        const auto map = parse_map_file(make_map_file(*image(40'960), std::vector<BlockState>(10, BlockState::sound)));
        QVERIFY(states_from(*map, *image(36'864)).error().code == ErrorCode::other_image);
    }

    void the_map_of_another_copy_is_refused_data() {
        QTest::addColumn<int>("hurt");  // one damaged block per this many
        QTest::addColumn<bool>("is_same_file");
        QTest::newRow("the same") << 0 << true;
        QTest::newRow("every third block is damaged") << 3 << false;
        QTest::newRow("all are") << 1 << false;
    }
    void the_map_of_another_copy_is_refused() {
        QFETCH(int, hurt);
        QFETCH(bool, is_same_file);
        test::Bytes bytes = test::build_image(test::make_content(293 * 4096), {});
        const auto whole = ImageReader::open(std::make_shared<test::MemorySource>(bytes)).value();
        const auto map = parse_map_file(make_map_file(*whole, std::vector<BlockState>(293, BlockState::sound)));
        QVERIFY(map->image && map->image->blocks.size() == 32);
        if (hurt)
            for (std::size_t block = 0; block < 293; block += std::size_t(hurt)) bytes[whole->index()[block].offset + 5] ^= std::byte{1};
        const auto states = states_from(*map, *ImageReader::open(std::make_shared<test::MemorySource>(bytes)).value());
        QCOMPARE(states.has_value(), is_same_file);
        if (!is_same_file) QVERIFY(states.error().code == ErrorCode::other_image);
    }

    void another_content_of_the_same_length_is_another_image() {
        const auto map = parse_map_file(make_map_file(*image(40'960), std::vector<BlockState>(10, BlockState::untested)));
        const auto other = ImageReader::open(std::make_shared<test::MemorySource>(test::build_image(test::make_content(40'960, 2), {}))).value();
        QVERIFY(states_from(*map, *other).error().code == ErrorCode::other_image);
    }

    void a_map_that_names_no_image_proves_nothing() {
        const auto map = parse_map_file("0x0 + 1\n0 40960 +\n");
        QVERIFY(states_from(*map, *image(40'960)).error().code == ErrorCode::map_without_image);
    }

    void what_was_sound_is_not_read_again() {
        test::Bytes bytes = test::build_image(test::make_content(1'000 * 4096), {});
        const auto sound = ImageReader::open(std::make_shared<test::MemorySource>(bytes)).value();
        for (const std::size_t block : {10u, 500u}) bytes[sound->index()[block].offset + 20] ^= std::byte{0x55};
        const auto hurt = ImageReader::open(std::make_shared<test::MemorySource>(bytes)).value();
        // Block 10 is known to be sound and stays so; 500 is untested.
        std::vector<BlockState> known(1'000, BlockState::sound);
        known[500] = BlockState::untested;
        std::size_t told = 0;
        const auto scan = scan_blocks(*hurt, {.threads = 2, .known = known, .on_judged = [&](const BlockRange &blocks, BlockState) {
                                                  QCOMPARE(blocks.first, told);
                                                  told = blocks.last;
                                              }}, {}, {}).value();
        QCOMPARE(told, std::size_t(1'000));
        QCOMPARE(scan.count(BlockState::sound), std::size_t(999));
        QCOMPARE(scan.bad.size(), std::size_t(1));
        QCOMPARE(scan.bad[0].first, std::size_t(500));
        QVERIFY(scan.states[10] == BlockState::sound);
    }

    void a_map_of_the_disc_names_the_blocks_that_were_not_copied() {
        const auto reader = image(40'960);
        const std::uint64_t size = reader->file_size();
        const BlockRef hit = reader->index()[4];
        // The image lies in two pieces on the disc, the second one before the first.
        const std::uint64_t cut = reader->index()[7].offset + 10;
        const std::vector<Extent> places{{1'000'000, cut}, {20'480, size - cut}};
        const std::uint64_t bad = 1'000'000 + hit.offset + 3;
        MapFile map;
        map.runs = {{{0, bad}, '+'}, {{bad, 1}, '-'}, {{bad + 1, 2'000'000}, '+'}};
        auto runs = uncopied_blocks(map, *reader, places);
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].first, std::size_t(4));
        QCOMPARE(runs[0].last, std::size_t(5));
        QVERIFY(runs[0].state == BlockState::unreadable);
        // The seam between the pieces belongs to one block.
        map.runs = {{{0, 20'479}, '+'}, {{20'479, 5}, '/'}, {{20'484, 3'000'000}, '+'}};
        runs = uncopied_blocks(map, *reader, places);
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].first, std::size_t(7));
        // Nothing was copied past the end of the map.
        map.runs = {{{0, 1'000'000 + reader->index()[2].offset}, '+'}};
        runs = uncopied_blocks(map, *reader, {{1'000'000, size}});
        QCOMPARE(runs.front().first, std::size_t(2));
        QCOMPARE(runs.back().last, std::size_t(10));
    }
};

QTEST_GUILESS_MAIN(MapFileTest)
#include "map_file_test.moc"
