#include "views/map_legend.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace cloop::desktop {

namespace {

constexpr int swatch = 12;
constexpr int scaleWidth = 96;
constexpr int gap = 6;
constexpr int between = 20;

} // namespace

MapLegend::MapLegend(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void MapLegend::setCounts(const std::array<std::size_t, block_state_count> &counts) {
    if (counts == counts_) return;
    counts_ = counts;
    QStringList texts;
    for (const Entry &entry : entries()) texts << entry.text;
    setAccessibleName(tr("Legend: %1").arg(texts.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

void MapLegend::setScheme(MapScheme scheme) {
    scheme_ = scheme;
    update();
}

std::vector<MapLegend::Entry> MapLegend::entries() const {
    const auto count = [&](BlockState state) { return counts_[static_cast<std::size_t>(state)]; };
    const auto number = [&](BlockState state) { return QLocale().toString(static_cast<qulonglong>(count(state))); };
    std::vector<Entry> entries{{tr("stored in 0 to 100 %"), {}, true}};
    if (count(BlockState::untested)) entries.push_back({tr("%1 not tested").arg(number(BlockState::untested)), {.level = 100}});
    if (count(BlockState::sound)) entries.push_back({tr("%1 sound").arg(number(BlockState::sound)), {.level = 100, .state = BlockState::sound}});
    // Shown with a zero too once something was tested: that nothing is damaged is what one wants to know.
    if (count(BlockState::sound) || count(BlockState::damaged))
        entries.push_back({tr("%1 damaged").arg(number(BlockState::damaged)), {.state = BlockState::damaged}});
    if (count(BlockState::unreadable)) entries.push_back({tr("%1 unreadable").arg(number(BlockState::unreadable)), {.state = BlockState::unreadable}});
    if (count(BlockState::unverifiable))
        entries.push_back({tr("%1 unverifiable").arg(number(BlockState::unverifiable)), {.level = 100, .state = BlockState::unverifiable}});
    return entries;
}

QSize MapLegend::sizeHint() const {
    int width = 0;
    for (const Entry &entry : entries()) width += (entry.isScale ? scaleWidth : swatch) + gap + fontMetrics().horizontalAdvance(entry.text) + between;
    return {width, std::max(swatch, fontMetrics().height()) + 4};
}

QSize MapLegend::minimumSizeHint() const { return {0, sizeHint().height()}; }

void MapLegend::paintEvent(QPaintEvent *) {
    const MapColours colours = MapColours::forTheme(isDark(palette()), scheme_);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const qreal scale = devicePixelRatioF();
    int x = 0;
    for (const Entry &entry : entries()) {
        const int width = entry.isScale ? scaleWidth : swatch;
        const QRect box = QStyle::visualRect(layoutDirection(), rect(), {x, (height() - swatch) / 2, width, swatch});
        if (entry.isScale) {
            for (int i = 0; i < width; ++i) painter.fillRect(box.x() + i, box.y(), 1, swatch, QColor::fromRgb(colours.levels[static_cast<std::size_t>(200 * i / width)]));
        } else {
            const int side = static_cast<int>(swatch * scale);
            QImage image(side, side, QImage::Format_RGB32);
            paintMap(image, std::span(&entry.cell, 1), {.cell = side, .gap = 0}, 0, colours);
            image.setDevicePixelRatio(scale);
            painter.drawImage(box.topLeft(), image);
        }
        x += width + gap;
        const int advance = fontMetrics().horizontalAdvance(entry.text);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), {x, 0, advance + 1, height()}), Qt::AlignVCenter, entry.text);
        x += advance + between;
    }
}

} // namespace cloop::desktop
