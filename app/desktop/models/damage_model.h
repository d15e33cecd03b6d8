// SPDX-License-Identifier: GPL-3.0-or-later
// Tree model of the damage: ranges of lost blocks with their causes, and below each the affected files.

#pragma once

#include "models/refilled_model.h"
#include "models/scan_report.h"

namespace cloop::desktop {

/// Of a row of text alone: the views set these too tight for the letters' descenders.
int rowHeight();

/// Threads: the window's.
class DamageModel final : public RefilledModel {
    Q_OBJECT

public:
    enum Column { lost, content, length, cause, column_count };
    enum Role { firstBlockRole = Qt::UserRole, lastBlockRole, nodeRole, copyRole };  ///< copyRole: a line of text for the clipboard

    explicit DamageModel(QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;

    void setDamage(const OpenedImage &opened, const std::vector<LostBlocks> &bad);

private:
    void addRows(const OpenedImage &opened, const std::vector<LostBlocks> &bad);
};

} // namespace cloop::desktop
