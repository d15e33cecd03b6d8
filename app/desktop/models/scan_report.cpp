// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan_report.h"

#include "report/map_rows.h"
#include "scan/map_file.h"
#include "text/sentences.h"

#include <QCoreApplication>

namespace cloop::desktop {

namespace {

struct Report {
    Q_DECLARE_TR_FUNCTIONS(ScanReport)
};

} // namespace

QString blocksText(std::size_t first, std::size_t last) {
    return last - first == 1 ? Report::tr("Block %1").arg(numberText(first))
                             : Report::tr("Blocks %1 to %2").arg(numberText(first), numberText(last - 1));
}

ScanReport ScanReport::make(const OpenedImage &opened, std::vector<BlockState> states, std::vector<LostBlocks> lost,
                            std::optional<std::size_t> misplaced) {
    ScanReport report{opened,
                      std::move(states),
                      {.image = opened.image->name(),
                       .damage = {opened.image, std::move(lost), opened.filesystem},
                       .corrections = opened.image->corrections(),
                       .misplaced = misplaced}};
    for (const BlockState state : report.states) ++report.found.counts[static_cast<std::size_t>(state)];
    return report;
}

QByteArray ScanReport::text() const {
    const BlockReader &image = found.damage.image();
    QStringList lines{nameText(found.image), Report::tr("Blocks: %1 of %2").arg(numberText(states.size()), sizeText(image.block_size()))};
    for (std::size_t state = 0; state < block_state_count; ++state)
        if (found.counts[state])
            lines << QStringLiteral("  %1: %2").arg(shortStateText(static_cast<BlockState>(state)), numberText(found.counts[state]));
    for (const HeadCorrection &correction : found.corrections) lines << Report::tr("Damaged head: %1").arg(correctionText(correction));
    if (const std::size_t untested = found.count(BlockState::untested))
        lines << Report::tr("Not checked: %n block(s)", nullptr, static_cast<int>(untested));
    else if (found.damage.lost().empty()) lines << Report::tr("No damage was found.");
    for (const LostBlocks &run : found.damage.lost()) {
        const Extent bytes = image.bytes_of(run);
        lines << Report::tr("%1 (content %2 to %3): %4")
                     .arg(blocksText(run.first, run.last), numberText(bytes.offset), numberText(bytes.end()), causeText(run.error));
    }
    const auto pathOf = [&](NodeId node) { return nameText(found.damage.filesystem().path(node)); };
    if (!found.damage.hits().empty()) lines << QString() << Report::tr("Files and folders in these blocks:");
    for (const HitNode &hit : found.damage.hits())
        lines << QStringLiteral("  %1  (%2)").arg(pathOf(hit.node), Report::tr("%n block(s)", nullptr, static_cast<int>(hit.block_count)));
    if (!found.damage.incomplete().empty()) lines << QString() << Report::tr("Folders whose contents are known only in part:");
    for (const NodeId node : found.damage.incomplete()) lines << QStringLiteral("  ") + pathOf(node);
    return lines.join(QLatin1Char('\n')).toUtf8() + '\n';
}

QByteArray ScanReport::json() const {
    std::string text;
    {
        JsonStream json([&](std::string_view piece) { text += piece; });
        found.write(json, {});
    }
    return QByteArray::fromStdString(text);
}

QByteArray ScanReport::csv() const {
    std::string lines(map_csv_head);
    for (std::size_t block = 0; block < states.size();) {
        const MapRow row = map_row(*opened.image, states, block);
        lines += row.csv();
        block = row.blocks.last;
    }
    return QByteArray::fromStdString(lines);
}

QByteArray ScanReport::mapFile() const { return QByteArray::fromStdString(make_map_file(*opened.image, states)); }

} // namespace cloop::desktop
