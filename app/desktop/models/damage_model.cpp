#include "models/damage_model.h"

#include "text/sentences.h"

#include <QApplication>
#include <QFontMetrics>

namespace cloop::desktop {

namespace {

/// Beyond that nobody reads a list; the saved report has all.
constexpr std::size_t mostRanges = 10'000;
constexpr std::size_t mostNodes = 1'000;

} // namespace

DamageModel::DamageModel(QObject *parent) : QStandardItemModel(parent) { setColumnCount(2); }

QVariant DamageModel::data(const QModelIndex &index, int role) const {
    // Rows of text alone are set too tight for the letters' descenders.
    if (role == Qt::SizeHintRole) return QSize(0, QFontMetrics(QApplication::font()).height() + 6);
    return QStandardItemModel::data(index, role);
}

void DamageModel::setDamage(const OpenedImage &opened, const std::vector<LostBlocks> &bad) {
    clear();
    setHorizontalHeaderLabels({tr("Lost"), tr("Cause")});
    for (const LostBlocks &run : bad) {
        if (static_cast<std::size_t>(rowCount()) == mostRanges) {
            appendRow(new QStandardItem(tr("… and more: the saved report has all.")));
            break;
        }
        auto *range = new QStandardItem(blocksText(run.first, run.last));
        auto *cause = new QStandardItem(causeText(run.error));
        range->setToolTip(cause->text());
        cause->setToolTip(cause->text());
        range->setData(static_cast<qulonglong>(run.first), firstBlockRole);
        range->setData(static_cast<qulonglong>(run.last), lastBlockRole);
        std::size_t count = 0;
        for (const NodeId node : opened.nodesIn(run.first, run.last)) {
            auto *item = new QStandardItem(++count > mostNodes ? QStringLiteral("…") : pathText(nameText(opened.filesystem->path(node))));
            if (count > mostNodes) {
                range->appendRow(item);
                break;
            }
            item->setData(node, nodeRole);
            range->appendRow(item);
        }
        appendRow({range, cause});
    }
}

} // namespace cloop::desktop
