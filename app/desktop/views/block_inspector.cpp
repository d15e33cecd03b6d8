// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/block_inspector.h"

#include "models/scan_report.h"
#include "text/sentences.h"
#include "views/labels.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <set>

namespace cloop::desktop {

namespace {

constexpr qsizetype mostInTooltip = 8;
constexpr qsizetype mostInInspector = 200;

/// For several blocks: number in each state, place in the content, stored size.
QString factsOfRange(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last) {
    const BlockReader &image = *opened.image;
    std::array<std::size_t, block_state_count> counts{};
    std::uint64_t stored = 0;
    std::set<std::uint8_t> codecs;
    for (std::size_t block = first; block < last; ++block) {
        ++counts[static_cast<std::size_t>(cells[block].state)];
        if (block >= image.index().known_size() || image.index().defect(block) != Defect::none) continue;
        stored += image.index()[block].size;
        codecs.insert(image.index()[block].codec);
    }
    QStringList states, names;
    for (std::size_t state = 0; state < block_state_count; ++state)
        if (counts[state]) states << QStringLiteral("%1: %2").arg(shortStateText(static_cast<BlockState>(state)), numberText(counts[state]));
    for (const std::uint8_t codec : codecs) names << codecText(codec);
    const Extent bytes = image.bytes_of({first, last});
    return factTable(
        {{BlockInspector::tr("State"), states.join(QStringLiteral(", "))},
         {BlockInspector::tr("Content from"), numberText(bytes.offset)},
         {BlockInspector::tr("Stored"), BlockInspector::tr("%1 of %2").arg(sizeText(stored), sizeText(bytes.size))},
         {BlockInspector::tr("Ratio"), bytes.size ? percentText(static_cast<double>(stored) / static_cast<double>(bytes.size)) : QString()},
         {BlockInspector::tr("Codec"), names.join(QStringLiteral(", "))}});
}

QString factsOf(const OpenedImage &opened, const BlockCells &cells, std::size_t block) {
    const BlockReader &image = *opened.image;
    QList<std::pair<QString, QString>> rows{{BlockInspector::tr("State"), stateText(cells[block].state)},
                                            {BlockInspector::tr("Content from"), numberText(block * std::uint64_t{image.block_size()})}};
    if (image.index().defect(block) == Defect::none) {
        const BlockRef ref = image.index()[block];
        rows << std::pair{BlockInspector::tr("Lies at"), numberText(ref.offset)}
             << std::pair{BlockInspector::tr("Stored"), BlockInspector::tr("%Ln byte(s)", nullptr, static_cast<int>(ref.size))}
             << std::pair{BlockInspector::tr("Ratio"), percentText(static_cast<double>(ref.size) / image.block_size())}
             << std::pair{BlockInspector::tr("Codec"), codecText(ref.codec)};
    } else {
        rows << std::pair{BlockInspector::tr("Lies at"), BlockInspector::tr("not known")};
    }
    return factTable(rows);
}

} // namespace

QString describeBlocks(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last) {
    QString html = QStringLiteral("<b>%1</b>").arg(blocksText(first, last).toHtmlEscaped());
    html += last - first == 1 ? factsOf(opened, cells, first) : factsOfRange(opened, cells, first, last);
    QStringList paths = opened.pathsIn(first, last, mostInTooltip + 1);
    if (paths.size() > mostInTooltip) paths[mostInTooltip] = QStringLiteral("…");
    for (QString &path : paths) path = pathText(path).toHtmlEscaped();
    return html + paths.join(QStringLiteral("<br>"));
}

BlockInspector::BlockInspector(QWidget *parent) : QWidget(parent), text_(textLabel()) {
    text_->setAccessibleName(tr("Chosen blocks"));
    text_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    text_->setContentsMargins(rhythm, rhythm, rhythm, rhythm);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(text_);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    setFocusProxy(text_);
    connect(text_, &QLabel::linkActivated, this, [this](const QString &link) { emit nodeChosen(link.toUInt()); });
}

void BlockInspector::show(const OpenedImage &opened, const BlockCells &cells, std::size_t first, std::size_t last) {
    if (first >= last) {
        text_->setText(tr("Choose a block on the map to see where it lies and which files it belongs to.").toHtmlEscaped());
        return;
    }
    QString html = QStringLiteral("<b>%1</b>").arg(blocksText(first, last).toHtmlEscaped());
    html += last - first == 1 ? factsOf(opened, cells, first) : factsOfRange(opened, cells, first, last);
    QStringList lines;
    qsizetype count = 0;
    for (const NodeId node : opened.nodesIn(first, last)) {
        if (++count > mostInInspector) {
            lines << QStringLiteral("…");
            break;
        }
        const QString path = pathText(nameText(opened.filesystem->path(node))).toHtmlEscaped();
        lines << (opened.archive->entryOf(node) ? QStringLiteral("<a href='%1'>%2</a>").arg(node).arg(path) : path);
    }
    if (lines.isEmpty()) lines << (opened.filesystem ? tr("No file lies here.") : QString());
    text_->setText(html + QStringLiteral("<p>") + lines.join(QStringLiteral("<br>")) + QStringLiteral("</p>"));
}

} // namespace cloop::desktop
