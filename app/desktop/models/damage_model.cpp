// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/damage_model.h"

#include "text/sentences.h"

#include <QApplication>
#include <QFontMetrics>

namespace cloop::desktop {

namespace {

/// Limits of the list; the saved report has all.
constexpr std::size_t mostRanges = 10'000;
constexpr std::size_t mostNodes = 50'000;

} // namespace

int rowHeight() { return QFontMetrics(QApplication::font()).height() + 6; }

DamageModel::DamageModel(QObject *parent) : RefilledModel(parent) {
    setColumns({{QT_TR_NOOP("Blocks"), blocksText(99'999, 100'001)},
                {QT_TR_NOOP("Offset in the content"), numberText(999'999'999), true},
                {QT_TR_NOOP("Bytes"), numberText(9'999'999), true},
                {QT_TR_NOOP("Error"), {}}});
}

QVariant DamageModel::data(const QModelIndex &index, int role) const {
    if (role == Qt::SizeHintRole) return QSize(0, rowHeight());
    return RefilledModel::data(index, role);
}

void DamageModel::setDamage(const OpenedImage &opened, const std::vector<LostBlocks> &bad) {
    refill([&] { addRows(opened, bad); });
}

void DamageModel::addRows(const OpenedImage &opened, const std::vector<LostBlocks> &bad) {
    std::size_t nodes = 0;
    for (const LostBlocks &run : bad) {
        if (static_cast<std::size_t>(rowCount()) == mostRanges) {
            appendRow(new QStandardItem(tr("… and more: the saved report has all.")));
            break;
        }
        const Extent bytes = opened.image->bytes_of(run);
        QList<QStandardItem *> row;
        for (const QString &text : {blocksText(run.first, run.last), numberText(bytes.offset), numberText(bytes.size), causeText(run.error)}) {
            row << new QStandardItem(text);
            row.last()->setToolTip(causeText(run.error));
        }
        row[lost]->setData(static_cast<qulonglong>(run.first), firstBlockRole);
        row[lost]->setData(static_cast<qulonglong>(run.last), lastBlockRole);
        row[lost]->setData(
            QStringLiteral("%1\t%2\t%3\t%4").arg(blocksText(run.first, run.last)).arg(bytes.offset).arg(bytes.size).arg(causeText(run.error)),
            copyRole);
        for (const NodeId node : opened.nodesIn(run.first, run.last)) {
            if (++nodes > mostNodes) {
                row[lost]->appendRow(new QStandardItem(QStringLiteral("…")));
                break;
            }
            const QString path = nameText(opened.filesystem->path(node));
            auto *item = new QStandardItem(pathText(path));
            item->setToolTip(pathText(path));
            item->setData(node, nodeRole);
            item->setData(path, copyRole);
            row[lost]->appendRow(item);
        }
        appendRow(row);
    }
}

} // namespace cloop::desktop
