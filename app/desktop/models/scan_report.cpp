// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan_report.h"

#include "scan/map_file.h"
#include "text/value_names.h"
#include "text/sentences.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cloop::desktop {

namespace {

struct Report {
    Q_DECLARE_TR_FUNCTIONS(ScanReport)
};

/// As in --json and --csv: not translated.
QString stateName(BlockState state) { return QLatin1String(text_of(state).name); }

qint64 json64(std::uint64_t number) { return static_cast<qint64>(number); }

} // namespace

QString blocksText(std::size_t first, std::size_t last) {
    return last - first == 1 ? Report::tr("Block %1").arg(numberText(first))
                             : Report::tr("Blocks %1 to %2").arg(numberText(first), numberText(last - 1));
}

ScanReport ScanReport::make(const OpenedImage &opened, std::vector<BlockState> states, std::vector<LostBlocks> bad) {
    ScanReport report{opened, std::move(states), std::move(bad), {}};
    if (opened.filesystem) report.hits = find_hit_nodes(*opened.filesystem, report.bad, opened.image->block_size()).value_or(std::vector<HitNode>{});
    return report;
}

QByteArray ScanReport::text() const {
    std::array<std::size_t, block_state_count> counts{};
    for (const BlockState state : states) ++counts[static_cast<std::size_t>(state)];
    QStringList lines{nameText(opened.image->name()),
                      Report::tr("Blocks: %1 of %2").arg(numberText(states.size()), sizeText(opened.image->block_size()))};
    for (std::size_t state = 0; state < block_state_count; ++state)
        if (counts[state]) lines << QStringLiteral("  %1: %2").arg(shortStateText(static_cast<BlockState>(state)), numberText(counts[state]));
    if (const std::size_t untested = counts[static_cast<std::size_t>(BlockState::untested)])
        lines << Report::tr("Not checked: %n block(s)", nullptr, static_cast<int>(untested));
    else if (bad.empty()) lines << Report::tr("No damage was found.");
    for (const LostBlocks &run : bad) {
        const std::uint64_t begin = run.first * std::uint64_t{opened.image->block_size()};
        const std::uint64_t end = std::min<std::uint64_t>(run.last * std::uint64_t{opened.image->block_size()}, opened.image->size());
        lines
            << Report::tr("%1 (content %2 to %3): %4").arg(blocksText(run.first, run.last), numberText(begin), numberText(end), causeText(run.error));
    }
    if (!hits.empty()) lines << QString() << Report::tr("Files and folders in these blocks:");
    for (const HitNode &hit : hits)
        lines << QStringLiteral("  %1  (%2)")
                     .arg(nameText(opened.filesystem->path(hit.node)), Report::tr("%n block(s)", nullptr, static_cast<int>(hit.block_count)));
    return lines.join(QLatin1Char('\n')).toUtf8() + '\n';
}

QByteArray ScanReport::json() const {
    QJsonObject counts;
    for (const BlockState state : {BlockState::untested, BlockState::sound, BlockState::damaged, BlockState::unreadable, BlockState::unverifiable})
        counts[stateName(state)] = json64(static_cast<std::uint64_t>(std::ranges::count(states, state)));
    const std::uint64_t blockSize = opened.image->block_size();
    QJsonArray ranges, files;
    for (const LostBlocks &run : bad) {
        const std::uint64_t begin = run.first * blockSize, end = std::min(run.last * blockSize, opened.image->size());
        QJsonObject range{{QStringLiteral("first_block"), json64(run.first)},
                          {QStringLiteral("last_block"), json64(run.last - 1)},
                          {QStringLiteral("state"), stateName(states[run.first])},
                          {QStringLiteral("code"), static_cast<int>(run.error.code)},
                          {QStringLiteral("message"), causeText(run.error)},
                          {QStringLiteral("content_offset"), json64(begin)},
                          {QStringLiteral("content_size"), json64(end - begin)}};
        if (run.error.offset != Error::nowhere) range[QStringLiteral("file_offset")] = json64(run.error.offset);
        ranges << range;
    }
    for (const HitNode &hit : hits) {
        QJsonArray blocks;
        for (const std::size_t block : bad_blocks_of((*opened.filesystem)[hit.node], bad, opened.image->block_size(), 64)) blocks << json64(block);
        files << QJsonObject{{QStringLiteral("path"), nameText(opened.filesystem->path(hit.node))},
                             {QStringLiteral("kind"), QLatin1String(name_of((*opened.filesystem)[hit.node].kind))},
                             {QStringLiteral("blocks"), blocks},
                             {QStringLiteral("block_count"), json64(hit.block_count)}};
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("image"), nameText(opened.image->name())},
                                     {QStringLiteral("blocks"), json64(states.size())},
                                     {QStringLiteral("states"), counts},
                                     {QStringLiteral("damaged_ranges"), ranges},
                                     {QStringLiteral("files"), files}})
        .toJson();
}

QByteArray ScanReport::csv() const {
    QByteArray lines = "block,offset,stored,raw,codec,state\n";
    const BlockIndex &index = opened.image->index();
    const QByteArray raw = QByteArray::number(opened.image->block_size());
    for (std::size_t block = 0; block < states.size(); ++block) {
        lines += QByteArray::number(static_cast<qulonglong>(block)) + ',';
        if (index.defect(block) == Defect::none) {
            const BlockRef ref = index[block];
            lines += QByteArray::number(static_cast<qulonglong>(ref.offset)) + ',' + QByteArray::number(ref.size) + ',' + raw + ',' +
                     QByteArray::fromStdString(codec_name(ref.codec));
        } else {
            lines += ",," + raw + ',';
        }
        lines += ',' + stateName(states[block]).toLatin1() + '\n';
    }
    return lines;
}

QByteArray ScanReport::mapFile() const { return QByteArray::fromStdString(make_map_file(*opened.image, states)); }

} // namespace cloop::desktop
