// SPDX-License-Identifier: GPL-3.0-or-later
// Files of an image that are dragged out of the window: extracted when the other program asks for them.

#pragma once

#include "job/node_selection.h"

#include <QMimeData>
#include <QUrl>

#include <memory>
#include <vector>

namespace cloop::desktop {

/// Names files in a temporary folder, which stays until this program ends: the other program copies them when it likes. Threads: the window's, which
/// waits for the extraction; therefore it is for what is not too large (see fits()).
class ExtractedDrag final : public QMimeData {
    Q_OBJECT

public:
    static constexpr std::uint64_t mostBytes = 256 << 20;

    ExtractedDrag(std::shared_ptr<const Filesystem> filesystem, NodeSelection selection);

    /// Whether the selection is small enough.
    static bool fits(const Filesystem &filesystem, const NodeSelection &selection);

    QStringList formats() const override;
    bool hasFormat(const QString &type) const override;

protected:
    QVariant retrieveData(const QString &type, QMetaType wanted) const override;

private:
    void extract() const;

    std::shared_ptr<const Filesystem> filesystem_;
    NodeSelection selection_;
    mutable QVariantList urls_;  ///< made when they are asked for first
    mutable bool isExtracted_ = false;
};

} // namespace cloop::desktop
