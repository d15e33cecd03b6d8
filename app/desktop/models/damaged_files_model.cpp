// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/damaged_files_model.h"

#include "text/sentences.h"

namespace cloop::desktop {

namespace {

/// A longer list helps no reader; the saved report has all.
constexpr std::size_t mostFiles = 50'000;

/// The cause of the first damaged block of the node.
QString causeOf(const std::vector<LostBlocks> &bad, std::size_t block) {
    const auto run = std::ranges::upper_bound(bad, block, {}, &LostBlocks::last);
    return run == bad.end() ? QString() : shortStateText(state_of(run->error));
}

} // namespace

DamagedFilesModel::DamagedFilesModel(QObject *parent) : RefilledModel(parent) {
    setColumns({{QT_TR_NOOP("File"), {}},
                {QT_TR_NOOP("Error"), shortStateText(BlockState::unreadable)},
                {QT_TR_NOOP("Lost"), sizeText(std::uint64_t{9999} << 10), true},
                {QT_TR_NOOP("Blocks"), numberText(99'999), true}});
}

void DamagedFilesModel::setDamage(const OpenedImage &opened, const std::vector<LostBlocks> &bad, const std::vector<HitNode> &hits) {
    refill([&] { addRows(opened, bad, hits); });
}

void DamagedFilesModel::addRows(const OpenedImage &opened, const std::vector<LostBlocks> &bad, const std::vector<HitNode> &hits) {
    const std::uint32_t blockSize = opened.image->block_size();
    for (const HitNode &hit : hits) {
        if (static_cast<std::size_t>(rowCount()) == mostFiles) {
            appendRow(new QStandardItem(tr("… and more: the saved report has all.")));
            break;
        }
        const Node &node = (*opened.filesystem)[hit.node];
        const QString path = nameText(opened.filesystem->path(hit.node));
        const std::size_t first = bad_blocks_of(node, bad, blockSize, 1).front();
        QList<QStandardItem *> row;
        for (const QString &text : {pathText(path), causeOf(bad, first), sizeText(bad_bytes_of(node, bad, blockSize)), numberText(hit.block_count)})
            row << new QStandardItem(text);
        for (QStandardItem *item : row) item->setSizeHint(QSize(0, rowHeight()));
        row[file]->setToolTip(pathText(path));
        row[file]->setData(hit.node, DamageModel::nodeRole);
        row[file]->setData(path, DamageModel::copyRole);
        appendRow(row);
    }
}

} // namespace cloop::desktop
