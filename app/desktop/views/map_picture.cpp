// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map_picture.h"

#include "text/sentences.h"

#include <QCoreApplication>
#include <QFile>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace cloop::desktop {

namespace {

struct Picture {
    Q_DECLARE_TR_FUNCTIONS(MapPicture)
};

constexpr QSize pictureSize(1600, 1000);
constexpr int margin = 24;
constexpr int titleHeight = 40;
constexpr int legendHeight = 32;
constexpr QRect mapArea(margin, margin + titleHeight, pictureSize.width() - 2 * margin,
                        pictureSize.height() - 2 * margin - titleHeight - legendHeight);

QString countsText(const BlockCells &cells) {
    const auto counts = cells.counts();
    QStringList parts;
    for (std::size_t state = 0; state < block_state_count; ++state)
        if (counts[state]) parts << QStringLiteral("%1: %2").arg(shortStateText(static_cast<BlockState>(state)), numberText(counts[state]));
    return parts.join(QStringLiteral(" · "));
}

/// Paints title and legend; `map` paints the map between them.
void paintPage(QPainter &painter, const BlockCells &cells, const QString &title, const MapColours &colours, const std::function<void()> &map) {
    painter.fillRect(QRect({}, pictureSize), QColor::fromRgb(colours.background));
    painter.setPen(QColor::fromRgb(colours.chosen));
    QFont font = painter.font();
    font.setPixelSize(20);
    painter.setFont(font);
    painter.drawText(QRect(margin, margin, mapArea.width(), titleHeight), Qt::AlignLeft | Qt::AlignTop, title);
    map();
    font.setPixelSize(14);
    painter.setFont(font);
    const QRect legend(margin, mapArea.bottom(), mapArea.width(), legendHeight);
    for (int i = 0; i < 200; ++i)
        painter.fillRect(legend.x() + i, legend.bottom() - 16, 1, 14, QColor::fromRgb(colours.levels[static_cast<std::size_t>(i)]));
    painter.setPen(QColor::fromRgb(colours.chosen));
    painter.drawText(legend.adjusted(212, 0, 0, 0), Qt::AlignLeft | Qt::AlignBottom,
                     Picture::tr("stored in 0 to 100 %") + QStringLiteral("   ·   ") + countsText(cells));
}

} // namespace

Status saveMapPicture(const QString &path, const BlockCells &cells, const QString &title, const MapColours &colours) {
    const MapGrid grid = MapGrid::fitting(cells.size(), mapArea.width(), mapArea.height(), 1);
    std::vector<Cell> gathered;
    cells.gather(grid.perCell, gathered);
    QSaveFile file(path);
    const auto cause = [&] { return fail(ErrorCode::write_failed, QFile::encodeName(path).toStdString(), file.errorString().toStdString()); };
    if (!file.open(QIODevice::WriteOnly)) return cause();
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setSize(pictureSize);
        svg.setViewBox(QRect({}, pictureSize));
        svg.setTitle(title);
        QPainter painter(&svg);
        paintPage(painter, cells, title, colours, [&] {
            const int side = grid.cell - grid.gap;
            for (std::size_t i = 0; i < gathered.size(); ++i) {
                const auto columns = static_cast<std::size_t>(grid.columns);
                const QRect box(mapArea.x() + static_cast<int>(i % columns) * grid.cell, mapArea.y() + static_cast<int>(i / columns) * grid.cell,
                                side, side);
                const Cell &cell = gathered[i];
                painter.fillRect(box, QColor::fromRgb(colours.of(cell)));
                if (isHollow(cell, side))
                    painter.fillRect(box.adjusted(side / 3, side / 3, -(side / 3), -(side / 3)), QColor::fromRgb(colours.background));
                if (!isBad(cell.state)) continue;
                painter.setPen(QColor::fromRgb(colours.badPattern));
                painter.drawLine(box.bottomLeft(), box.topRight());
                if (cell.state == BlockState::unreadable) painter.drawLine(box.topLeft(), box.bottomRight());
            }
        });
        painter.end();
    } else {
        QImage image(pictureSize, QImage::Format_RGB32);
        QPainter painter(&image);
        paintPage(painter, cells, title, colours, [&] {
            QImage map(mapArea.size(), QImage::Format_RGB32);
            paintMap(map, gathered, grid, 0, colours);
            painter.drawImage(mapArea.topLeft(), map);
        });
        painter.end();
        if (!image.save(&file, "PNG")) return cause();
    }
    if (!file.commit()) return cause();
    return {};
}

} // namespace cloop::desktop
