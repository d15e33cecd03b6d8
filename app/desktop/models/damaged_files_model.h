// SPDX-License-Identifier: GPL-3.0-or-later
// The files that damage costs: a row for each.

#pragma once

#include "models/damage_model.h"

namespace cloop::desktop {

/// Rows have the same roles as those of DamageModel. Threads: the window's.
class DamagedFilesModel final : public RefilledModel {
    Q_OBJECT

public:
    enum Column { file, cause, lost, blocks, column_count };

    explicit DamagedFilesModel(QObject *parent = nullptr);

    void setDamage(const OpenedImage &opened, const std::vector<LostBlocks> &bad, const std::vector<HitNode> &hits);

private:
    void addRows(const OpenedImage &opened, const std::vector<LostBlocks> &bad, const std::vector<HitNode> &hits);
};

} // namespace cloop::desktop
