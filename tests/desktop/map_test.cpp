// SPDX-License-Identifier: GPL-3.0-or-later
// The map: cells gathered, the grid, and the picture pixel by pixel.

#include "views/looks.h"
#include "views/map_legend.h"
#include "views/map_painter.h"
#include "views/map_panel.h"
#include "views/map_picture.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace cloop;
using namespace cloop::desktop;

class MapTest : public QObject {
    Q_OBJECT

    static QImage paint(std::span<const Cell> cells, const MapGrid &grid, int top, QSize size, const MapColours &colours,
                        const BlockRange &chosen = {}, std::span<const std::uint8_t> lit = {}) {
        QImage image(size, QImage::Format_RGB32);
        paintMap(image, cells, grid, top, colours, chosen, lit);
        return image;
    }

    /// As WCAG has it.
    static double contrast(const QColor &a, const QColor &b) {
        const auto light = [](const QColor &colour) {
            const auto linear = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
        };
        const double first = light(a), second = light(b);
        return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
    }

private slots:
    void every_colour_of_text_can_be_read() {
        for (const QColor window : {QColor(0xef, 0xef, 0xef), QColor(0xff, 0xff, 0xff), QColor(0x2a, 0x2d, 0x31), QColor(0x1f, 0x22, 0x25)}) {
            const QPalette palette(window, window);
            for (const QColor &text : {quietText(palette), accent(palette), toneColour(palette, Tone::good), toneColour(palette, Tone::bad)})
                QVERIFY2(contrast(text, window) >= 4.5, qPrintable(text.name() + " on " + window.name()));
        }
    }

    void a_cell_of_several_blocks_shows_the_worst() {
        BlockCells cells(10);
        for (std::size_t block = 0; block < 10; ++block) cells.set(block, {.level = std::uint8_t(10 * block), .state = BlockState::sound});
        cells.setState(4, BlockState::damaged);
        cells.setState(7, BlockState::unverifiable);
        cells.setState(9, BlockState::untested);
        std::vector<Cell> gathered;
        cells.gather(3, gathered);
        QCOMPARE(gathered.size(), std::size_t(4));
        QCOMPARE(gathered[0], (Cell{10, BlockState::sound}));
        QCOMPARE(gathered[1], (Cell{40, BlockState::damaged}));
        QCOMPARE(gathered[2], (Cell{70, BlockState::unverifiable}));
        QCOMPARE(gathered[3], (Cell{90, BlockState::untested}));
    }

    void the_next_damage_is_found_both_ways() {
        BlockCells cells(100);
        cells.setState(20, BlockState::damaged);
        cells.setState(50, BlockState::unreadable);
        QCOMPARE(cells.nextBad(0), std::size_t(20));
        QCOMPARE(cells.nextBad(21), std::size_t(50));
        QCOMPARE(cells.nextBad(51), std::size_t(100));
        QCOMPARE(cells.previousBad(50), std::size_t(20));
        QCOMPARE(cells.previousBad(20), std::size_t(100));
    }

    void the_whole_image_fits_a_page_data() {
        QTest::addColumn<qulonglong>("blocks");
        QTest::addColumn<qreal>("scale");
        for (const qulonglong blocks : {0ull, 1ull, 63ull, 10'000ull, 1'000'000ull, 67'000'000ull})
            for (const qreal scale : {1.0, 2.0}) QTest::addRow("%llu blocks, scale %g", blocks, scale) << blocks << scale;
    }
    void the_whole_image_fits_a_page() {
        QFETCH(qulonglong, blocks);
        QFETCH(qreal, scale);
        const int width = int(700 * scale), height = int(500 * scale);
        const MapGrid grid = MapGrid::fitting(blocks, width, height, scale);
        QVERIFY(grid.columns * grid.cell <= width);
        QVERIFY(grid.rows(blocks) * grid.cell <= height);
        QVERIFY(grid.cell >= int(4 * scale));
    }

    void zooming_in_and_out_comes_to_single_blocks_and_back() {
        MapGrid grid = MapGrid::fitting(1'000'000, 700, 500, 1);
        QVERIFY(grid.perCell > 1);
        for (int i = 0; i < 40; ++i) grid = grid.zoomed(1, 700, 1);
        QCOMPARE(grid.perCell, std::size_t(1));
        QCOMPARE(grid.cell, 32);
        for (int i = 0; i < 12; ++i) grid = grid.zoomed(-1, 700, 1);
        QCOMPARE(grid.cell, 4);
    }

    void the_picture_is_what_the_cells_say_data() {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void the_picture_is_what_the_cells_say() {
        QFETCH(bool, isDark);
        const MapColours colours = MapColours::forTheme(isDark, MapScheme::blue);
        const std::vector<Cell> cells{{0, BlockState::sound},
                                      {200, BlockState::untested},
                                      {100, BlockState::damaged},
                                      {Cell::unknown, BlockState::untested},
                                      {50, BlockState::unverifiable}};
        const MapGrid grid{.cell = 10, .gap = 1, .columns = 3};
        const QImage image = paint(cells, grid, 0, {35, 25}, colours, {1, 2});
        QCOMPARE(image.size(), QSize(35, 25));
        QCOMPARE(image.pixel(4, 4), colours.levels[0]);
        QCOMPARE(image.pixel(9, 4), colours.background);   // the gap
        QCOMPARE(image.pixel(14, 4), colours.levels[200]);
        QCOMPARE(image.pixel(10, 4), colours.chosen);      // the frame of block 1
        QCOMPARE(image.pixel(18, 8), colours.chosen);
        QCOMPARE(image.pixel(20, 0), colours.badPattern);  // hatched, not only coloured
        QCOMPARE(image.pixel(21, 0), colours.bad);
        QCOMPARE(image.pixel(4, 14), colours.pending);
        QCOMPARE(image.pixel(10, 10), colours.levels[50]);
        QCOMPARE(image.pixel(14, 14), colours.background); // hollow: unverifiable
        QCOMPARE(image.pixel(24, 14), colours.background); // no sixth block
        // Scrolled by a row, the second row is at the top.
        QCOMPARE(paint(cells, grid, 10, {35, 15}, colours).pixel(4, 4), colours.pending);
    }

    void the_chosen_cell_is_seen_on_every_colour_data() {
        QTest::addColumn<MapScheme>("scheme");
        QTest::addColumn<bool>("isDark");
        for (const auto &[name, scheme] : {std::pair{"blue", MapScheme::blue}, {"viridis", MapScheme::viridis}, {"contrast", MapScheme::contrast}})
            for (const bool isDark : {false, true}) QTest::addRow("%s, %s", name, isDark ? "dark" : "light") << scheme << isDark;
    }
    void the_chosen_cell_is_seen_on_every_colour() {
        QFETCH(MapScheme, scheme);
        QFETCH(bool, isDark);
        const MapColours colours = MapColours::forTheme(isDark, scheme);
        // From the smallest cell to the largest one.
        for (const MapGrid &grid : {MapGrid{.cell = 4, .gap = 0, .columns = 3}, MapGrid{.cell = 5, .gap = 1, .columns = 3},
                                    MapGrid{.cell = 12, .gap = 1, .columns = 3}, MapGrid{.cell = 32, .gap = 1, .columns = 3}})
            for (int level = 0; level <= 200; level += 10)
                for (std::size_t state = 0; state < block_state_count; ++state) {
                    const std::vector<Cell> cells(3, {std::uint8_t(level), static_cast<BlockState>(state)});
                    const QSize size(3 * grid.cell, grid.cell);
                    const QImage before = paint(cells, grid, 0, size, colours), chosen = paint(cells, grid, 0, size, colours, {1, 2});
                    double most = 0;
                    for (int y = 0; y < size.height(); ++y)
                        for (int x = grid.cell; x < 2 * grid.cell; ++x)
                            if (chosen.pixel(x, y) != before.pixel(x, y))
                                most = std::max(most, contrast(QColor::fromRgb(chosen.pixel(x, y)), QColor::fromRgb(colours.of(cells[1]))));
                    // As WCAG wants it of what is no text.
                    QVERIFY2(most >= 3, qPrintable(QString("cell %1, level %2, state %3: %4").arg(grid.cell).arg(level).arg(state).arg(most)));
                }
    }

    void what_is_not_lit_fades() {
        const MapColours colours = MapColours::forTheme(false, MapScheme::blue);
        const std::vector<Cell> cells{{200, BlockState::sound}, {200, BlockState::sound}};
        const std::vector<std::uint8_t> lit{0, 1};
        const QImage image = paint(cells, {.cell = 10, .gap = 1, .columns = 2}, 0, {20, 10}, colours, {}, lit);
        QCOMPARE(image.pixel(14, 4), colours.levels[200]);
        QVERIFY(qGray(image.pixel(4, 4)) > qGray(image.pixel(14, 4)) + 50);
    }

    void every_scheme_goes_from_light_to_dark_or_back() {
        for (const MapScheme scheme : {MapScheme::blue, MapScheme::viridis, MapScheme::contrast})
            for (const bool isDark : {false, true}) {
                const MapColours colours = MapColours::forTheme(isDark, scheme);
                for (std::size_t level = 20; level <= 200; level += 20)
                    QVERIFY((qGray(colours.levels[level]) < qGray(colours.levels[level - 20])) != isDark);
            }
    }

    void at_scale_two_the_same_is_twice_as_large() {
        const MapColours colours = MapColours::forTheme(false, MapScheme::blue);
        const std::vector<Cell> cells{{50, BlockState::sound}, {150, BlockState::sound}, {0, BlockState::damaged}};
        const QImage one = paint(cells, MapGrid::fitting(3, 96, 32, 1), 0, {96, 32}, colours),
                     two = paint(cells, MapGrid::fitting(3, 192, 64, 2), 0, {192, 64}, colours);
        for (const int x : {10, 50}) QCOMPARE(two.pixel(2 * x, 20), one.pixel(x, 10));
    }

    void a_saved_picture_shows_each_state_as_the_window_does_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("png") << "map.png";
        QTest::newRow("svg") << "map.svg";
    }
    void a_saved_picture_shows_each_state_as_the_window_does() {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        BlockCells cells(40);
        for (std::size_t block = 0; block < cells.size(); ++block) cells.set(block, {120, static_cast<BlockState>(block % block_state_count)});
        const MapColours colours = MapColours::forTheme(false, MapScheme::blue).withCounts(cells.counts());
        QVERIFY(saveMapPicture(folder.filePath(name), cells, "title", colours));
        QImage saved(1600, 1000, QImage::Format_RGB32);
        if (name.endsWith("png")) {
            QVERIFY(saved.load(folder.filePath(name)));
        } else {
            QPainter painter(&saved);
            QSvgRenderer(folder.filePath(name)).render(&painter);
        }
        // Title and margins.
        const QRect map(24, 64, 1552, 880);
        const MapGrid grid = MapGrid::fitting(cells.size(), map.width(), map.height(), 1);
        const QImage shown = paint(cells.all(), grid, 0, map.size(), colours);
        const int side = grid.cell - grid.gap;
        std::set<QByteArray> looks;
        for (std::size_t state = 0; state < block_state_count; ++state) {
            const QRect cell(static_cast<int>(state) * grid.cell, 0, side, side);
            const QImage here = saved.copy(cell.translated(map.topLeft())).convertToFormat(QImage::Format_RGB32), there = shown.copy(cell);
            looks.insert(QByteArray(reinterpret_cast<const char *>(here.constBits()), here.sizeInBytes()));
            // The hatching is drawn by lines in a drawing.
            if (!isBad(static_cast<BlockState>(state))) QVERIFY2(here == there, qPrintable(QString::number(state)));
        }
        QCOMPARE(looks.size(), block_state_count);
    }

    void the_legend_wraps_and_loses_no_state() {
        MapPanel panel;
        auto *legend = panel.findChild<MapLegend *>();
        BlockCells cells(40);
        for (std::size_t block = 0; block < cells.size(); ++block) cells.set(block, {120, static_cast<BlockState>(block % block_state_count)});
        legend->setCounts(cells);
        panel.resize(500, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QVERIFY(legend->heightForWidth(legend->width()) > legend->sizeHint().height());
        QTRY_VERIFY(legend->height() >= legend->heightForWidth(legend->width()));
    }

    void damaged_and_unreadable_differ_without_colour() {
        const MapColours colours = MapColours::forTheme(false, MapScheme::blue);
        const MapGrid grid{.cell = 12, .gap = 0, .columns = 1};
        const Cell damaged{0, BlockState::damaged}, unreadable{0, BlockState::unreadable};
        QVERIFY(paint(std::span(&damaged, 1), grid, 0, {12, 12}, colours) != paint(std::span(&unreadable, 1), grid, 0, {12, 12}, colours));
    }
};

QTEST_MAIN(MapTest)
#include "map_test.moc"
